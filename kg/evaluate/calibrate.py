"""Scores → how often each sort of reading was right, and the words that go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import KgError
from kg.evaluate.render import render_columns
from kg.evaluate.score import Score
from kg.extract.reliability import Level, Measured, Sort, estimate, levels, of_step, tally

MEASURED_BY = "How often kg's readings were right, by form of the trigger and steps passed."
RIGHT = (
    "Right is what the annotation says, too; a claim about a thing that it names nowhere is wrong."
)


def calibrate(scores: Iterable[Score]) -> Measured:
    """Count the claims found, right and extra; those that do not count for precision are left out.

    Raises KgError where there are none.
    """
    measured = tally(
        (claim, right)
        for score in scores
        for right, claims in ((True, score.right), (False, score.extra))
        for claim in claims
    )
    if not measured.tallies:
        hint = "give annotated text of which kg reads something"
        raise KgError("no claim was read, so there is nothing to calibrate on", hint=hint)
    return measured


def notes_of(texts: Mapping[str, int], measured: Measured) -> Iterator[str]:
    """Yield the head of the table. `texts`: how many texts each source has."""
    every = measured.of(lambda _: True)
    yield MEASURED_BY
    yield f"On {', '.join(f'{name} ({_texts(n)})' for name, n in texts.items())}:"
    yield f"{every.n} claims read, {every.right} of them right."
    yield RIGHT


def _texts(n: int) -> str:
    return f"{n} text" + "s" * (n != 1)


def render_reliability_of(measured: Measured) -> str:
    """Return counts and estimates of all readings, of each form, and of each step with it."""
    return render_columns([("reading", "right", "n", "reliability"), *_rows(measured)])


def _rows(measured: Measured) -> Iterator[tuple[str, ...]]:
    sorts = [sort for sort, _ in measured.tallies]
    yield _row("all", levels(Sort(""), measured)[:1])
    for form in sorted({sort.form for sort in sorts}):
        wider = levels(Sort(form), measured)[:2]
        yield _row(form or "other", wider)
        for step in sorted({step for sort in sorts if sort.form == form for step in sort.steps}):
            yield _row(f"  {step}", (*wider, of_step(form, step, measured)))


def _row(name: str, nested: Sequence[Level]) -> tuple[str, ...]:
    tally = nested[-1].tally
    return name, str(tally.right), str(tally.n), f"{estimate(nested):.2f}"
