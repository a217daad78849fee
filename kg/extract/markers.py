"""Citation markers as printed: found here, resolved in citations.py.

A form of marker has a function. Numbers that are glued to a word ("rate1.") or stand in round
brackets look like much else; they count only where the reference list has such a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model.text import Article, BlockKind, Span

READ = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class NameYear:
    """One work of an author–year marker. `names` are surnames or one organisation; `year` is
    "2019" or "2019a".
    """

    names: tuple[str, ...]
    et_al: bool
    year: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker with what it names: numbers of references, or works by author and year.

    `hidden` is the part that is no word of the sentence: "(2016)" of "Nichols (2016)". `sure` is
    false for a form that is a marker only if it resolves.
    """

    span: Span
    hidden: Span
    numbers: tuple[int, ...] = ()
    works: tuple[NameYear, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders look at: the article's text within one block, its reference numbers, and
    the words of the article that stand there without a number: as written and in lower case.
    """

    text: str
    span: Span
    numbers: frozenset[int]
    words: frozenset[str]


@lru_cache(maxsize=4)  # the splitter, the stage and the parser ask for the same article
def find_markers(article: Article) -> tuple[Marker, ...]:
    """Return the markers of the article in text order; no two overlap."""
    numbers = frozenset(r.number for r in article.references)
    written = re.findall(r"\b[^\W\d_]+\b", article.text)
    words = frozenset(written) | frozenset(map(str.lower, written))
    pages = [Page(article.text, b.span, numbers, words) for b in article.blocks if b.kind in READ]
    plain = [m for page in pages for find in PLAIN_FORMS for m in find(page)]
    doubtful = [m for page in pages for find in DOUBTFUL_FORMS for m in find(page)]
    if len(plain) >= max(ENOUGH_FOR_A_STYLE, 2 * len(doubtful)):
        doubtful = []  # articles cite in one style: "Lamp1" and "F (1, 20)" are none of it
    return _without_overlaps((*plain, *doubtful))


ENOUGH_FOR_A_STYLE = 3  # markers


def _without_overlaps(markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Keep, of markers that overlap, the one whose form comes first; return them in text order."""
    kept: dict[int, Marker] = {}  # by each character that they take
    for marker in markers:
        taken = range(marker.span.start, marker.span.end)
        if not any(i in kept for i in taken):
            kept |= dict.fromkeys(taken, marker)
    return tuple(sorted(dict.fromkeys(kept.values()), key=lambda m: m.span))


# --- numbers -------------------------------------------------------------------------------------

_LIST = r"\d{1,3}(?:\s?[,;–‐‑−-]\s?\d{1,3})*"
_GLUED_LIST = r"\d{1,3}(?:[,–‐‑−-]\d{1,3})*"
DASHES = "-–‐‑−"
LONGEST_RANGE = 60  # more works than anyone cites at once

SQUARE = re.compile(
    rf"\[\^?({_LIST})\]|<sup>\[?({_LIST})\]?</sup>|\^\[?({_LIST})\]?\^?(?=[\s.,;:)]|\Z)"
)
INTERVAL_BEFORE = re.compile(r"(?:\bCI|\binterval|\brange|\bIQR|=|∈)[:,]?\s*\Z", re.IGNORECASE)
ROUND = re.compile(rf"(?<=[^\W_]|[.”\"’)%\]])(\s?)\(({_LIST})\)")
NUMERAL_BEFORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|n|fig(?:ure)?s?\.?|"
    r"tables?|eqs?\.?|equations?|steps?|phases?|types?|stages?|grades?|groups?|arms?|and|or|"
    r"either|both|are|were|is|was|[a-zχ])\s?\Z",
    re.IGNORECASE,
)
AFTER_MARKER = re.compile(r"\s*(?:[.,;:)\]?!]|\Z)")
AL_BEFORE = re.compile(r"\bal\.?\s?\Z")
SUPERSCRIPT = re.compile(r"(?<![⁻⁺])[⁰¹²³⁴-⁹]+(?:[,;⁻‐–˒·’ʼ-][⁰¹²³⁴-⁹]+)*(?![⁺⁻\w])")
UNIT_BEFORE = re.compile(  # of "m²", "R²"
    r"(?:\b[kcmdnµμ]?m|\b(?:ft|in|yd|mi|s|kg|[A-Zχηρω])|metres?|meters?|inch|feet|foot|miles?)\Z"
)
POWERS = ("²", "³")
TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒ʼ’·", "0123456789-,,,,")

