"""Quads → bytes of a file, the same bytes each time; moved into place only when whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.terms import Literal, Quad, sort_quads
from kg.rdf.vocabulary import PREFERRED_PREFIX, PREFIXES
from kg.store.convert import to_ox_quads
from kg.store.formats import WRITTEN, written_format
from kg.store.jsonld import to_jsonld


def serialize(quads: Iterable[Quad], format: str) -> bytes:  # noqa: A002 as the command calls it
    """Return quads in a format of `formats.WRITTEN`. Turtle is the union without graph names.

    The prefixes are those that the quads themselves declare. Raises KgError for another format
    and for a name that is no IRI.
    """
    wanted = WRITTEN[written_format(format)]
    ordered = sort_quads(quads)
    prefixes = declared_prefixes(ordered)
    if format == "jsonld":
        return to_jsonld(ordered, prefixes)
    converted = to_ox_quads(ordered)
    if wanted.supports_datasets:
        return dump(converted, wanted, prefixes)
    return dump(dict.fromkeys(quad.triple for quad in converted), wanted, prefixes)


def dump(
    statements: Iterable[ox.Quad] | Iterable[ox.Triple],
    format: ox.RdfFormat,  # noqa: A002
    prefixes: Mapping[str, str],
) -> bytes:
    """Return statements in the order in which they come, below sorted prefixes."""
    data = ox.serialize(statements, format=format, prefixes=dict(prefixes)) or b""
    lines = data.splitlines(keepends=True)
    heads = sum(line.startswith(b"@prefix ") for line in lines[: len(prefixes)])
    return b"".join((*sorted(lines[:heads]), *lines[heads:]))


def write(quads: Iterable[Quad], path: Path, format: str | None = None) -> None:  # noqa: A002
    """Write quads to a file, by its ending where no format is given.

    Raises KgError where the format is unknown or the file cannot be written; the file is then
    as it was before.
    """
    write_bytes(serialize(quads, format or path.suffix.removeprefix(".").lower()), path)


def write_bytes(data: bytes, path: Path) -> None:
    """Write beside the target, flush to disk, move into place. Raises KgError where it cannot."""
    import tempfile  # noqa: PLC0415 loads much; a query writes nothing

    target = Path(os.path.realpath(path))  # a link keeps being one
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise _cannot(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except OSError as error:
        raise _cannot(path, error) from None
    finally:
        Path(beside).unlink(missing_ok=True)


def declared_prefixes(quads: Iterable[Quad]) -> Mapping[str, str]:
    """Return prefix → namespace as the quads say it, with those that every output has. Where two
    ontologies differ, the first namespace in order holds.
    """
    found = dict(PREFIXES)
    for s, p, o, _ in quads:
        if p == PREFERRED_PREFIX and isinstance(o, Literal):
            found.setdefault(o.value, s.value)
    return dict(sorted(found.items()))


def _mode(target: Path) -> int:
    """Return the permissions that the file has, or those that a new file would get."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _cannot(path: Path, error: OSError) -> KgError:
    why = {
        "ENOSPC": ("the disk is full", "free some space; the file is as it was before"),
        "ENOENT": (f"there is no folder {path.parent}", "make it, or choose another"),
        "EACCES": ("it may not be written", "choose another folder, or change its permissions"),
        "EROFS": ("the disk is read-only", "choose another folder"),
        "EISDIR": ("it is a folder", "name a file"),
    }
    if path.parent.exists():
        why["ENOENT"] = (f"no file can be made in {path.parent}", "choose another folder")
    code = errno.errorcode.get(error.errno or 0, "")
    reason, hint = why.get(code, (error.strerror or str(error), None))
    return KgError(f"cannot write: {reason}", where=str(path), hint=hint)
