"""Qualifiers: where, in whom, how much, compared with what, on which condition, when.

They come from the sentence; only the organism may come from an earlier one of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.candidates import Candidate
from kg.extract.resolve import Resolver
from kg.extract.tree import Tree
from kg.model.claim import Mention, Qualifiers, Quantity, Reading
from kg.model.ontology import KG, Ontology, Qualifier
from kg.model.text import Span

CONDITIONS = frozenset({"if", "unless", "when", "once", "whenever", "provided", "until"})
CIRCUMSTANCES = frozenset({"upon", "following", "without", "after", "under"})
COMPARING = frozenset({"than", "unlike", "versus", "compared"})
YEAR = re.compile(r"(1[5-9]|20)\d\d")
TIMES = frozenset({"in", "since", "by", "until", "before", "after", "during", "from"})
SHARE_NOUNS = frozenset(
    "case patient people person population adult child woman man participant subject user".split()
)


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier sentences of the paragraph said of the organism."""

    organisms: tuple[str, ...] = ()


def qualifiers_of(
    c: Candidate, reading: Reading, ontology: Ontology, resolver: Resolver, context: Context
) -> tuple[Qualifiers, tuple[str, ...]]:
    """Return the qualifiers of a candidate and the steps that they took."""
    s = c.predicate.sentence
    tree = resolver.clauses(s).tree
    scope = _scope(tree, c)
    terms = {
        q.iri: tuple(dict.fromkeys(_terms(tree, s, scope, c, q, resolver)))
        for q in ontology.qualifiers
        if q.range and q.prepositions
    }
    organism = terms.get(KG + "organism", ())
    steps: tuple[str, ...] = ()
    if not organism and context.organisms:
        organism, steps = context.organisms, ("fromContext",)
    quantities = tuple(
        q for q in reading.quantities if q.sentence == s and _is_of(tree, q, c, scope)
    )
    found = Qualifiers(
        location=terms.get(KG + "location", ()),
        organism=organism,
        population=terms.get(KG + "population", ()),
        quantities=quantities,
        compared_with=tuple(dict.fromkeys(_compared(tree, s, scope, c, resolver, reading))),
        condition=next(_conditions(tree, scope, c, reading.article.text), None),
        share=next(_shares(tree, quantities, reading.article.text), None),
        time=next(_times(tree, scope, reading.article.text), None),
    )
    return found, steps


def _scope(tree: Tree, c: Candidate) -> tuple[int, ...]:
    """Return the words at which a qualifier of the claim may hang: trigger, the verbs that carry
    it, its ends.
    """
    trigger = c.predicate.token
    words = [trigger, c.object_argument.token, c.object.token]
    t = trigger
    while tree.tokens[t].dep in ("xcomp", "dobj", "pobj", "prep", "pcomp", "attr", "acomp", "oprd"):
        t = tree.tokens[t].head
        words.append(t)
    if tree.is_verb(trigger) or tree.is_noun(trigger):
        words.append(tree.clause_verb(t))
    words += [c.subject.token] if not tree.is_verb(trigger) else []
    return tuple(dict.fromkeys(words))


def _phrases(tree: Tree, scope: tuple[int, ...]) -> Iterator[tuple[int, str, int]]:
    """Yield (preposition, its word, its noun) of the phrases that hang in the scope."""
    for w in scope:
        for p in tree.children(w, "prep", "agent"):
            for n in tree.children(p, "pobj"):
                yield p, tree.tokens[p].lemma, n


def _terms(
    tree: Tree, s: int, scope: tuple[int, ...], c: Candidate, q: Qualifier, resolver: Resolver
) -> Iterator[str]:
    ends = {c.subject.term, c.object.term}
    for _, preposition, noun in _phrases(tree, scope):
        if preposition not in q.prepositions:
            continue
        for end in resolver.ends(s, noun, q.range):
            if end.term and end.term not in ends:
                yield end.term


