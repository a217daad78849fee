"""Annotated text → precision, recall and F1, with what was missed and what was too much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import KgError
from kg.evaluate.counts import Counts, count, total
from kg.evaluate.extension import extend
from kg.evaluate.faults import faults
from kg.evaluate.gold import GoldClaim, GoldTerm, GoldText
from kg.evaluate.jsonl import read_jsonl
from kg.evaluate.markdown import read_markdown
from kg.evaluate.score import Score, score
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Article
from kg.pipeline import read_article
from kg.read import read

__all__ = [
    "Counts",
    "GoldClaim",
    "GoldTerm",
    "GoldText",
    "Score",
    "count",
    "evaluate",
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
