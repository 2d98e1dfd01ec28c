"""The header grid of a table: which column is which period, unit, change or share.

Headers of published tables run over several rows, span columns, and are damaged by conversion. A column's own texts,
read downwards, come first; then the texts that span it; then what the caption says. What stays undecided is a problem
of the column, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.heads.agreement import in_agreement
from iij_xbrl.extract.heads.column import Column, Role
from iij_xbrl.extract.heads.column_heads import Head, beside_unit, group_year, heads_of
from iij_xbrl.extract.heads.column_times import between, without_event
from iij_xbrl.extract.heads.compared_years import compared, compares_others
from iij_xbrl.extract.heads.contradicted_heads import is_moved
from iij_xbrl.extract.heads.head_grid import has_places
from iij_xbrl.extract.heads.value_periods import value_periods
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.partial_periods import day_said
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, patterns_of, says
from iij_xbrl.reasons import tables as why

_PERCENT = ENGLISH.patterns["units.percent_head"]
_LEVEL = ENGLISH.patterns["headers.level"]
_TWO = 2
_NOTES = patterns_of("headers.notes")
_NOTES_NAMED = re.compile(rf"(?:^|\s)(?:{JAPANESE.patterns['headers.notes'].pattern})(?=\s)")


def columns(
    header: Sequence[Sequence[Cell]],
    body: Sequence[Sequence[Cell]],
    section: Section,
    calendar: Calendar,
    home: str,
    row_units: Sequence[Unit] = (),
) -> tuple[Column, ...]:
    """The value columns of a table (column 0 holds the labels).

    `home` is the issuer's currency; `row_units` are the units that the row labels list column by column, where the
    header states none.
    """
    heads = heads_of(header, body, section, calendar, row_units)
    translated = any(head.unit and head.unit.currency == home for head in heads)
    roles = [_role(head, home if translated else None) for head in heads]
    roles = ["value"] * len(roles) if _are_all_of_changes(heads, roles) else roles
    roles[:1] = ["text"] if _is_of_notes(heads, body, section) else roles[:1]
    corner = tuple(found for cells in header for found in mentions(cells[0].text.plain, calendar))
    corner = corner or group_year(header, section, calendar)
    section = replace(section, captions=corner) if len(corner) == 1 else without_event(section, calendar)
    found = _resolve(heads, roles, section, calendar, is_laid_out=any(map(has_places, header)))
    found = _with_movements(found, calendar.closes | (calendar.weeks.year_ends if calendar.weeks else frozenset()))
    if corner and is_moved(heads):
        return tuple(replace(item, period=None, problem=why.HeaderMoved()) for item in found)
    return in_agreement(found, heads, header, section, calendar, has_day=len(corner) == 1)


def _are_all_of_changes(heads: Sequence[Head], roles: Sequence[Role]) -> bool:
    """Whether the header says of each column that it is of a change, and of which time: what moved in that time."""
    said = {head.label for head in heads}
    named = {head.mention.period for head in heads if head.mention}
    has_percents = any(head.unit and head.unit.percent for head in heads)
    return set(roles) == {"change"} and len(said) == 1 and len(named) == len(heads) > 1 and not has_percents


def _is_of_notes(heads: Sequence[Head], body: Sequence[Sequence[Cell]], section: Section) -> bool:
    """Whether the first column has no header and small numbers, and a line above names one of notes in Japanese.

    Text set with spaces has its widest headers in a line of their own: `注記  前連結会計年度末  当連結会計年度末`.
    """
    if len(heads) < _TWO or heads[0].own or not _NOTES_NAMED.search(narrow(" ".join(section.lines[-1:]))):
        return False
    here = (cells[heads[0].index] for cells in body if len(cells) > heads[0].index)
    return all(figure.may_number_note for cell in here for figure in cell.figures)


def _role(head: Head, home: str | None) -> Role:
    text = " ".join(head.own)
    fragment = head.fragment.strip(" .:()")
    if any(notes.fullmatch(fragment) for notes in _NOTES):
        return "text"
    if says("headers.change", text):
        return "change"
    if (head.unit and head.unit.percent) or (head.mention is None and _PERCENT.search(text)):
        return "share"
    if home and head.unit and head.unit.currency and head.unit.currency != home:
        return "translation"
    return "value"


def _resolve(
    heads: Sequence[Head], roles: Sequence[Role], section: Section, calendar: Calendar, *, is_laid_out: bool
) -> tuple[Column, ...]:
    values = [head for head, role in zip(heads, roles, strict=True) if role == "value"]
    periods, problem = value_periods(values, heads, section, calendar, is_laid_out=is_laid_out)
    told = _Told(heads, roles, _without_shared(periods, heads, roles))
    resolved = []
    for head, role in zip(heads, roles, strict=True):
        mention = told.of(head, role)
        lacking = None if mention else why.NumberOfNote() if role == "text" else problem or why.PeriodOpen()
        beside = (text for text in head.spanned if text not in head.own and day_said(text) is None)
        scope = " ".join(left for text in beside if (left := beside_unit(text)))
        resolved.append(
            Column(head.index, role, mention, head.unit, head.label, head.fragment, lacking, scope, head.named)
        )
    return tuple(resolved)


@dataclass(frozen=True, slots=True)
class _Told:
    """The columns of a table, and the periods of those of values, by which those of the others are known."""

    heads: Sequence[Head]
    roles: Sequence[Role]
    periods: Mapping[int, Mention]

    def of(self, head: Head, role: Role) -> Mention | None:
        """The period of a column; None where it is open or has none."""
        if role == "value":
            return self.periods.get(head.index)
        if role == "share":
            front = max((index for index in self.periods if index < head.index), default=0)
            return head.own_mention or self.periods.get(front)
        if role == "translation":
            return self._translated(head)
        return self._changed(head) if role == "change" else None

    @property
    def _current(self) -> Mention | None:
        return max(self.periods.values(), key=lambda mention: mention.period, default=None)

    def _translated(self, head: Head) -> Mention | None:
        """The period of a convenience translation, given for the latest only (Regulation S-X 3-20) if it stands alone.

        Where its head names another one, or a column of values has no period, that is another column's.
        """
        if self.roles.count("translation") > 1:
            return head.own_mention
        is_open = len(self.periods) < self.roles.count("value") or _is_of_other(head, self._current)
        return None if is_open else self._current

    def _changed(self, head: Head) -> Mention | None:
        if compares_others(head, self._current):
            return compared(head, self.periods)
        changes = [other.index for other, role in zip(self.heads, self.roles, strict=True) if role == "change"]
        values = [other for other, role in zip(self.heads, self.roles, strict=True) if role == "value"]
        mention = _changed(head, self.periods, changes, self._current)
        latest = self._current.period if self._current else None
        is_open = _is_beyond_open(head.index, mention, self.periods, values)
        return None if is_open or _are_shifted(self.heads, self.roles, latest) else mention


def _with_movements(found: Sequence[Column], closes: Set[date]) -> tuple[Column, ...]:
    """The columns, those without a period that lie between two balances of the time between them."""
    is_open = [
        column.role in ("value", "change")
        and not (column.unit and column.unit.percent)
        and not any(char.isdigit() for char in _LEVEL.sub(" ", column.full_label))
        and not says("scenarios.forecast", column.full_label)
        for column in found
    ]
    periods = between([column.period for column in found], is_open, closes)
    moved = tuple(
        column if column.period or period is None else replace(column, period=period, problem=None)
        for column, period in zip(found, periods, strict=True)
    )
    return tuple(_opened(column, moved[at + 1 : at + 2], closes) for at, column in enumerate(moved))


def _opened(column: Column, behind: Sequence[Column], closes: Set[date]) -> Column:
    """A column of the first day of a month, of the day before where what moves from there on stands behind it."""
    day = column.period.period if column.period and column.period.kind != "duration" else None
    moved = behind[0].period.period.start if behind and behind[0].period and not behind[0].named else None
    if not (day and day.is_instant and column.period and moved == day.end and day.end.day == 1) or day.end in closes:
        return column
    return replace(column, period=replace(column.period, period=Period(day.end - timedelta(days=1))))


def _is_of_other(head: Head, current: Mention | None) -> bool:
    return bool(current and head.own_mention and head.own_mention.period != current.period)


def _without_shared(periods: Mapping[int, Mention], heads: Sequence[Head], roles: Sequence[Role]) -> dict[int, Mention]:
    """The periods without those of columns that have no head, where the head of changes beside them names the period.

    `1H11 YoY % change` over the first of two columns may be the heads of both.
    """
    named = {
        head.own_mention.period
        for head, role in zip(heads, roles, strict=True)
        if role == "change" and head.own_mention
    }
    headless = {head.index for head in heads if not head.fragment.strip()}
    return {at: mention for at, mention in periods.items() if not (at in headless and mention.period in named)}


def _changed(
    head: Head, periods: Mapping[int, Mention], changes: Sequence[int], current: Mention | None
) -> Mention | None:
    """The period whose figures a column of changes is about.

    Behind all values it is the latest, if only one ends on that day. Among them it is the latest of the values between
    the change before and it, if a change follows the last value too (`1H12 | YoY | 1H13 | YoY`), that value is the
    latest of all, or both stand below the name of its period.
    """
    if current is None:
        return None
    index = head.index
    left = {periods[value].period for value in periods if value < index}
    right = {periods[value].period for value in periods if value > index}
    if len(changes) == 1 and len(left) > 1 and current.period in left and right == {current.period}:
        return current  # two results, their change, and then the targets
    if not any(value > changes[0] for value in periods):
        rivals = {mention.period for mention in periods.values() if mention.period.end == current.period.end}
        return current if len(rivals) == 1 else None
    before = max((change for change in changes if change < index), default=0)
    fronts = [periods[value] for value in periods if before < value < index]
    front = max(fronts, key=lambda mention: mention.period, default=None)
    is_named = front is not None and len(fronts) == 1 and head.named == (front.period,)
    return front if front and (changes[-1] > max(periods) or front.period == current.period or is_named) else None


def _are_shifted(heads: Sequence[Head], roles: Sequence[Role], latest: Period | None) -> bool:
    """Whether a head of changes names a later period than any values: words of the head beside it stand in it.

    `2Q13 Change` beside `YoY %` is of values, and the next one of the changes.
    """
    named = (head.own_mention for head, role in zip(heads, roles, strict=True) if role == "change")
    return any(mention and latest and mention.period.end > latest.end for mention in named)


def _is_beyond_open(
    index: int, mention: Mention | None, periods: Mapping[int, Mention], values: Sequence[Head]
) -> bool:
    """Whether a column of values of an unknown time stands between one of changes and the values these may be about."""
    about = [at for at, found in periods.items() if at < index and found == mention]
    return bool(about) and any(max(about) < value.index < index and value.index not in periods for value in values)
