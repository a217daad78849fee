"""Anaphors: pronouns and definite phrases that ask for an antecedent, and what each asks."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kg.extract.background import Background, Place
from kg.extract.expletives import is_expletive
from kg.extract.inflection import singulars
from kg.extract.kinds import GENE, PROTEIN, TERM
from kg.extract.tree import Tree
from kg.model.claim import Mention
from kg.model.text import Span

# Pronouns, determiners and numerals are closed classes: no field has others, so they stand here.
SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "both", "these", "those", "theirs"})
EACH = frozenset({"each", "either", "neither"})  # singular words for the members of a group
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such", *EACH})
INDEFINITE = frozenset({"a", "an"})  # "such an ideal drug" points at nothing
PLURAL_DETERMINERS = frozenset({"these", "those", "both"})
POINTING = frozenset({"this", "that", "these", "those", "such", "both"})  # more than "the"
SPECIFYING = frozenset({"of", "for", "with", "in"})  # "the drug of choice" says which one
CERTAIN = frozenset({"of"})
MODIFIERS = ("det", "predet", "amod", "compound", "nmod", "nummod")
WORD_TO_COUNT = {
    "both": 2, "either": 2, "neither": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
ORDER_TO_INDEX = {"former": 0, "latter": -1}
SET_APART = frozenset({"other", "another", "only", "first", "second", "third", "last"})


@dataclass(frozen=True, slots=True)
class Demand:
    """What an anaphor asks of its antecedent: number, kinds (none: any), a class to belong to, the
    noun that its name ends in ("solar flares … the flares"), in either number.
    """

    plural: bool
    kinds: tuple[str, ...] = ()
    member_of: str | None = None
    count: int | None = None  # "both": two
    head: str | None = None
    index: int | None = None  # "the former": the first of a list of two
    own: str | None = None  # the term that the phrase names where it points at nothing before
    is_group: bool = False  # several things, each named: no class of them


def demand_of(background: Background, place: Place) -> Demand | None:
    """Return what the word asks of an antecedent, None where it is no anaphor."""
    token = place.token
    if token.lemma in ORDER_TO_INDEX and _is_noun_phrase(place):
        return Demand(True, count=2, index=ORDER_TO_INDEX[token.lemma])
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$") or _stands_alone(place):
        return _of_pronoun(background, place)
    return _of_definite(background, place) if place.tree.is_noun(place.index) else None


def _is_noun_phrase(place: Place) -> bool:
    """Whether "the former" has no noun after it."""
    is_definite = "the" in {place.tree.tokens[c].lemma for c in place.tree.children(place.index)}
    return is_definite and place.token.dep not in ("amod", "compound", "nmod")


def _stands_alone(place: Place) -> bool:
    """Whether "both", "each", "neither" is no determiner: "both treat X"."""
    word, token = place.token.text.lower(), place.token
    return word in WORD_TO_COUNT.keys() & {"both", *EACH} and token.dep in (
        "nsubj", "nsubjpass", "dobj", "pobj",
    )  # fmt: skip


def _of_pronoun(background: Background, place: Place) -> Demand | None:
    """As in "it", "their", "both"; not "it seems that", "they found that"."""
    word = place.token.text.lower()
    kinds = background.kinds.get(place.key, ())
    if _is_mind(background, place) or place.token.dep in ("det", "preconj", "predet", "cc"):
        return None
    if word in SINGULAR:
        empty = is_expletive(place.tree, place.index, background.grammar)
        return None if empty else Demand(False, kinds)
    if word in ("each", *WORD_TO_COUNT) and place.tree.child(place.index, "prep") is None:
        return Demand(True, kinds, count=WORD_TO_COUNT.get(word), is_group=True)
    return Demand(True, kinds) if word in PLURAL else None


def _is_mind(background: Background, place: Place) -> bool:
    """Whether the pronoun is the one who knows, finds or says that something is so."""
    tree, verb = place.tree, place.token.head
    return (
        place.token.dep == "nsubj"
        and tree.tokens[verb].lemma in background.minds
        and tree.child(verb, "ccomp") is not None
    )


def _of_definite(background: Background, place: Place) -> Demand | None:
    """As in "the drug", "these medications", "this novel neurosteroid", "the flares"."""
    field, token = background.field, place.token
    determiners = _determiners(place)
    if not determiners & DEFINITE or determiners & INDEFINITE or _is_specific(background, place):
        return None
    plural = token.tag in ("NNS", "NNPS") or bool(determiners & (PLURAL_DETERMINERS | EACH))
    mention = background.mentions.get(place.key)
    named = mention.span.of(background.text) if mention is not None else ""
    word = next((w for w in singulars(named.lower()) if w in field.class_words), token.lemma)
    wanted = field.class_words.get(word)
    if wanted and GENE in wanted:  # genes and proteins share their names
        wanted = (*wanted, PROTEIN)
    own = mention.term if mention is not None else None
    if wanted and (len(named.split()) == 1 or word != token.lemma):
        mention = None  # "this hormone", "this brain region": a term, and a word for another
    if mention is not None:
        return _of_term(background, place, mention, determiners, plural=plural)
    if wanted:
        demand = _of_class_word(determiners, wanted, plural=plural)
        if plural and determiners & POINTING:
            demand = replace(demand, own=own)
    else:
        demand = Demand(plural, background.kinds.get(place.key, ()), head=token.lemma)
    return _of_counted(place, demand)


def _of_term(
    background: Background,
    place: Place,
    mention: Mention,
    determiners: AbstractSet[str],
    *,
    plural: bool,
) -> Demand | None:
    """As in "the antidepressant": a member of the class; "these cover crops": those of a list."""
    field, kinds = background.field, background.kinds.get(place.key, ())
    if not plural:
        is_class = field.is_class(mention.term)
        return Demand(False, kinds, member_of=mention.term) if is_class else None
    if not determiners & POINTING and _count(place) is None:
        return None
    if field.is_class(mention.term):
        demand = Demand(True, (), member_of=mention.term)
    else:
        own = tuple(k for k in field.terms[mention.term].kinds if k != TERM)
        demand = Demand(True, own)
    return _of_counted(place, replace(demand, own=mention.term, is_group=True))


def _of_class_word(
    determiners: AbstractSet[str], kinds: tuple[str, ...], *, plural: bool
) -> Demand:
    """As in "these drugs", "each drug", "neither drug"; "both drugs" speaks of two."""
    counts = (WORD_TO_COUNT[w] for w in ("both", "either", "neither") if w in determiners)
    count = next(counts, None)
    return Demand(plural, kinds, count=count, is_group=count is not None)


def _of_counted(place: Place, demand: Demand) -> Demand | None:
    """As in "the two drugs", "the latter drug"; "the other drug" is another one."""
    tree, i = place.tree, place.index
    words = [tree.tokens[c].lemma for c in tree.children(i, "amod", "det", "nummod")]
    order = next((ORDER_TO_INDEX[w] for w in words if w in ORDER_TO_INDEX), None)
    if order is not None:
        return replace(demand, plural=True, count=2, index=order, head=None)
    if not demand.plural:
        return demand
    count = _count(place)
    if count is not None:
        return replace(demand, count=count, is_group=True)
    return demand


def _count(place: Place) -> int | None:
    """Return how many things a number before the noun says, none where there is no number."""
    for c in place.tree.children(place.index, "nummod", "det", "predet"):
        word = place.tree.tokens[c].text.lower()
        if word in WORD_TO_COUNT:
            return WORD_TO_COUNT[word]
        if word.isdecimal():
            return int(word)
    return None


def _determiners(place: Place) -> AbstractSet[str]:
    """Return those of the whole phrase: the parser may hang them on an adjective."""
    tree = place.tree
    return {
        tree.tokens[c].text.lower()
        for c in tree.subtree(place.index)
        if c < place.index and tree.tokens[c].dep in ("det", "predet", "preconj")
    }


def _is_specific(background: Background, place: Place) -> bool:
    """Whether the phrase says by itself which one it means: "the drug fluoxetine"."""
    tree, (s, i) = place.tree, place.key
    if tree.child(i, "relcl", "acl", "appos") is not None:
        return True
    own, field = background.mentions.get((s, i)), background.field
    named = (background.mentions.get((s, c)) for c in tree.children(i, "compound", "nmod", "amod"))
    if any(m is not None and m != own and not field.is_quality(m.term) for m in named):
        return True
    if any(tree.tokens[c].lemma in SET_APART for c in tree.children(i, "amod", "det")):
        return True
    # "took the drug for pain": the phrase may be the verb's
    specifying = CERTAIN if place.token.dep == "dobj" else SPECIFYING
    return any(tree.tokens[p].lemma in specifying for p in tree.children(i, "prep"))


def phrase_of(tree: Tree, i: int) -> Span:
    """Return the span of a pronoun, or of a noun with its determiner and adjectives."""
    return tree.text([*(c for c in tree.children(i, *MODIFIERS) if c < i), i])
