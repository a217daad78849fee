"""Expletives: an "it" that stands for a clause, or for nothing, not for a thing."""

from __future__ import annotations

from kg.extract.tree import SUBJECTS, Tree
from kg.model.ontology import Grammar

CLAUSES = ("ccomp", "csubj", "csubjpass", "advcl", "xcomp")
MARKS = frozenset({"that", "whether", "if", "as"})  # conjunctions, a closed class
OF_CONTENT = frozenset({"that", "whether"})
ADJECTIVES = ("acomp", "attr", "oprd")


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
    opens = any(c > i and _opens_clause(tree, c) for c in tree.children(verb.index, *CLAUSES))
    if opens and (token.dep == "nsubjpass" or verb.lemma in grammar.expletive_verbs):
        return True
    return verb.lemma in grammar.copulas and _is_said_of_clause(tree, verb.index, grammar)


def _is_cleft(tree: Tree, attribute: int) -> bool:
    """Whether the noun after "it is" is what a clause is said of: "it was mudflows that …", "it is
    this tissue which …", not "it is a drug that …".
    """
    determiners = [tree.tokens[d].lemma for d in tree.children(attribute, "det", "poss")]
    is_told = all(d in ("this", "these") for d in determiners)
    return is_told and tree.child(attribute, "relcl") is not None


def _opens_clause(tree: Tree, c: int) -> bool:
    """Whether a clause has a conjunction or a subject of its own."""
    marks = {tree.tokens[m].lemma for m in tree.children(c, "mark")}
    return bool(marks & MARKS) or tree.child(c, *SUBJECTS) is not None


def _is_said_of_clause(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """As in "it is hard to say", "it remains unclear whether …", "it is of interest to know"; "it
    is slow to act" speaks of a thing.
    """
    said = [c for c in tree.children(verb, *ADJECTIVES) if tree.tokens[c].pos == "ADJ"]
    said += [c for p in tree.children(verb, "prep") for c in _interest(tree, p)]
    return any(
        tree.tokens[c].lemma not in grammar.able_adjectives
        and any(_has_content(tree, t) for w in (c, verb) for t in tree.children(w) if t > c)
        for c in said
    )


def _interest(tree: Tree, p: int) -> tuple[int, ...]:
    """Return the noun of "of interest", "of note"."""
    nouns = tuple(tree.children(p, "pobj")) if tree.tokens[p].lemma == "of" else ()
    return tuple(n for n in nouns if tree.child(n, "det", "poss", "compound") is None)


def _has_content(tree: Tree, c: int) -> bool:
    """Whether a clause says what is so, or what to do: "that …", "whether …", "to say"."""
    token = tree.tokens[c]
    if token.dep not in (*CLAUSES, "acl", "relcl"):
        return False
    if {tree.tokens[m].lemma for m in tree.children(c, "mark")} & OF_CONTENT:
        return True
    to = any(tree.tokens[t].lemma == "to" and tree.tokens[t].tag == "TO" for t in tree.below[c])
    return to or token.dep in ("ccomp", "csubj")
