"""Annotated files against what is really read of them."""

import pytest

from kg.errors import KgError
from kg.evaluate import evaluate_files
from kg.ontology import load

SUITE = """terms:
| lumirexin | Drug | |

> Lumirexin causes nausea. Nobody came.
- lumirexin | causes | nausea
> Lumirexin was bought.
- lumirexin | treats | nausea
"""


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory):
    path = tmp_path_factory.mktemp("gold") / "suite.md"
    path.write_text(SUITE, encoding="utf-8")
    return evaluate_files([path], load())


def test_files_are_scored(evaluation):
    assert evaluation.f1 == pytest.approx(2 / 3)  # precision 1, recall 1/2


def test_the_table_has_a_line_a_file(evaluation):
    header, row = str(evaluation).splitlines()
    assert header.split()[:3] == ["texts", "gold", "found"]
    assert row.split()[1:6] == ["2", "2", "1", "1.000", "1.000"]


def test_misses_are_told_with_their_sentence(evaluation):
    sentence, missed, *_ = evaluation.misses().splitlines()
    assert sentence == "[suite.md:6] Lumirexin was bought."
    assert missed.strip() == "- lumirexin | treats | nausea | asserted"


def test_a_file_of_another_sort_is_refused(tmp_path):
    with pytest.raises(KgError, match="not annotated text"):
        evaluate_files([tmp_path / "x.csv"], load())
    with pytest.raises(KgError, match="no such file"):
        evaluate_files([tmp_path / "x.md"], load())
