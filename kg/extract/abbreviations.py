"""Abbreviations that the article defines, by Schwartz and Hearst's algorithm (PSB 2003): candidates
are brackets, in both orders; a filter; an alignment of letters. Two changes: a long form in which
every letter begins a word is preferred ("anterior amygdala (AA)", where the published alignment
stops at "amygdala"), and Greek letters stand for their Latin ones. All of it works on the
article's own characters, so offsets need no repair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model.claim import Abbreviation, Reading
from kg.model.ontology import Ontology
from kg.model.text import Span

LONGEST_SHORT = 12  # characters
LONGEST_LONG = 12  # words
FAR = 250  # characters from a bracket in which its long form stands
BRACKETS = {"(": ")", "[": "]"}
# What may stand between a bracket and the short form in it.
LEAD = re.compile(
    r"(?:or|i\.e\.,?|abbreviated(?: (?:as|to))?|hereafter(?: called)?|henceforth|called|termed|"
    r"also (?:called|known as|termed)|known as|short|in short|for short|abbr\.?|the)\s+",
    re.IGNORECASE,
)
PART_END = re.compile(r"[;,:]\s|\s[=–—]\s|[;,]\Z")
SHORT = re.compile(r"[^\W_](?:[^\s;,:!?()\[\]]|\([^\W_]{1,3}\)|\[[^\W_]{1,3}\])*")
SHORT_BEFORE = re.compile(r"(?<![\w-])[^\W_](?:[^\s;,:!?()\[\]]|\([^\W_]{1,3}\))*\s*\Z")
WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
# What chemists put before a name, no letter of which need stand in the short form.
LOCANTS = re.compile(
    r"(?<![\w-])(?:(?:\d+[a-zαβ]?['′]?|[NODLRSEZ]|[a-z]|[α-ω]|alpha|beta|gamma|delta|Δ\d*|cis|"
    r"trans|sec|tert)[,-])+\Z"
)
# Words that a short form may pass over.
SKIPPED = frozenset("of and the for in to a an on with by or at from de type".split())
FOLDS = str.maketrans("αβγδεζηθικλμµνξοπρστυφχψω", "abgdezetiklmmnxoprstupcpo")
FEWEST_CAPITALS = 2


# "major depressive disorder, or MDD, is"; "MDD, short for major depressive disorder, is"
ASIDE = re.compile(
    r",\s(?:or|short for|abbreviated(?: (?:as|to))?|known as|also (?:called|known as))\s"
    r"(?P<inside>[^,;:.()]{2,80}?)(?=[,;:.)—–]|\s(?:is|are|was|were|has|have|can|may)\s|\s*\Z)"
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of brackets or commas: what stands between them, and where the opening one is."""

    opening: int
    inside: Span


def find_abbreviations(reading: Reading, ontology: Ontology) -> Reading:  # noqa: ARG001 - a Stage
    """Find what each sentence defines."""
    text = reading.article.text
    found = {a for s in reading.sentences for a in definitions(text, s.span)}
    return replace(reading, abbreviations=tuple(sorted(found, key=lambda a: (a.short, a.long))))


def definitions(text: str, within: Span) -> Iterator[Abbreviation]:
    """Yield the definitions of a sentence: "long (SHORT)", else "SHORT (long)"."""
    asides = (Bracket(m.start(), Span(*m.span("inside"))) for m in
              ASIDE.finditer(text, within.start, within.end))  # fmt: skip
    for bracket in (*brackets(text, within), *asides):
        before = Span(within.start, bracket.opening)
        if bracket.inside.end - bracket.inside.start > FAR:
            continue
        found = _short_inside(text, before, bracket.inside)
        found = found or _long_inside(text, before, bracket.inside)
        if found:
            yield found


def brackets(text: str, within: Span) -> Iterator[Bracket]:
    """Yield the pairs of brackets, the outer one of nested pairs first."""
    open_ones: list[int] = []
    found = []
    for i in range(within.start, within.end):
        if text[i] in BRACKETS:
            open_ones.append(i)
        elif open_ones and text[i] == BRACKETS[text[open_ones[-1]]]:
            opening = open_ones.pop()
            found.append(Bracket(opening, Span(opening + 1, i)))
    yield from sorted(found, key=lambda b: b.opening)


def is_short_form(word: str) -> bool:
    """Whether a word looks like an abbreviation: "SSRIs", "5α-RI", "mTOR", "Glu"; not "Prozac",
    "2016", "in", "12".
    """
    letters = [c for c in word if c.isalpha()]
    if not letters or len(word) > LONGEST_SHORT or sum(c.isalnum() for c in word) < 2:
        return False
    marked = sum(c.isupper() or c.isdigit() or "α" <= c <= "ω" for c in word)
    if marked >= FEWEST_CAPITALS:
        return not word[0].isdigit() or any(c.isupper() for c in word)
    return marked == 1 and len(letters) <= 3


