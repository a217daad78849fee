"""Triggers → patterns: what the ontology writes as verbs, nouns, frames and compounds becomes
"a word of this sort, with the subject in this role and the object in that one".

A shape that is not understood gives no pattern (`kg check` reports it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.frames import ARTICLES, PARTICLES, PREPOSITIONS, Shape, shapes_of_frame
from kg.model.ontology import Grammar, Ontology, Relation, Trigger, TriggerForm

IN_PEOPLE = re.compile(r"\bin people (?:on|with|given|taking) \{(?P<slot>\w+)\}")
NOUN_SUBJECTS = ("subject", "by", "possessor")
NOUN_OBJECTS = ("of", "compound", "possessor", "in", "to")
NAMED_BY_ROLE = ("of", "compound", "possessor", "for", "to")  # "an inhibitor of A", "A inhibitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A relation stated by a word: `pos` and `lemma` of the anchor, the roles (first that is
    there wins) of subject and object, and further words that must stand at the anchor.
    """

    relation: str
    pos: str  # verb | noun | adjective | compound | preposition | apposition
    lemma: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    words: tuple[str, ...] = ()
    passive: bool = False
    held_by: str = ""  # of a noun: the verb that must stand above it
    form: TriggerForm = TriggerForm.VERB
    of_holder: str = ""  # "people with {object} …": the end that is what the people have or take
    sign: int = 0  # 1: of more of the object only ("have more {object}"), -1: of less
    held_with: bool = False  # they have it ("with"), rather than take it ("on", "taking")


SIGNED = re.compile(r"\b(more|less) (?=\{object\})")
HELD_WITH = re.compile(r"^(?:\w+ )?\w+ with \{|\bin \w+ with \{")


def _held_slot(frame: str) -> str:
    """Return the slot that people hold: the first, or the one of "in people on {subject}"."""
    if found := IN_PEOPLE.search(frame):
        return found["slot"]
    return "subject" if frame.find("{subject}") < frame.find("{object}") else "object"


def _without_sign(text: str) -> tuple[str, int]:
    """Return the frame "people on {subject} have {object}" and 1 for "… have more {object}"."""
    found = SIGNED.search(text)
    if found is None:
        return text, 0
    return SIGNED.sub("", text), 1 if found[1] == "more" else -1


def compile_trigger(trigger: Trigger, relation: str, grammar: Grammar) -> tuple[Pattern, ...]:
    """Return the patterns of a trigger, none where its shape is not understood."""
    text, sign = _without_sign(trigger.text)
    held = _without_holder(text, grammar)
    read = FORM_TO_READER[trigger.form]
    return tuple(
        Pattern(
            relation=relation, pos=shape.pos, lemma=shape.lemma, subject=shape.subject,
            object=shape.object, words=shape.words, passive=shape.passive, held_by=shape.held_by,
            form=trigger.form,
            of_holder=_held_slot(text) if held else "",
            held_with=held is not None and HELD_WITH.search(text) is not None, sign=sign,
        )
        for shape in read(held or text)
    )  # fmt: skip


def _without_holder(text: str, grammar: Grammar) -> str | None:
    """Return "{object} get {subject}" of "people with {object} get {subject}", "{object} rises in
    {subject}" of "{object} rises in people on {subject}"; None where no people are spoken of.
    """
    if IN_PEOPLE.search(text):
        return IN_PEOPLE.sub(r"in {\g<slot>}", text)
    before, slot, rest = text.partition("{")
    who, *how = [w for w in before.lower().split() if w not in ARTICLES] or [""]
    is_held = any(" ".join(how).startswith(words) for words in grammar.holding_words)
    return slot + rest if is_held and who in grammar.frame_holders else None


