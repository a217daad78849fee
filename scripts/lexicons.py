"""The lexicons of ../shared: names and ids of public ontologies, tab-separated, gzip."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a lexicon."""

    curie: str
    label: str
    synonyms: tuple[str, ...]
    sort: str

    @property
    def labels(self) -> tuple[str, ...]:
        """The label; MeSH writes some with the noun in front ("Receptors, GABA-A"): both ways."""
        noun, comma, before = self.label.partition(", ")
        if comma and self.curie.startswith("MESH:"):
            return (self.label, f"{before} {noun}")
        return (self.label,)

    @property
    def names(self) -> tuple[str, ...]:
        """The labels, then the synonyms."""
        return (*self.labels, *self.synonyms)


GREEK = str.maketrans(
    {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "μ": "mu", "–": "-"}
)


def fold(name: str) -> str:
    """Make names comparable: without case, hyphens and plural, Greek letters written out.

    >>> fold("μ-Opioid receptors") == fold("mu opioid receptor")
    True
    """
    singular = re.sub(r"(?<=[a-rt-zA-Z])s$", "", name.translate(GREEK))  # DHEAS is no plural
    return re.sub(r"[\s-]+", " ", singular.casefold()).strip()


def read_lexicon(path: Path) -> Iterator[Entry]:
    """Yield the lines of a lexicon. Raises KgError where it is absent."""
    if not path.exists():
        hint = "the lexicons lie beside the checkout, in ../shared; or name them by --lexicons"
        raise KgError("no such lexicon: ids cannot be confirmed", where=str(path), hint=hint)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)  # the header
        for line in lines:
            curie, label, synonyms, sort = line.rstrip("\n").split("\t")
            yield Entry(curie, label, tuple(filter(None, synonyms.split("|"))), sort)
