"""The ontology that ships: what each relation, cue and list must have, whoever edits the file."""

import re
from collections import defaultdict
from dataclasses import fields
from itertools import combinations

import pytest
from pyoxigraph import NamedNode

from kg.extract.triggers import compile_trigger
from kg.model.claim import Qualifiers
from kg.model.ontology import KG, CuePosition, Grammar, TriggerForm
from kg.ontology import load
from kg.ontology.statements import read_statements
from kg.ontology.vocabulary import TYPE
from kg.places import shipped

ONTOLOGY = load()
STATEMENTS = read_statements([shipped("ontology.ttl")])
RELATIONS = {relation.iri.removeprefix(KG): relation for relation in ONTOLOGY.relations}
KINDS = {kind.iri: kind for kind in ONTOLOGY.kinds}
TOP_KINDS = {kind.iri for kind in ONTOLOGY.kinds if kind.ancestors == (f"{KG}Term",)}
EVERY_RELATION = pytest.mark.parametrize("name", RELATIONS)

NAMED_IN_DESIGN = """
treats approvedFor prevents protects protectsAgainst causes hasSideEffect affects increases enhances
decreases reduces modulates potentiates activates inhibits corrects maintainsActivityOf bindsTo
produces converts derivedFrom involvedIn responsibleFor locatedIn expressedIn producedIn activeIn
firstIdentifiedIn memberOf isA analogueOf formOf marketedAs comparableTo differsFrom associatedWith
relapsesIn relapseRate onset safety approvalStatus prevalence persistence
""".split()


def above(name):
    return [iri.removeprefix(KG) for iri in RELATIONS[name].ancestors]


def test_every_relation_of_the_design_is_there():
    assert set(NAMED_IN_DESIGN) <= set(RELATIONS)


@EVERY_RELATION
def test_a_relation_is_told_and_shown(name):
    relation = RELATIONS[name]
    assert STATEMENTS.label(relation.iri) == relation.label
    assert relation.definition
    assert relation.triggers
    assert len(relation.examples) >= 2
    assert len(relation.counter_examples) >= 1


@EVERY_RELATION
def test_every_trigger_has_a_shape_that_is_understood(name):
    lost = [
        t.text for t in RELATIONS[name].triggers if not compile_trigger(t, name, ONTOLOGY.grammar)
    ]
    assert lost == []


@EVERY_RELATION
def test_verbs_and_nouns_are_lemmas_in_lower_case(name):
    words = [
        t.text
        for t in RELATIONS[name].triggers
        if t.form in (TriggerForm.VERB, TriggerForm.EVENT_NOUN, TriggerForm.ROLE_NOUN)
    ]
    assert [w for w in words if not re.fullmatch(r"[a-z][a-z -]*|PAM", w)] == []


@EVERY_RELATION
def test_domains_and_ranges_are_kinds_or_quantities(name):
    relation = RELATIONS[name]
    assert {*relation.domain, *relation.range} <= {*KINDS, f"{KG}Quantity"}


@EVERY_RELATION
def test_a_relation_does_not_lose_against_what_lies_above_it(name):
    assert all(RELATIONS[up].priority <= RELATIONS[name].priority for up in above(name))


@EVERY_RELATION
def test_the_opposite_is_a_relation_and_no_relative(name):
    opposite = (RELATIONS[name].opposite or "").removeprefix(KG)
    assert not opposite or (opposite in RELATIONS and opposite not in above(name))


def test_the_tree_of_effects():
    assert above("affects") == []
    assert above("enhances") == ["increases", "affects"]
    assert above("reduces") == ["decreases", "affects"]
    for name in ("potentiates", "activates", "inhibits"):
        assert above(name) == ["modulates", "affects"]


@pytest.mark.parametrize("name", ["comparableTo", "differsFrom", "associatedWith"])
def test_symmetric_relations(name):
    assert RELATIONS[name].symmetric


