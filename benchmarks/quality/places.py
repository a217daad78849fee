"""Where the annotated text lies: beside the checkout, since it is no part of the product."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
GOLD = ROOT.parent / "shared" / "gold"
CLAIMS = ROOT / "tests" / "claims"


def rows(name: str) -> list[list[str]]:
    """Read a table beside this file: cells of each row, comments and the header left out."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def words(cell: str) -> tuple[str, ...]:
    """Split a cell at its commas."""
    return tuple(word.strip() for word in cell.split(",") if word.strip())
