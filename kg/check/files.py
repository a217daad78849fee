"""Ontology files as the checks see them: what they state together, and where each name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.check.finding import Finding
from kg.check.lines import Use, names
from kg.errors import KgError
from kg.ontology.statements import Statements, read_statements

PREFIX = re.compile(r"@?\bprefix\s+([\w.-]*):\s*<", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Files:
    """What the readable files say together.

    `opened` maps an IRI to the place where its first statement begins, `used` to where it first
    stands; a place is ``file:line``.
    """

    statements: Statements
    opened: Mapping[str, str]
    used: Mapping[str, str]
    prefixes: Mapping[str, str]

    def place(self, iri: str) -> str | None:
        """Return where the statements about a name begin, else where it first stands."""
        return self.opened.get(iri) or self.used.get(iri)

    def order(self, place: str | None) -> tuple[int, int]:
        """Sort places as the files were given, then by line; no place comes first."""
        file, _, line = (place or "").rpartition(":")
        paths = [str(source.path) for source in self.statements.sources]
        return (paths.index(file) if file in paths else -1, int(line) if line.isdigit() else 0)

    def curie(self, iri: str) -> str:
        """Return the name as the files would write it, ``<…>`` where no prefix fits."""
        fitting = [p for p, space in self.prefixes.items() if space and iri.startswith(space)]
        if not fitting:
            return f"<{iri}>"
        prefix = max(fitting, key=lambda p: (len(self.prefixes[p]), p))
        return f"{prefix}:{iri.removeprefix(self.prefixes[prefix])}"


def read_files(paths: Iterable[Path]) -> tuple[Files, tuple[Finding, ...]]:
    """Read the files that are Turtle; those that are not come back as findings."""
    readable: list[Path] = []
    faults: list[Finding] = []
    for path in paths:
        found = tuple(_faults(path))
        faults.extend(found)
        if not found:
            readable.append(path)
    return _unite(read_statements(readable)), tuple(faults)


def _faults(path: Path) -> Iterator[Finding]:
    """Each prefix that is not declared, else the parser's own complaint."""
    if not path.is_file():
        raise KgError("no such ontology file", where=str(path))
    undeclared = tuple(_undeclared_prefixes(path))
    yield from undeclared
    if undeclared:
        return
    try:
        read_statements((path,))
    except KgError as fault:
        yield Finding(
            kind="not Turtle", about=(), where=fault.where, what=fault.what, mend=fault.hint
        )


def _undeclared_prefixes(path: Path) -> Iterator[Finding]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    known = {*PREFIX.findall(text)}
    for use in names(text):
        prefix = use.name.partition(":")[0]
        if not use.name.startswith("<") and prefix not in known and prefix != "_":
            known.add(prefix)  # once is enough
            yield Finding(
                kind="unknown prefix",
                about=(use.name,),
                where=f"{path}:{use.line}",
                what=f"the prefix of {use.name} is declared nowhere in the file",
                mend=f"@prefix {prefix}: <…> .",
            )


def _unite(statements: Statements) -> Files:
    opened: dict[str, str] = {}
    used: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for source in statements.sources:
        prefixes = {**source.prefixes, **prefixes}
        for use in names(source.text):
            place = f"{source.path}:{use.line}"
            iri = _expand(use, source.prefixes)
            used.setdefault(iri, place)
            if use.opens:
                opened.setdefault(iri, place)
    return Files(statements, opened, used, prefixes)


def _expand(use: Use, prefixes: Mapping[str, str]) -> str:
    if use.name.startswith("<"):
        return use.name[1:-1]
    prefix, _, local = use.name.partition(":")
    return prefixes.get(prefix, f"{prefix}:") + local.replace("\\", "")
