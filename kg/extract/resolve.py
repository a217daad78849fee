"""Arguments → terms: from the word that stands in a role to what it speaks of.

A noun that names nothing is transparent ("levels of X", "X therapy" → X) unless the ontology lists
it as opaque; lists, appositions, examples, copulas and anaphors are followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.appositions import apposition_head, apposition_mark
from kg.extract.by_token import by_token
from kg.extract.clauses import Clauses
from kg.extract.conjuncts import hidden_conjuncts, is_excepted, later_conjuncts
from kg.extract.ends import End, with_step
from kg.extract.kinds import CONDITION, PROCEDURE, QUANTITY, SUBSTANCE, Field, field_of
from kg.extract.naming import examples_of, names_of
from kg.extract.phrases import preposition_of
from kg.extract.small_words import is_hyphen
from kg.extract.transparent import inside, is_specified, said_of
from kg.extract.tree import tree_of
from kg.extract.verbs import verb_arguments
from kg.model.claim import Anaphor, Mention, Quantity, Reading
from kg.model.ontology import Grammar, Ontology
from kg.model.text import Sentence

GERUND = frozenset({"csubj", "csubjpass", "nsubj", "nsubjpass"})  # "adding A raises B"
DEEPEST = 4  # steps from a word to what it speaks of
HAVING = frozenset({"with"})  # "people with A", "people diagnosed with A"
# "patients on A", "users of A", "people taking A", "people exposed to A"
TAKING = frozenset({"on", "of", "object", "to", "oprd"})


@dataclass(frozen=True, slots=True)
class Resolver:
    """What has been found in an article, by sentence and token."""

    sentences: tuple[Sentence, ...]
    field: Field
    grammar: Grammar
    mentions: Mapping[tuple[int, int], Mention]
    anaphors: Mapping[tuple[int, int], Anaphor]
    quantities: Mapping[tuple[int, int], Quantity]

    def ends(
        self,
        sentence: int,
        token: int,
        accepted: tuple[str, ...],
        depth: int = 0,
        *,
        of_clause: bool = False,
        of_holder: frozenset[str] | None = None,
        by_name: bool = False,
    ) -> tuple[End, ...]:
        """Return what the word at `token` and its conjuncts speak of, of accepted kinds only.

        `of_clause`: the word was reached from a clause that describes it; where it is said of
        something ("X is a drug that …"), that is meant. `of_holder`: of people, what they have or
        take is meant. `by_name`: just what the word names ("a steroid called X": the steroid).
        """
        clauses = self.clauses(sentence)
        if by_name:
            words = (token, *clauses.tree.conjuncts(token))
            meant = tuple(e for w in words for e in self._meant(sentence, w, accepted))
            return meant or tuple(e for w in words for e in self._own(sentence, w, accepted))
        if of_holder is not None:
            return tuple(self._held_by(clauses, sentence, token, accepted, depth, of_holder))
        if of_clause:
            for t, step in said_of(clauses, token):
                if step in ("copula", "apposition") and (
                    said := self.ends(sentence, t, accepted, depth + 1)
                ):
                    return tuple(with_step(said, step))
        found = list(self._of(clauses, sentence, token, accepted, depth))
        for c in hidden_conjuncts(clauses.tree, self.mentions, sentence, token):
            found += with_step(self._of(clauses, sentence, c, accepted, depth), "coordination")
        for c in later_conjuncts(clauses.tree, self.mentions, sentence, token):
            denied = is_excepted(clauses.tree, c)
            found += [
                replace(e, steps=("coordination", *e.steps), denied=e.denied != denied)
                for e in self._of(clauses, sentence, c, accepted, depth)
            ]
        return tuple({(e.term, e.quantity): e for e in reversed(found)}.values())[::-1]

    def clauses(self, sentence: int) -> Clauses:
        """Return the tree of a sentence with the grammar words."""
        return Clauses(tree_of(self.sentences[sentence]), self.grammar)

    def _of(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        turned = self._turns(clauses, s, t)
        for end in self._speaks_of(clauses, s, t, accepted, depth):
            yield replace(end, turned=end.turned != turned)

    def _turns(self, clauses: Clauses, s: int, t: int) -> bool:
        """Whether the word turns the sign: "lack of A", "blocking A", in either parse of it."""
        tree, grammar = clauses.tree, self.grammar
        gerunds = [
            c
            for c in (t, *tree.children(t, "amod"))
            if tree.tokens[c].tag == "VBG" and not is_hyphen(tree.tokens[c - 1].text)
        ]  # "blocking A", but not "the A-blocking drug"
        if any(tree.tokens[c].lemma in grammar.sign_turning_verbs for c in gerunds):
            return True
        named = (s, t) in self.mentions or (s, t) in self.anaphors
        return not named and tree.tokens[t].lemma in grammar.sign_turning_nouns

    def _speaks_of(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """Yield the first of what the word is called, stands for, names, or lets through."""
        mention = self.mentions.get((s, t))
        if QUANTITY in accepted and (quantity := self.quantities.get((s, t))):
            yield End(term="", span=quantity.span, token=t, quantity=quantity)
        elif depth > DEEPEST:
            return
        elif named := tuple(self._named(clauses, s, t, accepted, depth)):
            yield from named
        elif meant := tuple(self._meant(s, t, accepted)):
            yield from meant
        elif own := tuple(self._own(s, t, accepted)):
            yield from tuple(self._applied(clauses, s, t, accepted, depth)) or own
        elif not (mention and depth):
            yield from self._looked_through(clauses, s, t, accepted, depth)

    def _looked_through(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """Yield what a word speaks of that names nothing of an accepted kind itself."""
        token, mention = clauses.tree.tokens[t], self.mentions.get((s, t))
        if token.lemma in self.grammar.opaque_nouns and not mention:
            yield from self._held_by(clauses, s, t, accepted, depth) if accepted else ()
        elif mention or clauses.tree.is_noun(t) or token.lemma in self.grammar.partitives:
            yield from self._through(clauses, s, t, accepted, depth)
        elif token.tag == "VBG" and token.dep in GERUND:
            yield from self._of_gerund(clauses, s, t, accepted, depth)

    def _of_gerund(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """As in "adding A", "treating mice with A": what is done speaks of what is used for it,
        else of what it is done to.
        """
        tree = clauses.tree
        words = (t, *tree.children(t, "dobj"))  # the parser hangs the phrase on either
        phrases = (
            p for w in words for p in tree.children(w, "prep") if tree.tokens[p].lemma == "with"
        )
        things = [
            *(c for p in phrases for c in tree.children(p, "pobj")),
            *tree.children(t, "dobj"),
        ]
        for c in things[:1]:
            yield from with_step(self.ends(s, c, accepted, depth + 1), "byGerund")

    def _meant(self, s: int, t: int, accepted: tuple[str, ...]) -> Iterator[End]:
        """Yield what an anaphor stands for."""
        anaphor = self.anaphors.get((s, t))
        for term in anaphor.terms if anaphor else ():
            if anaphor and self.field.fits(term, accepted):
                yield End(term=term, span=anaphor.span, token=t, steps=anaphor.steps)

    def _own(self, s: int, t: int, accepted: tuple[str, ...]) -> Iterator[End]:
        """Yield what the word itself names."""
        mention = self.mentions.get((s, t))
        if mention and self.field.fits(mention.term, accepted):
            yield End(term=mention.term, span=mention.span, token=t)

    def _named(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """As in "a steroid called X", "the drug X", "X, a drug", "drugs like X"."""
        tree = clauses.tree
        for c in names_of(clauses, t):
            yield from with_step(self.ends(s, c, accepted, depth + 1), "naming")
        mention = self.mentions.get((s, t))
        if mention and not self.field.is_class(mention.term):
            return
        for c in examples_of(clauses, t):
            if mention is None:
                yield from with_step(self.ends(s, c, accepted, depth + 1), "suchAs")
        for c in tree.children(t, "appos"):
            if apposition_mark(clauses, c) != "(" or mention is None:
                yield from with_step(self.ends(s, c, accepted, depth + 1), "apposition")
        token = tree.tokens[t]
        if mention is None and token.dep == "appos":
            head = apposition_head(clauses, t)
            yield from with_step(self._of(clauses, s, head, accepted, depth + 1), "apposition")

    def _through(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """Open a transparent noun: "of", what is compounded, other phrases, then what holds it."""
        tree, token = clauses.tree, clauses.tree.tokens[t]
        own = self.mentions.get((s, t))
        places: tuple[End, ...] = ()
        for name, c in inside(clauses, t):
            if own is not None and own.span.holds(tree.tokens[c].span):
                continue
            found = self.ends(s, c, accepted, depth + 1)
            if not found or not (accepted or self._opens(token.lemma, found)):
                continue
            if name == "in" and any(self.field.fits(e.term, (CONDITION,)) for e in found):
                continue  # "craving in alcohol use disorder" is not the disorder
            if not all(self.field.is_place(e.term) for e in found):
                yield from with_step(found, "through")
                return
            if name != "in" or not is_specified(clauses, t):
                places = places or found  # "glucose levels of mice": of glucose rather
        if places:
            yield from with_step(places, "through")
            return
        if self.mentions.get((s, t)) is None:
            for c, step in said_of(clauses, t):
                yield from with_step(self.ends(s, c, accepted, depth + 1), step)

    def _opens(self, noun: str, found: tuple[End, ...]) -> bool:
        """Whether a noun that stands for a kind lets a thing show through: "fluoxetine treatment"
        is about a drug, "dopamine receptors" are not about dopamine.
        """
        kinds = self.field.class_words.get(noun)
        return kinds is None or all(self.field.fits(e.term, kinds) for e in found)

    def _applied(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """As in "infusion of A", "A therapy": a procedure that applies a substance is about it."""
        own = self.mentions[(s, t)]
        known = self.field.terms.get(own.term)
        if known is None or PROCEDURE not in known.kinds:
            return
        for end in self._through(clauses, s, t, accepted, depth):
            if self.field.fits(end.term, (SUBSTANCE,)):
                yield end

    def _held_by(
        self,
        clauses: Clauses,
        s: int,
        t: int,
        accepted: tuple[str, ...],
        depth: int,
        ways: frozenset[str] = HAVING | TAKING,
    ) -> Iterator[End]:
        """As in "people with A", "people taking A": what the holder has or takes is meant."""
        tree = clauses.tree
        if tree.tokens[t].lemma not in self.grammar.holders:
            return
        for p in tree.children(t, "prep"):
            if preposition_of(clauses, p) in ways:
                for c in tree.children(p, "pobj"):
                    yield from with_step(self.ends(s, c, accepted, depth + 1), "viaHolder")
        for v in tree.children(t, "acl", "relcl"):
            for argument in verb_arguments(clauses, v):
                if argument.role in ways and argument.token != t:
                    yield from with_step(
                        self.ends(s, argument.token, accepted, depth + 1), "viaHolder"
                    )


def resolver_of(reading: Reading, ontology: Ontology) -> Resolver:
    """Return the resolver of a reading as far as it has come."""
    return Resolver(
        sentences=reading.sentences,
        field=field_of(ontology),
        grammar=ontology.grammar,
        mentions=by_token(reading.sentences, reading.mentions),
        anaphors={(a.sentence, a.token): a for a in reading.anaphors},
        quantities=by_token(reading.sentences, reading.quantities),
    )
