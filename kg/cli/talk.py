"""What kg says to a person: on standard error, so that standard output stays for programs."""

from __future__ import annotations

import click


def say(words: str) -> None:
    """Say what has been done."""
    click.echo(words, err=True)


def detail(words: str) -> None:
    """Say something that only ``-v`` asks for."""
    if verbosity():
        click.echo(words, err=True)


def warn(words: str) -> None:
    """Say what the user should know though the work goes on."""
    click.echo(f"{click.style('note:', fg='yellow')} {words}", err=True)


def complain(words: str) -> None:
    """Say why something could not be done."""
    click.echo(f"{click.style('kg:', fg='red')} {words}", err=True)


def verbosity() -> int:
    """Return how often ``-v`` was given."""
    context = click.get_current_context(silent=True)
    return int(context.find_root().obj or 0) if context else 0
