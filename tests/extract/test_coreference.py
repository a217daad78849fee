"""Coreference: the terms that a pronoun or a definite phrase stands for."""

import pytest

from tests.parsed import local_name, reading_of

TWO = "fluoxetine, sertraline"
RESOLVED = [
    ("It", "Fluoxetine is old. It treats depression.", "fluoxetine"),
    ("its", "Fluoxetine is old. Doctors know its side effects.", "fluoxetine"),
    ("They", "SSRIs are old. They treat depression.", "ssri"),
    ("They", "Fluoxetine and sertraline are old. They help.", "fluoxetine, sertraline"),
    ("Both", "Fluoxetine and sertraline are old. Both treat depression.", "fluoxetine, sertraline"),
    ("drugs", "Fluoxetine and sertraline are old. Both drugs help.", "fluoxetine, sertraline"),
    ("drugs", "Fluoxetine and sertraline are old. These drugs help.", "fluoxetine, sertraline"),
    ("drug", "Fluoxetine is old. The drug treats depression.", "fluoxetine"),
    ("drug", "Fluoxetine is old. This drug treats depression.", "fluoxetine"),
    ("region", "The amygdala is small. This region is active in anxiety.", "amygdala"),
    ("disorder", "Depression is common. The disorder is treated with fluoxetine.", "depression"),
    ("It", "Depression is common. It is treated with fluoxetine.", "depression"),
    (  # an enzyme makes, a drug causes: the kinds that the verb takes decide
        "It",
        "Finasteride blocks 5α-reductase. It makes allopregnanolone.",
        "fiveAlphaReductase",
    ),
    ("It", "Finasteride blocks 5α-reductase. It causes depression.", "finasteride"),
    (
        "It",
        "A steroid called allopregnanolone is made in the brain. It enhances theta oscillations.",
        "allopregnanolone",
    ),
    (
        "it",
        "Allopregnanolone is a neurosteroid, and it enhances theta oscillations.",
        "allopregnanolone",
    ),
    (  # the class comes first, its only member later
        "neurosteroid",
        "The neurosteroid calms mice. Allopregnanolone is made in the brain.",
        "allopregnanolone",
    ),
    ("It", "Fluoxetine is old. It is able to treat depression.", "fluoxetine"),
    (  # the list, not its last
        "drugs",
        "Fluoxetine and sertraline are old. They help. The two drugs treat depression.",
        "fluoxetine, sertraline",
    ),
    (  # told of one by one
        "drugs",
        "Fluoxetine is old. Sertraline is newer. Both drugs treat depression.",
        "fluoxetine, sertraline",
    ),
    ("them", "Two drugs help: fluoxetine and sertraline. Each of them is old.", TWO),
    ("former", "Fluoxetine and sertraline are old. The former is cheap.", "fluoxetine"),
    ("latter", "Fluoxetine and sertraline are old. The latter is cheap.", "sertraline"),
    ("drug", "Fluoxetine and sertraline are old. The latter drug is cheap.", "sertraline"),
    ("drug", "Fluoxetine and sertraline are old. Neither drug treats anxiety.", TWO),
    ("drugs", "Depression, fluoxetine and sertraline were studied. The two drugs differ.", TWO),
    ("its", "Fluoxetine is old. Nausea is its most common side effect.", "fluoxetine"),
    ("it", "Fluoxetine is old. By raising serotonin, it causes nausea.", "fluoxetine"),
    ("stimulation", "Ketamine stimulates neurogenesis. This stimulation helps.", "ketamine"),
    (
        "antidepressant",
        "Ketamine, an antidepressant, is old. The antidepressant causes nausea.",
        "ketamine",
    ),
]
LEFT = [
    ("They", "Fluoxetine is old. They treat depression."),  # another number
    ("it", "Fluoxetine inhibits it."),  # two things
    ("it", "Fluoxetine is old. Fluoxetine inhibits it."),  # wherever it was named
    ("drugs", "Fluoxetine, sertraline and lithium are old. The two drugs help."),  # three
    ("latter", "Fluoxetine is old. The latter is cheap."),  # one
]
NO_ANAPHORS = [
    ("It", "It is known that fluoxetine treats depression."),
    ("It", "It seems that fluoxetine treats depression."),
    ("They", "SSRIs are old. They found that depression is common."),
    ("It", "Lithium is old. It remains unclear, however, whether fluoxetine helps."),
    ("it", "Lithium is old. In this case it is of interest to know more."),
    ("combination", "The combination of fluoxetine and lithium is old. The combination helps."),
    ("drug", "Fluoxetine is old. The other drug treats depression."),
    ("drug", "A drug treats depression. Fluoxetine is old."),
    ("drug", "Fluoxetine is old. The drug of choice treats depression."),
    ("drug", "Fluoxetine is old. The drug sertraline treats depression."),
]


def anaphors(text, passage):
    return [
        ", ".join(map(local_name, anaphor.terms))
        for anaphor in reading_of(passage).anaphors
        if anaphor.span.of(passage).split()[-1] == text
    ]


@pytest.mark.parametrize(("text", "passage", "terms"), RESOLVED)
def test_an_anaphor_stands_for_what_was_spoken_of(text, passage, terms):
    assert anaphors(text, passage) == [terms]


@pytest.mark.parametrize(("text", "passage"), LEFT)
def test_an_anaphor_without_a_fitting_antecedent_is_left(text, passage):
    assert anaphors(text, passage) == [""]


@pytest.mark.parametrize(("text", "passage"), NO_ANAPHORS)
def test_these_words_ask_for_no_antecedent(text, passage):
    assert anaphors(text, passage) == []
