"""Scope of citations: which words of its sentence, or of its paragraph, a marker governs.

A marker governs what it closes, back to the marker before: "A treats B [1], but causes C [2]." One
that is a word of the sentence governs what is told there: "Nichols (2016) showed that …", "As
shown in [3], …", "studies [3, 4] found that …". One behind the last stop of a paragraph may be a
note to all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from kg.extract.tree import SUBJECTS, Tree, tree_of
from kg.model.claim import Citation, Reading
from kg.model.ontology import Grammar
from kg.model.text import Span, Token

TOGETHER = 3  # characters between two markers that stand together: "[2], [3]"
OWN_CLAUSES = ("conj", "parataxis")
REPORTED = ("ccomp", "xcomp", "acl", "relcl")  # the last where the parser errs: "work that …"
AS_REPORTED = "as"  # "as Nichols (2016) showed", "as shown in [3]": of the clause above
LEADING = frozenset({"in", "by", "from", "to", "see", "per"})  # "in [3]": the marker is a word


def cited(sentence: int, trigger: Span, reading: Reading, grammar: Grammar) -> tuple[int, ...]:
    """Return the numbers of the references that govern a trigger."""
    numbers = (n for c in citing(sentence, trigger, reading, grammar) for n in c.references)
    return tuple(dict.fromkeys(numbers))


def citing(
    sentence: int, trigger: Span, reading: Reading, grammar: Grammar
) -> tuple[Citation, ...]:
    """Return the markers that govern a trigger, in text order."""
    block = reading.sentences[sentence].block
    own = _by_sentence(reading).get(sentence, ())
    found = [c for c in own for span in governed(c, reading, grammar) if span.holds(trigger)]
    notes = [c for c in _notes(reading) if reading.sentences[c.sentence].block == block]
    return tuple(sorted(dict.fromkeys([*found, *notes]), key=lambda c: c.span))


def governed(citation: Citation, reading: Reading, grammar: Grammar) -> tuple[Span, ...]:
    """Return the spans of its sentence that a marker governs."""
    sentence = reading.sentences[citation.sentence]
    tree, own = tree_of(sentence), _by_sentence(reading)[citation.sentence]
    names = tuple(m.span for m in reading.mentions if m.sentence == citation.sentence)
    verb = _telling(tree, citation, grammar, names)
    if verb is not None:
        return tuple(_told(tree, verb))
    before = [c for c in own if c.span < citation.span and not _stand_together(c, citation, own)]
    start = max((c.span.end for c in before), default=sentence.span.start)
    return (Span(start, citation.span.start),) if start < citation.span.start else ()


@lru_cache(maxsize=4)  # asked for each claim
def _by_sentence(reading: Reading) -> Mapping[int, tuple[Citation, ...]]:
    found: dict[int, tuple[Citation, ...]] = {}
    for c in reading.citations:
        found[c.sentence] = (*found.get(c.sentence, ()), c)
    return found


def is_note(citation: Citation, reading: Reading) -> bool:
    """Whether a marker is a note to its whole paragraph."""
    return citation in _notes(reading)


def _stand_together(a: Citation, b: Citation, own: tuple[Citation, ...]) -> bool:
    """Whether nothing but a comma or the like stands between two markers and those between."""
    between = sorted(c.span for c in own if a.span <= c.span <= b.span)
    return all(y.start - x.end <= TOGETHER for x, y in pairwise(between))


def _telling(
    tree: Tree, citation: Citation, grammar: Grammar, names: tuple[Span, ...]
) -> int | None:
    """Return the verb whose clause tells what the marker's paper says, None where the marker only
    closes something. `names` are the spans that name terms.
    """
    named = [t.index for t in tree.tokens if citation.span.holds(t.span)]
    if named:  # "Nichols (2016) showed": the name is a word of the sentence
        return _verb_of(tree, named[0])
    before = [t for t in tree.tokens if t.span.end <= citation.span.start and t.text[0].isalnum()]
    after = [t for t in tree.tokens if t.span.start >= citation.span.end]
    if not after:
        return None
    if not before:  # "Ref. 3 showed"
        return after[0].index if tree.is_verb(after[0].index) else None
    last = before[-1]
    verb = _verb_of(tree, last.index)
    if last.lemma in LEADING and tree.child(last.index, "pobj", "pcomp") is None:
        return verb  # "as shown in [3]"
    if tree.is_verb(last.index):  # "it was shown [3] that"
        return verb if _tells_behind(tree, last.index) else None
    if not _is_source(last, grammar, names):
        return None
    if verb > last.index:  # "studies [3, 4] found", "Lee et al. [3] found", "in one study [3], …"
        return verb
    is_told_behind = _tells_behind(tree, verb, last.index)  # "there is evidence [3] that"
    return verb if is_told_behind else None


def _is_source(token: Token, grammar: Grammar, names: tuple[Span, ...]) -> bool:
    """Whether a word stands for those who say something: "study", "Lee", "et al."."""
    if token.lemma in grammar.reporters or token.text.rstrip(".") == "al":
        return True
    return token.pos == "PROPN" and not any(name.holds(token.span) for name in names)


def _tells_behind(tree: Tree, *words: int) -> bool:
    """Whether one of the words has a clause behind the last of them that says what is told."""
    told = (c for w in words for c in tree.children(w, *REPORTED) if c > words[-1])
    return any(tree.tokens[c].dep != "relcl" or tree.child(c, "mark") is not None for c in told)


def _verb_of(tree: Tree, i: int) -> int:
    """Return the verb of the clause in which a word stands; of "as … showed", that above."""
    verb = tree.clause_verb(i)
    while tree.tokens[verb].dep == "prep":  # "according to"
        verb = tree.clause_verb(tree.tokens[verb].head)
    marks = {tree.tokens[c].lemma for c in tree.children(verb, "mark", "advmod", "prep")}
    if tree.tokens[verb].dep == "advcl" and AS_REPORTED in marks:
        return tree.clause_verb(tree.tokens[verb].head)
    return verb


def _told(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield the spans of a clause without the clauses beside it that have a subject."""
    todo, inside = [verb], []
    while todo:
        t = todo.pop()
        inside.append(t)
        todo += [c for c in tree.children(t) if not (t == verb and _stands_alone(tree, c))]
    start = last = min(inside)
    for t in sorted(inside)[1:]:
        if t != last + 1:
            yield tree.text([start, last])
            start = t
        last = t
    yield tree.text([start, last])


