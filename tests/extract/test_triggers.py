"""Frames are read by their shape: which word anchors them, which roles their slots are."""

import pytest

from kg.extract.inflection import base_forms
from kg.extract.triggers import compile_trigger
from kg.model.ontology import Grammar, Trigger, TriggerForm

VERB, EVENT, ROLE = TriggerForm.VERB, TriggerForm.EVENT_NOUN, TriggerForm.ROLE_NOUN
GRAMMAR = Grammar(frame_holders=("people",), holding_words=("with", "on"))
FRAME, COMPOUND = TriggerForm.FRAME, TriggerForm.COMPOUND


def shapes(form, text):
    return {
        (p.pos, p.lemma, p.subject, p.object)
        for p in compile_trigger(Trigger(form, text), "r", GRAMMAR)
    }


@pytest.mark.parametrize(
    ("form", "text", "shape"),
    [
        (VERB, "enhance", ("verb", "enhance", ("subject",), ("object",))),
        (VERB, "lead to", ("verb", "lead", ("subject",), ("to",))),
        (VERB, "bring about", ("verb", "bring about", ("subject",), ("object",))),
        (FRAME, "{object} rises with {subject}", ("verb", "rise", ("with",), ("subject",))),
        (FRAME, "{subject} is approved for {object}", ("verb", "approve", ("object",), ("for",))),
        (
            FRAME,
            "{object} is caused by {subject}",
            ("verb", "cause", ("subject",), ("object",)),
        ),
        (
            FRAME,
            "{subject} is effective against {object}",
            ("adjective", "effective", ("subject",), ("against",)),
        ),
        (FRAME, "{subject} plays a role in {object}", ("noun", "role", ("subject",), ("in",))),
        (FRAME, "{subject} leads to lower {object}", ("verb", "lead", ("subject",), ("to",))),
        (
            FRAME,
            "{subject} negatively regulates {object}",
            ("verb", "regulate", ("subject",), ("object",)),
        ),
        (FRAME, "{subject} keeps {object} alive", ("verb", "keep", ("subject",), ("object",))),
        (FRAME, "{subject} acts faster than {object}", ("verb", "act", ("subject",), ("than",))),
        (FRAME, "{subject} is unlike {object}", ("verb", "be", ("subject",), ("unlike",))),
        (FRAME, "{subject} is a {object}", ("verb", "be", ("subject",), ("equated",))),
        (
            FRAME,
            "{object} such as {subject}",
            ("preposition", "such as", ("object",), ("subject",)),
        ),
        (
            FRAME,
            "link between {subject} and {object}",
            ("noun", "link", ("between",), ("between",)),
        ),
        (
            FRAME,
            "conversion of {subject} to {object}",
            ("noun", "conversion", ("of", "possessor"), ("to",)),
        ),
        (
            FRAME,
            "{subject} has a {object} relapse rate",
            ("noun", "rate", ("subject", "possessor", "of"), ("modifier",)),
        ),
        (FRAME, "the {object} {subject}", ("apposition", " ", ("subject",), ("class",))),
        (FRAME, "{subject}, a {object}", ("apposition", ",", ("subject",), ("object",))),
        (FRAME, "after {subject} {object} rises", ("verb", "rise", ("after",), ("subject",))),
        (FRAME, "people with {object} take {subject}", ("verb", "take", ("object",), ("subject",))),
        (
            FRAME,
            "the side effects of {subject} include {object}",
            ("verb", "include", ("subject>of",), ("object",)),
        ),
        (COMPOUND, "{subject}-induced {object}", ("compound", "induced", ("before",), ("head",))),
        (COMPOUND, "anti-{object} {subject}", ("compound", "anti", ("head",), ("after",))),
    ],
)
def test_a_trigger_says_which_word_has_which_ends(form, text, shape):
    assert shape in shapes(form, text)


@pytest.mark.parametrize(
    "text",
    ["{subject} reduces", "no slots at all", "{object} affects {object}"],
)
def test_a_frame_without_two_slots_and_a_word_is_not_understood(text):
    assert compile_trigger(Trigger(FRAME, text), "r", GRAMMAR) == ()


@pytest.mark.parametrize(
    ("word", "base"),
    [("rises", "rise"), ("relieves", "relieve"), ("carries", "carry"), ("binds", "bind"),
     ("approved", "approve"), ("stopped", "stop"), ("found", "find"), ("reaches", "reach")],
)  # fmt: skip
def test_the_base_form_is_among_the_guesses(word, base):
    assert base in base_forms(word)
