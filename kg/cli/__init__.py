"""The command `kg`: it parses arguments, makes one call, and prints.

Nothing heavy is imported here: `kg --help` starts in a few times the time of Python itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from kg import __version__
from kg.cli.codes import BAD_INPUT, BROKEN_PIPE, DONE, INTERRUPTED, OWN_FAULT
from kg.cli.lazy import VERBOSE, Entry, LazyGroup
from kg.cli.talk import complain
from kg.errors import KgError

COMMANDS = {
    "build": Entry("build", "build", "Read articles and write the graph of what they claim."),
    "query": Entry("query", "query", "Ask a graph in SPARQL, or by a named query."),
    "queries": Entry("query", "queries", "List the named queries."),
    "view": Entry(
        "view", "view", "Write the interactive page of a graph: one file that needs no network."
    ),
    "audit": Entry("audit", "audit", "Show what the claims of a graph rest on."),
    "explain": Entry("explain", "explain", "Show how a sentence, a claim or a place was read."),
    "check": Entry(
        "check", "check", "Check the ontology: its form, and that it reads its own sentences."
    ),
    "eval": Entry("eval", "evaluate", "Score kg against annotated text."),
}


@click.group(
    cls=LazyGroup,
    entries=COMMANDS,
    params=[VERBOSE],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
def commands() -> None:
    """Turn articles into graphs in which every triple leads back to its sentence.

    Start with `kg build` (it reads the article that ships with kg), then `kg queries`.
    """


def main() -> NoReturn:
    """Run `kg` and leave with its exit code."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Here, and nowhere else, a fault becomes a line and an exit code."""
    colour = False if os.environ.get("NO_COLOR") else None
    try:
        code = commands.main(arguments, prog_name="kg", standalone_mode=False, color=colour)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as fault:
        fault.show()
        return BAD_INPUT
    except click.ClickException as fault:
        complain(_usage(fault))
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click leaves by SystemExit where a pipe is broken
        _drop_standard_output()
        return BROKEN_PIPE
    except OSError as fault:
        _drop_standard_output()
        complain(str(_in_words(fault)))
        return BAD_INPUT
    except KgError as fault:
        complain(str(fault))
        return BAD_INPUT
    except Exception as fault:
        if "-v" in sys.argv or "--verbose" in sys.argv:
            raise
        mend = "this is a fault of kg: please report it with what `kg -v …` prints"
        complain(f"{type(fault).__name__}: {fault} ({mend})".replace("\n", " "))
        return OWN_FAULT
    return code if isinstance(code, int) else DONE


def _usage(fault: click.ClickException) -> str:
    """Say in one line what is wrong with the arguments, and where they are explained."""
    context = fault.ctx if isinstance(fault, click.UsageError) else None
    see = f" (see `{context.command_path} --help`)" if context else ""
    return " ".join(fault.format_message().split()) + see


def _in_words(fault: OSError) -> KgError:
    """Say in one line what the system refused."""
    place = str(fault.filename) if fault.filename else None
    return KgError(
        (fault.strerror or str(fault)).lower(),
        where=place,
        hint="is there room, and may you write there?",
    )


def _drop_standard_output() -> None:
    """Let Python's last flush go nowhere, or it would fail once more and say so."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # standard output is closed, or is no file
        return
