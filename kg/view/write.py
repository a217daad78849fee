"""Writing a page to a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Protocol

from kg.store.write import write_bytes
from kg.view.page import page
from kg.view.pyvis_page import pyvis_page
from kg.view.source import HasClaims

Engine = Literal["page", "pyvis"]


class _Write(Protocol):
    def __call__(self, graph: HasClaims, *, title: str | None = None) -> str: ...


ENGINES: Mapping[Engine, _Write] = MappingProxyType({"page": page, "pyvis": pyvis_page})


def write_page(
    graph: HasClaims, path: Path, *, engine: Engine = "page", title: str | None = None
) -> None:
    """Write the page beside `path` and move it into place. Raises KgError where it cannot."""
    write_bytes(ENGINES[engine](graph, title=title).encode(), path)
