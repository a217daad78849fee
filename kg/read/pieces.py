"""Lines → pieces: which lines belong together, and what a piece says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.text import BlockKind, Span
from kg.read import labels
from kg.read.lines import TWO_SENTENCES, Line, chunks, span_of

UNWRAPPED = 120  # characters; where lines are longer, no program has wrapped them
SHORT_LAST_LINE = 0.6  # of the width: what ends so early ends a paragraph
LONGEST_HEADING = 120  # characters
MOST_HEADING_WORDS = 20
OPENS = re.compile(r"[\"'“‘«(\[]*(?:[^\W\d_]|\d)")
OPEN_ENDED = re.compile(r"[,;:]\Z|\b(?:and|or|of|the|a|an|in|to|for|with|by|on|from|that)\Z")
ENDS_AS_TITLES_DO = re.compile(r"(?:[^\W\d_]|\b\d+|[A-Z-]\d+|[?!%)\]\"”’'*_+])\Z")
ENDS_IN_STOP_OR_MARKER = re.compile(r"[.][\"”’')]*\Z|[a-z]{3,}\d{1,3}\Z|\[\d[\d,–-]*\]\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together. `kind` is what they are by themselves, None where only the
    pieces around can tell (title, heading or paragraph); `name` is a section that starts here.
    """

    span: Span
    text: str
    kind: BlockKind | None = None
    name: str | None = None
    level: int = 0  # of a Markdown heading


def cut(text: str, lines: Sequence[Line]) -> list[Piece]:
    """Return the pieces of these lines of the text, in order."""
    return [piece for chunk in chunks(lines) for piece in _pieces(text, chunk)]


def _pieces(text: str, chunk: tuple[Line, ...]) -> Iterator[Piece]:
    """Cut a chunk into pieces."""
    width = max(len(line.text) for line in chunk)
    one_a_line = all(line.ends_sentence for line in chunk) and any(
        TWO_SENTENCES.search(line.text) for line in chunk
    )
    lines = [line for line in chunk if not labels.RULE.fullmatch(line.text)]
    run: list[Line] = []
    for n, line in enumerate(lines):
        if run and (one_a_line or _parts(run, line, lines[n + 1 :], width)):
            yield piece_of(text, span_of(run))
            run = []
        run.append(line)
    if run:
        yield piece_of(text, span_of(run))


def _parts(run: list[Line], line: Line, rest: Sequence[Line], width: int) -> bool:
    """Whether a new piece starts with `line`, where `run` is the piece before it."""
    before = run[-1]
    if stands_alone(line) or (len(run) == 1 and stands_alone(before)) or _starts_item(run, line):
        return True
    if before.ends_sentence:
        following = rest[0] if rest else line
        return (
            width > UNWRAPPED
            or len(before.text) < SHORT_LAST_LINE * width
            or line.indent > before.indent + 1 > following.indent
        )
    could_be_heading = len(run) == 1 and is_like_heading(before.text)
    begins = OPENS.match(line.text)
    return (
        could_be_heading
        and before.has_room_for(line, width)
        and begins is not None
        and not begins[0][-1].islower()
    )


def stands_alone(line: Line) -> bool:
    """Whether a line says of itself that it is a block of its own."""
    return bool(
        labels.MARKDOWN_HEADING.match(line.text)
        or labels.KEYWORDS_LABEL.match(line.text)
        or labels.TITLE_LABEL.match(line.text)
        or labels.SECTION_NAME.fullmatch(line.text)
        or labels.TABLE_ROW.fullmatch(line.text)
        or labels.date_of(line.text)
        or labels.is_source(line.text)
    )


def _starts_item(run: list[Line], line: Line) -> bool:
    """Whether a line starts an item of a list: a wrapped line that begins with "4." does not."""
    if labels.SECTION_LABEL.match(line.text) and run[-1].ends_sentence:
        return True
    if not (marker := labels.ITEM.match(line.text)):
        return False
    earlier = labels.ITEM.match(run[0].text)
    if earlier and marker["number"] and earlier["number"]:
        return marker["number"] == _after(earlier["number"]) or run[-1].ends_sentence
    return bool(earlier) or run[-1].text[-1] in ".:;?!"


def _after(number: str) -> str:
    """Return the number that follows: "2" → "3", "2.1" → "2.2"."""
    head, dot, last = number.rpartition(".")
    return f"{head}{dot}{int(last) + 1}"


# Labels that stand before their text on its line, and what the text is.
LABEL_TO_KIND = (
    (labels.KEYWORDS_LABEL, BlockKind.KEYWORDS),
    (labels.SECTION_LABEL, BlockKind.PARAGRAPH),
    (labels.TITLE_LABEL, BlockKind.TITLE),
)


def piece_of(text: str, span: Span) -> Piece:
    """Make a piece; its label, bullet or Markdown is left out of the span."""
    said = span.of(text)
    for label, kind in LABEL_TO_KIND:
        if m := label.match(said):
            return _inner(text, span, m.end(), kind, name=labels.name_of(m))
    if m := labels.MARKDOWN_HEADING.match(said):
        closing = re.search(r"(?:\s+#+)?\Z", said)  # "## Results ##"
        opened = Span(span.start, span.start + (closing.start() if closing else len(said)))
        return _inner(text, opened, m.end(), BlockKind.HEADING, level=len(m["marks"]))
    if labels.SECTION_NAME.fullmatch(said):
        named = Span(span.start, span.start + len(said.rstrip(":. ")))
        return _inner(text, named, 0, BlockKind.HEADING)
    if labels.date_of(said):
        return _inner(text, span, 0, BlockKind.DATE)
    if labels.is_source(said):
        return _inner(text, span, 0, BlockKind.SOURCE)
    if labels.TABLE_ROW.fullmatch(said):
        return _inner(text, span, 0, BlockKind.ITEM)
    if m := labels.ITEM.match(said):
        return _inner(text, span, m.end(), BlockKind.ITEM)
    return _inner(text, span, 0, None)


def _inner(
    text: str,
    span: Span,
    skip: int,
    kind: BlockKind | None,
    *,
    name: str | None = None,
    level: int = 0,
) -> Piece:
    """Make a piece of the span from its `skip`-th character on."""
    inner = Span(span.start + skip, span.end)
    return Piece(inner, inner.of(text), kind, name, level)


def is_like_heading(text: str) -> bool:
    """Whether a line looks like a heading: short, a capital at the start, no final stop."""
    opening = OPENS.match(text)
    return (
        len(text) <= LONGEST_HEADING
        and len(text.split()) <= MOST_HEADING_WORDS
        and opening is not None
        and not opening[0][-1].islower()
        and not TWO_SENTENCES.search(text)
        and not OPEN_ENDED.search(text)
        and ends_open(text)
    )


def ends_open(text: str) -> bool:
    """Whether a line ends as titles and headings do: in a word or a question mark, neither in a
    full stop nor in a citation marker.
    """
    return bool(ENDS_AS_TITLES_DO.search(text)) and not ENDS_IN_STOP_OR_MARKER.search(text)
