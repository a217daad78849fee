"""What predicates expect of their arguments: the kinds that an antecedent there must be of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.extract.kinds import TERM, Field
from kg.extract.triggers import Pattern, TriggerIndex
from kg.model.claim import Mention, Predicate, Reading


class Side(NamedTuple):
    """One side of a pattern: its roles and the kinds that it takes there; then the other side's, of
    whose roles `outer` has the first part ("subject" of "subject>of").
    """

    roles: tuple[str, ...]
    own: tuple[str, ...]
    others: tuple[str, ...]
    of_others: tuple[str, ...]
    outer: frozenset[str]
    same_kind: bool


def expected_kinds(
    reading: Reading,
    index: TriggerIndex,
    field: Field,
    mentions: Mapping[tuple[int, int], Mention],
) -> dict[tuple[int, int], tuple[str, ...]]:
    """Return, by sentence and token, the kinds that the predicates take at that argument; a token
    of which one relation takes every kind is left out.
    """
    wanted: dict[tuple[int, int], list[str]] = {}
    free: set[tuple[int, int]] = set()
    sides: dict[tuple[str, str], tuple[Side, ...]] = {}
    for predicate in reading.predicates:
        there = {a.role for a in predicate.arguments}
        anchor = (predicate.pos, predicate.lemma)
        if anchor not in sides:
            sides[anchor] = tuple(dict.fromkeys(_sides(index.of(*anchor), field)))
        for side in sides[anchor]:
            if there.isdisjoint(side.roles) or there.isdisjoint(side.outer):
                continue
            filled = _terms_in(predicate, side.others, mentions)
            if filled and not any(field.fits(t, side.of_others) for t in filled):
                continue  # this relation is not what is stated
            kinds = _kinds_of(filled, field) if side.same_kind else side.own
            for argument in predicate.arguments:
                place = (predicate.sentence, argument.token)
                if argument.role in side.roles and kinds:
                    wanted.setdefault(place, []).extend(kinds)
                elif argument.role in side.roles:
                    free.add(place)
    return {k: tuple(dict.fromkeys(v)) for k, v in wanted.items() if k not in free}


def _sides(patterns: Iterable[Pattern], field: Field) -> Iterator[Side]:
    """Yield both sides of each pattern; many patterns have the same."""
    for p in patterns:
        if p.words and p.pos == "verb":
            continue  # "makes B worse" says nothing of "makes B"
        r = field.relations[p.relation]
        yield Side(p.subject, r.domain, p.object, r.range, _outer(p.object), r.same_kind)
        yield Side(p.object, r.range, p.subject, r.domain, _outer(p.subject), r.same_kind)


def _outer(roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(role.partition(">")[0] for role in roles)


def _terms_in(
    predicate: Predicate, roles: tuple[str, ...], mentions: Mapping[tuple[int, int], Mention]
) -> tuple[str, ...]:
    """Return the terms that are named in these roles."""
    return tuple(
        mentions[(predicate.sentence, a.token)].term
        for a in predicate.arguments
        if a.role in roles and (predicate.sentence, a.token) in mentions
    )


def _kinds_of(terms: tuple[str, ...], field: Field) -> tuple[str, ...]:
    """Return the kinds of the terms, below that of all terms."""
    return tuple(k for t in terms if t in field.terms for k in field.terms[t].kinds if k != TERM)
