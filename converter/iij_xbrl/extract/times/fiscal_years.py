"""By which year a document names fiscal years that close in the first months of a year.

One that ends on January 31, 2025 is fiscal 2025 for some and fiscal 2024 for others. A document says so where it
defines a year, or with the columns of its statements: the latest year that they name is the one that has closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from iij_xbrl.extract.times.calendar import Calendar, month_closed
from iij_xbrl.extract.times.partial_periods import YEAR, day_said
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH
from iij_xbrl.read.document import Document, Row

_CLOSED, _FISCAL = ENGLISH.patterns["periods.fiscal_closed"], ENGLISH.patterns["periods.fiscal"]
_ENDED = ENGLISH.patterns["periods.closed"]
_FISCAL_HEAD = ENGLISH.patterns["periods.fiscal_head"]
_MONTHS = ENGLISH.numbers("months")
_HEADS = 4  # rows
_SEVERAL = 2
_LABELS = 1  # text of a row


def with_fiscal_names(calendar: Calendar, document: Document) -> Calendar:
    """The calendar with what a document tells of the names of its fiscal years."""
    if calendar.is_known or not calendar.closes:
        return calendar
    told = list(_defined(document)) or list(_headed(document, calendar))
    offsets = set(told)
    if len(offsets) != 1 or not offsets <= {0, 1}:
        return calendar
    return replace(calendar, named_before=offsets == {1})


def _defined(document: Document) -> Iterator[int]:
    """How many years later than its name each year closes that a text or a row defines."""
    lines = [" ".join(text.plain for text in row.texts) for table in document.tables for row in table.rows]
    for text in (*lines, *(text.plain for text in document.worded)):
        for match in _CLOSED.finditer(narrow(text)):
            name, closed = int(match["year"] or match["year2"]), int(match["closed"] or match["closed2"])
            month, day = _MONTHS[(match["month"] or match["month2"]).lower()], int(match["day"] or match["day2"])
            try:
                yield month_closed(date(closed, month, day)).year - name
            except ValueError:
                continue


def _headed(document: Document, calendar: Calendar) -> Iterator[int]:
    """How many years later the last year has closed than the first of several that head columns, the latest first.

    Rows may be headed so as well: `Fiscal year 2023`, `Fiscal year 2022`.
    """
    if calendar.latest is None:
        return
    for table in document.tables:
        rows = table.rows[:_HEADS]
        for over, row in zip((None, *rows), rows, strict=False):
            years = list(dict.fromkeys(_named(row) if over is None else (*_named(row), *_below(over, row))))
            if len(years) >= _SEVERAL and years == sorted(set(years), reverse=True):
                yield month_closed(calendar.latest).year - years[0]
        labels = list(dict.fromkeys(year for row in table.rows for year in _named(row, _LABELS)))
        if len(labels) >= _SEVERAL and labels == list(range(labels[0], labels[0] - len(labels), -1)):
            yield month_closed(calendar.latest).year - labels[0]


def _below(over: Row, row: Row) -> Iterator[int]:
    """The years of a row of years alone below `Fiscal Year`, or `Year Ended April 30,`."""
    texts = [text.plain.strip() for text in row.texts[1:] if text.plain.strip()]
    heads = [narrow(text.plain).strip() for text in over.texts if text.plain.strip()]
    is_named = any(_FISCAL_HEAD.fullmatch(head) for head in heads) or any(map(_is_year_ended, heads))
    if is_named and all(map(YEAR.fullmatch, texts)):
        yield from map(int, texts)


def _is_year_ended(head: str) -> bool:
    match = _ENDED.search(head)
    return bool(match and match["year_closed"] and not match["year"] and day_said(head))


def _named(row: Row, count: int | None = None) -> Iterator[int]:
    """The years that the first so many texts of a row are, or any of them: `Fiscal 2023`."""
    for text in islice(row.texts, count):
        match = _FISCAL.fullmatch(text.plain.strip())
        if match and match.end("year") == match.end():
            yield int(match["year"])
