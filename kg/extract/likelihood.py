"""How likely an anaphor means a thing: a weighted sum of features of the thing's mentions.

Grammatical role and nearness (Lappin and Leass 1994), then topic, parallel roles, and whether the
thing is of the sort that acts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from kg.extract.anaphors import POINTING
from kg.extract.antecedents import Antecedent
from kg.extract.background import Background, Place
from kg.extract.kinds import PROCEDURE, PROTEIN, SUBSTANCE
from kg.extract.tree import SUBJECTS
from kg.model.text import BlockKind

FARTHEST = 4  # sentences
MOST_NAMED, MOST_TIMES = 10, 4
AGENTS = (SUBSTANCE, PROCEDURE, PROTEIN)
TITLES = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Focus:
    """What the text is about where an anaphor stands."""

    topic: tuple[str, ...] = ()  # the subject of the paragraph's first sentence
    chain: tuple[str, ...] = ()  # what the last word that points back stands for
    title: frozenset[str] = frozenset()  # terms that the article's title names


Features = Mapping[str, float]


def features(
    background: Background, place: Place, mentions: Sequence[Antecedent], focus: Focus
) -> Features:
    """Return what speaks for a thing, or against it; `mentions`: those that the anaphor may mean,
    the latest first.
    """
    latest = mentions[0]
    terms, distance = latest.terms, place.sentence.index - latest.sentence.index
    near = [a for a in mentions if a.sentence is latest.sentence]
    best = max(near, key=lambda a: a.weight)
    counts = [background.counts.get(t, 0) for t in terms]
    is_class = not latest.plural and any(background.field.is_class(t) for t in terms)
    is_subject = place.token.dep in SUBJECTS
    points = _points(place)
    found = {
        "role": log(max(best.weight, 0.05)),
        "distance": min(distance, FARTHEST),
        "same sentence": distance == 0,
        "pointing, same sentence": distance == 0 and points,
        "pointing": distance and points and min(distance, FARTHEST),
        "possessive, same sentence": distance == 0 and place.token.dep == "poss",
        "in relative clause": all(_is_in_relative(a) for a in near),
        "main clause": any(a.sentence.tokens[a.verb].dep == "ROOT" for a in near),
        "other block": place.sentence.block != latest.sentence.block,
        "in title": background.block(latest.sentence).kind in TITLES,
        "parallel": best.is_subject and is_subject,
        "same role": place.tree.tokens[place.index].dep
        == latest.sentence.tokens[latest.token].dep,
        "named": min(MOST_NAMED, max(counts, default=0)) / MOST_NAMED,
        "again": log(min(MOST_TIMES, len(mentions))),
        "agent": _acts(background, place) and _can_act(background, terms),
        "nameless": not terms,
        "nameless class": not terms and bool(latest.kinds),
        "class": is_class,
        "list": len(terms) > 1,
        "topic": terms == focus.topic and bool(terms),
        "chain": terms == focus.chain and bool(terms),
        "title": bool(terms) and all(t in focus.title for t in terms),
        "last subject": distance == 1 and any(_is_main_subject(a) for a in near),
        "main subject": distance == 0 and any(_is_main_subject(a) for a in near),
        "own subject": distance == 0
        and any(a.is_subject and a.verb == place.tree.clause_verb(place.index) for a in near),
        "verb": latest.sentence.tokens[latest.token].pos in ("VERB", "ADJ"),
        "pointed at": any(a.by_anaphor for a in near),
    }
    return {name: float(value) for name, value in found.items() if value}


def score(weights: Mapping[str, float], found: Features) -> float:
    """Return how likely a thing with these features is meant; a weight, no probability."""
    return exp(sum(weights.get(name, 0.0) * value for name, value in found.items()))


def _is_main_subject(a: Antecedent) -> bool:
    """Whether it is the subject of its sentence's main clause."""
    return a.is_subject and a.sentence.tokens[a.verb].dep == "ROOT"


def _is_in_relative(a: Antecedent) -> bool:
    """Whether it stands in a clause that describes a noun."""
    return a.sentence.tokens[a.verb].dep in ("relcl", "acl")


def _points(place: Place) -> bool:
    """Whether it is said which one: "this drug", not "the drug"."""
    return any(
        place.tree.tokens[c].lemma in POINTING for c in place.tree.children(place.index, "det")
    )


def _acts(background: Background, place: Place) -> bool:
    """Whether the anaphor is the subject of something done to something."""
    return any(
        a.token == place.index
        and a.role == "subject"
        and any(b.role == "object" for b in p.arguments)
        for p in background.predicates.get(place.sentence.index, ())
        for a in p.arguments
    )


def _can_act(background: Background, terms: tuple[str, ...]) -> bool:
    """Whether it is of the kinds that do things."""
    return bool(terms) and all(background.field.fits(t, AGENTS) for t in terms)


# A feature of 1 multiplies the likelihood by e to its weight. Fitted by training/coreference.py.
PRONOUN: Mapping[str, float] = {
    "again": 0.65, "agent": -0.01, "chain": 0.14, "distance": -1.46, "in relative clause": -0.27,
    "in title": 0.06, "last subject": 0.35, "list": 0.15, "main clause": -0.02,
    "main subject": -0.04, "named": 0.28, "nameless": -0.26, "nameless class": 0.46,
    "other block": -0.49, "own subject": 0.04, "parallel": 0.61, "pointed at": 0.2,
    "possessive, same sentence": 0.37, "role": 1.34, "same role": 0.53, "same sentence": 1.32,
    "title": 0.49, "topic": 0.26, "verb": -0.64,
}  # fmt: skip
NOUN: Mapping[str, float] = {
    "again": 0.39, "chain": 0.62, "distance": -0.51, "in relative clause": 0.07, "in title": -0.01,
    "last subject": 0.72, "list": 0.24, "main clause": 0.2, "main subject": 0.13, "named": -0.2,
    "nameless": 0.55, "nameless class": 0.51, "other block": 0.18, "parallel": 0.25,
    "pointed at": 0.54, "pointing": -0.78, "pointing, same sentence": 0.32,
    "possessive, same sentence": 0.04, "role": 0.7, "same role": 0.55, "same sentence": 0.13,
    "title": 0.44, "topic": -0.01, "verb": -0.4,
}  # fmt: skip
