"""Effects: what the cues at a word, and at the words that hang on it, do to what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.tree import SUBJECTS, Tree
from kg.model.ontology import Cue, CuePosition

P = CuePosition
NEGATION, NO_ASSERTION, OPEN = "negation", "noAssertion", "open"
# Particles that turn a negation into emphasis, "not only": a closed class.
FOCUS = frozenset({"only", "just", "merely", "solely", "simply"})
# At which positions a word may be a cue that hangs so on the word it governs.
BELOW = {
    "aux": (P.AUXILIARY, P.VERB), "auxpass": (P.AUXILIARY,), "neg": (P.ADVERB, P.AUXILIARY),
    "advmod": (P.ADVERB, P.DETERMINER), "det": (P.DETERMINER,), "predet": (P.DETERMINER,),
    "preconj": (P.DETERMINER, P.ADVERB), "cc": (P.DETERMINER,), "mark": (P.MARKER,),
    "amod": (P.ADJECTIVE,), "npadvmod": (P.ADVERB,), "intj": (P.ADVERB,), "quantmod": (P.ADVERB,),
    "nummod": (P.DETERMINER,),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Effect:
    """What a cue does (local name) and the token that it stands at."""

    name: str
    token: int


@dataclass(frozen=True, slots=True)
class Cued:
    """A tree with the cues in it, by the token at which each stands; `light_verbs` state what
    their object says.
    """

    tree: Tree
    cues: Mapping[int, tuple[Cue, ...]]
    light_verbs: frozenset[str] = frozenset()

    def at(self, i: int, positions: tuple[CuePosition, ...]) -> list[Effect]:
        """Return the effects of the cues that stand at token i in one of these positions."""
        return [
            Effect(c.effect.rpartition("#")[2], i)
            for c in self.cues.get(i, ())
            if c.position in positions
        ]

    def of_children(self, i: int, *, aux_only: bool = False) -> Iterator[Effect]:
        """Yield the effects of the words that hang on token i."""
        tree = self.tree
        for c in tree.children(i):
            dep = tree.tokens[c].dep
            if aux_only and dep != "aux":
                continue
            if dep == "cc" and c < i and tree.tokens[c].lemma == "nor":  # "Nor does A treat B"
                yield Effect(NEGATION, c)
            if dep in BELOW:
                yield from self._of_child(c)
            elif dep == "parataxis" and tree.is_verb(c):
                yield from self.at(c, (P.RAISING, P.THAT_CLAUSE))
            elif dep == "prep" and tree.is_verb(i):
                yield from self.at(c, (P.ADVERB,))

    def _of_child(self, c: int) -> Iterator[Effect]:
        """Yield the effects of "may", "not", "probably", "not effectively", "no longer"."""
        dep = self.tree.tokens[c].dep
        found = self.at(c, BELOW[dep])
        yield from found
        counted = self._is_of_cue_before(c)
        if dep == "neg" and not found and not counted and not self._is_before_focus(c):
            yield Effect(NEGATION, c)
        if dep == "advmod" and self._is_denied(c):
            yield Effect(NEGATION, c)

    def _is_of_cue_before(self, c: int) -> bool:
        """Whether the word ends a cue that stands at the word before: the "not" of "can not"."""
        ending = f" {self.tree.tokens[c].text.lower()}"
        return any(cue.words.endswith(ending) for cue in self.cues.get(c - 1, ()))

    def has_denied_subject(self, v: int) -> bool:
        """As in "no study has shown", "nobody knows", "none of the trials found"."""
        return any(
            e.name == NEGATION
            for s in self.tree.children(v, *SUBJECTS)
            for w in (s, *self.tree.children(s, "det", "predet", "preconj", "amod"))
            for e in self.at(w, (P.DETERMINER,))
        )

    def denies(self, v: int) -> bool:
        """Whether a word that hangs on the verb denies it."""
        return any(e.name == NEGATION for e in self.of_children(v))

    def _is_before_focus(self, c: int) -> bool:
        """As in "not only"."""
        return c + 1 < len(self.tree.tokens) and self.tree.tokens[c + 1].lemma in FOCUS

    def _is_denied(self, c: int) -> bool:
        """Whether an adverb is denied."""
        return any(
            not self._is_before_focus(n) and self.tree.tokens[n].lemma in ("not", "no")
            for n in self.tree.children(c, "neg")
        )
