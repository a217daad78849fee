"""How fast kg reads, beside the parser that it leans on, on the same text in the same run."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import spacy
from spacy.language import Language

from benchmarks.quality import real
from benchmarks.quality.tables import table
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Article
from kg.parse import load_model, parse
from kg.pipeline import STAGES
from kg.read import read
from training.places import SMALL

ROUNDS = 3  # the best of so many is taken; the first round also warms caches
NOTE = """The texts of others joined to one article, with the shipped ontology; processor time on
one core, everything loaded before, the best of several rounds. What counts are the ratios: the
kilobytes are those of the machine that wrote this page.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds: the whole pipeline, its parsing stage, kg's model alone, en_core_web_sm."""

    characters: int
    whole: float
    parsing: float
    model: float
    small: float | None  # None where it is not there


def page(ontology: Ontology, misses: bool = False) -> Iterator[str]:  # noqa: ARG001 - none to show
    """Yield the section of the report."""
    text = "\n\n".join(t.text for name in real.NAME_TO_TITLE for t in real.texts(name))
    yield f"## Speed\n\n{NOTE}"
    with one_core():
        times = measure(text, ontology)
    yield table(("", "", "asked"), rows(times))
    if not SMALL.exists():
        yield "en_core_web_sm was not there to be compared (`python -m training.fetch`).\n"


def rows(times: Times) -> Iterator[tuple[str, str, str]]:
    """Yield the cells."""
    yield "kilobytes of text a second", f"{times.characters / 1000 / times.whole:.0f}", "–"
    yield "share of the stage that parses", f"{times.parsing / times.whole:.2f}", "–"
    yield "speed, of kg's model as a bare pipeline", f"{times.model / times.whole:.2f}", "≥ .5"
    if times.small is not None:
        yield "speed, of en_core_web_sm's whole pipeline", f"{times.small / times.whole:.2f}", "≥ 1"


def measure(text: str, ontology: Ontology) -> Times:
    """Time everything by turns, so that a slow moment of the machine strikes all alike."""
    article = read(text.encode(), name="texts.txt", format="plain")
    paragraphs = [block.span.of(article.text) for block in article.blocks]
    model = load_model()
    small = spacy.load(SMALL) if SMALL.exists() else None
    whole, parsing, bare, other = [], [], [], []
    for _ in range(ROUNDS):
        seconds = by_stage(article, ontology)
        whole.append(sum(seconds.values()))
        parsing.append(seconds[parse.__name__])
        bare.append(piped(model, paragraphs))
        if small is not None:
            other.append(piped(small, paragraphs))
    return Times(
        characters=len(text),
        whole=min(whole),
        parsing=min(parsing),
        model=min(bare),
        small=min(other, default=None),
    )


def by_stage(article: Article, ontology: Ontology) -> dict[str, float]:
    """Read an article; return the seconds of each stage."""
    reading = Reading(article=article)
    seconds = {}
    for stage in STAGES:
        start = time.process_time()
        reading = stage(reading, ontology)
        seconds[stage.__name__] = time.process_time() - start
    return seconds


def piped(nlp: Language, texts: list[str]) -> float:
    """Send texts through a pipeline as spaCy's users do; return the seconds."""
    start = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - start


@contextmanager
def one_core() -> Iterator[None]:
    """Keep the process on one core where the system can do that, so that no thread helps."""
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if cores:
        os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        if cores:
            os.sched_setaffinity(0, cores)
