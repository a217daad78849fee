"""Commands start in a few times the time of Python itself. The bounds are those of the design
with room for a busy machine; `python -m benchmarks.start_up` prints the figures.
"""

import sys

import pytest

from benchmarks.start_up import BARE, KG, seconds

ROOM = 1.6


@pytest.fixture(scope="module")
def bare():
    return seconds(BARE)


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    path = tmp_path_factory.mktemp("graph") / "one.ttl"
    path.write_text("<http://e.org/s> <http://e.org/p> <http://e.org/o> .\n")
    return str(path)


def test_help_starts_within_ten_times_python(bare):
    assert seconds((*KG, "--help")) < 10 * ROOM * bare


def test_a_query_answers_within_fifteen_times_python(bare, graph):
    assert seconds((*KG, "query", "-g", graph, "ASK { ?s ?p ?o }")) < 15 * ROOM * bare


def test_a_query_loads_neither_parser_nor_rdflib(graph):
    import subprocess

    code = (
        "import sys, kg.cli;"
        f"code = kg.cli.run(['query', '-g', {graph!r}, 'ASK {{ ?s ?p ?o }}']);"
        "heavy = {'spacy', 'rdflib', 'networkx', 'pyvis', 'numpy'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy or code else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
