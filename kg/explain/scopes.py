"""Cues of denial and doubt, and the words that lie in the scope of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.explain.records import CueScope
from kg.extract.cues import find_cues
from kg.extract.modality import modality_of
from kg.extract.tree import Tree, tree_of
from kg.model.claim import Reading
from kg.model.ontology import Cue, CuePosition, Ontology
from kg.model.text import Sentence, Span

# What an effect is called here; certainties have their own names.
EFFECT_TO_WORDS = {"negation": "denied", "noAssertion": "not asserted"}
PLAIN = "asserted"  # "found that": nothing changes


def cue_scopes(reading: Reading, ontology: Ontology, sentence: Sentence) -> Iterator[CueScope]:
    """Yield the cues of a sentence in text order, each with the verbs and triggers in its scope.
    A cue over nothing governs no word that states something; a noun or verb over nothing is none.
    """
    tree, text = tree_of(sentence), reading.article.text
    names = tuple(m.span for m in reading.mentions if m.sentence == sentence.index)
    cues, reached = find_cues(tree, ontology, names), _reached(reading, ontology, tree, names)
    for i, token in enumerate(tree.tokens):
        effects = _effects(cues.get(i, ()), has_scope=token.span in reached)
        for words, effect in effects.items():
            over = reached.get(token.span, ()) or _determined(tree, i, cues.get(i, ()))
            if over or token.pos not in ("NOUN", "VERB"):
                yield CueScope(words or token.span.of(text), effect, over)


def _effects(cues: tuple[Cue, ...], *, has_scope: bool) -> dict[str, str]:
    """Return the effects that a word may have, by the words of the cue; a bare "not" is none of
    the ontology's.
    """
    found: dict[str, list[str]] = {}
    for cue in cues:
        name = cue.effect.rpartition("#")[2]
        if name != PLAIN:
            found.setdefault(cue.words, []).append(EFFECT_TO_WORDS.get(name, name))
    if not found and has_scope:
        return {"": EFFECT_TO_WORDS["negation"]}
    return {words: " or ".join(dict.fromkeys(effects)) for words, effects in found.items()}


def _reached(
    reading: Reading, ontology: Ontology, tree: Tree, names: tuple[Span, ...]
) -> Mapping[Span, tuple[str, ...]]:
    """Return the verbs and triggers that each cue governs, by the span of the cue."""
    triggers = {
        p.token: p.modality
        for p in reading.predicates
        if tree_of(reading.sentences[p.sentence]) is tree
    }
    found: dict[Span, tuple[str, ...]] = {}
    for token in tree.tokens:
        if token.index not in triggers and token.pos != "VERB":
            continue
        modality = triggers.get(token.index) or modality_of(tree, token.index, ontology, names)
        for cue in dict.fromkeys(modality.cues):
            if cue != token.span:
                found[cue] = (*found.get(cue, ()), token.text)
    return found


def _determined(tree: Tree, i: int, cues: tuple[Cue, ...]) -> tuple[str, ...]:
    """Return the noun that a determiner denies: "no drug"."""
    is_determiner = any(cue.position is CuePosition.DETERMINER for cue in cues)
    return (tree.tokens[tree.tokens[i].head].text,) if is_determiner else ()
