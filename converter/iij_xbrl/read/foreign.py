"""What a file is that no reader takes, by its first bytes, and what to do with it."""

from __future__ import annotations

_TO_PDF = "save it as PDF or HTML first"
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office file", "unpack it, or export the release as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office file", "save it without a password, as .docx or .xlsx"),
    (b"{\\rtf", "rich text (RTF)", _TO_PDF),
    (b"\x89PNG", "a picture (PNG)", "pictures hold no text; take the document that it shows"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "pictures hold no text; take the document that it shows"),
    (b"GIF8", "a picture (GIF)", "pictures hold no text; take the document that it shows"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"BZh", "a compressed file (bzip2)", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"SQLite format 3", "a database (SQLite)", "export the release as text or HTML"),
)


def refusal(data: bytes) -> str:
    """What a file is, and what to do instead."""
    for start, what, instead in _KINDS:
        if data.startswith(start):
            return f"is {what}; {instead}"
    return "binary file; save the release as PDF, HTML or text first"
