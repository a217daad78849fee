"""The weights of `kg/extract/weights.py`: a linear ranker of antecedents, fitted on CRAFT.

``python -m training.coreference``: the 60 articles of CRAFT's training part with their identity
chains (CC BY 3.0), their concepts given as names. For each anaphor that kg sees, the likelihood
that one of the right things is chosen (or nothing, where none of them is right) is maximised with
a quadratic penalty; all of the data at each step, nothing random. What an anaphor is resolved to
is a feature of the next one, so all is done thrice, from plain weights on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.quality import coref
from kg.evaluate import extend
from kg.extract.anaphors import Demand
from kg.extract.background import Background, Place, background_of
from kg.extract.coreference import Discourse, Rival
from kg.extract.likelihood import Features
from kg.model.claim import Anaphor
from kg.model.ontology import Ontology
from kg.ontology import load
from kg.pipeline import STAGES, read_article
from kg.read import read
from training.places import ROOT

PATH = ROOT / "kg" / "extract" / "weights.py"
BEFORE = STAGES[: [stage.__name__ for stage in STAGES].index("resolve_anaphors")]
PLAIN = {"role": 1.0, "distance": -0.5, "nothing": -3.0}
ROUNDS, STEPS, RATE, PENALTY = 3, 500, 0.05, 0.01
# how much rarer it is than in CRAFT, whose concepts are few, that what is meant has no name
NAMELESS_PRONOUN, NAMELESS_NOUN = 0.1, 0.2
LEAST = 0.05  # smaller weights are left out
NOTHING = "nothing"
WIDTH = 99
HEAD = '''"""The weights of the features of `likelihood`: one of 1 multiplies by e to the
power of its weight. Written by ``python -m training.coreference``; not by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
'''

Weights = Mapping[str, float]
Candidate = tuple[Features, bool]  # what speaks for it, and whether it is right


@dataclass(frozen=True, slots=True)
class Read:
    """An article as far as anaphors, with the tokens that each anaphor may rightly mean."""

    background: Background
    text: coref.Text
    right: Mapping[tuple[int, int], frozenset[tuple[int, int]]]


class Observed(Discourse):
    """A discourse that keeps what each anaphor may mean."""

    def __init__(self, background: Background, pronoun: Weights, noun: Weights) -> None:
        super().__init__(background, pronoun, noun)
        self.seen: list[tuple[Place, tuple[Rival, ...]]] = []

    def resolve(self, place: Place, demand: Demand) -> Anaphor:
        """Resolve as ever."""
        if demand.own is None:
            self.seen.append((place, self.rivals(place, demand)))
        return super().resolve(place, demand)


def articles(ontology: Ontology) -> Iterator[Read]:
    """Read the training part."""
    for data in coref.documents("train"):
        known = extend(ontology, coref.names_given(data["entities"]))
        article = read(data["text"].encode(), name="article.txt", format="plain")
        reading = read_article(article, known, BEFORE)
        text = coref.Text(reading)
        yield Read(background_of(reading, known), text, dict(_right(text, data)))


def _right(
    text: coref.Text, data: Mapping[str, Any]
) -> Iterator[tuple[tuple[int, int], frozenset[tuple[int, int]]]]:
    """Yield the place of each anaphor, with the heads of its chain before it."""
    for gold in data["anaphors"]:
        if (place := text.head(coref.span_of(gold))) is not None:
            heads = [text.head(span) for span in coref.before(data, gold)]
            found = frozenset((s.index, t.index) for s, t in filter(None, heads))
            yield (place[0].index, place[1].index), found


def choices(
    articles: tuple[Read, ...], pronoun: Weights, noun: Weights
) -> tuple[list[list[Candidate]], list[list[Candidate]]]:
    """Return what each pronoun, and each noun that points back, may mean."""
    pronouns: list[list[Candidate]] = []
    nouns: list[list[Candidate]] = []
    for one in articles:
        observed = Observed(one.background, pronoun, noun)
        for sentence in one.text.reading.sentences:
            list(observed.read(sentence))
        for place, rivals in observed.seen:
            if rivals and (right := one.right.get(place.key)) is not None:
                into = nouns if place.tree.is_noun(place.index) else pronouns
                into.append([(r.features, _is_right(r, right)) for r in rivals])
    return pronouns, nouns


def _is_right(rival: Rival, right: frozenset[tuple[int, int]]) -> bool:
    return any((a.sentence.index, a.token) in right for a in rival.mentions)


def fitted(choices: list[list[Candidate]], nameless: float) -> dict[str, float]:
    """Return the weights under which the right choices are likeliest; `nameless`: how often, by the
    rate of the articles, nothing named is meant.
    """
    names = [*sorted({n for found in choices for f, _ in found for n in f}), NOTHING]
    data = [_matrix(found, names) for found in choices]
    penalty = np.array([PENALTY] * (len(names) - 1) + [0.0])
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):  # Adam (Kingma and Ba 2015)
        slope = penalty * weights
        for signs, right in data:
            chance = np.exp(signs @ weights)
            chance /= chance.sum()
            among = chance * right / (chance * right).sum()
            slope += signs.T @ (chance - among) / len(data)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        scale = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        weights -= RATE * mean / (1 - 0.9**step) / scale
    weights[-1] += np.log(nameless)
    rounded = {n: round(float(w), 2) for n, w in zip(names, weights, strict=True)}
    return {n: w for n, w in rounded.items() if abs(w) >= LEAST or n == NOTHING}


def _matrix(found: list[Candidate], names: list[str]) -> tuple[Any, Any]:
    """Return the features of what may be meant, a row each, and which of them is right."""
    rows = [[f.get(n, 0.0) for n in names] for f, _ in found]
    rows.append([float(n == NOTHING) for n in names])
    right = [is_right for _, is_right in found]
    return np.array(rows), np.array([*right, not any(right)], dtype=float)


def written(name: str, weights: Weights) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"{name}: Mapping[str, float] = {{"
    line = "   "
    for item in (f" {json.dumps(n)}: {w}," for n, w in weights.items()):
        if len(line + item) > WIDTH:
            yield line
            line = "   "
        line += item
    yield line
    yield "}  # fmt: skip"


def main() -> None:
    """Fit the weights and write them."""
    read_ = tuple(articles(load()))
    pronoun, noun = PLAIN, PLAIN
    for _ in range(ROUNDS):
        of_pronouns, of_nouns = choices(read_, pronoun, noun)
        pronoun = fitted(of_pronouns, NAMELESS_PRONOUN)
        noun = fitted(of_nouns, NAMELESS_NOUN)
        print(f"{len(of_pronouns)} pronouns, {len(of_nouns)} nouns")
    lines = (HEAD, *written("PRONOUN", pronoun), *written("NOUN", noun), "")
    PATH.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
