"""CRAFT's trees, with the three usages that differ from spaCy's English models mapped onto theirs.

Source: CRAFT v5 as CoNLL-U with Stanford dependencies (Bada et al. 2012; Verspoor et al. 2012).
"""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from training import places
from training.trees import Tree, Word, labels_under, passages, save

RELATIVE_PRONOUNS = {"WDT", "WP"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
NOUN_MODIFIERS = {"NN", "NNP", "FW"}


def paragraphs(path: Path) -> Iterator[list[Tree]]:
    """Read a gzipped CoNLL-U file, a list of mapped sentences per paragraph."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        paragraph: list[Tree] = []
        for block in lines.read().split("\n\n"):
            rows = block.splitlines()
            if any(row.startswith("# newpar") for row in rows) and paragraph:
                yield paragraph
                paragraph = []
            words = tuple(_word(row.split("\t")) for row in rows if row and row[0] != "#")
            if words:
                paragraph.append(mapped(words))
        yield paragraph


def _word(cells: list[str]) -> Word:
    number, text, lemma, tag, head, label = (cells[i] for i in (0, 1, 2, 4, 6, 7))
    up = int(number if label == "root" else head) - 1
    space = "SpaceAfter=No" not in cells[9]
    return Word(text, lemma, tag, up, "ROOT" if label == "root" else label, space)


def mapped(tree: Tree) -> Tree:
    """Relabel relative subjects, agents and noun modifiers; heads stay."""
    return tuple(replace(word, label=_label(tree, i)) for i, word in enumerate(tree))


def _label(tree: Tree, i: int) -> str:
    word, head = tree[i], tree[tree[i].head]
    if word.label == "dep" and word.tag in RELATIVE_PRONOUNS and head.tag.startswith("V"):
        return _relative_label(labels_under(tree, word.head))
    if word.label == "prep" and word.text.lower() == "by" and head.tag == "VBN":
        return "agent" if _passive(tree, word.head) and "pobj" in labels_under(tree, i) else "prep"
    if word.label == "nmod" and word.tag in NOUN_MODIFIERS and i < word.head:
        return "compound"
    return word.label


def _relative_label(siblings: set[str]) -> str:
    if siblings & SUBJECTS:
        return "dobj"
    return "nsubjpass" if "auxpass" in siblings else "nsubj"


def _passive(tree: Tree, i: int) -> bool:
    """A participle with its auxiliary, or bare under a noun, or joined to one of these."""
    if "auxpass" in labels_under(tree, i) or tree[i].label in {"acl", "amod", "advcl"}:
        return True
    return tree[i].label == "conj" and tree[tree[i].head].tag == "VBN"


def main() -> None:
    """Write the training articles and the dev articles as passages."""
    for split, path in (("train", "craft.spacy"), ("dev", "dev/craft-dev.spacy")):
        random = Random(0)
        source = places.gold(places.TREEBANK / f"craft-{split}.conllu.gz")
        groups = (group for p in paragraphs(source) for group in passages(p, random))
        print(f"CRAFT {split}: {save(groups, places.DATA / path):,} words")


if __name__ == "__main__":
    main()
