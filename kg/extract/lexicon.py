"""Surface forms → terms.

A name is looked up by its key: letters and digits only, case folded, Greek letters spelled out,
so that ``5α-reductase``, ``5 alpha reductase`` and ``5alpha-reductase`` are one. Keys are made of
a copy of the text; offsets stay those of the article.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.inflection import singulars
from kg.extract.kinds import QUALITY
from kg.model.ontology import Ontology, Term

WORD = re.compile(r"[^\W_]+", re.UNICODE)
GREEK_TO_NAME = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ξ": "xi",
    "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega",
}  # fmt: skip
LONGEST = 12  # words of a name
BEGINNING = 4  # characters of a key
SHORTEST_SHOUTED = 5  # characters of a plural in capitals
ASCII_TO_KEY = {n: chr(n).lower() if chr(n).isalnum() else None for n in range(128)}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a term. `surface` is set where the letter case must agree (acronyms).

    `rank` orders names of one form: 0 preferred label, 1 other label, 2 hidden label. `counted` is
    false for adjectives ("lower"), which have no plural.
    """

    term: str
    rank: int
    surface: str | None
    counted: bool = True

    def may_be(self, form: str, surface: str) -> bool:
        """Whether the surface form, of which `form` may be the singular, is this name."""
        is_case_right = self.surface is None or agrees(form, self.surface)
        return is_case_right and (self.counted or form == surface)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by their key, and how keys may begin: what no name begins with is not looked up.
    `ordered` has the keys sorted.
    """

    names: Mapping[str, tuple[Name, ...]]
    beginnings: frozenset[str]
    ordered: tuple[str, ...]

    def may_begin(self, word_key: str) -> bool:
        """Whether some name begins like this word."""
        return word_key[:BEGINNING] in self.beginnings

    def goes_on(self, begun: str) -> bool:
        """Whether the key of some name begins with this one."""
        at = bisect_left(self.ordered, begun)
        return at < len(self.ordered) and self.ordered[at].startswith(begun)

    def look_up(self, surface: str) -> tuple[Name, ...]:
        """Return the names that the surface form may be, best first; plurals included."""
        for form in singulars(surface):
            names = self.names.get(key(form))
            if names is None:
                continue
            if found := tuple(n for n in names if n.may_be(form, surface)):
                return found
        return self._shouted(surface)

    def _shouted(self, surface: str) -> tuple[Name, ...]:
        """Return the names of a plural in capitals ("ANTIDEPRESSANTS"). Of an acronym only a small
        s is a plural: "GAS" is not several "GA".
        """
        if not surface.isupper() or len(surface) < SHORTEST_SHOUTED:
            return ()
        names = (n for form in singulars(surface.lower()) for n in self.names.get(key(form), ()))
        return tuple(n for n in names if n.surface is None and n.counted)


def with_names(names: Mapping[str, tuple[Name, ...]]) -> Lexicon:
    """Return the lexicon of these names by key."""
    beginnings = {k[:n] for k in names for n in range(1, BEGINNING + 1)}
    short = [k for k in names if len(k) <= BEGINNING]  # the plural begins otherwise: rats, babies
    plurals = {p[:BEGINNING] for k in short for p in (f"{k}s", f"{k}es", f"{k[:-1]}ies")}
    return Lexicon(names, frozenset(beginnings | plurals), tuple(sorted(names)))


def key(surface: str) -> str:
    """Return the key of a name: "GABA-A receptor" → "gabaareceptor"."""
    if surface.isascii():  # most are: in one pass
        return surface.lower() if surface.isalnum() else surface.translate(ASCII_TO_KEY)
    folded = unicodedata.normalize("NFKD", surface).casefold()
    return "".join(GREEK_TO_NAME.get(c, c) for c in folded if c.isalnum())


def is_acronym(surface: str) -> bool:
    """Whether the letter case belongs to the name: "MDD", "BDNF", "GluN2B", not "Prozac"."""
    word = surface.strip()
    capitals = sum(c.isupper() for c in word)
    return " " not in word and len(word) <= 8 and capitals >= 2


def agrees(surface: str, name: str) -> bool:
    """Whether the capitals of an acronym stand where the name has them."""
    return [c for c in surface if c.isalnum()] == [c for c in name if c.isalnum()]


def name_of(label: str, term: Term, rank: int) -> Name:
    """Return the name with its demand on letter case."""
    surface = label if is_acronym(label) else None
    return Name(term.iri, rank, surface, counted=QUALITY not in term.kinds)


def lexicon_of(terms: Iterable[Term]) -> Lexicon:
    """Build the lexicon of these terms."""
    names: dict[str, list[Name]] = {}
    for term in terms:
        labels = (
            (term.label, 0),
            *((label, 1) for label in term.alternatives),
            *((label, 2) for label in term.hidden),
        )
        for label, rank in labels:
            if k := key(label):
                names.setdefault(k, []).append(name_of(label, term, rank))
    return with_names(
        {k: tuple(sorted(v, key=lambda n: (n.rank, n.term))) for k, v in names.items()}
    )


@lru_cache(maxsize=8)
def lexicon(ontology: Ontology) -> Lexicon:
    """Return the lexicon of an ontology, built once."""
    return lexicon_of(ontology.terms)
