"""The public corpora: abstracts with the mentions and the relations that their annotators saw.

JSON lines, gzip: ``{"id", "text", "entities": [{"start", "end", "type", "ids", "eid"?}],
"relations": [{"type", "subj", "obj"}]}``. Offsets are code points of `text`, end exclusive; `subj`
and `obj` are an `eid` (ChemProt) or an identifier (all others).
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.quality.places import GOLD, rows
from kg.evaluate import GoldTerm
from kg.evaluate.names import fold
from kg.model.text import Span

T = TypeVar("T")
FOLDER = GOLD / "corpora"
TYPE_TO_KIND = {row[0]: row[1] for row in rows("corpus_kinds.tsv")}
NO_ID = frozenset({"-1", "-"})
VARIANT = "SequenceVariant"  # its one identifier has bars: "c|DEL|657|5"


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention that the annotators marked. `ids` is empty where no database has the thing."""

    span: Span
    type: str
    ids: tuple[str, ...] = ()
    key: str = ""  # what ChemProt's relations call it


@dataclass(frozen=True, slots=True)
class Related:
    """A relation that the annotators saw; the ends are keys of mentions, or identifiers."""

    type: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A title and abstract, with what was annotated."""

    name: str
    text: str
    mentions: tuple[Marked, ...] = ()
    relations: tuple[Related, ...] = ()


def documents(path: Path, step: int = 1) -> tuple[Document, ...]:
    """Read a corpus: every `step`-th document, from the first."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return tuple(document(json.loads(line)) for n, line in enumerate(lines) if n % step == 0)


def document(record: Mapping[str, Any]) -> Document:
    """Return the document of one line."""
    return Document(
        name=record["id"],
        text=record["text"],
        mentions=tuple(map(_marked, record["entities"])),
        relations=tuple(
            Related(r["type"], _identifier(r["subj"]), _identifier(r["obj"]))
            for r in record["relations"]
        ),
    )


def _marked(record: Mapping[str, Any]) -> Marked:
    ids = tuple(id_ for id_ in record["ids"] if id_ not in NO_ID)
    if record["type"] == VARIANT and ids:
        ids = ("|".join(ids),)
    span = Span(record["start"], record["end"])
    return Marked(span, record["type"], ids, record.get("eid", ""))


def _identifier(written: str) -> str:
    """Return the identifier without empty parts: "c|DUP||15" is "c|DUP|15" at the mention."""
    return "|".join(part for part in written.split("|") if part)


def terms(of: Document) -> tuple[GoldTerm, ...]:
    """Return the names of a document as terms that are known.

    What has the same identifiers is one term with several names; without identifiers each name
    is its own. A name that was given to two is that of the more frequent one.
    """
    given = [m for m in of.mentions if m.type in TYPE_TO_KIND]
    spelt: defaultdict[str, dict[str, None]] = defaultdict(dict)
    meant: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    kinds: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for mention in given:
        surface = mention.span.of(of.text)
        thing = mention.ids or (fold(surface),)
        spelt[fold(surface)][surface] = None
        meant[fold(surface)][thing] += 1
        kinds[thing][TYPE_TO_KIND[mention.type]] += 1
    names: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, things in meant.items():
        names[_most(things)].extend(spelt[name])
    return tuple(
        GoldTerm(label=label, kind=_most(kinds[thing]), also=tuple(also))
        for thing, (label, *also) in names.items()
    )


def _most(counts: Counter[T]) -> T:
    """Return what was counted most often, the first of those."""
    return counts.most_common(1)[0][0]
