"""Subjects and objects of a tree, replaced by a bare drug name or noun."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from training.lexicon import Lexicon
from training.trees import Tree, Word, below, labels_under

SHARE, WHOLE, DRUG, LOWER_CASE = 0.5, 0.5, 0.5, 0.75
PHRASES = {"nsubj", "nsubjpass", "dobj"}
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
PLURALS = {"NNS", "NNPS"}
KEPT_BEFORE_NOUN = {"punct", "preconj", "predet", "neg", "cc", "prep", "relcl", "advmod"}
AFTER_HEAD = {"conj", "appos", "cc", "relcl"}  # these need their head, so they stay with it


def phrase_swaps(
    tree: Tree, words: Lexicon, random: Random
) -> Iterator[tuple[int, set[int], Word]]:
    """Head, the words that fall away with the old phrase, and the new noun."""
    for i, word in enumerate(tree):
        is_phrase = word.label in PHRASES and word.tag in NOUNS
        if not is_phrase or random.random() > SHARE:
            continue
        before = below(tree, i, range(i))
        after = below(tree, i, range(i + 1, len(tree)))
        if {tree[j].label for j in before if tree[j].head == i} & KEPT_BEFORE_NOUN:
            continue
        whole = random.random() < WHOLE and not labels_under(tree, i) & AFTER_HEAD
        space = tree[max(after)].space if whole and after else word.space
        noun = _noun(word, at_start=min(before | {i}) == 0, words=words, random=random)
        yield i, before | after if whole else before, replace(noun, space=space)


def _noun(old: Word, at_start: bool, words: Lexicon, random: Random) -> Word:
    if old.tag in PLURALS:
        text, tag = random.choice(words.plural), "NNS"
    elif random.random() < DRUG:
        text, tag = random.choice(words.drugs), "NNP"
        if at_start or random.random() < LOWER_CASE:
            text, tag = text.lower(), "NN"
    else:
        text, tag = random.choice(words.singular), "NN"
    return replace(old, text=text.capitalize() if at_start else text, lemma=text, tag=tag)
