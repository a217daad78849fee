"""Markers that are numbers in brackets, superscript or words: "[3]", "(1)", "rate¹²", "ref. 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.marker import DASHES, LIST, Marker, Page, ends, marker, numbers_in

SQUARE = re.compile(
    rf"\[(\d{{1,3}}\]\s?[{DASHES}]\s?\[\d{{1,3}})\]|\[\^?({LIST})\]|<sup>\[?({LIST})\]?</sup>|\^\[?({LIST})\]?\^?(?=[\s.,;:)]|\Z)"
)
WORDY = re.compile(  # as in "[see 3]", "[1 and 2]", "[4, p. 12]"
    rf"\[(?:(?:see|see also|e\.g\.,?|cf\.|reviewed in)\s)?"
    rf"(?P<numbers>{LIST}(?:,?\s(?:and|&)\s\d{{1,3}})?)(?:,\spp?\.\s?\d+(?:[{DASHES}]\d+)?)?\]"
)
AND = re.compile(r",?\s(?:and|&)\s")
IN_WORDS = re.compile(
    rf"\b[Rr]ef(?:erence)?s?\.?\s(?P<numbers>{LIST}(?:,?\s(?:and|&)\s\d{{1,3}})?)(?![\w%]|\.\d)"
)
INTERVAL_BEFORE = re.compile(r"(?:\bCI|\binterval|\brange|\bIQR|=|∈)[:,]?\s*\Z", re.IGNORECASE)
ROUND = re.compile(rf"(?<=[^\W_]|[.”\"’)%\]])(\s?)\(({LIST})\)")
NUMERAL_BEFORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|n|fig(?:ure)?s?\.?|"
    r"tables?|eqs?\.?|equations?|steps?|phases?|types?|stages?|grades?|groups?|arms?|and|or|"
    r"either|both|are|were|is|was|[a-zχ])\s?\Z",
    re.IGNORECASE,
)
CLOSES = re.compile(r"\s*(?:[.,;:)\]?!]|\Z)")
NEXT_SENTENCE = re.compile(r"\s+[A-Z“\"(]|\s*\Z")
PART = re.compile(r"\((\d{1,2})\)\s+\w")
SUPERSCRIPT = re.compile(r"(?<![⁻⁺])[⁰¹²³⁴-⁹]+(?:[,;⁻‐–˒·’ʼ-][⁰¹²³⁴-⁹]+)*(?![⁺⁻\w])")
UNIT_BEFORE = re.compile(  # of "m²", "R²"
    r"(?:\b[kcmdnµμ]?m|\b(?:ft|in|yd|mi|s|kg|[A-Zχηρω])|metres?|meters?|inch|feet|foot|miles?)\Z"
)
POWERS = ("²", "³")
TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒ʼ’·", "0123456789-,,,,")


def square_brackets(page: Page) -> Iterator[Marker]:
    """Yield "[3]", "[2, 3]", "[1–3]", "[1]–[3]", Markdown's "[^3]" and "^3^", then
    those with words: "[see 3]".
    """
    for m in SQUARE.finditer(page.text, page.span.start, page.span.end):
        numbers = numbers_in(re.sub(r"[\[\]]", "", m[m.lastindex or 1]))
        before = page.text[max(page.span.start, m.start() - 20) : m.start()]
        if numbers and not INTERVAL_BEFORE.search(before) and not before[-1:].isdigit():
            yield marker(m.start(), m.end(), numbers)
    for m in WORDY.finditer(page.text, page.span.start, page.span.end):
        numbers = numbers_in(AND.sub(", ", m["numbers"]))
        is_plain = SQUARE.match(page.text, m.start()) is not None
        if numbers and not is_plain and ends(m["numbers"]) <= page.numbers:
            yield marker(m.start(), m.end(), numbers)


def in_words(page: Page) -> Iterator[Marker]:
    """Yield "ref. 3", "references 4 and 5": only numbers that the list has."""
    for m in IN_WORDS.finditer(page.text, page.span.start, page.span.end):
        numbers = numbers_in(AND.sub(", ", m["numbers"]))
        if numbers and ends(m["numbers"]) <= page.numbers:
            yield marker(*m.span(), numbers)


def round_brackets(page: Page) -> Iterator[Marker]:
    """Yield "(1)", "(2, 3)": not those that count the parts of a sentence, "(1) … (2) …"."""
    counts = _counts_parts(page)
    for m in ROUND.finditer(page.text, page.span.start, page.span.end):
        before = page.text[max(page.span.start, m.start() - 12) : m.start()]
        numbers = numbers_in(m[2])
        if not numbers or NUMERAL_BEFORE.search(before):
            continue
        known = ends(m[2]) <= page.numbers
        within = max(numbers) <= max(page.numbers, default=0)
        closes = CLOSES.match(page.text, m.end(), page.span.end)
        if m[1] and before[-1:] in ".?!":  # "It fell. (5) The rate rose." but not "(5) is …"
            closes = NEXT_SENTENCE.match(page.text, m.end(), page.span.end)
            known = known and closes is not None
        if (within and closes) or (known and not counts):
            yield marker(m.start() + len(m[1]), m.end(), numbers)


def _counts_parts(page: Page) -> bool:
    """Whether bracketed numbers of a block run 1, 2, … each before a word."""
    numbers = [int(m[1]) for m in PART.finditer(page.text, page.span.start, page.span.end)]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def superscripts(page: Page) -> Iterator[Marker]:
    """Yield "rate¹²", "rate¹,³": not m², 10⁶, ¹⁸F, Ca²⁺, χ²."""
    for m in SUPERSCRIPT.finditer(page.text, page.span.start, page.span.end):
        before = page.text[max(page.span.start, m.start() - 10) : m.start()]
        numbers = numbers_in(m[0].translate(TO_DIGITS)) if m.start() > page.span.start else ()
        is_power = before[-1:].isdigit() or (m[0] in POWERS and UNIT_BEFORE.search(before))
        if numbers and before[-1:].strip() and not is_power:
            yield marker(m.start(), m.end(), numbers)
