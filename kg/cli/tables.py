"""Rows as text: aligned columns, wrapped to the terminal's width where there is one."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

GAP = "  "
NARROWEST = 8


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Lay out the rows below the header. With `width`, the widest columns give way and their
    cells run over several lines; without it, each row is one line.

    >>> print(table(["term", "n"], [["zinc", "12"], ["insulin", "3"]]))
    term     n
    zinc     12
    insulin  3
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    if width:
        widths = _narrowed(widths, width)
    return "\n".join(line for row in cells for line in _lines(row, widths))


def _narrowed(widths: Sequence[int], total: int) -> list[int]:
    """Take from the widest column until all fit, or none is wide."""
    fitted = list(widths)
    room = total - len(GAP) * (len(fitted) - 1)
    while sum(fitted) > room and max(fitted) > NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [
        textwrap.wrap(cell, max(size, 1)) or [""] for cell, size in zip(row, widths, strict=True)
    ]
    height = max(map(len, wrapped), default=0)
    padded = [lines + [""] * (height - len(lines)) for lines in wrapped]
    return [
        GAP.join(part.ljust(size) for part, size in zip(parts, widths, strict=True)).rstrip()
        for parts in zip(*padded, strict=True)
    ]
