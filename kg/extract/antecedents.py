"""Antecedents: what a text speaks of at each word, which a later word may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.background import Background, Place
from kg.extract.clauses import Clauses
from kg.extract.naming import names_of
from kg.extract.salience import salience
from kg.extract.tree import Tree
from kg.model.claim import Mention
from kg.model.text import Sentence, Span


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Something that was spoken of: its terms (several: a list), number, place and weight."""

    sentence: Sentence
    token: int  # its noun
    terms: tuple[str, ...]
    plural: bool
    weight: float  # of its grammatical role, 0 to 1
    verb: int  # the verb of its clause
    is_subject: bool
    kinds: tuple[str, ...] = ()  # of a noun without a name: those that it is a class word of
    by_noun: bool = False  # meant only where its noun comes back: "the risk of stroke … the risk"
    by_anaphor: bool = False  # a word that points back

    @property
    def span(self) -> Span:
        """The span of its noun."""
        return self.sentence.tokens[self.token].span

    @property
    def noun(self) -> str:
        """The lemma of its noun."""
        return self.sentence.tokens[self.token].lemma

    @property
    def head(self) -> str:
        """The lemma of the noun of one term; nothing for a list."""
        return self.noun if len(self.terms) == 1 else ""

    @property
    def meant(self) -> tuple[str, ...]:
        """What sets it apart from other things: its terms, or a noun without a name."""
        return self.terms or ("", self.noun)


def antecedent(
    background: Background, place: Place, terms: tuple[str, ...], *, plural: bool
) -> Antecedent:
    """Return what is spoken of at a place, with its weight."""
    weight, is_subject = salience(place.tree, place.index)
    return Antecedent(
        sentence=place.sentence,
        token=place.index,
        terms=terms,
        plural=plural,
        weight=weight,
        verb=place.tree.clause_verb(place.index),
        is_subject=is_subject,
        kinds=() if terms else background.field.class_words.get(place.token.lemma, ()),
    )


def named_at(background: Background, place: Place) -> Iterator[Antecedent]:
    """Yield what the word speaks of: the term of which it is the head, or a noun without name."""
    mention = background.mentions.get(place.key)
    plural = place.token.tag in ("NNS", "NNPS")
    if mention is None:
        if _is_nameless(background, place):
            yield antecedent(background, place, (), plural=plural)
        if (term := _held_in(background, place)) is not None:
            yield replace(antecedent(background, place, (term,), plural=plural), by_noun=True)
        return
    if not _is_head(place.tree, place.index, mention) or _only_names(background, place, mention):
        return
    surface = mention.span.of(background.text)
    plural = plural or (surface[-1:] == "s" and surface[:-1].isupper())  # "SSRIs"
    yield antecedent(background, place, (mention.term,), plural=plural)


def _held_in(background: Background, place: Place) -> str | None:
    """Return the one term of which a noun speaks: "the risk of stroke", "seizure risk"."""
    tree, grammar, (s, i) = place.tree, background.grammar, place.key
    closed = (
        *grammar.opaque_nouns, *grammar.sign_turning_nouns, *grammar.reporters,
        *grammar.combination_words, *grammar.partitives,
    )  # fmt: skip
    if not tree.is_noun(i) or place.token.lemma in closed:
        return None
    phrases = (p for p in tree.children(i, "prep") if tree.tokens[p].lemma == "of")
    inside = (
        *(c for p in phrases for c in tree.children(p, "pobj")),
        *tree.children(i, "compound"),
    )
    found = {m.term for c in inside if (m := background.mentions.get((s, c))) is not None}
    return found.pop() if len(found) == 1 else None


def _is_nameless(background: Background, place: Place) -> bool:
    """Whether a noun that names no term competes: "many medications", "the process"."""
    grammar, token = background.grammar, place.token
    return (
        place.tree.is_noun(place.index)
        and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        and token.lemma not in (*grammar.reporters, *grammar.partitives)
    )


def _only_names(background: Background, place: Place, mention: Mention) -> bool:
    """Whether a mention is a value ("high"), or "a steroid called A": A is what is spoken of."""
    field, s = background.field, place.sentence.index
    names = names_of(Clauses(place.tree, background.grammar), place.index)
    return field.is_quality(mention.term) or (
        field.is_class(mention.term) and any((s, c) in background.mentions for c in names)
    )


def _is_head(tree: Tree, i: int, mention: Mention) -> bool:
    """Whether token i is the head of the mention: its own head lies outside."""
    head = tree.tokens[i].head
    return head == i or not mention.span.meets(tree.tokens[head].span)
