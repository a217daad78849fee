"""Faults that users of comparable tools reported, as small inputs with the right outcome: those of
the groups i-rdf (output) and l-ontology (faulty ontologies), run as a user runs them.
"""

import json
import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from kg.check import check
from kg.store import Graph
from tests.cli.conftest import call

CASES = {
    case["id"]: case
    for case in map(json.loads, (Path(__file__).parent / "cases.jsonl").read_text().splitlines())
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command of kg in an empty folder in which the case's files lie."""
    monkeypatch.chdir(tmp_path)

    def in_folder(case, *arguments):
        given = CASES[case]["input"]
        (tmp_path / "case.txt").write_text(given.get("text", ""), encoding="utf-8")
        (tmp_path / "case.ttl").write_text(
            given.get("ontology", given.get("turtle", "")), encoding="utf-8"
        )
        return call(*arguments)

    return in_folder


def test_iris_of_any_namespace_are_written_so_that_every_reader_reads_them(run, tmp_path):
    expected = CASES["i1-prefixes-and-local-names"]["expected"]
    ended = run(
        "i1-prefixes-and-local-names",
        *["build", "case.txt", "--ontology", "case.ttl", "-o", "case.out.ttl"],
    )
    assert ended.code == 0, ended.err
    written = (tmp_path / "case.out.ttl").read_text(encoding="utf-8")
    triples = {str(t) for t in parse(written.encode(), format=RdfFormat.TURTLE)}
    assert {t.removesuffix(" .") for t in expected["triples"]} <= triples
    assert "_:" not in "".join(triples)
    for pattern in expected["output_must_match"]:
        assert re.search(pattern, written)
    for pattern in expected["output_must_not_match"]:
        assert not re.search(pattern, written)
    assert len(rdflib.Graph().parse(data=written, format="turtle")) == len(triples)
    stated = {
        (c.subject.label, c.predicate.label, c.object.label, c.negated)
        for c in Graph.open(tmp_path / "case.out.ttl").claims()
    }
    assert stated == {
        (c["subject"], c["predicate"][0], c["object"], c["negated"]) for c in expected["claims"]
    }


def test_a_date_keeps_the_precision_it_is_printed_with(run, tmp_path):
    case = "i2-dates-of-partial-precision"
    expected = CASES[case]["expected"]
    ended = run(case, "build", "case.txt", "-o", "case.out.nq")
    assert ended.code == 0, ended.err
    written = (tmp_path / "case.out.nq").read_text(encoding="utf-8")
    for title, date in expected["dates"].items():
        paper = re.search(rf'(<\S+>) <http://purl.org/dc/terms/title> "{title}"', written)[1]
        assert f"{paper} <http://purl.org/dc/terms/issued> {date}" in written
    for pattern in expected["output_must_not_match"]:
        assert not re.search(pattern, written)
    asked = run(case, "query", "-g", "case.out.nq", "--name", "papers", "--format", "csv")
    cells = set(re.split(r"[,\r\n]", asked.out))
    assert set(expected["csv_cells"]) <= cells


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_cell_may_hold_quotes_tabs_and_line_ends(run, form):
    case = "i4-csv-tsv-xml-cells"
    query = CASES[case]["input"]["queries"][0]
    ended = run(case, "query", query, "-g", "case.ttl", "--format", form)
    assert ended.out == CASES[case]["expected"][form]


def test_a_zero_is_a_zero_in_xml(run):
    case = "i4-csv-tsv-xml-cells"
    query = CASES[case]["input"]["queries"][1]
    ended = run(case, "query", query, "-g", "case.ttl", "--format", "xml")
    assert float(re.search(r"<literal[^>]*>([^<]+)</literal>", ended.out)[1]) == 0


def found(tmp_path, case):
    (tmp_path / "case.ttl").write_text(CASES[case]["input"]["turtle"], encoding="utf-8")
    return check([tmp_path / "case.ttl"], read=None)


@pytest.mark.parametrize("case", ["l1-class-cycles", "l3-labels"])
def test_a_faulty_ontology_is_told_by_its_nodes_and_no_sound_one(run, tmp_path, case):
    expected = CASES[case]["expected"]
    findings = found(tmp_path, case)
    for wanted in expected["findings"]:
        telling = [f for f in findings if set(wanted["about"]) <= set(f.about)]
        assert telling, (wanted, [str(f) for f in findings])
    at_fault = {node for f in findings if f.severity == "error" for node in f.about}
    assert not at_fault & set(expected["no_findings_at_level_error"])
    ended = run(case, "check", "--ontology", "case.ttl")
    assert ended.code == expected["check_exit_code"]
    assert "Traceback" not in ended.err


def test_a_cycle_of_kinds_ends_in_words_and_not_in_a_trace(run):
    ended = run("l1-class-cycles", "build", "case.txt", "--ontology", "case.ttl")
    assert ended.code in CASES["l1-class-cycles"]["expected"]["build"]["exit_code"]
    assert "Traceback" not in ended.err
