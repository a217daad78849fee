"""Explaining a place or a quotation of an article: in its context, with its offsets."""

import pytest

from kg.errors import KgError
from kg.explain import article_in, explain_place, explain_quote, render
from kg.model.text import Span
from kg.ontology import load
from kg.pipeline import read_article
from kg.rdf import to_quads
from kg.read import read
from kg.store import Graph

TEXT = "Sertraline is old. It causes nausea.\n\nZinc is grey."


@pytest.fixture(scope="module")
def ontology():
    return load()


def article(text=TEXT, name="a.txt"):
    return read(text.encode(), name=name)


@pytest.mark.parametrize(
    ("start", "end", "sentences"),
    [
        (0, 5, ["Sertraline is old."]),
        (25, 25, ["It causes nausea."]),
        (19, 36, ["It causes nausea."]),
        (17, 40, ["Sertraline is old.", "It causes nausea.", "Zinc is grey."]),
        (0, 10_000, ["Sertraline is old.", "It causes nausea.", "Zinc is grey."]),
    ],
)
def test_a_place_stands_for_the_sentences_that_it_meets(start, end, sentences, ontology):
    explained = explain_place(article(), Span(start, end), ontology)
    assert [e.text for e in explained] == sentences


def test_a_sentence_is_explained_in_its_context_and_shown_with_its_place(ontology):
    explained = explain_place(article(), Span(19, 19), ontology)
    assert ("It", "sertraline") in [(n.words, n.label) for n in explained[0].names]
    assert render(explained, places=True).splitlines()[0] == "It causes nausea. [19–36]"


@pytest.mark.parametrize(("start", "end"), [(36, 37), (500, 600), (20, 10)])
def test_a_place_without_a_sentence_is_refused(start, end, ontology):
    with pytest.raises(KgError, match=r"no sentence stands there|no place in a text of"):
        explain_place(article(), Span(start, end), ontology)


@pytest.mark.parametrize("quote", ["It causes nausea.", "causes  nausea", "It causes\nnausea."])
def test_words_of_an_article_stand_for_their_sentence(quote, ontology):
    (explained,) = explain_quote(article(), quote, ontology)
    assert explained.start == 19
    assert ("It", "sertraline") in [(n.words, n.label) for n in explained.names]


def test_words_that_the_article_does_not_have_are_refused(ontology):
    with pytest.raises(KgError, match="no sentence with these words"):
        explain_quote(article(), "It causes joy.", ontology)


def graph(ontology, *texts, text=True):
    quads = []
    for n, words in enumerate(texts):
        reading = read_article(article(f"Title {n}\n\n{words}\n", f"{n}.txt"), ontology)
        quads += to_quads(reading, ontology, text=text)
    return Graph.of(quads)


def test_the_article_of_a_graph_has_the_places_of_the_graph(ontology):
    one = graph(ontology, TEXT)
    (claim,) = (c for c in one.claims() if c.predicate.label == "causes")
    place = Span(claim.sentence.start, claim.sentence.end)
    (explained,) = explain_place(article_in(one), place, ontology)
    assert explained.text == "It causes nausea."


def test_of_several_articles_one_is_named(ontology):
    several = graph(ontology, TEXT, "Fluoxetine treats depression.")
    with pytest.raises(KgError, match="holds 2 articles") as caught:
        article_in(several)
    assert "Title 0; Title 1" in str(caught.value.hint)
    assert "Fluoxetine" in article_in(several, "Title 1").text


def test_a_graph_without_the_text_says_so(ontology):
    with pytest.raises(KgError, match="not in the graph"):
        article_in(graph(ontology, TEXT, text=False))
