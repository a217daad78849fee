"""The article itself: text, sentences, mentions, citations, quantities, references, papers."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.claim import Citation, Mention, Quantity, Reading
from kg.model.text import Article, Paper, Reference, Span
from kg.rdf import vocabulary as v
from kg.rdf.literals import boolean, decimal, integer, issued, plain
from kg.rdf.mint import Names, author_iri, reference_iris
from kg.rdf.terms import IRI, Literal, Triple

NO_SUCH_REFERENCE = "the list has no reference {}"


def article_triples(article: Article, *, text: bool) -> Iterator[Triple]:
    """Yield what is said of the article as a whole; `text` is False where rights forbid it."""
    iri = IRI(article.iri)
    yield Triple(iri, v.TYPE, v.ARTICLE)
    yield Triple(iri, v.SHA256, plain(article.sha256))
    if article.title:
        yield Triple(iri, v.TITLE, plain(article.title))
    yield from _issued(iri, article.issued)
    if text:
        yield Triple(iri, v.TEXT, plain(article.text))
    for reference in article.references:
        yield Triple(iri, v.CITES, IRI(reference.paper.iri))


def sentence_triples(reading: Reading, names: Names, *, text: bool) -> Iterator[Triple]:
    """Yield the sentences with what was not understood in each."""
    article = reading.article
    for sentence, iri in zip(reading.sentences, names.sentences, strict=True):
        yield Triple(iri, v.TYPE, v.SENTENCE)
        yield Triple(iri, v.IN_ARTICLE, names.article)
        yield from _place(iri, sentence.span)
        if text:
            yield Triple(iri, v.TEXT, plain(sentence.span.of(article.text)))
        section = article.blocks[sentence.block].section if article.blocks else None
        if section:
            yield Triple(iri, v.SECTION, plain(section))
    for what in reading.not_understood:
        yield Triple(names.sentences[what.sentence], v.NOT_UNDERSTOOD, plain(what.text))


def mention_triples(mention: Mention, text: str, names: Names) -> Iterator[Triple]:
    """Yield a mention and the term that it names."""
    iri = names.mentions[mention]
    yield Triple(iri, v.TYPE, v.MENTION)
    yield from _quote(iri, mention, text, names)
    yield Triple(iri, v.NAMES_TERM, IRI(mention.term))


def citation_triples(citation: Citation, article: Article, names: Names) -> Iterator[Triple]:
    """Yield a marker and the references that it resolves to, or why it resolves to none."""
    iri = names.citations[citation]
    known = reference_iris(article.references, names)
    yield Triple(iri, v.TYPE, v.CITATION)
    yield from _quote(iri, citation, article.text, names)
    for number in citation.references:
        if number in known:
            yield Triple(iri, v.TO_REFERENCE, known[number])
        else:
            yield Triple(iri, v.NOT_UNDERSTOOD, plain(NO_SUCH_REFERENCE.format(number)))
    if citation.not_understood:
        yield Triple(iri, v.NOT_UNDERSTOOD, plain(citation.not_understood))


def quantity_triples(quantity: Quantity, text: str, names: Names) -> Iterator[Triple]:
    """Yield an amount as it is printed and as it is read."""
    iri = names.quantities[quantity]
    yield Triple(iri, v.TYPE, v.QUANTITY)
    yield from _quote(iri, quantity, text, names)
    amounts = (
        (v.VALUE, quantity.value),
        (v.MIN, quantity.min),
        (v.MAX, quantity.max),
        (v.UNCERTAINTY, quantity.uncertainty),
    )
    for name, amount in amounts:
        if amount is not None:
            yield Triple(iri, name, decimal(amount))
    if quantity.bound is not None:
        yield Triple(iri, v.BOUND, plain(quantity.bound))
    if quantity.unit is not None:
        yield Triple(iri, v.UNIT, IRI(quantity.unit))


def reference_triples(
    reference: Reference, iri: IRI, article: Article, *, text: bool
) -> Iterator[Triple]:
    """Yield an entry of the list and the paper that it denotes."""
    yield Triple(iri, v.TYPE, v.REFERENCE)
    yield Triple(iri, v.NUMBER, integer(reference.number))
    yield Triple(iri, v.IN_ARTICLE, IRI(article.iri))
    yield Triple(iri, v.OF_PAPER, IRI(reference.paper.iri))
    if text:
        yield Triple(iri, v.TEXT, plain(reference.span.of(article.text)))
    yield from _paper(reference.paper, iri)


def _paper(paper: Paper, reference: IRI) -> Iterator[Triple]:
    iri = IRI(paper.iri)
    printed = (
        (v.TITLE, paper.title),
        (v.JOURNAL, paper.journal),
        (v.VOLUME, paper.volume),
        (v.ISSUE, paper.issue),
        (v.PAGES, paper.pages),
        (v.DOI, paper.doi),
        (v.PMID, paper.pmid),
    )
    yield Triple(iri, v.TYPE, v.PAPER)
    for name, words in printed:
        if words:
            yield Triple(iri, name, plain(words))
    yield from _issued(iri, paper.issued)
    if paper.et_al:
        yield Triple(iri, v.ET_AL, boolean(True))
    for place, author_name in enumerate(paper.authors, start=1):
        author = author_iri(reference, place)
        yield Triple(iri, v.HAS_AUTHOR, author)
        yield Triple(author, v.TYPE, v.AUTHOR)
        yield Triple(author, v.NUMBER, integer(place))
        yield Triple(author, v.NAME, plain(author_name))


def _issued(iri: IRI, when: str | None) -> Iterator[Triple]:
    literal: Literal | None = issued(when) if when else None
    if literal is not None:
        yield Triple(iri, v.ISSUED, literal)


def _place(iri: IRI, span: Span) -> Iterator[Triple]:
    yield Triple(iri, v.START, integer(span.start))
    yield Triple(iri, v.END, integer(span.end))


def _quote(
    iri: IRI, what: Mention | Citation | Quantity, text: str, names: Names
) -> Iterator[Triple]:
    yield Triple(iri, v.IN_SENTENCE, names.sentences[what.sentence])
    yield from _place(iri, what.span)
    yield Triple(iri, v.TEXT, plain(what.span.of(text)))
