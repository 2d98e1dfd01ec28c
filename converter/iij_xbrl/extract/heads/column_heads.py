"""What the header rows of a table say about each of its columns: texts, units, and the periods that they name.

A column's own texts are read downwards; texts that span it stand beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from iij_xbrl.extract.cells.cell import Cell, Figure
from iij_xbrl.extract.cells.units import Unit, parse_unit, unit_in_parentheses, without_parentheses
from iij_xbrl.extract.grids import scale_behind
from iij_xbrl.extract.heads.head_grid import HeadGrid
from iij_xbrl.extract.heads.head_periods import column_period, names_other_time
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.partial_periods import YEAR, beside_periods, completed, day_said, months_counted, of_year
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, says

_RATIO = JAPANESE.patterns["units.ratio"]
_OTHER_UNIT = re.compile(rf"{JAPANESE.script.pattern}\s*\({JAPANESE.script.pattern}\)\s*$")
_NAMES = re.compile(r"[^\W\d_][^\W_]*(?:[ -]\d+\b)?")  # Level 1
_MARK_OF_NOTE = re.compile(r"\(\d+\)")
_MARK_OF_YEAR = re.compile(r"(?<=\d)\s?(?:\(\w\)|\[\w\])")
_SHARE = ENGLISH.patterns["units.share"]
_EDGE_OF_YEAR = ENGLISH.patterns["headers.year_edge"]
_YEAR_OF_ROWS = ENGLISH.patterns["headers.year_of_row"]


@dataclass(frozen=True, slots=True)
class Head:
    """What the header rows say about one column; `counted` are lengths in months that they say without a period.

    `beside` is what its own texts and those over it say beside periods and units, such as `Target` or `Level 1`.
    """

    index: int
    own: tuple[str, ...]
    spanned: tuple[str, ...]
    unit: Unit | None
    mention: Mention | None
    own_mention: Mention | None
    label: str
    fragment: str
    named: tuple[Period, ...]
    counted: frozenset[int]
    beside: str


def heads_of(
    header: Sequence[Sequence[Cell]],
    body: Sequence[Sequence[Cell]],
    section: Section,
    calendar: Calendar,
    row_units: Sequence[Unit] = (),
) -> list[Head]:
    """The heads of the columns that hold figures, from left to right (column 0 holds the labels).

    `section` is where the table stands; `row_units` are the units that the row labels list column by column, where the
    header states none.
    """
    width = max((len(cells) for cells in (*header, *body)), default=0)
    grid = HeadGrid.of(header, width)
    above = (*grid.corner, *section.nearest)
    told = (*grid.corner[::-1], *section.told)
    of_vintages = any(says("headers.vintages", text) for text in (*told, *grid.texts))
    head = _of_vintage if of_vintages else _head
    heads = [head(grid, index, above, told, calendar) for index in range(1, width)]
    heads = [_with_cell_currency(head, body) for head in heads if _is_used(head, body)]
    if len(_days_without_year(header)) > 1:
        heads = [_of_group_year(head, _year_alone(grid.corner), calendar) for head in heads]
    if len(row_units) > 1 and len(row_units) == len(heads) and not any(head.unit for head in heads):
        heads = [replace(head, unit=unit) for head, unit in zip(heads, row_units, strict=True)]
    heads = _with_percents_of_changes(_with_percents_beside(heads, body), body)
    return _share_unit(heads, has_unit=section.unit is not None)


def group_year(header: Sequence[Sequence[Cell]], section: Section, calendar: Calendar) -> tuple[Mention, ...]:
    """The period of a header whose corner is a year alone: the rows below it are of that year.

    Where columns are of several days of that year, they do not share one.
    """
    corner = tuple(cells[0].text.plain.strip() for cells in header)
    named = {match["year"] for text in corner if (match := _YEAR_OF_ROWS.fullmatch(without_parentheses(text)))}
    year = named.pop() if len(named) == 1 and len(_days_without_year(header)) <= 1 else ""
    over = (cell.text.plain for cells in reversed(header) for cell in cells[1:])
    found = of_year(year, [*over, *corner[::-1], *section.told], calendar) if year else None
    return (found,) if found else ()


def _days_without_year(header: Sequence[Sequence[Cell]]) -> set[tuple[int, int]]:
    """The days, without their years, with which texts over columns end: `Balance at January 1`."""
    return {day for cells in header for cell in cells[1:] if (day := day_said(cell.text.plain))}


def _of_group_year(head: Head, year: str, calendar: Calendar) -> Head:
    """A head that ends with a day without its year, of the year in the corner of its table."""
    is_open = bool(year) and head.mention is None and any(map(day_said, head.own))
    found = of_year(year, head.own[::-1], calendar) if is_open else None
    return replace(head, mention=found, own_mention=found) if found else head


def _share_unit(heads: Sequence[Head], *, has_unit: bool) -> list[Head]:
    """Columns without a unit take the one that all others with a currency state.

    What columns state for themselves alone, below a unit of the table, they do not share.
    """
    shared_by = [head for head in heads if not (has_unit and states_own_unit(head))]
    stated = {(head.unit.scale, head.unit.currency) for head in shared_by if head.unit and head.unit.currency}
    if len(stated) != 1:
        return list(heads)
    (scale, currency), *_ = stated
    shared = Unit(scale, currency)
    return [head if head.unit or _is_change(head) or _has_other(head) else replace(head, unit=shared) for head in heads]


def states_own_unit(head: Head) -> bool:
    """Whether a column states its unit behind its name: `1株当たり当期利益（円）` beside columns in millions."""
    return any(unit_in_parentheses(text) for text in head.own)


def _has_other(head: Head) -> bool:
    """Whether a Japanese head ends with a unit that is not known: `平均年齢(歳)`."""
    return any(_OTHER_UNIT.search(narrow(text)) for text in head.own)


def _is_change(head: Head) -> bool:
    return says("headers.change", " ".join(head.own)) is not None


def _with_percents_of_changes(heads: Sequence[Head], body: Sequence[Sequence[Cell]]) -> list[Head]:
    """A column of percentages that has no header of its own, right behind one of changes, is of changes as well."""
    found = list(heads)
    for at, (left, head) in enumerate(pairwise(heads), 1):
        figures = _figures(head, body)
        is_percent = bool(head.unit and head.unit.percent and not head.unit.base)
        percents = bool(figures) and (is_percent or all(item.percent or item.dash for item in figures))
        is_behind = head.index == left.index + 1 and says("headers.change", " ".join(left.own)) is not None
        if is_behind and percents and not any(map(beside_unit, head.own)):
            found[at] = replace(left, index=head.index, unit=head.unit or left.unit)
    return found


def _with_percents_beside(heads: Sequence[Head], body: Sequence[Sequence[Cell]]) -> list[Head]:
    """A column that begins with a percentage, right behind one of amounts under the same header, is of percentages."""
    found = list(heads)
    for at, (left, head) in enumerate(pairwise(heads), 1):
        is_same = bool(head.own) and head.own == left.own and head.index == left.index + 1
        if is_same and _figures(head, body)[0].percent and not any(item.percent for item in _figures(left, body)):
            found[at] = replace(head, unit=Unit(percent=True))
    return found


def _figures(head: Head, body: Sequence[Sequence[Cell]]) -> list[Figure]:
    return [item for cells in body if len(cells) > head.index for item in cells[head.index].figures]


def _is_used(head: Head, body: Sequence[Sequence[Cell]]) -> bool:
    return any(len(cells) > head.index and cells[head.index].kind in ("figure", "dash") for cells in body)


def _head(grid: HeadGrid, index: int, above: Sequence[str], told: Sequence[str], calendar: Calendar) -> Head:
    own, spanned, years = grid.own(index), grid.over(index), grid.years
    unit = _column_unit(own)
    around = (*own, *(text for text in spanned if text not in own))
    own_mention = completed(column_period(own, calendar), around, above, calendar)
    mention = own_mention or completed(column_period(spanned, calendar), around, above, calendar)
    is_other = own_mention is None and mention is not None and names_other_time(own, spanned, mention, calendar)
    mention = None if is_other else mention
    year = _year_alone(own, years) or _year_alone(spanned, years) if mention is None and not is_other else ""
    named_years = {year for text in own for year in YEAR.findall(text)}
    if year and (not named_years or year in named_years):  # else it is over another column
        own_mention = mention = of_year(year, [*reversed(spanned), *told], calendar)
    edge = _edge_of_year(own, calendar) if mention is None and not is_other else None
    own_mention, mention = own_mention or edge, mention or edge
    rest = [left for text in own if (left := beside_unit(text))]
    label = next((text for text in reversed(rest) if not mentions(text, calendar)), "")
    named = tuple(found.period for found in mentions(" ".join(own), calendar))
    counts = (count for text in around for count in months_counted(text, calendar) if mention is None)
    beside = _words_beside(around, calendar)
    return Head(
        index, own, spanned, unit, mention, own_mention, label, " ".join(rest), named, frozenset(counts), beside
    )


def _edge_of_year(own: Sequence[str], calendar: Calendar) -> Mention | None:
    """The day on which a year begins or ends, where a head is that of its balance: `Balance, End of 2022`."""
    text = " ".join(own)
    match = _EDGE_OF_YEAR.fullmatch(text)
    whole = of_year(match["year"], (), calendar) if match else None
    if match is None or whole is None or whole.period.start is None:
        return None
    day = whole.period.start - timedelta(days=1) if match["opening"] else whole.period.end
    return Mention(0, len(text), Period(day), "instant")


def _of_vintage(grid: HeadGrid, index: int, above: Sequence[str], told: Sequence[str], calendar: Calendar) -> Head:
    """A head of a table by years of origination: a year alone is the name of a column, and none of its periods."""
    head = _head(grid.without_vintages(), index, above, told, calendar)
    years = " ".join(text for text in grid.own(index) if YEAR.fullmatch(text))
    label, fragment, beside = (f"{said} {years}".strip() for said in (head.label, head.fragment, head.beside))
    return replace(head, label=label, fragment=fragment, beside=beside)


def _year_alone(texts: Iterable[str], others: Set[str] = frozenset()) -> str:
    """The one year that texts are; empty where they are none, or several.

    A text may begin with a year that stands alone over another column, one of `others`: `2024 rate` beside `2024`.
    """
    plain = {_MARK_OF_YEAR.sub("", _MARK_OF_NOTE.sub("", text)).strip() for text in texts}
    found = {text for text in plain if YEAR.fullmatch(text)} | {text[:4] for text in plain if text[:4] in others}
    return next(iter(found)) if len(found) == 1 else ""


def _words_beside(texts: Sequence[str], calendar: Calendar) -> str:
    """The words of texts, and the numbers behind words, beside the periods that they name, units and marks of notes."""
    told = (text for text in texts if parse_unit(text) is None and not YEAR.fullmatch(text))
    rests = beside_periods(told, calendar)
    return " ".join(name for rest in rests for name in _NAMES.findall(_MARK_OF_NOTE.sub(" ", rest)))


def beside_unit(text: str) -> str:
    """A header text without the unit: all or nothing of it, but for `% of revenues` in front of a period."""
    unit = parse_unit(text)
    if unit is None:
        return text if unit_in_parentheses(text) is None else without_parentheses(text)
    return _SHARE.sub("", text).strip() if unit.base and any(char.isdigit() for char in text) else ""


def says_two_units(texts: Iterable[str]) -> bool:
    """Whether a text says that figures are money and percentages at once: `百万円％`."""
    return any(unit is not None and unit.percent and unit.currency for unit in map(parse_unit, texts))


def _column_unit(texts: Sequence[str]) -> Unit | None:
    if says_two_units(texts):
        return Unit()
    for count in (2, 1):
        for start in range(len(texts) - count, -1, -1):
            unit = parse_unit(" ".join(texts[start : start + count]))
            if unit and unit.percent and unit.currency:
                return Unit(percent=True)  # `Percent` over the scale of the amounts beside it
            if unit and (unit.currency or unit.count or unit.percent):
                return unit
    for text in reversed(texts):
        unit = unit_in_parentheses(text)
        if unit:
            return unit
    _, scale = scale_behind(texts[-1]) if texts else ("", "")
    if scale:
        return parse_unit(scale)
    return Unit(percent=True) if texts and _is_ratio(texts[-1]) else None


def _is_ratio(text: str) -> bool:
    """Whether a header names a ratio alone, in Japanese: `増減率`, `構成比`."""
    return _RATIO.fullmatch("".join(narrow(text).split())) is not None


def _with_cell_currency(head: Head, body: Sequence[Sequence[Cell]]) -> Head:
    """A scale without a currency (`Thousands of`) takes the currency that stands beside the column's figures."""
    if not head.unit or head.unit.currency or head.unit.scale is None or head.unit.percent or head.unit.count:
        return head
    beside = {
        figure.unit.currency
        for cells in body
        if len(cells) > head.index
        for figure in cells[head.index].figures
        if figure.unit and figure.unit.currency
    }
    return replace(head, unit=Unit(head.unit.scale, beside.pop())) if len(beside) == 1 else head
