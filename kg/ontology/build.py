"""Statements → `Ontology`."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model.ontology import Ontology
from kg.ontology.grammar import read_certainties, read_grammar, read_qualifiers, read_units
from kg.ontology.relations import read_relations
from kg.ontology.statements import Statements
from kg.ontology.terms import read_kinds, read_kinds_above, read_terms
from kg.ontology.vocabulary import ONTOLOGY, STEP, VERSION


def build_ontology(statements: Statements) -> Ontology:
    """Read every record from the statements. Raises KgError where one is malformed."""
    above = read_kinds_above(statements)
    return Ontology(
        kinds=read_kinds(statements, above),
        terms=read_terms(statements, above),
        relations=read_relations(statements, above),
        certainties=read_certainties(statements),
        qualifiers=read_qualifiers(statements, above),
        units=read_units(statements),
        grammar=read_grammar(statements),
        step_labels={iri: statements.label(iri) for iri in statements.of_type(STEP)},
        prefixes=_prefixes(statements),
        version=next(iter(statements.texts(ONTOLOGY, VERSION)), ""),
    )


def _prefixes(statements: Statements) -> Mapping[str, str]:
    """Return the prefixes of all files; where two files differ, the earlier one holds."""
    found: dict[str, str] = {}
    for source in statements.sources:
        found = {**source.prefixes, **found}
    return dict(sorted(found.items()))
