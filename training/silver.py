"""Silver trees: en_core_web_md's reading of unannotated prose, where en_core_web_sm agrees.

They keep general English alive while sm is continued on CRAFT. Texts: Wikipedia (CC BY-SA) and
the training abstracts of BC5CDR and ChemProt (public domain).
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from training import places, wikipedia
from training.trees import Tree, passages, save, tree

AGREEMENT = 0.94  # of the heads of a sentence
ABSTRACTS = ("bc5cdr-train", "chemprot-train")
WORDS = {"wikipedia": 250_000, "abstracts": 124_000}


def abstracts() -> Iterator[str]:
    """The texts of the corpora that may be trained on; never their annotations."""
    for name in ABSTRACTS:
        with gzip.open(places.gold(places.CORPORA / f"{name}.jsonl.gz"), "rt") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def agreed(texts: Iterable[str], medium: Language, small: Language) -> Iterator[list[Tree]]:
    """Runs of sentences of a text that both models limit alike and read alike."""
    shared = tee(texts)
    pairs = zip(medium.pipe(shared[0]), small.pipe(shared[1]), strict=True)
    for teacher, peer in pairs:
        run: list[Tree] = []
        for sentence in teacher.sents:
            if _agrees(sentence, peer):
                run.append(tree(sentence))
            elif run:
                yield run
                run = []
        if run:
            yield run


def _agrees(sentence: Span, peer: Doc) -> bool:
    other = peer[sentence.start : sentence.end]
    starts = [token.i for token in other if token.is_sent_start]
    ends_alike = sentence.end == len(peer) or bool(peer[sentence.end].is_sent_start)
    if starts != [sentence.start] or not ends_alike:
        return False
    same = sum(a.head.i == b.head.i for a, b in zip(sentence, other, strict=True))
    return same >= AGREEMENT * len(sentence)


def _limited(groups: Iterable[list[Tree]], words: int) -> Iterator[list[Tree]]:
    for group in groups:
        if words <= 0:
            return
        yield group
        words -= sum(map(len, group))


def _model(path: Path) -> Language:
    return spacy.load(places.fetched(path), exclude=["ner", "senter"])


def main() -> None:
    """Write both parts of the silver trees."""
    medium, small, random = _model(places.MEDIUM), _model(places.SMALL), Random(0)
    pages = wikipedia.paragraphs(places.fetched(places.WIKIPEDIA))
    for name, texts in (("wikipedia", pages), ("abstracts", abstracts())):
        runs = agreed(texts, medium, small)
        groups = (group for run in runs for group in passages(run, random))
        path = places.DATA / f"{name}.spacy"
        print(f"silver, {name}: {save(_limited(groups, WORDS[name]), path):,} words")


if __name__ == "__main__":
    main()
