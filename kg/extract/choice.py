"""Choosing among candidates: one relation a trigger, and one reading of what a sentence says."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.ends import End
from kg.extract.kinds import Field
from kg.extract.resolve import Resolver
from kg.model.ontology import TriggerForm


def choose(candidates: tuple[Candidate, ...], field: Field) -> tuple[Candidate, ...]:
    """One trigger states one relation between two ends: the one whose kinds lie within another's,
    else the one with priority, else the most specific, else what they have in common.
    """
    groups: dict[frozenset[object], list[Candidate]] = {}
    for c in candidates:
        groups.setdefault(frozenset((_key(c.subject), _key(c.object))), []).append(c)
    measured = {(c.subject.term, c.object_argument.token) for c in candidates if c.object.quantity}
    groups = {
        k: kept
        for k, group in groups.items()
        if (kept := [c for c in group if c.object.quantity or not _is_measured(c, measured)])
    }
    return tuple(_one(group, field) for group in groups.values())


def _is_measured(c: Candidate, measured: set[tuple[str, int]]) -> bool:
    """Whether the same words give a measure: "affects 5 % of people" says how common it is."""
    return (c.subject.term, c.object_argument.token) in measured


def _key(end: End) -> object:
    return end.quantity or end.term


def _one(group: list[Candidate], field: Field) -> Candidate:
    narrowest = [c for c in group if not any(_is_narrower(o, c, field) for o in group)]
    group = narrowest or group
    best = max(group, key=_strength)
    rivals = [c for c in group if _strength(c) == _strength(best)]
    chosen = rivals[0]
    for rival in rivals[1:]:
        if rival.relation.iri in chosen.relation.ancestors or _key(rival.subject) != _key(
            chosen.subject
        ):
            continue
        if chosen.relation.iri in rival.relation.ancestors:
            chosen = rival
        elif chosen.relation.iri != rival.relation.iri:
            common = field.lowest_common(chosen.relation, rival.relation)
            chosen = replace(chosen, relation=common) if common else chosen
    return chosen


def _is_narrower(a: Candidate, b: Candidate, field: Field) -> bool:
    """Whether the kinds that a's relation takes lie within those of b's, at both ends; one that
    takes every kind is not narrower than any.
    """
    one, other = a.relation, b.relation
    if one.iri == other.iri or not one.domain or not one.range:
        return False
    if not (_within(one.domain, other.domain, field) and _within(one.range, other.range, field)):
        return False
    return not (_within(other.domain, one.domain, field) and _within(other.range, one.range, field))


def _within(inner: tuple[str, ...], outer: tuple[str, ...], field: Field) -> bool:
    """Whether each kind is one of the others or below one; no kinds stand for all."""
    if not outer:
        return True
    return bool(inner) and all({k, *field.kinds_above.get(k, ())} & {*outer} for k in inner)


def _strength(c: Candidate) -> tuple[int, int, int]:
    """Order patterns: declared priority, then the more words (people that the frame speaks of are
    one), then a frame before a bare verb.
    """
    words = len(c.pattern.words) + bool(c.pattern.of_holder)
    return c.relation.priority, words, int(c.pattern.form is TriggerForm.FRAME)


def best_of(candidates: list[Candidate], resolver: Resolver) -> tuple[Candidate, ...]:
    """Drop a reading that another of the same sentence already says better: a light verb beside
    its noun ("has an effect on"), the verb inside a longer frame, the general beside the exact.
    """
    kept = list({_said(c): c for c in reversed(candidates)}.values())[::-1]
    for c in tuple(kept):
        if any(_says_better(other, c, resolver) for other in kept if other is not c):
            kept.remove(c)
    return tuple(kept)


def _said(c: Candidate) -> tuple[object, ...]:
    """Return what makes two readings one: the same relation between the same words."""
    ends = ((e.term, e.quantity, e.token) for e in (c.subject, c.object))
    return (c.relation.iri, *ends)


def _says_better(other: Candidate, c: Candidate, resolver: Resolver) -> bool:
    pair = (c.subject.term, c.object.term, c.object.quantity)
    pair_of_other = (other.subject.term, other.object.term, other.object.quantity)
    turned = pair_of_other == (c.object.term, c.subject.term, other.object.quantity)
    if (turned or pair == pair_of_other) and _is_verb_as_adjective(other, c):
        return True
    if pair != pair_of_other and not (turned and other.predicate.pos == "noun"):
        return False
    tree = resolver.clauses(c.predicate.sentence).tree
    below, above = other.predicate.token, c.predicate.token
    if below == above:
        same = other.relation.iri == c.relation.iri
        return not same and c.relation.iri in other.relation.ancestors
    lemmas = {tree.tokens[above].lemma, tree.tokens[above].text.lower()}
    if lemmas & set(other.pattern.words):
        return True
    is_noun = other.predicate.pos == "noun" and other.pattern.form is not TriggerForm.ROLE_NOUN
    return is_noun and above in set(tree.above(below)) and c.predicate.pos == "verb"


def _is_verb_as_adjective(other: Candidate, c: Candidate) -> bool:
    """Whether one word was read as a verb and as an adjective: "A turned into B" says one thing."""
    read_as = (other.predicate.pos, c.predicate.pos)
    is_one_word = other.predicate.token == c.predicate.token
    is_exact = other.relation.iri not in c.relation.ancestors
    return is_one_word and read_as == ("verb", "adjective") and is_exact
