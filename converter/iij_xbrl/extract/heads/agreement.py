"""Columns without what contradicts itself: periods that heads or titles do not agree on, and units.

What the header of a column says must agree with itself, with what stands over the labels, and with titles and captions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from iij_xbrl.extract.asides import AROUND
from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.heads.column_heads import Head, states_own_unit
from iij_xbrl.extract.heads.contradicted_heads import (
    are_turned,
    below_other_years,
    corner_says_other,
    corner_says_other_unit,
    says_other_month,
    says_other_time,
    says_other_unit,
)
from iij_xbrl.extract.heads.title_periods import as_titled
from iij_xbrl.extract.heads.title_times import titled_otherwise
from iij_xbrl.extract.heads.title_units import contradicts, says_changes
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.periods import Calendar, Period
from iij_xbrl.languages import ENGLISH
from iij_xbrl.reasons import tables as why

_DAY, _MONTHS_COUNTED = ENGLISH.patterns["periods.date"], ENGLISH.patterns["headers.months_counted"]
_QUARTER_NAMED = ENGLISH.patterns["headers.quarter_name"]


def in_agreement(
    found: tuple[Column, ...],
    heads: Sequence[Head],
    header: Sequence[Sequence[Cell]],
    section: Section,
    calendar: Calendar,
    *,
    has_day: bool,
) -> tuple[Column, ...]:
    """The columns; without periods where texts contradict each other on them, closed where they do on units.

    `has_day` tells that what stands over the labels names one period.
    """
    over = [cells[0].text.plain for cells in header]
    dated = has_day and any(map(_DAY.search, over))
    by_index = {head.index: head for head in heads}
    found = tuple(_agreeing(item, by_index[item.index], calendar) for item in found)
    told = [(head, item.period.period) for head, item in zip(heads, found, strict=True) if item.period]
    others = below_other_years(told, calendar) if calendar.is_known else frozenset()
    found = tuple(_without_period(item) if item.index in others else item for item in found)
    if calendar.is_known and (corner_says_other(over, [period for _, period in told], calendar) or are_turned(told)):
        return tuple(map(_without_period, found))
    if calendar.is_known and corner_says_other_unit(over, heads):
        return tuple(replace(item, closed=why.TitleSaysOtherUnit()) for item in found)
    units = [head.unit for head in heads if not states_own_unit(head)]
    if not any(unit and unit.currency for unit in units):
        units += [parse_unit(text.strip(AROUND)) for text in over]
    return _uncontradicted(found, units, heads, section, calendar, is_dated=dated)


def _without_period(column: Column) -> Column:
    return replace(column, period=None, problem=why.TitleSaysOther())


def _agreeing(column: Column, head: Head, calendar: Calendar) -> Column:
    """A column; without its period where its header says another one as well, closed where it says another unit."""
    if column.role != "value" or not calendar.is_known:
        return column
    if says_other_unit(head):
        return replace(column, closed=why.TitleSaysOtherUnit())
    period = column.period.period if column.period else None
    is_other = period is not None and (says_other_time(head, period, calendar) or says_other_month(head, period))
    return replace(column, period=None, problem=why.TitleSaysOther()) if is_other else column


def _uncontradicted(
    found: tuple[Column, ...],
    units: Sequence[Unit | None],
    heads: Sequence[Head],
    section: Section,
    calendar: Calendar,
    *,
    is_dated: bool,
) -> tuple[Column, ...]:
    """The columns; without periods where titles above say others, closed where these say another unit.

    A header that writes the days of its periods, `is_dated` in its corner, says more than any title.
    """
    values = [item for item in found if item.role == "value" and not is_dated]
    named = [item.period.period for item in values if item.period and not _is_dated(heads, item)]
    are_quarters = all(_QUARTER_NAMED.fullmatch(item.full_label) for item in values)
    meant = as_titled(named, section, calendar, are_quarters=are_quarters) if named and calendar.is_known else {}
    told = [item.period.period for item in found if item.role == "value" and item.period]
    if calendar.is_known and titled_otherwise(told, section, calendar):
        return tuple(map(_without_period, found))
    if meant:
        return tuple(_meant(item, meant) for item in found)
    is_of_changes = says_changes(section) and not any(item.role == "change" for item in found)
    if contradicts(units, section) or (is_of_changes and any(unit and unit.currency for unit in units)):
        return tuple(replace(item, closed=why.TitleSaysOtherUnit()) for item in found)
    return found


def _meant(column: Column, meant: Mapping[Period, Period | None]) -> Column:
    """A column of the period that the title says; of none where it is not known."""
    mention = column.period
    period = meant.get(mention.period) if mention else None
    if mention and period:
        return replace(column, period=replace(mention, period=period))
    return replace(column, period=None, problem=why.TitleSaysOther())


def _is_dated(heads: Sequence[Head], column: Column) -> bool:
    """Whether a column's header writes a day or counts months, and is not just the name of a period."""
    head = next(item for item in heads if item.index == column.index)
    text = " ".join((*head.own, *head.spanned))
    return any(pattern.search(text) for pattern in (_DAY, _MONTHS_COUNTED))
