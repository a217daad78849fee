"""docs/quality.md: the figures of this version, measured when it was written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.quality import (
    calibration,
    cases,
    corpora,
    corpus,
    gold_article,
    parts,
    program,
    questions,
)
from benchmarks.quality.pages import PAGES
from benchmarks.quality.places import ROOT
from benchmarks.quality.tables import table
from kg import __version__
from kg.evaluate import Counts, Score
from kg.evaluate.render import needs
from kg.model.ontology import Ontology

PATH = ROOT / "docs" / "quality.md"
HEADER = ("", "texts", "claims", "found", "precision", "named", "recall", "F1", "certainty",
          "forbidden")  # fmt: skip
TRAINED = ROOT / "training" / "scores.json"
PARSER_MEASURES = {
    "tag": "tags", "uas": "UAS", "core_f": "core F", "arcs_a": "arcs a", "arcs_b": "arcs b",
}  # fmt: skip
INTRODUCTION = """# How well kg reads

Version {version}. Written by `python -m benchmarks.quality --write`; `--misses` shows the sentences
behind the figures. The annotated texts are no part of kg.

A claim is right where subject, relation, object, negation and sentence are those of the annotation;
a sub-relation counts as the relation, either direction of a symmetric relation does, and any name
of a term stands for it. *Precision* is the share of the claims found that are right, *named* the
same without claims about a thing that the annotation names nowhere, *recall* the share of the
annotated claims that were found. *Certainty* counts, among those matched, the ones whose degree is
right; *forbidden* the readings that the annotator ruled out and kg made all the same.
"""


def write(ontology: Ontology) -> None:
    """Measure everything and write the page."""
    text = "\n".join(_page(ontology)).rstrip() + "\n"
    PATH.parent.mkdir(exist_ok=True)
    beside = PATH.with_suffix(".md.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(PATH)


def _page(ontology: Ontology) -> Iterator[str]:
    yield INTRODUCTION.format(version=__version__)
    measured = gold_article.measure(ontology)
    yield from _article(measured)
    yield from _questions(questions.ask(measured.every, ontology))
    yield from _cases(cases.measure(ontology))
    for name in parts.MEASURES:
        for part in parts.measure(name, ontology):
            yield f"## {part.title}\n\n{part.note}\n"
            yield _counts(part.rows)
            if name == "real":
                yield from _needs(part.shown)
    yield from calibration.section(ontology, table)
    if corpus.FOLDER.exists():
        yield from map(section, corpora.measure(ontology))
    for page in PAGES.values():
        yield from page(ontology, False)
    yield from _parser()
    yield from _program()


def _article(measured: gold_article.Measured) -> Iterator[str]:
    yield "## The first article\n"
    yield (
        "One popular article, one annotator: claims marked core or secondary, those between two\n"
        "terms, and all (14 have a quality, a quantity or an event as an end). By proposition:\n"
        "each once, wherever it is stated.\n"
    )
    yield _counts(gold_article.rows_of(measured))
    yield table(
        ("", "right", "of"),
        [
            (fact.name, str(fact.right), str(fact.judged))
            for fact in gold_article.facts_of(measured)
        ],
    )


def _questions(answers: Sequence[questions.Answer]) -> Iterator[str]:
    right = sum(answer.right for answer in answers)
    yield (
        "Its questions, asked with the named queries. A query is right where it gives every row\n"
        "whose claim was read, and no row beside them:\n"
        f"{right} of {len(answers)}.\n"
    )
    rows = [
        (f"`{a.query}`", str(a.expected), str(len(a.missing)), str(len(a.beside))) for a in answers
    ]
    yield table(("query", "expected", "missing", "beside"), rows)


def _cases(results: Sequence[cases.Result]) -> Iterator[str]:
    yield "## Cases from the field\n"
    right = sum(result.right for result in results)
    yield (
        "Small inputs on which comparable software went wrong in public, those that are text.\n"
        f"Wholly right: {right} of {len(results)}. By what was asked:\n"
    )
    rows = [(key, str(n), str(all_)) for key, n, all_ in cases.by_key(results)]
    yield table(("", "right", "of"), rows)


def _needs(results: Sequence[Score]) -> Iterator[str]:
    yield "What reading the claims developed on takes, and how many of those were found:\n"
    yield table(
        ("needs", "found", "of"), [(tag, str(n), str(all_)) for tag, n, all_ in needs(results)]
    )


def _parser() -> Iterator[str]:
    """The parser's scores as training measured them: it is not trained anew here."""
    scores = json.loads(TRAINED.read_text(encoding="utf-8"))
    yield "## The parser\n"
    yield (
        "As `training/evaluate.py` measured it: CRAFT's development articles (tags, heads,\n"
        "labelled F of the relations that claims are read from), and two sets of popular\n"
        f"sentences (arcs right). What ships is {scores['shipped'].replace('-', ' ')}, fixed\n"
        "beforehand; the seeds tell how much is luck.\n"
    )
    rows = [name for name, row in scores.items() if isinstance(row, dict) and "tag" in row]
    yield table(
        ("", *PARSER_MEASURES.values()),
        [
            (name.replace("-", " "), *(f"{scores[name][key]:.1f}" for key in PARSER_MEASURES))
            for name in rows
        ],
    )


def _program() -> Iterator[str]:
    yield "## The program\n"
    yield "Time from start to end, as a multiple of `python -c pass` on the same machine:\n"
    yield table(
        ("command", "ratio"), [(f"`{name}`", f"{r:.1f}") for name, r in program.start_ratios()]
    )
    digests = program.digests()
    same = "the same bytes" if len(set(digests)) == 1 else "DIFFERENT BYTES"
    yield f"The shipped article, built {len(digests)} times with different hash seeds: {same}."


def _counts(rows: Mapping[str, Counts]) -> str:
    return table(HEADER, [_row(name, counts) for name, counts in rows.items()])


def _row(name: str, c: Counts) -> tuple[str, ...]:
    figures = (c.precision, c.inside_precision, c.recall, c.f1)
    return (
        name,
        str(c.texts),
        str(c.gold),
        str(c.right + c.extra),
        *(f"{figure:.2f}" for figure in figures),
        f"{c.certainty_right}/{c.certainty_judged}",
        f"{c.broken}/{c.forbidden}" if c.forbidden else "–",
    )


def section(of: corpora.Section) -> str:
    """Return a section of the corpora as Markdown."""
    tables = (table(header, rows) for header, *rows in of.tables)
    return "\n".join((f"## {of.title}\n\n{of.note}\n", *tables))
