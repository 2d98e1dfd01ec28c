"""The lines below a table that may be notes of it: those with a mark, those that call themselves one, and captions.

A note has the lines that go on with it. What stands below a table with which a page ends, in brackets or between dashes
speaks of it as well, and so does a text that points ahead where no table follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, patterns_of, says
from iij_xbrl.map.scopes.titles.shapes import is_title_like
from iij_xbrl.read.document import Block, Heading, Paragraph, Row, Table, Text
from iij_xbrl.read.marks import listed_start, note_start

_NAMED_NOTE = patterns_of("scopes.note_start")
_LONGEST_NAME = 25  # characters of a Japanese name behind a mark
_FEW = 4  # words of a note that is but a name
_SHORT_NAME = 20  # characters of a Japanese one
_AHEAD = patterns_of("scopes.table_ahead")
_POINTS = patterns_of("scopes.points_at_table")
_SPEAKS_AHEAD = patterns_of("scopes.speaks_of_table")
_SPEAKS = patterns_of("scopes.speaks_of_table_above")
_CAPTIONS = patterns_of("scopes.caption_below")
_WHOLE = re.compile(r"\W*[(（\[](?P<words>[^()（）\[\]]+)[)）\]]\W*")  # a line in brackets
_SET_OFF = re.compile(r"\s*(?P<mark>[-–—~=*]{1,3})\s*(?P<words>[^\W\d][^-–—~=*]*?)\s*(?P=mark)\s*")  # `- Budget -`
_BRACKETED = re.compile(r"\s*[(（\[]\s*[*※†‡\d]+\s*[)）\]]")
_RULE = re.compile(r"\W*")  # drawn, and not said
_MARKUP = " _*"


class NoteLines(NamedTuple):
    """The mark and the words of a note; whether it calls itself one, is a sentence about the table, or its title.

    `is_remark` tells that it calls itself a note, or stands in brackets: then a few words say what the figures are.
    """

    key: str
    words: list[str]
    is_named: bool
    speaks: bool
    is_title: bool = False
    is_remark: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it has a mark, or is a remark."""
        return bool(self.key) or self.is_remark


def lines_of_notes(blocks: Sequence[Block], position: int) -> tuple[NoteLines, ...]:
    """What may be a note of the table at a position, each with the lines that go on with it."""
    lines = _joined(_lines_below(blocks, position))
    return (*lines, *_caption(blocks, position), *_displaced(blocks, position))


def _caption(blocks: Sequence[Block], position: int) -> Iterator[NoteLines]:
    """A name below a table with which the page ends: it heads nothing, so it can only speak of the table.

    So does a line that calls itself the title of a table, `Table 3: ...`, where none stands below it, and one in
    brackets right below the last row.
    """
    block = blocks[position + 1] if position + 1 < len(blocks) else None
    if not isinstance(block, Paragraph):
        return
    lines = [line for line in block.lines if not _RULE.fullmatch(line.plain)] or block.lines
    line = lines[0]
    bracketed = None if JAPANESE.script.search(line.plain) else _WHOLE.fullmatch(line.plain)
    if bracketed:
        yield NoteLines("", bracketed["words"].split(), is_named=True, speaks=False, is_remark=True)
    behind = blocks[position + 2] if position + 2 < len(blocks) else None
    mark = note_start(line.raw)
    is_numbered = mark is not None and any(map(str.isalnum, mark.key))  # its mark may be lost
    is_japanese = JAPANESE.script.search(line.plain) is not None
    is_name = is_japanese and not is_numbered and len(lines) == 1 and len(line.plain) <= _SHORT_NAME
    if is_name and not isinstance(behind, Table):
        inner = _WHOLE.fullmatch(narrow(line.plain))
        if inner or behind is None:
            words = inner["words"] if inner else line.plain.strip()
            yield NoteLines("", [words], is_named=True, speaks=True, is_remark=True)
    set_off = _SET_OFF.fullmatch(line.plain)
    if set_off and len(set_off["words"].split()) <= _FEW:
        yield NoteLines("", set_off["words"].split(), is_named=True, speaks=False)
    if len(lines) != 1:
        return
    name = line.raw[mark.end :].split() if mark else []
    if mark and 0 < len(name) <= _FEW and not is_numbered:
        yield NoteLines(mark.key, name, is_named=True, speaks=False)
    text = line.plain.strip(_MARKUP)
    label = next((found for pattern in _CAPTIONS if (found := pattern.search(text))), None)
    if label and not isinstance(behind, Table):
        yield NoteLines("", text[label.end() :].split(), is_named=True, speaks=False, is_title=True)
        return
    words = line.plain.split()
    is_marked = note_start(line.raw) or listed_start(line.raw) or not line.raw.strip()[:1].isalpha()
    if behind is None and 0 < len(words) <= _FEW and not is_marked and not JAPANESE.script.search(line.plain):
        yield NoteLines("", words, is_named=True, speaks=False)


