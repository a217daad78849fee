"""The organism that a paragraph speaks of: it holds until another is named."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.resolve import Resolver
from kg.model.claim import Mention, Reading
from kg.model.ontology import KG, Ontology, Qualifier

POPULATION = KG + "Population"


def organisms_before(
    reading: Reading, ontology: Ontology, resolver: Resolver
) -> Iterator[tuple[str, ...]]:
    """Yield, for each sentence, the organism that the paragraph named last before it."""
    organism = next((q for q in ontology.qualifiers if q.iri == KG + "organism"), None)
    current: tuple[str, ...] = ()
    block = -1
    for sentence in reading.sentences:
        current, block = ((), sentence.block) if sentence.block != block else (current, block)
        yield current
        if organism is not None:
            own = (m for m in reading.mentions if m.sentence == sentence.index)
            named = [m.term for m in own if _is_setting(m, organism, resolver)]
            current = tuple(dict.fromkeys(named)) or current


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
