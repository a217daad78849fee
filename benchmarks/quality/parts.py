"""The parts that are measured alike: texts with all their claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.quality import prose, real
from benchmarks.quality.places import CLAIMS
from kg.evaluate import Counts, Score, evaluate, read_gold, total
from kg.model.ontology import Ontology

CLAIMS_NOTE = (
    "The suites of `tests/claims`, `known_misses` included: a tour of constructions. As many of\n"
    "the sentences state nothing."
)


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
    """Our own tour of how claims are read, what it is known to miss included."""
    results = {
        path.stem: tuple(evaluate(read_gold(path), ontology))
        for path in sorted(CLAIMS.glob("*.md"))
        if path.name != "README.md"
    }
    shown = tuple(score for scores in results.values() for score in scores)
    rows = {name: total(scores) for name, scores in results.items()} | {"all": total(shown)}
    yield Part(title="Our own sentences", note=CLAIMS_NOTE, rows=rows, shown=shown)


MEASURES: Mapping[str, Callable[[Ontology], Iterator[Part]]] = {
    "prose": measure_prose,
    "real": measure_real,
    "claims": measure_claims,
}
