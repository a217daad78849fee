"""Graphs in memory and on disk: write, open, ask, replace."""

from __future__ import annotations

from kg.store.dataset import remove, replace
from kg.store.graph import Graph, open_graph
from kg.store.named import NamedQuery, named_queries, named_query, run_named
from kg.store.write import serialize, write

__all__ = [
    "Graph",
    "NamedQuery",
    "named_queries",
    "named_query",
    "open_graph",
    "remove",
    "replace",
    "run_named",
    "serialize",
    "write",
]
