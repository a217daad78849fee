"""Annotated text → precision, recall and F1, with what was missed and what was too much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.evaluate.counts import Counts, count, total
from kg.evaluate.extension import extend
from kg.evaluate.faults import faults
from kg.evaluate.gold import GoldClaim, GoldTerm, GoldText
from kg.evaluate.jsonl import read_jsonl
from kg.evaluate.markdown import read_markdown
from kg.evaluate.render import render_misses, render_table
from kg.evaluate.score import Score, score
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Article
from kg.pipeline import read_article
from kg.read import read

__all__ = [
    "Counts",
    "Evaluation",
    "GoldClaim",
    "GoldTerm",
    "GoldText",
    "Score",
    "count",
    "evaluate",
    "evaluate_files",
    "extend",
    "faults",
    "read_gold",
    "score",
    "total",
]

READERS: dict[str, Callable[[Path], tuple[GoldText, ...]]] = {
    ".jsonl": read_jsonl,
    ".md": read_markdown,
}


def read_gold(path: Path) -> tuple[GoldText, ...]:
    """Read annotated text: a Markdown suite, or JSON lines. Raises KgError where it is neither."""
    if path.suffix not in READERS:
        raise KgError(
            f"{path.name} is not annotated text", hint="give a .md suite or a file of JSON lines"
        )
    if not path.exists():
        raise KgError("there is no such file", where=str(path))
    return READERS[path.suffix](path)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evaluation:
    """Files of annotated text with their results. `f1` is that of all of them."""

    results: Mapping[str, tuple[Score, ...]]

    @property
    def f1(self) -> float:
        """F1 of all texts taken together."""
        return total(score for scores in self.results.values() for score in scores).f1

    def __str__(self) -> str:
        """A table, one line a file, and one of all where there are several."""
        rows = {name: total(scores) for name, scores in self.results.items()}
        if len(rows) > 1:
            rows["all"] = sum(rows.values(), Counts())
        return render_table(rows)

    def misses(self) -> str:
        """Sentence by sentence what was missed or too much; empty where all is right."""
        scores = (score for scores in self.results.values() for score in scores)
        return "\n".join(line for score in scores for line in render_misses(score))


def evaluate_files(paths: Sequence[Path], ontology: Ontology) -> Evaluation:
    """Read files of annotated text and compare. Raises KgError for the first that is none."""
    texts = {str(path): read_gold(path) for path in paths}
    return Evaluation(
        results={name: tuple(evaluate(gold, ontology)) for name, gold in texts.items()}
    )


def evaluate(texts: Iterable[GoldText], ontology: Ontology) -> Iterator[Score]:
    """Read each text with the names that its gold takes as known, and compare."""
    extended: dict[tuple[GoldTerm, ...], Ontology] = {}
    for gold in texts:
        if gold.terms not in extended:
            extended = {gold.terms: extend(ontology, gold.terms)}
        known = extended[gold.terms]
        yield score(read_text(gold.text, known), gold, known)


def read_text(text: str, ontology: Ontology) -> Reading:
    """Read a text that is no file, as plain text."""
    return read_article(_article(text), ontology)


def _article(text: str) -> Article:
    return read(text.encode(), name="text.txt", format="plain")
