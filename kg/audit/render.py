"""An audit as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from kg.audit.audit import Audit, Proposition, Tally
from kg.model.graph import ClaimNode, SentenceNode

WIDTH = 92
COLUMNS = ("certainty", "affirmed, cited", "uncited", "denied, cited", "uncited", "all")


def render(audit: Audit) -> str:
    """Return the findings, section by section; a section without findings says so."""
    sections = (
        ("Claims by certainty and citation", list(_tallies(audit.tallies))),
        ("Drift: one proposition, different certainty", list(_groups(audit.drift))),
        ("Contradictions: affirmed and denied", list(_groups(audit.contradictions))),
        ("Treatment or cause without a paper", list(_claims(audit.uncited))),
        ("Names that no one knows", [f"  {term.label}" for term in audit.ungrounded]),
        ("Not understood", list(_not_read(audit))),
    )
    counted = f"{_many(audit.articles, 'article')}, {_many(audit.sentences, 'sentence')}"
    blocks = [
        "\n".join([_title(title, lines), *(lines or ["  none"])]) for title, lines in sections
    ]
    return "\n\n".join([counted, *blocks])


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _title(title: str, lines: Sequence[str]) -> str:
    found = sum(not line.startswith("    ") for line in lines)
    return title if title.startswith("Claims by") else f"{title} ({found})"


def _tallies(tallies: Iterable[Tally]) -> Iterator[str]:
    rows = [COLUMNS, *(_cells(tally) for tally in tallies if tally.all)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(COLUMNS))]
    for name, *numbers in rows:
        cells = [cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True)]
        yield "  ".join(["", name.ljust(widths[0]), *cells])


def _cells(t: Tally) -> tuple[str, ...]:
    numbers = (t.affirmed_cited, t.affirmed_uncited, t.denied_cited, t.denied_uncited, t.all)
    return (t.certainty, *map(str, numbers))


def _groups(propositions: Iterable[Proposition]) -> Iterator[str]:
    for p in propositions:
        yield f"  {p.subject.label} — {p.predicate.label} — {p.object.label}"
        for claim in p.claims:
            degree = ("denied, " if claim.negated else "") + claim.certainty
            yield f"    {degree}: {_quote(claim.sentence)}"


def _claims(claims: Iterable[ClaimNode]) -> Iterator[str]:
    for c in claims:
        predicate = f"not {c.predicate.label}" if c.negated else c.predicate.label
        yield f"  {c.subject.label} — {predicate} — {c.object.label} ({c.certainty})"
        yield f"    {_quote(c.sentence)}"


def _not_read(audit: Audit) -> Iterator[str]:
    for one in audit.not_read:
        yield f"  {_quote(one.sentence)}"
        for note in one.notes:
            yield f"    {note}"


def _quote(sentence: SentenceNode) -> str:
    """Return the sentence on one line, shortened, with its place in the article."""
    return f"{shorten(sentence.text, WIDTH, placeholder=' …')} [{sentence.start}]"
