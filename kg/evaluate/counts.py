"""Precision, recall and F1 of claims against gold.

Claims count by key: subject, predicate, object, negation and sentence. A claim found twice counts
once. Recall counts the claims of the gold for which one was found, precision the claims found
that some claim of the gold allows; F1 is their harmonic mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from kg.evaluate.score import Score, has_qualifier, has_right_certainty
from kg.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Sums over texts. Pairs are (right, judged)."""

    texts: int = 0
    gold: int = 0
    matched: int = 0
    right: int = 0
    extra: int = 0
    outside: int = 0
    broken: int = 0
    forbidden: int = 0
    certainty_right: int = 0
    certainty_judged: int = 0
    qualifiers_right: int = 0
    qualifiers_judged: int = 0
    citations_right: int = 0
    citations_judged: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in _FIELDS})

    @property
    def recall(self) -> float:
        """Share of the gold's claims that were found; 1 where there are none."""
        return ratio(self.matched, self.gold)

    @property
    def precision(self) -> float:
        """Share of the claims found that are right; 1 where none was found."""
        return ratio(self.right, self.right + self.extra)

    @property
    def inside_precision(self) -> float:
        """The same without the claims that have an end which the gold names nowhere."""
        return ratio(self.right, self.right + self.extra - self.outside)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


_FIELDS = fields(Counts)


def ratio(part: int, whole: int) -> float:
    """Return part / whole; 1 of nothing."""
    return part / whole if whole else 1.0


def count(result: Score) -> Counts:
    """Sum up one text."""
    judged = [m for m in result.matches if m.gold.certainties]
    citing = [m for m in result.matches if m.gold.citations is not None]
    qualifiers = [(m, q) for m in result.matches for q in m.gold.qualifiers]
    return Counts(
        texts=1,
        gold=len(result.matches) + len(result.missed),
        matched=len(result.matches),
        right=len(_keys(result.right)),
        extra=len(_keys(result.extra)),
        outside=len(_keys(result.extra[n] for n in sorted(result.outside))),
        broken=len({id(m.gold) for m in result.broken}),
        forbidden=len(result.gold.forbidden),
        certainty_right=sum(map(has_right_certainty, judged)),
        certainty_judged=len(judged),
        qualifiers_right=sum(has_qualifier(result, m.found, *q) for m, q in qualifiers),
        qualifiers_judged=len(qualifiers),
        citations_right=sum(m.found.citations == m.gold.citations for m in citing),
        citations_judged=len(citing),
    )


def total(results: Iterable[Score]) -> Counts:
    """Sum up texts."""
    return sum(map(count, results), Counts())


def _keys(claims: Iterable[Claim]) -> frozenset[tuple[object, ...]]:
    return frozenset((c.subject, c.predicate, c.object, c.negated, c.sentence) for c in claims)
