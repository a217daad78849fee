"""Annotated text: what somebody says that a text states, as records.

Ends are named by label and relations by their local name, so that gold can be written without
knowing an ontology's IRIs.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTerm:
    """A name that the annotation takes as known. `kind` is the local name of a kind."""

    label: str
    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim that a text states, or (among `forbidden`) does not.

    `predicates` are the relations that are right, best first; `inverse` those that are right with
    the ends swapped. Empty `certainties` admits each. `span` is the sentence, None for the whole
    text. `qualifiers` are pairs of a property's local name and the words. `tags` say what reading
    it takes. An `optional` claim may be found and may be missed. `citations`, where not None, are
    the numbers of the references that the claim rests on. `line` is its line in the file.
    """

    subject: str
    predicates: tuple[str, ...]
    object: str
    negated: bool = False
    certainties: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    span: Span | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    citations: tuple[int, ...] | None = None
    tags: tuple[str, ...] = ()
    optional: bool = False
    line: int = 0

    def __str__(self) -> str:
        """As a line of a suite: ``zinc | not treats | cold``."""
        return f"{self.subject} | {'not ' * self.negated}{self.predicates[0]} | {self.object}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """A text with all claims that it states; whatever else is found is wrong."""

    name: str
    text: str
    claims: tuple[GoldClaim, ...] = ()
    forbidden: tuple[GoldClaim, ...] = ()
    terms: tuple[GoldTerm, ...] = ()
    line: int = 0
