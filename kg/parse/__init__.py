"""Sentences → sentences with trees. The only room that knows spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.extract.citations import marker_spans, mask
from kg.extract.lexicon import lexicon
from kg.extract.mentions import find_names
from kg.extract.triggers import trigger_index
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence, Span, Token
from kg.parse.second_chance import (
    Chance,
    has_finite_clause,
    readings_as_noun,
    readings_as_verb,
)
from kg.parse.tokens import tokens_of
from kg.parse.words import LEMMATIZER, RULER, Words
from kg.places import PACKAGE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = PACKAGE / "parse" / "model"


@cache
def load_model() -> Language:
    """Load the tagger and parser that ship with kg; offline, about 0.2 s after spaCy's import."""
    import spacy  # noqa: PLC0415 - 0.5 s and 90 MB: not before a sentence is to be parsed

    if not MODEL.is_dir():
        raise KgError("the parser's model is missing", hint="install article-kg again")
    nlp = spacy.load(MODEL)
    words = nlp.get_pipe(LEMMATIZER).lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for pos in words:  # lists of up to 57,000 words, searched through for each form of a word
        words[pos] = frozenset(words[pos])
    return nlp


def parse(reading: Reading, ontology: Ontology) -> Reading:
    """Give each sentence its tokens. Citation markers are masked, so that ``rate1.`` is a word
    and a full stop; each sentence is a text of its own, so none leans on its neighbours.
    """
    text = mask(reading.article.text, marker_spans(reading.article))
    sources = [flatten(text[s.span.start : s.span.end]) for s in reading.sentences]
    words = Words(load_model())
    parsed: list[Sentence] = []
    chances: list[tuple[Sentence, Doc, Chance]] = []
    for sentence, doc in zip(reading.sentences, _parsed(sources), strict=True):
        tokens = tokens_of(doc, words.read(doc), sentence.span.start)
        parsed.append(replace(sentence, tokens=tokens))
        chances += ((sentence, doc, chance) for chance in _chances(doc, tokens, ontology))
    mended = _mended(chances, words)
    return replace(reading, sentences=tuple(mended.get(s.index, s) for s in parsed))


def flatten(text: str) -> str:
    """Return the text with line breaks and tabs as blanks; the length stays."""
    return "".join(" " if c.isspace() else c for c in text)


def _parsed(sources: Iterable[str | Doc]) -> Iterator[Doc]:
    """Yield the sentences with tags and trees; what `Words` reads is not done twice."""
    return load_model().pipe(sources, disable=(RULER, LEMMATIZER))


def _chances(doc: Doc, tokens: tuple[Token, ...], ontology: Ontology) -> Iterator[Chance]:
    yield from readings_as_noun(doc, tokens, _names(doc, ontology))
    if not has_finite_clause(tokens):
        yield from readings_as_verb(doc, tokens, trigger_index(ontology).verbs)


def _names(doc: Doc, ontology: Ontology) -> tuple[Span, ...]:
    """Return the spans of the sentence, from its own start, that name terms."""
    within = Span(0, len(doc.text))
    return tuple(span for span, _ in find_names(doc.text, within, lexicon(ontology)))


def _mended(
    chances: Sequence[tuple[Sentence, Doc, Chance]], words: Words
) -> Mapping[int, Sentence]:
    """Return, by index, the sentences of which another reading is right, with the tree of the first
    such, their own words and the lemma restored. All are parsed together: one alone takes thrice
    the time.
    """
    mended: dict[int, Sentence] = {}
    docs = _parsed(chance.doc for _, _, chance in chances)
    for (sentence, like, chance), doc in zip(chances, docs, strict=True):
        tokens = tokens_of(doc, words.read(doc), sentence.span.start, like=like)
        if sentence.index not in mended and chance.is_right(tokens):
            n = chance.token
            read = replace(tokens[n], lemma=chance.lemma)
            mended[sentence.index] = replace(sentence, tokens=(*tokens[:n], read, *tokens[n + 1 :]))
    return mended


__all__ = ["flatten", "load_model", "parse"]
