"""A sentence cut where its marks begin and end: subject, object, trigger, mentions, citations."""

from __future__ import annotations

import re
from itertools import groupby

from kg.model.graph import ClaimNode, MarkedSpan, SentenceNode

Segment = tuple[str, str]  # the words, and how they are marked; "" is plain


def marked(claim: ClaimNode) -> tuple[Segment, ...]:
    """Return the claim's sentence as segments whose words, joined, are the sentence.

    Marks: subject, object, trigger, mention (of another term), citation. Where spans overlap, the
    claim's own parts are painted over the rest, and citations over all.
    """
    sentence = claim.sentence
    paint: list[tuple[str, int]] = [("", -1)] * len(sentence.text)
    ends = {claim.object.iri: "object", claim.subject.iri: "subject"}
    others = [m for m in sentence.mentions if m.target not in ends]
    own = [m for m in sentence.mentions if m.target in ends]
    for span in others:
        _lay(paint, span, "mention", sentence)
    if place := _trigger(claim, own):
        paint[place[0] : place[1]] = [("trigger", place[0])] * (place[1] - place[0])
    for span in own:
        _lay(paint, span, ends[span.target or ""], sentence)
    for span in sentence.citations:
        _lay(paint, span, "citation", sentence)
    runs = groupby(zip(sentence.text, paint, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(character for character, _ in run), mark) for (mark, _), run in runs)


def _lay(paint: list[tuple[str, int]], span: MarkedSpan, mark: str, sentence: SentenceNode) -> None:
    """Paint a span of the article, if it lies in the sentence and says there what it claims."""
    start, end = span.start - sentence.start, span.end - sentence.start
    if 0 <= start < end <= len(paint) and sentence.text[start:end] == span.text:
        paint[start:end] = [(mark, start)] * (end - start)


def _trigger(claim: ClaimNode, own: list[MarkedSpan]) -> tuple[int, int] | None:
    """Return where the trigger stands: of several places, the one nearest to the claim's ends."""
    if not claim.trigger:
        return None
    form = rf"(?<!\w){re.escape(claim.trigger)}(?!\w)"
    places = [m.span() for m in re.finditer(form, claim.sentence.text, re.IGNORECASE)]
    middles = [(m.start + m.end) / 2 - claim.sentence.start for m in own]

    def distance(place: tuple[int, int]) -> float:
        return sum(abs(middle - (place[0] + place[1]) / 2) for middle in middles)

    return min(places, key=distance, default=None)
