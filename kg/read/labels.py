"""What a line says of itself: tables of patterns that name the parts of an article."""

from __future__ import annotations

import re

from kg.read.dates import parse_date
from kg.read.lines import TWO_SENTENCES

SECTIONS = (
    "summary", "abstract", "plain[- ]language summary", "lay summary", "author summary",
    "digest", "highlights", "key points", "key findings", "key messages", "at a glance",
    "take[- ]home messages?", "background", "introduction", "context", "importance", "rationale",
    "objectives?", "aims?", "purpose", "hypothesis", "design", "study design", "setting",
    "participants", "patients", "subjects", "patients and methods", "materials? and methods",
    "methods?", "methodology", "interventions?", "measurements?", "main outcome measures?",
    "outcomes?", "results?", "findings", "main results", "discussion", "limitations",
    "interpretation", "significance", "relevance", "conclusions?", "conclusions and relevance",
    "implications", "funding", "trial registration", "case report", "case presentation",
)  # fmt: skip
_SECTION = "|".join(SECTIONS)
# As in "Summary: Lithium …", "BACKGROUND—Lithium …", "**Results:** …", "**Results.** …".
SECTION_LABEL = re.compile(
    rf"(?:\*\*|__)?(?P<name>{_SECTION})(?:\*\*|__)?\s*[:—](?:\*\*|__)?\s*(?=\S)"
    rf"|(?:\*\*|__)(?P<bold>{_SECTION})\.?(?:\*\*|__)\s*(?=\S)",
    re.IGNORECASE,
)
SECTION_NAME = re.compile(rf"(?:\d+\.?\s+)?(?P<name>{_SECTION})\s*[:.]?", re.IGNORECASE)


def name_of(label: re.Match[str]) -> str | None:
    """Return the section's name in a label; None where it names none."""
    groups = label.groupdict()
    return groups.get("name") or groups.get("bold")


KEYWORDS_LABEL = re.compile(
    r"(?:\*\*|__)?(?:key[ -]?words?(?: and phrases)?|index terms|tags)(?:\*\*|__)?"
    r"\s*[:—–-]\s*(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
TITLE_LABEL = re.compile(r"(?:title|headline)\s*:\s*", re.IGNORECASE)

MARKDOWN_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?=\S)")
UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")  # below a Markdown heading
RULE = re.compile(r"(?:[-*_=~#•·]\s?){3,}")
TABLE_ROW = re.compile(r"[^\t]+(?:\t[^\t]*)+|[^|]*\|[^|]*\|.*")

ITEM = re.compile(
    r"[-*+•‣▪◦●–—]\s+(?=\S)"  # a bullet
    r"|\(?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})[.)]\s+(?=\S)"
    r"|\([a-z]\)\s+(?=\S)|[a-z][.)]\s+(?=[A-Z])"
)

# Where a text comes from. A label that says "this very text" gives the article its IRI.
URL = r"(?:https?://|www\.)[^\s<>\"“”]+"
DOI = r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?10\.\d{4,9}/\S+"
OWN_LABEL = r"(?:doi|pmid|url|link|permalink|available (?:at|from)|published at)"
# Labels of other texts: before any name, and those that count only before a link.
OTHER_LABEL = (
    r"(?:(?:story |original )?sources?|retold (?:from|after)|retelling of|adapted from|based on|"
    r"original(?:ly published)?(?: article| text)?(?: at| in| on)?|translated from|"
    r"re(?:printed|published) from|excerpt(?:ed)? from|(?:materials? )?provided by|"
    r"journal reference|(?:image |photo )?credit|copyright|licen[cs]e|"
    r"cite(?: this article)?(?: as)?)"
)
LINK_LABEL = rf"(?:{OTHER_LABEL}|press release|after|from|via|see|(?:read )?more(?: at)?|©)"
OWN_SOURCE = re.compile(
    rf"(?:{OWN_LABEL}\s*[:=]?\s*)?<?(?P<id>{DOI}|{URL}|(?<=\s)\d{{6,9}}|(?<=:)\d{{6,9}})>?",
    re.IGNORECASE,
)
OTHER_SOURCE = re.compile(
    rf"{OTHER_LABEL}\s*:\s*\S.*|{LINK_LABEL}\s*:?\s*<?(?:{DOI}|{URL})>?\.?", re.IGNORECASE
)
BYLINE = re.compile(
    r"[*_]*(?:(?:[Ww]ritten|[Rr]eviewed|[Pp]osted|[Ee]dited) )?[Bb]y:?\s+[A-Z][\w.’'-]+"
    r"(?:,?\s+(?:and\s+|&\s+|(?:van|von|de|der|la)\s+)*[A-Z][\w.’'-]*){0,8}[*_]*"
)
LONGEST_DATE_LINE = 100
LONGEST_SOURCE = 300  # characters; a longer line is prose

DATE_LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted|updated|date|dated|released|issued)"
    r"(?: date)?(?: online)?(?: on)?)\s*:?\s+",
    re.IGNORECASE,
)
DATE_SEPARATOR = re.compile(r"\s+[|·•–—-]\s+|\s+by\s+")


def date_of(line: str) -> str | None:
    """Return the date of a line that holds a date and at most a byline beside it, else None."""
    bare = DATE_LABEL.sub("", line, count=1) if DATE_LABEL.match(line) else line
    if date := parse_date(bare):
        return date
    parts = DATE_SEPARATOR.split(bare)
    if len(parts) > 1 and len(line) <= LONGEST_DATE_LINE:
        return next((d for p in (parts[0], parts[-1]) if (d := parse_date(p))), None)
    return None


def is_source(line: str) -> bool:
    """Whether a line only names or links where the text comes from, or who wrote it."""
    if len(line) > LONGEST_SOURCE or TWO_SENTENCES.search(line):
        return False
    return any(p.fullmatch(line) for p in (OWN_SOURCE, OTHER_SOURCE, BYLINE))
