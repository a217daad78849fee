"""The command `kg`: it parses arguments, makes one call, and prints."""

from __future__ import annotations

import click

from kg import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Turn articles into graphs in which every triple leads back to its sentence."""
