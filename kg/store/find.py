"""Finding a node of a graph by what a person calls it: a label, a CURIE or an IRI."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.errors import KgError
from kg.rdf import vocabulary as v
from kg.rdf.terms import IRI
from kg.store.names import Names, from_curie, local_name


def find_term(names: Names, text: str) -> IRI:
    """Return the term of a label, other name, CURIE or IRI (its own, or one that it matches).

    Raises KgError where the graph has none, or where several have the name.
    """
    return _find(names, text, names.index.of_class(v.TERM), "term")


def find_relation(names: Names, text: str) -> IRI:
    """Return the relation of a label, CURIE or IRI. Raises KgError as `find_term` does."""
    used = {
        p for claim in names.index.of_class(v.CLAIM) for p in names.index.texts(claim, v.PREDICATE)
    }
    above = {up for iri in used for up in names.index.texts(iri, v.SUBPROPERTY_OF)}
    return _find(names, text, sorted(used | above), "relation")


def find_article(names: Names, text: str) -> IRI:
    """Return the article of a title, CURIE or IRI. Raises KgError as `find_term` does."""
    return _find(names, text, names.index.of_class(v.ARTICLE), "article")


def find_claim(names: Names, text: str) -> IRI:
    """Return the claim of an IRI, with or without <>, a CURIE, or an id (``c-…``, as the named
    query claims gives it). Raises KgError where the graph has none, or several have the id: one
    sentence of two articles.
    """
    wanted = text.strip().removeprefix("<").removesuffix(">")
    iri = from_curie(wanted, names.prefixes)
    known = names.index.of_class(v.CLAIM)
    found = [c for c in known if c in (wanted, iri)] or [
        c for c in known if local_name(c) == wanted
    ]
    if len(found) > 1:
        listed = "; ".join(f"<{c}>" for c in found)
        hint = "give the IRI of the one you mean"
        raise KgError(f"{len(found)} claims have this id: {listed}", where=wanted, hint=hint)
    if not found:
        hint = "kg query --name claims lists their ids"
        raise KgError("the graph has no such claim", where=wanted, hint=hint)
    return IRI(found[0])


def _find(names: Names, text: str, nodes: Sequence[str], sort: str) -> IRI:
    wanted = text.strip()
    iri = from_curie(wanted, names.prefixes) or wanted.removeprefix("<").removesuffix(">")
    for found in (
        [node for node in nodes if node == iri],
        [node for node in nodes if iri in names.index.texts(node, v.EXACT_MATCH)],
        _named(names, wanted, nodes, (v.PREF_LABEL, v.TITLE)),
        _named(names, wanted, nodes, (v.ALT_LABEL,)),
    ):
        if len(found) > 1:
            listed = "; ".join(f"{names.label(node)} <{node}>" for node in found)
            hint = "give the IRI of the one you mean"
            raise KgError(f"{len(found)} {sort}s are called {wanted!r}: {listed}", hint=hint)
        if found:
            return IRI(found[0])
    raise _unknown(names, wanted, nodes, sort)


def _named(names: Names, text: str, nodes: Iterable[str], properties: tuple[IRI, ...]) -> list[str]:
    folded = text.casefold()
    return [
        node
        for node in nodes
        if any(folded == t.casefold() for p in properties for t in names.index.texts(node, p))
    ]


def _unknown(names: Names, text: str, nodes: Sequence[str], sort: str) -> KgError:
    from difflib import get_close_matches  # noqa: PLC0415 only an error needs it

    labels = {names.label(node).casefold(): names.label(node) for node in nodes}
    near = get_close_matches(text.casefold(), labels, n=3, cutoff=0.6)
    hint = f"near it: {', '.join(labels[n] for n in near)}" if near else None
    return KgError(f"the graph has no {sort} called {text!r}", hint=hint)
