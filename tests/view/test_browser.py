"""The page in a real browser, with the network off."""

from __future__ import annotations

import pytest

from kg.model.graph import Node
from kg.view import page, pyvis_page
from tests.view.graphs import (
    ANXIETY,
    LITHIUM,
    PAPER,
    RELAPSE,
    SERTRALINE,
    SMALL,
    HandMade,
    claim,
    sentence,
    term,
)

MARKUP = '</script><script>document.title="owned"</script>'
QUOTES = "R&D \"core\" <b>x</b> 'y' &lt;"
BIDI = "left\u202eright"
IMAGE = '<img src=x onerror="document.title=1">'


@pytest.fixture(scope="module")
def small():
    return page(SMALL)


def edge_number(seen, label):
    return seen.run(f"kg.drawing.edges.findIndex((edge) => edge.label === {label!r})")


def test_it_opens_without_a_request_or_a_complaint(show, small):
    seen = show(small)
    assert seen.page.locator("#claims li").count() == 5
    assert seen.page.inner_text("h1") == "An article of the tests"
    assert seen.requests == []
    assert seen.complaints == []


def test_a_click_on_an_edge_shows_sentence_certainty_and_paper(show, small):
    seen = show(small)
    seen.click_edge(edge_number(seen, "treats"))
    panel = seen.page.locator("#panel")
    assert panel.locator("blockquote").inner_text() == SMALL.of_claims[0].sentence.text
    assert panel.locator("mark.subject").inner_text() == "Zoloft"
    assert panel.locator("mark.trigger").inner_text() == "helps"
    assert panel.locator("mark.citation").inner_text() == "4"
    words = panel.inner_text()
    for shown in ("possible", "affirmed", "in whom", "adults", "Aldane P, Borrow T", "(2019)"):
        assert shown in words
    assert panel.locator("a").get_attribute("href") == f"https://doi.org/{PAPER.doi}"
    assert "87 of 100 readings like this" in words
    assert "87" not in panel.locator(".verdict").inner_text()  # that is how sure the text is
    panel.locator("summary").click()
    assert "trigger" in panel.inner_text()
    assert seen.requests == []
    assert seen.complaints == []


def test_an_edge_of_two_claims_shows_both_sentences(show, small):
    seen = show(small)
    seen.click_edge(edge_number(seen, "causes (2)"))
    quotes = seen.page.locator("#panel blockquote").all_inner_texts()
    assert quotes == ["It causes relapse.", "Relapse is caused by it."]


def test_a_denied_claim_says_so(show, small):
    seen = show(small)
    seen.page.locator("#claims button", has_text="lithium").click()
    assert "✕ not prevents" in seen.page.inner_text("#panel h2")
    assert "✕ denied" in seen.page.inner_text("#panel .verdict")


def test_a_click_on_a_term_shows_names_identifiers_and_claims(show, small):
    seen = show(small)
    number = seen.run("kg.drawing.nodes.findIndex((node) => node.label === 'sertraline')")
    spot = seen.run(f"kg.network.canvasToDOM(kg.network.getPosition({number}))")
    box = seen.page.locator("#graph canvas").bounding_box()
    seen.page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    panel = seen.page.locator("#panel")
    assert "Zoloft" in panel.inner_text()
    assert panel.locator("a").all_inner_texts() == ["CHEBI:9123"]  # javascript: is text, no link
    assert "alert(1)" in panel.inner_text()
    assert panel.locator(".about li").count() == 4
    panel.locator(".about button").first.click()
    assert panel.locator("blockquote").count() == 1


def test_the_keyboard_reaches_every_claim(show, small):
    seen = show(small)
    seen.page.focus("#filter")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#claims button[aria-pressed=true]").count() == 1
    assert seen.page.inner_text("#panel blockquote") == "It causes relapse."
    seen.page.keyboard.press("End")
    seen.page.keyboard.press("Enter")
    assert seen.page.inner_text("#panel blockquote") == "Velotrine is alike."
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#panel blockquote").count() == 0


def test_words_filter_the_claims(show, small):
    seen = show(small)
    seen.page.fill("#filter", "relapse SERTRALINE")
    assert seen.page.locator("#claims li:visible").count() == 2
    assert seen.page.inner_text("#shown") == "2 of 5"
    seen.page.fill("#filter", "denied")
    assert seen.page.locator("#claims li:visible").count() == 1
    seen.page.fill("#filter", "borrow")
    assert "sertraline treats anxiety" in seen.page.locator("#claims li:visible").inner_text()


