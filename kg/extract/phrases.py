"""Prepositional phrases: the arguments that a preposition introduces."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses
from kg.extract.tree import RELATIVE_PRONOUNS, Tree
from kg.model.claim import Argument

# Words on which the parser may hang a phrase that belongs to the word above them.
CARRIERS = ("dobj", "nsubjpass", "advmod", "acomp", "oprd", "xcomp")


def phrase_arguments(clauses: Clauses, i: int) -> Iterator[Argument]:
    """Yield the prepositional phrases of a word, and those that the parser hung on its object:
    which of the two heads a phrase has is the parser's weakest point.
    """
    for p in _phrases(clauses, i):
        name = preposition_of(clauses, p)
        for c in clauses.tree.children(p, "pobj", "pcomp"):
            token = clauses.tree.tokens[c]
            if token.lemma in RELATIVE_PRONOUNS and clauses.tree.tokens[i].dep == "relcl":
                yield Argument(name, clauses.tree.tokens[i].head, ("relative",))
            elif inner := tuple(circumstance_inside(clauses, name, c)):
                yield from inner
            else:
                yield Argument(name, c, ())


def circumstance_inside(clauses: Clauses, preposition: str, c: int) -> Iterator[Argument]:
    """As in "in the absence of A", which is "without A", and "in the presence of A", "with A"."""
    tree, lists = clauses.tree, clauses.grammar
    words = f"{preposition} the {tree.tokens[c].lemma} of"
    name = "without" if words in lists.absence_words else "with"
    if name == "with" and words not in lists.circumstances:
        return
    for p in tree.children(c, "prep"):
        for thing in tree.children(p, "pobj") if tree.tokens[p].lemma == "of" else ():
            yield Argument(name, thing, ("viaCircumstance",))


def taken_meanwhile(clauses: Clauses, v: int) -> Iterator[Argument]:
    """Yield what is taken while something happens: "had B while taking A"."""
    tree = clauses.tree
    for c in tree.children(v, "advcl"):
        token = tree.tokens[c]
        is_taking = token.tag == "VBG" and token.lemma in clauses.grammar.taking_verbs
        if is_taking and tree.child(c, "mark", "advmod") is not None:
            for thing in tree.children(c, "dobj"):
                yield Argument("on", thing, ("viaCircumstance",))


def _phrases(clauses: Clauses, i: int) -> Iterator[int]:
    tree = clauses.tree
    for p in tree.children(i, "prep", "prt"):
        yield from (p, *tree.conjuncts(p))  # "in A and in B"
    for c in tree.children(i, *CARRIERS):
        if c > i or tree.tokens[c].dep == "nsubjpass":
            deeper = [c, *tree.conjuncts(c)] if tree.is_noun(c) else [c]
            for d in deeper:
                if not tree.is_verb(d):
                    yield from tree.children(d, "prep")


def preposition_of(clauses: Clauses, p: int) -> str:
    """Return the preposition as the ontology writes it: "with", "such as", "including"."""
    return preposition_at(clauses.tree, p)


def preposition_at(tree: Tree, p: int) -> str:
    """Return the same of a tree without grammar words."""
    token = tree.tokens[p]
    if token.tag == "VBG":
        return token.text.lower()
    if token.lemma != "as":
        return token.lemma
    before = tree.children(p, "amod", "advmod", "pcomp")
    return "such as" if any(tree.tokens[c].lemma == "such" for c in before) else "as"
