"""The terms of the field: the checked-in list, and the script that brings it into ontology.ttl."""

import gzip
import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from kg.errors import KgError
from kg.model.ontology import KG
from kg.ontology import load
from kg.places import shipped
from scripts.import_terms import MARKER, add_terms, main
from scripts.lexicons import fold
from scripts.term_list import COLUMNS, ListedTerm, read_terms
from scripts.term_matches import SOURCES, Match, confirm

SHIPPED = load()
LISTED = read_terms(Path("data/terms"))

SHARED_ON_PURPOSE = {
    "gad": {"generalizedAnxietyDisorder", "glutamateDecarboxylase"},
    "nac": {"nucleusAccumbens", "nAcetylcysteine"},
}

ONTOLOGY = f"""\
@prefix kg: <{KG}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kg:Drug a owl:Class .
kg:affects a owl:ObjectProperty .

{MARKER}
# written by hand
kg:zelmorin a kg:Drug , owl:NamedIndividual ; skos:prefLabel "Zelmorin"@en .

# ==== something else ====
kg:last a owl:ObjectProperty .
"""

LEXICONS = {
    "chemical-chebi": [
        "CHEBI:1\tzelmorin\tzelmorina|lumbrex|Zelmorex|(2R)-zelmo[1,2]ol|lumbril\tchemical",
        "CHEBI:2\tquarvide\t\tgroup",
        "CHEBI:11909\tdastrane\t\tchemical",
        "CHEBI:50169\tinactive\tdastrane\tchemical",
    ],
    "drug-drugbankvocab": ["DRUGBANK:DB1\tZelmorin\tLumbrex|Zelmorex\tdrug"],
}


def row(name, label, kind="Drug", **cells):
    return "\t".join(
        {"name": name, "label": label, "kind": kind}.get(column, cells.get(column, ""))
        for column in COLUMNS
    )


def write_list(folder, *rows):
    folder.mkdir(exist_ok=True)
    text = "\n".join(["\t".join(COLUMNS), *rows]) + "\n"
    (folder / "drugs.tsv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def lexicons(tmp_path):
    folder = tmp_path / "lexicons"
    folder.mkdir()
    for file in {source.file for sources in SOURCES.values() for source in sources}:
        lines = ["curie\tlabel\tsynonyms\tkind", *LEXICONS.get(file, [])]
        with gzip.open(folder / f"{file}.tsv.gz", "wt", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
    return folder


def imported(tmp_path, lexicons, *rows, ontology=ONTOLOGY):
    terms = read_terms(write_list(tmp_path / "terms", *rows))
    matches = confirm(terms, lexicons)
    return add_terms(ontology, terms, matches), matches


def test_what_is_missing_is_added_in_the_section_and_no_line_is_changed(tmp_path, lexicons):
    after, _ = imported(tmp_path, lexicons, row("quarvide", "quarvide", hidden="quarvid"))
    before = ONTOLOGY.splitlines()
    names = 'skos:prefLabel "quarvide"@en ; skos:hiddenLabel "quarvid"@en'
    added = [line for line in after.splitlines() if line not in before]
    assert [line for line in added if not line.startswith("@prefix ")] == [
        f"kg:quarvide a kg:Drug , owl:NamedIndividual ; {names} ."
    ]
    assert [line for line in after.splitlines() if line in before and line] == [
        line for line in before if line
    ]
    assert after.index("kg:quarvide") < after.index("# ==== something else ====")


def test_a_second_run_changes_nothing(tmp_path, lexicons):
    rows = [row("zelmorin", "zelmorin", alternatives="zelm"), row("quarvide", "quarvide")]
    once, _ = imported(tmp_path, lexicons, *rows)
    twice, _ = imported(tmp_path, lexicons, *rows, ontology=once)
    assert twice == once != ONTOLOGY


NAMES = st.text("abcdefgh", min_size=3, max_size=4)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=4, unique_by=lambda pair: pair[0]))
def test_whatever_the_list_lines_are_only_added_and_only_once(pairs):
    terms = [
        ListedTerm(name=name, label=f"{name} x", kind="Drug", alternatives=(other,))
        for name, other in pairs
    ]
    matches = {term.name: Match() for term in terms}
    once = add_terms(ONTOLOGY, terms, matches)
    assert add_terms(once, terms, matches) == once
    assert set(ONTOLOGY.splitlines()) <= set(once.splitlines())
    assert {term.name for term in terms} <= set(
        re.findall(r"^kg:(\w+) a kg:Drug", once, re.MULTILINE)
    )


