"""Rows of words as a table of plain text."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

GAP = "  "
NARROWEST = 8  # below that, words are cut to pieces
# Controls would move the cursor; marks of direction would turn the row.
UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
KEPT = {"\u200c", "\u200d"}  # joiners, which some scripts need


def render(head: Sequence[str], rows: Sequence[Sequence[str]], *, width: int | None = None) -> str:
    """Return a table with a line below its head. Cells are wrapped so that it is not wider than
    `width`; None leaves them on one line each.
    """
    cells = [[_line(cell) for cell in row] for row in (head, *rows)]
    sizes = _sizes(cells, width)
    lines = [line for row in cells for line in _wrap(row, sizes)]
    depth = len(_wrap(cells[0], sizes))
    rule = GAP.join("─" * size for size in sizes)
    return "\n".join((*lines[:depth], rule, *lines[depth:])) + "\n"


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: wide characters take two, marks none."""
    return sum(
        0
        if unicodedata.combining(c) or c in KEPT
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _line(cell: str) -> str:
    shown = (" " if unicodedata.category(c) in UNSEEN - {"Cf"} else c for c in cell)
    seen = (c for c in shown if unicodedata.category(c) != "Cf" or c in KEPT)
    return " ".join("".join(seen).split())


def _sizes(cells: Sequence[Sequence[str]], width: int | None) -> list[int]:
    sizes = [max(columns(cell) for cell in column) for column in zip(*cells, strict=True)]
    if width is None or not sizes:
        return sizes
    room = width - len(GAP) * (len(sizes) - 1)
    while sum(sizes) > room and max(sizes) > NARROWEST:
        sizes[sizes.index(max(sizes))] -= 1
    return sizes


def _wrap(row: Sequence[str], sizes: Sequence[int]) -> list[str]:
    wrapped = [_fold(cell, size) for cell, size in zip(row, sizes, strict=True)]
    return [
        GAP.join(
            (part[i] if i < len(part) else "")
            + " " * (size - columns(part[i] if i < len(part) else ""))
            for part, size in zip(wrapped, sizes, strict=True)
        ).rstrip()
        for i in range(max(map(len, wrapped), default=1))
    ]


def _fold(cell: str, size: int) -> list[str]:
    if columns(cell) <= size:
        return [cell]
    narrow = max(1, size * len(cell) // columns(cell))
    return textwrap.wrap(cell, narrow, break_on_hyphens=False) or [""]
