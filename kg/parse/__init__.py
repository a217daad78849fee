"""Sentences → sentences with trees. The only room that knows spaCy."""

from __future__ import annotations

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
from kg.model.text import Sentence, Span
from kg.parse.second_chance import has_finite_clause, readings_as_noun, readings_as_verb
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
    docs = load_model().pipe(sources, disable=(RULER, LEMMATIZER))
    parsed = tuple(
        _with_tree(sentence, doc, words, ontology)
        for sentence, doc in zip(reading.sentences, docs, strict=True)
    )
    return replace(reading, sentences=parsed)


def flatten(text: str) -> str:
    """Return the text with line breaks and tabs as blanks; the length stays."""
    return "".join(" " if c.isspace() else c for c in text)


def _with_tree(sentence: Sentence, doc: Doc, words: Words, ontology: Ontology) -> Sentence:
    start = sentence.span.start
    tokens = tokens_of(doc, words.read(doc), start)
    for found in readings_as_noun(doc, tokens, _names(doc, ontology)):
        again = _read_again(sentence, doc, words, found)
        if again.tokens[found[1]].pos in ("NOUN", "PROPN"):
            return again
    if not has_finite_clause(tokens):
        for found in readings_as_verb(doc, tokens, trigger_index(ontology).verbs):
            again = _read_again(sentence, doc, words, found)
            if has_finite_clause(again.tokens):
                return again
    return replace(sentence, tokens=tokens)


def _names(doc: Doc, ontology: Ontology) -> tuple[Span, ...]:
    """Return the spans of the sentence, from its own start, that name terms."""
    within = Span(0, len(doc.text))
    return tuple(span for span, _ in find_names(doc.text, within, lexicon(ontology)))


def _read_again(
    sentence: Sentence, doc: Doc, words: Words, found: tuple[Doc, int, str]
) -> Sentence:
    """Return the sentence with the tree of another reading, its words and the lemma restored."""
    again, token, lemma = found
    parsed = _parse_words(again)
    tokens = tokens_of(parsed, words.read(parsed), sentence.span.start, like=doc)
    read = replace(tokens[token], lemma=lemma)
    return replace(sentence, tokens=(*tokens[:token], read, *tokens[token + 1 :]))


def _parse_words(doc: Doc) -> Doc:
    for name, component in load_model().pipeline:
        doc = doc if name in (RULER, LEMMATIZER) else component(doc)
    return doc


__all__ = ["flatten", "load_model", "parse"]
