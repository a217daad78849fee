"""Conjuncts of a name: "A, B and C", also where the parser hangs them inside the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.tree import Tree
from kg.model.claim import Mention


def hidden_conjuncts(
    tree: Tree, mentions: Mapping[tuple[int, int], Mention], s: int, token: int
) -> Iterator[int]:
    """As in "tremor and weight gain", where the parser hangs "tremor" on "weight": the name
    "weight gain" tells that "weight" is no conjunct.
    """
    own = mentions.get((s, token))
    for c in tree.children(token, "compound", "nmod", "amod"):
        inside = [mentions.get((s, d)) for d in tree.children(c, "conj")]
        if own is not None and own in inside and mentions.get((s, c)) not in (own, None):
            yield c


def later_conjuncts(
    tree: Tree, mentions: Mapping[tuple[int, int], Mention], s: int, token: int
) -> Iterator[int]:
    """Yield the later conjuncts, also those that the parser hangs on a word inside the name:
    "changes in appetite, headaches".
    """
    own = mentions.get((s, token))
    inside = [token]
    if own is not None:
        inside = [t.index for t in tree.tokens if own.span.meets(t.span)]
    for c in (c for i in inside for c in tree.children(i, "conj")):
        if c not in inside:
            yield c
            yield from later_conjuncts(tree, mentions, s, c)


def is_excepted(tree: Tree, c: int) -> bool:
    """Whether conjunct c is excepted: "A, but not B"."""
    before = [tree.tokens[t].lemma for t in range(max(0, c - 4), c)]
    return "but" in before and "not" in before and before.index("but") < before.index("not")
