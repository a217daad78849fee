"""What an audit finds in a graph."""

from dataclasses import replace
from itertools import count

import pytest

from kg.audit import audit, render
from kg.model.graph import ArticleNode, ClaimNode, Node, PaperNode, SentenceNode, TermNode
from kg.model.ontology import KG

PAPER = PaperNode(iri="https://doi.org/10.1/x", number=1)
place = count(start=0, step=10)


class Graph:
    """A graph whose records are given."""

    def __init__(self, *claims, sentences=(), terms=()):
        self._claims, self._sentences, self._terms = claims, sentences, terms

    def claims(self):
        return self._claims

    def sentences(self):
        return (*self._sentences, *(claim.sentence for claim in self._claims))

    def terms(self):
        return self._terms

    def articles(self):
        return (ArticleNode(iri="https://example.org/a"),)


def sentence(text, *notes):
    start = next(place)
    return SentenceNode(
        iri=f"https://example.org/a#s{start}",
        article="https://example.org/a",
        start=start,
        end=start + len(text),
        text=text,
        not_understood=notes,
    )


def claim(subject, predicate, object_, certainty="asserted", *, negated=False, papers=()):
    said = sentence(f"{subject} {predicate} {object_}.")
    return ClaimNode(
        iri=f"https://example.org/a#c-{said.start}",
        article=said.article,
        subject=Node(iri=KG + subject, label=subject),
        predicate=Node(iri=KG + predicate, label=predicate),
        object=Node(iri=KG + object_, label=object_),
        negated=negated,
        certainty=certainty,
        rank=4,
        sentence=said,
        trigger=predicate,
        papers=papers,
    )


def test_claims_are_counted_by_certainty_negation_and_citation():
    found = audit(
        Graph(
            claim("zinc", "affects", "cold"),
            claim("zinc", "affects", "flu", papers=(PAPER,)),
            claim("zinc", "affects", "gout", negated=True),
            claim("zinc", "affects", "pain", "possible"),
        )
    )
    asserted = next(t for t in found.tallies if t.certainty == "asserted")
    assert (asserted.affirmed_cited, asserted.affirmed_uncited) == (1, 1)
    assert (asserted.denied_cited, asserted.denied_uncited, asserted.all) == (0, 1, 3)
    assert sum(t.all for t in found.tallies) == 4


def test_drift_is_one_proposition_with_several_certainties():
    sure, doubtful = claim("zinc", "affects", "cold"), claim("zinc", "affects", "cold", "possible")
    (drift,) = audit(Graph(sure, doubtful, claim("zinc", "affects", "flu"))).drift
    assert (drift.object.label, drift.claims) == ("cold", (sure, doubtful))


def test_to_say_the_same_twice_is_no_drift():
    assert not audit(
        Graph(claim("zinc", "affects", "cold"), claim("zinc", "affects", "cold"))
    ).drift


def test_a_contradiction_is_affirmed_and_denied():
    yes, no = claim("zinc", "affects", "cold"), claim("zinc", "affects", "cold", negated=True)
    found = audit(Graph(yes, no))
    assert [p.claims for p in found.contradictions] == [(yes, no)]
    assert not found.drift  # the certainty is the same


def test_claims_of_treatment_or_cause_want_a_paper():
    bare = claim("zinc", "treats", "cold")
    cited = claim("zinc", "treats", "flu", papers=(PAPER,))
    found = audit(
        Graph(bare, cited, claim("zinc", "isA", "metal"), claim("zinc", "causes", "x", "open"))
    )
    assert found.uncited == (bare,)


def test_what_was_not_understood_is_listed():
    silent = sentence("Zinc frobs colds.", "trigger 'frob' found; no object of a fitting kind")
    unknown = TermNode(
        iri="https://example.org/a#t-frob",
        label="frob",
        kind=Node(iri=KG + "Term", label="term"),
        ungrounded=True,
    )
    known = replace(unknown, iri=KG + "zinc", label="zinc", ungrounded=False)
    found = audit(Graph(sentences=(silent, sentence("All is well.")), terms=(unknown, known)))
    assert [one.sentence for one in found.not_read] == [silent]
    assert found.ungrounded == (unknown,)


@pytest.mark.parametrize(
    ("claims", "faults"),
    [
        ((claim("zinc", "affects", "cold"),), False),
        ((claim("zinc", "treats", "cold"),), True),
        ((claim("a", "affects", "b"), claim("a", "affects", "b", negated=True)), True),
        ((claim("a", "affects", "b"), claim("a", "affects", "b", "known")), True),
    ],
)
def test_faults_are_drift_contradictions_and_missing_papers(claims, faults):
    assert audit(Graph(*claims)).faults is faults


def test_the_text_names_each_finding_with_its_sentences():
    short = claim("zinc", "treats", "cold")
    long = claim("zinc", "treats", "cold", "possible")
    long = replace(long, sentence=replace(long.sentence, text="Zinc eases. " * 20))
    text = render(audit(Graph(short, long)))
    assert "Drift: one proposition, different certainty (1)" in text
    assert "  zinc — treats — cold\n    asserted: zinc treats cold." in text
    assert "Treatment or cause without a paper (2)" in text
    assert "Contradictions: affirmed and denied (0)\n  none" in text
    assert max(map(len, text.splitlines())) < 120


def test_an_empty_graph_has_no_faults():
    found = audit(Graph())
    assert not found.faults
    assert render(found).startswith("1 article, 0 sentences")
