"""The scorer against readings that were counted by hand."""

from dataclasses import replace

import pytest

from kg.evaluate.counts import count, total
from kg.evaluate.extension import extend
from kg.evaluate.gold import GoldClaim, GoldTerm, GoldText
from kg.evaluate.names import names
from kg.evaluate.score import score
from kg.model.claim import Claim, Qualifiers, Quantity, Reading
from kg.model.ontology import KG, Kind, Ontology, Relation, Term
from kg.model.text import Article, Sentence, Span

TEXT = "Zinc eases colds by 80%. Zinc may raise copper. Copper is tied to zinc."
SPANS = (Span(0, 24), Span(25, 47), Span(48, 71))


def relation(name, *above, symmetric=False):
    return Relation(
        iri=KG + name, label=name, ancestors=tuple(KG + a for a in above), symmetric=symmetric
    )


ONTOLOGY = Ontology(
    kinds=(Kind(iri=KG + "Drug", label="drug"), Kind(iri=KG + "Disorder", label="disorder")),
    terms=(
        Term(iri=KG + "zinc", label="zinc", kinds=(KG + "Drug",), alternatives=("Zn",)),
        Term(
            iri=KG + "commonCold", label="common cold", kinds=(KG + "Disorder",), hidden=("cold",)
        ),
        Term(iri=KG + "copper", label="copper", kinds=(KG + "Drug",)),
        Term(iri=KG + "brain", label="brain", kinds=()),
    ),
    relations=(
        relation("affects"),
        relation("treats", "affects"),
        relation("increases", "affects"),
        relation("associatedWith", symmetric=True),
        relation("relapseRate"),
    ),
)


def claim(subject, predicate, object_, sentence=0, *, negated=False, certainty="asserted", **rest):
    return Claim(
        subject=KG + subject if isinstance(subject, str) else subject,
        predicate=KG + predicate,
        object=KG + object_ if isinstance(object_, str) else object_,
        negated=negated,
        certainty=certainty,
        sentence=sentence,
        trigger=Span(0, 4),
        **rest,
    )


def reading(*claims):
    article = Article(iri="https://example.org/a", text=TEXT, sha256="")
    sentences = tuple(Sentence(n, span, 0) for n, span in enumerate(SPANS))
    return Reading(article=article, sentences=sentences, claims=claims)


def gold(*claims, forbidden=()):
    return GoldText(name="t", text=TEXT, claims=claims, forbidden=forbidden)


def said(subject, predicate, object_, **rest):
    return GoldClaim(subject=subject, predicates=(predicate,), object=object_, **rest)


def counts(found, *wanted, forbidden=()):
    return count(score(reading(*found), gold(*wanted, forbidden=forbidden), ONTOLOGY))


def test_precision_recall_and_f1_of_a_hand_counted_text():
    found = [
        claim("zinc", "treats", "commonCold"),
        claim("zinc", "increases", "copper", 1),
        claim("brain", "affects", "zinc", 2),
    ]
    wanted = [
        said("zinc", "treats", "cold", span=SPANS[0]),
        said("zinc", "increases", "copper", span=SPANS[1]),
        said("copper", "associatedWith", "zinc", span=SPANS[2]),
        said("copper", "treats", "cold", span=SPANS[2]),
    ]
    c = counts(found, *wanted)
    assert (c.gold, c.matched, c.right, c.extra, c.outside) == (4, 2, 2, 1, 1)
    assert (c.recall, c.precision, c.inside_precision) == (2 / 4, 2 / 3, 1.0)
    assert c.f1 == pytest.approx(4 / 7)


def test_any_label_names_a_term_whatever_the_letter_case():
    assert counts([claim("zinc", "treats", "commonCold")], said("ZN", "treats", "Cold")).right == 1


def test_a_sub_relation_counts_and_a_super_relation_does_not():
    found = [claim("zinc", "treats", "commonCold")]
    assert counts(found, said("zinc", "affects", "cold")).right == 1
    found = [claim("zinc", "affects", "commonCold")]
    assert counts(found, said("zinc", "treats", "cold")).right == 0


def test_negation_is_part_of_the_key():
    found = [claim("zinc", "treats", "commonCold", negated=True)]
    assert counts(found, said("zinc", "treats", "cold")).matched == 0
    assert counts(found, said("zinc", "treats", "cold", negated=True)).matched == 1


