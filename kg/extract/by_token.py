from __future__ import annotations

from typing import TypeVar

from kg.model.claim import Mention, Quantity
from kg.model.text import Sentence

T = TypeVar("T", Mention, Quantity)


def by_token(sentences: tuple[Sentence, ...], found: tuple[T, ...]) -> dict[tuple[int, int], T]:
    """Return what was found by sentence and token: each token that it covers."""
    placed: dict[tuple[int, int], T] = {}
    for item in found:
        for token in sentences[item.sentence].tokens:
            if item.span.meets(token.span):
                placed[(item.sentence, token.index)] = item
    return placed
