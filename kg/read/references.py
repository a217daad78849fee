"""A reference as printed → `Paper`: Vancouver, AMA, APA, Harvard, Nature, IEEE, Chicago.

Every style prints the same parts in another order. The identifiers are taken out first, then the
authors at the start, then the imprint (year, volume, issue, pages), which tells the style; title
and journal are what stands between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from kg.model.names import paper_iri
from kg.model.text import Paper
from kg.read.authors import Authors, find_authors
from kg.read.dates import MONTH_TO_NUMBER, iso_date, parse_date

DOI = re.compile(
    r"(?P<url>(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?:doi\s*[:=]?\s*)*"
    r"(?P<doi>10\.\d{4,9}(?:\.\d+)*/[^\s\"“”]+)",
    re.IGNORECASE,
)
PMID = re.compile(r"\bPMID\s*:?\s*(?P<pmid>\d{1,8})\b|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(?P<url>\d+)",
                  re.IGNORECASE)  # fmt: skip
NOISE = re.compile(  # what stands in references and is none of their parts
    r"\bPMC(?:ID)?\s*:?\s*(?:PMC)?\d+|\bPubMed(?: Central)?\b|\bEpub (?:ahead of print)?"
    r"(?:\s*\d{4}(?:\s+[A-Z][a-z]{2})?(?:\s+\d{1,2})?)?|\[(?:Internet|Online|PubMed|CrossRef|"
    r"Google Scholar|Medline|Article in [^\]]*|cited [^\]]*|published online[^\]]*)\]|"
    r"\bPublished online[^.;]*|\(?\b(?:last )?(?:accessed|retrieved|viewed)\b(?: on)?:?[^.;)]*\)?|"
    r"\b(?:available (?:from|at|online)|retrieved from)\s*:?|https?://\S+|\bwww\.\S+|\(\s*\)|"
    r"\bdoi\s*:|\bFree (?:full text|PMC article)\b",
    re.IGNORECASE,
)
CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?"
_MONTH = r"(?:\s*,?\s*(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?(?:[-–/][A-Z][a-z]+)?(?:\s+(?P<day>\d{1,2}))?)?"
_VOLUME = (
    r"(?P<volume>[A-Za-z]?\d+[A-Za-z]?(?:[-–]\d+)?(?:\s*Suppl\.?(?:\s*(?:\d+|[A-Z]\b))?)?|[IVXLC]+)"
)
_ISSUE = r"(?:\s*\((?P<issue>[^()]*)\)|,?\s*(?:no|nr|issue|iss)\.?\s*(?P<issue2>[\w-]+)|\.(?P<issue3>\d+)(?=\s*\())?"
_PAGE = r"[A-Za-z]{0,3}\d+(?:\.?[a-z]\d+)?[A-Za-z]{0,2}\d*"
_PAGES = rf"(?P<pages>{_PAGE}(?:\s?[-–—‐‑−]\s?{_PAGE})?)"
_MARK = r"(?:pp?\.?\s*|Article\s+(?:no\.?\s*)?|art\.\s*)?"

# From the most telling to the least. What precedes the match is title and journal.
IMPRINTS = tuple(
    re.compile(form)
    for form in (
        # 2018;8(1):49-58 · 2018 Jan 5;8(Suppl 1):S49-58 · 2021;0(0)
        rf"(?<=[\s.(]){_YEAR}{_MONTH}\s*;\s*{_VOLUME}?\s*(?:\((?P<issue>[^()]*)\))?\s*(?:[:,]\s*{_MARK}{_PAGES})?",
        # 5, 101–113 (2004) · 5(2), 101 (2004)
        rf"[\s,]\s*(?:vol\.?\s*)?{_VOLUME}{_ISSUE}\s*[,:]\s*{_MARK}{_PAGES}\s*\({_YEAR}\)",
        # 5.2 (2004): 101-113 · 5, no. 2 (2004): 101–13
        rf"[\s,]\s*(?:vol\.?\s*)?{_VOLUME}{_ISSUE}\s*\((?:[A-Z][a-z]+\.?\s+)?{_YEAR}\)\s*[:,]\s*{_MARK}{_PAGES}",
        # vol. 5, no. 2, pp. 101–113, Jan. 2004
        rf",\s*(?:vol\.?\s*){_VOLUME}{_ISSUE}\s*,\s*{_MARK}{_PAGES}\s*,\s*(?:[A-Z][a-z]+\.?\s+)?{_YEAR}",
        # 2004, 5(2), 101–113 · 2004, 5, 101 (MDPI) · 2004:5:101
        rf"(?<=[\s.,(]){_YEAR}\)?\s*[,:]\s*(?:vol\.?\s*)?{_VOLUME}{_ISSUE}\s*[,:]\s*{_MARK}{_PAGES}",
        # , 47(3), 181–190 · 5: 101–113 · , vol. 5, no. 2, pp. 101–113
        rf"[\s,]\s*(?:vol(?:ume|\.)?\s*)?{_VOLUME}{_ISSUE}\s*[,:]\s*{_MARK}{_PAGES}(?=\s*[.,;]?\s*\Z|\s*[.;]\s)",
        # 1991. 24: 447–459
        rf"(?<=[\s.]){_YEAR}\.\s+{_VOLUME}{_ISSUE}\s*:\s*{_MARK}{_PAGES}(?=\s*[.,;]?\s*\Z)",
        # , 47(3) · , 5
        rf",\s*(?:vol(?:ume|\.)?\s*)?{_VOLUME}{_ISSUE}(?=\s*[.,;]?\s*\Z)",
        # . In: Advances in Systems. pp. 1601–1608
        rf"[.,]\s*pp?\.?\s*{_PAGES}(?=\s*[.,;]?\s*\Z)",
        # . Wilmott: 84–108 · . PLoS Biology 4
        rf"(?P<lead>[.?!]\s+[^.?!:]{{3,80}}):\s*{_MARK}{_PAGES}(?=\s*[.,;]?\s*\Z)",
        r"(?P<lead>[.?!]\s+[^.?!:]{3,80}?)\s(?P<volume>\d{1,3})(?=\s*\.?\s*\Z)",
        # Baltimore: Wilkins; 1998
        rf"(?<=[.?!,])\s+(?:[^\s.:;,][^.:;]{{1,40}}:\s*)(?P<publisher>[^;:.]{{2,60}})[;,]\s*{_YEAR}",
        # 2004 at the end
        rf"[\s.,(]\s*{_YEAR}{_MONTH}\)?(?=\s*[.,;]?\s*\Z)",
    )
)
YEAR_AFTER_AUTHORS = re.compile(
    r"\((?P<dated>(?:1[5-9]|20)\d\d)(?P<letter>[a-z])?(?:[,\s]\s*(?P<rest>[^()]*))?\)[.,:]?\s*|"
    r"(?P<bare>(?:1[5-9]|20)\d\d)[a-z]?[.:,]\s+|\((?:n\.d\.|in press|forthcoming)\)[.,:]?\s*"
)
ANY_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d(?=[a-z]?\b)")
QUOTED = re.compile(
    r"[\"“‘'«](?P<title>.{8,}?)[,.]?[\"”’'»](?=[,.\s]|\Z)[,.]?\s*(?P<rest>.*)", re.DOTALL
)
SEGMENT = re.compile(r"(?<=[.?!])[\"”’']?\s+(?=\S)")
ABBREVIATED = re.compile(
    r"(?:[A-Z][a-zé]{0,8}|[A-Z]{1,5}|of|the|and|&)(?:\s+(?:[A-Z][a-zé]{0,8}|&))?\.?"
)
EDITION = re.compile(r"\.?\s*\(?\b(?:\d+(?:st|nd|rd|th)|[Rr]ev(?:ised)?\.?)\s+ed(?:ition|n)?\.?\)?")
MOST_ORGANISATION = 120  # characters
SMALL_WORDS = frozenset("of the and for in on to a an & de la des et del und für der".split())


@dataclass(frozen=True, slots=True)
class Imprint:
    """When and where a paper appeared, as far as printed, and what stands before that."""

    before: str
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    is_book: bool = False


def parse_reference(body: str) -> Paper:
    """Parse a reference without its number. What is not found is None, never guessed."""
    doi, pmid, rest = _take_identifiers(body)
    authors, rest = _take_authors(rest)
    year, rest = _take_year(rest)
    imprint = _find_imprint(rest, year)
    names, title, journal = _title_and_journal(imprint, authors)
    first = names[0] if names else None
    issued = year or imprint.year
    return Paper(
        iri=paper_iri(doi=doi, pmid=pmid, author=_surname(first), year=issued and issued[:4],
                      title=title, text=body),
        title=title,
        authors=names,
        et_al=bool(authors and authors.et_al),
        journal=journal,
        issued=issued,
        year_letter=_year_letter(body, issued),
        volume=imprint.volume,
        issue=imprint.issue,
        pages=imprint.pages,
        doi=doi,
        pmid=pmid,
    )  # fmt: skip


def clean_doi(doi: str) -> str:
    """Return a DOI without what stands behind it in print: stops, quotes, brackets that were
    opened before it. Lower case, since DOIs compare so.

    >>> clean_doi("10.5555/0040-1234(93)70215-4).")
    '10.5555/0040-1234(93)70215-4'
    """
    doi = doi.translate(HYPHENS)
    while doi and (
        doi[-1] in ".,;:'’*|"
        or (doi[-1] in CLOSERS and doi.count(doi[-1]) > doi.count(CLOSERS[doi[-1]]))
    ):
        doi = doi[:-1]
    return doi.lower()


HYPHENS = str.maketrans("‐‑−–", "----")  # no DOI holds these; typesetters put them in


def whole_pages(pages: str) -> str:
    """Make a shortened last page whole; the dash stays as printed.

    >>> whole_pages("118-21"), whole_pages("V41–V8"), whole_pages("e42")
    ('118-121', 'V41–V48', 'e42')
    """
    m = re.fullmatch(r"([A-Za-z]*)(\d+)(\s?[-–—‐‑−]\s?)([A-Za-z]*)(\d+)", pages)
    if not m or m[4] not in ("", m[1]) or len(m[5]) >= len(m[2]):
        return pages
    last = m[2][: -len(m[5])] + m[5]
    return f"{m[1]}{m[2]}{m[3]}{m[1]}{last}" if int(last) >= int(m[2]) else pages


def _take_identifiers(body: str) -> tuple[str | None, str | None, str]:
    """Return DOI, PMID and the text without these, web addresses and library marks."""
    doi = pmid = None
    if m := DOI.search(body):
        doi = clean_doi(unquote(m["doi"]) if m["url"] else m["doi"])
        end = m.start("doi") + len(doi) if not m["url"] else m.end()
        body = f"{body[: m.start()]} {body[end:]}"
    if m := PMID.search(body):
        pmid = m["pmid"] or m["url"]
        if m["pmid"]:
            body = f"{body[: m.start()]} {body[m.end() :]}"
    rest = " ".join(NOISE.sub(" ", body).split())
    return doi, pmid, re.sub(r"(?:\s*[(\[]\s*[)\]]|\s+[.,;:)\]]+)+\Z", "", rest)


def _take_authors(rest: str) -> tuple[Authors | None, str]:
    """Return the authors and what follows; an organisation is told by the year behind it."""
    if authors := find_authors(rest):
        return authors, rest[authors.end :]
    m = re.match(rf"(?P<name>[^()]{{2,{MOST_ORGANISATION}}}?)[.,]?\s*(?=\((?:1[5-9]|20)\d\d)", rest)
    if m and _is_name(m["name"]):
        return Authors((m["name"],), False, m.end()), rest[m.end() :]
    return None, rest


def _take_year(rest: str) -> tuple[str | None, str]:
    """Return the year where it follows the authors, with month and day where these stand there."""
    if not (m := YEAR_AFTER_AUTHORS.match(rest)):
        return None, rest
    year = m["dated"] or m["bare"]
    if year and m["rest"]:
        year = parse_date(f"{m['rest']} {year}") or year
    return year, rest[m.end() :]


def _find_imprint(rest: str, year: str | None) -> Imprint:
    """Find volume, issue, pages and, where it stands there, the year."""
    for form in IMPRINTS:
        *_, m = (None, *(m for m in form.finditer(rest) if m.start()))  # the imprint stands last
        if not m:
            continue
        parts = m.groupdict()
        issue = next((parts[k] for k in ("issue", "issue2", "issue3") if parts.get(k)), None)
        printed = parts.get("year")
        if year and printed and printed != year[:4]:
            continue
        return Imprint(
            rest[: m.end("lead") if "lead" in parts else m.start()].strip(" ,"),
            printed and _with_month(printed, parts),
            parts.get("volume"),
            issue,
            whole_pages(parts["pages"]) if parts.get("pages") else None,
            bool(parts.get("publisher")),
        )
    years = ANY_YEAR.findall(rest)
    return Imprint(rest, years[-1] if years and not year else None)


def _with_month(year: str, parts: dict[str, str | None]) -> str:
    """Return the date of an imprint such as "2018 Jan 5"."""
    month = MONTH_TO_NUMBER.get((parts.get("month") or "")[:3].lower(), 0)
    return iso_date(int(year), month, int(parts.get("day") or 0))


def _year_letter(body: str, issued: str | None) -> str:
    """Return the letter that tells two works of one year apart: "a" of "2021a"."""
    m = re.search(rf"\b{issued[:4]}([a-z])\b", body) if issued else None
    return m[1] if m else ""


def _title_and_journal(
    imprint: Imprint, authors: Authors | None
) -> tuple[tuple[str, ...], str | None, str | None]:
    """Return authors, title and journal."""
    names = authors.names if authors else ()
    before = imprint.before.strip()
    if m := QUOTED.match(before):
        return names, m["title"].strip(), _journal(m["rest"])
    segments = [s for s in SEGMENT.split(before) if s]
    journal, segments = _take_journal(segments, imprint)
    if not names and len(segments) > 1 and _is_name(segments[0].rstrip(".")):
        names, segments = (segments[0].rstrip("."),), segments[1:]
    title = EDITION.sub("", " ".join(segments)).strip(" ,;")
    return names, title.removesuffix(".").strip() or None, journal


def _take_journal(segments: list[str], imprint: Imprint) -> tuple[str | None, list[str]]:
    """Take the journal from the end: the last segment, or several where it is abbreviated with
    full stops ("J. Biol. Chem."). Books and pages have none.
    """
    located = imprint.volume or imprint.pages or imprint.issue or imprint.year
    if len(segments) < 2 or imprint.is_book or not located:
        return None, segments
    at = len(segments) - 1
    while at > 1 and ABBREVIATED.fullmatch(segments[at - 1]) and ABBREVIATED.match(segments[at]):
        at -= 1
    return _journal(" ".join(segments[at:])), segments[:at]


def _journal(printed: str) -> str | None:
    """Return a journal's name without what leads to it and the comma or stop behind it."""
    name = re.sub(r"\A(?:in\s*:\s*|in\s+(?=[A-Z]))", "", printed.strip(" ,;:"), flags=re.IGNORECASE)
    return (name if re.search(r"\b\w{1,5}\.\s.*\.\Z", name) else name.rstrip(".")).strip(
        " ,;"
    ) or None


def _is_name(text: str) -> bool:
    """Whether a text looks like an organisation's name: its words begin with capitals."""
    words = [w for w in re.findall(r"[\w'’-]+", text) if w not in SMALL_WORDS]
    return bool(words) and len(text) <= MOST_ORGANISATION and all(not w[0].islower() for w in words)


def _surname(name: str | None) -> str | None:
    """Return the surname of a printed name, for the paper's IRI."""
    return name and (
        name.split(",")[0] if "," in name else re.sub(r"(?:\s+[^\W\d_]{1,4}\Z)", "", name)
    )
