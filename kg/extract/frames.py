"""Frames, read by their shape, without the parser: one anchor word, at most one preposition at each
slot. In the examples {a} is the slot that stands first, {b} the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.inflection import base_forms, is_participle, singular

SUBJECT, OBJECT = "{subject}", "{object}"
# Articles, forms of "be", prepositions and particles are closed classes: no field has others.
ARTICLES = frozenset({"a", "an", "the"})
BE = frozenset({"is", "are", "be", "was", "were", "been"})
PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind below beneath "
    "beside between beyond by despite down during except following for from in including inside "
    "into like near of off "
    "on onto out outside over per since through throughout till to toward towards under unlike "
    "until up upon via with within without versus than".split()
)
# Verbs whose object has a complement: "makes {b} worse", "keeps {b} alive".
CAUSATIVES = frozenset("gets keeps leaves makes renders sets".split())
PARTICLES = frozenset(
    "about across apart around away back down in off on out over through up".split()
)


class Shape(NamedTuple):
    """A word of this sort with one end in these roles (the first that is there wins), the other in
    those, and further words that must stand at it.
    """

    pos: str
    lemma: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    words: tuple[str, ...] = ()
    passive: bool = False  # the verb stands in the passive: "{b} is raised after {a}"
    held_by: str = ""  # of a noun: the verb that must stand above it ("have" of "has an effect on")


def shapes_of_frame(text: str) -> Iterator[Shape]:
    """Read a frame, none where its shape is not understood."""
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
    for shape in _shapes(before, middle, after):
        one, two = _or_possessor(shape.pos, shape.subject), _or_possessor(shape.pos, shape.object)
        subject, object_ = (two, one) if turned else (one, two)
        yield shape._replace(subject=subject, object=object_)


def _or_possessor(pos: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    """A noun's "of" may as well be a possessor: "its side effect"."""
    return ("of", "possessor") if pos == "noun" and roles == ("of",) else roles


def _shapes(before: list[str], middle: list[str], after: list[str]) -> Iterator[Shape]:
    """Yield the shapes with the roles in the order of the slots."""
    if before:
        yield from _before(before, middle, after)
    elif len(middle) == 2 and middle[0] in ("and", "or") and not after:  # "{a} and other {b}"
        yield Shape("preposition", " ".join(middle), ("subject",), ("object",), ())
    elif middle and middle[0] in BE:
        yield from _copular(middle[1:], after)
    elif after and after[0] == ")" and middle == ["("]:
        yield Shape("apposition", "(", ("subject",), ("object",), ())
    elif middle == [","] and not after:  # "{a}, a {b}"
        yield Shape("apposition", ",", ("subject",), ("object",), ())
    elif not middle and not after:  # "the {class} {name}"
        yield Shape("apposition", " ", ("class",), ("subject",), ())
    elif middle and middle[-1] in PREPOSITIONS:
        yield from _prepositional(middle[:-1], middle[-1], after)
    elif len(middle) == 1 and not after:
        yield from _single(middle[0])
    elif middle:
        yield from _verb_with_words(middle, after)


def _with_words(shapes: Iterator[Shape], words: tuple[str, ...]) -> Iterator[Shape]:
    """Ask for more words at the verb: "{a} negatively regulates {b}", "{a} leads to lower {b}"."""
    for shape in shapes:
        if shape.pos == "verb":
            yield shape._replace(words=(*shape.words, *words))


def _before(before: list[str], middle: list[str], after: list[str]) -> Iterator[Shape]:
    """Read frames whose first slot does not stand first."""
    *words, last = before
    if words and last == "other" and not after:  # "like other {a}, {b}"
        yield Shape("preposition", " ".join(before), ("object",), ("subject",))
    elif middle == ["and"] and last == "between":
        yield Shape("noun", singular(words[-1]), ("between",), ("between",), tuple(words[:-1]))
    elif last not in PREPOSITIONS and len(middle) == 1 and middle[0] in PREPOSITIONS:
        for lemma in base_forms(last):  # "(people) take {a} for {b}"
            yield Shape("verb", lemma, ("object",), (middle[0],), tuple(after))
    elif last not in PREPOSITIONS:
        return
    elif not words:  # "after {a} {b} rises", "unlike {a}, {b}"
        yield from _circumstance(last, [w for w in middle if w != ","], after)
    elif len(middle) == 1 and middle[0] in PREPOSITIONS and not after:
        yield Shape("noun", singular(words[-1]), (last,), (middle[0],), tuple(words[:-1]))
    elif len(middle) == 1 and not after:  # "the side effects of {a} include {b}"
        other = "equated" if middle[0] in BE else "object"
        for lemma in ("be",) if middle[0] in BE else base_forms(middle[0]):
            yield Shape("verb", lemma, (f"subject>{last}",), (other,), (singular(words[-1]),))


