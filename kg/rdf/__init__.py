"""Reading → quads: pure, and the only place that knows how an article looks in RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.rdf.quads import to_quads

__all__ = ["to_quads"]


def __getattr__(name: str) -> Any:
    """Load `to_quads` when it is first asked for: queries need the terms and no reading."""
    if name != "to_quads":
        message = f"module 'kg.rdf' has no attribute {name!r}"
        raise AttributeError(message)
    from kg.rdf.quads import to_quads  # noqa: PLC0415 see above

    return to_quads
