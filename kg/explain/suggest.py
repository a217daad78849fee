"""The line of Turtle that would have a candidate read."""

from __future__ import annotations

import re

from kg.explain.words import Words
from kg.model.ontology import KG, Relation

POS_TO_PROPERTY = {"verb": "kg:verb", "noun": "kg:eventNoun"}
ANY_KIND = KG + "Term"
OWN_PREFIX = "my:"  # as in docs/tour.md


def new_trigger(pos: str, lemma: str) -> str:
    """Return the line that makes a word state a relation, here the most general one."""
    return f'kg:affects {POS_TO_PROPERTY.get(pos, "kg:frame")} "{lemma}" .  # or a nearer relation'


def new_term(word: str, kinds: tuple[str, ...], words: Words) -> str:
    """Return the line that makes a word the name of a term, of the kind that most terms of these
    kinds have. Its IRI is in a namespace of the user's, since kg: is that of the shipped ontology.
    """
    kind = words.curie(words.commonest_kind(kinds) or ANY_KIND)
    term = f'{OWN_PREFIX}{_local(word)} a {kind} ; skos:prefLabel "{word}"@en .'
    return f"{term}  # {OWN_PREFIX} is a prefix of your own"


def wider_kinds(relation: Relation, side: str, term: str, words: Words) -> str | None:
    """Return the line that admits a term's kind on that side of a relation; None where the kind is
    not known. A second domain or range would be an intersection, so the union is written anew.
    """
    known = words.term(term)
    if known is None or not known.kinds:
        return None
    kinds = relation.domain if side == "subject" else relation.range
    name = "rdfs:domain" if side == "subject" else "rdfs:range"
    union = " ".join(words.curie(kind) for kind in (*kinds, known.kinds[0]))
    relation_ = words.curie(relation.iri)
    union_class = f"[ a owl:Class ; owl:unionOf ( {union} ) ]"
    return f"{relation_} {name} {union_class} .  # in place of the one that it has"


def _local(word: str) -> str:
    """Return a local name: "GABA-B receptor" → "gabaBReceptor"."""
    first, *rest = re.findall(r"\w+", word) or ["term"]
    return "".join([first.lower(), *(part[:1].upper() + part[1:] for part in rest)])
