"""Statements → words of grammar: lists, cues, certainties, qualifiers, units."""

from __future__ import annotations

from kg.model.ontology import KG, Certainty, Cue, CuePosition, Grammar, Qualifier, Unit
from kg.ontology.hierarchy import Ancestors, read_kinds
from kg.ontology.statements import Statements
from kg.ontology.vocabulary import (
    CERTAINTY,
    NEGATION,
    NO_ASSERTION,
    PREPOSITION,
    QUALIFIER,
    RANGE,
    RANK,
    UNIT,
    UNIT_FORM,
    WORD,
)

RANKS = range(1, 6)
LISTS = {
    "sign_turning_nouns": "signTurningNoun",
    "sign_turning_verbs": "signTurningVerb",
    "opaque_nouns": "opaqueNoun",
    "more_words": "moreWord",
    "less_words": "lessWord",
    "light_verbs": "lightVerb",
    "control_verbs": "controlVerb",
    "raising_verbs": "raisingVerb",
    "expletive_verbs": "expletiveVerb",
    "able_adjectives": "ableAdjective",
    "possessing_verbs": "possessingVerb",
    "purpose_nouns": "purposeNoun",
    "naming_words": "namingWord",
    "exemplifiers": "exemplifier",
    "reverse_exemplifiers": "reverseExemplifier",
    "exclusion_words": "exclusionWord",
    "holders": "holder",
    "frame_holders": "frameHolder",
    "holding_words": "holdingWord",
    "taking_verbs": "takingVerb",
    "circumstances": "circumstance",
    "absence_words": "absenceWord",
    "combination_words": "combinationWord",
    "reporters": "reporter",
    "connectives": "connective",
    "copulas": "linkingVerb",
    "object_control_verbs": "objectControlVerb",
    "as_verbs": "asVerb",
    "partitives": "partitive",
    "counted_nouns": "countedNoun",
}


def read_grammar(statements: Statements) -> Grammar:
    """Return the word lists and the cues."""
    lists = {field: statements.texts(f"{KG}{name}", WORD) for field, name in LISTS.items()}
    return Grammar(cues=read_cues(statements), **lists)


def read_cues(statements: Statements) -> tuple[Cue, ...]:
    """Return the cues of certainty, negation and contexts that assert nothing."""
    effects = (*statements.of_type(CERTAINTY), NEGATION, NO_ASSERTION)
    return tuple(
        Cue(words, position, effect)
        for position in CuePosition
        for effect in effects
        for words in statements.texts(effect, f"{KG}{position}")
    )


def read_certainties(statements: Statements) -> tuple[Certainty, ...]:
    """Return the degrees of certainty, the surest first."""
    found = [
        Certainty(iri=iri, label=statements.label(iri), rank=_rank(statements, iri))
        for iri in statements.of_type(CERTAINTY)
    ]
    return tuple(sorted(found, key=lambda certainty: -certainty.rank))


def read_qualifiers(statements: Statements, above: Ancestors) -> tuple[Qualifier, ...]:
    """Return the properties that qualify a claim."""
    return tuple(
        Qualifier(
            iri=iri,
            label=statements.label(iri),
            range=read_kinds(statements, iri, RANGE, above),
            prepositions=statements.texts(iri, PREPOSITION),
        )
        for iri in statements.of_type(QUALIFIER)
    )


def read_units(statements: Statements) -> tuple[Unit, ...]:
    """Return the units of quantities."""
    return tuple(
        Unit(iri=iri, forms=statements.texts(iri, UNIT_FORM)) for iri in statements.of_type(UNIT)
    )


def _rank(statements: Statements, iri: str) -> int:
    rank = statements.number(iri, RANK, 0)
    if rank not in RANKS:
        raise statements.fault(iri, f"the rank {rank} is not 1 to 5", "give kg:rank")
    return rank
