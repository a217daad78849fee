"""Denied and hedged events: what `modality_of` says of triggers that others annotated.

GENIA's events (training part) give for each event the word that states it, and whether the text
denies it ("negated") or speculates. The spans are given, so only the scope of the cues is measured.
Its licence admits measuring only: no sentence of it goes into kg, its ontology or its tests.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from benchmarks.quality.places import GOLD
from benchmarks.quality.tables import table
from kg.extract.conjuncts import is_excepted
from kg.extract.cues import find_cues
from kg.extract.effects import NEGATION, NO_ASSERTION, Cued
from kg.extract.modality import modality_of
from kg.extract.sentences import split_sentences
from kg.extract.tree import Tree, tree_of
from kg.model.claim import Modality, Reading
from kg.model.ontology import CuePosition, Ontology
from kg.model.text import Sentence, Span
from kg.parse import parse
from kg.pipeline import read_article
from kg.read import read

PATH = GOLD / "corpora" / "genia-events-train.jsonl.gz"
STAGES = (split_sentences, parse)
ASKED = ("denied", "hedged")
DETERMINERS = ("det", "preconj", "cc", "predet")
UNHEDGED = frozenset({"known", "asserted"})
HEDGES = frozenset({"probable", "possible", "open", NO_ASSERTION})
NOTE = """Events of molecular biology whose triggers are given (GENIA, training part, to measure
only): does the text deny the event, does it hedge it? A trigger counts once, and as denied where
one of its events is. kg's answer is what it would say of a claim with this trigger; the baseline
says yes where a cue of the same list stands anywhere in the sentence; *margin*: F1 above it. The
last row counts events, and a denied argument ("no A", "B but not A") as well. GENIA takes far
fewer words for hedges than kg does: "can", "indicate" and "evidence" hedge nothing there.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A trigger, or an event, in its sentence: what the annotation says, kg, and the baseline."""

    sentence: str
    trigger: str
    gold: frozenset[str]  # of ASKED
    found: frozenset[str]
    baseline: frozenset[str]
    cues: tuple[str, ...]
    is_event: bool = False  # else a trigger with all its events


@dataclass(frozen=True, slots=True)
class Figures:
    """Yes and no of one question, as precision, recall and F1."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of kg's yes that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the annotation's yes that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def page(ontology: Ontology, misses: bool = False) -> Iterator[str]:
    """Yield the section of the report; before it, where asked, the sentences behind it."""
    asked = tuple(measure(documents(), ontology))
    if misses:
        yield from misses_of(a for a in asked if not a.is_event)
    yield f"## Denied and hedged events\n\n{NOTE}"
    triggers = [a for a in asked if not a.is_event]
    events = [a for a in asked if a.is_event]
    yield table(
        ("", "asked", "so", "precision", "recall", "F1", "baseline", "its F1", "margin"),
        [
            ("triggers denied", *_cells("denied", triggers)),
            ("triggers hedged", *_cells("hedged", triggers)),
            ("events denied, by trigger or argument", *_cells("denied", events)),
        ],
    )


def _cells(what: str, asked: Sequence[Asked]) -> tuple[str, ...]:
    own = figures((what in a.gold, what in a.found) for a in asked)
    base = figures((what in a.gold, what in a.baseline) for a in asked)
    shares = f"{base.precision:.2f} / {base.recall:.2f}"
    so = str(sum(what in a.gold for a in asked))
    own_figures = (f"{figure:.2f}" for figure in (own.precision, own.recall, own.f1))
    margin = f"{own.f1 - base.f1:+.2f}"
    return (str(len(asked)), so, *own_figures, shares, f"{base.f1:.2f}", margin)


def figures(pairs: Iterable[tuple[bool, bool]]) -> Figures:
    """Sum up pairs of (gold, found)."""
    counts = Counter(pairs)
    return Figures(counts[True, True], counts[False, True], counts[True, False])


