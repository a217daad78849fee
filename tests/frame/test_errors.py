from hypothesis import given, strategies as st

from kg.errors import KgError
from kg.places import shipped

words = st.text(alphabet=st.characters(exclude_categories=["Cc", "Zl", "Zp"]))


def test_an_error_is_one_line_of_place_fault_and_mend():
    assert str(KgError("no prefix q:", where="a.ttl:3", hint="declare it")) == (
        "a.ttl:3: no prefix q: (declare it)"
    )


@given(words, st.none() | words, st.none() | words)
def test_an_error_says_whatever_it_was_given(what, where, hint):
    said = str(KgError(what, where=where, hint=hint))
    assert all(part in said for part in (what, where or "", hint or ""))
    assert len(said.splitlines()) <= 1


def test_the_ontology_ships():
    assert "owl:Ontology" in shipped("ontology.ttl").read_text(encoding="utf-8")
