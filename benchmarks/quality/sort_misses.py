"""Move sentences between the suites of tests/claims and known_misses.md, as they are read now.

Run: python -m benchmarks.quality.sort_misses

A sentence that is not read right goes to known_misses.md, below a heading that says where it was;
one there that is read right goes back to the end of that section. The terms of the suites are
listed there as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.places import CLAIMS
from kg.evaluate import GoldTerm, GoldText, evaluate, faults, read_gold
from kg.model.ontology import Ontology
from kg.ontology import load

MISSES = CLAIMS / "known_misses.md"
HEAD = """# Known misses

What is not read right yet: written from the definitions like all others, and expected to fail. A
sentence here that is read right fails too, so that it is moved back (README.md says how).
"""


def suites() -> list[Path]:
    """Return the suites, in order."""
    return [
        path for path in sorted(CLAIMS.glob("*.md")) if path not in (MISSES, CLAIMS / "README.md")
    ]


def main() -> None:
    """Sort every sentence to where it belongs."""
    ontology = load()
    back = list(_blocks(MISSES, ontology, wrong=False)) if MISSES.exists() else []
    kept = list(_blocks(MISSES, ontology, wrong=True)) if MISSES.exists() else []
    moved = [
        (f"{path.name}: {heading}", block)
        for path in suites()
        for heading, block in _blocks(path, ontology, wrong=True)
    ]
    terms = [term for path in suites() for text in read_gold(path)[:1] for term in text.terms]
    for place, block in moved:
        _cut(CLAIMS / place.split(": ")[0], block)
    for place, block in back:
        name, heading = place.split(": ", 1)
        _append(CLAIMS / name, heading, block)
    MISSES.write_text("\n".join(_page(sorted([*kept, *moved]), terms)), encoding="utf-8")
    print(f"{len(moved)} moved to {MISSES.name}, {len(back)} moved back, {len(kept)} stay there")


def _blocks(path: Path, ontology: Ontology, *, wrong: bool) -> Iterator[tuple[str, str]]:
    """Yield the heading and the lines of each text that is read wrong, or right."""
    lines = path.read_text(encoding="utf-8").splitlines()
    gold = read_gold(path)
    for text, result in zip(gold, evaluate(gold, ontology), strict=True):
        if any(faults(result)) == wrong:
            start = text.line - 1
            heading = next(line for line in reversed(lines[:start]) if line.startswith("#"))
            yield heading.lstrip("# "), "\n".join(lines[start : _end(lines, text)])


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


def _page(blocks: list[tuple[str, str]], terms: list[GoldTerm]) -> Iterator[str]:
    yield HEAD
    yield "terms:\n\n| name | kind | further names |\n|---|---|---|"
    yield from (f"| {term.label} | {term.kind} | {', '.join(term.also)} |" for term in terms)
    yield ""
    for place in dict.fromkeys(place for place, _ in blocks):
        yield f"## {place}\n"
        yield from (f"{block.rstrip()}\n" for where, block in blocks if where == place)


if __name__ == "__main__":
    main()
