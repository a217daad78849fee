"""What predicates expect of their arguments: the kinds that an antecedent there must be of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kg.extract.kinds import TERM, Field
from kg.extract.triggers import TriggerIndex
from kg.model.claim import Mention, Predicate, Reading


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
    for predicate in reading.predicates:
        for pattern in index.of(predicate.pos, predicate.lemma):
            if pattern.words and predicate.pos == "verb":
                continue  # "makes B worse" says nothing of "makes B"
            relation = field.relations[pattern.relation]
            sides = (
                (pattern.subject, relation.domain, pattern.object, relation.range),
                (pattern.object, relation.range, pattern.subject, relation.domain),
            )
            for roles, own, others, of_others in sides:
                outer = _outer(others)
                if not any(a.role in outer for a in predicate.arguments):
                    continue
                filled = _terms_in(predicate, others, mentions)
                if filled and not any(field.fits(t, of_others) for t in filled):
                    continue  # this relation is not what is stated
                kinds = _kinds_of(filled, field) if relation.same_kind else own
                for argument in predicate.arguments:
                    place = (predicate.sentence, argument.token)
                    if argument.role in roles and kinds:
                        wanted.setdefault(place, []).extend(kinds)
                    elif argument.role in roles:
                        free.add(place)
    return {k: tuple(dict.fromkeys(v)) for k, v in wanted.items() if k not in free}


@lru_cache(maxsize=1024)  # the ontology's patterns share some hundred lists of roles
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
