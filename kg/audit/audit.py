"""What a graph should make its reader think twice about.

Certainty and citation of all claims, and how reliable their readings are; propositions that are
stated with different certainty, or both affirmed and denied; claims of treatment or cause that
rest on no paper; what was not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model.graph import ClaimNode, Node, SentenceNode, TermNode
from kg.model.ontology import KG
from kg.store import Graph

DEGREES = ("known", "asserted", "probable", "possible", "open")
BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 1.0))  # of reliability
WEAKEST = 5  # claims of which the reading is least reliable, that are shown
# Relations of treatment or cause: they and all below them want a paper.
NEED_PAPER = "treats approvedFor prevents protects protectsAgainst corrects causes".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many claims there are of one degree of certainty, by negation and citation."""

    certainty: str
    affirmed_cited: int
    affirmed_uncited: int
    denied_cited: int
    denied_uncited: int

    @property
    def all(self) -> int:
        """All claims of the degree."""
        return self.affirmed_cited + self.affirmed_uncited + self.denied_cited + self.denied_uncited


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How many claims have a reliability of `low` or more and less than `high` (the last band: up
    to `high`).
    """

    low: float
    high: float
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """A triple that several claims share, with those claims in text order."""

    subject: Node
    predicate: Node
    object: Node
    claims: tuple[ClaimNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """A sentence that gave no claim though something in it may state one, and why."""

    sentence: SentenceNode
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The findings. `bands` count the claims by reliability, where they have one, and `weakest`
    are some of the least reliable, weakest first. `drift` holds propositions of one polarity with
    several certainties, `contradictions` those that are affirmed and denied, `uncited` the claims
    of treatment or cause without a paper, `ungrounded` names that no one knows.
    """

    articles: int
    sentences: int
    tallies: tuple[Tally, ...]
    bands: tuple[Band, ...]
    weakest: tuple[ClaimNode, ...]
    drift: tuple[Proposition, ...]
    contradictions: tuple[Proposition, ...]
    uncited: tuple[ClaimNode, ...]
    not_read: tuple[NotRead, ...]
    ungrounded: tuple[TermNode, ...]

    @property
    def faults(self) -> bool:
        """Whether something is there that a strict reader does not let pass."""
        return bool(self.drift or self.contradictions or self.uncited)


def audit(graph: Graph) -> Audit:
    """Audit a graph of one or more articles."""
    claims = sorted(graph.claims(), key=_place)
    sentences = sorted(graph.sentences(), key=lambda s: (s.article, s.start))
    said = {claim.sentence.iri for claim in claims}
    strict = frozenset().union(*(graph.relations_below(KG + name) for name in NEED_PAPER))
    return Audit(
        articles=len(graph.articles()),
        sentences=len(sentences),
        tallies=tuple(_tally(degree, claims) for degree in DEGREES),
        bands=tuple(_bands(claims)),
        weakest=tuple(_weakest(claims)),
        drift=tuple(_drifting(claims)),
        contradictions=tuple(_propositions(claims, _is_contradicted)),
        uncited=tuple(c for c in claims if _wants_paper(c, strict) and not c.papers),
        not_read=tuple(
            NotRead(sentence=s, notes=s.not_understood)
            for s in sentences
            if s.not_understood and s.iri not in said
        ),
        ungrounded=tuple(term for term in graph.terms() if term.ungrounded),
    )


def _place(claim: ClaimNode) -> tuple[str, int, str]:
    return claim.article, claim.sentence.start, claim.iri


def _tally(certainty: str, claims: Iterable[ClaimNode]) -> Tally:
    ones = [(c.negated, bool(c.papers)) for c in claims if c.certainty == certainty]
    return Tally(
        certainty=certainty,
        affirmed_cited=ones.count((False, True)),
        affirmed_uncited=ones.count((False, False)),
        denied_cited=ones.count((True, True)),
        denied_uncited=ones.count((True, False)),
    )


def _bands(claims: Sequence[ClaimNode]) -> Iterator[Band]:
    measured = [c.reliability for c in claims if c.reliability is not None]
    for low, high in BANDS:
        inside = [r for r in measured if low <= r < high or r == high == 1]
        yield Band(low=low, high=high, claims=len(inside))


def _weakest(claims: Sequence[ClaimNode]) -> list[ClaimNode]:
    """Return the first few by reliability; of equal ones those that stand first."""
    measured = [(c.reliability, c) for c in claims if c.reliability is not None]
    return [c for _, c in sorted(measured, key=lambda pair: pair[0])[:WEAKEST]]


def _drifting(claims: Sequence[ClaimNode]) -> Iterator[Proposition]:
    for negated in (False, True):
        yield from _propositions([c for c in claims if c.negated == negated], _is_drifting)


def _propositions(
    claims: Iterable[ClaimNode], wanted: Callable[[Sequence[ClaimNode]], bool]
) -> Iterator[Proposition]:
    """Yield the propositions of which the claims are as wanted, in the order of the first."""
    groups: defaultdict[tuple[str, str, str], list[ClaimNode]] = defaultdict(list)
    for c in claims:
        groups[c.subject.iri, c.predicate.iri, c.object.iri].append(c)
    for group in groups.values():
        if wanted(group):
            first = group[0]
            yield Proposition(
                subject=first.subject,
                predicate=first.predicate,
                object=first.object,
                claims=tuple(group),
            )


def _is_drifting(claims: Sequence[ClaimNode]) -> bool:
    return len({c.certainty for c in claims}) > 1


def _is_contradicted(claims: Sequence[ClaimNode]) -> bool:
    return len({c.negated for c in claims}) > 1


def _wants_paper(claim: ClaimNode, strict: frozenset[str]) -> bool:
    """Whether it is stated, affirmed or denied, that something treats or causes something."""
    return claim.certainty != "open" and claim.predicate.iri in strict
