"""The parts that have tables of their own, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from benchmarks.quality import events
from kg.model.ontology import Ontology


class Page(Protocol):
    """Measures a part; yields its section of the report, and where asked the misses before it."""

    def __call__(self, ontology: Ontology, *, misses: bool = False) -> Iterator[str]: ...


PAGES: Mapping[str, Page] = {"events": events.page}
