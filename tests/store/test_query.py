"""Questions are answered as the standard says, and faults in them come as one clear line."""

import io
import subprocess
import sys

import pytest
import rdflib

from kg.errors import KgError
from kg.rdf.terms import IRI, Blank, Literal
from kg.store import Graph
from kg.store.results import Solutions, Triples, Truth
from tests.readings import term_iri
from tests.store.articles import FIRST, SECOND, first, second

PREFIXES = "PREFIX kg: <https://w3id.org/article-kg/ontology#>\n"
CASE = """
@prefix ex: <https://example.org/t/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:a rdfs:label "say \\"hi\\", then\\tstop"@en ; ex:n 1 ; ex:v 0.0 .
ex:b rdfs:label "two\\nlines\\rand CR" ; ex:n 2 .
ex:c rdfs:label "back\\\\slash" ; ex:n 3 .
"""


@pytest.fixture(scope="module")
def graph():
    return Graph.of(first() + second())


@pytest.fixture(scope="module")
def peer(graph):
    """The same graphs in rdflib, whose default graph is made their union by itself."""
    data = rdflib.Dataset(default_union=True)
    for s, p, o, g in graph.to_rdflib().quads():
        if g is not None:
            data.graph(g).add((s, p, o))
    return data


def rows(answer):
    return sorted([tuple("" if v is None else v.value for v in row) for row in answer.rows])


def rows_of_peer(answer):
    return sorted([tuple("" if v is None else str(v) for v in row) for row in answer])


SAME = [
    "SELECT (COUNT(*) AS ?n) { ?s kg:treats ?o }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "SELECT ?s ?o { ?s kg:treats ?o }",
    "SELECT ?x ?y { ?s kg:treats ?x , ?y }",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "SELECT ?g { GRAPH ?g { ?s kg:treats ?o } }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    f"SELECT ?o {{ GRAPH <{SECOND}> {{ ?s kg:treats ?o }} }}",
    "SELECT ?s ?p { ?s ?p kg:Anxiety MINUS { ?s a kg:Drug } }",
    "SELECT ?c { ?c kg:subject/a kg:Drug }",
    "SELECT ?k { kg:Brexanolone a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* ?k }",
    "SELECT ?a ?b { ?a kg:object ?o . ?b kg:object ?o FILTER(STR(?a) < STR(?b)) }",
    f"SELECT ?s ?o {{ ?s kg:treats ?o . GRAPH <{FIRST}> {{ ?c kg:object ?o }} }}",
    "SELECT ?s { ?s kg:treats kg:Anxiety FILTER NOT EXISTS { ?s kg:treats kg:Headache } }",
]


@pytest.mark.parametrize("query", SAME)
def test_the_default_graph_is_the_union_as_rdflib_has_it(graph, peer, query):
    found = rows(graph.query(query))
    assert found == rows_of_peer(peer.query(PREFIXES + query))
    assert found


FROMS = [
    (f"FROM <{FIRST}>", (FIRST,)),
    (f"FROM <{SECOND}>", (SECOND,)),
    (f"FROM <{FIRST}> FROM <{SECOND}>", (FIRST, SECOND)),
    (f"from <{SECOND}>\n# FROM <urn:no>\n From <{SECOND}>", (SECOND,)),
    (f"FROM <{FIRST}> FROM <urn:missing>", (FIRST,)),
    ("FROM <urn:missing>", ()),
]


@pytest.mark.parametrize(("clause", "names"), FROMS)
@pytest.mark.parametrize(
    ("select", "where"),
    [
        ("(COUNT(*) AS ?n)", "{ ?s kg:treats ?o }"),
        ("(COUNT(*) AS ?n)", "{ ?s kg:treats ?o . ?s kg:treats ?o2 }"),
        ("?s ?o", "{ ?s kg:treats ?o }"),
    ],
)
def test_from_merges_the_graphs_that_it_names(graph, peer, clause, names, select, where):
    merged = rdflib.Graph()
    for name in names:
        for triple in peer.graph(rdflib.URIRef(name)):
            merged.add(triple)
    expected = rows_of_peer(merged.query(f"{PREFIXES} SELECT {select} {where}"))
    assert rows(graph.query(f"SELECT {select} {clause} WHERE {where}")) == expected


