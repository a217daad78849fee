"""References as printed in each style, and the parts that are read. A part that is not named in a
row must be None (or empty).
"""

import re

import pytest
from hypothesis import given, strategies as st

from kg.read.identifiers import clean_doi
from kg.read.imprint import EXAMPLE_TO_SHAPE, whole_pages
from kg.read.references import parse_reference

ZINC = {
    "title": "Zinc and sleep: a review",
    "journal": "J Zinc Res",
    "issued": "2018",
    "volume": "8",
    "pages": "49-58",
}
TWO = ("Pinna G", "van der Berg JP")
DOTTED = ("Pinna, G.", "van der Berg, J. P.")

REFERENCES = {
    # Vancouver, AMA
    "Pinna G, van der Berg JP. Zinc and sleep: a review. J Zinc Res. 2018;8(1):49-58. "
    "doi:10.5555/zinc.1": ZINC | {"authors": TWO, "issue": "1", "doi": "10.5555/zinc.1"},
    "Pinna G, van der Berg JP. Zinc and sleep: a review. J Zinc Res 2018 Jan 5;8:49-58. "
    "PMID: 12345678; PMCID: PMC123.": ZINC
    | {"authors": TWO, "issued": "2018-01-05", "pmid": "12345678"},
    "Pinna G, et al. Is zinc enough? J Zinc Res (Lausanne). 2020;11:236.": {
        "authors": ("Pinna G",), "et_al": True, "title": "Is zinc enough?",
        "journal": "J Zinc Res (Lausanne)", "issued": "2020", "volume": "11", "pages": "236",
    },
    "Pinna G. Zinc. J Zinc Res. 2021;0(0). doi:10.5555/ZINC": {
        "authors": ("Pinna G",), "title": "Zinc", "journal": "J Zinc Res", "issued": "2021",
        "volume": "0", "issue": "0", "doi": "10.5555/zinc",
    },
    "World Zinc Council. Atlas of zinc. J Zinc Res. 2002;13:118-21.": {
        "authors": ("World Zinc Council",), "title": "Atlas of zinc", "journal": "J Zinc Res",
        "issued": "2002", "volume": "13", "pages": "118-121",
    },
    "Zinc in the sea. J Zinc Res. 2002;13:e18.": {
        "title": "Zinc in the sea", "journal": "J Zinc Res", "issued": "2002", "volume": "13",
        "pages": "e18",
    },
    "O'Neil J-P, El-Sayed M, Smith AB Jr. Zinc. The rest of it. Zinc. 1999;1:2.": {
        "authors": ("O'Neil J-P", "El-Sayed M", "Smith AB Jr"), "title": "Zinc. The rest of it",
        "journal": "Zinc", "issued": "1999", "volume": "1", "pages": "2",
    },
    # PLOS
    "Pinna G, van der Berg JP (2018) Zinc and sleep: a review. J Zinc Res 8: 49–58.": ZINC
    | {"authors": TWO, "pages": "49–58"},
    "Pinna G (2018) Zinc and sleep: a review. J Zinc Res 8. doi: 10.5555/zinc.1": {
        "authors": ("Pinna G",), "title": ZINC["title"], "journal": "J Zinc Res",
        "issued": "2018", "volume": "8", "doi": "10.5555/zinc.1",
    },
    # APA
    "Pinna, G., & van der Berg, J. P. (2018). Zinc and sleep: a review. *J Zinc Res*, *8*(1), "
    "49-58. https://doi.org/10.5555/zinc.1": ZINC
    | {"authors": DOTTED, "issue": "1", "doi": "10.5555/zinc.1"},
    "Pinna, G. (2018a, July 30). Zinc and sleep: a review. J Zinc Res, 8, 49-58.": ZINC
    | {"authors": ("Pinna, G.",), "issued": "2018-07-30", "year_letter": "a"},
    "World Zinc Council (2018). Zinc and sleep: a review. J Zinc Res, 8, 49-58.": ZINC
    | {"authors": ("World Zinc Council",)},
    # Harvard
    "Pinna, G. and van der Berg, J. P. (2018) 'Zinc and sleep: a review', J Zinc Res, 8(1), "
    "pp. 49-58.": ZINC | {"authors": DOTTED, "issue": "1"},
    # Nature
    "Pinna, G. & van der Berg, J. P. Zinc and sleep: a review. J. Zinc Res. 8, 49-58 (2018).": ZINC
    | {"authors": DOTTED, "journal": "J. Zinc Res."},
    # IEEE
    "G. Pinna and J. P. van der Berg, “Zinc and sleep: a review,” J Zinc Res, vol. 8, no. 1, "
    "pp. 49-58, Jan. 2018.": ZINC
    | {"authors": ("G. Pinna", "J. P. van der Berg"), "issue": "1"},
    # MLA, Chicago
    "Pinna, Graziano, and Jo van der Berg. “Zinc and sleep: a review.” J Zinc Res 8.1 (2018): "
    "49-58.": ZINC | {"authors": ("Pinna, Graziano", "Jo van der Berg"), "issue": "1"},
    # a book, a page of the web
    "Pinna G. Zinc for all. 2nd ed. Rome: Zinc Press; 1998.": {
        "authors": ("Pinna G",), "title": "Zinc for all", "issued": "1998",
    },
    "World Zinc Council. Zinc in the sea. https://example.org/zinc Accessed May 5, 2021.": {
        "authors": ("World Zinc Council",), "title": "Zinc in the sea",
    },
}  # fmt: skip
NOTHING = {
    "title": None, "authors": (), "et_al": False, "journal": None, "issued": None,
    "year_letter": "", "volume": None, "issue": None, "pages": None, "doi": None, "pmid": None,
}  # fmt: skip


