"""Rows of words as a table of plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

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
    folded = [_fold(cell, size) for cell, size in zip(row, sizes, strict=True)]
    return [
        GAP.join(
            part + " " * (size - columns(part)) for part, size in zip(line, sizes, strict=True)
        ).rstrip()
        for line in zip_longest(*folded, fillvalue="")
    ] or [""]


def _fold(cell: str, size: int) -> list[str]:
    """Break a cell into lines of at most `size` columns: at blanks, and in longer words."""
    lines = [""]
    for word in cell.split(" "):
        for piece in _pieces(word, size):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if columns(joined) <= size:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, size: int) -> list[str]:
    pieces = [""]
    for character in word:
        if columns(pieces[-1] + character) > size:
            pieces.append("")
        pieces[-1] += character
    return pieces
