"""The article as it was read: text, blocks, references; then sentences with their trees.

Every span is a half-open interval of Unicode code points into `Article.text`, which is the text
as it was read; nothing is cleaned in place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval [start, end) of code points of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of the printed article is."""

    TITLE = "title"
    DATE = "date"
    SOURCE = "source"  # a line that only names or links where the text comes from
    KEYWORDS = "keywords"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    REFERENCES = "references"  # the reference list as a whole; no sentence is read from it


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph. `span` has no outer white space; a label such as ``Summary:`` is
    outside of it. `section` is the nearest heading before it or that label, None at the start; a
    heading is of its own section.
    """

    kind: BlockKind
    span: Span
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a reference denotes. Strings are as printed; None where nothing is printed.

    `pages` has a shortened last page made whole ("118-21" is "118-121"). `et_al`: the list of
    authors is cut short in print.
    """

    iri: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    et_al: bool = False
    journal: str | None = None
    issued: str | None = None  # ISO, with its precision: "2021", "2021-07", "2021-07-30"
    year_letter: str = ""  # "a" of "2021a"
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None  # lower case, without "doi:" or a resolver
    pmid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An entry of the reference list. `number` is the printed one, else its place (from 1)."""

    number: int
    span: Span
    paper: Paper


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Article:
    """A finished article: what every reader returns."""

    iri: str
    text: str
    sha256: str  # of the bytes as read, hexadecimal
    title: str | None = None
    issued: str | None = None  # ISO, with its precision
    blocks: tuple[Block, ...] = ()  # in text order
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence. `index` and `head` count in the sentence; the root is its own head."""

    index: int
    span: Span
    text: str
    lemma: str  # lower case
    pos: str  # universal part of speech
    tag: str  # Penn treebank tag
    dep: str  # ClearNLP label, as of spaCy's English models
    head: int


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of one block; `tokens` is empty until the parser has run."""

    index: int
    span: Span
    block: int  # index in Article.blocks
    tokens: tuple[Token, ...] = ()
