"""Writing what a command made: to standard output, or beside the target and then into place."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import click

from kg.errors import KgError

STANDARD = Path("-")


def put(data: bytes, target: Path | None) -> None:
    """Write all of `data`, or nothing. No target, or ``-``, is standard output.

    Raises KgError where the target cannot be written.
    """
    if target is None or target == STANDARD:
        out = click.get_binary_stream("stdout")
        out.write(data)
        out.flush()
        return
    try:
        _replace(target, data)
    except OSError as fault:
        raise KgError(
            f"cannot be written: {(fault.strerror or str(fault)).lower()}",
            where=str(target),
            hint="give another place with -o; nothing was changed",
        ) from fault


def _replace(target: Path, data: bytes) -> None:
    if target.is_char_device() or target.is_fifo():  # /dev/stdout, /dev/null: no file to move
        target.write_bytes(data)
        return
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a directory")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(0o666 & ~_umask())
        beside.replace(target)
    except BaseException:
        beside.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
