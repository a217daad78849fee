"""Arguments → terms: from the word that stands in a role to what it speaks of.

A noun that names nothing is transparent ("levels of X", "X therapy" → X) unless the ontology lists
it as opaque; lists, appositions, examples, copulas and anaphors are followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field as attribute, replace

from kg.extract.appositions import apposition_head, apposition_mark, close_appositions
from kg.extract.by_token import by_token
from kg.extract.clauses import Clauses
from kg.extract.conjuncts import hidden_conjuncts, is_excepted, later_conjuncts
from kg.extract.ends import End, with_step
from kg.extract.holders import held_in, lacks
from kg.extract.kinds import (
    CONDITION,
    GENE,
    MOLECULAR_PROCESS,
    PROCEDURE,
    PROTEIN,
    QUANTITY,
    SUBSTANCE,
    Field,
    field_of,
)  # fmt: skip
from kg.extract.naming import examples_of, names_of
from kg.extract.phrases import preposition_of
from kg.extract.small_words import is_hyphen
from kg.extract.transparent import inside, is_specified, said_of
from kg.extract.tree import tree_of
from kg.model.claim import Anaphor, Mention, Quantity, Reading
from kg.model.ontology import Grammar, Ontology
from kg.model.text import Sentence

# "adding A raises B", "B rises after taking A"
GERUND = frozenset({"csubj", "csubjpass", "nsubj", "nsubjpass", "pcomp", "pobj"})
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
    nested: Mapping[tuple[int, int], Mention]
    anaphors: Mapping[tuple[int, int], Anaphor]
    quantities: Mapping[tuple[int, int], Quantity]
    open_name: Mention | None = None  # the name that is open, of which the names inside count
    # Every pattern of every predicate asks of the same few words: what was found, by all that was
    # asked; the kinds of which something is there; and the resolvers with an open name. They live
    # as long as the reading of one article.
    _found: dict[tuple[object, ...], tuple[End, ...]] = attribute(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _fitting: dict[tuple[int, tuple[str, ...]], bool] = attribute(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _opened: dict[Mention, Resolver] = attribute(
        default_factory=dict, init=False, repr=False, compare=False
    )

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
        asked = (sentence, token, accepted, depth, of_clause, of_holder, by_name)
        if asked not in self._found:
            self._found[asked] = self._ends(*asked)
        return self._found[asked]

    def _ends(
        self,
        sentence: int,
        token: int,
        accepted: tuple[str, ...],
        depth: int,
        of_clause: bool,
        of_holder: frozenset[str] | None,
        by_name: bool,
    ) -> tuple[End, ...]:
        if not self._may_mean(sentence, accepted):
            return ()
        clauses = self.clauses(sentence)
        if by_name:
            words = (token, *clauses.tree.conjuncts(token))
            meant = tuple(e for w in words for e in self._meant(sentence, w, accepted))
            return meant or tuple(e for w in words for e in self._own(sentence, w, accepted))
        if of_holder is not None:
            return tuple(self._held_by(clauses, sentence, token, accepted, depth, of_holder))
        if of_clause:
            said_ = [f for w in self._words(sentence, token) for f in said_of(clauses, w)]
            for t, step in said_:
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

    def _may_mean(self, sentence: int, accepted: tuple[str, ...]) -> bool:
        """Whether anything in the sentence is of an accepted kind: most often nothing is, which is
        sooner known than where each word leads.
        """
        if (sentence, accepted) not in self._fitting:
            tokens = [(sentence, t.index) for t in self.sentences[sentence].tokens]
            named = (self.mentions[t].term for t in tokens if t in self.mentions)
            meant = (term for t in tokens if t in self.anaphors for term in self.anaphors[t].terms)
            self._fitting[sentence, accepted] = (
                QUANTITY in accepted and any(t in self.quantities for t in tokens)
            ) or any(self.field.fits(term, accepted) for term in (*named, *meant))
        return self._fitting[sentence, accepted]

    def clauses(self, sentence: int) -> Clauses:
        """Return the tree of a sentence with the grammar words."""
        return Clauses(tree_of(self.sentences[sentence]), self.grammar)

    def opened(self, sentence: int, token: int) -> Resolver:
        """Return the resolver, of that sentence alone, for which the name that holds this word is
        open: it names what the names inside it do ("NMDA receptor antagonist": the receptor).
        """
        whole = self.mentions.get((sentence, token))
        if whole is None or whole.span == self.sentences[sentence].tokens[token].span:
            return self
        if whole not in self._opened:
            tokens = ((sentence, t.index) for t in self.sentences[sentence].tokens)
            near = {k: self.mentions[k] for k in tokens if k in self.mentions}
            names = {k: self.nested[k] for k in near if near[k] is whole and k in self.nested}
            rest = {k: m for k, m in near.items() if m is not whole}
            self._opened[whole] = replace(self, mentions=rest | names, open_name=whole)
        return self._opened[whole]

    def _words(self, sentence: int, token: int) -> tuple[int, ...]:
        """Return the words of the name that holds a word, just that word where none does."""
        name = self.mentions.get((sentence, token))
        if name is None:
            return (token,)
        return tuple(t for s, t in self.mentions if s == sentence and self.mentions[s, t] is name)

    def _of(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        found = tuple(self._speaks_of(clauses, s, t, accepted, depth))
        if not found:
            return
        turned, sign = self._turns(clauses, s, t), self._sign(clauses, s, t)
        for end in found:
            yield replace(end, turned=end.turned != turned, sign=sign or end.sign)

    def _is_inside(self, clauses: Clauses, c: int, name: Mention | None) -> bool:
        """Whether a gerund is part of the name, or of a compound: "the A-blocking drug"."""
        tokens = clauses.tree.tokens
        is_joined = c > 0 and is_hyphen(tokens[c - 1].text)
        return is_joined or (name is not None and name.span.holds(tokens[c].span))

    def _sign(self, clauses: Clauses, s: int, t: int) -> int:
        """Return whether the word, or one that describes it, says more (1) or less (-1) of it."""
        tree, own = clauses.tree, self.mentions.get((s, t))
        near = [t] if own is None else []
        near += [
            c
            for c in tree.children(t, "amod", "nmod", "compound")
            if own is None or not own.span.holds(tree.tokens[c].span)
        ]
        said = {w for c in near for w in (tree.tokens[c].lemma, tree.tokens[c].text.lower())}
        more, less = said & {*self.grammar.more_words}, said & {*self.grammar.less_words}
        return bool(more) - bool(less)

    def _turns(self, clauses: Clauses, s: int, t: int) -> bool:
        """Whether the word turns the sign: "lack of A", "blocking A", in either parse of it."""
        tree, grammar = clauses.tree, self.grammar
        own = self.mentions.get((s, t))
        gerunds = [c for c in (t, *tree.children(t, "amod")) if tree.tokens[c].tag == "VBG"]
        outside = [c for c in gerunds if not self._is_inside(clauses, c, own)]
        if any(tree.tokens[c].lemma in grammar.sign_turning_verbs for c in outside):
            return True
        named = own is not None or (s, t) in self.anaphors
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
        elif held := tuple(self._held_by(clauses, s, t, accepted, depth, HAVING)):
            yield from held
        elif own := tuple(self._own(s, t, accepted)):
            yield from tuple(self._applied(clauses, s, t, accepted, depth)) or own
            yield from self._undergoing(clauses, s, t, accepted, depth)
            yield from self._members(clauses, s, t, accepted, depth)
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
        elif token.tag == "VBG" and token.dep in GERUND and not self._is_aim(clauses, t):
            yield from self._of_gerund(clauses, s, t, accepted, depth)

    def _is_aim(self, clauses: Clauses, t: int) -> bool:
        """Whether a gerund says what something is for or about ("needed for treating A"), and is
        no circumstance ("after taking A").
        """
        token = clauses.tree.tokens[t]
        if token.dep not in ("pcomp", "pobj"):
            return False
        preposition = preposition_of(clauses, token.head)
        return preposition not in (*self.grammar.circumstances, *self.grammar.absence_words, "by")

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
        found = (tuple(self.ends(s, c, accepted, depth + 1)) for c in things)
        yield from with_step(next((ends for ends in found if ends), ()), "byGerund")

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
        """As in "a steroid called X", "the drug X"; what explains a noun without a name."""
        mention = self.mentions.get((s, t))
        if mention is None or not self._is_name(clauses, t, mention):
            for c in names_of(clauses, t):
                yield from with_step(self.ends(s, c, accepted, depth + 1), "naming")
        for c in close_appositions(clauses.tree, t):
            yield from with_step(self.ends(s, c, accepted, depth + 1), "apposition")
        if mention is None or self.field.is_class(mention.term):
            yield from self._explained(clauses, s, t, accepted, depth)

    def _explained(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """As in "drugs like X", "this drug, X", "X, a drug": what has no name of its own."""
        tree, mention = clauses.tree, self.mentions.get((s, t))
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

    def _members(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """As in "stressors such as heat and drought": what is said of all is said of each."""
        for c in examples_of(clauses, t):
            yield from with_step(self.ends(s, c, accepted, depth + 1), "suchAs")

    def _is_name(self, clauses: Clauses, t: int, mention: Mention) -> bool:
        """Whether a mention is a name rather than a noun that says what is named: "fluoxetine,
        also known as Prozac", not "a hormone known as leptin".
        """
        tree = clauses.tree
        is_plain = tree.child(t, "det") is None and tree.tokens[t].tag not in ("NNS", "NNPS")
        return is_plain and not self.field.is_class(mention.term)

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
        if kinds is None:
            return True
        above = {k for kind in kinds for k in (kind, *self.field.kinds_above.get(kind, ()))}
        akin = {*kinds, *(above & {SUBSTANCE, PROTEIN})}  # "A pills", "A kinase"
        akin |= {PROTEIN} if GENE in above else set()  # "the gene for A", "the A gene"
        return all(self.field.fits(e.term, akin) for e in found)

    def _applied(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """As in "infusion of A", "A therapy": a procedure that applies a substance is about it."""
        if self._is_of_kind(s, t, PROCEDURE):
            for end in self._through(clauses, s, t, accepted, depth):
                if self.field.fits(end.term, (SUBSTANCE,)):
                    yield end

    def _undergoing(
        self, clauses: Clauses, s: int, t: int, accepted: tuple[str, ...], depth: int
    ) -> Iterator[End]:
        """As in "phosphorylation of A", "A expression": what is done to a molecular process is
        done to what undergoes it as well.
        """
        if self._is_of_kind(s, t, MOLECULAR_PROCESS):
            for end in self._through(clauses, s, t, accepted, depth):
                if self.field.fits(end.term, (SUBSTANCE, PROTEIN, GENE)):
                    yield end

    def _is_of_kind(self, s: int, t: int, kind: str) -> bool:
        known = self.field.terms.get(self.mentions[s, t].term)
        return known is not None and kind in known.kinds

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
        if clauses.tree.tokens[t].lemma not in self.grammar.holders:
            return
        for way, c in held_in(clauses, t):
            if way in ways and c != t:
                for end in with_step(self.ends(s, c, accepted, depth + 1), "viaHolder"):
                    yield replace(end, turned=end.turned != lacks(clauses, c))


def resolver_of(reading: Reading, ontology: Ontology) -> Resolver:
    """Return the resolver of a reading as far as it has come."""
    return Resolver(
        sentences=reading.sentences,
        field=field_of(ontology),
        grammar=ontology.grammar,
        mentions=by_token(reading.sentences, reading.mentions),
        nested=by_token(reading.sentences, reading.nested),
        anaphors={(a.sentence, a.token): a for a in reading.anaphors},
        quantities=by_token(reading.sentences, reading.quantities),
    )
