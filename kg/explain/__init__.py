"""Why a sentence was read as it was: tree, names, predicates, steps, cues, what was refused."""

from __future__ import annotations

from kg.errors import KgError
from kg.explain.explain import explain, explain_sentence
from kg.explain.records import Branch, Explanation, Named, Outcome, Part, Stated, Verdict
from kg.explain.render import render
from kg.model.claim import Reading
from kg.model.graph import ClaimNode
from kg.model.ontology import Ontology
from kg.pipeline import read_article
from kg.read import read
from kg.store import Graph
from kg.store.find import find_claim

__all__ = [
    "Branch",
    "Explanation",
    "Named",
    "Outcome",
    "Part",
    "Stated",
    "Verdict",
    "explain",
    "explain_claim",
    "explain_text",
    "render",
]


def explain_text(text: str, ontology: Ontology) -> tuple[Explanation, ...]:
    """Explain each sentence of a text that somebody typed."""
    return explain(_read(text, ontology), ontology)


def explain_claim(graph: Graph, name: str, ontology: Ontology) -> Explanation:
    """Explain the sentence of a claim of a graph, within its article where the graph holds the
    text, else by itself. `name` is its IRI, CURIE or id. Raises KgError where the graph has no
    such claim.
    """
    iri = find_claim(graph.names, name).value
    claim = next(c for c in graph.claims() if c.iri == iri)
    articles = {article.iri: article.text for article in graph.articles()}
    for text in (articles.get(claim.article), claim.sentence.text):
        reading = _read(text, ontology) if text else None
        explained = _explain_sentence_of(claim, reading, ontology) if reading else None
        if explained:
            return explained
    raise KgError(
        "the sentence of the claim is not in the graph",
        where=iri,
        hint="was it built with --no-text? build it anew without",
    )


def _explain_sentence_of(
    claim: ClaimNode, reading: Reading, ontology: Ontology
) -> Explanation | None:
    for sentence in reading.sentences:
        if sentence.span.of(reading.article.text) == claim.sentence.text:
            return explain_sentence(reading, ontology, sentence)
    return None


def _read(text: str, ontology: Ontology) -> Reading:
    return read_article(read(text.encode(), name="text.txt", format="plain"), ontology)
