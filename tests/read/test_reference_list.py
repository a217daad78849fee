"""Where a reference list stands and what its entries are: a text, then numbers and titles."""

import pytest

from kg.read import read

NAPS = "Smith J, Lee K. Naps. Sleep. 2001;1:2-3."
DREAMS = "Pinna G. Dreams. Sleep. 2002;2(1):3-4. doi:10.5555/dreams"
WRAPPED = "Pinna G. Dreams.\n   Sleep. 2002;2(1):3-4.\n   doi:10.5555/dreams"
BODY = "Sleep\n\nSleep is long.\n\n"


def listed(source):
    article = read(source.encode(), name="a.txt")
    return [(r.number, r.paper.title) for r in article.references]


LISTS = {
    "heading": f"{BODY}References\n\n1. {NAPS}\n\n2. {DREAMS}\n",
    "heading with colon and Markdown": f"{BODY}## References:\n1. {NAPS}\n2. {DREAMS}\n",
    "no heading": f"{BODY}\n1. {NAPS}\n\n2. {DREAMS}",
    "no heading, square brackets, a note behind": (
        f"{BODY}[1] {NAPS}\n[2] {DREAMS}\n\nThe author sleeps a lot, and she lives in Rome.\n"
    ),
    "numbers without a stop": f"{BODY}References\n1 {NAPS}\n2 {DREAMS}",
    "numbers with a tab": f"{BODY}References\n1.\t{NAPS}\n2.\t{DREAMS}",
    "numbers on lines of their own": f"{BODY}References\n1.\n{NAPS}\n2.\n{DREAMS}",
    "superscript numbers": f"{BODY}References\n¹ {NAPS}\n² {DREAMS}",
    "wrapped": f"{BODY}References\n1. {NAPS}\n2. {WRAPPED}\n",
    "unnumbered, blank lines": f"{BODY}Bibliography\n\n{NAPS}\n\n{DREAMS}\n",
    "unnumbered, a line each": f"{BODY}Sources\n{NAPS}\n{DREAMS}\n",
    "unnumbered, hanging indent": f"{BODY}Works cited\n{NAPS}\n{WRAPPED}\n",
    "bullets": f"{BODY}Literature\n\n- {NAPS}\n- {DREAMS}\n",
    "on the line of the heading": f"{BODY}References: 1. {NAPS} 2. {DREAMS}\n",
    "other matter behind": f"{BODY}References\n1. {NAPS}\n2. {DREAMS}\n\nFunding\n\nBy 2 banks.",
    "Windows line ends": f"{BODY}References\n1. {NAPS}\n2. {WRAPPED}\n".replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_with_two_references(name):
    assert listed(LISTS[name]) == [(1, "Naps"), (2, "Dreams")]


def test_numbers_are_the_printed_ones_with_gaps_and_doubles():
    source = f"{BODY}References\n[1] {NAPS}\n[2] {NAPS}\n[2] {DREAMS}\n[5] {DREAMS}\n"
    assert [number for number, _ in listed(source)] == [1, 2, 2, 5]


NO_LISTS = {
    "an ordinary list": "Sleep\n\n1. Sleep came in 1949.\n2. Naps came in 2001; 3(4): later.\n",
    "a heading above prose": "Sleep\n\nSources\n\nSleep comes from the brain. It is long.\n",
    "References without any": "Sleep\n\nReferences\n\nThere are none, and none will ever come.\n",
}


@pytest.mark.parametrize("name", NO_LISTS)
def test_what_is_no_reference_list_is_read(name):
    article = read(NO_LISTS[name].encode(), name="a.txt")
    assert article.references == ()
    assert "references" not in [b.kind.value for b in article.blocks]


def test_the_block_spans_heading_and_entries_and_each_entry_its_own_text():
    source = f"{BODY}References\n1. {NAPS}\n2. {WRAPPED}\n\nThe end of it is near."
    article = read(source.encode(), name="a.txt")
    assert [b.kind.value for b in article.blocks] == [
        "title", "paragraph", "references", "paragraph",
    ]  # fmt: skip
    assert article.blocks[2].span.of(source) == f"References\n1. {NAPS}\n2. {WRAPPED}"
    assert [r.span.of(source) for r in article.references] == [f"1. {NAPS}", f"2. {WRAPPED}"]
