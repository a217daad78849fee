"""Continue en_core_web_sm on CRAFT, silver trees and substitutions, in two runs per seed."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.lookups import Lookups
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_nlp
from spacy.util import load_config, registry

from training import places

BASE_PARTS = ("craft", "wikipedia", "abstracts", "substitution-1")


@dataclass(frozen=True, slots=True)
class Run:
    """One pass of training. `first_batch` is in words."""

    name: str
    steps: int
    first_batch: int
    parts: tuple[str, ...]


RUNS = (
    Run("first", 3000, 500, BASE_PARTS),
    Run("second", 3500, 700, (*BASE_PARTS, "substitution-2")),
)


@registry.misc("kg.lookups_of.v1")  # type: ignore[untyped-decorator]  # spaCy types no registry
def lookups_of(model: str) -> Lookups:
    """The spelling norms of sm, so that words look in training as they will at run time."""
    return spacy.load(model, exclude=["ner", "senter"]).vocab.lookups


def corpus(run: Run) -> Path:
    """A folder of links to the parts that a run learns from."""
    folder = places.DATA / run.name
    folder.mkdir(exist_ok=True)
    for part in run.parts:
        file = places.need(places.DATA / f"{part}.spacy", "run the steps before")
        link = folder / file.name
        link.unlink(missing_ok=True)
        link.symlink_to(file)
    return folder


def train(seed: int) -> Path:
    """Do both runs with one seed; the last weights count, not those best on CRAFT dev."""
    source = places.fetched(places.SMALL)
    for run in RUNS:
        overrides = {
            "run.source": str(source),
            "run.train": str(corpus(run)),
            "run.dev": str(places.need(places.DATA / "dev" / "craft-dev.spacy", "run craft first")),
            "run.lookups": str(places.SMALL),
            "run.steps": run.steps,
            "run.first_batch": run.first_batch,
            "run.seed": seed,
        }
        config = load_config(places.ROOM / "config.cfg", overrides, interpolate=True)
        output = places.RUNS / f"seed-{seed}" / run.name
        output.mkdir(parents=True, exist_ok=True)
        train_nlp(init_nlp(config), output, stdout=sys.stdout, stderr=sys.stderr)
        source = output / "model-last"
    return source


def main() -> None:
    """Train with the seed asked for; 0 is the one that ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    print(train(parser.parse_args().seed))


if __name__ == "__main__":
    main()
