"""An inline report from elsewhere, made harmless before anything looks at it: nothing in it runs, and fetches nothing.

Scripts, frames, event handlers and whatever loads from another place are taken out; words, figures, tags and pictures
that the page itself holds stay. Archives are measured while they are unpacked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import etree

from iij_xbrl.errors import InputError
from iij_xbrl.limits import Limits
from iij_xbrl.read.file import ELEMENTS, bytes_of

_PAGES = (".xhtml", ".html", ".htm")
_LINKBASE = "{http://www.xbrl.org/2003/linkbase"
_HREF = "{http://www.w3.org/1999/xlink}href"
_RUNS = frozenset(
    {"script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "portal", "animate", "set"}
    | {"animatetransform", "animatemotion", "foreignobject", "audio", "video", "source", "track"}
)
_LOADS = frozenset(
    {"src", "srcset", "poster", "data", "background", "action", "formaction", "srcdoc", "ping", "manifest"}
)
_PICTURE = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_LINK_KINDS = frozenset({"", "http", "https", "mailto"})
_STYLE_LOADS = re.compile(r"@import[^;]*;?|(?:url|image|image-set)\s*\((?!\s*[\"']?data:image/)[^)]*\)?", re.IGNORECASE)
_STYLE_RUNS = re.compile(r"\\|expression\s*\(|-moz-binding|behaviou?r\s*:|javascript:", re.IGNORECASE)
_CHUNK = 1 << 20
_MOST_ATTRIBUTES = 1000  # of an element; each that is looked up takes as long as there are others


def harmless(path: Path, limits: Limits) -> bytes:
    """A report, or a report package, with its pages made harmless.

    Raises InputError, in one line, where it cannot be read, is no XML, is nested too deeply, or is too large.
    """
    try:
        data = bytes_of(path, limits)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    if data.startswith(b"PK"):
        if path.suffix.lower() in _PAGES:
            raise InputError(f"{path}: an archive, and no page; rename it to {path.stem}.xbri")
        return _package(path, data, limits)
    limits.check("unpacked", len(data), path, "a page of {} bytes")
    return _page(str(path), data, path.resolve().parent.as_uri() + "/", limits)


def _package(path: Path, data: bytes, limits: Limits) -> bytes:
    """A package whose pages are harmless, with the same entries."""
    buffer = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as safe:
            room = limits.unpacked
            limits.check("nodes", len(archive.infolist()), path, "an archive of {} files")
            for entry in archive.infolist():
                content = _content(archive, entry, f"{path}: {entry.filename}", len(data), room, limits)
                room -= len(content)
                if entry.filename.lower().endswith(_PAGES):
                    content = _page(f"{path}: {entry.filename}", content, "", limits)
                safe.writestr(entry.filename, content)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise InputError(f"{path}: no archive that can be read ({error}); make the package again") from None
    return buffer.getvalue()


def _content(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str, packed: int, room: int, limits: Limits
) -> bytes:
    """An entry, unpacked only as far as the limits allow; what it says of its size is not believed."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            limits.check("unpacked", limits.unpacked - room + size, where, "an archive of {} bytes or more, unpacked")
            limits.check("ratio", size // max(packed, 1), where, "an archive that unpacks to {} times its size or more")
            pieces.append(piece)
    return b"".join(pieces)


def _page(where: str, data: bytes, base: str, limits: Limits) -> bytes:
    """A page without what runs or loads; `base` is what its links to a taxonomy beside it are relative to."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        told = " ".join(str(error).split())
        if "depth" in told.lower():
            told = "its elements are nested more than 256 levels deep"
        raise InputError(f"{where}: no inline report that can be read ({told}); make the report again") from None
    tree = root.getroottree()
    dtd = tree.docinfo.internalDTD
    if dtd is not None and list(dtd.iterentities()):
        raise InputError(f"{where}: a report that defines entities is not read; write their text in their place")
    elements = list(root.iter("*"))
    limits.check("elements", len(elements), where, ELEMENTS)
    for element in elements:
        if len(element.attrib) > _MOST_ATTRIBUTES:
            raise InputError(
                f"{where}:{element.sourceline}: an element of {len(element.attrib):,} attributes is not read"
            )
        _clean(element, base)
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


def _clean(element: etree._Element, base: str) -> None:
    namespace, _, local = str(element.tag).rpartition("}")
    name = local.lower()
    if namespace == _LINKBASE:
        if base and _HREF in element.attrib:
            element.set(_HREF, _joined(base, element.get(_HREF, "")))
        return
    if name in _RUNS or (name == "meta" and "http-equiv" in element.attrib):
        _drop(element)
        return
    for attribute, value in element.items():
        if not _is_harmless(str(attribute).rpartition("}")[2].lower(), str(value), name):
            del element.attrib[attribute]
    if name == "style" and element.text:
        element.text = "" if _STYLE_RUNS.search(element.text) else _STYLE_LOADS.sub("none", element.text)
    elif "style" in element.attrib:
        element.set("style", _STYLE_LOADS.sub("none", element.get("style", "")))


def _joined(base: str, address: str) -> str:
    """Where a link to a taxonomy leads; what is no address leads nowhere, and is told as not loaded."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _is_harmless(attribute: str, value: str, element: str) -> bool:
    if attribute.startswith("on"):
        return False
    if attribute in _LOADS:
        return attribute == "src" and (bool(_PICTURE.match(value)) or _is_beside(value))
    if attribute == "href":
        return _scheme(value) in _LINK_KINDS if element == "a" else value.startswith("#")
    return not (attribute == "style" and _STYLE_RUNS.search(value))


def _is_beside(value: str) -> bool:
    """Whether an address is a file beside the report."""
    return _scheme(value) == "" and not value.strip().startswith(("/", "\\"))


def _scheme(value: str) -> str:
    """The scheme of an address as a browser reads it: without white space and control characters."""
    try:
        return urlsplit(re.sub(r"[\x00-\x20]", "", value)).scheme.lower()
    except ValueError:
        return "unknown"


def _drop(element: etree._Element) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
