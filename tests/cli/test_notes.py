from kg.cli.notes import notes
from kg.model.claim import Claim, Mention, Reading
from kg.model.ontology import Term
from kg.model.text import Article, Span

ENGLISH = "The cells that were grown have not been seen by those who were with us. " * 3
GERMAN = "Die Zellen, die wir gezüchtet haben, sind von keinem der Leute gesehen worden. " * 4


def article(text):
    return Article(iri="http://e.org/a", text=text, sha256="")


def term(label):
    return Term(iri=f"http://e.org/{label}", label=label, kinds=(), ungrounded=True)


def mention(label):
    return Mention(span=Span(0, 1), sentence=0, term=f"http://e.org/{label}")


CLAIM = Claim(
    subject="s",
    predicate="p",
    object="o",
    negated=False,
    certainty="asserted",
    sentence=0,
    trigger=Span(0, 1),
)


def test_nothing_is_said_of_an_english_article_with_claims():
    assert list(notes(Reading(article=article(ENGLISH), claims=(CLAIM,)))) == []


def test_another_language_is_said():
    (note,) = notes(Reading(article=article(GERMAN), claims=(CLAIM,)))
    assert "English" in note


def test_without_claims_the_unknown_names_are_said_most_frequent_first():
    reading = Reading(
        article=article(ENGLISH),
        terms=(term("zinc"), term("kava")),
        mentions=(mention("zinc"), mention("kava"), mention("kava")),
    )
    (note,) = notes(reading)
    assert "kava (2), zinc (1)" in note
    assert "--ontology" in note


def test_without_claims_and_names_the_ontology_is_pointed_at():
    (note,) = notes(Reading(article=article(ENGLISH)))
    assert "no claim was read; no name in it is in the ontology" in note
