"""Reading → quads: pure, and the only place that knows how an article looks in RDF."""

from __future__ import annotations

from kg.rdf.quads import to_quads

__all__ = ["to_quads"]
