"""How a node is shown: by its label, else as a CURIE, else as its IRI."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.rdf import vocabulary as v
from kg.rdf.terms import IRI, Node
from kg.store.index import Index

LOCAL = re.compile(r"[\w.-]*")


def local_name(iri: str) -> str:
    """Return what follows the last ``#`` or ``/``."""
    return re.split(r"[#/]", iri)[-1]


def to_curie(iri: str, prefixes: Mapping[str, str]) -> str | None:
    """Return the CURIE of an IRI by the longest namespace that fits; None where none does."""
    for prefix, namespace in sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0])):
        if iri.startswith(namespace) and LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return None


def from_curie(text: str, prefixes: Mapping[str, str]) -> str | None:
    """Return the IRI of a CURIE; None where its prefix is not known."""
    prefix, colon, local = text.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else None


@dataclass(frozen=True, slots=True)
class Names:
    """Labels and prefixes of one graph."""

    index: Index
    prefixes: Mapping[str, str]

    def label(self, iri: str, depth: int = 3) -> str:
        """Return what a reader sees of a node: its label, the title of an article, the words of a
        claim (to `depth` claims in claims) or quantity, else its CURIE or IRI.
        """
        words = self.index.label(iri) or (self._words(iri, depth) if depth else None)
        return words or to_curie(iri, self.prefixes) or iri

    def show(self, node: Node | None) -> str:
        """Return what a table shows of a value."""
        if node is None:
            return ""
        return self.label(node.value) if isinstance(node, IRI) else node.value

    def _words(self, iri: str, depth: int) -> str | None:
        kinds = self.index.texts(iri, v.TYPE)
        if v.ARTICLE.value in kinds:
            return self.index.text(iri, v.TITLE)
        if v.CLAIM.value in kinds:
            return self._claim(iri, depth - 1)
        return self.index.text(iri, v.TEXT) if v.QUANTITY.value in kinds else None

    def _claim(self, iri: str, depth: int) -> str:
        subject, *rest = (
            self.label(self.index.text(iri, name) or "", depth)
            for name in (v.SUBJECT, v.PREDICATE, v.OBJECT)
        )
        denied = ("(not)",) if self.index.text(iri, v.NEGATED) == "true" else ()
        return " ".join((subject, *denied, *rest))
