"""Texts that nobody wrote for this purpose, with their names given.

Every third text of a file is held out: it is counted, and never shown.
"""

from __future__ import annotations

from benchmarks.quality.places import GOLD
from kg.evaluate import GoldText, read_gold

HELD_OUT = 3
NAMES_GIVEN = """The names are given, so that
reading is measured apart from knowing names. Every third text is held out: nobody looked at it
while the reading was developed."""
NAME_TO_TITLE = {
    "real-prose": (
        "Popular texts of others",
        f"Digests and summaries of research papers, with all their claims. {NAMES_GIVEN}",
    ),
    "real-abstracts": (
        "Abstracts of others",
        f"Abstracts of research papers, with all their claims. {NAMES_GIVEN}",
    ),
}


def texts(name: str) -> tuple[GoldText, ...]:
    """Read `real-prose` or `real-abstracts`."""
    return read_gold(GOLD / "real" / f"{name}.jsonl")


def split(gold: tuple[GoldText, ...]) -> tuple[tuple[GoldText, ...], tuple[GoldText, ...]]:
    """Return those to develop on, and those held out."""
    held = gold[HELD_OUT - 1 :: HELD_OUT]
    return tuple(text for text in gold if text not in held), held
