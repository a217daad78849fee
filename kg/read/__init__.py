"""Bytes → `Article`, a module a format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import KgError
from kg.model.text import Article
from kg.read.plain import read_plain
from kg.read.source import Reader, Source

__all__ = ["READERS", "Reader", "Source", "load", "read"]

READERS: Mapping[str, Reader] = {"plain": read_plain}
BY_CONTENT = "plain"  # what is taken where no format is named: the only one so far


def read(
    source: bytes,
    *,
    name: str,
    iri: str | None = None,
    format: str | None = None,  # noqa: A002 - the word of the command line
) -> Article:
    """Read an article. `name` is its file's name: errors speak of it, and the article is called
    by it where nothing better is printed. Raises KgError where the bytes hold no article.
    """
    if iri is not None and not is_absolute(iri):
        raise KgError(f"{iri!r} is no absolute IRI", hint="write one such as https://example.org/1")
    try:
        reader = READERS[format or BY_CONTENT]
    except KeyError:
        known = ", ".join(sorted(READERS))
        raise KgError(
            f"kg reads no format {format!r}", where=name, hint=f"one of {known}"
        ) from None
    return reader(Source(source, name, iri))


def load(
    path: Path,
    *,
    iri: str | None = None,
    format: str | None = None,  # noqa: A002 - as in read
) -> Article:
    """Read an article from a file. Raises KgError where there is none that can be read."""
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        raise KgError("is a directory", where=str(path), hint="name the articles in it") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise KgError(
            f"cannot be read: {reason}", where=str(path), hint="check the path"
        ) from error
    return read(data, name=path.name, iri=iri, format=format)


def is_absolute(iri: str) -> bool:
    """Whether `iri` has a scheme and holds none of the characters that no IRI may hold."""
    if any(c.isspace() or c in '<>"{}|\\^`' or not c.isprintable() for c in iri):
        return False
    try:
        parts = urlsplit(iri)
    except ValueError:  # such as https://[
        return False
    return bool(parts.scheme and (parts.netloc or parts.path))
