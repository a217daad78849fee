"""All checks of an ontology, one after another: every fault is reported, not the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kg.check.examples import Read, find_unread_examples
from kg.check.files import Files, read_files
from kg.check.finding import Finding, Severity
from kg.check.labels import (
    find_brands_without_substance,
    find_double_labels,
    find_missing_labels,
    find_shared_labels,
)
from kg.check.relations import (
    find_faulty_numbers,
    find_faulty_triggers,
    find_intersections,
    find_shared_triggers,
    find_undeclared_relations,
    find_untold,
)
from kg.check.trees import find_cycles, find_disjoint_kinds, find_lost_kinds
from kg.check.words import (
    find_faulty_grammar,
    find_two_roles,
    find_undeclared,
    find_undeclared_foreign,
)
from kg.errors import KgError
from kg.ontology import load
from kg.pipeline import read_article
from kg.places import shipped

Check = Callable[[Files], Iterable[Finding]]


def check(
    paths: Sequence[Path] = (), *, default: bool = True, read: Read | None = read_article
) -> tuple[Finding, ...]:
    """Return the faults of the files, united with the shipped ontology unless `default` is false.

    Errors come first, then by place. `read` reads the ontology's examples (8 s for the shipped
    ones), unless an error keeps it from being loaded; None leaves them out. Raises KgError where
    a file is missing.
    """
    files, faults = read_files((*((shipped("ontology.ttl"),) if default else ()), *paths))
    found = [*faults, *(finding for look in CHECKS for finding in look(files))]
    if read:
        found += _examples(files, paths, found, default=default, read=read)

    def order(finding: Finding) -> tuple[bool, tuple[int, int], str, str]:
        warning = finding.severity is Severity.WARNING
        return warning, files.order(finding.where), finding.kind, finding.what

    return tuple(sorted(dict.fromkeys(found), key=order))


def _examples(
    files: Files, paths: Sequence[Path], found: Iterable[Finding], *, default: bool, read: Read
) -> Iterator[Finding]:
    try:
        ontology = load(paths, default=default)
    except KgError as fault:
        known = any(finding.severity is Severity.ERROR for finding in found)
        yield Finding(
            kind="examples not tried",
            about=(),
            where=fault.where,
            what=f"the ontology cannot be loaded: {fault.what}",
            mend="mend the errors first" if known else fault.hint,
            severity=Severity.WARNING if known else Severity.ERROR,
        )
    else:
        yield from find_unread_examples(files, ontology, read)


CHECKS: tuple[Check, ...] = (
    find_undeclared,
    find_undeclared_foreign,
    find_two_roles,
    find_cycles,
    find_disjoint_kinds,
    find_lost_kinds,
    find_missing_labels,
    find_double_labels,
    find_shared_labels,
    find_brands_without_substance,
    find_undeclared_relations,
    find_intersections,
    find_faulty_triggers,
    find_untold,
    find_shared_triggers,
    find_faulty_numbers,
    find_faulty_grammar,
)
"""A check is a function from the files to findings; the examples need the ontology as well."""