def hostile():
    bad, worse, bidi = term(MARKUP), term(QUOTES, Node(iri="urn:k", label=IMAGE)), term(BIDI)
    said = sentence(f"Alpha {IMAGE} treats beta & gamma.")
    return HandMade(
        (claim(bad, "treats", worse, said), claim(bidi, "<i>is</i>", bad, said, trigger="(")),
        (bad, worse, bidi),
        title=MARKUP,
    )


@pytest.mark.parametrize("make", [page, pyvis_page], ids=["page", "pyvis"])
def test_hostile_names_do_nothing(show, make):
    seen, harmless = show(make(hostile())), show(make(SMALL))
    assert seen.page.title() == MARKUP
    assert MARKUP in seen.page.inner_text("h1")
    for tag in ("script", "img", "b", "i", "iframe"):
        assert seen.page.locator(tag).count() == harmless.page.locator(tag).count()
    assert seen.requests == []
    assert seen.complaints == []


def test_hostile_names_are_read_as_they_are(show):
    seen = show(page(hostile()))
    seen.page.locator("#claims button").first.click()
    for shown in (MARKUP, QUOTES, IMAGE, f"Alpha {IMAGE} treats beta & gamma.", "<i>is</i>"):
        assert shown in seen.text
    assert "left[U+202E]right" in seen.text
    assert "\u202e" not in seen.text
    for escaped in ("&amp;", "&quot;", "&#x27;", "&#39;"):
        assert escaped not in seen.text
    assert seen.page.title() == MARKUP


def test_parallel_edges_opposite_edges_and_loops_can_each_be_clicked(show):
    claims = (
        claim(SERTRALINE, "treats", ANXIETY, sentence("One.", start=0)),
        claim(SERTRALINE, "treats", ANXIETY, sentence("Two.", start=10)),
        claim(SERTRALINE, "causes", ANXIETY, sentence("Three.", start=20), certainty="possible"),
        claim(ANXIETY, "increases", SERTRALINE, sentence("Four.", start=30)),
        claim(ANXIETY, "reduces", ANXIETY, sentence("Five.", start=40)),
        claim(ANXIETY, "feeds", ANXIETY, sentence("Six.", start=50)),
    )
    seen = show(page(HandMade(claims, (SERTRALINE, ANXIETY))))
    quotes = []
    for number in range(5):
        seen.click_edge(number)
        quotes.append("".join(seen.page.locator("#panel blockquote").all_inner_texts()))
        seen.page.keyboard.press("Escape")
    assert sorted(quotes) == ["Five.", "Four.", "One.Two.", "Six.", "Three."]


def test_what_is_absent_is_not_printed(show):
    bare = HandMade((SMALL.of_claims[3],), (LITHIUM, RELAPSE))
    seen = show(page(bare))
    seen.page.locator("#claims button").click()
    assert "A work without a year" in seen.text
    for word in ("None", "null", "nan", "NaN", "undefined", "()"):
        assert word not in seen.text


def test_dark_is_dark(show, small):
    shades = {
        scheme: show(small, scheme=scheme).run("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert shades == {"light": "rgb(252, 251, 248)", "dark": "rgb(22, 24, 28)"}


def test_a_telephone_shows_all_without_scrolling_aside(show, small):
    seen = show(small, width=360, height=740)
    assert seen.run("document.documentElement.scrollWidth") == 360
    seen.page.locator("#claims button").last.click()
    box = seen.page.locator("#panel blockquote").bounding_box()
    assert 0 <= box["y"] < 740  # the panel came into view


def test_without_claims_the_page_still_opens(show):
    seen = show(page(HandMade()))
    assert "0 claims" in seen.text
    assert seen.complaints == []


def test_the_page_of_pyvis_opens_offline_and_draws_all(show):
    seen = show(pyvis_page(SMALL))
    assert seen.run("[nodes.length, edges.length]") == [5, 4]
    assert seen.run("nodes.get().map((node) => node.label).includes('sertraline')")
    assert seen.requests == []
    assert seen.complaints == []
