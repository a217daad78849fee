"""Formats of graphs by the ending of a file, else by how the file begins."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import RdfFormat

from kg.errors import KgError

WRITTEN: Mapping[str, RdfFormat] = {
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}
"""The formats that kg writes."""

READ: Mapping[str, RdfFormat] = {
    **WRITTEN,
    "json": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "owl": RdfFormat.RDF_XML,
    "xml": RdfFormat.RDF_XML,
}
"""The formats that kg reads, by ending."""

NODE = rb'(?:<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)'
QUAD_LINE = re.compile(rb"\s*(?:" + NODE + rb"\s+){4}\.\s*$", re.MULTILINE)


def format_of(ending: str, data: bytes) -> RdfFormat:
    """Return the format of a file: of its ending (without dot) where that is known, else the one
    that its first characters show. Turtle and N-Triples are read as TriG, which holds them.
    """
    if known := READ.get(ending.lower()):
        return known
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"{", b"["):
        return RdfFormat.JSON_LD
    if start.startswith((b"<?xml", b"<rdf:RDF")):
        return RdfFormat.RDF_XML
    return RdfFormat.N_QUADS if QUAD_LINE.match(start) else RdfFormat.TRIG


def written_format(name: str) -> str:
    """Return the name of a format that kg writes. Raises KgError for another."""
    if name in WRITTEN:
        return name
    raise KgError(f"no graph is written as {name!r}", hint=f"one of {', '.join(WRITTEN)}")