def test_a_term_written_by_hand_keeps_its_label_and_gets_the_rest(tmp_path, lexicons):
    after, _ = imported(tmp_path, lexicons, row("zelmorin", "zelmorin", alternatives="zelm"))
    line = next(line for line in after.splitlines() if "exactMatch" in line)
    assert line.startswith('kg:zelmorin skos:altLabel "zelm"@en , "lumbrex"@en ;')
    assert "prefLabel" not in line


def test_a_file_without_the_marker_gets_it(tmp_path, lexicons):
    after, _ = imported(tmp_path, lexicons, row("quarvide", "quarvide"), ontology="# empty\n")
    assert after.startswith(f"# empty\n\n{MARKER}\n@prefix kg:")


def test_an_id_counts_only_where_a_name_and_the_sort_agree(tmp_path, lexicons):
    rows = [
        row("zelmorin", "zelmorin", matches="CHEBI:1|DRUGBANK:DB404"),
        row("quarvide", "quarvide"),  # CHEBI:2 is a group, not a chemical
        row("dastrane", "dastrane"),  # CHEBI:11909 is never right
    ]
    _, matches = imported(tmp_path, lexicons, *rows)
    assert matches["zelmorin"].curies == ("CHEBI:1",)  # nor another id than the one wanted
    assert matches["zelmorin"].refused == ("DRUGBANK:DB404",)
    assert matches["quarvide"].curies == ()
    assert matches["dastrane"].curies == ()


def test_an_id_is_sought_by_the_label_where_none_is_wanted(tmp_path, lexicons):
    _, matches = imported(tmp_path, lexicons, row("zelmorin", "zelmorin"))
    assert matches["zelmorin"].curies == ("CHEBI:1", "DRUGBANK:DB1")


def test_no_id_is_sought_where_the_list_says_so(tmp_path, lexicons):
    _, matches = imported(tmp_path, lexicons, row("zelmorin", "zelmorin", matches="-"))
    assert matches["zelmorin"].curies == ()


def test_a_synonym_needs_two_lexicons_and_plain_english(tmp_path, lexicons):
    _, matches = imported(tmp_path, lexicons, row("zelmorin", "zelmorin"))
    assert matches["zelmorin"].synonyms == ("lumbrex",)  # no Zelmorex, zelmorina, (2R)-zelmo…


def test_no_synonym_is_taken_that_names_another_listed_term(tmp_path, lexicons):
    rows = [row("zelmorin", "zelmorin"), row("lumbrex", "lumbrex")]
    _, matches = imported(tmp_path, lexicons, *rows)
    assert matches["zelmorin"].synonyms == ()


def test_a_name_that_is_a_relation_or_kind_is_refused(tmp_path, lexicons):
    with pytest.raises(KgError, match=r"kg:affects is .*ObjectProperty.* already"):
        imported(tmp_path, lexicons, row("affects", "affects"))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([row("a", "a"), row("a", "b")], "a stands twice"),
        ([row("a", "a", member_of="b")], "a points to b"),
        (["a\tb"], "2 columns instead of 9"),
    ],
)
def test_a_faulty_list_is_refused(tmp_path, rows, words):
    with pytest.raises(KgError, match=words):
        read_terms(write_list(tmp_path / "terms", *rows))


