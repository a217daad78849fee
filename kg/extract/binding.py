"""Binding: what a word that points back cannot mean, or must mean, by the grammar of its sentence.

After the principles of binding theory, as far as a tree of dependencies shows them: "X inhibits
it" speaks of two things, "X is its most frequent effect" too; "X … itself" of one.
"""

from __future__ import annotations

from kg.extract.antecedents import Antecedent
from kg.extract.background import Background, Place
from kg.extract.tree import SUBJECTS, Tree

REFLEXIVE = frozenset({"itself", "themselves"})
PREDICATES = ("attr", "oprd")
DIRECT = frozenset({*SUBJECTS, "dobj", "dative", "attr", "oprd"})
# clauses that have the subject of the one above: "by doing A, it …", "it does A and B"
SHARING = frozenset({"pcomp", "advcl", "xcomp", "conj"})


def is_bound(place: Place, a: Antecedent) -> bool:
    """Whether the antecedent cannot be meant, as it takes part in what the pronoun takes part in:
    "A inhibits it", "A binds B and inhibits it", "by raising A, it …".
    """
    if a.sentence is not place.sentence:
        return False
    tree, i = place.tree, place.index
    verb = tree.clause_verb(i)
    same = a.verb == verb
    if place.token.text.lower() in REFLEXIVE:
        return not same
    if place.token.dep == "poss":
        return same and a.is_subject and _is_in_predicate(tree, i)
    if a.is_subject:
        return a.verb in _sharing(tree, verb)
    if place.token.dep in SUBJECTS and tree.is_verb(a.verb):
        return verb in _sharing(tree, a.verb)
    return same


def is_part(place: Place, a: Antecedent) -> bool:
    """Whether what the antecedent stands for cannot be meant either, wherever it was named: it is
    a direct part of what the pronoun is bound by, not a word inside of one ("a lack of A").
    """
    if place.token.text.lower() in REFLEXIVE or not is_bound(place, a):
        return False
    token = a.sentence.tokens[a.token]
    by = token.dep == "pobj" and a.sentence.tokens[token.head].dep == "agent"
    return token.dep in DIRECT or by


def owned(background: Background, place: Place) -> str | None:
    """Return the term that "its X" names: its X is not X."""
    if place.token.dep != "poss":
        return None
    mention = background.mentions.get((place.sentence.index, place.token.head))
    return mention.term if mention is not None else None


def _sharing(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the verb and those above it whose subject is its own."""
    found = [verb]
    while tree.child(verb, *SUBJECTS) is None and tree.tokens[verb].dep in SHARING:
        verb = tree.clause_verb(tree.tokens[verb].head)
        if verb in found or not tree.is_verb(verb):
            break
        found.append(verb)
    return tuple(found)


def _is_in_predicate(tree: Tree, i: int) -> bool:
    """Whether a possessive stands in what is said of a subject: "X is its most frequent effect"."""
    noun = tree.tokens[i].head
    return tree.tokens[noun].dep in PREDICATES and tree.tokens[tree.tokens[noun].head].lemma == "be"
