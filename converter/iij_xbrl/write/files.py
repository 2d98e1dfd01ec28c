"""Puts results in place all at once, or not at all.

What may be replaced is: a regular file, also behind a symbolic link. Devices, pipes and sockets are written to.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Mapping
from pathlib import Path, PurePath

from iij_xbrl.errors import OutputError
from iij_xbrl.write.transaction import PREFIX, Change, apply, recover

# A descriptor of this process has a name; what it stands for may be a file that a shell has open, and must not replace.
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d+)")
_STANDARD = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}


def publish(folder: Path, files: Mapping[str, bytes], remove: Collection[str] = ()) -> tuple[Path, ...]:
    """Write `files`, by their paths within `folder`, and return where they stand, sorted by those paths.

    The files of a set appear together, with those of `remove` gone: when one cannot be written, or the run is
    interrupted, everything is as it was; when the run is killed, the next one completes what was begun (see
    `iij_xbrl.write.transaction`). Other files of the folder are left alone. One run at a time writes into a folder.

    Raises:
        OutputError: the folder or a file in it cannot be written, or a path leads out of the folder.
    """
    for name in (*files, *remove):
        if not PurePath(name).parts or PurePath(name).is_absolute() or ".." in PurePath(name).parts:
            raise OutputError(f"{folder}: {name!r} is no path within the folder; nothing was written")
    names = sorted(files)
    try:
        streams = [name for name in names if _is_stream(folder / name)]
        whole = {name: files[name] for name in names if name not in streams}
        if whole or remove:
            apply(folder, Change(whole, tuple(remove)))
    except OSError as error:
        raise _unwritable(folder, error) from None
    for name in streams:
        try:
            _write_in_place(folder / name, files[name])
        except OSError as error:
            raise OutputError(f"{folder / name}: cannot be written ({error.strerror or error})") from None
    return tuple(folder / name for name in names)


def settle(folder: Path) -> None:
    """Complete what a killed run began in a folder, and sweep what it left. Raises OutputError where that fails."""
    try:
        recover(folder)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> OutputError:
    places = (str(place) for place in (error.filename2, error.filename) if place is not None)
    place = next((place for place in places if PREFIX not in place), folder)
    return OutputError(f"{place}: cannot be written ({error.strerror or error}); nothing was changed")


def _is_stream(target: Path) -> bool:
    if _descriptor(target) is not None:
        return True
    try:
        mode = target.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False  # a new file; where it cannot be one, that is said when it is written
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _descriptor(target: Path) -> int | None:
    name = os.path.normpath(target)
    match = _DESCRIPTOR.fullmatch(name)
    return int(match[1]) if match else _STANDARD.get(name)


def _write_in_place(target: Path, content: bytes) -> None:
    number = _descriptor(target)
    handle = os.dup(number) if number is not None else os.open(target, os.O_WRONLY)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
