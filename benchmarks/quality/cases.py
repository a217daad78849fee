"""Small inputs on which comparable software went wrong in public, each with the right outcome.

Measured here are those that are text or a reference list: sentences, names, abbreviations, what
points back, citations, quantities, references, claims. The rest (graphs, pages, other formats,
ontologies) belongs to the tests of their rooms.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.case_checks import CHECKS, Case
from benchmarks.quality.case_claims import claims, no_claims
from benchmarks.quality.places import GOLD
from kg.evaluate import GoldTerm, extend
from kg.evaluate.names import names
from kg.model.ontology import Ontology
from kg.pipeline import read_article
from kg.read import read

KINDS = ("text", "references")
ALL_CHECKS = CHECKS | {"claims": claims, "no_claims": no_claims}


@dataclass(frozen=True, slots=True)
class Result:
    """A case with what was asked of it: pairs of what, in words, and whether it is right."""

    name: str
    checks: tuple[tuple[str, str, bool], ...]  # key, what, right

    @property
    def right(self) -> bool:
        """Whether everything is right."""
        return all(right for _, _, right in self.checks)


def measure(ontology: Ontology) -> tuple[Result, ...]:
    """Read every case and compare."""
    lines = (GOLD / "cases" / "cases.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    return tuple(
        Result(data["id"], tuple(_checks(data, ontology)))
        for data in cases
        if data["input_kind"] in KINDS and "ontology" not in data["input"]
    )


def _checks(data: Mapping[str, Any], ontology: Ontology) -> Iterator[tuple[str, str, bool]]:
    given = data["input"]
    known = extend(ontology, _missing(given.get("terms", ()), ontology))
    text = given["text"] if "text" in given else _list(given["references"])
    reading = read_article(read(text.encode(), name="case.txt"), known)
    case = Case(reading=reading, names=names(known, reading), ontology=known)
    for key, check in ALL_CHECKS.items():
        if key in data["expected"]:
            for what, right in check(case, data["expected"]):
                yield key, what, right


def _missing(terms: Sequence[Mapping[str, Any]], ontology: Ontology) -> tuple[GoldTerm, ...]:
    """Return the case's terms that the ontology does not label."""
    known = names(ontology)
    return tuple(
        GoldTerm(label=term["label"], kind=term["class"], also=tuple(term.get("also", ())))
        for term in terms
        if not known.any.get(term["label"].casefold()) and not known.terms(term["label"])
    )


def _list(references: Sequence[str]) -> str:
    return "\n\n".join(["References", *references]) + "\n"


def render(results: Sequence[Result], *, misses: bool) -> str:
    """Return how many cases are right, by group of checks, and the failing checks."""
    lines = [
        "\n## Cases from the field\n",
        f"right: {sum(r.right for r in results)} of {len(results)}",
    ]
    for key, right, all_ in by_key(results):
        lines.append(f"  {key}: {right} of {all_}")
    if misses:
        lines += [
            f"[{result.name}] {key}: {what}"
            for result in results
            for key, what, right in result.checks
            if not right
        ]
    return "\n".join(lines)


def by_key(results: Sequence[Result]) -> list[tuple[str, int, int]]:
    """Return for each sort of check how many are right, of how many."""
    checks = [(key, right) for result in results for key, _, right in result.checks]
    keys = dict.fromkeys(key for key, _ in checks)
    return [
        (key, checks.count((key, True)), checks.count((key, True)) + checks.count((key, False)))
        for key in keys
    ]
