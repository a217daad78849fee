"""Triggers → patterns: what the ontology writes as verbs, nouns, frames and compounds becomes
"a word of this sort, with the subject in this role and the object in that one".

A frame is read by its shape, without the parser: one anchor word, at most one preposition at each
slot. A shape that is not understood gives no pattern (`kg check` reports it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.model.ontology import Ontology, Relation, Trigger, TriggerForm

SUBJECT, OBJECT = "{subject}", "{object}"
ARTICLES = frozenset({"a", "an", "the"})
BE = frozenset({"is", "are", "be", "was", "were", "been"})
PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind below beneath "
    "beside between beyond by despite down during except for from in inside into like near of off "
    "on onto out outside over per since through throughout till to toward towards under unlike "
    "until up upon via with within without versus than".split()
)
PARTICLES = frozenset(
    "about across apart around away back down in off on out over through up".split()
)
IRREGULAR_TO_BASE = {
    "has": "have", "does": "do", "goes": "go", "found": "find", "made": "make", "known": "know",
    "bound": "bind", "built": "build", "broken": "break", "given": "give", "taken": "take",
    "seen": "see", "shown": "show", "driven": "drive", "drawn": "draw", "sold": "sell",
    "led": "lead", "held": "hold", "kept": "keep", "brought": "bring", "lost": "lose",
    "borne": "bear", "born": "bear", "cut": "cut", "set": "set", "put": "put", "split": "split",
    "thought": "think", "told": "tell", "got": "get", "gotten": "get", "begun": "begin",
    "grown": "grow", "fed": "feed", "met": "meet", "spun": "spin", "wound": "wind",
}  # fmt: skip

HOLDERS = tuple(
    f"{who} {how}"
    for who in ("people", "patients", "users", "women", "men", "children", "adults", "animals")
    for how in ("with", "on", "of", "taking", "using", "given", "receiving", "exposed to")
)
NOUN_SUBJECTS = ("subject", "by", "possessor")
NOUN_OBJECTS = ("of", "compound", "possessor", "in", "to")


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
    form: TriggerForm = TriggerForm.VERB
    of_holder: bool = False  # "people with {object} …": the end is what the people have or take


def base_forms(word: str) -> tuple[str, ...]:
    """Return what an inflected verb may be the form of; words that do not exist do no harm."""
    forms = [word]
    if word in IRREGULAR_TO_BASE:
        forms.append(IRREGULAR_TO_BASE[word])
    for ending, endings in (("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)),
                            ("ed", ("", "e")), ("ing", ("", "e"))):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            forms += [stem + e for e in endings]
            if len(stem) > 2 and stem[-1] == stem[-2] and ending in ("ed", "ing"):
                forms.append(stem[:-1])
    return tuple(dict.fromkeys(forms))


def is_participle(word: str) -> bool:
    """Whether the word looks like a past participle."""
    return word.endswith("ed") or (
        word in IRREGULAR_TO_BASE and word not in ("has", "does", "goes")
    )


def compile_trigger(trigger: Trigger, relation: str) -> tuple[Pattern, ...]:
    """Return the patterns of a trigger, none where its shape is not understood."""
    read = FORM_TO_READER[trigger.form]
    of_holder = trigger.text.lower().startswith(HOLDERS)
    return tuple(
        Pattern(
            relation=relation, pos=pos, lemma=lemma, subject=subject, object=object_,
            words=words, form=trigger.form, of_holder=of_holder,
        )
        for pos, lemma, subject, object_, words in read(trigger.text)
    )  # fmt: skip


Shape = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _verb(text: str) -> Iterator[Shape]:
    lemma, *rest = text.lower().split()
    if not rest:
        yield "verb", lemma, ("subject",), ("object",), ()
    elif len(rest) == 1 and rest[0] in PARTICLES | PREPOSITIONS:
        yield "verb", lemma, ("subject",), (rest[0],), ()
        if rest[0] in PARTICLES:
            yield "verb", f"{lemma} {rest[0]}", ("subject",), ("object",), ()
    elif len(rest) == 2 and rest[0] in PARTICLES and rest[1] in PREPOSITIONS:
        yield "verb", f"{lemma} {rest[0]}", ("subject",), (rest[1],), ()
        yield "verb", lemma, ("subject",), (" ".join(rest), rest[1]), (rest[0],)
    elif rest[-1] in PREPOSITIONS:  # a verb with its noun: "give rise to"
        yield "noun", rest[-2], ("subject",), (rest[-1],), (lemma, *rest[:-2])
    else:
        yield "verb", lemma, ("subject",), ("object",), tuple(rest)


def _event_noun(text: str) -> Iterator[Shape]:
    *before, noun = text.lower().split()
    yield "noun", noun, NOUN_SUBJECTS, NOUN_OBJECTS, tuple(before)
    yield "noun", noun, ("compound",), ("of",), tuple(before)  # "valproate inhibition of GABA-T"


def _role_noun(text: str) -> Iterator[Shape]:
    *before, noun = text.lower().split()
    yield "noun", noun, ("equated",), ("of", "compound", "possessor", "for", "to"), tuple(before)


def _compound(text: str) -> Iterator[Shape]:
    """``{subject}-induced {object}``: a word after a hyphen, its head after it."""
    found = re.fullmatch(r"\{(subject|object)\}[-‑ ](\w[\w-]*) \{(subject|object)\}", text)
    if found and found[1] != found[3]:
        roles = {found[1]: ("before",), found[3]: ("head",)}
        yield "compound", found[2].lower(), roles["subject"], roles["object"], ()
    elif found := re.fullmatch(r"(\w+)-\{(subject|object)\} \{(subject|object)\}", text):
        roles = {found[2]: ("after",), found[3]: ("head",)}
        yield "compound", found[1].lower(), roles["subject"], roles["object"], ()
    else:
        yield from _frame(text)


def _frame(text: str) -> Iterator[Shape]:
    words = [w for w in re.findall(r"\{\w+\}|[^\s{},()]+|[,()]", text) if w.lower() not in ARTICLES]
    slots = [n for n, w in enumerate(words) if w in (SUBJECT, OBJECT)]
    if len(slots) != 2 or words[slots[0]] == words[slots[1]]:
        return
    first, second = slots
    before, middle, after = (
        [w.lower() for w in words[:first]],
        [w.lower() for w in words[first + 1 : second]],
        [w.lower() for w in words[second + 1 :]],
    )
    turned = words[first] == OBJECT
    for pos, lemma, one, two, extra in _shapes(before, middle, after):
        roles = (_or_possessor(pos, one), _or_possessor(pos, two))
        subject, object_ = reversed(roles) if turned else roles
        yield pos, lemma, subject, object_, extra


def _or_possessor(pos: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    """A noun's "of" may as well be a possessor: "its side effect"."""
    return ("of", "possessor") if pos == "noun" and roles == ("of",) else roles


