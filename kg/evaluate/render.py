"""Scores as plain text: tables, and sentence by sentence what was missed or too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.evaluate.counts import Counts
from kg.evaluate.gold import GoldClaim
from kg.evaluate.score import (
    Score,
    has_right_certainty,
    qualifier_values,
    relation_name,
)
from kg.model.claim import Claim

HEADER = ("", "texts", "gold", "found", "P", "P named", "R", "F1", "certainty", "qualifiers",
          "forbidden")  # fmt: skip


SIGN_TO_MEANING = {
    "-": "missed",
    "+": "extra",
    "+?": "extra, with an end that the gold names nowhere",
    "=": "right",
    "%": "right but for its certainty",
    "~": "does not count",
    "!": "forbidden",
    "/": "a word that was seen, with its arguments",
    "@": "names that were seen",
    "·": "what kg itself did not understand",
}


def render_legend() -> str:
    """What the signs of `render_misses` mean, a line each."""
    signs = (f"   {sign:2} {meaning}" for sign, meaning in SIGN_TO_MEANING.items())
    return "\n".join(["Signs", *signs, ""])


def render_table(rows: Mapping[str, Counts]) -> str:
    """One line a part. "P named" leaves out claims with an end that the gold names nowhere."""
    return render_columns([HEADER, *(_row(name, counts) for name, counts in rows.items())])


def _row(name: str, c: Counts) -> tuple[str, ...]:
    return (
        name,
        str(c.texts),
        str(c.gold),
        str(c.right + c.extra),
        f"{c.precision:.3f}",
        f"{c.inside_precision:.3f}",
        f"{c.recall:.3f}",
        f"{c.f1:.3f}",
        f"{c.certainty_right}/{c.certainty_judged}",
        f"{c.qualifiers_right}/{c.qualifiers_judged}",
        f"{c.broken}/{c.forbidden}",
    )


def render_columns(rows: Sequence[Sequence[str]]) -> str:
    """Cells in columns: the first to the left, the others to the right."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def render_needs(results: Iterable[Score]) -> str:
    """How many of the gold's claims were found, by what reading them takes."""
    rows = [(tag, str(found), str(gold)) for tag, found, gold in needs(results)]
    return render_columns([("needs", "found", "gold"), *rows])


def needs(results: Iterable[Score]) -> list[tuple[str, int, int]]:
    """Return each tag of the gold's claims with how many were found, of how many; most first."""
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for result in results:
        hits = [m.gold for m in result.matches]
        found.update(tag for claim in hits for tag in claim.tags)
        gold.update(tag for claim in [*hits, *result.missed] for tag in claim.tags)
    return [(tag, found[tag], all_) for tag, all_ in gold.most_common()]


def render_misses(result: Score) -> Iterator[str]:
    """Lines: each sentence with a missed or an extra claim, then its claims, each behind a sign of
    `SIGN_TO_MEANING`.
    """
    for index, sentence in enumerate(result.reading.sentences):
        marks = list(_marks(result, index))
        if any(line.strip()[0] in "-+!%" for line in marks):
            text = sentence.span.of(result.reading.article.text)
            yield f"[{result.gold.name}] {' '.join(text.split())}"
            yield from marks
            yield from _seen(result, index)
    for claim in result.missed:
        if not any(_belongs(result, claim, n) for n in range(len(result.reading.sentences))):
            yield f"[{result.gold.name}] (in no sentence)"
            yield f"   - {claim}"


def _belongs(result: Score, claim: GoldClaim, index: int) -> bool:
    span = claim.span
    return span.meets(result.reading.sentences[index].span) if span else index == 0


def _marks(result: Score, index: int) -> Iterator[str]:
    for claim in result.missed:
        if _belongs(result, claim, index):
            yield f"   - {claim} {_certainties(claim)} {' '.join(claim.tags)}".rstrip()
    for mark, found, remark in _found(result):
        if found.sentence == index:
            yield f"   {mark} {show(result, found)}{remark}"


def _found(result: Score) -> Iterator[tuple[str, Claim, str]]:
    """Yield each claim found with its mark, and a remark."""
    for number, found in enumerate(result.extra):
        yield "+?" if number in result.outside else "+", found, ""
    for match in result.broken:
        yield "!", match.found, ""
    doubtful = [match for match in result.matches if not has_right_certainty(match)]
    for match in doubtful:
        yield "%", match.found, f" for {_certainties(match.gold)}"
    for found in result.right:
        if all(found is not match.found for match in doubtful):
            yield "=", found, ""
    for found in result.neutral:
        yield "~", found, ""


def _seen(result: Score, index: int) -> Iterator[str]:
    reading = result.reading
    tokens = reading.sentences[index].tokens
    for predicate in reading.predicates:
        if predicate.sentence == index:
            arguments = ", ".join(
                f"{a.role}={tokens[a.token].text}" + (f"({' '.join(a.steps)})" if a.steps else "")
                for a in predicate.arguments
            )
            yield f"   / {predicate.pos} {predicate.lemma}: {arguments}"
    mentions = [m for m in reading.mentions if m.sentence == index]
    if mentions:
        named = (m.span.of(reading.article.text) for m in mentions)
        yield f"   @ {', '.join(named)}"
    for note in reading.not_understood:
        if note.sentence == index:
            yield f"   · {note.text}"


def show(result: Score, claim: Claim) -> str:
    """Return a found claim as a line of a suite, with its trigger and steps."""
    text = result.reading.article.text
    subject, object_ = (result.names.show(end, text) for end in (claim.subject, claim.object))
    relation = "not " * claim.negated + relation_name(claim)
    qualifiers = qualifier_values(result, claim).items()
    parts = [subject, relation, object_, claim.certainty]
    parts += [f"{name}={value}" for name, values in qualifiers for value in values]
    steps = f" ({' '.join(claim.steps)})" if claim.steps else ""
    return f"{' | '.join(parts)}  «{claim.trigger.of(text)}»{steps}"


def _certainties(claim: GoldClaim) -> str:
    return f"| {' or '.join(claim.certainties)}" if claim.certainties else ""
