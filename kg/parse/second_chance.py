"""A second chance for sentences in which the parser found no verb: "The antibody clouds thinking".

Many words are noun and verb. Where a sentence has no finite clause and one of its words may be the
verb of a relation, it is parsed again with a plain verb in that word's place; the tree is taken if
a finite clause results. A word that ends a known name is no verb: there a plain noun is tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.inflection import base_forms
from kg.model.text import Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

STOPS = (".", "!")
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
MISTAKEN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN"})  # what a verb was taken for
VERBAL = frozenset({"VB", "VBD", "VBP", "VBZ"})
NOT_NOMINAL = frozenset({"back", "off", "out", "up", "down", "in", "on", "over", "away"})
MOST_TRIES = 3


class Chance(NamedTuple):
    """Another reading of a sentence, not parsed yet: with a plain verb, or noun, in the place of a
    word, given by its index and its lemma.
    """

    doc: Doc
    token: int
    lemma: str
    as_noun: bool

    def is_right(self, tokens: tuple[Token, ...]) -> bool:
        """Whether the tree of this reading is to be taken."""
        if self.as_noun:
            return tokens[self.token].pos in ("NOUN", "PROPN")
        return has_finite_clause(tokens)


def has_finite_clause(tokens: tuple[Token, ...]) -> bool:
    """Whether the root is a finite verb with a subject, or an auxiliary makes it one."""
    root = next((t for t in tokens if t.dep == "ROOT"), None)
    if root is None or root.pos not in ("VERB", "AUX"):
        return False
    below = [t for t in tokens if t.head == root.index and t.index != root.index]
    has_subject = any(t.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl") for t in below)
    return has_subject and (root.tag in FINITE or any(t.tag in FINITE for t in below))


def readings_as_verb(
    doc: Doc, tokens: tuple[Token, ...], verbs: frozenset[str]
) -> Iterator[Chance]:
    """Yield the sentence with one word replaced by a plain verb.

    `verbs` are the lemmas that state a relation. Captions and headings are left: only text that
    ends in a stop is tried.
    """
    if not tokens or tokens[-1].text not in STOPS:
        return
    places = [t.i for t in doc if not t.is_space]
    tried = 0
    for token in tokens[1:]:
        lemma = next((f for f in base_forms(token.text.lower()) if f in verbs), None)
        if lemma is None or token.tag not in MISTAKEN or tried == MOST_TRIES:
            continue
        tried += 1
        for verb in _plain(token.text, tokens[token.index + 1 :]):
            words = [t.text for t in doc]
            words[places[token.index]] = verb
            yield Chance(_doc(doc, words), token.index, lemma, as_noun=False)


def readings_as_noun(
    doc: Doc, tokens: tuple[Token, ...], names: tuple[Span, ...]
) -> Iterator[Chance]:
    """Yield the sentence with the last word of a name that the parser took for a verb, or took
    apart, replaced by a plain noun: "Lithium ions fit into graphite" with the name "lithium ions".
    `names` count from the sentence's start.
    """
    places = [t.i for t in doc if not t.is_space]
    first = tokens[0].span.start - doc[places[0]].idx if tokens else 0
    for name in names:
        whole = Span(first + name.start, first + name.end)
        inside = [t for t in tokens if whole.holds(t.span)]
        if len(inside) > 1 and _is_broken(inside):
            last = inside[-1]
            words = [t.text for t in doc]
            for word, plain in zip(inside, _plain_name(inside), strict=True):
                words[places[word.index]] = plain
            yield Chance(_doc(doc, words), last.index, last.lemma, as_noun=True)


def _is_broken(name: list[Token]) -> bool:
    """Whether the words of a name are no noun phrase: one is a verb above the others."""
    inside = {t.index for t in name}
    heads = [t for t in name if t.head not in inside or t.head == t.index]
    is_verb = any(t.pos in ("VERB", "AUX") and t.tag in VERBAL for t in heads)
    return is_verb and name[-1].text.lower() not in NOT_NOMINAL


def _plain_name(name: list[Token]) -> list[str]:
    """Return plain nouns for the words of a name; what is neither word nor number stays."""
    last = "levels" if name[-1].text.endswith("s") else "level"
    return [*("serum" if t.pos in ("VERB", "AUX") else t.text for t in name[:-1]), last]


def _plain(word: str, after: tuple[Token, ...]) -> tuple[str, ...]:
    """Return verbs of the same form; a past that is no participle is the second try, but before a
    preposition: "patients treated with X" are those who were treated.
    """
    if word.endswith("ed"):
        is_participle = bool(after) and after[0].pos == "ADP"
        return ("reduced",) if is_participle else ("reduced", "took")
    return ("reduces",) if word.endswith("s") else ("reduce",)


def _doc(doc: Doc, words: list[str]) -> Doc:
    return type(doc)(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
