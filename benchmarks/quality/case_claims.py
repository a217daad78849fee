"""What the cases expect of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.quality.case_checks import Case, Expected
from kg.evaluate import GoldClaim, GoldText, score

DEGREES = ("known", "asserted", "probable", "possible", "open")


def claims(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Claims that must be found, with certainty and citations; where complete, no others."""
    wanted = [_claim(one) for one in expected["claims"]]
    optional = [_claim(one, optional=True) for one in expected.get("optional_claims", ())]
    text = case.reading.article.text
    gold = GoldText(name="case", text=text, claims=(*wanted, *optional))
    result = score(case.reading, gold, case.ontology)
    for one, claim in zip(expected["claims"], wanted, strict=True):
        found = [m.found for m in result.matches if m.gold is claim]
        yield f"{claim}", bool(found)
        for f in found:
            yield f"{claim}: {f.certainty}", f.certainty in claim.certainties
            if "cites" in one:
                titles = [case.title_of(number) for number in f.citations]
                yield f"{claim} cites {titles}", titles == one["cites"]
    if expected.get("claims_complete"):
        shown = [
            " | ".join(case.names.show(end, text) for end in (c.subject, c.predicate, c.object))
            for c in result.extra
        ]
        yield f"no other: {shown}", not shown


def _claim(one: Mapping[str, Any], *, optional: bool = False) -> GoldClaim:
    return GoldClaim(
        subject=one["subject"],
        predicates=tuple(one["predicate"]),
        object=one["object"],
        negated=one.get("negated", False),
        certainties=() if optional else tuple(one.get("certainty", DEGREES)),
        optional=optional,
    )


def no_claims(case: Case, expected: Expected) -> Iterator[tuple[str, bool]]:
    """Claims that must not be found in either polarity."""
    for one in expected["no_claims"]:
        predicates = one["predicate"] if isinstance(one["predicate"], list) else [one["predicate"]]
        forbidden = tuple(
            GoldClaim(
                subject=one["subject"],
                predicates=tuple(predicates),
                object=one["object"],
                negated=negated,
                certainties=DEGREES,
            )
            for negated in (False, True)
        )
        gold = GoldText(name="case", text=case.reading.article.text, forbidden=forbidden)
        yield f"not: {forbidden[0]}", not score(case.reading, gold, case.ontology).broken
