"""Words of the gold for relations → relations of the ontology (relations.tsv)."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.quality.places import rows, words
from kg.evaluate import GoldClaim

TABLE = {
    row[0]: (words(row[1]), words(row[2] if len(row) > 2 else "")) for row in rows("relations.tsv")
}


def translate(claim: GoldClaim) -> GoldClaim:
    """Return the claim with the relations that are right for its word."""
    straight, swapped = TABLE.get(claim.predicates[0], (claim.predicates, claim.inverse))
    return replace(claim, predicates=straight or ("?",), inverse=swapped)
