"""A store directory: who writes it, and opening it for reading or writing."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError

LOCK = "LOCK"  # of RocksDB, held while a process writes
MARK = "CURRENT"  # of RocksDB, there in every store
LOCKS = Path("/proc/locks")


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
    """Return the process that holds the store, None where none does or the system does not tell.

    Read from the kernel's list: to open the lock's file and close it would end the lock where
    this process holds it itself. A line is "1: POSIX ADVISORY WRITE pid major:minor:inode 0 EOF".
    """
    try:
        file = (path / LOCK).stat()
        lines = LOCKS.read_text().splitlines()
    except OSError:
        return None
    place = f"{os.major(file.st_dev):02x}:{os.minor(file.st_dev):02x}:{file.st_ino}"
    pids = (int(fields[4]) for line in lines if (fields := line.split())[5:6] == [place])
    return next(pids, None)


def _refuse_other_directory(path: Path) -> None:
    if not path.exists():
        hint = f"fill it with: kg build ARTICLE --store {path}"
        raise KgError("there is no such store", where=str(path), hint=hint)
    if not is_store(path):
        hint = "name an empty folder, a new one, or a store that kg made"
        raise KgError("this is not a store", where=str(path), hint=hint)


def _busy(path: Path, pid: int | None) -> KgError:
    who = f"process {pid}" if pid else "another process"
    hint = "wait until it is done"
    return KgError(f"the store is being written by {who}", where=str(path), hint=hint)
