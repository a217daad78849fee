"""Claims with their evidence: ends, certainty, qualifiers, sentence, papers, steps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kg.model.claim import Claim, Qualifiers, Quantity
from kg.model.ontology import KG
from kg.model.text import Article
from kg.rdf import vocabulary as v
from kg.rdf.literals import boolean, decimal, plain
from kg.rdf.mint import Names
from kg.rdf.terms import IRI, Literal, Triple


def claim_triples(
    claim: Claim, article: Article, terms: Collection[str], names: Names
) -> Iterator[Triple]:
    """Yield what one sentence states. `terms` are the IRIs of terms: what a claim compares with
    is one of them or words.
    """
    iri = names.claims[claim]
    yield Triple(iri, v.TYPE, v.CLAIM)
    yield Triple(iri, v.SUBJECT, _end(claim.subject, names))
    yield Triple(iri, v.PREDICATE, IRI(claim.predicate))
    yield Triple(iri, v.OBJECT, _end(claim.object, names))
    yield Triple(iri, v.NEGATED, boolean(claim.negated))
    yield Triple(iri, v.CERTAINTY, IRI(KG + claim.certainty))
    yield Triple(iri, v.IN_SENTENCE, names.sentences[claim.sentence])
    yield Triple(iri, v.TRIGGER, plain(claim.trigger.of(article.text)))
    for step in claim.steps:
        yield Triple(iri, v.STEP, IRI(KG + step))
    papers = _papers(article)
    for number in claim.citations:
        if number in papers:
            yield Triple(iri, v.CITES_AS_EVIDENCE, IRI(papers[number]))
    if claim.reliability is not None:
        yield Triple(iri, v.RELIABILITY, decimal(repr(claim.reliability)))
    for name, value in _qualifiers(claim.qualifiers, terms, names):
        yield Triple(iri, name, value)


def _end(end: str | Quantity | Claim, names: Names) -> IRI:
    if isinstance(end, Claim):
        return names.claims[end]
    return names.quantities[end] if isinstance(end, Quantity) else IRI(end)


def _qualifiers(
    found: Qualifiers, terms: Collection[str], names: Names
) -> Iterator[tuple[IRI, IRI | Literal]]:
    for name, values in (
        (v.LOCATION, found.location),
        (v.ORGANISM, found.organism),
        (v.POPULATION, found.population),
    ):
        yield from ((name, IRI(value)) for value in values)
    yield from ((v.HAS_QUANTITY, names.quantities[q]) for q in found.quantities)
    for other in found.compared_with:
        yield v.COMPARED_WITH, IRI(other) if other in terms else plain(other)
    for name, words in (
        (v.CONDITION, found.condition),
        (v.SHARE, found.share),
        (v.TIME, found.time),
    ):
        if words is not None:
            yield name, plain(words)


def _papers(article: Article) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for reference in article.references:
        found.setdefault(reference.number, reference.paper.iri)
    return found
