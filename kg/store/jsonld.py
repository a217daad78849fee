"""Quads → JSON-LD with a context of its own, so that it reads as plain JSON too.

A property of the vocabulary always has the same form: what it holds is said once, in the context.
Specification: https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from kg.rdf import vocabulary as v
from kg.rdf.terms import IRI, XSD, Literal, Quad

Json = str | bool | float | Mapping[str, "Json"] | Sequence["Json"]

NAMES = (
    v.SUBCLASS_OF, v.SUBPROPERTY_OF, v.EXACT_MATCH, v.CLOSE_MATCH, v.CITES, v.CITES_AS_EVIDENCE,
    v.IN_ARTICLE, v.IN_SENTENCE, v.NAMES_TERM, v.PRODUCT_OF, v.OF_PAPER, v.TO_REFERENCE,
    v.HAS_AUTHOR, v.UNIT, v.SUBJECT, v.PREDICATE, v.OBJECT, v.CERTAINTY, v.STEP, v.LOCATION,
    v.ORGANISM, v.POPULATION, v.HAS_QUANTITY,
)  # fmt: skip
"""Properties whose values are names."""
DECIMALS = (v.VALUE, v.MIN, v.MAX, v.UNCERTAINTY, v.RELIABILITY)
ENGLISH = (v.PREF_LABEL, v.ALT_LABEL)
NATIVE = {
    XSD + "string": re.compile(r".*", re.DOTALL),
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "integer": re.compile(r"0|-?[1-9]\d{0,14}"),  # what a JSON number holds exactly
}
"""Values that JSON itself can say."""
LOCAL = re.compile(r"[\w.-]*")


def to_jsonld(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> bytes:
    """Return sorted quads as one document: a context, then each named graph with its nodes."""
    writer = _Writer(prefixes)
    graphs = [
        {"@id": graph.value, "@graph": writer.nodes(group)}
        for graph, group in groupby(quads, key=lambda quad: quad.graph)
    ]
    document = {"@context": writer.context(), "@graph": graphs}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


class _Writer:
    """Shortens names by the prefixes and leaves out what the context says."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.longest_first = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self.form: dict[IRI, dict[str, str]] = (
            {name: {"@type": "@id"} for name in NAMES}
            | {name: {"@type": "xsd:decimal"} for name in DECIMALS}
            | {name: {"@language": "en"} for name in ENGLISH}
        )

    def context(self) -> Json:
        """Return the context: prefixes, then the form of each property."""
        prefixes: dict[str, Json] = {
            p: {"@id": iri, "@prefix": True} for p, iri in self.prefixes.items()
        }
        forms: dict[str, Json] = {self.short(iri.value): form for iri, form in self.form.items()}
        return {"@version": 1.1, **prefixes, **dict(sorted(forms.items()))}

    def nodes(self, quads: Iterable[Quad]) -> Json:
        """Return the nodes of one graph, in the order of the quads."""
        return [
            {
                "@id": self.short(subject.value),
                **dict(
                    self.member(predicate, [quad.object for quad in values])
                    for predicate, values in groupby(group, key=lambda quad: quad.predicate)
                ),
            }
            for subject, group in groupby(quads, key=lambda quad: quad.subject)
        ]

    def member(self, predicate: IRI, objects: list[IRI | Literal]) -> tuple[str, Json]:
        """Return a property and its value, or list of values."""
        if predicate == v.TYPE:
            types = [self.short(o.value) for o in objects]
            return "@type", types[0] if len(types) == 1 else types
        form = self.form.get(predicate, {})
        values = [self.value(o, form) for o in objects]
        return self.short(predicate.value), values[0] if len(values) == 1 else values

    def value(self, node: IRI | Literal, form: Mapping[str, str]) -> Json:
        """Return a value, short where `form` or JSON itself says its type."""
        if isinstance(node, IRI):
            name = self.short(node.value)
            return name if form.get("@type") == "@id" else {"@id": name}
        value, datatype, language = node
        if language:
            bare = form.get("@language") == language
            return value if bare else {"@language": language, "@value": value}
        if form.get("@type") == self.short(datatype):
            return value
        if not form and datatype in NATIVE and NATIVE[datatype].fullmatch(value):
            return value if datatype == XSD + "string" else json.loads(value)
        return {"@type": self.short(datatype), "@value": value}

    def short(self, iri: str) -> str:
        """Return the CURIE of an IRI where its rest is a plain word, else the IRI."""
        for prefix, namespace in self.longest_first:
            if iri.startswith(namespace) and LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri
