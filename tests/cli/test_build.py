"""`kg build`: where the graph goes, in which form, and what is said on the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

from kg.store import open_graph

TEXT = "Zinc\n\nAllopregnanolone treats depression. SSRIs do not treat headache.\n"
GERMAN = "Die Zellen, die wir gezüchtet haben, sind von keinem der Leute gesehen worden. " * 5
FOREIGN_FIELD = "The wombat that was seen by the river has eaten the grass of those who live there."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(TEXT)
    return path


def propositions(path):
    return {(c.subject.label, c.predicate.label, c.object.label) for c in open_graph(path).claims()}


def test_an_article_becomes_a_graph(kg, article, tmp_path):
    shown = kg("build", article, "-o", "x.trig")
    assert (shown.code, shown.out) == (0, "")
    assert shown.err == "Wrote x.trig: 1 article, 2 claims.\n"
    assert ("allopregnanolone", "treats", "depression") in propositions(tmp_path / "x.trig")


def test_without_a_target_the_graph_goes_to_standard_output_and_talk_does_not(kg, article):
    shown = kg("build", article)
    assert (shown.code, shown.err) == (0, "")
    assert rdflib.Dataset().parse(data=shown.out, format="trig")


def test_a_dash_is_standard_output(kg, article):
    assert kg("build", article, "-o", "-").out == kg("build", article).out


def test_a_dash_is_standard_input(kg, article, tmp_path):
    assert kg("build", "-", "-o", "x.trig", stdin=TEXT.encode()).code == 0
    kg("build", article, "-o", "y.trig")
    assert propositions(tmp_path / "x.trig") == propositions(tmp_path / "y.trig")


ENDING_TO_RDFLIB = {".trig": "trig", ".nq": "nquads", ".ttl": "turtle", ".jsonld": "json-ld"}


@pytest.mark.parametrize("ending", ENDING_TO_RDFLIB)
def test_the_ending_gives_the_format(kg, article, tmp_path, ending):
    assert kg("build", article, "-o", f"x{ending}").code == 0
    parsed = rdflib.Dataset().parse(tmp_path / f"x{ending}", format=ENDING_TO_RDFLIB[ending])
    assert len(list(parsed.quads())) > 50


@pytest.mark.parametrize("name", ["trig", "nq", "ttl", "jsonld"])
def test_without_an_ending_the_option_gives_it(kg, article, tmp_path, name):
    assert kg("build", article, "-o", "graph", "--to", name).code == 0
    kg("build", article, "-o", f"graph.{name}")
    assert (tmp_path / "graph").read_bytes() == (tmp_path / f"graph.{name}").read_bytes()


def test_the_ending_wins_and_kg_says_so(kg, article, tmp_path):
    shown = kg("build", article, "-o", "x.nq", "--to", "ttl")
    assert "--to ttl is not used" in shown.err
    assert b"@prefix" not in (tmp_path / "x.nq").read_bytes()


def test_building_twice_gives_the_same_bytes(kg, shipped):
    kg("build", "-o", "again.trig")
    assert Path("again.trig").read_bytes() == shipped.read_bytes()


def test_another_process_with_another_hash_seed_gives_the_same_bytes(kg, article):
    other = subprocess.run(
        [sys.executable, "-m", "kg.cli", "build", article],
        env=os.environ | {"PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    assert other.stdout == kg("build", article).out.encode()


def test_the_shipped_article_is_read_where_none_is_named(shipped):
    (article,) = open_graph(shipped).articles()
    assert article.title == "A brain steroid may bring lasting remission of depression"


def test_no_path_of_this_disk_is_in_the_graph(kg, article, tmp_path):
    assert str(tmp_path) not in kg("build", article).out


def test_an_id_becomes_the_iri_of_the_article(kg, article, tmp_path):
    kg("build", article, "--id", "https://e.org/a", "-o", "x.trig")
    assert [found.iri for found in open_graph(tmp_path / "x.trig").articles()] == [
        "https://e.org/a"
    ]


def test_without_text_no_sentence_is_in_the_graph(kg, article):
    assert "SSRIs do not treat" in kg("build", article).out
    assert "SSRIs do not treat" not in kg("build", article, "--no-text").out


def test_several_articles_become_one_graph_with_a_named_graph_each(kg, article, tmp_path):
    (tmp_path / "other.txt").write_text("Copper\n\nFluoxetine treats depression.\n")
    assert kg("build", article, "other.txt", "-o", "x.trig").code == 0
    assert len(open_graph(tmp_path / "x.trig").articles()) == 2


def test_one_article_twice_is_built_once_and_said(kg, article):
    shown = kg("build", article, article, "-o", "x.trig")
    assert shown.code == 3
    assert f"{article}: is named twice" in shown.err


def test_another_article_of_the_same_name_is_not_built_with_it(kg, article, tmp_path):
    (tmp_path / "other.txt").write_text("Zinc\n\nFluoxetine treats depression.\n")
    shown = kg("build", article, "other.txt", "-o", "x.trig")
    assert shown.code == 3
    assert "has the same IRI as" in shown.err
    assert "--id" in shown.err


def test_an_ontology_of_ones_own_adds_to_the_shipped_one(kg, tmp_path):
    (tmp_path / "my.ttl").write_text(
        "@prefix kg: <https://w3id.org/article-kg/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<http://e.org/wonderol> a kg:Drug ; skos:prefLabel "wonderol"@en .\n'
    )
    (tmp_path / "w.txt").write_text("News\n\nWonderol treats depression.\n")
    kg("build", "w.txt", "--ontology", "my.ttl", "-o", "x.trig")
    assert ("wonderol", "treats", "depression") in propositions(tmp_path / "x.trig")
    without = kg("build", "w.txt", "--ontology", "my.ttl", "--no-default-ontology")
    assert without.code in (0, 2)
    assert "kg:predicate" not in without.out


def test_an_article_without_claims_is_said(kg, tmp_path):
    (tmp_path / "w.txt").write_text(FOREIGN_FIELD)
    shown = kg("build", "w.txt", "-o", "x.trig")
    assert shown.code == 0
    assert "no claim was read" in shown.err


def test_an_article_in_another_language_is_said_once(kg, tmp_path):
    (tmp_path / "w.txt").write_text(GERMAN)
    assert kg("build", "w.txt", "-o", "x.trig").err.count("does not look like English") == 1


@pytest.mark.parametrize("words", [["-v", "build"], ["build", "-v"]], ids=" ".join)
def test_verbose_says_more_wherever_it_stands(kg, article, words):
    assert "3 sentences" in kg(*words, article, "-o", "x.trig").err


def test_the_number_of_sentences_is_not_said_without_it(kg, article):
    assert "sentences" not in kg("build", article, "-o", "x.trig").err
