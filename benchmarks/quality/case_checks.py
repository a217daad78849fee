"""What the cases expect, key by key.

Each check yields what it looked at and whether it is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluate.names import Names
from kg.model.claim import Quantity, Reading
from kg.model.ontology import Ontology
from kg.model.text import Paper

Expected = Mapping[str, Any]
Check = Callable[["Case", Expected], Iterator[tuple[str, bool]]]
PAPER_FIELDS = ("title", "journal", "volume", "issue", "doi", "iri", "year", "et_al")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as it was read."""

    reading: Reading
    names: Names
    ontology: Ontology

    def title_of(self, number: int) -> str | None:
        """Return the title of the paper that a reference denotes."""
        references = self.reading.article.references
        return next((r.paper.title for r in references if r.number == number), None)


def sentence_starts(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Where sentences of the body begin."""
    starts = {sentence.span.start for sentence in case.reading.sentences}
    for start in expected["sentence_starts"]:
        yield f"a sentence at {start}", start in starts


def abbreviations(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Short and long form."""
    found = {
        (a.short.start, a.short.end, a.long.start, a.long.end) for a in case.reading.abbreviations
    }
    wanted = {
        (a["short"]["start"], a["short"]["end"], a["long"]["start"], a["long"]["end"])
        for a in expected["abbreviations"]
    }
    for one in sorted(wanted):
        yield f"{one}", one in found
    if expected.get("abbreviations_complete"):
        yield f"no others than {sorted(wanted)}: {sorted(found - wanted)}", found <= wanted


def mentions(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Spans that name a term."""
    found = {(m.span.start, m.span.end): m.term for m in case.reading.mentions}
    spans = set()
    for one in expected["mentions"]:
        span = (one["start"], one["end"])
        spans.add(span)
        yield f"“{one['text']}” at {span}", found.get(span) in case.names.terms(one["term"])
    if expected.get("mentions_complete"):
        others = sorted(set(found) - spans)
        text = case.reading.article.text
        yield f"no other: {[text[start:end] for start, end in others]}", not others


def coreferences(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Words that point back, and to what."""
    found = {(a.span.start, a.span.end): a.terms for a in case.reading.anaphors if a.terms}
    spans = set()
    for one in expected["coreferences"]:
        span = (one["start"], one["end"])
        spans.add(span)
        meant = case.names.terms(one["antecedent"]["text"])
        yield f"“{one['text']}” at {span}", any(term in meant for term in found.get(span, ()))
    if expected.get("coreferences_complete"):
        yield f"no other: {sorted(set(found) - spans)}", set(found) <= spans


def citations(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Markers with the titles of the works that they resolve to."""
    found: dict[tuple[int, int], list[str | None]] = {}
    for c in case.reading.citations:
        titles = [case.title_of(number) for number in c.references]
        found.setdefault((c.span.start, c.span.end), []).extend(titles)
    for one in expected["citations"]:
        got = _within(found, one["start"], one["end"])
        yield f"{one['text']} at {one['start']}: {got}", got == one["references"]


def _within(found: Mapping[tuple[int, int], list[str | None]], start: int, end: int) -> Any:
    """Return what the markers within an interval resolve to; None where there is none."""
    inside = [titles for (s, e), titles in sorted(found.items()) if s < end and start < e]
    return [title for titles in inside for title in titles] if inside else None


def quantities(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Amounts with their values."""
    found = {(q.span.start, q.span.end): q for q in case.reading.quantities}
    spans = set()
    for one in expected["quantities"]:
        span = (one["start"], one["end"])
        spans.add(span)
        yield f"“{one['text']}” at {span}", span in found and _has_values(found[span], one)
    if expected.get("quantities_complete"):
        text = case.reading.article.text
        others = sorted(set(found) - spans)
        yield f"no other: {[text[start:end] for start, end in others]}", not others


def _has_values(quantity: Quantity, one: Mapping[str, Any]) -> bool:
    pairs = (
        (one.get("value"), quantity.value),
        (one.get("low"), quantity.min),
        (one.get("high"), quantity.max),
        (one.get("uncertainty"), getattr(quantity, "uncertainty", None)),
    )
    return all(
        wanted is None or (got is not None and abs(float(got) - wanted) <= 1e-9 * abs(wanted))
        for wanted, got in pairs
    )


def no_quantities(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Numbers that are no quantity."""
    for one in expected["no_quantities"]:
        met = [
            q
            for q in case.reading.quantities
            if q.span.start < one["end"] and one["start"] < q.span.end
        ]
        yield f"“{one['text']}” is none", not met


def references(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Fields of the reference list, in its order."""
    papers = [reference.paper for reference in case.reading.article.references]
    yield f"{len(papers)} references", len(papers) == len(expected["references"])
    for number, (one, paper) in enumerate(zip(expected["references"], papers, strict=False), 1):
        for field in PAPER_FIELDS:
            if field in one:
                got = _field(paper, field)
                yield f"{number}.{field}: {got!r}", _equal(field, got, one[field])
        if "authors" in one:
            yield f"{number}.authors: {paper.authors}", list(paper.authors) == one["authors"]
        if "page_first" in one:
            pages = (paper.pages or "").replace("–", "-").split("-")
            wanted = [one["page_first"], *([one["page_last"]] if "page_last" in one else [])]
            yield f"{number}.pages: {paper.pages!r}", pages == wanted


def _field(paper: Paper, field: str) -> Any:
    if field == "year":
        return paper.issued[:4] if paper.issued else None
    return getattr(paper, field, None)


def _equal(field: str, got: Any, wanted: Any) -> bool:
    if field == "doi":
        return str(got).casefold() == str(wanted).casefold()
    return bool((got or None) == (wanted or None))


def reference_labels(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Printed number and title of each reference."""
    found = [(str(r.number), r.paper.title) for r in case.reading.article.references]
    for number, title in expected["reference_labels"]:
        yield f"{number} {title}", (number, title) in found


CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        sentence_starts,
        abbreviations,
        mentions,
        coreferences,
        citations,
        quantities,
        no_quantities,
        references,
        reference_labels,
    )
}
