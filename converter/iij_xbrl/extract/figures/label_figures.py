"""Figures in row labels: `425 and 427 shares issued, respectively`, `allowances of $503 and $506`, `($0.51 per share)`.

A list is read where it has as many figures as there are periods: those that the words beside them name, in front as in
`2023: $444; 2022: $500` or behind, or else those of the columns, in their order. A single figure is read where its row
is of one period, else it is of every one and is left alone; but for the rate and the principal that name debt, `3.75%
notes due 2026`, which are told as of the last day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, pairwise

from iij_xbrl.extract.cells.numbers import Number, numbers
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.figures.page_periods import period_of
from iij_xbrl.extract.figures.page_units import Stated
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions
from iij_xbrl.languages import CURRENCIES, ENGLISH
from iij_xbrl.read.document import Span

_EACH = ENGLISH.patterns["label_figures.each"]
_SHARES = ENGLISH.patterns["label_figures.shares"]
_BETWEEN = ENGLISH.patterns["label_figures.between"]
_SCALE = ENGLISH.patterns["units.scale"]
_SCALES = ENGLISH.numbers("scales")
_SIGN = re.compile(rf"({CURRENCIES.sign.pattern})\s*$")
_CLAUSE, _LIST, _BESIDE_DATE, _PER_SHARE, _PAR, _TAX = (
    ENGLISH.patterns[f"label_figures.{name}"]
    for name in ("clause", "list_behind", "beside_date", "per_share_behind", "par_in_front", "tax_in_front")
)
_IN_FRONT, _YEAR_ALONE, _BEHIND_DATE, _OF_SHARES, _SHARES_OF, _TWO_KINDS = (
    ENGLISH.patterns[f"label_figures.{name}"]
    for name in ("year_in_front", "year_alone", "behind_date", "shares_behind", "shares_in_front", "two_kinds")
)
_DEBT, _ANY_YEAR = ENGLISH.patterns["label_figures.debt"], ENGLISH.patterns["label_figures.year"]
_RATE_IN_FRONT = re.compile(r"\s*\d+(?:\.\d+)?\s?%")
_RATE_BEHIND = re.compile(r"\s+\d+(?:\.\d+)?\s?%")
_OPENED = re.compile(rf"\(\s*{CURRENCIES.sign.pattern}\s*$")
_CLOSED = re.compile(r"\s*\)")
_CENTS = 2
_YEAR = 364  # days of the shortest
_MOST = 20  # numbers of a label that is read
_IN_FULL = Decimal(10) ** 6  # an amount from which on no scale of a table is meant
_NO_SHARES = Decimal(10) ** 11  # no company has as many
_ANY_CALENDAR = Calendar(1)  # only dates matter here


@dataclass(frozen=True, slots=True)
class LabelFigure:
    """A figure in a label, as printed, with the period and the unit that its words give it."""

    span: Span
    number: Number
    text: str
    period: Period
    unit: Unit


def label_figures(table: FigureTable, row: TableRow, stated: Stated, moved: Period | None) -> Iterator[LabelFigure]:
    """The figures of a label that stand for one period each; `moved` is the period of a row between two balances."""
    label = row.label_text.plain
    start = 0
    for match in _EACH.finditer(label):
        yield from _listed(table, row, stated, start, len(label[: match.start()].rstrip(" ,\xa0")))
        start = match.end()
    if start == 0 and any(char.isdigit() for char in label):
        yield from _unsaid(table, row, stated, moved)


def _unsaid(table: FigureTable, row: TableRow, stated: Stated, moved: Period | None) -> Iterator[LabelFigure]:
    """The figures of a label that does not say `respectively`."""
    label = row.label_text.plain
    found = list(islice(numbers(label), _MOST + 1))
    if len(found) > _MOST:
        return
    dates = list(mentions(label, _ANY_CALENDAR))
    found = [number for number in found if not any(_meet(number, mention) for mention in dates)]
    by_name = {number: day for number in found if (day := _named_in_front(label, number, dates, table))}
    runs = [] if len(set(by_name.values())) > 1 else _runs_of_shares(table, label, found)
    if len(set(by_name.values())) > 1 or runs:
        yield from _told(row, label, stated, by_name if not runs else dict(runs))
        return
    for number, period in _in_order(table, label, found, dates) or _of_one(table, row, moved, found):
        unit = _unit(label, label, number, stated)
        if unit and period:
            yield _figure(row, number, label, 0, period, unit)


def _in_order(
    table: FigureTable, label: str, found: Sequence[Number], dates: Sequence[Mention]
) -> list[tuple[Number, Period]]:
    """The figures of a label that tells by their order of which periods they are, or by those beside each."""
    signed = [number for number in found if _SIGN.search(label[: number.start])]
    named = [_named(label, number, dates, table) for number in signed]
    told = [period for period in named if period]
    if len(told) == len(named) and len(set(told)) > 1:
        return list(zip(signed, told, strict=True))
    is_list = len(signed) > 1 and _is_list(label, signed) and _LIST.search(label[: signed[0].start])
    periods = _periods(table) if is_list else ()
    return list(zip(signed, periods, strict=True)) if len(periods) == len(signed) else []


def _of_one(
    table: FigureTable, row: TableRow, moved: Period | None, found: Sequence[Number]
) -> list[tuple[Number, Period | None]]:
    """The figures of a label that are all of one time: the terms of a debt of the last day, others of the row's own."""
    label = row.label_text.plain
    terms = _last_day(table, label) if _names_debt(label) else None
    if terms:
        return [(number, terms) for number in found if number.percent or _is_principal(label, number)]
    period = _single(table, row, moved)
    return [(number, period) for number in found if _is_single(label, number)]


