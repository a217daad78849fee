"""Quantities: a number or range, what bounds it, and a unit of the ontology.

Only numbers with a unit count: "5-HT1A", "type 2", "1981" and "figure 3" are names. Statistics of
a test ("p < 0.05", "n = 12", "95% CI") are none of the claim. What may be read in two ways
("1,5 mg", "5 mg/vial" where only mg is known) is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.citations import marker_spans, mask
from kg.extract.numbers import NUMBER, decimal, parse_number
from kg.model.claim import Quantity, Reading
from kg.model.ontology import Ontology
from kg.model.text import Span

BOUND_TO_WORDS = {
    "about": "about|approximately|approx\\.?|around|roughly|circa|ca\\.|c\\.|almost|nearly|close to|"
             "an? estimated|an average of|on average|some|~|∼|≈",
    ">": "more than|greater than|higher than|larger than|longer than|older than|over|above|"
         "exceed(?:s|ed|ing)?|in excess of|upwards? of|beyond|>",
    "≥": "at least|no (?:less|fewer) than|not (?:less|fewer) than|an? minimum of|≥|>=|⩾",
    "<": "less than|fewer than|lower than|smaller than|shorter than|younger than|under|below|<",
    "≤": "at most|no(?:t)? more than|no longer than|an? maximum of|not exceeding|≤|<=|⩽",
    "up to": "up to|as (?:many|much|long|high|late) as|a total of up to",
}  # fmt: skip
BOUND_TO_ENDING = {
    "≥": "or (?:more|longer|older|greater|higher|above|over)|and (?:older|over|above|up)|or later",
    "≤": "or (?:less|fewer|younger|shorter|lower|under|below)|and (?:younger|under)",
    "about": "or so",
}
_BOUND = "|".join(BOUND_TO_WORDS.values())
_ENDING = "|".join(BOUND_TO_ENDING.values())
TIMES = frozenset(("SEC", "MIN", "HR", "DAY", "WK", "MO", "YR", "DECADE", "CENTURY"))  # of QUDT
# Vague amounts: a unit without a number.
VAGUE = r"several|an?\s(?:few|couple of|number of|handful of)|few|many|some|dozens of|hundreds of|" \
        r"thousands of|tens of|numerous|countless"  # fmt: skip
BETWEEN = r"\s(?:consecutive|full|whole|more|additional|further|successive|long|short|straight)"
JOINT = r"[\s\u00a0\u2009\u202f]?|[-‐‑](?=\w)|\s?[-‐‑](?=\w)"
# "a century": one only where it is no "5 mg a day" and no "a second study".
ONE_BEFORE = re.compile(
    rf"\b(?:for|in|within|after|over|during|than|takes?|took|lasts?|lasted|{_BOUND})\s\Z", re.IGNORECASE
)
ONE_AFTER = re.compile(r"\s(?:ago|later|earlier|or two|or more|or longer|or so|after|before)\b")
ALSO_WORDS = frozenset(("second", "minute", "gray", "degree", "mole", "molar", "watt", "day"))
STATISTIC = re.compile(
    r"\b(?:[pPnNrRtFzκ]|OR|RR|HR|SD|SE|SEM|CI|I²|I2|R²|R2|χ²|df)\s?(?:[=<>≤≥]|of)?\s?\Z"
)
STATISTIC_AFTER = re.compile(r"\s?(?:CIs?\b|confidence|credible|power\b|prediction interval)")
NUMBERED = re.compile(
    r"\b(?:type|types|phase|fig(?:ure)?s?\.?|tables?|stages?|grades?|groups?|days?|weeks?|months?|"
    r"steps?|sections?|chapters?|experiments?|study|visits?|version|no\.|number|vitamin|class|"
    r"pages?|pp?\.|cohort|arm|level|item|case|patient|subject)\s\Z",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"\b(?:rose|ris(?:e|es|en|ing)|f[ae]ll(?:s|ing|en)?|increas\w+|decreas\w+|declin\w+|dropp?\w*|"
    r"grew|grow\w*|reduc\w+|lower\w*|rais\w+|improv\w+|chang\w+|went|jump\w+|climb\w+|shr[aiu]nk\w*|"
    r"cut|dipp\w+|escalat\w+|titrat\w+|taper\w+)\b[^.;]{0,60}\bfrom\s\Z",
    re.IGNORECASE,
)
SHARED = re.compile(
    rf"(?P<number>{NUMBER})(?P<link>,\s(?:and\s|or\s)?|\s(?:and|or|versus|vs\.?)\s)\Z"
)
GLUED_LETTERS = frozenset("sdl")  # "1980s", "2d", "IL"
HYPHENED_LETTERS = frozenset("hgmsL")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class UnitGrammar:
    """The patterns for the units of one ontology, and from each form to its unit's IRI."""

    amount: re.Pattern[str]
    vague: re.Pattern[str]
    one: re.Pattern[str]
    iris: dict[str, str]

    def iri(self, form: str) -> str:
        """Return the unit of a form as written."""
        return self.iris.get(plain_form(form)) or self.iris[plain_form(form).lower()]


