"""Modality: whether a predicate is denied, and how sure the text is of it.

The walk goes from the trigger to the root. At each step it asks for cues at the positions that
govern what lies below: auxiliaries, adverbs and negation of a verb, the determiner of a noun, the
verb or adjective above a clause. A clause that stands for itself (relative, "although") ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.tree import SUBJECTS, Tree
from kg.model.claim import Modality
from kg.model.ontology import Cue, CuePosition, Ontology
from kg.model.text import Span

P = CuePosition
Step = tuple[list["Effect"], int, bool, bool]  # see _Walk._up
NEGATION, NO_ASSERTION = "negation", "noAssertion"
NEUTRAL = frozenset({"asserted"})
REPORTED = frozenset("observe find see report detect note show demonstrate identify record".split())
GOVERNING = (P.RAISING, P.THAT_CLAUSE, P.VERB, P.ADJECTIVE, P.NOUN)
BELOW = {
    "aux": (P.AUXILIARY, P.VERB), "auxpass": (P.AUXILIARY,), "neg": (P.ADVERB, P.AUXILIARY),
    "advmod": (P.ADVERB,), "det": (P.DETERMINER,), "predet": (P.DETERMINER,),
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
class Cues:
    """The cues of an ontology by the first of their words."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@lru_cache(maxsize=8)
def _cues(ontology: Ontology) -> Cues:
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in ontology.grammar.cues:
        words = tuple(cue.words.lower().replace("’", "'").split())
        if words:
            found.setdefault(words[0], []).append((words, cue))
    return Cues({k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in found.items()})


def find_cues(tree: Tree, ontology: Ontology) -> dict[int, tuple[Cue, ...]]:
    """Return the cues of a sentence by the token at which each stands: of several words, the one
    nearest to the root. What lies inside a false friend ("not only") is no cue.
    """
    hits = sorted(_hits(tree, _cues(ontology)), key=lambda h: (-len(h[0]), h[0]))
    found: dict[int, tuple[Cue, ...]] = {}
    covered: dict[int, int] = {}  # token → length of the longest cue on it: "no evidence" over "no"
    for tokens, cue in hits:
        if any(covered.get(t, 0) > len(tokens) for t in tokens):
            continue
        covered.update((t, len(tokens)) for t in tokens)
        if cue.position is P.FALSE_FRIEND:
            covered.update((t, len(tokens) + 1) for t in tokens)
            continue
        top = min(tokens, key=lambda t: sum(1 for _ in tree.above(t)))
        found[top] = (*found.get(top, ()), cue)
    return found


def _hits(tree: Tree, cues: Cues) -> Iterator[tuple[tuple[int, ...], Cue]]:
    for i, token in enumerate(tree.tokens):
        for first in dict.fromkeys((token.text.lower(), token.lemma)):
            for words, cue in cues.by_first.get(first, ()):
                tokens = tuple(range(i, i + len(words)))
                if tokens[-1] < len(tree.tokens) and all(
                    w in (tree.tokens[t].text.lower(), tree.tokens[t].lemma)
                    for w, t in zip(words, tokens, strict=True)
                ):
                    yield tokens, cue


def modality_of(tree: Tree, i: int, ontology: Ontology) -> Modality:
    """Return the modality of the predicate at token i."""
    cues = find_cues(tree, ontology)
    effects = tuple(dict.fromkeys(_Walk(tree, cues).effects(i)))
    ranks = {c.iri.rpartition("#")[2]: c.rank for c in ontology.certainties}
    names = [e.name for e in effects]
    hedges = sorted((n for n in names if n in ranks and n not in NEUTRAL), key=lambda n: ranks[n])
    doubtful = [n for n in hedges if ranks[n] < ranks.get("asserted", 4)]
    certainty = (doubtful or hedges or ["asserted"])[0]
    return Modality(
        negated=names.count(NEGATION) % 2 == 1,
        certainty=certainty,
        asserted=NO_ASSERTION not in names,
        cues=tuple(_span(tree, e.token) for e in effects if e.name not in NEUTRAL),
    )


def _span(tree: Tree, token: int) -> Span:
    return tree.tokens[token].span


