"""What stands above each table of a document: a walk from top to bottom.

A table without texts of its own in front continues the one before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from iij_xbrl.extract.asides import ASIDE
from iij_xbrl.extract.bases_behind import bases_behind
from iij_xbrl.extract.captions import is_caption, table_unit
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.misread_titles import misread_again
from iij_xbrl.extract.sections import Section, is_remark
from iij_xbrl.extract.table_titles import titles_within
from iij_xbrl.extract.times.acquisitions import day_acquired
from iij_xbrl.extract.times.lengths_said import length_said
from iij_xbrl.extract.times.periods import Calendar, Mention, mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Table, Text

_LONGEST_TITLE = 200
_SENTENCE = re.compile(r"[.;。]\s*$")
_SENTENCES = re.compile(r"(?<=[^\W\d_]{2}[.;])\s+(?=[A-Z])")
_PAGE_NUMBER = re.compile(r"^\s*[-–—•]\s*\d+\s*[-–—]")
_REPEATED = 3
_TEXTS_BEFORE = 6
_CELLS_OF_TITLE = 3
_ROWS_OF_TITLES = 3
_NUMBERED, _AMOUNT = JAPANESE.patterns["sections.numbered"], JAPANESE.patterns["sections.amount"]
_ANOTHER_TIME = JAPANESE.patterns["sections.another_time"]
_CHAPTER, _SECTION = JAPANESE.patterns["scopes.chapter_title"], JAPANESE.patterns["scopes.section_title"]
_LAST_REMARK = re.compile(r"\([^()]*\)\s*$")
_OPENING = ("(", "[")


@dataclass(frozen=True, slots=True)
class _Group:
    """The short lines above a table, as in its section."""

    titles: tuple[str, ...] = ()
    captions: tuple[Mention, ...] = ()
    unit: Unit | None = None
    lines: tuple[str, ...] = ()


def sections(document: Document, calendar: Calendar) -> Iterator[tuple[Table, Section]]:
    """Each table of a document with its section."""
    walk = _Walk(document, calendar, _repeated_lines(document))
    blocks = [as_title(block, calendar) for block in document.blocks]
    for block, basis in zip(blocks, bases_behind(blocks), strict=True):
        if isinstance(block, Table):
            yield block, walk.section(block, basis)
        else:
            walk.see(block)


@dataclass(slots=True)
class _Walk:
    """Goes through a document from top to bottom; knows what stands between the last table and here.

    `_titles`, `_lines`, `_captions` and `_unit` are of the short lines, `_texts` is everything. `_last` is what stands
    above the last table.
    """

    document: Document
    calendar: Calendar
    repeated: Set[str]
    _last: _Group = field(default_factory=_Group)
    _titles: list[str] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _captions: tuple[Mention, ...] = ()
    _unit: Unit | None = None
    _texts: list[str] = field(default_factory=list)
    _headings: list[Heading] = field(default_factory=list)
    _months: int | None = None
    _event: date | None = None
    _shared: str = ""
    _shown: Table | None = None

    def see(self, block: Heading | Paragraph) -> None:
        """A text above the next table."""
        if isinstance(block, Heading):
            self._headings = [*(heading for heading in self._headings if heading.level < block.level), block]
        self._months = length_said(block, _short_lines(block), self.calendar, self._months)
        self._texts += [text.plain for text in ([block.text] if isinstance(block, Heading) else block.lines)]
        for text in _short_lines(block):
            if _CHAPTER.match(text):
                self._end_section()
            self._see_line(text, is_heading=isinstance(block, Heading))

    def _end_section(self) -> None:
        """A chapter of a Japanese form ends the section in front of it: what is below is still about what was above."""
        for said in (self._titles, self._lines):
            del said[next((at for at, line in enumerate(said) if _SECTION.match(line)), len(said)) :]

    def _see_line(self, text: str, *, is_heading: bool) -> None:
        """One more short line: a caption, a unit or a title, if it is none that stands on every page."""
        found = mentions(text, self.calendar)
        is_of_pages = text in self.repeated
        if found and is_caption(text, found):
            if is_of_pages and not _is_no_line_of_pages(text, found):
                return
            self._captions = found
        elif unit := table_unit(text):
            self._unit = unit
        elif not is_of_pages or is_heading or found:
            self._titles.append(text)
            self._captions = _title_periods(text, found) or _kept(self._captions, text)
        else:
            return
        self._lines.append(text)

    def section(self, table: Table, basis: str) -> Section:
        """The section of the next table."""
        above = _Group(tuple(self._titles), self._captions, self._unit, tuple(self._lines))
        above = _with_titles(above, self._last, titles_within(table, self.calendar), self.calendar)
        own = bool(above.titles or above.captions)
        if own:
            lines = above.lines if above.titles else (*self._last.titles, *above.lines)
            self._last = replace(above, titles=above.titles or self._last.titles, lines=lines)
        elif above.unit:
            self._last = replace(self._last, unit=above.unit)
        told = tuple(self._texts[-_TEXTS_BEFORE:])
        self._event = day_acquired(self._texts, self._event)
        section = Section(
            self._last.titles,
            self._last.captions,
            self._last.unit,
            own,
            told,
            tuple(heading.text.plain for heading in self._headings),
            self._last.lines,
            _introduced(told[-1], self.calendar) if told else (),
            self.document.on_pages,
            tuple(_standing(self._texts)),
            self._months,
            self._event,
            basis,
            self._shared if _has_rows_of(table, self._shown) else "",
        )
        self._shared, self._shown = section.introduction or section.shared, table
        self._titles, self._lines, self._captions, self._unit, self._texts = [], [], (), None, []
        return section


def _standing(texts: Sequence[str]) -> Iterator[str]:
    """The texts that state something for all that follows, with the remark behind: `Notes` over `(in millions)`."""
    for text, behind in pairwise((*texts, "")):
        if says("units.standing", text):
            yield f"{text} {behind}" if behind.lstrip().startswith("(") else text


def _has_rows_of(table: Table, other: Table | None) -> bool:
    """Whether most rows of a table have the labels of rows of another one."""
    labels = [row.texts[0].plain.strip() for row in table.rows if row.texts[0].plain.strip()]
    others = {row.texts[0].plain.strip() for row in other.rows} if other else set[str]()
    return sum(label in others for label in labels) * 2 > len(labels)


def _with_titles(above: _Group, last: _Group, titles: Sequence[str], calendar: Calendar) -> _Group:
    """What is said above a table, with the titles in its first rows; without others, these stand below the `last`."""
    if titles and not (above.titles or above.captions):
        above = replace(last, unit=above.unit or last.unit)
    for text in (line for title in titles for line in _with_unit_apart(narrow(title))):
        if above.titles and misread_again(text, above.titles[-1]):
            continue
        unit = table_unit(text)
        if unit:
            above = replace(above, lines=(*above.lines, text), unit=unit)
        else:
            captions = _title_periods(text, mentions(text, calendar)) or _kept(above.captions, text)
            above = replace(above, titles=(*above.titles, text), lines=(*above.lines, text), captions=captions)
    return above


def as_title(block: Block, calendar: Calendar) -> Block:
    """A block; as lines where it is a table of numbered titles alone: `（１）連結経営成績 | （％表示）`.

    One that says nothing but a day or a unit is the caption of what follows it: `2020年3月31日現在`.
    """
    if not isinstance(block, Table):
        return block
    rows = [tuple(text for text in row.texts if text.plain.strip()) for row in block.rows[: _ROWS_OF_TITLES + 1]]
    if len(rows) > _ROWS_OF_TITLES or not all(_is_japanese_title(texts, calendar) for texts in rows):
        return block
    return Paragraph(tuple(text for texts in rows for text in texts))


def _is_japanese_title(texts: Sequence[Text], calendar: Calendar) -> bool:
    """Whether the texts of a row are a numbered title with what is said beside it, or captions alone."""
    if texts and all(_is_japanese_caption(text.plain, calendar) for text in texts):
        return True
    is_title = bool(texts) and len(texts) <= _CELLS_OF_TITLE and _NUMBERED.match(narrow(texts[0].plain)) is not None
    return is_title and not any(_AMOUNT.search(narrow(text.plain)) for text in texts)


def _is_japanese_caption(text: str, calendar: Calendar) -> bool:
    """Whether a text says a period or a unit, and nothing of weight beside it."""
    found = mentions(text, calendar) if JAPANESE.script.search(text) else ()
    return bool(found and is_caption(text, found)) or bool(JAPANESE.script.search(text) and table_unit(text))


def _is_no_line_of_pages(text: str, found: tuple[Mention, ...]) -> bool:
    """Whether a text is a caption, however often it is printed: `自 ... 至 ...`, `2020年3月31日現在`."""
    is_balance = JAPANESE.script.search(text) is not None and found[0].kind == "instant"
    return len(found) > 1 or is_balance or says("sections.from_to", text) is not None


def _introduced(text: str, calendar: Calendar) -> tuple[Mention, ...]:
    """The periods of a text that introduces a table: with a colon, or the day that its last sentence presents."""
    if text.rstrip().endswith(":"):
        return mentions(text, calendar)
    last = _SENTENCES.split(text.strip())[-1]
    found = mentions(last, calendar) if says("sections.presents", last) else ()
    return found if all(mention.kind == "instant" for mention in found) else ()


def _title_periods(title: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The periods of a title: times, or the days that the caption behind it in parentheses lists."""
    if not found or all(mention.kind == "duration" for mention in found):
        return found
    behind = _LAST_REMARK.search(title)
    start = behind.start() if behind else len(title)
    own = tuple(replace(item, start=item.start - start, end=item.end - start) for item in found if item.start >= start)
    return found if len(own) > 1 and own[0].start + start == found[0].start and is_caption(title[start:], own) else ()


