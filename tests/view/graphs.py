"""Graphs written by hand for the tests of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

ARTICLE = "https://w3id.org/article-kg/article/tests"
EX = "https://example.org/"
RANKS = {"known": 5, "asserted": 4, "probable": 3, "possible": 2, "open": 1}
DRUG, SYMPTOM = Node(iri=EX + "Drug", label="drug"), Node(iri=EX + "Symptom", label="symptom")


def term(label, kind=DRUG, **more):
    return TermNode(iri=EX + label.replace(" ", "_"), label=label, kind=kind, **more)


def sentence(text, *, start=0, mentions=(), citations=()):
    """`mentions`: pairs of words in the text and the term; `citations`: markers in it."""
    return SentenceNode(
        iri=f"{ARTICLE}#s{start}",
        article=ARTICLE,
        start=start,
        end=start + len(text),
        text=text,
        mentions=tuple(_span(text, start, words, named.iri) for words, named in mentions),
        citations=tuple(_span(text, start, words, None) for words in citations),
    )


def _span(text, start, words, target):
    at = start + text.index(words)
    return MarkedSpan(start=at, end=at + len(words), text=words, target=target)


def claim(subject, relation, obj, said, **more):
    """A claim of the terms `subject` and `obj`; `said` is its sentence or the words of one."""
    where = sentence(said) if isinstance(said, str) else said
    certainty = more.pop("certainty", "asserted")
    fields = {
        "iri": f"{ARTICLE}#c-{subject.label}-{relation}-{obj.label}-{where.start}",
        "article": ARTICLE,
        "subject": Node(iri=subject.iri, label=subject.label),
        "predicate": Node(iri=EX + relation, label=relation),
        "object": Node(iri=obj.iri, label=obj.label),
        "negated": False,
        "certainty": certainty,
        "rank": RANKS[certainty],
        "sentence": where,
        "trigger": relation,
    }
    return ClaimNode(**(fields | more))


@dataclass(frozen=True)
class HandMade:
    """As much of a graph as the view reads."""

    of_claims: tuple[ClaimNode, ...] = ()
    of_terms: tuple[TermNode, ...] = ()
    title: str | None = "An article of the tests"

    def articles(self):
        return (ArticleNode(iri=ARTICLE, title=self.title),)

    def terms(self):
        return self.of_terms

    def papers(self):
        return tuple({p.iri: p for c in self.of_claims for p in c.papers}.values())

    def sentences(self):
        return tuple({c.sentence.iri: c.sentence for c in self.of_claims}.values())

    def claims(self):
        return self.of_claims

    def turned(self):
        """The same graph, told in the opposite order."""
        return replace(self, of_claims=self.of_claims[::-1], of_terms=self.of_terms[::-1])


SERTRALINE = term(
    "sertraline",
    names=("Zoloft",),
    matches=("http://purl.obolibrary.org/obo/CHEBI_9123", "javascript:alert(1)"),
)
LITHIUM = term("lithium")
ANXIETY = term("anxiety", SYMPTOM)
RELAPSE = term("relapse", SYMPTOM)
VELOTRINE = term("velotrine", ungrounded=True)

PAPER = PaperNode(
    iri="https://doi.org/10.1000/abc(1)",
    number=4,
    title="Sertraline & anxiety",
    authors=("Aldane P", "Borrow T"),
    journal="J Mood",
    issued="2019",
    volume="8",
    issue="1",
    pages="49-58",
    doi="10.1000/abc(1)",
)
BARE_PAPER = PaperNode(iri=f"{ARTICLE}#paper-x", title="A work without a year")

CITED = sentence(
    "It may be that Zoloft rarely helps against anxiety in adults4.",
    start=100,
    mentions=[("Zoloft", SERTRALINE), ("anxiety", ANXIETY)],
    citations=["4"],
)

SMALL = HandMade(
    of_terms=(SERTRALINE, LITHIUM, ANXIETY, RELAPSE, VELOTRINE),
    of_claims=(
        claim(
            SERTRALINE,
            "treats",
            ANXIETY,
            CITED,
            certainty="possible",
            trigger="helps",
            steps=("thatClause",),
            papers=(PAPER,),
            qualifiers=(QualifierValue(name="population", label="adults", iri=EX + "adults"),),
            reliability=0.87,
        ),
        claim(SERTRALINE, "causes", RELAPSE, sentence("It causes relapse.", start=200)),
        claim(SERTRALINE, "causes", RELAPSE, sentence("Relapse is caused by it.", start=230)),
        claim(
            LITHIUM,
            "prevents",
            RELAPSE,
            sentence("Lithium does not prevent relapse.", start=300),
            negated=True,
            papers=(BARE_PAPER,),
        ),
        claim(VELOTRINE, "resembles", SERTRALINE, sentence("Velotrine is alike.", start=400)),
    ),
)
