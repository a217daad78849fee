"""Annotated text as Markdown, to be read and written by people: each file is a suite.

A heading and a sentence say what follows and why. A quote is a text, read as an article of its
own; the list below it holds its claims, all of them::

    > Allopregnanolone may enhance theta oscillations in the amygdala.

    - allopregnanolone | enhances | theta oscillation | possible | location=amygdala

    > Zinc did not ease colds.

    - zinc | not treats | cold

    > Theta oscillations were recorded.

    - nothing

The degree of certainty is left out where it is ``asserted``. A claim that may be found or missed
begins with ``maybe``; ``a / b`` means that either is right. An inner claim stands in brackets, a
quantity as in the text, ``*`` for any end. The numbers in ``cites=1,2`` are the references that
the claim rests on; ``cites=none`` says that there are none. Names that the ontology may lack stand
in a table below the line ``terms:`` (name, kind, further names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import KgError
from kg.evaluate.gold import GoldClaim, GoldTerm, GoldText
from kg.evaluate.names import OR

CERTAINTIES = ("known", "asserted", "probable", "possible", "open")
SPLIT = re.compile(r"\s*\|\s*(?![^\[]*\])")  # a bar that stands in no brackets
FORM = "- subject | [not] relation | object [| certainty] [| name=value]"


@dataclass(slots=True)
class _Open:
    """A quote whose claims are being collected."""

    line: int
    text: list[str] = field(default_factory=list)
    claims: list[GoldClaim] = field(default_factory=list)
    closed: bool = False  # a claim, or "nothing", has been seen


def read_markdown(path: Path) -> tuple[GoldText, ...]:
    """Read a suite. Raises KgError with the line that is wrong."""
    lines = list(enumerate(path.read_text(encoding="utf-8").splitlines(), 1))
    terms = tuple(_terms(path, lines))
    return tuple(replace(text, terms=terms) for text in _texts(path, lines))


def _texts(path: Path, lines: list[tuple[int, str]]) -> Iterator[GoldText]:
    current: _Open | None = None
    for number, line in lines:
        if line.startswith(">"):
            if current is None or current.closed:
                if current:
                    yield _close(path, current)
                current = _Open(number)
            current.text.append(line[1:].removeprefix(" "))
        elif line.startswith("- "):
            if current is None:
                raise _wrong(path, number, "a claim without a text", 'put "> text" above it')
            current.closed = True
            if line != "- nothing":
                current.claims.append(_claim(path, number, line[2:].strip()))
        elif line.startswith("#") and current:
            yield _close(path, current)
            current = None
    if current:
        yield _close(path, current)


def _close(path: Path, current: _Open) -> GoldText:
    if not current.closed:
        raise _wrong(path, current.line, "a text without claims", 'write "- nothing" below it')
    return GoldText(
        name=f"{path.name}:{current.line}",
        text="\n".join(current.text),
        claims=tuple(current.claims),
        line=current.line,
    )


def _claim(path: Path, number: int, line: str) -> GoldClaim:
    optional = line.startswith("maybe ")
    subject, relation, object_, *rest = [*SPLIT.split(line.removeprefix("maybe ")), "", ""]
    if not (subject and relation and object_):
        raise _wrong(path, number, f"not a claim: {line}", FORM)
    claim = GoldClaim(
        subject=subject,
        predicates=tuple(relation.removeprefix("not ").split(OR)),
        object=object_,
        negated=relation.startswith("not "),
        optional=optional,
        line=number,
    )
    for part in filter(None, rest):
        claim = _with(path, claim, part)
    return claim if claim.certainties or optional else replace(claim, certainties=("asserted",))


def _with(path: Path, claim: GoldClaim, part: str) -> GoldClaim:
    name, equals, value = part.partition("=")
    if part in CERTAINTIES:
        return replace(claim, certainties=(*claim.certainties, part))
    if name == "cites":
        numbers = () if value == "none" else tuple(map(int, value.split(",")))
        return replace(claim, citations=numbers)
    if equals and name and value:
        return replace(claim, qualifiers=(*claim.qualifiers, (name, value)))
    raise _wrong(path, claim.line, f"neither a certainty nor name=value: {part}", FORM)


def _terms(path: Path, lines: list[tuple[int, str]]) -> Iterator[GoldTerm]:
    inside = False
    for number, line in lines:
        if line.strip() == "terms:":
            inside = True
        elif inside and line.startswith("|"):
            label, kind, *also = [cell.strip() for cell in line.strip("| ").split("|")] + [""]
            if not label or not kind:
                raise _wrong(path, number, "not a term", "| name | Kind | further, names |")
            if kind != "kind" and set(kind) - {"-", ":"}:
                names = tuple(name.strip() for name in also[0].split(",") if name.strip())
                yield GoldTerm(label=label, kind=kind, also=names)
        elif line.strip():
            inside = False


def _wrong(path: Path, number: int, what: str, hint: str) -> KgError:
    return KgError(what, where=f"{path.name}:{number}", hint=hint)
