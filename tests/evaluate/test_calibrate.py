"""What annotated text tells of reliability, and the file that holds it."""

import pytest

from kg.errors import KgError
from kg.evaluate import evaluate, read_gold
from kg.evaluate.calibrate import calibrate, notes_of, render_reliability_of
from kg.extract.reliability import Measured, Sort, Tally
from kg.ontology import load
from kg.reliability import read_reliability, render_reliability, shipped_reliability

SUITE = """terms:
| lumirexin | Drug | |
| mirolen | Drug | |

> Lumirexin causes nausea.
- lumirexin | causes | nausea
> Headache is caused by mirolen.
- mirolen | causes | headache
> Mirolen causes headache.
- nothing
"""


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    path = tmp_path_factory.mktemp("gold") / "suite.md"
    path.write_text(SUITE, encoding="utf-8")
    return tuple(evaluate(read_gold(path), load()))


def test_right_and_wrong_readings_are_counted_by_sort(scores):
    assert calibrate(scores).tallies == (
        (Sort("verb"), Tally(1, 2)),
        (Sort("verb", ("passive",)), Tally(1, 1)),
    )


def test_the_file_is_the_same_twice_and_is_read_as_it_was_written(scores, tmp_path):
    measured = calibrate(scores)
    written = render_reliability(measured, notes_of({"suite.md": 3}, measured))
    assert written == render_reliability(
        calibrate(scores[::-1]), notes_of({"suite.md": 3}, measured)
    )
    (path := tmp_path / "r.tsv").write_text(written, encoding="utf-8")
    assert read_reliability(path) == measured
    assert "# On suite.md (3 texts):\n# 3 claims read, 2 of them right.\n" in written


def test_the_table_shows_each_form_with_its_steps(scores):
    rows = [line.split() for line in render_reliability_of(calibrate(scores)).splitlines()]
    assert [row[:3] for row in rows] == [
        ["reading", "right", "n"],
        ["all", "2", "3"],
        ["verb", "2", "3"],
        ["passive", "1", "1"],
    ]
    assert rows[1][3] == "0.60"  # (2 + 1) / (3 + 2)


def test_there_must_be_something_to_count():
    with pytest.raises(KgError, match="no claim was read"):
        calibrate(())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no table of reliability"),
        ("form\tsteps\n", "no table of reliability"),
        ("form\tsteps\tright\tn\nverb\t-\t1\n", "not a row"),
        ("form\tsteps\tright\tn\nverb\t-\tx\t2\n", "not a row"),
        ("form\tsteps\tright\tn\nverb\t-\t3\t2\n", "3 of 2"),
        ("form\tsteps\tright\tn\nverb\t-\t-1\t2\n", "-1 of 2"),
    ],
)
def test_another_file_is_refused(text, message, tmp_path):
    (path := tmp_path / "r.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(KgError, match=message):
        read_reliability(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(KgError, match="cannot be read"):
        read_reliability(tmp_path / "r.tsv")


def test_what_ships_is_measured_and_in_order():
    measured = shipped_reliability()
    assert measured.of(lambda _: True).n > 0
    assert [sort for sort, _ in measured.tallies] == sorted({s for s, _ in measured.tallies})
    assert isinstance(measured, Measured)
