"""Claims of ChemProt to judge by hand: the sentence, the claim, what the corpus says.

The sample is drawn by a digest of sentence and claim: it is the same each time, and a claim that a
later version still reads stays in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from benchmarks.quality import links
from benchmarks.quality.chemprot import Annotated
from benchmarks.quality.links import Link


@dataclass(frozen=True, slots=True)
class ToRead:
    """A claim with the words to judge it by."""

    document: str
    sentence: str
    claim: str
    trigger: str
    certainty: str
    corpus: str
    by_pronoun: bool


def claims_of(every: Iterable[Annotated]) -> Iterator[ToRead]:
    """Yield all claims between a chemical and a protein."""
    for annotated in every:
        for link in links.claims(annotated.found):
            if annotated.is_judged(link) or annotated.is_apart(link):
                yield _to_read(annotated, link)


def _to_read(annotated: Annotated, link: Link) -> ToRead:
    found = annotated.found
    text, show = found.document.text, found.names.show
    parts = (link.subject, link.relation or "?", link.object)
    subject, relation, object_ = (show(part, text) for part in parts)
    types = ", ".join(annotated.types_of(link))
    return ToRead(
        document=found.document.name,
        sentence=found.reading.sentences[link.sentence].span.of(text),
        claim=f"{subject} | {'not ' * link.negated}{relation} | {object_}",
        trigger=link.span.of(text) if link.span else "",
        certainty=link.certainty,
        corpus=types + (" (agrees)" if annotated.is_typed(link) else "") if types else "nothing",
        by_pronoun=not annotated.is_judged(link),
    )


def draw(of: Iterable[ToRead], number: int) -> tuple[ToRead, ...]:
    """Return `number` of them, all where there are fewer."""
    return tuple(sorted(of, key=_digest)[:number])


def _digest(one: ToRead) -> str:
    return sha256(f"{one.document} {one.sentence} {one.claim}".encode()).hexdigest()


def render(number: int, one: ToRead) -> str:
    """Return the lines to judge one claim by."""
    pronoun = " (an end is not named here)" if one.by_pronoun else ""
    return (
        f"{number}. [{one.document}] {one.sentence}\n"
        f"    claim:  {one.claim}, {one.certainty}{pronoun}   by “{one.trigger}”\n"
        f"    corpus: {one.corpus}"
    )
