"""What a graph says, as frozen records: the rooms above the store (view, audit, explain, the
Python API) read these and never SPARQL rows.

IRIs are full; labels are what a reader sees. Tuples are sorted, so equal graphs give equal records.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A term, a kind or a relation with its label."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermNode:
    """A term of the graph. `kind` is the most specific one."""

    iri: str
    label: str
    kind: Node
    names: tuple[str, ...] = ()  # other labels, hidden ones left out
    matches: tuple[str, ...] = ()
    ungrounded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNode:
    """A cited paper with what is printed of it."""

    iri: str
    number: int | None = None  # of the reference in the article
    title: str | None = None
    authors: tuple[str, ...] = ()
    et_al: bool = False  # print names more authors than these
    journal: str | None = None
    issued: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    pmid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSpan:
    """A mention, a citation or a quantity: offsets into the article; `target` is its term's or
    paper's IRI, None where there is none.
    """

    start: int
    end: int
    text: str
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceNode:
    """A sentence with what was found in it."""

    iri: str
    article: str
    start: int
    end: int
    text: str
    section: str | None = None
    mentions: tuple[MarkedSpan, ...] = ()
    citations: tuple[MarkedSpan, ...] = ()
    not_understood: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifierValue:
    """One qualifier of a claim: its property ("location", …) and what is shown of its value."""

    name: str
    label: str
    iri: str | None = None  # where the value is a term or a quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimNode:
    """A claim as a reader sees it. `subject` or `object` may be a claim or a quantity: its node
    then carries the claim's IRI and a label in words.
    """

    iri: str
    article: str
    subject: Node
    predicate: Node
    object: Node
    negated: bool
    certainty: str  # "known" … "open"
    rank: int
    sentence: SentenceNode
    trigger: str
    steps: tuple[str, ...] = ()
    qualifiers: tuple[QualifierValue, ...] = ()
    papers: tuple[PaperNode, ...] = ()
    reliability: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleNode:
    """An article of the graph. `text` is None where it was left out."""

    iri: str
    title: str | None = None
    issued: str | None = None
    text: str | None = None
    papers: tuple[PaperNode, ...] = ()
