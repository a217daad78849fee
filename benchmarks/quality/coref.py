"""Anaphors of full articles: whether kg resolves them, and to what.

CRAFT's development articles with its identity chains; its concepts are given as names, since kg
resolves to terms. Asked are the pronouns that kg knows as anaphors, and the noun phrases that it
takes for anaphors. Any earlier mention of the chain, or an apposition to one, is right.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.places import GOLD
from benchmarks.quality.tables import table
from kg.evaluate import GoldTerm, extend
from kg.extract.anaphors import PLURAL, SINGULAR
from kg.extract.by_token import by_token
from kg.model.claim import Anaphor, Mention, Reading
from kg.model.ontology import Ontology
from kg.model.text import Sentence, Span, Token
from kg.pipeline import STAGES, read_article
from kg.read import read

DEVELOPMENT = "dev"
UP_TO_ANAPHORS = STAGES[:-1]
TYPE_TO_KIND = {
    "PR": "Protein", "GO_BP": "Process", "UBERON": "AnatomicalStructure", "SO": "Term",
    "NCBITaxon": "Organism", "CL": "Cell", "GO_CC": "CellPart", "CHEBI": "Substance",
    "MONDO": "Disorder", "GO_MF": "MolecularProcess", "MOP": "MolecularProcess",
}  # fmt: skip
NOUNS = frozenset({"NOUN", "PROPN"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
SAME = "noun phrases, the antecedent has the same noun"
OTHER = "noun phrases, another noun"
NAMED = "pronouns, the antecedent is named"
EMPTY = "it that refers to nothing"
GROUPS = ("pronouns", NAMED, OTHER, SAME, EMPTY)
NOTE = """The anaphors of full articles (CRAFT, development part) that are of kg's kinds: pronouns,
and the noun phrases that kg takes to point back. The corpus' concepts are given as names; many
antecedents are none of them, and such an anaphor should be left. *Nearest noun*: right where the
nearest noun before that agrees in number is taken. What refers to nothing is right where left.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """An anaphor: what group it is of, what kg did, whether the nearest noun would be right."""

    groups: tuple[str, ...]
    text: str
    verdict: str  # right, left, wrong
    nearest: bool
    sentence: str
    antecedents: tuple[str, ...] = ()


def page(ontology: Ontology, misses: bool = False) -> Iterator[str]:
    """Yield the section of the report; before it, where asked, what was resolved wrongly."""
    judged = tuple(j for data in documents() for j in measure(data, ontology))
    if misses:
        yield from map(_shown, (j for j in judged if j.verdict == "wrong"))
    yield f"## What points back\n\n{NOTE}"
    header = ("", "anaphors", "right", "left", "wrong", "right of resolved", "nearest noun")
    yield table(header, [_row(group, judged) for group in GROUPS])


def _row(group: str, judged: Sequence[Judged]) -> tuple[str, ...]:
    own = [j for j in judged if group in j.groups]
    counts = Counter(j.verdict for j in own)
    all_ = max(1, len(own))
    shares = (f"{counts[v] / all_:.2f}" for v in ("right", "left", "wrong"))
    resolved = max(1, counts["right"] + counts["wrong"])
    if group == EMPTY:
        return (group, str(len(own)), "–", *list(shares)[1:], "–", "–")
    nearest = f"{sum(j.nearest for j in own) / all_:.2f}"
    return (group, str(len(own)), *shares, f"{counts['right'] / resolved:.2f}", nearest)


def _shown(j: Judged) -> str:
    return f"{j.groups[-1]}: «{j.text}», right: {' | '.join(j.antecedents)}\n    {j.sentence}"


def documents(part: str = DEVELOPMENT) -> Iterator[Mapping[str, Any]]:
    """Yield the articles of a part ("dev", "train") with their chains."""
    texts_of, chains_of = (
        GOLD / "corpora" / f"craft-{part}.jsonl.gz",
        GOLD / "coref" / f"craft-coref-{part}.jsonl.gz",
    )
    with gzip.open(texts_of, "rt", encoding="utf-8") as lines:
        texts = {data["id"]: data for data in map(json.loads, lines)}
    with gzip.open(chains_of, "rt", encoding="utf-8") as lines:
        for data in map(json.loads, lines):
            yield data | texts[data["id"]]


def names_given(entities: Iterable[Mapping[str, Any]]) -> tuple[GoldTerm, ...]:
    """Return a term for each concept; a name belongs to the concept that bears it most."""
    concepts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for entity in entities:
        if entity["ids"] and "spans" not in entity and entity["type"] in TYPE_TO_KIND:
            name = entity["text"].casefold()
            concepts[name][entity["ids"][0], entity["type"]] += 1
    names: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, counts in sorted(concepts.items()):
        names[min(counts, key=lambda concept: (-counts[concept], concept))].append(name)
    return tuple(
        GoldTerm(label=own[0], kind=TYPE_TO_KIND[type_], also=tuple(own[1:]))
        for (_, type_), own in sorted(names.items())
    )


