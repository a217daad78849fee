"""Trees of kinds and relations: closing upward, unions of kinds, their intersection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.ontology.statements import Statements
from kg.ontology.vocabulary import FIRST, NIL, NOTHING, REST, UNION_OF

Ancestors = Mapping[str, tuple[str, ...]]


def close_upward(statements: Statements, names: Iterable[str], parent: str) -> Ancestors:
    """Map each name to all that lies above it by the property `parent`, nearest first.

    Raises KgError where a name lies above itself.
    """
    found = {name: _above(statements, name, parent) for name in sorted(names)}
    return {name: sort_upward(above, found) for name, above in found.items()}


def sort_upward(names: Iterable[str], above: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Sort so that whatever lies below another comes before it; ties by name."""
    return tuple(sorted(names, key=lambda name: (-len(tuple(above.get(name, ()))), name)))


def read_kinds(
    statements: Statements, subject: str, name: str, above: Ancestors
) -> tuple[str, ...]:
    """Return the kinds that a domain or range admits; empty where it admits every kind.

    Two values mean their intersection, as OWL says; owl:Nothing where that is empty.
    """
    unions = [_members(statements, node.value) for node in statements.nodes(subject, name)]
    if not unions:
        return ()
    common = unions[0]
    for union in unions[1:]:
        common = _intersect(common, union, above)
    return tuple(sorted(common)) or (NOTHING,)


def _above(statements: Statements, name: str, parent: str) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [up for up in statements.iris(name, parent) if up != name]  # itself: harmless
    while waiting:
        one = waiting.pop()
        if one == name:
            raise statements.fault(name, "lies above itself", "break the circle of its parents")
        if one not in seen:
            seen.add(one)
            waiting.extend(statements.iris(one, parent))
    return frozenset(seen)


def _members(statements: Statements, value: str) -> frozenset[str]:
    lists = statements.nodes(value, UNION_OF)
    if not lists:
        return frozenset((value,))
    members: set[str] = set()
    place = lists[0].value
    while place != NIL:
        members.update(node.value for node in statements.nodes(place, FIRST))
        following = statements.nodes(place, REST)
        place = following[0].value if following else NIL
    return frozenset(members)


def _intersect(a: frozenset[str], b: frozenset[str], above: Ancestors) -> frozenset[str]:
    def within(kind: str, union: frozenset[str]) -> bool:
        return kind in union or any(up in union for up in above.get(kind, ()))

    return frozenset(k for k in a if within(k, b)) | frozenset(k for k in b if within(k, a))
