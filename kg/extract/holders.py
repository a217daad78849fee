"""Holders: what people and animals have or take: "women with A", "rats treated with A"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses
from kg.extract.phrases import preposition_of
from kg.extract.verbs import verb_arguments

INSIDE = ("npadvmod", "compound", "nmod", "amod", "dobj")  # how A hangs in "A-treated rats"
ON = "on"  # the way of all who are given something


def lacks(clauses: Clauses, thing: int) -> bool:
    """Whether its holder does without a thing: "mice lacking A"."""
    tree = clauses.tree
    verb = tree.tokens[thing].head
    return tree.tokens[thing].dep == "dobj" and (
        tree.tokens[verb].lemma in clauses.grammar.sign_turning_verbs
    )


def held_in(clauses: Clauses, holder: int) -> Iterator[tuple[str, int]]:
    """Yield (way, token) of what a holder has or takes; the way is a preposition or a role."""
    tree, taking = clauses.tree, clauses.grammar.taking_verbs
    for p in tree.children(holder, "prep"):
        yield from ((preposition_of(clauses, p), c) for c in tree.children(p, "pobj"))
    for v in tree.children(holder, "amod"):
        if tree.tokens[v].lemma in taking:
            yield from ((ON, c) for c in tree.children(v, *INSIDE))
    for v in tree.children(holder, "acl", "relcl"):
        is_taking = tree.tokens[v].lemma in taking
        for a in verb_arguments(clauses, v):
            yield (ON if is_taking and a.role == "with" else a.role), a.token
