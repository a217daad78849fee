"""Move sentences between the suites of tests/claims and known_misses.md, as they are read now.

Run: python -m benchmarks.quality.sort_misses

A sentence that is not read right goes to the known_misses.md of its folder, below a heading that
says where it was; one there that is read right goes back to the end of that section. The terms of
the suites are listed there as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.quality.suites import FOLDERS, MISSES, Suite, headings, suites
from kg.evaluate import GoldTerm, GoldText, evaluate, faults
from kg.model.ontology import Ontology
from kg.ontology import load

HEAD = """# Known misses

What is not read right yet: written from the definitions like all others, and expected to fail. A
sentence here that is read right fails too, so that it is moved back (README.md says how).
"""
Placed = tuple[str, str]  # "file.md: heading", and the lines of a text with its claims


def main() -> None:
    """Sort every sentence of every folder to where it belongs."""
    ontology = load()
    for folder in FOLDERS:
        print(f"{folder.name}: {sort(folder, ontology)}")


def sort(folder: Path, ontology: Ontology) -> str:
    """Sort the sentences of a folder; return what was done."""
    read = suites(folder)
    misses = folder / MISSES
    moved = [
        (f"{suite.path.name}: {heading}", block)
        for suite in read
        for heading, block in _blocks(suite.path, suite.texts, ontology, wrong=True)
    ]
    missed = tuple(text for suite in read for text in suite.missed)
    back = list(_blocks(misses, missed, ontology, wrong=False))
    kept = list(_blocks(misses, missed, ontology, wrong=True))
    for place, block in moved:
        _cut(folder / place.split(": ")[0], block)
    for place, block in back:
        name, heading = place.split(": ", 1)
        _append(folder / name, heading, block)
    page = "\n".join(_page(sorted([*kept, *moved]), _terms(read)))
    misses.write_text(page, encoding="utf-8")
    return f"{len(moved)} moved to {MISSES}, {len(back)} moved back, {len(kept)} stay there"


def _terms(read: Iterable[Suite]) -> list[GoldTerm]:
    """Return the terms of all suites, each name once: as the first of them gives it."""
    first: dict[str, GoldTerm] = {}
    for suite in read:
        for term in suite.terms:
            first.setdefault(term.label.casefold(), term)
    return list(first.values())


def _blocks(
    path: Path, texts: tuple[GoldText, ...], ontology: Ontology, *, wrong: bool
) -> Iterator[Placed]:
    """Yield the heading and the lines of each text that is read wrong, or right."""
    if not texts:
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    results = evaluate(texts, ontology)
    for text, heading, result in zip(texts, headings(path, texts), results, strict=True):
        if any(faults(result)) == wrong:
            yield heading, "\n".join(lines[text.line - 1 : _end(lines, text)])


def _end(lines: list[str], text: GoldText) -> int:
    """Return the index after the last line of a text and its claims."""
    claims = next(n for n in range(text.line, len(lines)) if lines[n].startswith("- "))
    following = range(claims, len(lines))
    return next((n for n in following if lines[n].startswith((">", "#"))), len(lines))


def _cut(path: Path, block: str) -> None:
    source = path.read_text(encoding="utf-8")
    path.write_text(source.replace(block.rstrip() + "\n", "", 1), encoding="utf-8")
    _tidy(path)


def _append(path: Path, heading: str, block: str) -> None:
    """Put a block at the end of its section."""
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(
        n for n, line in enumerate(lines) if line.lstrip("# ") == heading and line[0] == "#"
    )
    following = range(start + 1, len(lines))
    end = next((n for n in following if lines[n].startswith("#")), len(lines))
    lines[end:end] = ["", *block.rstrip().splitlines(), ""]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _tidy(path)


def _tidy(path: Path) -> None:
    """Leave one empty line between paragraphs."""
    lines = path.read_text(encoding="utf-8").strip().splitlines()
    kept = [line for n, line in enumerate(lines) if line or lines[n - 1]]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def _page(blocks: Sequence[Placed], terms: Sequence[GoldTerm]) -> Iterator[str]:
    yield HEAD
    yield "terms:\n\n| name | kind | further names |\n|---|---|---|"
    yield from (f"| {term.label} | {term.kind} | {', '.join(term.also)} |" for term in terms)
    yield ""
    for place in dict.fromkeys(place for place, _ in blocks):
        yield f"## {place}\n"
        yield from (f"{block.rstrip()}\n" for where, block in blocks if where == place)


if __name__ == "__main__":
    main()