def test_only_symmetric_relations_hold_either_way():
    tied = [claim("zinc", "associatedWith", "copper")]
    assert counts(tied, said("copper", "associatedWith", "zinc")).right == 1
    raised = [claim("copper", "increases", "zinc")]
    assert counts(raised, said("zinc", "increases", "copper")).right == 0
    assert counts(raised, said("zinc", "?", "copper", inverse=("increases",))).right == 1


def test_a_claim_belongs_to_its_sentence():
    found = [claim("zinc", "increases", "copper", 0)]
    assert counts(found, said("zinc", "increases", "copper", span=SPANS[1])).matched == 0
    assert counts(found, said("zinc", "increases", "copper")).matched == 1


def test_a_claim_found_twice_counts_once():
    one = claim("brain", "treats", "commonCold")
    assert counts([one, replace(one, trigger=Span(5, 9))]).extra == 1


def test_certainty_is_counted_among_those_matched():
    found = [claim("zinc", "increases", "copper", certainty="possible")]
    right = counts(found, said("zinc", "increases", "copper", certainties=("possible", "open")))
    wrong = counts(found, said("zinc", "increases", "copper", certainties=("asserted",)))
    assert (right.certainty_right, right.certainty_judged) == (1, 1)
    assert (wrong.matched, wrong.certainty_right, wrong.certainty_judged) == (1, 0, 1)


def test_optional_and_inner_claims_do_not_count():
    inner = claim("zinc", "increases", "copper", certainty="open")
    found = [inner, claim(inner, "affects", "brain")]
    c = counts(found, said("[* | increases | copper]", "affects", "brain", optional=True))
    assert (c.gold, c.right, c.extra) == (0, 0, 0)
    assert counts(found, said("[zinc | increases | copper]", "affects", "brain")).matched == 1


def test_a_quantity_is_named_by_its_words():
    rate = Quantity(span=Span(20, 23), sentence=0, value="80")
    found = [claim("zinc", "relapseRate", rate)]
    assert counts(found, said("zinc", "relapse rate", "80%")).matched == 1
    assert counts(found, said("zinc", "relapse rate", "70%")).matched == 0


def test_a_forbidden_reading_counts_where_it_is_unhedged():
    wrong = said("zinc", "increases", "cold")
    sure = claim("zinc", "increases", "commonCold")
    doubtful = replace(sure, certainty="possible")
    assert counts([sure], forbidden=[wrong]).broken == 1
    assert counts([doubtful], forbidden=[wrong]).broken == 0
    assert counts([doubtful], forbidden=[replace(wrong, certainties=("possible",))]).broken == 1


def test_qualifiers_and_citations_are_judged_where_the_gold_names_them():
    found = [
        claim(
            "zinc", "treats", "commonCold", qualifiers=Qualifiers(location=(KG + "brain",)),
            citations=(3,),
        )
    ]  # fmt: skip
    wanted = said(
        "zinc", "treats", "cold", qualifiers=(("location", "brain"), ("time", "daily")),
        citations=(4,),
    )  # fmt: skip
    c = counts(found, wanted)
    assert (c.qualifiers_right, c.qualifiers_judged) == (1, 2)
    assert (c.citations_right, c.citations_judged) == (0, 1)


def test_texts_are_summed_before_dividing():
    one = score(reading(claim("zinc", "treats", "commonCold")), gold(), ONTOLOGY)
    two = score(
        reading(claim("zinc", "treats", "commonCold")),
        gold(said("zinc", "treats", "cold")),
        ONTOLOGY,
    )
    both = total([one, two])
    assert (both.texts, both.precision, both.recall) == (2, 1 / 2, 1.0)


def test_an_extension_takes_a_name_from_all_other_terms():
    given = (
        GoldTerm(label="cold", kind="Disorder"),
        GoldTerm(label="Zn", kind="Location", also=("copper",)),
    )
    extended = extend(ONTOLOGY, given)
    known = names(extended)
    assert known.terms("cold") == {KG + "commonCold"}  # the IRI of the ontology stays
    assert known.terms("zn") == known.terms("copper") == {KG + "zinc"}
    assert KG + "copper" not in {term.iri for term in extended.terms}
    assert KG + "Location" in {kind.iri for kind in extended.kinds}


def test_without_given_names_the_ontology_is_left_as_it_is():
    assert extend(ONTOLOGY, ()) is ONTOLOGY
