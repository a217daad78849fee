"""Papers as records: what is printed of them, by one article or by several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby

from kg.model.graph import PaperNode
from kg.rdf import vocabulary as v
from kg.store.index import Index


class Papers:
    """Reads papers from an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.references = _references(index)

    def read(self, iri: str, article: str | None = None) -> PaperNode:
        """Return a paper. Its number is the one in the list of `article`; without one, the number
        that all articles give it, if they give the same.
        """
        index = self.index
        numbers = [n for of, n in self.references.get(iri, ()) if article in (None, of)]
        one = bool(numbers) and (article is not None or len(set(numbers)) == 1)
        dates = index.texts(iri, v.ISSUED)
        return PaperNode(
            iri=iri,
            number=min(numbers) if one else None,
            title=index.text(iri, v.TITLE),
            authors=self._authors(iri),
            et_al=index.text(iri, v.ET_AL) == "true",
            journal=index.text(iri, v.JOURNAL),
            issued=max(dates, key=lambda text: (len(text), text), default=None),
            volume=index.text(iri, v.VOLUME),
            issue=index.text(iri, v.ISSUE),
            pages=index.text(iri, v.PAGES),
            doi=index.text(iri, v.DOI),
            pmid=index.text(iri, v.PMID),
        )

    def _authors(self, paper: str) -> tuple[str, ...]:
        """Return the authors as one reference lists them: the one that names most. Two articles
        that cite a paper list them twice.
        """
        lists: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for author in self.index.texts(paper, v.HAS_AUTHOR):
            name = self.index.text(author, v.NAME) or author
            lists[author.rpartition("-author-")[0]].append(
                (self.index.number(author, v.NUMBER), name)
            )
        longest = min(lists.items(), key=lambda item: (-len(item[1]), item[0]), default=("", []))
        return tuple(name for _, name in sorted(longest[1]))


def _references(index: Index) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Map each paper to (article, number) of the references that denote it."""
    found = sorted(
        (paper, index.text(iri, v.IN_ARTICLE) or "", index.number(iri, v.NUMBER))
        for iri in index.of_class(v.REFERENCE)
        for paper in index.texts(iri, v.OF_PAPER)
    )
    return {
        paper: tuple((article, number) for _, article, number in group)
        for paper, group in groupby(found, key=lambda row: row[0])
    }


def by_number(paper: PaperNode) -> tuple[bool, int, str]:
    """Return what papers are sorted by; those without a number come last."""
    return (paper.number is None, paper.number or 0, paper.iri)
