"""Scope of citations: a paragraph, then each word that states a claim with what it cites."""

import pytest

from kg.ontology import load
from kg.pipeline import read_article
from kg.read import read

NUMBERED = "\n\nReferences\n" + "\n".join(
    f"{n}. Smith J. Mood {n}. J Mood. 2001;{n}:1-9." for n in range(1, 10)
)
NAMED = """

References

Nichols, M. A. (2016). Mood. Moods, 1, 2.

Smith, J., & Brown, T. (2019). Mood in both. Moods, 15, 1.

Jones, K., Smith, J., & Lee, P. (2020). Mood again. Moods, 13, 1–9.
"""


@pytest.fixture(scope="module")
def ontology():
    return load()


def said(text, references, ontology):
    """Each trigger of a claim with the references that its claims cite."""
    reading = read_article(read((text + references).encode(), name="a.txt"), ontology)
    text = reading.article.text
    return {claim.trigger.of(text): claim.citations for claim in reading.claims}


NUMBERS = {
    # the sentence, or the clause, that it closes
    "Fluoxetine treats depression [1].": {"treats": (1,)},
    "Fluoxetine treats depression [1], but it causes nausea [2, 4–6].": {
        "treats": (1,), "causes": (2, 4, 5, 6),
    },
    "Fluoxetine treats depression [1], but it causes nausea.": {"treats": (1,), "causes": ()},
    "Fluoxetine, which treats depression [1], causes nausea [2].": {
        "treats": (1,), "causes": (2,),
    },
    "Fluoxetine treats depression, whereas sertraline causes nausea [3].": {
        "treats": (3,), "causes": (3,),
    },
    "Fluoxetine treats depression. Sertraline causes nausea [3].": {
        "treats": (), "causes": (3,),
    },
    # several that stand together, in whatever style
    "Fluoxetine treats depression [1], [3].": {"treats": (1, 3)},
    "Fluoxetine treats depression [1]–[3].": {"treats": (1, 2, 3)},
    "Fluoxetine treats depression1,3–5, but it causes nausea2.": {
        "treats": (1, 3, 4, 5), "causes": (2,),
    },
    "Fluoxetine treats depression.¹⁻³ It causes nausea.⁴": {"treats": (1, 2, 3), "causes": (4,)},
    # a marker that is a word of the sentence
    "As shown in [3], fluoxetine treats depression.": {"treats": (3,)},
    "Studies [3, 4] found that fluoxetine treats depression.": {"treats": (3, 4)},
    "It was shown [3] that fluoxetine treats depression.": {"treats": (3,)},
    "Lee et al. [3] found that fluoxetine treats depression.": {"treats": (3,)},
    "Lee [3] showed that fluoxetine treats depression.": {"treats": (3,)},
    "Smith and colleagues4 found that fluoxetine treats depression.": {"treats": (4,)},
    "In one study,3 fluoxetine treated depression.": {"treated": (3,)},
    "In a study by Lee [3], fluoxetine treated depression.": {"treated": (3,)},
    "According to one review [4], fluoxetine treats depression.": {"treats": (4,)},
    "It is known from earlier work [3] that fluoxetine treats depression.": {"treats": (3,)},
    "There is evidence [3] that fluoxetine treats depression.": {"treats": (3,)},
    # a name alone is no source, and what it closes holds no claim
    "SSRIs [3] cause headaches.": {"cause": ()},
    "Ref. 3 showed that fluoxetine treats depression.": {"treats": (3,)},
    # a note to the paragraph: its other sentences cite nothing, and others cite before the stop
    "Zinc is old [1].\n\nFluoxetine treats depression. Sertraline causes nausea. [3]": {
        "treats": (3,), "causes": (3,),
    },
    "Zinc is old. [1] It is grey.\n\nFluoxetine treats depression. Sertraline causes nausea. [3]": {
        "treats": (), "causes": (3,),
    },
    "Fluoxetine treats depression [2]. Sertraline causes nausea. [3]": {
        "treats": (2,), "causes": (3,),
    },
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers(text, ontology):
    assert said(text, NUMBERED, ontology) == NUMBERS[text]


NAMES = {
    "Fluoxetine treats depression (Nichols, 2016).": {"treats": (1,)},
    "Nichols (2016) showed that fluoxetine treats depression.": {"treats": (1,)},
    "Nichols (2016) showed that fluoxetine treats depression, but sertraline causes nausea.": {
        "treats": (1,), "causes": (),
    },
    "Nichols (2016) showed that fluoxetine treats depression and that sertraline causes nausea.": {
        "treats": (1,), "causes": (1,),
    },
    "According to Smith and Brown (2019), fluoxetine treats depression.": {"treats": (2,)},
    "As Jones et al. (2020) showed, fluoxetine treats depression.": {"treats": (3,)},
    "Fluoxetine treats depression, as Nichols (2016) found.": {"treats": (1,)},
    "Fluoxetine was shown by Nichols (2016) to treat depression.": {"treat": (1,)},
    "Nichols (2016) showed that fluoxetine treats depression; Smith and Brown (2019) showed that"
    " sertraline causes nausea.": {"treats": (1,), "causes": (2,)},
    "In a trial by Nichols (2016), fluoxetine caused nausea.": {"caused": (1,)},
    "In one study (Nichols, 2016), fluoxetine treated depression.": {"treated": (1,)},
    "New work (Nichols, 2016) suggests that fluoxetine treats depression (Jones et al., 2020).": {
        "treats": (1, 3),
    },
    "Nichols’s (2016) trial showed that fluoxetine treats depression.": {"treats": (1,)},
}  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_names(text, ontology):
    assert said(text, NAMED, ontology) == NAMES[text]
