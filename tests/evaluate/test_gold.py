"""How annotated text is read."""

import json

import pytest

from kg.errors import KgError
from kg.evaluate.gold import GoldClaim, GoldTerm
from kg.evaluate.jsonl import read_jsonl
from kg.evaluate.markdown import read_markdown
from kg.model.text import Span

SUITE = """# Doubt

terms:

| name | kind | further names |
|---|---|---|
| zinc | Drug | Zn, spelter |
| cold | Disorder | |

What an auxiliary does.

> Zinc may ease colds
> in rats [1].

- zinc | treats | cold | possible | organism=rat | cites=1
- maybe [zinc | treats | cold] | not affects / increases | rat

> Nothing was seen.

- nothing

## Next
"""


@pytest.fixture
def suite(tmp_path):
    def write(text):
        path = tmp_path / "doubt.md"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_suite_is_quotes_with_their_claims(suite):
    first, second = read_markdown(suite(SUITE))
    assert first.text == "Zinc may ease colds\nin rats [1]."
    assert first.name == "doubt.md:12"
    assert first.claims == (
        GoldClaim(
            subject="zinc",
            predicates=("treats",),
            object="cold",
            certainties=("possible",),
            qualifiers=(("organism", "rat"),),
            citations=(1,),
            line=15,
        ),
        GoldClaim(
            subject="[zinc | treats | cold]",
            predicates=("affects", "increases"),
            object="rat",
            negated=True,
            optional=True,
            line=16,
        ),
    )
    assert (second.text, second.claims) == ("Nothing was seen.", ())


def test_a_suite_brings_its_terms(suite):
    first, second = read_markdown(suite(SUITE))
    assert first.terms == second.terms
    assert first.terms == (
        GoldTerm(label="zinc", kind="Drug", also=("Zn", "spelter")),
        GoldTerm(label="cold", kind="Disorder"),
    )


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("> A text.\n\n# Next\n", 1, "a text without claims"),
        ("> A text.\n", 1, "a text without claims"),
        ("# H\n- zinc | treats | cold\n", 2, "a claim without a text"),
        ("> A.\n- zinc | treats\n", 2, "not a claim: zinc | treats"),
        ("> A.\n- zinc | treats | cold | surely\n", 2, "neither a certainty"),
        ("terms:\n| zinc |\n", 2, "not a term"),
    ],
)
def test_a_fault_is_told_at_its_line(suite, text, line, what):
    with pytest.raises(KgError, match=what) as error:
        read_markdown(suite(text))
    assert error.value.where == f"doubt.md:{line}"


def test_json_lines_hold_sentences_passages_and_whole_texts(tmp_path):
    bare = {"subject": "zinc", "predicate": "treats", "object": "cold", "certainty": "open"}
    whole = {
        "subject": "zinc", "predicates": ["treats", "affects"], "object": "cold", "start": 0,
        "end": 5, "needs": ["plain"], "qualifiers": {"organism": "rat"}, "certainty": ["open"],
    }  # fmt: skip
    lines = [
        {"text": "A.", "claims": [bare]},
        {"id": "p", "sentences": [{"text": "A.", "claims": []}, {"text": "Bb.", "claims": [bare]}]},
        {
            "id": "w", "text": "A b c.", "claims": [whole], "forbidden": [whole],
            "entities": [{"label": "zinc", "also": ["Zn"], "kind": "Drug"}],
        },
    ]  # fmt: skip
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    sentence, passage, text = read_jsonl(path)
    assert (sentence.name, sentence.claims[0].span) == ("gold.jsonl:1", None)
    assert (passage.text, passage.claims[0].span) == ("A. Bb.", Span(3, 6))
    assert text.claims[0].predicates == ("treats", "affects")
    assert text.claims[0].span == Span(0, 5)
    assert text.claims[0].qualifiers == (("organism", "rat"),)
    assert text.forbidden == text.claims
    assert text.terms == (GoldTerm(label="zinc", kind="Drug", also=("Zn",)),)


def test_a_line_that_is_no_annotated_text_is_told(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "A."}\n', encoding="utf-8")
    with pytest.raises(KgError, match="not a line of annotated text") as error:
        read_jsonl(path)
    assert error.value.where == "gold.jsonl:1"
