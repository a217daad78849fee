"""Coreference: pronouns and definite noun phrases → the terms they stand for.

Sentences are read in order and every anaphor is resolved, not only those of claims, or the chain
breaks. An antecedent must agree in number and be of a kind that the predicate takes; among those,
the likeliest is meant (`likelihood`). One that is not certain is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from kg.extract.anaphors import PLURAL, Demand, demand_of, phrase_of
from kg.extract.antecedents import Antecedent, antecedent, named_at
from kg.extract.background import Background, Place, background_of
from kg.extract.binding import is_bound, is_part, owned
from kg.extract.events_meant import event_meant
from kg.extract.groups import FEWEST, gathered, list_ending_at
from kg.extract.likelihood import FARTHEST, NOTHING, Features, Focus, features, score
from kg.extract.weights import NOUN, PRONOUN
from kg.model.claim import Anaphor, Considered, Reading
from kg.model.ontology import Ontology
from kg.model.text import BlockKind, Sentence

FAR_AHEAD = 5.0  # times as likely as the next: then less speaks for what is named nowhere
WHERE_FAR_AHEAD = 0.4
CLEAR = 1.25  # how much likelier than the next the likeliest must be
CATAPHORA = ("coreference", "cataphora")


@dataclass(frozen=True, slots=True)
class Rival:
    """A thing that an anaphor may mean."""

    mentions: tuple[Antecedent, ...]  # those that may be meant, the latest first
    score: float
    features: Features

    @property
    def terms(self) -> tuple[str, ...]:
        """What it is; nothing for a noun without a name."""
        return self.mentions[0].terms


def resolve_anaphors(reading: Reading, ontology: Ontology) -> Reading:
    """Find the anaphors of every sentence, in order, with their antecedents."""
    discourse = Discourse(background_of(reading, ontology))
    found = (a for sentence in reading.sentences for a in discourse.read(sentence))
    return replace(reading, anaphors=tuple(found))


class Discourse:
    """What the sentences read so far spoke of, and which terms they said to be of a class."""

    def __init__(
        self,
        background: Background,
        pronoun: Mapping[str, float] = PRONOUN,
        noun: Mapping[str, float] = NOUN,
    ) -> None:
        self.background = background
        self.pronoun, self.noun = pronoun, noun  # weights of features
        self.spoken: list[Antecedent] = []
        self.members: set[tuple[str, str]] = set()  # (term, class)
        self.focus = Focus()
        self.block = -1

    def read(self, sentence: Sentence) -> Iterator[Anaphor]:
        """Yield the anaphors of the next sentence, and remember what it speaks of."""
        background, before = self.background, len(self.spoken)
        terms: dict[int, tuple[str, ...]] = {}
        for token in sentence.tokens:
            place = Place(sentence, token.index)
            self.members.update(_memberships(background, place))
            anaphor = self.anaphor(place)
            if anaphor is None:
                self.spoken += named_at(background, place)
            else:
                terms[place.index] = anaphor.terms
                if anaphor.terms:
                    self.spoken.append(self.pointing(place, anaphor.terms))
                    self.focus = replace(self.focus, chain=anaphor.terms)
                yield anaphor
            for group in list_ending_at(background, place, terms):
                self.spoken = [a for a in self.spoken if not _is_there(a, group)]
                self.spoken.append(group)
        self.look(sentence, self.spoken[before:])

    def pointing(self, place: Place, terms: tuple[str, ...]) -> Antecedent:
        """Return what an anaphor speaks of."""
        plural = len(terms) > 1 or _is_plural(place)
        return replace(antecedent(self.background, place, terms, plural=plural), by_anaphor=True)

    def look(self, sentence: Sentence, spoken: list[Antecedent]) -> None:
        """Remember what the paragraph is about: the subject of its first sentence."""
        subjects = (a for a in spoken if a.is_subject and a.terms and not a.by_noun)
        best = max(subjects, key=lambda a: (len(a.terms), a.weight), default=None)
        if self.background.block(sentence).kind is BlockKind.TITLE:
            named = frozenset(t for a in spoken for t in a.terms)
            self.focus = replace(self.focus, title=self.focus.title | named)
        if sentence.block != self.block:
            self.block = sentence.block
            self.focus = replace(self.focus, topic=best.terms if best else ())

    def anaphor(self, place: Place) -> Anaphor | None:
        """Return the word as an anaphor, None where it is none. A noun that is no class word asks
        only where something was named with it: "solar flares … the flares".
        """
        demand = demand_of(self.background, place)
        if demand is None:
            return None
        if demand.head is not None:
            if meant := event_meant(self.background, place, self.spoken):
                return _anaphor(place, meant)
            if not any(a.head == demand.head for a in self.near(place)):
                return None
        found = self.resolve(place, demand)
        return None if demand.own is not None and not found.terms else found

    def near(self, place: Place) -> Iterator[Antecedent]:
        """Yield what the last sentences spoke of, the latest first."""
        first = place.sentence.index - FARTHEST
        return takewhile(lambda a: a.sentence.index >= first, reversed(self.spoken))

    def resolve(self, place: Place, demand: Demand) -> Anaphor:
        """Return the anaphor with the best antecedent's terms, none where two are as good."""
        rivals = self.rivals(place, demand)
        terms = self.clearest(place, demand, rivals)
        if not rivals and demand.member_of and self.is_first_of(demand):
            terms = self.commonest_member(demand.member_of)
            return _anaphor(place, terms, self.considered(place, demand, ()), CATAPHORA)
        if not terms and demand.plural and not any(r.terms for r in rivals):
            terms = self.gathered(place, demand)
        if demand.index is not None and terms:
            terms = (terms[demand.index],)
        return _anaphor(place, terms, self.considered(place, demand, rivals))

    def clearest(self, place: Place, demand: Demand, rivals: tuple[Rival, ...]) -> tuple[str, ...]:
        """Return the terms of the likeliest, none where the next is nearly as likely."""
        if not rivals:
            return ()
        if demand.index is not None:  # "the latter": of the last two
            return rivals[0].terms
        best = rivals[0]
        others = [r for r in rivals if not r.terms or not {*r.terms} <= {*best.terms}]
        next_best = CLEAR * others[0].score if others else 0.0
        nothing = score(self.weights(place), NOTHING)
        if others and best.score >= FAR_AHEAD * others[0].score:
            nothing *= WHERE_FAR_AHEAD
        return best.terms if best.score >= max(next_best, nothing) else ()

    def rivals(self, place: Place, demand: Demand) -> tuple[Rival, ...]:
        """Return what can be meant, the likeliest first; of equals, the latest."""
        near = list(self.near(place))
        barred = {a.terms for a in near if a.terms and is_part(place, a)}
        things: dict[tuple[str, ...], list[Antecedent]] = {}
        for a in (self.counted(a, demand) for a in near):
            if a.terms not in barred and self.refusal(place, a, demand) is None:
                things.setdefault(a.meant, []).append(a)
        weights = self.weights(place)
        found = []
        for mentions in things.values():
            signs = features(place, demand, mentions, self.focus, len(things) - 1)
            found.append(Rival(tuple(mentions), score(weights, signs), signs))
        return tuple(sorted(found, key=lambda r: -r.score))

    def weights(self, place: Place) -> Mapping[str, float]:
        """Return the weights for a pronoun or for a noun."""
        return self.noun if place.tree.is_noun(place.index) else self.pronoun

    def counted(self, a: Antecedent, demand: Demand) -> Antecedent:
        """Return a list without what is of another sort, where just as many are left as are asked
        for: "breast cancer, BRCA1 and BRCA2 … the two genes".
        """
        if demand.count is None or len(a.terms) <= demand.count:
            return a
        fit = tuple(t for t in a.terms if self.is_of_the_sort(replace(a, terms=(t,)), demand))
        return replace(a, terms=fit) if len(fit) == demand.count else a

    def considered(
        self, place: Place, demand: Demand, rivals: tuple[Rival, ...]
    ) -> tuple[Considered, ...]:
        """Return what was ranked, then what cannot be meant."""
        ranked = [Considered(span=r.mentions[0].span, terms=r.terms, score=r.score) for r in rivals]
        refused = [
            Considered(span=a.span, terms=a.terms, refused=why)
            for a in self.near(place)
            if (why := self.refusal(place, a, demand))
        ]
        return (*ranked, *refused)

    def refusal(self, place: Place, a: Antecedent, demand: Demand) -> str | None:
        """Return why the antecedent cannot be meant, None where it can."""
        if (demand.head and a.head != demand.head) or (a.by_noun and not demand.head):
            return "another noun"
        if not demand.head and a.plural != demand.plural:
            return "one thing" if demand.plural else "several things"
        if demand.is_group and len(a.terms) < 2:
            return "one thing"
        if demand.count is not None and len(a.terms) != demand.count:
            return f"not {demand.count} things"
        if is_bound(place, a):
            return "in the same clause"  # "X inhibits it": two things
        if a.terms and a.terms in ((demand.own,), (owned(self.background, place),)):
            return "named by the word itself"
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

    def gathered(self, place: Place, demand: Demand) -> tuple[str, ...]:
        """Return the things of one sort that were spoken of one by one."""
        if not (demand.kinds or demand.member_of or demand.is_group):
            return ()
        field = self.background.field
        single = replace(demand, plural=False, count=None, is_group=False)
        fitting = (
            a
            for a in reversed(self.spoken)
            if self.refusal(place, a, single) is None and not any(map(field.is_class, a.terms))
        )
        terms = gathered(fitting, place.sentence.block, demand.count or FEWEST)
        are_alike = all(field.share_a_kind(a, b) for a, b in pairwise(terms))
        return terms if are_alike else ()

    def is_first_of(self, demand: Demand) -> bool:
        """Whether one member of a class is asked for, and none has been named before."""
        of_class = demand.member_of or ""
        named = (t for a in self.spoken for t in a.terms)
        return not demand.plural and not any(self.is_member(t, of_class) for t in named)

    def commonest_member(self, of_class: str) -> tuple[str, ...]:
        """Return the member that the article names most, where only one is named most."""
        counts = self.background.counts
        members = {t: n for t, n in counts.items() if self.is_member(t, of_class)}
        most = [t for t, n in members.items() if n == max(members.values())]
        return (most[0],) if len(most) == 1 else ()


