"""Why a sentence was read as it was: tree, names, predicates, steps, cues, what was refused."""

from __future__ import annotations

from kg.errors import KgError
from kg.explain.explain import explain, explain_sentence
from kg.explain.records import (
    Branch,
    CueScope,
    Explanation,
    Marked,
    Named,
    Outcome,
    Part,
    Pointer,
    Rival,
    Stated,
    Verdict,
)
from kg.explain.render import render
from kg.model.claim import Reading
from kg.model.graph import ArticleNode, ClaimNode
from kg.model.ontology import Ontology
from kg.model.text import Article, Sentence, Span
from kg.pipeline import read_article
from kg.read import read
from kg.store import Graph
from kg.store.find import find_article, find_claim

__all__ = [
    "Branch",
    "CueScope",
    "Explanation",
    "Marked",
    "Named",
    "Outcome",
    "Part",
    "Pointer",
    "Rival",
    "Stated",
    "Verdict",
    "article_in",
    "explain",
    "explain_claim",
    "explain_place",
    "explain_quote",
    "explain_text",
    "render",
]


def explain_text(text: str, ontology: Ontology) -> tuple[Explanation, ...]:
    """Explain each sentence of a text that somebody typed."""
    return explain(_read(text, ontology), ontology)


def explain_place(article: Article, place: Span, ontology: Ontology) -> tuple[Explanation, ...]:
    """Explain, within their article, the sentences of which any part lies in a place; an empty
    one stands for the character there. Raises KgError where no sentence does.
    """
    length = len(article.text)
    if place.start >= length or place.end < place.start:
        shown = f"{place.start}–{place.end}"
        raise KgError(f"{shown} is no place in a text of {length} characters")
    wide = Span(place.start, max(place.end, place.start + 1))
    reading = read_article(article, ontology)
    found = [s for s in reading.sentences if s.span.meets(wide)]
    if not found:
        near = min(reading.sentences, key=lambda s: abs(s.span.start - place.start), default=None)
        hint = f"the nearest is at {near.span.start}–{near.span.end}" if near else None
        raise KgError("no sentence stands there", where=str(place.start), hint=hint)
    return tuple(explain_sentence(reading, ontology, sentence) for sentence in found)


def explain_quote(article: Article, quote: str, ontology: Ontology) -> tuple[Explanation, ...]:
    """Explain, within their article, the sentences that words of it stand in. Raises KgError
    where the article does not have them.
    """
    words = quote.split()
    reading = read_article(article, ontology)
    found = [s for s in reading.sentences if _holds(s.span.of(article.text).split(), words)]
    if not found:
        hint = "leave out --article to have them explained by themselves"
        raise KgError("the article has no sentence with these words", where=quote, hint=hint)
    return tuple(explain_sentence(reading, ontology, sentence) for sentence in found)


def _holds(sentence: list[str], words: list[str]) -> bool:
    return " ".join(words) in " ".join(sentence)


def article_in(graph: Graph, name: str | None = None) -> Article:
    """Return the article of a graph by its title, CURIE or IRI; the only one without a name.
    Raises KgError where there is none, where several can be meant, or where its text is left out.
    """
    known = graph.articles()
    if name is not None:
        iri = find_article(graph.names, name).value
        known = tuple(article for article in known if article.iri == iri)
    if len(known) != 1:
        hint = f"name one with --article: {_listed(known)}" if known else None
        raise KgError(f"the graph holds {len(known)} articles", hint=hint)
    if not known[0].text:
        raise KgError(
            "the text of the article is not in the graph",
            where=known[0].iri,
            hint="was it built with --no-text? name its file with --article",
        )
    return _article(known[0].text)


def _listed(articles: tuple[ArticleNode, ...]) -> str:
    return "; ".join(article.title or article.iri for article in articles)


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
    same = [s for s in reading.sentences if s.span.of(reading.article.text) == claim.sentence.text]
    if not same:
        return None
    return explain_sentence(reading, ontology, min(same, key=lambda s: _distance(s, claim)))


def _distance(sentence: Sentence, claim: ClaimNode) -> int:
    return abs(sentence.span.start - claim.sentence.start)


def _read(text: str, ontology: Ontology) -> Reading:
    return read_article(_article(text), ontology)


def _article(text: str) -> Article:
    return read(text.encode(), name="text.txt", format="plain")
