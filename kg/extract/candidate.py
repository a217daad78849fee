"""A candidate: a relation that a predicate may state; a refusal: why it states none."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.ends import End
from kg.extract.triggers import Pattern
from kg.model.claim import Argument, Predicate
from kg.model.ontology import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A relation that a predicate may state between two ends."""

    predicate: Predicate
    pattern: Pattern
    relation: Relation
    subject: End
    object: End
    subject_argument: Argument
    object_argument: Argument


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a trigger gave no candidate: what was missing, in words."""

    predicate: Predicate
    relation: Relation
    why: str
    half_read: bool  # one end was read
