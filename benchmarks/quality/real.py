"""Texts that nobody wrote for this purpose, with their names given.

Every third text of a file is held out: it is counted, and never shown.
"""

from __future__ import annotations

from benchmarks.quality.places import GOLD
from kg.evaluate import GoldText, read_gold

HELD_OUT = 3


def texts(name: str) -> tuple[GoldText, ...]:
    """Read `real-prose` or `real-abstracts`."""
    return read_gold(GOLD / "real" / f"{name}.jsonl")


def split(gold: tuple[GoldText, ...]) -> tuple[tuple[GoldText, ...], tuple[GoldText, ...]]:
    """Return those to develop on, and those held out."""
    held = gold[HELD_OUT - 1 :: HELD_OUT]
    return tuple(text for text in gold if text not in held), held