def _displaced(blocks: Sequence[Block], position: int) -> Iterator[NoteLines]:
    """Texts below a table that point ahead at one, where none follows: they can only speak of the one above."""
    headings = 0
    found: list[NoteLines] = []
    for block in islice(blocks, position + 1, None):
        if isinstance(block, Table):
            return
        headings += isinstance(block, Heading)
        if headings > 1:
            break
        text = " ".join(line.plain for line in block.lines) if isinstance(block, Paragraph) else ""
        if not headings and all(any(item.search(text) for item in kind) for kind in (_AHEAD, _SPEAKS_AHEAD, _POINTS)):
            found.append(NoteLines("", text.split(), is_named=True, speaks=True))
    yield from found


def _lines_below(blocks: Sequence[Block], position: int) -> Iterator[Text | None]:
    """The lines that may be notes of a table: in its own rows, and below it up to the next table or heading.

    None stands where a text begins.
    """
    table = blocks[position]
    assert isinstance(table, Table)
    last = max((at for at, row in enumerate(table.rows) if not _is_alone(row)), default=0)
    for at, row in enumerate(table.rows):
        if _is_alone(row) and (note_start(row.texts[0].raw) or (at > last and _speaks(row.texts[0]))):
            yield row.texts[0]
    for block in islice(blocks, position + 1, None):
        if isinstance(block, Table | Heading):
            return
        yield None
        yield from block.lines


def _is_alone(row: Row) -> bool:
    """Whether nothing stands beside the first text of a row."""
    return not any(text.plain.strip() for text in row.texts[1:])


def _speaks(line: Text) -> bool:
    text = line.plain.strip(_MARKUP)
    return any(pattern.search(text) for pattern in _SPEAKS) or says("scopes.corrects", text) is not None


def _joined(lines: Iterable[Text | None]) -> Iterator[NoteLines]:
    """The notes, each with the lines that go on with it; a sentence about the table ends with its text.

    So does a note, where the next text stands like a title.
    """
    note: NoteLines | None = None
    is_first = False
    for line in lines:
        if line is None:
            is_first = True
            if note and note.speaks:
                yield note
                note = None
            continue
        if note and is_first and is_title_like(line) and line.plain.strip()[:1].isupper():
            yield note
            note = None
        is_first = False
        is_japanese = JAPANESE.script.search(line.plain)
        mark = note_start(line.raw) or (None if is_japanese else listed_start(line.raw))
        if is_japanese and mark and mark.key.startswith("("):
            mark = None  # `(1)` numbers a title
        named = _named(line)
        speaks = _speaks(line)
        if mark or named or speaks:
            if note:
                yield note
            key = mark.key if mark else ""
            words = (line.raw[mark.end :] if mark else line.plain[named.end() if named else 0 :]).split()
            is_named = bool(named or speaks or key.startswith("(") or _BRACKETED.match(line.plain))
            speaks = speaks or any(pattern.search(" ".join(words)) for pattern in _SPEAKS)
            note = NoteLines(key, words, is_named, speaks, is_remark=bool(named) and not speaks)
        elif note and not is_japanese:
            note.words.extend(line.plain.split())
    if note:
        yield note


def _named(line: Text) -> re.Match[str] | None:
    """The words with which a line calls itself a note; a Japanese one of more words than a name explains something."""
    named = next((found for pattern in _NAMED_NOTE if (found := pattern.match(line.plain))), None)
    explains = named and JAPANESE.script.search(line.plain) and is_long_in_japanese(line.plain[named.end() :])
    return None if explains else named


def is_long_in_japanese(words: str) -> bool:
    """Whether a Japanese note is more than a name: long, or of words that say something."""
    return len(words) > _LONGEST_NAME or says("scopes.says_something", words) is not None
