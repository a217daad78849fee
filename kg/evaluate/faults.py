"""What is wrong with a reading of annotated text, a line each, at the line of the suite."""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluate.render import show
from kg.evaluate.score import Match, Score, has_qualifier, has_right_certainty


def faults(result: Score) -> Iterator[str]:
    """Yield ``suite.md:12: missed: zinc | treats | cold`` and the like; nothing where all is right.

    A claim that was not expected is told at the line of its text.
    """
    suite = result.gold.name.split(":")[0]
    for claim in result.missed:
        yield f"{suite}:{claim.line}: missed: {claim}"
    for match in result.matches:
        for fault in _half_right(result, match):
            yield f"{suite}:{match.gold.line}: {match.gold}: {fault}"
    for found in result.extra:
        yield f"{suite}:{result.gold.line}: not expected: {show(result, found)}"


def _half_right(result: Score, match: Match) -> Iterator[str]:
    gold, found = match.gold, match.found
    if not has_right_certainty(match):
        yield f"read as {found.certainty}, not {' or '.join(gold.certainties)}"
    if gold.citations is not None and gold.citations != found.citations:
        yield f"rests on {list(found.citations)}, not {list(gold.citations)}"
    for name, words in gold.qualifiers:
        if not has_qualifier(result, found, name, words):
            yield f"{name} is not {words}"
