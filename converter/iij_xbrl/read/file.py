"""A file as it was given: its bytes, read once, how messages name it, and what its results are called."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from iij_xbrl.borders import terminal_text
from iij_xbrl.errors import InputError
from iij_xbrl.limits import LIMITS, Limits

STANDARD_INPUT = Path("-")
_NAME = "release"  # of what is read from standard input


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file. `path` is as the user named it, `name` what results are called, `limits` what is read."""

    path: Path
    name: str
    data: bytes = field(repr=False)
    limits: Limits = LIMITS


def open_file(path: Path, limits: Limits = LIMITS) -> File:
    """The file at a path; `-` is standard input.

    Raises InputError where it is missing, a folder, empty, beyond the limits, or cannot be read.
    """
    if terminal_text(path.name) != path.name:
        raise InputError(f"{terminal_text(str(path))}: the name is no text; rename the file")
    if path == STANDARD_INPUT:
        data, name = sys.stdin.buffer.read(), _NAME
    else:
        data, name = _bytes(path), path.stem
    if not data.strip():
        raise InputError(f"{path}: the file is empty; export the release again")
    limits.check("bytes", len(data), path, "a file of {} bytes")
    return File(path, name, data, limits)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name the release's file in it")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
