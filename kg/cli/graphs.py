"""Which graph a command reads: the options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from kg import api
from kg.cli.talk import say
from kg.errors import KgError

Command = TypeVar("Command", bound=Callable[..., object])


def graph_options(command: Command) -> Command:
    """Add ``-g FILE`` and ``--store DIR``."""
    by_file = click.option(
        "-g",
        "--graph",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A graph that kg wrote.",
    )
    by_store = click.option(
        "--store",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="A store. Without -g and --store: $KG_STORE, else the article that ships with kg.",
    )
    return by_file(by_store(command))


def chosen(graph: Path | None, store: Path | None) -> api.Graph:
    """Open the graph that the options name."""
    if graph and store:
        message = "-g and --store name two graphs: give one"
        raise click.UsageError(message, click.get_current_context())
    kept = store or (None if graph else _from_environment())
    if kept and not kept.exists():
        hint = f"fill it with: kg build ARTICLE --store {kept}"
        raise KgError("there is no such store", where=str(kept), hint=hint)
    named = graph or kept
    if named is None and not api.shipped_graph_path().exists():
        say("Reading the article that ships with kg, this once …")
    return api.open(named)


def _from_environment() -> Path | None:
    path = os.environ.get("KG_STORE")
    return Path(path) if path else None
