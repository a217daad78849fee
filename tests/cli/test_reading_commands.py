"""The commands that read a graph or an ontology: query, view, audit, explain, check, eval."""

import json
import re

import pytest
import rdflib

from kg.model.namespace import KG
from kg.store import open_graph

ASK = "ASK { kg:ssri kg:causes kg:headache }"


def test_a_query_from_the_command_line_a_file_and_standard_input(kg, shipped, tmp_path):
    (tmp_path / "q.rq").write_text(ASK)
    assert kg("query", ASK, "-g", shipped).out == "yes\n"
    assert kg("query", "-f", "q.rq", "-g", shipped).out == "yes\n"
    assert kg("query", "-f", "-", "-g", shipped, stdin=ASK.encode()).out == "yes\n"


SELECT = "SELECT ?kind WHERE { kg:ssri a ?kind } ORDER BY ?kind"


def test_a_table_shows_labels_and_iris_where_wanted(kg, shipped):
    assert "drug class" in kg("query", SELECT, "-g", shipped).out
    assert (
        "https://w3id.org/article-kg/ontology#DrugClass"
        in kg("query", SELECT, "-g", shipped, "--iri").out
    )


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        (
            "?x kg:treets ?y",
            "kg:treets is no name of the ontology or the graph (near it: kg:treats)",
        ),
        (
            "?x kg:causes kg:sssri",
            "kg:sssri is no name of the ontology or the graph (near it: kg:ssri",
        ),
        (f"?x <{KG}qqqqqqqq> ?y", "kg:qqqqqqqq is no name of the ontology or the graph\n"),
    ],
)
def test_a_name_that_no_one_has_is_said(kg, shipped, asked, note):
    shown = kg("query", f"SELECT * {{ {asked} }}", "-g", shipped, "--format", "csv")
    assert shown.code == 0
    assert shown.err.startswith("note: ")
    assert note in shown.err
    assert len(shown.err.splitlines()) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT * { ?x kg:marketedAs|kg:inhibits kg:lithium }",  # known to the ontology at least
        f"PREFIX own: <{KG}> SELECT * {{ ?x own:causes ?y }}",
        "SELECT * { ?x a kg:Claim # kg:nothing\n ; kg:trigger 'kg:none' }",
        "SELECT * { ?x dcterms:nothing <https://e.org/none> }",
    ],
)
def test_of_other_names_nothing_is_said(kg, shipped, asked):
    shown = kg("query", asked, "-g", shipped)
    assert (shown.code, shown.err) == (0, "")


def test_answers_come_in_the_standard_formats(kg, shipped):
    def answer(name):
        return kg("query", SELECT, "-g", shipped, "--format", name).out

    assert answer("csv").startswith("kind\r\n")
    assert answer("tsv").startswith("?kind\n")
    assert json.loads(answer("json"))["head"] == {"vars": ["kind"]}
    assert "<sparql" in answer("xml")
    assert answer("json")[-1] == answer("xml")[-1] == "\n", "a prompt begins on its own line"


def test_triples_come_as_turtle(kg, shipped):
    construct = "CONSTRUCT { ?s kg:causes ?o } WHERE { ?s kg:causes ?o }"
    shown = kg("query", construct, "-g", shipped, "--format", "ttl").out
    assert len(rdflib.Graph().parse(data=shown, format="turtle")) > 3


def test_rows_are_not_turtle(kg, shipped):
    shown = kg("query", SELECT, "-g", shipped, "--format", "ttl")
    assert (shown.code, shown.out) == (2, "")


def test_every_named_query_is_listed_and_runs(kg, shipped):
    listed = kg("queries").out
    names = [line.partition(":")[0] for line in listed.splitlines() if line[0] != " "]
    assert "claims" in names
    for name in names:
        needed = ["--set", "number=4"] if name == "on-reference" else []
        assert kg("query", "--name", name, *needed, "-g", shipped).code == 0


def test_a_value_is_a_label_a_curie_or_an_iri(kg, shipped):
    answers = {
        kg("query", "--name", "claims", "--set", f"subject={value}", "-g", shipped).out
        for value in ("SSRI", "kg:ssri", "https://w3id.org/article-kg/ontology#ssri")
    }
    assert len(answers) == 1
    assert "headache" in answers.pop()


