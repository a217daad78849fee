"""Mending trees where names and nouns that say what something is stand side by side.

The parser has not seen the names; kg knows them, and that "antagonist" or "drug" says what a name
is. What it most often gets wrong there is put right by rules over the words' order. Each rule
looks at a tree and yields what hangs elsewhere, and how.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.tree import Tree, tree_of
from kg.model.claim import Mention, Reading
from kg.model.ontology import Ontology, TriggerForm
from kg.model.text import Sentence, Token

INDEFINITE = frozenset({"a", "an", "another"})
HYPHENS = frozenset("-‐‑–")
MANNERS = frozenset({"dose", "concentration", "time"})  # "dose-dependently": no noun of its own

UNLIKELY = frozenset({"dobj", "dep", "nmod", "npadvmod"})  # how nothing hangs behind a noun

Link = tuple[int, str, int]  # a token, how it hangs, on which


@dataclass(frozen=True, slots=True)
class Names:
    """A sentence's tree, the names in it by their first token, and what says what a name is."""

    tree: Tree
    heads: dict[int, int]  # first token of a name → the token above its others
    inside: frozenset[int]  # all tokens of names
    nouns: frozenset[str]  # lemmas of role nouns and class words

    def says_what(self, i: int) -> bool:
        """Whether token i is a noun that says what something is, and no name."""
        token = self.tree.tokens[i]
        return self.tree.is_noun(i) and i not in self.inside and token.lemma in self.nouns


Rule = Callable[[Names], Iterator[Link]]


def mend_trees(reading: Reading, ontology: Ontology) -> Reading:
    """Return the reading with mended trees."""
    nouns = saying_nouns(ontology)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    return replace(
        reading,
        sentences=tuple(
            mended(s, tuple(by_sentence.get(s.index, ())), nouns) for s in reading.sentences
        ),
    )


@lru_cache(maxsize=8)
def saying_nouns(ontology: Ontology) -> frozenset[str]:
    """Return the nouns that say what a thing is: role nouns and class words, built once."""
    triggers = (t for r in ontology.relations for t in r.triggers)
    roles = (t.text.split()[-1] for t in triggers if t.form is TriggerForm.ROLE_NOUN)
    words = (w.split()[-1] for kind in ontology.kinds for w in kind.class_words)
    return frozenset((*roles, *words))


def mended(sentence: Sentence, mentions: tuple[Mention, ...], nouns: frozenset[str]) -> Sentence:
    """Apply the rules, each to the tree that the one before left."""
    if not mentions:
        return sentence
    for rule in RULES:
        links = tuple(rule(_names(sentence, mentions, nouns)))
        if links:
            tokens = list(sentence.tokens)
            for i, dep, head in links:
                tokens[i] = replace(tokens[i], dep=dep, head=head)
            if _is_tree(tokens):
                sentence = replace(sentence, tokens=tuple(tokens))
    return sentence


def _is_tree(tokens: list[Token]) -> bool:
    """Whether every way up ends at a root."""
    for token in tokens:
        at, steps = token.index, 0
        while tokens[at].head != at and steps <= len(tokens):
            at, steps = tokens[at].head, steps + 1
        if steps > len(tokens):
            return False
    return True


def _names(sentence: Sentence, mentions: tuple[Mention, ...], nouns: frozenset[str]) -> Names:
    tree = tree_of(sentence)
    covered = [[t.index for t in tree.tokens if m.span.meets(t.span)] for m in mentions]
    return Names(
        tree=tree,
        heads={c[0]: _head(tree, c) for c in covered if c},
        inside=frozenset(i for c in covered for i in c),
        nouns=nouns,
    )


def _head(tree: Tree, tokens: list[int]) -> int:
    outside = (i for i in tokens if tree.tokens[i].head not in tokens or tree.tokens[i].head == i)
    return next(outside, tokens[-1])


def dose_dependently(names: Names) -> Iterator[Link]:
    """As in "the inhibitor A dose-dependently decreases B": the name is no part of the adverb."""
    tree = names.tree
    for i, token in enumerate(tree.tokens[:-1]):
        if token.lemma not in MANNERS or tree.tokens[i + 1].text not in HYPHENS:
            continue
        for c in tree.children(i, "compound", "nmod", "amod"):
            if c in names.heads.values():
                is_named = c > 0 and tree.is_noun(c - 1) and c - 1 not in names.inside
                verb = tree.clause_verb(i)
                yield (c, "appos", c - 1) if is_named else (c, "nsubj", verb)


def right_behind(names: Names) -> Iterator[Link]:
    """As in "the antagonist A reduced B", "the drugs A and B": a name behind its noun."""
    tree = names.tree
    for first, head in names.heads.items():
        if first == 0 or not names.says_what(first - 1):
            continue
        noun, name = tree.tokens[first - 1], tree.tokens[head]
        is_beside = name.head == noun.head and name.dep == noun.dep and name.dep != "conj"
        if is_beside or (name.head == noun.index and name.dep in UNLIKELY):
            yield head, "appos", noun.index


def behind_comma(names: Names) -> Iterator[Link]:
    """As in "the antagonist, A, and the agonist, B, …": a name between commas is no list's part."""
    tree = names.tree
    for first, head in names.heads.items():
        token = tree.tokens[head]
        if first < 2 or token.dep != "conj" or tree.tokens[first - 1].text != ",":
            continue
        noun = first - 2
        is_one = names.says_what(noun) and token.head == noun and tree.tokens[noun].tag == "NN"
        if not is_one or _text(tree, head + 1) != ",":
            continue
        yield head, "appos", noun
        for c in tree.children(head, "conj", "cc"):
            yield c, tree.tokens[c].dep, noun


def behind_name(names: Names) -> Iterator[Link]:
    """As in "A, an antagonist, B, an agonist, and C": each says what the name before it is."""
    tree = names.tree
    ends = {h: h for h in names.heads.values()}
    for i, token in enumerate(tree.tokens):
        if token.dep not in ("conj", "appos") or not names.says_what(i):
            continue
        determiner = tree.child(i, "det")
        if determiner is None or tree.tokens[determiner].lemma not in INDEFINITE:
            continue
        first = min((*tree.children(i), i))
        name = ends.get(first - 2) if _text(tree, first - 1) == "," else None
        if name is None:
            continue
        if token.dep == "conj":
            yield i, "appos", name
        for c in tree.children(i, "conj", "cc"):
            if c in ends or tree.tokens[c].dep == "cc":
                yield c, tree.tokens[c].dep, name


def _text(tree: Tree, i: int) -> str:
    return tree.tokens[i].text if 0 <= i < len(tree.tokens) else ""


RULES: tuple[Rule, ...] = (dose_dependently, right_behind, behind_name, behind_comma)
