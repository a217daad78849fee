"""The suites of tests/claims and of its folders, with what each is known to miss.

A sentence that is not read right yet stands in the folder's known_misses.md, below a heading that
says where it was (``negation.md: Denied``). It stays a sentence of that suite: it is read with the
names given there, and counted there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality.places import CLAIMS
from kg.evaluate import GoldTerm, GoldText, read_gold

BLIND = CLAIMS / "blind"
FOLDERS = (CLAIMS, BLIND)
MISSES = "known_misses.md"
README = "README.md"


@dataclass(frozen=True, slots=True)
class Suite:
    """A file's texts: those that are read right, and those known to be missed."""

    path: Path
    texts: tuple[GoldText, ...]
    missed: tuple[GoldText, ...]

    @property
    def terms(self) -> tuple[GoldTerm, ...]:
        """The names that the file gives."""
        return self.texts[0].terms if self.texts else ()


def suites(folder: Path) -> tuple[Suite, ...]:
    """Read the suites of a folder, in order. Raises KgError for a line that is none of a suite."""
    misses = tuple(_misses(folder / MISSES))
    paths = (path for path in sorted(folder.glob("*.md")) if path.name not in (MISSES, README))
    return tuple(_suite(path, misses) for path in paths)


def headings(path: Path, texts: tuple[GoldText, ...]) -> Iterator[str]:
    """Yield the heading that each text stands below."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for text in texts:
        above = reversed(lines[: text.line])
        yield next(line for line in above if line.startswith("#")).lstrip("# ")


def _suite(path: Path, misses: tuple[tuple[str, GoldText], ...]) -> Suite:
    suite = Suite(path, read_gold(path), ())
    missed = (text for place, text in misses if place.split(": ")[0] == path.name)
    return replace(suite, missed=tuple(replace(text, terms=suite.terms) for text in missed))


def _misses(path: Path) -> Iterator[tuple[str, GoldText]]:
    if path.exists():
        texts = read_gold(path)
        yield from zip(headings(path, texts), texts, strict=True)
