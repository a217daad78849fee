"""Antecedents: what was spoken of, and how likely an anaphor means it.

Grammatical role and nearness decide (Lappin and Leass 1994, without their corpus weights), then
whether the roles are parallel, how much the article is about the thing, and whether it can act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.background import Background, Place
from kg.extract.clauses import Clauses
from kg.extract.kinds import PROCEDURE, PROTEIN, SUBSTANCE
from kg.extract.naming import names_of
from kg.extract.salience import salience
from kg.extract.tree import SUBJECTS, Tree
from kg.model.claim import Mention
from kg.model.text import BlockKind, Sentence, Span

FADING = 0.62  # of an antecedent's weight, a sentence
SAME_SENTENCE = 0.5  # for "X … this drug": mostly another sentence's
OTHER_BLOCK = 0.8
PARALLEL = 1.15  # a subject for a subject
TOPIC, MOST_NAMED = 0.03, 10  # for each time that the article names it, up to so many
AGENT = 1.3  # a substance or procedure, rather than a state, does things
AGENTS = (SUBSTANCE, PROCEDURE, PROTEIN)
NAMELESS = 0.8  # "many medications" beside a named one
CLASS = 0.6  # "a steroid" is said of something more often than spoken of
TITLE = 0.7


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Something that was spoken of: its terms (several: a list), number, place and weight."""

    sentence: Sentence
    span: Span  # of its noun
    terms: tuple[str, ...]
    plural: bool
    weight: float
    verb: int  # the verb of its clause
    is_subject: bool
    kinds: tuple[str, ...] = ()  # of a noun without a name: those that it is a class word of
    head: str = ""  # of one term: the lemma of its noun
    by_noun: bool = False  # meant only where that noun comes back: "the risk of stroke … the risk"


def antecedent(
    background: Background, place: Place, terms: tuple[str, ...], *, plural: bool
) -> Antecedent:
    """Return what is spoken of at a place, with its weight."""
    weight, is_subject = salience(place.tree, place.index)
    if not plural and any(background.field.is_class(t) for t in terms):
        weight *= CLASS
    if background.block(place.sentence).kind in (BlockKind.TITLE, BlockKind.HEADING):
        weight *= TITLE
    return Antecedent(
        sentence=place.sentence,
        span=place.token.span,
        terms=terms,
        plural=plural,
        weight=weight,
        verb=place.tree.clause_verb(place.index),
        is_subject=is_subject,
        kinds=() if terms else background.field.class_words.get(place.token.lemma, ()),
        head=place.token.lemma if len(terms) == 1 else "",
    )


def named_at(background: Background, place: Place) -> Iterator[Antecedent]:
    """Yield what the word speaks of: the term of which it is the head, or a noun without name."""
    mention = background.mentions.get(place.key)
    plural = place.token.tag in ("NNS", "NNPS")
    if mention is None:
        if _is_nameless(background, place):
            yield antecedent(background, place, (), plural=plural)
        if (term := _held_in(background, place)) is not None:
            yield replace(antecedent(background, place, (term,), plural=plural), by_noun=True)
        return
    if not _is_head(place.tree, place.index, mention) or _only_names(background, place, mention):
        return
    surface = mention.span.of(background.text)
    plural = plural or (surface[-1:] == "s" and surface[:-1].isupper())  # "SSRIs"
    yield antecedent(background, place, (mention.term,), plural=plural)


def _held_in(background: Background, place: Place) -> str | None:
    """Return the one term of which a noun speaks: "the risk of stroke", "seizure risk"."""
    tree, grammar, (s, i) = place.tree, background.grammar, place.key
    closed = (*grammar.opaque_nouns, *grammar.sign_turning_nouns, *grammar.reporters)
    if not tree.is_noun(i) or place.token.lemma in (*closed, *grammar.partitives):
        return None
    phrases = (p for p in tree.children(i, "prep") if tree.tokens[p].lemma == "of")
    inside = (
        *(c for p in phrases for c in tree.children(p, "pobj")),
        *tree.children(i, "compound"),
    )
    found = {m.term for c in inside if (m := background.mentions.get((s, c))) is not None}
    return found.pop() if len(found) == 1 else None


def _is_nameless(background: Background, place: Place) -> bool:
    """Whether a noun that names no term competes: "many medications", "the process"."""
    grammar, token = background.grammar, place.token
    return (
        place.tree.is_noun(place.index)
        and token.dep in ("nsubj", "nsubjpass", "dobj")
        and token.lemma not in (*grammar.reporters, *grammar.partitives)
    )


def _only_names(background: Background, place: Place, mention: Mention) -> bool:
    """Whether a mention is a value ("high"), or "a steroid called A": A is what is spoken of."""
    field, s = background.field, place.sentence.index
    names = names_of(Clauses(place.tree, background.grammar), place.index)
    return field.is_quality(mention.term) or (
        field.is_class(mention.term) and any((s, c) in background.mentions for c in names)
    )


def _is_head(tree: Tree, i: int, mention: Mention) -> bool:
    """Whether token i is the head of the mention: its own head lies outside."""
    head = tree.tokens[i].head
    return head == i or not mention.span.meets(tree.tokens[head].span)


def lists_in(
    background: Background, places: Iterable[Place], anaphors: Mapping[int, tuple[str, ...]]
) -> Iterator[Antecedent]:
    """Yield "A, B and C" as one thing in the plural; `anaphors`: the terms of each, by token."""
    for place in places:
        conjuncts = [place.index, *place.tree.conjuncts(place.index)]
        if len(conjuncts) < 2 or place.token.dep == "conj":
            continue
        terms: dict[str, None] = {}
        for c in conjuncts:
            mention = background.mentions.get((place.sentence.index, c))
            terms.update(dict.fromkeys((mention.term,) if mention else anaphors.get(c, ())))
        if len(terms) > 1:
            yield antecedent(background, place, tuple(terms), plural=True)


def score(background: Background, place: Place, a: Antecedent) -> float:
    """Return how likely the anaphor at `place` means the antecedent; a weight, no probability."""
    distance = place.sentence.index - a.sentence.index
    fading = FADING**distance
    if distance == 0 and place.tree.is_noun(place.index):
        fading = SAME_SENTENCE
    if distance and place.sentence.block != a.sentence.block:
        fading *= OTHER_BLOCK
    parallel = PARALLEL if a.is_subject and place.token.dep in SUBJECTS else 1.0
    named = max((background.counts.get(t, 0) for t in a.terms), default=0)
    topic = 1.0 + TOPIC * min(MOST_NAMED, named)
    agent = AGENT if _acts(background, place) and _can_act(background, a) else 1.0
    nameless = 1.0 if a.terms or not a.kinds else NAMELESS
    return a.weight * fading * parallel * topic * agent * nameless


def _acts(background: Background, place: Place) -> bool:
    """Whether the anaphor is the subject of something done to something."""
    return any(
        a.token == place.index
        and a.role == "subject"
        and any(b.role == "object" for b in p.arguments)
        for p in background.predicates.get(place.sentence.index, ())
        for a in p.arguments
    )


def _can_act(background: Background, a: Antecedent) -> bool:
    """Whether it is of the kinds that do things."""
    return bool(a.terms) and all(background.field.fits(t, AGENTS) for t in a.terms)