GLUED = re.compile(
    rf"(?P<word>[^\W\d_][^\W\d_'’]*|[)\]”\"’%])(?P<stop>(?:[.,;:?!][”\"’)]?)?)(?P<numbers>{_GLUED_LIST})"
    r"(?![\w%°]|[.,]\d|[-–/]\w)"
    rf"|(?P<word2>[^\W\d_]{{2,}}|[)\]”\"’%])(?P<stop2>[.?!][”\"’)]?)(?P<numbers2>{_GLUED_LIST})"
    r"(?=[A-Z“\"])"
)
# Words that a number follows as a name, and units that an exponent follows.
NUMBERED = frozenset(
    "type phase stage grade day week month year group figure fig table tab level step "
    "part class chapter section vitamin visit arm cohort study trial experiment schedule version "
    "omega covid interleukin caspase cyclin factor protein receptor channel kinase subunit isoform "
    "complex domain exon intron chromosome lane panel box case patient subject site strain line "
    "clone model batch pp eq eqs vol no ref refs ver sect approx ca hsp mir let sox pax hox wnt "
    "cav nav kir metre metres meter meters inch feet foot mile miles sec min hrs mol".split()
)
ABBREVIATION = frozenset(
    "fig figs no nos vol p pp eq eqs ref refs sec ch tab ver v n st e g i cf".split()
)
NAME_OR_TERM = re.compile(r"[a-z]{3,}s?|[A-Z][a-z]{3,}|[A-Za-z]*[A-Z]{2,}s")
CLAUSE_END = re.compile(r"[.,;:)\]?!”\"’]|\s*\Z|\s+[(\[—–]|\s*\n")
LEADS_TO_MARKER = frozenset("in by see to as and or from ref refs".split())
SHORT_WORD = 3  # letters
LIKE_A_WORD = re.compile(
    r"\w+(?:tion|sion|ment|ness|ity|ing|ed|ly|ies|ers?|ors?|ous|ive|al|ism|ist|ants?|ents?|ency|"
    r"ance|ence|ure|opy|phy|metry|tomy|age|ate|ase|ships?|hood|able|ible|ful|less|ics?|logy|pathy|s)"
)
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|until|till|from|during|around|before|after|and|to)\s+(?:1[5-9]|20)\d\d\Z"
)
YEAR_GLUED = re.compile(
    rf"(?<=\d\d\d\d)(?P<stop>[.,])(?P<numbers>{_GLUED_LIST})(?=\s+[A-Z“\"]|\s*\Z)"
)


def numbers_in(printed: str) -> tuple[int, ...]:
    """Return the numbers of a printed list, ranges written out; none where it is no list of
    references (a range that falls, the number 0).

    >>> numbers_in("2, 4–6"), numbers_in("6-4"), numbers_in("0, 1")
    ((2, 4, 5, 6), (), ())
    """
    out: list[int] = []
    for part in re.split(r"\s*[,;]\s*", printed):
        ends = [int(n) for n in re.split(rf"\s?[{DASHES}]\s?", part)]
        if len(ends) > 2 or ends[0] < 1 or not 0 <= ends[-1] - ends[0] <= LONGEST_RANGE:
            return ()
        out += range(ends[0], ends[-1] + 1)
    return tuple(out)


def _ends(printed: str) -> set[int]:
    """Return the numbers that are printed themselves."""
    return {int(n) for n in re.findall(r"\d+", printed)}


def _square(page: Page) -> Iterator[Marker]:
    """ "[3]", "[2, 3]", "[1–3]", Markdown's "[^3]" and "^3^"."""
    for m in SQUARE.finditer(page.text, page.span.start, page.span.end):
        numbers = numbers_in(m[m.lastindex or 1])
        before = page.text[max(page.span.start, m.start() - 20) : m.start()]
        if numbers and not INTERVAL_BEFORE.search(before) and not before[-1:].isdigit():
            yield _marker(m.start(), m.end(), numbers)


