"""The running text of a document outside its tables: passages, each with the section that it stands in.

A passage is one text, whatever lines and pages it runs over; its offsets lead back to the source. Lines that are not
one sentence (items of a list, hard line breaks) are parted by a line feed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from operator import itemgetter

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.cells.japanese_cells import is_japanese
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.entries_in_line import with_semicolons
from iij_xbrl.extract.times.partial_periods import says_part
from iij_xbrl.extract.times.periods import Calendar, Mention, Period
from iij_xbrl.extract.title_lines import FIGURE, are_entries, parts_of
from iij_xbrl.extract.tokens import period_mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, says
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Row, Span, Table, Text

_LONGEST_TITLE = 160
_MOST_TITLES = 3
_MOST_LINES = 3
_LEAD_WORDS = 8
_SHORTEST = 3  # months of a reporting period
_LIST_ITEM = re.compile(
    r"\s*(?:[-–•◆◇■○●*>➤▶►]+\s|[-•>\s]*[◆◇■□●○◎▪・➤▶►①-⑳]|>(?=[A-Z])|\(?\d{1,2}[.)]\s|\([A-Za-z]+\s?\d{1,2}\)"
    r"|<?[A-Z]\)\s)"
)
_ITEM = re.compile(r"[-•◆>➤▶►]\s")
_ENTRY = re.compile(r"(?:\(?\d{1,2}[.)]|[A-Z]\))\s?[^:]+:\s+\S")  # (4) Period: from ... to ...
_VALUED_ITEM = ENGLISH.patterns["passages.valued_item"]
_HARD_BREAK = re.compile(r"(?:  |\\)$")
_QUOTES = "\"'”’」』"
_NUMBER_OF_ITEM = re.compile(r"^\W*\w{1,3}[)）\]]")
_PAIRS = ("(", ")"), ("“", "”"), ("「", "」"), ("（", "）")
_CLOSED = re.compile(r"[.:;!?)\]]\s*$")
_OPEN_END = re.compile(r"[\w,&-]\s*$")
_COUNT = re.compile(r"\s*[ivx]{1,4}[.)]\s")  # of an item: `ii. The number of ...`
_AMOUNT = ENGLISH.patterns["passages.amount"]
_FIGURES = re.compile(r"(?<![\w.,])\d[\d,.]*(?![\w/])")
_WITH_UNIT, _STATES = JAPANESE.patterns["units.amount"], JAPANESE.patterns["passages.states"]
_PAGE = re.compile(r"^\s*[-–—•]\s*\d+\s*[-–—]\s*(?P<rest>.*)$")  # pages list what begins with a dash
_TIMES = ENGLISH.patterns["terms.time"]
_BOTH = ENGLISH.patterns["passages.actual_and_target"]
_PAGE_TITLE = re.compile(r"(?:[IVX]+|\d+)\s?-\s?\d+[.)]\s")
_BEGINS_WITH = ENGLISH.patterns["passages.begins_with"]
_PERIOD_ALONE = ENGLISH.patterns["passages.period_alone"]
_BRACKETED = re.compile(r"\s*(?:[-•]\s)?<(?P<title>[^<>]+)>\s*")


@dataclass(frozen=True, slots=True)
class Setting:
    """The section of a text: the titles above it, nearest last, and the period that the last of them names.

    `forecast` tells that the nearest title speaks of targets or forecasts, `both` that it heads two columns, actual
    figures and beside them targets. `unit` is the one that a line of its own states for the section.
    """

    titles: tuple[str, ...] = ()
    period: Period | None = None
    forecast: bool = False
    both: bool = False
    unit: Unit | None = None

    @property
    def path(self) -> str:
        """The titles as one line."""
        return " > ".join(self.titles)


@dataclass(frozen=True, slots=True)
class Passage:
    """A running text. `parts` are the source texts, each with the offset of the passage at which it starts.

    `of_table` tells that it is a row of a table whose cells hold amounts with their currency, which reads like a line;
    `heads` are the headings above it in that table.
    """

    text: str
    parts: tuple[tuple[int, Text], ...]
    setting: Setting
    of_table: bool = False
    heads: tuple[str, ...] = ()

    def lines_at(self, start: int) -> tuple[str, ...]:
        """The line of a place as it is written, and the one above it in front, if there is one."""
        position = bisect_right(self.parts, start, key=itemgetter(0)) - 1
        return tuple(text.plain for _, text in self.parts[max(position - 1, 0) : position + 1])

    def span(self, start: int, end: int) -> Span:
        """Where a part of the passage stands in the source; it must not run over two lines."""
        position = bisect_right(self.parts, start, key=itemgetter(0)) - 1
        offset, text = self.parts[position]
        return text.span.within(start - offset, end - offset)


def passages(document: Document, calendar: Calendar) -> Iterator[Passage]:
    """The running texts of a document, titles among them, in order."""
    furniture = _furniture(document)
    sections = _Sections(calendar)
    levels = {block.text.span: block.level for block in document.blocks if isinstance(block, Heading)}
    for lines in _runs(document.blocks, calendar):
        if isinstance(lines, Table):
            yield from _rows(lines, sections)
            continue
        title = _title(lines, furniture)
        if title:
            sections.enter(title, levels.get(lines[0].span))
        yield _passage(lines, sections.setting)


def titles_of(document: Document) -> dict[int, str]:
    """The titles of a document, by the position of the block that each one is, or starts."""
    furniture = _furniture(document)
    found = {}
    for position, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            found[position] = " ".join(block.text.plain.split())
        elif isinstance(block, Paragraph) and (title := _title(block.lines, furniture)):
            found[position] = title
    return found


def is_furniture(block: Block) -> bool:
    """Whether a block is a page number, with what stands beside it."""
    return isinstance(block, Paragraph) and all(_PAGE.match(line.plain) for line in block.lines)


class _Sections:
    """The section that the running text stands in, title after title.

    A numbered page (`II-5. Costs`) that names no period goes on with that of the page before, whatever bullets named.
    Names of periods that follow each other, each a line of its own, are the axis of a chart and no titles.
    A heading with a level ends what headings of its level and below said. Without a period of its own it has that of
    the heading around it, or the one that the release names first; none where the section before it has another one.
    """

    def __init__(self, calendar: Calendar) -> None:
        self.setting = Setting()
        self._calendar = calendar
        self._scope = self._page = self._before = self.setting
        self._axis: Period | None = None
        self._first = self.setting
        self._around: list[tuple[int, Setting]] = []

    def copy(self) -> _Sections:
        """Another section that goes on from here and leaves this one as it is."""
        other = copy(self)
        other._around = list(self._around)
        return other

    def enter(self, title: str, level: int | None = None) -> None:
        """Go on below a title; `level` is that of a heading."""
        found = _title_period(title, self._calendar)
        axis = found if found and _PERIOD_ALONE.fullmatch(title) else None
        if axis and self._axis:
            self.setting = self._before
        else:
            self._before = self.setting
            if level is not None:
                self._leave(level)
            self._enter(title, found)
            if found and not self.setting.forecast and self._first.period is None:
                self._first = self.setting
            if level is not None:
                self._around.append((level, self.setting))
        self._axis = axis

    def _leave(self, level: int) -> None:
        """Back to what stands around a heading of a level."""
        while self._around and self._around[-1][0] >= level:
            self._around.pop()
        outer = self._around[-1][1] if self._around else replace(self._first, titles=(), unit=None)
        before = self._scope if self.setting.forecast else self.setting
        told = {period for period in (outer.period, before.period) if period}
        self.setting = self._scope = replace(outer, period=told.pop() if len(told) == 1 else None)

    def _enter(self, title: str, found: Period | None) -> None:
        both = bool(_BOTH.search(title))
        forecast = bool(says("passages.forecast", title)) and not both
        is_page = bool(_PAGE_TITLE.match(title))
        unit = table_unit(title) or (None if is_page else self.setting.unit)
        if found:
            self.setting = Setting((title,), found, forecast, both, unit)
            self._scope = self._scope if forecast else self.setting
        else:
            base = self._page if is_page else self._scope if self.setting.forecast else self.setting
            titles = (*(base if not is_page else self.setting).titles, title)[-_MOST_TITLES:]
            period = None if _says_part(title) else base.period
            self.setting = replace(base, titles=titles, period=period, forecast=forecast, both=both, unit=unit)
        if is_page:
            self._page = self.setting


def _rows(table: Table, sections: _Sections) -> Iterator[Passage]:
    """The rows of a table that read like lines, each below the headings among them.

    None where its columns have heads: these say what stands below them, and no line of text does. A Japanese form that
    is one table has its titles and remarks in it, each in a row of its own.
    """
    if is_japanese(*(text.plain for row in table.rows for text in row.texts)):
        yield from _remarks(table, sections.copy())
        return
    inner = sections.copy()
    heads: tuple[str, ...] = ()
    for row in table.rows:
        texts = tuple(filter(None, (" ".join(cell.plain.split()) for cell in row.texts)))
        if any(_AMOUNT.search(cell.plain) for cell in row.texts[1:]):
            yield _row(row, inner.setting, heads)
        elif len(set(texts)) == 1:
            inner.enter(texts[0])
            heads = (*heads, texts[0])
        elif texts and not _FIGURES.search(" ".join(texts[1:])):
            return


def _remarks(table: Table, inner: _Sections) -> Iterator[Passage]:
    """The rows of a table that are one text with amounts, each below the titles of its part of the table."""
    entered: set[str] = set()
    for row in table.rows:
        texts = tuple(filter(None, (narrow(" ".join(cell.plain.split())) for cell in row.texts)))
        if len(set(texts)) == 1 and _WITH_UNIT.search(texts[0]):
            heads = tuple(title for title in inner.setting.titles if title in entered)
            yield _row(row, inner.setting, heads)
        elif texts and row.texts[0].plain.strip() and not any(map(_FIGURES.fullmatch, texts[1:])):
            entered.update(texts)
            for text in texts:
                inner.enter(text)


def _row(row: Row, setting: Setting, heads: tuple[str, ...]) -> Passage:
    text, parts = "", []
    for cell in row.texts:
        parts.append((len(text), cell))
        text += cell.plain + " "
    return Passage(text, tuple(parts), setting, of_table=True, heads=heads)


def _runs(blocks: tuple[Block, ...], calendar: Calendar) -> Iterator[tuple[Text, ...] | Table]:
    """The lines of each running text; a paragraph cut by a page break goes on with a small letter."""
    pending: list[Text] = []
    for block in blocks:
        goes_on = isinstance(block, Paragraph) and pending and _goes_on(pending[-1], block.lines[0])
        if pending and not goes_on:
            yield tuple(pending)
            pending = []
        if isinstance(block, Heading):
            yield (block.text,)
        elif isinstance(block, Paragraph):
            for part in parts_of(block.lines, calendar):
                if pending and part[0] is not block.lines[0]:
                    yield tuple(pending)
                    pending = []
                for line in part:
                    if pending and (_BRACKETED.fullmatch(line.plain) or _BRACKETED.fullmatch(pending[-1].plain)):
                        yield tuple(pending)
                        pending = []
                    pending.append(line)
        else:
            yield block
    if pending:
        yield tuple(pending)


def _goes_on(last: Text, first: Text) -> bool:
    return (
        len(last.plain) > _LONGEST_TITLE // 2
        and first.plain.lstrip()[:1].islower()
        and bool(_OPEN_END.search(last.plain))
        and not _COUNT.match(first.plain)
    )


def _passage(lines: tuple[Text, ...], setting: Setting) -> Passage:
    text, parts = "", []
    for number, line in enumerate(lines):
        if number:
            text += "\n" if _breaks(lines[number - 1], line) else " "
        parts.append((len(text), line))
        text += with_semicolons(line.plain)
    return Passage(text, tuple(parts), setting)


def _breaks(upper: Text, lower: Text) -> bool:
    if _LIST_ITEM.match(lower.plain) or _HARD_BREAK.search(upper.raw) or _VALUED_ITEM.match(upper.plain):
        return True
    if are_entries(upper.plain, lower.plain):
        return True
    first = lower.plain.lstrip()[:1]
    return bool(_CLOSED.search(upper.plain)) and not first.islower()


def _furniture(document: Document) -> frozenset[str]:
    """What stands beside page numbers, on a line of its own as well."""
    rests = (
        match["rest"].strip()
        for block in document.blocks
        if isinstance(block, Paragraph)
        for line in block.lines
        if (match := _PAGE.match(line.plain))
    )
    return frozenset(rest for rest in rests if rest)


def _title(lines: tuple[Text, ...], furniture: frozenset[str]) -> str:
    """The text as a title, or nothing where it is none."""
    text = " ".join(" ".join(line.plain.split()) for line in lines)
    text = text[:-1] if _is_lead(text) else text
    is_sentence = text.rstrip(_QUOTES).endswith((".", ";", ":", "。"))
    if not text or len(text) > _LONGEST_TITLE or len(lines) > _MOST_LINES or is_sentence:
        return ""
    bracketed = _BRACKETED.fullmatch(text)
    text = f"<{bracketed['title']}>" if bracketed else text
    is_entry = FIGURE.search(text) or _STATES.search(narrow(text)) or _ENTRY.match(text) or " = " in text
    is_item = text[0].islower() or _ITEM.match(text) or is_entry
    return "" if is_item or _is_torn(text) or text in furniture or _PAGE.match(text) else text


def _is_torn(text: str) -> bool:
    """Whether a bracket or quotation ends below a text, or opens above it: it is a line of a longer text."""
    inner = _NUMBER_OF_ITEM.sub("", text)
    return any(inner.count(opens) != inner.count(closes) for opens, closes in _PAIRS) or text.count('"') % 2 == 1


def _is_lead(text: str) -> bool:
    """Whether a text leads in what follows, of a forecast or a time of its own: `Forecast for FY2011:`."""
    is_short = text.endswith(":") and len(text.split()) <= _LEAD_WORDS
    return is_short and bool(says("passages.forecast", text) or _TIMES.search(text))


def _says_part(title: str) -> bool:
    """Whether a title says a part of a year, and not of which: `Fourth Quarter`, `Three Months Results`."""
    return says_part(title) and len(title.split()) <= _LEAD_WORDS


def _title_period(title: str, calendar: Calendar) -> Period | None:
    found = {
        mention.period
        for mention in period_mentions(title, calendar)
        if mention.kind == "duration" and mention.period.months >= _SHORTEST and not _is_begin(title, mention)
    }
    return found.pop() if len(found) == 1 else None


def _is_begin(title: str, mention: Mention) -> bool:
    """Whether a period is when something began, as a torn note says it: `From 1Q16, the number of subscriptions`."""
    is_alone = _PERIOD_ALONE.fullmatch(title[mention.start : mention.end]) is not None
    return is_alone and _BEGINS_WITH.search(title[: mention.start]) is not None
