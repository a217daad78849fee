"""IRIs of papers, and the words of which they are made."""

import re

import pytest
from hypothesis import given, strategies as st

from kg.model.names import doi_iri, paper_iri, slug, surname

PAPERS = {
    ("10.5555/ABC", "1", "Pinna", "2018", "Zinc"): "https://doi.org/10.5555/abc",
    (None, "123", "Pinna", "2018", "Zinc"): "https://pubmed.ncbi.nlm.nih.gov/123/",
    (None, None, "Müller", "2018", "The zinc of the whole wide sea"): (
        "https://w3id.org/article-kg/paper/muller-2018-the-zinc-of-the-whole"
    ),
    (None, None, None, None, "Zinc"): "https://w3id.org/article-kg/paper/zinc",
}


@pytest.mark.parametrize("known", PAPERS)
def test_a_paper_is_named_by_the_best_that_is_known(known):
    doi, pmid, author, year, title = known
    assert paper_iri(doi=doi, pmid=pmid, author=author, year=year, title=title) == PAPERS[known]


def test_papers_without_a_title_differ_by_their_text():
    assert paper_iri(text="Zinc, ibid.") != paper_iri(text="Iron, ibid.")
    assert paper_iri(text="Zinc,  ibid.") == paper_iri(text="Zinc,\nibid.")


@given(st.text(max_size=60))
def test_a_slug_is_lower_case_ascii_words(text):
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=40))
def test_the_iri_of_a_doi_holds_nothing_that_no_iri_may_hold(name):
    assert not re.search(r"[\s<>\"{}|\\^`]", doi_iri(f"10.5555/{name}"))


SURNAMES = {
    "Pinna G": "Pinna",
    "Pinna, G.": "Pinna",
    "G. Pinna": "Pinna",
    "van der Berg JP": "van der Berg",
    "Smith AB Jr": "Smith",
    "World Zinc Council": "World Zinc Council",
}


@pytest.mark.parametrize("author", SURNAMES)
def test_surnames(author):
    assert surname(author) == SURNAMES[author]
