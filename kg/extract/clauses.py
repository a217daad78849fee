"""Clauses: what a verb, or an adjective or noun after a copula, is said of.

Each construction is written once (passive, relative, control, raising, participle, gerund, shared
subject), so that a trigger needs only its role: 866 claims of a corpus lay on 242 different raw
paths of the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.tree import RELATIVE_PRONOUNS, SUBJECTS, Tree
from kg.model.ontology import Grammar

QUANTIFIERS = frozenset({"both", "all", "each", "most", "some"})  # "…, both of which …"
PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
BORROWING = ("advcl", "ccomp", "parataxis", "dep")  # clauses that take the subject of the one above
OF_DOER = frozenset({"for", "of"})  # "a drug for treating X": the noun before is the doer

Found = tuple[int, tuple[str, ...]]  # a token and the steps that led to it


@dataclass(frozen=True, slots=True)
class Clauses:
    """A tree with the grammar words that its constructions need."""

    tree: Tree
    grammar: Grammar


def is_passive(clauses: Clauses, v: int) -> bool:
    """Whether the verb's surface subject is its deep object."""
    tree, token = clauses.tree, clauses.tree.tokens[v]
    if tree.child(v, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if token.tag not in ("VBN", "VBD") or tree.child(v, "nsubj", "csubj", "aux") is not None:
        return False
    if token.dep == "conj" and tree.is_verb(token.head):
        # "A mixed with B and set off C": whatever the tag, it has its object
        has_object = tree.child(v, "dobj") is not None
        is_active = has_object and tree.child(token.head, "auxpass") is None
        return not is_active and is_passive(clauses, token.head)
    return token.tag == "VBN" and token.dep in ("acl", "relcl", "amod", "advcl")


def surface_subjects(clauses: Clauses, v: int, seen: tuple[int, ...] = ()) -> Iterator[Found]:
    """Yield the word that stands as subject of verb v, own or shared with a clause above."""
    if v in seen:
        return
    own = _subject_of(clauses.tree, v)
    token = clauses.tree.tokens[v]
    if own is not None:
        yield from _own_subject(clauses, v, own)
    elif token.dep in ("acl", "relcl"):
        step = "participle" if token.tag in PARTICIPLES else "purpose"
        yield token.head, (step,)
    elif token.dep == "xcomp":
        yield from _controlled(clauses, v, seen)
    elif token.dep == "conj":
        yield from _shared(clauses, v, seen)
    elif token.dep in BORROWING and token.head != v:
        yield from _of_clause_above(clauses, v, seen)
    elif token.dep in ("pcomp", "pobj"):
        yield from _of_gerund(clauses, v, seen)
    else:
        for c in clauses.tree.children(v, "parataxis", "ccomp"):  # "It does this, has that."
            if c < v and clauses.tree.child(c, "nsubj", "nsubjpass") is not None:
                yield from add_step(surface_subjects(clauses, c, (*seen, v)), "sharedSubject")


def _subject_of(tree: Tree, v: int) -> int | None:
    """Return the subject of a verb, also where the parser hung it on "helped" of "it helped
    correct B", which it took for an auxiliary.
    """
    found = tree.child(v, *SUBJECTS)
    lost = (tree.child(a, "nsubj") for a in tree.children(v, "aux"))
    return found if found is not None else next((s for s in lost if s is not None), None)


def _own_subject(clauses: Clauses, v: int, own: int) -> Iterator[Found]:
    """As in "A treats B"; "the drug that treats B": the noun above the relative clause."""
    subject, token = clauses.tree.tokens[own], clauses.tree.tokens[v]
    if subject.lemma in RELATIVE_PRONOUNS and subject.tag in ("WDT", "WP", "IN", "DT"):
        for t in (v, *clauses.tree.above(v)):
            if clauses.tree.tokens[t].dep in ("relcl", "acl"):
                yield clauses.tree.tokens[t].head, ("relative",)
                return
    if token.dep == "relcl" and subject.lemma in QUANTIFIERS:
        yield token.head, ("relative",)
        return
    yield own, ()


def _shared(clauses: Clauses, v: int, seen: tuple[int, ...]) -> Iterator[Found]:
    """As in "A treats B and prevents C"."""
    stray = _stray_subject(clauses.tree, v)
    if stray is not None:
        yield stray, ()
        return
    head = clauses.tree.tokens[v].head
    yield from add_step(surface_subjects(clauses, head, (*seen, v)), "sharedSubject")


def _stray_subject(tree: Tree, v: int) -> int | None:
    """Return the noun right before a conjunct verb that the parser took for a conjunct of the same
    verb: "A raises B, and C does not react".
    """
    head = tree.tokens[v].head
    if not tree.is_verb(head):
        return None
    first = min([v, *tree.children(v, "aux", "auxpass", "neg")])
    nouns = (c for c in tree.children(head, "conj") if tree.is_noun(c))
    return next((c for c in nouns if c == first - 1), None)


def _controlled(clauses: Clauses, v: int, seen: tuple[int, ...]) -> Iterator[Found]:
    """As in "A helps to treat B", "A seems to treat B", "C allows A to treat B"."""
    tree, head = clauses.tree, clauses.tree.tokens[v].head
    governor = tree.tokens[head]
    thing = tree.child(head, "dobj", "dative")
    if thing is not None and thing < v and governor.lemma in clauses.grammar.object_control_verbs:
        yield thing, ("control",)
        return
    raising = governor.lemma in clauses.grammar.raising_verbs
    step = "raising" if raising else "control"
    yield from add_step(predication_subjects(clauses, head, (*seen, v)), step)


def predication_subjects(clauses: Clauses, i: int, seen: tuple[int, ...] = ()) -> Iterator[Found]:
    """Yield what a verb, or an adjective or noun after a copula, is said of."""
    token = clauses.tree.tokens[i]
    if clauses.tree.is_verb(i):
        yield from surface_subjects(clauses, i, seen)
    elif token.dep in ("acomp", "attr", "oprd", "xcomp") and clauses.tree.is_verb(token.head):
        yield from surface_subjects(clauses, token.head, (*seen, i))
    elif token.dep == "conj":
        yield from predication_subjects(clauses, token.head, (*seen, i))
    elif token.dep in ("amod", "acl", "relcl") and token.head not in seen:
        yield token.head, ()


def _of_clause_above(clauses: Clauses, v: int, seen: tuple[int, ...]) -> Iterator[Found]:
    """A clause without subject borrows it: "…, causing X", "to treat X, doctors use Y"."""
    tree, head = clauses.tree, clauses.tree.tokens[v].head
    token = tree.tokens[v]
    if tree.child(v, "mark", "expl") is not None and token.tag not in ("VBG", "VBN"):
        return
    if not tree.is_verb(head):
        if token.tag in ("VBG", "VBN"):
            yield head, ("participle",)
        return
    infinitive = any(tree.tokens[c].tag == "TO" for c in tree.children(v, "aux"))
    thing = tree.child(head, "dobj")
    if (
        infinitive
        and thing is not None
        and tree.tokens[head].lemma in clauses.grammar.object_control_verbs
    ):
        yield thing, ("purpose",)
        return
    step = "purpose" if infinitive else "participle"
    yield from add_step(surface_subjects(clauses, head, (*seen, v)), step)


def _of_gerund(clauses: Clauses, v: int, seen: tuple[int, ...]) -> Iterator[Found]:
    """As in "works by blocking X", "important for keeping X", "a drug for treating X"."""
    preposition = clauses.tree.tokens[v].head
    above = clauses.tree.tokens[preposition].head
    if above == preposition:
        return
    if clauses.tree.is_noun(above) and clauses.tree.tokens[preposition].lemma in OF_DOER:
        yield above, ("byGerund",)
    else:
        yield from add_step(predication_subjects(clauses, above, (*seen, v)), "byGerund")


def add_step(found: Iterable[Found], step: str) -> Iterator[Found]:
    """Put a step before those that led to each token."""
    return ((token, (step, *steps)) for token, steps in found)
