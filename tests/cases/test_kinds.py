"""Whole kinds of fault that users of comparable tools reported: for each, sentences of our own in
which it would show. Names that the ontology does not have are given with their kind.
"""

import pytest

from kg.evaluate import GoldTerm, extend
from kg.ontology import load
from kg.pipeline import read_article
from kg.read import read

REFERENCES = "\n\nReferences\n\n" + "\n".join(
    f"{n}. Doe J. Moods {n}. J Mood. 2001;{n}:1-9." for n in range(1, 8)
)
NAMES = {
    "WASP factor": ("Protein", "WAS"),
    "SET oncogene": ("Protein", "SET"),
    "CAT enzyme": ("Enzyme", "CAT"),
    "mood control area": ("BrainRegion",),
    "tilvane": ("Drug",),
    "β-tilvane": ("Drug",),
    "GABA-B receptor": ("Receptor",),
    "sour stomach": ("Symptom",),
}


@pytest.fixture(scope="module")
def ontology():
    given = [
        GoldTerm(label=label, kind=kind, also=tuple(also)) for label, (kind, *also) in NAMES.items()
    ]
    return extend(load(), given)


@pytest.fixture(scope="module")
def reading_of(ontology):
    return lambda text: read_article(read(text.encode(), name="a.txt"), ontology)


def labels(reading, ontology):
    known = {term.iri: term.label for term in (*ontology.terms, *reading.terms)}
    text = reading.article.text
    return [(m.span.of(text), known[m.term]) for m in reading.mentions]


SENTENCES = [
    # a marker glued to the stop before, the next sentence glued to it
    ["Zinc lowers the rate.3", "Iron raises it."],
    ["It fell.[3]", "So did the rest."],
    ["It fell.3,4", "“So it is,” they said.5", "It rose."],
    # a name that ends in a capital letter; an initial or a genus before its name
    ["They gave vitamin E.", "It helped."],
    ["The rats got hepatitis B.", "Later they got hepatitis C.", "All lived."],
    ["It lives in E. coli and in C. elegans.", "It is small."],
    ["The work of J. B. Doe is old.", "It helped."],
]


@pytest.mark.parametrize("sentences", SENTENCES)
def test_sentences_end_where_they_end(sentences, reading_of):
    text = " ".join(sentences)
    for glued in (text, text.replace(".3 I", ".3I").replace(".[3] S", ".[3]S")):
        reading = reading_of(glued + REFERENCES)
        found = [s.span.of(reading.article.text).strip() for s in reading.sentences]
        assert found == sentences


ABBREVIATIONS = {
    # the first letter stands inside the last word, too
    "The anterior amygdala (AA) is small.": [("AA", "anterior amygdala")],
    "The lateral tegmental tract (LTT) is long.": [("LTT", "lateral tegmental tract")],
    "The medial mammillary (MM) body is small.": [("MM", "medial mammillary")],
    # the short form first, a plural of it, words between
    "An MCA (mood control area) fires.": [("MCA", "mood control area")],
    "MCAs (mood control areas) fire.": [("MCAs", "mood control areas")],
    "Selective serotonin reuptake inhibitors (SSRIs) help.": [
        ("SSRIs", "Selective serotonin reuptake inhibitors"),
    ],
    "Tests (ECGs) and people (see below) came.": [],
}


@pytest.mark.parametrize("text", ABBREVIATIONS)
def test_an_abbreviation_has_all_of_its_long_form(text, reading_of):
    reading = reading_of(text)
    words = reading.article.text
    found = [(a.short.of(words), a.long.of(words)) for a in reading.abbreviations]
    assert found == ABBREVIATIONS[text]


