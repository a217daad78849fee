"""Citation markers: a text, then the markers in it and the numbers that they resolve to."""

import itertools

import pytest
from hypothesis import given, strategies as st

from kg.extract.citations import find_citations, marker_spans, mask
from kg.extract.marker import numbers_in
from kg.extract.sentences import split_sentences
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Span
from kg.read import read

NUMBERED = "\n\nReferences\n" + "\n".join(
    f"{n}. Smith J. Zinc {n}. J Zinc. 2001;{n}:1-9." for n in (1, 2, 3, 4, 5, 6, 12, 12, 14, 20)
)
NAMED = """

References

Nichols, M. A. (2016). Zinc. Metals, 1, 2.

Smith, J., Jones, K., & Lee, P. (2019). Zinc in mood. Zinc, 12(3), 45–50.

Smith, J., & Brown, T. (2019). Zinc in both. Zinc, 15, 1.

Jones, K. (2020a). Zinc again. Zinc, 13, 1–9.

Jones, K. (2020b). Zinc thrice. Zinc, 14, 1–9.

van der Berg, J. (2018). Zinc at sea. Sea, 1, 3.

World Zinc Council. (2021). Zinc for all. Zinc, 16, 3.

Müller, A. (1999). Zink. Z Zink, 1, 3.
"""


def cited(text, references=NUMBERED):
    article = read((text + references).encode(), name="a.txt")
    return find_citations(split_sentences(Reading(article=article), Ontology()), Ontology())


def found(text, references=NUMBERED):
    reading = cited(text, references)
    return [(c.span.of(reading.article.text), c.references) for c in reading.citations]


MARKERS = {
    # glued digits
    "It has a high relapse rate1.": [("1", (1,))],
    "It helps therapy2, and rates3; all (of them4) do5!": [
        ("2", (2,)), ("3", (3,)), ("4", (4,)), ("5", (5,)),
    ],
    "It lowers the rate.3 Next came zinc.": [("3", (3,))],
    "It lowers the rate.3Next came zinc,4 and “iron.”5": [("3", (3,)), ("4", (4,)), ("5", (5,))],
    "It lowers rates1,2 and relapses3-5.": [("1,2", (1, 2)), ("3-5", (3, 4, 5))],
    "The treatments2 are many.": [("2", (2,))],
    "Zincol was new. They gave Zincol2.": [("2", (2,))],
    "The inhibitors (SSRIs)2 are many. They gave SSRIs3.": [("2", (2,)), ("3", (3,))],
    "It was in 5% of them, then 7%4. It was found in 1981.3 Then it rose.": [
        ("4", (4,)), ("3", (3,)),
    ],
    "It was so for 30 days4. It was 50 nm6.": [("4", (4,)), ("6", (6,))],
    "Lee et al.4 found it.": [("4", (4,))],
    # brackets
    "Zinc helps [3]. It does [2, 3] and [1–3], too [4,6].": [
        ("[3]", (3,)), ("[2, 3]", (2, 3)), ("[1–3]", (1, 2, 3)), ("[4,6]", (4, 6)),
    ],
    "Zinc helps [1]–[3]. It does [4], [6], too [1]-[2].": [
        ("[1]–[3]", (1, 2, 3)), ("[4]", (4,)), ("[6]", (6,)), ("[1]-[2]", (1, 2)),
    ],
    "Zinc helps [see 3]. It does [1 and 2], too [4, p. 12].": [
        ("[see 3]", (3,)), ("[1 and 2]", (1, 2)), ("[4, p. 12]", (4,)),
    ],
    "Zinc helps [^3]. It does^4^.": [("[^3]", (3,)), ("^4^", (4,))],
    "Zinc helps<sup>3</sup>.": [("<sup>3</sup>", (3,))],
    "Zinc helps (1). It does (2, 3), too (4–6).": [
        ("(1)", (1,)), ("(2, 3)", (2, 3)), ("(4–6)", (4, 5, 6)),
    ],
    # superscripts
    "Zinc helps¹². It does¹⁴, and¹,³ more²⁻⁴.": [
        ("¹²", ()), ("¹⁴", (14,)), ("¹,³", (1, 3)), ("²⁻⁴", (2, 3, 4)),
    ],
    # words
    "So it is (see ref. 3), and in refs. 4 and 5. See Reference 2.": [
        ("ref. 3", (3,)), ("refs. 4 and 5", (4, 5)), ("Reference 2", (2,)),
    ],
    # no such number, or two of it
    "It helps [9]. It does [12] and [4, 9].": [("[9]", ()), ("[12]", ()), ("[4, 9]", (4,))],
    "Zinc helps²⁵.": [("²⁵", ())],
}  # fmt: skip