def _anaphor(
    place: Place,
    terms: tuple[str, ...],
    considered: tuple[Considered, ...] = (),
    steps: tuple[str, ...] = ("coreference",),
) -> Anaphor:
    return Anaphor(
        sentence=place.sentence.index,
        token=place.index,
        span=phrase_of(place.tree, place.index),
        terms=terms,
        considered=considered,
        steps=steps,
    )


def _is_plural(place: Place) -> bool:
    """Whether a word that points back is in the plural."""
    return place.token.tag == "NNS" or place.token.text.lower() in PLURAL


def _is_there(a: Antecedent, group: Antecedent) -> bool:
    """Whether it stands at the same word as a list, which says more."""
    return a.sentence is group.sentence and a.token == group.token and a.plural


def _memberships(background: Background, place: Place) -> Iterator[tuple[str, str]]:
    """Yield (term, class) that the article says itself: "A, an antidepressant", "A is a …"."""
    mention, token = background.mentions.get(place.key), place.token
    if mention is None or not background.field.is_class(mention.term):
        return
    subjects = place.tree.children(token.head, "nsubj") if token.dep == "attr" else ()
    for m in (token.head,) if token.dep == "appos" else subjects:
        if member := background.mentions.get((place.sentence.index, m)):
            yield member.term, mention.term
