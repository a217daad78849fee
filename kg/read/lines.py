"""A text as lines and as chunks: runs of lines without a blank one between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model.text import Span

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# A stop, what may close behind it, and a citation marker glued to it ("rate.3", "rate.[3]").
ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[?\^?[\d¹²³⁴-⁹⁰]+(?:[,–-]\d+)*\]?)?\Z")
TWO_SENTENCES = re.compile(r"[a-z\d%)\]][.!?][\"”’)]*\s+[A-Z]")  # not "By A. Writer"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space; `indent` is how much stood before it."""

    span: Span
    indent: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space stands in it."""
        return not self.text

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in a stop."""
        return bool(ENDS_SENTENCE.search(self.text))

    def has_room_for(self, following: Line, width: float) -> bool:
        """Whether the first word of the next line would have fitted on this one: then its author
        ended the line, not a program that wraps at `width`.
        """
        return len(self.text) + 1 + len(following.text.split(maxsplit=1)[0]) <= width


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of the text: CR LF, LF and CR end one."""
    lines = []
    for m in LINE.finditer(text):
        stripped = m[0].strip()
        indent = len(m[0]) - len(m[0].lstrip()) if stripped else 0
        start = m.start() + indent
        lines.append(Line(Span(start, start + len(stripped)), indent, stripped))
    return tuple(lines)


def chunks(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the runs of lines that blank ones part."""
    run: list[Line] = []
    for line in lines:
        if not line.is_blank:
            run.append(line)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def span_of(lines: Sequence[Line]) -> Span:
    """Return the span from the first to the last of these lines."""
    return Span(lines[0].span.start, lines[-1].span.end)
