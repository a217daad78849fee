"""Coreference by salience: pronouns and definite noun phrases → the terms they stand for.

Sentences are read in order and every anaphor is resolved, not only those of claims, or the chain
breaks. A candidate must agree in number and be of a kind that the predicate takes; among those,
grammatical role and nearness decide (Lappin and Leass 1994, without their corpus weights). An
antecedent that is not certain is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.clauses import Clauses
from kg.extract.expected import expected_kinds
from kg.extract.kinds import (
    PROCEDURE,
    PROTEIN,
    SUBSTANCE,
    field_of,
)
from kg.extract.naming import names_of
from kg.extract.resolve import by_token
from kg.extract.salience import salience
from kg.extract.tree import SUBJECTS, Tree, tree_of
from kg.extract.triggers import trigger_index
from kg.model.claim import Anaphor, Mention, Predicate, Reading
from kg.model.ontology import CuePosition, Ontology
from kg.model.text import BlockKind, Sentence, Span

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "both", "these", "those", "theirs"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "each", "such"})
EXPLETIVE_VERBS = frozenset({"be", "seem", "appear", "turn", "happen", "follow"})
# "it is slow to act" speaks of a thing, "it is hard to say" of nothing.
ABLE = frozenset({"able", "unable", "likely", "unlikely", "slow", "quick", "sure", "ready"})
FARTHEST = 4  # sentences
FADING = 0.62  # of a candidate's weight, a sentence
AGENT = 1.3  # a substance or procedure, rather than a state, does things
AGENTS = (SUBSTANCE, PROCEDURE, PROTEIN)
CLEAR = 1.08  # how much better than the next the best must be


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that was spoken of: its terms (several: a list), number, place and weight."""

    sentence: int
    token: int
    terms: tuple[str, ...]
    plural: bool
    weight: float
    verb: int  # the verb of its clause
    is_subject: bool
    kinds: tuple[str, ...] = ()  # of a noun without a name: those that it is a class word of


@dataclass(frozen=True, slots=True)
class Demand:
    """What an anaphor asks of its antecedent: number, kinds (none: any), a class to belong to."""

    plural: bool
    kinds: tuple[str, ...] = ()
    member_of: str | None = None
    count: int | None = None  # "both": two


def resolve_anaphors(reading: Reading, ontology: Ontology) -> Reading:
    """Find the anaphors of every sentence, in order, with their antecedents."""
    discourse = _Discourse(reading, ontology)
    return replace(reading, anaphors=tuple(discourse.read()))