def test_from_may_use_a_prefix_or_a_base(graph):
    prologue = (
        "PREFIX a: <https://w3id.org/article-kg/article/> BASE <https://w3id.org/article-kg/>"
    )
    query = "SELECT (COUNT(*) AS ?n) FROM a:first FROM <article/second> { ?s kg:treats ?o }"
    assert rows(graph.query(f"{prologue} {query}")) == [("2",)]


def test_graph_sees_only_what_from_named_names(graph):
    def graphs(clauses):
        return rows(
            graph.query(f"SELECT DISTINCT ?g {clauses} {{ GRAPH ?g {{ ?s kg:treats ?o }} }}")
        )

    assert graphs(f"FROM NAMED <{FIRST}>") == [(FIRST,)]
    assert graphs(f"FROM NAMED <{FIRST}> FROM NAMED <{SECOND}>") == [(FIRST,), (SECOND,)]
    assert graphs(f"FROM <{FIRST}>") == []
    assert graphs(f"FROM <{FIRST}> FROM <{SECOND}>") == []
    assert graphs(f"FROM <{FIRST}> FROM <{SECOND}> FROM NAMED <{SECOND}>") == [(SECOND,)]


def test_with_from_named_alone_the_default_graph_is_empty(graph):
    assert rows(graph.query(f"SELECT ?s FROM NAMED <{FIRST}> {{ ?s kg:treats ?o }}")) == []


def test_construct_and_ask_obey_from_too(graph):
    both = f"FROM <{FIRST}> FROM <{SECOND}>"
    assert (
        len(graph.query(f"CONSTRUCT {{ ?s kg:treats ?o }} {both} {{ ?s kg:treats ?o }}").rows) == 2
    )
    assert graph.query(f"ASK {both} {{ ?s kg:treats kg:Anxiety }}")
    assert not graph.query(f"ASK FROM <{FIRST}> {{ ?s kg:treats kg:Anxiety }}")


def test_words_like_from_inside_text_and_names_are_left_alone(graph):
    query = """SELECT ?from ("FROM <urn:a> FROM <urn:b>" AS ?x) # FROM <urn:a>
    { ?from kg:treats ?o FILTER(?o != <urn:FROM> && "a"@en != 'it''s') }"""
    with pytest.raises(KgError):
        graph.query(query)  # two strings side by side are a fault of the query
    assert len(graph.query(query.replace("'it''s'", "'its'")).rows) == 2


def test_answers_are_terms_with_their_types(graph):
    where = "{ BIND(1 AS ?k) OPTIONAL { ?k ?k ?none } }"
    [row] = graph.query(f'SELECT (kg:a AS ?i) (1 AS ?n) ("x"@en AS ?t) ?none {where}').rows
    assert row[0] == IRI("https://w3id.org/article-kg/ontology#a")
    assert (row[1].value, row[2].language, row[3]) == ("1", "en", None)


def test_forms_of_answers(graph):
    assert isinstance(graph.query("SELECT * { ?s ?p ?o } LIMIT 1"), Solutions)
    assert isinstance(graph.query("ASK { ?s ?p ?o }"), Truth)
    assert isinstance(graph.query("DESCRIBE kg:Anxiety"), Triples)


def test_variables_are_set_as_terms_never_as_text(graph):
    query = "SELECT ?s ?o { ?s kg:treats ?o }"
    found = graph.query(query, bindings={"o": IRI(term_iri("anxiety"))})
    assert rows(found) == [(term_iri("brexanolone"), term_iri("anxiety"))]
    evil = Literal('x" } ; DROP ALL #')
    assert rows(graph.query(query, bindings={"o": evil})) == []


def test_a_variable_that_is_not_returned_cannot_be_set(graph):
    with pytest.raises(KgError, match=r"does not return \?o.*write \?o after SELECT"):
        graph.query("SELECT ?s { ?s kg:treats ?o }", bindings={"o": IRI(term_iri("anxiety"))})


def test_prefixes_of_the_ontology_are_declared(graph):
    assert graph.query("ASK { ?t skos:exactMatch CHEBI:50169 }")
    assert graph.query("ASK { ?q kg:unit unit:HZ }")