def _verb(text: str) -> Iterator[Shape]:
    """Read "treat", "lead to", "bring about", "give rise to"."""
    lemma, *rest = text.lower().split()
    if not rest:
        yield Shape("verb", lemma, ("subject",), ("object",), ())
    elif len(rest) == 1 and rest[0] in PARTICLES | PREPOSITIONS:
        yield Shape("verb", lemma, ("subject",), (rest[0],), ())
        if rest[0] in PARTICLES:
            yield Shape("verb", f"{lemma} {rest[0]}", ("subject",), ("object",), ())
    elif len(rest) == 2 and rest[0] in PARTICLES and rest[1] in PREPOSITIONS:
        yield Shape("verb", f"{lemma} {rest[0]}", ("subject",), (rest[1],), ())
        yield Shape("verb", lemma, ("subject",), (" ".join(rest), rest[1]), (rest[0],))
    elif rest[-1] in PREPOSITIONS:  # a verb with its noun: "give rise to"
        yield Shape("noun", rest[-2], ("subject",), (rest[-1],), (lemma, *rest[:-2]))
    else:
        yield Shape("verb", lemma, ("subject",), ("object",), tuple(rest))


def _event_noun(text: str) -> Iterator[Shape]:
    """Read "inhibition": of B by A, A's of B, A inhibition of B."""
    *before, noun = text.lower().split()
    yield Shape("noun", noun, NOUN_SUBJECTS, NOUN_OBJECTS, tuple(before))
    # "valproate inhibition of GABA-T"
    yield Shape("noun", noun, ("compound",), ("of",), tuple(before))


def _role_noun(text: str) -> Iterator[Shape]:
    """Read "inhibitor": A is an inhibitor of B, a B inhibitor."""
    *before, noun = text.lower().split()
    yield Shape("noun", noun, ("equated",), NAMED_BY_ROLE, tuple(before))


def _compound(text: str) -> Iterator[Shape]:
    """Read ``{subject}-induced {object}``, ``anti-{object} {subject}``."""
    found = re.fullmatch(r"\{(subject|object)\}[-‑ ](\w[\w-]*) \{(subject|object)\}", text)
    if found and found[1] != found[3]:
        roles = {found[1]: ("before",), found[3]: ("head",)}
        yield Shape("compound", found[2].lower(), roles["subject"], roles["object"], ())
    elif found := re.fullmatch(r"(\w+)-\{(subject|object)\} \{(subject|object)\}", text):
        roles = {found[2]: ("after",), found[3]: ("head",)}
        yield Shape("compound", found[1].lower(), roles["subject"], roles["object"], ())
    else:
        yield from shapes_of_frame(text)


FORM_TO_READER = {
    TriggerForm.VERB: _verb,
    TriggerForm.EVENT_NOUN: _event_noun,
    TriggerForm.ROLE_NOUN: _role_noun,
    TriggerForm.COMPOUND: _compound,
    TriggerForm.FRAME: shapes_of_frame,
}


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """Patterns by part of speech and lemma of their anchor."""

    patterns: Mapping[tuple[str, str], tuple[Pattern, ...]]
    verbs: frozenset[str]  # lemmas of plain verbs, without those that only frames hold

    def of(self, pos: str, lemma: str) -> tuple[Pattern, ...]:
        """Return the patterns that such a word may state."""
        return self.patterns.get((pos, lemma), ())


def index_of(relations: tuple[Relation, ...], grammar: Grammar) -> TriggerIndex:
    """Index the patterns of these relations, in the order of the ontology."""
    found: dict[tuple[str, str], list[Pattern]] = {}
    for relation in relations:
        for trigger in relation.triggers:
            for pattern in compile_trigger(trigger, relation.iri, grammar):
                found.setdefault((pattern.pos, pattern.lemma), []).append(pattern)
    verbs = (t.text for r in relations for t in r.triggers if t.form is TriggerForm.VERB)
    return TriggerIndex(
        patterns={k: tuple(dict.fromkeys(v)) for k, v in found.items()},
        verbs=frozenset(v for v in verbs if " " not in v),
    )


@lru_cache(maxsize=8)
def trigger_index(ontology: Ontology) -> TriggerIndex:
    """Return the index of an ontology, built once."""
    return index_of(ontology.relations, ontology.grammar)
