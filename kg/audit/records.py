"""What an audit is made of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.graph import ClaimNode, Node, PaperNode, SentenceNode, TermNode


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
    """A triple that several claims share, with those claims in text order. In a contradiction an
    affirmed claim may be of a narrower relation: "enhances" beside "does not affect".
    """

    subject: Node
    predicate: Node
    object: Node
    claims: tuple[ClaimNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stronger:
    """A claim that says more than what it goes back to: the same proposition with more reserve,
    in a sentence of the article that cites `paper`, or in the paper itself (`in_paper`), which is
    an article of the graph.
    """

    claim: ClaimNode
    weaker: ClaimNode
    paper: PaperNode
    in_paper: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """A sentence that gave no claim though something in it may state one, and why."""

    sentence: SentenceNode
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The findings. `bands` count the claims by reliability, where they have one, and `weakest`
    are some of the least reliable, weakest first. `ledger` holds every proposition, `drift` those
    of one polarity with several certainties, `contradictions` those that one article affirms and
    denies, `disputes` those that one article affirms and another one denies, `stronger` the claims
    that outdo what they cite, `uncited` the claims of treatment or cause without a paper,
    `ungrounded` names that no one knows.
    """

    articles: int
    sentences: int
    tallies: tuple[Tally, ...]
    bands: tuple[Band, ...]
    weakest: tuple[ClaimNode, ...]
    ledger: tuple[Proposition, ...]
    drift: tuple[Proposition, ...]
    contradictions: tuple[Proposition, ...]
    disputes: tuple[Proposition, ...]
    stronger: tuple[Stronger, ...]
    uncited: tuple[ClaimNode, ...]
    not_read: tuple[NotRead, ...]
    ungrounded: tuple[TermNode, ...]

    @property
    def faults(self) -> bool:
        """Whether something is there that a strict reader does not let pass."""
        return bool(self.drift or self.contradictions or self.stronger or self.uncited)
