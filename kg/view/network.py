"""The graph as networkx takes it: terms are nodes, claims are edges."""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.model.graph import ClaimNode, Node
from kg.view.source import HasClaims

KG = "https://w3id.org/article-kg/ontology#"
CLAIM = Node(iri=KG + "Claim", label="claim")
VALUE = Node(iri=KG + "Quantity", label="quantity")


def to_networkx(graph: HasClaims) -> nx.MultiDiGraph:
    """Return the terms that claims join, as nodes, and an edge a claim, keyed by its IRI.

    A node has `label`, `kind` (label of the most specific kind), `kind_iri`, `names`, `matches`
    and `ungrounded`. A claim or a quantity that a claim is about is a node too. An edge has the
    fields of its record: `relation` and `predicate` (its IRI), `negated`, `certainty`, `rank`,
    `sentence` (the words) with `start`, `end` and `article`, `trigger`, `steps`, `qualifiers`
    (pairs of name and label), `papers` (IRIs), and `reliability` where it was measured. What is
    absent has no attribute, since most formats that networkx writes have no word for None.
    """
    network = nx.MultiDiGraph()
    claims = sorted(graph.claims(), key=lambda claim: (claim.sentence.start, claim.iri))
    inner = {claim.iri for claim in claims}
    terms = {term.iri: term for term in graph.terms()}
    for node in sorted({end.iri: end for c in claims for end in (c.subject, c.object)}.items()):
        iri, end = node
        if term := terms.get(iri):
            network.add_node(iri, **_described(term.label, term.kind))
            network.nodes[iri].update(
                names=term.names, matches=term.matches, ungrounded=term.ungrounded
            )
        else:
            network.add_node(iri, **_described(end.label, CLAIM if iri in inner else VALUE))
    for claim in claims:
        network.add_edge(claim.subject.iri, claim.object.iri, key=claim.iri, **_fields(claim))
    return network


def _described(label: str, kind: Node) -> dict[str, Any]:
    return {
        "label": label,
        "kind": kind.label,
        "kind_iri": kind.iri,
        "names": (),
        "matches": (),
        "ungrounded": False,
    }


def _fields(claim: ClaimNode) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "relation": claim.predicate.label,
        "predicate": claim.predicate.iri,
        "negated": claim.negated,
        "certainty": claim.certainty,
        "rank": claim.rank,
        "article": claim.article,
        "sentence": claim.sentence.text,
        "start": claim.sentence.start,
        "end": claim.sentence.end,
        "trigger": claim.trigger,
        "steps": claim.steps,
        "qualifiers": tuple((q.name, q.label) for q in claim.qualifiers),
        "papers": tuple(paper.iri for paper in claim.papers),
    }
    if claim.reliability is not None:
        fields["reliability"] = claim.reliability
    return fields
