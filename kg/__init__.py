"""Turn an article into an RDF graph in which every triple leads back to its sentence.

>>> import kg
>>> graph = kg.open()  # the article that ships with kg
>>> graph.articles()[0].title
'A brain steroid may bring lasting remission of depression'
>>> all(claim.trigger in claim.sentence.text for claim in graph.claims())
True

`kg.build` reads articles, `kg.open` a graph that was written before. Both names are loaded when
they are first used, since this module is imported before every command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, build, open  # noqa: A004 kg.open is named after what it does

__version__ = "0.1.0"
__all__ = ["Graph", "build", "open"]


def __getattr__(name: str) -> Any:
    """Load the Python API when it is first asked for."""
    if name not in __all__:
        message = f"module 'kg' has no attribute {name!r}"
        raise AttributeError(message)
    from kg import api  # noqa: PLC0415 the commands start without it

    return getattr(api, name)


def __dir__() -> list[str]:
    """Name what is meant for use, loaded or not: shells complete these."""
    return [*__all__, *(name for name in globals() if name.startswith("__"))]
