"""What a sentence defines: the short forms and their long forms, and brackets that define nothing.

The algorithm: Schwartz and Hearst, PSB 2003.
"""

import pytest
from hypothesis import given, strategies as st

from kg.extract.abbreviations import definitions, is_short_form
from kg.model.text import Span


def defined(text):
    return [(a.short.of(text), a.long.of(text)) for a in definitions(text, Span(0, len(text)))]


DEFINITIONS = {
    # long form first
    "Major depressive disorder (MDD) is common.": [("MDD", "Major depressive disorder")],
    "The many heat shock proteins (HSPs) help.": [("HSPs", "heat shock proteins")],
    "It is in the heat shock proteins\n(HSP) of mice.": [("HSP", "heat shock proteins")],
    "the enzymes 5α-reductase type I (5α-RI) and 3α-hydroxysteroid dehydrogenase (3α-HSD)": [
        ("5α-RI", "5α-reductase type I"), ("3α-HSD", "3α-hydroxysteroid dehydrogenase"),
    ],
    "health-related quality of life (HRQoL)": [("HRQoL", "health-related quality of life")],
    "the Council for the Study of Zinc (CSZ)": [("CSZ", "Council for the Study of Zinc")],
    "electroencephalography (EEG) and messenger RNA (mRNA)": [
        ("EEG", "electroencephalography"), ("mRNA", "messenger RNA"),
    ],
    "the amino acid glutamate (Glu)": [("Glu", "glutamate")],
    "cytochrome P450 2D6 (CYP2D6)": [("CYP2D6", "cytochrome P450 2D6")],
    "magnetic resonance imaging [MRI] of the brain": [("MRI", "magnetic resonance imaging")],
    # the first letter stands within the last word too
    "Zinc activates the anterior amygdala (AA).": [("AA", "anterior amygdala")],
    "the caudal cingulate cortex (CCC)": [("CCC", "caudal cingulate cortex")],
    # Greek letters, and what chemists put before a name
    "γ-aminobutyric acid (GABA), tumour necrosis factor alpha (TNF-α)": [
        ("GABA", "γ-aminobutyric acid"), ("TNF-α", "tumour necrosis factor alpha"),
    ],
    "3,4-methylenedioxymethamphetamine (MDMA), delta-9-tetrahydrocannabinol (THC)": [
        ("MDMA", "3,4-methylenedioxymethamphetamine"), ("THC", "delta-9-tetrahydrocannabinol"),
    ],
    # short form first
    "Zinc lowers FRAs (frontal reward areas).": [("FRAs", "frontal reward areas")],
    "HSPs (heat shock proteins, of which there are many) help.": [("HSPs", "heat shock proteins")],
    # more in the bracket, nested brackets, hyphens behind
    "heat shock proteins (HSPs; for example HSP70)": [("HSPs", "heat shock proteins")],
    "deep brain stimulation (also known as DBS)": [("DBS", "deep brain stimulation")],
    "gamma-aminobutyric acid type A (GABA(A)) receptors": [
        ("GABA(A)", "gamma-aminobutyric acid type A"),
    ],
    "the amyloid precursor protein (APP)-derived peptide": [("APP", "amyloid precursor protein")],
    "(magnetic resonance imaging (MRI) was used)": [("MRI", "magnetic resonance imaging")],
    # without brackets
    "Major depressive disorder, or MDD, is common.": [("MDD", "Major depressive disorder")],
    "MDD, short for major depressive disorder, is common.": [
        ("MDD", "major depressive disorder"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", DEFINITIONS)
def test_definitions(text):
    assert defined(text) == DEFINITIONS[text]


NOTHING = [
    "Doctors give fluoxetine (Prozac) and zolpidem (Ambien).",
    "high theta oscillations (6–12 Hz) in the amygdala",
    "in mice (n = 12; p < 0.05) and rats (see Fig. 2A)",
    "It was found long ago (1981) by him (Smith et al., 2001).",
    "In serotonin (5-HT) and in water (H2O).",
    "In Rome (IT) and in the States (USA).",
    "the disorder (which is common) and the drug (MDD)",
    "zinc (A) and iron (b) and salt (2)",
    "It fell (it rose). MDD (and more) or MDD (12).",
    "Zinc helps ((, it is said) )( [ and so on.",
    "Zinc, or iron, helps. Zinc, or so they say, helps.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_brackets_that_define_nothing(text):
    assert defined(text) == []


@pytest.mark.parametrize("word", ["MDD", "SSRIs", "5α-RI", "mTOR", "Glu", "HbA1c", "5-HT", "nAc"])
def test_short_forms(word):
    assert is_short_form(word)


@pytest.mark.parametrize("word", ["Prozac", "2016", "in", "12", "A", "zinc", "α", "6–12", ""])
def test_other_words(word):
    assert not is_short_form(word)


names = st.lists(st.sampled_from("alpha beta gamma delta mu zeta omega".split()), min_size=2,
                 max_size=5)  # fmt: skip


@given(names, st.booleans())
def test_initials_are_found_in_either_order(words, short_first):
    short, long = "".join(w[0] for w in words).upper(), " ".join(words)
    text = f"It is {short} ({long})." if short_first else f"It is the {long} ({short})."
    assert defined(text) == [(short, long)]


@given(st.text(alphabet="Aab5α -()[],.;\n", max_size=60))
def test_what_is_defined_lies_in_the_text(text):
    for found in definitions(text, Span(0, len(text))):
        for span in (found.short, found.long):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        assert not found.short.meets(found.long)
        assert len(found.long.of(text)) > len(found.short.of(text))
