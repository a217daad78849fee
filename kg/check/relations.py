"""Relations: domains and ranges, triggers and their slots, what tells people of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kg.check.files import Files
from kg.check.finding import Finding, Severity
from kg.check.trees import Above, above, members
from kg.extract.triggers import compile_trigger
from kg.model.ontology import KG, Trigger, TriggerForm
from kg.ontology.grammar import read_grammar
from kg.ontology.hierarchy import read_kinds
from kg.ontology.relations import SLOTTED, default_priority
from kg.ontology.vocabulary import (
    COUNTER_EXAMPLE,
    DEFINITION,
    DOMAIN,
    EXAMPLE,
    OBJECT_PROPERTY,
    PRIORITY,
    RANGE,
    SUBCLASS_OF,
    SUBPROPERTY_OF,
    SYMMETRIC,
    TYPE,
    UNION_OF,
)

SLOTS = ["object", "subject"]
WHOLE = re.compile(r"[+-]?\d+")


def relations(files: Files) -> tuple[str, ...]:
    """Return everything that has a trigger or an example."""
    speaking = [*(f"{KG}{form}" for form in TriggerForm), EXAMPLE, COUNTER_EXAMPLE]
    values = files.statements.values
    return tuple(name for name, found in values.items() if not found.keys().isdisjoint(speaking))


def find_undeclared_relations(files: Files) -> Iterator[Finding]:
    """Triggers and examples of what is no object property: nobody would read them."""
    for name in relations(files):
        types = files.statements.iris(name, TYPE)
        if OBJECT_PROPERTY not in types and SYMMETRIC not in types:
            curie = files.curie(name)
            what = f"{curie} has triggers or examples and is no relation"
            yield _finding(
                files, name, "trigger of no relation", what, f"{curie} a owl:ObjectProperty ."
            )


def find_intersections(files: Files) -> Iterator[Finding]:
    """Two domains or ranges: OWL takes their intersection, people mean the union."""
    for name in files.statements.values:
        for end, word in ((DOMAIN, "domain"), (RANGE, "range")):
            unions = {_union(files, node.value) for node in files.statements.nodes(name, end)}
            if len(unions) > 1:
                kinds = " ".join(files.curie(kind) for kind in sorted(frozenset().union(*unions)))
                curie = files.curie(name)
                what = f"{curie} has {len(unions)} of rdfs:{word}: OWL takes what lies in all"
                union = f"[ a owl:Class ; owl:unionOf ( {kinds} ) ]"
                mend = f"the union: {curie} rdfs:{word} {union} ."
                yield _finding(files, name, f"{word} twice", what, mend)


def find_faulty_triggers(files: Files) -> Iterator[Finding]:
    """Frames and compounds without both slots, words with slots, shapes that are not understood."""
    grammar = read_grammar(files.statements)
    for name, trigger in _triggers(files):
        text, form, curie = trigger.text, trigger.form, files.curie(name)
        slots = sorted(re.findall(r"\{(.*?)\}", text))
        if form in SLOTTED and slots != SLOTS:
            what = f"the {form} {text!r} of {curie} needs {{subject}} and {{object}}, once each"
            mend = f'{curie} kg:{form} "{{subject}} … {{object}}" .'
            yield _finding(files, name, f"{form} without its slots", what, mend)
        elif form not in SLOTTED and ("{" in text or not text):
            what = f"the {form} {text!r} of {curie} is not a word"
            yield _finding(files, name, "trigger is no word", what, f'{curie} kg:frame "{text}" .')
        elif not compile_trigger(trigger, name, grammar):
            what = f"the shape of the {form} {text!r} of {curie} is not understood"
            mend = "one anchor word, at most one preposition at each slot"
            yield _finding(files, name, "shape not understood", what, mend)


def find_untold(files: Files) -> Iterator[Finding]:
    """Relations without a definition, an example, a counter-example."""
    told = (
        (DEFINITION, "skos:definition", "definition", Severity.WARNING),
        (EXAMPLE, "kg:example", "example", Severity.ERROR),
        (COUNTER_EXAMPLE, "kg:counterExample", "counter-example", Severity.WARNING),
    )
    for name in relations(files):
        for iri, written, word, severity in told:
            if not files.statements.nodes(name, iri):
                curie = files.curie(name)
                what, mend = f"{curie} has no {word}", f'{curie} {written} "…" .'
                yield _finding(files, name, f"no {word}", what, mend, severity)


def find_shared_triggers(files: Files) -> Iterator[Finding]:
    """A trigger of two relations whose kinds overlap, none of which has priority.

    Where they have a common super-relation, that one is read: a warning. Else nothing can be.
    """
    tree = above(files.statements, SUBPROPERTY_OF)
    kinds = above(files.statements, SUBCLASS_OF)
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, trigger in _triggers(files):
        bearers[trigger.form, trigger.text.casefold()].add(name)
    for (form, text), names in sorted(bearers.items()):
        for one, other in combinations(sorted(names), 2):
            if not _decided(files, one, other) and _overlap(files, one, other, kinds):
                yield _shared(files, (one, other), f"{form} {text!r}", tree)


def find_faulty_numbers(files: Files) -> Iterator[Finding]:
    """Priorities that are no whole numbers."""
    for name in files.statements.values:
        for text in files.statements.texts(name, PRIORITY):
            if not WHOLE.fullmatch(text):
                curie = files.curie(name)
                what = f"the priority {text!r} of {curie} is no whole number"
                yield _finding(files, name, "no whole number", what, f"{curie} kg:priority 1 .")


def _triggers(files: Files) -> Iterator[tuple[str, Trigger]]:
    for name in relations(files):
        for form in TriggerForm:
            for text in files.statements.texts(name, f"{KG}{form}"):
                yield name, Trigger(form, text)


def _union(files: Files, node: str) -> frozenset[str]:
    lists = files.statements.nodes(node, UNION_OF)
    return frozenset(members(files.statements, lists[0].value)) if lists else frozenset((node,))


def _decided(files: Files, one: str, other: str) -> bool:
    """Whether their priorities differ; one that is no number counts as none."""
    first, second = (_priority(files, name) for name in (one, other))
    return first != second


def _priority(files: Files, name: str) -> int:
    text = next(iter(files.statements.texts(name, PRIORITY)), "")
    return int(text) if WHOLE.fullmatch(text) else default_priority(name)


def _overlap(files: Files, one: str, other: str, closed: Above) -> bool:
    tree = {kind: tuple(sorted(up)) for kind, up in closed.items()}
    for end in (DOMAIN, RANGE):
        mine = read_kinds(files.statements, one, end, tree)
        theirs = read_kinds(files.statements, other, end, tree)
        if mine and theirs and not any(_akin(a, b, closed) for a in mine for b in theirs):
            return False
    return True


def _akin(one: str, other: str, closed: Above) -> bool:
    return one == other or one in closed.get(other, ()) or other in closed.get(one, ())


def _shared(files: Files, names: tuple[str, str], trigger: str, tree: Above) -> Finding:
    one, other = names
    common = {one, *tree.get(one, ())} & {other, *tree.get(other, ())}
    curies = tuple(files.curie(name) for name in names)
    outcome = "and nothing above both, so neither is read"
    if common:
        nearest = max(common, key=lambda name: (len(tree.get(name, ())), name))
        outcome = f"and is read as {files.curie(nearest)}"
    return Finding(
        kind="trigger of two relations",
        about=curies,
        where=files.place(one),
        what=f"the {trigger} states {' and '.join(curies)}, whose kinds overlap, {outcome}",
        mend=f"{curies[0]} kg:priority 1 .",
        severity=Severity.WARNING if common else Severity.ERROR,
    )


def _finding(
    files: Files,
    iri: str,
    kind: str,
    what: str,
    mend: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(
        kind=kind,
        about=(files.curie(iri),),
        where=files.place(iri),
        what=what,
        mend=mend,
        severity=severity,
    )
