"""The room that nodes and edges take in the drawing, in pixels at the scale 1."""

from __future__ import annotations

from dataclasses import dataclass

LETTER = 7.3  # mean width of a letter of a node's label
HEIGHT = 17  # of its lines
SMALL_LETTER = 6.0  # of an edge's label


@dataclass(frozen=True, slots=True)
class Box:
    """The room of a node about its centre: its symbol, and its label below it."""

    half_width: float
    above: float
    below: float

    @classmethod
    def around(cls, lines: str, size: int) -> Box:
        """Return the box of a symbol with the radius `size` over lines of text."""
        rows = lines.split("\n")
        width = max(len(row) for row in rows) * LETTER
        return cls(max(width / 2, size), size, size + 3 + HEIGHT * len(rows))


@dataclass(frozen=True, slots=True)
class Line:
    """An edge with its label, bent as `propositions.bends` says."""

    source: str
    target: str
    label: str
    bend: float = 0.0

    @property
    def loop(self) -> bool:
        """Whether it ends where it begins."""
        return self.source == self.target

    @property
    def sag(self) -> float:
        """How far its middle is off the straight line, as a part of its length: so does
        vis-network draw `curvedCW` of this roundness.
        """
        return self.bend * (1 + abs(self.bend)) * 0.39

    @property
    def width(self) -> float:
        """The length of its label."""
        return len(self.label) * SMALL_LETTER
