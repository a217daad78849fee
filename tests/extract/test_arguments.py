"""Constructions: the deep roles that each gives to the words of a sentence, and no others."""

import pytest

from kg.extract.appositions import apposition_mark, class_before
from kg.extract.naming import examples_of, names_of
from kg.extract.predicates import arguments_of
from tests.parsed import clauses_of, word

VERBS = {
    "active": ("treats", "Fluoxetine treats depression.", "subject Fluoxetine, object depression"),
    "intransitive": ("sleep", "The mice sleep.", "subject mice"),
    "passive": (
        "treated",
        "Depression is treated by fluoxetine.",
        "subject fluoxetine, object Depression",
    ),
    "passive without agent": (
        "treated",
        "Depression was treated with fluoxetine.",
        "object Depression, with fluoxetine",
    ),
    "relative": (
        "treats",
        "The drug that treats depression is fluoxetine.",
        "subject drug, object depression",
    ),
    "relative with a gap": (
        "makes",
        "The hormone that the gland makes calms mice.",
        "subject gland, object hormone",
    ),
    "participle after a noun": (
        "treated",
        "Patients treated with fluoxetine recovered.",
        "object Patients, with fluoxetine",
    ),
    "control": (
        "treat",
        "Fluoxetine helps to treat depression.",
        "subject Fluoxetine, object depression",
    ),
    "raising": (
        "treat",
        "Fluoxetine seems to treat depression.",
        "subject Fluoxetine, object depression",
    ),
    "object control": ("grow", "The hormone causes cells to grow.", "subject cells"),
    "control of a passive": (
        "treat",
        "Fluoxetine was approved to treat depression.",
        "subject Fluoxetine, object depression",
    ),
    "gerund of a verb": (
        "blocking",
        "Fluoxetine works by blocking the transporter.",
        "subject Fluoxetine, object transporter",
    ),
    "gerund of a noun": (
        "treating",
        "Fluoxetine is a drug for treating depression.",
        "subject drug, object depression",
    ),
    "shared subject": (
        "blocks",
        "Fluoxetine enters the brain and blocks the transporter.",
        "subject Fluoxetine, object transporter",
    ),
    "shared object": (
        "treats",
        "Fluoxetine treats and prevents depression.",
        "subject Fluoxetine, object depression",
    ),
    "free participle": (
        "causing",
        "Fluoxetine blocks the transporter, causing headaches.",
        "subject Fluoxetine, object headaches",
    ),
    "purpose": (
        "treat",
        "To treat depression, doctors use fluoxetine.",
        "subject fluoxetine, object depression",
    ),
    "copula": (
        "is",
        "Fluoxetine is an antidepressant.",
        "subject Fluoxetine, equated antidepressant",
    ),
    "copula with adjective": (
        "remains",
        "Fluoxetine remains effective.",
        "subject Fluoxetine, equated effective",
    ),
    "naming": ("called", "The drug is called fluoxetine.", "object drug, oprd fluoxetine"),
    "small clause": (
        "makes",
        "Stress makes people anxious.",
        "subject Stress, complement anxious, object people",
    ),
    "phrase": ("leads", "Stress leads to depression.", "subject Stress, to depression"),
    "phrase of the phrase": (
        "binds",
        "The drug binds to the receptor in neurons.",
        "subject drug, to receptor",
    ),
    "clause below": ("know", "Doctors know that fluoxetine treats depression.", "subject Doctors"),
}
NOUNS = {
    "by and of": (
        "inhibition",
        "The inhibition of the enzyme by finasteride causes anxiety.",
        "by finasteride, of enzyme",
    ),
    "possessor": (
        "inhibition",
        "Finasteride's inhibition of the enzyme causes anxiety.",
        "possessor Finasteride, of enzyme",
    ),
    "copula": (
        "inhibitor",
        "Finasteride is an inhibitor of the enzyme.",
        "equated Finasteride, governor Finasteride, of enzyme",
    ),
    "as": (
        "inhibitor",
        "Finasteride acts as an inhibitor of the enzyme.",
        "equated Finasteride, subject Finasteride, of enzyme",
    ),
    "apposition": (
        "inhibitor",
        "Finasteride, an inhibitor of the enzyme, causes anxiety.",
        "equated Finasteride, of enzyme",
    ),
    "compound": (
        "inhibitor",
        "Finasteride is an enzyme inhibitor.",
        "compound enzyme, equated Finasteride, governor Finasteride",
    ),
    "light verb": (
        "effect",
        "Fluoxetine has an effect on anxiety.",
        "subject Fluoxetine, on anxiety",
    ),
    "light verb with preposition": (
        "increase",
        "Fluoxetine leads to an increase in serotonin.",
        "subject Fluoxetine, in serotonin",
    ),
    "examples": (
        "drugs",
        "Doctors use drugs such as fluoxetine.",
        "governor Doctors, equated fluoxetine, such as fluoxetine",
    ),
    "what it is said to be": (
        "rate",
        "The relapse rate is high.",
        "compound relapse, modifier high",
    ),
    "nothing equated": (
        "inhibitor",
        "Fluoxetine and the inhibitor of the enzyme were compared.",
        "of enzyme",
    ),
}
OTHERS = {
    "predicative": (
        "adjective",
        "effective",
        "Fluoxetine is effective against depression.",
        "subject Fluoxetine, against depression",
    ),
    "attributive": (
        "adjective",
        "responsible",
        "The enzyme responsible for this step is missing.",
        "subject enzyme, for step",
    ),
    "secondary": (
        "adjective",
        "useful",
        "Doctors found fluoxetine useful for depression.",
        "subject fluoxetine, for depression",
    ),
    "of a clause": (
        "preposition",
        "Unlike",
        "Unlike fluoxetine, brexanolone acts fast.",
        "subject brexanolone, object fluoxetine",
    ),
    "of a noun": (
        "preposition",
        "as",
        "Drugs such as fluoxetine treat depression.",
        "subject Drugs, object fluoxetine",
    ),
    "comma": (
        "apposition",
        "neurosteroid",
        "Allopregnanolone, a neurosteroid, calms mice.",
        "subject Allopregnanolone, object neurosteroid",
    ),
    "hyphen": (
        "compound",
        "induced",
        "Stress-induced anxiety is common.",
        "before Stress, head anxiety",
    ),
}


