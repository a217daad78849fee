"""Resolving: from the word that stands in a role to the terms that it speaks of."""

import pytest

from kg.extract.resolve import HAVING, resolver_of
from kg.model.ontology import KG
from tests.parsed import local_name, ontology, reading_of

FOUND = [
    ("fluoxetine", "", "Doctors prescribe fluoxetine.", "fluoxetine"),
    (
        "fluoxetine",
        "",
        "Doctors prescribe fluoxetine, sertraline and paroxetine.",
        "fluoxetine, sertraline, paroxetine",
    ),
    ("tremor", "", "Fluoxetine causes tremor and weight gain.", "tremor, weightGain"),
    ("levels", "", "Levels of serotonin rise.", "serotonin"),
    ("levels", "", "Serotonin levels rise.", "serotonin"),
    ("levels", "", "Serotonin levels in mice rise.", "serotonin"),
    ("use", "", "The use of fluoxetine in mice is common.", "fluoxetine"),
    ("part", "", "Part of the amygdala is active.", "amygdala"),
    ("one", "", "Doctors use one of the SSRIs.", "ssri"),
    ("dose", "", "A dose of 5 mg of fluoxetine helps.", "fluoxetine"),
    ("therapy", "Drug", "Fluoxetine therapy helps.", "fluoxetine"),
    ("activity", "BrainRegion", "Activity in the amygdala rises.", "amygdala"),
    ("drugs", "", "Drugs such as fluoxetine help.", "fluoxetine"),
    ("steroid", "", "A steroid called allopregnanolone was found.", "allopregnanolone"),
    ("drug", "", "Fluoxetine is old. The drug helps.", "fluoxetine"),
    ("region", "", "A brain region, the amygdala, is active.", "amygdala"),
]
NOTHING = [
    ("depression", "Drug", "Doctors treat depression."),  # another kind
    ("inhibitor", "", "An inhibitor of 5α-reductase was found."),  # opaque
    ("model", "", "A model of depression was made."),
    ("house", "", "The house is old."),
]


def ends(text, kind, passage, **how):
    reading = reading_of(passage)
    sentence = reading.sentences[-1]
    token = max(t.index for t in sentence.tokens if t.text.lower() == text)
    accepted = (KG + kind,) if kind else ()
    return resolver_of(reading, ontology()).ends(sentence.index, token, accepted, **how)


@pytest.mark.parametrize(("text", "kind", "passage", "terms"), FOUND)
def test_a_word_speaks_of_these_terms(text, kind, passage, terms):
    assert ", ".join(local_name(end.term) for end in ends(text, kind, passage)) == terms


@pytest.mark.parametrize(("text", "kind", "passage"), NOTHING)
def test_a_word_speaks_of_nothing(text, kind, passage):
    assert ends(text, kind, passage) == ()


@pytest.mark.parametrize(
    ("text", "passage", "turned"),
    [
        ("lack", "A lack of serotonin causes depression.", True),
        ("depletion", "The depletion of serotonin causes depression.", True),
        ("levels", "Levels of serotonin rise.", False),
    ],
)
def test_a_noun_on_the_way_may_turn_the_sign(text, passage, turned):
    assert [(local_name(e.term), e.turned) for e in ends(text, "", passage)] == [
        ("serotonin", turned)
    ]


def test_of_people_what_they_have_is_meant_where_the_pattern_says_so():
    passage = "Many people with depression sleep badly."
    held = ends("people", "Condition", passage, of_holder=HAVING)
    assert [local_name(end.term) for end in held] == ["depression"]


def test_by_name_a_class_stands_for_itself():
    passage = "A neurosteroid called allopregnanolone was found."
    (own,) = ends("neurosteroid", "", passage, by_name=True)
    (meant,) = ends("neurosteroid", "", passage)
    assert (local_name(own.term), local_name(meant.term)) == ("neurosteroid", "allopregnanolone")
