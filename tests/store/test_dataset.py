"""An article in a store is replaced as a whole; no other article changes."""

import os
import subprocess
import sys

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.rdf import to_quads
from kg.rdf.terms import IRI, Literal, Quad
from kg.rdf.vocabulary import ONTOLOGY_GRAPH, PREF_LABEL
from kg.store import Graph
from kg.store.dataset import remove, replace
from kg.store.disk import writer_of
from tests.graphs import assert_valid
from tests.readings import ontology, sample
from tests.store.articles import FIRST, SECOND, first, second


def quads_of(path):
    return set(Graph.open(path).store)


def in_memory(*articles):
    return set(Graph.of([quad for article in articles for quad in article]).store)


def named(quads, name):
    return {q for q in quads if q.graph_name == ox.NamedNode(name)}


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "store"
    replace(path, first())
    replace(path, second())
    return path


def test_articles_added_one_by_one_are_as_added_at_once(store):
    assert quads_of(store) == in_memory(first(), second())
    assert_valid(Graph.open(store))


def test_replacing_an_article_by_itself_changes_nothing(store):
    before = quads_of(store)
    replace(store, first())
    replace(store, second())
    assert quads_of(store) == before


def test_replacing_an_article_leaves_the_others_alone(store):
    before = quads_of(store)
    short = to_quads(sample(iri=FIRST, before="New text. "), ontology())
    fewer = tuple(q for q in short if q.graph != IRI(FIRST) or "#c-" not in q.subject.value)
    replace(store, fewer)
    after = quads_of(store)
    assert named(after, SECOND) == named(before, SECOND)
    assert named(after, FIRST) != named(before, FIRST)
    assert after == in_memory(fewer, second())


def test_what_two_articles_say_stays_when_one_goes(store):
    remove(store, FIRST)
    graph = Graph.open(store)
    assert named(set(graph.store), FIRST) == set()
    assert named(set(graph.store), SECOND) == named(in_memory(second()), SECOND)
    shared = "ASK { kg:Brexanolone kg:treats kg:PostpartumDepression }"
    assert graph.query(shared)
    assert not graph.query("ASK { kg:Ssri kg:hasSideEffect kg:Headache }")
    remove(store, SECOND)
    assert not Graph.open(store).query(shared)


def test_a_new_label_of_a_relation_takes_the_place_of_the_old(store):
    kg_treats = IRI("https://w3id.org/article-kg/ontology#treats")
    changed = [
        Quad(kg_treats, PREF_LABEL, Literal("heals", q.object.datatype, "en"), ONTOLOGY_GRAPH)
        if q.subject == kg_treats and q.predicate == PREF_LABEL
        else q
        for q in second()
    ]
    replace(store, changed)
    rows = Graph.open(store).query("SELECT ?l { kg:treats skos:prefLabel ?l }").rows
    assert [r[0].value for r in rows] == ["heals"]


def test_an_article_that_is_not_there_cannot_be_removed(store):
    with pytest.raises(KgError, match="has no article urn:none"):
        remove(store, "urn:none")


def test_the_prefixes_of_the_articles_are_known(store):
    assert Graph.open(store).query("ASK { ?t skos:exactMatch CHEBI:50169 }")


def test_a_malformed_article_changes_nothing(store):
    before = quads_of(store)
    with pytest.raises(KgError, match="is not an IRI"):
        replace(store, [*first()[:5], Quad(IRI("no iri"), PREF_LABEL, Literal("x"), IRI(FIRST))])
    assert quads_of(store) == before


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(KgError, match="this is not a store"):
        replace(tmp_path, first())
    with pytest.raises(KgError, match="this is not a store"):
        Graph.open(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_empty_folder_becomes_a_store(tmp_path):
    replace(tmp_path, second())
    assert len(Graph.open(tmp_path).claims()) == 2


def test_a_second_writer_is_told_who_writes(store):
    script = (
        "import sys, time, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]);"
        "print('open', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, store], stdout=subprocess.PIPE) as other:
        try:
            assert other.stdout.readline() == b"open\n"
            with pytest.raises(KgError, match=f"is being written by process {other.pid}"):
                replace(store, first())
            with pytest.raises(KgError, match=f"is being written by process {other.pid}"):
                Graph.open(store)
        finally:
            other.kill()
    assert writer_of(store) is None
    assert len(Graph.open(store).articles()) == 2


def test_two_readers_at_once(store):
    one, other = Graph.open(store), Graph.open(store)
    assert one.claims() == other.claims()


def test_a_store_that_is_missing_is_named(tmp_path):
    with pytest.raises(KgError, match="there is no such file"):
        Graph.open(tmp_path / "none")


def test_a_store_that_this_process_writes_cannot_be_written_twice(store):
    held = ox.Store(str(store))
    for work in (lambda: replace(store, first()), lambda: Graph.open(store)):
        with pytest.raises(KgError, match=f"is being written by process {os.getpid()}"):
            work()
    assert writer_of(store) == os.getpid(), "asking did not end the lock"
    del held
    replace(store, first())
