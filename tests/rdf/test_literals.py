"""Values keep the precision that they have."""

import pytest

from kg.errors import KgError
from kg.rdf.literals import decimal, issued, label, plain
from kg.rdf.terms import XSD, Literal


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("2018", "gYear"), ("2018-05", "gYearMonth"), ("2018-05-04", "date")],
)
def test_a_date_says_how_exact_it_is(text, datatype):
    assert issued(text) == Literal(text, XSD + datatype)


@pytest.mark.parametrize("text", ["2018-13", "2018-02-30", "18", "May 2018", "2018-5", "0000", ""])
def test_what_is_no_date_is_left_out(text):
    assert issued(text) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [("6", "6.0"), ("6.00", "6.0"), ("0.850", "0.85"), ("-12.5", "-12.5"), ("1e-7", "0.0000001")],
)
def test_a_decimal_has_one_form(text, written):
    assert decimal(text).value == written


@pytest.mark.parametrize("text", ["six", "", "1,5", "NaN", "Infinity"])
def test_what_is_no_decimal_is_refused(text):
    with pytest.raises(KgError, match="not a decimal"):
        decimal(text)


def test_half_a_character_becomes_the_sign_for_what_is_none():
    assert plain("a\ud800b").value == "a\ufffdb"
    assert plain("a\ud83d\ude00b").value == "a😀b"


def test_a_name_is_english():
    assert label("anxiety").language == "en"
