"""What makes a graph speak for itself: its terms, and the part of the ontology that it uses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.model.claim import Claim, Reading
from kg.model.ontology import KG, Kind, Ontology, Relation, Term
from kg.rdf import vocabulary as v
from kg.rdf.literals import boolean, integer, label, plain
from kg.rdf.mint import inner_first
from kg.rdf.terms import IRI, Triple


def used_terms(reading: Reading, ontology: Ontology) -> Mapping[str, Term]:
    """Return the terms that the article mentions or claims something of, by IRI."""
    known = {term.iri: term for term in (*ontology.terms, *reading.terms)}
    named = {mention.term for mention in reading.mentions}
    for claim in inner_first(reading.claims):
        named.update(_terms_of(claim))
    return {iri: known[iri] for iri in sorted(named) if iri in known}


def term_triples(term: Term, kinds: Collection[str], used: Collection[str]) -> Iterator[Triple]:
    """Yield a term with its kinds, closed upward, and its names. A brand names the substances
    that it holds where the graph has them.
    """
    iri = IRI(term.iri)
    yield Triple(iri, v.TYPE, v.TERM)
    yield from (Triple(iri, v.TYPE, IRI(kind)) for kind in kinds)
    yield Triple(iri, v.PREF_LABEL, label(term.label))
    yield from (Triple(iri, v.ALT_LABEL, label(a)) for a in term.alternatives if a != term.label)
    yield from (Triple(iri, v.EXACT_MATCH, IRI(match)) for match in term.matches)
    yield from (Triple(iri, v.CLOSE_MATCH, IRI(match)) for match in term.close_matches)
    yield from (Triple(iri, v.PRODUCT_OF, IRI(other)) for other in term.product_of if other in used)
    if term.ungrounded:
        yield Triple(iri, v.UNGROUNDED, boolean(True))


def kinds_above(kinds: Iterable[str], ontology: Ontology) -> frozenset[str]:
    """Return the kinds and all that lie above them."""
    above = {kind.iri: kind.ancestors for kind in ontology.kinds}
    return frozenset(up for kind in kinds for up in (kind, *above.get(kind, ())))


def ontology_triples(
    claims: Iterable[Claim], kinds: Collection[str], ontology: Ontology
) -> Iterator[Triple]:
    """Yield labels, ranks, prefixes and the tree of the kinds and relations that are used."""
    claims = tuple(inner_first(claims))
    relations = _with_ancestors({c.predicate for c in claims}, ontology.relations)
    shown = _with_ancestors({*kinds, v.TERM.value}, ontology.kinds)
    steps = {KG + step for claim in claims for step in claim.steps}
    for certainty in ontology.certainties:
        yield Triple(IRI(certainty.iri), v.PREF_LABEL, label(certainty.label))
        yield Triple(IRI(certainty.iri), v.RANK, integer(certainty.rank))
    yield from _tree(relations, v.SUBPROPERTY_OF)
    yield from _tree(shown, v.SUBCLASS_OF)
    for iri, words in sorted(ontology.step_labels.items()):
        if iri in steps:
            yield Triple(IRI(iri), v.PREF_LABEL, label(words))
    for qualifier in ontology.qualifiers:
        yield Triple(IRI(qualifier.iri), v.PREF_LABEL, label(qualifier.label))
    for prefix, namespace in sorted({**v.PREFIXES, **ontology.prefixes}.items()):
        if prefix:
            yield Triple(IRI(namespace), v.PREFERRED_PREFIX, plain(prefix))


def _with_ancestors(
    used: Collection[str], known: Iterable[Kind] | Iterable[Relation]
) -> tuple[Kind | Relation, ...]:
    by_iri: dict[str, Kind | Relation] = {node.iri: node for node in known}
    closed = {up for iri in used if iri in by_iri for up in (iri, *by_iri[iri].ancestors)}
    return tuple(by_iri[iri] for iri in sorted(closed) if iri in by_iri)


def _tree(nodes: tuple[Kind | Relation, ...], below: IRI) -> Iterator[Triple]:
    """Yield labels, and of what lies above only the nearest: the tree, not its closure."""
    above = {node.iri: node.ancestors for node in nodes}
    for node in nodes:
        yield Triple(IRI(node.iri), v.PREF_LABEL, label(node.label))
        for parent in node.ancestors:
            if not any(parent in above.get(other, ()) for other in node.ancestors):
                yield Triple(IRI(node.iri), below, IRI(parent))


def _terms_of(claim: Claim) -> Iterator[str]:
    yield from (end for end in (claim.subject, claim.object) if isinstance(end, str))
    found = claim.qualifiers
    yield from (*found.location, *found.organism, *found.population, *found.compared_with)
