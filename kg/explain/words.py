"""Records of a reading → the words that a person reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extract.ends import End
from kg.model.claim import Claim, Quantity, Reading
from kg.model.ontology import Ontology, Term


class Words:
    """Labels of terms, kinds and relations, and the text of the article."""

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self.text = reading.article.text
        self.terms = {term.iri: term for term in (*ontology.terms, *reading.terms)}
        self.kinds = {kind.iri: kind.label for kind in ontology.kinds}
        self.relations = {relation.iri: relation.label for relation in ontology.relations}
        self.prefixes = sorted(ontology.prefixes.items(), key=lambda pair: -len(pair[1]))

    def term(self, iri: str) -> Term | None:
        """Return the term, None where it is not known."""
        return self.terms.get(iri)

    def label(self, iri: str) -> str:
        """Return the label of a term, else its IRI."""
        known = self.term(iri)
        return known.label if known else f"<{iri}>"

    def kind_of(self, iri: str) -> str:
        """Return the label of a term's most specific kind."""
        known = self.term(iri)
        return self.kinds.get(known.kinds[0], "term") if known and known.kinds else "term"

    def commonest_kind(self, kinds: tuple[str, ...]) -> str | None:
        """Return the most specific kind that most of the terms of these kinds have."""
        found = Counter(
            term.kinds[0]
            for term in self.terms.values()
            if term.kinds and (not kinds or set(kinds) & set(term.kinds))
        )
        return min(found, key=lambda kind: (-found[kind], kind), default=None)

    def end(self, end: End) -> str:
        """Return what an argument speaks of, with the steps to it."""
        shown = end.quantity.span.of(self.text) if end.quantity else self.label(end.term)
        marks = [*end.steps, *(["sign turned"] if end.turned else [])]
        return f"{shown} ({', '.join(marks)})" if marks else shown

    def claim_end(self, end: str | Quantity | Claim) -> str:
        """Return an end of a claim."""
        if isinstance(end, Claim):
            return f"[{self.claim(end)}]"
        return end.span.of(self.text) if isinstance(end, Quantity) else self.label(end)

    def claim(self, claim: Claim) -> str:
        """Return subject, relation and object."""
        relation = self.relations.get(claim.predicate, claim.predicate)
        denied = "not " if claim.negated else ""
        subject, object_ = self.claim_end(claim.subject), self.claim_end(claim.object)
        return f"{subject} — {denied}{relation} — {object_}"

    def qualifiers(self, claim: Claim) -> Iterator[str]:
        """Yield the qualifiers of a claim: "organism rodent"."""
        q = claim.qualifiers
        for name, values in (
            ("location", map(self.label, q.location)),
            ("organism", map(self.label, q.organism)),
            ("population", map(self.label, q.population)),
            ("quantity", (one.span.of(self.text) for one in q.quantities)),
            ("compared with", (self._compared(one) for one in q.compared_with)),
            ("condition", filter(None, (q.condition,))),
            ("share", filter(None, (q.share,))),
            ("time", filter(None, (q.time,))),
        ):
            yield from (f"{name} {value}" for value in values)

    def _compared(self, end: str) -> str:
        """Return the label of a term, or the words themselves."""
        known = self.term(end)
        return known.label if known else end

    def curie(self, iri: str) -> str:
        """Return the IRI with the ontology's prefix, else in brackets."""
        for prefix, namespace in self.prefixes:
            if iri.startswith(namespace) and re.fullmatch(r"\w+", iri[len(namespace) :]):
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri}>"
