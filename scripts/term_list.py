"""The checked-in list of terms, `data/terms/*.tsv`: facts that we wrote down ourselves."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError

COLUMNS = (
    "name",
    "label",
    "kind",
    "alternatives",
    "hidden",
    "member_of",
    "is_a",
    "product_of",
    "matches",
)
NO_MATCH = "-"  # in the column `matches`: no public id is to be sought


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTerm:
    """A row of the list. `name`, `kind` and the terms that it points to are local names of kg:;
    `matches` are CURIEs that somebody wants; `seek` is whether equal labels may give more.
    """

    name: str
    label: str
    kind: str
    alternatives: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    is_a: tuple[str, ...] = ()
    product_of: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    seek: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The label, then all other names."""
        return (self.label, *self.alternatives, *self.hidden)


def read_terms(folder: Path) -> tuple[ListedTerm, ...]:
    """Read every list of the folder, file by file in the order of their names."""
    terms = tuple(term for path in sorted(folder.glob("*.tsv")) for term in _read(path))
    if not terms:
        raise KgError("no list of terms", where=str(folder), hint="it holds *.tsv files")
    _refuse_faults(terms, folder)
    return terms


def _read(path: Path) -> list[ListedTerm]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise KgError("unknown columns", where=f"{path}:1", hint="write " + ", ".join(COLUMNS))
    return [_term(row, f"{path}:{line}") for line, row in enumerate(rows[1:], start=2)]


def _term(row: list[str], where: str) -> ListedTerm:
    if len(row) != len(COLUMNS):
        raise KgError(f"{len(row)} columns instead of {len(COLUMNS)}", where=where)
    name, label, kind, *lists = row
    alternatives, hidden, member_of, is_a, product_of, matches = (
        tuple(entry for entry in cell.split("|") if entry) for cell in lists
    )
    return ListedTerm(
        name=name,
        label=label,
        kind=kind,
        alternatives=alternatives,
        hidden=hidden,
        member_of=member_of,
        is_a=is_a,
        product_of=product_of,
        matches=tuple(curie for curie in matches if curie != NO_MATCH),
        seek=NO_MATCH not in matches,
    )


def _refuse_faults(terms: tuple[ListedTerm, ...], folder: Path) -> None:
    known: set[str] = set()
    for term in terms:
        if term.name in known:
            raise KgError(f"{term.name} stands twice", where=str(folder))
        known.add(term.name)
    for term in terms:
        for other in (*term.member_of, *term.is_a, *term.product_of):
            if other not in known:
                hint = "point to the name of a listed term"
                raise KgError(f"{term.name} points to {other}", where=str(folder), hint=hint)
