from __future__ import annotations

import subprocess
import sys

from kg.view import pyvis_page, to_pyvis
from tests.view.graphs import SMALL, HandMade, claim, term


def test_every_edge_of_the_page_is_in_the_network():
    network = to_pyvis(SMALL)
    assert len(network.nodes) == 5
    assert sorted(edge["label"] for edge in network.edges) == [
        "causes (2)", "resembles", "treats", "✕ not prevents",
    ]  # fmt: skip


def test_the_same_graph_gives_the_same_bytes():
    assert pyvis_page(SMALL) == pyvis_page(SMALL.turned())


def test_nothing_is_fetched_and_no_name_turns_titles_into_markup():
    link = term('<a href="https://example.org">x</a>')
    html = pyvis_page(HandMade((claim(link, "treats", term("y"), "z"),), (link,)))
    assert 'src="http' not in html
    assert 'rel="stylesheet"' not in html
    assert "popup.innerHTML" not in html


def test_pyvis_is_loaded_only_where_it_is_used():
    code = "import sys, kg.view; print('pyvis' in sys.modules, 'IPython' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]
