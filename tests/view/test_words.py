from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kg.model.graph import PaperNode
from kg.view.labels import LINE, LONGEST, broken
from kg.view.words import link, paper_links, paper_source, short_iri, visible, year
from tests.view.graphs import ARTICLE, PAPER


@pytest.mark.parametrize(
    ("iri", "curie"),
    [
        ("http://purl.obolibrary.org/obo/CHEBI_9123", "CHEBI:9123"),
        ("https://identifiers.org/mesh:D012345", "mesh:D012345"),
        ("https://identifiers.org/ec-code/1.3.1.22", "ec-code:1.3.1.22"),
        ("http://www.wikidata.org/entity/Q123", "Wikidata:Q123"),
        ("https://example.org/drug/a%20b", "example.org/drug/a b"),
    ],
)
def test_public_identifiers_are_shown_short(iri, curie):
    assert short_iri(iri) == curie


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "data:text/html,x", "urn:x", "http://[", ""]
)
def test_what_a_browser_should_not_follow_is_no_link(iri):
    assert link(iri) is None


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x00", "\x1b", "\x85", "\udc80"])
def test_characters_that_deceive_are_written_out(character):
    assert visible(f"a{character}b") == f"a[U+{ord(character):04X}]b"


def test_letters_of_all_scripts_stay():
    words = "5α-reductase – naïve 雪 עברית 𝛼 👩‍🔬"
    assert visible(words) == words


def test_a_paper_is_linked_by_its_doi():
    assert paper_links(PAPER) == (("doi:10.1000/abc(1)", "https://doi.org/10.1000/abc(1)"),)
    assert paper_source(PAPER) == "J Mood 8(1):49–58"


def test_an_old_doi_with_signs_of_markup_makes_a_sound_address():
    paper = PaperNode(iri="x", doi="10.1002/(SICI)1097<1::AID-X1>3.0.CO;2-#")
    assert paper_links(paper)[0][1] == (
        "https://doi.org/10.1002/(SICI)1097%3C1::AID-X1%3E3.0.CO%3B2-%23"
    )


def test_a_paper_with_a_name_of_kgs_own_leads_nowhere():
    assert paper_links(PaperNode(iri=f"{ARTICLE}#paper-x")) == ()
    assert paper_links(PaperNode(iri="https://a.org/1", pmid="12"))[0][0] == "PMID 12"


def test_dates_of_all_precisions_have_a_year():
    assert [year(d) for d in ("2019", "2019-03", "2019-03-04", None)] == ["2019"] * 3 + [""]


def test_labels_are_broken_into_even_lines_and_never_within_a_word_that_fits():
    assert broken("5α-reductase type I") == "5α-reductase\ntype I"
    assert broken("amygdala") == "amygdala"
    assert broken("") == "·"
    assert broken("treatment-resistant depression") == "treatment-\nresistant\ndepression"
    assert broken("tetrahydroprogesterone level") == "tetrahydroprogesterone\nlevel"
    assert all(len(row) <= LONGEST for row in broken("x" * 50 + " and more of it").split("\n"))


@given(st.lists(st.from_regex("[a-z]{2,20}(-[a-z]{2,20})?", fullmatch=True), min_size=1))
def test_a_label_is_broken_at_blanks_and_hyphens_only(words):
    rows = broken(" ".join(words)).split("\n")
    assert "".join(row if row.endswith("-") else f"{row} " for row in rows).split() == words
    assert all(len(row) <= LINE or ("-" not in row[:-1] and " " not in row) for row in rows)
