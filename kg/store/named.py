"""The queries that ship with kg: their heads say title, description and parameters.

A parameter is a variable that the query returns; a value is put there as a term, never as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import KgError
from kg.rdf.terms import XSD, Literal, Node
from kg.store.find import find_article, find_relation, find_term
from kg.store.graph import Graph
from kg.store.results import Results

FOLDER = Path(__file__).with_name("queries")
LINE = re.compile(r"#\s*(title|description|parameter):\s*(.*)")
PARAMETER = re.compile(r"(\w+) \((term|relation|article|number)(, optional)?\): (.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What ``--set name=value`` may give: `sort` is "term", "relation", "article" or "number"."""

    name: str
    sort: str
    optional: bool
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that ships with kg."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Return the queries by name."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.rq")))


def named_query(name: str) -> NamedQuery:
    """Return a query. Raises KgError, with the nearest name, where there is none."""
    known = {query.name: query for query in named_queries()}
    if name in known:
        return known[name]
    from difflib import get_close_matches  # noqa: PLC0415 only an error needs it

    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"do you mean {near[0]}?" if near else f"one of {', '.join(known)}"
    raise KgError(f"there is no query named {name!r}", hint=hint)


def run_named(graph: Graph, name: str, values: Mapping[str, str] | None = None) -> Results:
    """Run a query with parameters. A term is given by label, CURIE or IRI.

    Raises KgError where the query, a parameter or a term is not known, or a label is of several.
    """
    query = named_query(name)
    given = values or {}
    _refuse_unknown(query, given)
    bindings = {
        p.name: _value(graph, p, given[p.name]) for p in query.parameters if p.name in given
    }
    return graph.query(query.text, bindings=bindings)


def _refuse_unknown(query: NamedQuery, given: Mapping[str, str]) -> None:
    names = [p.name for p in query.parameters]
    for name in given:
        if name not in names:
            hint = f"it has {', '.join(names)}" if names else "it has none"
            raise KgError(f"the query {query.name} has no parameter {name!r}", hint=hint)
    for p in query.parameters:
        if not p.optional and p.name not in given:
            hint = f"--set {p.name}=…: {p.description}"
            raise KgError(f"the query {query.name} needs {p.name}", hint=hint)


def _value(graph: Graph, parameter: Parameter, text: str) -> Node:
    if parameter.sort == "term":
        return find_term(graph.names, text)
    if parameter.sort == "relation":
        return find_relation(graph.names, text)
    if parameter.sort == "article":
        return find_article(graph.names, text)
    if not re.fullmatch(r"\d{1,9}", text.strip()):
        raise KgError(f"{parameter.name} is a whole number, not {text!r}")
    return Literal(str(int(text)), XSD + "integer")


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    found = [(m[1], m[2]) for line in text.splitlines() if (m := LINE.match(line))]
    head = dict(found)
    parameters = [PARAMETER.fullmatch(value) for key, value in found if key == "parameter"]
    return NamedQuery(
        name=path.stem,
        title=head["title"],
        description=head["description"],
        parameters=tuple(Parameter(p[1], p[2], p[3] is not None, p[4]) for p in parameters if p),
        text=text,
    )
