"""The page of a graph, and the graph as networkx and pyvis take it."""

from __future__ import annotations

from kg.view.network import to_networkx
from kg.view.page import page
from kg.view.source import HasClaims

__all__ = ["HasClaims", "page", "to_networkx"]
