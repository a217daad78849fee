"""Markers that name author and year: "(Nichols, 2016)", "Nichols (2016) showed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.marker import Marker, NameYear, Page
from kg.model.text import Span

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
    rf"(?:[^\W\d_]\.[ -]?)*(?P<names>{_NAMES})(?P<et_al>{_ET_AL})?,?\s*\(?(?P<years>{_YEARS})\)?"
    r"(?:\s*[,:]\s*(?:pp?\.\s*)?\d+(?:[-–]\d+)?)?(?:,?\sfor (?:an? )?(?:overviews?|reviews?))?\s*"
)
BRACKETED = re.compile(rf"[(\[]([^()\[\]]*\b{_YEAR}[^()\[\]]*)[)\]]")
TEXTUAL = re.compile(
    rf"(?<![\w-])(?P<names>{_NAME}(?:,\s{_NAME})*(?:,?\s(?:and|&)\s{_NAME})?)(?P<et_al>{_ET_AL})?"
    rf"(?:['’]s?)?\s(?P<years>[(\[](?:{_YEARS})(?:\s*[,:]\s*(?:pp?\.\s*)?\d+(?:[-–]\d+)?)?[)\]])"
)
YEARS_ALONE = re.compile(rf"\s*{_YEARS}\s*")  # "; 2020b" after "Jones, 2020a"
UNPUBLISHED = re.compile(
    r".*\b(?:unpublished|in press|in preparation|personal communications?|submitted|"
    r"forthcoming)\b.*",
    re.DOTALL,
)
YEAR_OR_LETTER = re.compile(rf"{_YEAR}|(?<=[,&\s])[a-z]\b")
PAGES = re.compile(r"[:,]\s*pp?\..*|:.*")
NO_AUTHOR = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter monday tuesday "
    "wednesday thursday friday saturday sunday since until in from to about circa the this that "
    "these those a an it its and but or by of for with as at on after before during version".split()
)


def author_year(page: Page) -> Iterator[Marker]:
    """Yield "(Nichols, 2016)", "(Smith et al., 2019; Jones 2020)", "Nichols (2016) showed"."""
    for m in BRACKETED.finditer(page.text, page.span.start, page.span.end):
        if works := _works(m[1]):
            yield _name_year(m.span(), m.span(), works)
    for m in TEXTUAL.finditer(page.text, page.span.start, page.span.end):
        names = _surnames(m["names"])
        if names and names[0].lower() not in NO_AUTHOR:
            works = _each_year(names, m["et_al"], m["years"])
            yield _name_year(m.span(), m.span("years"), works)


def _works(inside: str) -> tuple[NameYear, ...]:
    """Return the works of a bracket; none where some part of it is something else. What is not
    published is in no list.
    """
    out: list[NameYear] = []
    for part in re.split(
        rf";|(?<=\d\d\d\d),(?=\s+{_NAME}\W)|(?<=\d\d\d\d[a-z]),(?=\s+{_NAME}\W)", inside
    ):
        if out and YEARS_ALONE.fullmatch(part):
            out += _each_year(out[-1].names, "et al." if out[-1].et_al else None, part)
            continue
        if UNPUBLISHED.fullmatch(part):
            continue
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
    """Write out "2019a, b, 2020", page numbers left out."""
    out: list[str] = []
    for m in YEAR_OR_LETTER.finditer(PAGES.sub("", years)):
        out.append(f"{out[-1][:4]}{m[0]}" if len(m[0]) == 1 else m[0])
    return tuple(NameYear(names, et_al is not None, year) for year in out)


def _name_year(
    span: tuple[int, int], hidden: tuple[int, int], works: tuple[NameYear, ...]
) -> Marker:
    sure = any(w.et_al or len(w.names) > 1 for w in works)
    return Marker(Span(*span), Span(*hidden), works=works, sure=sure)
