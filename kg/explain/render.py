"""An explanation as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import shorten

from kg.explain.records import Branch, CueScope, Explanation, Marked, Named, Part, Pointer, Stated

LONGEST = 60  # characters of a quotation
MOST_RIVALS = 5  # that a pointing word is shown with


def render(explanations: Iterable[Explanation], *, places: bool = False) -> str:
    """Return the explanations of sentences, one below the other; with `places`, each sentence is
    followed by its offsets.
    """
    return "\n\n".join("\n".join(_lines(e, places=places)) for e in explanations)


def _lines(e: Explanation, *, places: bool) -> Iterator[str]:
    yield f"{e.text} [{e.start}–{e.end}]" if places else e.text
    yield from _section("Tree", _table(_drawn(e.tree)))
    names = [n for n in e.names if not n.pointing]
    no_names = None if e.pointers else "no term is named here"
    yield from _section("Names", _table(map(_named, names)), none=no_names)
    yield from _section("Pointing words", (line for p in e.pointers for line in _pointer(p)))
    yield from _section("Quantities", e.quantities)
    yield from _section("Citations", _table(map(_marked, e.citations)))
    yield from _section("Cues", _table(map(_cue, e.cues)))
    yield from _section("Predicates", (line for one in e.stated for line in _stated(one)))
    yield from _section("Claims", e.claims, none="none")
    yield from _section("Not understood", e.not_understood)


def _section(title: str, lines: Iterable[str], *, none: str | None = None) -> Iterator[str]:
    """Yield a title and what stands below it; without lines nothing, or the words for none."""
    found = list(lines) or ([none] if none else [])
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def _table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the rows with their columns aligned."""
    kept = [*rows]
    widths = [max(map(len, column)) for column in zip(*kept, strict=True)]
    for row in kept:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _drawn(tree: Sequence[Branch]) -> Iterator[tuple[str, str, str]]:
    """Yield the words of the tree behind the lines that join them."""
    bars: list[str] = []  # what continues the lines of each depth
    for b in _without_stops(tree):
        del bars[b.depth :]
        twig = ("└─ " if b.last else "├─ ") if b.depth else ""
        yield "".join(bars[1:]) + twig + b.word, b.dependency, b.tag
        bars.append("" if not b.depth else "   " if b.last else "│  ")


def _without_stops(tree: Sequence[Branch]) -> Iterator[Branch]:
    """Yield the branches that are no punctuation. A sister before some is the last, then."""
    kept = [b for n, b in enumerate(tree) if b.dependency != "punct" or _has_below(tree, n)]
    for n, b in enumerate(kept):
        after = (later.depth for later in kept[n + 1 :] if later.depth <= b.depth)
        yield replace(b, last=next(after, -1) != b.depth)


def _has_below(tree: Sequence[Branch], n: int) -> bool:
    return n + 1 < len(tree) and tree[n + 1].depth > tree[n].depth


def _named(name: Named) -> tuple[str, str, str]:
    return name.words, f"→ {name.label}", name.kind


def _pointer(pointer: Pointer) -> Iterator[str]:
    """Yield what a pointing word was taken for, then the others with their weights."""
    ranked = [r for r in pointer.rivals if r.refused is None]
    meant = " and ".join(pointer.meant)
    none = "nothing fits" if not ranked else "left open: none is clearly the best"
    yield f"{pointer.words} → {meant or none}"
    if len(ranked) > 1:
        yield from (f"    {rival.score:.2f}  {rival.label}" for rival in ranked[:MOST_RIVALS])
    yield from (f"    not {r.label}: {r.refused}" for r in pointer.rivals if r.refused)


def _marked(marked: Marked) -> tuple[str, str, str]:
    over = " … ".join(marked.over)
    shown = shorten(over, LONGEST, placeholder=" …")
    return marked.marker, f"→ {marked.references}", f"over: {shown or 'nothing'}"


def _cue(cue: CueScope) -> tuple[str, str, str]:
    return cue.words, cue.effect, f"over: {', '.join(cue.over) or 'nothing'}"


def _stated(one: Stated) -> Iterator[str]:
    certainty = one.certainty if one.asserted else "not asserted"
    modality = [*(["denied"] if one.negated else []), certainty]
    cues = f" (cues: {', '.join(one.cues)})" if one.cues else ""
    said = f" “{one.lemma}”" if one.lemma.strip() else ""
    yield f"{one.word} ({one.pos}{said}): {', '.join(modality)}{cues}"
    yield from (f"  {line}" for line in _table(map(_part, one.parts)))
    for outcome in one.outcomes:
        yield f"  {outcome.verdict}: {outcome.text}"
        if outcome.turtle:
            yield f"    to change it: {outcome.turtle}"


def _part(part: Part) -> tuple[str, str, str]:
    steps = f" ({', '.join(part.steps)})" if part.steps else ""
    ends = "; ".join(part.ends) or "names nothing"
    return f"{part.role}:", f"{part.word}{steps}", f"→ {ends}"
