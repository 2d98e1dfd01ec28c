"""Reads text and Markdown: TAB separated tables, pipe tables, headings, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from iij_xbrl.errors import InputError
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Row, Span, Table, Text
from iij_xbrl.read.markup import plain

_DELIMITER_ROW = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"^(#{1,6})\s+(.*\S)")


def read(path: Path) -> Document:
    """Read a release.

    Raises InputError where the file is missing, a folder, empty, binary, not UTF-8 or UTF-16, or holds no table.
    """
    document = parse(_decode(path), path.stem)
    if not document.tables:
        raise InputError(
            f"{path}: no table found; a release needs TAB separated or Markdown pipe tables (is this the right file?)"
        )
    return document


def _decode(path: Path) -> str:
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name the release's file in it")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    if not data.strip():
        raise InputError(f"{path}: the file is empty; export the release again")
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\0" in data and not utf16:
        raise InputError(f"{path}: binary file; convert it to text or Markdown first")
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(f"{path}:{line}: not valid UTF-8 (byte {error.start}); save the file as UTF-8") from None


def parse(source: str, name: str) -> Document:
    """Parse text or Markdown into a document. Pages are counted where form feeds separate them."""
    lines = [line.rstrip("\r") for line in source.split("\n")]
    paged = "\f" in source
    page = 1
    texts: list[Text] = []
    for number, raw in enumerate(lines, 1):
        page += raw.count("\f")
        clean = raw.replace("\f", " ")
        texts.append(Text(clean, plain(clean), Span(number, 0, len(clean), page if paged else None)))
    return Document(name, tuple(_blocks(texts)))


def _blocks(texts: list[Text]) -> Iterator[Block]:
    position = 0
    while position < len(texts):
        text = texts[position]
        heading = _HEADING.match(text.raw)
        if not text.raw.strip():
            position += 1
        elif "\t" in text.raw:
            end = _run(texts, position, lambda raw: "\t" in raw)
            yield Table(tuple(_tab_row(item) for item in texts[position:end]))
            position = end
        elif _starts_pipe_table(texts, position):
            end = _run(texts, position, lambda raw: bool(_PIPE.search(raw)))
            rows = [item for item in texts[position:end] if not _DELIMITER_ROW.match(item.raw)]
            yield Table(tuple(_pipe_row(item) for item in rows))
            position = end
        elif heading:
            yield Heading(_part(text, heading.start(2), heading.end(2)), len(heading.group(1)))
            position += 1
        else:
            end = position + 1
            while end < len(texts) and _continues(texts, end):
                end += 1
            yield Paragraph(tuple(texts[position:end]))
            position = end


def _run(texts: list[Text], position: int, belongs: Callable[[str], bool]) -> int:
    end = position
    while end < len(texts) and belongs(texts[end].raw):
        end += 1
    return end


def _continues(texts: list[Text], position: int) -> bool:
    raw = texts[position].raw
    return bool(raw.strip()) and "\t" not in raw and not _HEADING.match(raw) and not _starts_pipe_table(texts, position)


def _starts_pipe_table(texts: list[Text], position: int) -> bool:
    raw = texts[position].raw
    if not _PIPE.search(raw):
        return False
    following = texts[position + 1].raw if position + 1 < len(texts) else ""
    return raw.lstrip().startswith("|") or ("|" in following and bool(_DELIMITER_ROW.match(following)))


def _part(text: Text, start: int, end: int) -> Text:
    while start < end and text.raw[start].isspace():
        start += 1
    while end > start and text.raw[end - 1].isspace():
        end -= 1
    return Text(text.raw[start:end], text.plain[start:end], text.span.within(start, end))


def _tab_row(text: Text) -> Row:
    cells, start = [], 0
    for piece in text.raw.split("\t"):
        cells.append(_part(text, start, start + len(piece)))
        start += len(piece) + 1
    return Row(text.span.line, tuple(cells))


def _pipe_row(text: Text) -> Row:
    bounds = [match.start() for match in _PIPE.finditer(text.raw)]
    inner = text.raw.strip()
    starts = [position + 1 for position in bounds]
    ends = [*bounds[1:], len(text.raw)]
    if not inner.startswith("|"):
        starts, ends = [0, *starts], [bounds[0], *ends]
    if inner.endswith("|") and not inner.endswith("\\|"):
        starts, ends = starts[:-1], ends[:-1]
    return Row(text.span.line, tuple(_part(text, start, end) for start, end in zip(starts, ends, strict=True)))
