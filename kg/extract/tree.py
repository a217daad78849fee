"""Walking in a sentence's tree: children, conjuncts, clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model.text import Sentence, Span, Token

NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE_PRONOUNS = frozenset({"that", "which", "who", "whom"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis"})


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """A sentence's tokens and, for each of them, its children in text order."""

    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]

    def children(self, i: int, *deps: str) -> Iterator[int]:
        """Yield the children of token i, of these dependencies or of any."""
        if not self.below[i]:
            return iter(())
        return (c for c in self.below[i] if not deps or self.tokens[c].dep in deps)

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first such child."""
        return next(self.children(i, *deps), None)

    def subtree(self, i: int) -> Iterator[int]:
        """Yield token i and all below it, in no promised order."""
        todo = [i]
        while todo:
            yield (t := todo.pop())
            todo.extend(self.below[t])

    def above(self, i: int) -> Iterator[int]:
        """Yield the heads of token i up to the root, itself left out."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def conjuncts(self, i: int) -> Iterator[int]:
        """Yield the later conjuncts of token i ("B" and "C" of "A, B and C")."""
        for c in self.children(i, "conj"):
            yield c
            yield from self.conjuncts(c)

    def is_noun(self, i: int) -> bool:
        """Whether token i is a noun or a name."""
        return self.tokens[i].pos in NOUNS

    def is_verb(self, i: int) -> bool:
        """Whether token i is a verb, the copula included."""
        return self.tokens[i].pos in ("VERB", "AUX")

    def clause_verb(self, i: int) -> int:
        """Return the verb of the clause in which token i stands (itself where it is one)."""
        for t in (i, *self.above(i)):
            if self.is_verb(t) and self.tokens[t].dep not in ("aux", "auxpass", "amod"):
                return t
        return i

    def text(self, indices: list[int]) -> Span:
        """Return the span from the first to the last of these tokens."""
        first, last = min(indices), max(indices)
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)


@lru_cache(maxsize=4096)
def tree_of(sentence: Sentence) -> Tree:
    """Return the tree of a parsed sentence."""
    below: list[list[int]] = [[] for _ in sentence.tokens]
    for token in sentence.tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return Tree(sentence.tokens, tuple(tuple(b) for b in below))
