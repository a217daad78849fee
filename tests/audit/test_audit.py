"""What an audit finds in a graph."""

import pytest

from kg.audit import audit, render
from kg.ontology import load
from kg.pipeline import read_article
from kg.rdf import to_quads
from kg.read import read
from kg.store import Graph
from tests.readings import Draft, ontology, sample


def graph(*claims):
    """A graph with a sentence for each claim: subject, relation, object, then what else it has."""
    draft = Draft()
    for subject, relation, obj, *rest in claims:
        more = dict(rest[0]) if rest else {}
        draft.say(f"{subject} {relation} {obj}.")
        draft.claim(subject, relation, obj, trigger=relation, **more)
    draft.refer("1. A paper.", iri="https://doi.org/10.5555/1", title="A paper")
    return Graph.of(to_quads(draft.reading(), ontology()))


CITED = {"citations": [1]}
DENIED = {"negated": True}
POSSIBLE = {"certainty": "possible"}


def test_claims_are_counted_by_certainty_negation_and_citation():
    found = audit(
        graph(
            ("SSRI", "affects", "anxiety"),
            ("SSRI", "affects", "headache", CITED),
            ("SSRI", "affects", "amygdala", DENIED),
            ("SSRI", "affects", "hippocampus", POSSIBLE),
        )
    )
    asserted = next(t for t in found.tallies if t.certainty == "asserted")
    assert (asserted.affirmed_cited, asserted.affirmed_uncited) == (1, 1)
    assert (asserted.denied_cited, asserted.denied_uncited, asserted.all) == (0, 1, 3)
    assert sum(t.all for t in found.tallies) == 4


def test_drift_is_one_proposition_with_several_certainties():
    found = audit(
        graph(
            ("SSRI", "affects", "anxiety"),
            ("SSRI", "affects", "headache"),
            ("SSRI", "affects", "anxiety", POSSIBLE),
        )
    )
    (drift,) = found.drift
    assert drift.object.label == "anxiety"
    assert [claim.certainty for claim in drift.claims] == ["asserted", "possible"]


def test_to_say_the_same_twice_is_no_drift():
    assert not audit(graph(("SSRI", "affects", "anxiety"), ("SSRI", "affects", "anxiety"))).drift


def test_a_contradiction_is_affirmed_and_denied():
    found = audit(graph(("SSRI", "affects", "anxiety"), ("SSRI", "affects", "anxiety", DENIED)))
    (contradiction,) = found.contradictions
    assert [claim.negated for claim in contradiction.claims] == [False, True]
    assert not found.drift  # the certainty is the same


def test_claims_of_treatment_or_cause_want_a_paper():
    found = audit(
        graph(
            ("SSRI", "treats", "anxiety"),
            ("brexanolone", "treats", "anxiety", CITED),
            ("brexanolone", "isA", "SSRI"),
            ("SSRI", "hasSideEffect", "headache"),  # below causes
            ("SSRI", "causes", "anxiety", {"certainty": "open"}),
        )
    )
    assert [c.object.label for c in found.uncited] == ["anxiety", "headache"]


def test_what_was_not_understood_is_listed_with_its_sentence():
    reading = sample()
    found = audit(Graph.of(to_quads(reading, ontology())))
    assert [term.label for term in found.ungrounded] == [term.label for term in reading.terms]
    told = [(one.sentence.start, note) for one in found.not_read for note in one.notes]
    said = {claim.sentence for claim in reading.claims}
    spans = [
        (reading.sentences[n.sentence].span.start, n.text)
        for n in reading.not_understood
        if n.sentence not in said
    ]
    assert told == spans != []


def test_a_sentence_that_gave_no_claim_names_the_words_and_the_missing_end():
    text = "The brain makes it. In rodents, the thing helps and the thing treats insomnia."
    reading = read_article(read(text.encode(), name="a.txt"), load())
    assert not reading.claims
    shown = render(audit(Graph.of(to_quads(reading, load()))))
    assert "Sentences that gave no claim" in shown
    assert "    no known subject: treats\n" in f"{shown}\n"
    assert "fitting kind" not in shown
    assert "trigger" not in shown


def test_a_sentence_that_gave_a_claim_is_not_listed():
    text = "The thing treats insomnia, and SSRIs cause headaches."
    reading = read_article(read(text.encode(), name="a.txt"), load())
    assert reading.claims
    assert [note.text for note in reading.not_understood] != []
    assert audit(Graph.of(to_quads(reading, load()))).not_read == ()


@pytest.mark.parametrize(
    ("claims", "faults"),
    [
        ([("SSRI", "affects", "anxiety")], False),
        ([("SSRI", "treats", "anxiety", CITED)], False),
        ([("SSRI", "treats", "anxiety")], True),
        ([("SSRI", "affects", "anxiety"), ("SSRI", "affects", "anxiety", DENIED)], True),
        ([("SSRI", "affects", "anxiety"), ("SSRI", "affects", "anxiety", POSSIBLE)], True),
    ],
)
def test_faults_are_drift_contradictions_and_missing_papers(claims, faults):
    assert audit(graph(*claims)).faults is faults


def test_the_text_names_each_finding_with_its_sentences():
    text = render(
        audit(graph(("SSRI", "treats", "anxiety"), ("SSRI", "treats", "anxiety", POSSIBLE)))
    )
    assert "1 article, 2 sentences" in text
    assert "Drift: one proposition, different certainty (1)" in text
    assert "  SSRI — treats — anxiety\n    asserted: SSRI treats anxiety. [0]" in text
    assert "Treatment or cause without a paper (2)" in text
    assert "Contradictions: affirmed and denied (0)\n  none" in text


def test_a_long_sentence_is_shortened():
    draft = Draft()
    draft.say("SSRI treats anxiety, " + "as everybody says, " * 20 + "and so on.")
    draft.claim("SSRI", "treats", "anxiety", trigger="treats")
    text = render(audit(Graph.of(to_quads(draft.reading(), ontology()))))
    assert max(map(len, text.splitlines())) < 110
    assert "SSRI treats anxiety, as everybody says," in text


def test_a_graph_without_texts_says_so_in_place_of_a_sentence():
    draft = Draft()
    draft.say("SSRI treats anxiety.")
    draft.claim("SSRI", "treats", "anxiety", trigger="treats")
    quads = to_quads(draft.reading(), ontology(), text=False)
    assert "  (built without texts) [0]\n" in render(audit(Graph.of(quads)))


def test_an_article_without_claims_has_no_faults():
    found = audit(graph())
    assert not found.faults
    assert render(found).startswith("1 article, 0 sentences")


def test_claims_are_counted_by_reliability_and_the_weakest_shown():
    figures = [0.95, 0.4, None, 1.0, 0.5]
    objects = ["anxiety", "headache", "amygdala", "hippocampus", "SSRI"]
    pairs = zip(objects, figures, strict=True)
    found = audit(graph(*(("SSRI", "affects", o, {"reliability": r}) for o, r in pairs)))
    assert {(b.low, b.claims) for b in found.bands if b.claims} == {(0, 1), (0.5, 1), (0.8, 2)}
    assert [c.object.label for c in found.weakest] == [
        "headache",
        "SSRI",
        "anxiety",
        "hippocampus",
    ]
    shown = render(found)
    assert "  0.0–0.5     1\n  0.5–0.6     1\n  0.8–1.0     2\n  weakest first:\n" in shown
    assert "    0.40  SSRI — affects — headache\n" in shown


def test_a_graph_without_reliability_says_so():
    shown = render(audit(graph(("SSRI", "affects", "anxiety"))))
    assert "how often readings of the sort were right\n  not measured\n" in shown
