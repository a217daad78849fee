"""Groups: "A, B and C" as one thing in the plural, which "these drugs", "both", "they" may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.extract.antecedents import Antecedent, antecedent
from kg.extract.background import Background, Place
from kg.extract.tree import Tree, tree_of

FEWEST = 2


def list_ending_at(
    background: Background, place: Place, anaphors: Mapping[int, tuple[str, ...]]
) -> Iterator[Antecedent]:
    """Yield the list of which the word is the last member; `anaphors`: the terms of each, by token.

    A list that says what a plural noun stands for ("three crops: A, B and C", "the proteins A and
    B") stands at that noun, too.
    """
    tree, first = place.tree, _first(place.tree, place.index)
    members = [first, *tree.conjuncts(first)]
    if first == place.index or max(members) != place.index:
        return
    terms: dict[str, None] = {}
    for c in members:
        mention = background.mentions.get((place.sentence.index, c))
        terms.update(dict.fromkeys((mention.term,) if mention else anaphors.get(c, ())))
    if len(terms) < FEWEST:
        return
    noun = _explained(tree, first)
    at = Place(place.sentence, first if noun is None else noun)
    yield antecedent(background, at, tuple(terms), plural=True)


def _first(tree: Tree, i: int) -> int:
    """Return the first member of the list in which a word stands."""
    while tree.tokens[i].dep == "conj":
        i = tree.tokens[i].head
    return i


def _explained(tree: Tree, first: int) -> int | None:
    """Return the plural noun for which a list stands: it is apposed, or comes after a colon and the
    noun is counted ("three crops were sown: A, B and C").
    """
    token = tree.tokens[first]
    if token.dep == "appos" and tree.tokens[token.head].tag in ("NNS", "NNPS"):
        return token.head
    colon = max((t.index for t in tree.tokens[:first] if t.text == ":"), default=0)
    nouns = (t.index for t in tree.tokens[:colon] if t.tag == "NNS")
    return next((n for n in nouns if tree.child(n, "nummod") is not None), None)


def gathered(spoken: Iterable[Antecedent], block: int, count: int) -> tuple[str, ...]:
    """Return the last things that a paragraph spoke of one by one, as subjects, in text order: "A
    was … . B was … . These drugs …". `spoken`: of the kind asked for, the latest first.
    """
    terms = dict.fromkeys(
        a.terms[0]
        for a in spoken
        if len(a.terms) == 1 and a.is_subject and a.sentence.block == block and not _is_listed(a)
    )
    latest = tuple(terms)[:count]
    return latest[::-1] if len(latest) == count else ()


def _is_listed(a: Antecedent) -> bool:
    """Whether it is a member of a list."""
    tree = tree_of(a.sentence)
    return tree.tokens[a.token].dep == "conj" or tree.child(a.token, "conj") is not None