@dataclass(frozen=True, slots=True)
class _Walk:
    tree: Tree
    cues: Mapping[int, tuple[Cue, ...]]

    def effects(self, i: int) -> Iterator[Effect]:
        """Yield the effects that reach token i, nearest first."""
        own, shared_aux_only = True, False
        while True:
            if own:
                yield from self.of_children(i, aux_only=shared_aux_only)
            if self.tree.tokens[i].head == i:
                yield from self._question()
                return
            step = self._up(i)
            if step is None:
                return
            effects, i, own, shared_aux_only = step
            yield from effects

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
            if dep in BELOW:
                found = self.at(c, BELOW[dep])
                if dep == "neg" and not found:
                    found = [] if self._is_only(c) else [Effect(NEGATION, c)]
                yield from found
                if dep == "advmod" and self._denied(c):
                    yield Effect(NEGATION, c)  # "not effectively", "no longer"
            elif dep == "parataxis" and tree.is_verb(c):
                yield from self.at(c, (P.RAISING, P.THAT_CLAUSE))
            elif dep == "prep" and tree.is_verb(i):
                yield from (e for e in self.at(c, (P.ADVERB,)))

    def _is_only(self, c: int) -> bool:
        following = self.tree.tokens[c + 1].lemma if c + 1 < len(self.tree.tokens) else ""
        return following in ("only", "just", "merely", "solely", "simply")

    def _denied(self, c: int) -> bool:
        return any(
            not self._is_only(n) and self.tree.tokens[n].lemma in ("not", "no")
            for n in self.tree.children(c, "neg")
        )

    def _question(self) -> Iterator[Effect]:
        last = self.tree.tokens[-1]
        if last.text == "?":
            yield Effect("open", last.index)

    def _up(self, i: int) -> Step | None:
        """Take one step: the effects of the word above, that word, whether its own children count,
        and whether only its auxiliaries do. None: nothing above governs this.
        """
        token = self.tree.tokens[i]
        head = token.head
        if token.dep in SUBJECTS:
            return self._from_subject(i, head)
        if token.dep == "conj":
            return self._from_conjunct(i, head)
        if token.dep in ("relcl", "acl"):
            return self._from_modifier(i, head)
        if token.dep in ("xcomp", "ccomp"):
            return self._from_complement(i, head)
        if token.dep == "advcl":
            if self.tree.child(i, "mark", *SUBJECTS) is not None:
                return None
            return self.at(head, GOVERNING if token.tag == "VB" else ()), head, True, False
        if token.dep in ("pobj", "pcomp"):
            return self._from_preposition(head)
        if token.dep in ("dobj", "attr", "oprd", "acomp", "dative", "prep", "agent", "amod",
                         "compound", "nmod", "npadvmod", "prt"):  # fmt: skip
            return self._from_object(i, head)
        return None

    def _from_object(self, i: int, head: int) -> Step:
        """A verb that asks or denies does so of its object: "we studied the effect of X"."""
        if not self.tree.is_verb(head):
            return self.at(head, (P.NOUN,)), head, True, False
        doubts = ("open", NO_ASSERTION, NEGATION)
        found = [
            Effect(NO_ASSERTION, e.token) if e.name == "open" else e  # an aim asserts nothing
            for e in self.at(head, (P.THAT_CLAUSE, P.RAISING))
            if e.name in doubts
        ]
        positions = (P.VERB,)
        named = self.tree.is_noun(i) and self.tree.tokens[i].dep == "dobj"
        return [*self.at(head, positions), *(found if named else [])], head, True, False

    def _from_subject(self, i: int, head: int) -> Step | None:
        """A subject is presupposed, unless the predicate speaks of its truth ("is unknown")."""
        tree = self.tree
        found: list[Effect] = []
        for c in tree.children(head, "acomp", "attr", "oprd", "xcomp"):
            found += [e for e in self.at(c, (P.ADJECTIVE, P.NOUN)) if e.name != "asserted"]
        passive = tree.tokens[i].dep in ("nsubjpass", "csubjpass")
        if passive and self.at(head, (P.THAT_CLAUSE,)):
            found += list(self.of_children(head))
        if tree.tokens[i].dep in ("csubj", "csubjpass"):
            found += self.at(head, (P.THAT_CLAUSE,))
        return (found, self._root(head), False, False) if found else None

    def _root(self, i: int) -> int:
        return next((t for t in (i, *self.tree.above(i)) if self.tree.tokens[t].head == t), i)

    def _from_conjunct(self, i: int, head: int) -> Step | None:
        tree = self.tree
        if not tree.is_verb(i):
            return [], head, not self._contrasts(i, head), False
        if tree.child(i, *SUBJECTS) is not None:
            return [], head, False, False
        links = {tree.tokens[c].lemma for c in tree.children(head, "cc")}
        bare = tree.tokens[i].tag in ("VB", "VBP") or tree.tokens[i].tag == tree.tokens[head].tag
        own_aux = tree.child(i, "aux", "auxpass") is not None
        if bare and not own_aux and links & {"or", "nor"}:
            return [], head, True, False
        return [], head, bare and not own_aux, True

    def _contrasts(self, i: int, head: int) -> bool:
        return any(
            c < i and self.tree.tokens[c].lemma == "but" for c in self.tree.children(head, "cc")
        )

    def _from_modifier(self, i: int, head: int) -> Step | None:
        """As in "evidence that X", "the potential to X": the noun governs."""
        effects = self.at(head, (P.NOUN,))
        marks = {self.tree.tokens[c].lemma for c in self.tree.children(i, "mark")}
        if "that" in marks or effects:
            return effects, head, True, False
        return None

    def _from_complement(self, i: int, head: int) -> Step | None:
        tree = self.tree
        effects = self.at(head, GOVERNING)
        for c in tree.children(head, "acomp", "attr", "oprd"):
            effects += self.at(c, (P.ADJECTIVE, P.NOUN))
        for c in tree.children(head, *SUBJECTS):  # "no evidence was found that …"
            effects += self.at(c, (P.NOUN,))
        reports = bool(self.at(head, (P.THAT_CLAUSE,)))
        is_clause = tree.tokens[i].dep == "ccomp"
        neutral = bool(effects) and all(e.name in ("asserted", "known") for e in effects)
        if (is_clause or reports) and neutral and self._is_denied(head):
            return [Effect("open", head)], self._root(head), False, False
        if is_clause and reports and neutral:
            # "they could show that X": what was possible is the showing
            stays = (NEGATION, NO_ASSERTION)
            effects += [e for e in self.of_children(head) if e.name in stays]
            return effects, head, False, False
        return effects, head, True, False

    def _is_denied(self, v: int) -> bool:
        return any(e.name == NEGATION for e in self.of_children(v))

    def _from_preposition(self, head: int) -> Step | None:
        effects = self.at(head, (P.CONSTITUENT, P.ADVERB))
        above = self.tree.tokens[head].head
        if above == head:
            return None
        if self.tree.tokens[head].dep not in ("prep", "agent", "pcomp", "mark", "prt", "dative"):
            return effects, head, True, False
        positions = GOVERNING if not self.tree.is_verb(above) else (P.VERB, P.RAISING)
        return [*effects, *self.at(above, positions)], above, True, False
