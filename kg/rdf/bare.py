"""Which claims may stand as a bare triple: only what the article says without reserve."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal as Choice

from kg.model.claim import Claim, Quantity
from kg.model.ontology import Ontology
from kg.rdf.mint import Names
from kg.rdf.share import is_at_least_half
from kg.rdf.terms import IRI, Triple
from kg.rdf.vocabulary import MODEL_ORGANISM

Bare = Choice["strict", "all"]
Proposition = tuple[object, ...]

UNRESERVED = frozenset({"known", "asserted"})


def bare_triples(
    claims: Iterable[Claim],
    ontology: Ontology,
    kinds: Mapping[str, frozenset[str]],
    names: Names,
    bare: Bare,
) -> Iterator[Triple]:
    """Yield ``s p o`` of the claims that may stand without their sentence.

    "all": affirmed, and known or asserted. "strict": besides, nowhere denied in the article, and
    without condition, comparison, turned sign, share below a half or model organism. `kinds` are
    of the article's terms. A claim about a claim never gives one.
    """  # fmt: skip
    claims = tuple(claims)
    symmetric = frozenset(r.iri for r in ontology.relations if r.symmetric)
    denied = frozenset(_proposition(c, symmetric) for c in claims if c.negated)
    for claim in claims:
        if isinstance(claim.subject, Claim) or isinstance(claim.object, Claim):
            continue
        if claim.negated or claim.certainty not in UNRESERVED:
            continue
        if bare == "all" or (
            _proposition(claim, symmetric) not in denied
            and not any(reserve(claim, kinds) for reserve in RESERVES)
        ):
            yield Triple(IRI(claim.subject), IRI(claim.predicate), _object(claim.object, names))


def _object(end: str | Quantity, names: Names) -> IRI:
    return names.quantities[end] if isinstance(end, Quantity) else IRI(end)


def _proposition(claim: Claim, symmetric: frozenset[str]) -> Proposition:
    """Return what several claims share; a symmetric relation says the same both ways."""
    ends = (claim.subject, claim.object)
    if claim.predicate in symmetric:
        return (claim.predicate, frozenset(ends))
    return (claim.predicate, *ends)


def _in_model_organism(claim: Claim, kinds: Mapping[str, frozenset[str]]) -> bool:
    found = (*claim.qualifiers.organism, *claim.qualifiers.population)
    return any(MODEL_ORGANISM in kinds.get(term, ()) for term in found)


def _in_a_minority(claim: Claim, kinds: Mapping[str, frozenset[str]]) -> bool:  # noqa: ARG001 as its fellows
    share = claim.qualifiers.share
    return share is not None and not is_at_least_half(share)


RESERVES: tuple[Callable[[Claim, Mapping[str, frozenset[str]]], bool], ...] = (
    lambda claim, _: claim.qualifiers.condition is not None,
    lambda claim, _: bool(claim.qualifiers.compared_with),
    lambda claim, _: "signTurned" in claim.steps,  # of the lack of a thing, not of the thing
    _in_a_minority,
    _in_model_organism,
)
"""What makes a claim hold for a part only."""
