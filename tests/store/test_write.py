"""Graphs are written the same to the byte, read back the same, and never by halves."""

import errno
import json
import os
import re
import stat

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings, strategies as st

from kg.errors import KgError
from kg.rdf import to_quads
from kg.rdf.literals import RDF_LANG_STRING, boolean, decimal, integer
from kg.rdf.terms import IRI, XSD, Literal, Quad
from kg.rdf.vocabulary import PREF_LABEL, PREFERRED_PREFIX
from kg.store import Graph, serialize, write
from kg.store.convert import from_ox
from kg.store.formats import WRITTEN
from tests.graphs import assert_valid
from tests.readings import ARTICLE, ontology, sample

QUADS = to_quads(sample(), ontology())
CHEBI = "http://purl.obolibrary.org/obo/CHEBI_"


def read(data, name):
    """Return quads as another reader finds them: pyoxigraph, without our store."""
    found = ox.parse(data, format=WRITTEN[name])
    return {
        (
            q.subject.value,
            q.predicate.value,
            from_ox(q.object),
            getattr(q.graph_name, "value", None),
        )
        for q in found
    }


def flat(quads, *, graphs=True):
    return {(s.value, p.value, o, g.value if graphs else None) for s, p, o, g in quads}


@pytest.mark.parametrize("name", ["trig", "nq", "jsonld"])
def test_what_is_read_is_what_was_written(name):
    assert read(serialize(QUADS, name), name) == flat(QUADS)


def test_turtle_is_the_union_without_graph_names():
    assert read(serialize(QUADS, "ttl"), "ttl") == flat(QUADS, graphs=False)


# rdflib 7.6 warns of its own use of ConjunctiveGraph in its readers
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("name", "format"),
    [("trig", "trig"), ("nq", "nquads"), ("ttl", "turtle"), ("jsonld", "json-ld")],
)
def test_rdflib_reads_the_same(name, format):  # noqa: A002
    data = rdflib.Dataset()
    data.parse(data=serialize(QUADS, name), format=format)
    found = {(str(s), str(p), str(o)) for s, p, o, _ in data.quads()}
    assert found == {(s.value, p.value, o.value) for s, p, o, _ in QUADS}


plain_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = st.sampled_from(
    [
        ARTICLE, ARTICLE + "#s9", ARTICLE + "#s10", ARTICLE + "#s010", CHEBI + "12", CHEBI,
        "https://w3id.org/article-kg/ontology#treats", "https://w3id.org/article-kg/ontology#a/b",
        "https://example.org/t/seizures(all)_1", "https://doi.org/10.1002/(sici)1%3C2::aid%3E3;2-k",
        "https://w3id.org/article-kg/ontology#a.b.", "https://example.org/ümlaut", "urn:x:y",
        "https://w3id.org/article-kg/ontology#-x", "https://w3id.org/article-kg/ontology#",
    ]
).map(IRI)  # fmt: skip
literals = st.one_of(
    plain_texts.map(Literal),
    plain_texts.map(lambda text: Literal(text, RDF_LANG_STRING, "en")),
    plain_texts.map(lambda text: Literal(text, RDF_LANG_STRING, "de-at")),
    st.booleans().map(boolean),
    st.integers(-(10**20), 10**20).map(integer),
    st.decimals(-1000, 1000, places=3).map(str).map(decimal),
    st.just(Literal("2018-05", XSD + "gYearMonth")),
    st.just(Literal("01", XSD + "integer")),
    st.just(Literal("1", XSD + "boolean")),
)
predicates = names | st.just(PREF_LABEL) | st.just(IRI("https://w3id.org/article-kg/ontology#min"))
quads = st.lists(st.builds(Quad, names, predicates, names | literals, names), max_size=12)


@given(quads)
@settings(max_examples=60, deadline=None)
def test_any_quads_survive_every_format(found):
    for name in ("trig", "nq", "jsonld"):
        assert read(serialize(found, name), name) == flat(found), name
    assert read(serialize(found, "ttl"), "ttl") == flat(found, graphs=False)


@given(quads)
@settings(max_examples=20, deadline=None)
def test_the_order_in_which_quads_come_does_not_matter(found):
    for name in WRITTEN:
        assert serialize(found, name) == serialize([*reversed(found), *found], name)


