"""Turtle → records: every field, files united, statements taken away, faults with their line."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from kg.errors import KgError
from kg.model.ontology import (
    KG,
    Certainty,
    Cue,
    CuePosition,
    Kind,
    Qualifier,
    Relation,
    Term,
    Trigger,
    TriggerForm,
    Unit,
)
from kg.ontology import load
from kg.ontology.grammar import LISTS

PREFIXES = """\
@prefix kg: <https://w3id.org/article-kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix sky: <https://example.org/sky#> .
"""
SKY = "https://example.org/sky#"
TREE = """\
sky:Body rdfs:subClassOf kg:Term ; rdfs:label "body"@en ; kg:classWord "body", "object" .
sky:Star rdfs:subClassOf sky:Body . sky:RedDwarf rdfs:subClassOf sky:Star, sky:Body .
sky:Event rdfs:subClassOf kg:Term .
"""


@pytest.fixture
def read(tmp_path):
    """Load Turtle texts, each a file of its own, without the shipped ontology."""

    def load_texts(*texts):
        paths = []
        for number, text in enumerate(texts, 1):
            path = tmp_path / f"{number}.ttl"
            path.write_text(PREFIXES + text, encoding="utf-8")
            paths.append(path)
        return load(paths, default=False)

    return load_texts


def refused(read, text):
    """The error that a text gives: file name and line below the prefixes, and what it says."""
    with pytest.raises(KgError) as caught:
        read(text)
    file, line = caught.value.where.rsplit(":", 1)
    return Path(file).name, int(line) - PREFIXES.count("\n"), caught.value.what


def only(found):
    (one,) = found
    return one


# records


def test_a_kind_has_its_ancestors_nearest_first_and_its_class_words(read):
    kinds = {kind.iri: kind for kind in read(TREE).kinds}
    assert kinds[f"{SKY}RedDwarf"] == Kind(
        iri=f"{SKY}RedDwarf",
        label="Red Dwarf",
        ancestors=(f"{SKY}Star", f"{SKY}Body", f"{KG}Term"),
    )
    assert kinds[f"{SKY}Body"].class_words == ("body", "object")
    assert kinds[f"{KG}Term"].ancestors == ()


def test_a_class_that_is_not_below_term_is_no_kind(read):
    kinds = read(f"{TREE} sky:Telescope rdfs:subClassOf sky:Tool .").kinds
    assert f"{SKY}Telescope" not in {kind.iri for kind in kinds}


def test_a_term_has_all_its_names_matches_and_classes(read):
    found = read(
        TREE,
        """
        sky:inside rdfs:subPropertyOf kg:isA .
        sky:proxima a sky:RedDwarf, owl:NamedIndividual ; skos:prefLabel "Proxima"@en ;
            skos:prefLabel "Proksima"@pl ; skos:altLabel "Proxima Centauri"@en, "V645 Cen" ;
            skos:hiddenLabel "Proxma" ;
            skos:exactMatch sky:gl551 ; skos:closeMatch sky:alphaC ;
            kg:isA sky:flareStar ; sky:inside sky:group1 ; kg:productOf sky:cloud .
        """,
    ).terms
    assert only(found) == Term(
        iri=f"{SKY}proxima",
        label="Proxima",
        kinds=(f"{SKY}RedDwarf", f"{SKY}Star", f"{SKY}Body", f"{KG}Term"),
        alternatives=("Proksima", "Proxima Centauri", "V645 Cen"),
        hidden=("Proxma",),
        matches=(f"{SKY}gl551",),
        close_matches=(f"{SKY}alphaC",),
        broader=(f"{SKY}flareStar", f"{SKY}group1"),
        product_of=(f"{SKY}cloud",),
    )


def test_a_relation_has_all_that_is_said_of_it(read):
    found = read(
        TREE,
        """
        sky:acts a owl:ObjectProperty .
        sky:pulls a owl:ObjectProperty ; rdfs:subPropertyOf sky:acts .
        sky:orbits a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:subPropertyOf sky:pulls ;
            rdfs:label "orbits"@en ; skos:definition "Goes round."@en ;
            skos:closeMatch sky:revolves ; rdfs:range sky:Body ;
            rdfs:domain [ a owl:Class ; owl:unionOf ( sky:Star sky:Event ) ] ;
            owl:inverseOf sky:orbitedBy ; kg:opposite sky:leaves ;
            kg:priority 2 ; kg:sameKind true ;
            kg:verb "orbit", "go  round" ; kg:eventNoun "orbit" ; kg:roleNoun "moon" ;
            kg:frame "{subject} is in orbit around {object}" ;
            kg:compound "{object}-orbiting {subject}" ;
            kg:example "Proxima orbits Alpha." ; kg:counterExample "Orbits of Proxima were drawn." .
        """,
    ).relations
    acts, orbits, pulls = found
    assert orbits == Relation(
        iri=f"{SKY}orbits",
        label="orbits",
        definition="Goes round.",
        ancestors=(f"{SKY}pulls", f"{SKY}acts"),
        domain=(f"{SKY}Event", f"{SKY}Star"),
        range=(f"{SKY}Body",),
        symmetric=True,
        inverse=f"{SKY}orbitedBy",
        same_kind=True,
        opposite=f"{SKY}leaves",
        priority=2,
        triggers=(
            Trigger(TriggerForm.VERB, "go round"),
            Trigger(TriggerForm.VERB, "orbit"),
            Trigger(TriggerForm.EVENT_NOUN, "orbit"),
            Trigger(TriggerForm.ROLE_NOUN, "moon"),
            Trigger(TriggerForm.FRAME, "{subject} is in orbit around {object}"),
            Trigger(TriggerForm.COMPOUND, "{object}-orbiting {subject}"),
        ),
        examples=("Proxima orbits Alpha.",),
        counter_examples=("Orbits of Proxima were drawn.",),
        matches=(f"{SKY}revolves",),
    )
    assert (acts.iri, acts.ancestors, pulls.domain) == (f"{SKY}acts", (), ())


def test_the_inverse_is_known_from_either_side(read):
    found = read("""
        sky:orbits a owl:ObjectProperty ; kg:verb "orbit" ; owl:inverseOf sky:holds .
        sky:holds a owl:ObjectProperty ; kg:verb "hold" .
    """).relations
    assert [(r.iri, r.inverse) for r in found] == [
        (f"{SKY}holds", f"{SKY}orbits"),
        (f"{SKY}orbits", f"{SKY}holds"),
    ]


def test_a_property_that_no_word_states_is_no_relation(read):
    assert read("sky:subject a owl:ObjectProperty ; rdfs:range sky:Body .").relations == ()


def test_a_property_below_a_relation_is_one(read):
    found = read("""
        sky:orbits a owl:ObjectProperty ; kg:verb "orbit" .
        sky:grazes a owl:ObjectProperty ; rdfs:subPropertyOf sky:orbits .
    """).relations
    assert [r.iri for r in found] == [f"{SKY}grazes", f"{SKY}orbits"]


def test_two_domains_admit_what_both_admit(read):
    found = read(
        TREE,
        """
        sky:a a owl:ObjectProperty ; kg:verb "a" ; rdfs:domain sky:Body, sky:Star .
        sky:b a owl:ObjectProperty ; kg:verb "b" ; rdfs:domain sky:Event, sky:Star .
        """,
    ).relations
    assert [r.domain for r in found] == [
        (f"{SKY}Star",),
        ("http://www.w3.org/2002/07/owl#Nothing",),
    ]


def test_grammar_certainties_qualifiers_units_steps(read):
    found = read("""
        kg:sure a kg:Certainty ; rdfs:label "sure" ; kg:rank 5 ; kg:adverbCue "surely" .
        kg:vague a kg:Certainty ; kg:rank 1 ; kg:auxiliaryCue "may" .
        kg:negation a kg:Polarity ; kg:determinerCue "no" .
        kg:noAssertion a kg:Context ; kg:markerCue "in order to" .
        kg:signTurningNoun a kg:WordList ; kg:word "loss", "lack" .
        kg:location a kg:Qualifier ; rdfs:range sky:Body ; kg:preposition "within", "in" .
        unit:HZ a kg:Unit ; kg:unitForm "Hz", "hertz" .
        kg:thatClause a kg:Step ; rdfs:label "that-clause" .
        <https://w3id.org/article-kg/ontology> owl:versionInfo "7" .
    """)
    assert found.certainties == (
        Certainty(iri=f"{KG}sure", label="sure", rank=5),
        Certainty(iri=f"{KG}vague", label="vague", rank=1),
    )
    assert found.grammar.cues == (
        Cue("may", CuePosition.AUXILIARY, f"{KG}vague"),
        Cue("surely", CuePosition.ADVERB, f"{KG}sure"),
        Cue("no", CuePosition.DETERMINER, f"{KG}negation"),
        Cue("in order to", CuePosition.MARKER, f"{KG}noAssertion"),
    )
    assert found.grammar.sign_turning_nouns == ("lack", "loss")
    assert found.qualifiers == (
        Qualifier(
            iri=f"{KG}location",
            label="location",
            range=(f"{SKY}Body",),
            prepositions=("in", "within"),
        ),
    )
    assert found.units == (Unit(iri="http://qudt.org/vocab/unit/HZ", forms=("Hz", "hertz")),)
    assert found.step_labels == {f"{KG}thatClause": "that-clause"}
    assert found.version == "7"
    assert found.prefixes["sky"] == SKY


@pytest.mark.parametrize(("field", "name"), LISTS.items())
def test_every_list_of_words_is_read(read, field, name):
    assert getattr(read(f'kg:{name} a kg:WordList ; kg:word "b", "a" .').grammar, field) == (
        "a",
        "b",
    )


# files united, statements taken away


def test_a_second_file_adds_to_a_relation(read):
    one = 'sky:orbits a owl:ObjectProperty ; kg:verb "orbit" .'
    two = 'sky:orbits kg:verb "circle" .'
    assert [t.text for t in only(read(one, two).relations).triggers] == ["circle", "orbit"]


def test_the_shipped_ontology_is_there_unless_left_out(tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text(f'{PREFIXES} kg:enhances kg:verb "supersize" .', encoding="utf-8")
    enhances = next(r for r in load([own]).relations if r.iri == f"{KG}enhances")
    texts = {trigger.text for trigger in enhances.triggers}
    assert {"supersize", "enhance"} <= texts
    assert load([own], default=False).relations == ()


def test_remove_takes_away_a_value_whichever_file_gives_it(read):
    one = """
        sky:orbits a owl:ObjectProperty ; kg:verb "orbit", "circle" .
        sky:vega a sky:Star ; skos:altLabel "circle"@en ; kg:isA sky:beacon .
    """
    two = 'sky:orbits kg:remove "circle" . sky:vega kg:remove sky:beacon .'
    for texts in ((TREE, one, two), (two, one, TREE)):
        found = read(*texts)
        assert [t.text for t in only(found.relations).triggers] == ["orbit"]
        assert only(found.terms).alternatives == ("circle",)
        assert only(found.terms).broader == ()


def test_what_is_deprecated_is_gone_and_nothing_points_at_it(read):
    found = read(
        TREE,
        """
        sky:vega a sky:Star ; kg:isA sky:beacon . sky:beacon a sky:Body .
        sky:orbits a owl:ObjectProperty ; kg:verb "orbit" .
        """,
        "sky:beacon owl:deprecated true . sky:orbits owl:deprecated true .",
    )
    assert only(found.terms).broader == ()
    assert found.relations == ()


def test_not_deprecated_is_kept(read):
    assert only(read(TREE, "sky:vega a sky:Star ; owl:deprecated false .").terms)


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(4)), twice=st.integers(0, 3))
def test_neither_the_order_nor_the_count_of_files_changes_a_record(tmp_path_factory, order, twice):
    texts = (
        TREE,
        """
        sky:orbits a owl:ObjectProperty ; kg:verb "orbit", "circle", "round" ;
            rdfs:domain [ a owl:Class ; owl:unionOf ( sky:Star sky:Event ) ] .
        """,
        'sky:vega a sky:Star ; skos:altLabel "b", "a" . sky:deneb a sky:Star ; kg:isA sky:vega .',
        'sky:orbits kg:remove "circle" ; kg:priority 3 . sky:orbits kg:example "A orbits B." .',
    )
    folder = tmp_path_factory.mktemp("files")
    paths = [folder / f"{number}.ttl" for number in range(4)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(PREFIXES + text, encoding="utf-8")
    straight = load(paths, default=False)
    turned = load([paths[n] for n in (*order, order[twice])], default=False)
    assert (turned.kinds, turned.terms, turned.relations) == (
        straight.kinds,
        straight.terms,
        straight.relations,
    )


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.integers(1, 9), st.sets(st.integers(0, 8)), max_size=9))
def test_whatever_lies_below_comes_before(tmp_path_factory, parents):
    """In every tree whose edges run from higher to lower numbers, with 0 as kg:Term."""
    edges = [(k, up) for k, ups in parents.items() for up in ups if up < k]
    name = {0: "kg:Term"} | {n: f"sky:k{n}" for n in range(1, 10)}
    text = "\n".join(f"{name[k]} rdfs:subClassOf {name[up]} ." for k, up in edges)
    path = tmp_path_factory.mktemp("tree") / "tree.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    above = {kind.iri: kind.ancestors for kind in load([path], default=False).kinds}
    for ancestors in above.values():
        for place, lower in enumerate(ancestors):
            assert not set(above[lower]) & set(ancestors[:place])
            assert set(above[lower]) <= set(ancestors[place + 1 :])


# faults


def test_broken_turtle_is_told_with_its_line(read):
    assert refused(read, 'sky:a kg:verb "x" .\nsky:b kg:verb "y"\nsky:c kg:verb "z" .') == (
        "1.ttl",
        3,
        "A dot is expected at the end of statements",
    )


def test_an_unknown_prefix_is_told_with_its_line(read):
    assert refused(read, "\nsea:a a sky:Body .") == (
        "1.ttl",
        2,
        "The prefix sea: has not been declared",
    )


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (
            '\nsky:orbits a owl:ObjectProperty ;\n kg:frame "{subject} orbits" .',
            2,
            "orbits: the frame '{subject} orbits' lacks a slot or has another",
        ),
        (
            'sky:orbits a owl:ObjectProperty ; kg:compound "{subject}-{thing}" .',
            1,
            "orbits: the compound '{subject}-{thing}' lacks a slot or has another",
        ),
        (
            'sky:orbits a owl:ObjectProperty ; kg:verb "orbit {object}" .',
            1,
            "orbits: the verb 'orbit {object}' is not a word",
        ),
        (
            'sky:orbits a owl:ObjectProperty ; kg:verb "orbit" ; kg:priority "high" .',
            1,
            "orbits: priority 'high' is not a whole number",
        ),
        ("\n\nkg:sure a kg:Certainty ; kg:rank 9 .", 3, "sure: the rank 9 is not 1 to 5"),
        (
            "sky:A rdfs:subClassOf sky:B . sky:B rdfs:subClassOf kg:Term, sky:A .",
            1,
            "A: lies above itself",
        ),
    ],
)
def test_what_is_malformed_is_told_with_its_line(read, text, line, what):
    assert refused(read, text) == ("1.ttl", line, what)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(KgError, match="cannot be read: no such file or directory") as caught:
        load([tmp_path / "gone.ttl"], default=False)
    assert caught.value.where == str(tmp_path / "gone.ttl")
