"""What each part of the reading is worth: kg without it, and two readings without a tree.

The texts of others (`real`), both files together; the held-out ones are counted and never shown.
Parts are taken away from outside, by leaving out a stage or the claims that lean on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from unittest.mock import patch

import spacy

import kg.parse
from benchmarks.quality import real
from benchmarks.quality.tables import table
from kg.evaluate import GoldClaim, GoldText, Score, extend, read_text, score, total
from kg.evaluate.counts import ratio
from kg.evaluate.names import Names
from kg.extract.claims import read_claims
from kg.extract.kinds import field_of
from kg.extract.triggers import Pattern, trigger_index
from kg.model.claim import Claim, Mention, Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence, Span
from training.places import SMALL

OWN = frozenset(
    {"passive", "copula"}
)  # steps that do not leave the trigger's own subject or object
POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective", "ADP": "preposition"}
DENIALS = frozenset({"not", "n't", "no", "never"})
BETWEEN = 12  # tokens between two mentions, at most
SOME_RELATION = "some relation"
NOTE = """The texts of others, both files together: kg without one of its parts, and two readings
without a tree. *Pairs* asks only whether two things stand in some relation in that sentence, in
either direction, whatever it is. *No transparent nouns*: nothing is looked through ("levels of
A"). *No steps*: a trigger's own subject and object only. *No negation*: all is taken as affirmed.
*A trigger between*: the nearest names on either side of a word that states a relation, which
their kinds fit; *in one sentence*: every two names of a sentence.
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A gold text with the ontology that knows its names, and what kg reads in it."""

    gold: GoldText
    ontology: Ontology
    reading: Reading


def page(ontology: Ontology, misses: bool = False) -> Iterator[str]:  # noqa: ARG001 - counted only
    """Yield the section of the report."""
    halves = (real.split(real.texts(name)) for name in real.NAME_TO_TITLE)
    shown, held = zip(*halves, strict=True)
    yield f"## What each part is worth\n\n{NOTE}"
    for name, texts in (("developed on", shown), ("held out", held)):
        gold = [text for file in texts for text in file]
        header = (name, "found", "precision", "recall", "F1", "pairs: precision", "recall", "F1")
        yield table(header, rows([*texts_of(gold, ontology)]))
    if not SMALL.exists():
        yield "en_core_web_sm was not there to be compared (`python -m training.fetch`).\n"


def texts_of(gold: Sequence[GoldText], ontology: Ontology) -> Iterator[Text]:
    """Read the texts, each with its names given."""
    for text in gold:
        known = extend(ontology, text.terms)
        yield Text(text, known, read_text(text.text, known))


def rows(texts: Sequence[Text]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each way of reading."""
    for name, variant in VARIANTS.items():
        yield row(name, [score(variant(t), t.gold, t.ontology) for t in texts])
    if SMALL.exists():
        nlp = spacy.load(SMALL, exclude=["ner", "senter"])
        with patch.object(kg.parse, "load_model", return_value=nlp):
            read = [*texts_of([t.gold for t in texts], texts[0].ontology)] if texts else []
        yield row("with en_core_web_sm", [score(t.reading, t.gold, t.ontology) for t in read])


def row(name: str, scores: Sequence[Score]) -> tuple[str, ...]:
    """Return the cells of one way of reading."""
    counts = total(scores)
    found = sum(len(s.reading.claims) for s in scores)
    claims = [counts.precision, counts.recall, counts.f1]
    if any(c.predicate == SOME_RELATION for s in scores for c in s.reading.claims):
        claims = []
    precision, recall = pairs(scores)
    both = precision + recall
    own = (f"{figure:.2f}" for figure in claims) if claims else ("–", "–", "–")
    shares = (precision, recall, 2 * precision * recall / both if both else 0.0)
    return (name, str(found), *own, *(f"{figure:.2f}" for figure in shares))


def pairs(scores: Sequence[Score]) -> tuple[float, float]:
    """Return precision and recall where only the two ends and the sentence count."""
    right = wrong = found = wanted = 0
    for s in scores:
        ends = dict.fromkeys(
            (frozenset((c.subject, c.object)), c.sentence) for c in s.reading.claims
        )
        required = [g for g in s.gold.claims if not g.optional]
        optional = [g for g in s.gold.claims if g.optional]
        for pair in ends:
            is_right = any(_is_pair(s, g, pair) for g in required)
            right += is_right
            wrong += not is_right and not any(_is_pair(s, g, pair) for g in optional)
        found += sum(any(_is_pair(s, g, pair) for pair in ends) for g in required)
        wanted += len(required)
    return ratio(right, right + wrong), ratio(found, wanted)


def _is_pair(s: Score, gold: GoldClaim, pair: tuple[frozenset[object], int]) -> bool:
    ends, sentence = pair
    text = s.reading.article.text
    if gold.span and not gold.span.meets(s.reading.sentences[sentence].span):
        return False
    return len(ends) == 2 and _names_both(s.names, gold, tuple(ends), text)


def _names_both(known: Names, gold: GoldClaim, ends: tuple[object, ...], text: str) -> bool:
    return any(
        known.means_end(gold.subject, a, text) and known.means_end(gold.object, b, text)  # type: ignore[arg-type]
        for a, b in (ends, ends[::-1])
    )


def without_anaphors(text: Text) -> Reading:
    """Read the claims anew, as if nothing pointed back."""
    bare = replace(text.reading, anaphors=(), claims=(), not_understood=())
    return read_claims(bare, text.ontology)


def keeping(keep: Callable[[Claim], bool]) -> Callable[[Text], Reading]:
    """Return a reading without some claims."""
    return lambda t: replace(t.reading, claims=tuple(c for c in t.reading.claims if keep(c)))


def affirmed(text: Text) -> Reading:
    """Take every claim as affirmed."""
    claims = (replace(c, negated=False) for c in text.reading.claims)
    return replace(text.reading, claims=tuple(dict.fromkeys(claims)))


def in_one_sentence(text: Text) -> Reading:
    """Take every two names of a sentence as related."""
    claims = (
        _claim(a, SOME_RELATION, b, a.span)
        for _, mentions in _by_sentence(text.reading)
        for a, b in combinations(mentions, 2)
        if a.term != b.term
    )
    return replace(text.reading, claims=tuple(claims))


def trigger_between(text: Text) -> Reading:
    """Take a word between two neighbouring names at its word."""
    claims = (
        claim
        for sentence, mentions in _by_sentence(text.reading)
        for a, b in pairwise(mentions)
        if a.term != b.term
        for claim in _between(sentence, a, b, text.ontology)
    )
    return replace(text.reading, claims=tuple(dict.fromkeys(claims)))


def _between(sentence: Sentence, a: Mention, b: Mention, ontology: Ontology) -> Iterator[Claim]:
    field, index = field_of(ontology), trigger_index(ontology)
    inside = [
        t for t in sentence.tokens if a.span.end <= t.span.start and t.span.end <= b.span.start
    ]
    if len(inside) > BETWEEN:
        return
    words = {t.lemma for t in inside}
    for token in inside:
        for pattern in index.of(POS.get(token.pos, ""), token.lemma):
            relation = field.relations[pattern.relation]
            subject, object_ = (b, a) if _is_swapped(pattern, words) else (a, b)
            if (
                set(pattern.words) <= words
                and field.fits(subject.term, relation.domain)
                and field.fits(object_.term, relation.range)
            ):
                claim = _claim(subject, relation.iri, object_, token.span)
                yield replace(claim, negated=bool(words & DENIALS))
                return


def _is_swapped(pattern: Pattern, words: set[str]) -> bool:
    """Whether the first name is the object: a passive, or a pattern that says so."""
    passive = pattern.pos == "verb" and {"be", "by"} <= words
    return passive != ("subject" in pattern.object)


def _claim(subject: Mention, predicate: str, object_: Mention, trigger: Span) -> Claim:
    return Claim(
        subject=subject.term,
        predicate=predicate,
        object=object_.term,
        negated=False,
        certainty="asserted",
        sentence=subject.sentence,
        trigger=trigger,
    )


def _by_sentence(reading: Reading) -> Iterator[tuple[Sentence, list[Mention]]]:
    for sentence in reading.sentences:
        own = [m for m in reading.mentions if m.sentence == sentence.index]
        yield sentence, sorted(own, key=lambda m: m.span)


VARIANTS: Mapping[str, Callable[[Text], Reading]] = {
    "all of kg": lambda t: t.reading,
    "no coreference": without_anaphors,
    "no transparent nouns": keeping(lambda c: "through" not in c.steps),
    "no steps": keeping(lambda c: OWN.issuperset(c.steps)),
    "no negation": affirmed,
    "a trigger between": trigger_between,
    "in one sentence": in_one_sentence,
}
