"""A change of several files of a folder that happens as a whole, whatever ends the process.

1. A hidden directory in the folder (`.iij-xbrl-<id>`) gets the new files, links to those that they replace, and
   the names of both. All of it is on the disk before anything else happens.
2. The directory is renamed to `.iij-xbrl-<id>.ready`. This one step decides: before it nothing has happened, after it
   the change is made. The name is the journal.
3. The files are moved in. When that fails, the old ones come back. When the process is killed, the next run that writes
   into the folder finds the directory and completes the move, or takes it back where that fails. A directory that is
   not ready is swept.

A folder that is not there yet is built aside and renamed as one. Throughout, the folder is locked.
"""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from iij_xbrl.locks import locked

PREFIX = ".iij-xbrl-"
_READY = ".ready"
_STAGING = re.compile(re.escape(PREFIX) + r"[0-9a-f]{16}(?:\.ready)?")
_NEW, _OLD, _NAMES = "new", "old", "names.json"


@dataclass(frozen=True, slots=True)
class Change:
    """Files to write, and files to remove, by their paths within a folder."""

    files: Mapping[str, bytes]
    remove: tuple[str, ...] = ()


def apply(folder: Path, change: Change) -> None:
    """Make a change of a folder, which is made where it is missing.

    Raises:
        OSError: it cannot be made; then the folder is as it was.
    """
    here = folder.absolute()
    while True:
        base = next(place for place in (here, *here.parents) if place.exists())
        with locked(base) as held:
            if not held or (base != here and _child(base, here).exists()):
                continue  # another run was faster; look again
            _recover(base)
            if base == here:
                _change(here, change)
            else:
                _create(base, here, change)
            return


def recover(folder: Path) -> None:
    """Complete, or take back, what a killed run began in a folder; sweep what it left.

    A folder in which another run is writing is left to that run.

    Raises:
        OSError: neither is possible.
    """
    if _left(folder):
        with locked(folder, wait=False) as held:
            if held:
                _recover(folder)


def _child(base: Path, folder: Path) -> Path:
    return base / folder.relative_to(base).parts[0]


def _create(base: Path, folder: Path, change: Change) -> None:
    """A folder that is missing in `base`, with its contents, in one step."""
    child = _child(base, folder)
    with _staging(base) as staging:
        for name, content in change.files.items():
            _write(staging / folder.relative_to(child) / name, content)
        _sync_tree(staging)
        with _undisturbed():
            staging.rename(child)
            _sync(base)


def _change(folder: Path, change: Change) -> None:
    """A change of a folder that is there and locked."""
    with _staging(folder) as staging:
        (staging / _NEW).mkdir()
        (staging / _OLD).mkdir()
        for name, content in change.files.items():
            _write(staging / _NEW / name, content)
            _keep(folder / name, staging, name)
        for name in change.remove:
            _keep(folder / name, staging, name)
        names = {"write": list(change.files), "remove": list(change.remove), "make": _missing(folder, change.files)}
        _write(staging / _NAMES, json.dumps(names).encode())
        _sync_tree(staging)
        with _undisturbed():
            ready = staging.with_name(staging.name + _READY)
            staging.rename(ready)
            _sync(folder)
            _finish(folder, ready)


@contextmanager
def _staging(base: Path) -> Iterator[Path]:
    """A hidden directory that is gone in the end."""
    staging = base / f"{PREFIX}{secrets.token_hex(8)}"
    staging.mkdir()
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _keep(target: Path, staging: Path, name: str) -> None:
    """Keep what stands in a file's place, and give its permissions to what replaces it."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not target.exists():
        return
    real, old, new = Path(os.path.realpath(target)), staging / _OLD / name, staging / _NEW / name
    old.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(real, old)
    except OSError:  # no links on this file system, or none across two of them, or none of another's file
        shutil.copy2(real, old)
    if new.exists():
        shutil.copymode(old, new)


def _missing(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The folders that the change makes, by their paths, outer ones first."""
    above = {place for name in files for place in PurePosixPath(name).parents if place.parts}
    return sorted(str(place) for place in above if not (folder / place).exists())


def _finish(folder: Path, ready: Path) -> None:
    """Move what is ready in. Raises OSError where it cannot be; then everything is as it was."""
    names = _names(ready)
    try:
        for name in names["write"]:
            if (ready / _NEW / name).exists():  # else a run before this one has moved it
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                _put(ready / _NEW / name, folder / name, ready.name)
        for name in names["remove"]:
            (folder / name).unlink(missing_ok=True)
        _sync(folder)
    except OSError:
        _take_back(folder, ready, names)  # where even this fails, the journal stays for the next run
        _drop(ready)
        raise
    _drop(ready)


def _take_back(folder: Path, ready: Path, names: Mapping[str, list[str]]) -> None:
    for name in (*names["write"], *names["remove"]):
        if (ready / _OLD / name).exists():
            _put(ready / _OLD / name, folder / name, ready.name)
        elif not (ready / _NEW / name).exists():
            (folder / name).unlink(missing_ok=True)
    for name in reversed(names["make"]):
        with suppress(OSError):  # not made, or somebody else has put something there
            (folder / name).rmdir()


def _put(source: Path, target: Path, id_: str) -> None:
    """Move a file over another, or over the one that a symbolic link leads to, in one step."""
    real = Path(os.path.realpath(target))
    try:
        source.replace(real)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        aside = real.with_name(id_.removesuffix(_READY))  # the link leads to another file system
        shutil.copy2(source, aside)
        aside.replace(real)
        source.unlink()


def _drop(ready: Path) -> None:
    """Sweep a directory that is done with; should that be cut short, what is left is no journal any more."""
    done = ready.with_name(ready.name.removesuffix(_READY))
    ready.rename(done)
    shutil.rmtree(done, ignore_errors=True)


def _left(folder: Path) -> list[Path]:
    """The hidden directories of runs in a folder, in the order of their names."""
    places = [place for place in folder.glob(f"{PREFIX}*") if _STAGING.fullmatch(place.name)]
    return sorted(place for place in places if place.is_dir() and not place.is_symlink())


def _recover(base: Path) -> None:
    """Complete and sweep what killed runs left in a folder that is locked."""
    for place in _left(base):
        if not place.name.endswith(_READY):
            shutil.rmtree(place, ignore_errors=True)
            continue
        with _undisturbed():
            _finish(base, place)


def _names(ready: Path) -> Mapping[str, list[str]]:
    """The names of a change; nothing that leads out of the folder is believed, for the folder may be from elsewhere."""
    try:
        names = json.loads((ready / _NAMES).read_bytes())
        found = {key: [str(name) for name in names[key]] for key in ("write", "remove", "make")}
    except (ValueError, KeyError, TypeError, FileNotFoundError):
        found = {"write": [], "remove": [], "make": []}
    return {key: [name for name in names_of if _is_within(name)] for key, names_of in found.items()}


def _is_within(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that ask the process to end wait until the block, which takes milliseconds, is through."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _sync_tree(folder: Path) -> None:
    for place, _, _ in os.walk(folder):
        _sync(Path(place))


def _sync(folder: Path) -> None:
    """Have the entries of a directory written to the disk, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