def test_the_environment_names_a_store(kg, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Zinc\n\nSSRIs cause headaches.\n")
    assert kg("build", "a.txt", "--store", "graphs").code == 0
    monkeypatch.setenv("KG_STORE", "graphs")
    assert kg("query", ASK).out == "yes\n"
    assert kg("query", ASK, "--store", "graphs").out == "yes\n"


def test_building_into_a_store_replaces_the_article_only(kg, tmp_path):
    for name, text in {"a": "SSRIs cause headaches.", "b": "Fluoxetine treats depression."}.items():
        (tmp_path / f"{name}.txt").write_text(f"{name}\n\n{text}\n")
        kg("build", f"{name}.txt", "--store", "graphs")
    (tmp_path / "a.txt").write_text("a\n\nSSRIs do not cause headaches.\n")
    kg("build", "a.txt", "--store", "graphs")
    negated = sorted((c.subject.label, c.negated) for c in open_graph(tmp_path / "graphs").claims())
    assert negated == [("fluoxetine", False), ("selective serotonin reuptake inhibitor", True)]


@pytest.mark.parametrize("engine", ["page", "pyvis"])
def test_a_page_is_one_file_of_html(kg, shipped, tmp_path, engine):
    shown = kg("view", "-g", shipped, "-o", "x.html", "--engine", engine)
    assert (shown.code, shown.out) == (0, "")
    assert (tmp_path / "x.html").read_text().lower().startswith("<!doctype html")
    assert kg("view", "-g", shipped, "--engine", engine).out == (tmp_path / "x.html").read_text()


def test_an_audit_is_strict_where_asked(kg, shipped):
    assert kg("audit", "-g", shipped).code == 0
    assert kg("audit", "-g", shipped, "--strict").code == 1


def test_an_audit_lists_every_proposition_where_asked(kg, shipped):
    assert "Propositions by certainty" not in kg("audit", "-g", shipped).out
    shown = kg("audit", "-g", shipped, "--ledger").out
    assert "Propositions by certainty" in shown
    assert "selective serotonin reuptake inhibitor — causes — headache" in shown


def test_a_sentence_is_explained(kg):
    shown = kg("explain", "Allopregnanolone may not treat depression.")
    assert "allopregnanolone — not treats — depression: possible" in shown.out


def test_a_claim_is_explained_by_its_iri(kg, shipped):
    claim = next(c for c in open_graph(shipped).claims() if c.certainty == "asserted")
    shown = kg("explain", claim.iri, "-g", shipped)
    assert shown.code == 0
    assert " ".join(claim.sentence.text.split())[:40] in " ".join(shown.out.split())


@pytest.mark.parametrize("form", ["{id}", "<{iri}>", "p:{id}"])
def test_a_claim_is_explained_by_whatever_names_it(kg, shipped, tmp_path, form):
    claim = next(c for c in open_graph(shipped).claims() if c.certainty == "asserted")
    article, _, id_ = claim.iri.rpartition("#")
    (tmp_path / "g.ttl").write_text(
        f"@prefix p: <{article}#> .\n" + kg("build", "--to", "ttl").out, encoding="utf-8"
    )
    shown = kg("explain", form.format(id=id_, iri=claim.iri), "-g", "g.ttl")
    assert (shown.code, shown.err) == (0, "")
    assert " ".join(claim.sentence.text.split())[:40] in " ".join(shown.out.split())


@pytest.mark.parametrize("name", ["https://e.org/a#c-0", "c-0", "<urn:a>", "kg:ssri"])
def test_a_claim_that_is_not_there_is_said(kg, shipped, name):
    shown = kg("explain", name, "-g", shipped)
    assert (shown.code, shown.out) == (2, "")
    assert "no such claim" in shown.err


def test_a_place_of_the_graph_or_of_a_file_is_explained(kg, shipped, tmp_path):
    (claim, *_) = open_graph(shipped).claims()
    start, end = claim.sentence.start, claim.sentence.end
    shown = kg("explain", f"{start}-{end}", "-g", shipped)
    assert shown.code == 0
    assert f"[{start}–{end}]" in shown.out.splitlines()[0]
    (tmp_path / "a.txt").write_text("Sertraline is old. It causes nausea.\n")
    for place in ("19:36", "[19]", "causes nausea"):
        shown = kg("explain", place, "--article", "a.txt")
        assert shown.out.splitlines()[0] == "It causes nausea. [19–36]"
        assert "sertraline — causes — nausea" in shown.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["999999"], "is no place in a text of"),
        (["5", "--article", "none.txt"], "none.txt: cannot be read"),
        (["5", "--article", "Nobody's"], "no article called"),
    ],
)
def test_a_place_that_is_not_there_is_said(kg, shipped, arguments, said):
    more = [] if "none.txt" in arguments else ["-g", shipped]
    shown = kg("explain", *arguments, *more)
    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err


