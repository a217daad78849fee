"""Predicates: the words of a sentence that may state a relation, with their deep roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.extract.appositions import apposition_arguments, apposition_mark, class_before
from kg.extract.clauses import Clauses
from kg.extract.modality import modality_of
from kg.extract.naming import is_of_others, reverse_exemplifier
from kg.extract.nouns import noun_arguments
from kg.extract.phrases import preposition_of
from kg.extract.small_words import (
    adjective_arguments,
    compound_arguments,
    is_hyphen,
    preposition_arguments,
)
from kg.extract.tree import SUBJECTS, Tree, tree_of
from kg.extract.triggers import Pattern, TriggerIndex, trigger_index
from kg.extract.verbs import verb_arguments
from kg.model.claim import Argument, Modality, Predicate, Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence, Span

# Particles and prefixes that a hyphen joins to a verb or an event noun: a closed class.
PREFIXES = frozenset(
    {"up", "down", "over", "under", "co", "re", "de", "auto", "trans", "cross", "non"}
)
POS_TO_ANCHOR = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


def find_predicates(reading: Reading, ontology: Ontology) -> Reading:
    """Find every word that the ontology has as a trigger, in text order."""
    index = trigger_index(ontology)
    names: dict[int, tuple[Span, ...]] = {}
    for mention in reading.mentions:
        names[mention.sentence] = (*names.get(mention.sentence, ()), mention.span)
    found = tuple(
        predicate
        for sentence in reading.sentences
        for predicate in predicates_of(sentence, index, ontology, names.get(sentence.index, ()))
    )
    return replace(reading, predicates=found)


def predicates_of(
    sentence: Sentence, index: TriggerIndex, ontology: Ontology, names: tuple[Span, ...] = ()
) -> Iterator[Predicate]:
    """Yield the predicates of one sentence; `names` are the spans in it that name terms."""
    clauses = Clauses(tree_of(sentence), ontology.grammar)
    for i in range(len(sentence.tokens)):
        for pos, lemma in anchors(clauses, i):
            if not index.of(pos, lemma):
                continue
            arguments = tuple(dict.fromkeys(arguments_of(clauses, i, pos, lemma)))
            if arguments:
                yield Predicate(
                    sentence=sentence.index,
                    token=i,
                    lemma=lemma,
                    pos=pos,
                    arguments=arguments,
                    modality=Modality()
                    if is_presupposed(pos)
                    else modality_of(
                        clauses.tree, i, ontology, names, alone=is_apposed(pos, arguments)
                    ),
                )


def is_presupposed(pos: str) -> bool:
    """Whether the text takes the relation for granted, however sure it is of the rest, and even
    where it denies the rest: "X, a drug", "drugs such as X", "unlike X", "X-induced Y".
    """
    return pos in ("apposition", "preposition", "compound")


def is_apposed(pos: str, arguments: tuple[Argument, ...]) -> bool:
    """Whether a noun says by the way what a name is: "the inhibitor A", "A, an inhibitor of B"."""
    ways = (a.steps[:1] for a in arguments if a.role == "equated")
    return pos == "noun" and ("apposition",) in ways


def anchors(clauses: Clauses, i: int) -> Iterator[tuple[str, str]]:
    """Yield what token i may be an anchor as: part of speech and lemma."""
    tree, token = clauses.tree, clauses.tree.tokens[i]
    hyphenated = (i > 0 and is_hyphen(tree.tokens[i - 1].text)) or (
        i + 1 < len(tree.tokens) and is_hyphen(tree.tokens[i + 1].text)
    )
    if hyphenated:
        yield "compound", token.text.lower()
    if token.dep == "appos" and (mark := apposition_mark(clauses, i)):
        yield "apposition", mark
    if tree.is_noun(i) and class_before(clauses, i) is not None:
        yield "apposition", " "
    if prefix := _prefix(clauses, i):
        yield POS_TO_ANCHOR[token.pos], f"{prefix}-{token.lemma}"
    else:
        yield from _word_anchors(clauses, i)
    if token.pos in ("ADP", "SCONJ") or token.dep == "prep":
        preposition = preposition_of(clauses, i)
        of_others = is_of_others(clauses, i)
        yield "preposition", f"{preposition} other" if of_others else preposition
    if (words := reverse_exemplifier(clauses, i)) is not None:
        yield "preposition", words


def _word_anchors(clauses: Clauses, i: int) -> Iterator[tuple[str, str]]:
    """Yield what a verb, noun or adjective may be an anchor as."""
    tree, token = clauses.tree, clauses.tree.tokens[i]
    if (token.pos == "VERB" or token.lemma == "be") and token.dep not in ("aux", "auxpass"):
        yield "verb", token.lemma
        for particle in tree.children(i, "prt", "prep", "advmod"):
            if tree.child(particle, "pobj", "pcomp") is None:
                yield "verb", f"{token.lemma} {tree.tokens[particle].lemma}"
    if tree.is_noun(i):
        yield "noun", token.lemma
    if token.pos == "ADJ" or (token.pos == "VERB" and _may_describe(clauses, i)):
        yield "adjective", token.text.lower()


def _prefix(clauses: Clauses, i: int) -> str:
    """Return the prefix that a hyphen joins to token i: "down" of "down-regulated"."""
    tokens = clauses.tree.tokens
    is_joined = i > 1 and is_hyphen(tokens[i - 1].text) and tokens[i - 2].lemma in PREFIXES
    return tokens[i - 2].lemma if is_joined and tokens[i].pos in POS_TO_ANCHOR else ""


def _may_describe(clauses: Clauses, i: int) -> bool:
    """Whether a verb's form may be an adjective: "related to", not "A reduces B"."""
    token = clauses.tree.tokens[i]
    is_past = token.tag == "VBD" and clauses.tree.child(i, "nsubj", "dobj") is None
    return is_past or token.tag in ("VBN", "VBG") or token.dep in ("amod", "acomp")