def roles(pos, text, sentence):
    clauses = clauses_of(sentence)
    i = word(clauses, text)
    tokens = clauses.tree.tokens
    found = arguments_of(clauses, i, pos, tokens[i].lemma)
    return {f"{argument.role} {tokens[argument.token].text}" for argument in found}


def cases(table, pos):
    return [pytest.param(pos, *case, id=f"{pos}: {name}") for name, case in table.items()]


@pytest.mark.parametrize(
    ("pos", "text", "sentence", "expected"),
    [
        *cases(VERBS, "verb"),
        *cases(NOUNS, "noun"),
        *(pytest.param(*case, id=f"{case[0]}: {name}") for name, case in OTHERS.items()),
    ],
)
def test_a_construction_gives_these_roles_and_no_other(pos, text, sentence, expected):
    assert roles(pos, text, sentence) == set(expected.split(", "))


@pytest.mark.parametrize(
    ("text", "sentence", "steps"),
    [
        ("treated", "Depression is treated by fluoxetine.", {"passive"}),
        ("treats", "The drug that treats depression is fluoxetine.", {"relative"}),
        ("treat", "Fluoxetine helps to treat depression.", {"control"}),
        ("treat", "Fluoxetine seems to treat depression.", {"raising"}),
        ("blocking", "Fluoxetine works by blocking the transporter.", {"byGerund"}),
        ("blocks", "Fluoxetine enters the brain and blocks the transporter.", {"sharedSubject"}),
        ("causing", "Fluoxetine blocks the transporter, causing headaches.", {"participle"}),
        ("treat", "To treat depression, doctors use fluoxetine.", {"purpose"}),
        ("treats", "Fluoxetine treats depression.", set()),
    ],
)
def test_an_argument_tells_the_constructions_on_the_way_to_it(text, sentence, steps):
    clauses = clauses_of(sentence)
    found = arguments_of(clauses, word(clauses, text), "verb", "")
    assert {step for argument in found for step in argument.steps} == steps


@pytest.mark.parametrize(
    ("noun", "sentence", "names"),
    [
        ("steroid", "A steroid called allopregnanolone was found.", ["allopregnanolone"]),
        ("steroid", "A steroid known as allopregnanolone was found.", ["allopregnanolone"]),
        ("steroid", "A steroid made in the brain was found.", []),
    ],
)
def test_a_noun_has_the_name_that_a_naming_word_gives(noun, sentence, names):
    clauses = clauses_of(sentence)
    found = names_of(clauses, word(clauses, noun))
    assert [clauses.tree.tokens[t].text for t in found] == names


@pytest.mark.parametrize(
    ("noun", "sentence", "examples"),
    [
        ("drugs", "Doctors use drugs such as fluoxetine.", ["fluoxetine"]),
        ("drugs", "Doctors use drugs like fluoxetine.", ["fluoxetine"]),
        ("drugs", "Doctors use drugs (such as fluoxetine) often.", ["fluoxetine"]),
        ("drugs", "Doctors use drugs for depression.", []),
    ],
)
def test_a_noun_has_the_examples_that_follow_it(noun, sentence, examples):
    clauses = clauses_of(sentence)
    found = examples_of(clauses, word(clauses, noun))
    assert [clauses.tree.tokens[t].text for t in found] == examples


@pytest.mark.parametrize(
    ("noun", "sentence", "mark"),
    [
        ("neurosteroid", "Allopregnanolone, a neurosteroid, calms mice.", ","),
        ("region", "The amygdala, the region of fear, is active.", None),
    ],
)
def test_only_an_indefinite_noun_after_a_comma_says_what_the_first_is(noun, sentence, mark):
    clauses = clauses_of(sentence)
    assert apposition_mark(clauses, word(clauses, noun)) == mark


def test_the_noun_before_a_name_may_be_its_class():
    clauses = clauses_of("Doctors prescribed the SSRI fluoxetine.")
    before = class_before(clauses, word(clauses, "fluoxetine"))
    assert before == word(clauses, "SSRI")
    assert class_before(clauses, word(clauses, "Doctors")) is None
