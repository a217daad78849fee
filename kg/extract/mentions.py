"""Mentions: the spans that name a term, longest first, with the article's own abbreviations; and
the names inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.citations import marker_spans, mask
from kg.extract.lexicon import (
    LONGEST,
    WORD,
    Lexicon,
    Name,
    is_acronym,
    key,
    lexicon,
    with_names,
)
from kg.model.claim import Abbreviation, Mention, Reading
from kg.model.ontology import Ontology
from kg.model.text import Span

SHOUTED = 0.9  # of its letters are capitals: a line in capitals
# Of the closed classes: these may be in no other line of the article.
SMALL_WORDS = frozenset(
    "a all am an and any are as at be but by can did do for had has have he his how if in is it "
    "its may me no nor not of off on one or our out own she so than that the them then they this "
    "to too up us was we were who why will with you".split()
)
PLURAL_SHORT = re.compile(r"[A-Z0-9)]s\Z")
INSIDE_NAME = re.compile(r"[ \u00a0\n][(\[]?|[^\w\s.;:!?]{1,2} ?|[)\]]+[^\w\s.;:!?]?[ ]?|[.:*]|")

SHORT_INSIDE = re.compile(r" [(\[][^()\[\]]{1,10}[)\]] ")


def find_mentions(reading: Reading, ontology: Ontology) -> Reading:
    """Find the mentions of every sentence, of which no two overlap, and the names inside them. A
    citation marker is no part of a name: "depression1." names depression.
    """
    article = reading.article
    known = with_abbreviations(lexicon(ontology), reading.abbreviations, article.text)
    text = mask(article.text, marker_spans(article))
    small = frozenset(word for word in re.findall(r"\w+", text) if word.islower())
    found = tuple(
        Mention(span, sentence.index, name.term)
        for sentence in reading.sentences
        for span, name in find_names(text, sentence.span, known)
        if not (name.surface and _is_word_in_capitals(span.of(text), sentence.span.of(text), small))
    )
    nested = tuple(
        Mention(span, mention.sentence, name.term)
        for mention in found
        for span, name in find_names(text, mention.span, known, shorter=True)
    )
    return replace(reading, mentions=found, nested=nested)


def _is_word_in_capitals(word: str, sentence: str, small: frozenset[str]) -> bool:
    """Whether what looks like an acronym ("WAS", "SET") is a word: in a line of capitals they prove
    nothing. `small` are the words that the article has in small letters.
    """
    lowered = word.lower()
    if not word.isupper() or not (lowered in small or lowered in SMALL_WORDS):
        return False
    letters = [c for c in sentence if c.isalpha()]
    shouted = sum(c.isupper() for c in letters) >= SHOUTED * len(letters)
    return shouted and len(sentence.split()) > 1


def find_names(
    text: str, within: Span, known: Lexicon, *, shorter: bool = False
) -> Iterator[tuple[Span, Name]]:
    """Yield the longest known name at each place, left to right; `shorter`: than all of `within`,
    whose other names are looked for.
    """
    words = [Span(m.start(), m.end()) for m in WORD.finditer(text, within.start, within.end)]
    at = 0
    while at < len(words):
        if not known.may_begin(key(words[at].of(text))):
            at += 1
            continue
        for last in range(farthest(text, words, at, known), at, -1):
            span = Span(words[at].start, words[last - 1].end)
            if shorter and last - at == len(words):
                continue
            said = span.of(text)
            names = known.look_up(said)
            if not names and (without := uninterrupted(said)):
                names = known.look_up(without)
            if not names:
                continue
            yield span, names[0]
            at = last
            break
        else:
            at += 1


def uninterrupted(surface: str) -> str:
    """Return a name without a short form inside it: "norepinephrine (NE) transporter"."""
    found = SHORT_INSIDE.sub(" ", surface)
    return found if found != surface and surface[-1] not in ")]" else ""


def farthest(text: str, words: list[Span], at: int, known: Lexicon) -> int:
    """Return how far a name may go that begins with the word at `at`: the index behind its last
    word. Only what names hold stands between its words: a blank, a dash, a prime, brackets that
    touch a word ("GABA(A) receptor"), a stop between digits (NaV1.4), no comma before a blank.
    """
    last = at + 1
    while last < min(at + LONGEST, len(words)):
        begun = text[words[at].start : words[last].start]
        if not INSIDE_NAME.fullmatch(text, words[last - 1].end, words[last].start):
            break
        # What stands in brackets may be left out of a name: `uninterrupted`.
        if not ("(" in begun or "[" in begun or known.goes_on(key(begun))):
            break
        last += 1
    return last


def with_abbreviations(
    known: Lexicon, abbreviations: tuple[Abbreviation, ...], text: str
) -> Lexicon:
    """Return the lexicon in which a short form names what its long form names, or the reverse.

    A short form that the ontology has for another term gives way to the article's definition.
    """
    added = {}
    for abbreviation in abbreviations:
        short, long = abbreviation.short.of(text), abbreviation.long.of(text)
        meant, other = known.look_up(long), known.look_up(short)
        if meant:
            surface = short if is_acronym(short) else None
            added[key(short)] = (Name(meant[0].term, 1, surface),)
            if PLURAL_SHORT.search(short):  # "FRAs (frontal reward areas) … one FRA"
                one = short[:-1]
                if key(one) not in known.names:
                    added[key(one)] = (Name(meant[0].term, 1, one),)
        elif other:
            added[key(long)] = (Name(other[0].term, 1, None),)
    return with_names({**known.names, **added}) if added else known
