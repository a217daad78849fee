"""What the page shows, as records: the page's script reads them as JSON and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from kg.view.sentences import Segment

Link = tuple[str, str]  # what is shown, where it leads


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnKind:
    """A kind with its colour (a number of the style sheet) and the shape of its nodes."""

    label: str
    colour: int
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """A term in the plane; x and y are pixels at the scale 1, y points down."""

    label: str
    lines: str  # the label as it is broken into lines for the drawing
    kind: int
    x: int
    y: int
    size: int
    names: tuple[str, ...] = ()
    ids: tuple[Link, ...] = ()
    ungrounded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """All claims of one proposition of one polarity. `bend` is how far the edge leaves the
    straight line, as a part of its length, positive to the left of its direction; that of a
    loop is its turn about the node, in parts of a circle.
    """

    source: int
    target: int
    label: str
    denied: bool
    hedged: bool
    bend: float
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPaper:
    """A paper as it is cited."""

    number: int | None = None
    title: str = ""
    authors: str = ""
    source: str = ""
    year: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnClaim:
    """A claim with its sentence cut at its marks."""

    edge: int
    subject: int
    relation: str
    object: int
    denied: bool
    certainty: str
    meaning: str  # of the certainty, in words
    rank: int
    sentence: tuple[Segment, ...]
    place: str
    trigger: str
    steps: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, str], ...] = ()
    papers: tuple[int, ...] = ()
    reliability: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole page but its looks. The numbers in a record are places in these tuples."""

    title: str
    subtitle: str
    kinds: tuple[DrawnKind, ...]
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    claims: tuple[DrawnClaim, ...]
    papers: tuple[DrawnPaper, ...]
