"""Words for the substitution, from WordNet 3.0's own files (formats: wndb(5WN), cntlist(5WN)).

Only counts, frames, categories and irregular forms are read: no definition and no example.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.places import WORDNET, fetched

PLAIN = re.compile(r"[a-z]{3,12}")
SHORTEST_NOUN = 4
COMMON_VERB, COMMON_NOUN = 3, 5  # occurrences in WordNet's tagged texts
TRANSITIVE = {"08", "11"}  # somebody, something "----s something"
INTRANSITIVE = {"01", "02"}  # something, somebody "----s"
NOT_SWAPPED_IN = {"can", "will", "may", "must", "might", "need", "dare", "have", "do", "let", "own"}
UNCHANGED_IN_THE_PAST = {
    "beat", "bet", "bid", "burst", "bust", "cast", "cost", "cut", "hit", "hurt", "put", "rid",
    "set", "shed", "shut", "slit", "split", "spread", "thrust", "wed", "wet",
}  # fmt: skip
BARE_SINGULAR = {"07", "12", "13", "19", "22", "26", "27"}  # attribute, feeling, food … substance
BARE_PLURAL = {"05", "08", "20", "26", "27"}  # animal, body, plant, state, substance


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that is also a noun or an adjective. `past` is None where its form is irregular."""

    base: str
    transitive: bool
    intransitive: bool
    past: str | None
    gerund: str


@cache
def verbs() -> tuple[Verb, ...]:
    """Verbs whose base form is a noun or an adjective too, with the forms that WordNet implies."""
    others = _senses("noun").keys() | _senses("adj").keys()
    frames, irregular, counts = _frames(), _irregular("verb.exc"), _counts()
    words = sorted((frames.keys() & others) - NOT_SWAPPED_IN)
    common = (word for word in words if counts[word, "verb"] >= COMMON_VERB)
    known = (_verb(word, frames[word], irregular.get(word, [])) for word in common)
    return tuple(verb for verb in known if verb.transitive or verb.intransitive)


def _verb(word: str, frames: set[str], exceptions: list[str]) -> Verb:
    gerunds = [form for form in exceptions if form.endswith("ing")]
    return Verb(
        word,
        transitive=bool(frames & TRANSITIVE),
        intransitive=bool(frames & INTRANSITIVE),
        past=_past(word, exceptions),
        gerund=gerunds[0] if gerunds else _gerund(word),
    )


@cache
def nouns(plural: bool) -> tuple[str, ...]:
    """Common nouns that may stand without an article, in the singular or in the plural."""
    wanted = BARE_PLURAL if plural else BARE_SINGULAR
    irregular, counts, categories = _irregular("noun.exc"), _counts(), _noun_categories()
    words = sorted(
        word
        for word, offsets in _senses("noun").items()
        if counts[word, "noun"] >= COMMON_NOUN
        and categories[offsets[0]] in wanted
        and word not in irregular
        and len(word) >= SHORTEST_NOUN
    )
    return tuple(third_person(word) if plural else word for word in words)


def third_person(word: str) -> str:
    """The -s form of a verb, or the plural of a noun, by regular spelling."""
    if re.search(r"(s|x|z|ch|sh|o)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _past(word: str, exceptions: list[str]) -> str | None:
    regular = [form for form in exceptions if form.endswith("ed") and len(form) > len(word)]
    others = [f for f in exceptions if not f.endswith(("ing", "ed", "s")) or len(f) <= len(word)]
    if word in UNCHANGED_IN_THE_PAST or others:
        return None
    if regular:
        return regular[0]
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if re.search(r"[^aeiou]y$", word) else word + "ed"


def _gerund(word: str) -> str:
    return word[:-1] + "ing" if re.search(r"[^eyo]e$", word) else word + "ing"


def _rows(name: str) -> Iterator[list[str]]:
    path: Path = fetched(WORDNET / name)
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):  # the licence
            yield line.split()


def _irregular(name: str) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for form, *bases in _rows(name):
        for base in bases:
            forms.setdefault(base, []).append(form)
    return forms


@cache
def _counts() -> Counter[tuple[str, str]]:
    parts = {"1": "noun", "2": "verb"}
    counts: Counter[tuple[str, str]] = Counter()
    for key, _, occurrences in _rows("cntlist.rev"):
        lemma, _, rest = key.partition("%")
        if rest[0] in parts:
            counts[lemma, parts[rest[0]]] += int(occurrences)
    return counts


@cache
def _senses(part: str) -> dict[str, list[str]]:
    """Lemma → offsets of its senses, most frequent first."""
    return {
        row[0]: row[-int(row[2]) :] for row in _rows(f"index.{part}") if PLAIN.fullmatch(row[0])
    }


def _noun_categories() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("data.noun")}


def _frames() -> dict[str, set[str]]:
    """Lemma → the generic sentence frames of its senses."""
    by_offset = {row[0]: set(_frame_numbers(row)) for row in _rows("data.verb")}
    return {
        lemma: set().union(*(by_offset[offset] for offset in offsets))
        for lemma, offsets in _senses("verb").items()
    }


def _frame_numbers(row: list[str]) -> Iterator[str]:
    """A frame stands before the gloss as `+ number word`."""
    cells = row[: row.index("|")]
    pointers = int(cells[3], 16) * 2 + 4
    start = pointers + 1 + int(cells[pointers]) * 4
    yield from (cells[i + 1] for i in range(start, len(cells)) if cells[i] == "+")
