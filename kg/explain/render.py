"""An explanation as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.explain.records import Explanation, Named, Part, Stated


def render(explanations: Iterable[Explanation]) -> str:
    """Return the explanations of sentences, one below the other."""
    return "\n\n".join("\n".join(_lines(explanation)) for explanation in explanations)


def _lines(e: Explanation) -> Iterator[str]:
    yield e.text
    yield from _section(
        "Tree", (f"{'  ' * b.depth}{b.word}  {b.dependency} {b.tag}" for b in e.tree)
    )
    yield from _section("Names", map(_named, e.names), none="no term is named here")
    yield from _section("Quantities", e.quantities)
    yield from _section("Citations", e.citations)
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


def _named(name: Named) -> str:
    arrow = "⇒" if name.pointing else "→"
    return f"{name.words} {arrow} {name.label} ({name.kind})"


def _stated(one: Stated) -> Iterator[str]:
    modality = [*(["denied"] if one.negated else []), one.certainty]
    modality += [] if one.asserted else ["not asserted"]
    cues = f" (cues: {', '.join(one.cues)})" if one.cues else ""
    yield f"{one.word} ({one.pos} “{one.lemma}”): {', '.join(modality)}{cues}"
    yield from (f"  {_part(part)}" for part in one.parts)
    for outcome in one.outcomes:
        yield f"  {outcome.verdict}: {outcome.text}"
        if outcome.turtle:
            yield f"    to change it: {outcome.turtle}"


def _part(part: Part) -> str:
    steps = f" ({', '.join(part.steps)})" if part.steps else ""
    ends = "; ".join(part.ends) or "names nothing"
    return f"{part.role}: {part.word}{steps} → {ends}"
