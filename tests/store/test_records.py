"""Graphs come back as the records that the rooms above read."""

import random

import pytest

from kg.model.graph import Node
from kg.model.ontology import KG
from kg.store import Graph
from tests.readings import term_iri
from tests.store.articles import FIRST, SECOND, first, second


@pytest.fixture(scope="module")
def graph():
    return Graph.of(first() + second())


def claim(graph, relation, article=FIRST):
    return next(c for c in graph.claims() if c.predicate.label == relation and c.article == article)


def test_a_claim_carries_what_a_reader_needs(graph):
    c = claim(graph, "enhances")
    assert c.subject == Node(iri=term_iri("allopregnanolone"), label="allopregnanolone")
    assert (c.certainty, c.rank, c.negated, c.trigger) == ("probable", 3, False, "enhances")
    assert [(q.name, q.label) for q in c.qualifiers] == [
        ("location", "amygdala"), ("organism", "rat"), ("quantity", "6–12 Hz"),
    ]  # fmt: skip
    assert c.sentence.text.startswith("Thus")
    assert c.steps == ("fromContext", "thatClause")
    assert [p.number for p in c.papers] == [2]
    assert c.reliability == pytest.approx(0.85)


def test_claims_come_in_the_order_of_the_text(graph):
    found = [c for c in graph.claims() if c.article == FIRST]
    assert [c.sentence.start for c in found] == sorted(c.sentence.start for c in found)
    in_one = [c.trigger for c in found if c.sentence.text.startswith("Brexanolone")]
    assert in_one == ["sold", "treats"]


def test_ends_that_are_claims_or_quantities_are_shown_in_words(graph):
    assert claim(graph, "reduces").subject.label == "allopregnanolone modulates theta oscillation"
    assert claim(graph, "relapse rate").object.label == "about 40%"


def test_words_and_terms_that_a_claim_compares_with(graph):
    found = [(q.label, q.iri) for q in claim(graph, "reduces").qualifiers]
    assert found == [("SSRI", term_iri("SSRI")), ("more than before", None)]


def test_a_term_has_its_most_specific_kind(graph):
    terms = {t.label: t for t in graph.terms()}
    assert terms["anxiety"].kind == Node(iri=KG + "Symptom", label="symptom")
    assert terms["allopregnanolone"].names == ("3α,5α-THP", "ALLO")
    assert terms["allopregnanolone"].matches == ("http://purl.obolibrary.org/obo/CHEBI_50169",)
    assert terms["marovine"].ungrounded
    assert [t.label for t in graph.terms()] == sorted(terms, key=str.casefold)


def test_a_sentence_holds_its_mentions_and_markers(graph):
    s = next(s for s in graph.sentences() if s.text.startswith("SSRIs do not"))
    assert [(m.text, m.target) for m in s.mentions] == [
        ("SSRI", term_iri("SSRI")),
        ("postpartum depression", term_iri("postpartum depression")),
    ]
    assert [m.text for m in s.citations] == ["[1, 2]", "[1, 2]"]
    assert s.citations[0].target == "https://doi.org/10.5555/abc.1"
    unresolved = next(s for s in graph.sentences() if s.text.startswith("Modulation"))
    assert [m.target for m in unresolved.citations] == [None]
    last = next(s for s in graph.sentences() if s.text.startswith("Treating"))
    assert (last.section, len(last.not_understood)) == ("Methods", 1)


def test_sentences_come_in_order(graph):
    places = [(s.article, s.start) for s in graph.sentences()]
    assert places == sorted(places)


def test_articles_list_their_papers_by_number(graph):
    one, other = graph.articles()
    assert (one.iri, other.iri) == (FIRST, SECOND)
    assert [p.number for p in one.papers] == [1, 2]
    assert one.papers[1].et_al
    assert one.issued == "2026-01-02"
    assert one.text.startswith("It is known")


def test_a_paper_of_two_articles_has_its_authors_once(graph):
    [paper] = [p for p in graph.papers() if p.doi == "10.5555/abc.1"]
    assert paper.authors == ("Ahn B", "Coste D")
    assert paper.issued == "2018-05-04", "the more exact date"
    assert paper.number == 1


def test_records_do_not_depend_on_the_order_of_the_quads(graph):
    quads = list(first() + second())
    random.Random(1).shuffle(quads)
    other = Graph.of(quads)
    for name in ("articles", "terms", "papers", "sentences", "claims"):
        assert getattr(other, name)() == getattr(graph, name)()


def test_relations_below_another_are_known(graph):
    found = {iri.removeprefix(KG) for iri in graph.relations_below(KG + "causes")}
    assert found == {"causes", "hasSideEffect"}
    assert graph.relations_below("urn:none") == {"urn:none"}


def test_a_graph_of_others_has_no_records():
    graph = Graph.of(())
    assert graph.claims() == graph.terms() == graph.articles() == ()


def test_rdflib_gets_the_same_graph(graph):
    data = graph.to_rdflib()
    found = data.query("SELECT (COUNT(*) AS ?n) { ?s kg:treats ?o }")
    assert [int(row.n) for row in found] == [2]
    assert {str(g.identifier) for g in data.graphs()} >= {FIRST, SECOND}
    assert len(list(data.quads())) == len(graph.store)