def test_a_prefix_of_the_query_goes_before_the_graphs(graph):
    assert not graph.query("PREFIX kg: <urn:other:> ASK { ?s kg:treats ?o }")


FAULTS = [
    ("", None, "the query is empty"),
    ("  # nothing\n", None, "the query is empty"),
    ("hello", "line 1", "begins with SELECT"),
    ("SELECT * { ?s x:treats ?o }", "line 1, column 15", "the prefix x: is not known"),
    ("SELECT *\n{\n  ?s :treats ?o }", "line 3, column 6", "the prefix : is not known"),
    ("SELECT * { ?s kg:treats }", "line 1, column 25", "'}' does not fit here"),
    ("SELECT * {\n  ?s kg:treats ?o", "line 1, column 10", "the bracket { is not closed"),
    ("SELECT ?x (COUNT(*) AS ?n) { ?x kg:treats ?o }", "line 1", "unbound"),
    ("INSERT DATA { kg:a kg:b kg:c }", None, "a query only reads"),
    ("PREFIX a: <urn:a:> DELETE WHERE { ?s ?p ?o }", None, "a query only reads"),
    ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", None, "works without a network"),
    ("SELECT * { ?s ?p ?o } LIMIT 3 garbage", "line 1, column 31", "'garbage' does not fit here"),
    ("SELECT * FROM <no iri> { ?s ?p ?o }", "line 1", "does not fit"),
]


@pytest.mark.parametrize(("query", "where", "what"), FAULTS)
def test_a_fault_is_one_line_with_its_place(graph, query, where, what):
    with pytest.raises(KgError) as found:
        graph.query(query)
    assert what in str(found.value)
    assert "\n" not in str(found.value)
    assert (found.value.where or "").startswith(where or "")


def test_an_unknown_prefix_comes_with_those_that_are_known(graph):
    with pytest.raises(KgError, match=r"known: .*CHEBI:, .*kg:, .*xsd:"):
        graph.query("ASK { ?s nope:a ?o }")


DEEP = {
    "braces": "SELECT * {" + "{" * 3000 + "}" * 3000 + "}",
    "parentheses": "SELECT (" + "(" * 50_000 + "1" + ")" * 50_000 + " AS ?x) {}",
    "calls": "SELECT (" + "STR(" * 3000 + "1" + ")" * 3000 + " AS ?x) {}",
    "lists": "SELECT * { ?s ?p " + "(" * 3000 + ")" * 3000 + "}",
    "denials": "SELECT * { FILTER(" + "!" * 100_000 + "true) }",
    "sums": "SELECT (1" + "+1" * 100_000 + " AS ?x) {}",
    "unions": "SELECT * {" + " UNION ".join(["{ ?s ?p ?o }"] * 50_000) + "}",
    "optionals": "SELECT * {" + "OPTIONAL { ?s ?p ?o }" * 3000 + "}",
    "bindings": "SELECT * {" + "".join(f"BIND(1 AS ?x{i})" for i in range(3000)) + "}",
    "paths": "SELECT * { ?s " + "|".join(["kg:a"] * 100_000) + " ?o }",
}


@pytest.mark.parametrize("query", DEEP.values(), ids=DEEP)
def test_a_query_that_is_too_deep_is_refused(graph, query):
    with pytest.raises(KgError, match="too deep"):
        graph.query(query)


def test_a_deep_query_within_the_bounds_runs_on_any_thread(graph):
    query = "SELECT (" + "STR(" * 190 + "1" + ")" * 190 + " AS ?x) {}"
    assert rows(graph.query(query)) == [("1",)]
    nested = "SELECT * {" + "{" * 190 + "?s kg:treats kg:Anxiety" + "}" * 190 + "}"
    assert len(graph.query(nested).rows) == 1
    summed = graph.query("SELECT (1" + "+1" * 900 + " AS ?x) {}")
    assert rows(summed) == [("901",)]


def test_long_lists_of_values_are_not_deep(graph):
    values = " ".join(f"<urn:{i}>" for i in range(5000))
    assert rows(graph.query(f"SELECT (COUNT(*) AS ?n) {{ VALUES ?x {{ {values} }} }}")) == [
        ("5000",)
    ]


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.ttl"
    path.write_text(CASE, newline="")
    return Graph.open(path)