def _told(row: TableRow, label: str, stated: Stated, told: Mapping[Number, Period]) -> Iterator[LabelFigure]:
    """The figures of a label whose periods are told, all of them or none."""
    units = {number: _unit(label, label, number, stated) for number in told}
    for number, period in told.items():
        unit = units[number]
        if unit and all(units.values()):
            yield _figure(row, number, label, 0, period, unit)


def _named_in_front(label: str, number: Number, dates: Sequence[Mention], table: FigureTable) -> Period | None:
    """The period that stands right in front of a number: `2023: $444`, `June 30, 2023 – 833`.

    A number of shares may be that of either end of a time.
    """
    is_signed = _SIGN.search(label[: number.start]) is not None
    if not is_signed and (_YEAR_ALONE.fullmatch(label, number.start, number.end) or not _are_days(table)):
        return None
    year = _IN_FRONT.search(label[: number.start])
    if year:
        fitting = [period for period in _periods(table) if period.end.year == int(year["year"])]
        return fitting[0] if len(fitting) == 1 else None
    near = (mention for mention in dates if mention.end <= number.start)
    told = [mention.period for mention in near if _BEHIND_DATE.fullmatch(label, mention.end, number.start)]
    return told[0] if len(told) == 1 and told[0] in _periods(table) else None


def _runs_of_shares(table: FigureTable, label: str, found: Sequence[Number]) -> list[tuple[Number, Period]]:
    """The numbers of shares that a label lists for all columns of days: `558.8 and 553.5 shares`."""
    periods = _periods(table)
    if len(periods) < 2 or not _are_days(table) or _TWO_KINDS.search(label):
        return []
    runs: list[list[Number]] = []
    for number in found:
        is_joined = bool(runs) and _BETWEEN.fullmatch(label, runs[-1][-1].end, number.start)
        runs = [*runs[:-1], [*runs[-1], number]] if is_joined else [*runs, [number]]
    listed = [run for run in runs if len(run) == len(periods) and _counts_shares(label, run)]
    return [pair for run in listed for pair in zip(run, periods, strict=True)]


def _counts_shares(label: str, run: Sequence[Number]) -> bool:
    """Whether words right beside a list say that it counts shares, and no sign that it is of money."""
    if any(number.percent or _SIGN.search(label[: number.start]) for number in run):
        return False
    return bool(_OF_SHARES.match(label, run[-1].end) or _SHARES_OF.search(label[: run[0].start]))


def _names_debt(label: str) -> bool:
    """Whether a label names debt by its terms: a rate or a principal, and when it falls due or was issued."""
    return bool(_DEBT.search(label) and _ANY_YEAR.search(label))


def _last_day(table: FigureTable, label: str) -> Period | None:
    """The last day of a table of balances at ends of years, as of which the terms of debt are told.

    None where a column is of a time, unless the label begins with the rate and so is that of the debt; and none where
    the columns are less than a year apart: then the terms are of each of them.
    """
    ends = sorted({period.end for period in _periods(table)})
    is_of_balances = all(period.is_instant for period in _periods(table)) or _RATE_IN_FRONT.match(label)
    is_of_years = all((later - day).days >= _YEAR for day, later in pairwise(ends))
    return Period(ends[-1]) if len(ends) > 1 and is_of_balances and is_of_years else None


def _is_principal(label: str, number: Number) -> bool:
    """Whether a number is the amount of debt that a label names: with its scale behind it, or a rate."""
    is_signed = _SIGN.search(label[: number.start]) is not None
    return is_signed and bool(_SCALE.match(label, number.end) or _RATE_BEHIND.match(label, number.end))


