"""The file that the index of a compiled taxonomy is: found, readable, of this format; `taxonomy.index` gives it sense.

Apart from that, so that a process that needs the address of the taxonomy alone imports nothing for the rest.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from iij_xbrl.errors import ResourceError
from iij_xbrl.limits import LIMITS

FORMAT = 1
INDEX = "index.json"

Made = TypeVar("Made")


class _FormatError(ValueError):
    """An index that another version of the compiler wrote."""


def schema_ref_of(folder: Path) -> str:
    """The address of the entry point that reports refer to. Raises ResourceError as `read_index` does."""
    return read_index(folder, lambda text: str(index_of(text)["schema_ref"]))


def index_of(text: str) -> Mapping[str, Any]:
    """The index that a text is. Raises ValueError where it is none, or of another format version."""
    raw: dict[str, Any] = json.loads(text)
    if raw.get("format") != FORMAT:
        raise _FormatError(f"format {raw.get('format')}, expected {FORMAT}")
    return raw


def read_index(folder: Path, make: Callable[[str], Made]) -> Made:
    """What `make` makes of the text of the index in a taxonomy's folder.

    Raises ResourceError where it is missing, damaged (`make` cannot use it), or of another format version.
    """
    path = folder / INDEX
    return _made(folder, path, lambda: path.read_text(encoding="utf-8"), make)


def read_packaged_index(path: Path, make: Callable[[str], Made]) -> Made:
    """The same of an index in the zip of a taxonomy package. Raises ResourceError also where there is none in it."""
    return _made(path, path, lambda: _from_zip(path), make)


def _made(folder: Path, path: Path, text: Callable[[], str], make: Callable[[str], Made]) -> Made:
    try:
        return make(text())
    except _FormatError as error:
        raise ResourceError(f"{path}: {error}; run `iij-xbrl taxonomy build`") from None
    except (FileNotFoundError, NotADirectoryError):
        raise ResourceError(f"{path}: no compiled taxonomy here; run `iij-xbrl taxonomy build {folder}`") from None
    except OSError as error:
        raise ResourceError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        told = f"{type(error).__name__}: {error}"
        raise ResourceError(f"{path}: damaged ({told}); run `iij-xbrl taxonomy build {folder}`") from None


def _from_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            entry = next((item for item in archive.infolist() if item.filename.rpartition("/")[2] == INDEX), None)
            if entry is None or entry.file_size > LIMITS.unpacked:
                raise ResourceError(f"{path}: no {INDEX} in it; `iij-xbrl taxonomy package` writes it")
            return archive.read(entry).decode("utf-8")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise ResourceError(f"{path}: no package that can be read ({error}); make it again") from None
