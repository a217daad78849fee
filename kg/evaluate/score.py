"""Which claims found are those of the gold, which were missed, and which are too much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import GoldClaim, GoldText
from kg.evaluate.names import OR, Names, fold, local_name, names
from kg.model.claim import Claim, Quantity, Reading
from kg.model.ontology import Ontology

UNHEDGED = frozenset({"known", "asserted"})


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A claim of the gold and the claim found for it (the one whose certainty is right, where
    there are several).
    """

    gold: GoldClaim
    found: Claim


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Score:
    """What was found of one text.

    `extra` are the claims found that the gold does not allow; those in `outside` have an end that
    the gold names nowhere. `neutral` are optional ones and inner claims, which do not count.
    `broken` are the forbidden readings that were found: affirmed without reserve, or with a
    certainty that the forbidden reading names.
    """

    gold: GoldText
    reading: Reading
    names: Names
    matches: tuple[Match, ...] = ()
    missed: tuple[GoldClaim, ...] = ()
    right: tuple[Claim, ...] = ()
    extra: tuple[Claim, ...] = ()
    outside: frozenset[int] = frozenset()  # indices in `extra`
    neutral: tuple[Claim, ...] = ()
    broken: tuple[Match, ...] = ()


def score(reading: Reading, gold: GoldText, ontology: Ontology) -> Score:
    """Compare what was read of a text with what the gold says that it states."""
    known = names(ontology, reading)
    found = tuple(_distinct(reading.claims))
    best = [(g, _best(known, reading, g, found)) for g in gold.claims if not g.optional]
    right = [c for c in found if any(allows(known, reading, g, c) for g in gold.claims)]
    required = [g for g in gold.claims if not g.optional]
    inner = {part for c in found for part in (c.subject, c.object) if isinstance(part, Claim)}
    strict = [c for c in right if any(allows(known, reading, g, c) for g in required)]
    extra = [c for c in found if c not in right and c not in inner]
    outside = {n for n, c in enumerate(extra) if _is_outside(known, gold, c)}
    return Score(
        gold=gold,
        reading=reading,
        names=known,
        matches=tuple(Match(g, c) for g, c in best if c),
        missed=tuple(g for g, c in best if c is None),
        right=tuple(strict),
        extra=tuple(extra),
        outside=frozenset(outside),
        neutral=tuple(c for c in found if c not in strict and c not in extra),
        broken=tuple(
            Match(g, c) for g in gold.forbidden for c in found if _breaks(known, reading, g, c)
        ),
    )


def allows(known: Names, reading: Reading, gold: GoldClaim, found: Claim) -> bool:
    """Whether the gold's claim is the one found, qualifiers aside; certainty counts only where the
    claim is optional.
    """
    if gold.negated != found.negated:
        return False
    if gold.optional and gold.certainties and found.certainty not in gold.certainties:
        return False
    if gold.span and not gold.span.meets(reading.sentences[found.sentence].span):
        return False
    text = reading.article.text
    straight = known.means_relation(gold.predicates, found.predicate)
    swapped = known.means_relation(gold.inverse, found.predicate)
    symmetric = straight and found.predicate in known.symmetric
    ends = (found.subject, found.object)
    return (straight and _names_ends(known, gold, ends, text)) or (
        (swapped or symmetric) and _names_ends(known, gold, ends[::-1], text)
    )


def _names_ends(
    known: Names, gold: GoldClaim, ends: Sequence[str | Claim | Quantity], text: str
) -> bool:
    subject, object_ = ends
    return known.means_end(gold.subject, subject, text) and known.means_end(
        gold.object, object_, text
    )


def _best(known: Names, reading: Reading, gold: GoldClaim, found: Iterable[Claim]) -> Claim | None:
    allowed = [c for c in found if allows(known, reading, gold, c)]
    fitting = [c for c in allowed if c.certainty in gold.certainties]
    return next(iter([*fitting, *allowed]), None)


def _breaks(known: Names, reading: Reading, gold: GoldClaim, found: Claim) -> bool:
    return found.certainty in (gold.certainties or UNHEDGED) and allows(known, reading, gold, found)


def _is_outside(known: Names, gold: GoldText, found: Claim) -> bool:
    ends = {word for g in gold.claims for end in (g.subject, g.object) for word in end.split(OR)}
    named = {iri for word in ends | {t.label for t in gold.terms} for iri in known.terms(word)}
    return any(isinstance(end, str) and end not in named for end in (found.subject, found.object))


def _distinct(claims: Iterable[Claim]) -> Iterable[Claim]:
    keys = set()
    for c in claims:
        key = (c.subject, c.predicate, c.object, c.negated, c.sentence, c.certainty)
        if key not in keys:
            keys.add(key)
            yield c


def has_right_certainty(match: Match) -> bool:
    """Whether the certainty found is one that the gold admits."""
    return not match.gold.certainties or match.found.certainty in match.gold.certainties


def has_qualifier(result: Score, claim: Claim, name: str, words: str) -> bool:
    """Whether the claim carries a qualifier of that name (``a / b``: of either) whose label or
    words the gold's words hold, or the other way round.
    """
    found = qualifier_values(result, claim)
    shown = [fold(value) for one in name.split(OR) for value in found.get(one, ())]
    return any(value and (value in fold(words) or fold(words) in value) for value in shown)


def qualifier_values(result: Score, claim: Claim) -> dict[str, tuple[str, ...]]:
    """Return the qualifiers of a claim by name; of a term its label, else the words."""
    q, text = claim.qualifiers, result.reading.article.text

    def labels(iris: Iterable[str]) -> tuple[str, ...]:
        return tuple(result.names.labels.get(iri, iri) for iri in iris)

    values = {
        "location": labels(q.location),
        "organism": labels(q.organism),
        "population": labels(q.population),
        "comparedWith": labels(q.compared_with),
        "quantity": tuple(quantity.span.of(text) for quantity in q.quantities),
        "condition": (q.condition,) if q.condition else (),
        "share": (q.share,) if q.share else (),
        "time": (q.time,) if q.time else (),
    }
    return {name: found for name, found in values.items() if found}


def relation_name(claim: Claim) -> str:
    """Return the local name of a claim's relation."""
    return local_name(claim.predicate)
