"""Whatever is wrong with the input: one line that says what, where and how to mend it; exit 2;
nothing half-written.
"""

import os
import resource
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

GOOD = "Zinc\n\nAllopregnanolone treats depression.\n"


def refused(shown, *words, mend="("):
    """One line on standard error that says how to mend it, nothing on standard output, exit 2."""
    assert (shown.code, shown.out) == (2, ""), shown.err
    assert shown.err.startswith("kg: ")
    assert len(shown.err.splitlines()) == 1, shown.err
    assert [word for word in words if word not in shown.err] == [], shown.err
    assert mend in shown.err, "no hint how to mend it"
    return True


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


ARTICLES = {
    "empty": (b"", "empty"),
    "blank": (b" \n\n\t\n", "empty"),
    "binary": (bytes(range(256)) * 4, ""),
    "not UTF-8": (b"Zinc\n\nZinc \x81\x8d binds insulin.\n", ""),
    "zeros": (b"\0" * 100, ""),
}


def test_an_article_that_is_not_there(kg):
    assert refused(kg("build", "missing.txt", "-o", "x.ttl"), "missing.txt")
    assert not os.path.exists("x.ttl")


@pytest.mark.parametrize("command", [["query", "ASK {}"], ["audit"], ["view"]], ids=str)
def test_a_store_that_is_not_there(kg, command):
    assert refused(kg(*command, "--store", "none"), "none", "no such store", "--store none")


def test_a_folder_that_takes_no_file(kg, article):
    assert refused(kg("build", article, "-o", "/proc/x.trig"), "no file can be made in /proc")


def test_an_unknown_command_names_the_nearest_or_all(kg):
    assert refused(kg("quary"), "perhaps query")
    assert refused(kg("frobnicate"), "there are build, query, queries")


def test_a_folder_as_article(kg, tmp_path):
    (tmp_path / "folder").mkdir()
    assert refused(kg("build", "folder"), "folder", "director")


@pytest.mark.parametrize("kind", ARTICLES)
def test_an_article_that_holds_no_text(kg, tmp_path, kind):
    data, words = ARTICLES[kind]
    (tmp_path / "a.txt").write_bytes(data)
    assert refused(kg("build", "a.txt", "-o", "x.trig"), "a.txt", words)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("kind", ARTICLES)
def test_standard_input_that_holds_no_text(kg, kind):
    assert refused(kg("build", "-", stdin=ARTICLES[kind][0]), ARTICLES[kind][1])