def measure(data: Mapping[str, Any], ontology: Ontology) -> Iterator[Judged]:
    """Read an article and judge its anaphors."""
    known = extend(ontology, names_given(data["entities"]))
    article = read(data["text"].encode(), name="article.txt", format="plain")
    text = Text(read_article(article, known, UP_TO_ANAPHORS))
    for gold in data["anaphors"]:
        if (place := text.head(span_of(gold))) is not None:
            yield from _judged(text, data, gold, place)
    for gold in data["unchained_it"]:
        place = text.head(span_of(gold))
        if gold["nonreferential"] and place is not None:
            found = text.anaphors.get((place[0].index, place[1].index))
            verdict = "wrong" if found and found.terms else "left"
            yield Judged((EMPTY,), gold["text"], verdict, False, text.said(place[0]))


class Text:
    """A reading by places: a sentence and a token."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.anaphors = {(a.sentence, a.token): a for a in reading.anaphors}
        self.mentions = by_token(reading.sentences, reading.mentions)
        self.of_term: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in reading.mentions:
            self.of_term[mention.term].append(mention)

    def head(self, span: Span) -> tuple[Sentence, Token] | None:
        """Return the token of a span whose own head lies outside of it."""
        sentence = next((s for s in self.reading.sentences if s.span.holds(span)), None)
        if sentence is None:
            return None
        inside = [t for t in sentence.tokens if t.span.meets(span)]
        within = {t.index for t in inside}
        heads = (t for t in inside if t.head == t.index or t.head not in within)
        return next(((sentence, t) for t in heads), None)

    def said(self, sentence: Sentence) -> str:
        """Return the words of a sentence."""
        return " ".join(sentence.span.of(self.reading.article.text).split())

    def nearest(self, sentence: Sentence, token: Token) -> Token | None:
        """Return the nearest noun before a token that agrees with it in number."""
        plural = is_plural(token)
        first = max(0, sentence.index - 1)
        heads = [
            t
            for s in self.reading.sentences[first : sentence.index + 1]
            for t in s.tokens
            if t.pos in NOUNS and t.dep not in ("compound", "nmod")
        ]
        before = (t for t in reversed(heads) if t.span.end <= token.span.start)
        return next((t for t in before if (t.tag in PLURAL_TAGS) == plural), None)


def is_plural(token: Token) -> bool:
    """Whether an anaphor is in the plural."""
    return token.tag in PLURAL_TAGS or token.text.lower() in PLURAL


def span_of(mention: Mapping[str, Any]) -> Span:
    """Return where a mention stands."""
    return Span(mention["start"], mention["end"])


def _judged(
    text: Text, data: Mapping[str, Any], gold: Mapping[str, Any], place: tuple[Sentence, Token]
) -> Iterator[Judged]:
    sentence, token = place
    found = text.anaphors.get((sentence.index, token.index))
    is_pronoun = gold["kind"] == "pronoun"
    if found is None and not (is_pronoun and token.text.lower() in SINGULAR | PLURAL):
        return
    earlier = tuple(before(data, gold))
    heads = [head for span in earlier if (head := text.head(span)) is not None]
    named = any((s.index, t.index) in text.mentions for s, t in heads)
    if is_pronoun:
        groups: tuple[str, ...] = ("pronouns", *((NAMED,) if named else ()))
    else:
        groups = (SAME if gold["same_head"] else OTHER,)
    nearest = text.nearest(sentence, token)
    yield Judged(
        groups=groups,
        text=gold["text"],
        verdict=verdict_of(text, found, earlier, heads),
        nearest=any(t == nearest for _, t in heads),
        sentence=text.said(sentence),
        antecedents=tuple(dict.fromkeys(span.of(data["text"]) for span in earlier))[-4:],
    )


def before(data: Mapping[str, Any], gold: Mapping[str, Any]) -> Iterator[Span]:
    """Yield the mentions of the anaphor's chain before it, with what is apposed to them."""
    for mention in data["chains"][gold["chain"]]:
        if mention["start"] < gold["start"]:
            yield span_of(mention)
    for apposition in data["appositions"]:
        if apposition["chain"] == gold["chain"] and apposition["head"]["start"] < gold["start"]:
            yield from map(span_of, apposition["attributes"])


def verdict_of(
    text: Text,
    found: Anaphor | None,
    earlier: Sequence[Span],
    heads: Sequence[tuple[Sentence, Token]],
) -> str:
    """Return whether an anaphor was resolved to its chain: one term that is the head of a mention,
    or a list that stands within one.
    """
    if found is None or not found.terms:
        return "left"
    if len(found.terms) == 1:
        spans = [m.span for m in text.of_term[found.terms[0]]]
        right = any(span.meets(token.span) for _, token in heads for span in spans)
    else:
        right = any(
            all(any(span.holds(m.span) for m in text.of_term[term]) for term in found.terms)
            for span in earlier
        )
    return "right" if right else "wrong"