MENTIONS = {
    # one and many: a short form defined in the plural is used in the singular, and the reverse
    "MCAs (mood control areas) fire. One MCA is red.": [
        ("MCAs", "mood control area"), ("mood control areas", "mood control area"),
        ("MCA", "mood control area"),
    ],
    "The mood control area (MCA) fires. Both MCAs are red.": [
        ("mood control area", "mood control area"), ("MCA", "mood control area"),
        ("MCAs", "mood control area"),
    ],
    # names that are words: small letters, and lines in capitals, prove nothing
    "The cat was set on it. WAS and SET were not there, nor was CAT.": [
        ("WAS", "WASP factor"), ("SET", "SET oncogene"), ("CAT", "CAT enzyme"),
    ],
    "TILVANE WAS BAD\n\nIt was so.": [("TILVANE", "tilvane")],
    "THE SET WAS OLD\n\nThe set is old.": [],
    "SET LOWERS TILVANE\n\nZinc.": [("SET", "SET oncogene"), ("TILVANE", "tilvane")],
    # one name, several spellings
    "β-Tilvane, beta-tilvane, β‑tilvane and BETA-TILVANE are one.": [
        ("β-Tilvane", "β-tilvane"), ("beta-tilvane", "β-tilvane"), ("β‑tilvane", "β-tilvane"),
        ("BETA-TILVANE", "β-tilvane"),
    ],
    "The GABA(B) receptor, GABA-B receptors, GABAB receptor.": [
        ("GABA(B) receptor", "GABA-B receptor"), ("GABA-B receptors", "GABA-B receptor"),
        ("GABAB receptor", "GABA-B receptor"),
    ],
    # one thing: capitals, plural, hyphen
    "Antidepressants, ANTIDEPRESSANTS, an anti-depressant.": [
        ("Antidepressants", "antidepressant"), ("ANTIDEPRESSANTS", "antidepressant"),
        ("anti-depressant", "antidepressant"),
    ],
    "SOUR STOMACHS, Sour stomach.": [
        ("SOUR STOMACHS", "sour stomach"), ("Sour stomach", "sour stomach"),
    ],
    # a marker is no part of a name
    "Take tilvane1. It cures a sour stomach.2": [
        ("tilvane", "tilvane"), ("sour stomach", "sour stomach"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", MENTIONS)
def test_a_name_is_found_however_it_is_written_and_no_word_for_it(text, reading_of, ontology):
    assert labels(reading_of(text + REFERENCES), ontology) == MENTIONS[text]


CLAIMS = {
    # a denial reaches its own clause, no further
    "Tilvane does not cause nausea, but it treats anxiety.": {
        ("tilvane", "causes", "nausea", True), ("tilvane", "treats", "anxiety", False),
    },
    "Tilvane treats anxiety and does not cause nausea.": {
        ("tilvane", "treats", "anxiety", False), ("tilvane", "causes", "nausea", True),
    },
    "Although tilvane does not treat anxiety, it prevents nausea.": {
        ("tilvane", "treats", "anxiety", True), ("tilvane", "prevents", "nausea", False),
    },
    "Tilvane, which does not cause nausea, treats anxiety.": {
        ("tilvane", "causes", "nausea", True), ("tilvane", "treats", "anxiety", False),
    },
    # words of contrast deny nothing
    "But tilvane treats anxiety.": {("tilvane", "treats", "anxiety", False)},
    "However, tilvane treats anxiety.": {("tilvane", "treats", "anxiety", False)},
    "Tilvane is old, yet it treats anxiety.": {("tilvane", "treats", "anxiety", False)},
    "Nevertheless, tilvane not only treats anxiety.": {("tilvane", "treats", "anxiety", False)},
    # who does what to whom
    "Anxiety is treated by tilvane.": {("tilvane", "treats", "anxiety", False)},
    "Nausea, which tilvane causes, is bad.": {("tilvane", "causes", "nausea", False)},
    "Sertraline prevents tilvane-induced nausea.": {
        ("sertraline", "prevents", "nausea", False), ("tilvane", "causes", "nausea", False),
    },
    # "it" that means nothing, and a subject that has changed
    "Tilvane is old. It is clear that sertraline treats anxiety.": {
        ("sertraline", "treats", "anxiety", False),
    },
    "Tilvane is old. It rained. Sertraline is new. It treats anxiety.": {
        ("sertraline", "treats", "anxiety", False),
    },
    "Tilvane causes nausea. Sertraline is another drug. It treats anxiety.": {
        ("tilvane", "causes", "nausea", False), ("sertraline", "treats", "anxiety", False),
    },
}  # fmt: skip


@pytest.mark.parametrize("text", CLAIMS)
def test_denial_direction_and_pronouns(text, reading_of, ontology):
    reading = reading_of(text)
    known = {term.iri: term.label for term in (*ontology.terms, *reading.terms)}
    found = {
        (known[c.subject], c.predicate.rpartition("#")[2], known[c.object], c.negated)
        for c in reading.claims
        if isinstance(c.object, str) and not c.predicate.endswith("isA")
    }
    assert found == CLAIMS[text]


PAPERS = {
    # DOIs that hold brackets, semicolons or angle brackets, and a stop behind them
    "1. Doe J. Zinc. J Zinc. 2001;4:118-21. doi:10.1016/S0140-6736(01)05627-6.": {
        "doi": "10.1016/s0140-6736(01)05627-6", "pages": "118-121",
    },
    "1. Doe J. Zinc. 2001. https://doi.org/10.1002/(SICI)1096(199)17:2<1::AID-A1>3.0.CO;2-K.": {
        "doi": "10.1002/(sici)1096(199)17:2<1::aid-a1>3.0.co;2-k",
    },
    # short page ranges, "et al.", organisations
    "1. Doe J, Roe K, Poe L, et al. Zinc. J Zinc. 2001;4(2):1098-102.": {
        "pages": "1098-1102", "authors": ("Doe J", "Roe K", "Poe L"), "et_al": True,
    },
    "1. World Zinc Council. Zinc for all. J Zinc. 2001;4:e12-e15.": {
        "authors": ("World Zinc Council",), "et_al": False,
    },
}  # fmt: skip


@pytest.mark.parametrize("line", PAPERS)
def test_a_reference_is_read_whole(line):
    article = read(f"It helps [1].\n\nReferences\n\n{line}\n".encode(), name="a.txt")
    paper = article.references[0].paper
    assert {name: getattr(paper, name) for name in PAPERS[line]} == PAPERS[line]


def test_a_number_means_the_entry_that_is_printed_with_it(reading_of):
    text = (
        "It helps [3]. It harms [2]. It is [5].\n\nReferences\n\n"
        "1. Doe J. One. J One. 2001;1:1-2.\n3. Roe J. Three. J Three. 2003;1:1-2.\n"
        "5. Poe J. Five. J Five. 2005;1:1-2.\n5. Loe J. Five too. J Five. 2005;2:1-2.\n"
    )
    reading = reading_of(text)
    titles = {r.number: r.paper.title for r in reading.article.references}
    cited = [([titles[n] for n in c.references], c.not_understood) for c in reading.citations]
    assert cited == [
        (["Three"], None),
        ([], "no reference has the number 2"),
        ([], "2 references have the number 5"),
    ]


QUANTITIES = {
    "It took 10⁻⁶ mol.": [{"value": "0.000001"}],
    "It was 3 × 10^5 Hz.": [{"value": "300000"}],
    "It was 2.5 x 10-3 mg.": [{"value": "0.0025"}],
    "It was 5 ± 2 mg.": [{"value": "5", "uncertainty": "2"}],
    "They weighed 20 +/- 3 mg. They ate.": [{"value": "20", "uncertainty": "3"}],
}  # fmt: skip


@pytest.mark.parametrize("text", QUANTITIES)
def test_powers_of_ten_and_spreads(text, reading_of):
    reading = reading_of(text)
    found = [
        {name: getattr(q, name) for name in wanted}
        for q, wanted in zip(reading.quantities, QUANTITIES[text], strict=True)
    ]
    assert found == QUANTITIES[text]
    assert len(reading.sentences) == text.count(". ") + 1