class _Discourse:
    """Reads the sentences in order; `spoken` is what has been spoken of so far."""

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.field = field_of(ontology)
        self.grammar = ontology.grammar
        self.mentions = by_token(reading.sentences, reading.mentions)
        self.kinds = expected_kinds(reading, trigger_index(ontology), self.field, self.mentions)
        self.minds = {
            c.words for c in ontology.grammar.cues if c.position is CuePosition.THAT_CLAUSE
        }
        self.members: set[tuple[str, str]] = set()  # (term, class), as the article has it
        self.predicates: dict[int, list[Predicate]] = {}
        for predicate in reading.predicates:
            self.predicates.setdefault(predicate.sentence, []).append(predicate)
        self.spoken: list[Candidate] = []
        self.counts: Counter[str] = Counter(m.term for m in reading.mentions)

    def read(self) -> Iterator[Anaphor]:
        for sentence in self.reading.sentences:
            tree = tree_of(sentence)
            found: dict[int, Anaphor] = {}
            for token in range(len(tree.tokens)):
                self.note_class(tree, sentence.index, token)
                demand = self.demand(tree, sentence.index, token)
                if demand is None:
                    self.add_mention(tree, sentence.index, token)
                    continue
                anaphor = self.resolve(sentence, tree, token, demand)
                found[token] = anaphor
                if anaphor.terms:
                    self.add(tree, sentence.index, token, anaphor.terms, plural=demand.plural)
            self.add_lists(tree, sentence.index, found)
            yield from found.values()

    # -- what asks for an antecedent -----------------------------------------------------------

    def demand(self, tree: Tree, sentence: int, i: int) -> Demand | None:
        """Return what token i asks of an antecedent, None where it is no anaphor."""
        token = tree.tokens[i]
        kinds = self.kinds.get((sentence, i), ())
        word = token.text.lower()
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            if word in SINGULAR:
                return (
                    None if is_expletive(tree, i) or self.is_mind(tree, i) else Demand(False, kinds)
                )
            if word in PLURAL and token.dep != "det" and not self.is_mind(tree, i):
                return Demand(True, kinds, count=2 if word == "both" else None)
            return None
        return self.definite(tree, sentence, i, kinds) if tree.is_noun(i) else None

    def is_mind(self, tree: Tree, i: int) -> bool:
        """Whether the pronoun is the one who knows, finds or says that something is so."""
        token = tree.tokens[i]
        verb = token.head
        return (
            token.dep == "nsubj"
            and tree.tokens[verb].lemma in self.minds
            and tree.child(verb, "ccomp") is not None
        )

    def definite(self, tree: Tree, s: int, i: int, kinds: tuple[str, ...]) -> Demand | None:
        """As in "the drug", "these medications", "this novel neurosteroid"."""
        determiners = {  # of the whole phrase: the parser may hang them on an adjective
            tree.tokens[c].text.lower()
            for c in tree.subtree(i)
            if c < i and tree.tokens[c].dep in ("det", "predet")
        }
        if not determiners & DEFINITE or self.is_specific(tree, s, i):
            return None
        token = tree.tokens[i]
        plural = token.tag in ("NNS", "NNPS") or bool(determiners & {"these", "those", "both"})
        count = 2 if "both" in determiners else None
        mention = self.mentions.get((s, i))
        wanted = self.field.class_words.get(token.lemma)
        if mention is not None and wanted and len(mention.span.of(self.text).split()) == 1:
            mention = None  # "this hormone": a term of its own, and a word for another
        if mention is not None:
            if not self.field.is_class(mention.term) or plural:
                return None
            return Demand(False, kinds, member_of=mention.term)
        return Demand(plural and "each" not in determiners, wanted, count=count) if wanted else None

    def is_specific(self, tree: Tree, s: int, i: int) -> bool:
        """Whether the phrase says by itself which one it means: "the drug fluoxetine"."""
        if tree.child(i, "relcl", "acl", "appos") is not None:
            return True
        own = self.mentions.get((s, i))
        named = (self.mentions.get((s, c)) for c in tree.children(i, "compound", "nmod", "amod"))
        if any(m is not None and m != own and not self.field.is_quality(m.term) for m in named):
            return True
        return any(
            tree.tokens[p].lemma in ("of", "for", "with", "in") for p in tree.children(i, "prep")
        )

    # -- choosing ------------------------------------------------------------------------------

    def resolve(self, sentence: Sentence, tree: Tree, i: int, demand: Demand) -> Anaphor:
        """Return the anaphor with the best candidate's terms, none where two are as good."""
        ranked = sorted(
            ((self.score(sentence, tree, i, c), n, c) for n, c in enumerate(self.spoken)
             if self.admits(sentence, tree, i, c, demand)),
            key=lambda x: (-x[0], -x[1]),
        )  # fmt: skip
        terms: tuple[str, ...] = ()
        steps: tuple[str, ...] = ("coreference",)
        others = [(score, c) for score, _, c in ranked if c.terms != ranked[0][2].terms]
        if ranked and ranked[0][0] >= CLEAR * (others[0][0] if others else 0.0):
            terms = ranked[0][2].terms
        elif not ranked and demand.member_of and not self.has_spoken_of(demand.member_of):
            terms, steps = self.commonest_member(demand.member_of), ("coreference", "cataphora")
        return Anaphor(
            sentence=sentence.index,
            token=i,
            span=_phrase(tree, i),
            terms=terms,
            runners_up=tuple(dict.fromkeys(t for _, c in others for t in c.terms))[:3],
            steps=steps,
        )

    def has_spoken_of(self, of_class: str) -> bool:
        """Whether a member of the class has been named before."""
        return any(self.is_member(t, of_class) for c in self.spoken for t in c.terms)

    def is_member(self, term: str, of_class: str) -> bool:
        known = of_class in self.field.broader.get(term, ()) or (term, of_class) in self.members
        return known and not self.field.is_class(term)

    def commonest_member(self, of_class: str) -> tuple[str, ...]:
        """Return the member that the article names most, where only one is named most."""
        members = [(n, t) for t, n in self.counts.items() if self.is_member(t, of_class)]
        ranked = sorted(members, key=lambda m: (-m[0], m[1]))
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return ()
        return (ranked[0][1],)

    def admits(self, sentence: Sentence, tree: Tree, i: int, c: Candidate, demand: Demand) -> bool:
        """Whether the candidate can be meant at all."""
        distance = sentence.index - c.sentence
        if distance > FARTHEST or c.plural != demand.plural:
            return False
        if demand.count is not None and len(c.terms) != demand.count:
            return False
        if distance == 0 and tree.tokens[i].dep != "poss" and c.verb == tree.clause_verb(i):
            return False  # "X inhibits it": two things
        if demand.member_of:
            return bool(c.terms) and all(self.is_member(t, demand.member_of) for t in c.terms)
        if not c.terms and demand.kinds:
            return any(k in demand.kinds for k in c.kinds)
        return all(self.field.fits(t, demand.kinds) for t in c.terms)

    def score(self, sentence: Sentence, tree: Tree, i: int, c: Candidate) -> float:
        """Return how likely the candidate is meant: role, nearness, parallel role, topic."""
        distance = sentence.index - c.sentence
        parallel = 1.15 if c.is_subject and tree.tokens[i].dep in SUBJECTS else 1.0
        topic = 1.0 + 0.03 * min(10, max((self.counts[t] for t in c.terms), default=0))
        fading = FADING**distance
        if distance == 0 and tree.is_noun(i):
            fading = 0.5  # "X … this drug": mostly another sentence's
        if distance and self._crosses(sentence.index, c.sentence):
            fading *= 0.8
        named = 1.0 if c.terms or not c.kinds else 0.8  # "many medications" beside a named one
        agent = AGENT if self.acts(sentence.index, i) and self.can_act(c) else 1.0
        return c.weight * fading * parallel * topic * agent * named

    def acts(self, s: int, i: int) -> bool:
        """Whether the anaphor is the subject of something done to something."""
        return any(
            a.token == i and a.role == "subject" and any(b.role == "object" for b in p.arguments)
            for p in self.predicates.get(s, ())
            for a in p.arguments
        )

    def can_act(self, c: Candidate) -> bool:
        return bool(c.terms) and all(self.field.fits(t, AGENTS) for t in c.terms)

    def _crosses(self, a: int, b: int) -> bool:
        sentences = self.reading.sentences
        return sentences[a].block != sentences[b].block

    # -- what has been spoken of ---------------------------------------------------------------

    def add_mention(self, tree: Tree, s: int, i: int) -> None:
        """Note the mention of which token i is the head."""
        mention = self.mentions.get((s, i))
        token = tree.tokens[i]
        if mention is None:
            self.add_nameless(tree, s, i)
        if mention is None or not is_head(tree, i, mention) or self.field.is_quality(mention.term):
            return
        surface = mention.span.of(self.text)
        named = names_of(Clauses(tree, self.grammar), i)
        if self.field.is_class(mention.term) and any((s, c) in self.mentions for c in named):
            return  # "a steroid called A": A is what is spoken of
        plural = token.tag in ("NNS", "NNPS") or (surface[-1:] == "s" and surface[:-1].isupper())
        self.add(tree, s, i, (mention.term,), plural=plural)

    def add_nameless(self, tree: Tree, s: int, i: int) -> None:
        """Note a noun that names no term ("many medications", "the study"): it competes."""
        token = tree.tokens[i]
        if not tree.is_noun(i) or token.dep not in ("nsubj", "nsubjpass", "dobj"):
            return
        if token.lemma in (*self.grammar.reporters, *self.grammar.partitives):
            return
        self.add(tree, s, i, (), plural=token.tag in ("NNS", "NNPS"))

    def note_class(self, tree: Tree, s: int, i: int) -> None:
        """Note what the article itself says of membership: "X, an antidepressant", "X is a …"."""
        mention, token = self.mentions.get((s, i)), tree.tokens[i]
        if mention is None or not self.field.is_class(mention.term):
            return
        if token.dep == "appos":
            members = [token.head]
        elif token.dep == "attr":
            members = list(tree.children(token.head, "nsubj"))
        else:
            members = []
        for m in members:
            if (s, m) in self.mentions:
                self.members.add((self.mentions[(s, m)].term, mention.term))

    def add(self, tree: Tree, s: int, i: int, terms: tuple[str, ...], *, plural: bool) -> None:
        weight, subject = salience(tree, i)
        if not plural and any(self.field.is_class(t) for t in terms):
            weight *= 0.6  # "a steroid" is said of something more often than spoken of
        block = self.reading.article.blocks[self.reading.sentences[s].block]
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            weight *= 0.7
        kinds = () if terms else self.field.class_words.get(tree.tokens[i].lemma, ())
        verb = tree.clause_verb(i)
        self.spoken.append(Candidate(s, i, terms, plural, weight, verb, subject, kinds))

    def add_lists(self, tree: Tree, s: int, found: Mapping[int, Anaphor]) -> None:
        """Note "A, B and C" as one thing in the plural."""
        for i in range(len(tree.tokens)):
            conjuncts = [i, *tree.conjuncts(i)]
            if len(conjuncts) < 2 or tree.tokens[i].dep == "conj":
                continue
            terms = tuple(
                dict.fromkeys(
                    t
                    for c in conjuncts
                    for t in (
                        (self.mentions[(s, c)].term,)
                        if (s, c) in self.mentions
                        else found[c].terms
                        if c in found
                        else ()
                    )
                )
            )
            if len(terms) > 1:
                self.add(tree, s, i, terms, plural=True)


