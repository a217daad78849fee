"""Where the nodes stand: computed once, when the page is written, and the same every time.

networkx's spring layout finds the shape of each part of the graph, `settle` makes room for the
labels, and the parts are set side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from kg.view.boxes import Box, Line
from kg.view.settle import Placed, faults, settle

SEEDS = (1, 2, 3, 5, 8, 13)  # of the layouts tried; any numbers do, but pictures stay with them
SETTLED = 150  # nodes of a part up to which room is made for the labels: it takes n² time
CROWD = 300  # nodes up to which one spring layout is fast
STEP = 130.0  # mean length of an edge, pixels
GAP = 40  # between the parts of the picture
WIDE = 1.35  # width to height of the picture


def place(boxes: Mapping[str, Box], lines: Sequence[Line]) -> dict[str, tuple[int, int]]:
    """Return the pixel of each node at the scale 1; y points down."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    graph.add_edges_from(sorted((line.source, line.target) for line in lines if not line.loop))
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    laid = []
    for part in parts:
        within = [line for line in lines if line.source in part]
        own = {name: boxes[name] for name in sorted(part)}
        laid.append(_part(nx.Graph(graph.subgraph(part)), own, within))
    return _packed(laid, boxes)


def _part(graph: nx.Graph, boxes: Mapping[str, Box], lines: Sequence[Line]) -> Placed:
    """Lay out a connected part: of several starts, the one that leaves the fewest faults."""
    if len(graph) > SETTLED:
        return _spread(_sprung(graph, SEEDS[0]), graph)
    tried = [settle(_spread(_sprung(graph, seed), graph), boxes, lines) for seed in SEEDS]
    return min(tried, key=lambda placed: faults(placed, boxes, lines))


def _sprung(graph: nx.Graph, seed: int) -> Placed:
    """Return a spring layout; of a crowd, first of its communities, then of each of them."""
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    if len(graph) <= CROWD:
        found = nx.spring_layout(ordered, seed=seed, iterations=100, method="force")
        return {name: (float(x), float(y)) for name, (x, y) in found.items()}
    return _by_communities(ordered, seed)


def _by_communities(graph: nx.Graph, seed: int) -> Placed:
    groups = sorted(map(sorted, nx.community.louvain_communities(graph, seed=seed)))
    if len(groups) == 1 or len(groups) == len(graph):  # no communities: a grid is as good
        side = len(graph) ** 0.5
        return {name: (i % side / side, i // side / side) for i, name in enumerate(graph)}
    home = {name: place for place, group in enumerate(groups) for name in group}
    quotient = nx.Graph()
    quotient.add_nodes_from(range(len(groups)))
    quotient.add_edges_from(sorted((home[a], home[b]) for a, b in graph.edges if home[a] != home[b]))
    centres = nx.spring_layout(quotient, seed=seed, iterations=100, method="force")
    laid: Placed = {}
    for place, group in enumerate(groups):
        inner = _sprung(nx.Graph(graph.subgraph(group)), seed)
        radius = 1.2 * (len(group) / len(graph)) ** 0.5
        for name, (x, y) in inner.items():
            laid[name] = (float(centres[place][0]) * 2 + x * radius, float(centres[place][1]) * 2 + y * radius)
    return laid


def _spread(placed: Placed, graph: nx.Graph) -> Placed:
    """Scale so that the mean edge has the length STEP."""
    lengths = [
        ((placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2) ** 0.5
        for a, b in graph.edges
    ]
    factor = STEP * len(lengths) / sum(lengths) if lengths and sum(lengths) else STEP
    return {name: (x * factor * WIDE**0.5, y * factor / WIDE**0.5) for name, (x, y) in placed.items()}


def _packed(parts: Sequence[Placed], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Set the parts in rows, large ones first, in a picture about WIDE times as wide as high."""
    frames = [_frame(part, boxes) for part in parts]
    area = sum((f[2] - f[0] + GAP) * (f[3] - f[1] + GAP) for f in frames)
    width = max([(area * WIDE) ** 0.5, *(f[2] - f[0] + GAP for f in frames)], default=0.0)
    left = top = below = 0.0
    where: dict[str, tuple[int, int]] = {}
    for part, (x0, y0, x1, y1) in zip(parts, frames, strict=True):
        if left and left + x1 - x0 > width:
            left, top = 0.0, below
        for name, (x, y) in part.items():
            where[name] = (round(x - x0 + left), round(y - y0 + top))
        left += x1 - x0 + GAP
        below = max(below, top + y1 - y0 + GAP)
    return where


def _frame(part: Placed, boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    return (
        min(x - boxes[name].half_width for name, (x, _) in part.items()),
        min(y - boxes[name].above for name, (_, y) in part.items()),
        max(x + boxes[name].half_width for name, (x, _) in part.items()),
        max(y + boxes[name].below for name, (_, y) in part.items()),
    )
