"""Predicates → candidates: which relation holds between which ends, and why another is refused."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.candidate import Candidate, Refusal
from kg.extract.ends import End
from kg.extract.naming import first_words
from kg.extract.nouns import noun_arguments
from kg.extract.predicates import has_words
from kg.extract.refusals import why_refused
from kg.extract.resolve import HAVING, TAKING, Resolver
from kg.extract.triggers import Pattern, TriggerIndex
from kg.model.claim import Argument, Predicate
from kg.model.ontology import Relation

NO_KIND = ""  # of which no term is
ONE_WORD = "one word stands at both ends"
# Steps to a noun that a clause describes: in "X is a drug that …" the clause speaks of X.
OF_CLAUSE = frozenset({"relative", "participle", "purpose", "byGerund"})


def candidates_of(
    predicate: Predicate, index: TriggerIndex, resolver: Resolver
) -> tuple[tuple[Candidate, ...], Iterator[Refusal]]:
    """Return what the predicate may state; where that is nothing, why each pattern is refused: that
    is found as it is asked for.
    """
    found: list[Candidate] = []
    fruitless: list[tuple[Pattern, Relation]] = []
    clauses = resolver.clauses(predicate.sentence)
    if predicate.pos in ("noun", "compound"):  # the others ask for whole names
        resolver = resolver.opened(predicate.sentence, predicate.token)
    for pattern in index.of(predicate.pos, predicate.lemma):
        if not has_words(clauses, predicate.token, pattern):
            continue
        relation = resolver.field.relations[pattern.relation]
        pairs = list(_pairs(predicate, pattern, relation, resolver))
        found += pairs
        if not pairs:
            fruitless.append((pattern, relation))
    refused = () if found else fruitless
    return tuple(found), (_refusal(predicate, *one, resolver) for one in refused)


def _pairs(
    predicate: Predicate, pattern: Pattern, relation: Relation, resolver: Resolver
) -> Iterator[Candidate]:
    if pattern.subject == ("between",):
        yield from _between(predicate, pattern, relation, resolver)
        return
    if not _has_other_object(predicate, pattern, resolver):
        for c in _combined(predicate, pattern, relation, resolver):
            if why_refused(c, resolver) is None:
                yield c


def _combined(
    predicate: Predicate, pattern: Pattern, relation: Relation, resolver: Resolver
) -> Iterator[Candidate]:
    """Yield each subject with each object, whether or not they state something together."""
    objects = _fillers(predicate, pattern, pattern.object, relation.range, resolver, ())
    objects = objects or _more_or_less(predicate, pattern, relation, resolver)
    if not objects:
        return
    taken = tuple(a.token for a, _ in objects)
    subjects = _fillers(predicate, pattern, pattern.subject, relation.domain, resolver, taken)
    for subject_argument, subject in subjects:
        for object_argument, object_ in objects:
            yield Candidate(
                predicate=predicate,
                pattern=pattern,
                relation=relation,
                subject=subject,
                object=object_,
                subject_argument=subject_argument,
                object_argument=object_argument,
            )


def _more_or_less(
    predicate: Predicate, pattern: Pattern, relation: Relation, resolver: Resolver
) -> list[tuple[Argument, End]]:
    """Return objects of which there is more or less, where that is another relation, which takes
    other kinds: "A causes reduced B" is "A decreases B".
    """
    if not (relation.of_more or relation.of_less):
        return []
    names = {1: relation.of_more, -1: relation.of_less}
    known = resolver.field.relations
    ranges = {sign: known[name].range for sign, name in names.items() if name}
    return [
        (argument, end)
        for sign, kinds in ranges.items()
        for argument, end in _fillers(predicate, pattern, pattern.object, kinds, resolver, ())
        if end.sign == sign
    ]


def _has_other_object(predicate: Predicate, pattern: Pattern, resolver: Resolver) -> bool:
    """Whether the verb has an object for which the pattern has no place: "A developed B after C"
    does not say that A developed after C.
    """
    roles = {*pattern.subject, *pattern.object}
    grammar = resolver.grammar
    is_circumstance = bool(roles & {*grammar.circumstances, *grammar.absence_words})
    if pattern.pos != "verb" or pattern.words or "object" in roles or not is_circumstance:
        return False
    return any(a.role == "object" and "passive" not in a.steps for a in predicate.arguments)


def _fillers(
    predicate: Predicate,
    pattern: Pattern,
    roles: tuple[str, ...],
    kinds: tuple[str, ...],
    resolver: Resolver,
    taken: tuple[int, ...],
) -> list[tuple[Argument, End]]:
    """Return the ends of the first role that has any. A word that fills the other slot is not
    asked ("serotonin reuptake inhibition": one compound, one thing).
    """
    for role in roles:
        found = [
            (argument, end)
            for argument in _in_role(predicate, pattern, role, resolver)
            if argument.token not in taken
            for end in resolver.ends(
                predicate.sentence,
                argument.token,
                kinds,
                of_clause=bool(OF_CLAUSE & {*argument.steps}),
                of_holder=_ways(pattern, roles),
                by_name=role == "class" or _names_class(pattern, resolver),
            )
        ]
        if role == "class":
            found = [(a, e) for a, e in found if _is_class(predicate, a, e, resolver)]
        if found:
            return found
    return []


def _names_class(pattern: Pattern, resolver: Resolver) -> bool:
    """Whether a class stands for itself at this anchor, not for the member that is named: "drugs
    such as A", "A, a drug", "a drug called A".
    """
    if pattern.pos == "verb":
        return pattern.lemma in first_words(resolver.grammar.naming_words)
    is_mark = (pattern.pos, pattern.lemma) == ("apposition", ",")
    is_kind = resolver.field.relations[pattern.relation].same_kind
    return is_mark or (pattern.pos == "preposition" and is_kind)


def _is_class(predicate: Predicate, a: Argument, end: End, resolver: Resolver) -> bool:
    """Whether what stands before a name is a class: "the SSRI fluoxetine", "the scaffold proteins
    A and B", "the hormone A".
    """
    token = resolver.clauses(predicate.sentence).tree.tokens[a.token]
    field = resolver.field
    return (
        field.is_class(end.term)
        or token.tag == "NNS"
        or field.fits(end.term, field.class_words.get(token.lemma, (NO_KIND,)))
    )


def _ways(pattern: Pattern, roles: tuple[str, ...]) -> frozenset[str] | None:
    """Return how the people at this end hold what is meant, None where no people are."""
    side = "subject" if roles is pattern.subject else "object"
    if pattern.of_holder != side:
        return None
    return HAVING if pattern.held_with else TAKING


def _in_role(
    predicate: Predicate, pattern: Pattern, role: str, resolver: Resolver
) -> Iterator[Argument]:
    """Yield the arguments in a role; "subject>of": the phrases with "of" below the subject."""
    outer, _, inner = role.partition(">")
    for argument in predicate.arguments:
        governs = outer == "subject" and argument.role == "governor" and pattern.words
        if argument.role != outer and not governs:
            continue
        if not inner:
            yield argument
            continue
        clauses = resolver.clauses(predicate.sentence)
        if clauses.tree.tokens[argument.token].lemma in pattern.words:
            for below in noun_arguments(clauses, argument.token):
                if below.role in (inner, "possessor" if inner == "of" else inner):
                    yield below


def _between(
    predicate: Predicate, pattern: Pattern, relation: Relation, resolver: Resolver
) -> Iterator[Candidate]:
    """As in "a link between A and B": the first conjunct, then each other."""
    for argument in predicate.arguments:
        if argument.role != "between":
            continue
        ends = resolver.ends(predicate.sentence, argument.token, relation.domain)
        for other in ends[1:]:
            if resolver.field.fits(other.term, relation.range):
                yield Candidate(
                    predicate=predicate,
                    pattern=pattern,
                    relation=relation,
                    subject=ends[0],
                    object=other,
                    subject_argument=argument,
                    object_argument=argument,
                )


def _refusal(
    predicate: Predicate, pattern: Pattern, relation: Relation, resolver: Resolver
) -> Refusal:
    sides = (
        ("subject", pattern.subject, relation.domain),
        ("object", pattern.object, relation.range),
    )
    read = {
        side: _fillers(predicate, pattern, roles, kinds, resolver, ())
        for side, roles, kinds in sides
    }
    missing = [side for side, found in read.items() if not found]
    if missing:
        why = f"no {' and no '.join(missing)} of a fitting kind"
    elif _has_other_object(predicate, pattern, resolver):
        why = "the verb has another object"
    else:
        tried = _combined(predicate, pattern, relation, resolver)
        why = next(filter(None, (why_refused(c, resolver) for c in tried)), ONE_WORD)
    return Refusal(predicate=predicate, relation=relation, why=why, half_read=len(missing) == 1)
