"""The tables that map words of the gold to the ontology name what it has.

The annotated texts are no part of the repository; the tables are.
"""

import pytest

from benchmarks.quality import article_facts, prose, report
from benchmarks.quality.places import rows, words
from benchmarks.quality.relations import TABLE, translate
from kg.evaluate import GoldClaim
from kg.evaluate.names import fold_relation, local_name, names
from kg.model.claim import Quantity
from kg.model.text import Span
from kg.ontology import load

NO_RELATION = {"sameAs"}  # found where two names lead to one term
NO_TERM = {"allo-biosynthesis", "relapse-rate", "population", "date", "brain-center"}


@pytest.fixture(scope="module")
def ontology():
    return load()


def test_every_relation_is_one_of_the_ontology(ontology):
    known = names(ontology).relations
    used = {word for pair in TABLE.values() for side in pair for word in side}
    assert {word for word in used - NO_RELATION if fold_relation(word) not in known} == set()


def test_every_name_is_one_of_the_ontology(ontology):
    known = names(ontology)
    missing = {
        gold
        for gold, cell in rows("article_terms.tsv")
        if "[" not in cell and not any(map(known.terms, words(cell)))
    }
    assert missing <= NO_TERM


def test_every_kind_is_one_of_the_ontology(ontology):
    kinds = {local_name(kind.iri) for kind in ontology.kinds}
    assert {term.kind for term in prose.terms()} <= kinds


def test_a_word_without_a_row_stands_for_itself():
    claim = GoldClaim(subject="a", predicates=("treats",), object="b")
    assert translate(claim) == claim


def test_a_word_may_mean_a_relation_with_its_ends_swapped():
    claim = translate(GoldClaim(subject="a", predicates=("brandOf",), object="b"))
    assert claim.inverse == ("marketedAs",)


@pytest.mark.parametrize(
    ("words_", "quantity", "right"),
    [
        ("6-12 Hz", {"min": "6.0", "max": "12.0"}, True),
        ("6-12 Hz", {"min": "6.0", "max": "13"}, False),
        ("about 5%", {"value": "5"}, True),
        ("several weeks", {}, False),
    ],
)
def test_a_quantity_is_judged_by_its_numbers(words_, quantity, right):
    found = Quantity(span=Span(0, 4), sentence=0, **quantity)
    assert article_facts._is_quantity(words_, found, "6–12 Hz") is right


def test_a_table_of_the_report_is_markdown():
    assert report.table(("a", "b"), [("x", "1")]) == "| a | b |\n| --- | --: |\n| x | 1 |\n"
