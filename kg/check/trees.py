"""Trees of kinds and relations: circles, kinds that exclude each other, kinds that are lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.check.files import Files
from kg.check.finding import Finding, Severity
from kg.ontology.statements import Statements
from kg.ontology.vocabulary import (
    FIRST,
    NIL,
    OWL,
    PREF_LABEL,
    REST,
    SUBCLASS_OF,
    SUBPROPERTY_OF,
    TERM,
    TYPE,
)

Above = Mapping[str, frozenset[str]]  # everything above a name, itself left out unless in a circle
PARENTS = {SUBCLASS_OF: "class", SUBPROPERTY_OF: "relation"}


def above(statements: Statements, parent: str) -> Above:
    """Close the tree upward; circles are no hindrance."""
    below = [name for name, found in statements.values.items() if parent in found]
    return {name: _above(statements, name, parent) for name in below}


def find_cycles(files: Files) -> Iterator[Finding]:
    """One finding a circle, its members in the order of the tree."""
    for parent, word in PARENTS.items():
        closed = above(files.statements, parent)
        seen: set[str] = set()
        for name in sorted(closed):
            ring = {up for up in closed[name] if name in closed.get(up, ())}
            if name in ring and name not in seen:
                seen |= ring
                yield _cycle(files, _in_order(files.statements, name, ring, parent), word, parent)


def find_disjoint_kinds(files: Files) -> Iterator[Finding]:
    """Terms of two kinds that exclude each other, and kinds below two such."""
    closed = above(files.statements, SUBCLASS_OF)
    excluded = _disjoint(files.statements)
    for parent, kind in ((TYPE, "disjoint kinds"), (SUBCLASS_OF, "impossible kind")):
        for name in _named(files.statements, parent):
            own = files.statements.iris(name, parent)
            pair = _clash({up for k in own for up in (k, *closed.get(k, ()))}, excluded)
            if pair:
                yield _disjoint_finding(files, name, pair, kind)


def find_lost_kinds(files: Files) -> Iterator[Finding]:
    """Kinds with terms that are not below kg:Term: their terms would never be found."""
    closed = above(files.statements, SUBCLASS_OF)
    kinds = {
        kind
        for name in _named(files.statements, TYPE)
        if files.statements.nodes(name, PREF_LABEL)
        for kind in files.statements.iris(name, TYPE)
        if not kind.startswith(OWL)
    }
    for kind in sorted(kinds):
        if kind != TERM and TERM not in closed.get(kind, ()) and kind in files.statements.values:
            name = files.curie(kind)
            yield Finding(
                kind="kind outside kg:Term",
                about=(name,),
                where=files.place(kind),
                what=f"{name} has terms and does not lie below kg:Term, so they are never found",
                mend=f"{name} rdfs:subClassOf kg:Term .",
            )


def members(statements: Statements, node: str) -> Iterator[str]:
    """Yield the members of an RDF list."""
    seen: set[str] = set()
    while node != NIL and node not in seen:
        seen.add(node)
        yield from (n.value for n in statements.nodes(node, FIRST))
        node = next((n.value for n in statements.nodes(node, REST)), NIL)


def _above(statements: Statements, name: str, parent: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(statements.iris(name, parent))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(statements.iris(one, parent))
    return frozenset(found)


def _in_order(statements: Statements, start: str, ring: set[str], parent: str) -> tuple[str, ...]:
    """A walk upward from `start` through the ring; members off the walk come last."""
    walk = [start]
    while step := next((u for u in statements.iris(walk[-1], parent) if u in ring - {*walk}), None):
        walk.append(step)
    return (*walk, *sorted(ring - {*walk}))


def _cycle(files: Files, ring: tuple[str, ...], word: str, parent: str) -> Finding:
    names = tuple(files.curie(name) for name in ring)
    alone = len(ring) == 1
    last = ring[-1] if ring[0] in files.statements.iris(ring[-1], parent) else ring[0]
    triple = f"{files.curie(last)} {files.curie(parent)} {names[0]}"
    return Finding(
        kind=f"{word} below itself" if alone else f"{word} cycle",
        about=names,
        where=files.place(ring[0]),
        what=" is below ".join((*names, names[0])),
        mend=f"take out {triple} ." if alone else f"take out one of them, as {triple} .",
        severity=Severity.WARNING if alone else Severity.ERROR,
    )


def _disjoint(statements: Statements) -> frozenset[frozenset[str]]:
    pairs = {
        frozenset((name, other))
        for name in statements.values
        for other in statements.iris(name, f"{OWL}disjointWith")
    }
    for node in statements.of_type(f"{OWL}AllDisjointClasses"):
        for lists in statements.nodes(node, f"{OWL}members"):
            pairs |= {frozenset(p) for p in combinations(members(statements, lists.value), 2)}
    return frozenset(pairs)


def _named(statements: Statements, parent: str) -> Iterator[str]:
    """Subjects of the property that are no blank nodes."""
    return (n for n, found in statements.values.items() if parent in found and ":" in n)


def _clash(kinds: Iterable[str], excluded: frozenset[frozenset[str]]) -> tuple[str, str] | None:
    pairs = combinations(sorted(kinds), 2)
    return next((pair for pair in pairs if frozenset(pair) in excluded), None)


def _disjoint_finding(files: Files, name: str, pair: tuple[str, str], kind: str) -> Finding:
    one, other = (files.curie(k) for k in pair)
    term = files.curie(name)
    verb = "is" if kind == "disjoint kinds" else "lies below"
    return Finding(
        kind=kind,
        about=(term,),
        where=files.place(name),
        what=f"{term} {verb} {one} and {other}, which exclude each other",
        mend=f"take out one of them: {term} {'a' if verb == 'is' else 'rdfs:subClassOf'} {one} .",
    )
