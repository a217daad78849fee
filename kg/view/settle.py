"""Makes room for labels: boxes are pushed apart, off the edges of others, and edges' labels too.

A relaxation: in each round every overlap moves what overlaps a part of the way out, every edge
that is too short or too long for its label moves its ends, and all drift a little to the middle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from kg.view.boxes import Box, Line
from kg.view.forces import Array, Scene, apart, labels, lengths, off_edges, scene

Placed = dict[str, tuple[float, float]]

ASPECT = np.array([1.0, 1.35])  # the drift to the middle: the picture is wider than high


def settle(start: Placed, boxes: Mapping[str, Box], lines: Sequence[Line], rounds: int) -> Placed:
    """Return the positions after making room, in pixels."""
    names = list(start)
    arranged = scene(names, boxes, lines)
    spots = np.array([start[name] for name in names], dtype=np.float64)
    for turn in range(rounds):
        rest = 1 - turn / rounds  # what is asked of edges fades, that boxes be apart does not
        move = 0.6 * apart(spots, arranged)
        if len(arranged.ends):
            wish = 0.12 * lengths(spots, arranged) + 0.3 * labels(spots, arranged)
            move += (0.2 + 0.8 * rest) * (wish + 0.25 * off_edges(spots, arranged))
        drift = (spots.mean(axis=0) - spots) * ASPECT * 0.012 * rest
        spots = spots + np.clip(move, -30, 30) + drift
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, spots, strict=True)}


def faults(placed: Placed, boxes: Mapping[str, Box], lines: Sequence[Line]) -> float:
    """Return how far the picture is from clear: overlaps and crossings, and a little its size."""
    names = list(placed)
    arranged = scene(names, boxes, lines)
    spots = np.array([placed[name] for name in names], dtype=np.float64)
    width, height = np.ptp(spots, axis=0) + 100
    size = float(max(width, 1.35 * height)) / 100
    if not len(arranged.ends):
        return size
    moved = [
        np.abs(apart(spots, arranged)).sum() * 1.5,
        np.abs(off_edges(spots, arranged)).sum(),
        np.abs(labels(spots, arranged)).sum(),
    ]
    return float(sum(moved)) / 20 + crossings(spots, arranged) + size


def crossings(spots: Array, arranged: Scene) -> int:
    """Return how many pairs of edges cross, taken as straight."""
    a, b = spots[arranged.ends[:, 0]], spots[arranged.ends[:, 1]]

    def side(p: Array, q: Array, r: Array) -> Array:
        first, second = q - p, r - p
        return np.sign(first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0])

    p, q, r, s = a[:, None], b[:, None], a[None], b[None]
    cross = (side(p, q, r) * side(p, q, s) < 0) & (side(r, s, p) * side(r, s, q) < 0)
    return int(cross.sum()) // 2
