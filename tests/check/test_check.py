"""What `kg check` finds: `faults.md` says it; here it is read and held to."""

import re
from pathlib import Path

import pytest

from kg.check import Severity, check
from kg.errors import KgError
from kg.model.claim import Claim, NotUnderstood, Reading
from kg.model.ontology import KG
from kg.model.text import Span

HERE = Path(__file__).parent
BASE = HERE / "base.ttl"
PREFIXES = "".join(
    f"{line}\n" for line in BASE.read_text().splitlines() if line.startswith("@prefix")
)
CASE = re.compile(
    r"^### (.+?)\n\n```turtle\n(.*?)\n```(?:\n\n```text\n(.*?)\n```)?$", re.MULTILINE | re.DOTALL
)
CASES = {
    title: (turtle, told.splitlines())
    for title, turtle, told in CASE.findall((HERE / "faults.md").read_text(encoding="utf-8"))
}


@pytest.fixture
def found(tmp_path):
    """The findings about Turtle that is added to the base."""

    def look(turtle):
        path = tmp_path / "case.ttl"
        path.write_text(f"{PREFIXES}{turtle}\n", encoding="utf-8")
        return check([BASE, path], default=False, read=None)

    return look


def told(finding):
    """The line of a finding as faults.md writes it."""
    file, line, rest = re.match(r"(.*?\.ttl):(\d+): (.*)", str(finding)).groups()
    return f"{int(line) - PREFIXES.count(chr(10))}: {rest}" if "case" in file else f"{file} {rest}"


@pytest.mark.parametrize("title", CASES)
def test_what_is_said_is_found_and_nothing_else(title, found):
    turtle, expected = CASES[title]
    assert [told(finding) for finding in found(turtle)] == expected


def test_every_heading_is_a_case():
    headings = re.findall(r"^### ", (HERE / "faults.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(CASES) == len(headings) > 30


def test_the_base_is_sound():
    assert check([BASE], default=False, read=None) == ()


def test_the_shipped_ontology_is_sound():
    assert [str(finding) for finding in check(read=None)] == []


def test_files_extend_the_shipped_ontology(tmp_path):
    path = tmp_path / "case.ttl"
    path.write_text(f'{PREFIXES}kg:zelm a kg:Hormone ; skos:prefLabel "Fluoxetine"@en .')
    (finding,) = [f for f in check([path], read=None) if f.where and f.where.startswith(str(path))]
    assert finding.kind == "one label, two terms"
    assert finding.about == ("kg:fluoxetine", "kg:zelm")


def test_a_trigger_shared_below_one_relation_is_a_warning(found):
    relation = """
        a owl:ObjectProperty ; rdfs:subPropertyOf kg:affects ; rdfs:label "calms"@en ;
        skos:definition "Makes calm."@en ; kg:verb "becalm" ; kg:example "A becalms B." ;
        kg:counterExample "It was calm." ."""
    (finding,) = found(f"kg:calms {relation} kg:soothes {relation}")
    assert finding.severity is Severity.WARNING
    assert "is read as kg:affects" in finding.what


def test_a_finding_is_one_line_and_names_its_file(tmp_path):
    path = tmp_path / "case.ttl"
    path.write_text(f"{PREFIXES}\n\nkg:zelm\n  a kg:Drug .")
    (finding,) = check([BASE, path], default=False, read=None)
    assert str(finding) == (
        f"{path}:7: error: no preferred label: kg:zelm has no skos:prefLabel"
        ' (mend: kg:zelm skos:prefLabel "…"@en .)'
    )


def test_a_file_that_is_missing_is_no_finding():
    with pytest.raises(KgError, match="no such ontology file"):
        check([Path("absent.ttl")])


def test_an_ontology_of_ones_own_need_not_declare_what_kg_knows(tmp_path):
    path = tmp_path / "own.ttl"
    path.write_text(f'{PREFIXES}kg:calms a owl:ObjectProperty ; kg:verb "calm" ; kg:example "x" .')
    findings = check([path], default=False, read=None)
    assert {f.severity for f in findings} == {Severity.WARNING}
    assert ("kg:verb",) in [f.about for f in findings if f.kind == "undeclared name"]


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{PREFIXES}kg:zelm a kg:Drug",
        f"{PREFIXES.replace(chr(10), ' ')} kg:zelm a kg:Drug",
        f"{PREFIXES.replace('@prefix', 'PREFIX').replace('> .', '>')}kg:zelm a kg:Drug",
    ],
    ids=["byte order mark", "one line", "as SPARQL writes"],
)
def test_prefixes_are_seen_however_they_are_written(tmp_path, text):
    path = tmp_path / "case.ttl"
    path.write_text(f'{text} ; skos:prefLabel "zelm"@en .', encoding="utf-8")
    assert check([BASE, path], default=False, read=None) == ()


