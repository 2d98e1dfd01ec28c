"""What figures are by the words of their page alone: units, scales and balances, for figures that nothing maps.

A scale is stated once for a table, in its header, its corner or the text in front of it, with exceptions: amounts per
share, numbers of shares. The currency is the one whose sign stands beside figures of the table, or else the only one of
the page. Where a row's words leave open whether it counts shares or money, and no sign tells, it has no unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from iij_xbrl.extract.headers import Column
from iij_xbrl.extract.periods import Mention, Period
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.units import Unit
from iij_xbrl.languages import ENGLISH

_SCALES = ENGLISH.numbers("scales")
_PATTERNS = ENGLISH.patterns
_STATED, _SHARES_STATED, _SHARES_EXCEPTED, _PER_SHARE, _SHARES, _OPEN, _THOUSANDS, _TERMS, _SHARES_HEAD = (
    _PATTERNS[f"units.{name}"]
    for name in (
        *("stated_scale", "shares_stated", "shares_excepted", "per_share", "number_of_shares"),
        *("shares_or_money", "short_thousands", "share_terms", "shares_head"),
    )
)
_OPENING, _CLOSING, _BALANCE_AT = (_PATTERNS[f"units.{name}"] for name in ("opening", "closing", "balance_at"))
_CENTS = 2
_ASIDE = re.compile(r"\([^()]*\)")
_NUMBERS_ASIDE = re.compile(r"\([^()]*\d[^()]*\)")
_DAY = timedelta(days=1)
_MARK = re.compile(r"[$¥￥€£]|[A-Z]{3}")

Kind = Literal["money", "per-share", "shares", ""]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states for the figures of a table. `scale` is None where nothing is stated.

    `signed` are the columns in which a currency's sign stands.
    """

    scale: int | None
    share_scale: int | None
    currency: str | None
    signed: frozenset[int] = frozenset()


def stated_for(tables: Sequence[FigureTable]) -> dict[int, Stated]:
    """What is stated for each table, by its number."""
    currencies = {unit.currency for table in tables for unit in _beside(table) if unit.currency}
    single = next(iter(currencies)) if len(currencies) == 1 else None
    found: dict[int, Stated] = {}
    before = Stated(None, None, single)
    for table in tables:
        before = found[table.number] = _stated(table, single, before)
    return found


def _beside(table: FigureTable) -> Iterable[Unit]:
    return (item.figure.unit for row in table.rows for item in row.figures if item.figure.unit)


def _stated(table: FigureTable, single: str | None, before: Stated) -> Stated:
    """What is stated for a table; one that goes on with the one before, no text between, has the same."""
    signed = frozenset(item.column for row in table.rows for item in row.figures if item.figure.unit)
    own = {unit.currency for unit in _beside(table) if unit.currency}
    currency = next(iter(own)) if len(own) == 1 else single if not own else None
    for text in _statements(table):
        found = _STATED.search(text)
        if found:
            scale = _SCALES[found["scale"].casefold()]
            shares = _SHARES_STATED.search(text)
            excepted = _SHARES_EXCEPTED.search(text)
            share_scale = _SCALES[shares["scale"].casefold()] if shares else 0 if excepted else scale
            return Stated(scale, share_scale, currency, signed)
    if not any(text.strip() for text in table.section.before):
        return Stated(before.scale, before.share_scale, currency or before.currency, signed)
    return Stated(None, None, currency, signed)


def _statements(table: FigureTable) -> Iterable[str]:
    """The texts that may state a scale, the nearest first: header cells, then what stands in front of the table."""
    for cells in reversed(table.headers):
        yield from (cell.text.plain for cell in cells if cell.text.plain)
    yield from reversed(table.section.before)


def unit_of(
    column: Column | None, row: TableRow, item: RowFigure, said: Unit | None, stated: Stated, around: str
) -> Unit | None:
    """The unit of a figure: what is said of it, completed by what its page states; None where it is open.

    `around` is the label of the group that the row stands in. A unit without currency and count is not known.
    """
    figure = item.figure
    if figure.percent or (said is not None and said.percent):
        return said if said is not None and said.percent else Unit(percent=True)
    beside = figure.unit.currency if figure.unit else None
    kind = _kind(row, column, around, figure.places, has_sign=bool(beside), in_money=item.column in stated.signed)
    currency = beside or (said.currency if said else None) or stated.currency
    if kind == "per-share":
        return Unit(0, currency)
    if kind == "shares":
        head = f"{column.full_label if column else ''} {row.printed_label}"
        scale = 3 if _THOUSANDS.search(head) else stated.share_scale
        return Unit(scale if scale is not None else 0, count="shares")
    if said is not None and (said.count or (said.currency and said.scale is not None)):
        return said
    if not kind:
        return None
    scale = said.scale if said is not None and said.scale is not None else stated.scale
    return Unit(scale, currency) if scale is not None else Unit()


def _kind(row: TableRow, column: Column | None, around: str, places: int, *, has_sign: bool, in_money: bool) -> Kind:
    """What a figure is by the words of its row, its column, and the group that the row stands in."""
    label = _NUMBERS_ASIDE.sub(" ", row.printed_label)
    head = f"{column.full_label} {column.scope}" if column else ""
    if _TERMS.search(label):
        return "money"  # what is paid in for shares, which the label describes
    around = "" if _TERMS.search(around) else around
    for words, is_money in ((label, has_sign), (head, in_money)):
        if _SHARES.search(words) and not is_money:
            return "shares"
        if _PER_SHARE.search(_ASIDE.sub(" ", words)):
            return "per-share"
    if _SHARES_HEAD.search(head) and not in_money:
        return "shares"
    if _SHARES.search(around) and not has_sign and places != _CENTS:
        return "shares"
    if _PER_SHARE.search(around) and places == _CENTS:
        return "per-share"
    return "" if _OPEN.search(label) and not in_money else "money"


def period_of(row: TableRow, mention: Mention | None) -> Period | None:
    """The period of a row's figures: of a balance the day; of an opening one the day before."""
    label = row.printed_label
    balance = _balance(row)
    if balance is not None:
        return balance
    if mention is None:
        return None
    start = mention.period.start
    if start is not None and _OPENING.search(label):
        return Period(start - _DAY)
    if start is not None and _CLOSING.search(label):
        return Period(mention.period.end)
    return mention.period


def movements(table: FigureTable) -> dict[int, Period]:
    """The periods of the rows between two balances, by the position of the row, where no column names a period.

    The first balance is that of the day before: a roll-forward goes from there to the second one.
    """
    if any(column.period for column in table.columns):
        return {}
    found: dict[int, Period] = {}
    opened: tuple[int, Period] | None = None
    for position, row in enumerate(table.rows):
        balance = _balance(row)
        if balance is None:
            continue
        if opened is not None and opened[1].end < balance.end:
            between = Period(balance.end, opened[1].end + _DAY)
            found |= dict.fromkeys(range(opened[0] + 1, position), between)
        opened = (position, balance)
    return found


def _balance(row: TableRow) -> Period | None:
    """The day of a balance whose label names it; `Balance at April 1` is that of the day before."""
    if row.period is None or row.period.kind == "duration" or not _BALANCE_AT.search(row.printed_label):
        return None
    end = row.period.period.end
    return Period(end - _DAY) if end.day == 1 else Period(end)
