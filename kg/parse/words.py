"""Part of speech and lemma of words that have a tag and a place in the tree.

The model leaves both to rules: spaCy's `attribute_ruler`, then its `lemmatizer`. The ruler matches
its 180 patterns anew at each word, which took a third of the time of parsing. All but a few of them
look at one word alone (its tag, its letters, its dependency), so they are asked once for all words
that are alike; a sentence in which one of the others may match is left to spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"  # components of the model
LOOKED_AT = ("TAG", "LOWER", "DEP", "IS_SPACE")
Seen = tuple[str, str, str, bool]  # what a pattern may look at, in that order
Demand = Mapping[str, Any]  # of one word: {"TAG": "NN", "LOWER": {"IN": ["none", "nothing"]}}
TESTS: dict[str, Callable[[Any, Any], bool]] = {
    "IN": lambda value, wanted: value in wanted,
    "NOT_IN": lambda value, wanted: value not in wanted,
    "REGEX": lambda value, wanted: re.search(wanted, value) is not None,
}


@dataclass(frozen=True, slots=True)
class Form:
    """What the rules give a word; `lemma` is empty where it is the lemmatizer's to find."""

    pos: str = ""
    morph: str = ""
    lemma: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The patterns of a ruler: those of one word with what they set, of which a later one
    overrides; the first words of the others; the words that any names, and the pattern of such.
    """

    of_one: tuple[tuple[Demand, Mapping[str, str]], ...]
    first_of_several: tuple[Demand, ...]
    named: frozenset[str]
    named_like: re.Pattern[str]

    def form(self, tag: str, word: str, dep: str, is_space: bool) -> Form | None:
        """Return the form of a word in lower case; None where more than that word may count."""
        is_named = word in self.named or self.named_like.search(word)
        return _form(self, (tag, word if is_named else "", dep, is_space))


@lru_cache(maxsize=4096)  # some hundred forms are common
def _form(rules: Rules, seen: Seen) -> Form | None:
    if any(_fits(demand, seen) for demand in rules.first_of_several):
        return None
    given: dict[str, str] = {}
    for demand, attributes in rules.of_one:
        if _fits(demand, seen):
            given |= attributes
    return Form(given.get("POS", ""), given.get("MORPH", ""), given.get("LEMMA", ""))


def _fits(demand: Demand, seen: Seen) -> bool:
    """Whether a word is as demanded; of most, the tag is not."""
    for name, value in zip(LOOKED_AT, seen, strict=True):
        wanted = demand.get(name, value)
        if isinstance(wanted, dict):
            if not all(TESTS[how](value, what) for how, what in wanted.items()):
                return False
        elif wanted != value:
            return False
    return True


def _tests(demanded: Any) -> Iterator[tuple[str, Any]]:
    """Yield the tests of one attribute: a plain value is the only one that will do."""
    yield from demanded.items() if isinstance(demanded, dict) else [("IN", (demanded,))]


@lru_cache(maxsize=2)
def rules_of(nlp: Language) -> Rules:
    """Return the rules of a model. They ask of words what `LOOKED_AT` holds, and nothing else."""
    found = [(p, rule) for rule in nlp.get_pipe(RULER).patterns for p in rule["patterns"]]  # type: ignore[attr-defined]
    lower = [test for p, _ in found for word in p for test in _tests(word.get("LOWER", {}))]
    likes = (f"(?:{what})" for how, what in lower if how == "REGEX")
    return Rules(
        of_one=tuple((p[0], rule["attrs"]) for p, rule in found if len(p) == 1),
        first_of_several=tuple(p[0] for p, _ in found if len(p) > 1),
        named=frozenset(word for how, what in lower if how != "REGEX" for word in what),
        named_like=re.compile("|".join(likes)),
    )


class Words:
    """The words of one article, each lemma found once."""

    def __init__(self, nlp: Language) -> None:
        self.rules = rules_of(nlp)
        self.ruler, self.lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
        self.lemmas: dict[tuple[str, Form], str] = {}

    def read(self, doc: Doc) -> list[tuple[str, str]]:
        """Return the part of speech and the lemma of each token of a parsed sentence."""
        forms = [self.rules.form(t.tag_, t.lower_, t.dep_, t.is_space) for t in doc]
        known = [form for form in forms if form is not None]
        if len(known) < len(forms):
            doc = self.lemmatizer(self.ruler(doc))
            return [(t.pos_, t.lemma_) for t in doc]
        return [(f.pos, f.lemma or self.lemma(t, f)) for f, t in zip(known, doc, strict=True)]

    def lemma(self, token: Token, form: Form) -> str:
        """Return the lemma that the lemmatizer finds for a word of that form."""
        asked = (token.text, form)
        if asked not in self.lemmas:
            token.pos_ = form.pos
            token.set_morph(form.morph)  # type: ignore[attr-defined]
            self.lemmas[asked] = self.lemmatizer.lemmatize(token)[0]  # type: ignore[attr-defined]
        return self.lemmas[asked]
