"""Refusals: two ends in the right roles that nevertheless state nothing together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.extract.candidate import Candidate
from kg.extract.phrases import preposition_of
from kg.extract.resolve import Resolver

Rule = Callable[[Candidate, Resolver], bool]


def is_one_name(c: Candidate, resolver: Resolver) -> bool:
    """Whether both ends are words of one name."""
    s = c.predicate.sentence
    name = resolver.mentions.get((s, c.subject_argument.token))
    return name is not None and name is resolver.mentions.get((s, c.object_argument.token))


def holds_trigger(c: Candidate, resolver: Resolver) -> bool:
    """Whether the trigger is part of a name: "NMDA receptor antagonist"."""
    trigger = resolver.clauses(c.predicate.sentence).tree.tokens[c.predicate.token].span
    is_name = c.predicate.pos == "apposition"
    return not is_name and (c.subject.span.holds(trigger) or c.object.span.holds(trigger))


def is_in_its_name(c: Candidate, resolver: Resolver) -> bool:
    """Whether the name of a class says by itself what it does: that a serotonin reuptake inhibitor
    inhibits serotonin reuptake is no news of it, nor of its examples.
    """
    own = resolver.open_name
    steps = (*c.subject_argument.steps, *c.subject.steps)
    return own is not None and (own.term == c.subject.term or "suchAs" in steps)


def is_one_thing(c: Candidate, _: Resolver) -> bool:
    """Whether both ends are the same word, or the same term."""
    return c.subject_argument.token == c.object_argument.token or c.subject.term == c.object.term


def is_said_of_itself(c: Candidate, resolver: Resolver) -> bool:
    """Whether a quality is said of just the noun that stands there: that "the relapse rate is
    high" does not make relapse high.
    """
    is_value = c.predicate.lemma == "be" and resolver.field.is_quality(c.object.term)
    return is_value and "through" in c.subject.steps


def is_of_another(c: Candidate, resolver: Resolver) -> bool:
    """Whether a quantity is of another thing: the 60 hours of "an infusion of A that lasted 60
    hours" are the infusion's, the 10 % of "10 % of patients on A get B" do not say how common B is.
    """
    if c.object.quantity is None:
        return False
    clauses = resolver.clauses(c.predicate.sentence)
    tree = clauses.tree
    said = [a.token for a in c.predicate.arguments if a.role == "subject"]
    said += [tree.tokens[tree.tokens[t].head].head for t in said if tree.tokens[t].dep == "pobj"]
    named = (resolver.mentions.get((c.predicate.sentence, t)) for t in said)
    if any(m is not None and m.term != c.subject.term for m in named):
        return True
    counted = (n for p in tree.children(c.object.token, "prep") for n in tree.children(p, "pobj"))
    return any(
        tree.child(n, "acl", "relcl") is not None
        or any(preposition_of(clauses, p) in ("with", "on") for p in tree.children(n, "prep"))
        for n in counted
    )


def is_of_one(c: Candidate, resolver: Resolver) -> bool:
    """Whether what stands before a name in the singular is said of another name of the list: "the
    SSRI A and B", "the inhibitor A and the agonist B".
    """
    if "coordination" not in c.subject.steps:
        return False
    tree = resolver.clauses(c.predicate.sentence).tree
    if c.predicate.lemma == " ":
        return tree.tokens[c.object_argument.token].tag != "NNS"
    named, trigger = c.subject_argument.token, c.predicate.token
    is_apposed = (
        c.predicate.pos in ("noun", "apposition") and "apposition" in (c.subject_argument.steps[:1])
    )
    if trigger > named:  # "A, an inhibitor, and B"
        return is_apposed and c.subject.token > trigger
    return is_apposed and tree.tokens[trigger].tag != "NNS"


def is_circular(c: Candidate, resolver: Resolver) -> bool:
    """Whether what something is said to be leads back to itself: "A is a component of C"."""
    return c.predicate.lemma in resolver.grammar.copulas and "copula" in c.object.steps


def is_without_sign(c: Candidate, _: Resolver) -> bool:
    """Whether the frame asks for more or less of the object, and the text says neither; or the
    other way round: "people on A had less B" does not say that they had B.
    """
    asked, said = c.pattern.sign, c.object.sign
    return asked not in (0, said) or (bool(c.pattern.of_holder) and asked == 0 and said < 0)


def is_of_active(c: Candidate, resolver: Resolver) -> bool:
    """Whether a passive frame meets an active verb that a thing does: "B is reduced after A" in "C
    reduced B after A". People are no thing: "doctors treat B with A".
    """
    arguments = c.predicate.arguments
    if not c.pattern.passive or any("passive" in a.steps for a in arguments):
        return False
    doers = (a.token for a in arguments if a.role == "subject")
    return any(resolver.ends(c.predicate.sentence, t, ()) for t in doers)


def is_of_another_kind(c: Candidate, resolver: Resolver) -> bool:
    """Whether one cannot be the other: no kind in common, or "a form of B", which is no B."""
    if not c.relation.same_kind:
        return False
    looked_through = "through" in (*c.subject.steps, *c.object.steps)
    return looked_through or not resolver.field.share_a_kind(c.subject.term, c.object.term)


RULE_TO_WHY: Mapping[Rule, str] = {
    is_one_name: "both ends are words of one name",
    holds_trigger: "the trigger is part of a name",
    is_in_its_name: "the name of a class is no news of it",
    is_one_thing: "both ends are one term",
    is_said_of_itself: "the quality is said of another noun",
    is_of_another: "the quantity is that of another thing",
    is_of_one: "the class is said of one name of the list",
    is_circular: "what it is said to be leads back to itself",
    is_without_sign: "the text does not say that there is more or less of it",
    is_of_active: "the verb has another subject",
    is_of_another_kind: "one cannot be the other: their kinds differ",
}


def why_refused(c: Candidate, resolver: Resolver) -> str | None:
    """Return why two ends state nothing together, None where they do."""
    return next((why for rule, why in RULE_TO_WHY.items() if rule(c, resolver)), None)