def test_the_script_says_where_the_lexicons_are_absent(tmp_path, capsys):
    ontology = tmp_path / "ontology.ttl"
    ontology.write_text(ONTOLOGY, encoding="utf-8")
    code = main(["--ontology", str(ontology), "--lexicons", str(tmp_path / "absent")])
    told = capsys.readouterr().err
    assert code == 2
    assert "absent/anatomy-uberon.tsv.gz" in told
    assert "../shared" in told
    assert ontology.read_text(encoding="utf-8") == ONTOLOGY


def test_the_script_writes_once(tmp_path, lexicons, capsys):
    ontology = tmp_path / "ontology.ttl"
    ontology.write_text(ONTOLOGY, encoding="utf-8")
    terms = write_list(tmp_path / "terms", row("quarvide", "quarvide", matches="CHEBI:2"))
    options = ["--ontology", str(ontology), "--lexicons", str(lexicons), "--terms", str(terms)]
    assert [main(options), main(options)] == [0, 0]
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "left out: CHEBI:2 of quarvide: no name of it, of this sort, is ours"
    assert told[-1] == "unchanged"


def test_the_shipped_ontology_holds_the_list():
    terms = {term.iri: term for term in SHIPPED.terms}
    for listed in LISTED:
        term = terms[KG + listed.name]
        assert {*listed.names} <= {term.label, *term.alternatives, *term.hidden}
        assert KG + listed.kind in term.kinds
        assert {KG + name for name in listed.product_of} <= {*term.product_of}
        assert {KG + name for name in listed.member_of + listed.is_a} <= {*term.broader}


def test_every_listed_kind_exists():
    kinds = {kind.iri for kind in SHIPPED.kinds}
    assert {KG + listed.kind for listed in LISTED} <= kinds


def test_no_two_terms_share_a_name_but_for_those_meant():
    bearers = defaultdict(set)
    for term in SHIPPED.terms:
        for name in (term.label, *term.alternatives, *term.hidden):
            bearers[fold(name)].add(term.iri.removeprefix(KG))
    assert {name: found for name, found in bearers.items() if len(found) > 1} == SHARED_ON_PURPOSE


def test_no_two_terms_match_one_public_id():
    bearers = defaultdict(set)
    for term in SHIPPED.terms:
        for match in term.matches:
            bearers[match].add(term.iri)
    assert not {match for match, found in bearers.items() if len(found) > 1}


def test_brands_are_terms_of_their_own_with_the_substance_they_hold():
    terms = {term.label: term for term in SHIPPED.terms}
    for brand, substance in [("Zulresso", "allopregnanolone"), ("Prozac", "fluoxetine")]:
        assert KG + "DrugProduct" in terms[brand].kinds
        assert terms[brand].product_of == (terms[substance].iri,)
        assert brand not in (*terms[substance].alternatives, *terms[substance].hidden)
    assert all(listed.product_of for listed in LISTED if listed.kind == "DrugProduct")


def test_allopregnanolone_is_brexanolone_and_not_its_inactive_epimer():
    term = next(term for term in SHIPPED.terms if term.label == "allopregnanolone")
    assert "brexanolone" in term.alternatives
    assert "http://purl.obolibrary.org/obo/CHEBI_50169" in term.matches
    assert all("CHEBI_11909" not in match for term in SHIPPED.terms for match in term.matches)


def test_drug_classes_are_terms():
    classes = {t.label for t in SHIPPED.terms if KG + "DrugClass" in t.kinds}
    assert {"neurosteroid", "benzodiazepine", "selective serotonin reuptake inhibitor"} <= classes


def test_how_much_there_is():
    terms = SHIPPED.terms
    assert len(LISTED) >= 1000
    assert sum(bool(term.matches) for term in terms) >= 750


def test_the_section_stands_at_the_marker():
    text = shipped("ontology.ttl").read_text(encoding="utf-8")
    assert text.count(f"\n{MARKER}\n") == 1
