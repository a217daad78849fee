"""What the article's gold says beside claims: names, papers, markers, quantities, citations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.model.claim import Quantity, Reading
from kg.model.text import Paper, Span

NUMBER = re.compile(r"\d+(?:\.\d+)?")
WORDED = {"several weeks": "several weeks", "almost a century": "century"}
UNREAD = ("references", "keywords")  # sections that state nothing
FIELDS = ("title", "authors", "journal", "year", "volume", "issue", "pages", "doi")


@dataclass(frozen=True, slots=True)
class Fact:
    """So many right of so many, and in words what is missing or wrong."""

    name: str
    right: int
    judged: int
    wrong: tuple[str, ...]


def compare(gold: Mapping[str, Any], reading: Reading) -> tuple[Fact, ...]:
    """Compare everything but claims."""
    return (
        _judge("entities named at least once", _entities(gold, reading)),
        _judge("mentions of entities", _mentions(gold, reading)),
        _judge("fields of papers", _papers(gold, reading)),
        _judge("citation markers", _markers(gold, reading)),
        _judge("no other marker", _other_markers(gold, reading)),
        _judge("quantities", _quantities(gold, reading)),
    )


def _judge(name: str, judged: Iterator[tuple[str, bool]]) -> Fact:
    results = list(judged)
    wrong = Counter(what for what, right in results if not right)
    shown = tuple(f"{what} ({n} times)" if n > 1 else what for what, n in wrong.items())
    return Fact(name, len(results) - wrong.total(), len(results), shown)


def _body_mentions(gold: Mapping[str, Any]) -> Iterator[tuple[str, Span]]:
    for entity in gold["entities"]:
        for mention in entity["mentions"]:
            if mention["section"] not in UNREAD:
                yield entity["id"], Span(mention["start"], mention["end"])


def _entities(gold: Mapping[str, Any], reading: Reading) -> Iterator[tuple[str, bool]]:
    found = [mention.span for mention in reading.mentions]
    spans: dict[str, list[Span]] = {}
    for entity, span in _body_mentions(gold):
        spans.setdefault(entity, []).append(span)
    for entity, ones in spans.items():
        yield entity, any(span.meets(one) for span in found for one in ones)


def _mentions(gold: Mapping[str, Any], reading: Reading) -> Iterator[tuple[str, bool]]:
    found = [mention.span for mention in reading.mentions]
    for entity, span in _body_mentions(gold):
        yield entity, any(span.meets(one) for one in found)


def _papers(gold: Mapping[str, Any], reading: Reading) -> Iterator[tuple[str, bool]]:
    read = {reference.number: reference.paper for reference in reading.article.references}
    for paper in gold["papers"]:
        number = paper["citation_number"]
        if number is not None:
            for field in FIELDS:
                got = _field(read[number], field) if number in read else None
                yield f"{number}.{field}: {got!r}", _same(paper, field, got)


def _field(paper: Paper, field: str) -> object:
    return paper.issued and paper.issued[:4] if field == "year" else getattr(paper, field)


def _same(paper: Mapping[str, Any], field: str, got: object) -> bool:
    expected = paper[field]
    if field == "authors":
        assert isinstance(got, tuple | None)
        return list(got or ())[: len(expected)] == list(expected)
    if expected == "0":  # a place-holder of papers ahead of print: may be left out
        return got in (None, "0")
    return bool(got == (None if expected is None else str(expected)))


def _cited(gold: Mapping[str, Any]) -> dict[str, int]:
    """Sentence → the reference that its marker cites."""
    return {
        claim["sentence_id"]: int(ref.removeprefix("ref"))
        for claim in gold["claims"]
        for ref in claim["cites_refs"]
    }


def _sentences(gold: Mapping[str, Any]) -> dict[str, Span]:
    return {s["id"]: Span(s["start"], s["end"] + 1) for s in gold["sentences"]}


def _markers(gold: Mapping[str, Any], reading: Reading) -> Iterator[tuple[str, bool]]:
    spans = _sentences(gold)
    for sentence, reference in _cited(gold).items():
        yield (
            f"{sentence} cites {reference}",
            any(
                c.references == (reference,) and spans[sentence].holds(c.span)
                for c in reading.citations
            ),
        )


def _other_markers(gold: Mapping[str, Any], reading: Reading) -> Iterator[tuple[str, bool]]:
    spans = _sentences(gold)
    marked = [spans[sentence] for sentence in _cited(gold)]
    for citation in reading.citations:
        words = citation.span.of(reading.article.text)
        yield words, any(span.holds(citation.span) for span in marked)


def _quantities(gold: Mapping[str, Any], reading: Reading) -> Iterator[tuple[str, bool]]:
    spans = _sentences(gold)
    question = next(q for q in gold["competency_questions"] if "quantities" in q["question"])
    for expected in question["expected"]:
        words, sentence = expected.rstrip(")").rsplit(" (", 1)
        found = [q for q in reading.quantities if spans[sentence].holds(q.span)]
        yield expected, any(_is_quantity(words, q, reading.article.text) for q in found)


def _is_quantity(words: str, quantity: Quantity, text: str) -> bool:
    numbers = {float(number) for number in NUMBER.findall(words)}
    values = {float(v) for v in (quantity.value, quantity.min, quantity.max) if v is not None}
    worded = next((form for name, form in WORDED.items() if name in words), None)
    return worded in quantity.span.of(text) if worded else numbers == values
