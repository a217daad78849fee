"""Anaphors: pronouns and definite phrases that ask for an antecedent, and what each asks."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kg.extract.background import Background, Place
from kg.extract.expletives import is_expletive
from kg.extract.tree import Tree
from kg.model.text import Span

# Pronouns and determiners are closed classes: no field has others, so they stand here.
SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "both", "these", "those", "theirs"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "each", "such"})
INDEFINITE = frozenset({"a", "an"})  # "such an ideal drug" points at nothing
PLURAL_DETERMINERS = frozenset({"these", "those", "both"})
SPECIFYING = frozenset({"of", "for", "with", "in"})  # "the drug of choice" says which one
MODIFIERS = ("det", "predet", "amod", "compound", "nmod", "nummod")


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


def demand_of(background: Background, place: Place) -> Demand | None:
    """Return what the word asks of an antecedent, None where it is no anaphor."""
    token = place.token
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
        return _of_pronoun(background, place)
    return _of_definite(background, place) if place.tree.is_noun(place.index) else None


def _of_pronoun(background: Background, place: Place) -> Demand | None:
    """As in "it", "their", "both"; not "it seems that", "they found that"."""
    word = place.token.text.lower()
    kinds = background.kinds.get(place.key, ())
    if _is_mind(background, place):
        return None
    if word in SINGULAR:
        empty = is_expletive(place.tree, place.index, background.grammar)
        return None if empty else Demand(False, kinds)
    if word in PLURAL and place.token.dep != "det":
        return Demand(True, kinds, count=2 if word == "both" else None)
    return None


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
    plural = token.tag in ("NNS", "NNPS") or bool(determiners & PLURAL_DETERMINERS)
    mention = background.mentions.get(place.key)
    wanted = field.class_words.get(token.lemma)
    if mention is not None and wanted and len(mention.span.of(background.text).split()) == 1:
        mention = None  # "this hormone": a term of its own, and a word for another
    if mention is not None:
        if not field.is_class(mention.term) or plural:
            return None
        return Demand(False, background.kinds.get(place.key, ()), member_of=mention.term)
    if wanted:
        return _of_class_word(determiners, wanted, plural=plural)
    return Demand(plural, background.kinds.get(place.key, ()), head=token.lemma)


def _of_class_word(
    determiners: AbstractSet[str], kinds: tuple[str, ...], *, plural: bool
) -> Demand:
    """As in "these drugs"; "each drug" speaks of one, "both drugs" of two."""
    count = 2 if "both" in determiners else None
    return Demand(plural and "each" not in determiners, kinds, count=count)


def _determiners(place: Place) -> AbstractSet[str]:
    """Return those of the whole phrase: the parser may hang them on an adjective."""
    tree = place.tree
    return {
        tree.tokens[c].text.lower()
        for c in tree.subtree(place.index)
        if c < place.index and tree.tokens[c].dep in ("det", "predet")
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
    return any(tree.tokens[p].lemma in SPECIFYING for p in tree.children(i, "prep"))


def phrase_of(tree: Tree, i: int) -> Span:
    """Return the span of a pronoun, or of a noun with its determiner and adjectives."""
    return tree.text([*(c for c in tree.children(i, *MODIFIERS) if c < i), i])
