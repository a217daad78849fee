"""Qualifiers: where, in whom, how much, compared with what, on which condition, when.

They come from the sentence; only the organism may come from an earlier one of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.candidate import Candidate
from kg.extract.phrases import preposition_of
from kg.extract.resolve import Resolver
from kg.extract.tree import Tree
from kg.model.claim import Qualifiers, Quantity, Reading
from kg.model.ontology import KG, Ontology, Qualifier
from kg.model.text import Span

YEAR = re.compile(r"(1[5-9]|20)\d\d")
# What carries a trigger: going up these, the words are still about the claim.
CARRIED = frozenset({"xcomp", "dobj", "pobj", "prep", "pcomp", "attr", "acomp", "oprd"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A candidate in its sentence: where its qualifiers are looked for."""

    candidate: Candidate
    tree: Tree
    scope: tuple[int, ...]  # trigger, the words that carry it, its ends: what a phrase may hang on
    qualifiers: Mapping[str, Qualifier]  # by local name
    resolver: Resolver
    quantities: tuple[Quantity, ...]  # of the sentence
    text: str  # of the article

    def terms(self, name: str) -> tuple[str, ...]:
        """Return the terms of the phrases that give this qualifier: "in the amygdala"."""
        q = self.qualifiers.get(name)
        if q is None:
            return ()
        return tuple(
            dict.fromkeys(
                end.term
                for _, preposition, noun in self.phrases()
                if preposition in q.prepositions
                for end in self.resolver.ends(self.candidate.predicate.sentence, noun, q.range)
                if end.term and end.term not in self.ends
            )
        )

    @property
    def ends(self) -> tuple[str, str]:
        """The terms of the claim."""
        return self.candidate.subject.term, self.candidate.object.term

    def phrases(self) -> Iterator[tuple[int, str, int]]:
        """Yield (token, preposition, its noun) of the phrases that hang in the scope."""
        clauses = self.resolver.clauses(self.candidate.predicate.sentence)
        for w in self.scope:
            for p in self.tree.children(w, "prep", "agent"):
                for n in self.tree.children(p, "pobj"):
                    yield p, preposition_of(clauses, p), n

    def own_quantities(self) -> tuple[Quantity, ...]:
        """Return the quantities that modify the claim and are no end of it."""
        return tuple(
            q for q in self.quantities if q != self.candidate.object.quantity and self._modifies(q)
        )

    def _modifies(self, quantity: Quantity) -> bool:
        """Whether, going up from it, a word of the claim is met before another clause."""
        tokens = [t.index for t in self.tree.tokens if quantity.span.meets(t.span)]
        c = self.candidate
        own = {*self.scope, c.subject.token, c.subject_argument.token}
        for t in (tokens[-1], *self.tree.above(tokens[-1])) if tokens else ():
            if t in own:
                return True
            if self.tree.is_verb(t) and self.tree.tokens[t].dep not in ("amod", "acl"):
                return False
        return False

    def compared(self) -> Iterator[str]:
        """Yield what the claim is compared with: terms, else the words."""
        words = self._prepositions("comparedWith")
        for p, preposition, noun in self.phrases():
            head = self.tree.tokens[self.tree.tokens[p].head].text.lower()
            if preposition not in words and f"{head} {preposition}" not in words:
                continue
            if noun == self.candidate.object_argument.token:
                continue  # the relation itself compares: "X is unlike Y"
            found = self.resolver.ends(self.candidate.predicate.sentence, noun, ())
            yield from (e.term for e in found if e.term and e.term not in self.ends)
            if not found:
                yield self._words(self.tree.text(list(self.tree.subtree(noun))))

    def conditions(self) -> Iterator[str]:
        """Yield the words of conditions: "if it is taken", "after withdrawal of the drug"."""
        marks = self._prepositions("condition")
        trigger = self.candidate.predicate.token
        for w in self.scope:
            for clause in self.tree.children(w, "advcl"):
                said = {
                    self.tree.tokens[m].lemma for m in self.tree.children(clause, "mark", "advmod")
                }
                below = list(self.tree.subtree(clause))
                if said & set(marks) and trigger not in below:
                    yield self._words(self.tree.text(below))
        for p, preposition, noun in self.phrases():
            below = list(self.tree.subtree(p))
            if self._is_circumstance(preposition, noun) and not self._own_tokens() & set(below):
                yield self._words(self.tree.text(below))

    def _is_circumstance(self, preposition: str, noun: int) -> bool:
        grammar = self.resolver.grammar
        if preposition in (*grammar.circumstances, *grammar.absence_words):
            return not YEAR.fullmatch(self.tree.tokens[noun].text)
        is_event = (
            self.tree.child(noun, "prep") is not None and self.tree.child(noun, "det") is None
        )
        return preposition == "on" and is_event  # "on discontinuation of the drug"

    def _own_tokens(self) -> set[int]:
        c = self.candidate
        arguments = {c.subject_argument.token, c.object_argument.token}
        return {c.subject.token, c.object.token, c.predicate.token} | arguments

    def shares(self) -> Iterator[str]:
        """Yield "80 % of cases"."""
        for q in self.own_quantities():
            for token in self.tree.tokens:
                if not q.span.meets(token.span):
                    continue
                for p in self.tree.children(token.index, "prep"):
                    for n in self.tree.children(p, "pobj"):
                        noun = self.tree.tokens[n]
                        if noun.lemma in self.resolver.grammar.counted_nouns:
                            yield self._words(Span(q.span.start, noun.span.end))

    def times(self) -> Iterator[str]:
        """Yield "in 1981"."""
        for p, preposition, noun in self.phrases():
            is_year = YEAR.fullmatch(self.tree.tokens[noun].text)
            if is_year and (preposition == "in" or preposition in self._prepositions("time")):
                yield self._words(self.tree.text([p, noun]))

    def _prepositions(self, name: str) -> tuple[str, ...]:
        q = self.qualifiers.get(name)
        return q.prepositions if q else ()

    def _words(self, span: Span) -> str:
        return " ".join(span.of(self.text).split())


