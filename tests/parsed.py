"""Sentences read by the real parser and the shipped ontology: what tests of extraction stand on."""

from __future__ import annotations

from functools import cache

from kg.evaluate import read_text
from kg.extract.clauses import Clauses
from kg.extract.tree import tree_of
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.ontology import load


@cache
def ontology() -> Ontology:
    """Return the shipped ontology."""
    return load()


@cache
def reading_of(text: str) -> Reading:
    """Return a text with all that is read from it."""
    return read_text(text, ontology())


def clauses_of(text: str) -> Clauses:
    """Return the tree of a text's one sentence."""
    (sentence,) = reading_of(text).sentences
    return Clauses(tree_of(sentence), ontology().grammar)


def word(clauses: Clauses, text: str) -> int:
    """Return where a word stands, the last time where it stands more than once."""
    return max(t.index for t in clauses.tree.tokens if t.text == text)


def local_name(iri: str) -> str:
    """Return the end of an IRI."""
    return iri.rpartition("#")[2]
