"""The public corpora are no part of the repository: made-up documents in their format stand in."""

import gzip
import json

import pytest

from benchmarks.quality import by_document, chemprot, claims_to_read, corpora, corpus, links
from benchmarks.quality.corpus_relations import SIGN_TO_RELATIONS, TABLE, accepts, sign_of
from kg.evaluate.names import fold_relation, local_name, names
from kg.ontology import load


@pytest.fixture(scope="module")
def ontology():
    return load()


def entity(text, name, type_, *ids, eid="", nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    place = {"start": start, "end": start + len(name), "text": name}
    return place | {"type": type_, "ids": list(ids), "eid": eid}


def relation(type_, subject, object_):
    return {"type": type_, "subj": subject, "obj": object_}


def record(text, entities, relations):
    return {"id": "1", "text": text, "entities": entities, "relations": relations}


DRUGS = "Zanifol inhibits the Brolin kinase. Zanifol does not activate TRK9."
DRUGS_RECORD = record(
    DRUGS,
    [
        entity(DRUGS, "Zanifol", "CHEMICAL", eid="T1"),
        entity(DRUGS, "Brolin kinase", "GENE-Y", eid="T2"),
        entity(DRUGS, "Zanifol", "CHEMICAL", eid="T3", nth=1),
        entity(DRUGS, "TRK9", "GENE-N", eid="T4"),
    ],
    [relation("INHIBITOR", "T1", "T2"), relation("NOT", "T3", "T4")],
)
HARM = "Zanifol causes dolitis. ZNF treats brenitis."
HARM_RECORD = record(
    HARM,
    [
        entity(HARM, "Zanifol", "Chemical", "MESH:1"),
        entity(HARM, "dolitis", "Disease", "MESH:2", "MESH:3"),
        entity(HARM, "ZNF", "Chemical", "MESH:1"),
        entity(HARM, "brenitis", "Disease", "-1"),
    ],
    [relation("CID", "MESH:1", "MESH:2"), relation("CID", "MESH:1", "MESH:9")],
)


@pytest.fixture(scope="module")
def drugs(ontology):
    return chemprot.Annotated(links.read(corpus.document(DRUGS_RECORD), ontology))


@pytest.fixture(scope="module")
def harm(ontology):
    return links.read(corpus.document(HARM_RECORD), ontology)


def test_every_relation_of_the_tables_is_one_of_the_ontology(ontology):
    known = names(ontology).relations
    used = {word for row in TABLE.values() for word in (*row.straight, *row.swapped)}
    used |= {word for words in SIGN_TO_RELATIONS.values() for word in words}
    assert {word for word in used - {"*"} if fold_relation(word) not in known} == set()


def test_every_kind_of_the_tables_is_one_of_the_ontology(ontology):
    assert set(corpus.TYPE_TO_KIND.values()) <= {local_name(k.iri) for k in ontology.kinds}


def test_every_sign_is_plus_or_minus():
    assert {row.sign for row in TABLE.values()} | set(SIGN_TO_RELATIONS) == {"+", "-", ""}


def test_a_step_takes_every_so_manieth_document_from_the_first(tmp_path):
    path = tmp_path / "some.jsonl.gz"
    lines = (json.dumps(record(DRUGS, [], []) | {"id": str(n)}) for n in range(5))
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert [one.name for one in corpus.documents(path, 2)] == ["0", "2", "4"]


def test_names_with_one_identifier_are_one_term():
    zanifol, dolitis, brenitis = corpus.terms(corpus.document(HARM_RECORD))
    assert (zanifol.label, zanifol.also, zanifol.kind) == ("Zanifol", ("ZNF",), "Substance")
    assert (dolitis.kind, brenitis.label) == ("Disorder", "brenitis")


def test_a_name_of_two_things_is_that_of_the_more_frequent():
    text = "ZNF ZNF ZNF"
    marks = [entity(text, "ZNF", "Chemical", f"MESH:{n > 0}", nth=n) for n in range(3)]
    assert len(corpus.terms(corpus.document(record(text, marks, [])))) == 1


def test_the_parts_of_a_variants_identifier_belong_together():
    text = "c.12delA"
    mark = entity(text, text, "SequenceVariant", "c", "DEL", "12")
    read = corpus.document(record(text, [mark], [relation("Association", "c|DEL||12|", "X:1")]))
    assert read.mentions[0].ids == (read.relations[0].subject,) == ("c|DEL|12",)


def test_pairs_count_by_mention_and_type(drugs):
    counts = chemprot.tally(drugs, links.claims(drugs.found))
    assert (counts["pairs", ""], counts["found", ""], counts["typed", ""]) == (2, 2, 2)
    assert chemprot.denied_of_found(counts) == (1, 1)
    assert (counts["links", ""], counts["links paired", ""], counts["links typed", ""]) == (2, 2, 2)


def test_a_relation_is_typed_only_with_its_direction_and_denial(drugs):
    link = next(k for k in links.claims(drugs.found) if not k.negated)
    known, chemical = drugs.found.names, drugs.pairs[0].chemical
    turned = links.Link(link.sentence, link.object, link.relation, link.subject)
    assert accepts(known, "INHIBITOR", link, chemical)
    assert not accepts(known, "ACTIVATOR", link, chemical)
    assert not accepts(known, "INHIBITOR", turned, chemical)
    assert not accepts(known, "NOT", link, chemical)


def test_sign_and_doer_are_judged_of_claims_with_a_sign(drugs):
    link = next(k for k in links.claims(drugs.found) if not k.negated)
    turned = links.Link(link.sentence, link.object, link.relation, link.subject)
    counts = chemprot.tally(drugs, [link, turned])
    assert (counts["sign judged", ""], counts["sign right", ""]) == (2, 2)
    assert (counts["doer judged", ""], counts["doer right", ""]) == (2, 1)


def test_two_that_need_no_reading_link_within_the_sentence(drugs, ontology):
    assert len(links.together(drugs.found)) == 2
    triggered = links.triggered(drugs.found, ontology)
    assert [local_name(link.relation) for link in triggered] == ["inhibits", "activates"]
    assert chemprot.tally(drugs, triggered)["typed", ""] == 1  # the other is denied


def test_an_end_that_no_name_in_the_sentence_has_is_not_judged(drugs):
    first, second = drugs.pairs
    link = links.Link(min(second.sentences), first.chemical, None, first.gene)
    assert not drugs.is_judged(link)
    assert drugs.is_apart(link)


def test_causes_count_by_document_and_identifier(harm):
    read = by_document.induced_by(harm, links.claims(harm))
    assert read == {("MESH:1", "MESH:2"), ("MESH:1", "MESH:3")}
    counts = dict(by_document.overlap(by_document.induced(harm), read))
    assert counts == {"pairs": 2, "read": 2, "right": 1}


def test_a_pair_has_the_sign_of_most_of_its_claims(harm):
    read = by_document.related_by(harm, links.claims(harm))
    pair = frozenset({"MESH:1", "MESH:2"})
    assert by_document.sign_read(read[pair]) == "+"
    counts = by_document.sign_tally({pair: "Negative_Correlation"}, read)
    assert by_document.signs_right(counts) == (0, 1, 1)
    counts = by_document.sign_tally({pair: "Association"}, read)
    assert by_document.signs_right(counts) == (0, 0, 0)


def test_a_relation_has_the_sign_of_the_one_above_it(ontology):
    known = names(ontology)
    iris = {local_name(relation.iri): relation.iri for relation in ontology.relations}
    signs = [sign_of(known, iris[name]) for name in ("enhances", "reduces", "bindsTo")]
    assert signs == ["+", "-", ""]


def test_claims_to_read_are_drawn_alike_whatever_else_was_read(drugs):
    claims = tuple(claims_to_read.claims_of([drugs]))
    assert [one.claim for one in claims] == [
        "Zanifol | inhibits | Brolin kinase",
        "Zanifol | not activates | TRK9",
    ]
    assert claims_to_read.draw(claims, 4) == claims_to_read.draw(claims[::-1], 4)
    assert claims_to_read.draw(claims, 1)[0] == claims_to_read.draw(claims, 2)[0]
    assert "corpus: INHIBITOR (agrees)" in claims_to_read.render(1, claims[0])


def test_the_sections_hold_a_row_for_each_way(drugs, harm, ontology):
    section = corpora.measure_chemprot(iter([drugs.found]), ontology)
    assert [row[0] for row in section.tables[0][1:]] == [
        corpora.CLAIMS,
        corpora.TRIGGER,
        corpora.TOGETHER,
    ]
    kg, *_ = corpora.measure_bc5cdr(iter([harm]), ontology).tables[0][1:]
    assert kg == ("kg", "2", "2", "0.50", "0.50", "0.50")
    assert len(corpora.measure_biored(iter([harm]), ontology).tables) == 3
