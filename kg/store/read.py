"""Files and store directories → a store whose default graph is the union of its named graphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.terms import Quad
from kg.rdf.vocabulary import PREFERRED_PREFIX, PREFIXES
from kg.store.convert import to_named_node, to_ox_quads
from kg.store.formats import READ, format_of

UNITE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


def store_of(quads: Iterable[Quad]) -> ox.Store:
    """Return a store in memory that holds the quads, and their union as its default graph."""
    store = ox.Store()
    store.extend(to_ox_quads(quads))
    store.update(UNITE)
    return store


def read_file(path: Path) -> tuple[ox.Store, Mapping[str, str]]:
    """Read a file of RDF into a store in memory; return it with the prefixes of the file.

    Raises KgError with line and column where the file is missing, empty or malformed.
    """
    data = _bytes(path)
    parser = ox.parse(data, format_of(path.suffix.removeprefix("."), data), base_iri=None)
    store = ox.Store()
    try:
        store.extend(parser)
    except SyntaxError as error:
        place = f"{path}:{error.lineno}:{error.offset}" if error.lineno else str(path)
        endings = ", ".join(READ)
        hint = f"the format is taken from the ending: {endings}"
        raise KgError(f"cannot read it: {_first_line(error.msg)}", where=place, hint=hint) from None
    if not len(store):
        raise KgError("the file holds no triples", where=str(path))
    store.update(UNITE)
    return store, dict(parser.prefixes)


def prefixes_in(store: ox.Store) -> Mapping[str, str]:
    """Return the prefixes that every graph has and those that the store's graphs declare."""
    name = to_named_node(PREFERRED_PREFIX.value)
    found = {
        quad.object.value: quad.subject.value
        for quad in store.quads_for_pattern(None, name, None, ox.DefaultGraph())
        if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode)
    }
    return {**found, **PREFIXES}


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        hint = "build it with: kg build ARTICLE -o FILE.trig"
        raise KgError("there is no such file", where=str(path), hint=hint) from None
    except OSError as error:
        raise KgError(f"cannot read it: {error.strerror}", where=str(path)) from None
    if not data.strip():
        raise KgError("the file is empty", where=str(path))
    return data


def _first_line(text: str) -> str:
    return text.splitlines()[0] if text else "it is malformed"
