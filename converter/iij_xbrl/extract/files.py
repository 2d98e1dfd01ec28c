"""Figures as files: what was extracted from a release, or by another tool, one row for each figure.

Columns, of which `label`, `value` and `period` are needed and the others may be left out:

| column | what it holds |
|---|---|
| table, row, column | numbers that tell tables, rows and columns apart, in printed order |
| line, start, end | the place in the source, where it has lines; by default the line of this file |
| section | the titles in front of the table, joined by ` > ` |
| label | the row label as printed; rows without figures (headings) have a label only |
| header | what the column header says beside period and unit, and its lowest row alone, joined by ` > ` |
| role | value, translation (of a currency), change, share |
| period | `2011-09-30` or `2011-04-01/2011-09-30` |
| unit | ISO 4217 currency, `%`, or what is counted |
| scale | power of ten: 3 for thousands |
| text | the figure as printed |
| value | the number as printed with its sign, not scaled; a dash is `-` |
| problem | why the figure cannot be trusted |
| place | the place in the source as it is printed everywhere, such as `12:35` or `Balance!C5` |
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import get_args

from iij_xbrl.errors import InputError
from iij_xbrl.extract.cells import Figure
from iij_xbrl.extract.headers import Column, Role
from iij_xbrl.extract.page_units import Stated, movements, period_of, stated_for, unit_of
from iij_xbrl.extract.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.units import Unit, label_units
from iij_xbrl.languages import says
from iij_xbrl.read.document import Span, Text, TextKey
from iij_xbrl.read.origins import LineOrigin, parse_origin
from iij_xbrl.reasons.render import sentence
from iij_xbrl.reasons.tables import SeveralPeriodsGiven, UnitOpen
from iij_xbrl.reasons.written import AsGiven

COLUMNS = (
    "table", "row", "column", "line", "start", "end", "section", "label", "header", "role", "period", "unit", "scale",
    "text", "value", "problem", "place",
)  # fmt: skip
_ANY_CALENDAR = Calendar(1)  # only where a label names a period matters here
_NEEDED = ("label", "value", "period")


def figure_rows(tables: Sequence[FigureTable]) -> Iterator[dict[str, str]]:
    """The figures of tables, with the columns of this module's table."""
    stated = stated_for(tables)
    for table in tables:
        around, moved = "", movements(table)
        for number, row in enumerate(table.rows):
            common = {"table": str(table.number), "row": str(number), "section": " > ".join(table.section.titles)}
            common |= {"label": row.printed_label, "line": _shown(row.span.origin.line)}
            common["place"] = str(row.span.origin)
            if not row.figures:
                around = row.printed_label
                yield dict.fromkeys(COLUMNS, "") | common
            for item in row.figures:
                yield (
                    dict.fromkeys(COLUMNS, "")
                    | common
                    | _figure(table, row, item, _Around(stated[table.number], around, moved.get(number)))
                )


@dataclass(frozen=True, slots=True)
class _Around:
    """What the page says around a row: for its table, the label of its group, and the period of what moves."""

    stated: Stated
    group: str
    moved: Period | None


def _figure(table: FigureTable, row: TableRow, item: RowFigure, around: _Around) -> dict[str, str]:
    figure = item.figure
    column = table.column(item.column)
    named = row.period if table.rows_name_periods else column.period if column else None
    mention = figure.mention or _opening(row, named)
    said = _unit_of(table, row, column, figure)
    unit = said if row.units else unit_of(column, row, item, said, around.stated, around.group)
    unit_problem = UnitOpen() if unit is None and not row.units else None
    scale = unit.scale if unit and (unit.currency or unit.count or unit.percent) else None
    period = period_of(row, mention) or around.moved
    return {
        "column": str(item.column),
        "line": _shown(figure.span.origin.line),
        "start": _shown(figure.span.origin.start),
        "end": _shown(figure.span.origin.end),
        "header": _header(column) if column else "",
        "role": column.role if column else "",
        "period": str(period) if period else "",
        "unit": _unit_name(unit) or figure.measure or ("%" if figure.percent else ""),
        "scale": "" if scale is None else str(scale),
        "text": figure.text,
        "value": "-" if figure.dash else str(figure.value),
        "problem": sentence(figure.problem or unit_problem or (column.problem if column and not period else None)),
        "place": str(figure.span.origin),
    }


