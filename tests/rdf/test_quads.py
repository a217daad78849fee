"""What an article looks like in RDF: the shapes of the design, and the laws of its graph."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
import rdflib
from rdflib import RDF, SKOS, Literal, Namespace, URIRef

from kg.model.claim import Citation
from kg.model.ontology import KG as KG_IRI
from kg.rdf import to_quads
from kg.store import serialize
from tests.graphs import KG, ONTOLOGY, assert_shapes, assert_valid, dataset
from tests.readings import ARTICLE, Draft, ontology, sample

CITO = Namespace("http://purl.org/spar/cito/")
BIBO = Namespace("http://purl.org/ontology/bibo/")
DCTERMS = rdflib.DCTERMS
A = URIRef(ARTICLE)
DOI = URIRef("https://doi.org/10.5555/abc.1")


@pytest.fixture(scope="module")
def graph():
    return dataset(to_quads(sample(), ontology())).graph(A)


@pytest.fixture(scope="module")
def tree():
    return dataset(to_quads(sample(), ontology())).graph(ONTOLOGY)


def x(name):
    return URIRef(f"{ARTICLE}#{name}")


@pytest.mark.parametrize("bare", ["strict", "all"])
def test_the_sample_obeys_shapes_and_laws(bare):
    assert_valid(to_quads(sample(), ontology(), bare=bare), bare=bare)


def test_the_article_says_what_it_is(graph):
    assert graph.value(A, DCTERMS.title) == Literal("Hormones and mood")
    assert graph.value(A, DCTERMS.issued) == Literal("2026-01-02", datatype=rdflib.XSD.date)
    assert DOI in set(graph.objects(A, CITO.cites))


def test_a_hedged_claim_carries_its_evidence(graph):
    [claim] = graph.subjects(KG.predicate, KG.enhances)
    assert graph.value(claim, KG.certainty) == KG.probable
    assert graph.value(claim, KG.location) == KG.Amygdala
    assert graph.value(claim, KG.organism) == KG.Rat
    assert graph.value(claim, KG.quantity) == x("q107")
    assert graph.value(claim, KG.sentence) == x("s41")
    assert graph.value(claim, KG.trigger) == Literal("enhances")
    assert set(graph.objects(claim, KG.step)) == {KG.thatClause, KG.fromContext}
    assert str(graph.value(claim, KG.reliability)) == "0.85"
    assert graph.value(claim, CITO.citesAsEvidence).endswith("ekman-2020-waves-in-the-amygdala")


@pytest.mark.parametrize(
    "figures", [["-0.01"], ["1.01"], ["0.5", "0.6"]], ids=["below", "above", "two"]
)
def test_a_reliability_is_one_share(figures):
    one = dataset(to_quads(sample(), ontology())).graph(A)
    [claim] = one.subjects(KG.predicate, KG.enhances)
    one.remove((claim, KG.reliability, None))
    assert_shapes(one)
    for figure in figures:
        one.add((claim, KG.reliability, Literal(figure, datatype=rdflib.XSD.decimal)))
    with pytest.raises(AssertionError, match="reliability"):
        assert_shapes(one)


def test_a_quantity_is_a_range_with_its_unit(graph):
    assert [str(graph.value(x("q107"), p)) for p in (KG.min, KG.max, KG.text)] == [
        "6.0", "12.0", "6–12 Hz",
    ]  # fmt: skip
    assert graph.value(x("q471"), KG.bound) == Literal("about")


def test_a_claim_may_be_the_subject_of_one(graph):
    [outer] = graph.subjects(KG.predicate, KG.reduces)
    inner = graph.value(outer, KG.subject)
    assert graph.value(inner, KG.certainty) == KG.open
    assert graph.value(inner, KG.sentence) == graph.value(outer, KG.sentence)
    assert set(graph.objects(outer, KG.comparedWith)) == {KG.Ssri, Literal("more than before")}


def test_a_marker_leads_to_its_references_or_says_why_not(graph):
    assert set(graph.objects(x("cite277"), KG.reference)) == {x("ref-1"), x("ref-2")}
    assert graph.value(x("cite436"), KG.reference) is None
    assert graph.value(x("cite436"), KG.notUnderstood) == Literal("the list has no reference 9")


def test_a_marker_may_lead_to_some_of_its_references_only():
    d = Draft()
    d.say("SSRIs treat anxiety [1, 7].")
    d.citations.append(Citation(d.span("[1, 7]"), 0, (1, 7)))
    d.refer("1. A.", iri=str(DOI))
    quads = to_quads(d.reading(), ontology())
    assert_valid(quads)
    graph = dataset(quads).graph(A)
    assert graph.value(x("cite20"), KG.reference) == x("ref-1")
    assert graph.value(x("cite20"), KG.notUnderstood) == Literal("the list has no reference 7")


def test_a_paper_says_all_that_is_printed_of_it(graph):
    assert graph.value(DOI, DCTERMS.issued) == Literal("2018-05", datatype=rdflib.XSD.gYearMonth)
    assert graph.value(DOI, BIBO.doi) == Literal("10.5555/abc.1")
    names = {
        graph.value(a, KG.number).toPython(): str(graph.value(a, KG.name))
        for a in graph.objects(DOI, KG.author)
    }
    assert names == {1: "Ahn B", 2: "Coste D"}
    other = graph.value(x("ref-2"), KG.paper)
    assert graph.value(other, KG.etAl).toPython() is True
    assert graph.value(other, BIBO.pmid) == Literal("12345")


def test_kinds_of_terms_are_closed_upward(graph):
    kinds = set(graph.objects(KG.Allopregnanolone, RDF.type))
    assert kinds == {KG.Drug, KG.Hormone, KG.Substance, KG.Term}


def test_a_term_has_its_names_and_matches(graph):
    assert graph.value(KG.Allopregnanolone, SKOS.prefLabel) == Literal(
        "allopregnanolone", lang="en"
    )
    assert Literal("ALLO", lang="en") in set(graph.objects(KG.Allopregnanolone, SKOS.altLabel))
    assert str(graph.value(KG.Allopregnanolone, SKOS.exactMatch)).endswith("CHEBI_50169")
    assert graph.value(KG.Zulresso, KG.productOf) == KG.Brexanolone


def test_a_name_that_no_one_knows_says_so(graph):
    assert graph.value(x("t-marovine"), KG.ungrounded).toPython() is True
    assert graph.value(KG.Ssri, KG.ungrounded) is None


def test_terms_that_only_a_qualifier_names_are_described(graph):
    assert (KG.Rat, RDF.type, KG.ModelOrganism) in graph


def test_what_was_not_understood_stands_at_its_sentence(graph):
    [sentence] = [s for s in graph.subjects(KG.notUnderstood) if "#s" in s]
    assert "no subject" in str(graph.value(sentence, KG.notUnderstood))
    assert graph.value(sentence, KG.section) == Literal("Methods")


def test_the_ontology_graph_holds_what_the_article_uses_and_no_more(tree):
    assert graph_tree(tree) >= {
        ("enhances", "affects"),
        ("Drug", "Substance"),
        ("Substance", "Term"),
    }
    assert ("Drug", "Term") not in graph_tree(tree), "the tree, not its closure"
    assert tree.value(KG.probable, KG.rank).toPython() == 3
    assert tree.value(KG.fromContext, SKOS.prefLabel) == Literal("from context", lang="en")
    assert tree.value(KG.produces, SKOS.prefLabel) is None


def graph_tree(tree):
    above = (rdflib.RDFS.subClassOf, rdflib.RDFS.subPropertyOf)
    return {(s.split("#")[1], o.split("#")[1]) for p in above for s, o in tree.subject_objects(p)}


def test_background_knowledge_never_stands_as_a_bare_triple():
    field = ontology()
    terms = tuple(
        replace(t, broader=(KG_IRI + "Ssri",)) if t.label == "brexanolone" else t
        for t in field.terms
    )
    assert_valid(to_quads(sample(), replace(field, terms=terms)))


def test_without_text_no_sentence_is_in_the_output():
    quads = to_quads(sample(), ontology(), text=False)
    assert_valid(quads)
    written = serialize(quads, "nq").decode()
    assert "It is known that" not in written
    assert "Drugs and the head. J Moods" not in written
    assert '"treats"' in written


def test_names_of_claims_do_not_depend_on_whether_text_is_kept():
    with_text, without = (to_quads(sample(), ontology(), text=t) for t in (True, False))
    assert {q.subject for q in with_text} == {q.subject for q in without}


def test_an_article_without_anything_is_a_graph_too():
    quads = to_quads(Draft(title=None, issued=None).reading(), ontology())
    assert_valid(quads)


def test_quads_do_not_depend_on_the_order_of_the_ontology():
    field = ontology()
    turned = replace(
        field,
        terms=tuple(reversed(field.terms)),
        kinds=tuple(reversed(field.kinds)),
        relations=tuple(reversed(field.relations)),
    )
    assert to_quads(sample(), field) == to_quads(sample(), turned)


def test_bytes_depend_on_no_hash_seed_time_zone_or_language():
    script = (
        "import hashlib; from kg.rdf import to_quads; from kg.store import serialize;"
        "from tests.readings import ontology, sample; q = to_quads(sample(), ontology());"
        "print([hashlib.sha256(serialize(q, f)).digest() for f in ('trig', 'nq', 'ttl', 'jsonld')])"
    )

    def run(**settings):
        env = {**os.environ, **settings}
        return subprocess.run(
            [sys.executable, "-c", script], env=env, capture_output=True, check=True
        ).stdout

    first = run(PYTHONHASHSEED="1", TZ="UTC", LANG="C", LC_ALL="C")
    assert first == run(
        PYTHONHASHSEED="2", TZ="Asia/Kolkata", LANG="tr_TR.UTF-8", LC_ALL="tr_TR.UTF-8"
    )


BROKEN = [
    ("a claim of two certainties", "?c kg:certainty kg:known", "?c kg:predicate kg:enhances"),
    ("a claim with an unknown property", "?c kg:why 1", "?c a kg:Claim"),
    ("a sentence of two articles", "?s kg:article kg:Ssri", "?s a kg:Sentence"),
    ("a mention of no term", "?m kg:term kg:known", "?m a kg:Mention"),
    ("an amount in words", '?q kg:value "six"', "?q a kg:Quantity"),
    ("a year that is a string", '?p dcterms:issued "2018"', "?p a kg:Paper"),
    ("a term of two labels", '?t skos:prefLabel "x"@de', "?t a kg:Term"),
    ("an author of two numbers", "?a kg:number 7", "?a a kg:Author"),
    ("a reference to what is no paper", "?r kg:paper kg:Ssri", "?r a kg:Reference"),
    ("an article of two digests", '?a kg:sha256 "x"', "?a a kg:Article"),
    ("a citation that leads to a paper", "?c kg:reference kg:Ssri", "?c a kg:Citation"),
]


@pytest.mark.parametrize(("added", "where"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_the_shapes_refuse(added, where):
    data = rdflib.Graph()
    for triple in dataset(to_quads(sample(), ontology())).graph(A):
        data.add(triple)
    prefixes = {"kg": KG, "dcterms": DCTERMS, "skos": SKOS}
    data.update(f"INSERT {{ {added} }} WHERE {{ {where} }}", initNs=prefixes)
    with pytest.raises(AssertionError, match="Conforms: False"):
        assert_shapes(data)


@pytest.mark.parametrize(
    "name", "subject predicate object negated certainty sentence trigger".split()
)
def test_the_shapes_refuse_a_claim_without(name):
    data = rdflib.Graph()
    for triple in dataset(to_quads(sample(), ontology())).graph(A):
        if triple[1] != KG[name]:
            data.add(triple)
    with pytest.raises(AssertionError, match="Conforms: False"):
        assert_shapes(data)
