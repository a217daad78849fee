"""The figures that hold reliability against texts that were held out."""

import pytest

from benchmarks.quality import calibration
from benchmarks.quality.calibration import Judged, brier, means, ranked, rows_of

JUDGED = [Judged(0.9, right=True), Judged(0.85, right=True), Judged(0.6, right=False)]


def test_a_row_a_band_and_one_of_all():
    assert list(rows_of(JUDGED)) == [
        ("0.6–0.7", "1", "0.60", "0.00"),
        ("0.8–1.0", "2", "0.88", "1.00"),
        ("all", "3", "0.78", "0.67"),
    ]
    assert next(rows_of([Judged(1.0, right=True)]))[:2] == ("0.8–1.0", "1")
    assert list(rows_of([])) == []


def test_the_scores():
    assert means(JUDGED) == pytest.approx((2.35 / 3, 2 / 3))
    assert brier(JUDGED) == pytest.approx((0.01 + 0.0225 + 0.36) / 3)
    assert brier(JUDGED, 2 / 3) == pytest.approx(2 / 9)
    assert ranked(JUDGED) == 1
    assert ranked([Judged(0.5, right=True), Judged(0.5, right=False)]) == 0.5
    assert ranked(JUDGED[:2]) == 0.5


def test_without_the_annotated_texts_nothing_is_written(monkeypatch, tmp_path):
    monkeypatch.setattr(calibration, "GOLD", tmp_path / "none")
    monkeypatch.setattr(calibration, "PATH", tmp_path / "r.tsv")
    with pytest.raises(SystemExit, match="nothing is written"):
        calibration.main()
    assert list(tmp_path.iterdir()) == []
