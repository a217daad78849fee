"""What is known of an article before its anaphors are resolved, by sentence and token."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.by_token import by_token
from kg.extract.expected import expected_kinds
from kg.extract.kinds import Field, field_of
from kg.extract.tree import Tree, tree_of
from kg.extract.triggers import TriggerIndex, trigger_index
from kg.model.claim import Mention, Predicate, Reading
from kg.model.ontology import CuePosition, Grammar, Ontology
from kg.model.text import Block, Sentence, Token


@dataclass(frozen=True, slots=True)
class Place:
    """A token in its sentence."""

    sentence: Sentence
    index: int

    @property
    def key(self) -> tuple[int, int]:
        """Sentence and token, as the mappings of a `Background` have them."""
        return self.sentence.index, self.index

    @property
    def tree(self) -> Tree:
        """The tree of the sentence."""
        return tree_of(self.sentence)

    @property
    def token(self) -> Token:
        """The token itself."""
        return self.sentence.tokens[self.index]


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the stages before found, and what the ontology says of it."""

    text: str  # of the article
    blocks: tuple[Block, ...]
    field: Field
    grammar: Grammar
    triggers: TriggerIndex
    minds: frozenset[str]  # verbs of those who know, find or say that something is so
    mentions: Mapping[tuple[int, int], Mention]
    kinds: Mapping[tuple[int, int], tuple[str, ...]]  # that the predicates take at that token
    predicates: Mapping[int, tuple[Predicate, ...]]  # by sentence
    counts: Mapping[str, int]  # term → how often the article names it

    def block(self, sentence: Sentence) -> Block:
        """Return the block in which a sentence stands."""
        return self.blocks[sentence.block]


def background_of(reading: Reading, ontology: Ontology) -> Background:
    """Return what is known after predicates were found."""
    field = field_of(ontology)
    mentions = by_token(reading.sentences, reading.mentions)
    predicates: dict[int, list[Predicate]] = {}
    for predicate in reading.predicates:
        predicates.setdefault(predicate.sentence, []).append(predicate)
    return Background(
        text=reading.article.text,
        blocks=reading.article.blocks,
        field=field,
        grammar=ontology.grammar,
        triggers=trigger_index(ontology),
        minds=frozenset(
            c.words for c in ontology.grammar.cues if c.position is CuePosition.THAT_CLAUSE
        ),
        mentions=mentions,
        kinds=expected_kinds(reading, trigger_index(ontology), field, mentions),
        predicates={s: tuple(found) for s, found in predicates.items()},
        counts=Counter(m.term for m in reading.mentions),
    )
