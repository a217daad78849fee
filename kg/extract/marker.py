"""A citation marker as a record, and the lists of numbers that are printed in one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.text import Span


@dataclass(frozen=True, slots=True)
class NameYear:
    """One work of an author–year marker. `names` are surnames or one organisation; `year` is
    "2019" or "2019a".
    """

    names: tuple[str, ...]
    et_al: bool
    year: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker with what it names: numbers of references, or works by author and year.

    `hidden` is the part that is no word of the sentence: "(2016)" of "Nichols (2016)". `sure` is
    false for a form that is a marker only if it resolves.
    """

    span: Span
    hidden: Span
    numbers: tuple[int, ...] = ()
    works: tuple[NameYear, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders look at: the article's text within one block, its reference numbers, how
    often each of its words stands there, and which of them stand there without digits, as written
    and in lower case.
    """

    text: str
    span: Span
    numbers: frozenset[int]
    counts: Mapping[str, int]
    words: frozenset[str]


LIST = r"\d{1,3}(?:\s?[,;–‐‑−-]\s?\d{1,3})*"
GLUED_LIST = r"\d{1,3}(?:[,–‐‑−-]\d{1,3})*"
DASHES = "-–‐‑−"
LONGEST_RANGE = 60  # more works than anyone cites at once


def numbers_in(printed: str) -> tuple[int, ...]:
    """Return the numbers of a printed list, ranges written out; none where it is no list of
    references (a range that falls, the number 0).

    >>> numbers_in("2, 4–6"), numbers_in("6-4"), numbers_in("0, 1")
    ((2, 4, 5, 6), (), ())
    """
    out: list[int] = []
    for part in re.split(r"\s*[,;]\s*", printed):
        ends = [int(n) for n in re.split(rf"\s?[{DASHES}]\s?", part)]
        if len(ends) > 2 or ends[0] < 1 or not 0 <= ends[-1] - ends[0] <= LONGEST_RANGE:
            return ()
        out += range(ends[0], ends[-1] + 1)
    return tuple(out)


def ends(printed: str) -> set[int]:
    """Return the numbers that are printed themselves."""
    return {int(n) for n in re.findall(r"\d+", printed)}


def marker(start: int, end: int, numbers: tuple[int, ...]) -> Marker:
    """Make a marker that names numbers and is hidden as a whole."""
    return Marker(Span(start, end), Span(start, end), numbers)
