"""The graph as pyvis draws it, for those who know that library; its page without the network."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from kg.view.compose import compose
from kg.view.drawing import Drawing, DrawnEdge, DrawnNode
from kg.view.source import HasClaims

if TYPE_CHECKING:
    from pyvis.network import Network

# pyvis writes one look for dark and light; these are the light colours of page.css.
COLOURS = (
    "#2f6db3 #c2600f #2c8552 #b93a55 #7a55b5 #16808a #8a6136 #b84d94 #76791c #66707f"
).split()
GREY, RED = "#8b919b", "#b3261e"

# What pyvis 0.3.2 takes from the network even where it is asked to write all in line (bootstrap),
# and the heading, which it writes twice. The data cannot match: its "<" is escaped.
_FETCHED = re.compile(
    r"<!-- <link\b.*?-->|"
    r"<link\b[^>]*\bhref=\"https?:[^>]*>|<script\b[^>]*\bsrc=\"https?:[^>]*>\s*</script>",
    re.DOTALL,
)
_HEADING = re.compile(r"<center>\s*<h1></h1>\s*</center>")


def to_pyvis(graph: HasClaims) -> Network:
    """Return a pyvis network: the nodes and edges of kg's own page, where they stand there."""
    return _network(compose(graph))


def pyvis_page(graph: HasClaims, *, title: str | None = None) -> str:
    """Return the page that pyvis makes of the graph, with nothing that it would fetch."""
    drawing = compose(graph, title=title)
    html = _FETCHED.sub("", _network(drawing).generate_html())
    heading = f"<title>{escape(drawing.title)}</title><h1>{escape(drawing.title)}</h1>"
    html = _HEADING.sub(lambda _: heading, html, count=1)
    return "<!doctype html>\n" + _HEADING.sub("", html, count=1)


def _network(drawing: Drawing) -> Network:
    from pyvis.network import Network  # noqa: PLC0415 brings IPython: a second of start-up

    network = Network(
        height="90vh", width="100%", directed=True, cdn_resources="in_line", bgcolor="#ffffff"
    )
    network.toggle_physics(status=False)
    for number, node in enumerate(drawing.nodes):
        network.add_node(number, **_node_options(drawing, node))
    for edge in drawing.edges:
        network.add_edge(edge.source, edge.target, **_edge_options(drawing, edge))
    return network


def _node_options(drawing: Drawing, node: DrawnNode) -> dict[str, object]:
    kind = drawing.kinds[node.kind]
    options: dict[str, object] = {
        "label": node.lines,
        "shape": kind.shape,
        "color": COLOURS[kind.colour],
        "size": node.size,
        "x": node.x,
        "y": node.y,
        "physics": False,
    }
    # A title with "href" makes pyvis write all titles as markup.
    hint = f"{node.label} ({kind.label})"
    return options if "href" in hint else {**options, "title": hint}


def _edge_options(drawing: Drawing, edge: DrawnEdge) -> dict[str, object]:
    claims = [drawing.claims[number] for number in edge.claims]
    said = [
        f"{claim.certainty}: {''.join(words for words, _ in claim.sentence)}" for claim in claims
    ]
    bent = "curvedCW" if edge.bend > 0 else "curvedCCW"
    straight = edge.bend == 0 or edge.source == edge.target
    smooth = {"enabled": not straight, "type": bent, "roundness": abs(edge.bend)}
    return {
        "label": edge.label,
        "title": "\n".join(said),
        "dashes": edge.hedged,
        "color": RED if edge.denied else GREY,
        "smooth": smooth,
        "font": {"align": "middle", "size": 11},
    }
