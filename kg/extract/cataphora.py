"""Cataphora: what is named after the word that stands for it.

"Researchers have found a drug that … . X is …": an indefinite noun that stands for a kind,
described by a relative clause, of which researchers tell; then, in the next sentence of the
paragraph, a subject of that kind. "Because it blocks B, X …": a pronoun of a clause before the
main one, with no antecedent; then the subject of the main clause.
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

PLURAL = frozenset({"they", "their", "them", "these", "those"})
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
    anaphors = tuple(_of_clause_before(a, reading, ontology, names) for a in reading.anaphors)
    return replace(reading, anaphors=(*anaphors, *found))


def _of_clause_before(
    anaphor: Anaphor, reading: Reading, ontology: Ontology, names: _Names
) -> Anaphor:
    """Return the anaphor with the subject of the main clause, where it stands in a clause before
    that, has no antecedent and agrees in number: "Because it blocks B, A eases C".
    """
    if anaphor.terms:
        return anaphor
    sentence = reading.sentences[anaphor.sentence]
    clauses = Clauses(tree_of(sentence), ontology.grammar)
    tree = clauses.tree
    pronoun = tree.tokens[anaphor.token]
    clause = tree.clause_verb(anaphor.token)
    main = tree.tokens[clause].head
    if pronoun.pos != "PRON" or tree.tokens[clause].dep != "advcl" or not clause < main:
        return anaphor
    subject = tree.child(main, "nsubj", "nsubjpass")
    if subject is None or subject < clause:
        return anaphor
    is_plural = tree.tokens[subject].tag == "NNS" or tree.child(subject, "conj") is not None
    if is_plural != (pronoun.text.lower() in PLURAL):
        return anaphor
    terms = tuple(_subject_of(clauses, main, sentence, names))
    return replace(anaphor, terms=terms, steps=("coreference", "cataphora"))


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
    root = next((t.index for t in clauses.tree.tokens if t.head == t.index), 0)
    return _subject_of(clauses, root, sentence, names)


def _subject_of(clauses: Clauses, verb: int, sentence: Sentence, names: _Names) -> Iterator[str]:
    """Yield the term that a verb has as its subject, no class."""
    for subject in clauses.tree.children(verb, "nsubj", "nsubjpass"):
        for t in (*names_of(clauses, subject), subject):
            mention = names.mentions.get((sentence.index, t))
            if mention is not None and not names.field.is_class(mention.term):
                yield mention.term
                return