@pytest.fixture
def nobody():
    """Lend the tests the rights of nobody, since root may read everything."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


def test_an_article_that_may_not_be_read(kg, article, request):
    assert kg("build", article).code == 0  # all modules are loaded: nobody may not load them
    article.chmod(0)
    request.getfixturevalue("nobody")
    assert refused(kg("build", article), "good.txt", "permission denied")


def test_an_ontology_that_is_no_turtle(kg, article, tmp_path):
    (tmp_path / "my.ttl").write_text("@prefix : <http://e.org/> .\n\n:a :b .\n")
    assert refused(kg("build", article, "--ontology", "my.ttl"), "my.ttl:3")


def test_an_ontology_that_is_not_there(kg, article):
    assert refused(kg("build", article, "--ontology", "my.ttl"), "my.ttl")


def test_an_ending_that_kg_does_not_write(kg, article):
    assert refused(kg("build", article, "-o", "graph.docx"), ".docx", ".trig")


def test_a_format_that_kg_does_not_write(kg, article):
    assert refused(kg("build", article, "--to", "docx"), "docx", "trig")


def test_a_format_that_kg_does_not_read(kg, article):
    assert refused(kg("build", article, "--from", "docx"), "docx")


def test_one_iri_for_two_articles(kg, article):
    assert refused(kg("build", article, article, "--id", "http://e.org/a"), "--id")


@pytest.mark.parametrize("iri", ["no iri", "<http://e.org>", "relative", ""])
def test_an_article_iri_that_is_none(kg, article, iri):
    assert refused(kg("build", article, "--id", iri))


def test_a_target_in_a_folder_that_is_not_there(kg, article):
    assert refused(kg("build", article, "-o", "missing/x.trig"), "missing/x.trig")


def test_a_target_that_is_a_folder(kg, article, tmp_path):
    (tmp_path / "folder.trig").mkdir()
    assert refused(kg("build", article, "-o", "folder.trig"), "folder.trig")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.trig", "good.txt"]


def test_a_store_that_is_a_file(kg, article):
    assert refused(kg("build", article, "--store", article), "good.txt")


def test_a_full_disk_on_standard_output(article):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg.cli", "build", article], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert b"no space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_full_disk_leaves_what_was_there(article, tmp_path):
    target = tmp_path / "graph.trig"
    target.write_text("what was there")

    def no_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    done = subprocess.run(
        [sys.executable, "-m", "kg.cli", "build", article, "-o", target],
        preexec_fn=no_room,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "graph.trig" in done.stderr
    assert target.read_text() == "what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.txt", "graph.trig"]


def test_of_several_articles_the_good_ones_are_written(kg, article, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"")
    shown = kg("build", "bad.txt", article, "missing.txt", "-o", "x.trig")
    assert shown.code == 3
    assert [line for line in shown.err.splitlines() if line.startswith("kg: ")] == [
        line for line in shown.err.splitlines() if "bad.txt" in line or "missing.txt" in line
    ]
    assert (tmp_path / "x.trig").stat().st_size > 0


def test_of_several_articles_that_are_all_bad_nothing_is_written(kg, tmp_path):
    shown = kg("build", "one.txt", "two.txt", "-o", "x.trig")
    assert (shown.code, len(shown.err.splitlines())) == (2, 2)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def graph(shipped):
    return shipped


QUERIES = {
    "SELECT * WHERE { ?s ?p ?o": "line 1, column 16: cannot read the query: the bracket {",
    "SELECT *\nWHERE { ?s nope:p ?o }": "line 2, column 12: the prefix nope: is not known",
    "DELETE WHERE { ?s ?p ?o }": "a query only reads",
    "": "the query is empty",
    "ASK " + "{" * 3000 + "}" * 3000: "the query is too deep",
}


@pytest.mark.parametrize("sparql", QUERIES, ids=QUERIES.values())
def test_a_query_that_is_none(kg, graph, sparql):
    assert refused(kg("query", sparql, "-g", graph), QUERIES[sparql], mend="")


def test_a_named_query_that_is_not_there(kg, graph):
    assert refused(kg("query", "--name", "clams", "-g", graph), "clams", "claims")


def test_a_value_that_is_none(kg, graph):
    assert refused(kg("query", "--name", "claims", "--set", "novalue", "-g", graph), "novalue")


def test_a_query_file_that_is_not_there(kg, graph):
    assert refused(kg("query", "-f", "missing.rq", "-g", graph), "missing.rq")


def test_two_queries_at_once(kg, graph):
    assert refused(kg("query", "ASK {}", "--name", "claims", "-g", graph))


def test_no_query(kg, graph):
    assert refused(kg("query", "-g", graph), "kg queries")


READERS = [("query", "ASK {}"), ("view",), ("audit",)]


@pytest.mark.parametrize("command", READERS, ids=str)
def test_a_graph_that_is_not_there(kg, command):
    assert refused(kg(*command, "-g", "missing.trig"), "missing.trig")
    assert refused(kg(*command, "--store", "missing"), "missing")


@pytest.mark.parametrize("command", READERS, ids=str)
def test_a_graph_that_is_no_rdf(kg, command, tmp_path):
    (tmp_path / "bad.trig").write_text("<a> <b>\n<c>")
    assert refused(kg(*command, "-g", "bad.trig"), "bad.trig")


@pytest.mark.parametrize("command", READERS, ids=str)
def test_two_graphs_at_once(kg, command, graph):
    assert refused(kg(*command, "-g", graph, "--store", "x"), "--store")


def test_a_store_in_the_environment_that_is_not_there(kg, monkeypatch):
    monkeypatch.setenv("KG_STORE", "nowhere")
    assert kg("query", "ASK {}").code == 2


def test_a_page_that_cannot_be_written(kg, graph):
    assert refused(kg("view", "-g", graph, "-o", "missing/page.html"), "missing/page.html")


@pytest.mark.slow
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_no_bytes_bring_a_traceback(kg, data):
    shown = kg("build", "-", stdin=data)
    assert shown.code in (0, 2)
    assert shown.code == 0 or refused(shown)
    assert "fault of kg" not in shown.err