def test_names_in_strings_and_comments_are_no_names(found):
    text = 'kg:zelm a kg:Drug ; skos:prefLabel "zelm"@en ; # kg:Foo bar:x\n'
    assert found(text + ' skos:definition """It is "kg:Foo"\n. bar:x"""@en .') == ()


def test_an_example_is_read_by_the_pipeline_itself(tmp_path):
    path = tmp_path / "case.ttl"
    path.write_text(
        f"""{PREFIXES}kg:zelm a kg:Drug ; skos:prefLabel "zelm"@en .
        kg:delights a owl:ObjectProperty ; rdfs:label "delights"@en ;
            skos:definition "Gives joy."@en ; kg:verb "delight" ;
            kg:example "Zelm delights rats.", "Zelm delights nobody." ;
            kg:counterExample "Zelm was given to rats.", "Rats are delighted by zelm." ."""
    )
    found = [f for f in check([path]) if f.about == ("kg:delights",)]
    assert [(f.kind, f.what.partition(" of kg:")[0]) for f in found] == [
        ("counter-example read", "'Rats are delighted by zelm.'"),
        ("example not read", "'Zelm delights nobody.'"),
    ]


EXAMPLES = f"""{PREFIXES}
kg:Drug a owl:Class ; rdfs:label "drug"@en ; rdfs:subClassOf kg:Term .
kg:affects a owl:ObjectProperty ; rdfs:label "affects"@en .
kg:calms a owl:ObjectProperty ; rdfs:subPropertyOf kg:affects ; rdfs:label "calms"@en ;
    kg:verb "becalm" ; kg:example "Zelm becalms." ; kg:counterExample "Zelm is calm." .
"""


def reading_as(claims, notes=()):
    """A reader that returns what is given for a sentence."""

    def read(article, _):
        assert article.blocks[0].span == Span(0, len(article.text))
        end = Span(0, 4)
        found = tuple(
            Claim(
                subject=KG + "zelm",
                predicate=KG + predicate,
                object=KG + "zalm",
                negated=False,
                certainty="asserted",
                sentence=0,
                trigger=end,
            )
            for predicate in claims.get(article.text, ())
        )
        said = () if found else tuple(NotUnderstood(0, note) for note in notes)
        return Reading(article=article, claims=found, not_understood=said)

    return read


def about_examples(tmp_path, read):
    path = tmp_path / "own.ttl"
    path.write_text(EXAMPLES)
    findings = check([path], default=False, read=read)
    return [f for f in findings if "example" in f.kind]


def test_examples_that_are_read_are_no_fault(tmp_path):
    assert about_examples(tmp_path, reading_as({"Zelm becalms.": ["calms"]})) == []


def test_an_example_that_is_not_read_is_an_error(tmp_path):
    (finding,) = about_examples(tmp_path, reading_as({}, ["no object of a fitting kind"]))
    assert (finding.kind, finding.severity) == ("example not read", Severity.ERROR)
    assert finding.what == ("'Zelm becalms.' of kg:calms is not read (no object of a fitting kind)")
    assert finding.mend == 'kg explain "Zelm becalms." shows why'


def test_a_claim_of_a_wider_relation_is_not_enough(tmp_path):
    (finding,) = about_examples(tmp_path, reading_as({"Zelm becalms.": ["affects"]}))
    assert finding.what.endswith("is read as: kg:zelm kg:affects kg:zalm")


def test_a_counter_example_that_is_read_is_an_error(tmp_path):
    read = reading_as({"Zelm becalms.": ["calms"], "Zelm is calm.": ["calms"]})
    (finding,) = about_examples(tmp_path, read)
    assert finding.kind == "counter-example read"
    assert "kg:zelm kg:calms kg:zalm" in finding.what


def test_what_is_only_warned_of_does_not_keep_the_ontology_from_being_loaded(tmp_path):
    path = tmp_path / "own.ttl"
    path.write_text(EXAMPLES + "kg:Drug rdfs:subClassOf kg:Drug .")
    kinds = [f.kind for f in check([path], default=False, read=reading_as({}))]
    assert "class below itself" in kinds
    assert "examples not tried" not in kinds


def test_examples_are_not_tried_while_the_ontology_cannot_be_loaded(tmp_path):
    path = tmp_path / "own.ttl"
    path.write_text(EXAMPLES + "kg:affects rdfs:subPropertyOf kg:calms .")
    kinds = [f.kind for f in check([path], default=False, read=reading_as({}))]
    assert kinds.count("relation cycle") == 1
    assert kinds.count("examples not tried") == 1