@pytest.mark.parametrize("text", MARKERS)
def test_numbers(text):
    assert found(text) == MARKERS[text]


NO_MARKERS = [
    "It binds 5-HT1A, CYP2D6, GABA2, IL-6, p53 and PDE4.",
    "It takes 2 mg of H2O, vitamin B12, m2 and T4.",
    "In type1 diabetes, phase2 and omega3.",
    "In 1981, and (1981), and [1981], it was found.",
    "It has (1) zinc, (2) iron, and (3) salt.",
    "It was the 1st, 2nd and 3rd in Fig.3 and no.4 and vol.5.",
    "It was 0.5 or 1.2. It was 3.4 Hz.",
    "It was 5 m², 3 cm³, 10⁶, 10⁻⁶, ¹⁸F, Ca²⁺, χ² and R².",
    "It was Ca(OH)2 and Mg(NO3)2.",
    "It was 2.1 (95% CI [1, 3]), F (1, 20) = 2.",
    "In eleven (11) patients and (5) more, five (5) slept.",
    "Type I, type II, and step 3. A reference 99 and ref. 2.5.",
    "See https://example.org/zinc2 and zinc2@example.org.",
]


@pytest.mark.parametrize("text", NO_MARKERS)
def test_no_markers(text):
    assert found(text) == []


def test_a_name_with_a_digit_is_none_where_the_article_cites_in_brackets():
    assert found("Zinc helps [1]. It does [2]. So it is [3]. They used btn1 and buffer1.") == [
        ("[1]", (1,)), ("[2]", (2,)), ("[3]", (3,)),
    ]  # fmt: skip


def test_an_article_may_cite_in_several_styles():
    text = (
        "Zinc lowers the rate [1]. So [2], and so on [3] (ref. 4). It raised the rate5. So it is.⁶"
    )
    assert [numbers for _, numbers in found(text)] == [(1,), (2,), (3,), (4,), (5,), (6,)]


AUTHORS = {
    "Zinc helps (Nichols, 2016).": [("(Nichols, 2016)", (1,))],
    "Nichols (2016) showed it, and so did van der Berg (2018).": [
        ("Nichols (2016)", (1,)), ("van der Berg (2018)", (6,)),
    ],
    "However, Smith et al. (2019) did. Moreover, Nichols (2016) and Then, Doe et al. (2016).": [
        ("Smith et al. (2019)", (2,)), ("Nichols (2016)", (1,)), ("Then, Doe et al. (2016)", ()),
    ],
    "Smith et al. (2019) and Smith and Brown (2019) did.": [
        ("Smith et al. (2019)", (2,)), ("Smith and Brown (2019)", (3,)),
    ],
    "So (Smith et al., 2019; Jones 2020a). So (Jones, 2020a, b).": [
        ("(Smith et al., 2019; Jones 2020a)", (2, 4)), ("(Jones, 2020a, b)", (4, 5)),
    ],
    "So (e.g., Nichols, 2016; see also van der Berg, 2018, p. 12).": [
        ("(e.g., Nichols, 2016; see also van der Berg, 2018, p. 12)", (1, 6)),
    ],
    "So (Jones, 2020a; 2020b). So (see Nichols 2016 for a review). So (M. A. Nichols, 2016).": [
        ("(Jones, 2020a; 2020b)", (4, 5)), ("(see Nichols 2016 for a review)", (1,)),
        ("(M. A. Nichols, 2016)", (1,)),
    ],
    "Nichols [2016] did. So (Nichols, 2016; Lee, unpublished). So (Nichols, in press).": [
        ("Nichols [2016]", (1,)), ("(Nichols, 2016; Lee, unpublished)", (1,)),
    ],
    "So (WZC, 2021) and (World Zinc Council, 2021). Muller’s (1999) too. [Nichols, 2016]": [
        ("(WZC, 2021)", (7,)), ("(World Zinc Council, 2021)", (7,)),
        ("Muller’s (1999)", (8,)), ("[Nichols, 2016]", (1,)),
    ],
    # two fit, or none does
    "So (Jones, 2020), (Lee et al., 2001) and Nichols (1981).": [
        ("(Jones, 2020)", ()), ("(Lee et al., 2001)", ()), ("Nichols (1981)", ()),
    ],
    # places and times
    "In (1981), (May 2019), (Boston, 2019), (since 1990) and the Boston (2016) trial.": [],
}  # fmt: skip


