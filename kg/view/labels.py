"""What is written beside the nodes and edges of the drawing."""

from __future__ import annotations

from textwrap import wrap

from kg.view.propositions import Proposition
from kg.view.words import visible

LINE = 18  # characters of a label before it is broken


def broken(label: str) -> str:
    """Break a label into as few lines as LINE allows, and these as equal as words allow."""
    words = visible(label)
    rows = wrap(words, LINE, break_on_hyphens=False)
    longest = max(map(len, words.split()), default=1)
    for width in range(longest, LINE):
        if len(even := wrap(words, width, break_on_hyphens=False)) == len(rows):
            rows = even
            break
    return "\n".join(rows) or "·"


def edge_label(group: Proposition) -> str:
    """Return the relation, crossed and with "not" where denied, with the count of its claims."""
    words = visible(f"✕ not {group.label}" if group.denied else group.label)
    return words if len(group.claims) == 1 else f"{words} ({len(group.claims)})"
