"""Whether kg reads the ontology's own examples, and does not read its counter-examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

from kg.check.files import Files
from kg.check.finding import Finding
from kg.model.claim import Claim, Quantity, Reading
from kg.model.ontology import Ontology
from kg.model.text import Article, Block, BlockKind, Span

Read = Callable[[Article, Ontology], Reading]


def find_unread_examples(files: Files, ontology: Ontology, read: Read) -> Iterator[Finding]:
    """An example states its relation or one below it; a counter-example states neither."""
    for relation in ontology.relations:
        below = {r.iri for r in ontology.relations if relation.iri in (r.iri, *r.ancestors)}
        sentences = [(text, True) for text in relation.examples]
        sentences += [(text, False) for text in relation.counter_examples]
        for sentence, stated in sentences:
            reading = read(one_sentence(sentence), ontology)
            if any(claim.predicate in below for claim in reading.claims) is not stated:
                yield _finding(files, relation.iri, sentence, reading, stated=stated)


def one_sentence(sentence: str) -> Article:
    """Return an article that is one sentence."""
    whole = Span(0, len(sentence))
    return Article(
        iri="urn:example",
        text=sentence,
        sha256=sha256(sentence.encode()).hexdigest(),
        blocks=(Block(BlockKind.PARAGRAPH, whole),),
    )


def _finding(files: Files, iri: str, sentence: str, reading: Reading, *, stated: bool) -> Finding:
    said = "; ".join(_words(files, claim) for claim in reading.claims)
    why = "; ".join(note.text for note in reading.not_understood)
    instead = f"is read as: {said}" if said else f"is not read{f' ({why})' if why else ''}"
    curie = files.curie(iri)
    return Finding(
        kind="example not read" if stated else "counter-example read",
        about=(curie,),
        where=files.place(iri),
        what=f"{sentence!r} of {curie} {instead}",
        mend=f'kg explain "{sentence}" shows why',
    )


def _words(files: Files, claim: Claim) -> str:
    verb = ("not " if claim.negated else "") + files.curie(claim.predicate)
    return f"{_end(files, claim.subject)} {verb} {_end(files, claim.object)}"


def _end(files: Files, end: str | Claim | Quantity) -> str:
    if isinstance(end, Claim):
        return f"({_words(files, end)})"
    if isinstance(end, Quantity):
        return end.value or f"{end.min}–{end.max}"
    return files.curie(end)
