"""What is measured of `kg` as a program: how fast it starts, and whether it repeats itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.start_up import BARE, KG, seconds

ROUNDS = 7
SEEDS = ("0", "1", "4711")


def start_ratios() -> Iterator[tuple[str, float]]:
    """Yield commands and how long they take, as multiples of a bare Python."""
    with tempfile.TemporaryDirectory() as folder:
        graph = str(Path(folder) / "article.trig")
        build(graph)
        bare = seconds(BARE, rounds=ROUNDS)
        commands = {
            "kg --help": (*KG, "--help"),
            "kg query -g FILE QUERY": (*KG, "query", "-g", graph, "ASK { ?s ?p ?o }"),
            "kg queries": (*KG, "queries"),
        }
        for name, arguments in commands.items():
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            yield name, seconds(arguments, rounds=ROUNDS) / bare


def digests() -> tuple[str, ...]:
    """Build the shipped article under several hash seeds; return each output's SHA-256."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{seed}.trig" for seed in SEEDS]
        for seed, path in zip(SEEDS, paths, strict=True):
            build(str(path), seed)
        return tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)


def build(path: str, seed: str = "0") -> None:
    """Build the article that ships with kg."""
    environment = os.environ | {"PYTHONHASHSEED": seed}
    subprocess.run(
        [sys.executable, *KG, "build", "-o", path],
        env=environment,
        check=True,
        capture_output=True,
    )
