"""The header grid of a table: which column is which period, unit, change or share.

Headers of published tables run over several rows, span columns, and are damaged by conversion. A column's own texts,
read downwards, come first; then the texts that span it; then the caption's periods in order, if what is left of the
header does not contradict them. What stays undecided is a problem of the column, never a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.heads.agreement import in_agreement
from iij_xbrl.extract.heads.column import Column, Role
from iij_xbrl.extract.heads.column_heads import Head, beside_unit, group_year, has_places, heads_of
from iij_xbrl.extract.heads.column_times import between, own_periods, without_event
from iij_xbrl.extract.heads.compared_years import compared, compares_others
from iij_xbrl.extract.heads.contradicted_heads import (
    is_moved,
)
from iij_xbrl.extract.heads.parts_of_year import is_another_part, parts_of_year
from iij_xbrl.extract.heads.torn_headers import fits, names_month
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.partial_periods import YEAR, day_said
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.times.years_beside import months_alone
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, patterns_of, says
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason

_DAY, _MONTHS_COUNTED = ENGLISH.patterns["periods.date"], ENGLISH.patterns["headers.months_counted"]
_PERCENT = ENGLISH.patterns["units.percent_head"]
_QUARTER_NAMED = ENGLISH.patterns["headers.quarter_name"]
_LEVEL = ENGLISH.patterns["headers.level"]
_TWO, _QUARTER = 2, 3
_YEARS = re.compile(rf"\b{YEAR.pattern}\b")
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
    periods, problem = _value_periods(values, heads, section, calendar, is_laid_out=is_laid_out)
    periods = _without_shared(periods, heads, roles)
    latest = max((mention.period for mention in periods.values()), default=None)
    current = next((mention for mention in periods.values() if mention.period == latest), None)
    changes = [head.index for head, role in zip(heads, roles, strict=True) if role == "change"]
    translations = sum(role == "translation" for role in roles)
    resolved = []
    for head, role in zip(heads, roles, strict=True):
        mention: Mention | None
        if role == "value":
            mention = periods.get(head.index)
        elif role == "share":
            mention = head.own_mention or periods.get(
                max((index for index in periods if index < head.index), default=0)
            )
        elif role == "translation" and translations > 1:
            mention = head.own_mention
        elif role == "translation" and (len(periods) < len(values) or _is_of_other(head, current)):
            mention = None  # one translation is of the latest period: its head is another column's
        elif role == "text":
            mention = None
        elif role == "change" and compares_others(head, current):
            mention = compared(head, periods)
        elif role == "change":
            mention = _changed(head, periods, changes, current)
            is_open = _is_beyond_open(head.index, mention, periods, values) or _are_shifted(heads, roles, latest)
            mention = None if is_open else mention
        else:  # a convenience translation is given for the latest period only (Regulation S-X 3-20)
            mention = current
        lacking = None if mention else why.NumberOfNote() if role == "text" else problem or why.PeriodOpen()
        beside = (text for text in head.spanned if text not in head.own and day_said(text) is None)
        scope = " ".join(left for text in beside if (left := beside_unit(text)))
        resolved.append(
            Column(head.index, role, mention, head.unit, head.label, head.fragment, lacking, scope, head.named)
        )
    return tuple(resolved)


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


def _value_periods(
    values: Sequence[Head], heads: Sequence[Head], section: Section, calendar: Calendar, *, is_laid_out: bool
) -> tuple[dict[int, Mention], Reason | None]:
    own = own_periods(values, section)
    apart = {(own[head.index].period, head.beside, _counted(head)) for head in values if head.index in own}
    if len(own) == len(values) and (len(apart) == len(own) or not calendar.is_known):
        return own, None  # what other companies set side by side of one time is mapped to nothing
    named = section.captions
    parts = parts_of_year(values, named, calendar)
    if parts:
        return parts, None
    if len({mention.period for mention in named}) == 1:
        named = named[:1]  # a title may name its period twice: 2012年3月期（2011年4月1日～2012年3月31日）
    if len(named) == len(values) and _agrees(values, heads, named):
        return {head.index: mention for head, mention in zip(values, named, strict=True)}, None
    if not own and len(named) == 1 and _are_of(values, named[0], calendar):
        is_others = is_laid_out and not calendar.is_known
        is_bare = len(values) == 1 or (is_others and not any(head.own for head in values))
        labelled = [head for head in values if head.label or (is_others and head.own) or is_bare]
        is_clear = is_others or (len(labelled) == len(values) and not _are_alike(labelled))
        if labelled and is_clear:  # columns without a header hold the marks of notes
            return dict.fromkeys((head.index for head in labelled), named[0]), why.NoPeriodRead()
    if is_laid_out or _are_told_in_words([head for head in values if not head.mention]):
        stated = [head for head in values if head.own_mention and head.index in own]
        told = Counter((own[head.index].period, head.beside) for head in stated)
        kept = [head.index for head in stated if told[own[head.index].period, head.beside] == 1]
        if kept:
            return {index: own[index] for index in kept}, why.NoPeriodRead()
    if own and len(own) == len(values):
        return {}, why.SamePeriodTwice()
    return {}, why.NoPeriodRead()


def _are_alike(heads: Sequence[Head]) -> bool:
    """Whether each header stands over several columns, and nothing tells these apart."""
    said = Counter((head.label, head.spanned, head.beside, _counted(head)) for head in heads)
    return min(said.values(), default=1) > 1


def _counted(head: Head) -> str | None:
    """What a column's own header says that it counts: `Shares` beside `$`."""
    return (head.unit.count or head.unit.currency) if head.unit else None


