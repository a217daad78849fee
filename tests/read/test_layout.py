"""The blocks of a text: each case is a text and what its blocks are, in order."""

import itertools

import pytest
from hypothesis import given, strategies as st

from kg.errors import KgError
from kg.read import read

LONG = (
    "Sleep clears waste from the brain, and it does so in every animal that was looked at so far, "
    "from the worm and the fly to the whale."
)


def blocks(source):
    article = read(source.encode(), name="a.txt")
    return [(b.kind.value, b.span.of(article.text)) for b in article.blocks]


LAYOUTS = {
    "title and paragraphs": (
        "Sleep and waste\n\nSleep is long.\n\nIt clears waste.\n",
        [
            ("title", "Sleep and waste"),
            ("paragraph", "Sleep is long."),
            ("paragraph", "It clears waste."),
        ],
    ),
    "no title: the first line is a sentence": (
        "Sleep is long.\n\nIt clears waste.",
        [("paragraph", "Sleep is long."), ("paragraph", "It clears waste.")],
    ),
    "no title: the first line ends in a marker": (
        "Sleep clears waste1\n\nIt is long.",
        [("paragraph", "Sleep clears waste1"), ("paragraph", "It is long.")],
    ),
    "date, byline and source": (
        (
            "Sleep and waste\nNov. 11, 2021 | 5 min read\nBy A. Writer and Jo van Dam\n"
            "Retold from: https://example.org/sleep\n\nSleep is long."
        ),
        [
            ("title", "Sleep and waste"),
            ("date", "Nov. 11, 2021 | 5 min read"),
            ("source", "By A. Writer and Jo van Dam"),
            ("source", "Retold from: https://example.org/sleep"),
            ("paragraph", "Sleep is long."),
        ],
    ),
    "what only looks like a source": (
        (
            "Sleep is long.\n\nAfter: the rate fell.\n\nSource: sleep. It comes from the brain.\n\n"
            "See https://example.org/sleep"
        ),
        [
            ("paragraph", "Sleep is long."),
            ("paragraph", "After: the rate fell."),
            ("paragraph", "Source: sleep. It comes from the brain."),
            ("source", "See https://example.org/sleep"),
        ],
    ),
    "labels": (
        "Sleep and waste\n\nSummary: Sleep is long.\n\nKeywords: sleep, waste\n\nSleep clears it.",
        [
            ("title", "Sleep and waste"),
            ("paragraph", "Sleep is long."),
            ("keywords", "sleep, waste"),
            ("paragraph", "Sleep clears it."),
        ],
    ),
    "labels within a paragraph": (
        "AIMS: To see sleep. METHODS: We looked. RESULTS: It was long (see METHODS: no).",
        [
            ("paragraph", "To see sleep."),
            ("paragraph", "We looked."),
            ("paragraph", "It was long (see METHODS: no)."),
        ],
    ),
    "headings, with and without a blank line or Markdown": (
        (
            "# Sleep\n\n## What is it? ##\n\nSleep is long.\nResults\nIt clears waste. It is\nlong."
            "\n\nA new way\n\nSleep more."
        ),
        [
            ("title", "Sleep"),
            ("heading", "What is it?"),
            ("paragraph", "Sleep is long."),
            ("heading", "Results"),
            ("paragraph", "It clears waste. It is\nlong."),
            ("heading", "A new way"),
            ("paragraph", "Sleep more."),
        ],
    ),
    "a short last line is no heading": (
        "Sleep is long.\n\nSleep more",
        [("paragraph", "Sleep is long."), ("paragraph", "Sleep more")],
    ),
    "hard-wrapped lines, one of which begins with a number": (
        (
            "The enzyme is inhibited by the drug named above, and by phosphodiesterase\n"
            "4. In mice, sleep is short and clears less of the waste than it does in\nmen."
        ),
        [
            (
                "paragraph",
                (
                    "The enzyme is inhibited by the drug named above, and by phosphodiesterase\n"
                    "4. In mice, sleep is short and clears less of the waste than it does in\nmen."
                ),
            )
        ],
    ),
    "a paragraph a line, without blank lines": (
        f"Sleep and waste\n{LONG} It is.\nA heading\n{LONG} So it is.\n{LONG}",
        [
            ("title", "Sleep and waste"),
            ("paragraph", f"{LONG} It is."),
            ("heading", "A heading"),
            ("paragraph", f"{LONG} So it is."),
            ("paragraph", LONG),
        ],
    ),
    "lists": (
        "Rules of sleep:\n- Sleep long,\n  and deep.\n* Sleep early.\n\n1. Nap in 2019.\n2. Nap.",
        [
            ("paragraph", "Rules of sleep:"),
            ("item", "Sleep long,\n  and deep."),
            ("item", "Sleep early."),
            ("item", "Nap in 2019."),
            ("item", "Nap."),
        ],
    ),
    "rows of a table": (
        "Sleep is long.\n\nDrug\tDose\nzinc\t5 mg\n\nSleep more.",
        [
            ("paragraph", "Sleep is long."),
            ("item", "Drug\tDose"),
            ("item", "zinc\t5 mg"),
            ("paragraph", "Sleep more."),
        ],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_layout(name, break_):
    source, expected = LAYOUTS[name]
    assert blocks(source.replace("\n", break_)) == [
        (kind, text.replace("\n", break_)) for kind, text in expected
    ]


def test_a_section_is_named_by_its_heading_and_a_label_names_only_its_paragraph():
    source = "Sleep\n\nSummary: Sleep is long.\n\nIt is.\n\nMethods\n\nWe looked.\n\nWe slept."
    article = read(source.encode(), name="a.txt")
    assert [b.section for b in article.blocks] == [
        None, "Summary", None, "Methods", "Methods", "Methods",
    ]  # fmt: skip


def test_title_and_date_are_the_article_s():
    article = read(b"Sleep\nand waste\n\nMay 2020\n\nSleep is long. In 2021, more.", name="a.txt")
    assert (article.title, article.issued) == ("Sleep and waste", "2020-05")


def test_a_date_below_the_prose_is_not_the_article_s():
    assert read(b"Sleep\n\nSleep is long. So.\n\n2019\n\nIt was.", name="a.txt").issued is None


pieces = st.sampled_from(
    ["Sleep", "Sleep is long.", "- a", "1. Smith J. Sleep. 2001;1:2-3.", "References", "2021",
     "Summary: x", "Keywords: y", "# z", "\t", "", "rate1.", "By A. Writer", "a | b | c"]
)  # fmt: skip


@given(st.lists(pieces), st.sampled_from(["\n", "\r\n", "\n\n", "\n  "]))
def test_blocks_lie_in_the_text_in_order_and_do_not_overlap(lines, break_):
    text = break_.join(lines)
    try:
        article = read(text.encode(), name="a.txt")
    except KgError:
        assert not text.strip()
        return
    spans = [b.span for b in article.blocks]
    assert all(0 <= s.start <= s.end <= len(text) for s in spans)
    assert all(s.of(text) == s.of(text).strip() for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
