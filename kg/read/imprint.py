"""The imprint of a reference: when and where it appeared. Its shape tells the style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.dates import MONTH_TO_NUMBER, iso_date, parse_date

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)[a-z]?"
_NAME_OF_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_MONTH = (
    rf"(?:\s*,?\s*(?P<month>{_NAME_OF_MONTH})\.?(?:[-–/][A-Z][a-z]+)?(?:\s+(?P<day>\d{{1,2}}))?)?"
)
_VOLUME = (
    r"(?P<volume>[A-Za-z]?\d+[A-Za-z]?(?:[-–]\d+)?(?:\s*Suppl\.?(?:\s*(?:\d+|[A-Z]\b))?)?|[IVXLC]+)"
)
_ISSUE = (
    r"(?:\s*\((?P<issue>[^()]*)\)|,?\s*(?:no|nr|issue|iss)\.?\s*(?P<issue2>[\w-]+)"
    r"|\.(?P<issue3>\d+)(?=\s*\())?"
)
_PAGE = r"[A-Za-z]{0,3}\d+(?:\.?[a-z]\d+)?[A-Za-z]{0,2}\d*"
_PAGES = rf"(?P<pages>{_PAGE}(?:\s?[-–—‐‑−]\s?{_PAGE})?)"
_MARK = r"(?:pp?\.?\s*|Article\s+(?:no\.?\s*)?|art\.\s*)?"
_VOL = r"(?:vol(?:ume|\.)?\s*)?"
_END = r"(?=\s*[.,;]?\s*\Z)"

# From the most telling shape to the least, each with an example. What stands before the match is
# title and journal.
EXAMPLE_TO_SHAPE: dict[str, str] = {
    ". 2018 Jan 5;8(1):49-58": (
        rf"(?<=[\s.(]){_YEAR}{_MONTH}\s*;\s*{_VOLUME}?\s*(?:\((?P<issue>[^()]*)\))?"
        rf"\s*(?:[:,]\s*{_MARK}{_PAGES})?"
    ),
    "Sleep 5(2), 101–113 (2004)": (
        rf"[\s,]\s*{_VOL}{_VOLUME}{_ISSUE}\s*[,:]\s*{_MARK}{_PAGES}\s*\({_YEAR}\)"
    ),
    "Sleep 5, no. 2 (2004): 101–13": (
        rf"[\s,]\s*{_VOL}{_VOLUME}{_ISSUE}\s*\((?:[A-Z][a-z]+\.?\s+)?{_YEAR}\)\s*[:,]\s*"
        rf"{_MARK}{_PAGES}"
    ),
    "Sleep, vol. 5, no. 2, pp. 101–113, Jan. 2004": (
        rf",\s*vol\.?\s*{_VOLUME}{_ISSUE}\s*,\s*{_MARK}{_PAGES}\s*,"
        rf"\s*(?:[A-Z][a-z]+\.?\s+)?{_YEAR}"
    ),
    "Sleep 2004, 5(2), 101–113": (
        rf"(?<=[\s.,(]){_YEAR}\)?\s*[,:]\s*{_VOL}{_VOLUME}{_ISSUE}\s*[,:]\s*{_MARK}{_PAGES}"
    ),
    "Sleep, 47(3), 181–190.": (
        rf"[\s,]\s*{_VOL}{_VOLUME}{_ISSUE}\s*[,:]\s*{_MARK}{_PAGES}(?=\s*[.,;]?\s*\Z|\s*[.;]\s)"
    ),
    "Sleep. 1991. 24: 447–459": (
        rf"(?<=[\s.]){_YEAR}\.\s+{_VOLUME}{_ISSUE}\s*:\s*{_MARK}{_PAGES}{_END}"
    ),
    "Sleep, 47(3)": rf",\s*{_VOL}{_VOLUME}{_ISSUE}{_END}",
    "In: Sleep Studies. pp. 1601–1608": rf"[.,]\s*pp?\.?\s*{_PAGES}{_END}",
    "Naps. Sleep: 84–108": rf"(?P<lead>[.?!]\s+[^.?!:]{{3,80}}):\s*{_MARK}{_PAGES}{_END}",
    "Naps. Sleep 4": rf"(?P<lead>[.?!]\s+[^.?!:]{{3,80}}?)\s(?P<volume>\d{{1,3}}){_END}",
    "Sleep. Baltimore: Wilkins; 1998": (
        rf"(?<=[.?!,])\s+(?:[^\s.:;,][^.:;]{{1,40}}:\s*)(?P<publisher>[^;:.]{{2,60}})[;,]\s*{_YEAR}"
    ),
    "Sleep, 2004.": rf"[\s.,(]\s*{_YEAR}{_MONTH}\)?{_END}",
}
SHAPES = tuple(re.compile(shape) for shape in EXAMPLE_TO_SHAPE.values())
YEAR_AFTER_AUTHORS = re.compile(
    r"\((?P<dated>(?:1[5-9]|20)\d\d)[a-z]?(?:[,\s]\s*(?P<rest>[^()]*))?\)[.,:]?\s*|"
    r"(?P<bare>(?:1[5-9]|20)\d\d)[a-z]?[.:,]\s+|\((?:n\.d\.|in press|forthcoming)\)[.,:]?\s*"
)
ANY_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d(?=[a-z]?\b)")
SHORTENED = re.compile(r"([A-Za-z]*)(\d+)(\s?[-–—‐‑−]\s?)([A-Za-z]*)(\d+)")


@dataclass(frozen=True, slots=True)
class Imprint:
    """When and where a paper appeared, as far as printed, and what stands before that."""

    before: str
    issued: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    is_book: bool = False

    @property
    def is_in_journal(self) -> bool:
        """Whether the name of a journal stands before it."""
        places = (self.volume, self.issue, self.pages, self.issued)
        return not self.is_book and any(place is not None for place in places)


def take_year(rest: str) -> tuple[str | None, str]:
    """Return the year where it follows the authors, with month and day where these stand there,
    and the text behind it.
    """
    if not (m := YEAR_AFTER_AUTHORS.match(rest)):
        return None, rest
    year = m["dated"] or m["bare"]
    issued = parse_date(f"{m['rest']} {year}") if year and m["rest"] else None
    return issued or year, rest[m.end() :]


def find_imprint(rest: str, year: str | None) -> Imprint:
    """Find volume, issue, pages and, where it stands there, the year. `year` is the one that
    followed the authors; an imprint of another year is none.
    """
    for shape in SHAPES:
        matches = [m for m in shape.finditer(rest) if m.start()]  # an imprint stands last
        if matches and (found := _imprint(rest, matches[-1], year)):
            return found
    years = ANY_YEAR.findall(rest)
    return Imprint(rest, years[-1] if years and not year else None)


def _imprint(rest: str, m: re.Match[str], year: str | None) -> Imprint | None:
    """Make an imprint of the parts that were found."""
    parts = m.groupdict()
    printed = parts.get("year")
    if year and printed and printed != year[:4]:
        return None
    return Imprint(
        before=rest[: m.end("lead") if "lead" in parts else m.start()].strip(" ,"),
        issued=_issued(printed, parts) if printed else None,
        volume=parts.get("volume"),
        issue=next((parts[k] for k in ("issue", "issue2", "issue3") if parts.get(k)), None),
        pages=whole_pages(parts["pages"]) if parts.get("pages") else None,
        is_book="publisher" in parts,
    )


def _issued(year: str, parts: dict[str, str | None]) -> str:
    """Return the date of an imprint such as "2018 Jan 5"."""
    month = MONTH_TO_NUMBER.get((parts.get("month") or "")[:3].lower(), 0)
    return iso_date(int(year), month, int(parts.get("day") or 0))


def whole_pages(pages: str) -> str:
    """Make a shortened last page whole; the dash stays as printed.

    >>> whole_pages("118-21"), whole_pages("V41–V8"), whole_pages("e42")
    ('118-121', 'V41–V48', 'e42')
    """
    m = SHORTENED.fullmatch(pages)
    if not m or m[4] not in ("", m[1]) or len(m[5]) >= len(m[2]):
        return pages
    last = m[2][: -len(m[5])] + m[5]
    return f"{m[1]}{m[2]}{m[3]}{m[1]}{last}" if int(last) >= int(m[2]) else pages
