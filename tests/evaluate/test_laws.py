"""Laws of scoring, whatever the claims."""

from hypothesis import given, settings, strategies as st

from kg.evaluate.counts import count
from kg.evaluate.gold import GoldClaim, GoldText
from kg.evaluate.score import score
from kg.model.claim import Claim, Reading
from kg.model.ontology import KG, Ontology, Relation, Term
from kg.model.text import Article, Sentence, Span

NAMES = ("zinc", "copper", "cold", "flu")
RELATIONS = ("affects", "treats", "associatedWith")
TEXT = "One. Two. Three."
SENTENCES = tuple(
    Sentence(n, Span(start, end), 0) for n, (start, end) in enumerate([(0, 4), (5, 9), (10, 16)])
)
ONTOLOGY = Ontology(
    terms=tuple(Term(iri=KG + name, label=name, kinds=()) for name in NAMES),
    relations=(
        Relation(iri=KG + "affects", label="affects"),
        Relation(iri=KG + "treats", label="treats", ancestors=(KG + "affects",)),
        Relation(iri=KG + "associatedWith", label="associated with", symmetric=True),
    ),
)
claims = st.builds(
    lambda subject, predicate, object_, negated, sentence: Claim(
        subject=KG + subject,
        predicate=KG + predicate,
        object=KG + object_,
        negated=negated,
        certainty="asserted",
        sentence=sentence,
        trigger=Span(0, 1),
    ),
    st.sampled_from(NAMES),
    st.sampled_from(RELATIONS),
    st.sampled_from(NAMES),
    st.booleans(),
    st.integers(0, len(SENTENCES) - 1),
)
lists = st.lists(claims, max_size=8)


def as_gold(claim):
    return GoldClaim(
        subject=claim.subject.removeprefix(KG),
        predicates=(claim.predicate.removeprefix(KG),),
        object=claim.object.removeprefix(KG),
        negated=claim.negated,
        span=SENTENCES[claim.sentence].span,
    )


def counts(found, wanted):
    article = Article(iri="https://example.org/a", text=TEXT, sha256="")
    reading = Reading(article=article, sentences=SENTENCES, claims=tuple(found))
    gold = GoldText(name="t", text=TEXT, claims=tuple(map(as_gold, wanted)))
    return count(score(reading, gold, ONTOLOGY))


@given(lists)
def test_what_was_wanted_and_nothing_else_is_perfect(ones):
    c = counts(ones, ones)
    assert (c.precision, c.recall, c.f1) == (1, 1, 1)


@given(lists, lists, st.randoms(use_true_random=False))
def test_order_does_not_matter(found, wanted, random):
    before = counts(found, wanted)
    random.shuffle(found)
    random.shuffle(wanted)
    assert counts(found, wanted) == before


@given(lists, lists, claims)
def test_finding_one_more_never_lowers_recall(found, wanted, one):
    assert counts([*found, one], wanted).recall >= counts(found, wanted).recall


@given(lists, lists)
@settings(max_examples=50)
def test_repeating_what_was_found_changes_nothing(found, wanted):
    assert counts([*found, *found], wanted) == counts(found, wanted)


@given(lists, lists)
def test_every_claim_found_is_right_or_extra(found, wanted):
    c = counts(found, wanted)
    keys = {(f.subject, f.predicate, f.object, f.negated, f.sentence) for f in found}
    assert c.right + c.extra == len(keys)
    assert c.matched <= c.gold == len(wanted)
