"""An audit as plain text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import shorten

from kg.audit.audit import Audit, NotRead, Proposition, Tally
from kg.model.graph import ClaimNode, SentenceNode, TermNode

WIDTH = 92
# What kg.extract.claims says of a word of which it read one end.
HALF_READ = re.compile(
    r"trigger '(?P<word>.+)' found; no (?P<end>subject|object) of a fitting kind"
)
COLUMNS = ("certainty", "affirmed, cited", "uncited", "denied, cited", "uncited", "all")


def render(audit: Audit) -> str:
    """Return the findings, section by section; a section without findings says so."""
    counted = f"{_many(audit.articles, 'article')}, {_many(audit.sentences, 'sentence')}"
    tallies = "\n".join(["Claims by certainty and citation", *_tallies(audit.tallies)])
    sections = (
        ("Drift: one proposition, different certainty", audit.drift, _groups(audit.drift)),
        (
            "Contradictions: affirmed and denied",
            audit.contradictions,
            _groups(audit.contradictions),
        ),
        ("Treatment or cause without a paper", audit.uncited, _claims(audit.uncited)),
        ("Names that no one knows", audit.ungrounded, _names(audit.ungrounded)),
        ("Sentences that gave no claim", audit.not_read, _not_read(audit.not_read)),
    )
    blocks = [_section(title, len(found), lines) for title, found, lines in sections]
    reliability = "\n".join(_reliability(audit))
    return "\n\n".join([counted, tallies, reliability, *blocks])


def _reliability(audit: Audit) -> Iterator[str]:
    """Yield the claims by band, then the weakest with their sentences."""
    yield "Claims by reliability: how often readings of the sort were right"
    if not audit.weakest:
        yield "  not measured"
        return
    for band in audit.bands:
        if band.claims:
            yield f"  {band.low:.1f}–{band.high:.1f}  {band.claims:>4}"
    yield "  weakest first:"
    for c in audit.weakest:
        yield f"    {c.reliability:.2f}  {_said(c)}"
        yield f"          {_quote(c.sentence)}"


def _section(title: str, found: int, lines: Iterable[str]) -> str:
    return "\n".join([f"{title} ({found})", *(lines if found else ["  none"])])


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


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
    """Yield each sentence once, its claims below it."""
    for _, ones in groupby(claims, key=lambda claim: claim.sentence.iri):
        group = list(ones)
        yield f"  {_quote(group[0].sentence)}"
        for c in group:
            yield f"    {_said(c)} ({c.certainty})"


def _said(claim: ClaimNode) -> str:
    predicate = f"not {claim.predicate.label}" if claim.negated else claim.predicate.label
    return f"{claim.subject.label} — {predicate} — {claim.object.label}"


def _names(terms: Iterable[TermNode]) -> Iterator[str]:
    return (f"  {term.label}" for term in terms)


def _not_read(sentences: Iterable[NotRead]) -> Iterator[str]:
    for one in sentences:
        yield f"  {_quote(one.sentence)}"
        words: defaultdict[str, list[str]] = defaultdict(list)
        for note in one.notes:
            if match := HALF_READ.fullmatch(note):
                words[match["end"]].append(match["word"])
            else:
                yield f"    {note}"
        for end, found in sorted(words.items()):
            yield f"    no known {end}: {', '.join(dict.fromkeys(found))}"


def _quote(sentence: SentenceNode) -> str:
    """Return the sentence on one line, shortened, with its place in the article."""
    words = shorten(sentence.text, WIDTH, placeholder=" …") or "(built without texts)"
    return f"{words} [{sentence.start}]"
