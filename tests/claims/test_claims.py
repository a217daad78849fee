"""Every sentence of the suites beside this file states the claims written below it, and no other.

The suites are the specification of reading: see README.md. What is known to be missed stands in
known_misses.md, and must be moved once it is read right.
"""

from functools import cache
from pathlib import Path

import pytest

from kg.evaluate import evaluate, extend, faults, read_gold
from kg.evaluate.names import ANYTHING, OR, names
from kg.ontology import load

HERE = Path(__file__).parent
MISSES = "known_misses.md"
SUITES = {
    path.name: read_gold(path) for path in sorted(HERE.glob("*.md")) if path.name != "README.md"
}
missed = pytest.mark.xfail(strict=True, reason=f"{MISSES}: read right now? move it to its suite")


CASES = [(name, number) for name, suite in SUITES.items() for number in range(len(suite))]


@cache
def ontology():
    return load()


@cache
def scores(name):
    """Read a suite as a whole: the indices of its ontology are built once."""
    return tuple(evaluate(SUITES[name], ontology()))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        pytest.param(
            name, number, id=SUITES[name][number].name, marks=missed if name == MISSES else ()
        )
        for name, number in CASES
    ],
)
def test_a_sentence_states_its_claims_and_no_other(name, number):
    wrong = [f"tests/claims/{fault}" for fault in faults(scores(name)[number])]
    assert not wrong, "\n".join([SUITES[name][number].text, *wrong])


@pytest.mark.parametrize("name", SUITES)
def test_the_names_of_a_suite_are_known(name):
    suite = SUITES[name]
    known = names(extend(ontology(), suite[0].terms if suite else ()))
    unknown = {
        f"tests/claims/{name}:{claim.line}: {end}"
        for gold in suite
        for claim in gold.claims
        for end in (claim.subject, claim.object)
        if not any(c in end for c in f"{ANYTHING}[%") and not any(map(known.terms, end.split(OR)))
    }
    assert not unknown, "\n".join(sorted(unknown))


def test_as_many_sentences_state_nothing_as_state_something():
    stating = [
        any(not claim.optional for claim in gold.claims)
        for suite in SUITES.values()
        for gold in suite
    ]
    assert 0.45 <= stating.count(False) / len(stating) <= 0.55
