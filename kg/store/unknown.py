"""Names of kg's own namespace in a query that neither the shipped ontology nor the graph has.

Such a name matches nothing, and an empty answer looks like a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox

from kg.model.namespace import KG
from kg.places import shipped
from kg.store.graph import Graph
from kg.store.sparql import names_in

OWN = re.compile(r"\bkg:(\w+)")  # as ontology.ttl writes its names


def unknown_names(graph: Graph, query: str) -> Iterator[str]:
    """Yield a line for each such name of a well-formed query, with the nearest one."""
    used = [iri for iri in names_in(query, graph.prefixes) if iri.startswith(KG)]
    if not (missing := [iri for iri in used if not _stands_in(graph.store, iri)]):
        return
    from difflib import get_close_matches  # noqa: PLC0415 only a fault needs it

    known = sorted(set(OWN.findall(shipped("ontology.ttl").read_text(encoding="utf-8"))))
    for name in (iri.removeprefix(KG) for iri in missing):
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.7)
            hint = f" (near it: kg:{near[0]})" if near else ""
            yield f"kg:{name} is no name of the ontology or the graph{hint}"


def _stands_in(store: ox.Store, iri: str) -> bool:
    node = ox.NamedNode(iri)
    patterns = (
        store.quads_for_pattern(node, None, None),
        store.quads_for_pattern(None, node, None),
        store.quads_for_pattern(None, None, node),
    )
    return any(next(found, None) is not None for found in patterns)
