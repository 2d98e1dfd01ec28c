"""Figures as files: what was extracted from a release, or by another tool, one row for each figure.

Columns, of which `label`, `value` and `period` are needed and the others may be left out:

| column | what it holds |
|---|---|
| table, row, column | numbers that tell tables, rows and columns apart, in printed order |
| line, start, end | the place in the source, where it has lines; by default the line of this file |
| section | the titles in front of the table, joined by ` > ` |
| label | the row label as printed; rows without figures (headings) have a label only |
| header | what the column header says beside period and unit, and its lowest row alone, joined by ` > ` |
| role | value, translation (of a currency), change, share; `map` leaves out label, lower, upper and within |
| period | `2011-09-30` or `2011-04-01/2011-09-30` |
| unit | ISO 4217 currency, `%`, or what is counted |
| scale | power of ten: 3 for thousands |
| text | the figure as printed |
| value | the number as printed with its sign, not scaled; a dash is `-` |
| problem | why the figure cannot be trusted |
| place | the place in the source as it is printed everywhere, such as `12:35` or `Balance!C5` |
| closed | why the figure is no fact of the issuer, by what the page says of its table, row, column or cell |
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iij_xbrl.borders import csv_cell
from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.figures.kinds import Kinds, kinds_of
from iij_xbrl.extract.figures.label_figures import LabelFigure, label_figures
from iij_xbrl.extract.figures.opening_balances import years_begun
from iij_xbrl.extract.figures.page_periods import first_days
from iij_xbrl.extract.figures.page_units import Stated, stated_for, unit_of
from iij_xbrl.extract.figures.times import Times, time_of, times_of
from iij_xbrl.extract.figures.years_to_come import reported_end
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.read.document import Span
from iij_xbrl.read.origins import SourceOrigin
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.render import sentence
from iij_xbrl.reasons.tables import CurrenciesContradict, ScalesContradict, UnitOpen
from iij_xbrl.reasons.written import TextBeside

COLUMNS = (
    "table", "row", "column", "line", "start", "end", "section", "label", "header", "role", "period", "unit", "scale",
    "text", "value", "problem", "place", "closed",
)  # fmt: skip
_SHARES = Unit(count="shares")  # the label does not say in which scale they are counted
IN_LABEL = "label"
LEFT_OUT = (IN_LABEL, "lower", "upper", "within")
"""The roles that `map` leaves out: of figures in the label of a row, others than the row's, of ends of a range, and of
figures in brackets behind another one."""


def figure_rows(tables: Sequence[FigureTable]) -> Iterator[dict[str, str]]:
    """The figures of tables, with the columns of this module's table; a table that ends of pages cut is one in it."""
    stated, starts, end = stated_for(tables), first_days(tables), reported_end(tables)
    begun = years_begun(tables)
    first = above = 0
    for table in tables:
        first, above = (first, above) if table.is_rest else (table.number, 0)
        around = _Around(stated[table.number], kinds_of(table), times_of(table, starts, end, begun))
        for number, row in enumerate(table.rows):
            common = {"table": str(first), "row": str(above + number), "section": " > ".join(table.section.titles)}
            common |= {"label": row.printed_label, "line": _shown(row.span.origin.line)}
            common["place"] = str(row.span.origin)
            if not row.figures:
                yield dict.fromkeys(COLUMNS, "") | common
            for item in row.figures:
                yield dict.fromkeys(COLUMNS, "") | common | _figure(table, number, row, item, around)
            for within in label_figures(table, row, around.stated, around.times.alone(number)):
                yield dict.fromkeys(COLUMNS, "") | common | _in_label(within)
        above += len(table.rows)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the page says of a table: units and scales, what is counted in it, and times."""

    stated: Stated
    kinds: Kinds
    times: Times


def _figure(table: FigureTable, position: int, row: TableRow, item: RowFigure, around: _Around) -> dict[str, str]:
    figure = item.figure
    column = table.column(item.column)
    said = _of_shares(_unit_of(table, row, column, figure), row)
    is_said = bool(row.units and said and (said.currency or said.count or said.percent))
    is_said = is_said and not (said == _SHARES and not JAPANESE.script.search(row.printed_label))
    unit = said if is_said else unit_of(around.kinds, position, row, item, said, around.stated)
    is_open = unit is None or (unit == Unit() and figure.unit is not None and bool(figure.unit.currency))
    unit_problem = UnitOpen() if is_open else _says_other(figure, unit)
    scale = unit.scale if unit and (unit.currency or unit.count or unit.percent) else None
    period, period_problem = time_of(table, around.times, position, row, item)
    return {
        "column": str(item.column),
        **_place(_number(figure)),
        "header": _header(column) if column else "",
        "role": figure.bound or (column.role if column else ""),
        "period": str(period) if period else "",
        "unit": _unit_name(unit) or figure.measure or ("%" if figure.percent else ""),
        "scale": "" if scale is None else str(scale),
        "text": figure.text,
        "value": "-" if figure.dash else f"{figure.value:f}",
        "problem": sentence(figure.problem or unit_problem or period_problem),
        "closed": sentence(table.closed or row.closed or (column.closed if column else None) or figure.closed),
    }


def _says_other(figure: Figure, unit: Unit | None) -> Reason | None:
    """Why a figure is not in its column's unit: letters, a scale or a currency in its cell say another one."""
    if unit is None:
        return None
    if figure.measure and (unit.currency or unit.percent):
        return TextBeside(figure.measure)
    own = figure.unit
    if own and own.currency and unit.currency and own.currency != unit.currency:
        return CurrenciesContradict(own.currency, unit.currency)
    is_of_other_scale = own is not None and own.scale is not None and (unit.currency or unit.count)
    return ScalesContradict() if own and is_of_other_scale and own.scale != unit.scale else None