def find_quantities(reading: Reading, ontology: Ontology) -> Reading:
    """Find the quantities of every sentence; citation markers are not seen."""
    if not ontology.units:
        return reading
    grammar = unit_grammar(ontology)
    masked = mask(reading.article.text, marker_spans(reading.article))
    found: list[Quantity] = []
    for sentence in reading.sentences:
        found += _in_sentence(masked, sentence.span, sentence.index, grammar)
    return replace(reading, quantities=tuple(found))


@lru_cache(maxsize=8)
def unit_grammar(ontology: Ontology) -> UnitGrammar:
    """Build the patterns of the ontology's units."""
    iris = {plain_form(form): unit.iri for unit in ontology.units for form in unit.forms}
    longest_first = sorted(iris, key=lambda form: (-len(form), form))
    unit = "|".join(map(_form_pattern, longest_first))
    words = "|".join(_form_pattern(f) for f in longest_first if f.isalpha() and len(f) > 2)
    end = r"(?![\w°²³⁻^])(?!/[A-Za-zµμ])(?!\s?[·⋅]?\s?[A-Za-zµμ]{1,4}(?:[-−]\d\b|⁻))"
    number = rf"(?<![\w.,/$€£#‐‑·])(?<!\w[-–−])(?:{NUMBER})"
    high = rf"(?:{NUMBER})"
    iris |= {form.lower(): iri for form, iri in iris.items() if form.isalpha() and len(form) > 3}
    return UnitGrammar(
        re.compile(
            rf"(?:(?<![\w-])(?P<bound>{_BOUND})\s?)?"
            rf"(?:(?P<between>\bbetween\s)?(?!10-\d\d?\s?M\b)(?P<low>{number})(?P<first>(?:{JOINT})(?:{unit}){end})?"
            rf"(?P<link>\s?[-–—‐‑−]\s?|-?\s(?:to|through|and)\s(?:{_BOUND}\s)?)(?P<high>{high})"
            rf"|(?P<value>{number})(?P<plus>\+)?"
            rf"(?:(?:(?:{JOINT})(?:{unit}){end})?\s?(?:±|\+\s?/\s?[-−–]|\+[-−])\s?(?P<spread>{high}))?)"
            rf"(?:{BETWEEN})?(?P<joint>{JOINT})(?P<unit>{unit}){end}"
            rf"(?P<ending>(?:\s(?:of age))?,?\s(?:{_ENDING})\b)?"
        ),
        re.compile(rf"(?i:\b(?P<bound>{VAGUE})(?:{BETWEEN})?)\s(?P<unit>{words}){end}"),
        re.compile(rf"(?i:(?P<bound>\b(?:{_BOUND})\s)?\b(?:an?|one)\s)(?P<unit>{words}){end}"),
        iris,
    )


def plain_form(form: str) -> str:
    """Return a unit's form with one sort of micro sign and of blank."""
    return re.sub(r"\s+", " ", form).replace("μ", "µ").replace("º", "°").strip()


def _form_pattern(form: str) -> str:
    """Return the pattern of a form; words may begin or stand in capitals."""
    pattern = re.escape(form).replace("µ", "[µμ]").replace("°", "[°º]").replace(r"\ ", r"\s")
    return f"(?i:{pattern})" if form.isalpha() and len(form) > 3 else pattern


def _in_sentence(text: str, within: Span, index: int, grammar: UnitGrammar) -> Iterator[Quantity]:
    """Yield the quantities of a sentence in text order; no two overlap."""
    found: list[Quantity] = []
    for m in grammar.amount.finditer(text, within.start, within.end):
        if _is_amount(text, within, m):
            found += _read_amount(text, within, index, grammar, m)
    for pattern, is_one in ((grammar.vague, False), (grammar.one, True)):
        for m in pattern.finditer(text, within.start, within.end):
            if not any(q.span.meets(Span(*m.span())) for q in found) and (
                not is_one or _is_one(text, within, m)
            ):
                found.append(_read_vague(index, grammar, m, is_one=is_one))
    return iter(sorted(found, key=lambda q: q.span))


