"""Reliability: how often a reading of a sort was right where that was measured.

A sort is the form of the trigger with the set of steps passed. Most sorts are rare, so the
estimate of one leans on wider ones, the more the less is known of it:

    all readings → this form → this form with its riskiest step → this form with just these steps

Each reading counts once, at the narrowest level that holds it. There
``p = (right + m · p_wider) / (n + m)``, an m-estimate (Cestnik 1990, "Estimating probabilities: a
crucial task in machine learning", ECAI), with Laplace's ``(right + 1) / (n + 2)`` at the widest. So
0 < p < 1, and one more reading that was right, of whatever sort, never lowers p.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model.claim import Claim, Reading

# How many readings the wider levels count for, m: the best of 2 to 24 by log loss, each text that
# reading was developed on left out in turn; 4 to 10 differ little (docs/decisions.md).
WEIGHT = 6


@dataclass(frozen=True, slots=True, order=True)
class Sort:
    """A sort of reading: the form of the trigger ("" where it is not known), and the steps, each
    once, in alphabetical order.
    """

    form: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """So many readings right of `n`."""

    right: int
    n: int

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.n + other.n)

    def __sub__(self, other: Tally) -> Tally:
        return Tally(self.right - other.right, self.n - other.n)


NONE = Tally(0, 0)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted: each sort once, in order. Wider levels are sums of these."""

    tallies: tuple[tuple[Sort, Tally], ...] = ()

    def of(self, belongs: Callable[[Sort], bool]) -> Tally:
        """Sum the sorts that belong."""
        return sum((tally for sort, tally in self.tallies if belongs(sort)), NONE)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the estimate with all that it holds: `name` is "all", "form", "exact" or a
    step.
    """

    name: str
    tally: Tally


def sort_of(claim: Claim) -> Sort:
    """Return the sort of reading that a claim comes from."""
    return Sort(claim.form, tuple(sorted(set(claim.steps))))


def tally(judged: Iterable[tuple[Claim, bool]]) -> Measured:
    """Count claims, each with whether it is right, by sort."""
    found: dict[Sort, Tally] = {}
    for claim, right in judged:
        sort = sort_of(claim)
        found[sort] = found.get(sort, NONE) + Tally(int(right), 1)
    return Measured(tuple(sorted(found.items(), key=lambda pair: pair[0])))


def levels(sort: Sort, measured: Measured) -> tuple[Level, ...]:
    """Return the levels of a sort, the widest first: of its steps the riskiest one stands there,
    the one with which the estimate is lowest.
    """
    every = Level("all", measured.of(lambda _: True))
    form = Level("form", measured.of(lambda s: s.form == sort.form))
    exact = Level("exact", measured.of(lambda s: s == sort))
    if not sort.steps:
        return every, form, exact
    ways = ((every, form, of_step(sort.form, step, measured), exact) for step in sort.steps)
    return min(ways, key=estimate)


def of_step(form: str, step: str, measured: Measured) -> Level:
    """Return the level of a form with a step, whatever other steps were passed."""
    return Level(step, measured.of(lambda s: s.form == form and step in s.steps))


def estimate(nested: Sequence[Level]) -> float:
    """Return the estimate for the last of some levels, each within the one before it; that of
    nothing measured is a half.
    """
    tallies = [*(level.tally for level in nested), NONE]
    p, weight = 0.5, 2
    for wider, narrower in pairwise(tallies):
        own = wider - narrower
        p = (own.right + weight * p) / (own.n + weight)
        weight = WEIGHT
    return p


def reliability(sort: Sort, measured: Measured) -> float:
    """Return the reliability of a sort, 0 to 1, with two decimals."""
    return round(estimate(levels(sort, measured)), 2)


def rate(reading: Reading, measured: Measured) -> Reading:
    """Give each claim its reliability, claims within claims too."""
    sorts = {sort_of(claim) for outer in reading.claims for claim in _with_inner(outer)}
    known = {sort: reliability(sort, measured) for sort in sorts}
    return replace(reading, claims=tuple(_rated(claim, known) for claim in reading.claims))


def _with_inner(claim: Claim) -> Iterator[Claim]:
    yield claim
    for end in (claim.subject, claim.object):
        if isinstance(end, Claim):
            yield from _with_inner(end)


def _rated(claim: Claim, known: Mapping[Sort, float]) -> Claim:
    subject, object_ = claim.subject, claim.object
    return replace(
        claim,
        subject=_rated(subject, known) if isinstance(subject, Claim) else subject,
        object=_rated(object_, known) if isinstance(object_, Claim) else object_,
        reliability=known[sort_of(claim)],
    )