def _place(span: Span) -> dict[str, str]:
    origin = span.origin
    ends = {"line": _shown(origin.line), "start": _shown(origin.start), "end": _shown(origin.end)}
    return ends | {"place": str(origin)}


def _number(figure: Figure) -> Span:
    """Where a figure stands; without its signs where the source has markup between them and its digits."""
    origin = figure.span.origin
    digits = [at for at, char in enumerate(figure.text) if char.isdigit()]
    if not digits or not isinstance(origin, SourceOrigin) or len(origin.ranges) == 1:
        return figure.span
    return figure.span.within(digits[0], digits[-1] + 1)


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _in_label(item: LabelFigure) -> dict[str, str]:
    return {
        **_place(item.span),
        "role": IN_LABEL,
        "period": str(item.period),
        "unit": _unit_name(item.unit),
        "scale": "" if item.unit.scale is None else str(item.unit.scale),
        "text": item.text,
        "value": f"{item.number.value:f}",
        "problem": sentence(item.number.problem),
    }


def _header(column: Column) -> str:
    return column.full_label if column.label in ("", column.full_label) else f"{column.full_label} > {column.label}"


def _unit_of(table: FigureTable, row: TableRow, column: Column | None, figure: Figure) -> Unit | None:
    if figure.mention or (figure.unit and figure.unit.currency and figure.unit.scale is not None):
        return figure.unit
    if column is not None and row.units:
        order = [item.index for item in table.columns]
        return row.units[order.index(column.index)] if len(row.units) == len(order) else row.units[0]
    return column.unit if column is not None and column.unit else figure.unit or table.section.unit


def _of_shares(unit: Unit | None, row: TableRow) -> Unit | None:
    """A unit of money as it is where a Japanese label is of amounts per share; none where it counts shares."""
    if unit is None or not unit.currency or row.units or not JAPANESE.script.search(row.printed_label):
        return unit
    label = narrow(row.printed_label)
    if says("units.per_share", label):
        return Unit(0, unit.currency)
    return None if says("units.number_of_shares", label) else unit


def _unit_name(unit: Unit | None) -> str:
    if unit is None:
        return ""
    if unit.percent:
        return f"% of {unit.base}" if unit.base else "%"
    return unit.currency or unit.count or ""


def to_csv(tables: Sequence[FigureTable]) -> bytes:
    """The figures as CSV (RFC 4180), UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: csv_cell(cell) for name, cell in row.items()} for row in figure_rows(tables))
    return buffer.getvalue().encode("utf-8")


def to_json(tables: Sequence[FigureTable]) -> bytes:
    """The figures as a JSON array of objects with the same keys; values are strings."""
    return (json.dumps(list(figure_rows(tables)), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
