"""`kg audit`: what the claims of a graph rest on."""

from __future__ import annotations

from pathlib import Path

import click

from kg.audit import audit as examine, render
from kg.cli.codes import DONE, FOUND_FAULTS
from kg.cli.graphs import chosen, graph_options


@click.command()
@graph_options
@click.option(
    "--strict",
    is_flag=True,
    help="End with 1 where claims drift, contradict each other, outdo what they cite or lack a "
    "paper.",
)
@click.option("--ledger", is_flag=True, help="List every proposition with its claims by certainty.")
def audit(*, graph: Path | None, store: Path | None, strict: bool, ledger: bool) -> int:
    """Show what the claims of a graph rest on.

    Claims by certainty and citation, propositions that drift from one certainty to another,
    contradictions, claims that are surer than what they cite, claims without a paper, and what was
    not understood.
    """
    found = examine(chosen(graph, store))
    click.echo(render(found, ledger=ledger))
    return FOUND_FAULTS if strict and found.faults else DONE
