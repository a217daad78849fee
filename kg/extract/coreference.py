"""Coreference by salience: pronouns and definite noun phrases → the terms they stand for.

Sentences are read in order and every anaphor is resolved, not only those of claims, or the chain
breaks. An antecedent must agree in number and be of a kind that the predicate takes; among those,
the weightiest is meant (`antecedents`). One that is not certain is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from kg.extract.anaphors import Demand, demand_of, phrase_of
from kg.extract.antecedents import Antecedent, antecedent, lists_in, named_at, score
from kg.extract.background import Background, Place, background_of
from kg.model.claim import Anaphor, Considered, Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence

FARTHEST = 4  # sentences
AGAIN = 0.5  # of the weight of what was spoken of before, for each further time
CLEAR = 1.08  # how much better than the next the best must be


def resolve_anaphors(reading: Reading, ontology: Ontology) -> Reading:
    """Find the anaphors of every sentence, in order, with their antecedents."""
    discourse = _Discourse(background_of(reading, ontology))
    found = (a for sentence in reading.sentences for a in discourse.read(sentence))
    return replace(reading, anaphors=tuple(found))


class _Discourse:
    """What the sentences read so far spoke of, and which terms they said to be of a class."""

    def __init__(self, background: Background) -> None:
        self.background = background
        self.spoken: list[Antecedent] = []
        self.members: set[tuple[str, str]] = set()  # (term, class)

    def read(self, sentence: Sentence) -> Iterator[Anaphor]:
        """Yield the anaphors of the next sentence, and remember what it speaks of."""
        background = self.background
        places = [Place(sentence, token.index) for token in sentence.tokens]
        terms: dict[int, tuple[str, ...]] = {}
        for place in places:
            self.members.update(_memberships(background, place))
            demand = self.demand(place)
            if demand is None:
                self.spoken += named_at(background, place)
                continue
            anaphor = self.resolve(place, demand)
            terms[place.index] = anaphor.terms
            if anaphor.terms:
                plural = demand.plural
                self.spoken.append(antecedent(background, place, anaphor.terms, plural=plural))
            yield anaphor
        self.spoken += lists_in(background, places, terms)

    def demand(self, place: Place) -> Demand | None:
        """Return what the word asks of an antecedent. A noun that is no class word asks only where
        something was named with it: "solar flares … the flares".
        """
        demand = demand_of(self.background, place)
        if demand is None or demand.head is None:
            return demand
        named = any(a.head == demand.head for a in self.near(place))
        return demand if named else None

    def near(self, place: Place) -> Iterator[Antecedent]:
        """Yield what the last sentences spoke of, the latest first."""
        first = place.sentence.index - FARTHEST
        return takewhile(lambda a: a.sentence.index >= first, reversed(self.spoken))

    def resolve(self, place: Place, demand: Demand) -> Anaphor:
        """Return the anaphor with the best antecedent's terms, none where two are as good."""
        ranked = self.ranked(place, demand)
        best = ranked[0] if ranked else None
        others = [(s, a) for s, a in ranked if best is not None and a.terms != best[1].terms]
        terms: tuple[str, ...] = ()
        steps: tuple[str, ...] = ("coreference",)
        if best is not None and best[0] >= CLEAR * (others[0][0] if others else 0.0):
            terms = best[1].terms
        elif best is None and demand.member_of and not self.has_spoken_of(demand.member_of):
            terms, steps = self.commonest_member(demand.member_of), ("coreference", "cataphora")
        return Anaphor(
            sentence=place.sentence.index,
            token=place.index,
            span=phrase_of(place.tree, place.index),
            terms=terms,
            considered=tuple(self.considered(place, demand, ranked)),
            steps=steps,
        )

    def ranked(self, place: Place, demand: Demand) -> list[tuple[float, Antecedent]]:
        """Return what can be meant with its score, the best first; of equals, the latest. What was
        spoken of several times gains by each (Lappin and Leass 1994).
        """
        found = [
            (score(self.background, place, a), a)
            for a in self.near(place)
            if self.refusal(place, a, demand) is None
        ]
        sums: dict[tuple[str, ...], float] = {}
        for weight, a in found:
            sums[a.terms] = sums.get(a.terms, 0.0) + (weight if a.terms else 0.0)
        raised = [(w + AGAIN * max(0.0, sums[a.terms] - w), a) for w, a in found]
        return sorted(raised, key=lambda x: -x[0])

    def considered(
        self, place: Place, demand: Demand, ranked: Iterable[tuple[float, Antecedent]]
    ) -> Iterator[Considered]:
        """Yield what was ranked, then what cannot be meant."""
        for weight, a in ranked:
            yield Considered(span=a.span, terms=a.terms, score=weight)
        for a in self.near(place):
            if why := self.refusal(place, a, demand):
                yield Considered(span=a.span, terms=a.terms, refused=why)

    def refusal(self, place: Place, a: Antecedent, demand: Demand) -> str | None:
        """Return why the antecedent cannot be meant, None where it can."""
        distance = place.sentence.index - a.sentence.index
        if (demand.head and a.head != demand.head) or (a.by_noun and not demand.head):
            return "another noun"
        if not demand.head and a.plural != demand.plural:
            return "one thing" if demand.plural else "several things"
        if demand.count is not None and len(a.terms) != demand.count:
            return f"not {demand.count} things"
        same_clause = distance == 0 and a.verb == place.tree.clause_verb(place.index)
        if same_clause and place.token.dep != "poss":
            return "in the same clause"  # "X inhibits it": two things
        return None if self.is_of_the_sort(a, demand) else "of another kind"

    def is_of_the_sort(self, a: Antecedent, demand: Demand) -> bool:
        """Whether the antecedent is of the class or the kinds that are asked for."""
        if demand.member_of:
            return bool(a.terms) and all(self.is_member(t, demand.member_of) for t in a.terms)
        if not a.terms and demand.kinds:
            return any(k in demand.kinds for k in a.kinds)
        return all(self.background.field.fits(t, demand.kinds) for t in a.terms)

    def is_member(self, term: str, of_class: str) -> bool:
        """Whether the ontology or the article so far has a term as a member of a class."""
        field = self.background.field
        known = of_class in field.broader.get(term, ()) or (term, of_class) in self.members
        return known and not field.is_class(term)

    def has_spoken_of(self, of_class: str) -> bool:
        """Whether a member of the class has been named before."""
        return any(self.is_member(t, of_class) for a in self.spoken for t in a.terms)

    def commonest_member(self, of_class: str) -> tuple[str, ...]:
        """Return the member that the article names most, where only one is named most."""
        counts = self.background.counts
        members = {t: n for t, n in counts.items() if self.is_member(t, of_class)}
        most = [t for t, n in members.items() if n == max(members.values())]
        return (most[0],) if len(most) == 1 else ()


def _memberships(background: Background, place: Place) -> Iterator[tuple[str, str]]:
    """Yield (term, class) that the article says itself: "A, an antidepressant", "A is a …"."""
    mention, token = background.mentions.get(place.key), place.token
    if mention is None or not background.field.is_class(mention.term):
        return
    subjects = place.tree.children(token.head, "nsubj") if token.dep == "attr" else ()
    for m in (token.head,) if token.dep == "appos" else subjects:
        if member := background.mentions.get((place.sentence.index, m)):
            yield member.term, mention.term