def arguments_of(clauses: Clauses, i: int, pos: str, lemma: str) -> Iterator[Argument]:
    """Yield the arguments of token i read as that part of speech."""
    match pos:
        case "verb":
            return verb_arguments(clauses, i)
        case "noun":
            return noun_arguments(clauses, i)
        case "adjective":
            return adjective_arguments(clauses, i)
        case "preposition":
            return preposition_arguments(clauses, i)
        case "apposition":
            return apposition_arguments(clauses, i, lemma)
        case _:
            return compound_arguments(clauses, i)


def has_words(clauses: Clauses, i: int, pattern: Pattern) -> bool:
    """Whether the further words of a pattern stand at its anchor: below it, or at the words that
    govern it.
    """
    if not pattern.words:
        return True
    if pattern.held_by and pattern.held_by not in _lemmas_above(clauses.tree, i):
        return False  # "A causes a rise in B", not "the rise in B caused by C"
    return _said_near(clauses.tree, i).issuperset(pattern.words)


@lru_cache(maxsize=64)  # each pattern of a predicate asks, one predicate after the other
def _lemmas_above(tree: Tree, i: int) -> frozenset[str]:
    """Return the lemmas of the words above token i, up to the third."""
    return frozenset(tree.tokens[t].lemma for t in list(tree.above(i))[:3])


def _in_clause(tree: Tree, i: int) -> Iterator[int]:
    """Yield token i and what is below it, clauses with a subject or conjunction of their own left
    out.
    """
    todo = [i]
    while todo:
        yield (t := todo.pop())
        todo.extend(c for c in tree.below[t] if not _is_own_clause(tree, c))


def _is_own_clause(tree: Tree, c: int) -> bool:
    dep = tree.tokens[c].dep
    if dep == "relcl" or (dep == "conj" and tree.is_verb(c)):
        return True
    is_clause = dep in ("advcl", "ccomp", "parataxis") and tree.is_verb(c)
    return is_clause and tree.child(c, "mark", *SUBJECTS) is not None


@lru_cache(maxsize=64)  # like the words above
def _said_near(tree: Tree, i: int) -> frozenset[str]:
    """Return the words below token i, but for those of other clauses, and those at the two words
    above it, with their lemmas.
    """
    near = set(_in_clause(tree, i))
    for above in list(tree.above(i))[:2]:
        near.add(above)
        near.update(tree.children(above))
    tokens = [tree.tokens[t] for t in near]
    return frozenset((*(t.lemma for t in tokens), *(t.text.lower() for t in tokens)))
