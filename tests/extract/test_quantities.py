"""For each text its quantities as they are written there, and their parts; then what is none."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from kg.extract.numbers import decimal, parse_number
from kg.extract.quantities import find_quantities
from kg.extract.sentences import split_sentences
from kg.model.claim import Reading
from kg.model.ontology import Ontology, Unit
from kg.read import read

QUDT = "http://qudt.org/vocab/unit/"
FORMS = {
    "PERCENT": ("%", "percent", "per cent"),
    "HZ": ("Hz", "hertz"),
    "SEC": ("s", "second", "seconds"),
    "HR": ("h", "hour", "hours"),
    "DAY": ("d", "day", "days"),
    "WK": ("week", "weeks"),
    "YR": ("y", "year", "years"),
    "CENTURY": ("century", "centuries"),
    "MilliGM": ("mg", "milligram", "milligrams"),
    "MilliGM-PER-DAY": ("mg/day", "mg a day", "mg daily"),
    "MilliGM-PER-KiloGM": ("mg/kg", "mg kg-1"),
    "MOL-PER-L": ("M", "mol/l"),
    "MicroMOL-PER-L": ("µM",),
    "M": ("m",),
    "DEG_C": ("°C",),
}
UNITS = Ontology(units=tuple(Unit(iri=QUDT + name, forms=forms) for name, forms in FORMS.items()))
PARTS = ("value", "min", "max", "uncertainty", "bound")


def reading_of(text):
    article = read(text.encode(), name="a.txt")
    return find_quantities(split_sentences(Reading(article=article), UNITS), UNITS)


def found(text):
    reading = reading_of(text)
    return {
        q.span.of(reading.article.text): {p: v for p in PARTS if (v := getattr(q, p)) is not None}
        | {"unit": (q.unit or "").removeprefix(QUDT)}
        for q in reading.quantities
    }


def one(value, unit, **more):
    return {"value": value, "unit": unit} | more


def between(low, high, unit, **more):
    return {"min": low, "max": high, "unit": unit} | more


QUANTITIES = {
    "It lasted 60 hours and 25 years.": {
        "60 hours": one("60", "HR"), "25 years": one("25", "YR"),
    },
    "It fires (40 Hz) at 37 °C, −5 °C and 2.5mg.": {
        "40 Hz": one("40", "HZ"), "37 °C": one("37", "DEG_C"), "−5 °C": one("-5", "DEG_C"),
        "2.5mg": one("2.5", "MilliGM"),
    },
    "A 10-mg dose for a 25-year-old in a 12-week trial.": {
        "10-mg": one("10", "MilliGM"), "25-year": one("25", "YR"), "12-week": one("12", "WK"),
    },
    "It was 3 µM and 4 μM, 50 mg/kg, 5 mg kg-1 and 20 mg daily.": {
        "3 µM": one("3", "MicroMOL-PER-L"), "4 μM": one("4", "MicroMOL-PER-L"),
        "50 mg/kg": one("50", "MilliGM-PER-KiloGM"), "5 mg kg-1": one("5", "MilliGM-PER-KiloGM"),
        "20 mg daily": one("20", "MilliGM-PER-DAY"),
    },
    # ranges
    "It was 6–12 Hz, 5 to 10 mg, 5 mg to 20 mg, 10%-20%, 5 - 6 h.": {
        "6–12 Hz": between("6", "12", "HZ"), "5 to 10 mg": between("5", "10", "MilliGM"),
        "5 mg to 20 mg": between("5", "20", "MilliGM"),
        "10%-20%": between("10", "20", "PERCENT"), "5 - 6 h": between("5", "6", "HR"),
    },
    "It was between 5 and 10 mg, in 6- to 12-week trials.": {
        "between 5 and 10 mg": between("5", "10", "MilliGM"),
        "6- to 12-week": between("6", "12", "WK"),
    },
    "It fell from 80% to 20%. It rose from 5 to 10 mg. It ran from 5 to 20 mg.": {
        "80%": one("80", "PERCENT"), "20%": one("20", "PERCENT"), "5": one("5", "MilliGM"),
        "10 mg": one("10", "MilliGM"), "5 to 20 mg": between("5", "20", "MilliGM"),
    },
    "It was 5, 10 and 20 mg, or one or two days.": {
        "5": one("5", "MilliGM"), "10": one("10", "MilliGM"), "20 mg": one("20", "MilliGM"),
        "one": one("1", "DAY"), "two days": one("2", "DAY"),
    },
    # bounds
    "About 5% and more than 80%, at least 3 days, up to 30 days, as many as 40 days.": {
        "About 5%": one("5", "PERCENT", bound="about"),
        "more than 80%": one("80", "PERCENT", bound=">"),
        "at least 3 days": one("3", "DAY", bound="≥"),
        "up to 30 days": one("30", "DAY", bound="up to"),
        "as many as 40 days": one("40", "DAY", bound="up to"),
    },
    "It was >5 mg, ≥ 10 mg, < 4 h, ≤2 h, ~20%, fewer than 9 days.": {
        ">5 mg": one("5", "MilliGM", bound=">"), "≥ 10 mg": one("10", "MilliGM", bound="≥"),
        "< 4 h": one("4", "HR", bound="<"), "≤2 h": one("2", "HR", bound="≤"),
        "~20%": one("20", "PERCENT", bound="about"),
        "fewer than 9 days": one("9", "DAY", bound="<"),
    },
    "Aged 65 years or older, 18+ years; about 10–20% over 12 weeks; over 30%.": {
        "65 years or older": one("65", "YR", bound="≥"), "18+ years": one("18", "YR", bound="≥"),
        "about 10–20%": between("10", "20", "PERCENT", bound="about"),
        "12 weeks": one("12", "WK"), "over 30%": one("30", "PERCENT", bound=">"),
    },
    # spread
    "It was 6.42 +/- 0.17% vs. 6.85 ± 0.19%, and 5 mg ± 2 mg.": {
        "6.42 +/- 0.17%": one("6.42", "PERCENT", uncertainty="0.17"),
        "6.85 ± 0.19%": one("6.85", "PERCENT", uncertainty="0.19"),
        "5 mg ± 2 mg": one("5", "MilliGM", uncertainty="2"),
    },
    # powers of ten, thousands
    "At 10^-6 M, 4.2 × 10−4 M, 2E-05 M, 10⁻⁷ M, 10(-8) M, 10-9 M.": {
        "10^-6 M": one("0.000001", "MOL-PER-L"), "4.2 × 10−4 M": one("0.00042", "MOL-PER-L"),
        "2E-05 M": one("0.00002", "MOL-PER-L"), "10⁻⁷ M": one("0.0000001", "MOL-PER-L"),
        "10(-8) M": one("0.00000001", "MOL-PER-L"), "10-9 M": one("0.000000001", "MOL-PER-L"),
    },
    "It was 1,500 mg, 10 000 mg, 1.5 million years.": {
        "1,500 mg": one("1500", "MilliGM"), "10 000 mg": one("10000", "MilliGM"),
        "1.5 million years": one("1500000", "YR"),
    },
    # words
    "Two weeks, twenty-five days, half an hour, a hundred years, ten percent.": {
        "Two weeks": one("2", "WK"), "twenty-five days": one("25", "DAY"),
        "half an hour": one("0.5", "HR"), "a hundred years": one("100", "YR"),
        "ten percent": one("10", "PERCENT"),
    },
    "Almost a century ago, for a week, 5 mg a day, 30 consecutive days.": {
        "Almost a century": one("1", "CENTURY", bound="about"), "a week": one("1", "WK"),
        "5 mg a day": one("5", "MilliGM-PER-DAY"), "30 consecutive days": one("30", "DAY"),
    },
    # a vague amount has a unit and no number
    "They take several weeks, a few hours, many years.": {
        "several weeks": {"unit": "WK"}, "a few hours": {"unit": "HR"},
        "many years": {"unit": "YR"},
    },
    # the marker of a citation is no exponent
    "It lasted 30 days1, and 5 mg.2 So.\n\nReferences\n1. Lee K. Zinc. Z. 2001;1:2.\n"
    "2. Lee K. Zinc. Z. 2001;1:2.": {
        "30 days": one("30", "DAY"), "5 mg": one("5", "MilliGM"),
    },
}  # fmt: skip


@pytest.mark.parametrize("text", QUANTITIES)
def test_quantities(text):
    assert found(text) == QUANTITIES[text]


NONE = [
    "It binds 5-HT1A, 5α-reductase, CYP2D6, GABA2, IL-6 and T4.",
    "In 1981, in the 1980s, in COVID-19 and the 20th century.",
    "Type 2 diabetes, phase 3 trials, figure 3, vitamin B12, day 5.",
    "It was so (n = 12; p < 0.05; p = 5%; 95% CI 3.1, 4.2).",
    "It was 1,5 mg or 0,5 mg.",  # one and a half, or fifteen?
    "It was 5 mg/vial, 5 mg L−1, 5 m², 5 Hzz and $5 million.",
    "A second study, one day, twice a day, 2d and 3-d images.",
    "5 people; 12 patients; 5 percentage points.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantities(text):
    assert found(text) == {}


def test_without_units_there_are_no_quantities():
    article = read(b"It lasted 5 days.", name="a.txt")
    reading = split_sentences(Reading(article=article), Ontology())
    assert find_quantities(reading, Ontology()).quantities == ()


@given(st.decimals(0, 10**6, allow_nan=False, places=3))
def test_a_printed_decimal_keeps_its_value(number):
    assert Decimal(decimal(str(number))) == number


@given(st.integers(0, 999), st.integers(-12, 12))
def test_powers_of_ten(mantissa, exponent):
    assert parse_number(f"{mantissa} × 10^{exponent}") == Decimal(mantissa).scaleb(exponent)


words = st.sampled_from(
    ["5", "–", "to", "10", "mg", "mg/kg", "about", "<", "±", "1,500", "1,5", "several", "weeks",
     "a", "century", "(", ")", "%", "p", "=", ".", "and", "between", "10^-6", "M", "5-HT", "x",
     "or", "older", "twenty", "-", "million", "\n"]
)  # fmt: skip


@given(st.lists(words, max_size=30), st.sampled_from(["", " "]))
def test_quantities_lie_in_their_sentences_and_do_not_overlap(parts, blank):
    reading = reading_of("Zinc " + blank.join(parts))
    text = reading.article.text
    spans = [q.span for q in reading.quantities]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for q in reading.quantities:
        assert reading.sentences[q.sentence].span.holds(q.span)
        assert q.span.of(text) == q.span.of(text).strip() != ""
        assert q.unit
        numbers = [n for n in (q.value, q.min, q.max, q.uncertainty) if n is not None]
        assert all(format(Decimal(n), "f") == n for n in numbers)
        assert (q.min is None) == (q.max is None)
        assert q.min is None or Decimal(q.min) < Decimal(q.max)
