"""Statements → relations with their triggers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model.ontology import KG, Relation, Trigger, TriggerForm
from kg.ontology.hierarchy import Ancestors, close_upward, read_kinds
from kg.ontology.statements import Statements
from kg.ontology.vocabulary import (
    CLOSE_MATCH,
    COUNTER_EXAMPLE,
    DEFINITION,
    DOMAIN,
    EXACT_MATCH,
    EXAMPLE,
    INVERSE_OF,
    OBJECT_PROPERTY,
    OF_LESS,
    OF_MORE,
    OPPOSITE,
    PRIORITY,
    RANGE,
    SAME_KIND,
    SUBPROPERTY_OF,
    SYMMETRIC,
    TYPE,
)

SLOTTED = (TriggerForm.FRAME, TriggerForm.COMPOUND)
SPEAKING = (*(f"{KG}{form}" for form in TriggerForm), EXAMPLE, COUNTER_EXAMPLE)

OF_ONES_OWN = 5  # the priority of a relation that kg does not ship, above all that it ships


def default_priority(iri: str) -> int:
    """Return the priority of a relation that gives none."""
    return 0 if iri.startswith(KG) else OF_ONES_OWN


def read_relations(statements: Statements, kinds_above: Ancestors) -> tuple[Relation, ...]:
    """Return every object property that has a trigger or an example, or is a super- or
    subproperty of one.

    Raises KgError where a trigger, a priority or the tree of properties is malformed.
    """
    above = close_upward(statements, _object_properties(statements), SUBPROPERTY_OF)
    speaking = {name for name in above if any(statements.nodes(name, p) for p in SPEAKING)}
    spoken = speaking | {up for name in speaking for up in above[name]}
    named = [name for name in above if name in spoken or not spoken.isdisjoint(above[name])]
    inverses = _inverses(statements)
    return tuple(
        _relation(statements, name, above[name], kinds_above, inverses.get(name)) for name in named
    )


def read_triggers(statements: Statements, relation: str) -> tuple[Trigger, ...]:
    """Return the triggers of a relation, by form, then by text."""
    return tuple(
        _trigger(statements, relation, form, text)
        for form in TriggerForm
        for text in statements.texts(relation, f"{KG}{form}")
    )


def _relation(
    statements: Statements,
    iri: str,
    above: tuple[str, ...],
    kinds_above: Ancestors,
    inverse: str | None,
) -> Relation:
    definitions = statements.texts(iri, DEFINITION)
    return Relation(
        iri=iri,
        label=statements.label(iri),
        definition=definitions[0] if definitions else None,
        ancestors=above,
        domain=read_kinds(statements, iri, DOMAIN, kinds_above),
        range=read_kinds(statements, iri, RANGE, kinds_above),
        symmetric=SYMMETRIC in statements.iris(iri, TYPE),
        inverse=inverse,
        same_kind="true" in statements.texts(iri, SAME_KIND),
        opposite=next(iter(statements.iris(iri, OPPOSITE)), None),
        of_more=next(iter(statements.iris(iri, OF_MORE)), None),
        of_less=next(iter(statements.iris(iri, OF_LESS)), None),
        priority=statements.number(iri, PRIORITY, default_priority(iri)),
        triggers=read_triggers(statements, iri),
        examples=statements.texts(iri, EXAMPLE),
        counter_examples=statements.texts(iri, COUNTER_EXAMPLE),
        matches=statements.iris(iri, EXACT_MATCH) + statements.iris(iri, CLOSE_MATCH),
    )


def _object_properties(statements: Statements) -> set[str]:
    typed = (OBJECT_PROPERTY, SYMMETRIC)
    return {name for kind in typed for name in statements.of_type(kind)}


def _inverses(statements: Statements) -> Mapping[str, str]:
    """Map either side of owl:inverseOf to the other."""
    said = {
        name: other
        for name in statements.with_property(INVERSE_OF)
        for other in statements.iris(name, INVERSE_OF)
    }
    return {other: name for name, other in said.items()} | said


def _trigger(statements: Statements, relation: str, form: TriggerForm, text: str) -> Trigger:
    slots = sorted(re.findall(r"\{(.*?)\}", text))
    if form in SLOTTED and slots != ["object", "subject"]:
        hint = "write {subject} and {object} once each"
        raise statements.fault(relation, f"the {form} {text!r} lacks a slot or has another", hint)
    if form not in SLOTTED and ("{" in text or not text):
        hint = "write words with slots as kg:frame"
        raise statements.fault(relation, f"the {form} {text!r} is not a word", hint)
    return Trigger(form, text)
