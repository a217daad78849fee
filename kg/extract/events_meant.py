"""Events that are spoken of again: "X stimulated Y. This stimulation led to Z": X did.

The verb and the noun are triggers of one relation and begin alike; no list of pairs is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extract.antecedents import Antecedent
from kg.extract.background import Background, Place
from kg.extract.triggers import TriggerIndex
from kg.model.claim import Predicate

NEAR = 1  # sentences
STEM = 5  # letters that verb and noun share, or all but two of a shorter verb


def event_meant(
    background: Background, place: Place, spoken: Sequence[Antecedent]
) -> tuple[str, ...]:
    """Return the terms of what brought about an event that a noun speaks of again, the latest one;
    none where the noun says itself what did what, or no such event was told.
    """
    index = background.triggers
    relations = {p.relation for p in index.of("noun", place.token.lemma)}
    if not relations:
        return ()
    found = (_doer(p, spoken) for p in _told(background, place, index, relations))
    return next((terms for terms in found if terms), ())


def _doer(predicate: Predicate, spoken: Sequence[Antecedent]) -> tuple[str, ...]:
    """Return the terms of a predicate's subject."""
    subjects = {(predicate.sentence, a.token) for a in predicate.arguments if a.role == "subject"}
    near = takewhile(lambda a: a.sentence.index >= predicate.sentence, reversed(spoken))
    named = (a.terms for a in near if (a.sentence.index, a.token) in subjects and a.terms)
    return next(named, ())


def _told(
    background: Background, place: Place, index: TriggerIndex, relations: set[str]
) -> Iterator[Predicate]:
    """Yield the verbs before that tell of such an event, the latest first."""
    noun = place.token.lemma
    for s in range(place.sentence.index, place.sentence.index - NEAR - 1, -1):
        for p in reversed(background.predicates.get(s, ())):
            is_before = s < place.sentence.index or p.token < place.index
            is_verb = is_before and p.pos == "verb" and _begins_alike(p.lemma, noun)
            if is_verb and relations & {q.relation for q in index.of("verb", p.lemma)}:
                yield p


def _begins_alike(verb: str, noun: str) -> bool:
    """Whether a noun may be made of a verb: "stimulate", "stimulation"."""
    stem = min(STEM, max(3, len(verb) - 2))
    return verb[:stem] == noun[:stem]
