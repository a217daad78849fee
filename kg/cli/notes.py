"""What a person should know of a reading although it went well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.extract.language import looks_english
from kg.model.claim import Reading

NAMES_SHOWN = 5


def notes(reading: Reading) -> Iterator[str]:
    """Yield a line for each thing: a text that is not English, an article without claims."""
    if not looks_english(reading.article.text):
        yield "this does not look like English, and kg reads English only"
    if not reading.claims:
        yield f"no claim was read; {_unknown(reading)}"


def _unknown(reading: Reading) -> str:
    """Name what the ontology does not know, most frequent first."""
    labels = {term.iri: term.label for term in reading.terms if term.ungrounded}
    counted = Counter(labels[m.term] for m in reading.mentions if m.term in labels)
    if not counted:
        return "no name in it is in the ontology (add terms with --ontology FILE)"
    shown = ", ".join(f"{label} ({times})" for label, times in counted.most_common(NAMES_SHOWN))
    return f"names that the ontology does not know: {shown} (add them with --ontology FILE)"