def setting_of(c: Candidate, reading: Reading, ontology: Ontology, resolver: Resolver) -> Setting:
    """Return the candidate with what surrounds it."""
    tree = resolver.clauses(c.predicate.sentence).tree
    return Setting(
        candidate=c,
        tree=tree,
        scope=_scope(tree, c),
        qualifiers={q.iri.removeprefix(KG): q for q in ontology.qualifiers},
        resolver=resolver,
        quantities=tuple(q for q in reading.quantities if q.sentence == c.predicate.sentence),
        text=reading.article.text,
    )


def qualifiers_of(setting: Setting, organisms: tuple[str, ...]) -> tuple[Qualifiers, bool]:
    """Return the qualifiers of a candidate; `organisms` are those of the paragraph so far. True
    where the organism comes from there.
    """
    population = setting.terms("population")
    organism = tuple(t for t in setting.terms("organism") if t not in population)
    from_context = not organism and bool(organisms)
    return Qualifiers(
        location=setting.terms("location"),
        organism=organisms if from_context else organism,
        population=population,
        quantities=setting.own_quantities(),
        compared_with=tuple(dict.fromkeys(setting.compared())),
        condition=next(setting.conditions(), None),
        share=next(setting.shares(), None),
        time=next(setting.times(), None),
    ), from_context


def _scope(tree: Tree, c: Candidate) -> tuple[int, ...]:
    trigger = c.predicate.token
    words = [trigger, c.object_argument.token, c.object.token]
    t = trigger
    while tree.tokens[t].dep in CARRIED:
        t = tree.tokens[t].head
        words.append(t)
    words.append(tree.clause_verb(t))
    words += [] if tree.is_verb(trigger) else [c.subject.token]
    return tuple(dict.fromkeys(words))
