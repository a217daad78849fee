"""Sentences → sentences with trees. The only room that knows spaCy."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.extract.citations import marker_spans, mask
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence, Span, Token
from kg.places import PACKAGE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = PACKAGE / "parse" / "model"

# The rule lemmatizer leaves auxiliaries as they stand.
AUXILIARY_TO_LEMMA = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be",
    "has": "have", "had": "have", "having": "have", "'ve": "have", "’ve": "have",
    "does": "do", "did": "do", "done": "do", "doing": "do",
    "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "sha": "shall",
}  # fmt: skip


@cache
def load_model() -> Language:
    """Load the tagger and parser that ship with kg; offline, about 0.2 s after spaCy's import."""
    import spacy  # noqa: PLC0415 - 0.5 s and 90 MB: not before a sentence is to be parsed

    if not MODEL.is_dir():
        raise KgError("the parser's model is missing", hint="install article-kg again")
    return spacy.load(MODEL)


def parse(reading: Reading, _ontology: Ontology) -> Reading:
    """Give each sentence its tokens. Citation markers are masked, so that ``rate1.`` is a word
    and a full stop; each sentence is a text of its own, so none leans on its neighbours.
    """
    text = mask(reading.article.text, marker_spans(reading.article))
    sources = [flatten(text[s.span.start : s.span.end]) for s in reading.sentences]
    docs = load_model().pipe(sources)
    parsed = tuple(
        replace(sentence, tokens=tuple(_tokens(doc, sentence)))
        for sentence, doc in zip(reading.sentences, docs, strict=True)
    )
    return replace(reading, sentences=parsed)


def flatten(text: str) -> str:
    """Return the text with line breaks and tabs as blanks; the length stays."""
    return "".join(" " if c.isspace() else c for c in text)


def _tokens(doc: Doc, sentence: Sentence) -> list[Token]:
    """Convert spaCy's tokens, white space left out; a second root hangs on the first."""
    words = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    root = next((place[t.i] for t in words if t.head.i == t.i), 0)
    tokens = []
    for n, t in enumerate(words):
        start = sentence.span.start + t.idx
        lowered = t.text.lower()
        lemma = AUXILIARY_TO_LEMMA.get(lowered, t.lemma_.lower() or lowered)
        is_root = t.head.i == t.i
        head = root if is_root else place.get(t.head.i, root)
        dep = t.dep_ if not is_root or n == root else "parataxis"
        tokens.append(
            Token(n, Span(start, start + len(t.text)), t.text, lemma, t.pos_, t.tag_, dep, head)
        )
    return tokens
