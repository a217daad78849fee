"""Popular sentences and passages: plain words for terms (prose_terms.tsv) and relations."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.quality.places import GOLD, rows, words
from benchmarks.quality.relations import translate
from kg.evaluate import GoldTerm, GoldText, read_gold


def terms() -> tuple[GoldTerm, ...]:
    """Return the words as terms; a hyphen stands for a blank, so both are names."""
    return tuple(
        GoldTerm(
            label=word.replace("-", " "), kind=kind, also=(word, *words(rest[0] if rest else ""))
        )
        for word, kind, *rest in rows("prose_terms.tsv")
    )


def texts(name: str) -> tuple[GoldText, ...]:
    """Read `sentences` or `passages`."""
    known = terms()
    return tuple(
        replace(text, terms=known, claims=tuple(map(translate, text.claims)))
        for text in read_gold(GOLD / "prose" / f"{name}.jsonl")
    )
