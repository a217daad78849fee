"""Claims: what each sentence states, with its qualifiers and the papers that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.candidate import Candidate, Refusal
from kg.extract.candidates import candidates_of
from kg.extract.choice import best_of, choose
from kg.extract.citation_scope import cited
from kg.extract.cues import find_cues
from kg.extract.effects import FOCUS
from kg.extract.kinds import Field
from kg.extract.organisms import organisms_before
from kg.extract.qualifiers import qualifiers_of, setting_of
from kg.extract.resolve import Resolver, resolver_of
from kg.extract.tree import Tree
from kg.extract.triggers import trigger_index
from kg.extract.verbs import denied_ellipsis
from kg.model.claim import Claim, NotUnderstood, Predicate, Reading
from kg.model.ontology import CuePosition, Ontology, Relation
from kg.model.text import BlockKind

DETERMINERS = ("det", "preconj", "cc", "predet", "nummod", "advmod")


def read_claims(reading: Reading, ontology: Ontology) -> Reading:
    """Read the claims of every sentence; say of which triggers only one end was read."""
    index, resolver = trigger_index(ontology), resolver_of(reading, ontology)
    organisms = tuple(organisms_before(reading, ontology, resolver))
    chosen: dict[int, list[Candidate]] = {}
    refused: list[Refusal] = []
    for predicate in reading.predicates:
        candidates, refusals = candidates_of(predicate, index, resolver)
        chosen.setdefault(predicate.sentence, []).extend(choose(candidates, resolver.field))
        refused += refusals if _is_clear(predicate) else ()
    claims: list[Claim] = []
    for s in sorted(chosen):
        for c in best_of(chosen[s], resolver):
            claim = _claim(c, reading, ontology, resolver, organisms[s])
            if claim is not None:
                claims.append(claim)
    unread = tuple(dict.fromkeys(_unread(reading, claims, refused)))
    return replace(
        reading,
        claims=tuple(dict.fromkeys(claims)),
        not_understood=(*reading.not_understood, *unread),
    )


def _claim(
    c: Candidate,
    reading: Reading,
    ontology: Ontology,
    resolver: Resolver,
    organisms: tuple[str, ...],
) -> Claim | None:
    """Return the claim of a candidate, None where the text asserts nothing."""
    s = c.predicate.sentence
    tree = resolver.clauses(s).tree
    modality = c.predicate.modality
    setting = setting_of(c, reading, ontology, resolver)
    qualifiers, from_context = qualifiers_of(setting, organisms)
    is_less = c.subject.sign < 0 and c.relation.opposite is not None
    is_turned = (c.subject.turned or is_less) != c.object.turned
    turned = ("signTurned",) if is_turned else ()
    relation = signed(
        c, resolver.field, is_turned=is_turned, compared=bool(qualifiers.compared_with)
    )
    if relation is None:
        return None
    if not modality.asserted or _is_heading_noun(c, tree, resolver):
        return None
    ends = (c.subject_argument.token, c.object_argument.token)
    flips = sum(_denies(tree, t, ontology) for t in dict.fromkeys(ends) if t != c.predicate.token)
    flips += c.subject.denied + c.object.denied
    trigger = tree.tokens[c.predicate.token].span
    if "ellipsis" in c.subject_argument.steps + c.object_argument.steps:
        negated = any(denied_ellipsis(tree, t) for t in ends)
    else:
        negated = modality.negated != bool(flips % 2)
    if negated and (any(_is_focused(tree, t) for t in ends) or _picks_out(c, tree)):
        return None  # "is not caused by A alone"
    return Claim(
        subject=c.subject.term,
        predicate=relation.iri,
        object=c.object.quantity or c.object.term,
        negated=negated,
        certainty=modality.certainty,
        sentence=s,
        trigger=trigger,
        subject_span=c.subject.span,
        object_span=c.object.span,
        steps=_steps(c, (*turned, *(("fromContext",) if from_context else ()))),
        qualifiers=qualifiers,
        citations=cited(s, trigger, reading, ontology.grammar),
        form=c.pattern.form.value,
    )


def signed(c: Candidate, field: Field, *, is_turned: bool, compared: bool) -> Relation | None:
    """Return the relation that is meant where there is more or less of an end, None where the
    ontology names none: "lack of A causes B", "A causes lower B". Less than with another thing
    (`compared`) is not less.
    """
    relation = c.relation
    of_sign = {1: relation.of_more, -1: relation.of_less}.get(c.object.sign)
    if of_sign and not c.pattern.sign and not compared:
        relation = field.relations[of_sign]
    if is_turned:
        return field.relations[relation.opposite] if relation.opposite else None
    return relation


def _picks_out(c: Candidate, tree: Tree) -> bool:
    """Whether a relative clause without a comma says which ones are meant: that the viruses that
    do not express A are weak does not say that viruses do not express A.
    """
    if "relative" not in (*c.subject_argument.steps, *c.object_argument.steps):
        return False
    clause = next((t for t in (c.predicate.token, *tree.above(c.predicate.token))
                   if tree.tokens[t].dep == "relcl"), None)  # fmt: skip
    if clause is None:
        return False
    first = min(tree.subtree(clause))
    return first > 0 and tree.tokens[first - 1].text != ","


def _is_focused(tree: Tree, argument: int) -> bool:
    """As in "A alone", "only A"."""
    near = (argument, *tree.children(argument))
    return any(tree.tokens[t].lemma in ("alone", *FOCUS) for t in near)


def _is_heading_noun(c: Candidate, tree: Tree, resolver: Resolver) -> bool:
    """Whether a general relation stands as a noun in a sentence without a verb: "Effects of X on
    Y" is a topic, "Inhibition of X by Y" a result.
    """
    root = [c.predicate.token, *tree.above(c.predicate.token)][-1]
    is_general = any(c.relation.iri in r.ancestors for r in resolver.field.relations.values())
    return c.predicate.pos == "noun" and is_general and not tree.is_verb(root)


def _steps(c: Candidate, more: tuple[str, ...]) -> tuple[str, ...]:
    found = (
        *c.subject_argument.steps, *c.subject.steps, *c.object_argument.steps, *c.object.steps,
        *more,
    )  # fmt: skip
    return tuple(dict.fromkeys(found))


def _denies(tree: Tree, argument: int, ontology: Ontology) -> bool:
    """Whether the determiner of an argument denies the claim, or the argument itself: "no drug",
    "neither A nor B", "none of the drugs".
    """
    cues = find_cues(tree, ontology)
    return any(
        cue.effect.endswith("#negation") and cue.position is CuePosition.DETERMINER
        for c in (argument, *tree.children(argument, *DETERMINERS))
        for cue in cues.get(c, ())[:1]
        if c <= argument
    )


def _unread(
    reading: Reading, claims: list[Claim], refused: list[Refusal]
) -> Iterator[NotUnderstood]:
    """Say of which triggers one end was read and the other was not."""
    told = {(c.sentence, c.trigger) for c in claims}
    for r in refused:
        token = reading.sentences[r.predicate.sentence].tokens[r.predicate.token]
        block = reading.article.blocks[reading.sentences[r.predicate.sentence].block]
        if (
            r.half_read
            and (r.predicate.sentence, token.span) not in told
            and block.kind is not BlockKind.KEYWORDS
        ):
            yield NotUnderstood(r.predicate.sentence, f"trigger '{token.text}' found; {r.why}")


def _is_clear(predicate: Predicate) -> bool:
    return predicate.pos in ("verb", "compound") and predicate.lemma != "be"
