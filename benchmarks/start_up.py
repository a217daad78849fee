"""How long commands take to start, as multiples of `python -c pass` on the same machine.

Run: python -m benchmarks.start_up
"""

from __future__ import annotations

import platform
import resource
import subprocess
import sys
from collections.abc import Sequence

from kg.api import shipped_graph

ROUNDS = 15
BARE = ("-c", "pass")
KG = ("-c", "from kg.cli import main; main()")  # what the script `kg` does


def seconds(arguments: Sequence[str], *, rounds: int = ROUNDS) -> float:
    """Return the processor time of `python ARGUMENTS`: the least of several runs, since others
    share the machine.
    """

    def used() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    def once() -> float:
        begin = used()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        return used() - begin

    return min(once() for _ in range(rounds))


def main() -> None:
    """Print a table: command, milliseconds, ratio."""
    graph = str(shipped_graph())
    commands = {
        "python -c pass": BARE,
        "kg --help": (*KG, "--help"),
        "kg --version": (*KG, "--version"),
        "kg query": (*KG, "query", "-g", graph, "SELECT ?s { ?s a kg:Claim }"),
        "kg query --name claims": (*KG, "query", "-g", graph, "--name", "claims"),
    }
    bare = seconds(BARE)
    print(f"Python {platform.python_version()}, processor time, least of {ROUNDS} runs")
    for name, arguments in commands.items():
        taken = seconds(arguments)
        print(f"{name:23} {taken * 1000:7.1f} ms {taken / bare:6.1f} ×")


if __name__ == "__main__":
    main()
