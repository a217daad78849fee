"""Names of terms, and what is looked up of a text."""

import pytest

from kg.extract.lexicon import key, lexicon_of
from kg.model.ontology import Term


def lexicon(*labels):
    return lexicon_of(Term(iri=label, label=label, kinds=()) for label in labels)


@pytest.mark.parametrize(
    ("label", "plural"),
    [
        ("rat", "rats"),
        ("fox", "foxes"),
        ("fly", "flies"),
        ("baby", "babies"),
        ("TCA", "TCAs"),
        ("monkey", "monkeys"),
    ],
)
def test_what_may_begin_a_name_holds_the_plural_of_a_short_one(label, plural):
    names = lexicon(label)
    assert names.may_begin(key(plural))
    assert [name.term for name in names.look_up(plural)] == [label]


def test_what_begins_no_name_is_not_looked_up():
    assert not lexicon("rat", "monkey").may_begin(key("ratio"))
