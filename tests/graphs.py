"""Whether a graph is one that kg may write: the shapes, and the laws that no shape can say.

`assert_valid` is called on every graph that a test builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyshacl
import rdflib
from rdflib import RDF, RDFS, Namespace, URIRef

import kg.rdf
from kg.rdf.terms import Quad
from kg.store import Graph, serialize

KG = Namespace("https://w3id.org/article-kg/ontology#")
SHAPES = Path(kg.rdf.__file__).with_name("shapes.ttl")
ONTOLOGY = URIRef(str(KG).removesuffix("#"))


def assert_valid(graph: Graph | Iterable[Quad], *, bare: str = "strict") -> None:
    """Fail, and say why, where a graph breaks a shape or a law."""
    data = dataset(graph)
    for named in data.graphs():
        if named.identifier != data.default_graph.identifier:
            assert_shapes(named)
            assert_tree(named, data.graph(ONTOLOGY))
        if named.identifier != ONTOLOGY:
            assert_quotes(named)
            assert_bare(named, bare)
    blank = [t for t in data.quads() if any(isinstance(n, rdflib.BNode) for n in t)]
    assert not blank, f"blank nodes: {blank[:3]}"


def dataset(graph: Graph | Iterable[Quad]) -> rdflib.Dataset:
    """Return a graph as rdflib's."""
    if isinstance(graph, Graph):
        return graph.to_rdflib()
    data = rdflib.Dataset()
    data.parse(data=serialize(graph, "nq"), format="nquads")
    return data


@cache
def shapes() -> rdflib.Graph:
    """Return the shapes, read once."""
    return rdflib.Graph().parse(SHAPES)


def assert_shapes(graph: rdflib.Graph) -> None:
    """Every node is of the form that its class has."""
    one = rdflib.Graph()
    for triple in graph:
        one.add(triple)
    conforms, _, report = pyshacl.validate(one, shacl_graph=shapes(), inference="none")
    assert conforms, report


def assert_quotes(graph: rdflib.Graph) -> None:
    """Every quote stands at its offsets, and every trigger in its sentence."""
    texts = {s: str(graph.value(s, KG.text)) for s in graph.subjects(RDF.type, KG.Article)}
    if any(text == "None" for text in texts.values()):
        return  # built without text
    for kind in (KG.Sentence, KG.Mention, KG.Citation, KG.Quantity):
        for node in graph.subjects(RDF.type, kind):
            sentence = graph.value(node, KG.sentence) or node
            text = texts[graph.value(sentence, KG.article)]
            start, end = (int(graph.value(node, p)) for p in (KG.start, KG.end))
            assert text[start:end] == str(graph.value(node, KG.text)), node
    for claim in graph.subjects(RDF.type, KG.Claim):
        text = str(graph.value(graph.value(claim, KG.sentence), KG.text))
        assert str(graph.value(claim, KG.trigger)) in text, claim


def assert_tree(graph: rdflib.Graph, tree: rdflib.Graph) -> None:
    """Kinds of terms are closed upward."""
    for term in graph.subjects(RDF.type, KG.Term):
        kinds = set(graph.objects(term, RDF.type))
        above = {up for kind in kinds for up in tree.transitive_objects(kind, RDFS.subClassOf)}
        assert above <= kinds, f"{term} lacks {above - kinds}"


def assert_bare(graph: rdflib.Graph, bare: str) -> None:
    """Bare triples are those that the claims allow, no more and no less."""
    ends = (KG.subject, KG.predicate, KG.object)
    claims = list(graph.subjects(RDF.type, KG.Claim))
    said = {claim: tuple(graph.value(claim, p) for p in ends) for claim in claims}
    denied = {said[c] for c in claims if graph.value(c, KG.negated).toPython()}
    allowed = {
        said[c]
        for c in claims
        if graph.value(c, KG.certainty) in (KG.known, KG.asserted)
        and not graph.value(c, KG.negated).toPython()
        and not {said[c][0], said[c][2]} & set(claims)
        and (bare == "all" or (said[c] not in denied and not _has_reserve(graph, c)))
    }
    relations = {p for _, p, _ in said.values()}
    found = {(s, p, o) for s, p, o in graph if p in relations}
    assert found == allowed, f"too many: {found - allowed}; missing: {allowed - found}"


def _has_reserve(graph: rdflib.Graph, claim: URIRef) -> bool:
    share = str(graph.value(claim, KG.share) or "most")
    small = not re.search(r"\bmost\b|\b(?:[5-9]\d|100) ?%", share)
    animals = any(
        (term, RDF.type, KG.ModelOrganism) in graph
        for p in (KG.organism, KG.population)
        for term in graph.objects(claim, p)
    )
    others = (graph.value(claim, p) for p in (KG.condition, KG.comparedWith))
    return small or animals or any(other is not None for other in others)