def test_every_prefix_is_declared_and_none_invented():
    written = serialize(QUADS, "trig").decode()
    declared = re.findall(r"^@prefix (\S*): ", written, re.MULTILINE)
    assert declared == sorted(declared)
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|<[^>]*>', "", written)
    assert set(re.findall(r"\b([A-Za-z]\w*):", bare)) <= set(declared)
    assert not [p for p in declared if re.fullmatch(r"ns\d+", p)]
    assert "CHEBI:50169" in written


def test_nodes_stand_in_the_order_of_the_text():
    written = serialize(QUADS, "trig").decode()
    starts = [int(n) for n in re.findall(r"#s(\d+)> a kg:Sentence", written)]
    assert starts == sorted(starts)
    assert len(starts) > 5


def test_prefixes_of_an_ontology_reach_the_output_through_the_quads():
    other = Quad(IRI("https://example.org/t/"), PREFERRED_PREFIX, Literal("ex"), IRI("urn:g"))
    named = Quad(
        IRI("https://example.org/t/worry"),
        IRI("https://other.example/9x/soothes"),
        Literal("x"),
        IRI("urn:g"),
    )
    written = serialize([other, named], "trig").decode()
    assert "ex:worry <https://other.example/9x/soothes>" in written


def test_jsonld_reads_as_json():
    document = json.loads(serialize(QUADS, "jsonld"))
    [article, field] = document["@graph"]
    nodes = {node["@id"]: node for node in article["@graph"]}
    claim = next(n for n in nodes.values() if n.get("kg:predicate") == "kg:enhances")
    assert claim["@type"] == "kg:Claim"
    assert claim["kg:negated"] is False
    assert claim["kg:certainty"] == "kg:probable"
    assert claim["kg:reliability"] == "0.85"
    assert nodes[ARTICLE + "#s41"]["kg:start"] == 41
    assert nodes["kg:Allopregnanolone"]["skos:prefLabel"] == "allopregnanolone"
    assert nodes["kg:Allopregnanolone"]["skos:exactMatch"] == "CHEBI:50169"
    assert {n["@id"]: n for n in field["@graph"]}["kg:probable"]["kg:rank"] == 3


def test_the_context_is_the_same_whatever_the_article_holds():
    def context(found):
        return json.loads(serialize(found, "jsonld"))["@context"]

    assert context(QUADS) == context([q for q in QUADS if "prefix" in q.predicate.value.lower()])


@pytest.mark.parametrize("name", ["trig", "nq", "ttl", "jsonld"])
def test_a_graph_that_was_written_opens(tmp_path, name):
    path = tmp_path / f"graph.{name}"
    write(QUADS, path)
    graph = Graph.open(path)
    assert graph.claims() == Graph.of(QUADS).claims()
    if name != "ttl":
        assert_valid(graph)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path):
    target = tmp_path / "real.trig"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.trig"
    link.symlink_to(target)
    write(QUADS, link)
    assert link.is_symlink()
    assert target.read_bytes() == serialize(QUADS, "trig")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_is_readable_as_any_other(tmp_path):
    write(QUADS, tmp_path / "a.nq")
    (tmp_path / "b").write_text("")
    modes = {stat.S_IMODE((tmp_path / n).stat().st_mode) for n in ("a.nq", "b")}
    assert len(modes) == 1


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "graph.trig"
    path.write_text("old")

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KgError, match="the disk is full") as found:
        write(QUADS, path)
    assert found.value.where == str(path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.trig"]


def test_a_missing_folder_is_named(tmp_path):
    path = tmp_path / "none" / "graph.trig"
    with pytest.raises(KgError, match="there is no folder"):
        write(QUADS, path)


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "x.trig").mkdir()
    with pytest.raises(KgError, match="it is a folder"):
        write(QUADS, tmp_path / "x.trig")


def test_a_locked_folder_is_named(tmp_path, monkeypatch):
    def refuse(**_):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(KgError, match="may not be written"):
        write(QUADS, tmp_path / "graph.trig")


@pytest.mark.parametrize("name", ["xml", "", "TRIG "])
def test_an_unknown_format_is_refused_with_those_that_are_known(name):
    with pytest.raises(KgError, match="trig, nq, ttl, jsonld"):
        serialize(QUADS, name)


@pytest.mark.parametrize("iri", ["no iri", "https://example.org/a b", "x", "https://a/\u202eb"])
def test_a_name_that_is_no_iri_is_refused(iri):
    with pytest.raises(KgError, match="is not an IRI"):
        serialize([Quad(IRI(iri), PREF_LABEL, Literal("x"), IRI("urn:g"))], "nq")
