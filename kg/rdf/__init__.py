"""Reading → quads: pure, and the only place that knows how an article looks in RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.claim import Reading
    from kg.model.ontology import Ontology
    from kg.rdf.bare import Bare
    from kg.rdf.terms import Quad


def to_quads(
    reading: Reading, ontology: Ontology, *, bare: Bare = "strict", text: bool = True
) -> tuple[Quad, ...]:
    """Return a reading as sorted quads without blank nodes; the same reading gives the same ones.

    `bare` says which claims stand as a bare triple too: "strict" or "all" (see
    `kg.rdf.bare.bare_triples`). Without `text`, the text of article, sentences and references is
    left out. Raises KgError where a quantity is no number.
    """
    from kg.rdf.quads import make_quads  # noqa: PLC0415 `kg query` needs the vocabulary only

    return make_quads(reading, ontology, bare=bare, text=text)
