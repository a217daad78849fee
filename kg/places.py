"""Where the files lie that ship with kg: in the wheel below ``kg/shipped``, else the checkout."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError

PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the path of a shipped file such as ``ontology.ttl`` or ``data/articles/x.txt``."""
    for root in (PACKAGE / "shipped", PACKAGE.parent):
        if (path := root / name).exists():
            return path
    raise KgError(f"the shipped file {name} is missing", hint="install article-kg again")
