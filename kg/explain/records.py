"""What an explanation is made of: words and labels only, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Branch:
    """A word in the tree; `depth` is 0 for the root."""

    depth: int
    word: str
    dependency: str
    tag: str


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a term, with the term's label and kind; `pointing`: by pointing back."""

    words: str
    label: str
    kind: str
    pointing: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """An argument: its deep role, its head word, the constructions passed, what it speaks of."""

    role: str
    word: str
    steps: tuple[str, ...]
    ends: tuple[str, ...]


class Verdict(StrEnum):
    """What became of a word that may state something."""

    CLAIM = "claim"
    REFUSED = "refused"
    NOT_ASSERTED = "not asserted"
    NO_TRIGGER = "no trigger"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it, in words, and the line of Turtle that would change it."""

    verdict: Verdict
    text: str
    turtle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A word that may state something, with its arguments and what became of it."""

    word: str
    pos: str
    lemma: str
    parts: tuple[Part, ...]
    negated: bool
    certainty: str
    asserted: bool
    cues: tuple[str, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A sentence and how it was read."""

    text: str
    tree: tuple[Branch, ...]
    names: tuple[Named, ...]
    quantities: tuple[str, ...]
    citations: tuple[str, ...]
    stated: tuple[Stated, ...]
    claims: tuple[str, ...]
    not_understood: tuple[str, ...]
