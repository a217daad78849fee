"""Files are read by ending or content; a fault is one line that says where."""

import re

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.store import Graph, open_graph, serialize
from tests.store.articles import first

QUADS = first()


@pytest.mark.parametrize("name", ["trig", "nq", "ttl", "jsonld"])
def test_the_content_shows_the_format_where_the_ending_does_not(tmp_path, name):
    path = tmp_path / "graph.txt"
    path.write_bytes(serialize(QUADS, name))
    assert open_graph(path).claims() == Graph.of(QUADS).claims()


@pytest.mark.parametrize(
    ("ending", "format"),
    [("nt", ox.RdfFormat.N_TRIPLES), ("rdf", ox.RdfFormat.RDF_XML), ("owl", ox.RdfFormat.RDF_XML)],
)
def test_formats_of_triples_are_read(tmp_path, ending, format):  # noqa: A002
    path = tmp_path / f"graph.{ending}"
    ox.serialize((ox.Triple(*q.triple) for q in Graph.of(QUADS).store), path, format)
    assert open_graph(path).claims() == Graph.of(QUADS).claims()


def test_a_graph_has_the_prefixes_of_its_file(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text("@prefix mine: <urn:mine:> . mine:a mine:b mine:c .")
    assert open_graph(path).query("ASK { mine:a mine:b mine:c }")


FAULTS = [
    ("a.ttl", b"<urn:a> <urn:b>\n <urn:c> ;; oops", r"a\.ttl:2:\d+: cannot read it"),
    ("a.trig", b"GRAPH <urn:g> { <urn:a> <urn:b>", r"a\.trig:1:\d+: cannot read it"),
    ("a.jsonld", b"{", r"a\.jsonld:1"),
    ("a.nq", b"<urn:a> <urn:b> .", r"a\.nq:1:\d+"),
    ("a.ttl", b"", r"a\.ttl: the file is empty"),
    ("a.ttl", b" \n", r"a\.ttl: the file is empty"),
    ("a.ttl", b"# only a comment\n", r"a\.ttl: the file holds no triples"),
    ("a.ttl", b"\xff\xfe\x00bad", r"a\.ttl"),
    ("a.pdf", b"%PDF-1.7 \x00", r"a\.pdf:1:\d+: cannot read it.*the ending"),
]


@pytest.mark.parametrize(("name", "data", "what"), FAULTS)
def test_a_fault_is_one_line_with_its_place(tmp_path, name, data, what):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(KgError) as found:
        open_graph(tmp_path / name)
    assert re.search(what, str(found.value))
    assert "\n" not in str(found.value)


def test_a_missing_file_is_named_with_a_way_on(tmp_path):
    with pytest.raises(KgError, match="kg build ARTICLE"):
        open_graph(tmp_path / "none.trig")


def test_deep_json_is_refused_and_does_not_crash(tmp_path):
    path = tmp_path / "deep.jsonld"
    path.write_text('{"@graph":' * 100_000)
    with pytest.raises(KgError):
        open_graph(path)
