"""Numbers as they are written in prose: digits, powers of ten, words."""

from __future__ import annotations

import re
from decimal import Decimal

WORD_TO_NUMBER = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALE_TO_FACTOR = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
}  # fmt: skip

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SCALE = "|".join(SCALE_TO_FACTOR)
_WORD = (
    rf"(?:(?:{_TENS})(?:[- ](?:{_ONES})\b|(?![- ](?:{_ONES})\b))|"
    rf"{'|'.join(sorted(WORD_TO_NUMBER.keys() - _TENS.split('|'), key=len, reverse=True))})"
)
WORDS = rf"(?i:(?:half an?|an?\s(?={_SCALE})|{_WORD})(?:\s(?:and a half))?(?:\s?(?:{_SCALE})\b)?)"

THIN = "\u00a0\u2009\u202f"  # blanks that typesetters put between groups of digits
# "1,500" groups thousands; "1,5" is English for nothing and is not read.
_DIGITS = (
    rf"(?:[1-9]\d{{0,2}}(?:,\d{{3}}){{1,4}}(?:\.\d+)?|[1-9]\d{{0,2}}(?:[{THIN}]\d{{3}}){{1,4}}(?:\.\d+)?|"
    r"[1-9]\d{0,2}(?:\s000){1,4}|\d{1,15}(?:[.·]\d{1,15})?|[.·]\d{1,15})(?!\d)"
)
_MINUS = "[-−–]"
_SUPERSCRIPT = "[⁰¹²³⁴-⁹]"
_EXPONENT = rf"(?:\s?\^\s?[({{]?{_MINUS}?\d+[)}}]?|⁻?{_SUPERSCRIPT}+|\({_MINUS}?\d+\)|−\d+)"
_POWER = (
    rf"(?:{_DIGITS}\s?[×x*·⋅]\s?10(?:{_EXPONENT}|{_MINUS}?\d{{1,2}})|10{_EXPONENT}|"
    rf"10-\d{{1,2}}(?=\s?M\b)|{_DIGITS}[eE][-+−]?\d{{1,2}})"
)
NUMBER = (
    rf"(?:(?:(?<=[\s(])[-−+](?=\d))?(?:{_POWER}|{_DIGITS}(?!,\d))"
    rf"(?:\s(?i:{_SCALE})\b)?|\b{WORDS})"
)

POWER_OF_TEN = re.compile(
    rf"(?:(?P<mantissa>.+?)\s?[×x*·⋅]\s?)10(?P<exponent>{_EXPONENT}|{_MINUS}?\d{{1,2}})"
    rf"|10(?P<exponent2>{_EXPONENT}|-\d{{1,2}})"
)
_TO_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–·⋅", "0123456789---..")


def parse_number(printed: str) -> Decimal:
    """Return the value of what NUMBER matches."""
    bare = printed.strip().lower()
    if bare[0].isalpha():
        return _parse_words(bare)
    head, _, scale = bare.rpartition(" ")
    if scale not in SCALE_TO_FACTOR:
        return _parse_digits(bare)
    return _parse_digits(head) * SCALE_TO_FACTOR[scale]


def decimal(printed: str) -> str:
    """Return the value as xsd:decimal writes it; no zeros are put on.

    >>> [decimal(s) for s in ("1,500", "4.2 × 10−4", "twenty-five", "1.5 million", "5.0")]
    ['1500', '0.00042', '25', '1500000', '5.0']
    """
    number = parse_number(printed)
    if number == number.to_integral_value() and not printed.replace(".", "").isdigit():
        number = number.to_integral_value()  # 1.5 million is 1500000, not 1500000.0
    return format(number, "f")


def _parse_digits(bare: str) -> Decimal:
    """Parse digits with or without a power of ten."""
    if m := POWER_OF_TEN.fullmatch(bare):
        exponent = (m["exponent"] or m["exponent2"]).translate(_TO_PLAIN).strip("^(){} ")
        return _parse_digits(m["mantissa"] or "1").scaleb(int(exponent))
    joined = re.sub(rf"[,\s{THIN}]", "", bare).replace("−", "-").replace("·", ".")
    return Decimal(joined)


def _parse_words(bare: str) -> Decimal:
    """Parse "twenty-five", "two hundred", "half a million", "one and a half"."""
    value, factor = Decimal(0), Decimal(1)
    for word in re.findall(r"[a-z]+", bare):
        if word in SCALE_TO_FACTOR:
            factor = Decimal(SCALE_TO_FACTOR[word])
        elif word in WORD_TO_NUMBER:
            value += WORD_TO_NUMBER[word]
        elif word == "half":
            value += Decimal("0.5")
    return (value or Decimal(1)) * factor
