"""Which ontology a command uses: the options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def ontology_options(command: Command) -> Command:
    """Add ``--ontology FILE`` and ``--no-default-ontology``."""
    more = click.option(
        "--ontology",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="FILE",
        help="Turtle that adds to the shipped ontology; may be given several times.",
    )
    default = click.option(
        "--no-default-ontology",
        "default_ontology",
        flag_value=False,
        default=True,
        help="Leave out the ontology that ships with kg.",
    )
    return more(default(command))
