"""What pushes the nodes of a drawing: each force returns a move a node, in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.view.boxes import Box, Line

Array = NDArray[np.float64]

MARGIN = np.array([16.0, 8.0])  # kept free between two boxes, across and down
LANE = 15.0  # kept free between the labels of two edges


class Scene(NamedTuple):
    """The graph in arrays: boxes of n nodes, and m edges that are no loops."""

    half: Array  # n × 2: half the width and the height of each box
    middle: Array  # n × 2: from the node to the middle of its box
    ends: NDArray[np.intp]  # m × 2: the places of the edges' nodes
    width: Array  # m: of the edges' labels
    sag: Array  # m: how far their middles are off the straight line, as a part of the length


def scene(names: Sequence[str], boxes: Mapping[str, Box], lines: Sequence[Line]) -> Scene:
    """Return the graph in arrays, with the nodes in the order of `names`."""
    place = {name: number for number, name in enumerate(names)}
    own = [boxes[name] for name in names]
    drawn = [line for line in lines if not line.loop]
    return Scene(
        half=np.array([(box.half_width, (box.above + box.below) / 2) for box in own]),
        middle=np.array([(0.0, (box.below - box.above) / 2) for box in own]),
        ends=np.array(
            [(place[line.source], place[line.target]) for line in drawn], dtype=np.intp
        ).reshape(-1, 2),
        width=np.array([line.width for line in drawn]),
        sag=np.array([line.sag for line in drawn]),
    )


def apart(spots: Array, scene: Scene) -> Array:
    """Return the moves that take overlapping boxes apart, along the shorter way out."""
    centre = spots + scene.middle
    delta = centre[:, None] - centre[None]
    room = scene.half[:, None] + scene.half[None] + MARGIN - np.abs(delta)
    hit = (room > 0).all(axis=2)
    np.fill_diagonal(hit, val=False)
    across = room[..., 0] < room[..., 1]
    way = np.where(delta >= 0, 1.0, -1.0)
    # Equal coordinates would push both the same way: the order of the nodes decides.
    order = np.sign(np.arange(len(spots))[:, None] - np.arange(len(spots))[None])
    way = np.where(delta == 0, order[..., None], way)
    moves = room * way / 2
    moves[..., 0] *= hit & across
    moves[..., 1] *= hit & ~across
    total: Array = moves.sum(axis=1)
    return total


def lengths(spots: Array, scene: Scene) -> Array:
    """Return the moves that make edges as long as their labels need, and not much longer."""
    source, target = scene.ends.T
    delta = spots[target] - spots[source]
    length = np.hypot(*delta.T) + 1e-9
    away = delta / length[:, None]
    # The label stands in the middle: no end's box may reach it, nor the arrow's head.
    ends = np.maximum(_reach(scene, source, away), _reach(scene, target, -away))
    least = scene.width + 2 * ends + 14
    most = least * 1.1 + 15
    change = np.maximum(least - length, 0) * 1.6 + np.minimum(most - length, 0) * 0.5
    move = away * change[:, None] / 2
    return _to_ends(scene, -move, move, len(spots))


def _reach(scene: Scene, nodes: NDArray[np.intp], way: Array) -> Array:
    """Return how far from its node's centre a ray leaves the box."""
    half, middle = scene.half[nodes], scene.middle[nodes]
    aside = half[:, 0] / (np.abs(way[:, 0]) + 1e-9)
    upright = (half[:, 1] + np.sign(way[:, 1]) * middle[:, 1]) / (np.abs(way[:, 1]) + 1e-9)
    nearest: Array = np.minimum(aside, upright)
    return nearest


def off_edges(spots: Array, scene: Scene) -> Array:
    """Return the moves that take boxes off the edges of other nodes, and these off the boxes."""
    source, target = scene.ends.T
    start, delta = spots[source], spots[target] - spots[source]
    length = np.hypot(*delta.T) + 1e-9
    along = delta / length[:, None]
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    centre = spots + scene.middle
    off = centre[:, None] - start[None]
    run = (off * along[None]).sum(axis=2)
    # A bent edge leaves the straight line most in its middle.
    share = np.clip(run / length, 0, 1)
    side = (off * normal[None]).sum(axis=2) + 4 * share * (1 - share) * (scene.sag * length)[None]
    support = (scene.half[:, None] * np.abs(normal)[None]).sum(axis=2) + 5
    reach = (scene.half[:, None] * np.abs(along)[None]).sum(axis=2)
    hit = (run > -reach) & (run < length[None] + reach) & (np.abs(side) < support)
    numbers = np.arange(len(spots))[:, None]
    hit &= (numbers != source[None]) & (numbers != target[None])
    push = np.where(hit, support - np.abs(side), 0) * np.where(side >= 0, 1, -1)
    moves = push[..., None] * normal[None]
    own: Array = moves.sum(axis=1) * 0.6
    ends = -moves.sum(axis=0)
    return own + _to_ends(scene, ends * 0.25, ends * 0.25, len(spots))


def labels(spots: Array, scene: Scene) -> Array:
    """Return the moves that take the labels of edges apart, and off the boxes of nodes."""
    points, edge = _label_points(spots, scene)
    pushed = _from_labels(points, edge)
    centre, half = spots + scene.middle, scene.half
    delta = points[:, None] - centre[None]
    room = half[None] + LANE / 2 - np.abs(delta)
    hit = (room > 0).all(axis=2)
    upright = (room[..., 1] <= room[..., 0]) & hit
    push = np.where(delta >= 0, room, -room)
    push[..., 0] *= hit & ~upright
    push[..., 1] *= upright
    pushed += push.sum(axis=1) * 0.5
    first, middle, last = pushed.reshape(3, -1, 2)
    # What pushes one end of a label turns its edge.
    sources, targets = (0.8 * a + 0.5 * middle + 0.2 * b for a, b in ((first, last), (last, first)))
    own: Array = -push.sum(axis=0) * 0.4
    return own + _to_ends(scene, sources, targets, len(spots))


def _label_points(spots: Array, scene: Scene) -> tuple[Array, NDArray[np.intp]]:
    """Return three points of each label, and of which edge each is."""
    source, target = scene.ends.T
    delta = spots[target] - spots[source]
    length = np.hypot(*delta.T) + 1e-9
    along = delta / length[:, None]
    normal = np.stack([along[:, 1], -along[:, 0]], axis=1)
    middle = (spots[source] + spots[target]) / 2 + normal * (scene.sag * length)[:, None]
    third = along * (scene.width / 3)[:, None]
    points = np.concatenate([middle - third, middle, middle + third])
    return points, np.tile(np.arange(len(length)), 3)


def _from_labels(points: Array, edge: NDArray[np.intp]) -> Array:
    """Return the moves of points that take them off those of other edges."""
    dx, dy = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
    near = (dx * dx + dy * dy < LANE * LANE) & (edge[:, None] != edge[None])
    one, two = np.nonzero(near)
    between = points[one] - points[two]
    distance = np.hypot(*between.T)
    pushed = np.zeros_like(points)
    np.add.at(pushed, one, between * ((LANE - distance) / (distance + 1))[:, None])
    return pushed


def _to_ends(scene: Scene, sources: Array, targets: Array, count: int) -> Array:
    """Sum what the edges' ends are moved by, a row a node."""
    total = np.zeros((count, 2))
    np.add.at(total, scene.ends[:, 0], sources)
    np.add.at(total, scene.ends[:, 1], targets)
    return total
