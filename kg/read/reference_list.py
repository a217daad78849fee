"""Where the reference list stands.

It is found by its heading, or, where it has none, as the last run of numbered entries that look
like references. Ordinary numbered lists do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.text import Span
from kg.read.entries import Entry, find_entries, is_like_reference, names_a_source, number_of
from kg.read.lines import Line

_BEFORE, _AFTER = r"[#*_\s]*(?:\d+\.?\s+)?", r"[*_\s]*:?[*_\s#]*"
# Headings that mean nothing else; then those that count only above what looks like references.
SURE_HEADING = re.compile(
    rf"{_BEFORE}(?:references?(?: list| cited)?|list of references|bibliography|works cited|"
    r"literature cited|cited (?:literature|works|references)|references and notes|"
    rf"notes and references){_AFTER}",
    re.IGNORECASE,
)
MAYBE_HEADING = re.compile(
    rf"{_BEFORE}(?:literature|sources?|citations?|further reading|notes|endnotes|footnotes|"
    rf"journal references?|publications?|selected references|key references){_AFTER}",
    re.IGNORECASE,
)
INLINE_HEADING = re.compile(r"[#*_\s]*references?[*_]*\s*:[*_]*\s+(?=\S)", re.IGNORECASE)
BACK_MATTER = re.compile(
    rf"{_BEFORE}(?:acknowledge?ments?|funding|about the authors?|author contributions?|authors?|"
    r"(?:conflicts?|declarations?) of (?:competing )?interests?|competing interests?|disclosures?|"
    r"appendix(?: \w)?|supplementary (?:materials?|information|data)|data availability|tables?|"
    r"figures?|figure legends?|abbreviations|contact|copyright|ethics(?: statement)?|glossary|"
    r"correspondence|press contact|media contact|notes to editors|further reading"
    rf"){_AFTER}"
    r"|[#*_\s]*(?:acknowledge?ments?|funding|about the authors?|conflicts? of interests?|"
    r"disclosures?|correspondence|(?:press |media )?contact)\s*:\s.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The lines [first, last) that the list takes, heading included; the span of its entries."""

    first: int
    last: int
    heading: Span | None
    span: Span
    entries: tuple[Entry, ...]


def find_reference_list(text: str, lines: Sequence[Line]) -> ReferenceList | None:
    """Return the article's reference list, None where it has none. Of several the last one."""
    for search in (_below_sure_heading, _behind_inline_heading, _below_heading, _without_heading):
        if found := next(search(text, lines), None):
            return found
    return None


def _below_sure_heading(text: str, lines: Sequence[Line]) -> Iterator[ReferenceList]:
    """Yield the lists below "References" and the like: one reference is enough."""
    for n in _lines_that_are(SURE_HEADING, lines):
        found = _list(text, lines, n, n + 1)
        if found and any(e.is_like_reference for e in found.entries):
            yield found


def _below_heading(text: str, lines: Sequence[Line]) -> Iterator[ReferenceList]:
    """Yield the lists below headings that may stand above other things too."""
    for n in _lines_that_are(MAYBE_HEADING, lines):
        found = _list(text, lines, n, n + 1)
        if found and _are_references(found.entries):
            yield found


def _behind_inline_heading(text: str, lines: Sequence[Line]) -> Iterator[ReferenceList]:
    """Yield the lists that begin on the line of their heading: "References: 1. …"."""
    for n in reversed(range(len(lines))):
        if m := INLINE_HEADING.match(lines[n].text):
            start = Span(lines[n].span.start + m.end(), lines[n].span.end)
            first = Line(start, 0, start.of(text))
            found = _list(text, (*lines[:n], first, *lines[n + 1 :]), n, n)
            if found and _are_references(found.entries):
                yield found


def _without_heading(text: str, lines: Sequence[Line]) -> Iterator[ReferenceList]:
    """Yield the runs of numbered references, the first line of the first run first. What follows
    an item of an ordinary list is part of that list.
    """
    before: int | None = None
    for n, line in enumerate(lines):
        label = number_of(line.text)
        if not label or label["bare"]:
            continue
        number = int(label["square"] or label["dotted"])
        follows, before = before == number - 1, number
        if follows or not is_like_reference(line.text[label.end() :]):
            continue
        found = _list(text, lines, n, n)
        if found and found.entries[0].number == number and _are_references(found.entries):
            sources = sum(names_a_source(e.body) for e in found.entries)
            if 2 * sources >= len(found.entries):
                yield found


def _lines_that_are(heading: re.Pattern[str], lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that are such a heading, the last one first."""
    return (
        n for n in reversed(range(len(lines))) if lines[n].text and heading.fullmatch(lines[n].text)
    )


def _are_references(entries: Sequence[Entry]) -> bool:
    """Whether at least half of the entries look like references."""
    return 2 * sum(e.is_like_reference for e in entries) >= len(entries)


def _list(text: str, lines: Sequence[Line], heading: int, start: int) -> ReferenceList | None:
    """Return the list that starts at a line, up to where other matter begins."""
    end = next(
        (n for n in range(start, len(lines)) if BACK_MATTER.fullmatch(lines[n].text or "-")),
        len(lines),
    )
    entries = _without_tail(tuple(find_entries(text, lines[start:end])))
    if not entries:
        return None
    span = Span(entries[0].span.start, entries[-1].span.end)
    last = max(n for n in range(start, end) if lines[n].text and lines[n].span.start < span.end)
    above = lines[heading].span if heading < start else None
    return ReferenceList(heading, last + 1, above, span, entries)


def _without_tail(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Drop what stands behind the last entry and is neither numbered nor like a reference."""
    end = len(entries)
    while end and entries[end - 1].number is None and not entries[end - 1].is_like_reference:
        end -= 1
    return entries[:end]
