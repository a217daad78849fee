"""A graph by subject and property, in memory: what the records are read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.rdf import vocabulary as v
from kg.rdf.terms import IRI, Literal, Node

LABEL = v.RDFS + "label"
Triples = Iterable[tuple[str, str, Node]]


@dataclass(frozen=True, slots=True)
class Index:
    """Subject → property → values, sorted; and the subjects of each class, sorted."""

    values: Mapping[str, Mapping[str, tuple[Node, ...]]]
    classes: Mapping[str, tuple[str, ...]]

    def nodes(self, subject: str, name: IRI) -> tuple[Node, ...]:
        """Return the values of a property."""
        return self.values.get(subject, {}).get(name.value, ())

    def texts(self, subject: str, name: IRI) -> tuple[str, ...]:
        """Return the values of a property as strings."""
        return tuple(node.value for node in self.nodes(subject, name))

    def text(self, subject: str, name: IRI) -> str | None:
        """Return the first value of a property as a string, None where there is none."""
        found = self.nodes(subject, name)
        return found[0].value if found else None

    def number(self, subject: str, name: IRI) -> int:
        """Return a whole number, 0 where none is given."""
        text = self.text(subject, name) or ""
        return int(text) if text.lstrip("+-").isdecimal() else 0

    def of_class(self, name: IRI) -> tuple[str, ...]:
        """Return the nodes of a class."""
        return self.classes.get(name.value, ())

    def label(self, subject: str) -> str | None:
        """Return the preferred label, English first; None where there is none."""
        for name in (v.PREF_LABEL, IRI(LABEL)):
            found = [node for node in self.nodes(subject, name) if isinstance(node, Literal)]
            if found:
                return min(found, key=lambda node: (node.language != "en", node)).value
        return None


def build_index(triples: Triples) -> Index:
    """Index triples; the order in which they come does not matter."""
    values: defaultdict[str, defaultdict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for subject, name, node in triples:
        values[subject][name].add(node)
        if name == v.TYPE.value:
            classes[node.value].add(subject)
    return Index(
        {s: {p: tuple(sorted(n)) for p, n in found.items()} for s, found in values.items()},
        {name: tuple(sorted(found)) for name, found in classes.items()},
    )
