"""Graphs in memory and on disk: write, open, ask, replace."""

from __future__ import annotations

from kg.store.graph import Graph, open_graph
from kg.store.write import serialize, write

__all__ = ["Graph", "open_graph", "serialize", "write"]
