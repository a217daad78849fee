"""The entries of a reference list: numbered in any style, bulleted or neither, wrapped or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.text import Span
from kg.read.lines import Line, span_of

# The signs of a reference.
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")
IDENTIFIER = re.compile(
    r"\b10\.\d{4,9}/\S|\bPMID\b|\bPMCID?\b|https?://|\bISBN\b|\barXiv\b", re.IGNORECASE
)
LOCATOR = re.compile(  # volume and pages, in any style
    r"\d\s*\([^()]{1,12}\)\s*[:,]|\b[\dA-Z]+\s*[:;]\s*[A-Za-z]?\d+\s*[-–]\s*[A-Za-z]?\d|"
    r"\bpp?\.\s?\d|;\s*\d+\s*[:(]|\bvol(?:ume|\.)\s?\d|,\s*\d+\s*[-–]\s*\d+\s*[.(]|\b\d+:\s?\w?\d+",
    re.IGNORECASE,
)
AUTHOR = re.compile(  # "Pinna G", "Pinna, G.", "G. Pinna", "van der Berg, J.-P.", "… et al"
    r"(?:(?:van|von|der?|den|d[aiu]|del|las?|le|los|ten|ter|al|el|bin|d[oa]s)[ -]|[dDO]['’]){0,3}"
    r"(?:[^\W\d_a-z][\w'’‐-]+\s){0,2}[^\W\d_a-z][\w'’‐-]+,?\s(?:[^\W\d_a-z]{1,3}\b|[^\W\d_a-z]\.)"
    r"|(?:[^\W\d_a-z]\.[ -]?){1,3}\s?[^\W\d_a-z][\w'’‐-]+"
    r"|[^.]{0,80}\bet al\b"
)
ENOUGH_SIGNS = 2

NUMBER = re.compile(
    r"(?:\[\^?(?P<square>\d{1,3})\]:?|\(?(?P<dotted>\d{1,3})[.)]|(?P<bare>\d{1,3}))"
    r"\s*(?=[^\W\d_]|[\"“‘'«\[(*_]|\d+-[A-Z])"
)
STYLES = ("square", "dotted", "bare")  # the first of two that fit as well
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
BULLET = re.compile(r"[-*+•‣▪◦●]\s+(?=\S)")
INLINE_NUMBER = re.compile(r"(?<=\s)(?:\[(\d{1,3})\]|(\d{1,3})\.)\s+(?=[^\W\d_a-z])")
BROKEN_AT_HYPHEN = re.compile(r"(?<=\w)-\s*[\r\n]+\s*(?=[a-z0-9])")
NEAR = 9  # numbers; a wrapped line that begins with pages ("118. doi:…") is no entry
LONGEST_STRAY = 40  # characters of a page's head among the entries; more is other matter


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as printed. `body` is its text without the number, white space made single blanks;
    `number` is the printed one, None where there is none.
    """

    span: Span
    number: int | None
    body: str

    @property
    def is_like_reference(self) -> bool:
        """Whether it looks like a reference."""
        return is_like_reference(self.body)


def is_like_reference(body: str) -> bool:
    """Whether a text shows two of the signs: authors, year, identifier, volume and pages."""
    signs = (AUTHOR.match(body), YEAR.search(body), IDENTIFIER.search(body), LOCATOR.search(body))
    return sum(sign is not None for sign in signs) >= ENOUGH_SIGNS


def names_a_source(body: str) -> bool:
    """Whether a text names authors or an identifier, as no item of an ordinary list does."""
    return AUTHOR.match(body) is not None or IDENTIFIER.search(body) is not None


def find_entries(text: str, lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the entries of these lines, up to where something else is printed."""
    numbered = _numbered_starts(lines)
    starts = numbered or _unnumbered_starts(lines)
    for n, start in enumerate(starts):
        following = starts[n + 1] if n + 1 < len(starts) else len(lines)
        end = next((i for i in range(start, following) if lines[i].is_blank), following)
        yield from _split_inline(text, span_of(lines[start:end]), numbered=bool(numbered))
        if any(len(line.text) > LONGEST_STRAY for line in lines[end:following]):
            return


def number_of(text: str) -> re.Match[str] | None:
    """Return the number at the start of an entry; the group of its style holds the digits."""
    return NUMBER.match(text.translate(SUPERSCRIPTS))


def _numbered_starts(lines: Sequence[Line]) -> list[int]:
    """Return where numbered entries start; numbers may leave gaps or stand twice, not fall."""
    starts: dict[str, list[int]] = {style: [] for style in STYLES}
    latest = dict.fromkeys(STYLES, 0)
    for n, line in enumerate(lines):
        beside = lines[n + 1].text if n + 1 < len(lines) else ""  # a number may stand alone
        if not line.text or not (m := number_of(f"{line.text} {beside}")):
            continue
        style = next(s for s in STYLES if m[s])
        number = int(m[style])
        is_fresh = n == 0 or lines[n - 1].is_blank
        if latest[style] <= number and (is_fresh or number <= latest[style] + NEAR):
            starts[style].append(n)
            latest[style] = number
    return max(starts.values(), key=len)


def _unnumbered_starts(lines: Sequence[Line]) -> list[int]:
    """Return where entries start that have no numbers: at bullets, else after blank lines and at
    lines that begin as references do and are not indented below the one before.
    """
    filled = [n for n, line in enumerate(lines) if line.text]
    if bullets := [n for n in filled if BULLET.match(lines[n].text)]:
        return bullets
    margin = min((lines[n].indent for n in filled), default=0)
    return [
        n
        for n in filled
        if n == filled[0]
        or lines[n - 1].is_blank
        or (lines[n].indent == margin and _may_follow(lines[n - 1].text, lines[n].text))
    ]


def _may_follow(before: str, line: str) -> bool:
    """Whether an entry may start at a line though no blank one parts it from the entry before."""
    is_start = AUTHOR.match(line) is not None or is_like_reference(line)
    return is_start and before[-1] in ".)/]0123456789"


def _split_inline(text: str, span: Span, *, numbered: bool) -> Iterator[Entry]:
    """Yield the entries of one stretch; "1. … 2. … 3. …" on one line are several."""
    said = span.of(text)
    cuts = [0]
    latest = _entry(text, span, numbered=numbered).number
    for m in INLINE_NUMBER.finditer(said) if latest is not None else ():
        if int(m[1] or m[2]) == (latest or 0) + 1 and is_like_reference(said[m.end() :]):
            cuts.append(m.start())
            latest = int(m[1] or m[2])
    for start, end in zip(cuts, [*cuts[1:], len(said)], strict=True):
        whole = span.start + start + len(said[start:end].rstrip())
        yield _entry(text, Span(span.start + start, whole), numbered=numbered)


def _entry(text: str, span: Span, *, numbered: bool) -> Entry:
    """Make an entry of a span."""
    said = span.of(text)
    label = number_of(said) if numbered else BULLET.match(said)
    number = int(next(label[s] for s in STYLES if label[s])) if numbered and label else None
    body = BROKEN_AT_HYPHEN.sub("-", said[label.end() if label else 0 :])
    return Entry(span, number, " ".join(body.split()))
