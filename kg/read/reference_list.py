"""Where the reference list stands, and its entries: lines → entries with numbers and spans.

A list is found by its heading, or, where it has none, as the last run of numbered entries that
look like references. Ordinary numbered lists do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.text import Span
from kg.read.lines import Line, span_of

# Headings that mean nothing else; then those that count only above what looks like references.
SURE_HEADING = re.compile(
    r"[#*_\s]*(?:\d+\.?\s+)?(?:references?(?: list| cited)?|list of references|reference list|"
    r"bibliography|works cited|literature cited|cited (?:literature|works|references)|"
    r"references and notes|notes and references)[*_\s]*:?[*_\s#]*",
    re.IGNORECASE,
)
MAYBE_HEADING = re.compile(
    r"[#*_\s]*(?:\d+\.?\s+)?(?:literature|sources?|citations?|further reading|notes|endnotes|"
    r"footnotes|journal references?|publications?|selected references|key references)"
    r"[*_\s]*:?[*_\s#]*",
    re.IGNORECASE,
)
INLINE_HEADING = re.compile(r"[#*_\s]*references?[*_]*\s*:[*_]*\s+(?=\S)", re.IGNORECASE)
BACK_MATTER = re.compile(
    r"[#*_\s]*(?:acknowledge?ments?|funding|about the authors?|author contributions?|authors?|"
    r"(?:conflicts?|declarations?) of (?:competing )?interests?|competing interests?|disclosures?|"
    r"appendix(?: \w)?|supplementary (?:materials?|information|data)|data availability|tables?|"
    r"figures?|figure legends?|abbreviations|contact|copyright|ethics(?: statement)?|glossary|"
    r"correspondence|press contact|media contact|notes to editors)[*_\s]*:?[*_\s#]*"
    r"|[#*_\s]*(?:acknowledge?ments?|funding|about the authors?|conflicts? of interests?|"
    r"disclosures?|correspondence|contact)\s*:\s.*",
    re.IGNORECASE,
)

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")
IDENTIFIER = re.compile(
    r"\b10\.\d{4,9}/\S|\bPMID\b|\bPMCID?\b|https?://|\bISBN\b|\barXiv\b", re.IGNORECASE
)
LOCATOR = re.compile(  # volume and pages, in any style
    r"\d\s*\([^()]{1,12}\)\s*[:,]|\b[\dA-Z]+\s*[:;]\s*[A-Za-z]?\d+\s*[-–]\s*[A-Za-z]?\d|"
    r"\bpp?\.\s?\d|;\s*\d+\s*[:(]|\bvol(?:ume|\.)\s?\d|,\s*\d+\s*[-–]\s*\d+\s*[.(]|\b\d+:\s?\w?\d+",
    re.IGNORECASE,
)
AUTHOR = re.compile(  # "Pinna G", "Pinna, G.", "G. Pinna", "van der Berg, J.-P.", "WHO."
    r"(?:(?:van|von|der?|den|d[aiu]|del|la|le|ten|ter|al|el|bin|dos|das)[ -]|[dDO]['’]){0,3}"
    r"(?:[^\W\d_a-z][\w'’‐-]+\s){0,2}[^\W\d_a-z][\w'’‐-]+,?\s(?:[^\W\d_a-z]{1,3}\b|[^\W\d_a-z]\.)"
    r"|(?:[^\W\d_a-z]\.[ -]?){1,3}\s?[^\W\d_a-z][\w'’‐-]+"
    r"|[^.]{0,80}\bet al\b"
)
IS_REFERENCE = 2  # of the four signs

NUMBER = re.compile(
    r"(?:\[\^?(?P<square>\d{1,3})\]:?|\(?(?P<dotted>\d{1,3})[.)]|(?P<bare>\d{1,3}))"
    r"(?P<gap>\s*)(?=[^\W\d_]|[\"“‘'«\[(]|\d+-[A-Z])"
)
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
BULLET = re.compile(r"[-*+•‣▪◦●]\s+(?=\S)")
INLINE_ENTRY = re.compile(r"(?:(?<=\s)|^)(?:\[(\d{1,3})\]|(\d{1,3})\.)\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as printed. `body` is its text without the number, white space made single blanks;
    `number` is the printed one, None where there is none.
    """

    span: Span
    number: int | None
    body: str


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The lines [first, last) that the list takes, heading included; the span of its entries."""

    first: int
    last: int
    heading: Span | None
    span: Span
    entries: tuple[Entry, ...]


def find_reference_list(text: str, lines: Sequence[Line]) -> ReferenceList | None:
    """Return the article's reference list, None where it has none."""
    for n in reversed(range(len(lines))):
        for heading, sure in ((SURE_HEADING, True), (MAYBE_HEADING, False)):
            if heading.fullmatch(lines[n].text) and not lines[n].is_blank:
                if found := _below(text, lines, n, n + 1, sure=sure):
                    return found
        if m := INLINE_HEADING.match(lines[n].text):
            start = Span(lines[n].span.start + m.end(), lines[n].span.end)
            first = Line(start, 0, start.of(text))
            if found := _below(text, (*lines[:n], first, *lines[n + 1 :]), n, n, sure=False):
                return found
    return _without_heading(text, lines)


def is_like_reference(body: str) -> bool:
    """Whether a text shows two of the signs: authors, year, identifier, volume and pages."""
    signs = (AUTHOR.match(body), YEAR.search(body), IDENTIFIER.search(body), LOCATOR.search(body))
    return sum(sign is not None for sign in signs) >= IS_REFERENCE


