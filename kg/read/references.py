"""A reference as printed → `Paper`: Vancouver, AMA, APA, Harvard, Nature, IEEE, Chicago.

Every style prints the same parts in another order. The identifiers are taken out first, then the
authors at the start, then the imprint; title and journal are what stands between.
"""

from __future__ import annotations

import re

from kg.model.names import paper_iri, surname
from kg.model.text import Paper
from kg.read.authors import Authors, find_authors
from kg.read.identifiers import take_identifiers
from kg.read.imprint import Imprint, find_imprint, take_year

QUOTED = re.compile(
    r"[\"“‘'«](?P<title>.{8,}?)[,.]?[\"”’'»](?=[,.\s]|\Z)[,.]?\s*(?P<rest>.*)", re.DOTALL
)
STOP = re.compile(r"(?<=[.?!])[\"”’']?\s+(?=\S)")
# A part of a journal's name that is cut short by a full stop: the "J." and "Biol." of "J. Biol.".
ABBREVIATED = re.compile(
    r"(?:[A-Z][a-zé]{0,8}|[A-Z]{1,5}|of|the|and|&)(?:\s+(?:[A-Z][a-zé]{0,8}|&))?\.?"
)
ENDS_ABBREVIATED = re.compile(r"\b\w{1,5}\.\s.*\.\Z")
IN = re.compile(r"\A(?:in\s*:\s*|in\s+(?=[A-Z]))", re.IGNORECASE)
EDITION = re.compile(r"\.?\s*\(?\b(?:\d+(?:st|nd|rd|th)|[Rr]ev(?:ised)?\.?)\s+ed(?:ition|n)?\.?\)?")
LONGEST_NAME = 120  # characters of an organisation's name
BEFORE_YEAR = re.compile(rf"([^()]{{2,{LONGEST_NAME}}}?)[.,]?\s*(?=\((?:1[5-9]|20)\d\d)")
SMALL_WORDS = frozenset("of the and for in on to a an & de la des et del und für der".split())


def parse_reference(body: str) -> Paper:
    """Parse a reference without its number. What is not found is None, never guessed."""
    found = take_identifiers(body)
    authors, rest = _take_authors(found.rest)
    year, rest = take_year(rest)
    imprint = find_imprint(rest, year)
    names = authors.names if authors else ()
    title, journal, organisation = _title_and_journal(imprint, named=bool(names))
    names = names or organisation
    issued = year or imprint.issued
    return Paper(
        iri=paper_iri(
            doi=found.doi,
            pmid=found.pmid,
            author=surname(names[0]) if names else None,
            year=issued and issued[:4],
            title=title,
            text=body,
        ),
        title=title,
        authors=names,
        et_al=bool(authors and authors.et_al),
        journal=journal,
        issued=issued,
        year_letter=_year_letter(body, issued),
        volume=imprint.volume,
        issue=imprint.issue,
        pages=imprint.pages,
        doi=found.doi,
        pmid=found.pmid,
    )


def _take_authors(rest: str) -> tuple[Authors | None, str]:
    """Return the authors and what follows; an organisation is told by the year behind it."""
    if authors := find_authors(rest):
        return authors, rest[authors.end :]
    m = BEFORE_YEAR.match(rest)
    if m and is_name(m[1]):
        return Authors((m[1],), et_al=False, end=m.end()), rest[m.end() :]
    return None, rest


def _year_letter(body: str, issued: str | None) -> str:
    """Return the letter that tells two works of one year apart: "a" of "2021a"."""
    m = re.search(rf"\b{issued[:4]}([a-z])\b", body) if issued else None
    return m[1] if m else ""


def _title_and_journal(
    imprint: Imprint, *, named: bool
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Return title, journal and, unless persons were `named`, the organisation before these."""
    before = imprint.before.strip()
    if m := QUOTED.match(before):
        return m["title"].strip(), _journal(m["rest"]), ()
    segments = [s for s in STOP.split(before) if s]
    journal, segments = _take_journal(segments, imprint)
    organisation: tuple[str, ...] = ()
    if not named and len(segments) > 1 and is_name(segments[0].rstrip(".")):
        organisation, segments = (segments[0].rstrip("."),), segments[1:]
    title = EDITION.sub("", " ".join(segments)).strip(" ,;").removesuffix(".").strip()
    return title or None, journal, organisation


def _take_journal(segments: list[str], imprint: Imprint) -> tuple[str | None, list[str]]:
    """Take the journal from the end: the last segment, or several where it is abbreviated with
    full stops ("J. Biol. Chem."). The first segment is never part of it.
    """
    at = len(segments) - 1
    if at < 1 or not imprint.is_in_journal:
        return None, segments
    while at > 1 and ABBREVIATED.fullmatch(segments[at - 1]) and ABBREVIATED.match(segments[at]):
        at -= 1
    return _journal(" ".join(segments[at:])), segments[:at]


def _journal(printed: str) -> str | None:
    """Return a journal's name without "In:" and the comma or stop behind it."""
    name = IN.sub("", printed.strip(" ,;:"))
    return (name if ENDS_ABBREVIATED.search(name) else name.rstrip(".")).strip(" ,;") or None


def is_name(text: str) -> bool:
    """Whether a text looks like an organisation's name: its words begin with capitals."""
    words = [w for w in re.findall(r"[\w'’-]+", text) if w not in SMALL_WORDS]
    return 0 < len(text) <= LONGEST_NAME and bool(words) and not any(w[0].islower() for w in words)
