"""What each word that may state something came to, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.explain.records import Outcome, Part, Stated, Verdict
from kg.explain.suggest import new_term, new_trigger, wider_kinds
from kg.explain.words import Words
from kg.extract.candidate import Candidate, Refusal
from kg.extract.candidates import candidates_of
from kg.extract.ends import End
from kg.extract.kinds import QUALITY, QUANTITY
from kg.extract.modality import modality_of
from kg.extract.resolve import Resolver, resolver_of
from kg.extract.triggers import TriggerIndex, trigger_index
from kg.extract.verbs import verb_arguments
from kg.model.claim import Argument, Claim, Predicate, Reading
from kg.model.ontology import Ontology, Relation
from kg.model.text import Sentence

VALUES = (QUALITY, QUANTITY)
WIDER = " rdfs:"  # in a line that admits another kind
SIDES = ("subject", "object")
UNSTATED = "the sentence does not state it outright: a topic, “not … alone”, or a sign turned"
BESIDE = ("apposition", " ")  # any two nouns: where it states nothing, nothing is to be told
BOTH = "no subject and no object"  # such a refusal tells nobody anything


def stated(reading: Reading, ontology: Ontology, sentence: Sentence) -> Iterator[Stated]:
    """Yield every trigger of a sentence of a finished reading, then every verb that is none though
    it joins two terms.
    """
    room = _Room(
        reading=reading,
        ontology=ontology,
        sentence=sentence,
        words=Words(reading, ontology),
        index=trigger_index(ontology),
        resolver=resolver_of(reading, ontology),
    )
    own = [p for p in reading.predicates if p.sentence == sentence.index]
    for predicate in own:
        if outcomes := tuple(room.outcomes(predicate)):
            yield room.stated(predicate, outcomes)
    seen = {predicate.token for predicate in own}
    for predicate in room.verbs():
        if predicate.token not in seen and room.joins_two_terms(predicate):
            text = f"no relation has the verb “{predicate.lemma}”"
            turtle = new_trigger(predicate.pos, predicate.lemma)
            yield room.stated(predicate, (Outcome(Verdict.NO_TRIGGER, text, turtle),))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """A sentence with what the last stages of reading knew of it."""

    reading: Reading
    ontology: Ontology
    sentence: Sentence
    words: Words
    index: TriggerIndex
    resolver: Resolver

    def verbs(self) -> Iterator[Predicate]:
        """Yield every verb as a predicate, trigger or not."""
        clauses = self.resolver.clauses(self.sentence.index)
        for token in self.sentence.tokens:
            if token.pos == "VERB":
                yield Predicate(
                    sentence=self.sentence.index,
                    token=token.index,
                    lemma=token.lemma,
                    pos="verb",
                    arguments=tuple(verb_arguments(clauses, token.index)),
                    modality=modality_of(clauses.tree, token.index, self.ontology),
                )

    def joins_two_terms(self, predicate: Predicate) -> bool:
        """Whether subject and object speak of different terms."""
        sides = [
            {
                end.term
                for argument in predicate.arguments
                if argument.role == side
                for end in self.resolver.ends(predicate.sentence, argument.token, ())
            }
            for side in SIDES
        ]
        return all(sides) and len(set.union(*sides)) > 1

    def stated(self, predicate: Predicate, outcomes: tuple[Outcome, ...]) -> Stated:
        """Return a predicate in words."""
        m = predicate.modality
        return Stated(
            word=self.sentence.tokens[predicate.token].text,
            pos=predicate.pos,
            lemma=predicate.lemma,
            parts=tuple(self._part(argument) for argument in predicate.arguments),
            negated=m.negated,
            certainty=m.certainty,
            asserted=m.asserted,
            cues=tuple(cue.of(self.words.text) for cue in m.cues),
            outcomes=outcomes,
        )

    def _ends(self, token: int) -> tuple[End, ...]:
        """Return what a word speaks of, qualities and quantities only where it is nothing else."""
        s = self.sentence.index
        return self.resolver.ends(s, token, ()) or self.resolver.ends(s, token, VALUES)

    def _part(self, argument: Argument) -> Part:
        return Part(
            role=argument.role,
            word=self.sentence.tokens[argument.token].text,
            steps=argument.steps,
            ends=tuple(self.words.end(end) for end in self._ends(argument.token)),
        )

    def outcomes(self, predicate: Predicate) -> Iterator[Outcome]:
        """Yield the claims of a trigger, or why there is none."""
        candidates, refusals = candidates_of(predicate, self.index, self.resolver)
        if not candidates:
            if (predicate.pos, predicate.lemma) != BESIDE:
                yield from self._refused([r for r in refusals if BOTH not in r.why])
            return
        trigger = self.sentence.tokens[predicate.token].span
        said = [claim for claim in self.reading.claims if claim.trigger == trigger]
        for claim in said:
            yield Outcome(Verdict.CLAIM, self.words.claim(claim))
        if said:
            return
        better = self._said_of_the_same(candidates)
        if better is not None:
            word = better.trigger.of(self.words.text)
            text = f"“{word}” says it more exactly: {self.words.claim(better)}"
            yield Outcome(Verdict.REFUSED, text)
        elif not predicate.modality.asserted:
            yield Outcome(Verdict.NOT_ASSERTED, "the sentence names it without stating it")
        else:
            yield Outcome(Verdict.REFUSED, UNSTATED)

    def _said_of_the_same(self, candidates: tuple[Candidate, ...]) -> Claim | None:
        """Return the claim of the sentence that is about the ends of a candidate."""
        ends = {frozenset((c.subject.term, c.object.quantity or c.object.term)) for c in candidates}
        for claim in self.reading.claims:
            if claim.sentence == self.sentence.index and {claim.subject, claim.object} in ends:
                return claim
        return None

    def _refused(self, refusals: list[Refusal]) -> Iterator[Outcome]:
        """Yield one outcome for the relations that were refused for the same reason."""
        for why in dict.fromkeys(refusal.why for refusal in refusals):
            same = [refusal for refusal in refusals if refusal.why == why]
            labels = ", ".join(dict.fromkeys(refusal.relation.label for refusal in same))
            turtle = next(filter(None, map(self._mended, same)), None)
            yield Outcome(Verdict.REFUSED, f"{labels}: {why}", turtle)

    def _mended(self, refusal: Refusal) -> str | None:
        """Return the Turtle for the first side that was not read though a word stands there. "A is
        B" and "A has B" say too much to widen a relation for.
        """
        relation, predicate = refusal.relation, refusal.predicate
        for side, kinds in zip(SIDES, (relation.domain, relation.range), strict=True):
            roles = self._roles(refusal, side)
            for argument in predicate.arguments:
                if argument.role in roles and side in refusal.why:
                    turtle = self._mended_side(relation, side, kinds, argument.token)
                    return (
                        None if turtle and self._is_light(predicate) and WIDER in turtle else turtle
                    )
        return None

    def _is_light(self, predicate: Predicate) -> bool:
        grammar = self.resolver.grammar
        return predicate.lemma in (*grammar.copulas, *grammar.light_verbs)

    def _roles(self, refusal: Refusal, side: str) -> set[str]:
        """Return the roles in which the trigger looks for that side."""
        predicate = refusal.predicate
        return {
            role
            for pattern in self.index.of(predicate.pos, predicate.lemma)
            if pattern.relation == refusal.relation.iri
            for role in (pattern.subject if side == "subject" else pattern.object)
        }

    def _mended_side(
        self, relation: Relation, side: str, kinds: tuple[str, ...], token: int
    ) -> str | None:
        ends = self._ends(token)
        if not ends:
            name = self._unknown_name(token)
            return new_term(name, kinds, self.words) if name else None
        if any(end.quantity or self.resolver.field.fits(end.term, kinds) for end in ends):
            return None
        return wider_kinds(relation, side, ends[0].term, self.words)

    def _unknown_name(self, token: int) -> str | None:
        """Return the noun with the nouns before it that say which one it is; None for a pronoun
        and for a word that stands for a kind ("drug").
        """
        s, tree = self.sentence.index, self.resolver.clauses(self.sentence.index).tree
        known = self.resolver.field.class_words
        if tree.tokens[token].pos in ("PRON", "DET") or tree.tokens[token].lemma in known:
            return None
        first = token
        while (
            first - 1 in tree.children(token, "compound")
            and tree.tokens[first - 1].lemma not in known
            and (s, first - 1) not in self.resolver.mentions
        ):
            first -= 1
        return tree.text([first, token]).of(self.words.text)
