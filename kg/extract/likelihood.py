"""How likely an anaphor means a thing: a weighted sum of features of the thing's mentions.

Grammatical role, nearness and repetition (Lappin and Leass 1994), parallel roles, then what the
paragraph and the last pronoun are about. The weights were fitted (`weights`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from kg.extract.anaphors import POINTING, Demand
from kg.extract.antecedents import Antecedent
from kg.extract.background import Place
from kg.extract.tree import SUBJECTS

FARTHEST = 4  # sentences
MOST_TIMES = 4


@dataclass(frozen=True, slots=True)
class Focus:
    """What the text is about where an anaphor stands."""

    topic: tuple[str, ...] = ()  # the subject of the paragraph's first sentence
    chain: tuple[str, ...] = ()  # what the last word that points back stands for
    title: frozenset[str] = frozenset()  # terms that the article's title names


Features = Mapping[str, float]
NOTHING: Features = {"nothing": 1.0}  # of what is named in no sentence before


def features(
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
        "other block": place.sentence.block != latest.sentence.block,
        "parallel": best.is_subject and is_subject,
        "same role": place.tree.tokens[place.index].dep == latest.sentence.tokens[latest.token].dep,
        "again": log(min(MOST_TIMES, len(mentions))),
        "nameless": not terms,
        "nameless class": not terms and bool(latest.kinds),
        "list": len(terms) > 1,
        "topic": terms == focus.topic and bool(terms),
        "chain": terms == focus.chain and bool(terms),
        "title": bool(terms) and all(t in focus.title for t in terms),
        "last subject": distance == 1 and any(_is_main_subject(a) for a in near),
        "verb": latest.sentence.tokens[latest.token].pos in ("VERB", "ADJ"),
        "pointed at": any(a.by_anaphor for a in near),
        "alone": not rivals,
        "kind asked": bool(demand.kinds),
        "noun asked": demand.head is not None,
        "class asked": demand.member_of is not None,
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