def _round(page: Page) -> Iterator[Marker]:
    """ "(1)", "(2, 3)": not those that count the parts of a sentence, "(1) … (2) …"."""
    found = list(ROUND.finditer(page.text, page.span.start, page.span.end))
    for m in found:
        before = page.text[max(page.span.start, m.start() - 12) : m.start()]
        closes = AFTER_MARKER.match(page.text, m.end(), page.span.end)
        known = _ends(m[2]) <= page.numbers
        within = bool(page.numbers) and max(_ends(m[2])) <= max(page.numbers)
        if NUMERAL_BEFORE.search(before) or not (closes or AL_BEFORE.search(before) or known):
            continue
        if (known or (within and closes)) and not (not closes and _counts_parts(found, page)):
            if numbers := numbers_in(m[2]):
                yield _marker(m.start() + len(m[1]), m.end(), numbers)


def _counts_parts(found: list[re.Match[str]], page: Page) -> bool:
    """Whether the bracketed numbers of a block run 1, 2, … each before a word."""
    open_ones = [m for m in found if not AFTER_MARKER.match(page.text, m.end(), page.span.end)]
    numbers = [m[2] for m in open_ones]
    return len(numbers) > 1 and numbers in (
        [str(n) for n in range(a, a + len(numbers))] for a in (1, 2)
    )


def _superscript(page: Page) -> Iterator[Marker]:
    """ "rate¹²", "rate¹,³": not m², 10⁶, ¹⁸F, Ca²⁺, χ²."""
    for m in SUPERSCRIPT.finditer(page.text, page.span.start, page.span.end):
        before = page.text[max(page.span.start, m.start() - 10) : m.start()]
        numbers = numbers_in(m[0].translate(TO_DIGITS)) if m.start() > page.span.start else ()
        is_power = before[-1:].isdigit() or (m[0] in POWERS and UNIT_BEFORE.search(before))
        if numbers and before[-1:].strip() and not is_power:
            yield _marker(m.start(), m.end(), numbers)


def _glued(page: Page) -> Iterator[Marker]:
    """ "rate1.", "rate.3 Next", "drugs2 are", "withdrawal.2In": digits glued to a word or stop."""
    for m in GLUED.finditer(page.text, page.span.start, page.span.end):
        which = "2" if m["word2"] else ""
        word, stop, printed = m["word" + which], m["stop" + which], m["numbers" + which]
        start = m.start("numbers" + which)
        numbers = numbers_in(printed) if _ends(printed) <= page.numbers else ()
        at = m.start("word" + which)
        if numbers and _may_precede(page, word, stop, at, m.end(), several=len(numbers) > 1):
            yield _marker(start, m.end(), numbers)
    for m in YEAR_GLUED.finditer(page.text, page.span.start, page.span.end):
        if YEAR_BEFORE.search(page.text, page.span.start, m.start()) and (
            _ends(m["numbers"]) <= page.numbers
        ):
            yield _marker(m.start("numbers"), m.end(), numbers_in(m["numbers"]))


def _may_precede(page: Page, word: str, stop: str, at: int, end: int, *, several: bool) -> bool:
    """Whether a marker may be glued behind `word` and `stop`: not to names ("GABA2", "p53")."""
    before = page.text[at - 1] if at > page.span.start else " "
    if stop:
        return _after_stop(page, word, stop, at, end)
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
    repeated = len(re.findall(rf"\b{re.escape(page.text[at:end])}\b", page.text)) > 1
    if closes:
        return bare or not repeated
    is_word = bare or LIKE_A_WORD.fullmatch(word) is not None
    return is_word and not repeated and len(word) > SHORT_WORD


def _after_stop(page: Page, word: str, stop: str, at: int, end: int) -> bool:
    """Whether digits behind a stop are a marker: "rate.3 Next", "rats,3 and", not "Fig.3"."""
    if word.lower() in ABBREVIATION or (len(word) == 1 and word[0].isalpha()):
        return False
    following = page.text[end : page.span.end]
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


def _marker(start: int, end: int, numbers: tuple[int, ...]) -> Marker:
    return Marker(Span(start, end), Span(start, end), numbers)


# --- author and year -----------------------------------------------------------------------------

