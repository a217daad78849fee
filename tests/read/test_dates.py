import pytest

from kg.read.dates import parse_date

DATES = {
    "November 11, 2021": "2021-11-11",
    "Nov. 11, 2021": "2021-11-11",
    "Thursday, November 11th, 2021": "2021-11-11",
    "11 November 2021": "2021-11-11",
    "1st of May 2020": "2020-05-01",
    "2021-11-11": "2021-11-11",
    "2021-11-11T08:30:00Z": "2021-11-11",
    "2021/11/11": "2021-11-11",
    "2021 Nov 11": "2021-11-11",
    "11.11.2021": "2021-11-11",
    "Sept 2021": "2021-09",
    "Nov-Dec 2021": "2021-11",
    "2021-11": "2021-11",
    "Spring 1998": "1998",
    "2021": "2021",
    "31 February 2021": "2021-02",  # there is no such day
    "13/11/2021": "2021-11-13",
    "11/13/2021": "2021-11-13",
    "3/4/2021": "2021",  # March or April
}


@pytest.mark.parametrize("printed", DATES)
def test_a_date_keeps_the_precision_that_is_certain(printed):
    assert parse_date(printed) == DATES[printed]


@pytest.mark.parametrize("printed", ["", "12", "May", "In 2021", "2021 patients", "1066", "3021"])
def test_no_date(printed):
    assert parse_date(printed) is None
