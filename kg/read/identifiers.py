"""DOI and PMID of a reference, and what else stands there beside the paper's own description."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

DOI = re.compile(
    r"(?P<url>(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?:doi\s*[:=]?\s*)*"
    r"(?P<doi>10\.\d{4,9}(?:\.\d+)*/[^\s\"“”]+)",
    re.IGNORECASE,
)
PMID = re.compile(
    r"\bPMID\s*:?\s*(?P<pmid>\d{1,8})\b|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(?P<url>\d{1,8})\b",
    re.IGNORECASE,
)
NOISE = re.compile(  # what libraries, web pages and typesetters add
    r"\bPMC(?:ID)?\s*:?\s*(?:PMC)?\d+|\bPubMed(?: Central)?\b|\bGoogle Scholar\b|\[?\bCrossRef\]?|"
    r"\bEpub(?: ahead of print)?(?:\s*\d{4}(?:[\s/]+[A-Z]?[a-z]*\d*)?(?:[\s/]+\d{1,2})?)?|"
    r"\[(?:Internet|Online|PubMed|Medline|Article in [^\]]*|cited [^\]]*|published online[^\]]*|"
    r"corrected|erratum[^\]]*|e?-?print)\]|"
    r"\bPublished online[^.;]*|\(?\b(?:last )?(?:accessed|retrieved|viewed)\b(?: on)?:?[^.;)]*\)?|"
    r"\b(?:available (?:from|at|online)|retrieved from)\s*:?|https?://\S+|\bwww\.\S+|\(\s*\)|"
    r"\bdoi\s*:|\bFree (?:full text|PMC article)\b",
    re.IGNORECASE,
)
EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=[\w.,;:!?])_{1,2}(?!\w)")  # Markdown
LEFT_AT_END = re.compile(r"(?:\s*[(\[]\s*[)\]]|\s+[.,;:)\]]+)+\Z")
HYPHENS = str.maketrans("‐‑−–", "----")  # no DOI holds these; typesetters put them in
CLOSING_TO_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


@dataclass(frozen=True, slots=True)
class Identified:
    """The identifiers of a reference, and its text without them."""

    doi: str | None
    pmid: str | None
    rest: str


def take_identifiers(body: str) -> Identified:
    """Take DOI, PMID, web addresses and library marks out of a reference."""
    doi = pmid = None
    if m := DOI.search(body):
        printed = unquote(m["doi"]) if m["url"] else m["doi"]
        doi = clean_doi(printed)
        end = m.end() if m["url"] else m.start("doi") + len(doi)
        body = f"{body[: m.start()]} {body[end:]}"
    if m := PMID.search(body):
        pmid = m["pmid"] or m["url"]
        body = f"{body[: m.start()]} {body[m.end() :]}" if m["pmid"] else body
    rest = " ".join(EMPHASIS.sub("", NOISE.sub(" ", body)).split())
    return Identified(doi, pmid, LEFT_AT_END.sub("", rest))


def clean_doi(doi: str) -> str:
    """Return a DOI without what stands behind it in print: stops, quotes, brackets that were
    opened before it. Lower case, since DOIs compare so.

    >>> clean_doi("10.5555/0040-1234(93)70215-4).")
    '10.5555/0040-1234(93)70215-4'
    """
    doi = doi.translate(HYPHENS)
    while doi and (doi[-1] in ".,;:'’*|" or _closes_too_much(doi)):
        doi = doi[:-1]
    return doi.lower()


def _closes_too_much(doi: str) -> bool:
    """Whether a DOI ends in a bracket that is not opened in it."""
    opening = CLOSING_TO_OPENING.get(doi[-1])
    return opening is not None and doi.count(doi[-1]) > doi.count(opening)
