"""Answers of queries: rows, a truth, or triples; each can be written in the standard formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.terms import IRI, Node
from kg.store.convert import from_ox
from kg.store.tables import render
from kg.store.write import dump

F = TypeVar("F")
Show = Callable[[Node | None], str]

ROW_FORMATS: Mapping[str, ox.QueryResultsFormat] = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
TRIPLE_FORMATS: Mapping[str, ox.RdfFormat] = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True)
class Solutions:
    """Rows of a SELECT. `json` is their SPARQL 1.1 JSON, from which all else is made."""

    json: bytes

    def __repr__(self) -> str:
        """Say how many rows there are, of which columns."""
        rows = f"{len(self.rows)} row{'' if len(self.rows) == 1 else 's'}"
        return f"<Solutions: {rows} of {', '.join(f'?{name}' for name in self.variables)}>"

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(variable.value for variable in self._parsed().variables)

    @cached_property
    def rows(self) -> tuple[tuple[Node | None, ...], ...]:
        """The rows; None where a variable has no value."""
        return tuple(
            tuple(None if value is None else from_ox(value) for value in solution)
            for solution in self._parsed()
        )

    def serialize(self, format: str) -> bytes:  # noqa: A002 as the command calls it
        """Return the rows as csv, tsv, json or xml. Raises KgError for another format."""
        wanted = _choose(format, ROW_FORMATS, "SELECT gives rows")
        return self._parsed().serialize(format=wanted) or b""

    def table(self, show: Show, *, width: int | None = None) -> str:
        """Return the rows as a table of text, `width` columns wide at most."""
        rows = [[show(value) for value in row] for row in self.rows]
        return render(self.variables, rows, width=width)

    def _parsed(self) -> ox.QuerySolutions:
        found = ox.parse_query_results(self.json, ox.QueryResultsFormat.JSON)
        assert isinstance(found, ox.QuerySolutions)
        return found


@dataclass(frozen=True)
class Truth:
    """The answer to an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value

    def serialize(self, format: str) -> bytes:  # noqa: A002
        """Return it as csv, tsv, json or xml. Raises KgError for another format."""
        wanted = _choose(format, ROW_FORMATS, "ASK gives yes or no")
        value = "true" if self.value else "false"
        json = f'{{"head":{{}},"boolean":{value}}}'.encode()
        if format in ("csv", "tsv"):
            return value.encode() + b"\n"
        found = ox.parse_query_results(json, ox.QueryResultsFormat.JSON)
        return found.serialize(format=wanted) or b""

    def table(self, show: Show, *, width: int | None = None) -> str:  # noqa: ARG002 as its fellows
        """Return yes or no."""
        return "yes\n" if self.value else "no\n"


@dataclass(frozen=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, sorted, each once."""

    triples: tuple[ox.Triple, ...]
    prefixes: Mapping[str, str]

    @property
    def rows(self) -> tuple[tuple[Node, ...], ...]:
        """Subject, predicate and object of each."""
        return tuple(
            (from_ox(t.subject), IRI(t.predicate.value), from_ox(t.object)) for t in self.triples
        )

    def serialize(self, format: str) -> bytes:  # noqa: A002
        """Return them as ttl, nt or rdf. Raises KgError for another format."""
        wanted = _choose(format, TRIPLE_FORMATS, "CONSTRUCT and DESCRIBE give triples")
        return dump(self.triples, wanted, self.prefixes)

    def table(self, show: Show, *, width: int | None = None) -> str:
        """Return them as a table of three columns."""
        rows = [[show(value) for value in row] for row in self.rows]
        return render(("subject", "predicate", "object"), rows, width=width)


Results = Solutions | Truth | Triples


def _choose(format: str, known: Mapping[str, F], what: str) -> F:  # noqa: A002
    if format in known:
        return known[format]
    raise KgError(f"{what}, which are not written as {format!r}", hint=f"table, {', '.join(known)}")
