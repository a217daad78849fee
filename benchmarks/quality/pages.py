"""The parts that have tables of their own, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from benchmarks.quality import ablation, coref, events, speed
from kg.model.ontology import Ontology

# Each yields its section of the report; with True what was missed or wrong before it.
PAGES: Mapping[str, Callable[[Ontology, bool], Iterator[str]]] = {
    "events": events.page,
    "coref": coref.page,
    "ablation": ablation.page,
    "speed": speed.page,
}
