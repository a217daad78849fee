"""What the file holds, seen without a browser."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model.claim import NotUnderstood
from kg.rdf import to_quads
from kg.store import Graph
from kg.view import page, write_page
from tests.readings import Draft, ontology, sample
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
    shown = html.unescape(page(HandMade()))
    assert "0 claims · 0 terms · 0 cited papers" in shown
    assert "No claim was read; the graph holds 0 sentences." in shown
    assert "Choose an arrow" not in shown
    assert "Choose an arrow" in page(SMALL)


def test_a_graph_without_claims_says_how_many_sentences_were_not_understood():
    draft = Draft()
    for words in ("The thing treats anxiety.", "All is well.", "It is so."):
        draft.say(words)
    reading = draft.reading()
    note = NotUnderstood(0, "trigger 'treats' found; no subject of a fitting kind")
    graph = Graph.of(to_quads(replace(reading, not_understood=(note,)), ontology()))
    assert "No claim was read; the graph holds 3 sentences. In 1 of them" in page(graph)


def test_the_head_counts_every_paper_that_the_article_cites():
    draft = Draft()
    for number in (1, 2):
        iri, title = f"https://doi.org/10.5555/{number}", f"Paper {number}"
        draft.refer(f"{number}. {title}.", iri=iri, title=title)
    draft.say("SSRI treats anxiety.")
    draft.claim("SSRI", "treats", "anxiety", trigger="treats", citations=[1])
    assert "1 claim · 2 terms · 2 cited papers" in page(
        Graph.of(to_quads(draft.reading(), ontology()))
    )


@pytest.mark.slow
def test_the_committed_scripts_are_what_npm_and_esbuild_give():
    check = [sys.executable, "web/bundle.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
