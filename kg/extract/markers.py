"""Citation markers as printed: found here, resolved in citations.py; a module a form.

Numbers in round brackets or glued to a word look like much else: those forms are doubtful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from kg.extract.author_year_markers import author_year
from kg.extract.glued_markers import glued, is_beyond_doubt
from kg.extract.marker import Marker, Page
from kg.extract.numbered_markers import in_words, round_brackets, square_brackets, superscripts
from kg.model.text import Article, BlockKind

READ = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM})


Find = Callable[[Page], Iterator[Marker]]
PLAIN_FORMS: tuple[Find, ...] = (square_brackets, author_year, superscripts, in_words)
DOUBTFUL_FORMS: tuple[Find, ...] = (round_brackets, glued)  # look like much else

ENOUGH_FOR_A_STYLE = 3  # markers


@lru_cache(maxsize=4)  # the splitter, the stage and the parser ask for the same article
def find_markers(article: Article) -> tuple[Marker, ...]:
    """Return the markers of the article in text order; no two overlap."""
    numbers = frozenset(r.number for r in article.references)
    counts = Counter(re.findall(r"\w+", article.text))
    written = frozenset(word for word in counts if word.isalpha())
    words = written | frozenset(map(str.lower, written))
    pages = [
        Page(article.text, b.span, numbers, counts, words) for b in article.blocks if b.kind in READ
    ]
    plain = [m for page in pages for find in PLAIN_FORMS for m in find(page)]
    doubtful = [m for page in pages for find in DOUBTFUL_FORMS for m in find(page)]
    if len(plain) >= max(ENOUGH_FOR_A_STYLE, len(doubtful)):
        # Most articles cite in one style: "Lamp1" and "F (1, 20)" are none of it.
        doubtful = [m for page in pages for m in glued(page) if is_beyond_doubt(page, m)]
        doubtful = doubtful if _is_numbered(article) else []
    return _without_overlaps((*plain, *doubtful))


def _is_numbered(article: Article) -> bool:
    """Whether the reference list is printed with numbers."""
    return any(r.span.of(article.text).startswith(str(r.number)) for r in article.references)


def _without_overlaps(markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Keep, of markers that overlap, the one whose form comes first; return them in text order."""
    kept: dict[int, Marker] = {}  # by each character that they take
    for marker in markers:
        taken = range(marker.span.start, marker.span.end)
        if not any(i in kept for i in taken):
            kept |= dict.fromkeys(taken, marker)
    return tuple(sorted(dict.fromkeys(kept.values()), key=lambda m: m.span))
