from __future__ import annotations

import io

import networkx as nx

from kg.model.graph import Node
from kg.view import to_networkx
from kg.view.network import CLAIM, VALUE
from tests.view.graphs import ANXIETY, LITHIUM, RELAPSE, SERTRALINE, SMALL, HandMade, claim, term


def test_terms_are_nodes_and_each_claim_is_an_edge():
    network = to_networkx(SMALL)
    assert {label for _, label in network.nodes(data="label")} == {
        "sertraline", "lithium", "anxiety", "relapse", "velotrine",
    }  # fmt: skip
    assert network.number_of_edges() == 5
    assert network.number_of_edges(SERTRALINE.iri, RELAPSE.iri) == 2
    assert network.nodes[SERTRALINE.iri]["kind"] == "drug"
    assert network.nodes[SERTRALINE.iri]["names"] == ("Zoloft",)


def test_an_edge_has_what_its_claim_says():
    (fields,) = to_networkx(SMALL).get_edge_data(LITHIUM.iri, RELAPSE.iri).values()
    assert fields["relation"] == "prevents"
    assert fields["negated"] is True
    assert fields["certainty"] == "asserted"
    assert fields["sentence"] == "Lithium does not prevent relapse."
    assert "reliability" not in fields


def test_no_attribute_is_none():
    network = to_networkx(SMALL)
    values = [v for _, d in network.nodes(data=True) for v in d.values()]
    values += [v for *_, d in network.edges(data=True) for v in d.values()]
    assert None not in values


def test_networkx_writes_it_as_graphml_once_tuples_are_joined():
    network = to_networkx(SMALL)
    for data in [d for _, d in network.nodes(data=True)] + [
        d for *_, d in network.edges(data=True)
    ]:
        data.update({k: str(v) for k, v in data.items() if isinstance(v, tuple)})
    nx.write_graphml(network, out := io.BytesIO())
    read = nx.parse_graphml(out.getvalue().decode())
    assert (len(read), read.number_of_edges()) == (5, 5)


def test_a_claim_or_a_quantity_that_a_claim_is_about_is_a_node():
    inner = claim(SERTRALINE, "modulates", ANXIETY, "x", certainty="open")
    words = "sertraline modulates anxiety"
    outer = claim(Node(iri=inner.iri, label=words), "causes", RELAPSE, "x")
    amount = claim(RELAPSE, "prevalence", term("about 5%"), "x")
    network = to_networkx(HandMade((inner, outer, amount), (SERTRALINE, ANXIETY, RELAPSE)))
    assert network.nodes[inner.iri]["label"] == words
    assert network.nodes[inner.iri]["kind_iri"] == CLAIM.iri
    assert network.nodes[amount.object.iri]["kind_iri"] == VALUE.iri


def test_the_order_of_the_records_does_not_matter():
    one, other = to_networkx(SMALL), to_networkx(SMALL.turned())
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True, keys=True)) == list(other.edges(data=True, keys=True))
