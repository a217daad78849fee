"""The arguments of nouns: phrases and compounds, what a noun is equated with, what holds it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.appositions import apposition_head
from kg.extract.clauses import Clauses, is_passive, surface_subjects
from kg.extract.naming import examples_of
from kg.extract.phrases import phrase_arguments, preposition_of
from kg.extract.tree import SUBJECTS
from kg.extract.verbs import agents
from kg.model.claim import Argument

MODIFIERS = ("compound", "nmod", "amod", "npadvmod", "nummod")
OF_PURPOSE = frozenset({"for", "in", "of", "to"})
CARRIED = frozenset({"conj", "dobj", "pobj", "prep", "ccomp", "attr"})  # going up: still one phrase


def noun_arguments(clauses: Clauses, n: int) -> Iterator[Argument]:
    """Yield the arguments of a noun: its phrases, what holds it, what it is said of."""
    tree = clauses.tree
    for c in tree.children(n, "poss"):
        yield Argument("possessor", c, ("nominalisation",))
    for c in tree.children(n, *MODIFIERS):
        role = "modifier" if tree.tokens[c].dep == "amod" else "compound"
        yield Argument(role, c, ("nominalisation",) if role == "compound" else ())
        if role == "modifier":
            yield Argument("compound", c, ("nominalisation",))
    for argument in (*phrase_arguments(clauses, n), *_stray_phrases(clauses, n)):
        yield Argument(argument.role, argument.token, ("nominalisation", *argument.steps))
    yield from _equated(clauses, n)
    yield from _held(clauses, n)


def _stray_phrases(clauses: Clauses, n: int) -> Iterator[Argument]:
    """Yield phrases after the noun that the parser hung on a word above or inside it: the "by" of
    "activation of B by A".
    """
    tree, t = clauses.tree, n
    for of in tree.children(n, "prep"):
        for thing in tree.children(of, "pobj"):
            for by in (p for p in tree.children(thing, "prep") if tree.tokens[p].lemma == "by"):
                for c in tree.children(by, "pobj"):
                    yield Argument("by", c, ())
    while tree.tokens[t].dep in CARRIED:
        t = tree.tokens[t].head
        for p in tree.children(t, "prep"):
            if p > max(tree.subtree(n)):
                for c in tree.children(p, "pobj"):
                    yield Argument(preposition_of(clauses, p), c, ())


def _equated(clauses: Clauses, n: int) -> Iterator[Argument]:
    """Yield what the noun is said to be, or is: copula, apposition, "such as", "as"."""
    tree, token = clauses.tree, clauses.tree.tokens[n]
    if token.dep == "conj" and tree.tokens[token.head].dep in ("attr", "appos"):
        for argument in _equated(clauses, token.head):
            yield Argument("equated", argument.token, (*argument.steps, "coordination"))
    elif token.dep == "appos":
        yield Argument("equated", apposition_head(clauses, n), ("apposition",))
    elif token.dep in ("compound", "nmod") and token.head > n:
        yield Argument("equated", token.head, ("apposition",))
    elif (verb := _predicating_verb(clauses, n)) is not None:
        thing = tree.child(verb, "dobj")  # "identified C6 as an inhibitor"
        is_thing = token.dep == "pobj" and thing is not None and not is_passive(clauses, verb)
        said_of = [(thing, ())] if thing is not None and is_thing else None
        for t, steps in said_of or surface_subjects(clauses, verb):
            yield Argument("equated", t, ("copula", *steps))
    for c in (*tree.children(n, "appos"), *_taken_as(clauses, n)):
        yield Argument("equated", c, ("apposition",))
    for c in examples_of(clauses, n):
        yield Argument("equated", c, ("suchAs",))
    if token.dep in SUBJECTS and tree.tokens[token.head].lemma in clauses.grammar.copulas:
        yield from _complements(clauses, token.head)


def _taken_as(clauses: Clauses, n: int) -> Iterator[int]:
    """As in "discovery of A as an n", "A as an n": in titles the noun says what A is."""
    tree, token = clauses.tree, clauses.tree.tokens[n]
    if token.dep != "pobj" or tree.tokens[token.head].lemma != "as":
        return
    above = tree.tokens[token.head].head
    if tree.is_noun(above):
        phrases = (p for p in tree.children(above, "prep") if tree.tokens[p].lemma == "of")
        yield from [c for p in phrases for c in tree.children(p, "pobj")] or [above]


def _predicating_verb(clauses: Clauses, n: int) -> int | None:
    """Return the verb that says the noun of its subject: "is an n", "acts as an n"."""
    tree, token = clauses.tree, clauses.tree.tokens[n]
    above = tree.tokens[token.head].lemma
    is_linked = token.dep == "dobj" and above in clauses.grammar.copulas  # "A represents an n"
    if (token.dep in ("attr", "oprd") or is_linked) and tree.is_verb(token.head):
        return token.head
    if token.dep == "pobj" and tree.tokens[token.head].lemma == "as":
        verb = tree.tokens[token.head].head
        if tree.is_verb(verb) and tree.tokens[verb].lemma in clauses.grammar.as_verbs:
            return verb
    return None


def _complements(clauses: Clauses, verb: int) -> Iterator[Argument]:
    """As in "the n is high", "the n is a B"."""
    for c in clauses.tree.children(verb, "attr", "acomp"):
        yield Argument("modifier", c, ("copula",))
        if clauses.tree.is_noun(c):
            yield Argument("equated", c, ("copula",))


def _held(clauses: Clauses, n: int) -> Iterator[Argument]:
    """Yield what holds the noun: "A has an effect on B", "A leads to a rise in B", "A is an option
    for relief of B".
    """
    tree, token = clauses.tree, clauses.tree.tokens[n]
    if token.dep == "conj" and tree.is_noun(token.head):
        for argument in _held(clauses, token.head):
            yield Argument(argument.role, argument.token, (*argument.steps, "coordination"))
    elif (purpose := _purpose_above(clauses, n)) is not None:
        for argument in (*_equated(clauses, purpose), *_held(clauses, purpose)):
            if argument.role in ("equated", "subject"):
                yield Argument("subject", argument.token, ("purpose", *argument.steps))
    else:
        yield from _of_verb_above(clauses, n)


def _of_verb_above(clauses: Clauses, n: int) -> Iterator[Argument]:
    """As in "A has an effect on B": the verb's subject is the noun's.

    The role is "subject" under a light verb, else "governor" (frames that name the verb).
    """
    tree, token = clauses.tree, clauses.tree.tokens[n]
    verb, link = _holding_verb(clauses, n)
    if verb is None:
        return
    lemma = tree.tokens[verb].lemma
    words = (lemma, f"{lemma} {link}" if link else lemma)
    role = "subject" if any(w in clauses.grammar.light_verbs for w in words) else "governor"
    passive = is_passive(clauses, verb)
    if passive and token.dep == "nsubjpass":
        for argument in agents(clauses, verb):
            yield Argument(role, argument.token, ("light", *argument.steps))
    elif not passive or (link and link != "by"):
        for t, steps in surface_subjects(clauses, verb):
            yield Argument(role, t, ("light", *steps))
    for argument in phrase_arguments(clauses, verb):
        if argument.token != n:
            yield Argument(argument.role, argument.token, ("light", *argument.steps))


def _purpose_above(clauses: Clauses, n: int) -> int | None:
    """Return the noun that says what something is for: "A is an option for the relief of B"."""
    tree, token = clauses.tree, clauses.tree.tokens[n]
    if token.dep != "pobj" or tree.tokens[token.head].lemma not in OF_PURPOSE:
        return None
    above = tree.tokens[token.head].head
    is_purpose = tree.is_noun(above) and tree.tokens[above].lemma in clauses.grammar.purpose_nouns
    return above if is_purpose else None


def _holding_verb(clauses: Clauses, n: int) -> tuple[int | None, str]:
    """Return the verb that holds the noun, and by which preposition: "has n", "leads to n"."""
    tree, token = clauses.tree, clauses.tree.tokens[n]
    if token.dep in ("dobj", "nsubjpass", "attr") and tree.is_verb(token.head):
        return token.head, ""
    if token.dep == "pobj":
        verb, link = tree.tokens[token.head].head, preposition_of(clauses, token.head)
        if tree.is_verb(verb) and link not in clauses.grammar.circumstances:
            return verb, link
    return None, ""
