"""The organism that a paragraph speaks of: it holds while each sentence links to the one before,
until an organism or a group of people is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.resolve import Resolver
from kg.model.claim import Mention, Reading
from kg.model.ontology import KG, Ontology, Qualifier
from kg.model.text import Sentence

POPULATION = KG + "Population"
# Pronouns and determiners that point back: a closed class.
POINTERS = frozenset(
    {"it", "its", "they", "their", "them", "this", "these", "those", "such", "both"}
)


def organisms_before(
    reading: Reading, ontology: Ontology, resolver: Resolver
) -> Iterator[tuple[str, ...]]:
    """Yield, for each sentence, the organism that the paragraph named last before it."""
    organism = next((q for q in ontology.qualifiers if q.iri == KG + "organism"), None)
    if organism is None:
        yield from (() for _ in reading.sentences)
        return
    mentions: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        mentions.setdefault(mention.sentence, []).append(mention)
    current: tuple[str, ...] = ()
    before: Sentence | None = None
    for sentence in reading.sentences:
        own = mentions.get(sentence.index, [])
        names_one = any(_is_organism(m, organism, resolver) for m in own)
        goes_on = before is not None and before.block == sentence.block
        linked = goes_on and _links_back(sentence, ontology)
        current = current if linked and not names_one else ()
        yield current
        named = [m.term for m in own if _is_setting(m, organism, resolver)]
        current, before = tuple(dict.fromkeys(named)) or current, sentence


def _links_back(sentence: Sentence, ontology: Ontology) -> bool:
    """Whether a sentence goes on from the one before: "Thus", "these changes", "it", "the
    researchers".
    """
    words = [t.text.lower() for t in sentence.tokens]
    opens = any(w in ontology.grammar.connectives for w in words[:1])
    points = any(w in POINTERS for w in words)
    tells = any(t.dep == "nsubj" and t.lemma in ontology.grammar.reporters for t in sentence.tokens)
    return opens or points or tells


def _is_organism(m: Mention, organism: Qualifier, resolver: Resolver) -> bool:
    known = resolver.field.terms.get(m.term)
    return known is not None and any(k in known.kinds for k in organism.range)


def _is_setting(m: Mention, organism: Qualifier, resolver: Resolver) -> bool:
    """Whether a mention says in which organism things happen: "in rodents"."""
    field, tree = resolver.field, resolver.clauses(m.sentence).tree
    if not field.fits(m.term, organism.range) or field.fits(m.term, (POPULATION,)):
        return False
    return any(
        t.dep == "pobj" and tree.tokens[t.head].lemma in organism.prepositions
        for t in tree.tokens
        if m.span.meets(t.span)
    )
