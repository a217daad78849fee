"""The shipped ontology is OWL 2 DL and consistent, says the OWL API; and `kg check`, which knows
no logic beyond kinds that exclude each other, finds what the reasoner finds of them.
"""

import pytest

from kg.check import check
from kg.places import shipped
from tests.ontology.owl import read, reason, violations_of_owl_2_dl

pytestmark = pytest.mark.slow

SHIPPED = shipped("ontology.ttl").read_text(encoding="utf-8")

UNDECLARED = 'kg:zelm <urn:x-undeclared:note> "new" .'
NOT_SIMPLE = """kg:enhances a owl:TransitiveProperty .
kg:Zelm rdfs:subClassOf [ a owl:Restriction ; owl:onProperty kg:enhances ; owl:maxCardinality 1 ] .
"""
TWO_KINDS = 'kg:zelm a kg:Drug , kg:BrainRegion ; skos:prefLabel "zelm"@en .'
KIND_BELOW_TWO = "kg:Zelm a owl:Class ; rdfs:subClassOf kg:Drug , kg:BrainRegion ."
WRONG_END = "kg:zelm a kg:Drug . kg:zelmoid kg:productOf kg:zelm . kg:zelmoid a kg:BrainRegion ."
SOUND = 'kg:zelm a kg:Drug ; skos:prefLabel "zelm"@en ; kg:memberOf kg:ssri .'


def test_the_shipped_ontology_is_in_the_profile_owl_2_dl():
    assert violations_of_owl_2_dl(read(SHIPPED)) == []


@pytest.mark.parametrize(
    ("turtle", "words"), [(UNDECLARED, "undeclared"), (NOT_SIMPLE, "non-simple")]
)
def test_what_leaves_the_profile_is_found(turtle, words):
    violations = violations_of_owl_2_dl(read(SHIPPED, turtle))
    assert any(words in violation.lower() for violation in violations), violations


def test_the_shipped_ontology_is_consistent_and_every_kind_can_have_terms():
    assert reason(read(SHIPPED)) == (True, [])


@pytest.mark.parametrize("turtle", [TWO_KINDS, WRONG_END])
def test_the_reasoner_finds_a_term_of_two_kinds_that_exclude_each_other(turtle):
    assert reason(read(SHIPPED, turtle)) == (False, [])


def test_the_reasoner_finds_a_kind_that_can_have_no_terms():
    assert reason(read(SHIPPED, KIND_BELOW_TWO)) == (True, ["Zelm"])


def test_the_reasoner_lets_a_sound_term_pass():
    assert reason(read(SHIPPED, SOUND)) == (True, [])


@pytest.mark.parametrize(
    ("turtle", "kind"), [(TWO_KINDS, "disjoint kinds"), (KIND_BELOW_TWO, "impossible kind")]
)
def test_check_finds_what_the_reasoner_finds(tmp_path, turtle, kind):
    prefixes = [line for line in SHIPPED.splitlines() if line.startswith("@prefix")]
    path = tmp_path / "case.ttl"
    path.write_text("\n".join([*prefixes, turtle]), encoding="utf-8")
    assert kind in {finding.kind for finding in check([path], read=None)}
