"""Cataphora: "Researchers have found a drug that … . X is …": the drug is named in the next
sentence.

Asked for: an indefinite noun that stands for a kind, described by a relative clause, of which
researchers tell; then, in the next sentence of the paragraph, a subject of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.by_token import by_token
from kg.extract.clauses import Clauses
from kg.extract.kinds import Field, field_of
from kg.extract.naming import names_of
from kg.extract.tree import tree_of
from kg.model.claim import Anaphor, Mention, Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence

INDEFINITE = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class _Names:
    field: Field
    mentions: Mapping[tuple[int, int], Mention]


def resolve_cataphors(reading: Reading, ontology: Ontology) -> Reading:
    """Add an anaphor for each such noun, with the term that the next sentence names."""
    names = _Names(field_of(ontology), by_token(reading.sentences, reading.mentions))
    found = tuple(
        Anaphor(
            sentence=told.index,
            token=noun,
            span=told.tokens[noun].span,
            terms=(term,),
            steps=("coreference", "cataphora"),
        )
        for told, naming in pairwise(reading.sentences)
        if told.block == naming.block
        for noun in _told_of(Clauses(tree_of(told), ontology.grammar))
        for term in _subject(Clauses(tree_of(naming), ontology.grammar), naming, names)
        if names.field.fits(term, names.field.class_words.get(told.tokens[noun].lemma, ("",)))
    )
    return replace(reading, anaphors=(*reading.anaphors, *found))


def _told_of(clauses: Clauses) -> Iterator[int]:
    """Yield the indefinite nouns that researchers tell of: "have found a drug that …"."""
    tree = clauses.tree
    for noun, token in enumerate(tree.tokens):
        determiners = {tree.tokens[d].lemma for d in tree.children(noun, "det")}
        if not determiners & INDEFINITE or tree.child(noun, "relcl") is None:
            continue
        head = tree.tokens[token.head]
        verb = head if head.pos == "VERB" else tree.tokens[head.head]
        tellers = {tree.tokens[s].lemma for s in tree.children(verb.index, "nsubj")}
        if token.dep in ("dobj", "pobj") and tellers & {*clauses.grammar.reporters}:
            yield noun


def _subject(clauses: Clauses, sentence: Sentence, names: _Names) -> Iterator[str]:
    """Yield the term that a sentence has as its subject, no class."""
    tree = clauses.tree
    root = next((t.index for t in tree.tokens if t.head == t.index), 0)
    for subject in tree.children(root, "nsubj", "nsubjpass"):
        for t in (*names_of(clauses, subject), subject):
            mention = names.mentions.get((sentence.index, t))
            if mention is not None and not names.field.is_class(mention.term):
                yield mention.term
                return