def _is_amount(text: str, within: Span, m: re.Match[str]) -> bool:
    """Whether a number with a unit is a quantity of what the sentence says."""
    at = m.start("low") if m["low"] else m.start("value")
    before = text[within.start : at]
    number = text[at : m.end("low") if m["low"] else m.end("value")]
    if STATISTIC.search(before) or STATISTIC_AFTER.match(text, m.end()):
        return False
    if number[0].isdigit() and NUMBERED.search(before):
        return False
    unit, joint = m["unit"], m["joint"]
    if len(unit) == 1 and unit.isalpha():
        if (not joint and unit in GLUED_LETTERS) or ("-" in joint and unit not in HYPHENED_LETTERS):
            return False
        if not joint and YEAR.fullmatch(number):
            return False
    return number.lower() != "one" or unit.lower() != "day" or _is_one(text, within, m)


def _read_amount(
    text: str, within: Span, index: int, grammar: UnitGrammar, m: re.Match[str]
) -> Iterator[Quantity]:
    """Read a number, a range, or two numbers that are printed like a range."""
    unit = grammar.iri(m["unit"])
    bound = _bound(m["bound"], unit) or _bound_of(BOUND_TO_ENDING, (m["ending"] or "").lstrip(", "))
    bound = bound or ("≥" if m["plus"] else None)
    start = (
        m.start()
        if m["bound"] and _bound(m["bound"], unit)
        else m.start("low")
        if m["low"]
        else m.start("value")
    )
    if not m["low"]:
        if not bound or not m["bound"]:
            yield from _shared(text, within, index, unit, m.start("value"))
        spread = m["spread"] and decimal(m["spread"])
        yield Quantity(span=Span(start, m.end()), sentence=index, unit=unit, bound=bound,
                       value=decimal(m["value"]), uncertainty=spread)  # fmt: skip
        return
    low, high = parse_number(m["low"]), parse_number(m["high"])
    changes = CHANGE.search(text, within.start, m.start("low")) is not None
    joins = "and" in m["link"] and not m["between"]
    first = grammar.iri(m["first"].strip(" -‐‑\u00a0\u2009\u202f")) if m["first"] else unit
    if low >= high or changes or joins or first != unit:
        end = m.end("first") if m["first"] else m.end("low")
        yield from (_shared(text, within, index, unit, m.start("low")) if joins else ())
        yield Quantity(
            span=Span(start, end), sentence=index, value=decimal(m["low"]), bound=bound, unit=first
        )
        yield Quantity(
            span=Span(m.start("high"), m.end()), sentence=index, value=decimal(m["high"]), unit=unit
        )
        return
    start = m.start("between") if m["between"] and start == m.start("low") else start
    yield Quantity(span=Span(start, m.end()), sentence=index, min=decimal(m["low"]), max=decimal(m["high"]),
                   bound=bound, unit=unit)  # fmt: skip


def _shared(text: str, within: Span, index: int, unit: str, end: int) -> Iterator[Quantity]:
    """Yield the numbers before one that share its unit: "5" and "10" of "5, 10 or 20 mg"."""
    found = []
    while m := SHARED.search(text, max(within.start, end - 30), end):
        before = text[within.start : m.start("number")]
        if (before and (before[-1].isalnum() or before[-1] in ".,-–/")) or NUMBERED.search(before):
            break
        number = m["number"].strip()
        if YEAR.fullmatch(number):
            break
        found.append(Quantity(span=Span(*m.span("number")), sentence=index, unit=unit,
                              value=decimal(number)))  # fmt: skip
        end = m.start("number")
    yield from reversed(found)


def _read_vague(index: int, grammar: UnitGrammar, m: re.Match[str], *, is_one: bool) -> Quantity:
    """Read "several weeks" (a unit and no number) or "almost a century" (one)."""
    bound = _bound_of(BOUND_TO_WORDS, (m["bound"] or "").strip()) if is_one else None
    return Quantity(span=Span(*m.span()), sentence=index, unit=grammar.iri(m["unit"]),
                    value="1" if is_one else None, bound=bound)  # fmt: skip


def _is_one(text: str, within: Span, m: re.Match[str]) -> bool:
    """Whether "a century" counts: it lasts, or lies before or after something."""
    placed = bool(
        m["bound"]
        or ONE_BEFORE.search(text, within.start, m.start())
        or ONE_AFTER.match(text, m.end(), within.end)
    )
    return placed and (m["unit"].lower() not in ALSO_WORDS - {"day"})


def _bound(words: str | None, unit: str) -> str | None:
    """Return the bound that words state. "Over 12 weeks" means during, not more than."""
    if words and words.lower() == "over" and unit.rsplit("/", 1)[-1] in TIMES:
        return None
    return _bound_of(BOUND_TO_WORDS, words or "")


def _bound_of(table: dict[str, str], words: str) -> str | None:
    return next((b for b, w in table.items() if re.fullmatch(w, words, re.IGNORECASE)), None)
