"""The questions of the article's gold, asked of its graph with the named queries (questions.tsv).

What counts: a query gives every expected row whose claim was read, and no row beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.quality.gold_article import gold
from benchmarks.quality.places import rows
from kg.evaluate import Score
from kg.evaluate.score import Match, qualifier_values
from kg.model.claim import Claim, Quantity
from kg.model.ontology import Ontology
from kg.rdf import to_quads
from kg.store import Graph
from kg.store.named import run_named
from kg.store.results import Solutions

ALL_UNCITED = "*"
OTHER_NAMES = frozenset({"brexanolone", "zulresso"})  # those of the gold that name nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query gave: rows expected because their claims were read, those of them that are
    missing, and rows beside them, in words.
    """

    query: str
    expected: int
    missing: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether it gave every expected row and no other."""
        return not self.missing and not self.beside


def ask(result: Score, ontology: Ontology) -> tuple[Answer, ...]:
    """Ask every question of what was read of the article."""
    graph = Graph.of(to_quads(result.reading, ontology))
    answers = [_claims(graph, result, *row) for row in rows("questions.tsv")]
    return (*answers, _names(graph), _papers(graph))


def _claims(
    graph: Graph, result: Score, query: str, parameters: str, columns: str, claims: str
) -> Answer:
    found = [row for row in _rows(graph, query, _pairs(parameters)) if "sentence" in row]
    shown = _pairs(columns)
    wanted = [m for m in result.matches if _is_wanted(m, result, claims)]
    fits = [[_fits(row, m.found, shown, result) for m in wanted] for row in found]
    return Answer(
        query=query,
        expected=len(wanted),
        missing=tuple(str(m.gold) for n, m in enumerate(wanted) if not any(f[n] for f in fits)),
        beside=tuple(
            _words(row)
            for row, f in zip(found, fits, strict=True)
            if not any(f) and not any(_fits(row, c, shown, result) for c in result.neutral)
        ),
    )


def _pairs(cell: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in cell.split() if pair)


def _is_wanted(match: Match, result: Score, claims: str) -> bool:
    if claims == ALL_UNCITED:
        return not match.found.citations
    for one in claims.split():
        name, _, qualifier = one.partition("@")
        if name == match.gold.tags[0]:
            if not qualifier or qualifier in qualifier_values(result, match.found):
                return True
            if qualifier == "quantity" and isinstance(match.found.object, Quantity):
                return True
    return False


def _rows(graph: Graph, query: str, parameters: Mapping[str, str]) -> list[dict[str, str]]:
    results = run_named(graph, query, parameters)
    assert isinstance(results, Solutions)
    return [
        {name: value.value for name, value in zip(results.variables, row, strict=True) if value}
        for row in results.rows
    ]


def _fits(row: Mapping[str, str], claim: Claim, shown: Mapping[str, str], result: Score) -> bool:
    """Whether the row may show the claim: its sentence, and the ends that the query shows."""
    reading = result.reading
    if row.get("sentence") != reading.sentences[claim.sentence].span.of(reading.article.text):
        return False
    ends = {"subject": claim.subject, "object": claim.object}
    return all(
        row.get(column) == ends[end] for column, end in shown.items() if isinstance(ends[end], str)
    )


def _words(row: Mapping[str, str]) -> str:
    return " ".join(value.split("#")[-1][:60] for value in row.values())


def _names(graph: Graph) -> Answer:
    """Other names of allopregnanolone; the ontology's synonyms are right whatever the text says."""
    found = _rows(graph, "names", {"term": "allopregnanolone"})
    all_ = {row["name"].casefold() for row in found}
    own = {row["name"].casefold() for row in found if row["sort"] != "synonym"}
    return Answer(
        query="names",
        expected=len(OTHER_NAMES),
        missing=tuple(sorted(OTHER_NAMES - all_)),
        beside=tuple(sorted(own - OTHER_NAMES)),
    )


def _papers(graph: Graph) -> Answer:
    found = {(row["number"], row.get("doi")) for row in _rows(graph, "papers", {})}
    wanted = {
        (str(paper["citation_number"]), paper["doi"])
        for paper in gold()["papers"]
        if paper["citation_number"]
    }
    return Answer(
        query="papers",
        expected=len(wanted),
        missing=tuple(sorted(f"{n} {doi}" for n, doi in wanted - found)),
        beside=tuple(sorted(f"{n} {doi}" for n, doi in found - wanted)),
    )


def render(answers: Sequence[Answer], *, misses: bool) -> Iterator[str]:
    """Yield a line a query, and with `misses` the rows that are missing or beside."""
    right = sum(answer.right for answer in answers)
    yield f"\nnamed queries: {right} of {len(answers)} give the expected rows and no other"
    for answer in answers:
        yield (
            f"  {answer.query}: {answer.expected} expected, {len(answer.missing)} missing, "
            f"{len(answer.beside)} beside"
        )
        if misses:
            yield from (f"      - {row}" for row in answer.missing)
            yield from (f"      + {row}" for row in answer.beside)
