"""RDF terms of our own, so that the core needs no RDF library; the store converts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
DIGITS = re.compile(r"(\d+)")


class IRI(NamedTuple):
    """A name, in full."""

    value: str


class Blank(NamedTuple):
    """A node without a name, with its ``_:``. kg writes none; files of others may hold some."""

    value: str


class Literal(NamedTuple):
    """A value: its lexical form, its datatype's IRI, its language ("" where it has none)."""

    value: str
    datatype: str = XSD + "string"
    language: str = ""


Node = IRI | Blank | Literal


class Triple(NamedTuple):
    """Subject, predicate, object."""

    subject: IRI
    predicate: IRI
    object: IRI | Literal


class Quad(NamedTuple):
    """A triple in the named graph `graph`."""

    subject: IRI
    predicate: IRI
    object: IRI | Literal
    graph: IRI


def sort_quads(quads: Iterable[Quad]) -> tuple[Quad, ...]:
    """Return each quad once, in the order in which every output has them: numbers in names count
    as numbers (s9 before s10), and a node's types come first.
    """
    return tuple(sorted(set(quads), key=_place))


def _place(quad: Quad) -> tuple[object, ...]:
    return (
        quad.graph,
        _natural(quad.subject.value),
        quad.subject,
        quad.predicate.value != RDF_TYPE,
        quad.predicate,
        _natural(quad.object.value),
        quad.object,
    )


def _natural(text: str) -> tuple[str | int, ...]:
    """Split into text and numbers by turns; both kinds keep their places, so tuples compare."""
    parts = DIGITS.split(text)
    return tuple(int(part) if i % 2 else part for i, part in enumerate(parts))
