"""Tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown, the first column to the left, the others to the right."""
    rule = ["---", *["--:"] * (len(header) - 1)]
    lines = (" | ".join(cells) for cells in (header, rule, *rows))
    return "\n".join(f"| {line} |" for line in lines) + "\n"