def is_expletive(tree: Tree, i: int) -> bool:
    """Whether this "it" stands for a clause: "it seems that …", "it is known that …"."""
    token = tree.tokens[i]
    if token.dep not in ("nsubj", "nsubjpass"):
        return token.dep == "expl"
    verb = tree.tokens[token.head]
    clauses = tree.children(verb.index, "ccomp", "csubj", "csubjpass", "advcl", "xcomp")
    later = [c for c in clauses if c > i and _opens_clause(tree, c)]
    if later:
        return token.dep == "nsubjpass" or verb.lemma in EXPLETIVE_VERBS
    return verb.lemma == "be" and any(
        tree.tokens[c].pos == "ADJ"
        and tree.tokens[c].lemma not in ABLE
        and tree.child(c, "xcomp", "ccomp", "acl") is not None
        for c in tree.children(verb.index, "acomp", "attr", "oprd")
    )


def _opens_clause(tree: Tree, c: int) -> bool:
    marks = {tree.tokens[m].lemma for m in tree.children(c, "mark")}
    return bool(marks & {"that", "whether", "if", "as"}) or tree.child(c, *SUBJECTS) is not None


def is_head(tree: Tree, i: int, mention: Mention) -> bool:
    """Whether token i is the head of the mention: its own head lies outside."""
    head = tree.tokens[i].head
    return head == i or not mention.span.meets(tree.tokens[head].span)


def _phrase(tree: Tree, i: int) -> Span:
    """Return the span of a pronoun, or of a noun with its determiner and adjectives."""
    left = [
        c for c in tree.children(i, "det", "predet", "amod", "compound", "nmod", "nummod") if c < i
    ]
    return tree.text([*left, i])
