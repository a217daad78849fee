"""The page of a graph, and the graph as networkx and pyvis take it."""

from __future__ import annotations

from kg.view.network import to_networkx
from kg.view.page import page
from kg.view.pyvis_page import pyvis_page, to_pyvis
from kg.view.source import HasClaims
from kg.view.write import Engine, write_page

__all__ = [
    "Engine",
    "HasClaims",
    "page",
    "pyvis_page",
    "to_networkx",
    "to_pyvis",
    "write_page",
]