def _kept(captions: tuple[Mention, ...], title: str) -> tuple[Mention, ...]:
    """What is kept of captions that a title follows: no bare day above a Japanese one, such as that of publication.

    Nothing is below a title of another time that says not which: `前期の業績`.
    """
    is_day = all(mention.kind == "date" for mention in captions)
    is_other = _ANOTHER_TIME.fullmatch(title) is not None
    return () if is_other or (is_day and JAPANESE.script.search(title)) else captions


def _short_lines(block: Heading | Paragraph) -> Iterator[str]:
    texts = [block.text] if isinstance(block, Heading) else block.lines
    for text in texts:
        line = " ".join(narrow(text.plain).split())
        prose = len(line) > _LONGEST_TITLE or (len(line) > 40 and _SENTENCE.search(line))
        if line and not prose and not _PAGE_NUMBER.match(line):
            yield from _with_unit_apart(line)


def _with_unit_apart(line: str) -> Iterator[str]:
    """A title, and the unit in parentheses at its end as a line of its own: `Statements of Income (JPY thousands)`."""
    for behind in () if line.endswith(":") else ASIDE.finditer(line):
        if line.startswith(_OPENING) and not is_remark(line[: behind.start()]):
            continue
        unit = table_unit(f"({behind[1]})")
        rest = line[behind.end() :].strip(" :")
        if unit and unit.scale and not unit.percent and not unit.count and (not rest or is_remark(rest)):
            yield " ".join((line[: behind.start()] + rest).split())
            yield f"({behind[1].strip()})"
            return
    yield line


def _repeated_lines(document: Document) -> frozenset[str]:
    counted = Counter(line for block in document.blocks if not isinstance(block, Table) for line in _short_lines(block))
    return frozenset(line for line, count in counted.items() if count >= _REPEATED)
