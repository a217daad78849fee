"""What the stages find, and the `Reading` that carries it from stage to stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.model.ontology import Ontology, Term
from kg.model.text import Article, Sentence, Span


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """`short` is defined by `long` in the article (Schwartz and Hearst 2003)."""

    short: Span
    long: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a term; `sentence` is the index of its sentence."""

    span: Span
    sentence: int
    term: str  # IRI


@dataclass(frozen=True, slots=True)
class Citation:
    """A marker in the text, brackets included ("4", "[2, 3]", "(Nichols, 2016)"), and the numbers
    of the references that it resolves to. Where one of its numbers or names resolves to none,
    `not_understood` says why in words; `references` then holds the others.
    """

    span: Span
    sentence: int
    references: tuple[int, ...]
    not_understood: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A measured amount: `value`, or `min` and `max`; decimal strings as xsd:decimal reads them.

    `bound` is one of "about" ">" "≥" "<" "≤" "up to" or None; `unit` is an IRI (QUDT) or None
    for a bare number. `uncertainty` is what stands after "±". A vague amount ("several weeks")
    has a unit and none of the numbers.
    """

    span: Span
    sentence: int
    value: str | None = None
    min: str | None = None
    max: str | None = None
    uncertainty: str | None = None
    bound: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """What a predicate is said of: its deep role, head token, and the constructions passed.

    `role`: "subject", "object", "complement", "equated", "possessor", "compound", or a
    preposition ("with", "into").
    """

    role: str
    token: int
    steps: tuple[str, ...] = ()  # local names of kg:Step individuals, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """What an anaphor might mean: a noun with its terms (none where it names none) and its
    weight, or why it cannot be meant; `refused` is None where it can.
    """

    span: Span
    terms: tuple[str, ...] = ()
    score: float = 0.0
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """A pronoun, or a definite noun phrase ("the drug"), with the terms that it stands for.

    `token` is the head in its sentence; `considered` is what it might mean, the best first, then
    what was refused, the latest first. Empty `terms` means that no antecedent was certain.
    """

    sentence: int
    token: int
    span: Span
    terms: tuple[str, ...] = ()
    considered: tuple[Considered, ...] = ()
    steps: tuple[str, ...] = ("coreference",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """Whether a predicate is denied, and how sure the text is of it."""

    negated: bool = False
    certainty: str = "asserted"  # local name of a kg:Certainty
    asserted: bool = True  # False in contexts that assert nothing (if, whether, to evaluate)
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word that states something, with the arguments that it states it of."""

    sentence: int
    token: int
    lemma: str  # with its particle: "bring about"
    pos: str  # verb | eventNoun | roleNoun | adjective | compound
    arguments: tuple[Argument, ...] = ()
    modality: Modality = Modality()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """Where, in whom, how much, compared with what, on which condition."""

    location: tuple[str, ...] = ()  # IRIs of terms
    organism: tuple[str, ...] = ()
    population: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    compared_with: tuple[str, ...] = ()  # IRI of a term, or the words
    condition: str | None = None
    share: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A relation between two ends that one sentence states. Nothing is aggregated.

    `subject` is the IRI of a term or an inner claim; `object` the IRI of a term, or a quantity.
    `trigger` is the word as it stands in the text. `steps` are local names of kg:Step. `form` is
    how the ontology writes the trigger (a TriggerForm; empty where a stage of somebody's own does
    not say); it tells how the claim was read, not what it says, so it does not set two apart.
    `reliability` (0 to 1) is how often readings of this sort were right when it was measured.
    """

    subject: str | Claim
    predicate: str  # IRI of a relation
    object: str | Quantity | Claim
    negated: bool
    certainty: str  # local name of a kg:Certainty
    sentence: int
    trigger: Span
    subject_span: Span | None = None
    object_span: Span | None = None
    steps: tuple[str, ...] = ()
    qualifiers: Qualifiers = Qualifiers()
    citations: tuple[int, ...] = ()  # numbers of references
    form: str = field(default="", compare=False)
    reliability: float | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something that kg saw in a sentence and could not read, said in words."""

    sentence: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """An article with what has been read from it so far. Each stage returns a new one."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    nested: tuple[Mention, ...] = ()  # names inside the names above: "receptor" of its antagonist
    terms: tuple[Term, ...] = ()  # of the article itself: names that the ontology does not know
    quantities: tuple[Quantity, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    anaphors: tuple[Anaphor, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()


Stage = Callable[[Reading, Ontology], Reading]
