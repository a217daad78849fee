"""The parts that are measured alike: texts with all their claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality import prose, real
from benchmarks.quality.places import CLAIMS, rows
from benchmarks.quality.suites import BLIND, suites
from benchmarks.quality.tables import table
from kg.evaluate import Counts, Score, evaluate, total
from kg.model.ontology import Ontology

CLAIMS_NOTE = (
    "The suites of `tests/claims`, each with what is known to be missed of it: a tour of\n"
    "constructions. As many of the sentences state nothing."
)
BLIND_NOTE = (
    "The suites of `tests/claims/blind`, each with what is known to be missed of it. Their\n"
    "authors were given the definitions alone; all was committed before the first run.\n"
    "They were looked at since, so that only the first run's figures say how a new text fares."
)
FIRST_RUN = ("first run", "texts", "claims", "found", "precision", "recall")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part's table with what is said of it, and the results that may be shown."""

    title: str
    note: str
    rows: Mapping[str, Counts]
    shown: tuple[Score, ...]


def measure(name: str, ontology: Ontology) -> Iterator[Part]:
    """Measure "prose", "real" or "claims"."""
    yield from MEASURES[name](ontology)


def measure_prose(ontology: Ontology) -> Iterator[Part]:
    """Popular sentences and passages."""
    results = {
        name: tuple(evaluate(prose.texts(name), ontology)) for name in ("sentences", "passages")
    }
    yield Part(
        title="Popular prose",
        note="Single sentences, and passages full of pronouns; each was written with its claims.",
        rows={name: total(scores) for name, scores in results.items()},
        shown=tuple(score for scores in results.values() for score in scores),
    )


def measure_real(ontology: Ontology) -> Iterator[Part]:
    """Popular texts and abstracts of others, names given."""
    for name, (title, note) in real.NAME_TO_TITLE.items():
        shown, held = real.split(real.texts(name))
        results = tuple(evaluate(shown, ontology))
        yield Part(
            title=title,
            note=note,
            rows={
                "developed on": total(results),
                "held out": total(evaluate(held, ontology)),
            },
            shown=results,
        )


def measure_claims(ontology: Ontology) -> Iterator[Part]:
    """Our own tour of how claims are read, then sentences by others, with their first run."""
    yield _suites(CLAIMS, "Our own sentences", CLAIMS_NOTE, ontology)
    yield _suites(BLIND, "Sentences by others", f"{BLIND_NOTE}\n\n{first_run()}\nNow:", ontology)


def first_run() -> str:
    """Return what was found when the sentences by others were read for the first time."""
    return table(FIRST_RUN, rows("first_run.tsv"))


def _suites(folder: Path, title: str, note: str, ontology: Ontology) -> Part:
    """Measure a folder's suites: a row each, and one for all."""
    results = {
        suite.path.stem: tuple(evaluate((*suite.texts, *suite.missed), ontology))
        for suite in suites(folder)
    }
    shown = tuple(score for scores in results.values() for score in scores)
    counts = {name: total(scores) for name, scores in results.items()} | {"all": total(shown)}
    return Part(title=title, note=note, rows=counts, shown=shown)


MEASURES: Mapping[str, Callable[[Ontology], Iterator[Part]]] = {
    "prose": measure_prose,
    "real": measure_real,
    "claims": measure_claims,
}
