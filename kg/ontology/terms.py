"""Statements → kinds and terms."""

from __future__ import annotations

from kg.model.ontology import Kind, Term
from kg.ontology.hierarchy import Ancestors, close_upward, sort_upward
from kg.ontology.statements import Statements
from kg.ontology.vocabulary import (
    ALT_LABEL,
    CLASS_WORD,
    CLOSE_MATCH,
    EXACT_MATCH,
    HIDDEN_LABEL,
    IS_A,
    PREF_LABEL,
    PRODUCT_OF,
    SUBCLASS_OF,
    SUBPROPERTY_OF,
    TERM,
    TYPE,
)


def read_kinds_above(statements: Statements) -> Ancestors:
    """Map kg:Term and every class below it to the kinds above it, nearest first."""
    above = close_upward(statements, statements.with_property(SUBCLASS_OF), SUBCLASS_OF)
    kinds = {name: found for name, found in above.items() if TERM in found} | {TERM: ()}
    return {name: tuple(up for up in found if up in kinds) for name, found in sorted(kinds.items())}


def read_kinds(statements: Statements, above: Ancestors) -> tuple[Kind, ...]:
    """Return every kind with its class words."""
    return tuple(
        Kind(
            iri=iri,
            label=statements.label(iri),
            ancestors=found,
            class_words=statements.texts(iri, CLASS_WORD),
        )
        for iri, found in above.items()
    )


def read_terms(statements: Statements, above: Ancestors) -> tuple[Term, ...]:
    """Return every individual whose class is a kind."""
    broader = _with_subproperties(statements, IS_A)
    return tuple(
        _term(statements, iri, kinds, above, broader)
        for iri in statements.values
        if (kinds := [kind for kind in statements.iris(iri, TYPE) if kind in above])
    )


def _term(
    statements: Statements, iri: str, kinds: list[str], above: Ancestors, broader: tuple[str, ...]
) -> Term:
    closed = {up for kind in kinds for up in (kind, *above[kind])}
    label = statements.label(iri)
    names = statements.texts(iri, PREF_LABEL) + statements.texts(iri, ALT_LABEL)
    return Term(
        iri=iri,
        label=label,
        kinds=sort_upward(closed, above),
        alternatives=tuple(sorted({*names} - {label})),
        hidden=statements.texts(iri, HIDDEN_LABEL),
        matches=statements.iris(iri, EXACT_MATCH),
        close_matches=statements.iris(iri, CLOSE_MATCH),
        broader=tuple(sorted({up for name in broader for up in statements.iris(iri, name)})),
        product_of=statements.iris(iri, PRODUCT_OF),
    )


def _with_subproperties(statements: Statements, name: str) -> tuple[str, ...]:
    below = statements.with_property(SUBPROPERTY_OF)
    above = close_upward(statements, below, SUBPROPERTY_OF)
    return (name, *(s for s, found in above.items() if name in found))