# one trigger never yields two sibling claims


def third_person(verb):
    head, *rest = verb.split(" ")
    if re.search(r"(s|x|z|ch|sh|o)$", head):
        head += "es"
    else:
        head = f"{head[:-1]}ies" if re.search(r"[^aeiou]y$", head) else f"{head}s"
    return " ".join([head, *rest])


def as_frame(trigger):
    """What a trigger of any form says as a frame, so that equal ones meet."""
    if trigger.form is TriggerForm.VERB:
        return f"{{subject}} {third_person(trigger.text)} {{object}}"
    if trigger.form is TriggerForm.EVENT_NOUN:
        return f"{trigger.text} of {{object}} by {{subject}}"
    if trigger.form is TriggerForm.ROLE_NOUN:
        return f"{{subject}} is a {trigger.text} of {{object}}"
    return re.sub(r" is (an|the) ", " is a ", trigger.text)


def overlap(one, other):
    """Whether a term can be of kinds of both unions; an empty one admits all."""
    if not one or not other:
        return True

    def meet(a, b):
        return a == b or any(x in KINDS and y in KINDS[x].ancestors for x, y in ((a, b), (b, a)))

    return any(meet(a, b) for a in one for b in other)


def shared_triggers():
    found = defaultdict(list)
    for relation in ONTOLOGY.relations:
        for text in {as_frame(trigger) for trigger in relation.triggers}:
            found[text].append(relation)
    return [(text, *pair) for text, several in found.items() for pair in combinations(several, 2)]


def test_relations_that_share_a_trigger_are_told_apart_by_kinds_or_priority():
    undecided = [
        (text, one.label, other.label)
        for text, one, other in shared_triggers()
        if overlap(one.domain, other.domain)
        and overlap(one.range, other.range)
        and one.iri not in other.ancestors
        and other.iri not in one.ancestors
        and one.priority == other.priority
    ]
    assert undecided == []
    assert len(shared_triggers()) > 40, "the check looks at something"


# kinds and vocabulary


def test_top_kinds_are_disjoint_but_for_substance_and_protein():
    lists = [
        set(members(subject))
        for subject in STATEMENTS.of_type("http://www.w3.org/2002/07/owl#AllDisjointClasses")
    ]
    apart = {frozenset(pair) for group in lists for pair in combinations(sorted(group), 2)}
    together = {frozenset(p) for p in combinations(sorted(TOP_KINDS), 2)} - apart
    assert together == {frozenset((f"{KG}Substance", f"{KG}Protein"))}


def members(subject):
    (place,) = STATEMENTS.nodes(subject, "http://www.w3.org/2002/07/owl#members")
    rdf = TYPE.removesuffix("type")
    while place.value != f"{rdf}nil":
        yield STATEMENTS.nodes(place.value, f"{rdf}first")[0].value
        (place,) = STATEMENTS.nodes(place.value, f"{rdf}rest")


def test_every_name_that_is_used_is_declared():
    built_in = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-sch")
    built_in += ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/2001/XMLSchema#")
    used = set()
    for subject, found in STATEMENTS.values.items():
        for name, nodes in found.items():
            used |= {subject, name} if ":" in subject else {name}
            if not re.search(r"core#\w+Match$|license$|source$", name):
                used |= {node.value for node in nodes if isinstance(node, NamedNode)}
    undeclared = {n for n in used if not n.startswith(built_in) and not STATEMENTS.iris(n, TYPE)}
    assert undeclared == set()


def test_qualifiers_are_those_of_a_claim():
    singular = {"quantities": "quantity", "compared_with": "comparedWith"}
    expected = {singular.get(f.name, f.name) for f in fields(Qualifiers)}
    assert {q.iri.removeprefix(KG) for q in ONTOLOGY.qualifiers} == expected
    assert all(q.prepositions for q in ONTOLOGY.qualifiers)


