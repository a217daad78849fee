"""Appositions: a noun beside another that says what it is, by comma, bracket or just a blank."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses
from kg.extract.tree import Tree
from kg.model.claim import Argument

# Articles of a noun that says what something is: "A, a hormone", not "A, the hormone B".
INDEFINITE = frozenset({"a", "an", "another"})
PAUSES = frozenset({",", "–", "—"})


def apposition_arguments(clauses: Clauses, a: int, mark: str) -> Iterator[Argument]:
    """Yield both ends of an apposition; its mark (comma, bracket, blank) is the lemma."""
    if mark == " ":
        yield Argument("subject", a, ("apposition",))
        before = class_before(clauses, a)
        class_ = clauses.tree.tokens[a].head if before is None else before
        yield Argument("class", class_, ("apposition",))
        return
    yield Argument("subject", apposition_head(clauses, a), ("apposition",))
    yield Argument("object", a, ("apposition",))


def apposition_mark(clauses: Clauses, a: int) -> str | None:
    """Return "," for an indefinite noun after a comma, "(" for a word in brackets, " " for a name
    right behind its noun ("the kinases A and B").
    """
    tree, token = clauses.tree, clauses.tree.tokens[a]
    if is_close(tree, a):
        return " "
    first = min(tree.subtree(a))
    before = tree.tokens[first - 1].text if first else ""
    own = tree.tokens[first].text
    if "(" in (before, own):
        return "("
    determiner = tree.child(a, "det")
    indefinite = determiner is not None and tree.tokens[determiner].lemma in INDEFINITE
    between = {tree.tokens[t].text for t in range(token.head + 1, a)}
    return "," if indefinite and between & PAUSES else None


def is_close(tree: Tree, a: int) -> bool:
    """Whether an apposition stands right behind its noun: "the kinases A and B"."""
    return tree.tokens[a].dep == "appos" and min(tree.subtree(a)) == tree.tokens[a].head + 1 <= a


def close_appositions(tree: Tree, n: int) -> Iterator[int]:
    """Yield what stands right behind a noun and names it."""
    return (c for c in tree.children(n, "appos") if is_close(tree, c))


def apposition_head(clauses: Clauses, a: int) -> int:
    """Return the noun that an apposition explains: where the parser went over a verb to find
    one, rather the noun right before the comma.
    """
    tree, head = clauses.tree, clauses.tree.tokens[a].head
    first = min(tree.subtree(a))
    adjacent = first - 2
    over_verb = any(tree.tokens[t].pos == "VERB" for t in range(head + 1, first))
    near = adjacent >= 0 and tree.tokens[first - 1].text == "," and tree.is_noun(adjacent)
    return adjacent if over_verb and near else head


def apposed_to(clauses: Clauses, n: int) -> int | None:
    """Return the noun before the comma that this noun explains, where the parser took it for a
    second complement: "is important for the amygdala, a brain center …".
    """
    tree, token = clauses.tree, clauses.tree.tokens[n]
    first = min(tree.subtree(n))
    earlier = [c for c in tree.children(token.head, "acomp", "attr") if c < first]
    determiner = tree.child(n, "det")
    if token.dep != "attr" or not earlier or determiner is None or first < 2:
        return None
    is_apposed = tree.tokens[first - 1].text == "," and tree.is_noun(first - 2)
    return first - 2 if is_apposed else None


def class_before(clauses: Clauses, n: int) -> int | None:
    """Return the noun right before a name that may say what it is: "the SSRI fluoxetine"."""
    tree = clauses.tree
    c = n - 1
    deps = ("compound", "nmod", "amod")
    is_one = c >= 0 and tree.tokens[c].dep in deps and tree.tokens[c].head == n
    return c if is_one and tree.tokens[c].pos in ("NOUN", "PROPN", "ADJ") else None
