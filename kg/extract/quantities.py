"""Quantities: a number or range, what bounds it, and a unit of the ontology.

Only numbers with a unit count: "5-HT1A", "type 2", "1981" and "figure 3" are names. Statistics of
a test ("p < 0.05", "n = 12", "95% CI") are none of the claim. What may be read in two ways
("1,5 mg", "5 mg/vial" where only mg is known) is not read. The words of a bound and of a vague
amount belong to the quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.citations import marker_spans, mask
from kg.extract.numbers import NUMBER, THIN, decimal, parse_number
from kg.extract.units import BOUND_TO_ENDING, HYPHENS, UnitGrammar, bound_in, unit_grammar
from kg.model.claim import Quantity, Reading
from kg.model.ontology import Ontology
from kg.model.text import Span

TIMES = frozenset(("SEC", "MIN", "HR", "DAY", "WK", "MO", "YR", "DECADE", "CENTURY"))  # of QUDT
# "A century" is one only where it lasts or lies somewhere: not in "5 mg a day", "a second study".
ONE_BEFORE = re.compile(
    r"\b(?:for|in|within|after|over|during|than|takes?|took|lasts?|lasted)\s\Z", re.IGNORECASE
)
ONE_AFTER = re.compile(r"\s(?:ago|later|earlier|or two|or more|or longer|or so|after|before)\b")
OTHER_WORDS = frozenset(("second", "minute", "gray", "degree", "mole", "molar", "watt"))
STATISTIC = re.compile(
    r"\b(?:[pPnNrRtFzκ]|OR|RR|HR|SD|SE|SEM|CI|I²|I2|R²|R2|χ²|df)\s?(?:[=<>≤≥]|of)?\s?\Z"
)
STATISTIC_AFTER = re.compile(r"\s?(?:CIs?\b|confidence|credible|power\b|prediction interval)")
NUMBERED = re.compile(
    r"\b(?:types?|phase|fig(?:ure)?s?\.?|tables?|stages?|grades?|groups?|days?|weeks?|months?|"
    r"steps?|sections?|chapters?|experiments?|study|visits?|version|no\.|number|vitamin|class|"
    r"pages?|pp?\.|cohort|arm|level|item|case|patient|subject)\s\Z",
    re.IGNORECASE,
)
CHANGE = re.compile(  # "rose from 5 to 10 mg" gives two quantities, no range
    r"\b(?:rose|ris(?:e|es|en|ing)|f[ae]ll(?:s|ing|en)?|increas\w+|decreas\w+|declin\w+|dropp?\w*|"
    r"grew|grow\w*|reduc\w+|lower\w*|rais\w+|improv\w+|chang\w+|went|jump\w+|climb\w+|cut|dipp\w+|"
    r"shr[aiu]nk\w*|escalat\w+|titrat\w+|taper\w+)\b[^.;]{0,60}\bfrom\s\Z",
    re.IGNORECASE,
)
SHARING = re.compile(rf"(?P<number>{NUMBER})(?:,\s(?:and\s|or\s)?|\s(?:and|or|versus|vs\.?)\s)\Z")
FAR = 100  # characters before a number that tell what it is
NEAR = 30  # characters in which the number before one that shares its unit is looked for
GLUED_LETTERS = frozenset("sdl")  # no units in "1980s", "2d"
HYPHENED_LETTERS = frozenset("hgmsL")  # units in "5-h"
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def find_quantities(reading: Reading, ontology: Ontology) -> Reading:
    """Find the quantities of every sentence; citation markers are not seen."""
    if not ontology.units:
        return reading
    grammar = unit_grammar(ontology)
    masked = mask(reading.article.text, marker_spans(reading.article))
    found: list[Quantity] = []
    for sentence in reading.sentences:
        found += quantities_in(masked, sentence.span, sentence.index, grammar)
    return replace(reading, quantities=tuple(found))


def quantities_in(text: str, within: Span, index: int, grammar: UnitGrammar) -> list[Quantity]:
    """Return the quantities of sentence `index` in text order; no two overlap."""
    found: list[Quantity] = []
    for m in grammar.amount.finditer(text, within.start, within.end):
        if _is_amount(text, within, m):
            found += _range(text, within, index, grammar, m) if m["low"] else _value(
                text, within, index, grammar, m
            )  # fmt: skip
    for m in grammar.one.finditer(text, within.start, within.end):
        if _is_free(m, found) and _is_one(text, within, m):
            found.append(_amount(index, Span(*m.span()), grammar, m, value="1"))
    for m in grammar.vague.finditer(text, within.start, within.end):
        if _is_free(m, found):
            unit = grammar.iri(m["unit"])
            found.append(Quantity(span=Span(*m.span()), sentence=index, unit=unit))
    return sorted(found, key=lambda q: q.span)


def _is_free(m: re.Match[str], found: list[Quantity]) -> bool:
    """Whether what was matched overlaps none of the quantities."""
    return not any(q.span.meets(Span(*m.span())) for q in found)


def _is_amount(text: str, within: Span, m: re.Match[str]) -> bool:
    """Whether a number with a unit is a quantity of what the sentence says."""
    at = m.start("low") if m["low"] else m.start("value")
    number = m["low"] or m["value"]
    before = text[max(within.start, at - FAR) : at]
    if STATISTIC.search(before) or STATISTIC_AFTER.match(text, m.end()):
        return False
    if number[0].isdigit() and NUMBERED.search(before):
        return False
    if len(m["unit"]) == 1 and m["unit"].isalpha() and not _is_letter_unit(m, number):
        return False
    is_one_day = number.lower() == "one" and m["unit"].lower() == "day"  # once upon a time
    return not is_one_day or _is_one(text, within, m)


def _is_letter_unit(m: re.Match[str], number: str) -> bool:
    """Whether a single letter behind a number is a unit: "5 g", "5h"; not "2d", "1980s"."""
    if m["joint"].isspace():
        return True
    if m["joint"]:
        return m["unit"] in HYPHENED_LETTERS
    return m["unit"] not in GLUED_LETTERS and not YEAR.fullmatch(number)


def _is_one(text: str, within: Span, m: re.Match[str]) -> bool:
    """Whether "a century" counts: it lasts, or lies before or after something."""
    placed = (
        m["bound"]
        or ONE_BEFORE.search(text, max(within.start, m.start() - FAR), m.start())
        or ONE_AFTER.match(text, m.end(), within.end)
    )
    return bool(placed) and m["unit"].lower() not in OTHER_WORDS


def _amount(
    index: int,
    span: Span,
    grammar: UnitGrammar,
    m: re.Match[str],
    *,
    value: str | None = None,
    low: str | None = None,
    high: str | None = None,
    uncertainty: str | None = None,
) -> Quantity:
    """Make a quantity of what was matched, its bound in words included."""
    parts = m.groupdict()
    after = bound_in(parts.get("ending") or "", BOUND_TO_ENDING)
    return Quantity(
        span=span,
        sentence=index,
        value=value,
        min=low,
        max=high,
        uncertainty=uncertainty,
        bound=_bound(grammar, m) or after or ("≥" if parts.get("plus") else None),
        unit=grammar.iri(m["unit"]),
    )


def _bound(grammar: UnitGrammar, m: re.Match[str]) -> str | None:
    """Return the bound before a number. "Over 12 weeks" means during, not more than."""
    during = (m["bound"] or "").lower() == "over"
    if during and grammar.iri(m["unit"]).rsplit("/", 1)[-1] in TIMES:
        return None
    return bound_in(m["bound"] or "")


def _value(
    text: str, within: Span, index: int, grammar: UnitGrammar, m: re.Match[str]
) -> Iterator[Quantity]:
    """Read a number, and those before it that share its unit."""
    yield from _sharing(text, within, index, grammar.iri(m["unit"]), m.start())
    start = m.start() if _bound(grammar, m) else m.start("value")
    spread = decimal(m["spread"]) if m["spread"] else None
    span = Span(start, m.end())
    yield _amount(index, span, grammar, m, value=decimal(m["value"]), uncertainty=spread)


def _range(
    text: str, within: Span, index: int, grammar: UnitGrammar, m: re.Match[str]
) -> Iterator[Quantity]:
    """Read a range, or two numbers that are printed like one."""
    start = m.start() if _bound(grammar, m) or m["between"] else m.start("low")
    if not _is_range(text, within, grammar, m):
        yield from _two(text, within, index, grammar, m, start)
        return
    low, high = decimal(m["low"]), decimal(m["high"])
    yield _amount(index, Span(start, m.end()), grammar, m, low=low, high=high)


def _is_range(text: str, within: Span, grammar: UnitGrammar, m: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range: they rise, have one unit, and "and" stands
    only behind "between"; "rose from 5 to 10 mg" is none.
    """
    rises = parse_number(m["low"]) < parse_number(m["high"])
    one_unit = not m["first"] or _first_unit(grammar, m) == grammar.iri(m["unit"])
    joined = bool(m["between"]) or "and" not in m["link"]
    start = max(within.start, m.start("low") - FAR)
    return rises and one_unit and joined and not CHANGE.search(text, start, m.start("low"))


