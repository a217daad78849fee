"""Which shares are a half or more; where the words give no amount, none is assumed."""

import pytest

from kg.rdf.share import is_at_least_half

MOST = """
60% of patients
50 % of women
100% of cases
72.5 percent of people
60–70% of patients
two thirds of adults
three quarters of the women
half of the patients
one half of them
nine out of ten people
8 of 10 patients
30 of the 40 patients
most patients
the majority of women
almost all users
every patient
"""
FEW = """
5% of people
49.9% of patients
40–60% of patients
between 10 and 60% of patients
fewer than 60% of patients
less than half of patients
a third of women
one in ten
one in three women
3 of 10 patients
one-fifth of adults
a quarter of the patients
some patients
few patients
several women
a minority of people
hardly any of all patients
many patients
patients with anxiety
"""


@pytest.mark.parametrize("words", MOST.strip().splitlines())
def test_a_half_or_more(words):
    assert is_at_least_half(words)


@pytest.mark.parametrize("words", FEW.strip().splitlines())
def test_less_or_not_said(words):
    assert not is_at_least_half(words)
