"""``python -m benchmarks.quality``: how well kg reads; ``--misses`` shows where it does not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.quality import (
    cases,
    chemprot,
    claims_to_read,
    corpora,
    gold_article,
    parts,
    questions,
    report,
)
from benchmarks.quality.pages import PAGES
from benchmarks.quality.places import GOLD
from kg.errors import KgError
from kg.evaluate.render import render_misses, render_needs, render_table
from kg.model.ontology import Ontology
from kg.ontology import load

PARTS = ("article", "cases", "prose", "real", "claims", *PAGES, "corpora")


def main() -> int:
    """Measure the parts asked for and print them."""
    options = arguments()
    if not GOLD.exists():
        sys.exit(f"the annotated text is not here: {GOLD} (it is no part of kg)")
    ontology = load(options.ontology)
    if options.write:
        report.write(ontology)
        print(f"wrote {report.PATH}")
    elif options.read:
        print_to_read(options.read, ontology, options.sample)
    elif options.part == "corpora":
        for section in corpora.measure(ontology, options.sample):
            print(f"\n{report.section(section)}")
    else:
        print_parts(options, ontology)
    return 0


def print_parts(options: argparse.Namespace, ontology: Ontology) -> None:
    """Measure and print one part, or all but the corpora."""
    if options.part in (None, "article"):
        article = gold_article.measure(ontology)
        print(gold_article.render(article, misses=options.misses))
        for line in questions.render(questions.ask(article.every, ontology), misses=options.misses):
            print(line)
    if options.part in (None, "cases"):
        print(cases.render(cases.measure(ontology), misses=options.misses))
    for name in [part for part in parts.MEASURES if options.part in (None, part)]:
        for measured in parts.measure(name, ontology):
            if options.misses:
                show_misses(measured, options.text)
            print(f"\n## {measured.title}\n\n{render_table(measured.rows)}")
            if name == "real":
                print(f"\n{render_needs(measured.shown)}")
    show_pages(options.part, ontology, misses=options.misses)


def print_to_read(number: int, ontology: Ontology, step: int) -> None:
    """Print claims of ChemProt to judge by hand."""
    read = map(chemprot.Annotated, corpora.reads("chemprot-dev", ontology, step))
    sample = claims_to_read.draw(claims_to_read.claims_of(read), number)
    for n, one in enumerate(sample, 1):
        print(claims_to_read.render(n, one))


def show_pages(part: str | None, ontology: Ontology, *, misses: bool) -> None:
    """Print the parts that have tables of their own."""
    for name in [page for page in PAGES if part in (None, page)]:
        print("\n" + "\n".join(PAGES[name](ontology, misses)))


def show_misses(measured: parts.Part, text: str | None) -> None:
    """Print the misses of the texts that may be shown."""
    for result in measured.shown:
        if text is None or text in result.gold.name:
            for line in render_misses(result):
                print(line)


def positive(written: str) -> int:
    """Read a number above zero."""
    if (number := int(written)) < 1:
        raise ValueError(written)
    return number


def arguments() -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument(
        "--part",
        choices=PARTS,
        help="measure this part only (corpora takes minutes, and runs only by name)",
    )
    parser.add_argument("--misses", action="store_true", help="show what was missed or too much")
    parser.add_argument("--text", help="with --misses: only texts whose name holds this")
    parser.add_argument(
        "--sample", type=positive, default=1, metavar="N", help="corpora: every N-th document only"
    )
    parser.add_argument(
        "--read", type=positive, metavar="N", help="show N claims of ChemProt to judge by hand"
    )
    parser.add_argument("--write", action="store_true", help="write docs/quality.md")
    parser.add_argument("--ontology", type=Path, action="append", default=[], metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
