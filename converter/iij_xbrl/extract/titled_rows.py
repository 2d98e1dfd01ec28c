"""Rows and columns whose period the title of their table tells: parts of its year, and versions of a forecast.

`通期` is the year that the title names. The previous forecast, the revised one and their change are of the period of
the title, and `前期実績` is of the year before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.calendar import Quarters
from iij_xbrl.extract.times.japanese_periods import part_of_year
from iij_xbrl.extract.times.periods import Mention, Period, year_before
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE

_YEAR = 12
_TWO = 2  # versions, the least that columns tell apart
_VERSION, _RESULT_BEFORE, _CHANGE, _ANNOUNCED = (
    JAPANESE.patterns[f"periods.{name}"] for name in ("version_row", "result_before", "change_of_versions", "announced")
)


def with_titled_periods(
    rows: Sequence[TableRow], section: Section, quarters: Quarters = "to date"
) -> tuple[TableRow, ...]:
    """The rows, each with the period that the title of the table gives it."""
    return _with_versions_dated(_with_parts_of_years(rows, section, quarters), section)


def is_of_title(label: str) -> bool:
    """Whether a row is called a version of a forecast, a change of it or the result a year before."""
    words = "".join(narrow(label).split())
    return any(pattern.fullmatch(words) for pattern in (_VERSION, _CHANGE, _RESULT_BEFORE))


def with_titled_columns(columns: Sequence[Column], section: Section) -> tuple[Column, ...]:
    """The columns, each with its period where they are versions of a forecast and a title names one period."""
    said = ["".join(narrow(column.full_label).split()) for column in columns]
    versions = {words for words in said if _VERSION.fullmatch(words)}
    periods = {mention.period for mention in section.captions if mention.kind == "duration"}
    if len(versions) < _TWO or len(periods) != 1:
        return tuple(columns)
    (period,) = periods
    return tuple(_of(column, words, period) for column, words in zip(columns, said, strict=True))


def _of(column: Column, words: str, period: Period) -> Column:
    if column.period or column.named:
        return column
    if _RESULT_BEFORE.fullmatch(words):
        return replace(column, period=Mention(0, 0, year_before(period), "duration"), problem=None)
    if _VERSION.fullmatch(words) or (column.role == "change" and _CHANGE.fullmatch(words)):
        return replace(column, period=Mention(0, 0, period, "duration"), problem=None)
    return column


def _with_versions_dated(rows: Sequence[TableRow], section: Section) -> tuple[TableRow, ...]:
    """The rows, each with its period where some are versions of a forecast and a title names a period.

    Where no title does, they are of the year behind the one that a row of results names as that before.
    """
    if not any(_VERSION.fullmatch(_words(row)) for row in rows if row.figures):
        return tuple(rows)
    periods = {mention.period for mention in section.captions if mention.kind == "duration"} or _behind_results(rows)
    if len(periods) != 1:
        return tuple(rows)
    (period,) = periods
    return tuple(_dated(row, period) for row in rows)


def _behind_results(rows: Sequence[TableRow]) -> set[Period]:
    """The years behind those of rows that are called results of the year before."""
    named = {row.period.period for row in rows if row.period and _RESULT_BEFORE.fullmatch(_words(row).strip("()"))}
    return {_year_behind(period) for period in named if period.months == _YEAR}


def _year_behind(period: Period) -> Period:
    start = period.end + timedelta(days=1)
    end = start.replace(year=start.year + 1) - timedelta(days=1)
    return Period(end, start)


def _dated(row: TableRow, period: Period) -> TableRow:
    words = _words(row)
    is_dated = row.period is not None and not _ANNOUNCED.search(words)
    if is_dated or not row.figures:
        return row
    if _RESULT_BEFORE.fullmatch(words):
        return replace(row, period=Mention(0, 0, year_before(period), "duration"))
    if _VERSION.fullmatch(words) or _CHANGE.fullmatch(words):
        return replace(row, period=Mention(0, 0, period, "duration"))
    return row


def _words(row: TableRow) -> str:
    return "".join(narrow(row.label).split())


def _with_parts_of_years(rows: Sequence[TableRow], section: Section, quarters: Quarters) -> tuple[TableRow, ...]:
    """The rows, those whose label is a part of a fiscal year with its period: the year is that of the title."""
    years = {mention.period for mention in section.captions if mention.period.months == _YEAR}
    if len(years) != 1:
        return tuple(rows)
    (year,) = years
    return tuple(_with_part(row, year, quarters) for row in rows)


def _with_part(row: TableRow, year: Period, quarters: Quarters) -> TableRow:
    period = part_of_year(row.label, year, quarters) if row.period is None and row.label else None
    return replace(row, label="", period=Mention(0, 0, period, "duration")) if period else row
