"""Citations: which references a marker stands for.

`find_citations` runs after `split_sentences`. The splitter needs the markers too ("rate.3 Next"
is a sentence's end), so it asks `marker_spans`, which looks at the article alone; the parser asks
the same and does not see them (`mask`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from kg.extract.marker import Marker, NameYear
from kg.extract.markers import find_markers
from kg.model.claim import Citation, Reading
from kg.model.names import surname
from kg.model.ontology import Ontology
from kg.model.text import Article, Reference, Span

FEW_AUTHORS = 2  # are printed in full in a marker


def find_citations(reading: Reading, ontology: Ontology) -> Reading:  # noqa: ARG001 - a Stage
    """Find the markers of every sentence and resolve them. One that resolves to nothing, or to
    two references, is a citation that says so.
    """
    starts = [s.span.start for s in reading.sentences]
    found = []
    for marker, numbers, fault in resolved_markers(reading.article):
        at = bisect_right(starts, marker.span.start) - 1
        if at >= 0 and reading.sentences[at].span.holds(marker.span):
            found.append(Citation(marker.span, at, numbers, fault))
    return replace(reading, citations=tuple(found))


def marker_spans(article: Article) -> tuple[Span, ...]:
    """Return what the citation markers hide from the sentence, in text order: "1" of "rate1.",
    "[2, 3]", "(Nichols, 2016)", "(2016)" of "Nichols (2016) showed".
    """
    return tuple(marker.hidden for marker, _, _ in resolved_markers(article))


def mask(text: str, spans: Iterable[Span]) -> str:
    """Return the text with blanks in place of the spans; its length stays.

    >>> mask("rate1.", [Span(4, 5)])
    'rate .'
    """
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(characters)


@lru_cache(maxsize=4)  # asked by the splitter, the stage and the parser
def resolved_markers(article: Article) -> tuple[tuple[Marker, tuple[int, ...], str | None], ...]:
    """Return each marker with the numbers of its references and what is wrong with it. A name
    with a year is none where no reference begins with such a name: "(Boston, 2019)".
    """
    out = []
    for printed in find_markers(article):
        marker = _without_adverb(printed, article)
        numbers, faults = _resolve(marker, article.references)
        if marker.sure or _named_in(marker.works, article):
            out.append((marker, numbers, "; ".join(faults) or None))
    return tuple(out)


def _without_adverb(marker: Marker, article: Article) -> Marker:
    """Return "However, Goodwin et al. (2022)" without its first word, where no reference begins
    with all of the names and some reference does with those behind the comma.
    """
    first = marker.works[0].names[0] if marker.works else ""
    head = re.match(rf"{re.escape(first)},\s+", marker.span.of(article.text)) if first else None
    later = tuple(replace(work, names=work.names[1:]) for work in marker.works)
    if head is None or not all(work.names for work in later):
        return marker
    if _named_in(marker.works, article) or not _named_in(later, article):
        return marker
    span = Span(marker.span.start + head.end(), marker.span.end)
    return replace(marker, span=span, works=later)


def _named_in(works: tuple[NameYear, ...], article: Article) -> bool:
    return any(_authors_fit(work, reference) for work in works for reference in article.references)


def _resolve(
    marker: Marker, references: tuple[Reference, ...]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the numbers that stand for one reference each, and a line for each other part."""
    if not references:
        return (), ("the article has no reference list",)
    found = [_by_number(number, references) for number in marker.numbers]
    found += [_by_authors(work, references) for work in marker.works]
    numbers = dict.fromkeys(f for f in found if isinstance(f, int))
    return tuple(numbers), tuple(f for f in found if isinstance(f, str))


def _by_number(number: int, references: tuple[Reference, ...]) -> int | str:
    """Return the number if one reference carries it, else what is wrong."""
    carrying = sum(r.number == number for r in references)
    if carrying == 1:
        return number
    if carrying:
        return f"{carrying} references have the number {number}"
    return f"no reference has the number {number}"


def _by_authors(work: NameYear, references: tuple[Reference, ...]) -> int | str:
    """Return the number of the one reference by these authors of this year, else what is wrong.
    The count of authors decides only where more than one fits.
    """
    said = f"{' and '.join(work.names)}{' et al.' if work.et_al else ''} {work.year}"
    fitting = [r for r in references if _year_fits(work.year, r) and _authors_fit(work, r)]
    if len(fitting) > 1:
        fitting = [r for r in fitting if _is_short_for_many(r) == work.et_al] or fitting
    if not fitting:
        return f"no reference fits {said}"
    if len(fitting) > 1:
        return f"several references fit {said}"
    return _by_number(fitting[0].number, references)


def _is_short_for_many(reference: Reference) -> bool:
    """Whether a marker would print "et al." for the reference."""
    return reference.paper.et_al or len(reference.paper.authors) > FEW_AUTHORS


def _year_fits(year: str, reference: Reference) -> bool:
    """Compare years; the letter of "2019a" is looked for in the reference as printed."""
    issued = reference.paper.issued or ""
    letter = reference.paper.year_letter
    return issued[:4] == year[:4] and (year[4:] == letter or not (year[4:] and letter))


def _authors_fit(work: NameYear, reference: Reference) -> bool:
    """Whether the reference begins with the authors that the marker names."""
    first, surnames = _names_of(reference.paper.authors)
    return _fold(work.names[0]) in first and all(_fold(n) in surnames for n in work.names[1:])


@lru_cache(maxsize=4096)  # asked for every marker and reference
def _names_of(authors: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the first author may be called in a marker, and the surnames of all."""
    if not authors:
        return frozenset(), frozenset()
    surnames = [_fold(surname(author)) for author in authors]
    first = (surnames[0], _fold(authors[0]), _fold(initials(authors[0])))
    return frozenset(first), frozenset(surnames)


def initials(organisation: str) -> str:
    """Return the letters that stand for an organisation: "World Health Organization" → "WHO"."""
    return "".join(re.findall(r"\b[^\W\d_a-z]", organisation))


@lru_cache(maxsize=4096)
def _fold(name: str) -> str:
    """Fold case, accents and dashes."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^\w]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()
