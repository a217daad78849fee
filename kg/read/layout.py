"""Lines → blocks: title, date, source, keywords, headings, paragraphs, list items.

Each piece is given its kind, from what it says itself (pieces.py) and from what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model.text import Block, BlockKind, Span
from kg.read import labels
from kg.read.lines import TWO_SENTENCES, Line
from kg.read.pieces import OPENS, Piece, cut, ends_open, is_like_heading

LONGEST_TITLE = 250  # characters
BODY = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM)
AFTER_STOP = re.compile(r"(?<=[.!?)\d])\s+(?=[A-Z*_])")


def lay_out(text: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of these lines of the text, in order."""
    pieces = _with_kinds(_without_late_dates(cut(text, lines)))
    return tuple(_blocks(text, pieces))


def _without_late_dates(pieces: list[Piece]) -> list[Piece]:
    """Only what stands before the prose is the article's date; later, a line "2021" is none."""
    seen_prose = False
    out = []
    for piece in pieces:
        late = seen_prose and piece.kind is BlockKind.DATE
        out.append(replace(piece, kind=None) if late else piece)
        seen_prose = seen_prose or (piece.kind is None and not is_like_heading(piece.text))
    return out


def _with_kinds(pieces: list[Piece]) -> list[Piece]:
    """Give each piece its kind: the first line is a title, a line above prose a heading."""
    out: list[Piece] = []
    titled = any(p.kind is BlockKind.TITLE for p in pieces)
    for n, piece in enumerate(pieces):
        kind = piece.kind
        first = not titled and not any(p.kind in BODY for p in out)
        if first and (kind is None or piece.level) and is_like_title(piece):
            kind = BlockKind.TITLE
        elif kind is None or (kind is BlockKind.ITEM and _is_numbered_heading(pieces, n)):
            above = any(p.kind in (None, *BODY) for p in pieces[n + 1 :])
            is_heading = above and is_like_heading(piece.text)
            kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
        out.append(replace(piece, kind=kind))
    return out


def is_like_title(piece: Piece) -> bool:
    """Whether a first piece may be the title: no longer than one, and without a final stop."""
    return (
        len(piece.text) <= LONGEST_TITLE
        and OPENS.match(piece.text) is not None
        and not TWO_SENTENCES.search(piece.text)
        and (piece.level > 0 or ends_open(piece.text))
    )


def _is_numbered_heading(pieces: list[Piece], n: int) -> bool:
    """Whether an item is a heading with a number: it stands alone above prose."""
    around = pieces[max(n - 1, 0) : n] + pieces[n + 1 : n + 2]
    alone = n + 1 < len(pieces) and all(p.kind is not BlockKind.ITEM for p in around)
    return alone and is_like_heading(pieces[n].text) and "\t" not in pieces[n].text


def _blocks(text: str, pieces: Sequence[Piece]) -> Iterator[Block]:
    """Yield the blocks with their sections. A heading is of its own section; a label such as
    ``Summary:`` names that of its own paragraph only.
    """
    section: str | None = None
    for piece in pieces:
        kind = piece.kind or BlockKind.PARAGRAPH
        if kind is BlockKind.HEADING:
            section = " ".join(piece.text.split())
        if kind is BlockKind.PARAGRAPH:
            name = piece.name
            for span, label in _labelled(text, piece.span):
                name = label or name
                yield Block(kind, span, name or section)
        else:
            yield Block(kind, piece.span, None if kind is BlockKind.TITLE else section)


def _labelled(text: str, span: Span) -> Iterator[tuple[Span, str | None]]:
    """Cut a paragraph before labels such as "RESULTS:" that follow a stop."""
    start, name = span.start, None
    for m in AFTER_STOP.finditer(text, span.start, span.end):
        label = labels.SECTION_LABEL.match(text, m.end(), span.end)
        if label and (labels.name_of(label) or "").isupper():
            yield Span(start, m.start()), name
            start, name = label.end(), labels.name_of(label)
    yield Span(start, span.end), name
