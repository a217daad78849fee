"""Expletives: an "it" that stands for a clause, or for nothing, not for a thing."""

from __future__ import annotations

from kg.extract.tree import SUBJECTS, Tree
from kg.model.ontology import Grammar

CLAUSES = ("ccomp", "csubj", "csubjpass", "advcl", "xcomp")
MARKS = frozenset({"that", "whether", "if", "as"})  # conjunctions, a closed class


def is_expletive(tree: Tree, i: int, grammar: Grammar) -> bool:
    """Whether this "it" stands for a clause ("it seems that …", "it is hard to say") or for nothing
    ("it was mudflows that …").
    """
    token = tree.tokens[i]
    if token.dep not in ("nsubj", "nsubjpass"):
        return token.dep == "expl"
    verb = tree.tokens[token.head]
    if verb.lemma == "be" and any(_is_cleft(tree, c) for c in tree.children(verb.index, "attr")):
        return True
    if any(c > i and _opens_clause(tree, c) for c in tree.children(verb.index, *CLAUSES)):
        return token.dep == "nsubjpass" or verb.lemma in grammar.expletive_verbs
    return verb.lemma == "be" and _is_said_of_clause(tree, verb.index, grammar)


def _is_cleft(tree: Tree, attribute: int) -> bool:
    """Whether the noun after "it is" is what a clause is said of: "it was mudflows that …", not
    "it is a drug that …".
    """
    has_clause = tree.child(attribute, "relcl") is not None
    return has_clause and tree.child(attribute, "det", "poss") is None


def _opens_clause(tree: Tree, c: int) -> bool:
    """Whether a clause has a conjunction or a subject of its own."""
    marks = {tree.tokens[m].lemma for m in tree.children(c, "mark")}
    return bool(marks & MARKS) or tree.child(c, *SUBJECTS) is not None


def _is_said_of_clause(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """As in "it is hard to say"; "it is slow to act" speaks of a thing."""
    return any(
        tree.tokens[c].pos == "ADJ"
        and tree.tokens[c].lemma not in grammar.able_adjectives
        and tree.child(c, "xcomp", "ccomp", "acl") is not None
        for c in tree.children(verb, "acomp", "attr", "oprd")
    )
