"""The words that the substitution puts into training sentences."""

import csv
import gzip
from dataclasses import dataclass

from training import places
from training.wordnet import Verb, nouns, verbs


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is put in."""

    transitive: tuple[Verb, ...]
    intransitive: tuple[Verb, ...]
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    drugs: tuple[str, ...]


def lexicon() -> Lexicon:
    """WordNet's words and the one-word names of DrugBank's open vocabulary (CC0)."""
    with gzip.open(places.gold(places.DRUGS), "rt", encoding="utf-8") as rows:
        labels = [row["label"] for row in csv.DictReader(rows, delimiter="\t")]
    names = (name for name in labels if name.isascii() and name.isalpha() and name.istitle())
    return Lexicon(
        tuple(verb for verb in verbs() if verb.transitive),
        tuple(verb for verb in verbs() if verb.intransitive),
        nouns(plural=False),
        nouns(plural=True),
        tuple(sorted(set(names))),
    )
