"""The first article against its hand-made gold, as the gold's README says to score it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from benchmarks.quality import article_facts as facts
from benchmarks.quality.places import GOLD, rows, words
from benchmarks.quality.relations import translate
from kg.evaluate import Counts, GoldClaim, GoldText, Score, score, total
from kg.evaluate.render import render_misses, render_table
from kg.model.claim import Reading
from kg.model.ontology import Ontology
from kg.model.text import Span
from kg.pipeline import read_article
from kg.read import read

FOLDER = GOLD / "article"
ALIASES = {row[0]: " / ".join(words(row[1])) for row in rows("article_terms.tsv")}
QUALIFIERS = {
    "location": "location", "species": "organism", "population": "population",
    "condition": "condition",
}  # fmt: skip
ALL_DEGREES = ("known", "asserted", "probable", "possible", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Scores of the claims between two terms and of all; then everything else of the article."""

    between_terms: Score
    every: Score
    propositions: Counts  # of `every`, whatever the sentence
    facts: tuple[facts.Fact, ...]


@cache
def gold() -> Mapping[str, Any]:
    """Load the gold."""
    data: Mapping[str, Any] = json.loads((FOLDER / "allopregnanolone.json").read_text("utf-8"))
    return data


def measure(ontology: Ontology) -> Measured:
    """Read the article and compare."""
    path = FOLDER / "allopregnanolone.txt"
    reading = read_article(read(path.read_bytes(), name=path.name), ontology)
    every = score(reading, text(gold()["claims"]), ontology)
    whole = replace(every.gold, claims=tuple(_somewhere(every.gold.claims)))
    return Measured(
        between_terms=_between_terms(every, ontology),
        every=every,
        propositions=counted(score(reading, whole, ontology)),
        facts=facts.compare(gold(), reading),
    )


def _between_terms(every: Score, ontology: Ontology) -> Score:
    """Score the claims between two terms; the others may be found and may be missed."""
    between = {
        c["id"] for c in gold()["claims"] if c["subject_is_entity"] and c["object_is_entity"]
    }
    claims = tuple(
        claim if claim.tags[0] in between else replace(claim, optional=True, certainties=())
        for claim in every.gold.claims
    )
    return score(every.reading, replace(every.gold, claims=claims), ontology)


def text(claims: Iterable[Mapping[str, Any]]) -> GoldText:
    """Return the article's gold: optional claims and those also stated are neutral."""
    return GoldText(
        name="article",
        text=(FOLDER / "allopregnanolone.txt").read_text("utf-8"),
        claims=(*map(_claim, claims), *map(_also_stated, gold()["also_stated"])),
        forbidden=tuple(map(_forbidden, gold()["must_not_extract"])),
    )


def _claim(data: Mapping[str, Any]) -> GoldClaim:
    meta, optional = gold()["meta"], data["priority"] == "optional"
    return _named(
        GoldClaim(
            subject=data["subject"],
            predicates=(data["predicate"],),
            object=data["object"],
            negated=data["polarity"] == "negative",
            certainties=() if optional else (meta["certainty_mapping"][data["certainty"]],),
            span=Span(data["start"], data["end"]),
            qualifiers=tuple(_qualifiers(data)),
            citations=tuple(int(ref.removeprefix("ref")) for ref in data["cites_refs"]),
            tags=(data["id"], data["priority"]),
            optional=optional,
        )
    )


def _qualifiers(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in sorted(data.get("qualifiers", {}).items()):
        if name in QUALIFIERS and value != "human":
            yield QUALIFIERS[name], value


def _also_stated(data: Mapping[str, Any]) -> GoldClaim:
    return _named(
        GoldClaim(
            subject=data["subject"],
            predicates=(data["predicate"],),
            object=data["object"],
            tags=("also stated",),
            optional=True,
        )
    )


def _forbidden(data: Mapping[str, Any]) -> GoldClaim:
    return _named(
        GoldClaim(
            subject=data["subject"],
            predicates=(data["predicate"].removeprefix("NOT "),),
            object=data["object"],
            negated=data["predicate"].startswith("NOT "),
            certainties=ALL_DEGREES,
        )
    )


def _named(claim: GoldClaim) -> GoldClaim:
    subject, object_ = (ALIASES.get(end, end) for end in (claim.subject, claim.object))
    return translate(replace(claim, subject=subject, object=object_))


def _somewhere(claims: Iterable[GoldClaim]) -> Iterator[GoldClaim]:
    """Yield each proposition once, stated anywhere."""
    seen = set()
    for claim in claims:
        key = (claim.subject, claim.predicates, claim.object, claim.negated)
        if key not in seen:
            seen.add(key)
            yield replace(claim, span=None, certainties=(), citations=None, qualifiers=())


def counted(result: Score) -> Counts:
    """Sum up. "The same as" is found where both names lead to one term, with or without a claim."""
    same = sum(g.predicates == ("sameAs",) and _is_one(result.reading, g) for g in result.missed)
    return total([result]) + Counts(matched=same)


def _is_one(reading: Reading, claim: GoldClaim) -> bool:
    forms = {form.casefold() for form in claim.subject.split(" / ")}
    named: dict[str, set[str]] = {}
    for mention in reading.mentions:
        form = mention.span.of(reading.article.text).casefold()
        named.setdefault(form, set()).add(mention.term)
    return all(form in named for form in forms) and len(set.union(*(named[f] for f in forms))) == 1


def rows_of(measured: Measured) -> dict[str, Counts]:
    """Return the rows of the article's table."""
    return {
        "between two terms": counted(measured.between_terms),
        "all": counted(measured.every),
        "all, by proposition": measured.propositions,
    }


def facts_of(measured: Measured) -> tuple[facts.Fact, ...]:
    """Return everything but the claims; citations of the claims that were matched come last."""
    counts = total([measured.every])
    wrong = tuple(
        str(m.gold) for m in measured.every.matches if m.found.citations != m.gold.citations
    )
    cited = facts.Fact(
        "papers of the claims matched", counts.citations_right, counts.citations_judged, wrong
    )
    return (*measured.facts, cited)


def render(measured: Measured, *, misses: bool) -> str:
    """Return tables, and the sentences with misses before them."""
    lines = list(render_misses(measured.every)) if misses else []
    tables = ["\n## The first article\n", render_table(rows_of(measured)), ""]
    told = [line for fact in facts_of(measured) for line in _fact(fact)]
    return "\n".join([*lines, *tables, *told])


def _fact(fact: facts.Fact) -> Iterator[str]:
    yield f"{fact.name}: {fact.right} of {fact.judged}"
    if fact.wrong:
        yield f"    not: {'; '.join(fact.wrong)}"