def _shapes(before: list[str], middle: list[str], after: list[str]) -> Iterator[Shape]:
    """Yield the shapes with the roles in the order of the slots."""
    if before:
        yield from _before(before, middle, after)
    elif middle and middle[0] in BE:
        yield from _copular(middle[1:], after)
    elif after and after[0] == ")" and middle == ["("]:
        yield "apposition", "(", ("subject",), ("object",), ()
    elif middle == [","] and not after:  # "{a}, a {b}"
        yield "apposition", ",", ("subject",), ("object",), ()
    elif not middle and not after:  # "the {class} {name}"
        yield "apposition", " ", ("class",), ("subject",), ()
    elif middle and middle[-1] in PREPOSITIONS:
        yield from _prepositional(middle[:-1], middle[-1], after)
    elif len(middle) == 1 and not after:
        yield from _single(middle[0])
    elif middle:
        yield from _verb_with_words(middle, after)


def _before(before: list[str], middle: list[str], after: list[str]) -> Iterator[Shape]:
    """Read frames whose first slot does not stand first."""
    *words, last = before
    if middle == ["and"] and last == "between":
        yield "noun", _singular(words[-1]), ("between",), ("between",), tuple(words[:-1])
    elif " ".join(before).startswith(HOLDERS):  # "people with {object} get {subject}"
        yield from _shapes([], middle, after)
    elif last not in PREPOSITIONS and len(middle) == 1 and middle[0] in PREPOSITIONS:
        for lemma in base_forms(last):  # "(people) take {a} for {b}"
            yield "verb", lemma, ("object",), (middle[0],), tuple(after)
    elif last not in PREPOSITIONS:
        return
    elif not words:  # "after {a} {b} rises", "unlike {a}, {b}"
        yield from _circumstance(last, [w for w in middle if w != ","], after)
    elif len(middle) == 1 and middle[0] in PREPOSITIONS and not after:
        yield "noun", _singular(words[-1]), (last,), (middle[0],), tuple(words[:-1])
    elif len(middle) == 1 and not after:  # "the side effects of {a} include {b}"
        other = "equated" if middle[0] in BE else "object"
        for lemma in ("be",) if middle[0] in BE else base_forms(middle[0]):
            yield "verb", lemma, (f"subject>{last}",), (other,), (_singular(words[-1]),)


