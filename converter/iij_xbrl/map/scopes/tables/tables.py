"""What the texts within a table close: headers of columns, group rows, and labels that run over two rows.

A header counts with every word of it, the cells that span it among them. A row without figures that is no line of the
taxonomy is a group (`Budget`), and closes what follows; one that breaks off (`Depreciation charged to`) is the
beginning of the next row's label, one that goes on (`of hi-ho Inc.`) the end of the label above. A label of two rows
that nothing knows as one is no label of either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.units import label_units
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.heads.torn_headers import is_left_of
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.partial_periods import months_of_parts
from iij_xbrl.extract.times.periods import Period, days_named
from iij_xbrl.languages import ENGLISH, JAPANESE, says
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.remarks import (
    closing_remark,
    remarks_beside,
    remarks_on_groups,
    remarks_on_periods,
    remarks_under_columns,
    says_no_amounts,
)
from iij_xbrl.map.scopes.row_heads import said_by_rows
from iij_xbrl.map.scopes.tables.groups import said_by_groups
from iij_xbrl.map.scopes.titles.reasons import is_qualified, reason_of
from iij_xbrl.map.scopes.words.accounts import Account, Accountant
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import NoteSaysOther, UnknownInHeader
from iij_xbrl.taxonomy.index import Taxonomy

_COMPARED: Mapping[str, int] = {"change": 2, "share": 1}  # columns of amounts in front of it
_MONTHS_SAID = ENGLISH.patterns["scopes.months_of_no_year"]
_DIFFERENCE = ENGLISH.patterns["headers.difference"]
_TOLD_ANEW = ENGLISH.patterns["headers.told_anew"]
_STEMS = ENGLISH.words["month_stems"]
_AND_TOTAL = 2  # columns: what is eliminated, and the total
_WHOLE_GROUP = frozenset(ENGLISH.words["whole_group"])
_BESIDE = " .:;()[]*_"
_LETTERS = re.compile(r"[^\W\d_]{3}")


def with_closed_corner(table: FigureTable, accountant: Accountant) -> FigureTable:
    """The table, closed where what its header says above the labels is not understood, or is of a part: `Budget`."""
    account = accountant.account(table.corner)
    is_other = not account.is_understood or account.names_other or account.narrows or says_no_amounts(table.corner)
    if table.closed or not is_other:
        return table
    return replace(table, closed=UnknownInHeader(table.corner, account.unknown or (table.corner,)))


def with_closed_title(table: FigureTable, accountant: Accountant) -> FigureTable:
    """A table from a file, closed where its titles name another scope, or the nearest a table beside unknown words."""
    if table.closed:
        return table
    accounts = [accountant.account(title) for title in table.section.titles]
    others = (account for account in accounts if account.names_other)
    nearest = (account for account in accounts[-1:] if is_qualified(account))
    return replace(table, closed=next(filter(None, map(reason_of, (*others, *nearest))), None))


def with_closed_columns(table: FigureTable, accountant: Accountant, named: Mapping[int, Match]) -> FigureTable:
    """The table with the columns closed whose header is not understood; `named` are lines that headers name."""
    columns = tuple(
        replace(column, closed=column.closed or _over_line(column, named[column.index], accountant))
        if column.index in named
        else replace(
            column, closed=column.closed or _header_reason(table, column, accountant, named.get(column.index - 1))
        )
        for column in table.columns
    )
    columns = tuple(_without_superseded(column, columns) for column in columns)
    return replace(table, columns=tuple(_with_compared(column, columns) for column in columns))


def _over_line(column: Column, match: Match, accountant: Accountant) -> Reason | None:
    """Why a column is closed that is named as a line, by what stands over its name: `Preferred stock | 1Q-end`."""
    if match.place is None or match.line is None:
        return None
    label = column.full_label
    names = [name for name in match.place.lines[match.line].labels if label.casefold().endswith(name.casefold())]
    over = label[: -len(max(names, key=len))] if names else ""
    for text in filter(str.strip, (column.scope, over)):
        account = accountant.account(text)
        if not account.is_understood or account.names_other or says_forecast(text):
            return UnknownInHeader(label, account.unknown or (account.text,))
    return None


def _without_superseded(column: Column, columns: Sequence[Column]) -> Column:
    """A column is closed beside one that tells the same period anew: `1H11 | 1H11 restated`."""
    if column.closed or column.role != "value" or column.period is None:
        return column
    anew = (
        item.closed or NoteSaysOther(item.full_label)
        for item in columns
        if item.role == "value" and item.period and item.period.period == column.period.period
        if item.closed or (_is_before_others(item, columns) and not says_forecast(item.full_label))
        if says("headers.told_anew", item.full_label) and not says("headers.told_anew", column.full_label)
    )
    return replace(column, closed=next(anew, None) or _before_eliminations(column, columns))


def _before_eliminations(column: Column, columns: Sequence[Column]) -> Reason | None:
    """Why a column of a period may be one of several that a total is made of: `1H11 | Eliminations | 1H11 net`.

    Behind it stand a column whose head is words that name no period, and one that names none or the same one again.
    """
    behind = [item for item in columns if item.index > column.index and item.role == "value"]
    if len(behind) < _AND_TOTAL or behind[0].period or not _LETTERS.search(behind[0].full_label):
        return None
    assert column.period
    again = behind[1].period is None or behind[1].period.period == column.period.period
    return UnknownInHeader(behind[0].full_label, (behind[0].full_label,)) if again else None


def _with_compared(column: Column, columns: Sequence[Column]) -> Column:
    """A column of changes or shares is closed with the nearest columns of amounts, which it compares or is of."""
    if column.role not in _COMPARED or column.closed or column.named:
        return column
    amounts = [item for item in columns if item.role == "value" and item.index < column.index]
    compared = amounts[-_COMPARED[column.role] :]
    dated = any(item.period for item in amounts)
    reason = next(
        (item.closed or item.problem for item in compared if item.closed or (dated and not item.period)), None
    )
    return replace(column, closed=reason or _other_change(column, compared))


def _other_change(column: Column, compared: Sequence[Column]) -> Reason | None:
    """Why a change is not that of the amounts beside it: its header names another span of time, or another currency."""
    spans = set(months_of_parts(column.full_label))
    months = {item.period.period.months for item in compared if item.period}
    currencies = {item.unit.currency for item in compared if item.unit and item.unit.currency}
    said = (*label_units(column.full_label)[1], *((column.unit,) if column.unit else ()))
    own = next((unit.currency for unit in said if unit.currency), None)
    is_other = bool(spans and not spans & months) or says("headers.other_span", column.full_label)
    if column.role == "change" and (is_other or (own and currencies and own not in currencies)):
        return UnknownInHeader(column.full_label, (column.full_label,))
    return None


def _header_reason(table: FigureTable, column: Column, accountant: Accountant, left: Match | None) -> Reason | None:
    if _has_other_evidence(table, column):
        return None
    is_moved = says("headers.reckoned", column.full_label) or _are_apart(column.named) or _is_of_change(column)
    is_part = says_no_amounts(accountant.without_periods(column.full_label).strip(_BESIDE)) and column.period
    if column.role == "value" and (is_moved or (is_part and column.unit and column.unit.currency)):
        return UnknownInHeader(column.full_label, (column.full_label,))
    for text in filter(None, (column.full_label, column.scope)):
        may_be_version = column.role == "change" or JAPANESE.script.search(text) is not None
        of_forecasts = may_be_version and any(map(says_forecast, table.section.nearest))
        said = _without_own_months(text, column)
        said = _DIFFERENCE.sub(" ", said) if column.role == "change" else said
        said = _TOLD_ANEW.sub(" ", said) if _is_before_others(column, table.columns) else said
        account = accountant.account(said, of_forecasts=of_forecasts)
        if _names_line_beside_period(column, account):
            return UnknownInHeader(text, tuple(tile.text for tile in account.tiles if tile.is_a("label", "member")))
        is_rest = (column.period and is_left_of(text, column.period.period)) or _goes_on(table, column, account, left)
        is_other = account.narrows and column.role == "value"
        if (not account.is_understood or account.names_other or is_other) and not is_rest:
            return UnknownInHeader(text, account.unknown or (account.text,))
    return None


def _is_before_others(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column is of a period that another one goes on from: as told anew it is what that compares with."""
    ends = [item.period.period.end for item in columns if item.role == "value" and item.period]
    return column.role == "value" and column.period is not None and column.period.period.end < max(ends)


