"""The ontology with the names that the gold takes as known, so that reading is measured apart
from knowing names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.evaluate.gold import GoldTerm
from kg.evaluate.names import fold, local_name, names_of
from kg.model.ontology import KG, Kind, Ontology, Term


def extend(ontology: Ontology, gold: Sequence[GoldTerm]) -> Ontology:
    """Return the ontology with a term for each of `gold`, as a user's extension would add them.

    Where the ontology has a term of that name, its IRI and what is known of it stay. A name that
    the gold gives to one term is taken away from all others.
    """
    if not gold:
        return ontology
    kinds = tuple(_kinds(ontology, gold))
    closure = {local_name(kind.iri).casefold(): (kind.iri, *kind.ancestors) for kind in kinds}
    given = tuple(_terms(ontology, gold, closure))
    taken = {fold(name) for term in gold for name in (term.label, *term.also)}
    kept = (_without(term, taken) for term in ontology.terms if term.iri not in _iris(given))
    return replace(ontology, kinds=kinds, terms=(*given, *(term for term in kept if term)))


def _kinds(ontology: Ontology, gold: Sequence[GoldTerm]) -> Iterator[Kind]:
    yield from ontology.kinds
    known = {local_name(kind.iri).casefold() for kind in ontology.kinds}
    for name in sorted({term.kind for term in gold if term.kind.casefold() not in known}):
        yield Kind(iri=KG + name, label=name.lower(), ancestors=(KG + "Term",))


def _terms(
    ontology: Ontology, gold: Sequence[GoldTerm], closure: dict[str, tuple[str, ...]]
) -> Iterator[Term]:
    known: dict[str, Term] = {}
    for term in ontology.terms:
        for name in names_of(term):
            known.setdefault(fold(name), term)
    used: set[str] = set()
    for number, new in enumerate(gold):
        old = known.get(fold(new.label))
        if old is None or old.iri in used:
            old = Term(iri=f"{KG}gold-{number}", label=new.label, kinds=())
        used.add(old.iri)
        kinds = dict.fromkeys((*closure[new.kind.casefold()], *old.kinds))
        yield replace(old, label=new.label, kinds=tuple(kinds), alternatives=new.also, hidden=())


def _iris(terms: Sequence[Term]) -> frozenset[str]:
    return frozenset(term.iri for term in terms)


def _without(term: Term, taken: set[str]) -> Term | None:
    """Return the term without the names in `taken`; None where its label is one of them."""
    if fold(term.label) in taken:
        return None
    return replace(
        term,
        alternatives=tuple(name for name in term.alternatives if fold(name) not in taken),
        hidden=tuple(name for name in term.hidden if fold(name) not in taken),
    )
