"""Which terms and relations of an ontology a word of the gold may mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model.claim import Claim, Quantity, Reading
from kg.model.ontology import Ontology, Relation, Term

ANYTHING = "*"
OR = " / "
SYMMETRIC = frozenset({"associatedwith", "comparableto", "differsfrom", "bindsto"})
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def fold(name: str) -> str:
    """Return the form in which names are compared: "Post-partum  Depression" is one with
    "post partum depression".
    """
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def fold_relation(name: str) -> str:
    """Return the form in which relations are compared: "isA", "is a" and "is-a" are one."""
    return fold(name).replace(" ", "")


def local_name(iri: str) -> str:
    """Return what stands behind the last ``#`` or ``/``."""
    return re.split(r"[#/]", iri)[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Terms by preferred label and by any name; relations, with their sub-relations, by name."""

    preferred: Mapping[str, frozenset[str]]
    any: Mapping[str, frozenset[str]]
    relations: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]  # IRI → label, of terms and relations
    symmetric: frozenset[str]

    def terms(self, word: str) -> frozenset[str]:
        """Return the terms that `word` labels; those of which it is another name, if it labels
        none.
        """
        key = fold(word)
        return self.preferred.get(key) or self.any.get(key, frozenset())

    def means_end(self, word: str, end: str | Quantity | Claim, text: str) -> bool:
        """Whether `word` of the gold names this end of a claim read from `text`. An inner claim
        is written in brackets, a quantity as it stands in the text; ``*`` is anything, and
        ``a / b`` one of both.
        """
        if word == ANYTHING:
            return True
        if OR in word:
            return any(self.means_end(part, end, text) for part in word.split(OR))
        if isinstance(end, Claim):
            return self.means_claim(word, end, text)
        if isinstance(end, Quantity):
            return fold(word) == fold(end.span.of(text))
        return end in self.terms(word)

    def means_claim(self, word: str, claim: Claim, text: str) -> bool:
        """Whether ``[subject | relation | object]`` names this inner claim."""
        if not (word.startswith("[") and word.endswith("]")):
            return False
        match [part.strip() for part in word[1:-1].split(" | ")]:
            case [subject, relation, object_]:
                return (
                    self.means_end(subject, claim.subject, text)
                    and self.means_relation((relation,), claim.predicate)
                    and self.means_end(object_, claim.object, text)
                )
        return False

    def means_relation(self, words: Iterable[str], relation: str) -> bool:
        """Whether one of `words` names the relation or a super-relation of it."""
        return any(
            word == ANYTHING or relation in self.relations.get(fold_relation(word), ())
            for word in words
        )

    def show(self, end: str | Quantity | Claim, text: str) -> str:
        """Return an end or a relation as a line of a suite writes it."""
        if isinstance(end, Claim):
            parts = (end.subject, end.predicate, end.object)
            return f"[{' | '.join(self.show(part, text) for part in parts)}]"
        if isinstance(end, Quantity):
            return end.span.of(text)
        return self.labels.get(end, f"<{end}>")


def names(ontology: Ontology, reading: Reading | None = None) -> Names:
    """Index an ontology, and the terms that the reading's article has of its own."""
    terms = [*ontology.terms, *(reading.terms if reading else ())]
    return Names(
        preferred=_group((fold(term.label), term.iri) for term in terms),
        any=_group((fold(name), term.iri) for term in terms for name in names_of(term)),
        relations=_group(pair for relation in ontology.relations for pair in _named(relation)),
        labels={term.iri: term.label for term in terms}
        | {relation.iri: local_name(relation.iri) for relation in ontology.relations},
        symmetric=frozenset(r.iri for r in ontology.relations if _is_symmetric(r)),
    )


def names_of(term: Term) -> tuple[str, ...]:
    """Return all names of a term, its local name last."""
    return (term.label, *term.alternatives, *term.hidden, CAMEL.sub(" ", local_name(term.iri)))


def _named(relation: Relation) -> Iterator[tuple[str, str]]:
    yield fold_relation(relation.label), relation.iri
    for iri in (relation.iri, *relation.ancestors):
        yield fold_relation(local_name(iri)), relation.iri


def _is_symmetric(relation: Relation) -> bool:
    return relation.symmetric or fold_relation(local_name(relation.iri)) in SYMMETRIC


def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for key, iri in pairs:
        groups[key].add(iri)
    return {key: frozenset(iris) for key, iris in groups.items()}
