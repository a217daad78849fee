"""Score a model: CRAFT dev on gold tokens, popular sentences and general English on raw text."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training import places
from training.craft import paragraphs
from training.trees import Tree, tree

CORE = {
    "nsubj", "nsubjpass", "dobj", "pobj", "agent", "attr", "prep", "neg", "aux",
    "conj", "appos", "relcl", "acl", "advcl", "xcomp", "ccomp",
}  # fmt: skip
PUNCTUATION = {"punct"}
FIGURES = ("tag", "uas", "las", "core_f", "arcs_a", "arcs_b", "general")
PROSE = Path("/usr/share/common-licenses")  # of Debian: read to measure, never to train
PROSE_FILES = ("GFDL-1.3", "GPL-2", "GPL-3", "LGPL-2.1")
FLOORS = {"core_f": 86.0, "arcs_a": 93.0, "arcs_b": 85.0}  # of the mean of three seeds


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages.

    Attributes:
        tag, uas, las: accuracy on CRAFT dev; heads and labels without punctuation.
        core_f: labelled F1 over the core relations on CRAFT dev.
        arcs_a, arcs_b: arcs right in the popular sentences, ordinary and hard.
        general: heads and labels shared with en_core_web_md on general prose, a sign of forgetting.
        relations: F1 of each core relation on CRAFT dev.

    """

    tag: float
    uas: float
    las: float
    core_f: float
    arcs_a: float
    arcs_b: float
    general: float
    relations: dict[str, float]


def score(nlp: Language) -> Scores:
    """Measure everything that `scores.json` reports."""
    pairs = [(gold, _read_as(nlp, gold)) for gold in _dev()]
    words = [(g, p) for gold, read in pairs for g, p in zip(gold, read, strict=True)]
    counted = [(g, p) for g, p in words if g.label not in PUNCTUATION]
    heads = [(g, p) for g, p in counted if g.head == p.head]
    right = Counter(g.label for g, p in heads if g.label == p.label)
    wanted = Counter(g.label for g, _ in counted)
    found = Counter(p.label for _, p in counted)
    return Scores(
        tag=_percent(sum(g.tag == p.tag for g, p in words), len(words)),
        uas=_percent(len(heads), len(counted)),
        las=_percent(right.total(), len(counted)),
        core_f=_f(right, wanted, found, CORE),
        arcs_a=arcs_right(nlp, places.TREEBANK / "popular-arcs-a.json"),
        arcs_b=arcs_right(nlp, places.TREEBANK / "popular-arcs-b.json"),
        general=agreement(nlp, load(places.fetched(places.MEDIUM))),
        relations={label: _f(right, wanted, found, {label}) for label in sorted(CORE)},
    )


def arcs_right(nlp: Language, path: Path) -> float:
    """Percentage of hand-made arcs that the model reads, sentence by sentence from raw text."""
    items = json.loads(places.gold(path).read_text(encoding="utf-8"))
    verdicts = [_reads(nlp(item["text"]), arc) for item in items for arc in item["arcs"]]
    return _percent(sum(verdicts), len(verdicts))


def _reads(read: Doc, arc: dict[str, Any]) -> bool:
    """A token at a child offset has its head at one of the head offsets, and an accepted label."""
    return any(
        token.head.idx in arc["heads"] and token.dep_ in arc["dep"]
        for token in read
        if token.idx in arc["children"]
    )


def agreement(nlp: Language, teacher: Language) -> float:
    """Percentage of words of general prose, punctuation aside, read as the teacher reads them."""
    files = (places.need(PROSE / name, "it belongs to Debian's base-files") for name in PROSE_FILES)
    blocks = [block for file in files for block in file.read_text("utf-8").split("\n\n")]
    texts = [text for block in blocks if (text := " ".join(block.split())).endswith(".")]
    pairs = zip(nlp.pipe(texts), teacher.pipe(texts), strict=True)
    words = [(a, b) for x, y in pairs for a, b in zip(x, y, strict=True) if not b.is_punct]
    return _percent(sum((a.head.i, a.dep_) == (b.head.i, b.dep_) for a, b in words), len(words))


def _dev() -> list[Tree]:
    source = places.gold(places.TREEBANK / "craft-dev.conllu.gz")
    return [sentence for paragraph in paragraphs(source) for sentence in paragraph]


def _read_as(nlp: Language, gold: Tree) -> Tree:
    """Parse a sentence on its gold tokens; should the model split it, heads stay within the Doc."""
    bare = Doc(nlp.vocab, words=[w.text for w in gold], spaces=[w.space for w in gold])
    return tree(nlp(bare)[:])


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


def _f(right: Counter[str], wanted: Counter[str], found: Counter[str], labels: set[str]) -> float:
    """Labelled F1 over some relations, as a percentage."""
    hits = sum(right[label] for label in labels)
    return _percent(2 * hits, sum(wanted[label] + found[label] for label in labels))


def load(model: Path) -> Language:
    """Load what scoring needs."""
    return spacy.load(model, exclude=["ner", "senter", "lemmatizer", "attribute_ruler"])


def mean(scores: list[Scores]) -> Scores:
    """The mean of several seeds, score by score."""
    totals = {name: _mean([getattr(s, name) for s in scores]) for name in FIGURES}
    relations = {label: _mean([s.relations[label] for s in scores]) for label in sorted(CORE)}
    return Scores(**totals, relations=relations)


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 1)


def main() -> None:
    """Score sm and every assembled seed, write `scores.json`, and hold the mean to the floors."""
    seeds = sorted(places.RUNS.glob("seed-*/model"))
    by_seed = {path.parent.name: score(load(path)) for path in seeds}
    if not by_seed:
        raise SystemExit(f"{places.RUNS}: no assembled seed; run `python -m training.assemble`")
    middle = mean(list(by_seed.values()))
    rows = {"en_core_web_sm": score(load(places.fetched(places.SMALL))), **by_seed, "mean": middle}
    report = {"shipped": "seed-0", "floors": FLOORS} | {k: asdict(v) for k, v in rows.items()}
    (places.ROOM / "scores.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    for name, row in rows.items():
        print(f"{name:16}", *(f"{figure} {getattr(row, figure):5}" for figure in FIGURES), sep="  ")
    short = [figure for figure, floor in FLOORS.items() if getattr(middle, figure) < floor]
    if short:
        raise SystemExit(f"mean of {len(by_seed)} seeds under the floor: {', '.join(short)}")


if __name__ == "__main__":
    main()