def _opening(row: TableRow, mention: Mention | None) -> Mention | None:
    """The period of a row; that of a balance at the beginning of one is the day before."""
    if mention is None or mention.period.start is None or not says("labels.opening", row.printed_label):
        return mention
    return Mention(0, 0, Period(mention.period.start - timedelta(days=1)), "instant")


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _header(column: Column) -> str:
    return column.full_label if column.label in ("", column.full_label) else f"{column.full_label} > {column.label}"


def _unit_of(table: FigureTable, row: TableRow, column: Column | None, figure: Figure) -> Unit | None:
    if figure.mention or (figure.unit and figure.unit.currency and figure.unit.scale is not None):
        return figure.unit
    if column is not None and row.units:
        order = [item.index for item in table.columns]
        return row.units[order.index(column.index)] if len(row.units) == len(order) else row.units[0]
    return column.unit if column is not None and column.unit else figure.unit or table.section.unit


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
    writer.writerows(figure_rows(tables))
    return buffer.getvalue().encode("utf-8")


def to_json(tables: Sequence[FigureTable]) -> bytes:
    """The figures as a JSON array of objects with the same keys; values are strings."""
    return (json.dumps(list(figure_rows(tables)), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of a file of figures, checked."""

    number: int
    cells: Mapping[str, str]
    period: Period | None
    value: Decimal | None
    unit: Unit | None


def read_figures(path: Path) -> tuple[FigureTable, ...]:
    """Tables from a file of figures (CSV or JSON).

    Raises InputError with `file:line: what is wrong`, for the first ten mistakes at once.
    """
    mistakes: list[str] = []
    entries = [entry for number, cells in _raw(path) if (entry := _entry(path, number, cells, mistakes))]
    if mistakes:
        raise InputError("\n".join(mistakes[:10]))
    if not entries:
        raise InputError(f"{path}: no figure in it; one row for each figure is needed")
    numbers = list(dict.fromkeys(entry.cells.get("table", "") for entry in entries))
    return tuple(
        _table(at, [entry for entry in entries if entry.cells.get("table", "") == number])
        for at, number in enumerate(numbers, 1)
    )


def _raw(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a CSV or JSON file in UTF-8") from None
    if path.suffix.lower() == ".json":
        try:
            items = json.loads(text)
        except json.JSONDecodeError as error:
            raise InputError(f"{path}:{error.lineno}: not JSON ({error.msg})") from None
        return [(at, {key: str(value) for key, value in item.items()}) for at, item in enumerate(items, 1)]
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise InputError(f"{path}:1: no column {', '.join(missing)}; needed are {', '.join(_NEEDED)}")
    return [(reader.line_num, {key: value or "" for key, value in row.items() if key}) for row in reader]


def _entry(path: Path, number: int, cells: Mapping[str, str], mistakes: list[str]) -> _Entry | None:
    def wrong(name: str, allowed: str) -> None:
        mistakes.append(f"{path}:{number}: {name} {cells.get(name, '')!r} is not allowed; {allowed}")

    value = period = None
    text = cells.get("value", "")
    try:
        value = Decimal(0) if text == "-" else Decimal(text.replace(",", "")) if text else None
    except InvalidOperation:
        wrong("value", "a number such as -1234.5, or - for a dash")
    try:
        period = _period(cells.get("period", ""))
    except ValueError:
        wrong("period", "2011-09-30 or 2011-04-01/2011-09-30")
    for name in ("row", "column", "line", "start", "end", "scale"):
        if not cells.get(name, "").lstrip("-").isdigit() and cells.get(name, ""):
            wrong(name, "a whole number")
    if cells.get("role", "") not in ("", *get_args(Role)):
        wrong("role", f"one of {', '.join(get_args(Role))}")
    return None if mistakes else _Entry(number, cells, period, value, _unit(cells))


def _period(text: str) -> Period | None:
    if not text:
        return None
    first, _, last = text.partition("/")
    return Period(date.fromisoformat(last), date.fromisoformat(first)) if last else Period(date.fromisoformat(first))


def _unit(cells: Mapping[str, str]) -> Unit | None:
    name, scale = cells.get("unit", ""), cells.get("scale", "")
    if name.startswith("%"):
        return Unit(0, percent=True, base=name.removeprefix("% of ").strip("% "))
    if len(name) == 3 and name.isupper() and name != "ADS":
        return Unit(int(scale) if scale else None, currency=name)
    return Unit(int(scale or 0), count=name) if name in ("shares", "ADS") else None


def _table(number: int, entries: Sequence[_Entry]) -> FigureTable:
    keys = list(dict.fromkeys(_column_key(entry) for entry in entries if entry.value is not None))
    if all(len(key) == 1 for key in keys):
        keys.sort(key=lambda key: int(key[0]))
    columns = tuple(_column(at, key, entries) for at, key in enumerate(keys, 1))
    rows: list[TableRow] = []
    grouped: dict[str, list[_Entry]] = {}
    for entry in entries:
        grouped.setdefault(
            entry.cells.get("row") or f"{entry.cells['label']}|{entry.cells.get('line', '')}", []
        ).append(entry)
    by_row = len({column.period for column in columns}) < 2
    for group in grouped.values():
        rows.append(_row(group, keys, number, len(rows), by_row=by_row))
    has_labels = any(entry.cells["label"] for entry in entries)
    titles = tuple(title for title in entries[0].cells.get("section", "").split(" > ") if title)
    return FigureTable(number, Section(titles, (), None, own=True), columns, tuple(rows), (), has_labels)


def _column_key(entry: _Entry) -> tuple[str, ...]:
    cells = entry.cells
    if cells.get("column"):
        return (cells["column"],)
    return tuple(cells.get(name, "") for name in ("period", "unit", "scale", "role", "header"))


def _column(index: int, key: tuple[str, ...], entries: Sequence[_Entry]) -> Column:
    here = [entry for entry in entries if entry.value is not None and _column_key(entry) == key]
    periods = _without_openings({entry.period for entry in here})
    units = {entry.unit for entry in here}
    mention = _mention(next(iter(periods))) if len(periods) == 1 else None
    header, _, lowest = here[0].cells.get("header", "").partition(" > ")
    role: Role = here[0].cells.get("role") or "value"  # type: ignore[assignment]
    unit = here[0].unit if len(units) == 1 else None
    lacking = None if mention else SeveralPeriodsGiven()
    return Column(index, role, mention, unit, lowest or header, header, lacking)


def _without_openings(periods: set[Period | None]) -> set[Period | None]:
    """The periods without the day before the only duration of them, on which it opens."""
    durations = {period for period in periods if period and period.start}
    opened = {Period(period.start - timedelta(days=1)) for period in durations if period.start}
    return periods - opened if len(durations) == 1 else periods


def _mention(period: Period | None) -> Mention | None:
    return Mention(0, 0, period, "duration" if period.start else "instant") if period else None


def _row(group: Sequence[_Entry], keys: Sequence[tuple[str, ...]], table: int, row: int, *, by_row: bool) -> TableRow:
    first = group[0]
    label, _ = label_units(" ".join(first.cells["label"].split()))
    period = None
    named = mentions(label, _ANY_CALENDAR)
    if by_row and len(named) == 1 and len({entry.period for entry in group}) == 1:
        period = _mention(first.period)
        label = (label[: named[0].start] + label[named[0].end :]).strip(" ,")
    printed = first.cells["label"]
    line = LineOrigin(_line(first), 0, len(printed))
    text = Text(printed, printed, Span(table, row, 0, 0, len(printed), line))
    figures = tuple(
        RowFigure((at := keys.index(_column_key(entry)) + 1), _cell_figure(entry, (table, row, at)))
        for entry in group
        if entry.value is not None
    )
    filled = {item.column for item in figures}
    gaps = frozenset(set(range(1, len(keys) + 1)) - filled)
    return TableRow(label, text, (), period, figures, gaps)


def _line(entry: _Entry) -> int:
    return int(entry.cells.get("line") or entry.number)


def _cell_figure(entry: _Entry, key: TextKey) -> Figure:
    cells = entry.cells
    text = cells.get("text") or cells["value"]
    start = int(cells.get("start") or 0)
    place = parse_origin(cells.get("place", ""))
    if place is None or place.line is not None:
        place = LineOrigin(_line(entry), start, int(cells.get("end") or start + len(text)))
    span = Span(*key, 0, len(text), place)
    value = entry.value or Decimal(0)
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    percent = cells.get("unit", "").startswith("%") or cells.get("text", "").rstrip(" )").endswith("%")
    measure = cells.get("unit", "") if entry.unit is None else ""
    problem = AsGiven(cells["problem"]) if cells.get("problem") else None
    return Figure(span, text, value, places, percent, cells["value"] == "-", entry.unit, measure, problem)
