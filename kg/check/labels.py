"""Labels: missing ones, two where one is due, one that two terms bear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal

from kg.check.files import Files
from kg.check.finding import Finding, Severity
from kg.check.relations import relations
from kg.check.trees import above
from kg.ontology.vocabulary import (
    ALT_LABEL,
    HIDDEN_LABEL,
    LABEL,
    PREF_LABEL,
    PRODUCT_OF,
    SUBCLASS_OF,
    TERM,
    TYPE,
)

Names = dict[tuple[str, str], set[str]]  # (language, folded name) → terms that bear it
ACRONYM_LENGTH = 6


def terms(files: Files) -> tuple[str, ...]:
    """Return every individual of a kind below kg:Term."""
    closed = above(files.statements, SUBCLASS_OF)
    kinds = {TERM, *(name for name, found in closed.items() if TERM in found)}
    return tuple(
        name
        for name in files.statements.values
        if not kinds.isdisjoint(files.statements.iris(name, TYPE)) and ":" in name
    )


def find_missing_labels(files: Files) -> Iterator[Finding]:
    """Terms without a preferred label; relations and kinds without a label."""
    closed = above(files.statements, SUBCLASS_OF)
    kinds = {name for name, found in closed.items() if TERM in found}
    for name in terms(files):
        if not files.statements.nodes(name, PREF_LABEL):
            yield _missing(files, name, "no preferred label", "skos:prefLabel", Severity.ERROR)
    for name in sorted(kinds | {*relations(files)}):
        if not files.statements.nodes(name, LABEL):
            yield _missing(files, name, "no label", "rdfs:label", Severity.WARNING)


def find_double_labels(files: Files) -> Iterator[Finding]:
    """Two preferred labels in one language. One in each of two languages is right."""
    for name in terms(files):
        by_language: dict[str, list[str]] = defaultdict(list)
        for node in files.statements.nodes(name, PREF_LABEL):
            if isinstance(node, Literal):
                by_language[node.language or ""].append(node.value)
        for language, found in sorted(by_language.items()):
            if len(found) > 1:
                yield Finding(
                    kind="two preferred labels in one language",
                    about=(files.curie(name),),
                    where=files.place(name),
                    what=f"{files.curie(name)} is called {' and '.join(map(repr, found))}",
                    mend=f"{files.curie(name)} skos:altLabel {_literal(found[1], language)} .",
                )


def find_shared_labels(files: Files) -> Iterator[Finding]:
    """One name of two terms. An acronym may have two meanings: the article says which."""
    preferred = _names(files, (PREF_LABEL,))
    every = _names(files, (PREF_LABEL, ALT_LABEL, HIDDEN_LABEL))
    for (language, name), bearers in sorted(every.items()):
        if len(bearers) < 2:
            continue
        if len(preferred.get((language, name), ())) > 1:
            yield _shared(files, name, bearers, "one label, two terms", Severity.ERROR)
        elif not all(_is_acronym(files, bearer, name) for bearer in bearers):
            yield _shared(files, name, bearers, "one name, two terms", Severity.WARNING)


def find_brands_without_substance(files: Files) -> Iterator[Finding]:
    """Products of which the ontology does not say what they hold."""
    for name in files.statements.of_type(f"{TERM.removesuffix('Term')}DrugProduct"):
        if not files.statements.nodes(name, PRODUCT_OF):
            curie = files.curie(name)
            yield Finding(
                kind="brand without substance",
                about=(curie,),
                where=files.place(name),
                what=f"{curie} is a product of nothing",
                mend=f"{curie} kg:productOf kg:… .",
                severity=Severity.WARNING,
            )


def _names(files: Files, properties: tuple[str, ...]) -> Names:
    found: Names = defaultdict(set)
    for term in terms(files):
        for name in properties:
            for node in files.statements.nodes(term, name):
                if isinstance(node, Literal):
                    found[node.language or "", _fold(node.value)].add(term)
    return found


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_acronym(files: Files, term: str, name: str) -> bool:
    """Whether the term bears the name as an alternative that is written like GAD or NAc."""
    written = [t for t in files.statements.texts(term, ALT_LABEL) if _fold(t) == name]
    return any(len(t) <= ACRONYM_LENGTH and sum(c.isupper() for c in t) > 1 for t in written)


def _literal(text: str, language: str) -> str:
    return str(Literal(text, language=language) if language else Literal(text))


def _missing(files: Files, iri: str, kind: str, name: str, severity: Severity) -> Finding:
    curie = files.curie(iri)
    return Finding(
        kind=kind,
        about=(curie,),
        where=files.place(iri),
        what=f"{curie} has no {name}",
        mend=f'{curie} {name} "…"@en .',
        severity=severity,
    )


def _shared(files: Files, name: str, bearers: set[str], kind: str, severity: Severity) -> Finding:
    ordered = sorted(bearers, key=lambda iri: (files.order(files.place(iri)), iri))
    curies = tuple(files.curie(iri) for iri in ordered)
    return Finding(
        kind=kind,
        about=curies,
        where=files.place(ordered[-1]),
        what=f"{name!r} names {' and '.join(curies)}",
        mend=f'another label, as {curies[-1]} skos:prefLabel "… (…)"@en .',
        severity=severity,
    )