def _first_unit(grammar: UnitGrammar, m: re.Match[str]) -> str:
    """Return the unit of the first of two numbers: its own, else that of the second."""
    own = (m["first"] or "").strip(f" {HYPHENS}{THIN}")
    return grammar.iri(own or m["unit"])


def _two(
    text: str, within: Span, index: int, grammar: UnitGrammar, m: re.Match[str], start: int
) -> Iterator[Quantity]:
    """Read the two numbers of "fell from 80% to 20%" or "25 and 50 mg" one by one."""
    unit = _first_unit(grammar, m)
    if "and" in m["link"]:
        yield from _sharing(text, within, index, unit, m.start())
    end = m.end("first") if m["first"] else m.end("low")
    bound = _bound(grammar, m)
    yield Quantity(
        span=Span(start, end), sentence=index, value=decimal(m["low"]), bound=bound, unit=unit
    )
    second = Span(m.start("high"), m.end())
    value = decimal(m["high"])
    yield Quantity(span=second, sentence=index, value=value, unit=grammar.iri(m["unit"]))


def _sharing(text: str, within: Span, index: int, unit: str, end: int) -> Iterator[Quantity]:
    """Yield the numbers before one that share its unit: "5" and "10" of "5, 10 or 20 mg"."""
    found = []
    while m := SHARING.search(text, max(within.start, end - NEAR), end):
        before = text[max(within.start, m.start("number") - FAR) : m.start("number")]
        number = m["number"].strip()
        if YEAR.fullmatch(number) or NUMBERED.search(before) or re.search(r"[\w.,–/-]\Z", before):
            break
        span = Span(*m.span("number"))
        found.append(Quantity(span=span, sentence=index, unit=unit, value=decimal(number)))
        end = m.start("number")
    yield from reversed(found)
