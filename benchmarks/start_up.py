"""How long commands take to start, as multiples of `python -c pass` on the same machine.

Run: python -m benchmarks.start_up
"""

from __future__ import annotations

import platform
import subprocess
import sys
import time
from collections.abc import Sequence

from kg.places import shipped

ROUNDS = 15
BARE = ("-c", "pass")
KG = ("-m", "kg.cli")


def seconds(arguments: Sequence[str], *, rounds: int = ROUNDS) -> float:
    """Return the shortest of several runs of `python ARGUMENTS`: the others were disturbed."""

    def once() -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        return time.perf_counter() - begin

    return min(once() for _ in range(rounds))


def main() -> None:
    """Print a table: command, milliseconds, ratio."""
    ontology = str(shipped("ontology.ttl"))
    commands = {
        "python -c pass": BARE,
        "kg --help": (*KG, "--help"),
        "kg --version": (*KG, "--version"),
        "kg query -g FILE": (*KG, "query", "-g", ontology, "ASK { ?s ?p ?o }"),
    }
    bare = seconds(BARE)
    print(f"Python {platform.python_version()}, shortest of {ROUNDS} runs")
    for name, arguments in commands.items():
        taken = seconds(arguments)
        print(f"{name:20} {taken * 1000:7.1f} ms {taken / bare:6.1f} ×")


if __name__ == "__main__":
    main()
