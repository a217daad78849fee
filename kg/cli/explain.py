"""`kg explain`: how a sentence or a claim was read."""

from __future__ import annotations

import re
from pathlib import Path

import click

from kg import ontology as ontologies
from kg.cli.graphs import chosen, graph_options
from kg.cli.ontologies import ontology_options
from kg.explain import explain_claim, explain_text, render

CLAIM = re.compile(r"<\S*>|[A-Za-z][\w.+-]*:\S+|c-[0-9a-f]+…?")


@click.command()
@click.argument("sentence_or_claim", metavar="SENTENCE|CLAIM")
@graph_options
@ontology_options
def explain(
    *,
    sentence_or_claim: str,
    graph: Path | None,
    store: Path | None,
    ontology: tuple[Path, ...],
    default_ontology: bool,
) -> None:
    """Show how a sentence or a claim was read.

    Give a sentence in quotes, or a claim of the graph by its id (kg query --name claims), CURIE or
    IRI. Shown are the parse, the names,
    the predicates with their steps, the cues, and why a candidate was refused.
    """
    if not sentence_or_claim.strip():
        message = "give a sentence in quotes, or the id of a claim"
        raise click.UsageError(message, click.get_current_context())
    loaded = ontologies.load(ontology, default=default_ontology)
    if _is_claim(sentence_or_claim):
        one = explain_claim(chosen(graph, store), sentence_or_claim, loaded)
        click.echo(render((one,)))
    else:
        click.echo(render(explain_text(sentence_or_claim, loaded)))


def _is_claim(words: str) -> bool:
    """Whether the argument is an id, a CURIE or an IRI, not words.

    >>> _is_claim("https://e.org/a#c-1"), _is_claim("See https://e.org/a#c-1 for zinc.")
    (True, False)
    >>> [_is_claim(words) for words in ("c-0f", "<urn:a>", "kg:ssri", "c-Fos.", "Zinc helps: yes")]
    [True, True, True, False, False]
    """
    return bool(CLAIM.fullmatch(words.strip()))
