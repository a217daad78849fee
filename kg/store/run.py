"""Running a query on a store: with room for deep ones, and with FROM as the standard says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.terms import Node
from kg.store.convert import to_named_node, to_ox
from kg.store.results import Results, Solutions, Triples, Truth
from kg.store.sparql import Asked, explain, look_at

STACK = 64 * 1024 * 1024  # bytes; the parser calls itself for each bracket and operator
STACK_IS_SET = threading.Lock()  # the size is one for the whole process

T = TypeVar("T")


def run(
    store: ox.Store, query: str, prefixes: Mapping[str, str], bindings: Mapping[str, Node]
) -> Results:
    """Return the answer. `bindings` gives variables of the projection a value, as terms.

    Raises KgError where the query is malformed (with line and column) or cannot be answered.
    """
    asked = look_at(query, prefixes)
    terms = {ox.Variable(name): to_ox(node) for name, node in bindings.items()}
    merged = _merge(store, asked) if len(asked.default) > 1 else None

    def answer() -> Results:
        found = (merged or store).query(
            query,
            prefixes=dict(prefixes),
            substitutions={**terms},
            default_graph=None if merged is None else ox.DefaultGraph(),
            named_graphs=None if merged is None else [to_named_node(n) for n in asked.named],
        )
        return _whole(found, {**prefixes, **asked.prefixes})

    try:
        return _on_large_stack(answer)
    except SyntaxError as error:
        raise explain(str(error.msg), query) from None
    except RuntimeError as error:
        unknown = next((name for name in bindings if f"?{name} " in str(error)), None)
        if unknown is None:
            raise KgError(f"the query cannot be answered: {error}") from None
        hint = f"write ?{unknown} after SELECT"
        raise KgError(
            f"the query does not return ?{unknown}, so it cannot be set", hint=hint
        ) from None
    except (OSError, ValueError) as error:
        raise KgError(f"the query cannot be answered: {error}") from None


def _whole(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, prefixes: Mapping[str, str]
) -> Results:
    """Read an answer to its end, while the store stands still."""
    if isinstance(found, ox.QuerySolutions):
        return Solutions(found.serialize(format=ox.QueryResultsFormat.JSON) or b"")
    if isinstance(found, ox.QueryBoolean):
        return Truth(bool(found))
    return Triples(tuple(sorted(set(found), key=str)), prefixes)


def _merge(store: ox.Store, asked: Asked) -> ox.Store:
    """Return the graphs of several FROM as one. The store itself would count a triple twice that
    two of them hold, or that one holds which is named twice.
    """
    merged = ox.Store()
    for name in asked.default:
        found = store.quads_for_pattern(None, None, None, to_named_node(name))
        merged.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in found)
    for name in asked.named:
        merged.extend(store.quads_for_pattern(None, None, None, to_named_node(name)))
    return merged


def _on_large_stack(work: Callable[[], T]) -> T:
    found: list[T] = []
    failed: list[BaseException] = []

    def run_it() -> None:
        try:
            found.append(work())
        except BaseException as error:  # noqa: BLE001 it is raised again by the thread that waits
            failed.append(error)

    with STACK_IS_SET:
        usual = threading.stack_size(STACK)
        try:
            thread = threading.Thread(target=run_it, daemon=True)
            thread.start()
        finally:
            threading.stack_size(usual)
    thread.join()
    if failed:
        raise failed[0]
    return found[0]
