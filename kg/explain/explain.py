"""How a sentence was read: its tree, what is named in it, what each trigger came to and why."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.pointers import pointers
from kg.explain.records import Branch, Explanation, Marked, Named
from kg.explain.scopes import cue_scopes
from kg.explain.triggers import stated
from kg.explain.words import Words
from kg.extract.citation_scope import governed, is_note
from kg.extract.reliability import levels, sort_of
from kg.extract.tree import tree_of
from kg.model.claim import Claim, Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence
from kg.reliability import shipped_reliability

FORM_TO_WORDS = {
    "verb": "verbs",
    "eventNoun": "event nouns",
    "roleNoun": "role nouns",
    "frame": "frames",
    "compound": "compounds",
}


def explain(reading: Reading, ontology: Ontology) -> tuple[Explanation, ...]:
    """Explain each sentence of a finished reading."""
    return tuple(explain_sentence(reading, ontology, sentence) for sentence in reading.sentences)


def explain_sentence(reading: Reading, ontology: Ontology, sentence: Sentence) -> Explanation:
    """Explain one sentence of a finished reading."""
    words, index = Words(reading, ontology), sentence.index
    return Explanation(
        text=" ".join(sentence.span.of(words.text).split()),
        start=sentence.span.start,
        end=sentence.span.end,
        tree=tuple(_branches(sentence)),
        names=tuple(_names(reading, index, words)),
        pointers=tuple(pointers(reading, index, words)),
        quantities=tuple(q.span.of(words.text) for q in reading.quantities if q.sentence == index),
        citations=tuple(_citations(reading, ontology, sentence)),
        cues=tuple(cue_scopes(reading, ontology, sentence)),
        stated=tuple(stated(reading, ontology, sentence)),
        claims=tuple(_claims(reading, index, words)),
        not_understood=tuple(n.text for n in reading.not_understood if n.sentence == index),
    )


def _branches(sentence: Sentence) -> Iterator[Branch]:
    tree = tree_of(sentence)

    def below(token: int, depth: int, *, last: bool = True) -> Iterator[Branch]:
        t = tree.tokens[token]
        yield Branch(depth, t.text, t.dep, t.tag, last)
        children = [*tree.children(token)]
        for child in children:
            yield from below(child, depth + 1, last=child == children[-1])

    for token in sentence.tokens:
        if token.head == token.index:
            yield from below(token.index, 0)


def _names(reading: Reading, sentence: int, words: Words) -> Iterator[Named]:
    for mention in reading.mentions:
        if mention.sentence == sentence:
            term = mention.term
            yield Named(mention.span.of(words.text), words.label(term), words.kind_of(term))
    for anaphor in reading.anaphors:
        if anaphor.sentence == sentence:
            for term in anaphor.terms:
                said = anaphor.span.of(words.text)
                yield Named(said, words.label(term), words.kind_of(term), pointing=True)


def _citations(reading: Reading, ontology: Ontology, sentence: Sentence) -> Iterator[Marked]:
    text, paragraph = reading.article.text, ("the whole paragraph",)
    for c in (c for c in reading.citations if c.sentence == sentence.index):
        spans = governed(c, reading, ontology.grammar)
        over = tuple(said for span in spans if (said := _on_one_line(span.of(text))))
        numbers = ", ".join(f"reference {number}" for number in c.references)
        found = "; ".join(filter(None, (numbers, c.not_understood)))
        yield Marked(c.span.of(text), found, paragraph if is_note(c, reading) else over)


def _on_one_line(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.")


def _claims(reading: Reading, sentence: int, words: Words) -> Iterator[str]:
    for claim in reading.claims:
        if claim.sentence == sentence:
            steps = f" ({', '.join(claim.steps)})" if claim.steps else ""
            cited = "".join(f" [{number}]" for number in claim.citations)
            said = "; ".join([claim.certainty, *words.qualifiers(claim)])
            yield f"{words.claim(claim)}: {said}{cited}{steps}"
            if claim.reliability is not None:
                yield f"  reliability {claim.reliability:.2f}: {_counted(claim)}"


def _counted(claim: Claim) -> str:
    """Return how many readings were right, from this very sort to all; a sort of which there was
    none says nothing and is left out.
    """
    sort = sort_of(claim)
    names = {
        "all": "all readings",
        "form": FORM_TO_WORDS.get(sort.form, "other triggers"),
        "exact": "just like this" if sort.steps else "with no step",
    }
    shown = [level for level in levels(sort, shipped_reliability()) if level.tally.n]
    counted = (
        f"{names.get(level.name, level.name)} {level.tally.right}/{level.tally.n}"
        for level in reversed(shown)
    )
    return ", ".join(counted) or "nothing was measured"
