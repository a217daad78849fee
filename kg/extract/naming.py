"""Naming: what a noun is called ("a steroid called A"), and its examples ("drugs such as A")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.extract.clauses import Clauses
from kg.extract.phrases import preposition_at, preposition_of
from kg.extract.tree import Tree


def names_of(clauses: Clauses, n: int) -> Iterator[int]:
    """Yield what a noun is called: "a steroid called A", "known as A", "in the form of A"."""
    tree, token = clauses.tree, clauses.tree.tokens[n]
    for v in tree.children(n, "acl", "relcl"):
        yield from called(clauses, v)
    above = [token.head] if token.dep == "dobj" else []  # where the parser hangs the phrase
    for p in (p for w in (n, *above) for p in tree.children(w, "prep") if p > n):
        for form in tree.children(p, "pobj"):
            if tree.tokens[p].lemma == "in" and tree.tokens[form].lemma == "form":
                for of in tree.children(form, "prep"):
                    yield from tree.children(of, "pobj")


@lru_cache(maxsize=8)  # of each ontology
def first_words(phrases: tuple[str, ...]) -> frozenset[str]:
    """Return the first words of phrases."""
    return frozenset(phrase.split()[0] for phrase in phrases)


def called(clauses: Clauses, v: int) -> Iterator[int]:
    """Yield the name that a naming word gives; where the parser lost it, the noun after it."""
    tree, lemma = clauses.tree, clauses.tree.tokens[v].lemma
    phrases = [p for p in tree.children(v, "prep") if preposition_of(clauses, p) in ("as", "by")]
    if lemma not in first_words(clauses.grammar.naming_words):
        return
    found = list(tree.children(v, "oprd", "attr", "dobj", "xcomp"))
    found += [c for p in phrases for c in tree.children(p, "pobj")]
    after = range(v + 1, min(v + 4, len(tree.tokens)))
    lost = next((t for t in after if tree.is_noun(t) and tree.tokens[t].head != t), None)
    yield from found or ([lost] if lost is not None and not phrases else [])


def examples_of(clauses: Clauses, n: int) -> Iterator[int]:
    """Yield the examples named after a noun: "drugs such as A", "including A", "like A"."""
    for p in _exemplifiers(clauses.tree, clauses.grammar.exemplifiers).get(n, ()):
        yield from clauses.tree.children(p, "pobj", "dobj")


@lru_cache(maxsize=64)  # every noun of a sentence asks, one sentence after the other
def _exemplifiers(tree: Tree, words: tuple[str, ...]) -> Mapping[int, tuple[int, ...]]:
    """Return the tokens of such words that introduce examples, by the noun of which they do."""
    found: dict[int, tuple[int, ...]] = {}
    for p, token in enumerate(tree.tokens):
        if token.dep in ("prep", "acl") and preposition_at(tree, p) in words:
            noun = exemplified(tree, p)
            if noun is not None:
                found[noun] = (*found.get(noun, ()), p)
    return found


def exemplified(tree: Tree, p: int) -> int | None:
    """Return the noun of which a phrase gives examples: the one right before it, wherever the
    parser hangs the phrase; a bracket between is stepped over.
    """
    before = p - 1
    if before >= 0 and tree.tokens[before].text == ")":
        before = max((t for t in range(before) if tree.tokens[t].text == "("), default=0) - 1
    while before >= 0 and tree.tokens[before].text in (",", "such"):
        before -= 1
    if before >= 0 and tree.is_noun(before):
        return before
    return tree.tokens[p].head if tree.is_noun(tree.tokens[p].head) else None


def reverse_exemplifier(clauses: Clauses, i: int) -> str | None:
    """Return "and other" where token i is the "other" of "A, B and other drugs"."""
    tree, token = clauses.tree, clauses.tree.tokens[i]
    if i == 0 or token.dep not in ("amod", "det") or tree.tokens[token.head].dep != "conj":
        return None
    words = f"{tree.tokens[i - 1].text.lower()} {token.text.lower()}"
    return words if words in clauses.grammar.reverse_exemplifiers else None


def is_of_others(clauses: Clauses, p: int) -> bool:
    """Whether a preposition makes one of a class: "like other drugs, A"."""
    tree = clauses.tree
    near = (d for c in tree.children(p, "pobj") for d in tree.children(c, "amod", "det"))
    return any(tree.tokens[d].lemma == "other" for d in near)


def members_before(tree: Tree, class_: int) -> Iterator[int]:
    """Yield the nouns of a list that end in a class: "A" and "B" of "A, B and other drugs"."""
    while tree.tokens[class_].dep == "conj":
        class_ = tree.tokens[class_].head
        if tree.is_noun(class_):
            yield class_
