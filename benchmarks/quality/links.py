"""Who links two annotated mentions of a document: kg's claims, and two that need no reading.

*Together*: both stand in one sentence. *Trigger between*: a word that the ontology has for a
relation stands between them; no tree is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations

from benchmarks.quality.corpus import TYPE_TO_KIND, Document, Marked, terms
from kg.evaluate import extend, read_text
from kg.evaluate.names import Names, names
from kg.model.claim import Reading
from kg.model.ontology import Ontology, Relation, TriggerForm
from kg.model.text import Span, Token

PLAIN = frozenset({TriggerForm.VERB, TriggerForm.EVENT_NOUN, TriggerForm.ROLE_NOUN})


@dataclass(frozen=True, slots=True)
class Link:
    """Two terms that one sentence links. `relation` is None where the two are only together;
    where `directed` is False either end may be the subject. `span` is the words that link.
    """

    sentence: int
    subject: str
    relation: str | None
    object: str
    negated: bool = False
    directed: bool = True
    span: Span | None = None
    certainty: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Read:
    """A document as kg read it, its names given."""

    document: Document
    reading: Reading
    names: Names

    @cached_property
    def term_of(self) -> Mapping[Marked, str]:
        """Mentions → the terms that kg takes them for, those of which the name was given."""
        found = {m.span: m.term for m in self.reading.mentions}
        text = self.document.text
        pairs = ((m, found.get(m.span), m.span.of(text)) for m in self.given)
        return {m: term or min(self.names.terms(name)) for m, term, name in pairs}

    @cached_property
    def given(self) -> tuple[Marked, ...]:
        """The mentions of which the name was given."""
        return tuple(m for m in self.document.mentions if m.type in TYPE_TO_KIND)

    def sentence_of(self, mention: Marked) -> int:
        """Return the index of the sentence where a mention stands, -1 where there is none."""
        return next((s.index for s in self.reading.sentences if s.span.meets(mention.span)), -1)


def read(document: Document, ontology: Ontology) -> Read:
    """Read a document as one article, its names given."""
    known = extend(ontology, terms(document))
    reading = read_text(document.text, known)
    return Read(document=document, reading=reading, names=names(known, reading))


def claims(found: Read) -> tuple[Link, ...]:
    """Return what kg reads between two terms, each once a sentence."""
    links = (
        Link(
            c.sentence,
            c.subject,
            c.predicate,
            c.object,
            c.negated,
            span=c.trigger,
            certainty=c.certainty,
        )
        for c in found.reading.claims
        if isinstance(c.subject, str) and isinstance(c.object, str)
    )
    firsts: dict[Link, Link] = {}
    for link in links:
        firsts.setdefault(replace(link, span=None, certainty=""), link)
    return tuple(firsts.values())


def together(found: Read) -> tuple[Link, ...]:
    """Return all pairs of terms that stand in one sentence."""
    links = (
        Link(sentence, found.term_of[a], None, found.term_of[b], directed=False)
        for sentence, a, b in _pairs(found)
    )
    return tuple(dict.fromkeys(links))


def triggered(found: Read, ontology: Ontology) -> tuple[Link, ...]:
    """Return the pairs between which a trigger stands; the first such word tells the relation."""
    lemmas = trigger_lemmas(ontology)
    links = (
        Link(sentence, found.term_of[a], lemmas[token.lemma], found.term_of[b], directed=False)
        for sentence, a, b in _pairs(found)
        for token in _between(found.reading.sentences[sentence].tokens, a.span, b.span)
        if token.lemma in lemmas
    )
    firsts: dict[tuple[int, str, str], Link] = {}
    for link in links:
        firsts.setdefault((link.sentence, link.subject, link.object), link)
    return tuple(firsts.values())


def _pairs(found: Read) -> Iterator[tuple[int, Marked, Marked]]:
    """Yield the pairs of mentions of two terms in a sentence, in the order of the text."""
    ordered = sorted(found.given, key=lambda m: m.span)
    for a, b in combinations(ordered, 2):
        sentence = found.sentence_of(a)
        if found.term_of[a] != found.term_of[b] and sentence == found.sentence_of(b) != -1:
            yield sentence, a, b


def _between(tokens: tuple[Token, ...], a: Span, b: Span) -> Iterator[Token]:
    return (t for t in tokens if a.end <= t.span.start and t.span.end <= b.start)


@lru_cache(maxsize=2)
def trigger_lemmas(ontology: Ontology) -> Mapping[str, str]:
    """Return single verbs and nouns → the relation that they state, that of highest priority.

    Frames and compounds ("{object}-binding {subject}") need a tree, and are left out.
    """
    best: dict[str, Relation] = {}
    for relation in sorted(ontology.relations, key=lambda r: r.priority):
        for trigger in relation.triggers:
            if trigger.form in PLAIN and " " not in trigger.text:
                best[trigger.text] = relation
    return {lemma: relation.iri for lemma, relation in best.items()}
