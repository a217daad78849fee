"""Lines → blocks: title, date, source, keywords, headings, paragraphs, list items.

Pieces come first: which lines belong together. Then each piece is given its kind, from what it
says itself (labels.py) and from what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model.text import Block, BlockKind, Span
from kg.read import labels
from kg.read.lines import TWO_SENTENCES, Line, chunks, span_of

UNWRAPPED = 120  # characters; where lines are longer, no program has wrapped them
SHORT_LAST_LINE = 0.6  # of the width: what ends so early ends a paragraph
LONGEST_HEADING = 120  # characters
LONGEST_TITLE = 250
MOST_HEADING_WORDS = 20
OPENS = re.compile(r"[\"'“‘«(\[]*(?:[^\W\d_]|\d)")
OPEN_ENDED = re.compile(r"[,;:]\Z|\b(?:and|or|of|the|a|an|in|to|for|with|by|on|from|that)\Z")


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


def lay_out(text: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of these lines of the text, in order."""
    pieces = [p for chunk in chunks(lines) for p in _pieces(text, chunk)]
    pieces = _with_titles(_without_late_dates(pieces))
    return tuple(_blocks(text, pieces))


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
            yield _piece(text, tuple(run))
            run = []
        run.append(line)
    if run:
        yield _piece(text, tuple(run))


def _parts(run: list[Line], line: Line, rest: Sequence[Line], width: int) -> bool:
    """Whether a new piece starts with `line`, where `run` is the piece before it."""
    before = run[-1]
    if (stands_alone(before) and len(run) == 1) or stands_alone(line):
        return True
    if _starts_item(run, line):
        return True
    if before.ends_sentence:
        following = rest[0] if rest else line
        return (
            width > UNWRAPPED
            or len(before.text) < SHORT_LAST_LINE * width
            or line.indent > before.indent + 1 > following.indent
        )
    could_be_heading = len(run) == 1 and is_like_heading(before.text)
    return (
        could_be_heading and before.has_room_for(line, width) and OPENS.match(line.text) is not None
    )


def stands_alone(line: Line) -> bool:
    """Whether a line says of itself that it is a block of its own."""
    return bool(
        labels.MARKDOWN_HEADING.match(line.text)
        or labels.KEYWORDS_LABEL.match(line.text)
        or labels.SECTION_NAME.fullmatch(line.text)
        or labels.TABLE_ROW.fullmatch(line.text)
        or labels.date_of(line.text)
        or labels.is_source(line.text)
    )


def _starts_item(run: list[Line], line: Line) -> bool:
    """Whether a line starts an item of a list: a wrapped line that begins with "4." does not."""
    if labels.SECTION_LABEL.match(line.text) and run[-1].ends_sentence:
        return True
    if not (marker := item_marker(line.text)):
        return False
    earlier = item_marker(run[0].text)
    if earlier and marker["number"] and earlier["number"]:
        return marker["number"] == _after(earlier["number"]) or run[-1].ends_sentence
    return bool(earlier) or run[-1].text[-1] in ".:;?!"


def item_marker(text: str) -> re.Match[str] | None:
    """Return the bullet or number at the start of an item; its group "number" may be None."""
    return labels.ITEM.match(text)


def _after(number: str) -> str:
    """Return the number that follows: "2" → "3", "2.1" → "2.2"."""
    head, dot, last = number.rpartition(".")
    return f"{head}{dot}{int(last) + 1}"


def _piece(text: str, lines: tuple[Line, ...]) -> Piece:
    """Make a piece of lines, its label or bullet left out of the span."""
    span = span_of(lines)
    said = span.of(text)
    if m := labels.MARKDOWN_HEADING.match(said):
        end = span.start + len(said.rstrip("# ")) if said.endswith("#") else span.end
        inner = Span(span.start + m.end(), max(end, span.start + m.end()))
        return Piece(inner, inner.of(text), BlockKind.HEADING, level=len(m["marks"]))
    for label, kind in LABEL_TO_KIND:
        if m := label.match(said):
            inner = Span(span.start + m.end(), span.end)
            return Piece(inner, inner.of(text), kind, _name(m))
    whole = Piece(span, said)
    if labels.SECTION_NAME.fullmatch(said):
        inner = Span(span.start, span.start + len(said.rstrip(":. ")))
        return Piece(inner, inner.of(text), BlockKind.HEADING)
    if labels.date_of(said):
        return replace(whole, kind=BlockKind.DATE)
    if labels.is_source(said):
        return replace(whole, kind=BlockKind.SOURCE)
    if labels.TABLE_ROW.fullmatch(said):
        return replace(whole, kind=BlockKind.ITEM)
    if m := item_marker(said):
        inner = Span(span.start + m.end(), span.end)
        return Piece(inner, inner.of(text), BlockKind.ITEM, level=0)
    return whole


