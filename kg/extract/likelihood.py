"""How likely an anaphor means a thing: a weighted sum of features of the thing's mentions.

Grammatical role and nearness (Lappin and Leass 1994), then topic, parallel roles, and whether the
thing is of the sort that acts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from kg.extract.anaphors import POINTING, Demand
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
NOTHING: Features = {"nothing": 1.0}  # of what is named in no sentence before


def features(
    background: Background,
    place: Place,
    demand: Demand,
    mentions: Sequence[Antecedent],
    focus: Focus,
    rivals: int,
) -> Features:
    """Return what speaks for a thing, or against it; `mentions`: those that the anaphor may mean,
    the latest first; `rivals`: how many other things it may mean.
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
        "alone": not rivals,
        "kind asked": bool(demand.kinds),
        "noun asked": demand.head is not None,
        "class asked": demand.member_of is not None,
        "list asked": len(terms) > 1 and bool(demand.kinds),
        "pointing word": points,
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
    "again": 0.66, "agent": -0.06, "alone": -0.03, "chain": 0.27, "distance": -1.34,
    "in relative clause": -0.25, "in title": 0.06, "kind asked": -0.56, "last subject": 0.46,
    "list": -0.04, "list asked": -0.04, "main clause": -0.12, "main subject": -0.02, "named": 0.15,
    "nameless": -0.29, "nameless class": 0.35, "other block": -0.65, "own subject": 0.19,
    "parallel": 0.62, "pointed at": 0.01, "possessive, same sentence": 0.28, "role": 1.3,
    "same role": 0.52, "same sentence": 0.95, "title": 0.38, "topic": 0.35, "verb": -0.58,
    "nothing": -2.2,
}  # fmt: skip
NOUN: Mapping[str, float] = {
    "again": 0.11, "agent": -0.48, "alone": 0.58, "chain": 0.2, "distance": -0.4,
    "in relative clause": 0.07, "in title": 0.02, "kind asked": -0.13, "last subject": 0.44,
    "list": 0.18, "list asked": 0.14, "main clause": 0.18, "main subject": -0.05, "named": 0.08,
    "nameless": 0.34, "nameless class": 0.38, "noun asked": 0.26, "other block": -0.53,
    "parallel": 0.01, "pointed at": 0.78, "pointing": -0.54, "pointing word": 0.91,
    "pointing, same sentence": 0.46, "possessive, same sentence": 0.09, "role": 0.64,
    "same role": 0.61, "same sentence": -0.35, "title": 0.01, "topic": 0.48, "verb": -0.39,
    "nothing": -1.29,
}  # fmt: skip
