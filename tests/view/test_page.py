"""What the file holds, seen without a browser."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.rdf import to_quads
from kg.store import Graph
from kg.view import page, write_page
from tests.readings import ontology, sample
from tests.view.graphs import SMALL, HandMade

ROOT = Path(__file__).parents[2]


def drawing_in(text):
    return json.loads(re.search(r'id="drawing">(.*?)</script>', text, re.DOTALL)[1])


def test_the_same_graph_gives_the_same_bytes_in_whatever_order_it_is_told():
    assert page(SMALL) == page(SMALL.turned())


def test_the_same_bytes_in_another_process():
    code = (
        "import hashlib; from kg.view import page; from tests.view.graphs import SMALL;"
        "print(hashlib.sha256(page(SMALL).encode()).hexdigest())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_the_title_is_the_articles_unless_one_is_given():
    assert "<title>An article of the tests</title>" in page(SMALL)
    assert "<title>Mine &amp; yours</title>" in page(SMALL, title="Mine & yours")


def test_nothing_is_null():
    assert "null" not in json.dumps(drawing_in(page(SMALL)))


def test_claims_of_one_proposition_are_one_edge():
    edges = drawing_in(page(SMALL))["edges"]
    assert {edge["label"]: len(edge["claims"]) for edge in edges} == {
        "treats": 1,
        "causes (2)": 2,
        "✕ not prevents": 1,
        "resembles": 1,
    }
    assert [edge["label"] for edge in edges if edge["hedged"]] == ["treats"]


def test_a_graph_of_the_store_is_drawn():
    graph = Graph.of(to_quads(sample(), ontology()))
    drawn = drawing_in(page(graph))
    assert len(drawn["claims"]) == len(list(graph.claims()))
    labels = {node["label"] for node in drawn["nodes"]}
    assert {"SSRI", "headache", "postpartum depression"} <= labels


def test_a_page_is_written_beside_and_moved_into_place(tmp_path):
    (target := tmp_path / "page.html").write_text("old")
    write_page(SMALL, target, title="New")
    assert target.read_text(encoding="utf-8") == page(SMALL, title="New")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(KgError, match="there is no folder"):
        write_page(SMALL, tmp_path / "none" / "page.html")


def test_an_empty_graph_has_a_page():
    assert "0 claims · 0 terms · 0 cited papers" in html.unescape(page(HandMade()))


@pytest.mark.slow
def test_the_committed_scripts_are_what_npm_and_esbuild_give():
    check = [sys.executable, "web/bundle.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
