"""A page as its source and its tree, joined: each text of the tree is a numbered piece of the source.

lxml says of an element on which line it begins, and nothing of columns. So the source is cut into tags and texts first,
and each text is replaced by its number, in characters of private use, before lxml sees the page. What lxml makes of the
tags stands; what the texts are is read from the source, each character with its place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from iij_xbrl.errors import InputError
from iij_xbrl.read.origins import Lines

_TOKEN = re.compile(
    r"""
    <!--.*?(?:-->|\Z)
    | <!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)
    | <(?P<raw>script|style|title|textarea|xmp|noscript|template)\b(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*+)
      (?:/>|>(?P<inside>.*?)(?:</(?P=raw)\s*>|\Z))
    | </?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*+>
    | <[!?][^>]*(?:>|\Z)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_FIRST, _SIZE = 0xE000, 6400  # the characters of private use
_NUMBER = re.compile("([\ue000-\uf8ff])([\ue000-\uf8ff])")
_KEPT = ("style", "title")  # what they hold is no text of the page, and stays with it
_MOST = _SIZE * _SIZE


def lines_of(source: str) -> Lines:
    """The lines of a source."""
    return Lines((0, *(match.end() for match in re.finditer("\n", source))))


@dataclass(frozen=True, slots=True)
class Piece:
    """A text between two tags: what it says, and where in the source each of its characters begins and ends.

    `places` is None where each character stands for itself.
    """

    start: int
    text: str
    places: Sequence[int] | None = None

    def place(self, offset: int) -> int:
        """Where the character at an offset begins in the source; behind the last one, where the text ends."""
        return self.start + offset if self.places is None else self.places[offset]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its source, its tree, and its texts, which stand in the tree as numbers."""

    source: str = field(repr=False)
    root: etree._Element
    pieces: tuple[Piece, ...] = field(repr=False)
    lines: Lines

    def texts(self, numbers: str | None) -> Iterator[int]:
        """The texts that a text of the tree stands for, as numbers of `pieces`."""
        if numbers:
            for match in _NUMBER.finditer(numbers):
                yield (ord(match[1]) - _FIRST) * _SIZE + ord(match[2]) - _FIRST


def parse_page(source: str, name: str) -> Page:
    """The page of a source. Raises InputError where no page can be made of it; `name` is the file's in the message."""
    pieces: list[Piece] = []
    parts: list[str] = []
    position = 0
    for match in _TOKEN.finditer(source):
        _put(source, position, match.start(), pieces, parts)
        position = match.end()
        if match["cdata"] is not None:
            start, end = match.span("cdata")
            parts.append(_number(len(pieces), name))
            pieces.append(Piece(start, source[start:end]))
        elif match["raw"]:
            inside = match["inside"] or "" if match["raw"].lower() in _KEPT else ""
            parts.append(f"<{match['raw']}{match['attributes'] or ''}>{inside}</{match['raw']}>")
        elif not match.group().startswith(("<!", "<?")):
            parts.append(match.group())
    _put(source, position, len(source), pieces, parts)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True)
    try:
        root = etree.fromstring("".join(parts).encode("utf-8", "replace"), parser)
    except etree.ParserError:
        root = None
    if root is None:
        raise InputError(f"{name}: no page can be read in it; open it in a browser, and save it as HTML again")
    return Page(source, root, tuple(pieces), lines_of(source))


def _number(number: int, name: str) -> str:
    if number >= _MOST:
        raise InputError(f"{name}: more texts than a page can have; split it")
    return chr(_FIRST + number // _SIZE) + chr(_FIRST + number % _SIZE)


def _put(source: str, start: int, end: int, pieces: list[Piece], parts: list[str]) -> None:
    if source[start:end].isspace() or start == end:
        parts.append(source[start:end])
        return
    parts.append(_number(len(pieces), ""))
    pieces.append(_piece(source, start, end))


def _piece(source: str, start: int, end: int) -> Piece:
    text = source[start:end]
    if "&" not in text:
        return Piece(start, text)
    shown: list[str] = []
    places: list[int] = []
    position = 0
    for match in _ENTITY.finditer(text):
        said = html.unescape(match.group())
        if said == match.group():
            continue
        shown.append(text[position : match.start()])
        places.extend(range(start + position, start + match.start()))
        shown.append(said)
        places.extend([start + match.start()] * len(said))
        position = match.end()
    shown.append(text[position:])
    places.extend(range(start + position, end + 1))
    return Piece(start, "".join(shown), places)
