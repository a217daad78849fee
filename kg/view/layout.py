"""Where the nodes stand: computed once, when the page is written, and the same every time.

networkx's spring layout finds the shape of each part of the graph, `settle` makes room for the
labels, and the parts are set side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import networkx as nx
import numpy as np

from kg.view.boxes import Box, Line
from kg.view.settle import Placed, faults, settle

SEEDS = (2, 3, 4, 5, 6, 7)  # of the layouts tried; any numbers do, but pictures stay with them
ROUNDS = 120  # of making room for labels
TRIED_TO = 60  # nodes up to which several starts are tried
SETTLED = 120  # nodes up to which room is made for the labels: it takes n² time
ROOM = 9000.0  # square pixels a node where it is not
CROWD = 300  # nodes up to which one spring layout is fast
STEP = 130.0  # mean length of an edge, pixels
FITTED = 12  # parts that are fitted in where there is room
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
    return _tilted(_packed(laid, boxes), lines)


def _tilted(where: dict[str, tuple[int, int]], lines: Sequence[Line]) -> dict[str, tuple[int, int]]:
    """Lower ends of edges that are exactly level by one pixel, which nobody sees: vis-network
    10.1.5 writes the labels of such edges in the corner of the picture.
    """
    level = [line for line in lines if not line.loop]
    for _ in range(3):  # a mended edge may level another, though seldom twice
        for line in level:
            x, y = where[line.target]
            if y == where[line.source][1]:
                where[line.target] = (x, y + 1)
    return where


def _part(graph: nx.Graph, boxes: Mapping[str, Box], lines: Sequence[Line]) -> Placed:
    """Lay out a connected part: of several starts, the one that leaves the fewest faults."""
    seeds = SEEDS if 3 < len(graph) <= TRIED_TO else SEEDS[:1]
    starts = [_turned(_sprung(graph, seed)) for seed in seeds]
    if len(graph) > SETTLED:
        return _scaled(starts[0], (ROOM * len(graph)) ** 0.5 / 2)
    tried = [settle(_spread(start, graph), boxes, lines, ROUNDS) for start in starts]
    return min(tried, key=lambda placed: faults(placed, boxes, lines))


def _turned(placed: Placed) -> Placed:
    """Turn the picture so that it is longest from left to right."""
    spots = np.array(list(placed.values()))
    spots = spots - spots.mean(axis=0)
    (a, b), (_, d) = spots.T @ spots
    angle = 0.5 * np.arctan2(2 * b, a - d)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return {name: (float(x), float(y)) for name, (x, y) in zip(placed, spots @ turn, strict=True)}


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
    joined = ((home[a], home[b]) for a, b in graph.edges)
    quotient.add_edges_from(sorted((a, b) for a, b in joined if a != b))
    centres = nx.spring_layout(quotient, seed=seed, iterations=100, method="force")
    laid: Placed = {}
    for place, group in enumerate(groups):
        inner = _sprung(nx.Graph(graph.subgraph(group)), seed)
        radius = 1.2 * (len(group) / len(graph)) ** 0.5
        left, top = (float(part) * 2 for part in centres[place])
        for name, (x, y) in inner.items():
            laid[name] = (left + x * radius, top + y * radius)
    widest = max(abs(part) for spot in laid.values() for part in spot)
    return {name: (x / widest, y / widest) for name, (x, y) in laid.items()}


def _spread(placed: Placed, graph: nx.Graph) -> Placed:
    """Scale so that the mean edge has the length STEP."""
    lengths = [
        ((placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2) ** 0.5
        for a, b in graph.edges
    ]
    factor = STEP * len(lengths) / sum(lengths) if lengths and sum(lengths) else STEP
    return _scaled(placed, factor)


def _scaled(placed: Placed, factor: float) -> Placed:
    across, down = factor * WIDE**0.5, factor / WIDE**0.5
    return {name: (x * across, y * down) for name, (x, y) in placed.items()}


def _packed(parts: Sequence[Placed], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Set the parts side by side in a picture about WIDE times as wide as high."""
    frames = [_frame(part, boxes) for part in parts]
    sizes = [(right - left + GAP, low - top + GAP) for left, top, right, low in frames]
    where: dict[str, tuple[int, int]] = {}
    for part, frame, (left, top) in zip(parts, frames, _corners(sizes), strict=True):
        for name, (x, y) in part.items():
            where[name] = (round(x - frame[0] + left), round(y - frame[1] + top))
    return where


def _corners(sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return where rectangles go, the first ones where the picture grows least by them; what is
    more than FITTED goes below in rows.
    """
    corners: list[tuple[float, float]] = []
    for place, size in enumerate(sizes[:FITTED]):
        rights = [0.0, *(x + wide for (x, _), (wide, _) in zip(corners, sizes, strict=False))]
        lows = [0.0, *(y + high for (_, y), (_, high) in zip(corners, sizes, strict=False))]
        free = [
            corner
            for corner in product(rights, lows)
            if not any(_overlap(corner, size, c, s) for c, s in zip(corners, sizes, strict=False))
        ]
        corners.append(
            min(free, key=lambda c: (_extent([*corners, c], sizes[: place + 1]), c[1], c[0]))
        )
    height = max((y + high for (_, y), (_, high) in zip(corners, sizes, strict=False)), default=0.0)
    rows = _rows(sizes[FITTED:], _extent(corners, sizes[:FITTED]) * WIDE)
    return corners + [(x, y + height) for x, y in rows]


def _overlap(
    one: tuple[float, float],
    size: tuple[float, float],
    other: tuple[float, float],
    other_size: tuple[float, float],
) -> bool:
    return all(
        one[axis] < other[axis] + other_size[axis] and other[axis] < one[axis] + size[axis]
        for axis in (0, 1)
    )


def _rows(sizes: Sequence[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """Return the corners of rectangles set in rows of a width, as words are."""
    left = top = below = 0.0
    corners = []
    for wide, high in sizes:
        if left and left + wide > width:
            left, top = 0.0, below
        corners.append((left, top))
        left, below = left + wide, max(below, top + high)
    return corners


def _extent(corners: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]]) -> float:
    """Return the height that a picture needs whose width is WIDE times its height."""
    both = list(zip(corners, sizes, strict=True))
    width = max((x + wide for (x, _), (wide, _) in both), default=0.0)
    height = max((y + high for (_, y), (_, high) in both), default=0.0)
    return max(width / WIDE, height)


def _frame(part: Placed, boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    return (
        min(x - boxes[name].half_width for name, (x, _) in part.items()),
        min(y - boxes[name].above for name, (_, y) in part.items()),
        max(x + boxes[name].half_width for name, (x, _) in part.items()),
        max(y + boxes[name].below for name, (_, y) in part.items()),
    )