def _is_of_change(column: Column) -> bool:
    """Whether the header of a column of amounts says that they are changes: `1H10 change | 1H11 change`."""
    return bool(column.named) and says("headers.change", column.full_label) is not None


def _without_own_months(text: str, column: Column) -> str:
    """A header without what its period begins and ends with: `1H10 (Apr-Sep)`, `2010 Six months ended September 30`."""
    period = column.period.period if column.period else None
    if period is None or period.start is None:
        return text
    for day in reversed(days_named(text)):
        if day.year is None and (day.month, day.day) == (period.end.month, period.end.day):
            text = text[: day.start] + " " + text[day.end :]
    match = _MONTHS_SAID.search(text)
    ends = tuple(_STEMS.index(match[name][:3].casefold()) + 1 for name in ("first", "last")) if match else ()
    return text.replace(match[0], " ") if match and ends == (period.start.month, period.end.month) else text


def _are_apart(named: Sequence[Period]) -> bool:
    """Whether a header names periods of which none holds the others: `1H11 - 1H10`."""
    spans = {(period.start, period.end) for period in named if period.start}
    whole = (min((start for start, _ in spans), default=None), max((end for _, end in spans), default=None))
    return len(spans) > 1 and whole not in spans


def _names_line_beside_period(column: Column, account: Account) -> bool:
    """Whether the header of a period names a line or a part of the issuer, too: `IIJ-Global 1H11`."""
    is_of_period = column.role == "value" and column.named and column.period
    is_whole = any(tile.text.casefold() in _WHOLE_GROUP for tile in account.tiles)
    return bool(is_of_period) and any(
        tile.is_a("label", "member") and not tile.is_a("neutral") and not (is_whole and tile.is_a("issuer"))
        for tile in account.tiles
    )


