"""What a person should know of a reading although it went well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import shorten

from kg.extract.language import looks_english
from kg.model.claim import Reading
from kg.model.names import ARTICLES
from kg.model.text import Sentence
from kg.store.dataset import other_texts

NAMES_SHOWN = 5
WIDTH = 60  # characters of a text by which it is known again
SIDES = ("subject", "object")


def notes(reading: Reading) -> Iterator[str]:
    """Yield a line for each thing: a text that is not English, an article without claims."""
    if not looks_english(reading.article.text):
        yield "this does not look like English, and kg reads English only"
    if not reading.claims:
        yield f"no claim was read (kg audit shows what was not understood){_unknown(reading)}"


def replaced(store: Path, readings: Sequence[Reading]) -> Iterator[str]:
    """Yield a line for each article whose name kg made from date, title or file, and under which
    the store holds another text until now: it may be another article, or an earlier state.
    """
    own = {
        reading.article.iri: reading.article.sha256
        for reading in readings
        if reading.article.iri.startswith(ARTICLES)
    }
    for iri, text in other_texts(store, own).items():
        began = shorten(text, WIDTH, placeholder=" …")
        yield f"{store}: replaced another text named {iri}: “{began}” (--id IRI keeps both)"


def _unknown(reading: Reading) -> str:
    """Name what the ontology does not know, most frequent first."""
    counted = Counter(_unknown_names(reading))
    if not counted:
        return ""
    shown = ", ".join(f"{label} ({times})" for label, times in counted.most_common(NAMES_SHOWN))
    return f"; names that the ontology does not know: {shown} (add them with --ontology FILE)"


def _unknown_names(reading: Reading) -> Iterator[str]:
    """Yield the names that were found without the ontology, then the nouns of which something
    may be said and that name nothing.
    """
    labels = {term.iri: term.label for term in reading.terms if term.ungrounded}
    yield from (labels[m.term] for m in reading.mentions if m.term in labels)
    arguments = {
        (predicate.sentence, argument.token)
        for predicate in reading.predicates
        for argument in predicate.arguments
        if argument.role in SIDES
    }
    for sentence, token in sorted(arguments):
        if name := _nameless(reading, reading.sentences[sentence], token):
            yield name


def _nameless(reading: Reading, sentence: Sentence, noun: int) -> str | None:
    """Return a noun with the nouns that are compounded with it, None where it names something."""
    token = sentence.tokens[noun]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    if any(m.sentence == sentence.index and m.span.holds(token.span) for m in reading.mentions):
        return None
    first = noun
    while (
        first and (before := sentence.tokens[first - 1]).dep == "compound" and before.head == noun
    ):
        first -= 1
    return " ".join(t.text for t in sentence.tokens[first : noun + 1])
