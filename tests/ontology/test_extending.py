"""docs/extending.md: its pieces are one sound file, and do what the page says."""

import re
from pathlib import Path

import pytest

from kg.check import check
from kg.explain import explain_text
from kg.model.ontology import KG
from kg.ontology import load

PAGE = Path("docs/extending.md").read_text(encoding="utf-8")
PIECES = re.findall(r"^```turtle\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
COFFEE = "https://example.org/coffee#"
TABLE = re.compile(r"^\| sentence \| is read as \|\n\|---\|---\|\n((?:\|.*\n)+)", re.MULTILINE)
ROWS = [
    tuple(cell.strip() for cell in row.strip("|").split("|"))
    for rows in TABLE.findall(PAGE)
    for row in rows.splitlines()
]


@pytest.fixture(scope="module")
def coffee(tmp_path_factory):
    path = tmp_path_factory.mktemp("pieces") / "coffee.ttl"
    path.write_text("\n".join(PIECES), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ontology(coffee):
    return load([coffee])


def test_the_pieces_are_sound(coffee):
    assert [f for f in check([coffee]) if f.where and f.where.startswith(str(coffee))] == []


def test_kinds_terms_and_relation_are_there(ontology):
    kinds = {kind.iri: kind for kind in ontology.kinds}
    assert f"{KG}Condition" in kinds[f"{COFFEE}PlantDisease"].ancestors
    terms = {term.iri: term for term in ontology.terms if term.iri.startswith(COFFEE)}
    assert terms[f"{COFFEE}rust"].alternatives == ("CLR", "coffee leaf rust")
    assert f"{COFFEE}geisha" not in terms
    infects = next(r for r in ontology.relations if r.iri == f"{COFFEE}infects")
    assert (infects.domain, infects.range) == ((f"{KG}Microbe",), (f"{COFFEE}Crop",))
    assert len(infects.triggers) == 7


def test_what_is_added_stands_beside_what_ships(ontology):
    relations = {r.iri.removeprefix(KG): {t.text for t in r.triggers} for r in ontology.relations}
    assert {"nip in the bud", "prevent"} <= relations["prevents"]
    assert {"halve", "decrease"} <= relations["decreases"]
    assert "dieback" not in relations["decreases"]
    assert {"grower", "plantation", "patient"} <= {*ontology.grammar.holders}
    assert "surmise" in {c.words for c in ontology.grammar.cues if c.effect == f"{KG}possible"}
    assert ("ha", "hectare", "hectares") in {unit.forms for unit in ontology.units}


@pytest.mark.parametrize(("sentence", "claim"), ROWS)
def test_sentences_are_read_as_the_page_says(ontology, sentence, claim):
    (explained,) = explain_text(sentence, ontology)
    assert any(f"{said}:".startswith(f"{claim}:") for said in explained.claims), explained.claims


def test_every_property_that_the_page_names_is_in_the_ontology():
    named = set(re.findall(r"`kg:(\w+)", PAGE))
    declared = set(re.findall(r"^kg:(\w+) a ", Path("ontology.ttl").read_text(), re.MULTILINE))
    declared |= set(re.findall(r"\. kg:(\w+) a ", Path("ontology.ttl").read_text()))
    assert named - declared == set()
