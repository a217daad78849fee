"""A store directory: who writes it, and opening it for reading or writing."""

from __future__ import annotations

import fcntl
import struct
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError

LOCK = "LOCK"  # of RocksDB, held while a process writes
MARK = "CURRENT"  # of RocksDB, there in every store
FLOCK = "hhqqi4x"  # struct flock of Linux: type, whence, start, length, pid


def is_store(path: Path) -> bool:
    """Whether a directory holds a store."""
    return (path / MARK).is_file()


def open_to_read(path: Path) -> ox.Store:
    """Open a store directory for reading. Raises KgError where it is none or is being written."""
    _refuse_other_directory(path)
    if (pid := writer_of(path)) is not None:
        raise _busy(path, pid)
    try:
        return ox.Store.read_only(str(path))
    except OSError as error:
        raise KgError(f"cannot open the store: {error}", where=str(path)) from None


def open_to_write(path: Path) -> ox.Store:
    """Open a store directory, making it where it is missing. Raises KgError where another process
    writes it, or where it is a directory of something else.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        _refuse_other_directory(path)
    try:
        return ox.Store(str(path))
    except OSError as error:
        if LOCK in str(error):
            raise _busy(path, writer_of(path)) from None
        raise KgError(f"cannot open the store: {error}", where=str(path)) from None


def writer_of(path: Path) -> int | None:
    """Return the process that holds the store, None where no other does.

    Only for a process that does not hold it itself: closing the file would end its own lock.
    """
    try:
        with (path / LOCK).open("rb") as file:
            asked = struct.pack(FLOCK, fcntl.F_WRLCK, 0, 0, 0, 0)
            # F_GETLK on a file open for reading may ask after any lock
            kind, _, _, _, pid = struct.unpack(FLOCK, fcntl.fcntl(file, fcntl.F_GETLK, asked))
    except OSError:
        return None
    return None if kind == fcntl.F_UNLCK else int(pid)


def _refuse_other_directory(path: Path) -> None:
    if not path.exists():
        hint = f"fill it with: kg build ARTICLE --store {path}"
        raise KgError("there is no such store", where=str(path), hint=hint)
    if not is_store(path):
        hint = "name an empty folder, a new one, or a store that kg made"
        raise KgError("this is not a store", where=str(path), hint=hint)


def _busy(path: Path, pid: int | None) -> KgError:
    who = f"process {pid}" if pid else "this process"
    return KgError(
        f"the store is being written by {who}", where=str(path), hint="wait until it is done"
    )
