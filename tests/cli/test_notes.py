from kg.cli.notes import notes
from kg.model.claim import Claim, Mention, Reading
from kg.model.ontology import Term
from kg.model.text import Article, Span
from kg.store import open_graph

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


def test_without_claims_and_names_the_audit_is_pointed_at():
    (note,) = notes(Reading(article=article(ENGLISH)))
    assert note == "no claim was read (kg audit shows what was not understood)"


def test_nouns_that_name_nothing_are_said_though_others_are_known(kg, tmp_path):
    (tmp_path / "news.txt").write_text(
        "Wonderol treats insomnia. Wonderol treats depression. Clozapine causes agranulocytosis."
    )
    said = kg("build", "news.txt", "-o", "x.trig").err
    assert "no claim was read" in said
    assert "Wonderol (2), agranulocytosis (1) (add them" in said


def test_a_store_says_which_text_gives_way_to_another_of_its_name(kg, tmp_path):
    first, second = (tmp_path / "1.txt", tmp_path / "2.txt")
    first.write_text("Notes\n\nFluoxetine treats depression.\n")
    second.write_text("Notes\n\nSSRIs cause headaches.\n")
    assert "note" not in kg("build", first, "--store", "st").err
    assert "note" not in kg("build", first, "--store", "st").err, "the same text loses nothing"
    shown = kg("build", second, "--store", "st")
    assert shown.code == 0
    assert "st: replaced another text named https://w3id.org/article-kg/article/notes" in shown.err
    assert "“Notes Fluoxetine treats depression.” (--id IRI keeps both)" in shown.err
    assert "note" not in kg("build", first, "--store", "st", "--id", "https://e.org/1").err
    assert len(open_graph(tmp_path / "st").articles()) == 2
