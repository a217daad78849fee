"""Sentences: each block by one rule and a table of abbreviations.

A stop, what closes behind it, white space, then something that a sentence may begin with. Citation
markers are seen as white space, and belong to the sentence that they follow. The rule does not
lean on the parser: parsers run headings into paragraphs and break at "word.3 Next".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.citations import marker_spans, mask
from kg.extract.markers import READ
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Block, Sentence, Span

# Never at a sentence's end: something that they introduce follows.
LEADING = frozenset(
    "e.g i.e cf vs viz approx ca c fig figs eq eqs ref refs nos vol vols pp dr drs prof profs mr "
    "mrs ms mx messrs st resp incl excl gen col capt lt sgt rev hon sen rep gov pres dept univ "
    "sect chap ch ver ed eds suppl tab tabs no p et".split()
)
# At a sentence's end only if a word follows that mostly begins one.
TRAILING = frozenset(
    "etc al jr sr inc ltd co corp llc plc bros ph.d m.d d.sc b.sc m.sc u.s u.k u.s.a e.u u.n a.m "
    "p.m i.v i.p s.c i.m p.o b.i.d t.i.d q.i.d q.d b.w sp spp subsp var cv max avg std "
    "temp conc wt mol jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue wed thu fri sat sun ave blvd rd mt ft".split()
)
# After a number at a sentence's end if a capital follows: "for 10 min. Sections were".
UNITS = frozenset(
    "min mins hr hrs h d s sec secs mo mos yr yrs wk wks g mg kg ml l cm mm m".split()
)
STARTERS = frozenset(
    "the a an it its this that these those they their there then thus here he she his her we our "
    "you your i in on at by for from with without after before during since while when where what "
    "who why how which although though because if as but and or so yet however moreover "
    "furthermore therefore hence nevertheless nonetheless meanwhile instead finally recently "
    "today now some many most several few all both each every other another such no not only even "
    "also additionally similarly conversely overall to of researchers scientists patients "
    "people".split()
)
# Before a single capital with a stop: these lead to a name ("by J. Smith"), nouns do not
# ("protein kinase A. Next").
LEADS_TO_NAME = frozenset(
    "by and with to of from for as in at the or when see that than de van von between against is "
    "was are were dr prof mr mrs ms thank thanks thanked cite credit".split()
)
PERSON = re.compile(
    r".*(?:ists?|ians?)|researchers?|professors?|doctors?|authors?|colleagues?|presidents?|sirs?|"
    r"engineers?|writers?|inventors?|directors?|founders?|leaders?|saints?",
)
STOP = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+)"
    r"(?=[\"'“‘«(\[¿¡*†‡§]*(?P<first>[^\W_]))"
    r"|(?<=[a-z]{2})(?P<glued>[.!?])(?=[A-Z][a-z]*\s)"
)
FAR = 40  # characters that are looked at on either side of a stop
NUMBER_BEFORE = re.compile(r"\d\s?\Z")
WORD_BEFORE = re.compile(r"(?:[^\W_]+\.)*[^\W_]+\Z")
DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
OPENERS = "\"'“‘«([¿¡*†‡§"
LONGEST_BRACKET = 300  # characters; a longer one was not meant to be closed
BRACKET = re.compile(rf"\([^()]{{0,{LONGEST_BRACKET}}}\)|\[[^\[\]]{{0,{LONGEST_BRACKET}}}\]")
# What begins in lower case: p53, mTOR, siRNA, c-Fos, α-synuclein; "(a)" and "(b, c)" of captions.
LOWER_NAME = re.compile(r"[a-z]{1,4}[A-Z0-9]|[a-z]-[A-Z]|[α-ω]|[a-z](?:[–,-]\s?[a-z])*\)\s")


def split_sentences(reading: Reading, ontology: Ontology) -> Reading:  # noqa: ARG001 - a Stage
    """Split the blocks that are read: none of dates, sources, keywords and references is."""
    article = reading.article
    masked = mask(article.text, marker_spans(article))
    found: list[Sentence] = []
    for n, block in enumerate(article.blocks):
        if block.kind in READ:
            for span in _sentences(article.text, masked, block):
                found.append(Sentence(len(found), span, n))
    return replace(reading, sentences=tuple(found))


def _sentences(text: str, masked: str, block: Block) -> Iterator[Span]:
    """Yield the spans of a block's sentences, without outer white space."""
    start, end = block.span.start, block.span.end
    for cut in (*boundaries(masked, block.span), end):
        said = text[start:cut]
        if stripped := said.strip():
            first = start + len(said) - len(said.lstrip())
            yield Span(first, first + len(stripped))
        start = cut


