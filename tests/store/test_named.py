"""The named queries answer in full on a graph that was written by hand to state every answer."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model.ontology import KG
from kg.rdf import to_quads
from kg.rdf.terms import IRI
from kg.rdf.vocabulary import CLAIM, TYPE
from kg.store import Graph
from kg.store.named import named_queries, named_query, run_named
from tests.graphs import assert_valid
from tests.readings import Draft, ontology, sample, term_iri
from tests.store.articles import first, second

EVERY_ANSWER = Path(__file__).parents[1] / "data" / "every_answer.trig"
GLOOM = "https://doi.org/10.5555/gloom.1"
MADE = "https://doi.org/10.5555/made.2"
CALM = "https://w3id.org/article-kg/paper/fall-2021-waves-of-calm"

TITLE = "Every answer"  # what the column "article" shows
WITH_ARTICLE = {"drift", "on-reference", "papers", "uncited"}

SAID = "false | asserted"
FORTY = "about 40% | about | 40 | | | unit:PERCENT"

# What each query answers, a row a line, cells apart by " | "; sentences by their first word(s).
ANSWERS = {
    "treatments": f"""
        lumerol | treats | winter gloom | false | asserted | Lumerol, the | {GLOOM}
        tessadine | treats | winter gloom | false | possible | Tessadine may |
        lumerol | treats | winter gloom | false | known | Lumerol is known |
    """,
    "enzymes": f"""
        orphase | lumerol | | false | asserted | In the amygdala | {MADE}
        redulase | lumerol | prelumerol | false | asserted | Redulase | {MADE} {CALM}
    """,
    "receptors": """
        calm receptor | | | | | |
        gloom receptor | hippocampus | binds to | false | asserted | Lumerol binds |
        sleep receptor | thalamus | expressed in | false | asserted | The sleep |
    """,
    "regions": f"""
        lumerol | produces | orphase | amygdala | false | asserted | In the amygdala | {MADE}
        lumerol | binds to | gloom receptor | hippocampus | false | asserted | Lumerol binds |
        lumerol | enhances | slow wave | amygdala | false | asserted | Lumerol enh | {CALM}
        lumerol | reduces | | insula | false | probable | Lumerol seems |
    """,
    "side-effects": """
        tessadine | has side effect | headache | false | asserted | Tessadine gives |
        tessadine | has side effect | nausea | true | known | It is known |
    """,
    "on-reference": f"""
        3 | redulase | converts | prelumerol | false | asserted | Redulase | {CALM}
        3 | lumerol | derived from | prelumerol | false | asserted | Redulase | {CALM}
        3 | lumerol | enhances | slow wave | false | asserted | Lumerol enhances | {CALM}
    """,
    "uncited": """
        tessadine | treats | winter gloom | false | possible | Tessadine may
        lumerol | marketed as | Calmexa | false | asserted | Lumerol is sold
        lumerol | binds to | gloom receptor | false | asserted | Lumerol binds
        sleep receptor | expressed in | thalamus | false | asserted | The sleep
        lumerol | reduces | insula | false | probable | Lumerol seems
        tessadine | has side effect | headache | false | asserted | Tessadine gives
        tessadine | has side effect | nausea | true | known | It is known
        lumerol | treats | winter gloom | false | known | Lumerol is known
    """,
    "quantities": f"""
        lumerol | enhances | slow wave | 2–4 Hz | | | 2 | 4 | unit:HZ | {SAID} | Lumerol enh
        tessadine | has side effect | headache | {FORTY} | {SAID} | T
    """,
    "drift": f"""
        lumerol | treats | winter gloom | known | false | Lumerol is known |
        lumerol | treats | winter gloom | asserted | false | Lumerol, the | {GLOOM}
    """,
    "names": """
        lumerol | Calmexa | brand
        lumerol | the calming hormone | in the text
        lumerol | 3-oxolumerane | synonym
        woman | women | in the text
    """,
    "evidence": f"""
        tessadine | treats | winter gloom | rat | animals | false | possible | Tessadine may |
        lumerol | treats | winter gloom | woman | people | false | asserted | Lumerol, the | {GLOOM}
    """,
    "papers": f"""
        1 | Ahn B, Coste D | Gloom and light | 2018-05 | J Moods | 10.5555/gloom.1 | {GLOOM} | 1
        2 | Ekman F | How lumerol is made | 2020 | J Moods | 10.5555/made.2 | {MADE} | 3
        3 | Fall G et al. | Waves of calm | 2021-03-04 | Annals of Calm | | {CALM} | 3
    """,
}  # fmt: skip
REQUIRED = {"on-reference": {"number": "3"}}


@pytest.fixture(scope="module")
def graph():
    return Graph.open(EVERY_ANSWER)


def shown(graph, name, **values):
    found = run_named(graph, name, REQUIRED.get(name, {}) | values)
    return [[graph.show(cell) for cell in row] for row in found.rows]


def test_the_graph_is_one_that_kg_may_write(graph):
    assert_valid(graph)


@pytest.mark.parametrize("name", ANSWERS)
def test_it_answers_in_full(graph, name):
    expected = [
        [cell.strip() for cell in line.split("|")] for line in ANSWERS[name].strip().splitlines()
    ]
    found = shown(graph, name)
    assert len(found) == len(expected), found
    for row, wanted in zip(found, expected, strict=True):
        assert name not in WITH_ARTICLE or row.pop() == TITLE
        sentence = next((i for i, cell in enumerate(row) if cell.endswith(".") and " " in cell), -1)
        if sentence >= 0 and name not in ("papers", "names"):
            assert row[sentence].startswith(wanted[sentence])
            row[sentence] = wanted[sentence]
        assert row == wanted


def test_claims_lists_all_of_them(graph):
    found = shown(graph, "claims")
    assert len(found) == len(graph.claims()) == 13
    assert found[0][:6] == [
        "lumerol",
        "treats",
        "winter gloom",
        "false",
        "asserted",
        "population: woman",
    ]
    waves = next(row for row in found if row[1] == "enhances")
    assert waves[5] == "location: amygdala; quantity: 2–4 Hz"
    assert waves[7] == CALM
    assert re.fullmatch(r"c-[0-9a-f]{24}", waves[8])
    assert waves[9] == TITLE


def test_every_query_is_told_of_and_ordered():
    assert {q.name for q in named_queries()} == {*ANSWERS, "claims"}
    for query in named_queries():
        assert query.title
        assert query.description
        assert "ORDER BY" in query.text
        written = [line for line in query.text.splitlines() if line.startswith("# parameter:")]
        assert len(written) == len(query.parameters), "each parameter is read"
        select = query.text.partition("SELECT")[2].partition("WHERE")[0]
        assert all(f"?{p.name}" in select.split() for p in query.parameters), "it can be set"


@pytest.mark.parametrize("name", [*ANSWERS, "claims"])
def test_answers_do_not_depend_on_the_order_of_the_quads(name):
    def answer(found):
        return run_named(Graph.of(found), name, REQUIRED.get(name, {})).serialize("json")

    quads = [*first(), *second()]
    expected = answer(quads)
    for seed in range(3):
        random.Random(seed).shuffle(quads)
        assert answer(quads) == expected


@pytest.mark.parametrize(
    ("name", "values", "count"),
    [
        ("enzymes", {"substance": "lumerol"}, 2),
        ("enzymes", {"substance": "LUMEROL"}, 2),
        ("enzymes", {"substance": "3-oxolumerane"}, 2),
        ("enzymes", {"substance": "https://example.org/calm/lumerol"}, 2),
        ("enzymes", {"substance": "<https://example.org/calm/lumerol>"}, 2),
        ("enzymes", {"substance": "e:lumerol"}, 2),
        ("enzymes", {"substance": "tessadine"}, 0),
        ("regions", {"substance": "lumerol"}, 4),
        ("treatments", {"condition": "winter gloom", "treatment": "tessadine"}, 1),
        ("side-effects", {"effect": "nausea"}, 1),
        ("receptors", {"receptor": "sleep receptor"}, 1),
        ("names", {"term": "lumerol"}, 3),
        ("on-reference", {"number": "1"}, 1),
        ("on-reference", {"number": " 02 "}, 3),
        ("on-reference", {"number": "9"}, 0),
        ("on-reference", {"number": "3", "article": "every answer"}, 3),
        ("papers", {"article": "https://w3id.org/article-kg/article/2026-03-every-answer"}, 3),
        ("claims", {"relation": "treats"}, 3),
        ("claims", {"relation": "kg:hasSideEffect", "object": "nausea"}, 1),
        ("quantities", {"subject": "tessadine"}, 1),
        ("uncited", {"subject": "sleep receptor"}, 1),
        ("drift", {"subject": "tessadine"}, 0),
        ("evidence", {"subject": "lumerol"}, 1),
    ],
)
def test_parameters_choose_rows(graph, name, values, count):
    assert len(shown(graph, name, **values)) == count


def test_a_term_is_found_by_the_public_name_that_it_matches():
    graph = Graph.of(first())
    assert len(run_named(graph, "claims", {"subject": "CHEBI:50169"}).rows) == 2


FAULTS = [
    ("enzyme", {}, "do you mean enzymes?"),
    ("zzz", {}, "one of claims, drift"),
    ("enzymes", {"drug": "x"}, "no parameter 'drug' (it has substance)"),
    ("papers", {"x": "y"}, "it has article"),
    ("on-reference", {}, "needs number"),
    ("on-reference", {"number": "1", "article": "Ever"}, "the graph has no article called 'Ever'"),
    ("on-reference", {"number": "three"}, "number is a whole number, not 'three'"),
    ("enzymes", {"substance": "lumerole"}, "no term called 'lumerole' (near it: lumerol"),
    ("enzymes", {"substance": "https://example.org/calm/none"}, "no term called"),
    ("claims", {"relation": "treat"}, "no relation called 'treat' (near it: treats"),
    ("enzymes", {"substance": 'lumerol" } #'}, "no term called"),
]


@pytest.mark.parametrize(("name", "values", "what"), FAULTS)
def test_faults_are_one_line_with_a_way_on(graph, name, values, what):
    with pytest.raises(KgError, match=re.escape(what)) as found:
        run_named(graph, name, values)
    assert "\n" not in str(found.value)


def test_a_label_of_several_terms_is_refused_with_all_of_them():
    field = ontology()
    twin = next(t for t in field.terms if t.label == "anxiety")
    terms = tuple(replace(t, label="anxiety") if t.label == "headache" else t for t in field.terms)
    graph = Graph.of(to_quads(sample(), replace(field, terms=terms)))
    with pytest.raises(KgError, match="2 terms are called 'anxiety'") as found:
        run_named(graph, "claims", {"object": "anxiety"})
    assert twin.iri in str(found.value)
    assert term_iri("headache") in str(found.value)
    assert len(run_named(graph, "claims", {"object": twin.iri}).rows) == 1


def test_on_reference_keeps_articles_apart():
    graph = Graph.of(first() + second())
    rows = run_named(graph, "on-reference", {"number": "1"}).rows
    assert len(rows) == 4
    claims = [q for q in (*first(), *second()) if q.predicate == TYPE and q.object == CLAIM]
    assert len(claims) == 12


def test_two_articles_are_told_apart_by_column_and_parameter():
    graph = Graph.of(first() + second())
    found = run_named(graph, "on-reference", {"number": "1"})
    articles = [article.iri for article in graph.articles()]
    assert {row[-1].value for row in found.rows} == {*articles}
    assert len(articles) == 2
    one = run_named(graph, "on-reference", {"number": "1", "article": articles[0]})
    assert one.rows == tuple(r for r in found.rows if r[-1].value == articles[0])


def test_a_cure_is_no_side_effect():
    draft = Draft()
    for effect in ("headache", "anxiety"):
        draft.say(f"SSRI causes {effect}.")
        draft.claim("SSRI", "causes", effect, trigger="causes")
    quads = to_quads(draft.reading(), ontology())
    anxiety, remission = IRI(term_iri("anxiety")), IRI(KG + "remission")
    assert [condition(row) for row in run_named(Graph.of(quads), "side-effects").rows] == [
        term_iri("headache"),
        anxiety.value,
    ]
    cured = [
        q._replace(
            subject=remission if q.subject == anxiety else q.subject,
            object=remission if q.object == anxiety else q.object,
        )
        for q in quads
    ]
    found = run_named(Graph.of(cured), "side-effects").rows
    assert [condition(row) for row in found] == [term_iri("headache")]


def condition(row):
    return row[2].value


def test_a_quality_is_no_name():
    draft = Draft()
    draft.say("The higher anxiety is treated.")
    draft.mention("higher", term_iri("high"))
    draft.mention("anxiety")
    graph = Graph.of(to_quads(draft.reading(), ontology()))
    assert "high" in [term.label for term in graph.terms()]
    assert shown(graph, "names") == []


def test_a_query_is_given_as_text_too():
    assert named_query("claims").text.startswith("# title: Claims")
