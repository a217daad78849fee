"""Why a sentence was read as it was."""

import pytest
import rdflib

from kg.errors import KgError
from kg.explain import Verdict, explain_claim, explain_text, render
from kg.model.graph import ArticleNode, ClaimNode, Node, SentenceNode
from kg.model.ontology import KG
from kg.ontology import load


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
        and o.turtle.startswith("kg:committee a kg:")
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
    assert lines
    assert len(rdflib.Graph().parse(data="\n".join([*prefixes, *lines]), format="turtle")) > 0


def test_a_sentence_without_names_says_so(ontology):
    text = render([one("Nobody came to the party.", ontology)])
    assert "no term is named here" in text
    assert text.splitlines()[0] == "Nobody came to the party."
    assert text.endswith("Claims\n  none")


class Graph:
    """A graph of one claim; the article's text may have been left out."""

    def __init__(self, text, said):
        self._text = text
        start = text.index(said)
        sentence = SentenceNode(
            iri="a#s", article="a", start=start, end=start + len(said), text=said
        )
        end = Node(iri=KG + "x", label="x")
        self._claim = ClaimNode(
            iri="a#c", article="a", subject=end, predicate=end, object=end, negated=False,
            certainty="asserted", rank=4, sentence=sentence, trigger="",
        )  # fmt: skip

    def claims(self):
        return (self._claim,)

    def articles(self):
        return (ArticleNode(iri="a", text=self._text),)


def test_a_claim_is_explained_within_its_article(ontology):
    graph = Graph("Sertraline is old. It causes nausea.", "It causes nausea.")
    explanation = explain_claim(graph, "a#c", ontology)
    assert explanation.text == "It causes nausea."
    assert any("sertraline" in claim for claim in explanation.claims)


def test_a_claim_that_is_not_in_the_graph_is_told(ontology):
    with pytest.raises(KgError, match="no such claim"):
        explain_claim(Graph("A b.", "A b."), "a#d", ontology)
