"""Whether a text is English, which is the only language that kg reads."""

from __future__ import annotations

import re

ENOUGH_WORDS = 30  # fewer say too little about their language
SHARE_OF_FUNCTION_WORDS = 0.06  # measured: English prose has .1 to .5, others .00 to .03
SHARE_OF_LATIN_LETTERS = 0.5
LAST_LATIN_LETTER = "\u024f"

# Words that English cannot do without and that other languages of Latin script do not use, or use
# rarely ("in", "is", "was", "for", "as" are German, Dutch, Danish or Portuguese as well).
FUNCTION_WORDS = frozenset(
    "and are been between both but by can could from has have its may might not of other our "
    "such than that the their these they this those through to were when where which while who "
    "will with without would".split()
)

_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Whether enough of the words are English function words. True where a text is too short
    to tell, unless its letters are mostly not Latin.

    >>> looks_english("Allopregnanolone enhances theta oscillations.")
    True
    >>> looks_english("Аллопрегнанолон усиливает тета-ритм.")
    False
    """
    words = _WORD.findall(text.lower())
    letters = "".join(words)
    latin = sum(letter <= LAST_LATIN_LETTER for letter in letters)
    if latin < SHARE_OF_LATIN_LETTERS * len(letters):
        return False
    known = sum(word in FUNCTION_WORDS for word in words)
    return len(words) < ENOUGH_WORDS or known >= SHARE_OF_FUNCTION_WORDS * len(words)