def boundaries(masked: str, within: Span) -> tuple[int, ...]:
    """Return where a new sentence begins in the text, its citation markers masked."""
    body = within.of(masked)
    brackets = [Span(*m.span()) for m in BRACKET.finditer(body)]
    openings = [b.start for b in brackets]
    out = []
    for m in STOP.finditer(body):
        at = bisect_left(openings, m.start()) - 1
        inside = at >= 0 and m.end() < brackets[at].end
        if not inside and (_glued_ends(body, m) if m["glued"] else _ends(body, m)):
            out.append(within.start + m.end())
    return tuple(out)


def _ends(body: str, m: re.Match[str]) -> bool:
    """Whether a sentence ends at a stop that white space follows."""
    rest = body[m.end() : m.end() + FAR].lstrip(OPENERS)
    following = re.match(r"(?![A-Z]\.)[^\W_]*", rest)  # the "A" of "A. Hargrave" is no article
    if m["first"].islower() and not LOWER_NAME.match(rest):
        return False
    if m["stop"] != "." or m["close"]:
        return True
    before = _word_before(body, m.start())
    if before is None:
        return True
    if before[0] in UNITS and NUMBER_BEFORE.search(
        body, max(0, before.start() - 2), before.start()
    ):
        return m["first"].isupper()
    return _word_ends(body, before, following[0] if following else "")


def _glued_ends(body: str, m: re.Match[str]) -> bool:
    """Whether a sentence ends at a stop that no white space follows ("rate.Next")."""
    before = _word_before(body, m.start())
    if before is None:
        return True
    word = before[0].lower()
    is_name = "." in word or body[before.start() - 1 : before.start()] in ("/", "@")
    return not is_name and word not in LEADING and word not in TRAILING


def _word_before(body: str, at: int) -> re.Match[str] | None:
    """Return the word that ends at `at`, with the stops within it ("e.g")."""
    return WORD_BEFORE.search(body, max(0, at - FAR), at)


def _word_ends(body: str, before: re.Match[str], following: str) -> bool:
    """Whether the word before a full stop ends a sentence rather than being cut short by it."""
    printed, word = before[0], before[0].lower()
    leading = body[max(0, before.start() - FAR) : before.start()]
    starts = following.lower() in STARTERS
    if word == "no" or printed == "p":
        return not following[:1].isdigit()
    if len(printed) == 1 and printed.isalpha() and printed.isupper():
        return starts or not _is_initial(leading)
    if printed.isupper() and "." not in printed:
        return True  # "CA" is no "ca."
    if word in LEADING:
        return False
    if word in TRAILING or (len(printed) == 1 and printed.isalpha()) or DOTTED.fullmatch(word):
        return starts
    return bool(leading.strip()) or not printed[0].isdigit()  # not behind the number of a list


def _is_initial(leading: str) -> bool:
    """Whether a single capital belongs to a name, from what stands before it: "J. Smith",
    "George W. Bush", but not "vitamin C".
    """
    if leading.endswith(("°", "º", "-", "–", "/")):
        return False
    m = re.search(r"([^\s.]+)(\.?)\s*\Z", leading.rstrip(OPENERS))
    word = m[1].strip("\"'“”‘’(),;:") if m else ""
    if not m or m[2] or m[1][-1] in ",;:" or not word:
        return True
    return not word[0].islower() or word in LEADS_TO_NAME or PERSON.fullmatch(word) is not None
