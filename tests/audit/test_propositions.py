"""The ledger, contradictions inside an article, disputes between articles, and claims that say more
than what they cite. Each case: articles with their claims, then what the audit lists.
"""

import pytest

from kg.audit import audit, render
from kg.rdf import to_quads
from kg.store import Graph
from tests.readings import Draft, ontology

HERE, PAPER = "https://example.org/here", "https://doi.org/10.5555/there"
CITED = {"citations": [1]}
DENIED = {"negated": True}
POSSIBLE, PROBABLE, KNOWN, OPEN = (
    {"certainty": name} for name in ("possible", "probable", "known", "open")
)


def graph(**articles):
    """A graph of articles, by IRI; the first cites a paper of that DOI as its reference 1."""
    quads = []
    for iri, claims in articles.items():
        draft = Draft(iri=iri, title=f"Of {iri.rpartition('/')[2]}")
        for subject, relation, obj, *rest in claims:
            more = {k: v for part in rest for k, v in part.items()}
            draft.say(f"{subject} {relation} {obj}.")
            draft.claim(subject, relation, obj, trigger=relation, **more)
        draft.refer("1. A paper.", iri=PAPER, title="Of there", doi="10.5555/there")
        quads += to_quads(draft.reading(), ontology())
    return Graph.of(quads)


def here(*claims):
    return audit(graph(**{HERE: claims}))


def both(claims, there, iri=PAPER):
    return audit(graph(**{HERE: claims, iri: there}))


def said(claim):
    degree = "denied " * claim.negated + claim.certainty
    return f"{claim.subject.label} {claim.predicate.label} {claim.object.label}: {degree}"


def test_the_ledger_holds_each_proposition_with_its_claims():
    found = here(
        ("SSRI", "affects", "anxiety"),
        ("SSRI", "treats", "anxiety", CITED),
        ("SSRI", "affects", "anxiety", POSSIBLE),
        ("SSRI", "affects", "anxiety", DENIED),
    )
    assert [[said(c) for c in p.claims] for p in found.ledger] == [
        [
            "SSRI affects anxiety: asserted",
            "SSRI affects anxiety: possible",
            "SSRI affects anxiety: denied asserted",
        ],
        ["SSRI treats anxiety: asserted"],
    ]
    shown = render(found, ledger=True).partition("Propositions by certainty (2)\n")[2].splitlines()
    assert shown[0].split() == [
        "known", "asserted", "probable", "possible", "open", "denied", "papers",
    ]  # fmt: skip
    assert shown[1].split()[-7:] == ["·", "1", "·", "1", "·", "1", "·"]
    assert shown[2].split()[-7:] == ["·", "1", "·", "·", "·", "·", "1"]
    assert "Propositions by certainty" not in render(found)


def test_a_symmetric_relation_says_the_same_both_ways():
    found = here(
        ("SSRI", "comparableTo", "brexanolone"),
        ("brexanolone", "comparableTo", "SSRI", DENIED),
        ("SSRI", "causes", "anxiety"),
        ("anxiety", "causes", "SSRI", DENIED),
    )
    assert len(found.ledger) == 3
    assert [said(c) for p in found.contradictions for c in p.claims] == [
        "SSRI comparable to brexanolone: asserted",
        "brexanolone comparable to SSRI: denied asserted",
    ]


CONTRADICTIONS = [
    ("the same", ("causes", {}), ("causes", DENIED), True),
    ("a doubtful denial", ("causes", {}), ("causes", DENIED | POSSIBLE), True),
    ("a general denial of a narrow claim", ("enhances", {}), ("affects", DENIED), True),
    ("a narrow denial of a general claim", ("affects", {}), ("enhances", DENIED), False),
    ("a denial that is only asked", ("causes", {}), ("causes", DENIED | OPEN), False),
    ("a claim that is only asked", ("causes", OPEN), ("causes", DENIED), False),
    ("both denied", ("causes", DENIED), ("causes", DENIED), False),
]


@pytest.mark.parametrize(("why", "one", "other", "expected"), CONTRADICTIONS)
def test_what_contradicts_what(why, one, other, expected):
    claims = [("SSRI", relation, "anxiety", more) for relation, more in (one, other)]
    for order in (claims, claims[::-1]):
        assert bool(here(*order).contradictions) is expected, why


def test_another_object_is_no_contradiction():
    found = here(("SSRI", "affects", "anxiety"), ("SSRI", "affects", "headache", DENIED))
    assert not found.contradictions


