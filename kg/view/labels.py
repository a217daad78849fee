"""What is written beside the nodes and edges of the drawing."""

from __future__ import annotations

from textwrap import wrap

from kg.view.propositions import Proposition
from kg.view.words import visible

LINE = 18  # characters of a label before it is broken
LONGEST = 36  # of a word that is not broken though it has no hyphen


def broken(label: str) -> str:
    """Break a label at blanks and hyphens, into as few lines as LINE allows, and these as equal
    as words allow. A word is broken only where it is longer than LONGEST.
    """
    words = visible(label)
    longest = max(map(len, wrap(words, 1, break_long_words=False)), default=1)
    if longest > LONGEST:
        return "\n".join(wrap(words, LONGEST))
    rows = wrap(words, LINE, break_long_words=False)
    for width in range(longest, LINE):
        if len(even := wrap(words, width)) == len(rows):
            rows = even
            break
    return "\n".join(rows) or "·"


def edge_label(group: Proposition) -> str:
    """Return the relation, crossed and with "not" where denied, with the count of its claims."""
    words = visible(f"✕ not {group.label}" if group.denied else group.label)
    return words if len(group.claims) == 1 else f"{words} ({len(group.claims)})"
