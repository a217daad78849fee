"""Part of speech and lemma are those that spaCy's own components give."""

import pytest

from kg.parse import load_model
from kg.parse.words import LOOKED_AT, RULER, Words

SENTENCES = (
    "The drugs weren't given, but the mice's weights rose.",
    "There is no evidence that nothing works; there's hope, and it has worked.",
    "Ain't that so? They're gonna stop, let's go, c'mon, y'all gotta see 'em.",
    "I told him what I'd seen:  those who have had it do not have to.",
    "Having been treated, two thirds (67%) didn't relapse  [3].",
    "“We ca n’t,” she said, doin' nothin' — once, then there.",
)


@pytest.fixture(scope="module")
def nlp():
    return load_model()


@pytest.mark.parametrize("text", SENTENCES)
def test_words_are_read_as_the_model_reads_them(nlp, text):
    parsed = next(nlp.pipe([text], disable=(RULER, "lemmatizer")))
    whole = [(t.pos_, t.lemma_) for t in nlp(text)]
    words = Words(nlp)
    assert words.read(parsed) == whole
    assert words.read(next(nlp.pipe([text], disable=(RULER, "lemmatizer")))) == whole


def test_the_models_patterns_look_at_nothing_else(nlp):
    rules = nlp.get_pipe(RULER).patterns
    asked = {name for rule in rules for pattern in rule["patterns"] for w in pattern for name in w}
    assert asked <= set(LOOKED_AT)
    assert all(rule["index"] == 0 or len(rule["patterns"][0]) > 1 for rule in rules)
