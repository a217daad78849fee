"""A bare triple stands only for what the article says without reserve."""

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st
from rdflib import URIRef

from kg.model.namespace import KG
from kg.rdf import to_quads
from kg.rdf.terms import IRI
from tests.graphs import assert_bare, assert_valid, dataset
from tests.readings import ARTICLE, Draft, ontology, term_iri

TREATS = ("brexanolone", "treats", "anxiety")


def quads_of(claims, mode):
    """Return the quads of an article with a claim a sentence."""
    d = Draft()
    for subject, relation, obj, more in claims:
        d.say("Brexanolone treats anxiety in rats and women.")
        made = d.claim("brexanolone", "treats", "anxiety", trigger="treats", **more)
        d.claims[-1] = replace(
            made, subject=term_iri(subject), predicate=KG + relation, object=term_iri(obj)
        )
    return to_quads(d.reading(), ontology(), bare=mode)


def bare(*claims, mode="strict"):
    """Return the bare triples of an article with these claims, by local names."""
    relations = {IRI(r.iri) for r in ontology().relations}
    found = [q for q in quads_of(claims, mode) if q.predicate in relations]
    return sorted(tuple(node.value.partition("#")[2] for node in q[:3]) for q in found)


@pytest.mark.parametrize("certainty", ["known", "asserted"])
def test_what_is_said_without_reserve_stands(certainty):
    assert bare((*TREATS, {"certainty": certainty})) == [("Brexanolone", "treats", "Anxiety")]


@pytest.mark.parametrize(
    "reserve",
    [
        {"certainty": "probable"},
        {"certainty": "possible"},
        {"certainty": "open"},
        {"negated": True},
    ],
)
@pytest.mark.parametrize("mode", ["strict", "all"])
def test_doubt_and_denial_never_stand(reserve, mode):
    assert bare((*TREATS, reserve), mode=mode) == []


@pytest.mark.parametrize(
    "reserve",
    [
        {"condition": "if taken early"},
        {"compared_with": (term_iri("SSRI"),)},
        {"compared_with": ("than before",)},
        {"share": "a third of women"},
        {"share": "some women"},
        {"organism": (term_iri("rat"),)},
        {"population": (term_iri("rat"),)},
    ],
)
def test_what_holds_for_a_part_stands_only_with_all(reserve):
    assert bare((*TREATS, reserve)) == []
    assert bare((*TREATS, reserve), mode="all") == [("Brexanolone", "treats", "Anxiety")]


@pytest.mark.parametrize(
    "qualifier",
    [
        {"share": "60% of women"},
        {"population": (term_iri("women"),)},
        {"location": (term_iri("amygdala"),)},
        {"time": "since 2019"},
    ],
)
def test_place_people_and_time_are_no_reserve(qualifier):
    assert bare((*TREATS, qualifier)) == [("Brexanolone", "treats", "Anxiety")]


def test_what_is_denied_elsewhere_does_not_stand():
    assert bare((*TREATS, {}), (*TREATS, {"negated": True, "certainty": "possible"})) == []
    other = ("brexanolone", "treats", "headache", {"negated": True})
    assert bare((*TREATS, {}), other) == [("Brexanolone", "treats", "Anxiety")]


def test_a_symmetric_relation_is_denied_from_either_end():
    said = ("brexanolone", "comparableTo", "SSRI", {})
    turned = ("SSRI", "comparableTo", "brexanolone", {"negated": True})
    assert bare(said, turned) == []


def test_one_sure_claim_among_doubtful_ones_is_enough():
    assert bare((*TREATS, {"certainty": "possible"}), (*TREATS, {})) == [
        ("Brexanolone", "treats", "Anxiety")
    ]


@pytest.mark.parametrize("mode", ["strict", "all"])
def test_a_claim_about_a_claim_never_stands(mode):
    d = Draft()
    d.say("Modulation of theta oscillations by brexanolone reduces anxiety.")
    inner = d.claim(
        "brexanolone", "modulates", "theta oscillation", trigger="Modulation",
        certainty="open", listed=False,
    )  # fmt: skip
    d.claim(inner, "reduces", "anxiety", trigger="reduces", certainty="known")
    quads = to_quads(d.reading(), ontology(), bare=mode)
    assert_valid(quads, bare=mode)
    assert not [q for q in quads if q.predicate.value in {KG + "modulates", KG + "reduces"}]


def test_a_measure_stands_with_its_quantity():
    d = Draft()
    d.say("SSRIs have a relapse rate of 40%.")
    d.claim("SSRI", "relapseRate", d.quantity("40%", value="40"), trigger="relapse rate")
    quads = to_quads(d.reading(), ontology())
    assert_valid(quads)
    [triple] = [q for q in quads if q.predicate.value == KG + "relapseRate"]
    assert triple.object.value.endswith("#q29")


sorts = st.fixed_dictionaries(
    {
        "certainty": st.sampled_from(["known", "asserted", "probable", "open"]),
        "negated": st.booleans(),
        "share": st.sampled_from([None, None, "60% of women", "a third of women"]),
        "condition": st.sampled_from([None, None, "if taken early"]),
        "organism": st.sampled_from([(), (), (term_iri("rat"),)]),
    }
)
propositions = st.sampled_from(
    [TREATS, ("brexanolone", "treats", "headache"), ("SSRI", "hasSideEffect", "headache")]
)


@given(st.lists(st.tuples(propositions, sorts), max_size=6), st.sampled_from(["strict", "all"]))
@settings(max_examples=40, deadline=None)
def test_whatever_is_claimed_the_law_holds(said, mode):
    quads = quads_of([(*proposition, sort) for proposition, sort in said], mode)
    assert_bare(dataset(quads).graph(URIRef(ARTICLE)), mode)