def documents() -> Iterator[Mapping[str, Any]]:
    """Yield the documents of the corpus."""
    with gzip.open(PATH, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measure(data: Iterable[Mapping[str, Any]], ontology: Ontology) -> Iterator[Asked]:
    """Read each document and ask of every trigger."""
    for document in data:
        article = read(document["text"].encode(), name="event.txt", format="plain")
        yield from _asked(document, read_article(article, ontology, STAGES), ontology)


def _asked(data: Mapping[str, Any], reading: Reading, ontology: Ontology) -> Iterator[Asked]:
    spans = {e["id"]: Span(e["start"], e["end"]) for e in data["entities"]}
    spans |= {e["id"]: trigger_of(e) for e in data["events"]}
    names = tuple(Span(e["start"], e["end"]) for e in data["entities"])
    for span, gold in _triggers(data["events"]).items():
        sentence = next((s for s in reading.sentences if s.span.holds(span)), None)
        if sentence is None or (token := head_in(tree_of(sentence), span)) is None:
            continue  # our sentence ends within the trigger: none did when this was written
        inside = tuple(name for name in names if sentence.span.holds(name))
        tree = tree_of(sentence)
        modality = modality_of(tree, token, ontology, inside)
        asked = Asked(
            sentence=sentence.span.of(reading.article.text),
            trigger=span.of(reading.article.text),
            gold=gold,
            found=said(modality),
            baseline=baseline(sentence, ontology, inside),
            cues=tuple(cue.of(reading.article.text) for cue in modality.cues),
        )
        yield asked
        cued = Cued(tree, find_cues(tree, ontology, inside))
        for event in (e for e in data["events"] if trigger_of(e) == span):
            ends = [head_in(tree, spans[a["ref"]]) for a in event["args"] if a["ref"] in spans]
            flips = sum(is_denied(cued, end, token) for end in ends if end is not None)
            negated = replace(modality, negated=modality.negated != bool(flips % 2))
            yield replace(asked, is_event=True, gold=_flags(event), found=said(negated))


def is_denied(cued: Cued, end: int, trigger: int) -> bool:
    """Whether an argument is denied on its way to the trigger: "no A", "neither form of A", "B but
    not A".
    """
    tree = cued.tree
    above = takewhile(lambda t: tree.is_noun(t) or tree.tokens[t].pos == "ADP", tree.above(end))
    way = (end, *takewhile(lambda t: t != trigger, above))
    near = (w for t in way if t != trigger for w in (t, *tree.children(t, *DETERMINERS)))
    denied = any(e.name == NEGATION for t in near for e in cued.at(t, (CuePosition.DETERMINER,)))
    return denied or is_excepted(tree, end)


def _triggers(events: Iterable[Mapping[str, Any]]) -> dict[Span, frozenset[str]]:
    """Return what is said of each trigger, by its span, in text order."""
    found: dict[Span, frozenset[str]] = {}
    for event in events:
        span = trigger_of(event)
        found[span] = found.get(span, frozenset()) | _flags(event)
    return dict(sorted(found.items()))


def trigger_of(event: Mapping[str, Any]) -> Span:
    """Return the span of the word that states an event."""
    return Span(event["trigger"]["start"], event["trigger"]["end"])


def _flags(event: Mapping[str, Any]) -> frozenset[str]:
    flags = zip(ASKED, (event["negated"], event["speculated"]), strict=True)
    return frozenset(name for name, flag in flags if flag)


def head_in(tree: Tree, span: Span) -> int | None:
    """Return the token of the span whose own head lies outside of it."""
    inside = [t.index for t in tree.tokens if t.span.meets(span)]
    heads = (i for i in inside if tree.tokens[i].head == i or tree.tokens[i].head not in inside)
    return next(heads, None)


def said(modality: Modality) -> frozenset[str]:
    """Return what kg says of a trigger."""
    hedged = modality.certainty not in UNHEDGED or not modality.asserted
    flags = zip(ASKED, (modality.negated, hedged), strict=True)
    return frozenset(name for name, flag in flags if flag)


def baseline(sentence: Sentence, ontology: Ontology, names: tuple[Span, ...]) -> frozenset[str]:
    """Return what follows where a cue is taken to govern its whole sentence."""
    cues = find_cues(tree_of(sentence), ontology, names)
    effects = {cue.effect.rpartition("#")[2] for at in cues.values() for cue in at}
    flags = zip(ASKED, (NEGATION in effects, bool(HEDGES & effects)), strict=True)
    return frozenset(name for name, flag in flags if flag)


def misses_of(asked: Iterable[Asked]) -> Iterator[str]:
    """Yield each trigger on which kg and the annotation differ."""
    for a in asked:
        for what in sorted(a.gold ^ a.found):
            verdict = "missed" if what in a.gold else "wrong"
            cues = ", ".join(a.cues)
            yield f"{what} {verdict}: «{a.trigger}» [{cues}] {' '.join(a.sentence.split())}"