def test_a_narrower_claim_is_shown_with_its_relation():
    text = render(here(("SSRI", "enhances", "anxiety"), ("SSRI", "affects", "anxiety", DENIED)))
    assert "  SSRI — affects — anxiety\n    asserted, enhances: SSRI enhances anxiety. [0]" in text
    assert "    denied, asserted: SSRI affects anxiety." in text


def test_articles_that_deny_each_other_dispute_and_do_not_contradict():
    found = both([("SSRI", "affects", "anxiety")], [("SSRI", "affects", "anxiety", DENIED)])
    assert not found.contradictions
    assert [sorted(c.article for c in p.claims) for p in found.disputes] == [[PAPER, HERE]]
    shown = render(found)
    assert "Disputes: articles deny each other (1)" in shown
    assert f"      in {PAPER}" in shown
    assert "Disputes" not in render(here(("SSRI", "affects", "anxiety")))


STRONGER_HERE = [
    ("hedged where it cites, outright where not", [CITED | POSSIBLE, {}], True),
    ("likewise, probable and known", [CITED | PROBABLE, KNOWN], True),
    ("whichever comes first", [{}, CITED | POSSIBLE], True),
    ("both cite", [CITED | POSSIBLE, CITED], False),
    ("neither cites", [POSSIBLE, {}], False),
    ("hedged in both", [CITED | POSSIBLE, PROBABLE], False),
    ("outright where it cites", [CITED, {}], False),
    ("outright in one of those that cite", [CITED | POSSIBLE, CITED, {}], False),
    ("another polarity", [CITED | POSSIBLE, DENIED], False),
    ("denied with reserve, then without", [CITED | POSSIBLE | DENIED, DENIED], True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claims", "expected"), STRONGER_HERE)
def test_a_sentence_that_is_surer_than_the_one_that_cites(why, claims, expected):
    found = here(*(("SSRI", "treats", "anxiety", more) for more in claims))
    assert bool(found.stronger) is expected, why
    if expected:
        (one,) = found.stronger
        assert not one.claim.papers
        assert one.weaker.papers == (one.paper,)
        assert one.paper.iri == PAPER
        assert not one.in_paper
        assert found.faults


STRONGER_THAN_PAPER = [
    ("outright here, possible there", CITED, [POSSIBLE], PAPER, True),
    ("probable here, possible there", CITED | PROBABLE, [POSSIBLE], PAPER, True),
    ("the surest claim there counts", CITED, [POSSIBLE, {}], PAPER, False),
    ("as sure there", CITED, [{}], PAPER, False),
    ("surer there", CITED | POSSIBLE, [{}], PAPER, False),
    ("denied there", CITED, [DENIED], PAPER, False),
    ("the paper says nothing of it", CITED, [], PAPER, False),
    ("not cited", {}, [POSSIBLE], PAPER, False),
    ("another article", CITED, [POSSIBLE], "https://example.org/other", False),
    ("the paper by its title", CITED, [POSSIBLE], "https://example.org/there", True),
]


@pytest.mark.parametrize(("why", "claim", "claims_there", "iri", "expected"), STRONGER_THAN_PAPER)
def test_a_claim_that_is_surer_than_the_paper_that_it_cites(
    why, claim, claims_there, iri, expected
):
    there = [("SSRI", "affects", "anxiety", more) for more in claims_there]
    found = both([("SSRI", "affects", "anxiety", claim)], there, iri)
    assert bool(found.stronger) is expected, why
    if expected:
        (one,) = found.stronger
        assert (one.claim.article, one.weaker.article) == (HERE, iri)
        assert one.in_paper


def test_what_is_said_more_strongly_is_shown_with_both_sentences_and_the_paper():
    text = render(
        here(("SSRI", "treats", "anxiety", CITED | POSSIBLE), ("SSRI", "treats", "anxiety"))
    )
    assert (
        "Said more strongly than where it cites (1)\n"
        "  SSRI — treats — anxiety\n"
        "    asserted: SSRI treats anxiety. [22]\n"
        "    possible: SSRI treats anxiety. [0]\n"
        "      citing: Of there\n"
    ) in text
    found = both(
        [("SSRI", "affects", "anxiety", CITED)], [("SSRI", "affects", "anxiety", POSSIBLE)]
    )
    assert "      in the paper that it cites: Of there\n" in render(found)