def _named(label: str, number: Number, dates: Sequence[Mention], table: FigureTable) -> Period | None:
    """The period that stands right behind a number: `$503 at June 30, 2025`, `$503 in 2025`."""
    behind = _BESIDE_DATE.match(label, number.end)
    if behind is None:
        return None
    if behind["year"]:
        fitting = [period for period in _periods(table) if period.end.year == int(behind["year"])]
        return fitting[0] if len(fitting) == 1 else None
    return next((mention.period for mention in dates if mention.start <= behind.end() < mention.end), None)


def _single(table: FigureTable, row: TableRow, moved: Period | None) -> Period | None:
    """The one period that the figures of a row are of, or those of its table where it has none."""
    columns = [column for item in row.figures if (column := table.column(item.column))] or list(table.columns)
    found = {period_of(row, column.period) or moved for column in columns if column.role == "value"}
    return next(iter(found)) if len(found) == 1 else None


def _is_single(label: str, number: Number) -> bool:
    """Whether a number in a label is a figure by what stands beside it: per share, of a tax, a percent sign."""
    signed = _SIGN.search(label[: number.start])
    if number.percent:
        return True
    return bool(signed and (_PER_SHARE.match(label, number.end) or _TAX.search(label[: number.start])))


def _listed(table: FigureTable, row: TableRow, stated: Stated, start: int, end: int) -> Iterator[LabelFigure]:
    label = row.label_text.plain
    cuts = [match.end() for match in _CLAUSE.finditer(label, start, end)]
    start = cuts[-1] if cuts else start
    clause = label[start:end]
    dates = list(mentions(clause, _ANY_CALENDAR))
    named = [mention.period for mention in dates]
    found = [number for number in numbers(clause) if not any(_meet(number, mention) for mention in dates)]
    periods = list(dict.fromkeys(named)) or _periods(table)
    if len(found) < 2 or len(found) != len(periods) or not _is_list(clause, found):
        return
    units = [_unit(label, clause, number, stated) for number in found]
    for number, period, unit in zip(found, periods, units, strict=True):
        if all(units) and unit:
            yield _figure(row, number, clause, start, period, unit)


def _figure(row: TableRow, number: Number, clause: str, start: int, period: Period, unit: Unit) -> LabelFigure:
    span = row.label_text.span.within(start + number.start, start + number.end)
    is_negative = _OPENED.search(clause[: number.start]) and _CLOSED.match(clause, number.end)
    number = replace(number, value=-abs(number.value)) if is_negative else number
    return LabelFigure(span, number, clause[number.start : number.end], period, unit)


def _periods(table: FigureTable) -> list[Period]:
    return list(dict.fromkeys(column.period.period for column in table.columns if column.period))


def _are_days(table: FigureTable) -> bool:
    """Whether no column of a table is of a time."""
    return all(period.is_instant for period in _periods(table))


def _is_list(clause: str, found: list[Number]) -> bool:
    """Whether nothing but signs, scales, commas and `and` stands between figures."""
    between = (clause[left.end : right.start] for left, right in pairwise(found))
    return all(_BETWEEN.fullmatch(text) for text in between)


def _unit(label: str, clause: str, number: Number, stated: Stated) -> Unit | None:
    if number.percent:
        return Unit(percent=True)
    sign = _SIGN.search(clause[: number.start])
    scale = _SCALE.match(clause, number.end)
    if scale and not sign and _SHARES.search(clause):
        return Unit(_SCALES[scale.group().split()[-1].casefold()], count="shares")
    if sign or scale:
        return _money(clause, number, sign, scale, stated)
    if _SHARES.search(label) and number.places and stated.share_scale and not number.percent:
        return Unit(stated.share_scale, count="shares")
    if _SHARES.search(label) and number.places == 0:
        digits = "".join(char for char in clause[number.start : number.end] if char.isdigit())
        scale_stated = stated.share_scale or 0
        is_scaled = abs(number.value).scaleb(scale_stated) < _NO_SHARES
        return Unit(scale_stated if is_scaled else 0, count="shares") if len(digits) > 3 else None
    return None


def _money(
    clause: str, number: Number, sign: re.Match[str] | None, scale: re.Match[str] | None, stated: Stated
) -> Unit | None:
    """An amount in a label: with the scale behind it, in full where it is per share, or else in that of its table."""
    currency = CURRENCIES.of(sign[1]) if sign else stated.currency
    if currency is None:
        return None
    if scale is not None:
        return Unit(_SCALES[scale.group().split()[-1].casefold()], currency)
    if _PER_SHARE.match(clause, number.end) or _PAR.search(clause[: number.start]) or number.value == 0:
        return Unit(0, currency)
    is_scaled = stated.scale is not None and number.places < _CENTS and abs(number.value) < _IN_FULL
    return Unit(stated.scale, currency) if is_scaled else None


def _meet(number: Number, mention: Mention) -> bool:
    return number.start < mention.end and mention.start < number.end
