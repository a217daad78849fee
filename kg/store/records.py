"""A graph → the records that the rooms above read (kg/model/graph.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.errors import KgError
from kg.model.graph import (
    ArticleNode,
    ClaimNode,
    MarkedSpan,
    Node,
    PaperNode,
    QualifierValue,
    SentenceNode,
    TermNode,
)
from kg.rdf import vocabulary as v
from kg.rdf.terms import IRI, Literal
from kg.store.index import Index
from kg.store.names import Names, local_name
from kg.store.papers import Papers, by_number

NO_KIND = Node(iri=v.TERM.value, label="term")


class Records:
    """Reads records from an index; each is built once."""

    def __init__(self, index: Index, names: Names) -> None:
        self.index = index
        self.names = names
        self.spans = _spans_by_sentence(index)
        self.paper = Papers(index)
        self.sentence = {iri: self._sentence(iri) for iri in index.of_class(v.SENTENCE)}

    def articles(self) -> tuple[ArticleNode, ...]:
        """Return the articles by IRI, each with the papers of its list by number."""
        return tuple(self._article(iri) for iri in self.index.of_class(v.ARTICLE))

    def terms(self) -> tuple[TermNode, ...]:
        """Return the terms by label."""
        found = (self._term(iri) for iri in self.index.of_class(v.TERM))
        return tuple(sorted(found, key=lambda term: (term.label.casefold(), term.iri)))

    def papers(self) -> tuple[PaperNode, ...]:
        """Return the papers by IRI. One that several articles cite has a number only where they
        all give the same one.
        """
        return tuple(self.paper.read(iri) for iri in self.index.of_class(v.PAPER))

    def sentences(self) -> tuple[SentenceNode, ...]:
        """Return the sentences by article, in text order."""
        return tuple(sorted(self.sentence.values(), key=lambda s: (s.article, s.start, s.iri)))

    def claims(self) -> tuple[ClaimNode, ...]:
        """Return the claims by article, in text order; in a sentence by place of the trigger."""
        return tuple(sorted(map(self._claim, self.index.of_class(v.CLAIM)), key=_place))

    def _article(self, iri: str) -> ArticleNode:
        found = self.index.texts(iri, v.CITES)
        papers = (self.paper.read(paper, iri) for paper in found)
        return ArticleNode(
            iri=iri,
            title=self.index.text(iri, v.TITLE),
            issued=self.index.text(iri, v.ISSUED),
            text=self.index.text(iri, v.TEXT),
            papers=tuple(sorted(papers, key=by_number)),
        )

    def _term(self, iri: str) -> TermNode:
        return TermNode(
            iri=iri,
            label=self.names.label(iri),
            kind=self._kind(iri),
            names=self.index.texts(iri, v.ALT_LABEL),
            matches=self.index.texts(iri, v.EXACT_MATCH),
            ungrounded=self.index.text(iri, v.UNGROUNDED) == "true",
        )

    def _kind(self, iri: str) -> Node:
        """Return the kind that lies deepest in the tree; of several, the first by IRI."""
        kinds = [k for k in self.index.texts(iri, v.TYPE) if k != v.TERM.value]
        depth = {kind: len(self._above(kind)) for kind in kinds}
        deepest = min(kinds, key=lambda kind: (-depth[kind], kind), default=None)
        return self._node(deepest) if deepest else NO_KIND

    def _above(self, kind: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [kind]
        while waiting:
            new = set(self.index.texts(waiting.pop(), v.SUBCLASS_OF)) - found
            found |= new
            waiting += new
        return frozenset(found)

    def _sentence(self, iri: str) -> SentenceNode:
        index = self.index
        return SentenceNode(
            iri=iri,
            article=index.text(iri, v.IN_ARTICLE) or "",
            start=index.number(iri, v.START),
            end=index.number(iri, v.END),
            text=index.text(iri, v.TEXT) or "",
            section=index.text(iri, v.SECTION),
            mentions=tuple(sorted(self._marked(iri, v.MENTION), key=_by_place)),
            citations=tuple(sorted(self._marked(iri, v.CITATION), key=_by_place)),
            not_understood=index.texts(iri, v.NOT_UNDERSTOOD),
        )

    def _marked(self, sentence: str, kind: IRI) -> Iterator[MarkedSpan]:
        index = self.index
        for iri in self.spans.get((sentence, kind.value), ()):
            if kind == v.MENTION:
                targets = index.texts(iri, v.NAMES_TERM)
            else:
                references = index.texts(iri, v.TO_REFERENCE)
                targets = tuple(p for r in references for p in index.texts(r, v.OF_PAPER))
            for target in targets or (None,):
                yield MarkedSpan(
                    start=index.number(iri, v.START),
                    end=index.number(iri, v.END),
                    text=index.text(iri, v.TEXT) or "",
                    target=target,
                )

    def _claim(self, iri: str) -> ClaimNode:
        index = self.index
        sentence = self.sentence.get(index.text(iri, v.IN_SENTENCE) or "")
        if sentence is None:
            raise KgError("the claim has no sentence", where=iri, hint="build the graph with kg")
        papers = (
            self.paper.read(paper, sentence.article)
            for paper in index.texts(iri, v.CITES_AS_EVIDENCE)
        )
        certainty = index.text(iri, v.CERTAINTY) or ""
        reliability = index.text(iri, v.RELIABILITY)
        return ClaimNode(
            iri=iri,
            article=sentence.article,
            subject=self._node(index.text(iri, v.SUBJECT) or ""),
            predicate=self._node(index.text(iri, v.PREDICATE) or ""),
            object=self._node(index.text(iri, v.OBJECT) or ""),
            negated=index.text(iri, v.NEGATED) == "true",
            certainty=local_name(certainty),
            rank=index.number(certainty, v.RANK),
            sentence=sentence,
            trigger=index.text(iri, v.TRIGGER) or "",
            steps=tuple(local_name(step) for step in index.texts(iri, v.STEP)),
            qualifiers=tuple(self._qualifiers(iri)),
            papers=tuple(sorted(papers, key=by_number)),
            reliability=None if reliability is None else float(reliability),
        )

    def _qualifiers(self, claim: str) -> Iterator[QualifierValue]:
        for name in v.QUALIFIERS:
            for node in self.index.nodes(claim, name):
                words = isinstance(node, Literal)
                yield QualifierValue(
                    name=local_name(name.value),
                    label=node.value if words else self.names.label(node.value),
                    iri=None if words else node.value,
                )

    def _node(self, iri: str) -> Node:
        return Node(iri=iri, label=self.names.label(iri))


def _spans_by_sentence(index: Index) -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for kind in (v.MENTION, v.CITATION):
        for iri in index.of_class(kind):
            found[index.text(iri, v.IN_SENTENCE) or "", kind.value].append(iri)
    return {key: tuple(iris) for key, iris in found.items()}


def _by_place(span: MarkedSpan) -> tuple[int, int, str]:
    return (span.start, span.end, span.target or "")


def _place(claim: ClaimNode) -> tuple[str, int, int, str]:
    s = claim.sentence
    return (claim.article, s.start, s.text.find(claim.trigger), claim.iri)
