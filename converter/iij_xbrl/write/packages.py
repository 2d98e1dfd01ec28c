"""Packages: a taxonomy (Taxonomy Packages 1.0), and a report with its taxonomy inside (Report Packages 1.0).

Entries are stored in the order of their names and dated alike, so that the same files give the same bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from iij_xbrl.errors import ResourceError

Kind = Literal["xbri", "xbr"]

MANIFEST = "META-INF/taxonomyPackage.xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3


def report_package(kind: Kind, name: str, report: Mapping[str, bytes], taxonomy: Path) -> bytes:
    """A report package: the report in `reports/`, and the taxonomy that it refers to.

    Args:
        kind: `xbri` for an inline report, `xbr` for one report in any other syntax.
        name: the name of the package's top-level folder.
        report: the report's files; for xBRL-CSV the metadata and its tables.
        taxonomy: the folder of the taxonomy package.

    Raises:
        ResourceError: `taxonomy` is no taxonomy package.
    """
    described = {"documentInfo": {"documentType": f"https://xbrl.org/report-package/2023/{kind}"}}
    files = _taxonomy_files(taxonomy)
    files["META-INF/reportPackage.json"] = (json.dumps(described, indent=2) + "\n").encode()
    files |= {f"reports/{path}": content for path, content in report.items()}
    return archive({f"{name}/{path}": content for path, content in files.items()})


def taxonomy_package(folder: Path, name: str = "") -> bytes:
    """A taxonomy package in a folder as a zip file; its top-level folder is `name`, or the folder's own name.

    Raises:
        ResourceError: `folder` is no taxonomy package.
    """
    top = name or folder.resolve().name
    return archive({f"{top}/{path}": content for path, content in _taxonomy_files(folder).items()})


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip file, by their paths in it; nothing of the machine or the day gets in."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def _taxonomy_files(folder: Path) -> dict[str, bytes]:
    if not (folder / MANIFEST).is_file():
        raise ResourceError(f"{folder}: no taxonomy package, {MANIFEST} is missing")
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
