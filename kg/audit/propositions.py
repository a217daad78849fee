"""Claims by what they say: the ledger, drift, contradictions.

A symmetric relation says the same both ways. A denial of a relation denies all below it: what
enhances something affects it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.audit.records import Proposition
from kg.model.graph import ClaimNode
from kg.model.ontology import KG
from kg.store import Graph

# The graph does not say which relations are symmetric; these of the shipped ontology are.
SYMMETRIC = frozenset(KG + name for name in ("associatedWith", "comparableTo", "differsFrom"))
OPEN = "open"  # what is only asked neither affirms nor denies

Ends = tuple[str, str]


def ledger(claims: Iterable[ClaimNode]) -> tuple[Proposition, ...]:
    """Return every proposition with its claims, in the order of the first of them."""
    groups: defaultdict[tuple[str, Ends], list[ClaimNode]] = defaultdict(list)
    for claim in claims:
        groups[claim.predicate.iri, ends(claim)].append(claim)
    return tuple(_proposition(group[0], group) for group in groups.values())


def drifting(claims: Sequence[ClaimNode]) -> Iterator[Proposition]:
    """Yield the propositions of one polarity that are stated with several certainties."""
    for negated in (False, True):
        for one in ledger(c for c in claims if c.negated == negated):
            if len({c.certainty for c in one.claims}) > 1:
                yield one


def contradicted(claims: Sequence[ClaimNode], graph: Graph) -> Iterator[Proposition]:
    """Yield the propositions that one article affirms and denies."""
    by_article: defaultdict[str, list[ClaimNode]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    for ones in by_article.values():
        yield from _denied_and_affirmed(ones, graph)


def disputed(claims: Sequence[ClaimNode], graph: Graph) -> Iterator[Proposition]:
    """Yield the propositions that some article affirms and another one denies."""
    for one in _denied_and_affirmed(claims, graph):
        affirming, denying = (
            {c.article for c in one.claims if c.negated == negated} for negated in (False, True)
        )
        if len(affirming | denying) > 1 and not affirming & denying:
            yield one


def ends(claim: ClaimNode) -> Ends:
    """Return subject and object, in a fixed order where the relation is symmetric."""
    pair = (claim.subject.iri, claim.object.iri)
    return (min(pair), max(pair)) if claim.predicate.iri in SYMMETRIC else pair


def _denied_and_affirmed(claims: Sequence[ClaimNode], graph: Graph) -> Iterator[Proposition]:
    stated = [c for c in claims if c.certainty != OPEN]
    below = _relations_below({c.predicate.iri for c in stated if c.negated}, graph)
    for denial in ledger(c for c in stated if c.negated):
        first = denial.claims[0]
        affirmed = [
            c
            for c in stated
            if not c.negated
            and c.predicate.iri in below[first.predicate.iri]
            and ends(c) == ends(first)
        ]
        if affirmed:
            both = {c.iri for c in (*denial.claims, *affirmed)}
            yield _proposition(first, [c for c in stated if c.iri in both])


def _relations_below(relations: Iterable[str], graph: Graph) -> Mapping[str, frozenset[str]]:
    return {iri: graph.relations_below(iri) for iri in relations}


def _proposition(of: ClaimNode, claims: Sequence[ClaimNode]) -> Proposition:
    return Proposition(
        subject=of.subject, predicate=of.predicate, object=of.object, claims=tuple(claims)
    )
