"""`kg query` and `kg queries`: SPARQL from the command line."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from kg.cli.files import put, text_of
from kg.cli.graphs import chosen, graph_options
from kg.cli.talk import warn
from kg.rdf.terms import Node
from kg.store import Graph
from kg.store.results import ROW_FORMATS, TRIPLE_FORMATS, Results
from kg.store.unknown import unknown_names

FORMATS = ("table", *ROW_FORMATS, *TRIPLE_FORMATS)


def _pairs(
    context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """Take ``k=v`` apart."""
    for pair in given:
        if "=" not in pair:
            message = f"{pair!r} is not of the form name=value"
            raise click.BadParameter(message, context, option)
    return dict(pair.split("=", 1) for pair in given)


@click.command()
@click.argument("sparql", metavar="[QUERY]", required=False)
@click.option(
    "-f",
    "--file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file that holds the query; - is standard input.",
)
@click.option("--name", metavar="NAME", help="A named query: `kg queries` lists them.")
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_pairs,
    help="A value for a named query: a label, a CURIE or an IRI.",
)
@graph_options
@click.option(
    "--format",
    "answer_format",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
@click.option("--iri", is_flag=True, help="Show IRIs as they are, not by label.")
def query(
    *,
    sparql: str | None,
    file: Path | None,
    name: str | None,
    values: dict[str, str],
    graph: Path | None,
    store: Path | None,
    answer_format: str,
    iri: bool,
) -> None:
    """Ask a graph in SPARQL, or by a named query.

    Without a graph: $KG_STORE, else the article that ships with kg.
    """
    ask = _asking(sparql, file, name, values)
    opened = chosen(graph, store)
    answer = ask(opened)
    if answer_format != "table":
        data = answer.serialize(answer_format)
        put(data if data.endswith(b"\n") or not data else data + b"\n", None)
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(answer.table(_raw if iri else opened.show, width=width), nl=False)


@click.command()
def queries() -> None:
    """List the named queries.

    `kg query --name NAME` runs one; --set gives a value to a parameter, by label, CURIE or IRI.
    """
    from kg.store.named import named_queries  # noqa: PLC0415 as above

    for query in named_queries():
        click.echo(f"{click.style(query.name, bold=True)}: {query.description}")
        for parameter in query.parameters:
            may = ", may be left out" if parameter.optional else ""
            click.echo(f"    --set {parameter.name}=…  {parameter.description}{may}")


def _asking(
    sparql: str | None, file: Path | None, name: str | None, values: dict[str, str]
) -> Callable[[Graph], Results]:
    """Return what asks a graph the one query that was given in one of three ways."""
    context = click.get_current_context()
    if sum(given is not None for given in (sparql, file, name)) != 1:
        message = (
            "give one query: as an argument, with -f, or with --name (`kg queries` lists them)"
        )
        raise click.UsageError(message, context)
    if name is not None:
        from kg.store.named import run_named  # noqa: PLC0415 other queries start without it

        return lambda graph: run_named(graph, name, values)
    if values:
        message = "--set gives a value to a named query: --name is missing"
        raise click.UsageError(message, context)
    text = sparql if file is None else text_of(file)
    return lambda graph: _answer(graph, text or "")


def _answer(graph: Graph, text: str) -> Results:
    """Ask, and say which names of the query no answer can hold."""
    answer = graph.query(text)
    for words in unknown_names(graph, text):
        warn(words)
    return answer


def _raw(node: Node | None) -> str:
    """Show a value as it is."""
    return "" if node is None else node.value
