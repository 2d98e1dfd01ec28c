"""Of which time figures are by the words of their rows alone: balances and what moves between them.

For figures that nothing maps. `Balance at April 1` is that of the day before; so is an opening balance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date, timedelta
from itertools import pairwise

from iij_xbrl.extract.figures.days_of_labels import names_day, of_day
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.calendar import add_months, months_from
from iij_xbrl.extract.times.days import is_last_of_month
from iij_xbrl.extract.times.partial_periods import day_said, part_named
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, last_day, mentions
from iij_xbrl.languages import ENGLISH, says
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import GroupSaysOther
from iij_xbrl.reasons.tables import AtOpening

_ANY_CALENDAR = Calendar(1)  # only days matter here
_DAY = timedelta(days=1)
_DATE = ENGLISH.patterns["periods.date"]
_MONTHS = frozenset(ENGLISH.numbers("months"))
_MONTHS_OF_YEAR = 12
_REMARK = re.compile(r"\([^()]*\d[^()]*\)\W*$")
_FEW = 3  # rows
_SEVERAL = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def period_of(row: TableRow, mention: Mention | None, head: str = "", *, in_parts: bool = False) -> Period | None:
    """The period of a row's figures: of a balance the day; of an opening one the day before.

    None where it opens what has no known beginning. A label that names a part of the period says more than it; one that
    is the day of an event tells that it is of a part that is not known. `head` is the header of the column, which may
    say as much as a label. `in_parts` tells that rows of its table are parts of the years that the columns name: then
    a row is of the part that it names, and of no known time where it names none or its column is of no year.
    """
    if in_parts and mention and mention.period.start:
        part = part_named(row.printed_label) if mention.period.months == _MONTHS_OF_YEAR else None
        return months_from(add_months(mention.period.start, part[0]), part[1]) if part else None
    label = row.printed_label
    balance = _balance(row)
    if balance is not None:
        return None if row.is_period and _opens(head) else balance
    if mention is None:
        return None
    period = mention.period
    if _is_of_other_time(row, period):
        return None
    if period.start is None:
        return _on_column_day(label, head, period)
    for text in (label, head):
        if says("units.opening", text) and not says("units.both_ends", text):
            return Period(period.start - _DAY)
        if says("units.closing", text):
            return Period(period.end)
    if row.period and row.period.kind == "duration":
        return _part(row.period.period, period)
    return of_day(label, period) if names_day(label) else _on_day(label, period) if _is_dated(label) else period


def _is_of_other_time(row: TableRow, period: Period) -> bool:
    """Whether a label is the day of an event, or tells another year than that of a period."""
    label = row.printed_label
    if says("units.paid_in_year", label) and str(period.end.year) not in label:
        return True
    if period.start is None:
        return False
    is_day = row.period is None and _DATE.fullmatch(label) is not None
    return is_day or (_YEAR.fullmatch(label) is not None and int(label) != period.end.year)


def _part(named: Period, period: Period) -> Period | None:
    """What a label names of a period; None where that is no part of it."""
    assert named.start is not None and period.start is not None
    return named if period.start <= named.start and named.end <= period.end else None


def is_in_parts(table: FigureTable) -> bool:
    """Whether rows with figures are parts of a year and nothing else: `First quarter`."""
    return any(row.figures and part_named(row.printed_label) for row in table.rows)


def introduced(table: FigureTable) -> Mention | None:
    """The one period of the text that introduces a table whose headers name no time: `... as of June 29, 2025:`."""
    section = table.section
    texts = [cell.text.plain for cells in table.headers for cell in cells]
    is_event = bool(section.before and says("sections.at_event", section.introduction))
    is_one = len(section.introduced) == 1 and not is_event and not says("headers.respectively", section.before[-1])
    return section.introduced[0] if is_one and not _tells_time(table, texts) else None


def of_acquisition(table: FigureTable) -> Mention | None:
    """The day of a table of what was acquired, whose columns name no time, and one of which is of amounts.

    What is told of adjustments, or of what is final, is of a later day.
    """
    section, told = table.section, table.section.introduction
    is_event = bool(says("sections.at_event", told) or says("sections.allocation", told))
    if section.event is None or not is_event or says("sections.final", told):
        return None
    filled = {item.column for row in table.rows for item in row.figures}
    heads = [column.full_label for column in table.columns if column.index in filled]
    amounts = [head for head in heads if not says("headers.lives", head)]
    is_dated = any(column.period or column.named for column in table.columns)
    is_one = len(amounts) == 1 and (not amounts[0] or says("headers.acquired_amounts", amounts[0]))
    return Mention(0, 0, Period(section.event), "instant") if is_one and not is_dated else None


def in_corner(table: FigureTable) -> Mention | None:
    """The one period that a header names over the labels, where nothing else in it is of a time."""
    corner = [item for cells in table.headers for item in mentions(cells[0].text.plain, _ANY_CALENDAR)]
    heads = [cell.text.plain for cells in table.headers for cell in cells[1:]]
    is_part = any(says("periods.part_over_columns", text) for text in heads)
    return corner[0] if len(corner) == 1 and not is_part and not _tells_time(table, heads) else None


def is_of_corner(table: FigureTable) -> bool:
    """Whether a header names one duration over the labels, and nothing of a time over its columns."""
    corner = [item for cells in table.headers for item in mentions(cells[0].text.plain, _ANY_CALENDAR)]
    heads = [cell.text.plain for cells in table.headers for cell in cells[1:]]
    return [item.kind for item in corner] == ["duration"] and not any(mentions(head, _ANY_CALENDAR) for head in heads)


def by_origination(table: FigureTable, told: Mention | None) -> tuple[Mention | None, frozenset[int]]:
    """The day of which a table by years of origination tells what is owed, and its rows of what is written off.

    The latter is of a time that ends on that day; which one is not known. Any other table has what is `told` of it.
    """
    texts = [cell.text.plain for cells in table.headers for cell in cells]
    if not any(says("headers.vintages", text) for text in (*texts, table.section.introduction)):
        return told, frozenset()
    told = told or _day_beside(table, texts)
    if told is None:
        return None, frozenset()
    rows: set[int] = set()
    heading = ""
    for at, row in enumerate(table.rows):
        heading = heading if row.figures else row.printed_label
        if any(says("headers.written_off", text) for text in (row.printed_label, heading)):
            rows.add(at)
    return Mention(told.start, told.end, Period(told.period.end), "instant"), frozenset(rows)


def _day_beside(table: FigureTable, texts: Sequence[str]) -> Mention | None:
    """The last day of the columns beside those of years of origination, where it is one of the last of these years."""
    named = [column.period for column in table.columns if column.period]
    years = [int(text) for text in texts if _YEAR.fullmatch(text)]
    is_of_days = bool(named) and all(mention.period.is_instant for mention in named)
    last = max(named, key=lambda mention: mention.period.end, default=None)
    return last if is_of_days and last and max(years, default=0) == last.period.end.year else None


def _tells_time(table: FigureTable, texts: Sequence[str]) -> bool:
    """Whether a header tells any time, by its columns or these texts of it; years of origination are none."""
    if any(column.period for column in table.columns):
        return True
    if any(says("headers.vintages", text) for text in (*texts, table.section.introduction)):
        return False
    return any(column.named for column in table.columns) or any(last_day(text) or _YEAR.search(text) for text in texts)


def group_rows(table: FigureTable) -> tuple[TableRow | None, ...]:
    """For each row, the row without figures above it that names a duration; None where there is none.

    `Period from July 22, 2023 to September 30, 2023 (Successor)` says more than a period, so what it says of the rows
    below it is not known; where their columns say another one, neither is. `January 2023` is the time of an event.
    """
    found: list[TableRow | None] = []
    group: TableRow | None = None
    for row in table.rows:
        if not row.figures and (row.period.kind == "duration" if row.period else _is_month(row.printed_label)):
            group = row
        found.append(group)
    return tuple(found)


def _is_month(label: str) -> bool:
    """Whether a label is a month of a year, and no more."""
    month, _, year = label.strip().partition(" ")
    return month.lower().rstrip(".,") in _MONTHS and _YEAR.fullmatch(year) is not None


def above_balances(table: FigureTable) -> Iterator[int]:
    """The rows above the first of several balances, where no column names a time: when that was is not known."""
    balances = [(at, balance.end) for at, row in enumerate(table.rows) if (balance := _balance(row))]
    if len({day for _, day in balances}) >= _SEVERAL and not any(column.period for column in table.columns):
        yield from range(balances[0][0])


def says_other(group: TableRow | None, mention: Mention | None) -> Reason | None:
    """Why a figure is of no known period: the row that names one above it names another."""
    if group is None or mention is None or (group.period and group.period.period == mention.period):
        return None
    return GroupSaysOther(group.printed_label)


def first_days(tables: Iterable[FigureTable]) -> frozenset[date]:
    """The first days of the durations that texts in front of tables write in full."""
    texts = {text for table in tables for text in table.section.before}
    named = (item.period for text in texts for item in mentions(text, _ANY_CALENDAR))
    return frozenset(period.start for period in named if period.start and not is_last_of_month(period.start))


def open_rows(table: FigureTable, starts: Set[date]) -> dict[int, Reason]:
    """Why rows are of no known time, by their position.

    `starts` are days that begin periods: a balance of such a day may be that of the day before. What a change of
    principles adjusts right below a balance is of the time before, and so it may be anywhere below an opening one.
    """
    found: dict[int, Reason] = dict.fromkeys((*_below_sums(table), *_above_opening(table)), AtOpening())
    is_opened = False
    is_below_balance = False
    for position, row in enumerate(table.rows):
        balance = _balance(row)
        above = table.rows[position - 1] if position else row
        if says("units.both_ends", row.printed_label):
            found[position] = AtOpening()  # a figure of two days
        is_rest = not above.figures and says("units.balance_label", above.printed_label)
        if is_rest and says("units.share_terms", row.printed_label):
            found[position] = AtOpening()  # `Balance at March 31` over `Shares: 2024: 1,986,904`
        is_opened = is_opened or bool(row.figures and (balance or _opens(row.printed_label)))
        is_below = is_below_balance or is_opened
        if (balance and _may_open(row, balance, starts)) or (is_below and says("units.adopted", row.printed_label)):
            found[position] = AtOpening()
        is_below_balance = balance is not None or position in found
    return found


def _below_sums(table: FigureTable) -> Iterator[int]:
    """The rows below the sum without a label that ends a balance, where the corner of the header names its day."""
    if not any(says("units.balance_lead", cells[0].text.plain) for cells in table.headers if cells):
        return
    sums = [at for at, row in enumerate(table.rows) if row.figures and not row.printed_label]
    yield from range(sums[0] + 1, len(table.rows)) if sums else ()


def _above_opening(table: FigureTable) -> Iterator[int]:
    """The rows above the first opening balance whose sum it is, and those between two opening balances.

    Where anything closes in front of them, nothing is known of them.
    """
    rows = [(at, row) for at, row in enumerate(table.rows) if row.figures]
    named = [place for place, (_, row) in enumerate(rows) if _opens(row.printed_label)]
    if not named:
        return
    above = rows[: named[0]]
    if 1 < len(above) <= _FEW and not _any_closes(above) and _is_sum(rows[named[0]][1], [row for _, row in above]):
        yield from (at for at, _ in above)
    for first, last in pairwise(named):
        between = rows[first + 1 : last]
        yield from (at for at, _ in between if len(between) < _FEW and not _any_closes(between))


def _any_closes(rows: Iterable[tuple[int, TableRow]]) -> bool:
    return any(_closes(row.printed_label) for _, row in rows)


def _is_sum(total: TableRow, parts: Sequence[TableRow]) -> bool:
    """Whether the figures of a row are the sums of those of others in each column."""
    found = [(item.column, item.figure.value) for part in parts for item in part.figures]
    return all(sum(value for at, value in found if at == item.column) == item.figure.value for item in total.figures)


def _opens(label: str) -> bool:
    return bool(says("units.opening", label)) and not says("units.both_ends", label)


def _closes(label: str) -> bool:
    return bool(says("units.closing", label))


def _may_open(row: TableRow, balance: Period, starts: Set[date]) -> bool:
    """Whether the day of a balance begins a period, and the balance may be that of the day before."""
    return balance.end in starts and row.edge != "close"


def movements(table: FigureTable, starts: Set[date]) -> dict[int, Period]:
    """The periods of the rows between two balances, by the position of the row, where no column names a period.

    The first balance is that of the day before: a roll-forward goes from there to the second one. That of a day that
    begins a period, one of `starts`, may be of either. What moves between two days is of neither of them, nor of any
    other day that a title names. What may be exercised of the last balance is of its day.
    """
    if any(column.named for column in table.columns) or not (_is_undated(table) or _holds_balances(table)):
        return {}
    found: dict[int, Period] = {}
    opened: tuple[int, Period] | None = None
    for position, row in enumerate(table.rows):
        balance = _balance(row)
        if balance is None:
            continue
        if (
            opened is not None
            and opened[1].end < balance.end
            and not _may_open(table.rows[opened[0]], opened[1], starts)
        ):
            between = Period(balance.end, opened[1].end + _DAY)
            found |= dict.fromkeys(range(opened[0] + 1, position), between)
        opened = (position, balance)
    if found and opened is not None:
        below = range(opened[0] + 1, len(table.rows))
        found |= {at: opened[1] for at in below if says("units.still_held", table.rows[at].printed_label)}
    return found


def _is_undated(table: FigureTable) -> bool:
    return not any(column.period and column.period.kind == "duration" for column in table.columns)


def _holds_balances(table: FigureTable) -> bool:
    """Whether more balances than two lie in the one period that is said of all columns: it is of several years."""
    periods = {column.period.period for column in table.columns if column.period}
    days = {balance.end for row in table.rows if (balance := _balance(row))}
    if len(periods) != 1 or len(days) <= _SEVERAL:
        return False
    (period,) = periods
    return period.start is not None and all(period.start - _DAY <= day <= period.end for day in days)


def _balance(row: TableRow) -> Period | None:
    """The day of a balance whose label names it."""
    if row.period is None or row.period.kind == "duration" or not (row.is_period or _is_dated(row.printed_label)):
        return None
    day = row.period.period.end
    return Period(day - _DAY) if row.edge == "opening" else Period(day) if row.edge == "close" else _at(day)


def _is_dated(label: str) -> bool:
    """Whether a label is that of a balance of a day; a day in a remark is of what the remark says."""
    told = _REMARK.sub("", label)
    return bool(says("units.balance_at", told) or says("units.dated", told))


def _on_column_day(label: str, head: str, period: Period) -> Period | None:
    """The day of a row below a day; none where it opens what has no known beginning."""
    opened = _opened_before(label, period)
    if opened or (says("units.opening", label) and not says("units.closing", label)):
        return opened
    return _at(period.end) if says("units.balance", head) else period


def _opened_before(label: str, period: Period) -> Period | None:
    """The balance that a label dates, `Allowance - January 1`, where its column names a later day of the same year."""
    said = day_said(label)
    if said is None or said == (period.end.month, period.end.day):
        return None
    year = period.end.year - (said > (period.end.month, period.end.day))
    try:
        return _at(date(year, *said))
    except ValueError:
        return None


def _at(day: date) -> Period:
    return Period(day - _DAY) if day.day == 1 else Period(day)


def _on_day(label: str, period: Period) -> Period:
    """The last day of a period or the one before the first, where a label names it without its year.

    Of a whole year both are the same day of the year, and that of its own end is meant.
    """
    said = day_said(label)
    assert period.start is not None
    for day in (period.end, period.start - _DAY, period.start):
        if said == (day.month, day.day):
            return _at(day)
    return period
