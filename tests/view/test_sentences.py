from __future__ import annotations

from hypothesis import given, strategies as st

from kg.model.graph import MarkedSpan
from kg.view.sentences import marked
from tests.view.graphs import ANXIETY, CITED, EX, SERTRALINE, claim, sentence, term


def marks(found):
    return {words: mark for words, mark in found if mark}


def test_the_claims_own_words_and_its_citation_are_marked():
    found = marked(claim(SERTRALINE, "treats", ANXIETY, CITED, trigger="helps"))
    assert "".join(words for words, _ in found) == CITED.text
    assert marks(found) == {
        "Zoloft": "subject",
        "helps": "trigger",
        "anxiety": "object",
        "4": "citation",
    }


def test_terms_of_other_claims_are_marked_as_mentions():
    said = sentence("Zoloft and lithium.", mentions=[("lithium", term("lithium"))])
    assert marks(marked(claim(SERTRALINE, "treats", ANXIETY, said))) == {"lithium": "mention"}


def test_of_two_like_words_the_one_between_the_ends_is_the_trigger():
    text = "What helps? Zoloft helps anxiety; tea helps too."
    said = sentence(text, mentions=[("Zoloft", SERTRALINE), ("anxiety", ANXIETY)])
    found = marked(claim(SERTRALINE, "treats", ANXIETY, said, trigger="helps"))
    assert [words for words, _ in found[:3]] == ["What helps? ", "Zoloft", " "]
    assert found[3] == ("helps", "trigger")


def test_a_trigger_inside_another_word_is_none():
    said = sentence("Unhelpsome.")
    assert marks(marked(claim(SERTRALINE, "treats", ANXIETY, said, trigger="helps"))) == {}


def test_offsets_count_code_points_beyond_the_basic_plane():
    said = sentence("𝛼𝛽 Zoloft 𝛾", start=7, mentions=[("Zoloft", SERTRALINE)])
    assert marks(marked(claim(SERTRALINE, "treats", ANXIETY, said))) == {"Zoloft": "subject"}


def test_a_sentence_left_out_gives_no_segments():
    assert marked(claim(SERTRALINE, "treats", ANXIETY, "")) == ()


SPANS = st.builds(
    lambda start, length, name: (start, start + length, name),
    st.integers(-3, 30),
    st.integers(0, 12),
    st.sampled_from(["sertraline", "anxiety", "other"]),
)


@given(st.text(max_size=25), st.lists(SPANS, max_size=6), st.text(max_size=4))
def test_whatever_the_spans_the_segments_are_the_sentence(text, spans, trigger):
    mentions = tuple(
        MarkedSpan(start=a, end=b, text=text[max(a, 0) : max(b, 0)], target=EX + name)
        for a, b, name in spans
    )
    said = sentence(text)
    said = type(said)(
        iri=said.iri, article=said.article, start=0, end=len(text), text=text, mentions=mentions
    )
    found = marked(claim(SERTRALINE, "treats", ANXIETY, said, trigger=trigger))
    assert "".join(words for words, _ in found) == text
