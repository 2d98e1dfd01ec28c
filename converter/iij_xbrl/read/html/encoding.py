"""The characters of a page: by its byte order mark, by what it declares, or else by what its bytes can be.

Names of encodings mean what browsers mean by them (WHATWG Encoding Standard): `iso-8859-1` is Windows-1252.
"""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_HEAD = 4096  # bytes of a page in which it may declare its encoding
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "euc_kr": "cp949",
    "utf-16": "utf-8",  # a declaration that can be read is in no UTF-16
}
_JAPANESE = ("euc_jp", "cp932")
_KANA = re.compile("[\u3041-\u3093\u30a1-\u30f6ー]")
_RARE = re.compile("[\uff61-\uff9f\ue000-\uf8ff]")  # narrow katakana and private characters: signs of a wrong guess
_ENOUGH = 3  # of the characters that are not ASCII, one in so many is kana in Japanese


def decoded(data: bytes) -> str:
    """The text of a page."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if declared := _declared(data):
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            return _guessed(data, declared)
    return _guessed(data, "")


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return ""
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except (LookupError, ValueError):
        return ""
    if name == "ascii" and data.isascii():
        return name
    return _MEANT.get(name, name)


def _guessed(data: bytes, declared: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\x1b$" in data:
        return data.decode("iso2022_jp", "replace")
    read = [(_kana(text), text) for name in _JAPANESE if (text := _strict(data, name))]
    best = max(read, default=(0, ""), key=lambda item: item[0])
    if best[0] > 0:
        return best[1]
    return data.decode(declared if declared and declared != "utf-8" else "cp1252", "replace")


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return ""


def _kana(text: str) -> int:
    """How much kana a text has, less what speaks against its encoding; nothing where it has too little of it."""
    other = sum(not char.isascii() for char in text)
    kana = len(_KANA.findall(text)) - len(_RARE.findall(text))
    return kana if kana * _ENOUGH * _ENOUGH >= other else 0
