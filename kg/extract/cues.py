"""Cues: the words of a sentence that deny, doubt, or keep from asserting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.extract.tree import Tree
from kg.model.ontology import Cue, CuePosition, Ontology
from kg.model.text import Span

Written = tuple[tuple[str, ...], Cue]  # a cue with its words


@lru_cache(maxsize=8)
def _cues_of(ontology: Ontology) -> Mapping[str, tuple[Written, ...]]:
    """Return the cues by the first of their words, the longest first."""
    found: dict[str, list[Written]] = {}
    for cue in ontology.grammar.cues:
        words = tuple(cue.words.lower().replace("’", "'").split())
        if words:
            found.setdefault(words[0], []).append((words, cue))
    return {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in found.items()}


@lru_cache(maxsize=64)  # each predicate and each argument of a sentence asks
def find_cues(
    tree: Tree, ontology: Ontology, names: tuple[Span, ...] = ()
) -> Mapping[int, tuple[Cue, ...]]:
    """Return the cues of a sentence by the token at which each stands: of several words, the one
    nearest to the root. What lies inside a false friend ("not only") or is a part of one of
    `names` ("crop failure") is no cue.
    """
    cues = (h for h in _hits(tree, _cues_of(ontology)) if not _is_in_name(tree, h[0], names))
    hits = sorted(cues, key=lambda h: (-len(h[0]), h[0]))
    found: dict[int, tuple[Cue, ...]] = {}
    covered: dict[int, int] = {}  # token → length of the longest cue on it: "no evidence" over "no"
    for tokens, cue in hits:
        if any(covered.get(t, 0) > len(tokens) for t in tokens):
            continue
        covered.update((t, len(tokens)) for t in tokens)
        if cue.position is CuePosition.FALSE_FRIEND:
            covered.update((t, len(tokens) + 1) for t in tokens)
            continue
        top = min(tokens, key=lambda t: sum(1 for _ in tree.above(t)))
        found[top] = (*found.get(top, ()), cue)
    return found


def _is_in_name(tree: Tree, tokens: tuple[int, ...], names: tuple[Span, ...]) -> bool:
    span = tree.text([*tokens])
    return any(name != span and name.holds(span) for name in names)


def _hits(
    tree: Tree, cues: Mapping[str, tuple[Written, ...]]
) -> Iterator[tuple[tuple[int, ...], Cue]]:
    """Yield every cue with the tokens that it covers, as written or by their lemmas."""
    for i, token in enumerate(tree.tokens):
        for first in dict.fromkeys((token.text.lower(), token.lemma)):
            for words, cue in cues.get(first, ()):
                tokens = tuple(range(i, i + len(words)))
                if tokens[-1] < len(tree.tokens) and all(
                    w in (tree.tokens[t].text.lower(), tree.tokens[t].lemma)
                    for w, t in zip(words, tokens, strict=True)
                ):
                    yield tokens, cue