def _circumstance(preposition: str, middle: list[str], after: list[str]) -> Iterator[Shape]:
    """``unlike {a}, {b}``, ``after {a} {b} is VERBED``, ``after {a} {b} VERBS``."""
    if not middle and not after:
        yield Shape("preposition", preposition, ("object",), ("subject",), ())
    elif not middle and after[0] in BE and len(after) > 1:
        for lemma in base_forms(after[1]):
            words = tuple(after[2:])
            yield Shape("verb", lemma, (preposition,), ("object",), words, passive=True)
    elif not middle:
        for lemma in base_forms(after[0]):
            yield Shape("verb", lemma, (preposition,), ("subject",), tuple(after[1:]))


def _copular(middle: list[str], after: list[str]) -> Iterator[Shape]:
    """``{a} is {b}``, ``{a} is a {b} inhibitor``, ``{a} is caused by {b}``."""
    if not middle:
        yield Shape("verb", "be", ("subject",), ("equated",), tuple(after))
        return
    *words, last = middle
    if last not in PREPOSITIONS:
        if not after:  # "{a} is {b}": words between are asked for
            yield Shape("verb", "be", ("subject",), ("equated",), tuple(middle))
        elif len(middle) >= 1:  # "{a} is a {b} inhibitor"
            yield Shape(
                "noun", after[-1], ("equated",), ("compound", "modifier"), tuple(after[:-1])
            )
        return
    if not words:
        yield Shape("verb", "be", ("subject",), (last,), tuple(after))
        return
    *extra, anchor = words
    if is_participle(anchor):
        role = "subject" if last == "by" else last
        for lemma in base_forms(anchor):
            yield Shape("verb", lemma, ("object",), (role,), tuple(extra), passive=True)
    yield Shape("adjective", anchor, ("subject",), (last,), tuple(extra))
    yield Shape("noun", anchor, ("equated",), (last,), tuple(extra))


def _prepositional(words: list[str], preposition: str, after: list[str]) -> Iterator[Shape]:
    """``{a} VERB in {b}``, ``{a} plays a role in {b}``, ``{a} such as {b}``, ``{a} like {b}``."""
    if not words:
        yield Shape("preposition", preposition, ("subject",), ("object",), tuple(after))
    elif words == ["such"]:
        yield Shape("preposition", "such as", ("subject",), ("object",), ())
    elif len(words) == 1:
        for lemma in base_forms(words[0]):
            yield Shape("verb", lemma, ("subject",), (preposition,), tuple(after))
            if is_participle(words[0]):
                yield Shape("verb", lemma, ("object",), (preposition,), tuple(after))
        yield Shape("adjective", words[0], ("subject",), (preposition,), tuple(after))
        if not is_participle(words[0]):  # "{a} treatment of {b}", "{a} effects on {b}"
            roles = ("compound", "possessor", "subject")
            yield Shape("noun", singular(words[0]), roles, (preposition,), tuple(after))
    elif words[-1] in PARTICLES:
        for lemma in base_forms(words[0]):
            yield Shape("verb", f"{lemma} {words[-1]}", ("subject",), (preposition,), ())
    else:
        yield from _verb_and_noun(words, preposition)


def _verb_and_noun(words: list[str], preposition: str) -> Iterator[Shape]:
    """``{a} plays a role in {b}``, ``{a} works faster than {b}``."""
    verb, *extra, last = words
    for lemma in base_forms(verb):
        if last.endswith("ly") or preposition == "than":
            yield Shape("verb", lemma, ("subject",), (preposition,), (*extra, last))
        near, noun = (lemma, *extra), singular(last)
        yield Shape("noun", noun, ("subject",), (preposition,), near, held_by=lemma)


def _single(word: str) -> Iterator[Shape]:
    """``{a} VERB {b}``, ``{a} VERBED {b}``."""
    for lemma in base_forms(word):
        if is_participle(word):
            yield Shape("verb", lemma, ("object",), ("oprd", "complement"), ())
        yield Shape("verb", lemma, ("subject",), ("object",), ())


def _verb_with_words(middle: list[str], after: list[str]) -> Iterator[Shape]:
    """``{a} has a {b} relapse rate``, ``{a} takes {b} to work``, ``{a} breaks down {b}``."""
    verb, *extra = middle
    if verb.endswith("ly") and len(extra) == 1:
        yield from _with_words(_single(extra[0]), (verb, *after))
        return
    if len(extra) > 1 and extra[0] in PREPOSITIONS and not after:
        yield from _with_words(_prepositional([verb], extra[0], []), tuple(extra[1:]))
        return
    for lemma in base_forms(verb):
        if len(extra) == 1 and extra[0] in PARTICLES:
            yield Shape("verb", f"{lemma} {extra[0]}", ("subject",), ("object",), tuple(after))
        elif verb in CAUSATIVES and after:
            yield Shape("verb", lemma, ("subject",), ("object",), (*extra, *after))
        elif after and after[0] not in PREPOSITIONS and after[0].isalpha() and not extra:
            *compounds, noun = after
            yield Shape(
                "noun", noun, ("subject", "possessor", "of"), ("modifier",), tuple(compounds)
            )
        elif after and after[0] == "to" and not extra:  # "{a} takes {b} to work"
            yield Shape("verb", lemma, ("subject",), ("object",), tuple(after[1:]))
        else:
            yield Shape("verb", lemma, ("subject",), ("object",), (*extra, *after))
