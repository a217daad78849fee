"""IRIs of what an article holds. The article's and its papers' own IRIs come with their records.

No clock, counter of the process or path goes into a name: the same reading gives the same names.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from kg.model.claim import Citation, Claim, Mention, Quantity, Reading
from kg.model.text import Reference
from kg.rdf.terms import IRI

HASH_DIGITS = 24  # hexadecimal: 96 bits

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The IRI of everything in a reading that has one. Sentences count from 0."""

    article: IRI
    sentences: tuple[IRI, ...]
    mentions: Mapping[Mention, IRI]
    citations: Mapping[Citation, IRI]
    quantities: Mapping[Quantity, IRI]
    references: tuple[IRI, ...]  # in the order of Article.references
    claims: Mapping[Claim, IRI]


def mint_names(reading: Reading) -> Names:
    """Name everything that a reading holds.

    Two things of one sort at one place (mentions of two terms) get ``-2``, ``-3`` … by their end,
    then by what they say.
    """
    article = reading.article
    mentions = sorted(set(reading.mentions), key=lambda m: (m.span, m.term))
    citations = sorted(set(reading.citations), key=lambda c: (c.span, c.references))
    quantities = sorted(set(_all_quantities(reading)), key=lambda q: (q.span, repr(q)))
    sentences = [(f"s{s.span.start}", s.index) for s in reading.sentences]
    numbered = tuple((f"ref-{r.number}", i) for i, r in enumerate(article.references))
    return Names(
        article=IRI(article.iri),
        sentences=tuple(_name(article.iri, sentences).values()),
        mentions=_name(article.iri, ((f"m{m.span.start}", m) for m in mentions)),
        citations=_name(article.iri, ((f"cite{c.span.start}", c) for c in citations)),
        quantities=_name(article.iri, ((f"q{q.span.start}", q) for q in quantities)),
        references=tuple(_name(article.iri, numbered).values()),
        claims={c: fragment(article.iri, name) for c, name in _claim_names(reading).items()},
    )


def fragment(article: str, name: str) -> IRI:
    """Return the IRI of a part of an article. An IRI has one ``#`` at most, so an article whose
    own has one takes a slash.
    """
    return IRI(f"{article}{'/' if '#' in article else '#'}{name}")


def author_iri(reference: IRI, place: int) -> IRI:
    """Return the IRI of an author of a reference's paper; `place` counts from 1."""
    return IRI(f"{reference.value}-author-{place}")


def reference_iris(references: Iterable[Reference], names: Names) -> Mapping[int, IRI]:
    """Map the number of each reference to its IRI; of two with one number, the first holds."""
    found: dict[int, IRI] = {}
    for reference, iri in zip(references, names.references, strict=True):
        found.setdefault(reference.number, iri)
    return found


def inner_first(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield each claim after the claims that are its ends."""
    for claim in claims:
        yield from inner_first(e for e in (claim.subject, claim.object) if isinstance(e, Claim))
        yield claim


def claim_hash(sentence: str, ends: tuple[str, str, str], negated: bool, earlier: int) -> str:
    """Return the hash that names a claim.

    It is of the text of the sentence, subject, predicate and object, whether it is negated, and
    how many earlier claims of the article have the same five. JSON keeps these apart whatever
    they hold. No offset enters: a claim keeps its name when text is put before it.
    """
    text = json.dumps(["claim", sentence, *ends, negated, earlier], ensure_ascii=True)
    return sha256(text.encode("ascii")).hexdigest()[:HASH_DIGITS]


def _claim_names(reading: Reading) -> Mapping[Claim, str]:
    text = reading.article.text
    found: dict[Claim, str] = {}
    earlier: Counter[tuple[object, ...]] = Counter()
    for claim in inner_first(reading.claims):
        if claim in found:
            continue
        sentence = reading.sentences[claim.sentence].span.of(text)
        subject, object_ = (_end(end, text, found) for end in (claim.subject, claim.object))
        ends = (subject, claim.predicate, object_)
        key = (sentence, ends, claim.negated)
        found[claim] = f"c-{claim_hash(sentence, ends, claim.negated, earlier[key])}"
        earlier[key] += 1
    return found


def _end(end: str | Quantity | Claim, text: str, names: Mapping[Claim, str]) -> str:
    if isinstance(end, Claim):
        return names[end]
    return end.span.of(text) if isinstance(end, Quantity) else end


def _all_quantities(reading: Reading) -> Iterator[Quantity]:
    yield from reading.quantities
    for claim in inner_first(reading.claims):
        yield from claim.qualifiers.quantities
        if isinstance(claim.object, Quantity):
            yield claim.object


def _name(article: str, named: Iterable[tuple[str, T]]) -> dict[T, IRI]:
    seen: Counter[str] = Counter()
    found: dict[T, IRI] = {}
    for name, thing in named:
        seen[name] += 1
        found[thing] = fragment(article, name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found
