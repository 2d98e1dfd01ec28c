"""What a batch converts: its inputs, each with a name of its own, under which its results stand.

A name is that of the file, without what tells its format; as many folders above it are added as it takes to be the only
one, and the ending where two files differ in nothing else. Names do not depend on where the command is run.
"""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from iij_xbrl.errors import InputError, UsageError
from iij_xbrl.limits import Limits
from iij_xbrl.prove.errata import errata_beside
from iij_xbrl.read.file import bounded

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".htm", ".html", ".pdf", ".xlsx"})
"""Of files in a folder that are taken for releases; a file that is named itself may have any."""
STANDARD_INPUT = "-"
_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Item:
    """A release of a batch: the name of its results, a path below their folder, and where it is read."""

    name: str
    source: Path


@dataclass(frozen=True, slots=True)
class Plan:
    """The releases of a batch, sorted by name; `passed_over` counts the files of folders that are none by their names.

    `is_single` tells a command that was given one file from one that was given several, a folder or a pattern.
    """

    items: tuple[Item, ...]
    passed_over: int = 0
    is_single: bool = False


def plan(inputs: Sequence[str], output: Path | None = None) -> Plan:
    """The releases that a command line names: files, folders, patterns, and `-` for standard input.

    Args:
        inputs: as they were given; a file that is named twice is one release.
        output: the folder of the results, which is not looked into where it stands in a folder of the inputs.

    Raises:
        InputError: a folder or a pattern holds no release.
        UsageError: nothing is named.
    """
    if not inputs:
        raise UsageError("no release is named; name files, folders or patterns, or - for standard input")
    found: dict[Path, None] = {}
    passed_over = 0
    for given in inputs:
        files, others = _files(given, output)
        found.update(dict.fromkeys(files))
        passed_over += others
    only = len(found) == 1 and not Path(inputs[0]).is_dir() and not _is_pattern(inputs[0])
    unique = {os.path.realpath(path) if str(path) != STANDARD_INPUT else STANDARD_INPUT: path for path in found}
    return Plan(named(list(unique.values())), passed_over, only)


def standard_input(planned: Plan, limits: Limits) -> bytes:
    """What stands on standard input, where it is one of the releases: processes of their own do not see it."""
    wanted = any(str(item.source) == STANDARD_INPUT for item in planned.items)
    return bounded(sys.stdin.buffer, Path(STANDARD_INPUT), limits) if wanted else b""


def errata_of(source: Path) -> Path | None:
    """The errata beside a release, if there are any; nothing stands beside standard input."""
    path = errata_beside(source)
    return path if str(source) != STANDARD_INPUT and path.exists() else None


def _files(given: str, output: Path | None) -> tuple[list[Path], int]:
    path = Path(given)
    if path.is_dir():
        return _in_folder(path, output)
    if _is_pattern(given):
        matches = [Path(name) for name in sorted(_matches(given)) if Path(name).is_file()]
        if not matches:
            raise InputError(f"{given}: no file matches; check the pattern")
        return matches, 0
    return [path], 0


def _matches(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute patterns


def _is_pattern(given: str) -> bool:
    return bool(_WILD & set(given)) and not Path(given).exists()


def _in_folder(folder: Path, output: Path | None) -> tuple[list[Path], int]:
    skipped = output.resolve() if output else None
    files: list[Path] = []
    others = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and (Path(place) / name).resolve() != skipped)
        for name in sorted(names):
            path = Path(place) / name
            if path.suffix.lower() in SUFFIXES and name[0] != "." and (path.is_file() or not path.exists()):
                files.append(path)  # a link that leads nowhere, too: it is told; a pipe would be waited for
            else:
                others += 1
    if not files:
        raise InputError(f"{folder}: no release in this folder; releases end in {', '.join(sorted(SUFFIXES))}")
    return files, others


def named(paths: Sequence[Path]) -> tuple[Item, ...]:
    """Each path with the shortest name that no other has, sorted by name."""
    parts = {path: _parts(path) for path in paths}
    lengths = dict.fromkeys(paths, 1)
    while True:
        names = {path: "/".join(parts[path][-length:]) for path, length in lengths.items()}
        taken = Counter(names.values())
        short = [path for path in paths if taken[names[path]] > 1 and lengths[path] < len(parts[path])]
        if not short:
            items = [Item(name, path) for path, name in _told_apart(names)]
            return tuple(sorted(items, key=lambda item: item.name))
        lengths.update((path, lengths[path] + 1) for path in short)


def _parts(path: Path) -> tuple[str, ...]:
    whole = PurePath(os.path.normpath(path.absolute())) if str(path) != STANDARD_INPUT else PurePath("release")
    return (*whole.parts[1:-1], whole.stem)


def _told_apart(names: dict[Path, str]) -> Iterable[tuple[Path, str]]:
    """Files that differ in their endings only keep them."""
    taken = Counter(names.values())
    for path, name in names.items():
        yield path, name if taken[name] == 1 else f"{name}{path.suffix}"
