"""Figures in row labels, one for each period: `424,926,346 and 427,757,100 shares issued, respectively`.

They are read where `respectively` stands behind as many figures as there are periods: those that the words beside them
name, or else those of the columns, in their order. A single figure in a label is of every period and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from iij_xbrl.extract.numbers import Number, numbers
from iij_xbrl.extract.page_units import Stated
from iij_xbrl.extract.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.units import Unit
from iij_xbrl.languages import CURRENCIES, ENGLISH
from iij_xbrl.read.document import Span

_EACH = ENGLISH.patterns["label_figures.each"]
_SHARES = ENGLISH.patterns["label_figures.shares"]
_BETWEEN = ENGLISH.patterns["label_figures.between"]
_SCALE = ENGLISH.patterns["units.scale"]
_SCALES = ENGLISH.numbers("scales")
_SIGN = re.compile(rf"({CURRENCIES.sign.pattern})\s*$")
_CLAUSE = ENGLISH.patterns["label_figures.clause"]
_ANY_CALENDAR = Calendar(1)  # only dates matter here


@dataclass(frozen=True, slots=True)
class LabelFigure:
    """A figure in a label, as printed, with the period and the unit that its words give it."""

    span: Span
    number: Number
    text: str
    period: Period
    unit: Unit


def label_figures(table: FigureTable, row: TableRow, stated: Stated) -> Iterator[LabelFigure]:
    """The figures of a label that stand for one period each."""
    label = row.label_text.plain
    start = 0
    for match in _EACH.finditer(label):
        yield from _listed(table, row, stated, start, len(label[: match.start()].rstrip(" ,\xa0")))
        start = match.end()


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
            span = row.label_text.span.within(start + number.start, start + number.end)
            yield LabelFigure(span, number, clause[number.start : number.end], period, unit)


def _periods(table: FigureTable) -> list[Period]:
    return list(dict.fromkeys(column.period.period for column in table.columns if column.period))


def _is_list(clause: str, found: list[Number]) -> bool:
    """Whether nothing but signs, scales, commas and `and` stands between figures."""
    between = (clause[left.end : right.start] for left, right in pairwise(found))
    return all(_BETWEEN.fullmatch(text) for text in between)


def _unit(label: str, clause: str, number: Number, stated: Stated) -> Unit | None:
    if number.percent:
        return Unit(percent=True)
    sign = _SIGN.search(clause[: number.start])
    scale = _SCALE.match(clause, number.end)
    if sign or scale:
        currency = CURRENCIES.of(sign[1]) if sign else stated.currency
        if currency is None or not (scale or number.value == 0):
            return None
        return Unit(_SCALES[scale.group().split()[-1].casefold()] if scale else 0, currency)
    if _SHARES.search(label) and number.places == 0:
        digits = "".join(char for char in clause[number.start : number.end] if char.isdigit())
        return Unit(stated.share_scale or 0, count="shares") if len(digits) > 3 else None
    return None


def _meet(number: Number, mention: Mention) -> bool:
    return number.start < mention.end and mention.start < number.end