def _is_of(tree: Tree, quantity: Quantity, c: Candidate, scope: tuple[int, ...]) -> bool:
    """Whether the quantity modifies the claim: going up from it, one of the claim's words is met
    before another clause.
    """
    if quantity == c.object.quantity:
        return False
    tokens = [t.index for t in tree.tokens if quantity.span.meets(t.span)]
    if not tokens:
        return False
    own = {*scope, c.subject.token, c.subject_argument.token}
    for t in (tokens[-1], *tree.above(tokens[-1])):
        if t in own:
            return True
        if tree.is_verb(t) and tree.tokens[t].dep not in ("amod", "acl"):
            return False
    return False


def _compared(
    tree: Tree, s: int, scope: tuple[int, ...], c: Candidate, resolver: Resolver, reading: Reading
) -> Iterator[str]:
    ends = {c.subject.term, c.object.term}
    for p, preposition, noun in _phrases(tree, scope):
        if preposition not in COMPARING and not _is_comparing(tree, p):
            continue
        terms = [e.term for e in resolver.ends(s, noun, ()) if e.term and e.term not in ends]
        if terms:
            yield from terms
        elif not resolver.ends(s, noun, ()):
            yield tree.text(list(tree.subtree(noun))).of(reading.article.text)


def _is_comparing(tree: Tree, p: int) -> bool:
    token = tree.tokens[p]
    return token.lemma in ("with", "to") and tree.tokens[token.head].text.lower() == "compared"


def _conditions(tree: Tree, scope: tuple[int, ...], c: Candidate, text: str) -> Iterator[str]:
    for w in scope:
        for clause in tree.children(w, "advcl"):
            marks = {
                tree.tokens[m].lemma
                for m in tree.children(clause, "mark", "advmod")
                if tree.tokens[m].lemma in CONDITIONS
            }
            if marks and c.predicate.token not in set(tree.subtree(clause)):
                yield _words(tree.text(list(tree.subtree(clause))), text)
    ends = {c.subject.token, c.object.token, c.subject_argument.token, c.object_argument.token}
    for p, preposition, noun in _phrases(tree, scope):
        below = set(tree.subtree(p))
        if below & ends or c.predicate.token in below:
            continue
        is_event = tree.child(noun, "prep") is not None and tree.child(noun, "det") is None
        if preposition in CIRCUMSTANCES or (preposition == "on" and is_event):
            yield _words(tree.text(list(below)), text)


def _shares(tree: Tree, quantities: tuple[Quantity, ...], text: str) -> Iterator[str]:
    for q in quantities:
        for token in tree.tokens:
            if not q.span.meets(token.span):
                continue
            for p in tree.children(token.index, "prep"):
                for n in tree.children(p, "pobj"):
                    if tree.tokens[p].lemma == "of" and tree.tokens[n].lemma in SHARE_NOUNS:
                        end = tree.tokens[n].span.end
                        yield _words(Span(q.span.start, end), text)


def _times(tree: Tree, scope: tuple[int, ...], text: str) -> Iterator[str]:
    for p, preposition, noun in _phrases(tree, scope):
        if preposition in TIMES and YEAR.fullmatch(tree.tokens[noun].text):
            yield _words(tree.text([p, noun]), text)


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def contexts(reading: Reading, ontology: Ontology, resolver: Resolver) -> Iterator[Context]:
    """Yield, for each sentence, what the earlier ones of its paragraph said of the organism."""
    organism = next((q for q in ontology.qualifiers if q.iri == KG + "organism"), None)
    current, block = Context(), -1
    named: dict[int, list[Mention]] = {}
    for m in reading.mentions:
        named.setdefault(m.sentence, []).append(m)
    for sentence in reading.sentences:
        if sentence.block != block:
            current, block = Context(), sentence.block
        yield current
        if organism is not None:
            own = [
                m.term
                for m in named.get(sentence.index, [])
                if m.term in resolver.field.terms
                and resolver.field.fits(m.term, organism.range)
                and _is_under(resolver, sentence.index, m, organism.prepositions)
            ]
            current = replace(current, organisms=tuple(dict.fromkeys(own))) if own else current


def _is_under(resolver: Resolver, s: int, m: Mention, prepositions: tuple[str, ...]) -> bool:
    tree = resolver.clauses(s).tree
    for token in tree.tokens:
        if m.span.meets(token.span) and tree.tokens[token.head].lemma in prepositions:
            return token.dep == "pobj"
    return False