def test_a_form_is_of_one_unit():
    forms = [form for unit in ONTOLOGY.units for form in unit.forms]
    assert sorted(forms) == sorted(set(forms))
    assert len(ONTOLOGY.units) > 80


# grammar


def test_certainties_are_the_five_of_the_design():
    assert [(c.label, c.rank) for c in ONTOLOGY.certainties] == [
        ("known", 5),
        ("asserted", 4),
        ("probable", 3),
        ("possible", 2),
        ("open", 1),
    ]


@pytest.mark.parametrize("field", [f.name for f in fields(Grammar) if f.name != "cues"])
def test_every_list_of_grammar_has_words_in_lower_case(field):
    words = getattr(ONTOLOGY.grammar, field)
    assert words
    assert [w for w in words if w != w.lower()] == []


def test_no_cue_has_two_effects_at_one_position():
    effects = defaultdict(set)
    for cue in ONTOLOGY.grammar.cues:
        effects[cue.words, cue.position].add(cue.effect.removeprefix(KG))
    assert {words: found for words, found in effects.items() if len(found) > 1} == {}


def test_there_are_cues_at_every_position():
    assert {cue.position for cue in ONTOLOGY.grammar.cues} == set(CuePosition)


@pytest.mark.parametrize(
    ("words", "position", "effect"),
    [
        ("know", CuePosition.THAT_CLAUSE, "known"),
        ("show", CuePosition.THAT_CLAUSE, "asserted"),
        ("suggest", CuePosition.THAT_CLAUSE, "probable"),
        ("seem", CuePosition.RAISING, "probable"),
        ("may", CuePosition.AUXILIARY, "possible"),
        ("whether", CuePosition.MARKER, "open"),
        ("fail", CuePosition.VERB, "negation"),
        ("but not", CuePosition.CONSTITUENT, "negation"),
        ("not only", CuePosition.FALSE_FRIEND, "asserted"),
        ("should", CuePosition.AUXILIARY, "noAssertion"),
    ],
)
def test_cues_do_what_they_say(words, position, effect):
    found = [c.effect for c in ONTOLOGY.grammar.cues if (c.words, c.position) == (words, position)]
    assert found == [f"{KG}{effect}"]


def test_a_noun_that_turns_the_sign_is_not_opaque():
    grammar = ONTOLOGY.grammar
    assert set(grammar.sign_turning_nouns) & set(grammar.opaque_nouns) == set()


SCHEMES = {
    # certainty, polarity or context: SemRep of what is affirmed, of what is denied, BioScope
    "known": (["FACT"], ["COUNTERFACT"], []),
    "asserted": (["FACT"], ["COUNTERFACT"], []),
    "probable": (["PROBABLE"], ["DOUBTFUL"], ["speculation"]),
    "possible": (["POSSIBLE"], ["DOUBTFUL"], ["speculation"]),
    "open": (["UNCOMMITTED"], ["UNCOMMITTED"], ["speculation"]),
    "negation": ([], ["COUNTERFACT"], ["negation"]),
    "noAssertion": (["CONDITIONAL", "UNCOMMITTED"], [], []),
}


@pytest.mark.parametrize("name", SCHEMES)
def test_certainty_maps_to_the_terms_of_semrep_and_bioscope(name):
    properties = ("semrep", "semrepDenied", "bioscope")
    found = tuple(sorted(STATEMENTS.texts(KG + name, KG + p)) for p in properties)
    assert found == SCHEMES[name]


def test_every_factuality_of_semrep_is_met():
    met = {value for affirmed, denied, _ in SCHEMES.values() for value in (*affirmed, *denied)}
    assert met == set("FACT PROBABLE POSSIBLE DOUBTFUL COUNTERFACT UNCOMMITTED CONDITIONAL".split())


def test_every_certainty_has_terms_in_other_schemes():
    assert {c.iri.removeprefix(KG) for c in ONTOLOGY.certainties} <= set(SCHEMES)
