"""Taxonomy packages as Arelle is told of them: a directory by its manifest, a zip file as it is."""

from __future__ import annotations

import zipfile
from pathlib import Path

from iij_xbrl.errors import ResourceError

_MANIFEST = Path("META-INF") / "taxonomyPackage.xml"
_TAXONOMY_PACKAGE = "{http://xbrl.org/2016/taxonomy-package}"
# A package in a directory is read through its manifest, which Arelle does and calls an error nevertheless.
_DIRECTORY_PACKAGE = frozenset({"tpe:invalidArchiveFormat"})


def packages(package: Path | None) -> tuple[list[str], frozenset[str]]:
    """What Arelle is told to load, and the codes that it is bound to report for it.

    Raises ResourceError where it is no taxonomy package.
    """
    if package is None:
        return [], frozenset()
    if package.is_dir():
        return [str(_manifest(package))], _DIRECTORY_PACKAGE
    if not zipfile.is_zipfile(package):
        raise ResourceError(f"{package}: no taxonomy package, neither a directory nor a zip file")
    return [str(package.resolve())], frozenset()


def _manifest(folder: Path) -> Path:
    manifest = folder.resolve() / _MANIFEST
    if not manifest.is_file():
        raise ResourceError(f"{folder}: no taxonomy package, {_MANIFEST.as_posix()} is missing")
    return manifest


def references(path: Path, package: Path) -> list[str]:
    """The address of the entry point that adds references to the one that a bare report refers to, if there is one."""
    told = path.read_bytes()
    ending = "-references.xsd"
    added = [url for url in entry_points(package) if url.endswith(ending)]
    return [url for url in added if f'href="{url.removesuffix(ending)}.xsd"'.encode() in told]


def entry_points(package: Path) -> list[str]:
    """The addresses of the entry points that a package names.

    Raises ResourceError where it is no taxonomy package, or names none.
    """
    from lxml import etree

    try:
        if package.is_dir():
            manifest = _manifest(package).read_bytes()
        else:
            with zipfile.ZipFile(package) as archive:
                inner = next((name for name in archive.namelist() if name.endswith(_MANIFEST.as_posix())), "")
                manifest = archive.read(inner)
        root = etree.fromstring(manifest)
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise ResourceError(f"{package}: no taxonomy package ({error})") from None
    urls = [element.get("href", "") for element in root.iter(f"{_TAXONOMY_PACKAGE}entryPointDocument")]
    if not urls:
        raise ResourceError(f"{package}: {_MANIFEST.as_posix()} names no entry point")
    return urls