@pytest.mark.parametrize("printed", REFERENCES)
def test_the_parts_of_a_reference(printed):
    paper = parse_reference(printed)
    assert {part: getattr(paper, part) for part in NOTHING} == NOTHING | REFERENCES[printed]


@pytest.mark.parametrize("example", EXAMPLE_TO_SHAPE)
def test_each_shape_of_imprint_reads_its_own_example(example):
    assert re.search(EXAMPLE_TO_SHAPE[example], example)


DOIS = {
    "doi:10.5555/0040-1234(93)70215-4.": "10.5555/0040-1234(93)70215-4",
    "(doi: 10.5555/NAP.2013(DREAM)).": "10.5555/nap.2013(dream)",
    "doi:10.5555/(SICI)10(1998)42:3<251::AID-SLP4>3.0.CO;2-K.": (
        "10.5555/(sici)10(1998)42:3<251::aid-slp4>3.0.co;2-k"
    ),
    "https://dx.doi.org/10.5555/a%28b%29c": "10.5555/a(b)c",
    "DOI 10.5555/abc; PMID: 1": "10.5555/abc",
    "10.5555/with‐a‐typesetter’s‐hyphens": "10.5555/with-a-typesetter’s-hyphens",
    "<https://doi.org/10.5555/abc>": "10.5555/abc",
}


@pytest.mark.parametrize("printed", DOIS)
def test_a_doi_keeps_its_brackets_and_loses_what_closes_the_sentence(printed):
    assert parse_reference(f"Pinna G. Zinc. Zinc. 2001;1:2. {printed}").doi == DOIS[printed]


doi_characters = st.text(alphabet="abz019-._;()/:<>", min_size=1, max_size=30)


@given(doi_characters)
def test_cleaning_a_doi_twice_changes_nothing(name):
    once = clean_doi(f"10.5555/{name}")
    assert clean_doi(once) == once


@given(st.integers(1, 9999), st.integers(0, 400))
def test_a_shortened_page_range_ends_where_the_whole_one_does(first, more):
    last = str(first + more)
    for cut in range(len(last)):
        if len(last) == len(str(first)) and str(first).startswith(last[:cut]):
            assert whole_pages(f"{first}-{last[cut:]}") == f"{first}-{last}"


@given(st.text(max_size=200))
def test_any_text_is_parsed(text):
    paper = parse_reference(" ".join(text.split()))
    assert re.match(r"https?://", paper.iri)
