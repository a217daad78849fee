"""A graph: what an article or many say, to be asked and read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.rdf.terms import IRI, Node, Quad
from kg.rdf.vocabulary import ARTICLE, CLAIM, SENTENCE, SUBPROPERTY_OF, TYPE
from kg.store.convert import from_ox, to_named_node
from kg.store.disk import open_to_read
from kg.store.index import Index, build_index
from kg.store.names import Names
from kg.store.read import prefixes_in, read_file, store_of
from kg.store.results import Results
from kg.store.run import run

if TYPE_CHECKING:
    import rdflib

    from kg.model.graph import ArticleNode, ClaimNode, PaperNode, SentenceNode, TermNode
    from kg.store.records import Records


class Graph:
    """A store with its prefixes. Its default graph is the union of the named graphs, in which a
    triple that two of them hold counts once.
    """

    def __init__(self, store: ox.Store, prefixes: Mapping[str, str] | None = None) -> None:
        self.store = store
        self.prefixes: Mapping[str, str] = {**(prefixes or {}), **prefixes_in(store)}

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Self:
        """Return a graph in memory that holds the quads."""
        return cls(store_of(quads))

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file of RDF (read into memory) or a store directory (for reading).

        Raises KgError where it is missing, empty, malformed, or being written.
        """
        if path.is_dir():
            return cls(open_to_read(path))
        return cls(*read_file(path))

    def __repr__(self) -> str:
        """Say what it holds."""
        counts = ((ARTICLE, "article"), (SENTENCE, "sentence"), (CLAIM, "claim"))
        numbers = ((sum(1 for _ in self._of_class(name)), noun) for name, noun in counts)
        held = ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in numbers)
        return f"<kg.Graph: {held}>"

    def _of_class(self, name: IRI) -> Iterator[ox.Quad]:
        default, kind = ox.DefaultGraph(), to_named_node(name.value)
        return self.store.quads_for_pattern(None, to_named_node(TYPE.value), kind, default)

    def query(self, text: str, *, bindings: Mapping[str, Node] | None = None) -> Results:
        """Answer a SPARQL 1.1 query. The graph's prefixes are declared beforehand; `bindings`
        gives variables that the query returns their value.

        Raises KgError with line and column where the query is malformed.
        """
        return run(self.store, text, self.prefixes, bindings or {})

    def articles(self) -> tuple[ArticleNode, ...]:
        """Return the articles by IRI, each with the papers of its list by number."""
        return self._records.articles()

    def terms(self) -> tuple[TermNode, ...]:
        """Return the terms by label."""
        return self._records.terms()

    def papers(self) -> tuple[PaperNode, ...]:
        """Return the papers by IRI."""
        return self._records.papers()

    def sentences(self) -> tuple[SentenceNode, ...]:
        """Return the sentences by article, in text order."""
        return self._records.sentences()

    def claims(self) -> tuple[ClaimNode, ...]:
        """Return the claims by article, in text order."""
        return self._records.claims()

    def relations_below(self, iri: str) -> frozenset[str]:
        """Return a relation and all that the graph's ontology has below it."""
        found = {iri}
        while new := {
            below
            for below, values in self._index.values.items()
            if below not in found
            and any(node.value in found for node in values.get(SUBPROPERTY_OF.value, ()))
        }:
            found |= new
        return frozenset(found)

    def show(self, node: Node | None) -> str:
        """Return what a table shows of a value: its label, CURIE, IRI or words."""
        return self.names.show(node)

    def to_rdflib(self) -> rdflib.Dataset:
        """Return a copy as a Dataset of rdflib, with the same default graph and prefixes."""
        from kg.store.to_rdflib import to_dataset  # noqa: PLC0415 rdflib loads slowly

        return to_dataset(self.store, self.prefixes)

    @cached_property
    def names(self) -> Names:
        """Labels and prefixes."""
        return Names(self._index, self.prefixes)

    @cached_property
    def _index(self) -> Index:
        default = self.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        return build_index(
            (str(from_ox(q.subject).value), q.predicate.value, from_ox(q.object)) for q in default
        )

    @cached_property
    def _records(self) -> Records:
        from kg.store.records import Records  # noqa: PLC0415 a query starts without the records

        return Records(self._index, self.names)


def open_graph(path: Path) -> Graph:
    """Open a file of RDF or a store directory; see `Graph.open`."""
    return Graph.open(path)
