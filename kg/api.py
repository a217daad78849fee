"""The Python API: `build` reads articles, `open` a graph; a `Graph` answers and converts itself.

What is heavy (spaCy, rdflib, pyvis) is imported by the method that needs it, since every command
that asks a graph imports this module.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__, store
from kg.errors import KgError
from kg.places import PACKAGE, shipped
from kg.rdf.terms import Quad

if TYPE_CHECKING:
    import networkx as nx
    import pyvis.network

    from kg.extract.reliability import Measured
    from kg.model.claim import Reading
    from kg.model.ontology import Ontology
    from kg.rdf.bare import Bare


class Graph(store.Graph):
    """A graph to ask (`query`), to walk (`claims`, `terms`, `sentences`, `papers`) and to turn
    into what other tools take. In a notebook it shows itself as its interactive page.
    """

    def to_networkx(self) -> nx.MultiDiGraph:
        """Return terms as nodes and claims as edges."""
        from kg import view  # noqa: PLC0415 networkx takes long to start

        return view.to_networkx(self)

    def to_pyvis(self) -> pyvis.network.Network:
        """Return a network that pyvis draws."""
        from kg import view  # noqa: PLC0415 pyvis takes long to start

        return view.to_pyvis(self)

    def view(self, *, title: str | None = None) -> str:
        """Return the interactive page: HTML that needs nothing beside itself."""
        from kg import view  # noqa: PLC0415 networkx takes long to start

        return view.page(self, title=title)

    def _repr_html_(self) -> str:
        """Show the page in a frame, so that a notebook keeps its own style."""
        from html import escape  # noqa: PLC0415 only notebooks come here

        page = escape(self.view(), quote=True)
        return f'<iframe srcdoc="{page}" style="width:100%;height:36em;border:0"></iframe>'


def open(source: str | os.PathLike[str] | None = None) -> Graph:  # noqa: A001 read as kg.open
    """Open a graph file or a store; without a source, the graph of the article that ships with
    kg, which is built once and kept in the cache directory.

    Raises KgError where the source is missing or no graph.
    """
    path = Path(source) if source is not None else shipped_graph()
    return Graph.open(path)


def build(
    *articles: str | os.PathLike[str],
    ontology: Iterable[str | os.PathLike[str]] = (),
    default_ontology: bool = True,
    bare: Bare = "strict",
    text: bool = True,
    reliability: str | os.PathLike[str] | None = None,
) -> Graph:
    """Read articles and return their graph; without articles, that of the one that ships.

    ontology: Turtle files that add to the shipped ontology, or replace it (`default_ontology`).
    bare: which plain triples stand beside the claims; "all" keeps those with a condition too.
    text: whether the graph holds the articles' text, which their rights may forbid.
    reliability: a file that ``kg eval --calibrate`` wrote, in place of the shipped one.
    Raises KgError where an article or an ontology cannot be read.
    """
    paths = [Path(path) for path in ontology]
    quads = _quads(
        articles,
        paths,
        default_ontology=default_ontology,
        bare=bare,
        text=text,
        reliability=None if reliability is None else Path(reliability),
    )
    return Graph.of(quads)


def read_file(
    path: Path,
    ontology: Ontology,
    *,
    iri: str | None = None,
    source_format: str | None = None,
    measured: Measured | None = None,
) -> Reading:
    """Read one article; ``-`` is standard input. `measured` stands in place of what ships of
    reliability. Raises KgError where the article holds no text.
    """
    from kg.pipeline import (  # noqa: PLC0415 spaCy takes long to start
        STAGES,
        read_article,
        stages_with,
    )
    from kg.read import load, read  # noqa: PLC0415 only needed here

    stages = STAGES if measured is None else stages_with(measured)
    if path == Path("-"):
        source = sys.stdin.buffer.read()
        article = read(source, name="standard input", iri=iri, format=source_format)
    else:
        article = load(path, iri=iri, format=source_format)
    return read_article(article, ontology, stages)


def refuse_twin(iri: str, path: Path, seen: dict[str, Path]) -> None:
    """Note the article's IRI. Raises KgError where an earlier one has it: one named graph would
    hold both, and each would replace the other.
    """
    other = seen.setdefault(iri, path)
    if other is not path and other == path:
        raise KgError("is named twice", where=str(path), hint="it is built once")
    if other is not path:
        raise KgError(
            f"has the same IRI as {other}: {iri}",
            where=str(path),
            hint="build it by itself with --id",
        )


def shipped_article() -> Path:
    """Return the article that ships with kg."""
    return shipped("data/articles/allopregnanolone.txt")


def shipped_graph() -> Path:
    """Return the file with the graph of the shipped article, building it where it is not yet."""
    path = shipped_graph_path()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        for outdated in path.parent.glob(f"{shipped_article().stem}-*.trig"):
            outdated.unlink(missing_ok=True)
        store.write(_quads(), path)
    return path


def shipped_graph_path() -> Path:
    """Return where that file is, or would be, in the cache directory ($XDG_CACHE_HOME)."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg"
    return cache / f"{shipped_article().stem}-{_key()}.trig"


def _quads(
    articles: Iterable[str | os.PathLike[str]] = (),
    ontology: Sequence[Path] = (),
    *,
    default_ontology: bool = True,
    bare: Bare = "strict",
    text: bool = True,
    reliability: Path | None = None,
) -> Iterator[Quad]:
    from kg import ontology as ontologies  # noqa: PLC0415 only needed here
    from kg.rdf import to_quads  # noqa: PLC0415 only needed here
    from kg.reliability import read_reliability  # noqa: PLC0415 only needed here

    loaded = ontologies.load(ontology, default=default_ontology)
    measured = None if reliability is None else read_reliability(reliability)
    seen: dict[str, Path] = {}
    for path in [Path(article) for article in articles] or [shipped_article()]:
        reading = read_file(path, loaded, measured=measured)
        refuse_twin(reading.article.iri, path, seen)
        yield from to_quads(reading, loaded, bare=bare, text=text)


def _key() -> str:
    """Digest what the graph depends on: article, ontology, reliability, version; in a checkout the
    code too.
    """
    import hashlib  # noqa: PLC0415 only the shipped graph has a key

    digest = hashlib.sha256(__version__.encode())
    for path in (shipped_article(), shipped("ontology.ttl"), shipped("data/reliability.tsv")):
        digest.update(path.read_bytes())
    if not (PACKAGE / "shipped").exists():
        for source in sorted(PACKAGE.rglob("*.py")):
            digest.update(str(source.stat().st_mtime_ns).encode())
    return digest.hexdigest()[:16]
