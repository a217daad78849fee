"""The arguments of verbs: subject and object by their deep roles, complements, phrases."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clauses, is_passive, surface_subjects
from kg.extract.naming import called
from kg.extract.phrases import phrase_arguments, preposition_of, taken_meanwhile
from kg.extract.tree import RELATIVE_PRONOUNS, SUBJECTS, Tree
from kg.model.claim import Argument

PRO_VERBS = frozenset({"do", "be", "have", "can", "will", "may", "could", "would", "might"})
AROUND_PRO_VERB = frozenset({"nsubj", "nsubjpass", "neg", "mark", "cc", "advmod", "punct", "aux"})


def verb_arguments(clauses: Clauses, v: int) -> Iterator[Argument]:
    """Yield the arguments of a verb by their deep roles."""
    tree, passive = clauses.tree, is_passive(clauses, v)
    for token, steps in surface_subjects(clauses, v):
        role, step = ("object", ("passive",)) if passive else ("subject", ())
        yield Argument(role, token, (*step, *steps))
    if passive:
        yield from agents(clauses, v)
        yield from _stranded(clauses, v)
    else:
        yield from _objects(clauses, v)
    for token in elided(clauses, v):
        yield Argument("object" if passive else "subject", token, ("ellipsis",))
    for c in tree.children(v, "attr", "acomp"):
        yield Argument(
            "equated", c, ("copula",) if tree.tokens[v].lemma in clauses.grammar.copulas else ()
        )
    for c in dict.fromkeys((*tree.children(v, "oprd"), *(called(clauses, v) if passive else ()))):
        yield Argument("oprd", c, ("naming",))
    for c in tree.children(v, "xcomp", "ccomp"):
        if not tree.is_verb(c):
            yield Argument("complement", c, ())
            for thing in () if passive else tree.children(c, "nsubj"):  # "makes B worse"
                yield Argument("object", thing, ())
    yield from phrase_arguments(clauses, v)
    yield from taken_meanwhile(clauses, v)


def elided(clauses: Clauses, v: int) -> Iterator[int]:
    """Yield the subject of which the verb is said without being said again: "A raises B, but C
    does not".
    """
    tree = clauses.tree
    for c in tree.children(v, "conj", "advcl", "parataxis", "ccomp"):
        is_left_out = tree.tokens[c].lemma in PRO_VERBS and all(
            tree.tokens[d].dep in AROUND_PRO_VERB for d in tree.children(c)
        )
        if is_left_out and "than" not in {tree.tokens[d].lemma for d in tree.children(c)}:
            yield from tree.children(c, "nsubj", "nsubjpass")


def denied_ellipsis(tree: Tree, subject: int) -> bool:
    """Whether what is left out after this subject is denied: "but C does not"."""
    return tree.child(tree.tokens[subject].head, "neg") is not None


def agents(clauses: Clauses, v: int) -> Iterator[Argument]:
    """As in "B is caused by A and by C"; what such a verb has as an object is a name: "is called
    A".
    """
    tree = clauses.tree
    # "by A, the new one, and by B": the parser may hang the second phrase on the verb
    more = [p for p in tree.children(v, "conj") if tree.tokens[p].lemma == "by"]
    for first in (*tree.children(v, "agent"), *more):
        for by in (first, *tree.conjuncts(first)):
            for c in tree.children(by, "pobj", "pcomp"):
                yield Argument("subject", c, ("passive",))
    for c in tree.children(v, "dobj"):
        yield Argument("oprd", c, ())


def _stranded(clauses: Clauses, v: int) -> Iterator[Argument]:
    """As in "B is preyed upon by A": the passive's subject is what the preposition governs."""
    tree = clauses.tree
    if tree.child(v, "nsubjpass") is None:
        return
    for p in tree.children(v, "prep", "prt"):
        if p > v and tree.child(p, "pobj", "pcomp") is None:
            for token, steps in surface_subjects(clauses, v):
                yield Argument(preposition_of(clauses, p), token, ("passive", *steps))


def _objects(clauses: Clauses, v: int) -> Iterator[Argument]:
    """As in "A treats B", "B, which A treats", "A treats and prevents B"."""
    tree, token = clauses.tree, clauses.tree.tokens[v]
    own = [c for c in tree.children(v, "dobj", "dative") if tree.tokens[c].pos != "ADP"]
    for c in own:
        if tree.tokens[c].lemma in RELATIVE_PRONOUNS and token.dep == "relcl":
            yield Argument("object", token.head, ("relative",))
        else:
            yield Argument("object", c, ())
    if own or tree.child(v, "ccomp", "xcomp", "acomp", "attr") is not None:
        return
    if token.dep == "relcl" and tree.child(v, "nsubj") is not None:
        yield from _gap(clauses, v)
    for c in tree.children(v, "conj"):  # "treat and prevent B"
        if tree.is_verb(c) and tree.child(c, *SUBJECTS) is None and not is_passive(clauses, c):
            for thing in tree.children(c, "dobj"):
                yield Argument("object", thing, ("coordination",))


def _gap(clauses: Clauses, v: int) -> Iterator[Argument]:
    """As in "the hormone that the gland makes": the noun above is the object."""
    tree = clauses.tree
    subject = tree.child(v, "nsubj")
    if subject is not None and tree.tokens[subject].lemma in RELATIVE_PRONOUNS:
        return
    stranded = any(tree.child(p, "pobj", "pcomp") is None for p in tree.children(v, "prep"))
    adverb = any(tree.tokens[c].tag == "WRB" for c in tree.children(v, "advmod"))
    relative = any(
        tree.tokens[d].tag in ("WDT", "WP")
        for p in tree.children(v, "prep")
        for d in tree.subtree(p)
    )
    if not stranded and not adverb and not relative:
        yield Argument("object", tree.tokens[v].head, ("relative",))
