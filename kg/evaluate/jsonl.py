"""Annotated text as JSON lines: sentences or passages, or whole texts with offsets.

A line is one of

- ``{"text", "claims": [{"subject", "predicate", "object", "negated", "certainty"}]}``: a sentence
- ``{"id", "sentences": [such lines]}``: a passage, its sentences joined by blanks
- ``{"id", "text", "entities", "claims": [{…, "predicates", "start", "end"}], "forbidden"}``

with `certainty` a word or a list of right ones, and offsets in code points, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluate.gold import GoldClaim, GoldTerm, GoldText
from kg.model.text import Span


def read_jsonl(path: Path) -> tuple[GoldText, ...]:
    """Read a file of JSON lines. Raises KgError with the line that is wrong."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_line(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _line(path: Path, number: int, line: str) -> GoldText:
    where = f"{path.name}:{number}"
    try:
        data = json.loads(line)
        name = str(data.get("id", where))
        return _passage(name, data, number) if "sentences" in data else _text(name, data, number)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KgError(
            f"not a line of annotated text: {error}",
            where=where,
            hint='each line is {"text": …, "claims": [{"subject", "predicate", "object"}]}',
        ) from error


def _text(name: str, data: Mapping[str, Any], number: int) -> GoldText:
    return GoldText(
        name=name,
        text=data["text"],
        claims=tuple(_claims(data["claims"], number)),
        forbidden=tuple(_claims(data.get("forbidden", ()), number)),
        terms=tuple(
            GoldTerm(label=e["label"], kind=e["kind"], also=tuple(e.get("also", ())))
            for e in data.get("entities", ())
        ),
        line=number,
    )


def _passage(name: str, data: Mapping[str, Any], number: int) -> GoldText:
    texts = [sentence["text"] for sentence in data["sentences"]]
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    claims = [
        claim
        for sentence, start in zip(data["sentences"], starts, strict=True)
        for claim in _claims(sentence["claims"], number, Span(start, start + len(sentence["text"])))
    ]
    return GoldText(name=name, text=" ".join(texts), claims=tuple(claims), line=number)


def _claims(data: Any, number: int, span: Span | None = None) -> Iterator[GoldClaim]:
    for claim in data:
        certainty = claim.get("certainty", ())
        predicates = claim["predicates"] if "predicates" in claim else [claim["predicate"]]
        yield GoldClaim(
            subject=claim["subject"],
            predicates=tuple(predicates),
            object=claim["object"],
            negated=claim.get("negated", False),
            certainties=(certainty,) if isinstance(certainty, str) else tuple(certainty),
            inverse=tuple(claim.get("inverse", ())),
            span=Span(claim["start"], claim["end"]) if "start" in claim else span,
            qualifiers=tuple(sorted(claim.get("qualifiers", {}).items())),
            tags=tuple(claim.get("needs", ())),
            line=number,
        )
