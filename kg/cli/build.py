"""`kg build`: articles → graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from kg import api, ontology as ontologies
from kg.cli.codes import BAD_INPUT, DONE, PARTLY_DONE
from kg.cli.files import STANDARD, put
from kg.cli.notes import notes, replaced
from kg.cli.ontologies import ontology_options
from kg.cli.talk import complain, detail, say, warn
from kg.errors import KgError
from kg.model.claim import Reading
from kg.rdf import to_quads
from kg.rdf.bare import Bare
from kg.reliability import read_reliability
from kg.store import serialize
from kg.store.dataset import replace

ENDING_TO_FORMAT = {".trig": "trig", ".nq": "nq", ".ttl": "ttl", ".jsonld": "jsonld"}


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]…", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Where to write; the ending gives the format: {' '.join(ENDING_TO_FORMAT)}.",
)
@click.option(
    "--to",
    type=click.Choice(list(ENDING_TO_FORMAT.values())),
    help="The format where no ending gives it (else TriG).",
)
@click.option("--from", "source_format", metavar="FORMAT", help="The format of the articles.")
@click.option(
    "--store",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A store to put the articles into; each replaces what the store held of it.",
)
@ontology_options
@click.option("--id", "iri", metavar="IRI", help="The article's IRI.")
@click.option(
    "--bare",
    type=click.Choice(["strict", "all"]),
    default="strict",
    show_default=True,
    help="Plain triples only for what holds without reserve, or for all that is affirmed.",
)
@click.option(
    "--no-text",
    "text",
    flag_value=False,
    default=True,
    help="Leave out the article's text, where its rights forbid it.",
)
@click.option(
    "--reliability",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What kg eval --calibrate measured, in place of what ships with kg.",
)
def build(
    *,
    articles: tuple[Path, ...],
    output: Path | None,
    to: str | None,
    source_format: str | None,
    store: Path | None,
    ontology: tuple[Path, ...],
    default_ontology: bool,
    iri: str | None,
    bare: Bare,
    text: bool,
    reliability: Path | None,
) -> int:
    """Read articles and write the graph of what they claim.

    ARTICLE is a file; - is standard input; without any, kg reads the article that it ships with.
    """
    if iri and len(articles) > 1:
        message = "--id names one article: build the others by themselves"
        raise click.UsageError(message, click.get_current_context())
    written_as = _format(output, to)
    loaded = ontologies.load(ontology, default=default_ontology)
    read = partial(
        api.read_file,
        ontology=loaded,
        iri=iri,
        source_format=source_format,
        measured=read_reliability(reliability) if reliability else None,
    )
    readings = list(_readings(articles or (api.shipped_article(),), read))
    if not readings:
        return BAD_INPUT
    quads = [q for reading in readings for q in to_quads(reading, loaded, bare=bare, text=text)]
    data = serialize(quads, written_as) if output or not store else None
    if store:
        lost = () if iri else tuple(replaced(store, readings))
        replace(store, quads)
        for words in lost:
            warn(words)
    if data is not None:
        put(data, output)
    _report(readings, [place for place in (output, store) if place])
    return DONE if len(readings) == max(len(articles), 1) else PARTLY_DONE


def _format(output: Path | None, to: str | None) -> str:
    """Return the format that the ending of the file gives, else `to`, else TriG."""
    ending = output.suffix.lower() if output else ""
    if not ending or output == STANDARD:
        return to or "trig"
    if ending not in ENDING_TO_FORMAT:
        message = f"cannot write {ending}: the endings are {', '.join(ENDING_TO_FORMAT)}"
        raise click.UsageError(message, click.get_current_context())
    if to and to != ENDING_TO_FORMAT[ending]:
        warn(f"written as {ending[1:]}, as the ending of {output} says; --to {to} is not used")
    return ENDING_TO_FORMAT[ending]


def _readings(paths: Sequence[Path], read: Callable[[Path], Reading]) -> Iterator[Reading]:
    """Yield what could be read; say what could not, and why."""
    seen: dict[str, Path] = {}
    for path in paths:
        try:
            reading = read(path)
            api.refuse_twin(reading.article.iri, path, seen)
        except KgError as fault:
            complain(str(fault))
            continue
        for words in notes(reading):
            warn(f"{path}: {words}")
        detail(
            f"{path}: {len(reading.sentences)} sentences, {len(reading.mentions)} mentions, "
            f"{len(reading.claims)} claims"
        )
        yield reading


def _report(readings: Sequence[Reading], places: Sequence[Path]) -> None:
    claims = sum(len(reading.claims) for reading in readings)
    if places:
        where = " and ".join(map(str, places))
        say(f"Wrote {where}: {_count(len(readings), 'article')}, {_count(claims, 'claim')}.")


def _count(number: int, noun: str) -> str:
    """Say a number with its noun.

    >>> _count(1, "claim"), _count(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
