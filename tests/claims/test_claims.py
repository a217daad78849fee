"""Every sentence of the suites in this folder states the claims written below it, and no other.

The suites are the specification of reading: see README.md; those in blind/ were written by people
who knew only the definitions. What is known to be missed stands in each folder's known_misses.md,
and must be moved once it is read right.
"""

from functools import cache

import pytest

from benchmarks.quality.places import CLAIMS
from benchmarks.quality.suites import BLIND, FOLDERS, MISSES, suites
from kg.evaluate import evaluate, extend, faults
from kg.evaluate.names import ANYTHING, OR, names
from kg.ontology import load

SUITES = {suite.path.relative_to(CLAIMS): suite for folder in FOLDERS for suite in suites(folder)}
TEXTS = {name: (*suite.texts, *suite.missed) for name, suite in SUITES.items()}
missed = pytest.mark.xfail(strict=True, reason=f"{MISSES}: read right now? move it to its suite")


def cases():
    for name, suite in SUITES.items():
        for number, gold in enumerate(TEXTS[name]):
            marks = missed if number >= len(suite.texts) else ()
            yield pytest.param(name, number, id=f"{name.parent / gold.name}", marks=marks)


@cache
def ontology():
    return load()


@cache
def scores(name):
    """Read a suite as a whole: the indices of its ontology are built once."""
    return tuple(evaluate(TEXTS[name], ontology()))


@pytest.mark.parametrize(("name", "number"), tuple(cases()))
def test_a_sentence_states_its_claims_and_no_other(name, number):
    folder = (CLAIMS / name).parent.relative_to(CLAIMS.parents[1])
    wrong = [f"{folder}/{fault}" for fault in faults(scores(name)[number])]
    assert not wrong, "\n".join([TEXTS[name][number].text, *wrong])


@pytest.mark.parametrize("name", SUITES, ids=str)
def test_the_names_of_a_suite_are_known(name):
    known = names(extend(ontology(), SUITES[name].terms))
    unknown = {
        f"{name}:{claim.line}: {end}"
        for gold in SUITES[name].texts
        for claim in gold.claims
        for end in (claim.subject, claim.object)
        if not any(c in end for c in f"{ANYTHING}[%") and not any(map(known.terms, end.split(OR)))
    }
    assert not unknown, "\n".join(sorted(unknown))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_as_many_sentences_state_nothing_as_state_something(folder):
    stating = [
        any(not claim.optional for claim in gold.claims)
        for name, texts in TEXTS.items()
        if (CLAIMS / name).parent == folder
        for gold in texts
    ]
    assert 0.45 <= stating.count(False) / len(stating) <= 0.55


def test_more_than_half_of_the_sentences_are_by_others():
    texts = {folder: sum(len(TEXTS[n]) for n in SUITES if (CLAIMS / n).parent == folder)
             for folder in FOLDERS}  # fmt: skip
    assert sum(texts.values()) >= 500
    assert texts[BLIND] >= sum(texts.values()) / 2
