"""Claims that say more than what they go back to.

Inside an article: a sentence states outright, and cites nothing for it, what another sentence
states with reserve from a paper. Between articles: a sentence cites a paper that is an article of
the graph, too, and is surer of the proposition than any sentence of that paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.audit.propositions import ends
from kg.audit.records import Stronger
from kg.model.graph import ArticleNode, ClaimNode, PaperNode
from kg.model.names import doi_iri, pmid_iri, slug

UNRESERVED = ("known", "asserted")
Said = tuple[str, str, tuple[str, str], bool]  # article, relation, ends, polarity


def stronger(claims: Sequence[ClaimNode], articles: Sequence[ArticleNode]) -> Iterator[Stronger]:
    """Yield the claims that outdo what they cite, in text order, each beside the surest of what it
    goes back to.
    """
    said: defaultdict[Said, list[ClaimNode]] = defaultdict(list)
    for claim in claims:
        said[_said(claim, claim.article)].append(claim)
    named = _by_name(articles)
    for claim in claims:
        yield from _than_where_cited(claim, said[_said(claim, claim.article)])
        yield from _than_papers(claim, said, named)


def _said(claim: ClaimNode, article: str) -> Said:
    return article, claim.predicate.iri, ends(claim), claim.negated


def _than_where_cited(claim: ClaimNode, same: Sequence[ClaimNode]) -> Iterator[Stronger]:
    """Yield a claim without a paper and without reserve, if all that cite have some."""
    cited = [c for c in same if c.papers]
    if claim.papers or claim.certainty not in UNRESERVED or not cited:
        return
    weaker = max(cited, key=_by_rank)
    if weaker.certainty not in UNRESERVED:
        yield Stronger(claim=claim, weaker=weaker, paper=weaker.papers[0], in_paper=False)


def _than_papers(
    claim: ClaimNode, said: Mapping[Said, Sequence[ClaimNode]], named: Mapping[str, str]
) -> Iterator[Stronger]:
    """Yield a claim that is surer than the paper that it cites."""
    for paper in claim.papers:
        article = next((named[name] for name in _names(paper) if name in named), None)
        there = said.get(_said(claim, article), ()) if article not in (None, claim.article) else ()
        if there and (weaker := max(there, key=_by_rank)).rank < claim.rank:
            yield Stronger(claim=claim, weaker=weaker, paper=paper, in_paper=True)


def _by_rank(claim: ClaimNode) -> int:
    return claim.rank


def _by_name(articles: Sequence[ArticleNode]) -> Mapping[str, str]:
    """Return the articles by IRI and by title."""
    titles = {slug(a.title): a.iri for a in articles if a.title}
    return {**titles, **{a.iri: a.iri for a in articles}}


def _names(paper: PaperNode) -> Iterator[str]:
    """Yield what an article that is this paper may be called: the surest name first."""
    yield paper.iri
    if paper.doi:
        yield doi_iri(paper.doi)
    if paper.pmid:
        yield pmid_iri(paper.pmid)
    if paper.title:
        yield slug(paper.title)
