"""The records of a file of figures, CSV or JSON, as texts with the lines that they stand on. Nothing is guessed.

A CSV file that is not RFC 4180, or a JSON file that is no array of objects with texts and numbers, is refused with the
line of the mistake: what another tool wrote by accident must not become a figure.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from iij_xbrl.borders import from_csv_cell
from iij_xbrl.errors import InputError
from iij_xbrl.limits import Limits
from iij_xbrl.read.encodings import decode
from iij_xbrl.read.file import open_file
from iij_xbrl.read.foreign import wide_encoding

_MOST_SHOWN = 10
_JSON = ".json"
_JSON_PART = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the line on which it begins, from 1, and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, or keys, of a file of figures: those that are needed, and all that are known."""

    needed: tuple[str, ...]
    known: tuple[str, ...]

    def missing(self, names: Collection[str]) -> str:
        """That some are needed and lacking; empty where none is."""
        lacking = [name for name in self.needed if name not in names]
        return f"{', '.join(lacking)}; needed are {', '.join(self.needed)}" if lacking else ""

    def misspelt(self, names: Collection[str]) -> str:
        """The first that seems to be one that is known, and that one; a column of another tool is none of ours."""
        for name in names:
            meant = _nearest(name, self.known)
            if meant and meant not in names:
                return f"{name!r} is not known; did you mean {meant!r}?"
        return ""


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str:
    """The known name that another one is a slip for; empty where it is known itself, or like none."""
    close = [] if name in known else get_close_matches(name.strip().lower(), known, n=1, cutoff=0.8)
    return "".join(close)


@dataclass(slots=True)
class Mistakes:
    """What is wrong with a file of figures, by line; shown together."""

    path: Path
    found: list[str] = field(default_factory=list)

    def add(self, line: int, wrong: str) -> None:
        """Note a mistake."""
        self.found.append(f"{self.path}:{line}: {wrong}")

    def stop_if_any(self) -> None:
        """Raise InputError with the first ten mistakes and the number of the others."""
        if self.found:
            more = len(self.found) - _MOST_SHOWN
            told = [f"{self.path}: and {more:,} more mistakes"] if more > 0 else []
            raise InputError("\n".join((*self.found[:_MOST_SHOWN], *told)))


def read_records(path: Path, mistakes: Mistakes, columns: Columns, limits: Limits) -> list[Record]:
    """The records of a file; JSON is told by its name or its first character.

    Raises InputError where the file cannot be read or has no such columns; other mistakes are noted.
    """
    file = open_file(path, limits)
    if wide := wide_encoding(file.data):
        raise InputError(f"{path}: is {wide} without a byte order mark; save it as UTF-8")
    text = decode(file)
    first = text[_after_space(text, 0) :][:1]
    is_json = first in ("[", "{") or path.suffix.lower() == _JSON
    found: list[Record] = []
    for record in (_json if is_json else _csv)(text, mistakes, columns, limits):
        found.append(record)
        limits.check("figures", len(found), path, "{} figures or more")
        _check_texts(record, mistakes, limits)
    return found


def _check_texts(record: Record, mistakes: Mistakes, limits: Limits) -> None:
    for name, value in record.cells.items():
        if len(value) > limits.fields:
            told = f"{name} has {len(value):,} characters; no more than {limits.fields:,} are read"
            mistakes.add(record.line, f"{told} (--limit fields={len(value)})")
        if any("\ud800" <= char <= "\udfff" for char in value):
            mistakes.add(record.line, f"{name} has half a character (a lone surrogate); write it in full")


def _csv(text: str, mistakes: Mistakes, columns: Columns, limits: Limits) -> Iterator[Record]:
    before = csv.field_size_limit(max(len(text), 1))  # ours is checked with the line, for every field
    try:
        yield from _csv_records(text, mistakes, columns, limits)
    finally:
        csv.field_size_limit(before)


