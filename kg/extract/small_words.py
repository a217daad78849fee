"""The arguments of adjectives, prepositions and the words inside compounds."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses, predication_subjects
from kg.extract.naming import exemplified, members_before, reverse_exemplifier
from kg.extract.phrases import phrase_arguments, preposition_of
from kg.model.claim import Argument

HYPHENS = frozenset("-‐‑–")  # and the dash that some print for one


def adjective_arguments(clauses: Clauses, a: int) -> Iterator[Argument]:
    """Yield what an adjective is said of and its phrases ("effective against B")."""
    tree, token = clauses.tree, clauses.tree.tokens[a]
    step = "copula" if token.dep in ("acomp", "xcomp", "oprd", "ccomp") else "attributive"
    for t, steps in predication_subjects(clauses, a):
        yield Argument("subject", t, (step, *steps))
    yield from phrase_arguments(clauses, a)
    if token.dep in ("acomp", "oprd", "xcomp"):
        for p in tree.children(token.head, "prep"):
            for c in tree.children(p, "pobj", "pcomp"):
                yield Argument(preposition_of(clauses, p), c, ())


def preposition_arguments(clauses: Clauses, p: int) -> Iterator[Argument]:
    """Yield both ends of a preposition that states something: "unlike B, A …"."""
    tree, head = clauses.tree, clauses.tree.tokens[p].head
    if reverse_exemplifier(clauses, p) is not None:
        yield Argument("object", head, ("suchAs",))
        for member in members_before(tree, head):
            yield Argument("subject", member, ("suchAs",))
        return
    for c in tree.children(p, "pobj", "dobj"):
        yield Argument("object", c, ())
    if preposition_of(clauses, p) in clauses.grammar.exemplifiers:
        if (noun := exemplified(clauses.tree, p)) is not None:
            yield Argument("subject", noun, ("suchAs",))
    elif clauses.tree.is_noun(head):
        yield Argument("subject", head, ("attributive",))
    elif head != p:
        for t, steps in predication_subjects(clauses, head):
            yield Argument("subject", t, steps)


def compound_arguments(clauses: Clauses, c: int) -> Iterator[Argument]:
    """Yield the ends of "A-induced B": the word before the hyphen and the noun after it."""
    tree = clauses.tree
    if c >= 2 and is_hyphen(tree.tokens[c - 1].text):
        yield Argument("before", c - 2, ("compound",))
    if c + 2 < len(tree.tokens) and is_hyphen(tree.tokens[c + 1].text):
        yield Argument("after", c + 2, ("compound",))
    head = tree.tokens[c].head
    while head > c and not tree.is_noun(head) and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    while (
        head > c and tree.tokens[head].dep in ("compound", "nmod") and tree.tokens[head].head > head
    ):
        head = tree.tokens[head].head
    if head > c and tree.is_noun(head):
        yield Argument("head", head, ("compound",))


def is_hyphen(text: str) -> bool:
    """Whether the token is a hyphen or a dash that joins words."""
    return text in HYPHENS
