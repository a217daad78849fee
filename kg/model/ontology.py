"""The ontology as the stages use it: kinds, terms, relations with triggers, words of grammar.

Everything is named by its full IRI. Labels are as written; matching folds case where it must.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.model.namespace import KG as KG  # noqa: PLC0414 many rooms take it from here


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A class of terms. `ancestors` is closed upward, nearest first, itself left out."""

    iri: str
    label: str
    ancestors: tuple[str, ...] = ()
    class_words: tuple[str, ...] = ()  # nouns that stand for a member: "drug", "medication"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A node of the graph with its names."""

    iri: str
    label: str
    kinds: tuple[str, ...]  # closed upward, most specific first
    alternatives: tuple[str, ...] = ()  # skos:altLabel
    hidden: tuple[str, ...] = ()  # skos:hiddenLabel: misspellings, never shown
    matches: tuple[str, ...] = ()  # skos:exactMatch IRIs
    close_matches: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()  # terms that it is a (kg:isA / kg:memberOf in the ontology)
    product_of: tuple[str, ...] = ()  # kg:productOf: the substances of a brand
    ungrounded: bool = False  # a name of the article that no one knows


class TriggerForm(StrEnum):
    """How a trigger is written in the ontology: the name of its property."""

    VERB = "verb"
    EVENT_NOUN = "eventNoun"
    ROLE_NOUN = "roleNoun"
    FRAME = "frame"
    COMPOUND = "compound"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that state a relation: a lemma ("enhance", "bring about"), or text with the slots
    ``{subject}`` and ``{object}`` where the form is a frame or compound.
    """

    form: TriggerForm
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A property between terms. Empty `domain` or `range` admits every kind."""

    iri: str
    label: str
    definition: str | None = None
    ancestors: tuple[str, ...] = ()  # super-relations, closed upward, nearest first
    domain: tuple[str, ...] = ()  # kinds; a union
    range: tuple[str, ...] = ()
    symmetric: bool = False
    inverse: str | None = None
    same_kind: bool = False  # whether the ends must share a kind (isA)
    opposite: str | None = None  # what holds where the sign turns: increases, decreases
    of_more: str | None = None  # what is meant of more of the object: causes a rise, so increases
    of_less: str | None = None
    priority: int = 0  # the higher one wins where two relations share a trigger
    triggers: tuple[Trigger, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()  # skos:exactMatch / closeMatch IRIs


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """One of five degrees; `rank` 5 is known, 1 is open."""

    iri: str
    label: str
    rank: int


class CuePosition(StrEnum):
    """Where a cue stands: each has its own scope (medspaCy's ConText has fewer, without a tree)."""

    AUXILIARY = "auxiliaryCue"  # may, might: governs its verb
    RAISING = "raisingCue"  # seems to, appears to: governs the open complement
    THAT_CLAUSE = "thatClauseCue"  # "suggest": governs the clause below it
    ADVERB = "adverbCue"  # probably, not
    ADJECTIVE = "adjectiveCue"  # likely, unable
    NOUN = "nounCue"  # possibility, lack
    DETERMINER = "determinerCue"  # no, neither
    VERB = "verbCue"  # fail, prevent: governs its own complement
    CONSTITUENT = "constituentCue"  # "but not X", "rather than X", "without X"
    MARKER = "markerCue"  # if, whether: introduces a clause
    FALSE_FRIEND = "falseFriendCue"  # "not only": looks like a cue and must not fire


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at a position and what they do. `effect` is the IRI of a certainty, of
    ``kg:negation``, or of ``kg:noAssertion``.
    """

    words: str
    position: CuePosition
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of quantities: IRI (QUDT) and the forms in which people write it."""

    iri: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The words of the language of claims; each field is a list in the ontology
    (``kg:signTurningNoun a kg:WordList ; kg:word "lack", "loss"``), lower-case lemmas.
    """

    sign_turning_nouns: tuple[str, ...] = ()  # lack, loss, blockade: the claim's sign turns
    sign_turning_verbs: tuple[str, ...] = ()  # lacking, blocking, depleting A
    opaque_nouns: tuple[str, ...] = ()  # model, inhibitor, patient: another thing than its "of"
    more_words: tuple[str, ...] = ()  # increased, higher, rise: more of what they stand at
    less_words: tuple[str, ...] = ()  # reduced, lower, fall
    light_verbs: tuple[str, ...] = ()  # have, show, exert, play
    control_verbs: tuple[str, ...] = ()  # help, manage, work by: share their subject
    raising_verbs: tuple[str, ...] = ()  # appear, seem, tend
    expletive_verbs: tuple[str, ...] = ()  # seem, follow: "it seems that": no thing is meant
    able_adjectives: tuple[str, ...] = ()  # able, slow: "it is slow to act" means a thing
    possessing_verbs: tuple[str, ...] = ()  # have, show: "A has effects that …": said of A
    purpose_nouns: tuple[str, ...] = ()  # option, potential: "A is an option for relief of B"
    naming_words: tuple[str, ...] = ()  # call, name, know as, term
    exemplifiers: tuple[str, ...] = ()  # such as, like, including, e.g.
    reverse_exemplifiers: tuple[str, ...] = ()  # and other, or other: the member comes first
    exclusion_words: tuple[str, ...] = ()  # other than, except: a member that is left out
    holders: tuple[str, ...] = ()  # people, patients, users: hold the condition they are "with"
    frame_holders: tuple[str, ...] = ()  # people, patients: as frames write them
    holding_words: tuple[str, ...] = ()  # with, on, taking: between them and what they hold
    taking_verbs: tuple[str, ...] = ()  # treat, inject: who is treated with A is on A
    circumstances: tuple[str, ...] = ()  # after, under, during, upon
    absence_words: tuple[str, ...] = ()  # without, in the absence of: for frames, without
    combination_words: tuple[str, ...] = ()  # combination, together: the group as one
    reporters: tuple[str, ...] = ()  # study, researcher, result: states, and is no subject
    copulas: tuple[str, ...] = ()  # be, become, remain: say a noun or adjective of the subject
    object_control_verbs: tuple[str, ...] = ()  # allow, cause: their object is the doer
    as_verbs: tuple[str, ...] = ()  # act, serve: "acts as an inhibitor" says what it is
    partitives: tuple[str, ...] = ()  # one, some, type: "one of the drugs" is the drugs
    counted_nouns: tuple[str, ...] = ()  # case, patient: what a share is a share of
    connectives: tuple[str, ...] = ()  # thus, moreover: a sentence goes on from the one before
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A property that qualifies a claim, the kinds that it takes and its prepositions."""

    iri: str
    label: str
    range: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ontology:
    """Everything that kg knows about a field and about the language of claims.

    Compared and hashed by identity, so that indices built from it can be kept beside it.
    """

    kinds: tuple[Kind, ...] = ()
    terms: tuple[Term, ...] = ()
    relations: tuple[Relation, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    units: tuple[Unit, ...] = ()
    grammar: Grammar = field(default_factory=Grammar)
    step_labels: Mapping[str, str] = field(default_factory=dict)  # IRI → label
    prefixes: Mapping[str, str] = field(default_factory=dict)  # prefix → namespace IRI
    version: str = ""
