"""New sentences out of old trees: verbs that look like nouns, bare subjects and objects.

Papers say "treatment with X reduced the level of Y"; popular texts say "X lowers Y", and a parser
that has read few of these takes *lowers* for a noun. So in short sentences of CRAFT and of the
silver trees most verbs are swapped for words that are a verb and a noun (or an adjective),
simple pasts become presents, and noun phrases become a bare drug name or noun. The tree stays.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from training import places
from training.lexicon import Lexicon, lexicon
from training.phrase_swaps import phrase_swaps
from training.trees import Tree, Word, load, save
from training.verb_swaps import presents, verb_swaps

WORDS = 147_000  # of one draw
SHORTEST, LONGEST = 4, 32
TO_PRESENT = 0.7


def substituted(tree: Tree, words: Lexicon, random: Random) -> Tree | None:
    """One new sentence, or None if no verb of this one can be swapped."""
    present = random.random() < TO_PRESENT
    swaps = dict(verb_swaps(tree, words, present, random))
    if not swaps:
        return None
    if present:
        swaps = presents(tree) | swaps
    dropped: set[int] = set()
    for i, span, noun in phrase_swaps(tree, words, random):
        if not span & (dropped | swaps.keys()) and i not in swaps and i not in dropped:
            swaps[i] = noun
            dropped |= span
    return _rebuilt(tree, swaps, dropped)


def _rebuilt(tree: Tree, swaps: dict[int, Word], dropped: set[int]) -> Tree | None:
    """Put the sentence together; None if a kept word has lost its head (a crossing tree)."""
    kept = [i for i in range(len(tree)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    if any(tree[i].head not in place for i in kept):
        return None
    return tuple(replace(swaps.get(i, tree[i]), head=place[tree[i].head]) for i in kept)


def draw(number: int) -> Iterator[list[Tree]]:
    """New sentences of one draw, each a passage of its own, until there are enough words."""
    random, words = Random(number), lexicon()
    parts = [places.DATA / f"{name}.spacy" for name in ("craft", "wikipedia", "abstracts")]
    trees = [tree for part in parts for tree in load(places.need(part, "run the steps before"))]
    short = [tree for tree in trees if SHORTEST <= len(tree) <= LONGEST]
    random.shuffle(short)
    total = 0
    for tree in short:
        new = substituted(tree, words, random) if total < WORDS else None
        if new:
            total += len(new)
            yield [new]


def main() -> None:
    """Write the draws asked for, 1 and 2 by default."""
    for number in map(int, sys.argv[1:] or ["1", "2"]):
        path = places.DATA / f"substitution-{number}.spacy"
        print(f"substitution, draw {number}: {save(draw(number), path):,} words")


if __name__ == "__main__":
    main()
