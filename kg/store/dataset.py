"""The articles of a store directory: an article's named graph is replaced as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.terms import IRI, Quad
from kg.rdf.vocabulary import ONTOLOGY_GRAPH, SHA256, TEXT, TITLE
from kg.store.convert import to_named_node, to_ox_quads
from kg.store.disk import is_store, open_to_read, open_to_write

ONTOLOGY = ox.NamedNode(ONTOLOGY_GRAPH.value)


def replace(path: Path, quads: Iterable[Quad]) -> None:
    """Put articles into a store directory, which is made where it is missing.

    Each named graph among the quads takes the place of the one of that name; no other changes.
    Of the ontology graph, which all articles share, only what is said of the same subjects is
    replaced. All happens in one transaction: after an error, the store is as it was.
    Raises KgError where the store cannot be written.
    """
    new: defaultdict[ox.NamedNode, set[ox.Quad]] = defaultdict(set)
    for quad in to_ox_quads(quads):
        assert isinstance(quad.graph_name, ox.NamedNode)
        new[quad.graph_name].add(quad)
    _change(path, new)


def other_texts(path: Path, sha256: Mapping[str, str]) -> Mapping[str, str]:
    """Return the articles of a store that have another text than the one whose hash is given by
    IRI: their IRI with what they begin with, the title where the store holds no text.
    Raises KgError where the store cannot be read.
    """
    if not is_store(path):
        return {}
    store = open_to_read(path)
    held = {iri: _one(store, iri, SHA256) for iri in sha256}
    return {
        iri: _one(store, iri, TEXT) or _one(store, iri, TITLE) or ""
        for iri, hash_ in sha256.items()
        if held[iri] not in (None, hash_)
    }


def _one(store: ox.Store, article: str, name: IRI) -> str | None:
    """Return what an article's graph says of it by a property."""
    iri = to_named_node(article)
    found = store.quads_for_pattern(iri, to_named_node(name.value), None, iri)
    return next((q.object.value for q in found if isinstance(q.object, ox.Literal)), None)


def remove(path: Path, article: str) -> None:
    """Take an article out of a store directory. Raises KgError where it is not in it."""
    name = to_named_node(article)
    if not _change(path, {name: set()}):
        raise KgError(f"the store has no article {article}", where=str(path))


def _change(path: Path, new: dict[ox.NamedNode, set[ox.Quad]]) -> bool:
    """Make each graph hold the given quads; return whether that changed anything."""
    store = open_to_write(path)
    old = {quad for name, quads in new.items() for quad in _old(store, name, quads)}
    wanted = {quad for quads in new.values() for quad in quads}
    removed, added = old - wanted, wanted - old
    if not removed and not added:
        return False
    forgotten = {q.triple for q in removed} - {q.triple for q in wanted}
    forgotten = {t for t in forgotten if not _stands_elsewhere(store, t, removed)}
    update = ";\n".join(
        (
            f"DELETE DATA {{ {_data(removed)} {_default(forgotten)} }}",
            f"INSERT DATA {{ {_data(added)} {_default(q.triple for q in added)} }}",
        )
    )
    try:
        store.update(update)
        store.flush()
    except OSError as error:
        raise KgError(f"cannot write the store: {error}", where=str(path)) from None
    return True


def _old(store: ox.Store, name: ox.NamedNode, new: set[ox.Quad]) -> Iterator[ox.Quad]:
    if name != ONTOLOGY:
        yield from store.quads_for_pattern(None, None, None, name)
        return
    for subject in {quad.subject for quad in new}:
        yield from store.quads_for_pattern(subject, None, None, name)


def _stands_elsewhere(store: ox.Store, triple: ox.Triple, removed: set[ox.Quad]) -> bool:
    """Whether a named graph still holds a triple when the others are gone."""
    return any(
        quad not in removed and not isinstance(quad.graph_name, ox.DefaultGraph)
        for quad in store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    )


def _data(quads: Iterable[ox.Quad]) -> str:
    return " ".join(f"GRAPH {q.graph_name} {{ {_default((q.triple,))} }}" for q in quads)


def _default(triples: Iterable[ox.Triple]) -> str:
    return " ".join(f"{t.subject} {t.predicate} {t.object} ." for t in triples)