def _short_inside(text: str, before: Span, inside: Span) -> Abbreviation | None:
    """Read "selective serotonin reuptake inhibitors (SSRIs; like Prozac)"."""
    start = inside.start
    if lead := LEAD.match(text, inside.start, inside.end):
        start = lead.end()
    part_end = PART_END.search(text, start, inside.end)
    end = part_end.start() if part_end else inside.end
    said = text[start:end].strip(" \t\r\n\"'“”‘’")
    if not SHORT.fullmatch(said) or not is_short_form(said):
        return None
    at = text.index(said, start)
    short = Span(at, at + len(said))
    for form in _singulars(said):
        if long := long_form(form, text, before):
            return Abbreviation(short, long)
    return None


def _long_inside(text: str, before: Span, inside: Span) -> Abbreviation | None:
    """Read "SSRIs (selective serotonin reuptake inhibitors)": the long form takes the bracket, or
    its part up to a comma.
    """
    m = SHORT_BEFORE.search(text, max(before.start, before.end - FAR), before.end)
    said = m[0].rstrip() if m else ""
    if not m or not is_short_form(said):
        return None
    short = Span(m.start(), m.start() + len(said))
    cuts = [c.start() for c in PART_END.finditer(text, inside.start, inside.end)]
    for end in (*cuts, inside.end):
        part = text[inside.start : end]
        start = inside.start + len(part) - len(part.lstrip())
        if lead := LEAD.match(text, start, end):
            start = lead.end()
        for form in _singulars(said):
            found = long_form(form, text, Span(start, end))
            if found and found.start == start:
                return Abbreviation(short, found)
    return None


def _singulars(short: str) -> tuple[str, ...]:
    """Return the form itself and, where it ends in a plural s, the form without it."""
    return (short, short[:-1]) if re.search(r"[A-Z0-9)]s\Z", short) else (short,)


def long_form(short: str, text: str, within: Span) -> Span | None:
    """Return the span at the end of `within` that `short` abbreviates, None where there is none."""
    within = _near_end(text, within)
    end = within.start + len(text[within.start : within.end].rstrip(" \t\r\n\"'“”‘’,-–"))
    words = [Span(*m.span()) for m in WORD.finditer(text, within.start, end)]
    if not words or (words[-1].end != end and text[words[-1].end : end].strip(")]*+'")):
        return None
    letters = [c for c in _fold(short) if c.isalnum()]
    most = min(len(letters) + 5, 2 * len(letters), LONGEST_LONG)
    start = _by_initials(letters, text, words)
    if start is None:
        start = _by_letters(letters, text, within.start, end)
    if start is None or _count_words(text, start, end) > most:
        return None
    span = Span(start, end)
    return span if _is_long_form(short, span.of(text)) else None


def _near_end(text: str, within: Span) -> Span:
    """Return the words near the end of the span, where a long form must stand."""
    start = max(within.start, within.end - FAR)
    while within.start < start < within.end and not text[start - 1].isspace():
        start += 1
    return Span(start, within.end)


def _by_initials(letters: list[str], text: str, words: list[Span]) -> int | None:
    """Align each letter with the beginning of a word, from the last word back; return the start."""
    at = len(words) - 1
    for n in range(len(letters) - 1, -1, -1):
        while at >= 0 and _fold(text[words[at].start]) != letters[n]:
            if n == len(letters) - 1 or words[at].of(text).lower() not in SKIPPED:
                return None
            at -= 1
        if at < 0:
            return None
        at -= 1
    return words[at + 1].start


def _by_letters(letters: list[str], text: str, start: int, end: int) -> int | None:
    """Align the letters from the right, as published: each with the next one that is equal; the
    first must begin a word.
    """
    at = end
    for n in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= start and (
            _fold(text[at]) != letters[n] or (n == 0 and not _begins_word(text, at, start))
        ):
            at -= 1
        if at < start:
            return None
    locants = LOCANTS.search(text, start, at)
    return locants.start() if locants else at


def _begins_word(text: str, at: int, start: int) -> bool:
    """Whether a word begins at `at`, at a hyphen too."""
    return at == start or not text[at - 1].isalnum()


def _is_long_form(short: str, long: str) -> bool:
    """Whether a span may be a long form: longer, no clause, not itself the short form."""
    return (
        len(long) > len(short) + 1
        and not re.search(r"[.;:?!]\s", long)
        and short.lower() not in re.split(r"[\s()]+", long.lower())
        and any(c.isalpha() for c in long)
    )


def _count_words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _fold(text: str) -> str:
    """Fold case, and Greek letters to the Latin ones that stand for them; the length stays."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).translate(FOLDS)
