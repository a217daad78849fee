"""The public corpora's development parts, their names given: tables of what kg reads of them.

Parsing takes most of the time (0.3 s a document); every document is read once for all figures.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.quality import by_document, chemprot, links
from benchmarks.quality.corpus import FOLDER, documents
from benchmarks.quality.corpus_relations import DENIED
from benchmarks.quality.links import Link, Read
from benchmarks.quality.places import HERE
from kg.evaluate.counts import ratio
from kg.model.ontology import Ontology

EVERY = 20  # documents between two lines of progress
CLAIMS, TRIGGER, TOGETHER = "kg", "trigger between", "together in a sentence"
LOOSELY, ANY = "kg, or associated", "kg, any relation"
READ_BY_HAND = HERE / "read_by_hand.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, what is said below it, and tables: header, then rows of cells."""

    title: str
    note: str
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()


def reads(name: str, ontology: Ontology, step: int) -> Iterator[Read]:
    """Read every `step`-th document of a corpus; progress goes to standard error."""
    every = documents(FOLDER / f"{name}.jsonl.gz", step)
    for n, one in enumerate(every, 1):
        if n % EVERY == 0 or n == len(every):
            print(f"{name}: {n} of {len(every)}", file=sys.stderr, flush=True)
        yield links.read(one, ontology)


def measure(ontology: Ontology, step: int = 1) -> Iterator[Section]:
    """Read the three corpora and yield their sections, and what was read by hand."""
    yield measure_chemprot(reads("chemprot-dev", ontology, step), ontology)
    yield from _by_hand()
    yield measure_bc5cdr(reads("bc5cdr-dev", ontology, step), ontology)
    yield measure_biored(reads("biored-dev", ontology, step), ontology)


def _ways(found: Read, ontology: Ontology) -> Mapping[str, tuple[Link, ...]]:
    """Return the links of kg and of the two that need no reading."""
    return {
        CLAIMS: links.claims(found),
        TRIGGER: links.triggered(found, ontology),
        TOGETHER: links.together(found),
    }


def measure_chemprot(every: Iterator[Read], ontology: Ontology) -> Section:
    """ChemProt: by pair of mentions."""
    counts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for found in every:
        annotated = chemprot.Annotated(found)
        for way, made in _ways(found, ontology).items():
            counts[way] += chemprot.tally(annotated, made)
    return Section(
        title="ChemProt: chemicals and proteins",
        note=CHEMPROT_NOTE.format(apart=counts[CLAIMS]["links apart", ""]),
        tables=(
            (CHEMPROT_HEADER, *(_chemprot_row(way, c) for way, c in counts.items())),
            _doer_rows(counts),
            (("kg, by type", "pairs", "found", "typed"), *_type_rows(counts[CLAIMS])),
        ),
    )


CHEMPROT_NOTE = """\
Abstracts whose annotators marked each pair of mentions. A pair is *found* where kg reads a claim
between the two in that sentence, *typed* where its relation, direction and negation are right for
the pair's type (`benchmarks/quality/corpus_relations.tsv`); so are the claims judged, those
between a chemical and a protein that the sentence names. {apart} more have an end that it names
only by a pronoun or the like: no annotator could mark them. *Denied* counts the pairs annotated as
denied that were found, and found denied. *Sign* and *doer* are judged of claims that have a sign
(`relation_signs.tsv`), of pairs whose types have one: of these the chemical does it."""
CHEMPROT_HEADER = (
    "", "pairs", "recall", "typed", "claims", "precision", "typed", "denied",
)  # fmt: skip


def _chemprot_row(way: str, c: Counter[tuple[str, str]]) -> tuple[str, ...]:
    denied, found = chemprot.denied_of_found(c)
    return (
        way,
        str(c["pairs", ""]),
        _share(c["found", ""], c["pairs", ""]),
        "–" if way == TOGETHER else _share(c["typed", ""], c["pairs", ""]),
        str(c["links", ""]),
        _share(c["links paired", ""], c["links", ""]),
        "–" if way == TOGETHER else _share(c["links typed", ""], c["links", ""]),
        f"{denied}/{found}",
    )


def _doer_rows(counts: Mapping[str, Counter[tuple[str, str]]]) -> tuple[tuple[str, ...], ...]:
    header = ("", "judged", "sign right", "judged", "doer right")
    rows = (
        (way, *(cell for what in ("sign", "doer") for cell in _judged(c, what)))
        for way, c in counts.items()
        if way != TOGETHER
    )
    return (header, *rows)


