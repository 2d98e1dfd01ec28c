"""Packages: a taxonomy (Taxonomy Packages 1.0), and a report with its taxonomy inside (Report Packages 1.0).

Entries stand in the order of their names, dated alike and compressed alike, so that the same files give the same bytes.
A report brings of its taxonomy what its entry points load, and nothing else.
"""

from __future__ import annotations

import io
import json
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from iij_xbrl.errors import ResourceError

Kind = Literal["xbri", "xbr"]

MANIFEST = "META-INF/taxonomyPackage.xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3
_LEVEL = 6  # of compression: fixed, so that bytes are
_PACKAGE = "{http://xbrl.org/2016/taxonomy-package}"
_LOCATIONS = "//@schemaLocation | //@xlink:href"
_XLINK = {"xlink": "http://www.w3.org/1999/xlink"}

State = tuple[tuple[str, int, int], ...]
"""What tells whether a file of a folder has changed: its path, when it was written, its size."""


def report_package(
    kind: Kind, name: str, report: Mapping[str, bytes], taxonomy: Path, entry_points: Iterable[str]
) -> bytes:
    """A report package: the report in `reports/`, and the taxonomy that it refers to.

    Args:
        kind: `xbri` for an inline report, `xbr` for one report in any other syntax.
        name: the name of the package's top-level folder.
        report: the report's files; for xBRL-CSV the metadata and its tables.
        taxonomy: the folder of the taxonomy package.
        entry_points: the file names in it of what the report refers to.

    Raises:
        ResourceError: `taxonomy` is no taxonomy package, or has no such entry point.
    """
    described = {"documentInfo": {"documentType": f"https://xbrl.org/report-package/2023/{kind}"}}
    loaded = _loaded_by(tuple(entry_points), taxonomy, _state(taxonomy))
    files: dict[str, bytes | _Deflated] = {path: _deflated(content) for path, content in loaded.items()}
    files["META-INF/reportPackage.json"] = (json.dumps(described, indent=2) + "\n").encode()
    files |= {f"reports/{path}": content for path, content in report.items()}
    return archive({f"{name}/{path}": content for path, content in files.items()})


def taxonomy_package(folder: Path, name: str = "", *, index: bool = False) -> bytes:
    """A taxonomy package in a folder as a zip file; its top-level folder is `name`, or the folder's own name.

    With `index` it holds the index of the compiled taxonomy, too, from which versions are compared.

    Raises:
        ResourceError: `folder` is no taxonomy package.
    """
    state = _state(folder.parent if index else folder)
    return _packed(folder, name or folder.resolve().name, state, index=index)


@lru_cache(maxsize=4)  # the releases of a batch have one taxonomy, and its files are large
def _packed(folder: Path, top: str, as_it_is: State, *, index: bool) -> bytes:
    files = dict(_taxonomy_files(folder, as_it_is))
    if index:
        files["index.json"] = (folder.parent / "index.json").read_bytes()
    return archive({f"{top}/{path}": _deflated(content) for path, content in files.items()})


def archive(files: Mapping[str, bytes | _Deflated]) -> bytes:
    """Files as a zip file, by their paths in it; nothing of the machine or the day gets in."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(files):
            entry, content = zipfile.ZipInfo(path, _EARLIEST), files[path]
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            if isinstance(content, _Deflated):  # stored as it is, and then told for what it is
                archive.writestr(entry, content.data, zipfile.ZIP_STORED)
                entry.compress_type, entry.CRC, entry.file_size = zipfile.ZIP_DEFLATED, content.check, content.size
                buffer.seek(entry.header_offset)
                buffer.write(entry.FileHeader())
                buffer.seek(0, io.SEEK_END)
            else:
                archive.writestr(entry, content, zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Deflated:
    """A file as archives hold it, with the check sum and the size of what it holds."""

    data: bytes
    check: int
    size: int


@lru_cache(maxsize=512)  # most reports bring the same few large files, and the package beside them has them, too
def _deflated(content: bytes) -> _Deflated:
    deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Deflated(deflating.compress(content) + deflating.flush(), zlib.crc32(content), len(content))


@lru_cache(maxsize=4)  # as above
def _taxonomy_files(folder: Path, _as_it_is: State) -> Mapping[str, bytes]:
    if not (folder / MANIFEST).is_file():
        raise ResourceError(f"{folder}: no taxonomy package, {MANIFEST} is missing")
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _state(folder: Path) -> State:
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")))
    return tuple((str(path), status.st_mtime_ns, status.st_size) for path, status in found)


@lru_cache(maxsize=32)  # releases print few layouts: each is looked up once
def _loaded_by(entry_points: tuple[str, ...], folder: Path, as_it_is: State) -> Mapping[str, bytes]:
    """The files of a taxonomy package that these entry points load, with a manifest that names no other entry point."""
    files = _taxonomy_files(folder, as_it_is)
    loaded: dict[str, bytes] = {}
    waiting = list(entry_points)
    for name in waiting:
        if name not in files:
            raise ResourceError(f"{folder}: no {name} in this taxonomy package")
    while waiting:
        name = waiting.pop()
        if name not in loaded:
            loaded[name] = files[name]
            waiting += [other for other in _references(files[name], name) if other in files]
    described = {name: files[name] for name in files if name.startswith("META-INF/") and name != MANIFEST}
    return loaded | described | {MANIFEST: _manifest(files[MANIFEST], loaded)}


@lru_cache(maxsize=512)  # most layouts load the same few large files
def _references(content: bytes, name: str) -> tuple[str, ...]:
    """The paths, within the package, of what a schema or linkbase refers to beside it."""
    from lxml import etree

    locations = etree.XPath(_LOCATIONS, namespaces=_XLINK, smart_strings=False)(etree.fromstring(content))
    named = dict.fromkeys(str(item).partition("#")[0] for item in locations)
    beside = (location for location in named if location and "://" not in location)
    return tuple(posixpath.normpath(posixpath.join(posixpath.dirname(name), location)) for location in beside)


def _manifest(content: bytes, loaded: Mapping[str, bytes]) -> bytes:
    """The manifest with those entry points that are among what is loaded; other people's are no file of the package."""
    from lxml import etree

    root = etree.fromstring(content)
    for entry in list(root.iter(f"{_PACKAGE}entryPoint")):
        documents = [str(item.get("href")) for item in entry.iter(f"{_PACKAGE}entryPointDocument")]
        parent = entry.getparent()
        if parent is not None and not all(document.rpartition("/")[2] in loaded for document in documents):
            parent.remove(entry)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"