def _below(
    text: str, lines: Sequence[Line], heading: int, start: int, *, sure: bool
) -> ReferenceList | None:
    """Return the list under a heading, up to where other matter begins."""
    end = start
    while end < len(lines) and not BACK_MATTER.fullmatch(lines[end].text or "-"):
        end += 1
    entries = tuple(_entries(text, lines[start:end]))
    entries = _without_tail(entries)
    like = sum(is_like_reference(e.body) for e in entries)
    if not entries or not (like if sure else 2 * like >= len(entries)):
        return None
    span = Span(entries[0].span.start, entries[-1].span.end)
    last = max(n for n in range(start, end) if lines[n].text and lines[n].span.start < span.end) + 1
    above = lines[heading].span if heading < start else None
    return ReferenceList(heading, last, above, span, entries)


def _without_tail(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Drop what follows a numbered list without a number and looks like no reference."""
    end = len(entries)
    while end and entries[end - 1].number is None and not is_like_reference(entries[end - 1].body):
        end -= 1
    return entries[:end]


def _without_heading(text: str, lines: Sequence[Line]) -> ReferenceList | None:
    """Return the last run of numbered entries most of which look like references."""
    for start in _run_starts(lines):
        if found := _below(text, lines, start, start, sure=False):
            numbers = [e.number for e in found.entries]
            if None not in numbers and found.entries[0].span.start == lines[start].span.start:
                return found
    return None


def _run_starts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield where a numbered list may start, the first line of the longest one first."""
    for n, line in enumerate(lines):
        if (
            (m := NUMBER.match(line.text))
            and not m["bare"]
            and is_like_reference(line.text[m.end() :])
        ):
            yield n


def _entries(text: str, lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the entries of the list's lines, whether or not they are numbered or wrapped."""
    numbered = _numbered_starts(lines)
    starts = numbered or _unnumbered_starts(lines)
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(lines)
        end = _entry_end(lines, start, end, last=n + 1 == len(starts))
        own = tuple(line for line in lines[start:end] if line.text)
        yield from _split_inline(text, span_of(own), bool(numbered))


def _entry_end(lines: Sequence[Line], start: int, end: int, *, last: bool) -> int:
    """An entry ends at a blank line if it is the last one, or if what follows is no rest of it."""
    for n in range(start, end):
        if not lines[n].text and (last or n > start):
            return n
    return end


def _numbered_starts(lines: Sequence[Line]) -> list[int]:
    """Return where numbered entries start; numbers may leave gaps or stand twice, not fall."""
    styles: dict[str, list[int]] = {"square": [], "dotted": [], "bare": []}
    latest = dict.fromkeys(styles, 0)
    for n, line in enumerate(lines):
        if (m := NUMBER.match(line.text.translate(SUPERSCRIPTS))) and m.lastgroup:
            style = next(s for s in styles if m[s])
            number = int(m[style])
            fresh = n == 0 or not lines[n - 1].text
            if latest[style] <= number <= latest[style] + (FARTHEST_GAP if fresh else NEAR_GAP):
                styles[style].append(n)
                latest[style] = number
    return max(styles.values(), key=len)


FARTHEST_GAP = 999
NEAR_GAP = 9  # a wrapped line that begins with pages ("118. doi:…") is no entry


def _unnumbered_starts(lines: Sequence[Line]) -> list[int]:
    """Return where entries start that have no numbers: after blank lines or bullets, else at each
    line that begins as references do and is not indented below the one before.
    """
    filled = [n for n, line in enumerate(lines) if line.text]
    if not filled:
        return []
    if any(BULLET.match(lines[n].text) for n in filled):
        return [n for n in filled if BULLET.match(lines[n].text)]
    margin = min(lines[n].indent for n in filled)
    return [
        n
        for n in filled
        if n == filled[0]
        or not lines[n - 1].text
        or (
            lines[n].indent == margin
            and lines[n - 1].text[-1] in ".)/]0123456789"
            and (AUTHOR.match(lines[n].text) or is_like_reference(lines[n].text))
        )
    ]


def _split_inline(text: str, span: Span, numbered: bool) -> Iterator[Entry]:
    """Yield the entries of one stretch; "1. … 2. … 3. …" on one line are several."""
    said = span.of(text)
    starts, expected = [0], _number_of(said)
    for m in INLINE_ENTRY.finditer(said) if numbered and expected else ():
        if (
            m.start()
            and int(m[1] or m[2]) == (expected or 0) + 1
            and is_like_reference(said[m.end() :])
        ):
            starts.append(m.start())
            expected = int(m[1] or m[2])
    for start, end in zip(starts, [*starts[1:], len(said)], strict=True):
        yield _entry(
            text, span.start + start, span.start + start + len(said[start:end].rstrip()), numbered
        )


def _entry(text: str, start: int, end: int, numbered: bool) -> Entry:
    said = text[start:end]
    if numbered and (m := NUMBER.match(said.translate(SUPERSCRIPTS))):
        number = int(m["square"] or m["dotted"] or m["bare"])
        return Entry(Span(start, end), number, " ".join(said[m.end() :].split()))
    bullet = BULLET.match(said)
    return Entry(Span(start, end), None, " ".join(said[bullet.end() if bullet else 0 :].split()))


def _number_of(said: str) -> int | None:
    m = NUMBER.match(said.translate(SUPERSCRIPTS))
    return int(m["square"] or m["dotted"] or m["bare"]) if m else None
