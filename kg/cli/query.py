"""`kg query` and `kg queries`: SPARQL from the command line."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from kg import api, store as stores
from kg.cli.graphs import chosen, graph_options
from kg.cli.output import put

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt")


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
    asked = _asked(sparql, file, name, values)
    opened = chosen(graph, store)
    answer = opened.query(asked)
    if answer_format != "table":
        put(answer.serialize(answer_format), None)
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(answer.table(_raw if iri else opened.show, width=width), nl=False)


def _asked(sparql: str | None, file: Path | None, name: str | None, values: dict[str, str]) -> str:
    """Return the query that one of the three ways gives."""
    if sum(given is not None for given in (sparql, file, name)) != 1:
        message = (
            "give one query: as an argument, with -f, or with --name (`kg queries` lists them)"
        )
        raise click.UsageError(message, click.get_current_context())
    if values and name is None:
        message = "--set gives a value to a named query: --name is missing"
        raise click.UsageError(message, click.get_current_context())
    if file is not None:
        return api.text_of(file)
    return sparql if sparql is not None else stores.named(name, values)
