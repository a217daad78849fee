"""What an explanation is made of: words and labels only, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Branch:
    """A word in the tree; `depth` is 0 for the root, `last` says whether no sister follows."""

    depth: int
    word: str
    dependency: str
    tag: str
    last: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a term, with the term's label and kind; `pointing`: by pointing back."""

    words: str
    label: str
    kind: str
    pointing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """What a pointing word might have meant, and its weight; or why it could not be meant."""

    label: str
    score: float = 0.0
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A pointing word ("it", "the drug"), what it was taken for (nothing where none is clearly
    best), and what else was asked, the best first.
    """

    words: str
    meant: tuple[str, ...]
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class CueScope:
    """A word of denial or doubt, what it does, and the words that lie in its scope."""

    words: str
    effect: str
    over: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A citation marker, the references or why there are none, and the words that it governs."""

    marker: str
    references: str
    over: tuple[str, ...]


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
    """A sentence, its place in the article, and how it was read."""

    text: str
    start: int
    end: int
    tree: tuple[Branch, ...]
    names: tuple[Named, ...]
    pointers: tuple[Pointer, ...]
    quantities: tuple[str, ...]
    citations: tuple[Marked, ...]
    cues: tuple[CueScope, ...]
    stated: tuple[Stated, ...]
    claims: tuple[str, ...]
    not_understood: tuple[str, ...]
