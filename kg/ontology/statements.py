"""Turtle files → the statements that they make together, less what they take away."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg.errors import KgError
from kg.ontology.vocabulary import DEPRECATED, LABEL, PREF_LABEL, REMOVE, TYPE

Node = NamedNode | BlankNode | Literal
Triple = tuple[str, str, Node]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read."""

    path: Path
    text: str
    prefixes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Statements:
    """What all files say: subject → property → values, sorted. A blank node's name is its id."""

    values: Mapping[str, Mapping[str, tuple[Node, ...]]]
    sources: tuple[Source, ...]

    def nodes(self, subject: str, name: str) -> tuple[Node, ...]:
        """Return the values of a property."""
        return self.values.get(subject, {}).get(name, ())

    def iris(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the values that are IRIs."""
        found = self.nodes(subject, name)
        return tuple(n.value for n in found if isinstance(n, NamedNode)) if found else ()

    def with_property(self, name: str) -> tuple[str, ...]:
        """Return the subjects that have a property, sorted."""
        return tuple(s for s, found in self.values.items() if name in found)

    def texts(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the literal values, white space collapsed, each once."""
        found = (n.value for n in self.nodes(subject, name) if isinstance(n, Literal))
        return tuple(dict.fromkeys(" ".join(text.split()) for text in found))

    def label(self, subject: str) -> str:
        """Return the preferred label, English first; else the local name in words."""
        for name in (PREF_LABEL, LABEL):
            labels = [n for n in self.nodes(subject, name) if isinstance(n, Literal)]
            if labels:
                return min(labels, key=lambda n: (n.language != "en", n.value)).value
        local = re.split(r"[#/]", subject)[-1]
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", local).replace("_", " ")

    def of_type(self, kind: str) -> tuple[str, ...]:
        """Return the subjects of an rdf:type, sorted."""
        return tuple(s for s in self.values if kind in self.iris(s, TYPE))

    def number(self, subject: str, name: str, default: int) -> int:
        """Return the whole number that a property gives, `default` where it gives none.

        Raises KgError where the value is no whole number.
        """
        texts = self.texts(subject, name)
        try:
            return int(texts[0]) if texts else default
        except ValueError:
            raise self.fault(
                subject, f"{_local(name)} {texts[0]!r} is not a whole number"
            ) from None

    def fault(self, subject: str, what: str, hint: str | None = None) -> KgError:
        """Return an error that points at the first line which begins with the subject."""
        places = (place for source in self.sources if (place := _line_of(subject, source)))
        return KgError(f"{_local(subject)}: {what}", where=next(places, subject), hint=hint)


def read_statements(paths: Iterable[Path]) -> Statements:
    """Read Turtle files and unite them.

    ``s kg:remove v`` takes away every statement of s with the value v, and
    ``s owl:deprecated true`` every statement about s, whichever file makes it.
    Raises KgError with file and line where a file is missing or is not Turtle.
    """
    triples: set[Triple] = set()
    sources = []
    for path in paths:
        source, found = _read(path)
        sources.append(source)
        triples.update(found)
    return Statements(_by_subject(_kept(triples)), tuple(sources))


def _read(path: Path) -> tuple[Source, list[Triple]]:
    try:
        data = path.read_bytes().removeprefix(BOM_UTF8)  # Windows editors write one
        quads = parse(data, format=RdfFormat.TURTLE, rename_blank_nodes=True)
        triples = [(q.subject.value, q.predicate.value, q.object) for q in quads]
        return Source(path, data.decode(), quads.prefixes), triples
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        hint = "give the path of a Turtle file"
        raise KgError(
            f"the ontology cannot be read: {reason}", where=str(path), hint=hint
        ) from None
    except SyntaxError as error:
        what = re.sub(r"^Parser error at .*?: ", "", error.msg)
        where = f"{path}:{error.lineno}" if error.lineno else str(path)
        hint = "the file must be Turtle; the fault may lie at the end of the line before"
        raise KgError(what, where=where, hint=hint) from None


def _kept(triples: set[Triple]) -> Iterator[Triple]:
    gone = {s for s, p, o in triples if p == DEPRECATED and o.value == "true"}
    removed = {(s, o.value) for s, p, o in triples if p == REMOVE}
    for s, p, o in triples:
        dropped = s in gone or (isinstance(o, NamedNode) and o.value in gone)
        if not dropped and (s, o.value) not in removed:
            yield s, p, o


def _by_subject(triples: Iterable[Triple]) -> Mapping[str, Mapping[str, tuple[Node, ...]]]:
    grouped: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for s, p, o in triples:
        grouped[s][p].append(o)
    return {
        s: {p: tuple(sorted(found, key=_order)) for p, found in grouped[s].items()}
        for s in sorted(grouped)
    }


def _order(node: Node) -> tuple[str, str]:
    return node.value, (node.language or "") if isinstance(node, Literal) else ""


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _line_of(subject: str, source: Source) -> str | None:
    """Return ``file:line`` where a statement of the subject begins."""
    names = _written(subject, source.prefixes)
    for number, line in enumerate(source.text.splitlines(), 1):
        words = line.split(maxsplit=1)
        if words and words[0] in names:
            return f"{source.path}:{number}"
    return None


def _written(iri: str, prefixes: Mapping[str, str]) -> Sequence[str]:
    curies = [
        f"{p}:{iri.removeprefix(ns)}" for p, ns in sorted(prefixes.items()) if iri.startswith(ns)
    ]
    return [f"<{iri}>", *curies]