def _judged(c: Counter[tuple[str, str]], what: str) -> tuple[str, str]:
    judged = c[f"{what} judged", ""]
    return str(judged), _share(c[f"{what} right", ""], judged) if judged else "–"


def _type_rows(c: Counter[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    for type_, pairs in sorted(_of_each(c, "pairs").items(), key=lambda pair: (-pair[1], pair[0])):
        yield (
            "NOT (denied)" if type_ == DENIED else type_,
            str(pairs),
            _share(c["found", type_], pairs),
            _share(c["typed", type_], pairs),
        )


def _of_each(c: Counter[tuple[str, str]], what: str) -> dict[str, int]:
    """Return type → number, without the sum of all."""
    return {type_: n for (one, type_), n in c.items() if one == what and type_}


def measure_bc5cdr(every: Iterator[Read], ontology: Ontology) -> Section:
    """BC5CDR: which chemical induces which disease."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in every:
        gold = by_document.induced(found)
        made = _ways(found, ontology)
        pairs = {
            CLAIMS: by_document.induced_by(found, made[CLAIMS]),
            LOOSELY: by_document.induced_by(found, made[CLAIMS], by_document.LOOSELY),
            ANY: by_document.induced_by(found, made[CLAIMS], None),
            TRIGGER: by_document.induced_by(found, made[TRIGGER]),
            TOGETHER: by_document.induced_by(found, made[TOGETHER], None),
        }
        for way, read in pairs.items():
            counts[way].update(dict(by_document.overlap(gold, read)))
    return Section(title="BC5CDR: side effects", note=BC5CDR_NOTE, tables=(_overlaps(counts),))


BC5CDR_NOTE = """\
Which chemical brings about which disease, by document and identifier; names with one identifier
are one term. Read as `causes` (`hasSideEffect` below it) or `increases`, and affirmed; *or
associated* adds `associatedWith`, which case reports say of side effects, and *any relation* tells
how often kg links the two at all. The corpus keeps one name of a harm, the most specific, where a
text uses several."""


def measure_biored(every: Iterator[Read], ontology: Ontology) -> Section:
    """BioRED: pairs of any two things, and the sign of what is said of them."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    signs: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for found in every:
        gold = by_document.related(found)
        for way, made in _ways(found, ontology).items():
            read = by_document.related_by(found, made)
            counts[way].update(dict(by_document.overlap(gold, read)))
            signs[way] += by_document.sign_tally(gold, read)
    right = {way: by_document.signs_right(c) for way, c in signs.items() if way != TOGETHER}
    return Section(
        title="BioRED: pairs and signs",
        note=BIORED_NOTE,
        tables=(_overlaps(counts), _sign_rows(right), _read_signs(signs[CLAIMS])),
    )


BIORED_NOTE = """\
Genes, variants, diseases and chemicals, by document and identifier; a pair counts in either
direction, since the corpus gives none, and where kg affirms any relation. The *sign* of a pair is
that of most claims about it (`relation_signs.tsv`): it is judged where the corpus calls the pair
a positive or a negative correlation (*found*) and kg read a relation that has a sign."""


def _overlaps(counts: Mapping[str, Counter[str]]) -> tuple[tuple[str, ...], ...]:
    header = ("", "pairs", "read", "precision", "recall", "F1")
    return (header, *(_overlap(way, c) for way, c in counts.items()))


def _overlap(way: str, c: Counter[str]) -> tuple[str, ...]:
    pairs, read, right = c["pairs"], c["read"], c["right"]
    figures = (ratio(right, read), ratio(right, pairs), ratio(2 * right, pairs + read))
    return (way, str(pairs), str(read), *(f"{figure:.2f}" for figure in figures))


def _sign_rows(right: Mapping[str, tuple[int, int, int]]) -> tuple[tuple[str, ...], ...]:
    rows = (
        (way, str(found), str(judged), str(n), _share(n, judged), _share(n, found))
        for way, (n, judged, found) in right.items()
    )
    header = ("", "found", "with a sign", "sign right", "of those with a sign", "of those found")
    return (header, *rows)


def _read_signs(signs: Counter[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Show which sign was read of the pairs of each type that were found."""
    types = sorted({type_ for type_, _ in signs})
    rows = ((t, *(str(signs[t, sign]) for sign in ("+", "-", "±", ""))) for t in types)
    return (("kg, pairs found", "more", "less", "both", "no sign"), *rows)


def _share(part: int, whole: int) -> str:
    return f"{ratio(part, whole):.2f}"


def _by_hand() -> Iterator[Section]:
    if READ_BY_HAND.exists():
        yield Section(title="Read by hand", note=READ_BY_HAND.read_text(encoding="utf-8").strip())
