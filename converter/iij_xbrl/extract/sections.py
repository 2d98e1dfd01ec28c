"""Where a table stands: the titles and captions in front of it, and the periods that they name in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from iij_xbrl.extract.asides import ASIDE
from iij_xbrl.extract.bases_behind import bases_behind
from iij_xbrl.extract.captions import is_caption, table_unit
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.misread_titles import misread_again
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
_SHOWN_TITLES = 2
_CELLS_OF_TITLE = 3
_ROWS_OF_TITLES = 3
_NUMBERED, _AMOUNT = JAPANESE.patterns["sections.numbered"], JAPANESE.patterns["sections.amount"]
_ANOTHER_TIME = JAPANESE.patterns["sections.another_time"]
_CHAPTER, _SECTION = JAPANESE.patterns["scopes.chapter_title"], JAPANESE.patterns["scopes.section_title"]
_LAST_REMARK = re.compile(r"\([^()]*\)\s*$")
_OPENING = ("(", "[")
_REMARK = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")


@dataclass(frozen=True)
class Section:
    """The texts in front of a table, nearest last; `captions` are the periods of the nearest caption, in its order.

    `own` is False where the table has no text of its own in front and continues the table before it. `before` are the
    last texts between the two tables, sentences among them. `over` are the headings that the table stands below.
    `lines` are titles and captions in their order, those that say periods or units among them. `introduced` are the
    periods of the text right in front that introduces the table, with a colon or as the one that follows. `on_pages`
    are the lines that stand on several pages, and `standing` the texts since the table before that state something for
    all that follows them. `months` is the length that a title or sentence above says that this part is about, `event`
    the day on which the last acquisition was made of which texts in front tell, and `basis` what a note behind the
    table says of its percentages. `shared` is the last sentence in front of the tables before, which have the same
    rows, where nothing else stands between.
    """

    titles: tuple[str, ...]
    captions: tuple[Mention, ...]
    unit: Unit | None
    own: bool
    before: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    introduced: tuple[Mention, ...] = ()
    on_pages: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    months: int | None = None
    event: date | None = None
    basis: str = ""
    shared: str = ""

    @cached_property
    def path(self) -> str:
        """The nearest titles as one line."""
        named = [title for title in self.titles if not is_remark(title)] or self.titles
        return " > ".join(named[-_SHOWN_TITLES:])

    @cached_property
    def nearest(self) -> tuple[str, ...]:
        """The nearest title, and the remarks in parentheses that follow it."""
        first = max((at for at, title in enumerate(self.titles) if not is_remark(title)), default=0)
        return self.titles[first:]

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The headings that the table stands below, and its nearest title."""
        return (*self.over, *self.nearest[:1])

    @cached_property
    def nearest_lines(self) -> tuple[str, ...]:
        """The nearest title, and the remarks and captions that follow it."""
        titles = frozenset(title for title in self.titles if not is_remark(title))
        last = next((at for at in range(len(self.lines) - 1, -1, -1) if self.lines[at] in titles), 0)
        return self.lines[last:]

    @property
    def told(self) -> tuple[str, ...]:
        """What is said right in front of the table, the nearest title first, and then the sentence in front."""
        return (*self.nearest[::-1], self.introduction or self.shared)

    @cached_property
    def introduction(self) -> str:
        """The last sentence in front of the table, right before it; empty where there is none."""
        return _SENTENCES.split(self.before[-1].strip())[-1] if self.before else ""


@dataclass(frozen=True, slots=True)
class _Group:
    titles: tuple[str, ...] = ()
    captions: tuple[Mention, ...] = ()
    unit: Unit | None = None
    lines: tuple[str, ...] = ()


def _standing(texts: Sequence[str]) -> Iterator[str]:
    """The texts that state something for all that follows, with the remark behind: `Notes` over `(in millions)`."""
    for text, behind in pairwise((*texts, "")):
        if says("units.standing", text):
            yield f"{text} {behind}" if behind.lstrip().startswith("(") else text


def sections(document: Document, calendar: Calendar) -> Iterator[tuple[Table, Section]]:
    """Each table of a document with its section."""
    repeated = _repeated_lines(document)
    last = _Group()
    titles: list[str] = []
    lines: list[str] = []
    captions: tuple[Mention, ...] = ()
    unit: Unit | None = None
    before: list[str] = []
    headings: list[Heading] = []
    months: int | None = None
    event: date | None = None
    shared, shown = "", None
    blocks = [as_title(block, calendar) for block in document.blocks]
    for block, basis in zip(blocks, bases_behind(blocks), strict=True):
        if isinstance(block, Table):
            above = _Group(tuple(titles), captions, unit, tuple(lines))
            above = _with_titles(above, last, titles_within(block, calendar), calendar)
            titles, captions, unit, lines = [*above.titles], above.captions, above.unit, [*above.lines]
            own = bool(titles or captions)
            if own:
                said = tuple(lines) if titles else (*last.titles, *lines)
                last = _Group(tuple(titles) or last.titles, captions, unit, said)
            elif unit:
                last = replace(last, unit=unit)
            over = tuple(heading.text.plain for heading in headings)
            told = tuple(before[-_TEXTS_BEFORE:])
            introduced = _introduced(told[-1], calendar) if told else ()
            group = (last.titles, last.captions, last.unit, own, told, over, last.lines)
            standing = tuple(_standing(before))
            event = day_acquired(before, event)
            shared = shared if _has_rows_of(block, shown) else ""
            section = Section(*group, introduced, document.on_pages, standing, months, event, basis, shared)
            shared, shown = section.introduction or shared, block
            yield block, section
            titles, captions, unit, before, lines = [], (), None, [], []
            continue
        headings = _with_heading(headings, block)
        months = length_said(block, _short_lines(block), calendar, months)
        before += [text.plain for text in ([block.text] if isinstance(block, Heading) else block.lines)]
        for text in _short_lines(block):
            titles, lines = _left_open(titles, text), _left_open(lines, text)
            found = mentions(text, calendar)
            if found and is_caption(text, found):
                if text not in repeated or _is_no_line_of_pages(text, found):
                    captions = found
                    lines.append(text)
            elif table_unit(text):
                unit = table_unit(text)
                lines.append(text)
            elif text not in repeated or isinstance(block, Heading) or found:
                titles.append(text)
                lines.append(text)
                captions = _title_periods(text, found) or _kept(captions, text)


def _left_open(titles: list[str], text: str) -> list[str]:
    """The titles that a text below them is still about: a chapter of a Japanese form ends the section in front."""
    if not _CHAPTER.match(text):
        return titles
    ended = next((at for at, title in enumerate(titles) if _SECTION.match(title)), len(titles))
    return titles[:ended]


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
        above = replace(above, lines=(*above.lines, text), unit=unit or above.unit)
        if not unit:
            captions = _title_periods(text, mentions(text, calendar)) or _kept(above.captions, text)
            above = replace(above, titles=(*above.titles, text), captions=captions)
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


def _with_heading(headings: list[Heading], block: Heading | Paragraph) -> list[Heading]:
    """The headings that stand over what follows a block, the nearest last."""
    if not isinstance(block, Heading):
        return headings
    return [*(heading for heading in headings if heading.level < block.level), block]


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


def is_remark(title: str) -> bool:
    """Whether a title is a remark in parentheses, and not one whose number stands in them: `(2) Position (...)`."""
    stripped = title.strip()
    return stripped.startswith("(") and bool(_REMARK.fullmatch(stripped))
