"""Files and standard streams: reading text, writing what a command made."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.errors import KgError
from kg.store.write import write_bytes

STANDARD = Path("-")


def put(data: bytes, target: Path | None) -> None:
    """Write all of `data`, or nothing. No target, or ``-``, is standard output.

    Raises KgError where the target cannot be written.
    """
    if target is None or target == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if target.is_char_device() or target.is_fifo():  # /dev/stdout, /dev/null: nothing to move
        _write_in_place(target, data)
    else:
        write_bytes(data, target)


def _write_in_place(target: Path, data: bytes) -> None:
    try:
        target.write_bytes(data)
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        hint = "choose another place"
        raise KgError(f"cannot write: {why}", where=str(target), hint=hint) from fault


def text_of(path: Path) -> str:
    """Return the text of a file; ``-`` is standard input. Raises KgError where it has none."""
    try:
        data = sys.stdin.buffer.read() if path == STANDARD else path.read_bytes()
        return data.decode()
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        hint = "give the path of a text file, or - for standard input"
        raise KgError(f"cannot be read: {why}", where=str(path), hint=hint) from fault
    except UnicodeDecodeError as fault:
        raise KgError("is not UTF-8", where=str(path), hint="save it as UTF-8") from fault
