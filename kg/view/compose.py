"""A graph becomes a drawing: what is shown, how it is named, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import networkx as nx

from kg.model.graph import ArticleNode, ClaimNode, PaperNode
from kg.view.boxes import Box, Line
from kg.view.drawing import (
    Drawing,
    DrawnClaim,
    DrawnEdge,
    DrawnKind,
    DrawnNode,
    DrawnPaper,
    Link,
)
from kg.view.labels import broken, edge_label
from kg.view.layout import place
from kg.view.network import to_networkx
from kg.view.propositions import Proposition, bends, propositions
from kg.view.sentences import marked
from kg.view.source import HasClaims
from kg.view.words import (
    CERTAINTY_TO_WORDS,
    QUALIFIER_TO_WORDS,
    link,
    paper_links,
    paper_source,
    short_iri,
    visible,
    year,
)

# Seven shapes and ten colours have no common factor: the first seventy kinds all look different,
# and the first seven differ in shape alone, as print in black and white needs.
SHAPES = ("dot", "square", "triangle", "diamond", "hexagon", "triangleDown", "star")
COLOURS = 10
NUMBERED = 12  # authors named before "et al."


def compose(graph: HasClaims, *, title: str | None = None) -> Drawing:
    """Return all that the page shows of the graph. Same graph, same drawing."""
    network = to_networkx(graph)
    articles = {article.iri: article for article in graph.articles()}
    claims = sorted(graph.claims(), key=lambda c: (c.article, c.sentence.start, c.iri))
    papers = _papers(claims)
    cited = {paper.iri for paper in graph.papers()}
    groups = propositions(claims)
    names = {iri: place for place, iri in enumerate(network)}
    kinds = _kinds(network)
    edge_of = {claim.iri: place for place, group in enumerate(groups) for claim in group.claims}
    number = {claim.iri: place for place, claim in enumerate(claims)}
    return Drawing(
        title=visible(title or _title(list(articles.values()))),
        subtitle=_subtitle(len(articles), len(claims), len(network), len(cited)),
        kinds=tuple(kinds.values()),
        nodes=_nodes(network, groups, list(kinds)),
        edges=_edges(groups, names, number),
        claims=tuple(
            _claim(claim, edge_of[claim.iri], names, list(papers), articles) for claim in claims
        ),
        papers=tuple(_paper(paper) for paper in papers.values()),
    )


def _title(articles: Sequence[ArticleNode]) -> str:
    if len(articles) == 1:
        return articles[0].title or short_iri(articles[0].iri)
    return f"{len(articles)} articles" if articles else "An empty graph"


def _subtitle(articles: int, claims: int, terms: int, papers: int) -> str:
    counts = ((claims, "claim"), (terms, "term"), (papers, "cited paper"))
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts]
    return " · ".join(parts + ([f"{articles} articles"] if articles > 1 else []))


def _papers(claims: Sequence[ClaimNode]) -> dict[str, PaperNode]:
    """Return the papers that claims rest on, by their numbers."""
    found = {paper.iri: paper for claim in claims for paper in claim.papers}
    order = sorted(found.values(), key=lambda p: (p.number is None, p.number or 0, p.iri))
    return {paper.iri: paper for paper in order}


def _kinds(network: nx.MultiDiGraph) -> dict[str, DrawnKind]:
    """Return the kinds of the nodes, the frequent ones first: they get the plainest shapes."""
    labels = dict(sorted(network.nodes(data="kind_iri")))
    counts = Counter(labels.values())
    names = {d["kind_iri"]: d["kind"] for _, d in sorted(network.nodes(data=True))}
    order = sorted(counts, key=lambda iri: (-counts[iri], names[iri], iri))
    return {
        iri: DrawnKind(
            label=visible(names[iri]),
            colour=place % COLOURS,
            shape=SHAPES[place % len(SHAPES)],
        )
        for place, iri in enumerate(order)
    }


def _nodes(
    network: nx.MultiDiGraph, groups: Sequence[Proposition], kinds: Sequence[str]
) -> tuple[DrawnNode, ...]:
    degrees = Counter(iri for group in groups for iri in {group.subject, group.object})
    texts = {iri: broken(label) for iri, label in network.nodes(data="label")}
    sizes = {iri: min(9 + round(2.2 * degrees[iri] ** 0.5), 20) for iri in network}
    boxes = {iri: Box.around(texts[iri], sizes[iri]) for iri in network}
    bent = bends([(group.subject, group.object) for group in groups])
    lines = [
        Line(group.subject, group.object, edge_label(group), bend)
        for group, bend in zip(groups, bent, strict=True)
    ]
    where = place(boxes, lines)
    return tuple(
        DrawnNode(
            label=visible(data["label"]),
            lines=texts[iri],
            kind=kinds.index(data["kind_iri"]),
            x=where[iri][0],
            y=where[iri][1],
            size=sizes[iri],
            names=tuple(visible(name) for name in data["names"] if name != data["label"]),
            ids=tuple(_identifier(match) for match in data["matches"]),
            ungrounded=data["ungrounded"],
        )
        for iri, data in network.nodes(data=True)
    )


def _identifier(iri: str) -> Link:
    return short_iri(iri), link(iri) or ""


def _edges(
    groups: Sequence[Proposition], names: Mapping[str, int], number: Mapping[str, int]
) -> tuple[DrawnEdge, ...]:
    bent = bends([(group.subject, group.object) for group in groups])
    return tuple(
        DrawnEdge(
            source=names[group.subject],
            target=names[group.object],
            label=edge_label(group),
            denied=group.denied,
            hedged=group.hedged,
            bend=bend,
            claims=tuple(number[claim.iri] for claim in group.claims),
        )
        for group, bend in zip(groups, bent, strict=True)
    )


def _claim(
    claim: ClaimNode,
    edge: int,
    names: Mapping[str, int],
    papers: Sequence[str],
    articles: Mapping[str, ArticleNode],
) -> DrawnClaim:
    sentence = claim.sentence
    article = articles.get(claim.article)
    place = [sentence.section or "", f"characters {sentence.start}–{sentence.end}"]
    if len(articles) > 1:
        place.insert(0, (article.title if article else None) or short_iri(claim.article))
    return DrawnClaim(
        edge=edge,
        subject=names[claim.subject.iri],
        relation=visible(claim.predicate.label),
        object=names[claim.object.iri],
        denied=claim.negated,
        certainty=visible(claim.certainty),
        meaning=CERTAINTY_TO_WORDS.get(claim.certainty, ""),
        rank=claim.rank,
        sentence=tuple((visible(words), mark) for words, mark in marked(claim)),
        place=visible(" · ".join(part for part in place if part)),
        trigger=visible(claim.trigger),
        steps=tuple(visible(step) for step in claim.steps),
        qualifiers=tuple(
            (visible(QUALIFIER_TO_WORDS.get(q.name, q.name)), visible(q.label))
            for q in claim.qualifiers
        ),
        papers=tuple(papers.index(paper.iri) for paper in claim.papers),
        reliability=claim.reliability,
    )


def _paper(paper: PaperNode) -> DrawnPaper:
    more = ", et al." if len(paper.authors) > NUMBERED else ""
    return DrawnPaper(
        number=paper.number,
        title=visible(paper.title or ""),
        authors=visible(", ".join(paper.authors[:NUMBERED])) + more,
        source=paper_source(paper),
        year=year(paper.issued),
        links=paper_links(paper),
    )
