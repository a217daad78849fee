"""How often each sort of reading is right: measured on the texts that reading was developed on,
written to data/reliability.tsv, and held against the texts that were held out.

``python -m benchmarks.quality.calibration`` (make calibrate) writes what ships with kg.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.quality import prose, real
from benchmarks.quality.places import GOLD, ROOT
from kg.errors import KgError
from kg.evaluate import Score, evaluate
from kg.evaluate.calibrate import calibrate, notes_of, render_reliability_of
from kg.model.ontology import Ontology
from kg.ontology import load
from kg.reliability import render_reliability

PATH = ROOT / "data" / "reliability.tsv"
BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 1.01))


def main() -> int:
    """Write the table that ships."""
    if not GOLD.exists():
        sys.exit(
            f"the annotated text is not here: {GOLD} (it is no part of kg); nothing is written"
        )
    scores = developed_on(load())
    measured = calibrate(score for part in scores.values() for score in part)
    texts = {name: len(part) for name, part in scores.items()}
    notes = ["Written by `make calibrate`.", *notes_of(texts, measured)]
    beside = PATH.with_suffix(".tsv.new")
    beside.write_text(render_reliability(measured, notes), encoding="utf-8")
    beside.replace(PATH)
    print(render_reliability_of(measured))
    print(f"wrote {PATH.relative_to(ROOT)}: {len(measured.tallies)} sorts of reading")
    return 0


def developed_on(ontology: Ontology) -> dict[str, tuple[Score, ...]]:
    """Score the developed-on part of the texts of others, and the passages of popular prose."""
    parts = {
        f"developed-on part of {name}": real.split(real.texts(name))[0]
        for name in real.NAME_TO_TITLE
    }
    parts["passages of popular prose"] = prose.texts("passages")
    return {name: tuple(evaluate(texts, ontology)) for name, texts in parts.items()}


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's reliability, and whether the claim is right."""

    reliability: float
    right: bool


def held_out(ontology: Ontology) -> tuple[Judged, ...]:
    """Judge the claims read of the texts held out."""
    texts = [text for name in real.NAME_TO_TITLE for text in real.split(real.texts(name))[1]]
    return tuple(judged for score in evaluate(texts, ontology) for judged in judged_of(score))


def judged_of(score: Score) -> Iterator[Judged]:
    """Yield the claims of a text that are right or too much."""
    for right, claims in ((True, score.right), (False, score.extra)):
        for claim in claims:
            assert claim.reliability is not None  # the last stage gives every claim one
            yield Judged(claim.reliability, right)


def rows_of(judged: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    """Yield a row a band: claims, mean reliability, share right."""
    for low, high in BANDS:
        inside = [one for one in judged if low <= one.reliability < high]
        if inside:
            name = f"{low:.1f}–{min(high, 1):.1f}"
            yield (name, str(len(inside)), *(f"{figure:.2f}" for figure in means(inside)))
    if judged:
        yield ("all", str(len(judged)), *(f"{figure:.2f}" for figure in means(judged)))


def means(judged: Sequence[Judged]) -> tuple[float, float]:
    """Return the mean reliability and the share that is right; `judged` is not empty."""
    n = len(judged)
    return sum(one.reliability for one in judged) / n, sum(one.right for one in judged) / n


def brier(judged: Sequence[Judged], one_for_all: float | None = None) -> float:
    """Return the mean square of reliability (or of one figure for all) less what came (1 right,
    0 wrong): 0 is best (Brier 1950).
    """
    figures = [one.reliability if one_for_all is None else one_for_all for one in judged]
    return sum((p - one.right) ** 2 for p, one in zip(figures, judged, strict=True)) / len(judged)


def ranked(judged: Sequence[Judged]) -> float:
    """Return how often a right claim has a higher reliability than a wrong one, ties a half; a
    half where there are not both.
    """
    right = [one.reliability for one in judged if one.right]
    wrong = [one.reliability for one in judged if not one.right]
    if not right or not wrong:
        return 0.5
    won = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    return won / (len(right) * len(wrong))


def section(ontology: Ontology, table: Callable[..., str]) -> Iterator[str]:
    """Yield the part of docs/quality.md; `table` writes a header and rows."""
    judged = held_out(ontology)
    yield "## Reliability\n"
    yield (
        "What `data/reliability.tsv` says of the claims read in the texts held out (prose and\n"
        "abstracts), against how many of them are right. It was counted on the others.\n"
    )
    yield table(("reliability", "claims", "mean", "right"), rows_of(judged))
    one_for_all = means(judged)[1]
    yield (
        f"Brier score {brier(judged):.3f}; giving every claim the share that is right here would\n"
        f"score {brier(judged, one_for_all):.3f}. Of a right and a wrong claim, the right one has\n"
        f"the higher reliability in {ranked(judged):.0%} of pairs (ties count a half).\n"
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
