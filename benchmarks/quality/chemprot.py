"""ChemProt: what a chemical does to a gene or protein, mention by mention.

A pair is found where a link of its sentence has the terms of both mentions as its ends, and found
*typed* where the link's relation and direction are right for a type that the pair was given. A
link is *paired* where some pair of its sentence has its ends, and *typed* alike. A link with an
end that its sentence names only by a pronoun or not at all cannot be judged: nobody marked it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.quality.corpus import Marked
from benchmarks.quality.corpus_relations import DENIED, TABLE, accepts, sign_of
from benchmarks.quality.links import Link, Read

CHEMICAL = "CHEMICAL"
GENES = frozenset({"GENE-Y", "GENE-N"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A chemical and a gene of an annotated relation, with all types that the two were given."""

    sentences: frozenset[int]
    chemical: str  # IRI
    gene: str
    types: tuple[str, ...]

    def holds(self, link: Link) -> bool:
        """Whether the link is between these two, in either direction."""
        ends = {link.subject, link.object}
        return link.sentence in self.sentences and ends == {self.chemical, self.gene}


@dataclass(frozen=True, eq=False)
class Annotated:
    """The pairs of a document, and where its chemicals and genes stand."""

    found: Read

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The annotated pairs of mentions, each once."""
        marked = {mention.key: mention for mention in self.found.document.mentions}
        types: defaultdict[tuple[Marked, Marked], dict[str, None]] = defaultdict(dict)
        for relation in self.found.document.relations:
            types[marked[relation.subject], marked[relation.object]][relation.type] = None
        return tuple(self._pair(a, b, tuple(given)) for (a, b), given in types.items())

    def _pair(self, chemical: Marked, gene: Marked, types: tuple[str, ...]) -> Pair:
        sentences = frozenset(map(self.found.sentence_of, (chemical, gene)))
        return Pair(sentences, self.found.term_of[chemical], self.found.term_of[gene], types)

    @cached_property
    def places(self) -> Mapping[str, frozenset[tuple[int, str]]]:
        """Kind, "chemical" or "gene" → the sentences with the terms of it that they name."""
        named: dict[str, set[tuple[int, str]]] = {"chemical": set(), "gene": set()}
        for mention, term in self.found.term_of.items():
            kind = "gene" if mention.type in GENES else "chemical"
            named[kind].add((self.found.sentence_of(mention), term))
        return {kind: frozenset(places) for kind, places in named.items()}

    def is_judged(self, link: Link) -> bool:
        """Whether the sentence of a link names one end as a chemical and the other as a gene."""
        subject, object_ = (link.sentence, link.subject), (link.sentence, link.object)
        chemicals, genes = self.places["chemical"], self.places["gene"]
        return (subject in chemicals and object_ in genes) or (
            subject in genes and object_ in chemicals
        )

    def is_apart(self, link: Link) -> bool:
        """Whether the document names one end as a chemical and the other as a gene, but its
        sentence does not name both.
        """
        kinds = {kind: {term for _, term in places} for kind, places in self.places.items()}
        ends = ((link.subject, link.object), (link.object, link.subject))
        named = {
            term for places in self.places.values() for n, term in places if n == link.sentence
        }
        return not named.issuperset(ends[0]) and any(
            a in kinds["chemical"] and b in kinds["gene"] for a, b in ends
        )

    def held(self, link: Link) -> tuple[Pair, ...]:
        """Return the pairs that the link is between."""
        return tuple(pair for pair in self.pairs if pair.holds(link))

    def types_of(self, link: Link) -> tuple[str, ...]:
        """Return the types that the corpus gives to the link's ends in its sentence."""
        return tuple(dict.fromkeys(t for pair in self.held(link) for t in pair.types))

    def is_typed(self, link: Link) -> bool:
        """Whether the link is right for a type of a pair with these ends."""
        return any(self.is_right(p, type_, link) for p in self.held(link) for type_ in p.types)

    def is_right(self, pair: Pair, type_: str, link: Link) -> bool:
        """Whether a link of this pair is right for one of its types."""
        return accepts(self.found.names, type_, link, pair.chemical)


def tally(annotated: Annotated, links: Sequence[Link]) -> Counter[tuple[str, str]]:
    """Count the pairs and links of one document: (what, type) → number; type "" is of any."""
    return Counter([*_pairs(annotated, links), *_links(annotated, links)])


def _pairs(annotated: Annotated, links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    for pair in annotated.pairs:
        held = [link for link in links if pair.holds(link)]
        right = {t for t in pair.types if any(annotated.is_right(pair, t, k) for k in held)}
        facts = {
            "pairs": {"", *pair.types},
            "found": {"", *pair.types} if held else set(),
            "typed": {"", *right} if right else set(),
            "denied": {"", *pair.types} if any(link.negated for link in held) else set(),
        }
        yield from ((what, type_) for what, types in facts.items() for type_ in sorted(types))


def _links(annotated: Annotated, links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    for link in links:
        if annotated.is_judged(link):
            yield "links", ""
            if annotated.types_of(link):
                yield "links paired", ""
            if annotated.is_typed(link):
                yield "links typed", ""
            yield from ((what, "") for what in _signs(annotated, link))
        elif annotated.is_apart(link):
            yield "links apart", ""


def _signs(annotated: Annotated, link: Link) -> Iterator[str]:
    """Judge sign and direction of a link that has a sign, of a pair whose types have one sign: of
    these the chemical is the doer.
    """
    signs = {TABLE[type_].sign for type_ in annotated.types_of(link)} - {""}
    sign = sign_of(annotated.found.names, link.relation)
    if len(signs) == 1 and sign and not link.negated:
        yield "sign judged"
        if sign in signs:
            yield "sign right"
        if link.directed:
            yield "doer judged"
        if link.directed and any(p.chemical == link.subject for p in annotated.held(link)):
            yield "doer right"


def denied_of_found(counts: Counter[tuple[str, str]]) -> tuple[int, int]:
    """Return how many pairs annotated as denied were found denied, and how many were found."""
    return counts["denied", DENIED], counts["found", DENIED]