LABELS = "SELECT ?s ?label WHERE { ?s ex:n ?n ; rdfs:label ?label } ORDER BY ?n"


def test_cells_of_csv_and_tsv_keep_their_rows(case):
    found = case.query(LABELS)
    assert found.serialize("csv").decode() == (
        "s,label\r\n"
        'https://example.org/t/a,"say ""hi"", then\tstop"\r\n'
        'https://example.org/t/b,"two\nlines\rand CR"\r\n'
        "https://example.org/t/c,back\\slash\r\n"
    )
    assert found.serialize("tsv").decode() == (
        "?s\t?label\n"
        '<https://example.org/t/a>\t"say \\"hi\\", then\\tstop"@en\n'
        '<https://example.org/t/b>\t"two\\nlines\\rand CR"\n'
        '<https://example.org/t/c>\t"back\\\\slash"\n'
    )


def test_a_zero_is_there_in_xml(case):
    xml = case.query("SELECT ?v { ex:a ex:v ?v }").serialize("xml")
    [row] = rdflib.query.Result.parse(io.BytesIO(xml), format="xml")
    assert row[0].toPython() == 0


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_rdflib_reads_the_rows_that_are_written(graph, format):  # noqa: A002
    found = graph.query("SELECT ?s ?t { ?s a kg:Sentence ; kg:text ?t } ORDER BY ?s")
    read = rdflib.query.Result.parse(io.BytesIO(found.serialize(format)), format=format)
    assert [tuple(str(v) for v in row) for row in read] == [
        tuple(v.value for v in row) for row in found.rows
    ]


def test_truth_is_written_too(graph):
    yes = graph.query("ASK { ?s kg:treats ?o }")
    assert yes.serialize("json") == b'{"head":{},"boolean":true}'
    assert b"<boolean>true</boolean>" in yes.serialize("xml")
    assert yes.serialize("csv") == b"true\n"
    assert yes.table(graph.show) == "yes\n"


def test_triples_are_sorted_turtle_with_prefixes(graph):
    found = graph.query("CONSTRUCT { ?s kg:treats ?o } { ?s kg:treats ?o }")
    written = found.serialize("ttl").decode()
    assert "kg:Brexanolone kg:treats kg:Anxiety , kg:PostpartumDepression ." in written
    assert len(rdflib.Graph().parse(data=found.serialize("nt"), format="nt")) == 2
    assert len(rdflib.Graph().parse(data=found.serialize("rdf"), format="xml")) == 2


@pytest.mark.parametrize(
    ("query", "format"),
    [("SELECT * { ?s ?p ?o }", "ttl"), ("DESCRIBE kg:Anxiety", "csv"), ("ASK {}", "nt")],
)
def test_a_format_that_does_not_fit_is_refused(graph, query, format):  # noqa: A002
    with pytest.raises(KgError, match="not written as"):
        graph.query(query).serialize(format)


def test_tables_show_labels_and_short_names(graph):
    table = graph.query(
        "SELECT ?s ?p ?o { VALUES (?s ?p ?o) { (kg:PostpartumDepression kg:treats unit:HZ) } }"
    ).table(graph.show)
    assert table.splitlines()[2].split("  ") == ["postpartum depression", "treats", "unit:HZ"]


def test_files_of_others_with_blank_nodes_can_be_asked(tmp_path):
    path = tmp_path / "other.ttl"
    path.write_text("@prefix ex: <https://example.org/> . ex:a ex:b [ ex:c 1 ] .")
    graph = Graph.open(path)
    [[node]] = graph.query("SELECT ?o { ex:a ex:b ?o }").rows
    assert isinstance(node, Blank)


def test_a_query_imports_neither_rdflib_nor_spacy():
    script = "import sys, kg.store, kg.store.named; print({'rdflib', 'spacy'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert found.stdout.strip() == b"set()"


def test_dates_come_back_as_exact_as_they_are(graph):
    found = graph.query("SELECT DISTINCT ?d { ?x dcterms:issued ?d } ORDER BY ?d").serialize("csv")
    cells = found.decode().split()
    assert set(cells) == {"d", "2026-01-02", "2018-05", "2018-05-04", "2020"}