def _csv_records(text: str, mistakes: Mistakes, columns: Columns, limits: Limits) -> Iterator[Record]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    header: list[str] = []
    try:
        for row in reader:
            start, line = line, reader.line_num + 1
            if not header:
                header = row
                _check_header(header, mistakes, columns, limits)
            elif len(row) == len(header):
                yield Record(start, {name: from_csv_cell(cell) for name, cell in zip(header, row, strict=True)})
            elif row:
                mistakes.add(start, f"a row of {len(row)} cells under a header of {len(header)}; quote commas in cells")
    except csv.Error as error:
        mistakes.add(line, f"not CSV ({error}); quotes in quotes are doubled, and each is closed")


def _check_header(header: list[str], mistakes: Mistakes, columns: Columns, limits: Limits) -> None:
    limits.check("cells", len(header), f"{mistakes.path}:1", "a header of {} cells")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise InputError(f"{mistakes.path}:1: the column {twice[0]!r} is there twice; keep one")
    misspelt, missing = columns.misspelt(header), columns.missing(header)
    if misspelt:
        raise InputError(f"{mistakes.path}:1: the column {misspelt}")
    if missing:
        raise InputError(f"{mistakes.path}:1: no column {missing}")


class _TwiceError(ValueError):
    """A key that an object has twice."""


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError(next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1))
    return found


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=str, parse_float=str, parse_constant=_no_number)


def _json(text: str, mistakes: Mistakes, columns: Columns, limits: Limits) -> Iterator[Record]:
    """The objects of an array, each decoded on its own, so that its line is known."""
    _check_depth(text, mistakes, limits)
    position, line = _after_space(text, 0), 1
    if text[position : position + 1] != "[":
        raise InputError(f"{mistakes.path}:1: no array; write [{{...}}, {{...}}], one object for each figure")
    position = _after_space(text, position + 1)
    seen = 0
    while text[position : position + 1] != "]":
        line += text.count("\n", seen, position)
        seen = position
        try:
            value, position = _DECODER.raw_decode(text, position)
        except json.JSONDecodeError as error:
            raise InputError(f"{mistakes.path}:{error.lineno}: not JSON ({error.msg})") from None
        except _TwiceError as error:
            raise InputError(f"{mistakes.path}:{line}: the key {str(error)!r} is there twice; keep one") from None
        except ValueError as error:
            raise InputError(f"{mistakes.path}:{line}: {error}") from None
        record = _record(line, value, mistakes, columns)
        if record is not None:
            yield record
        position = _after_item(text, position, mistakes)
    _check_end(text, position, mistakes)


def _after_item(text: str, position: int, mistakes: Mistakes) -> int:
    """The position of the next item, or of the bracket that closes the array."""
    position = _after_space(text, position)
    following = text[position : position + 1]
    if following == ",":
        position = _after_space(text, position + 1)
        if text[position : position + 1] != "]":
            return position
    elif following == "]":
        return position
    line = text.count("\n", 0, position) + 1
    raise InputError(f"{mistakes.path}:{line}: not JSON (a comma and another object, or ], must follow)")


def _check_end(text: str, position: int, mistakes: Mistakes) -> None:
    end = _after_space(text, position + 1)
    if end < len(text):
        raise InputError(f"{mistakes.path}:{text.count(chr(10), 0, end) + 1}: not JSON (more behind the array)")


def _after_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _check_depth(text: str, mistakes: Mistakes, limits: Limits) -> None:
    level = 0
    for match in _JSON_PART.finditer(text):
        level += (match.group() in ("[", "{")) - (match.group() in ("]", "}"))
        if level > limits.depth:
            line = text.count("\n", 0, match.start()) + 1
            limits.check("depth", level, f"{mistakes.path}:{line}", "nested {} levels deep or more")


def _record(line: int, value: object, mistakes: Mistakes, columns: Columns) -> Record | None:
    if not isinstance(value, dict):
        mistakes.add(line, "no object; each figure is an object with the keys label, value, period, ...")
        return None
    misspelt, missing = columns.misspelt(value), columns.missing(value)
    wrong = [name for name, cell in value.items() if cell is not None and not isinstance(cell, str)]
    if misspelt:
        mistakes.add(line, f"the key {misspelt}")
    elif missing:
        mistakes.add(line, f"no key {missing}")
    for name in wrong:
        mistakes.add(line, f"{name} is neither text nor a number")
    if misspelt or missing or wrong:
        return None
    return Record(line, {name: str(cell) if cell is not None else "" for name, cell in value.items()})
