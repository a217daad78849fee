"""Plain text, with or without Markdown's headings and lists → `Article`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model.names import article_iri, doi_iri, pmid_iri
from kg.model.text import Article, Block, BlockKind, Reference
from kg.read import labels
from kg.read.decode import decode
from kg.read.layout import lay_out
from kg.read.lines import split_lines
from kg.read.reference_list import ReferenceList, find_reference_list
from kg.read.references import parse_reference
from kg.read.source import Source

OWN_DOI = re.compile(r"\b10\.\d{4,9}/\S+")


def read_plain(source: Source) -> Article:
    """Read UTF-8 text. Raises KgError where the bytes are something else."""
    text = decode(source.data, name=source.name)
    lines = split_lines(text)
    listed = find_reference_list(text, lines)
    body = lines[: listed.first] + lines[listed.last :] if listed else lines
    blocks = lay_out(text, body)
    if listed:
        blocks = _with_list(blocks, listed)
    title = next((b.span.of(text) for b in blocks if b.kind is BlockKind.TITLE), None)
    issued = _issued(text, blocks)
    iri = source.iri or own_iri(text, blocks)
    return Article(
        iri=iri or article_iri(title=title, issued=issued, name=source.name, text=text),
        text=text,
        sha256=source.sha256,
        title=title and " ".join(title.split()),
        issued=issued,
        blocks=blocks,
        references=_references(listed) if listed else (),
    )


def own_iri(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the IRI that the article gives as its own, above its prose: DOI, PMID or URL.

    "Retold from: https://…" names another text.
    """
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.REFERENCES):
            return None
        m = labels.OWN_SOURCE.fullmatch(block.span.of(text))
        if block.kind is BlockKind.SOURCE and m:
            return _to_iri(m["id"])
    return None


def _to_iri(identifier: str) -> str:
    if identifier.isdigit():
        return pmid_iri(identifier)
    if doi := OWN_DOI.search(identifier):
        return doi_iri(doi[0].rstrip(".,;"))
    return identifier if "://" in identifier else f"https://{identifier}"


def _issued(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the date of the first date line."""
    dated = (b.span.of(text) for b in blocks if b.kind is BlockKind.DATE)
    return next((date for line in dated if (date := labels.date_of(line))), None)


def _with_list(blocks: tuple[Block, ...], listed: ReferenceList) -> tuple[Block, ...]:
    """Put the block of the reference list where it stands, its heading included."""
    span = listed.span
    if listed.heading:
        span = type(span)(listed.heading.start, span.end)
    block = Block(BlockKind.REFERENCES, span, None)
    return tuple(sorted((*blocks, block), key=lambda b: b.span))


def _references(listed: ReferenceList) -> tuple[Reference, ...]:
    """Parse the entries. One without a number has its place."""
    return tuple(
        Reference(
            number=place if e.number is None else e.number,
            span=e.span,
            paper=parse_reference(e.body),
        )
        for place, e in enumerate(listed.entries, 1)
    )
