"""Texts that nobody wrote for this purpose, with their names given.

Every third text of a file is held out: it is counted, and never shown.
"""

from __future__ import annotations

from dataclasses import replace

from benchmarks.quality.places import GOLD
from kg.evaluate import GoldClaim, GoldText, read_gold

HELD_OUT = 3
QUALIFIERS = {"dose": "quantity", "duration": "quantity / time"}
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
    return tuple(
        replace(text, claims=tuple(map(_translated, text.claims)))
        for text in read_gold(GOLD / "real" / f"{name}.jsonl")
    )


def _translated(claim: GoldClaim) -> GoldClaim:
    """Return the claim with kg's names of qualifiers."""
    qualifiers = tuple((QUALIFIERS.get(name, name), words) for name, words in claim.qualifiers)
    return replace(claim, qualifiers=qualifiers)


def split(gold: tuple[GoldText, ...]) -> tuple[tuple[GoldText, ...], tuple[GoldText, ...]]:
    """Return those to develop on, and those held out."""
    held = gold[HELD_OUT - 1 :: HELD_OUT]
    return tuple(text for text in gold if text not in held), held
