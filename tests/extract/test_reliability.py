"""Laws of reliability, whatever was measured."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from kg.extract.reliability import (
    WEIGHT,
    Measured,
    Sort,
    Tally,
    estimate,
    levels,
    rate,
    reliability,
    sort_of,
    tally,
)
from kg.model.claim import Claim
from kg.model.text import Span
from kg.ontology import load
from kg.pipeline import read_article
from kg.read import read
from tests.readings import sample

sorts = st.builds(
    lambda form, steps: Sort(form, tuple(sorted(steps))),
    st.sampled_from(["", "verb", "frame"]),
    st.sets(st.sampled_from(["passive", "relative", "through"])),
)
tallies = st.integers(0, 40).flatmap(lambda n: st.integers(0, n).map(lambda right: Tally(right, n)))
tables = st.dictionaries(sorts, tallies).map(lambda found: Measured(tuple(sorted(found.items()))))


def claim(sort, *, right=True):
    return Claim(
        subject="a", predicate="b", object="c", negated=False, certainty="asserted", sentence=0,
        trigger=Span(0, 1), steps=sort.steps, form=sort.form,
    ), right  # fmt: skip


def with_one_more(measured, sort, right):
    found = dict(measured.tallies)
    found[sort] = found.get(sort, Tally(0, 0)) + Tally(int(right), 1)
    return Measured(tuple(sorted(found.items(), key=lambda pair: pair[0])))


@given(sorts, tables)
def test_it_is_a_share(sort, measured):
    assert 0 <= reliability(sort, measured) <= 1
    assert 0 < estimate(levels(sort, measured)) < 1


@given(sorts, tables, sorts)
def test_one_more_right_reading_lowers_nothing_and_a_wrong_one_raises_nothing(
    sort, measured, other
):
    now = estimate(levels(sort, measured))
    assert estimate(levels(sort, with_one_more(measured, other, True))) >= now - 1e-12
    assert estimate(levels(sort, with_one_more(measured, other, False))) <= now + 1e-12


@given(sorts, tables)
def test_each_level_lies_within_the_wider_one(sort, measured):
    chain = [level.tally for level in levels(sort, measured)]
    for wider, narrower in pairwise(chain):
        assert narrower.n <= wider.n
        assert narrower.right <= wider.right


@given(tables)
def test_a_sort_that_was_never_seen_backs_off(measured):
    form = estimate(levels(Sort("new"), measured))
    every = measured.of(lambda _: True)
    assert form == pytest.approx((every.right + 1) / (every.n + 2))
    assert estimate(levels(Sort("new", ("unseen",)), measured)) == form


def test_nothing_measured_is_a_half():
    assert reliability(Sort("verb", ("passive",)), Measured()) == 0.5


def test_the_riskiest_step_counts():
    measured = Measured(
        (
            (Sort("verb", ("passive",)), Tally(20, 20)),
            (Sort("verb", ("relative",)), Tally(2, 20)),
        )
    )
    chain = levels(Sort("verb", ("passive", "relative")), measured)
    assert [level.name for level in chain] == ["all", "form", "relative", "exact"]
    own = (22 - 2 + 1 - 1, 40 - 20)  # the form without that step
    of_form = (own[0] + WEIGHT * 0.5) / (own[1] + WEIGHT)  # no other form was seen
    assert estimate(chain) == pytest.approx((2 + WEIGHT * of_form) / (20 + WEIGHT))


def test_much_that_was_seen_outweighs_what_is_wider():
    few, many = (
        Measured(((Sort("frame"), Tally(50, 100)), (Sort("verb"), Tally(n, n)))) for n in (1, 1000)
    )
    assert 0.5 < reliability(Sort("verb"), few) < 0.65
    assert reliability(Sort("verb"), many) > 0.98


def test_claims_are_counted_by_sort_and_steps_have_no_order():
    forth, back = Sort("verb", ("passive", "relative")), Sort("verb", ("relative", "passive"))
    one, other, third = claim(forth), claim(back, right=False), claim(Sort("frame"))
    measured = tally([one, other, third])
    assert measured.tallies == ((Sort("frame"), Tally(1, 1)), (forth, Tally(1, 2)))
    assert tally([third, other, one]) == measured


def test_a_claim_within_a_claim_is_rated_alike():
    reading = sample()
    rated = rate(reading, Measured()).claims
    outer = next(c for c in rated if isinstance(c.subject, Claim))
    assert outer.subject.reliability == 0.5
    assert {c.reliability for c in rated} == {0.5}
    assert [replace(c, reliability=None) for c in rated if c is not outer] == [
        replace(c, reliability=None) for c in reading.claims if not isinstance(c.subject, Claim)
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Sertraline reduces anxiety.", "verb"),
        ("Researchers reported the inhibition of the amygdala by sertraline.", "eventNoun"),
        ("Zoloft-induced nausea is rare.", "compound"),
    ],
)
def test_a_claim_says_how_its_trigger_is_written(text, form):
    ontology = load()
    claims = read_article(read(text.encode(), name="a.txt", format="plain"), ontology).claims
    assert form in {sort_of(c).form for c in claims}
    assert all(c.reliability is not None for c in claims)
