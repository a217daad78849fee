"""Writing what a command made: to standard output, or beside the target and then into place."""

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
