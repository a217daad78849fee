"""Where what was measured of reliability lies: `data/reliability.tsv`, written by
``kg eval --calibrate`` and read once.

A table of tabs: form of the trigger, steps (blanks between them), how many readings were right, of
how many; ``-`` stands for no step or no form. Lines with ``#`` say on which texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from kg.errors import KgError
from kg.extract.reliability import Measured, Sort, Tally, rate
from kg.model.claim import Reading, Stage
from kg.model.ontology import Ontology
from kg.places import shipped

HEADER = ("form", "steps", "right", "n")
NOTHING = "-"


def rate_claims(reading: Reading, _ontology: Ontology) -> Reading:
    """Give each claim its reliability, by what ships with kg: the last stage."""
    return rate(reading, shipped_reliability())


def rate_by(measured: Measured) -> Stage:
    """Return such a stage for what somebody measured."""
    return lambda reading, _: rate(reading, measured)


@lru_cache(maxsize=1)
def shipped_reliability() -> Measured:
    """Return what ships, read once."""
    return read_reliability(shipped("data/reliability.tsv"))


def read_reliability(path: Path) -> Measured:
    """Read a table. Raises KgError with the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as fault:
        raise KgError("cannot be read", where=str(path), hint="check the path") from fault
    rows = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows or tuple(rows[0][1].split("\t")) != HEADER:
        hint = f"kg eval --calibrate writes one: {' '.join(HEADER)}"
        raise KgError("is no table of reliability", where=str(path), hint=hint)
    found: dict[Sort, Tally] = {}
    for number, line in rows[1:]:
        sort, tally = _row(line, f"{path}:{number}")
        found[sort] = found.get(sort, Tally(0, 0)) + tally
    return Measured(tuple(sorted(found.items(), key=lambda pair: pair[0])))


def _row(line: str, where: str) -> tuple[Sort, Tally]:
    try:
        form, steps, right, n = line.split("\t")
        tally = Tally(int(right), int(n))
    except ValueError as fault:
        raise KgError("not a row of reliability", where=where, hint="four cells a row") from fault
    if not 0 <= tally.right <= tally.n:
        hint = "right is a part of n"
        raise KgError(f"{right} of {n} cannot be right", where=where, hint=hint)
    names = () if steps == NOTHING else tuple(sorted(set(steps.split())))
    return Sort("" if form == NOTHING else form, names), tally


def render_reliability(measured: Measured, notes: Iterable[str]) -> str:
    """Return the table as text, headed by `notes`, a line each."""
    return "".join(f"{line}\n" for line in _lines(measured, notes))


def _lines(measured: Measured, notes: Iterable[str]) -> Iterator[str]:
    yield from (f"# {note}" for note in notes)
    yield "\t".join(HEADER)
    for sort, tally in measured.tallies:
        steps = " ".join(sort.steps) or NOTHING
        yield "\t".join((sort.form or NOTHING, steps, str(tally.right), str(tally.n)))
