"""kg from Python."""

import os
import subprocess
import sys

import pytest
import rdflib

import kg
from kg import api
from kg.errors import KgError

TEXT = "Zinc\n\nAllopregnanolone treats depression. SSRIs do not treat headache.\n"


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    path = tmp_path_factory.mktemp("article") / "good.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture(scope="module")
def graph(article):
    return kg.build(article)


def test_importing_kg_loads_nothing_of_it():
    code = "import sys, kg; print([name for name in sys.modules if name.startswith('kg.')])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_a_shell_completes_what_is_meant_for_use():
    names = [name for name in dir(kg) if not name.startswith("_")]
    assert names == ["Graph", "build", "open"]


def test_graphs_and_answers_say_what_they_hold(graph):
    assert repr(graph) == "<kg.Graph: 1 article, 3 sentences, 2 claims>"
    found = graph.query("SELECT ?s ?o { ?s kg:treats ?o }")
    assert repr(found) == "<Solutions: 1 row of ?s, ?o>"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'kg' has no attribute 'bild'"):
        kg.bild  # noqa: B018 the access is the test


def test_an_article_becomes_claims(graph):
    stated = [
        (c.subject.label, c.predicate.label, c.object.label, c.negated) for c in graph.claims()
    ]
    assert stated == [
        ("allopregnanolone", "treats", "depression", False),
        ("selective serotonin reuptake inhibitor", "treats", "headache", True),
    ]


def test_several_articles_become_one_graph(article, tmp_path):
    (tmp_path / "other.txt").write_text("Copper\n\nFluoxetine treats depression.\n")
    assert len(kg.build(article, str(tmp_path / "other.txt")).articles()) == 2


def test_an_article_that_is_not_there_is_a_kg_error():
    with pytest.raises(KgError, match=r"missing\.txt"):
        kg.build("missing.txt")


def test_a_graph_that_is_not_there_is_a_kg_error():
    with pytest.raises(KgError, match=r"missing\.trig"):
        kg.open("missing.trig")


def test_a_graph_becomes_that_of_rdflib(graph):
    dataset = graph.to_rdflib()
    assert isinstance(dataset, rdflib.Dataset)
    ask = "ASK { ?claim a <https://w3id.org/article-kg/ontology#Claim> }"
    assert dataset.query(ask).askAnswer


def test_a_graph_becomes_those_of_networkx_and_pyvis(graph):
    assert graph.to_networkx().number_of_edges() >= 2
    assert len(graph.to_pyvis().nodes) == graph.to_networkx().number_of_nodes()


def test_a_notebook_shows_the_page_in_a_frame(graph):
    shown = graph._repr_html_()
    assert shown.startswith('<iframe srcdoc="')
    assert "<script" not in shown


@pytest.fixture
def cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path))
    return tmp_path / "kg"


def test_the_shipped_graph_is_built_once(cache, monkeypatch):
    assert kg.open().claims()
    (path,) = cache.iterdir()
    monkeypatch.setattr(api, "read_file", None)
    assert kg.open().claims()
    assert list(cache.iterdir()) == [path]


@pytest.mark.usefixtures("cache")
def test_another_ontology_or_version_is_another_shipped_graph(monkeypatch, tmp_path):
    before = api.shipped_graph_path()
    monkeypatch.setattr(api, "__version__", "0.0.0")
    newer = api.shipped_graph_path()
    article = api.shipped
    other = tmp_path / "other.ttl"
    other.write_text("# another\n")
    monkeypatch.setattr(
        api, "shipped", lambda name: other if name == "ontology.ttl" else article(name)
    )
    assert len({before, newer, api.shipped_graph_path()}) == 3


def test_an_outdated_shipped_graph_is_thrown_away(cache):
    cache.mkdir()
    (cache / "allopregnanolone-0000.trig").touch()
    path = api.shipped_graph()
    assert list(cache.iterdir()) == [path]
