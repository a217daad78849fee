"""Names of what an article holds: stable, unique, legal."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from kg.model.claim import Mention
from kg.model.ontology import KG
from kg.rdf import to_quads
from kg.rdf.mint import claim_hash, fragment, mint_names
from kg.store.convert import to_named_node
from tests.readings import ARTICLE, Draft, ontology, sample, term_iri


def local(iri):
    return iri.value.removeprefix(ARTICLE)


def test_places_are_named_by_where_they_start():
    names = mint_names(sample())
    assert [local(n) for n in names.sentences][:2] == ["#s0", "#s41"]
    assert [local(n) for n in names.quantities.values()] == ["#q107", "#q211", "#q471"]
    assert [local(n) for n in names.citations.values()] == [
        "#cite37",
        "#cite131",
        "#cite277",
        "#cite436",
    ]
    assert [local(n) for n in names.references] == ["#ref-1", "#ref-2"]


def test_two_mentions_at_one_place_are_told_apart():
    d = Draft()
    d.say("GAD is common.")
    span = d.span("GAD")
    longer = d.span("GAD is")
    d.mentions += [
        Mention(longer, 0, KG + "c"),
        Mention(span, 0, KG + "b"),
        Mention(span, 0, KG + "a"),
    ]
    names = mint_names(d.reading()).mentions
    assert [(m.term.partition("#")[2], local(n)) for m, n in names.items()] == [
        ("a", "#m0"), ("b", "#m0-2"), ("c", "#m0-3"),
    ]  # fmt: skip
    turned = mint_names(replace(d.reading(), mentions=tuple(reversed(d.mentions)))).mentions
    assert turned == names


def test_two_references_of_one_number_are_told_apart():
    d = Draft()
    d.refer("1. A.", iri="https://doi.org/10.5555/a")
    d.refer("1. B.", iri="https://doi.org/10.5555/b")
    d.references[1] = replace(d.references[1], number=1)
    assert [local(n) for n in mint_names(d.reading()).references] == ["#ref-1", "#ref-1-2"]


def test_the_hash_of_a_claim_is_pinned():
    # printf '["claim", "A treats B.", "<KG>a", "<KG>treats", "<KG>b", false, 0]' | sha256sum
    ends = (KG + "a", KG + "treats", KG + "b")
    assert claim_hash("A treats B.", ends, negated=False, earlier=0) == "721ffd6eecc1b142e825a876"


texts = st.text(max_size=4)


@given(
    st.tuples(texts, texts, texts, texts, st.booleans(), st.integers(0, 3)),
    st.tuples(texts, texts, texts, texts, st.booleans(), st.integers(0, 3)),
)
def test_different_claims_have_different_hashes(one, other):
    def hashed(c):
        return claim_hash(c[0], (c[1], c[2], c[3]), c[4], c[5])

    assert (hashed(one) == hashed(other)) == (one == other)


@given(st.text(alphabet="ab \n", max_size=30))
def test_claims_keep_their_names_when_text_is_put_before(before):
    assert list(mint_names(sample(before)).claims.values()) == list(
        mint_names(sample()).claims.values()
    )


def test_equal_sentences_and_two_readings_of_one_proposition_stay_apart():
    d = Draft()
    for _ in range(2):
        d.say("SSRIs treat anxiety.")
        d.claim("SSRI", "treats", "anxiety", trigger="treat")
        d.claim("SSRI", "treats", "anxiety", trigger="treat", certainty="possible")
        d.claim("SSRI", "treats", "anxiety", trigger="treat", negated=True)
    assert len(set(mint_names(d.reading()).claims.values())) == 6


def test_the_same_claim_twice_is_one():
    d = Draft()
    d.say("SSRIs treat anxiety.")
    claim = d.claim("SSRI", "treats", "anxiety", trigger="treat")
    d.claims.append(claim)
    assert len(mint_names(d.reading()).claims) == 1


def test_a_claim_changes_its_name_with_what_it_says():
    def name(text="SSRIs treat anxiety.", **more):
        d = Draft()
        d.say(text)
        d.claim("SSRI", "treats", "anxiety", trigger="treat", **more)
        return next(iter(mint_names(d.reading()).claims.values()))

    assert name() == name(certainty="possible") == name(citations=[1])
    assert len({name(), name(negated=True), name("SSRIs treat anxiety!")}) == 3


@pytest.mark.parametrize("iri", [ARTICLE, "https://example.org/page#part", "urn:x:1"])
def test_a_part_of_an_article_has_a_legal_name(iri):
    assert to_named_node(fragment(iri, "s12").value).value.endswith("s12")


def test_terms_keep_the_names_that_they_came_with():
    used = {q.subject.value for q in to_quads(sample(), ontology())}
    assert {term_iri("SSRI"), ARTICLE + "#t-marovine"} <= used
