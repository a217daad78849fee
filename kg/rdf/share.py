"""Whether the words of a share ("60% of patients", "a third of women") mean a half or more."""

from __future__ import annotations

import re

HALF = 0.5

NUMBERS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "hundred": 100,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
LARGE = frozenset("all every each most majority mostly everyone everybody half".split())
SMALL = frozenset("few minority hardly no none less fewer under below".split())

PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|percent\b|per cent\b)")
OUT_OF = re.compile(r"\b(\w+)\s+(?:out of|in|of(?: the| every)?)\s+(?:the\s+|every\s+)?(\w+)\b")
FRACTION = re.compile(r"\b(\w+)[\s-]+(half|third|quarter|fourth|fifth|\w+th)(s?)\b")
WORD = re.compile(r"[a-z]+")


def is_at_least_half(words: str) -> bool:
    """Whether a share is a half or more. Words that say no amount ("some patients") are not, so
    that a doubt never makes a fact.

    >>> [is_at_least_half(w) for w in ("60–70% of patients", "one in ten", "most of them")]
    [True, False, True]
    """
    text = words.lower()
    ratio = _ratio(text)
    found = set(WORD.findall(text))
    if ratio is not None:
        return ratio >= HALF and not found & SMALL
    return bool(found & LARGE) and not found & SMALL


def _ratio(text: str) -> float | None:
    if percents := PERCENT.findall(text.replace("–", " – ")):
        lowest = min(map(float, (*percents, *_starts_of_ranges(text))))
        return lowest / 100
    if (match := FRACTION.search(text)) and match[2] in PARTS and match[1] in NUMBERS:
        return NUMBERS[match[1]] / PARTS[match[2]]
    if (match := OUT_OF.search(text)) and None not in (
        pair := (_number(match[1]), _number(match[2]))
    ):
        part, whole = pair
        return part / whole if part and whole else None
    return None


def _starts_of_ranges(text: str) -> list[str]:
    return re.findall(r"(\d+(?:\.\d+)?)\s*(?:–|-|to|and)\s*\d+(?:\.\d+)?\s*(?:%|per)", text)


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else NUMBERS.get(word)
