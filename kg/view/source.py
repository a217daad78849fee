"""What the view reads: any object that gives the records of a graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kg.model.graph import ArticleNode, ClaimNode, PaperNode, SentenceNode, TermNode


class HasClaims(Protocol):
    """A graph that can be walked. `kg.store.Graph` is one."""

    def articles(self) -> Iterable[ArticleNode]:
        """Yield the articles that the graph was read from."""

    def terms(self) -> Iterable[TermNode]:
        """Yield the terms that claims or mentions name."""

    def papers(self) -> Iterable[PaperNode]:
        """Yield the papers that the articles cite."""

    def sentences(self) -> Iterable[SentenceNode]:
        """Yield the sentences in the order of the text."""

    def claims(self) -> Iterable[ClaimNode]:
        """Yield the claims."""
