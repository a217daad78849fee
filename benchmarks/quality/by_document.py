"""BC5CDR and BioRED: which two things of a document are related, by identifier.

A pair is found where any sentence affirms a link between two names of its ends.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from benchmarks.quality.corpus_relations import TABLE, accepts, sign_of
from benchmarks.quality.links import Link, Read

CAUSED = "CID"  # BC5CDR's one type: a chemical brings about a disease
LOOSELY = "CID or associated"  # its annotators took "associated with" for it in case reports
CHEMICAL, DISEASE = "Chemical", "Disease"
Ids = frozenset[str]


def induced(found: Read) -> frozenset[tuple[str, str]]:
    """Return the annotated pairs of chemical and disease."""
    return frozenset((r.subject, r.object) for r in found.document.relations if r.type == CAUSED)


def induced_by(
    found: Read, links: Iterable[Link], accepted: str | None = CAUSED
) -> frozenset[tuple[str, str]]:
    """Return the pairs of chemical and disease that links affirm, by a relation that is right for
    the type `accepted`; by any where that is None.
    """
    ids = _ids(found)
    return frozenset(
        (chemical, disease)
        for link in links
        for a, b in ((link.subject, link.object), (link.object, link.subject))
        if not link.negated and (accepted is None or accepts(found.names, accepted, link, a))
        for chemical in ids.get((CHEMICAL, a), ())
        for disease in ids.get((DISEASE, b), ())
    )


def related(found: Read) -> Mapping[Ids, str]:
    """Return the annotated pairs of any two things, with their type; no pair has two."""
    return {frozenset({r.subject, r.object}): r.type for r in found.document.relations}


def related_by(found: Read, links: Iterable[Link]) -> Mapping[Ids, Counter[str]]:
    """Return the pairs that links affirm, with the signs ("+", "-", "") of the links."""
    ids: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for (_, term), named in _ids(found).items():
        ids[term] |= named
    signs: defaultdict[Ids, Counter[str]] = defaultdict(Counter)
    for link in links:
        for a in () if link.negated else ids[link.subject]:
            for b in ids[link.object]:
                if a != b:
                    signs[frozenset({a, b})][sign_of(found.names, link.relation)] += 1
    return signs


def sign_read(signs: Counter[str]) -> str:
    """Return the sign that most of a pair's links have; "" where none has one, "±" of a tie."""
    more, less = signs["+"], signs["-"]
    if more == less:
        return "±" if more else ""
    return "+" if more > less else "-"


def sign_tally(
    annotated: Mapping[Ids, str], read: Mapping[Ids, Counter[str]]
) -> Counter[tuple[str, str]]:
    """Count the annotated pairs that were found: (type, sign that was read) → number."""
    return Counter((t, sign_read(read[pair])) for pair, t in annotated.items() if pair in read)


def signs_right(counts: Counter[tuple[str, str]]) -> tuple[int, int, int]:
    """Of the found pairs whose type has a sign: how many were read with it, with any, at all."""
    signed = {(t, sign): n for (t, sign), n in counts.items() if TABLE[t].sign}
    return (
        sum(n for (t, sign), n in signed.items() if TABLE[t].sign == sign),
        sum(n for (_, sign), n in signed.items() if sign),
        sum(signed.values()),
    )


def _ids(found: Read) -> Mapping[tuple[str, str], dict[str, None]]:
    """Return (type, term) → the identifiers of its mentions."""
    ids: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for mention, term in found.term_of.items():
        ids[mention.type, term] |= dict.fromkeys(mention.ids)
    return ids


def overlap(annotated: Iterable[object], read: Iterable[object]) -> Iterator[tuple[str, int]]:
    """Yield "pairs", "read" and "right" with their numbers."""
    gold, found = set(annotated), set(read)
    yield from (("pairs", len(gold)), ("read", len(found)), ("right", len(gold & found)))
