"""What a file is that no reader takes, by its first bytes, and what to do with it."""

from __future__ import annotations

import re

_TO_PDF = "save it as PDF or HTML first"
_RICH_TEXT = b"{\\rtf"
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\s|<[A-Za-z_][\w:.-]*\s[^<>]{0,4000}\bxmlns\b)")
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office file", "unpack it, or export the release as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office file", "save it without a password, as .docx or .xlsx"),
    (_RICH_TEXT, "rich text (RTF)", _TO_PDF),
    (b"\x89PNG", "a picture (PNG)", "pictures hold no text; take the document that it shows"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "pictures hold no text; take the document that it shows"),
    (b"GIF8", "a picture (GIF)", "pictures hold no text; take the document that it shows"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"BZh", "a compressed file (bzip2)", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"SQLite format 3", "a database (SQLite)", "export the release as text or HTML"),
)
_SAMPLE = 4096
_WIDE = ((4, "UTF-32"), (2, "UTF-16"))  # bytes of a character


def wide_encoding(data: bytes) -> str:
    """The encoding of Western text whose characters are wider than a byte, all but one of which are zero."""
    data = data[:_SAMPLE]
    for width, name in _WIDE:
        columns = [data[at::width] for at in range(width)]
        empty = [not any(column) for column in columns]
        if sum(empty) == width - 1 and all(columns[empty.index(False)]):
            return name
    return ""


def is_markup_of_programs(data: bytes) -> bool:
    """Whether a file is rich text or XML (pages are asked for first): letters, but no text that a person reads."""
    return data.startswith(_RICH_TEXT) or bool(_XML.match(data))


def refusal(data: bytes) -> str:
    """What a file is, and what to do instead."""
    for start, what, instead in _KINDS:
        if data.startswith(start):
            return f"is {what}; {instead}"
    if _XML.match(data):
        return f"is XML, but no page; {_TO_PDF}"
    encoding = wide_encoding(data)
    if encoding:
        return f"is {encoding} without a byte order mark; save it as UTF-8"
    return "binary file; save the release as PDF, HTML or text first"