def _has_other_evidence(table: FigureTable, column: Column) -> bool:
    """Whether a column is of changes whose header names other periods than its neighbours: these must bear it out."""
    periods = {item.period.period for item in table.columns if item.period}
    return column.role == "change" and not set(column.named) <= periods


def _goes_on(table: FigureTable, column: Column, account: Account, left: Match | None) -> bool:
    """Whether a header is the rest of the one beside it, a line's, cut within a phrase or word: `Net Incor | me`."""
    front = next((item.full_label for item in table.columns if item.index == column.index - 1), "")
    if left is None or left.place is None or left.line is None or not front:
        return False
    words = {word for label in left.place.lines[left.line].labels for word in label.casefold().split()}
    rest = " ".join(account.unknown).casefold().split()
    return account.text[:1].islower() or all(any(word.endswith(end) for word in words) for end in rest)


def with_closed_rows(
    table: FigureTable, matches: Sequence[Match], accountant: Accountant, taxonomy: Taxonomy
) -> FigureTable:
    """The table with the rows closed that stand below a group, or share a label, that is not understood."""
    names = frozenset(at for at, match in enumerate(matches) if match.line is not None or match.joined)
    remark = closing_remark(table, names, accountant)
    if remark:
        table = replace(table, closed=table.closed or remark)
    under = remarks_under_columns(table, accountant)
    if under:
        columns = [replace(item, closed=item.closed or under.get(item.index)) for item in table.columns]
        table = replace(table, columns=tuple(_with_compared(item, columns) for item in columns))
    reasons = {**said_by_rows(table, accountant), **said_by_groups(table, matches, accountant, taxonomy)}
    reasons |= remarks_on_groups(table, names, accountant)
    reasons |= remarks_beside(table, accountant) | remarks_on_periods(table, accountant)
    if not reasons:
        return table
    rows = tuple(replace(row, closed=reasons.get(at, row.closed)) for at, row in enumerate(table.rows))
    return replace(table, rows=rows)
