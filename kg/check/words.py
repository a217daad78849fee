"""Names: those that nothing declares (misspelt, as a rule), those that are two things at once,
and the words of grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kg.check.files import Files
from kg.check.finding import Finding, Severity
from kg.check.labels import terms
from kg.model.ontology import KG, CuePosition, TriggerForm
from kg.ontology import vocabulary
from kg.ontology.grammar import LISTS, RANKS
from kg.ontology.vocabulary import (
    CERTAINTY,
    NEGATION,
    NO_ASSERTION,
    OBJECT_PROPERTY,
    ONTOLOGY,
    OWL,
    RANK,
    RDF,
    RDFS,
    TYPE,
)

BUILT_IN = (OWL, RDF, RDFS, "http://www.w3.org/2001/XMLSchema#")
PROPERTY_SORTS = (OBJECT_PROPERTY, f"{OWL}DatatypeProperty", f"{OWL}AnnotationProperty")
LOADED = frozenset(
    {value for value in vars(vocabulary).values() if str(value).startswith(KG)}
    | {f"{KG}{word}" for words in (TriggerForm, CuePosition) for word in words}
)
"""Names of kg: that the loader knows, whether or not a file declares them."""


def find_undeclared(files: Files) -> Iterator[Finding]:
    """Names of kg: that are used and of which no statement says what they are."""
    declared = files.statements.values.keys()
    for name in sorted(_used(files)):
        if name.startswith(KG) and name not in declared:
            known = name in LOADED
            nearest = _nearest(files, name)
            hint = f"{files.curie(nearest)} is declared: is it meant?" if nearest else None
            yield Finding(
                kind="undeclared name",
                about=(files.curie(name),),
                where=files.place(name),
                what=f"{files.curie(name)} is used and declared nowhere",
                mend=_declaration(files, name) if known else hint or _declaration(files, name),
                severity=Severity.WARNING if known else Severity.ERROR,
            )


def find_undeclared_foreign(files: Files) -> Iterator[Finding]:
    """Properties of other vocabularies that are used undeclared: OWL 2 DL asks for it."""
    used = {name for found in files.statements.values.values() for name in found}
    for name in sorted(used - files.statements.values.keys()):
        if not name.startswith((KG, *BUILT_IN)):
            yield Finding(
                kind="undeclared foreign property",
                about=(files.curie(name),),
                where=files.place(name),
                what=f"{files.curie(name)} is used and declared nowhere",
                mend=f"{files.curie(name)} a owl:AnnotationProperty .",
                severity=Severity.WARNING,
            )


def find_two_roles(files: Files) -> Iterator[Finding]:
    """Names that are properties of two sorts, or a property and a term."""
    own = frozenset(terms(files))
    for name in files.statements.values:
        sorts = [s for s in PROPERTY_SORTS if s in files.statements.iris(name, TYPE)]
        if len(sorts) > 1 or (sorts and name in own):
            words = [files.curie(sort) for sort in sorts] + ["a term"] * (name in own)
            yield Finding(
                kind="two roles",
                about=(files.curie(name),),
                where=files.place(name),
                what=f"{files.curie(name)} is {' and '.join(words)}",
                mend="give one of them a name of its own",
            )


def find_faulty_grammar(files: Files) -> Iterator[Finding]:
    """Word lists that nothing reads, certainties without a rank, cues without an effect."""
    statements = files.statements
    for name in statements.of_type(f"{KG}WordList"):
        if name.removeprefix(KG) not in LISTS.values():
            near = get_close_matches(name.removeprefix(KG), LISTS.values(), n=1)
            mend = f"kg:{near[0]} is one" if near else "kg:" + ", kg:".join(sorted(LISTS.values()))
            yield _faulty(files, name, "unknown word list", "is a list that nothing reads", mend)
    for name in statements.of_type(CERTAINTY):
        ranks = statements.texts(name, RANK)
        if len(ranks) != 1 or ranks[0] not in {str(rank) for rank in RANKS}:
            mend = f"{files.curie(name)} kg:rank 3 ."
            yield _faulty(files, name, "no rank", "has no rank from 1 to 5", mend)
    effects = {*statements.of_type(CERTAINTY), NEGATION, NO_ASSERTION}
    for name, found in statements.values.items():
        cues = [p for p in CuePosition if f"{KG}{p}" in found]
        if cues and name not in effects:
            mend = "cues belong to a kg:Certainty, to kg:negation or to kg:noAssertion"
            yield _faulty(files, name, "cue without effect", f"has kg:{cues[0]}", mend)


def _used(files: Files) -> set[str]:
    values = files.statements.values.values()
    objects = {n for found in values for nodes in found.values() for n in nodes}
    names = {node.value for node in objects if f"<{node.value}>" == str(node)}
    return {name for found in values for name in found} | names - {ONTOLOGY}


def _is_property(files: Files, name: str) -> bool:
    return any(name in found for found in files.statements.values.values())


def _nearest(files: Files, name: str) -> str | None:
    """The declared name that is spelled most alike, of the same case at its head."""
    local = name.removeprefix(KG)
    known = {
        other.removeprefix(KG)
        for other in {*files.statements.values, *LOADED}
        if other.startswith(KG) and other.removeprefix(KG)[:1].isupper() == local[:1].isupper()
    }
    near = get_close_matches(local, sorted(known), n=1, cutoff=0.75)
    return KG + near[0] if near else None


def _declaration(files: Files, name: str) -> str:
    curie = files.curie(name)
    if name.removeprefix(KG)[:1].isupper():
        return f"{curie} a owl:Class ; rdfs:subClassOf kg:Term ."
    sort = "owl:AnnotationProperty" if _is_property(files, name) else "kg:…"
    return f"{curie} a {sort} ."


def _faulty(files: Files, name: str, kind: str, says: str, mend: str) -> Finding:
    curie = files.curie(name)
    return Finding(
        kind=kind, about=(curie,), where=files.place(name), what=f"{curie} {says}", mend=mend
    )
