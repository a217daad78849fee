"""Where sentences end: each text is marked with a bar where the next sentence begins."""

import itertools

import pytest
from hypothesis import given, strategies as st

from kg.extract.sentences import split_sentences
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.read import read

REFERENCES = "\n\nReferences\n" + "\n".join(
    f"{n}. Smith J. Zinc {n}. J Zinc. 2001;{n}:1-9." for n in range(1, 13)
)


def sentences(text):
    article = read(text.encode(), name="a.txt")
    reading = split_sentences(Reading(article=article), Ontology())
    return article, reading.sentences


MARKED = [
    # plain
    "Zinc is old. |It helps! |Does it? |Yes.",
    "“Zinc helps.” |She said so. |(It was long ago.) |“It does,” he said.",
    "Zinc helps... |So they say. |It helps … and harms.",
    # abbreviations
    "It helps (e.g. Zincol, approx. 20 mg). |Dr. Smith and Drs. Lee and Ray say so, cf. Fig. 3.",
    "Lee et al. Zinc was given. |Lee et al. found it. |See Smith et al. |The zinc was old.",
    "It came from the U.S. Food and Drug Administration. |It left the U.S. |The zinc stayed.",
    "It is made by Zinc Inc. in Rome, by Zinc Co. Ltd. |The rest is not.",
    "It was given at 5 p.m. |The dose was low. |It was given i.v. or i.p. in mice.",
    "No. 4 helps. |Does it? |No. |It was p. 12, vol. 3.",
    "St. John’s wort helps. |So does zinc vs. Zincol.",
    "They were kept for 5 d. |Samples came after 10 min. |Zinc was given at 62 °C. |It helped.",
    "It lasted approx. 3 h. |E. coli was absent.",
    # capitals with a stop
    (
        "Zinc activates protein kinase A. |Lithium inhibits phosphodiesterase 4. "
        "|In S. cerevisiae, zinc helps."
    ),
    "J. R. Smith and the chemist A. Lee gave vitamin C. |It helped. |We thank P. Ray.",
    "It was hepatitis B. |George W. Bush had influenza A. |Zinc helps type I. |And type II.",
    # what begins in lower case
    "It fell. |p53 rose. |mTOR fell. |α-Synuclein rose. |siRNA helped. |c-Fos too.",
    "The brain. |(a) A slice. |(b, c) zinc in it.",
    # numbers
    "It was 0.5 mg vs. 6.85 ± 0.19%. |In 1981 it was 1.5. |5-HT rose by .5 mg.",
    "It was 6.42 +/- 0.17% (p = 0.004). |It rose.",
    # no blank
    "Zinc helps.|It does. |Node.js and example.org do not.",
    # brackets hold together
    "Zinc (It was new. Nobody knew.) helps. |So it does.",
    # citation markers
    "Zinc helps.2 |It does.[3] |So they say.4,5 |“Yes.”6 |No (see above).7 |Ok.[8, 9] |End.",
    "Zinc helps.2|It does.3|“Yes.”",
    "Zinc helps1. |It does2,3. |It rose [4]. |It fell (Smith et al., 2001). |(5) is a number.",
    "Zinc was found in 1981.3 |It helps. |Lee et al.4 found it.",
    "It was 1.5 mg. |It was version 2.3 in Fig.4 at first.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_sentences_begin_at_the_bars(marked):
    text = marked.replace("|", "") + REFERENCES
    article, found = sentences(text)
    expected = [part.strip() for part in marked.split("|")]
    assert [s.span.of(article.text) for s in found] == expected


def test_titles_headings_and_items_are_sentences_and_nothing_else_is():
    article, found = sentences(
        "Zinc and sleep\n\nMay 2020\nSource: The Zinc Post\n\nKeywords: zinc, sleep\n\n"
        "Summary: Zinc helps. It does.\n\nHow zinc\nhelps\n\n1. Take it.\n2. Sleep." + REFERENCES
    )
    assert [s.span.of(article.text) for s in found] == [
        "Zinc and sleep", "Zinc helps.", "It does.", "How zinc\nhelps", "Take it.", "Sleep.",
    ]  # fmt: skip
    assert [article.blocks[s.block].kind.value for s in found] == [
        "title", "paragraph", "paragraph", "heading", "item", "item",
    ]  # fmt: skip


words = st.sampled_from(
    ["Zinc", "helps.", "e.g.", "A.", "3", "rate1.", "rate.3", "[4]", "(Lee,", "2001)", "et", "al.",
     "“So.”", "\n\n", "\n", "(", ")", "p53", "?", "…", "U.S.", "²", "5 mg"]
)  # fmt: skip


@given(st.lists(words, min_size=1, max_size=40))
def test_sentences_cover_their_blocks_in_order(parts):
    article, found = sentences("Zinc is old. " + " ".join(parts) + REFERENCES)
    text = article.text
    assert [s.index for s in found] == list(range(len(found)))
    assert all(s.span.of(text) == s.span.of(text).strip() != "" for s in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    for n, block in enumerate(article.blocks):
        own = [s.span for s in found if s.block == n]
        assert all(block.span.holds(span) for span in own)
        if own:
            said = "".join(span.of(text) for span in own)
            assert "".join(said.split()) == "".join(block.span.of(text).split())
