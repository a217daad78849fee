"""An audit as plain text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import shorten

from kg.audit.audit import DEGREES
from kg.audit.records import Audit, NotRead, Proposition, Stronger, Tally
from kg.model.graph import ClaimNode, SentenceNode, TermNode

WIDTH = 92
# What kg.extract.claims says of a word of which it read one end.
HALF_READ = re.compile(
    r"trigger '(?P<word>.+)' found; no (?P<end>subject|object) of a fitting kind"
)
COLUMNS = ("certainty", "affirmed, cited", "uncited", "denied, cited", "uncited", "all")


def render(audit: Audit, *, ledger: bool = False) -> str:
    """Return the findings, section by section; a section without findings says so. With `ledger`
    every proposition is told with its claims by certainty. Disputes need several articles.
    """
    counted = f"{_many(audit.articles, 'article')}, {_many(audit.sentences, 'sentence')}"
    tallies = "\n".join(["Claims by certainty and citation", *_tallies(audit.tallies)])
    sections = [
        ("Drift: one proposition, different certainty", audit.drift, _groups(audit.drift)),
        (
            "Contradictions: affirmed and denied",
            audit.contradictions,
            _groups(audit.contradictions),
        ),
        ("Said more strongly than where it cites", audit.stronger, _stronger(audit.stronger)),
        ("Treatment or cause without a paper", audit.uncited, _claims(audit.uncited)),
        ("Names that no one knows", audit.ungrounded, _names(audit.ungrounded)),
        ("Sentences that gave no claim", audit.not_read, _not_read(audit.not_read)),
    ]
    if audit.articles > 1:
        disputes = _groups(audit.disputes, articles=True)
        sections.insert(2, ("Disputes: articles deny each other", audit.disputes, disputes))
    if ledger:
        sections.insert(0, ("Propositions by certainty", audit.ledger, _ledger(audit.ledger)))
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
    return _table([COLUMNS, *(_cells(tally) for tally in tallies if tally.all)])


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield the rows in columns, the first one to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        cells = [cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True)]
        yield "  ".join(["", name.ljust(widths[0]), *cells])


def _ledger(propositions: Iterable[Proposition]) -> Iterator[str]:
    """Yield how many claims each proposition has of each certainty, denials apart, and of how many
    papers.
    """
    return _table([("", *DEGREES, "denied", "papers"), *map(_counts, propositions)])


def _counts(p: Proposition) -> tuple[str, ...]:
    affirmed = Counter(c.certainty for c in p.claims if not c.negated)
    denied = sum(c.negated for c in p.claims)
    papers = len({paper.iri for c in p.claims for paper in c.papers})
    numbers = (*(affirmed[degree] for degree in DEGREES), denied, papers)
    return _triple(p), *(str(n or "·") for n in numbers)


def _cells(t: Tally) -> tuple[str, ...]:
    numbers = (t.affirmed_cited, t.affirmed_uncited, t.denied_cited, t.denied_uncited, t.all)
    return (t.certainty, *map(str, numbers))


def _groups(propositions: Iterable[Proposition], *, articles: bool = False) -> Iterator[str]:
    for p in propositions:
        yield f"  {_triple(p)}"
        for claim in p.claims:
            yield f"    {_degree(claim)}{_other(claim, p)}: {_quote(claim.sentence)}"
            if articles:
                yield f"      in {claim.article}"


def _triple(of: Proposition | ClaimNode) -> str:
    return f"{of.subject.label} — {of.predicate.label} — {of.object.label}"


def _degree(claim: ClaimNode) -> str:
    return ("denied, " if claim.negated else "") + claim.certainty


def _other(claim: ClaimNode, p: Proposition) -> str:
    """Return the claim's relation, where it is a narrower one."""
    return "" if claim.predicate == p.predicate else f", {claim.predicate.label}"


def _stronger(found: Iterable[Stronger]) -> Iterator[str]:
    for one in found:
        paper = one.paper.title or one.paper.iri
        yield f"  {_triple(one.claim)}"
        yield f"    {_degree(one.claim)}: {_quote(one.claim.sentence)}"
        yield f"    {_degree(one.weaker)}: {_quote(one.weaker.sentence)}"
        yield f"      {'in the paper that it cites' if one.in_paper else 'citing'}: {paper}"


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
