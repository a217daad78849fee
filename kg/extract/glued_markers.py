"""Markers that are digits glued to a word or a stop: "rate1.", "rate.3 Next", "withdrawal.2In".

Names end in digits too ("GABA2", "p53", "m2"). Only numbers of the reference list count; a word in
lower case must stand before them, and mostly a clause ends behind them. In doubt there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.marker import GLUED_LIST, Marker, Page, ends, marker, numbers_in

GLUED = re.compile(
    rf"(?P<word>(?<![^\W\d_])[^\W\d_][^\W\d_'’]{{0,40}}|[)\]”\"’%])(?P<stop>(?:[.,;:?!][”\"’)]?)?)(?P<numbers>{GLUED_LIST})"
    r"(?![\w%°]|[.,]\d|[-–/]\w)"
    rf"|(?P<word2>(?<![^\W\d_])[^\W\d_]{{2,40}}|[)\]”\"’%])(?P<stop2>[.?!][”\"’)]?)(?P<numbers2>{GLUED_LIST})"
    r"(?=[A-Z“\"])"
)
# Words that a number follows as a name, and units that an exponent follows.
NUMBERED = frozenset(
    "type phase stage grade day week month year group figure fig table tab level step "
    "part class chapter section vitamin visit arm cohort study trial experiment schedule version "
    "omega covid interleukin caspase cyclin factor protein receptor channel kinase subunit isoform "
    "complex domain exon intron chromosome lane panel box case patient subject site strain line "
    "clone model batch pp eq eqs vol no ref refs ver sect approx ca "
    "metre metres meter meters inch feet foot mile miles sec min hrs mol".split()
)
ABBREVIATION = frozenset(
    "fig figs no nos vol p pp eq eqs ref refs sec ch tab ver v n st e g i cf".split()
)
NAME_OR_TERM = re.compile(r"[a-z]{3,}s?|[A-Z][a-z]{3,}|[A-Za-z]*[A-Z]{2,}s")
CLAUSE_END = re.compile(r"[.,;:)\]?!”\"’]|\s*\Z|\s+[(\[—–]|\s*\n")
STOP = re.compile(r"[.,;:)?!”\"’]|\s*\Z|\s+[A-Z]")
# Short words that no digit belongs to.
LEADS_TO_MARKER = frozenset("in by see to as and or from do go it up on us me so off out".split())
SHORT_WORD = 3  # letters
FAR = 40  # characters that are looked at behind a marker
LIKE_A_WORD = re.compile(
    r"\w+(?:tion|sion|ment|ness|ity|ing|ed|ly|ies|ers?|ors?|ous|ive|al|ism|ist|ants?|ents?|ency|"
    r"ance|ence|ure|opy|phy|metry|tomy|age|ate|ase|ships?|hood|able|ible|ful|less|ics?|logy|pathy|s)"
)
LAST_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?=[.,;:!?”\"’)]*\Z)")
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|until|till|from|during|around|before|after|and|to)\s+(?:1[5-9]|20)\d\d\Z"
)
YEAR_GLUED = re.compile(
    rf"(?<=\d\d\d\d)(?P<stop>[.,])(?P<numbers>{GLUED_LIST})(?=\s+[A-Z“\"]|\s*\Z)"
)


def glued(page: Page) -> Iterator[Marker]:
    """Yield digits glued to a word or a stop: "rate1.", "rate.3 Next", "withdrawal.2In"."""
    for m in GLUED.finditer(page.text, page.span.start, page.span.end):
        which = "2" if m["word2"] else ""
        word, stop, printed = m["word" + which], m["stop" + which], m["numbers" + which]
        start = m.start("numbers" + which)
        numbers = numbers_in(printed) if ends(printed) <= page.numbers else ()
        at = m.start("word" + which)
        if numbers and _may_precede(page, word, stop, at, m.end(), several=len(numbers) > 1):
            yield marker(start, m.end(), numbers)
    for m in YEAR_GLUED.finditer(page.text, page.span.start, page.span.end):
        if YEAR_BEFORE.search(page.text, max(page.span.start, m.start() - FAR), m.start()) and (
            ends(m["numbers"]) <= page.numbers
        ):
            yield marker(m.start("numbers"), m.end(), numbers_in(m["numbers"]))


def is_beyond_doubt(page: Page, found: Marker) -> bool:
    """Whether digits are a marker in an article that cites in another style too: the word before
    is in lower case and stands elsewhere without digits, and with these only here; a stop follows.
    """
    word = LAST_WORD.search(
        page.text, max(page.span.start, found.span.start - FAR), found.span.start
    )
    if word is None or not word[0].islower() or len(word[0]) <= SHORT_WORD:
        return False
    glued_word = page.text[word.start() : found.span.end]
    is_once = page.counts.get(glued_word, 1) == 1
    closes = STOP.match(page.text, found.span.end, page.span.end) is not None
    return word[0] in page.words and is_once and closes


def _may_precede(page: Page, word: str, stop: str, at: int, end: int, *, several: bool) -> bool:
    """Whether a marker may be glued behind `word` and `stop`: not to names ("GABA2", "p53")."""
    before = page.text[at - 1] if at > page.span.start else " "
    if stop:
        return _after_stop(page, word, stop, end)
    if not word[0].isalpha():  # "(SSRIs)2" but not "Ca(OH)2"
        return word != ")" or _bracket_stands_free(page.text, at)
    if before.isalnum() or before in "-–/_.@·":
        return before in "-–" and len(word) > SHORT_WORD and word.islower() and _closes(page, end)
    closes = _closes(page, end)
    if word in LEADS_TO_MARKER:
        return closes
    if len(word) <= SHORT_WORD and before.isspace() and page.text[at - 2].isdigit():
        return closes and page.text[end - 1 : end] > "3"  # "50 nm27.", not "50 mm3."
    if word.isupper():  # "JNCL10,15." but never "GABA2."
        return several and word in page.words and len(word) >= SHORT_WORD and closes
    if not NAME_OR_TERM.fullmatch(word) or (word.lower() in NUMBERED and not several):
        return False
    bare = word in page.words
    if word[0].isupper() and at > page.span.start:
        return bare and closes  # "Prozac2." but not "Lamp1"
    token = re.match(r"\w+", page.text[at:end])
    repeated = token is not None and page.counts.get(token[0], 0) > 1
    if closes:
        return bare or not repeated
    is_word = bare or LIKE_A_WORD.fullmatch(word) is not None
    return is_word and not repeated and len(word) > SHORT_WORD


def _after_stop(page: Page, word: str, stop: str, end: int) -> bool:
    """Whether digits behind a stop are a marker: "rate.3 Next", "rats,3 and", not "Fig.3"."""
    if word.lower() in ABBREVIATION or (len(word) == 1 and word[0].isalpha()):
        return False
    following = page.text[end : min(page.span.end, end + FAR)]
    if stop[0] in ".?!":
        starts = re.match(r"\s+[\"“‘(\[]*[A-Z0-9α-ω]|\s*\Z|[A-Z“\"]|\s*\n", following)
        return (
            word == "al"
            or starts is not None
            or re.match(r"\s+[a-z]+[A-Z\d]", following) is not None
        )
    return re.match(r"\s|\Z", following) is not None


def _closes(page: Page, end: int) -> bool:
    """Whether a clause or sentence ends behind the marker."""
    return CLAUSE_END.match(page.text, end, page.span.end) is not None


def _bracket_stands_free(text: str, closing: int) -> bool:
    """Whether a blank stands before the bracket that is closed here."""
    opening = text.rfind("(", 0, closing)
    return opening > 0 and text[opening - 1].isspace()