def _stands_alone(tree: Tree, c: int) -> bool:
    """Whether a clause beside another one has a subject of its own: "…, but A treats B"; the
    parser hangs the first of two on the second as what that says.
    """
    token = tree.tokens[c]
    beside = token.dep in OWN_CLAUSES or (token.dep == "ccomp" and c < token.head)
    return beside and tree.child(c, *SUBJECTS) is not None


@lru_cache(maxsize=4)  # asked for each claim
def _notes(reading: Reading) -> frozenset[Citation]:
    """Return the markers that are notes to their paragraph: behind its last stop, where no other
    sentence of it cites, in an article whose sentences have their markers before the stop.
    """
    last = {s.block: s.index for s in reading.sentences}
    citing = {c.sentence for c in reading.citations}
    behind = [c for c in reading.citations if _is_behind_stop(c, reading)]
    if any(c.sentence != last[reading.sentences[c.sentence].block] for c in behind):
        return frozenset()
    found = []
    for c in behind:
        block = reading.sentences[c.sentence].block
        others = {s.index for s in reading.sentences if s.block == block} - {c.sentence}
        within = [x for x in reading.citations if x.sentence == c.sentence and x not in behind]
        if others and not others & citing and not within:
            found.append(c)
    return frozenset(found)


def _is_behind_stop(citation: Citation, reading: Reading) -> bool:
    """Whether a marker stands apart behind the stop of its sentence: "It fell. [5]"."""
    before = reading.article.text[
        reading.sentences[citation.sentence].span.start : citation.span.start
    ]
    return before.rstrip()[-1:] in {".", "!", "?"} and before[-1:].isspace()
