"""`kg eval`: precision, recall and F1 against annotated text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import click

from kg import ontology as ontologies
from kg.cli.codes import DONE, FOUND_FAULTS
from kg.cli.files import put
from kg.cli.ontologies import ontology_options
from kg.cli.talk import say
from kg.evaluate import evaluate as compare, read_gold, total
from kg.evaluate.calibrate import calibrate as measure, notes_of, render_reliability_of
from kg.evaluate.render import render_legend, render_misses, render_table
from kg.evaluate.score import Score
from kg.reliability import render_reliability


@click.command("eval")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@ontology_options
@click.option("--misses", is_flag=True, help="Show each sentence that was not read as annotated.")
@click.option(
    "--calibrate",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write how often each sort of reading was right.",
)
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
    calibrate: Path | None,
    least: float | None,
) -> int:
    """Score kg against annotated text.

    GOLD is a Markdown suite such as those in tests/claims, or a file of JSON lines. P, R and F1 are
    precision, recall and their mean; "P named" leaves out claims with an end that the gold names
    nowhere; "certainty" and "qualifiers" are those right of those judged, "forbidden" the claims
    read of those that must not be. --misses ends with what its signs mean. --calibrate counts the
    claims read by form of the trigger and steps, right and wrong; kg build --reliability FILE then
    gives each claim the reliability that follows.
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
    if calibrate:
        _write_reliability(calibrate, scores)
    if least is not None and overall.f1 < least:
        say(f"F1 is {overall.f1:.3f}, below {least}.")
        return FOUND_FAULTS
    return DONE


def _write_reliability(target: Path, scores: Mapping[str, list[Score]]) -> None:
    """Write the table and show it; raises KgError, and writes nothing, where no claim was read."""
    measured = measure(score for part in scores.values() for score in part)
    texts: Counter[str] = Counter()
    for name, part in scores.items():
        texts[Path(name).name] += len(part)
    put(render_reliability(measured, notes_of(texts, measured)).encode(), target)
    click.echo(f"\n{render_reliability_of(measured)}")
    say(f"Wrote {target}: {len(measured.tallies)} sorts of reading.")
