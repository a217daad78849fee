"""Why a sentence was read as it was."""

import pytest
import rdflib

from kg.errors import KgError
from kg.explain import Verdict, explain_claim, explain_text, render
from kg.ontology import load
from kg.pipeline import read_article
from kg.rdf import to_quads
from kg.read import read
from kg.store import Graph
from tests.readings import ontology as readings_ontology, sample


@pytest.fixture(scope="module")
def ontology():
    return load()


def one(text, ontology):
    (explanation,) = explain_text(text, ontology)
    return explanation


def outcomes(explanation, word):
    return [o for s in explanation.stated if s.word == word for o in s.outcomes]


def test_the_tree_is_drawn_from_the_root_down(ontology):
    tree = one("Sertraline may reduce anxiety.", ontology).tree
    assert (tree[0].depth, tree[0].word, tree[0].dependency) == (0, "reduce", "ROOT")
    assert {branch.word for branch in tree if branch.depth == 1} >= {"Sertraline", "anxiety"}
    assert len(tree) == 5


def test_names_are_shown_with_their_term_and_kind(ontology):
    name = one("The amygdala causes anxiety.", ontology).names[0]
    assert (name.words, name.label, name.kind) == ("amygdala", "amygdala", "brain region")


def test_a_pronoun_is_shown_with_what_it_stands_for(ontology):
    second = explain_text("Sertraline is old. It causes nausea.", ontology)[1]
    assert ("It", "sertraline", True) in [(n.words, n.label, n.pointing) for n in second.names]


def test_a_trigger_is_shown_with_roles_cues_and_its_claim(ontology):
    explanation = one("Sertraline may not cause nausea.", ontology)
    (cause,) = (s for s in explanation.stated if s.lemma == "cause")
    assert {(p.role, p.word) for p in cause.parts} >= {("subject", "Sertraline")}
    assert cause.negated
    assert {"may", "not"} <= set(cause.cues)
    assert Verdict.CLAIM in [o.verdict for o in cause.outcomes]
    assert any("sertraline — not causes — nausea" in claim for claim in explanation.claims)


def test_an_unknown_verb_between_two_terms_is_offered_as_a_trigger(ontology):
    (outcome,) = outcomes(one("The amygdala admires headache.", ontology), "admires")
    assert outcome.verdict is Verdict.NO_TRIGGER
    assert outcome.turtle is not None
    assert outcome.turtle.startswith('kg:affects kg:verb "admire" .')


def test_a_word_that_names_nothing_is_offered_as_a_term(ontology):
    refused = outcomes(one("The committee treats anxiety.", ontology), "treats")
    assert any(
        o.verdict is Verdict.REFUSED
        and o.turtle
        and o.turtle.startswith("my:committee a kg:")
        and 'skos:prefLabel "committee"@en' in o.turtle
        for o in refused
    )


def test_a_kind_that_does_not_fit_is_offered_as_a_wider_range(ontology):
    refused = outcomes(one("Sertraline is marketed as anxiety.", ontology), "marketed")
    assert any(
        o.turtle
        and o.turtle.startswith("kg:marketedAs rdfs:range [")
        and "kg:DrugProduct" in o.turtle
        for o in refused
    )


@pytest.mark.parametrize(
    "text",
    [
        "The amygdala admires headache.",
        "The committee treats anxiety.",
        "Sertraline is marketed as anxiety.",
    ],
)
def test_what_is_offered_is_turtle(text, ontology):
    lines = [o.turtle for s in one(text, ontology).stated for o in s.outcomes if o.turtle]
    prefixes = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in ontology.prefixes.items()]
    prefixes.append("@prefix my: <https://example.org/my#> .")
    assert lines
    assert len(rdflib.Graph().parse(data="\n".join([*prefixes, *lines]), format="turtle")) > 0


def test_a_sentence_without_names_says_so(ontology):
    text = render([one("Nobody came to the party.", ontology)])
    assert "no term is named here" in text
    assert text.splitlines()[0] == "Nobody came to the party."
    assert text.endswith("Claims\n  none")


@pytest.mark.parametrize("text", [True, False])
def test_a_claim_is_explained_from_its_graph(text, ontology):
    article = read(b"Sertraline is a drug. Sertraline causes nausea.", name="article.txt")
    graph = Graph.of(to_quads(read_article(article, ontology), ontology, text=text))
    claim = next(c for c in graph.claims() if c.predicate.label == "causes")
    if not text:
        with pytest.raises(KgError, match="not in the graph"):
            explain_claim(graph, claim.iri, ontology)
        return
    explanation = explain_claim(graph, claim.iri, ontology)
    assert explanation.text == "Sertraline causes nausea."
    assert any("sertraline — causes — nausea" in shown for shown in explanation.claims)


def test_a_claim_is_explained_within_its_article(ontology):
    article = read(b"Sertraline is old. It causes nausea.", name="article.txt")
    graph = Graph.of(to_quads(read_article(article, ontology), ontology))
    (claim,) = (c for c in graph.claims() if c.predicate.label == "causes")
    (name, *_) = (n for n in explain_claim(graph, claim.iri, ontology).names if n.words == "It")
    assert (name.label, name.pointing) == ("sertraline", True)


def test_a_claim_that_is_not_in_the_graph_is_told(ontology):
    graph = Graph.of(to_quads(sample(), readings_ontology()))
    with pytest.raises(KgError, match="no such claim"):
        explain_claim(graph, "https://example.org/#c-0", ontology)