def _are_of(heads: Sequence[Head], mention: Mention, calendar: Calendar) -> bool:
    """Whether no header names a month, counts other months than a period, names another year or says it is before."""
    if any(names_month(head.fragment) for head in heads):
        return False
    named = {year for head in heads for year in _YEARS.findall(head.fragment)}
    is_other = len(named) > 1 or not named <= {
        str(day.year) for day in (mention.period.start, mention.period.end) if day
    }
    is_other = is_other or any(is_another_part(head, mention, calendar) for head in heads)
    if mention.period.months == _QUARTER and any(says("periods.to_date", " ".join(head.spanned)) for head in heads):
        return False
    return not is_other and all(head.counted <= {mention.period.months} and not _is_of_before(head) for head in heads)


def _is_of_before(head: Head) -> bool:
    """Whether a header says that it is of the period before; a previous target may be of any."""
    text = " ".join((head.fragment, *(text for text in head.spanned if JAPANESE.script.search(text))))
    is_target = says("scenarios.forecast", text) or says("scenarios.forecast_column", text)
    return bool(says("headers.previous", text)) and not is_target


def _are_told_in_words(heads: Sequence[Head]) -> bool:
    """Whether columns have headers of their own that are words alone, so that nothing of a period is lost in them.

    So is nothing in one that is a period with something else behind it, `1H11E`, a month or several periods.
    """
    return all(
        says("headers.named_beside", head.fragment)
        or (len(head.named) > 1 and not _DAY.search(head.fragment))
        or any(True for _ in months_alone(head.fragment))
        or (head.label and not any(char.isdigit() for char in head.fragment))
        for head in heads
    )


def _agrees(values: Sequence[Head], heads: Sequence[Head], named: Sequence[Mention]) -> bool:
    """Whether what is left of a header can be read as the caption's periods, in order."""
    position = 0
    by_column = {head.index: place for place, head in enumerate(values)}
    for head in heads:
        fragment = head.fragment
        if not fragment or (head.unit and not head.fragment):
            continue
        fitting = [place for place in range(position, len(named)) if fits(fragment, head.mention, named[place])]
        if not fitting:
            return False
        expected = by_column.get(head.index)
        if expected is not None:
            if expected not in fitting:
                return False
            position = expected
        else:
            position = fitting[0]
    return True
