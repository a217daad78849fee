"""The table of speeds."""

from benchmarks.quality.speed import Times, rows


def test_ratios_are_of_the_same_text():
    times = Times(characters=4000, whole=2.0, parsing=1.0, model=1.0, small=3.0)
    assert [value for _, value, _ in rows(times)] == ["2", "0.50", "0.50", "1.50"]


def test_what_is_not_there_is_left_out():
    times = Times(characters=4000, whole=2.0, parsing=1.0, model=1.0, small=None)
    assert len(list(rows(times))) == 3
