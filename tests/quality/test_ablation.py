"""kg without its parts, on a made-up text."""

import pytest

from benchmarks.quality import ablation
from kg.evaluate import GoldClaim, GoldTerm, GoldText, score
from kg.model.text import Span
from kg.ontology import load

TEXT = "Abcin does not treat insomnia. Levels of abcin reduce insomnia. It causes nausea."
TERMS = (
    GoldTerm(label="abcin", kind="Drug"),
    GoldTerm(label="insomnia", kind="Disorder"),
    GoldTerm(label="nausea", kind="Symptom"),
)
CLAIMS = (
    GoldClaim(
        subject="abcin",
        predicates=("treats",),
        object="insomnia",
        negated=True,
        span=Span(0, 30),
    ),
)


@pytest.fixture(scope="module")
def text():
    gold = GoldText(name="made up", text=TEXT, claims=CLAIMS, terms=TERMS)
    (found,) = ablation.texts_of([gold], load())
    return found


def sentences(reading):
    return [claim.sentence for claim in reading.claims]


def test_what_leans_on_a_part_goes_with_it(text):
    assert set(sentences(text.reading)) == {0, 1, 2}
    assert 2 not in sentences(ablation.without_anaphors(text))
    assert 1 not in sentences(ablation.VARIANTS["no transparent nouns"](text))
    assert set(sentences(ablation.VARIANTS["no steps"](text))) == {0}


def test_without_negation_all_is_affirmed(text):
    assert not any(claim.negated for claim in ablation.affirmed(text).claims)


def test_a_word_between_two_names_is_taken_at_its_word(text):
    first = next(c for c in ablation.trigger_between(text).claims if c.sentence == 0)
    assert first.negated
    assert first.predicate.endswith("treats")


def test_a_pair_is_right_whatever_the_relation(text):
    result = score(ablation.in_one_sentence(text), text.gold, text.ontology)
    assert ablation.pairs([result]) == (0.5, 1.0)
    assert ablation.row("x", [result])[2:5] == ("–", "–", "–")
