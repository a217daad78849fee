"""Our terms ↔ pyoxigraph's: the only place where the two meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.terms import IRI, Blank, Literal, Node, Quad

RDF_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
# RFC 3987, 4.1: an IRI holds no character that only turns the direction of writing.
TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def to_named_node(iri: str) -> ox.NamedNode:
    """Convert an IRI. Raises KgError where it is none."""
    hint = "an IRI looks like https://example.org/name, without spaces"
    if TURNING.search(iri):
        raise KgError(f"{iri!r} is not an IRI: it turns the direction of writing", hint=hint)
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise KgError(f"{iri!r} is not an IRI: {error}", hint=hint) from None


def to_ox(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Convert a term of ours. Raises KgError where an IRI is none."""
    match node:
        case IRI(value):
            return to_named_node(value)
        case Blank(value):
            return ox.BlankNode(value.removeprefix("_:"))
        case Literal(value, _, language) if language:
            return ox.Literal(value, language=language)
        case Literal(value, datatype, _):
            return ox.Literal(value, datatype=to_named_node(datatype))


def from_ox(term: object) -> Node:
    """Convert a term of pyoxigraph's. Raises KgError where it is a triple (RDF 1.2)."""
    if isinstance(term, ox.NamedNode):
        return IRI(term.value)
    if isinstance(term, ox.BlankNode):
        return Blank(f"_:{term.value}")
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language or "")
    raise KgError(f"triples as terms are not supported: {term}", hint="ask for its parts instead")


def to_ox_quads(quads: Iterable[Quad]) -> Iterator[ox.Quad]:
    """Convert quads. Raises KgError where an IRI is none."""
    seen: dict[IRI, ox.NamedNode] = {}

    def name(iri: IRI) -> ox.NamedNode:
        if iri not in seen:
            seen[iri] = to_named_node(iri.value)
        return seen[iri]

    for s, p, o, g in quads:
        yield ox.Quad(name(s), name(p), name(o) if isinstance(o, IRI) else to_ox(o), name(g))
