"""Laws of the scan for names: it agrees with the parser about what the statements are about."""

from hypothesis import given, strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from kg.check.lines import names
from kg.places import shipped

SPACE = "urn:x:"
LOCAL = st.text("ab1-_.", min_size=1, max_size=4).map(lambda name: f"n{name}n")
NODES = LOCAL.map(lambda name: NamedNode(SPACE + name))
TEXTS = st.text(st.sampled_from("ab:x #.;,<>[]()'\"\\\n@é{}"), max_size=12).map(Literal)
QUADS = st.lists(st.builds(Quad, NODES, NODES, st.one_of(NODES, TEXTS)), min_size=1, max_size=6)


def expand(name):
    return name[1:-1] if name.startswith("<") else SPACE + name.removeprefix("p:")


def subjects(turtle):
    return {quad.subject.value for quad in parse(turtle.encode(), format=RdfFormat.TURTLE)}


@given(QUADS, st.booleans())
def test_the_names_that_open_statements_are_the_subjects(quads, short):
    prefixes = {"p": SPACE} if short else {}
    triples = [quad.triple for quad in quads]
    turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes).decode()
    found = list(names(turtle))
    assert {expand(use.name) for use in found if use.opens} == subjects(turtle)


@given(QUADS)
def test_a_name_stands_on_its_line(quads):
    triples = [quad.triple for quad in quads]
    turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes={"p": SPACE}).decode()
    lines = turtle.split("\n")
    assert all(use.name in lines[use.line - 1] for use in names(turtle))


def test_every_subject_of_the_shipped_ontology_is_found():
    turtle = shipped("ontology.ttl").read_text(encoding="utf-8")
    space = "https://w3id.org/article-kg/ontology#"
    opened = {space + use.name.removeprefix("kg:") for use in names(turtle) if use.opens}
    assert {subject for subject in subjects(turtle) if subject.startswith(space)} <= opened


def test_lists_and_nested_statements_open_nothing():
    turtle = "@prefix p: <urn:x:> .\n[] p:a ( p:b p:c ) .\np:d p:e [ p:f p:g . ] , 1.5 ; p:h p:i ."
    assert [use.name for use in names(turtle) if use.opens] == ["p:d"]
