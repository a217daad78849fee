"""Where names stand in a Turtle file. The parser gives no lines, so the text is scanned.

The scan knows only as much of Turtle 1.1 as it takes to tell names from strings and comments,
and the first name of a statement from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
                 | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<directive>@prefix\b|@base\b|\bPREFIX\b|\bBASE\b)
      | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name><[^<>\s]*> | [\w-]*(?:\.[\w-]+)*:(?:[\w:%\\-]|\.+(?=[\w:%\\-]))*)
      | (?P<mark>[\[\]()]|\.(?!\d))""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Use:
    """A name as it is written (``kg:x`` or ``<…>``); `opens` where a statement begins with it."""

    name: str
    line: int  # from 1
    opens: bool


def names(turtle: str) -> Iterator[Use]:
    r"""Yield every name of the file but those of the prefix declarations.

    >>> list(names('@prefix a: <b#> .\na:x a:y "a:z" . # a:w'))
    [Use(name='a:x', line=2, opens=True), Use(name='a:y', line=2, opens=False)]
    """
    depth, opening, declaring = 0, True, 0
    line, counted = 1, 0
    for token in TOKEN.finditer(turtle):
        sort, text = token.lastgroup, token.group()
        line += turtle.count("\n", counted, token.start())
        counted = token.start()
        if sort == "directive":
            declaring = 1 if text.lower().endswith("base") else 2
        elif sort == "name" and declaring:
            declaring -= 1
        elif sort == "name":
            yield Use(text, line, opens=opening)
            opening = False
        elif sort == "mark" and text == ".":
            opening = opening or depth == 0
        elif sort == "mark":
            depth += 1 if text in "[(" else -1
            opening = False
