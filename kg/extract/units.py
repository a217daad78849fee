"""The patterns of amounts, built from the units of an ontology."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.numbers import NUMBER, THIN
from kg.model.ontology import Ontology

BOUND_TO_WORDS = {
    "about": (
        r"about|approximately|approx\.?|around|roughly|circa|ca\.|c\.|almost|nearly|close to|"
        r"an? estimated|an average of|on average|some|~|∼|≈"
    ),
    ">": (
        "more than|greater than|higher than|larger than|longer than|older than|over|above|"
        "exceed(?:s|ed|ing)?|in excess of|upwards? of|beyond|>"
    ),
    "≥": "at least|no(?:t)? (?:less|fewer) than|an? minimum of|≥|>=|⩾",
    "<": "less than|fewer than|lower than|smaller than|shorter than|younger than|under|below|<",
    "≤": "at most|no(?:t)? more than|no longer than|an? maximum of|not exceeding|≤|<=|⩽",
    "up to": r"up to|(?<!twice\s)(?<!times\s)as (?:many|much|long|high|late) as|a total of up to",
}
BOUND_TO_ENDING = {
    "≥": "or (?:more|longer|older|greater|higher|above|over|later)|and (?:older|over|above|up)",
    "≤": "or (?:less|fewer|younger|shorter|lower|under|below)|and (?:younger|under)",
    "about": "or so",
}
BOUND = rf"(?i:{'|'.join(BOUND_TO_WORDS.values())})"
ENDING = "|".join(BOUND_TO_ENDING.values())
VAGUE = (  # amounts without a number
    r"several|an?\s(?:few|couple of|number of|handful of)|few|many|some|numerous|countless|"
    r"(?:dozens|hundreds|thousands|tens) of"
)
BETWEEN = r"\s(?:consecutive|full|whole|more|additional|further|successive|long|short|straight)"
HYPHENS = "-‐‑"
JOINT = rf"(?:\s?[{HYPHENS}](?=\w)|[\s{THIN}]?)"  # between a number and its unit
# Behind a unit: no letter, exponent or further unit that the ontology does not know.
END = (
    r"(?![\w°²³⁻^])(?!/[A-Za-zµμ])(?!\s?[·⋅]?\s?[A-Za-zµμ]{1,4}(?:[-−]\d\b|⁻))"
)  # fmt: skip
# Before a number: no letter, digit, currency or hyphen of a name.
NUMBER_ALONE = rf"(?<![\w.,/$€£#‐‑·])(?<!\w[-–−])(?:{NUMBER})"
PLUS_MINUS = r"\s?(?:±|\+\s?/\s?[-−–]|\+[-−])\s?"
WORD_LENGTH = 4  # of a form that is a word, written with or without a capital


@dataclass(frozen=True, slots=True, eq=False)
class UnitGrammar:
    """The patterns for the units of one ontology: numbers or ranges with a unit, vague amounts,
    "a" with a unit; and each form's unit.
    """

    amount: re.Pattern[str]
    vague: re.Pattern[str]
    one: re.Pattern[str]
    form_to_iri: Mapping[str, str]

    def iri(self, printed: str) -> str:
        """Return the unit of a form as printed."""
        form = plain_form(printed)
        return self.form_to_iri.get(form) or self.form_to_iri[form.lower()]


@lru_cache(maxsize=8)
def unit_grammar(ontology: Ontology) -> UnitGrammar:
    """Build the patterns of the ontology's units; the longest form is tried first."""
    form_to_iri = {plain_form(form): unit.iri for unit in ontology.units for form in unit.forms}
    forms = sorted(form_to_iri, key=lambda form: (-len(form), form))
    unit = f"(?:{'|'.join(map(_pattern, forms))}){END}"
    word = f"(?:{'|'.join(_pattern(f) for f in forms if is_word(f))}){END}"
    lowered = {form.lower(): iri for form, iri in form_to_iri.items() if is_word(form)}
    low = rf"(?P<low>{NUMBER_ALONE})(?P<first>{JOINT}{unit})?"
    link = rf"(?P<link>\s?[-–—‐‑−]\s?|-?\s(?:to|through)\s(?:{BOUND}\s)?|-?\sand\s)"
    spread = rf"(?:{JOINT}{unit})?{PLUS_MINUS}(?P<spread>{NUMBER})"
    return UnitGrammar(
        re.compile(
            rf"(?:(?<![\w-])(?P<bound>{BOUND})\s?)?"
            rf"(?:(?P<between>\bbetween\s)?(?!10-\d\d?\s?M\b){low}{link}(?P<high>{NUMBER})"
            rf"|(?P<value>{NUMBER_ALONE})(?P<plus>\+)?(?:{spread})?)"
            rf"(?:{BETWEEN})?(?P<joint>{JOINT})(?P<unit>{unit})"
            rf"(?P<ending>(?:\s(?:of age))?,?\s(?:{ENDING})\b)?"
        ),
        re.compile(rf"(?i:\b(?:{VAGUE})(?:{BETWEEN})?)\s(?P<unit>{word})"),
        re.compile(rf"(?P<bound>\b{BOUND}\s)?(?i:\b(?:an?|one)\s)(?P<unit>{word})"),
        lowered | form_to_iri,
    )


def plain_form(form: str) -> str:
    """Return a unit's form with one sort of micro sign, degree sign and blank."""
    return " ".join(form.replace("μ", "µ").replace("º", "°").split())


def is_word(form: str) -> bool:
    """Whether a form is a word ("weeks"), not a symbol."""
    return form.isalpha() and len(form) >= WORD_LENGTH


def _pattern(form: str) -> str:
    """Return the pattern of a form; words may begin or stand in capitals."""
    pattern = re.escape(form).replace("µ", "[µμ]").replace("°", "[°º]").replace(r"\ ", r"\s")
    return f"(?i:{pattern})" if is_word(form) else pattern


def bound_in(words: str, table: Mapping[str, str] = BOUND_TO_WORDS) -> str | None:
    """Return the bound that words state, None where they state none."""
    words = words.strip(" ,")
    return next((b for b, w in table.items() if re.fullmatch(w, words, re.IGNORECASE)), None)
