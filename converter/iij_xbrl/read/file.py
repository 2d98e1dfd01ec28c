"""A file as it was given: its bytes, read once, how messages name it, and what its results are called."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from iij_xbrl.borders import terminal_text
from iij_xbrl.errors import InputError
from iij_xbrl.limits import LIMITS, Limits

STANDARD_INPUT = Path("-")
_CHUNK = 1 << 20
# What limits are on, as it is told.
BLOCKS = "{} headings, lines of text and tables"
CELLS = "a row of {} cells"
ELEMENTS = "a page of {} elements"
ROWS = "tables of {} rows"
TEXT = "{} characters of text"
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
    if path == STANDARD_INPUT and sys.stdin is None:
        raise InputError("-: there is no standard input; name a file")
    if path == STANDARD_INPUT:
        data, name = bounded(sys.stdin.buffer, path, limits), _NAME
    else:
        data, name = _bytes(path, limits), path.stem
    if not data.strip():
        raise InputError(f"{path}: the file is empty; export the release again")
    return File(path, name, data, limits)


def bounded(stream: BinaryIO, path: Path, limits: Limits) -> bytes:
    """What a file, a pipe or a device holds; one without an end is read a little beyond the limit, and refused."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        limits.check("bytes", size, path, "a file of {} bytes or more")
    return b"".join(pieces)


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The bytes of the file at a path, read once. Raises OSError, and InputError where it is beyond the limit."""
    limits.check("bytes", path.stat().st_size, path, "a file of {} bytes")
    with path.open("rb") as stream:
        return bounded(stream, path, limits)


def _bytes(path: Path, limits: Limits) -> bytes:
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name the release's file in it")
    try:
        return bytes_of(path, limits)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
