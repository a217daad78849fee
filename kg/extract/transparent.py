"""Transparent nouns: where the thing is that a noun without one of its own speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.appositions import apposed_to
from kg.extract.clauses import Clauses, surface_subjects
from kg.extract.phrases import preposition_of

INSIDE = ("of", "in", "with", "to", "on", "for", "from", "between")  # where a noun holds its thing
GROUPING = frozenset({"of", "among"})  # "one of the drugs"


def inside(clauses: Clauses, t: int) -> Iterator[tuple[str, int]]:
    """Yield (preposition, token) of what a noun holds: its "of", its compounds, other phrases."""
    tree = clauses.tree
    phrases = [
        (preposition_of(clauses, p), c)
        for p in tree.children(t, "prep")
        for c in tree.children(p, "pobj")
    ]
    yield from (p for p in phrases if p[0] == "of")
    for c in tree.children(t, "compound", "nmod", "amod", "poss", "npadvmod"):
        yield "", c
    yield from (p for p in phrases if p[0] in INSIDE and p[0] != "of")


def is_specified(clauses: Clauses, t: int) -> bool:
    """Whether the noun says what it is of: "dopamine levels in X" are not about X."""
    tree = clauses.tree
    return any(tree.is_noun(c) for c in tree.children(t, "compound", "nmod", "poss"))


def said_of(clauses: Clauses, t: int) -> Iterator[tuple[int, str]]:
    """Yield what a noun without a thing of its own is said of: "X is the drug", "X has effects"."""
    tree, token = clauses.tree, clauses.tree.tokens[t]
    if (noun := apposed_to(clauses, t)) is not None:
        yield noun, "apposition"
    elif token.dep == "attr" and tree.is_verb(token.head):
        for c, _ in surface_subjects(clauses, token.head):
            yield c, "copula"
    elif token.dep == "dobj" and tree.tokens[token.head].lemma in clauses.grammar.possessing_verbs:
        for c, _ in surface_subjects(clauses, token.head):
            yield c, "light"
    elif token.dep == "pobj" and tree.tokens[token.head].lemma in GROUPING:
        above = tree.tokens[token.head].head
        if tree.tokens[above].lemma in clauses.grammar.partitives:
            yield from said_of(clauses, above)
