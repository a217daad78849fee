"""Verbs of a tree, swapped for words that are also nouns, and pasts turned into presents."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from training.lexicon import Lexicon
from training.trees import Tree, Word, labels_under
from training.wordnet import Verb, third_person

SHARE = 0.75  # of the plain verbs
CLAUSES = {"ROOT", "conj", "relcl", "advcl", "ccomp", "xcomp", "acl", "pcomp"}
FRAMED = {"prt", "ccomp", "xcomp", "oprd", "acomp", "attr", "dative"}  # frames few verbs share
AUXILIARIES = {"be", "have", "do"}
SUBJECTS = {"nsubj", "nsubjpass"}
TAKES_OBJECT = {"dobj", "auxpass", "nsubjpass", "agent"}
PLURAL_SUBJECTS = {"we", "you", "they", "i", "these", "those"}


def verb_swaps(
    tree: Tree, words: Lexicon, present: bool, random: Random
) -> Iterator[tuple[int, Word]]:
    """Verbs with frames that many verbs share, and what stands in their place."""
    for i, word in enumerate(tree):
        under = labels_under(tree, i)
        plain = word.tag.startswith("VB") and word.label in CLAUSES and not under & FRAMED
        if not plain or word.lemma in AUXILIARIES or random.random() > SHARE:
            continue
        transitive = bool(under & TAKES_OBJECT) or (word.tag == "VBN" and word.label == "acl")
        verb = random.choice(words.transitive if transitive else words.intransitive)
        tag = _present_tag(tree, i) if present and word.tag == "VBD" else word.tag
        form = _form(verb, tag)
        if form:
            yield i, replace(word, text=_cased(form, word), lemma=verb.base, tag=tag)


def presents(tree: Tree) -> dict[int, Word]:
    """The simple pasts that were not swapped, as presents, so that the sentence agrees."""
    found = {}
    for i, word in enumerate(tree):
        tag = _present_tag(tree, i)
        if word.tag == "VBD" and tag != "VBD" and word.lemma not in AUXILIARIES:
            form = third_person(word.lemma) if tag == "VBZ" else word.lemma
            found[i] = replace(word, text=form, tag=tag)
    return found


def _form(verb: Verb, tag: str) -> str | None:
    if tag == "VBZ":
        return third_person(verb.base)
    if tag == "VBG":
        return verb.gerund
    return verb.past if tag in {"VBD", "VBN"} else verb.base


def _present_tag(tree: Tree, i: int) -> str:
    """VBZ or VBP as the subject asks, VBD where no subject is found."""
    subjects = [j for j, word in enumerate(tree) if word.head == i and word.label in SUBJECTS]
    if not subjects:
        chained = tree[i].label == "conj" and tree[tree[i].head].tag.startswith("VB")
        return _present_tag(tree, tree[i].head) if chained else "VBD"
    subject = tree[subjects[0]]
    if subject.tag in {"WDT", "WP"} and tree[i].label == "relcl":
        subjects[0] = tree[i].head
        subject = tree[subjects[0]]
    several = subject.tag in {"NNS", "NNPS"} or subject.text.lower() in PLURAL_SUBJECTS
    return "VBP" if several or "conj" in labels_under(tree, subjects[0]) else "VBZ"


def _cased(form: str, old: Word) -> str:
    return form.capitalize() if old.text[0].isupper() else form
