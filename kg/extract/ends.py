"""Ends: what the words in a role speak of, and how that was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.model.claim import Quantity
from kg.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a claim: a term, or a quantity; the words that name it; the steps to them.

    `turned`: a noun on the way turns the sign ("lack of X"). `denied`: "A, but not B". `sign`: what
    stands at it says more or less of it.
    """

    term: str
    span: Span
    token: int
    steps: tuple[str, ...] = ()
    turned: bool = False
    denied: bool = False
    sign: int = 0  # 1: more of it ("higher A"), -1: less ("lower A")
    quantity: Quantity | None = None


def with_step(found: Iterable[End], step: str) -> Iterator[End]:
    """Yield the ends with a step before their own."""
    return (replace(e, steps=(step, *e.steps)) for e in found)
