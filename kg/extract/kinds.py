"""What the ontology says of terms and relations, indexed once for the stages that ask."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.inflection import singulars
from kg.model.ontology import KG, Ontology, Relation, Term

ORGANISM, ANATOMY = KG + "Organism", KG + "AnatomicalStructure"
PLACE = KG + "Place"
CONDITION = KG + "Condition"
PROTEIN, GENE = KG + "Protein", KG + "Gene"
DRUG_CLASS = KG + "DrugClass"
TERM = KG + "Term"
QUALITY = KG + "Quality"
SUBSTANCE, PROCEDURE = KG + "Substance", KG + "Procedure"
MOLECULAR_PROCESS = KG + "MolecularProcess"
QUANTITY = KG + "Quantity"


@dataclass(frozen=True, slots=True)
class Field:
    """Terms and relations by IRI, nouns that stand for a kind, and who is a member of what."""

    terms: Mapping[str, Term]
    relations: Mapping[str, Relation]
    class_words: Mapping[str, tuple[str, ...]]  # "drug" → kinds
    broader: Mapping[str, frozenset[str]]  # term → all classes above it
    kinds_above: Mapping[str, tuple[str, ...]]  # kind → all kinds above it
    classes: frozenset[str]  # terms that are classes of others
    values: frozenset[str]  # kinds of values of a measure, below that of qualities

    def fits(self, term: str, accepted: Iterable[str]) -> bool:
        """Whether the term is of one of these kinds; none given accepts all but values of measures
        ("high").
        """
        kinds = tuple(accepted)
        known = self.terms.get(term)
        if known is None:
            return True
        return any(k in known.kinds for k in kinds) if kinds else not self.is_quality(term)

    def is_quality(self, term: str) -> bool:
        """Whether the term is a value of a measure ("high"), rather than what is measured ("blood
        pressure").
        """
        known = self.terms.get(term)
        return known is not None and not self.values.isdisjoint(known.kinds)

    def is_place(self, term: str) -> bool:
        """Whether the term is where things happen: an organism, a part of one, a place."""
        return self.fits(term, (ORGANISM, ANATOMY, PLACE))

    def share_a_kind(self, a: str, b: str) -> bool:
        """Whether two terms have a kind in common, below the kind of all terms."""
        kinds = [set(self.terms[t].kinds) - {TERM} if t in self.terms else set() for t in (a, b)]
        return bool(kinds[0] & kinds[1])

    def is_class(self, term: str) -> bool:
        """Whether the term is a class of others: a drug class, or what a kind is called ("brain
        region").
        """
        return term in self.classes

    def lowest_common(self, a: Relation, b: Relation) -> Relation | None:
        """Return the nearest relation above both, which may be one of them."""
        of_b = (b.iri, *b.ancestors)
        return next((self.relations[r] for r in (a.iri, *a.ancestors) if r in of_b), None)


@lru_cache(maxsize=8)
def field_of(ontology: Ontology) -> Field:
    """Return the indices of an ontology, built once."""
    words: dict[str, list[str]] = {}
    for kind in ontology.kinds:
        for word in kind.class_words:
            words.setdefault(word.lower(), []).append(kind.iri)
    direct = {t.iri: t.broader for t in ontology.terms}
    return Field(
        terms={t.iri: t for t in ontology.terms},
        relations={r.iri: r for r in ontology.relations},
        class_words={w: tuple(kinds) for w, kinds in words.items()},
        broader={t: frozenset(_above(t, direct)) for t in direct},
        kinds_above={k.iri: k.ancestors for k in ontology.kinds},
        classes=frozenset(t.iri for t in ontology.terms if _is_class(t, words)),
        values=frozenset(k.iri for k in ontology.kinds if QUALITY in k.ancestors),
    )


def _is_class(term: Term, class_words: Container[str]) -> bool:
    named = (form for name in (term.label, *term.alternatives) for form in singulars(name.lower()))
    return DRUG_CLASS in term.kinds or any(form in class_words for form in named)


def _above(term: str, direct: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    todo, seen = list(direct.get(term, ())), set()
    while todo:
        if (t := todo.pop()) not in seen:
            seen.add(t)
            yield t
            todo.extend(direct.get(t, ()))
