"""Types of the corpora → relations of the ontology (corpus_relations.tsv), and signs."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.quality.links import Link
from benchmarks.quality.places import rows, words
from kg.evaluate.names import Names


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is right for a type: relations, relations with the ends swapped, and the sign."""

    straight: tuple[str, ...]
    swapped: tuple[str, ...]
    sign: str  # "+", "-" or ""


def _accepted(_: str, straight: str, swapped: str = "", sign: str = "") -> Accepted:
    return Accepted(words(straight), words(swapped), sign.strip())


TABLE = {row[0]: _accepted(*row) for row in rows("corpus_relations.tsv")}
SIGN_TO_RELATIONS = {row[0]: words(row[1]) for row in rows("relation_signs.tsv")}
DENIED = "NOT"  # ChemProt's type for what a text denies


def accepts(known: Names, type_: str, link: Link, subject: str) -> bool:
    """Whether a link is right for a pair of this type, of which `subject` is the first end."""
    accepted = TABLE[type_]
    if link.relation is None or link.negated != (type_ == DENIED):
        return False
    straight = known.means_relation(accepted.straight, link.relation)
    swapped = known.means_relation(accepted.swapped, link.relation)
    if not link.directed or link.relation in known.symmetric:
        return straight or swapped
    return straight if link.subject == subject else swapped


def sign_of(known: Names, relation: str | None) -> str:
    """Return "+", "-", or "" where the relation has no sign."""
    signs = (
        sign
        for sign, named in SIGN_TO_RELATIONS.items()
        if relation is not None and known.means_relation(named, relation)
    )
    return next(signs, "")
