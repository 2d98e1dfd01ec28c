"""The encoding of a text: told by its mark or its escape sequences, else UTF-8; any other is refused by its name."""

from __future__ import annotations

import codecs
import re

from iij_xbrl.errors import InputError
from iij_xbrl.read.file import File
from iij_xbrl.read.foreign import is_markup_of_programs

LINE_END = re.compile("\r*\n|\r|\x85|\u2028|\u2029")  # what editors, browsers and word processors end lines with
# The mark of UTF-32 begins with that of UTF-16.
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ISO_2022_JP = re.compile(rb"\x1b(?:\$[@B]|\([JI])")
_OTHERS = (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("cp1252", "Windows-1252"))
_KANA = re.compile("[\u3041-\u30fe]")
_SAMPLE = 100_000


def is_text(data: bytes) -> bool:
    """Whether a file may be text: without zero bytes, but for UTF-16 and UTF-32 with their marks.

    What is written in letters for programs alone, rich text and XML, is none.
    """
    if is_markup_of_programs(data):
        return False
    return b"\0" not in data or any(data.startswith(mark) for mark, _, _ in _MARKED)


def decode(file: File) -> str:
    """The text of a file. Raises InputError, with the line, where it is not in the encoding that it should be in."""
    codec, name = _encoding(file.data)
    try:
        return file.data.decode(codec)
    except UnicodeDecodeError as error:
        before = file.data[: error.start].decode(codec, "ignore")
        where = f"{file.path}:{len(LINE_END.split(before))}"
        other = _other(file.data) if codec == "utf-8-sig" else ""
        meant = f"; it may be {other}" if other else ""
        raise InputError(f"{where}: not valid {name} (byte {error.start}){meant}; save the file as UTF-8") from None


def decode_table(file: File) -> tuple[str, tuple[str, ...]]:
    """The text of a table, and what it was taken for where it is in the encoding that spreadsheets save theirs in.

    That is Windows-1252 for a file without a mark whose bytes are no UTF-8, not even in parts, and can be nothing else.
    Raises InputError where it is in no encoding.
    """
    data = file.data
    if _encoding(data)[0] == "utf-8-sig" and data.decode("utf-8", "ignore").isascii() and not data.isascii():
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            return decode(file), ()
        if _other(data) == "Windows-1252":
            return text, ("the file is no UTF-8 and was read as Windows-1252",)
    return decode(file), ()


def _encoding(data: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKED:
        if data.startswith(mark):
            return codec, name
    if data.isascii() and _ISO_2022_JP.search(data):
        return "iso2022_jp", "ISO-2022-JP"
    return "utf-8-sig", "UTF-8"


def _other(data: bytes) -> str:
    """The encoding that a file which is not UTF-8 seems to be in, or nothing."""
    for codec, name in _OTHERS:
        text = data[:_SAMPLE].decode(codec, "ignore")
        if codec == "cp1252" or _KANA.search(text):
            return name
    return ""
