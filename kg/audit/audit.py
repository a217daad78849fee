"""What a graph should make its reader think twice about.

Certainty and citation of all claims, and how reliable their readings are; propositions that are
stated with different certainty, or both affirmed and denied; claims that outdo what they cite;
claims of treatment or cause that rest on no paper; what was not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.audit.propositions import contradicted, disputed, drifting, ledger
from kg.audit.records import Audit, Band, NotRead, Tally
from kg.audit.strength import stronger
from kg.model.graph import ClaimNode
from kg.model.ontology import KG
from kg.store import Graph

DEGREES = ("known", "asserted", "probable", "possible", "open")
BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 1.0))  # of reliability
WEAKEST = 5  # claims of which the reading is least reliable, that are shown
# Relations of treatment or cause: they and all below them want a paper.
NEED_PAPER = "treats approvedFor prevents protects protectsAgainst corrects causes".split()


def audit(graph: Graph) -> Audit:
    """Audit a graph of one or more articles."""
    claims = sorted(graph.claims(), key=_place)
    sentences = sorted(graph.sentences(), key=lambda s: (s.article, s.start))
    articles = graph.articles()
    said = {claim.sentence.iri for claim in claims}
    strict = frozenset().union(*(graph.relations_below(KG + name) for name in NEED_PAPER))
    return Audit(
        articles=len(articles),
        sentences=len(sentences),
        tallies=tuple(_tally(degree, claims) for degree in DEGREES),
        bands=tuple(_bands(claims)),
        weakest=tuple(_weakest(claims)),
        ledger=ledger(claims),
        drift=tuple(drifting(claims)),
        contradictions=tuple(contradicted(claims, graph)),
        disputes=tuple(disputed(claims, graph)),
        stronger=tuple(stronger(claims, articles)),
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


def _wants_paper(claim: ClaimNode, strict: frozenset[str]) -> bool:
    """Whether it is stated, affirmed or denied, that something treats or causes something."""
    return claim.certainty != "open" and claim.predicate.iri in strict
