"""Modality: whether a predicate is denied, and how sure the text is of it.

The walk goes from the trigger to the root. At each step it asks for cues at the positions that
govern what lies below: auxiliaries, adverbs and negation of a verb, the determiner of a noun, the
verb or adjective above a clause. A clause that stands for itself (relative, "although") ends it.
So does a word to which a noun is a thing like any other: "A does not alter the inhibition of B"
denies the altering, and takes the inhibition for granted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.extract.cues import find_cues
from kg.extract.effects import NEGATION, NO_ASSERTION, OPEN, Cued, Effect, P
from kg.extract.tree import SUBJECTS, Tree
from kg.model.claim import Modality
from kg.model.ontology import Ontology
from kg.model.text import Span

KNOWN, ASSERTED = "known", "asserted"
PREPOSITIONAL = frozenset({"prep", "agent", "pcomp", "mark", "prt", "dative"})
GOVERNING = (P.RAISING, P.THAT_CLAUSE, P.VERB, P.ADJECTIVE, P.NOUN)
COMPLEMENTS = ("acomp", "attr", "oprd")
MANNER = frozenset({"by", "through", "via"})  # "A may act by inhibition of B"
NOTHING_ASSERTED = frozenset({OPEN, NO_ASSERTION})


class Step(NamedTuple):
    """A step of the walk: the effects of the word above, that word, whether the words that hang on
    it count, and whether only its auxiliaries do.
    """

    effects: list[Effect]
    token: int
    own: bool = True
    only_auxiliaries: bool = False


Rule = Callable[[Cued, int, int], Step | None]  # from a token to its head; None: the walk ends


@lru_cache(maxsize=64)  # each part of speech that a trigger may be asks
def modality_of(
    tree: Tree, i: int, ontology: Ontology, names: tuple[Span, ...] = (), *, alone: bool = False
) -> Modality:
    """Return the modality of the predicate at token i; `names` are the spans that name terms.
    `alone`: just what hangs on it counts, since it is said by the way ("A, an inhibitor of B").
    """
    cued = Cued(tree, find_cues(tree, ontology, names), frozenset(ontology.grammar.light_verbs))
    effects = tuple(dict.fromkeys(cued.of_children(i) if alone else _effects(cued, i)))
    ranks = {c.iri.rpartition("#")[2]: c.rank for c in ontology.certainties}
    found = [e.name for e in effects]
    hedges = sorted((n for n in found if n in ranks and n != ASSERTED), key=lambda n: ranks[n])
    doubtful = [n for n in hedges if ranks[n] < ranks.get(ASSERTED, 4)]
    certainty = (doubtful or hedges or [ASSERTED])[0]
    return Modality(
        negated=found.count(NEGATION) % 2 == 1,
        certainty=certainty,
        asserted=NO_ASSERTION not in found,
        cues=tuple(tree.tokens[e.token].span for e in effects if e.name != ASSERTED),
    )


def _effects(cued: Cued, i: int) -> Iterator[Effect]:
    """Yield the effects that reach token i, nearest first."""
    step: Step | None = Step([], i)
    while step is not None:
        found = list(step.effects)
        if step.own:
            found += cued.of_children(step.token, aux_only=step.only_auxiliaries)
            if step.token != i and cued.has_denied_subject(step.token):
                found = [Effect(OPEN, step.token)]  # "no study has shown that": open
        yield from found
        if any(e.name == OPEN for e in found):
            return  # what is asked is neither denied nor doubted by the asking
        if cued.tree.tokens[step.token].head == step.token:
            yield from _question(cued.tree)
            return
        step = _up(cued, step.token)


def _question(tree: Tree) -> Iterator[Effect]:
    """As in "Does A treat B?"."""
    last = tree.tokens[-1]
    if last.text == "?":
        yield Effect(OPEN, last.index)


def _up(cued: Cued, i: int) -> Step | None:
    """Take one step from token i; None where nothing above governs it."""
    token = cued.tree.tokens[i]
    rule = DEP_TO_RULE.get(token.dep)
    return rule(cued, i, token.head) if rule else None


def _from_subject(cued: Cued, i: int, head: int) -> Step | None:
    """A subject is presupposed, unless the predicate speaks of its truth ("is unknown")."""
    tree, dep = cued.tree, cued.tree.tokens[i].dep
    found: list[Effect] = []
    for c in tree.children(head, *COMPLEMENTS, "xcomp"):
        if tree.child(c, "xcomp") is None:  # "is unable to": said of what follows
            found += _of_verdict(cued, c, head)
    if dep in ("nsubjpass", "csubjpass") and (verdict := cued.at(head, (P.THAT_CLAUSE,))):
        if dep == "nsubjpass" and any(e.name == OPEN for e in verdict):  # "was studied"
            found.append(Effect(NO_ASSERTION, head))
        found += cued.of_children(head)
    if dep in ("csubj", "csubjpass"):
        found += cued.at(head, (P.THAT_CLAUSE,))
    return Step(found, _root(tree, head), own=False) if found else None


def _of_verdict(cued: Cued, c: int, verb: int) -> list[Effect]:
    """Return what a complement says of the subject's truth: "is unlikely", "was not evident", "is
    not known", "remains to be shown".
    """
    if cued.tree.tokens[c].dep == "xcomp" and cued.tree.is_verb(c):
        return [Effect(OPEN, c)] if _remains_to_be(cued, c) else []
    verdict = cued.at(c, (P.ADJECTIVE, P.NOUN))
    if verdict and cued.denies(verb):
        known = any(e.name == KNOWN for e in verdict)
        return [*verdict, Effect(OPEN if known else NEGATION, verb)]
    return [e for e in verdict if e.name != ASSERTED]


def _remains_to_be(cued: Cued, v: int) -> bool:
    """As in "remains to be shown", "remains to be determined"."""
    token = cued.tree.tokens[v]
    above = cued.tree.tokens[token.head].lemma
    return token.dep == "xcomp" and above == "remain" and bool(cued.at(v, (P.THAT_CLAUSE,)))


def _from_conjunct(cued: Cued, i: int, head: int) -> Step:
    """As in "A may treat B and prevent C": verbs share their auxiliaries, all else only over "or".
    Nouns share what governs them, but for "A, but not B".
    """
    tree = cued.tree
    if not tree.is_verb(i):
        contrast = any(c < i and tree.tokens[c].lemma == "but" for c in tree.children(head, "cc"))
        return Step([], head, own=not contrast)
    own, above = tree.tokens[i], tree.tokens[head]
    # Whatever its tag, "set" in "may pierce A and set off B" is bare.
    is_base = own.text.lower() == own.lemma and not own.lemma.endswith("ed")
    is_bare = own.tag in ("VB", "VBP", above.tag) or is_base
    links = {tree.tokens[c].lemma: c for c in tree.children(head, "cc") if c < i}
    if not is_bare or tree.child(i, *SUBJECTS, "aux", "auxpass") is not None:
        nor = [Effect(NEGATION, links["nor"])] if "nor" in links else []  # "nor does it treat B"
        return Step(nor, head, own=False)
    return Step([], head, only_auxiliaries=not links.keys() & {"or", "nor"})


def _from_modifier(cued: Cued, i: int, head: int) -> Step | None:
    """As in "evidence that A treats B", "the potential to treat B": the noun governs."""
    effects = cued.at(head, (P.NOUN,))
    marks = {cued.tree.tokens[c].lemma for c in cued.tree.children(i, "mark")}
    return Step(effects, head) if effects or "that" in marks else None


def _from_complement(cued: Cued, i: int, head: int) -> Step | None:
    """As in "they suggest that A treats B", "A is likely to treat B"; in "A does this, so B can"
    the first clause stands for itself.
    """
    governing = cued.at(head, GOVERNING)
    is_clause = cued.tree.tokens[i].dep == "ccomp"
    if is_clause and i < head and not governing:
        return None
    effects = [*governing, *_of_complements(cued, head)]
    reports = bool(cued.at(head, (P.THAT_CLAUSE,)))
    is_neutral = bool(effects) and all(e.name in (ASSERTED, KNOWN) for e in effects)
    if not is_neutral or not (is_clause or reports):
        return Step(effects, head)
    # "it is not known", "no study showed", "it remains to be shown"
    if cued.denies(head) or cued.has_denied_subject(head) or _remains_to_be(cued, head):
        return Step([Effect(OPEN, head)], _root(cued.tree, head), own=False)
    if is_clause and reports:  # "they could show that": what was possible is the showing
        effects += [e for e in cued.of_children(head) if e.name in (NEGATION, NO_ASSERTION)]
        return Step(effects, head, own=False)
    return Step(effects, head)


def _of_complements(cued: Cued, head: int) -> Iterator[Effect]:
    """As in "it is likely that", "there is a chance that", "no evidence was found that"."""
    for c in cued.tree.children(head, *COMPLEMENTS):
        yield from cued.at(c, (P.ADJECTIVE, P.NOUN))
    reports = bool(cued.at(head, (P.THAT_CLAUSE,)))
    for c in cued.tree.children(head, *SUBJECTS):
        for e in cued.at(c, (P.NOUN,)):
            if not reports or e.name != NO_ASSERTION:  # "an analysis showed that"
                yield e


def _from_preposition(cued: Cued, i: int, head: int) -> Step | None:
    """As in "without B", "the possibility of treating B", "failed in treating B"."""
    effects, above = cued.at(head, (P.CONSTITUENT, P.ADVERB)), cued.tree.tokens[head].head
    if above == head:
        return None
    if cued.tree.tokens[head].dep not in PREPOSITIONAL:
        return Step(effects, head)
    positions = (P.VERB, P.RAISING) if cued.tree.is_verb(above) else GOVERNING
    effects += cued.at(above, positions)
    if not effects and _is_granted(cued, i, above, head):
        return None
    return Step(effects, above)


def _is_granted(cued: Cued, i: int, above: int, preposition: int | None = None) -> bool:
    """Whether the noun at i is taken for granted by the word above: "did not alter the inhibition",
    "no role in inhibition", "is not required for inhibition"; not "showed no inhibition", "did not
    lead to inhibition", "no sign of inhibition".
    """
    tree = cued.tree
    if not tree.is_noun(i):
        return False
    if preposition is None:
        return tree.tokens[above].lemma not in cued.light_verbs
    if not tree.is_verb(above):
        return True
    word, dep = tree.tokens[preposition].lemma, tree.tokens[preposition].dep
    is_light = f"{tree.tokens[above].lemma} {word}" in cued.light_verbs
    return not is_light and (word not in MANNER or dep == "agent")


def _from_object(cued: Cued, i: int, head: int) -> Step | None:
    """A verb that asks, doubts or denies does so of its object: "we studied the effect of A"."""
    if not cued.tree.is_verb(head):
        return Step(cued.at(head, (P.NOUN,)), head)
    says = cued.tree.tokens[i].dep in COMPLEMENTS  # "A appears necessary for B"
    effects = cued.at(head, (P.VERB, P.RAISING) if says else (P.VERB,))
    if not (cued.tree.is_noun(i) and cued.tree.tokens[i].dep == "dobj"):
        return Step(effects, head)
    told = cued.at(head, (P.THAT_CLAUSE, P.RAISING))
    for e in told:
        if e.name in NOTHING_ASSERTED:  # an aim asserts nothing
            effects.append(Effect(NO_ASSERTION, e.token))
        elif e.name not in (KNOWN, ASSERTED):
            effects.append(e)
    if not effects and not told and _is_granted(cued, i, head):
        return None
    return Step(effects, head)


def _from_clause(cued: Cued, i: int, head: int) -> Step | None:
    """An adverbial clause with a subject or a conjunction stands for itself, and so does what is
    concluded: "A did not rise, suggesting that".
    """
    tree = cued.tree
    is_concluded = tree.tokens[i].tag == "VBG" and bool(cued.at(i, (P.THAT_CLAUSE,)))
    is_time = any(tree.tokens[c].tag == "WRB" for c in tree.children(i, "advmod"))  # "when given"
    if is_concluded or is_time or tree.child(i, "mark", *SUBJECTS) is not None:
        return None
    return Step(cued.at(head, GOVERNING if cued.tree.tokens[i].tag == "VB" else ()), head)


def _root(tree: Tree, i: int) -> int:
    return next((t for t in (i, *tree.above(i)) if tree.tokens[t].head == t), i)


DEP_TO_RULE: dict[str, Rule] = {
    **dict.fromkeys(SUBJECTS, _from_subject),
    **dict.fromkeys(("relcl", "acl"), _from_modifier),
    **dict.fromkeys(("xcomp", "ccomp"), _from_complement),
    **dict.fromkeys(("pobj", "pcomp"), _from_preposition),
    **dict.fromkeys(
        ("dobj", "attr", "oprd", "acomp", "dative", "prep", "agent", "amod", "compound", "nmod",
         "npadvmod", "prt"), _from_object),
    "conj": _from_conjunct,
    "advcl": _from_clause,
}  # fmt: skip
