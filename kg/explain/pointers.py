"""Pointing words: what each was taken for, and what else was asked."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.records import Pointer, Rival
from kg.explain.words import Words
from kg.model.claim import Considered, Reading

MOST_REFUSED = 4  # are told; those farther back seldom help


def pointers(reading: Reading, sentence: int, words: Words) -> Iterator[Pointer]:
    """Yield the anaphors of a sentence that anything was asked for."""
    for anaphor in reading.anaphors:
        if anaphor.sentence == sentence and (anaphor.terms or anaphor.considered):
            yield Pointer(
                words=anaphor.span.of(words.text),
                meant=tuple(map(words.label, anaphor.terms)),
                rivals=tuple(_rivals(anaphor.considered, words)),
            )


def _rivals(considered: tuple[Considered, ...], words: Words) -> Iterator[Rival]:
    """Yield each rival once, by its best weight; of the refused those that name a term."""
    seen: set[str] = set()
    refused = 0
    for one in considered:
        label = " and ".join(map(words.label, one.terms)) or f"“{one.span.of(words.text)}”"
        if label in seen or (one.refused and (not one.terms or refused == MOST_REFUSED)):
            continue
        seen.add(label)
        refused += one.refused is not None
        yield Rival(label=label, score=one.score, refused=one.refused)
