"""Inflection: which base forms a word of a frame may have. Guesses: a form that no text holds does
no harm.
"""

from __future__ import annotations

from collections.abc import Iterable

# English has no more than some two hundred irregular verbs, the same in every field.
IRREGULAR_TO_BASE = {
    "has": "have", "does": "do", "goes": "go", "found": "find", "made": "make", "known": "know",
    "bound": "bind", "built": "build", "broken": "break", "given": "give", "taken": "take",
    "seen": "see", "shown": "show", "driven": "drive", "drawn": "draw", "sold": "sell",
    "led": "lead", "held": "hold", "kept": "keep", "brought": "bring", "lost": "lose",
    "borne": "bear", "born": "bear", "cut": "cut", "set": "set", "put": "put", "split": "split",
    "thought": "think", "told": "tell", "got": "get", "gotten": "get", "begun": "begin",
    "grown": "grow", "fed": "feed", "met": "meet", "spun": "spin", "wound": "wind",
}  # fmt: skip
PRESENT = frozenset({"has", "does", "goes"})  # irregular, and no participles


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
    return word.endswith("ed") or (word in IRREGULAR_TO_BASE and word not in PRESENT)


def singular(noun: str) -> str:
    """Return the singular of a noun, as its ending has it: "effects" → "effect"."""
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def singulars(surface: str) -> Iterable[str]:
    """Yield the form itself, then what it may be the plural of."""
    yield surface
    if surface.endswith("ies") and len(surface) > 4:
        yield surface[:-3] + "y"
    if surface.endswith(("ses", "xes", "ches", "shes", "zes")):
        yield surface[:-2]
    if surface.endswith("s") and not surface.endswith(("ss", "us", "is")):
        yield surface[:-1]
    if surface.endswith("es") and len(surface) > 4:
        yield surface[:-2] + "is"
