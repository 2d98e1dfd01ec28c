"""Keeps two writers of one folder apart, by an advisory lock on the folder itself: nothing is left behind by it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60  # seconds; another run holds the lock for as long as its files take to be written
_POLLS = 50  # a second


class LockedError(OSError):
    """Another run has been writing into the folder for longer than anybody should wait."""

    def __init__(self, folder: Path) -> None:
        super().__init__(0, f"another run has been writing here for {_PATIENCE} s", str(folder))


@contextmanager
def locked(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of a folder; gives whether it is held.

    It is not where `wait` is false and somebody else has it, and where the folder is gone by the time that the lock is
    there. A system or a file system that knows no such locks is trusted to have one writer.

    Raises:
        LockedError: another run keeps it for longer than a minute.
        OSError: there is no such folder, or it cannot be read.
    """
    if sys.platform == "win32":
        yield folder.is_dir()
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield _locks(handle, folder, wait=wait) and _is_at(handle, folder)
    finally:
        os.close(handle)  # which gives the lock back


def _locks(handle: int, folder: Path, *, wait: bool) -> bool:
    import fcntl

    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not wait:
                return False
            if time.monotonic() > until:
                raise LockedError(folder) from None
            time.sleep(1 / _POLLS)
        except OSError:
            return True  # the file system has no locks
        else:
            return True


def _is_at(handle: int, folder: Path) -> bool:
    """Whether the folder that was locked still has its name."""
    try:
        return os.path.samestat(os.fstat(handle), folder.stat())
    except FileNotFoundError:
        return False