_YEAR = r"(?:1[6-9]|20)\d\d[a-z]?"
_YEARS = rf"{_YEAR}(?:\s*[,&]\s*(?:{_YEAR}|[a-z]\b))*"
_NAME = (
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|al|el|bin)[ -])*"
    r"(?:[dDO]['’])?[^\W\d_a-zß-öø-ÿ][\w'’‐-]*"
)
_NAMES = rf"{_NAME}(?:\s{_NAME}){{0,3}}(?:,\s{_NAME})*(?:,?\s(?:and|&)\s{_NAME})?"
_ET_AL = r"(?:,?\s(?:et\.?\sal\.?|and\scolleagues|and\sco-?workers))"
GROUP = re.compile(
    rf"(?:\s*(?:see|e\.g\.,?|i\.e\.,?|cf\.|also|for (?:a )?reviews?,?|reviewed (?:in|by)|as in|but|"
    rf"and|from|after|according to|adapted from|data from)[,:]?\s)*\s*"
    rf"(?P<names>{_NAMES})(?P<et_al>{_ET_AL})?,?\s*\(?(?P<years>{_YEARS})\)?"
    r"(?:\s*[,:]\s*(?:pp?\.\s*)?\d+(?:[-–]\d+)?)?\s*"
)
BRACKETED = re.compile(rf"[(\[]([^()\[\]]*\b{_YEAR}[^()\[\]]*)[)\]]")
TEXTUAL = re.compile(
    rf"(?<![\w-])(?P<names>{_NAME}(?:,\s{_NAME})*(?:,?\s(?:and|&)\s{_NAME})?)(?P<et_al>{_ET_AL})?"
    rf"(?:['’]s?)?\s(?P<years>\((?:{_YEARS})(?:\s*[,:]\s*(?:pp?\.\s*)?\d+(?:[-–]\d+)?)?\))"
)
NO_AUTHOR = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter monday tuesday "
    "wednesday thursday friday saturday sunday since until in from to about circa the this that "
    "these those a an it its and but or by of for with as at on after before during version".split()
)


def _author_year(page: Page) -> Iterator[Marker]:
    """ "(Nichols, 2016)", "(Smith et al., 2019; Jones 2020)", "Nichols (2016) showed"."""
    for m in BRACKETED.finditer(page.text, page.span.start, page.span.end):
        if works := _works(m[1]):
            yield _name_year(m.span(), m.span(), works)
    for m in TEXTUAL.finditer(page.text, page.span.start, page.span.end):
        names = _surnames(m["names"])
        if names and names[0].lower() not in NO_AUTHOR:
            works = _each_year(names, m["et_al"], m["years"])
            yield _name_year(m.span(), m.span("years"), works)


def _works(inside: str) -> tuple[NameYear, ...]:
    """Return the works of a bracket; none where some part of it is something else."""
    out: list[NameYear] = []
    for part in re.split(
        rf";|(?<=\d\d\d\d),(?=\s+{_NAME}\W)|(?<=\d\d\d\d[a-z]),(?=\s+{_NAME}\W)", inside
    ):
        m = GROUP.fullmatch(part)
        names = _surnames(m["names"]) if m else ()
        if not m or not names or names[0].lower().split()[0] in NO_AUTHOR:
            return ()
        out += _each_year(names, m["et_al"], m["years"])
    return tuple(out)


def _surnames(printed: str) -> tuple[str, ...]:
    names = re.split(r",?\s(?:and|&)\s|,\s", printed)
    return tuple(re.sub(r"['’]s\Z", "", name) for name in names if name)


def _each_year(names: tuple[str, ...], et_al: str | None, years: str) -> tuple[NameYear, ...]:
    """Write out "2019a, b, 2020"."""
    out: list[str] = []
    for m in re.finditer(rf"{_YEAR}|(?<=[,&\s])[a-z]\b", years.split(":", maxsplit=1)[0]):
        out.append(m[0] if m[0][0].isdigit() else out[-1][:4] + m[0]) if out or m[0][
            0
        ].isdigit() else None
    return tuple(NameYear(names, et_al is not None, year) for year in out)


def _name_year(
    span: tuple[int, int], hidden: tuple[int, int], works: tuple[NameYear, ...]
) -> Marker:
    sure = any(w.et_al or len(w.names) > 1 for w in works)
    return Marker(Span(*span), Span(*hidden), works=works, sure=sure)


Find = Callable[[Page], Iterator[Marker]]
PLAIN_FORMS: tuple[Find, ...] = (_square, _author_year, _superscript)
DOUBTFUL_FORMS: tuple[Find, ...] = (_round, _glued)  # look like much else