def _circumstance(preposition: str, middle: list[str], after: list[str]) -> Iterator[Shape]:
    if not middle and not after:
        yield "preposition", preposition, ("object",), ("subject",), ()
    elif not middle and after[0] in BE and len(after) > 1:
        for lemma in base_forms(after[1]):
            yield "verb", lemma, (preposition,), ("object",), tuple(after[2:])
    elif not middle:
        for lemma in base_forms(after[0]):
            yield "verb", lemma, (preposition,), ("subject",), tuple(after[1:])


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _copular(middle: list[str], after: list[str]) -> Iterator[Shape]:
    if not middle:
        yield "verb", "be", ("subject",), ("equated",), tuple(after)
        return
    *words, last = middle
    if last not in PREPOSITIONS:
        if not after:  # "{a} is {b}": words between are asked for
            yield "verb", "be", ("subject",), ("equated",), tuple(middle)
        elif len(middle) >= 1:  # "{a} is a {b} inhibitor"
            yield "noun", after[-1], ("equated",), ("compound", "modifier"), tuple(after[:-1])
        return
    if not words:
        yield "verb", "be", ("subject",), (last,), tuple(after)
        return
    *extra, anchor = words
    if is_participle(anchor):
        role = "subject" if last == "by" else last
        for lemma in base_forms(anchor):
            yield "verb", lemma, ("object",), (role,), tuple(extra)
    yield "adjective", anchor, ("subject",), (last,), tuple(extra)
    yield "noun", anchor, ("equated",), (last,), tuple(extra)


def _prepositional(words: list[str], preposition: str, after: list[str]) -> Iterator[Shape]:
    """``{a} VERB in {b}``, ``{a} plays a role in {b}``, ``{a} such as {b}``, ``{a} like {b}``."""
    if not words:
        yield "preposition", preposition, ("subject",), ("object",), tuple(after)
    elif words == ["such"]:
        yield "preposition", "such as", ("subject",), ("object",), ()
    elif len(words) == 1:
        for lemma in base_forms(words[0]):
            yield "verb", lemma, ("subject",), (preposition,), tuple(after)
            if is_participle(words[0]):
                yield "verb", lemma, ("object",), (preposition,), tuple(after)
        yield "adjective", words[0], ("subject",), (preposition,), tuple(after)
        if not is_participle(words[0]):  # "{a} treatment of {b}", "{a} effects on {b}"
            roles = ("compound", "possessor", "subject")
            yield "noun", _singular(words[0]), roles, (preposition,), tuple(after)
    elif words[-1] in PARTICLES:
        for lemma in base_forms(words[0]):
            yield "verb", f"{lemma} {words[-1]}", ("subject",), (preposition,), ()
    else:
        verb, *extra, noun = words
        for lemma in base_forms(verb):
            yield "noun", _singular(noun), ("subject",), (preposition,), (lemma, *extra)


def _single(word: str) -> Iterator[Shape]:
    for lemma in base_forms(word):
        if is_participle(word):
            yield "verb", lemma, ("object",), ("oprd", "complement"), ()
        yield "verb", lemma, ("subject",), ("object",), ()


def _verb_with_words(middle: list[str], after: list[str]) -> Iterator[Shape]:
    """``{a} has a {b} relapse rate``, ``{a} takes {b} to work``, ``{a} breaks down {b}``."""
    verb, *extra = middle
    for lemma in base_forms(verb):
        if len(extra) == 1 and extra[0] in PARTICLES:
            yield "verb", f"{lemma} {extra[0]}", ("subject",), ("object",), tuple(after)
        elif after and after[0] not in PREPOSITIONS and after[0].isalpha() and not extra:
            *compounds, noun = after
            yield "noun", noun, ("subject", "possessor", "of"), ("modifier",), tuple(compounds)
        elif after and after[0] == "to" and not extra:  # "{a} takes {b} to work"
            yield "verb", lemma, ("subject",), ("object",), tuple(after[1:])
        else:
            yield "verb", lemma, ("subject",), ("object",), (*extra, *after)


FORM_TO_READER = {
    TriggerForm.VERB: _verb,
    TriggerForm.EVENT_NOUN: _event_noun,
    TriggerForm.ROLE_NOUN: _role_noun,
    TriggerForm.COMPOUND: _compound,
    TriggerForm.FRAME: _frame,
}


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """Patterns by part of speech and lemma of their anchor."""

    patterns: Mapping[tuple[str, str], tuple[Pattern, ...]]
    verbs: frozenset[str]  # lemmas of plain verbs, without those that only frames hold

    def of(self, pos: str, lemma: str) -> tuple[Pattern, ...]:
        """Return the patterns that such a word may state."""
        return self.patterns.get((pos, lemma), ())


def index_of(relations: tuple[Relation, ...]) -> TriggerIndex:
    """Index the patterns of these relations, in the order of the ontology."""
    found: dict[tuple[str, str], list[Pattern]] = {}
    for relation in relations:
        for trigger in relation.triggers:
            for pattern in compile_trigger(trigger, relation.iri):
                found.setdefault((pattern.pos, pattern.lemma), []).append(pattern)
    verbs = (t.text for r in relations for t in r.triggers if t.form is TriggerForm.VERB)
    return TriggerIndex(
        patterns={k: tuple(dict.fromkeys(v)) for k, v in found.items()},
        verbs=frozenset(v for v in verbs if " " not in v),
    )


@lru_cache(maxsize=8)
def trigger_index(ontology: Ontology) -> TriggerIndex:
    """Return the index of an ontology, built once."""
    return index_of(ontology.relations)
