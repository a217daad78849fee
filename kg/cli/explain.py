"""`kg explain`: how a sentence, a claim or a place of an article was read."""

from __future__ import annotations

import re
from pathlib import Path

import click

from kg import ontology as ontologies
from kg.cli.graphs import chosen, graph_options
from kg.cli.ontologies import ontology_options
from kg.explain import (
    Explanation,
    article_in,
    explain_claim,
    explain_place,
    explain_quote,
    explain_text,
    render,
)
from kg.model.ontology import Ontology
from kg.model.text import Article, Span
from kg.read import load

CLAIM = re.compile(r"<\S*>|[A-Za-z][\w.+-]*:\S+|c-[0-9a-f]+…?")
PLACE = re.compile(r"\[?(\d+)(?:\s?[-–:]\s?(\d+))?\]?")


@click.command()
@click.argument("what", metavar="SENTENCE|CLAIM|PLACE")
@click.option(
    "--article",
    metavar="FILE|TITLE",
    help="The article of the place or sentence: a file, or one of the graph. It may be left out "
    "where the graph holds one article.",
)
@graph_options
@ontology_options
def explain(
    *,
    what: str,
    article: str | None,
    graph: Path | None,
    store: Path | None,
    ontology: tuple[Path, ...],
    default_ontology: bool,
) -> None:
    """Show how a sentence, a claim or a place was read.

    Give a sentence in quotes; a claim of the graph by its id (kg query --name claims), CURIE or
    IRI; or a place in an article, 120-260 or 120, as kg audit prints it. Shown are the parse, the
    names, what pronouns mean and might have meant, what citations and words of doubt govern,
    the predicates with their steps, and why a candidate was refused.
    """
    if not what.strip():
        message = "give a sentence in quotes, the id of a claim, or a place such as 120-260"
        raise click.UsageError(message, click.get_current_context())
    loaded = ontologies.load(ontology, default=default_ontology)
    within = _article(article, graph, store) if article or _place(what) else None
    if within is not None:
        click.echo(render(_within(within, what, loaded), places=True))
    elif _is_claim(what):
        click.echo(render((explain_claim(chosen(graph, store), what, loaded),), places=True))
    else:
        click.echo(render(explain_text(what, loaded)))


def _within(article: Article, what: str, ontology: Ontology) -> tuple[Explanation, ...]:
    place = _place(what)
    if place is not None:
        return explain_place(article, place, ontology)
    return explain_quote(article, what, ontology)


def _article(name: str | None, graph: Path | None, store: Path | None) -> Article:
    """Return the article in a file of that name, else that of the graph."""
    if name is not None and Path(name).exists():
        return load(Path(name))
    if graph is None and store is None and name is not None and Path(name).suffix:
        return load(Path(name))  # which says what is wrong with the path
    return article_in(chosen(graph, store), name)


def _place(words: str) -> Span | None:
    """Return the place that the argument names.

    >>> _place("120-260"), _place("120"), _place("2 mg")
    (Span(start=120, end=260), Span(start=120, end=120), None)
    """
    found = PLACE.fullmatch(words.strip())
    return Span(int(found[1]), int(found[2] or found[1])) if found else None


def _is_claim(words: str) -> bool:
    """Whether the argument is an id, a CURIE or an IRI, not words.

    >>> _is_claim("https://e.org/a#c-1"), _is_claim("See https://e.org/a#c-1 for zinc.")
    (True, False)
    >>> [_is_claim(words) for words in ("c-0f", "<urn:a>", "kg:ssri", "c-Fos.", "Zinc helps: yes")]
    [True, True, True, False, False]
    """
    return bool(CLAIM.fullmatch(words.strip()))
