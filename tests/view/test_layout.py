from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st

from kg.view.boxes import Box, Line
from kg.view.layout import place
from kg.view.propositions import bends

NAMES = st.sampled_from("abcd")


def field(nodes, edges, seed=7):
    """A graph of an article's sort: few terms have many claims, the most have one or two."""
    choose = random.Random(seed)
    names = [f"term number {n}" for n in range(nodes)]
    weights = [1 / (n + 1) for n in range(nodes)]
    pairs = [(name, choose.choices(names, weights)[0]) for name in names]
    pairs += [tuple(choose.choices(names, weights, k=2)) for _ in range(edges - nodes)]
    lines = [Line(a, b, "increases") for a, b in pairs if a != b]
    return {name: Box.around(name.replace(" n", "\nn"), 12) for name in names}, lines


def overlaps(where, boxes):
    def frame(name):
        (x, y), box = where[name], boxes[name]
        return x - box.half_width, y - box.above, x + box.half_width, y + box.below

    frames = [frame(name) for name in boxes]
    return sum(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for a, b in combinations(frames, 2)
    )


@pytest.mark.parametrize("seed", [7, 8])
def test_labels_of_forty_terms_with_eighty_claims_do_not_overlap(seed):
    boxes, lines = field(40, 80, seed)
    assert overlaps(place(boxes, lines), boxes) == 0


def test_parts_of_a_graph_do_not_overlap():
    boxes = {f"n{n}": Box.around(f"n{n}", 10) for n in range(60)}
    lines = [Line(f"n{n}", f"n{n + 1}", "is a") for n in range(0, 60, 2)]
    assert overlaps(place(boxes, lines), boxes) == 0


def test_no_edge_is_exactly_level():
    boxes, lines = (
        {n: Box.around(n, 10) for n in "abcd"},
        [Line("a", "b", "x"), Line("c", "d", "x")],
    )
    where = place(boxes, lines)
    assert all(where[line.source][1] != where[line.target][1] for line in lines)


@pytest.mark.parametrize("nodes", [0, 1, 2, 3])
def test_the_smallest_graphs_have_places(nodes):
    boxes = {f"n{n}": Box.around("n", 10) for n in range(nodes)}
    lines = [Line("n0", name, "x") for name in boxes]
    assert len(set(place(boxes, lines).values())) == nodes


def test_a_large_graph_is_laid_out_by_its_communities():
    boxes, lines = field(700, 1400)
    where = place(boxes, lines)
    assert len(set(where.values())) > 650


def test_another_process_with_another_hash_seed_gives_the_same_places():
    code = "from tests.view.test_layout import *; print(place(*field(12, 18)))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES), max_size=12))
def test_edges_of_one_pair_never_lie_on_one_another(edges):
    drawn = set()
    for (source, target), bend in zip(edges, bends(edges), strict=True):
        seen_from_one_side = bend if source <= target else -bend
        drawn.add((min(source, target), max(source, target), seen_from_one_side))
    assert len(drawn) == len(edges)
