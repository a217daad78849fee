"""A group that knows its commands by name and imports the one that is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lies (module of kg.cli, name in it) and its line in `kg --help`."""

    module: str
    name: str
    summary: str


def _louder(context: click.Context, option: click.Parameter, times: int) -> None:  # noqa: ARG001
    root = context.find_root()
    root.obj = (root.obj or 0) + times


VERBOSE = click.Option(
    ["-v", "--verbose"],
    count=True,
    expose_value=False,
    callback=_louder,
    help="Say more about what is done.",
)


class LazyGroup(click.Group):
    """`kg --help` prints the entries without importing a command."""

    def __init__(self, *args: Any, entries: Mapping[str, Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """Name the commands in the order in which people meet them."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command; None where there is none of that name."""
        if (entry := self.entries.get(cmd_name)) is None:
            return None
        command: click.Command = getattr(import_module(f"kg.cli.{entry.module}"), entry.name)
        if VERBOSE not in command.params:
            command.params.append(VERBOSE)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest ones."""
        name = args[0]
        if name not in self.entries and not name.startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415 only faults need it

            near = get_close_matches(name, self.entries, n=1)
            known = f"perhaps {near[0]}" if near else f"there are {', '.join(self.entries)}"
            message = f"no command {name}: {known}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands from the entries alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self.entries.items()])