LABEL_TO_KIND = (
    (labels.KEYWORDS_LABEL, BlockKind.KEYWORDS),
    (labels.SECTION_LABEL, BlockKind.PARAGRAPH),
    (labels.TITLE_LABEL, BlockKind.TITLE),
)


def _name(label: re.Match[str]) -> str | None:
    """Return the section's name in a label."""
    groups = label.groupdict()
    return groups.get("name") or groups.get("bold")


def _without_late_dates(pieces: list[Piece]) -> list[Piece]:
    """Only what stands before the prose is the article's date; later, a line "2021" is a heading."""
    seen_prose = False
    out = []
    for piece in pieces:
        late = seen_prose and piece.kind is BlockKind.DATE
        out.append(replace(piece, kind=None) if late else piece)
        seen_prose = seen_prose or (piece.kind is None and not is_like_heading(piece.text))
    return out


def _with_titles(pieces: list[Piece]) -> list[Piece]:
    """Give each piece its kind: the first line is a title, a line above prose a heading."""
    out: list[Piece] = []
    titled = any(p.kind is BlockKind.TITLE for p in pieces)
    for n, piece in enumerate(pieces):
        kind = piece.kind
        first = not any(p.kind in BODY for p in out)
        if first and not titled and (kind in (None, BlockKind.HEADING)) and is_like_title(piece):
            kind, titled = BlockKind.TITLE, True
        elif kind is None or (kind is BlockKind.ITEM and _is_numbered_heading(pieces, n)):
            kind = _heading_or_paragraph(piece, pieces[n + 1 :])
        out.append(replace(piece, kind=kind))
    return out


BODY = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM)


def is_like_title(piece: Piece) -> bool:
    """Whether a first piece may be the title: no longer than one, and without a final stop."""
    text = piece.text
    return (
        len(text) <= LONGEST_TITLE
        and OPENS.match(text) is not None
        and not TWO_SENTENCES.search(text)
        and (piece.level > 0 or ends_open(text))
    )


def is_like_heading(text: str) -> bool:
    """Whether a line looks like a heading: short, in capitals at the start, no final stop."""
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
    """Whether a line ends as titles and headings do: in a word or a question mark."""
    return re.search(r"(?:[^\W\d_]|\b\d+|[?!%)\]\"”’'*_+])\Z", text) is not None and not re.search(
        r"[.][\"”’')]*\Z|[a-z]{3,}\d{1,3}\Z", text
    )


def _heading_or_paragraph(piece: Piece, later: Sequence[Piece]) -> BlockKind:
    """Tell a heading, which stands above something, from a paragraph."""
    above = any(p.kind in (None, *BODY) for p in later)
    return BlockKind.HEADING if above and is_like_heading(piece.text) else BlockKind.PARAGRAPH


def _is_numbered_heading(pieces: list[Piece], n: int) -> bool:
    """Whether an item is a heading with a number: it stands alone above prose."""
    around = pieces[max(n - 1, 0) : n] + pieces[n + 1 : n + 2]
    return (
        is_like_heading(pieces[n].text)
        and n + 1 < len(pieces)
        and all(p.kind is not BlockKind.ITEM for p in around)
    )


def _blocks(text: str, pieces: Sequence[Piece]) -> Iterator[Block]:
    """Yield the blocks with their sections; labels within a paragraph start a block."""
    section: str | None = None
    for piece in pieces:
        kind = piece.kind or BlockKind.PARAGRAPH
        if kind is BlockKind.HEADING:
            section = " ".join(piece.text.split())
            yield Block(kind, piece.span, section)
            continue
        if kind is not BlockKind.PARAGRAPH:
            yield Block(kind, piece.span, None if kind is BlockKind.TITLE else section)
            continue
        label = piece.name
        for span, name in _labelled(text, piece.span):
            label = name or label
            yield Block(kind, span, label or section)  # a label holds for its own paragraph only


def _labelled(text: str, span: Span) -> Iterator[tuple[Span, str | None]]:
    """Cut a paragraph before labels such as "RESULTS:" that follow a stop."""
    start, name = span.start, None
    for m in re.finditer(r"(?<=[.!?)\d])\s+(?=[A-Z*_])", span.of(text)):
        label = labels.SECTION_LABEL.match(text, span.start + m.end(), span.end)
        if label and (_name(label) or "").replace("-", " ").isupper():
            yield Span(start, span.start + m.start()), name
            start, name = label.end(), _name(label)
    yield Span(start, span.end), name
