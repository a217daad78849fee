"""A reading as quads: the article's named graph, and what it uses of the ontology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model.claim import Reading
from kg.model.ontology import Ontology, Term
from kg.rdf.article import (
    article_triples,
    citation_triples,
    mention_triples,
    quantity_triples,
    reference_triples,
    sentence_triples,
)
from kg.rdf.bare import Bare, bare_triples
from kg.rdf.claims import claim_triples
from kg.rdf.describe import kinds_above, ontology_triples, term_triples, used_terms
from kg.rdf.mint import Names, mint_names
from kg.rdf.terms import Quad, Triple, sort_quads
from kg.rdf.vocabulary import ONTOLOGY_GRAPH

Kinds = Mapping[str, frozenset[str]]


def make_quads(reading: Reading, ontology: Ontology, *, bare: Bare, text: bool) -> tuple[Quad, ...]:
    """Do the work of `kg.rdf.to_quads`."""
    names = mint_names(reading)
    terms = used_terms(reading, ontology)
    kinds = {iri: kinds_above(term.kinds, ontology) for iri, term in terms.items()}
    used = frozenset(kind for found in kinds.values() for kind in found)
    article = (
        *_found(reading, names, text=text),
        *_stated(reading, ontology, terms, kinds, names, bare),
    )
    return sort_quads(
        (
            *(Quad(*triple, names.article) for triple in article),
            *(Quad(*t, ONTOLOGY_GRAPH) for t in ontology_triples(reading.claims, used, ontology)),
        )
    )


def _found(reading: Reading, names: Names, *, text: bool) -> Iterator[Triple]:
    article = reading.article
    yield from article_triples(article, text=text)
    yield from sentence_triples(reading, names, text=text)
    for mention in names.mentions:
        yield from mention_triples(mention, article.text, names)
    for citation in names.citations:
        yield from citation_triples(citation, article, names)
    for quantity in names.quantities:
        yield from quantity_triples(quantity, article.text, names)
    for reference, iri in zip(article.references, names.references, strict=True):
        yield from reference_triples(reference, iri, article, text=text)


def _stated(
    reading: Reading, ontology: Ontology, terms: Mapping[str, Term], kinds: Kinds, names: Names,
    bare: Bare,
) -> Iterator[Triple]:  # fmt: skip
    for iri, term in terms.items():
        yield from term_triples(term, kinds[iri], terms)
    for claim in names.claims:
        yield from claim_triples(claim, reading.article, terms, names)
    yield from bare_triples(names.claims, ontology, kinds, names, bare)
