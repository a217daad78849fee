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
from kg.extract.organisms import organisms_before
from kg.extract.qualifiers import qualifiers_of, setting_of
from kg.extract.resolve import Resolver, resolver_of
from kg.extract.tree import Tree
from kg.extract.triggers import trigger_index
from kg.extract.verbs import denied_ellipsis
from kg.model.claim import Claim, NotUnderstood, Predicate, Reading
from kg.model.ontology import CuePosition, Ontology
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
    relation = c.relation
    turned = ("signTurned",) if c.subject.turned != c.object.turned else ()
    if turned:
        if relation.opposite is None:
            return None
        relation = resolver.field.relations[relation.opposite]
    if not modality.asserted or _is_heading_noun(c, tree, resolver):
        return None
    ends = (c.subject_argument.token, c.object_argument.token)
    flips = sum(_denies(tree, t, ontology) for t in dict.fromkeys(ends) if t != c.predicate.token)
    flips += c.subject.denied + c.object.denied
    setting = setting_of(c, reading, ontology, resolver)
    qualifiers, from_context = qualifiers_of(setting, organisms)
    trigger = tree.tokens[c.predicate.token].span
    if "ellipsis" in c.subject_argument.steps + c.object_argument.steps:
        negated = any(denied_ellipsis(tree, t) for t in ends)
    else:
        negated = modality.negated != bool(flips % 2)
    if negated and any(_is_focused(tree, t) for t in ends):
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
