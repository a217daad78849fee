"""`kg view`: the interactive page of a graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg import view as pages
from kg.cli.files import put
from kg.cli.graphs import chosen, graph_options
from kg.cli.talk import say

ENGINES = {"page": pages.page, "pyvis": pages.pyvis_page}


@click.command()
@graph_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE.html",
    help="Where to write the page; without it, standard output.",
)
@click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default="page",
    show_default=True,
    help="kg's own page, or the one of pyvis.",
)
def view(*, graph: Path | None, store: Path | None, output: Path | None, engine: str) -> None:
    """Write the interactive page of a graph: one file that needs no network."""
    put(ENGINES[engine](chosen(graph, store)).encode(), output)
    if output:
        say(f"Wrote {output}: open it in a browser.")