@pytest.mark.parametrize("text", AUTHORS)
def test_authors_and_years(text):
    assert found(text, NAMED) == AUTHORS[text]


WHY = {
    "Zinc helps [9].": (NUMBERED, "no reference has the number 9"),
    "Zinc helps [12].": (NUMBERED, "2 references have the number 12"),
    "Zinc helps [3, 9].": (NUMBERED, "no reference has the number 9"),
    "Zinc helps [2].": ("", "the article has no reference list"),
    "Zinc helps (Jones, 2020).": (NAMED, "several references fit Jones 2020"),
    "Zinc helps (Lee et al., 2001).": (NAMED, "no reference fits Lee et al. 2001"),
}


@pytest.mark.parametrize("text", WHY)
def test_a_marker_that_does_not_resolve_says_why(text):
    references, why = WHY[text]
    assert [c.not_understood for c in cited(text, references).citations] == [why]


def test_a_marker_belongs_to_the_sentence_before_it():
    reading = cited("Zinc helps.2 It does [3]. So it is.4\n\nIt helps5.")
    assert [c.sentence for c in reading.citations] == [0, 1, 2, 3]


HIDDEN = {
    "The rate1. It fell.2 So.": "The rate . It fell.  So.",
    "It helps [3], too.": "It helps    , too.",
    "Nichols (2016) did (Nichols, 2016).": "Nichols        did                .",
}


@pytest.mark.parametrize("text", HIDDEN)
def test_the_mask_hides_markers_and_leaves_names(text):
    references = NAMED if "Nichols" in text else NUMBERED
    article = read((text + references).encode(), name="a.txt")
    assert mask(article.text, marker_spans(article))[: len(text)] == HIDDEN[text]


words = st.sampled_from(
    ["Zinc", "helps.", "rate1.", "rate.3", "[4]", "[4, 9]", "(5)", "(Nichols,", "2016)", "Nichols",
     "(2016)", "al.2", "¹²", "m²", "\n\n", "p53", "5 mg", "[", ")", "1", "IL-6", "1981.3"]
)  # fmt: skip


@given(st.lists(words, max_size=40), st.sampled_from([NUMBERED, NAMED, ""]))
def test_every_marker_lies_in_its_sentence_and_the_mask_keeps_the_length(parts, references):
    reading = cited("Zinc is old. " + " ".join(parts), references)
    article = reading.article
    spans = [c.span for c in reading.citations]
    assert all(reading.sentences[c.sentence].span.holds(c.span) for c in reading.citations)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(c.references or c.not_understood for c in reading.citations)
    assert {n for c in reading.citations for n in c.references} <= {
        r.number for r in article.references
    }
    hidden = marker_spans(article)
    assert len(hidden) == len(spans)
    masked = mask(article.text, hidden)
    assert len(masked) == len(article.text)
    assert all(span.of(masked).isspace() for span in hidden)


@given(st.text(), st.data())
def test_a_mask_changes_nothing_outside_of_its_spans(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    masked = mask(text, [Span(start, end)])
    assert masked == text[:start] + " " * (end - start) + text[end:]


@given(st.lists(st.integers(1, 999), min_size=1, max_size=8))
def test_a_printed_list_gives_its_numbers(numbers):
    assert numbers_in(", ".join(map(str, numbers))) == tuple(numbers)
