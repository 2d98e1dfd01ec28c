"""Folders for the time of a run, which the next run sweeps where a run was killed."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from iij_xbrl.errors import OutputError
from iij_xbrl.locks import locked

_PREFIX = ".iij-xbrl-scratch-"
_SCRATCH = re.compile(re.escape(_PREFIX) + r"[a-z0-9_]{8}")  # as `mkdtemp` names them
_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder among the temporary files of the system, gone in the end.

    It is locked for as long as it is used, so that what no run has locked is what a killed one left.

    Raises:
        OutputError: there is no room for it or for what is written there, or no right to make it.
    """
    with ExitStack() as stack:
        try:
            folder = _locked_folder(stack)
        except OSError as error:
            raise _unusable(error) from None
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        try:
            yield folder
        except OSError as error:
            if error.errno not in _FULL:
                raise
            raise _unusable(error) from None


def _locked_folder(stack: ExitStack) -> Path:
    base = Path(tempfile.gettempdir())
    _sweep(base)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=base))
        if stack.enter_context(locked(folder)):
            return folder  # else another run took it for a stale one before it was locked


def _unusable(error: OSError) -> OutputError:
    return OutputError(
        f"no temporary file can be written ({error.strerror or error}); make room, or name another folder in TMPDIR"
    )


def _sweep(base: Path) -> None:
    for place in base.glob(f"{_PREFIX}*"):
        if not _SCRATCH.fullmatch(place.name) or not _is_own(place):
            continue
        try:
            with locked(place, wait=False) as held:
                if held:
                    shutil.rmtree(place, ignore_errors=True)
        except OSError:
            continue  # swept by another run meanwhile


def _is_own(place: Path) -> bool:
    if place.is_symlink() or not place.is_dir():
        return False
    return not hasattr(os, "getuid") or place.lstat().st_uid == os.getuid()
