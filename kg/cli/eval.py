"""`kg eval`: precision, recall and F1 against annotated text."""

from __future__ import annotations

from pathlib import Path

import click

from kg import ontology as ontologies
from kg.cli.codes import DONE, FOUND_FAULTS
from kg.cli.ontologies import ontology_options
from kg.cli.talk import say
from kg.evaluate import evaluate as compare, read_gold, total
from kg.evaluate.render import render_legend, render_misses, render_table


@click.command("eval")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@ontology_options
@click.option("--misses", is_flag=True, help="Show each sentence that was not read as annotated.")
@click.option(
    "--min",
    "least",
    type=click.FloatRange(0, 1),
    metavar="F1",
    help="End with 1 where the F1 of all files together is lower.",
)
def evaluate(
    *,
    gold: tuple[Path, ...],
    ontology: tuple[Path, ...],
    default_ontology: bool,
    misses: bool,
    least: float | None,
) -> int:
    """Score kg against annotated text.

    GOLD is a Markdown suite such as those in tests/claims, or a file of JSON lines. P, R and F1 are
    precision, recall and their mean; "P named" leaves out claims with an end that the gold names
    nowhere; "certainty" and "qualifiers" are those right of those judged, "forbidden" the claims
    read of those that must not be. --misses ends with what its signs mean.
    """
    texts = {path: read_gold(path) for path in gold}
    loaded = ontologies.load(ontology, default=default_ontology)
    scores = {str(path): list(compare(texts[path], loaded)) for path in gold}
    results = [score for part in scores.values() for score in part]
    if misses:
        for line in (line for score in results for line in render_misses(score)):
            click.echo(line)
        click.echo(render_legend())
    rows = {name: total(part) for name, part in scores.items()}
    overall = total(results)
    click.echo(render_table(rows | ({"all": overall} if len(rows) > 1 else {})))
    if least is not None and overall.f1 < least:
        say(f"F1 is {overall.f1:.3f}, below {least}.")
        return FOUND_FAULTS
    return DONE
