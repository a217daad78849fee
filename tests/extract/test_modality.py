"""Modality: whether a word that states something is denied, doubted, or not asserted at all."""

import pytest

from kg.extract.modality import modality_of
from tests.parsed import clauses_of, ontology, word

STATED = [
    ("treats", "Fluoxetine treats depression.", "asserted"),
    ("treats", "It is well known that fluoxetine treats depression.", "known"),
    ("treats", "The researchers found that fluoxetine treats depression.", "asserted"),
    ("treats", "Scientists could show that fluoxetine treats depression.", "asserted"),
    ("treats", "Fluoxetine not only treats depression but prevents anxiety.", "asserted"),
    ("treats", "Although fluoxetine treats depression, few take it.", "asserted"),
    ("treats", "The drug, which treats depression, may be costly.", "asserted"),
    ("prevents", "Fluoxetine may be old, but it prevents anxiety.", "asserted"),
    ("treat", "Fluoxetine may treat depression.", "possible"),
    ("treats", "Fluoxetine possibly treats depression.", "possible"),
    ("prevent", "Fluoxetine may treat depression and prevent anxiety.", "possible"),
    ("treats", "The possibility that fluoxetine treats depression was raised.", "possible"),
    ("treats", "Fluoxetine probably treats depression.", "probable"),
    ("treat", "Fluoxetine seems to treat depression.", "probable"),
    ("treats", "The results suggest that fluoxetine treats depression.", "probable"),
    ("treats", "It is likely that fluoxetine treats depression.", "probable"),
    ("treats", "It is unclear whether fluoxetine treats depression.", "open"),
    ("treats", "We asked whether fluoxetine treats depression.", "open"),
    ("treats", "We hypothesized that fluoxetine treats depression.", "open"),
    ("treats", "An analysis showed that fluoxetine treats depression.", "asserted"),
    ("effect", "The results suggest an effect of fluoxetine on anxiety.", "probable"),
    ("effective", "Fluoxetine appears effective against anxiety.", "probable"),
    ("effect", "The effect of fluoxetine on anxiety remains to be shown.", "open"),
    ("treats", "It remains to be shown that fluoxetine treats depression.", "open"),
    ("effect", "The effect of fluoxetine on anxiety is obscure.", "open"),
    ("treat", "Does fluoxetine treat depression?", "open"),
]
DENIED = [
    ("treat", "Fluoxetine does not treat depression.", "asserted"),
    ("treats", "Fluoxetine never treats depression.", "asserted"),
    ("treats", "Fluoxetine no longer treats depression.", "asserted"),
    ("treat", "Fluoxetine failed to treat depression.", "asserted"),
    ("treat", "Fluoxetine is unable to treat depression.", "asserted"),
    ("effect", "Fluoxetine had no effect on anxiety.", "asserted"),
    ("effect", "Fluoxetine had little effect on anxiety.", "asserted"),
    ("binding", "Fluoxetine shows hardly any binding of iron.", "asserted"),
    ("treat", "Fluoxetine is not safe, nor does it treat depression.", "asserted"),
    ("treat", "Nor does fluoxetine treat depression.", "asserted"),
    ("prevents", "Fluoxetine neither treats nor prevents depression.", "asserted"),
    ("effect", "An effect of fluoxetine on anxiety was not detectable.", "asserted"),
    ("reduction", "Fluoxetine did not lead to a reduction of anxiety.", "asserted"),
    ("treats", "There is no evidence that fluoxetine treats depression.", "asserted"),
    ("prevent", "Fluoxetine does not treat or prevent depression.", "asserted"),
    ("treating", "Fluoxetine treats anxiety without treating depression.", "asserted"),
    ("treat", "Fluoxetine may not treat depression.", "possible"),
    ("treat", "Fluoxetine does not seem to treat depression.", "probable"),
]
NOT_DENIED = [  # the noun is taken for granted, or the clause stands for itself
    ("inhibition", "Zinc does not alter the inhibition of the enzyme by lithium."),
    ("inhibition", "Zinc has no role in the inhibition of the enzyme by lithium."),
    ("inhibition", "Zinc is not required for the inhibition of the enzyme by lithium."),
    ("inhibition", "Tremor is not caused by inhibition of the enzyme."),
    ("Inhibition", "Inhibition of the enzyme is unable to stop tremor."),
    ("blocks", "The tremor did not fade, suggesting that lithium blocks the enzyme."),
    ("given", "Zinc does not help when given at night."),
    ("effect", "Zinc has a little effect on mood."),
]
NOT_ASSERTED = [
    ("effect", "The effect of fluoxetine on anxiety was studied."),
    ("effect", "An analysis of the effect of fluoxetine on anxiety is under way."),
    ("treat", "We evaluated the ability of fluoxetine to treat depression."),
    ("treat", "Fluoxetine should treat depression."),
    ("treats", "If fluoxetine treats depression, doctors will use it."),
    ("treats", "It is not known if fluoxetine treats depression."),
    ("effect", "We studied the effect of fluoxetine on anxiety."),
]


def read(text, sentence):
    clauses = clauses_of(sentence)
    return modality_of(clauses.tree, word(clauses, text), ontology())


@pytest.mark.parametrize(("text", "sentence", "certainty"), STATED)
def test_a_sentence_states_as_surely_as_its_words_say(text, sentence, certainty):
    modality = read(text, sentence)
    assert (modality.negated, modality.asserted) == (False, True)
    assert modality.certainty == certainty


@pytest.mark.parametrize(("text", "sentence", "certainty"), DENIED)
def test_a_negation_denies_what_it_governs(text, sentence, certainty):
    modality = read(text, sentence)
    assert (modality.negated, modality.asserted) == (True, True)
    assert modality.certainty == certainty


@pytest.mark.parametrize(("text", "sentence"), NOT_DENIED)
def test_a_negation_denies_nothing_else(text, sentence):
    assert not read(text, sentence).negated


@pytest.mark.parametrize(("text", "sentence"), NOT_ASSERTED)
def test_an_aim_a_wish_or_a_condition_asserts_nothing(text, sentence):
    assert not read(text, sentence).asserted


@pytest.mark.parametrize(
    ("text", "sentence", "cues"),
    [
        ("treat", "Fluoxetine may not treat depression.", ["may", "not"]),
        ("treats", "Fluoxetine treats depression.", []),
        ("treats", "Fluoxetine treats anxiety without treating depression.", []),
    ],
)
def test_the_cues_are_the_words_that_govern(text, sentence, cues):
    assert [cue.of(sentence) for cue in read(text, sentence).cues] == cues
