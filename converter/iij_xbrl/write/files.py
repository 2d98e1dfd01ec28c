"""Puts results in place all at once, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from iij_xbrl.errors import OutputError

_PREFIX = ".iij-xbrl-"


def publish(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write `files`, by their paths within `folder`, and return where they stand, sorted by those paths.

    All files are first written to a hidden directory on the file system of `folder`, then moved in. When a move fails,
    or the run is interrupted, what was moved is taken out again and what it replaced comes back. Other files of the
    folder are left alone.

    Raises:
        OutputError: the folder or a file in it cannot be written, or a path leads out of the folder.
    """
    names = sorted(files)
    for name in names:
        if not PurePath(name).parts or PurePath(name).is_absolute() or ".." in PurePath(name).parts:
            raise OutputError(f"{folder}: {name!r} is no path within the folder; nothing was written")
    try:
        with _staging(folder) as staging, ExitStack() as undo:
            moves = [
                (Path(staging) / f"{number}.new", folder / name, Path(staging) / f"{number}.old")
                for number, name in enumerate(names)
            ]
            for (new, _, _), name in zip(moves, names, strict=True):
                new.write_bytes(files[name])
            _make_folder(folder, undo)
            for new, target, old in moves:
                _make_folder(target.parent, undo)
                _move(new, target, old, undo)
            undo.pop_all()
    except OSError as error:
        places = (str(place) for place in (error.filename2, error.filename) if place is not None)
        place = next((place for place in places if _PREFIX not in place), folder)
        raise OutputError(f"{place}: cannot be written ({error.strerror or error}); nothing was changed") from None
    return tuple(folder / name for name in names)


def _staging(folder: Path) -> TemporaryDirectory[str]:
    """A hidden directory in `folder`, or in the nearest folder above it that exists: the same file system."""
    base = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    return TemporaryDirectory(prefix=_PREFIX, dir=base, ignore_cleanup_errors=True)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        undo.callback(place.rmdir)


def _move(new: Path, target: Path, old: Path, undo: ExitStack) -> None:
    if target.exists() or target.is_symlink():
        shutil.copy2(target, old, follow_symlinks=False)
        undo.callback(old.replace, target)
    else:
        undo.callback(target.unlink, missing_ok=True)
    new.replace(target)