def test_no_words_are_no_sentence(kg):
    shown = kg("explain", " ")
    assert (shown.code, shown.out) == (2, "")
    assert "give a sentence in quotes" in shown.err


def test_an_ontology_with_a_fault_is_found_at_its_line(kg, tmp_path):
    (tmp_path / "my.ttl").write_text(
        "@prefix kg: <https://w3id.org/article-kg/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<http://e.org/x> a kg:Drgu ; skos:prefLabel "x"@en .\n'
    )
    shown = kg("check", "--ontology", "my.ttl")
    assert shown.code == 1
    assert "my.ttl:3" in shown.out
    assert shown.err == "1 error found.\n"


def test_warnings_alone_are_no_fault(kg, tmp_path):
    (tmp_path / "my.ttl").write_text(
        "@prefix kg: <https://w3id.org/article-kg/ontology#> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<http://e.org/soothes> a owl:ObjectProperty ; rdfs:label "soothes"@en ;\n'
        '    rdfs:domain kg:Substance ; rdfs:range kg:Condition ; kg:verb "besoothe" ;\n'
        '    kg:example "Allopregnanolone besoothes anxiety." .\n'
    )
    shown = kg("check", "--ontology", "my.ttl")
    assert (shown.code, "error" in shown.out) == (0, False)
    assert "warnings found." in shown.err


GOLD = """# Suite

> SSRIs cause headaches.

- SSRI | causes | headache
"""


def test_gold_is_scored_and_a_low_score_fails(kg, tmp_path):
    (tmp_path / "gold.md").write_text(GOLD)
    assert "1.000" in kg("eval", "gold.md", "--min", "1").out
    (tmp_path / "wrong.md").write_text(GOLD.replace("headache\n", "nausea\n"))
    assert kg("eval", "wrong.md", "--min", "0.5").code == 1
    assert kg("eval", "wrong.md").code == 0
    assert "missed" not in kg("eval", "wrong.md").out
    misses = kg("eval", "wrong.md", "--misses").out.splitlines()
    assert any(line.startswith("   - ") for line in misses)
    assert "   -  missed" in misses


def test_what_is_calibrated_is_carried_by_the_claims_of_a_build(kg, tmp_path):
    (tmp_path / "gold.md").write_text(GOLD)
    done = kg("eval", "--calibrate", "r.tsv", "gold.md")
    assert (done.code, "verb" in done.out) == (0, True)
    first = (tmp_path / "r.tsv").read_bytes()
    assert first.endswith(b"form\tsteps\tright\tn\nverb\t-\t1\t1\n")
    assert kg("eval", "--calibrate", "r.tsv", "gold.md").code == 0
    assert (tmp_path / "r.tsv").read_bytes() == first
    (tmp_path / "a.txt").write_text("SSRIs cause headaches.\n")
    kg("build", "a.txt", "-o", "a.nq", "--reliability", "r.tsv")
    asked = "SELECT ?r { ?c kg:reliability ?r }"
    figure = kg("query", "-g", "a.nq", asked, "--format", "csv").out.split()[1]
    assert figure == "0.57"  # (1 + 6 · 0.5) / (1 + 6): one reading is not much
    assert kg("build", "a.txt", "--reliability", "none.tsv").code == 2


def test_where_nothing_was_read_nothing_is_calibrated(kg, tmp_path):
    (tmp_path / "gold.md").write_text("> Nobody came.\n\n- SSRI | causes | headache\n")
    assert kg("eval", "--calibrate", "r.tsv", "gold.md").code == 2
    assert not (tmp_path / "r.tsv").exists()


def test_every_claim_of_the_shipped_article_has_a_reliability_apart_from_its_certainty(kg, shipped):
    rows = kg("query", "-g", shipped, "--name", "claims", "--format", "csv").out.splitlines()
    assert rows[0].split(",")[-1] == "reliability"
    assert all(0 <= float(row.rsplit(",", 1)[1]) <= 1 for row in rows[1:])
    audit = kg("audit", "-g", shipped).out
    assert "Claims by reliability" in audit
    assert "weakest first:" in audit
    explained = kg("explain", "-g", shipped, rows[1].split(",")[-3]).out
    assert re.search(
        r"^    reliability [01]\.\d\d: .*all readings \d+/\d+$", explained, re.MULTILINE
    )
