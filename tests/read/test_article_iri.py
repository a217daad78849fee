"""What an article is called: each case is a text and its IRI."""

import pytest

from kg.read import read

BASE = "https://w3id.org/article-kg/article/"
IRIS = {
    "Zinc and sleep\n\n2021-11-11\n\nZinc helps.": f"{BASE}2021-11-11-zinc-and-sleep",
    "Zinc and sleep\n\nMay 2020\n\nZinc helps.": f"{BASE}2020-05-zinc-and-sleep",
    "How the zinc – of the sea – may bring a long sleep to us all\n\nIt may.": (
        f"{BASE}how-the-zinc-of-the-sea-may-bring"
    ),
    "5α-Reductase in Crohn’s disease\n\nIt is.": f"{BASE}5alpha-reductase-in-crohns-disease",
    "Zinc helps.": f"{BASE}my-notes",
    "Цинк\n\nЦинк помогает.": f"{BASE}my-notes",
    "Zinc\nhttps://doi.org/10.5555/Zinc.1\n\nZinc helps.": "https://doi.org/10.5555/zinc.1",
    "Zinc\nDOI: 10.5555/Zinc.1\n\nZinc helps.": "https://doi.org/10.5555/zinc.1",
    "Zinc\nPMID: 12345678\n\nZinc helps.": "https://pubmed.ncbi.nlm.nih.gov/12345678/",
    "Zinc\nURL: https://example.org/zinc?a=1\n\nZinc helps.": "https://example.org/zinc?a=1",
    # what a text retells is not the text
    "Zinc\nRetold from: https://example.org/zinc\n\nZinc helps.": f"{BASE}zinc",
    "Zinc\nSource: Journal of Zinc\n\nZinc helps.": f"{BASE}zinc",
    "Zinc\n\nZinc helps.\n\nhttps://example.org/zinc": f"{BASE}zinc",
}


@pytest.mark.parametrize("text", IRIS)
def test_an_article_is_called_by_what_it_gives_as_its_own(text):
    assert read(text.encode(), name="folder/My notes.txt").iri == IRIS[text]


def test_the_user_s_name_for_it_goes_before():
    article = read(b"Zinc\ndoi:10.5555/1\n\nZinc helps.", name="a.txt", iri="urn:x:zinc")
    assert article.iri == "urn:x:zinc"


def test_no_path_is_told_and_a_name_without_letters_gives_way_to_the_text():
    one, other = (read(t, name="/home/me/…") for t in (b"Zinc helps.", b"Zinc harms."))
    assert one.iri != other.iri
    assert "home" not in one.iri
