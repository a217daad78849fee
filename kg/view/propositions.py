"""Claims that say the same are one edge; edges of one pair of terms are bent apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.model.graph import ClaimNode

ASSERTED = 4  # kg:rank; what is below is hedged
BEND = 0.28  # between neighbouring edges of one pair, as a part of their length


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """Claims with the same subject, relation, object and polarity, in the order of the text."""

    subject: str
    object: str
    label: str
    denied: bool
    claims: tuple[ClaimNode, ...]

    @property
    def hedged(self) -> bool:
        """Whether no sentence says it without reserve."""
        return all(claim.rank < ASSERTED for claim in self.claims)


def propositions(claims: Sequence[ClaimNode]) -> tuple[Proposition, ...]:
    """Group the claims; sorted by subject, object, relation and polarity."""

    def same(claim: ClaimNode) -> tuple[str, str, str, bool]:
        return claim.subject.iri, claim.object.iri, claim.predicate.iri, claim.negated

    ordered = sorted(claims, key=lambda c: (same(c), c.article, c.sentence.start, c.iri))
    groups = (tuple(group) for _, group in groupby(ordered, key=same))
    return tuple(
        Proposition(
            subject=group[0].subject.iri,
            object=group[0].object.iri,
            label=group[0].predicate.label,
            denied=group[0].negated,
            claims=group,
        )
        for group in groups
    )


def bends(edges: Sequence[tuple[str, str]]) -> tuple[float, ...]:
    """Return how far each edge bends so that no two of one pair lie on one another.

    Loops at one node are turned about it instead, in equal parts of half a circle.
    """
    places: dict[tuple[str, str], list[int]] = {}
    for place, (source, target) in enumerate(edges):
        places.setdefault((min(source, target), max(source, target)), []).append(place)
    bent = [0.0] * len(edges)
    for (first, second), members in places.items():
        for rank, place in enumerate(members):
            if first == second:
                bent[place] = rank / len(members)
            else:
                offset = (rank - (len(members) - 1) / 2) * BEND
                bent[place] = round(offset if edges[place][0] == first else -offset, 3)
    return tuple(bent)
