"""How what a graph says is written for readers: names, public identifiers, papers, certainty."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

from kg.model.graph import PaperNode

# Characters that change the order of what follows, or cannot be seen: shown by their code points,
# since a label that reads otherwise than it is stored deceives (CVE-2021-42574).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]"
)

CERTAINTY_TO_WORDS = {
    "known": "the text says that it is known",
    "asserted": "the text states it",
    "probable": "the text holds it for likely",
    "possible": "the text holds it for possible",
    "open": "named, but not asserted",
}

QUALIFIER_TO_WORDS = {
    "location": "where",
    "organism": "in which organism",
    "population": "in whom",
    "quantity": "how much",
    "comparedWith": "compared with",
    "condition": "on condition",
    "share": "in which share",
    "time": "when",
}

_IRI_TO_CURIE = (
    (re.compile(r"https?://purl\.obolibrary\.org/obo/([A-Za-z]+)_(\w+)$"), r"\1:\2"),
    (re.compile(r"https?://identifiers\.org/([\w.-]+:[\w.-]+)$"), r"\1"),
    (re.compile(r"https?://identifiers\.org/([\w.-]+)/([\w.-]+)$"), r"\1:\2"),
    (re.compile(r"https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q\d+)$"), r"Wikidata:\1"),
    (re.compile(r"https?://id\.nlm\.nih\.gov/mesh/(\w+)$"), r"MESH:\1"),
)


def visible(text: str) -> str:
    r"""Return the text with invisible and reordering characters written out, as in [U+202E].

    >>> visible("drug\u202e.exe")
    'drug[U+202E].exe'
    """
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def link(iri: str) -> str | None:
    """Return the IRI where a browser may follow it, else None: `javascript:` is an IRI too."""
    try:
        parts = urlsplit(iri)
    except ValueError:
        return None
    return visible(iri) if parts.scheme in {"http", "https"} and parts.netloc else None


def short_iri(iri: str) -> str:
    """Return the CURIE of a public identifier where its IRI has a known form, else the IRI.

    >>> short_iri("http://purl.obolibrary.org/obo/CHEBI_50169")
    'CHEBI:50169'
    """
    for form, curie in _IRI_TO_CURIE:
        if form.match(iri):
            return visible(form.sub(curie, iri))
    return visible(unquote(iri.removeprefix("https://").removeprefix("http://")))


def paper_links(paper: PaperNode) -> tuple[tuple[str, str], ...]:
    """Return what is shown and where it leads, a pair an identifier: DOI, PMID, else the IRI."""
    links = []
    if paper.doi:
        doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", paper.doi, flags=re.IGNORECASE)
        links.append((f"doi:{visible(doi)}", f"https://doi.org/{quote(doi, safe='/:().')}"))
    if paper.pmid:
        links.append(
            (
                f"PMID {visible(paper.pmid)}",
                f"https://pubmed.ncbi.nlm.nih.gov/{quote(paper.pmid)}/",
            )
        )
    if not links and (address := link(paper.iri)) and "w3id.org/article-kg/" not in address:
        links.append((short_iri(paper.iri), address))
    return tuple(links)


def paper_source(paper: PaperNode) -> str:
    """Return journal, volume, issue and pages as they are cited: `J Mood 8(1):49–58`."""
    volume = (paper.volume or "") + (f"({paper.issue})" if paper.issue else "")
    place = ":".join(part for part in (volume, (paper.pages or "").replace("-", "–")) if part)
    return visible(" ".join(part for part in (paper.journal, place) if part))


def year(issued: str | None) -> str:
    """Return the year of a date of any precision, or nothing."""
    return visible(issued[:4]) if issued else ""
