"""Turtle → `Ontology`: the shipped one and the user's files, united."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.places import shipped

if TYPE_CHECKING:
    from kg.model.ontology import Ontology


def load(paths: Sequence[Path] = (), *, default: bool = True) -> Ontology:
    """Read the shipped ontology (unless `default` is false) and `paths`, united.

    Equal files give equal records, in the same order. Raises KgError with file and line.
    """
    from kg.ontology.build import build_ontology  # noqa: PLC0415 - loads pyoxigraph: not before
    from kg.ontology.statements import read_statements  # noqa: PLC0415 - there is a file to read

    own = (shipped("ontology.ttl"),) if default else ()
    return build_ontology(read_statements((*own, *paths)))
