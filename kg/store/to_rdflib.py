"""A store → rdflib's Dataset, for those who work with rdflib."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox
import rdflib
from rdflib.term import IdentifiedNode, Node

STRING = "http://www.w3.org/2001/XMLSchema#string"  # which rdflib leaves out


def to_dataset(store: ox.Store, prefixes: Mapping[str, str]) -> rdflib.Dataset:
    """Copy a store. The Dataset's default graph is the store's: the union of the named graphs."""
    data = rdflib.Dataset()
    for prefix, namespace in prefixes.items():
        data.bind(prefix, namespace, override=True, replace=True)
    for quad in store:
        name = quad.graph_name
        place = data.default_graph if isinstance(name, ox.DefaultGraph) else data.graph(_name(name))
        place.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return data


def _name(term: ox.NamedNode | ox.BlankNode) -> IdentifiedNode:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    return rdflib.BNode(term.value)


def _node(term: object) -> Node:
    match term:
        case ox.NamedNode() | ox.BlankNode():
            return _name(term)
        case ox.Literal(language=None):
            datatype = None if term.datatype.value == STRING else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
        case ox.Literal():
            return rdflib.Literal(term.value, lang=term.language)
    raise TypeError(f"rdflib has no such term: {term}")
