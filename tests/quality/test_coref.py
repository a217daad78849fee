"""Anaphors and their chains, on a made-up article."""

from benchmarks.quality import coref
from kg.ontology import load

TEXT = "Abcin binds zinc. It blocks calcium. It is clear that zinc helps."
ABCIN = {"start": 0, "end": 5, "text": "Abcin", "type": "PR", "ids": ["PR:1"]}
IT = {"start": 18, "end": 20, "text": "It"}
DATA = {
    "text": TEXT,
    "entities": [ABCIN],
    "chains": [[{"start": 0, "end": 5}, {"start": 18, "end": 20}]],
    "appositions": [],
    "anaphors": [{**IT, "kind": "pronoun", "chain": 0}],
    "unchained_it": [{"start": 37, "end": 39, "text": "It", "nonreferential": True}],
}


def test_an_anaphor_is_right_where_its_chain_names_the_term():
    chained, empty = coref.measure(DATA, load())
    assert (chained.verdict, chained.groups) == ("right", ("pronouns", coref.NAMED))
    assert (empty.verdict, empty.groups) == ("left", (coref.EMPTY,))


def test_the_nearest_noun_that_agrees_is_another():
    chained, _ = coref.measure(DATA, load())
    assert not chained.nearest


def test_a_name_belongs_to_the_concept_that_bears_it_most():
    other = ABCIN | {"ids": ["PR:2"]}
    (term,) = coref.names_given([other, ABCIN, ABCIN])
    assert (term.label, term.kind) == ("abcin", "Protein")
