"""Tables from a file of figures (see `iij_xbrl.extract.figures.files`), each cell checked by one strict grammar."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import get_args

from iij_xbrl.errors import InputError
from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.numbers import MOST_DIGITS
from iij_xbrl.extract.cells.units import Unit, label_units, misspelt_currency
from iij_xbrl.extract.figures.files import COLUMNS, LEFT_OUT
from iij_xbrl.extract.figures.records import Columns, Mistakes, Record, read_records
from iij_xbrl.extract.heads.column import Column, Role
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.calendar import YEARS
from iij_xbrl.extract.times.japanese_periods import is_part_of_year
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.titled_rows import is_of_title
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages.currencies import CURRENCIES
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.read.document import RowKey, Span, Text, TextKey
from iij_xbrl.read.origins import LineOrigin, parse_origin
from iij_xbrl.reasons.tables import SeveralPeriodsGiven
from iij_xbrl.reasons.written import AsGiven

_ANY_CALENDAR = Calendar(1)  # only where a label names a period matters here
_NEEDED = ("label", "value", "period")
_VALUE = re.compile(r"-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PERIOD = re.compile(rf"(?:({_DATE})/)?({_DATE})")
_DAY = timedelta(days=1)
_MEASURE, _CODE = re.compile(r"[^\W\d_][\w /.-]{0,39}"), re.compile(r"\b[A-Z]{3}\b")
_WHOLE = re.compile(r"[0-9]{1,9}")
_MOST_SCALE = 12  # trillions
_MISSPELT = 4  # capitals that may be a code with one too many; of three every one is read as a code


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of a file of figures, checked."""

    number: int
    cells: Mapping[str, str]
    period: Period | None
    value: Decimal | None
    unit: Unit | None


def read_figures(path: Path, limits: Limits = LIMITS) -> tuple[FigureTable, ...]:
    """Tables from a file of figures (CSV or JSON).

    Raises InputError with `file:line: what is wrong`, for the first ten mistakes at once.
    """
    mistakes = Mistakes(path)
    records = read_records(path, mistakes, Columns(_NEEDED, COLUMNS), limits)
    entries = [_Checked(record, mistakes).entry() for record in records if record.cells.get("role") not in LEFT_OUT]
    mistakes.stop_if_any()
    if all(entry.value is None for entry in entries):
        raise InputError(f"{path}: no figure in it; one row for each figure is needed")
    tables: dict[str, list[_Entry]] = {}
    for entry in entries:
        tables.setdefault(entry.cells.get("table", ""), []).append(entry)
    days = (day for entry in entries if entry.period for day in (entry.period.start, entry.period.end) if day)
    calendar = replace(_ANY_CALENDAR, years=frozenset(day.year for day in days))
    return tuple(_table(at, found, calendar) for at, found in enumerate(tables.values(), 1))


@dataclass(frozen=True, slots=True)
class _Checked:
    """Reads the cells of a record; what is wrong with one is noted."""

    record: Record
    mistakes: Mistakes

    def entry(self) -> _Entry:
        """The record as an entry, to be used where there were no mistakes."""
        for name in ("row", "column", "line", "start", "end"):
            if self._cell(name) and not _WHOLE.fullmatch(self._cell(name)):
                self._wrong(name, "a whole number")
        if self._cell("role") not in ("", *get_args(Role)):
            self._wrong("role", f"one of {', '.join(get_args(Role))}")
        return _Entry(self.record.line, self.record.cells, self._period(), self._value(), self._unit())

    def _cell(self, name: str) -> str:
        return self.record.cells.get(name, "")

    def _wrong(self, name: str, allowed: str) -> None:
        self.mistakes.add(self.record.line, f"{name} {self._cell(name)[:60]!r} is not allowed; {allowed}")

    def _value(self) -> Decimal | None:
        text = self._cell("value")
        if text in ("", "-"):
            return Decimal(0) if text else None
        if not _VALUE.fullmatch(text):
            self._wrong("value", "a number such as -1234.5 or 1,234, or - for a dash")
        elif sum(map(str.isdigit, text)) > MOST_DIGITS:
            self._wrong("value", f"no figure has more than {MOST_DIGITS} digits")
        else:
            return Decimal(text.replace(",", ""))
        return None

    def _period(self) -> Period | None:
        text = self._cell("period")
        if not text:
            return None
        match = _PERIOD.fullmatch(text)
        try:
            days = [date.fromisoformat(day) for day in match.groups() if day] if match else []
        except ValueError:
            days = []
        if not days:
            self._wrong("period", "2011-09-30 or 2011-04-01/2011-09-30")
        elif not all(day.year in YEARS for day in days):
            self._wrong("period", f"years are from {YEARS[0]} to {YEARS[-1]}")
        elif days[0] > days[-1]:
            self._wrong("period", "it ends before it starts")
        else:
            return Period(days[-1], days[0] if len(days) > 1 else None)
        return None

    def _scale(self) -> int | None:
        text = self._cell("scale")
        if text and not (_WHOLE.fullmatch(text) and int(text) <= _MOST_SCALE):
            self._wrong("scale", f"a power of ten from 0 to {_MOST_SCALE}: 3 for thousands, 6 for millions")
            return None
        return int(text) if text else None

    def _unit(self) -> Unit | None:
        name, scale = self._cell("unit"), self._scale()
        if name.startswith("%"):
            return Unit(0, percent=True, base=name.removeprefix("% of ").strip("% "))
        if len(name) == 3 and name.isupper() and name != "ADS":
            if name not in CURRENCIES.minor_units:
                self._wrong("unit", "no currency of ISO 4217 has this code")
            return Unit(scale, currency=name)
        if name in ("shares", "ADS"):
            return Unit(scale or 0, count=name)
        if scale and _is_measure(name) and not _currency_meant(name):
            return Unit(scale, count=name)
        meant = _currency_meant(name)
        if meant:
            self._wrong("unit", f"write the code of ISO 4217, {meant}")
        elif name and not _is_measure(name):
            self._wrong(
                "unit", "the code of a currency, shares, ADS, % or one word for what is counted, as it is printed"
            )
        return None


def _is_measure(name: str) -> bool:
    """Whether a unit is the name of what is counted, and holds no currency."""
    return bool(_MEASURE.fullmatch(name)) and not any(word in CURRENCIES.minor_units for word in _CODE.findall(name))


def _currency_meant(name: str) -> str:
    """The currency that is meant by what is no code of one: by its symbol, its code in small letters or misspelt."""
    bare = name.strip()
    code = bare.upper() if bare.upper() in CURRENCIES.minor_units else CURRENCIES.of(bare)
    if code or not (bare.isupper() and len(bare) == _MISSPELT):
        return code or ""
    return misspelt_currency(bare) or ""


def _table(number: int, entries: Sequence[_Entry], calendar: Calendar) -> FigureTable:
    by_column: dict[tuple[str, ...], list[_Entry]] = {}
    for entry in entries:
        if entry.value is not None:
            by_column.setdefault(_column_key(entry), []).append(entry)
    keys = list(by_column)
    if all(len(key) == 1 for key in keys):
        keys.sort(key=lambda key: int(key[0]))
    durations = {entry.period for entry in entries if entry.period and entry.period.start}
    columns = tuple(_column(at, by_column[key], durations) for at, key in enumerate(keys, 1))
    indices = {key: at for at, key in enumerate(keys, 1)}
    rows: list[TableRow] = []
    grouped: dict[str, list[_Entry]] = {}
    for entry in entries:
        grouped.setdefault(
            entry.cells.get("row") or f"{entry.cells['label']}|{entry.cells.get('line', '')}", []
        ).append(entry)
    by_row = len({column.period for column in columns}) < 2
    if not by_row and all(_names_its_period(group, calendar, durations) for group in grouped.values()):
        columns, by_row = tuple(replace(column, period=None) for column in columns), True
    open_columns = {at for at, column in enumerate(columns, 1) if not column.closed}
    for group in grouped.values():
        own = _of_row([entry for entry in group if entry.value is not None], durations) if by_row else None
        row = _row(group, indices, (number, len(rows)), calendar, own)
        open_ = [entry for entry in group if entry.value is not None and indices[_column_key(entry)] in open_columns]
        rows.append(replace(row, closed=_as_given(*map(_closed, open_)) if all(map(_closed, open_)) else None))
    closed = frozenset(_closed(entry) for entry in entries if entry.value is not None)
    whole = _as_given(*closed) if len(closed) == 1 or "" not in closed else None
    has_labels = any(entry.cells["label"] for entry in entries)
    titles = tuple(title for title in entries[0].cells.get("section", "").split(" > ") if title)
    section = Section(titles, (), None, own=True)
    return FigureTable(number, section, columns, tuple(rows), (), has_labels, closed=whole)


def _names_its_period(group: Sequence[_Entry], calendar: Calendar, durations: Set[Period]) -> bool:
    """Whether all figures of a row are of one period, which its label names; so is a row without figures."""
    label = group[0].cells["label"]
    is_named = len(mentions(label, calendar)) == 1 or is_part_of_year(label) or is_of_title(label)
    figures = [entry for entry in group if entry.value is not None]
    return not figures or (is_named and _of_row(figures, durations) is not None)


def _of_row(group: Sequence[_Entry], durations: Set[Period]) -> Period | None:
    """The one period that the figures of a row are of, balances at its ends aside.

    Figures of a day are of the only duration of the table that ends on it: what is paid at the end of a year.
    """
    periods = _without_balances({entry.period for entry in group})
    (period,) = periods if len(periods) == 1 else (None,)
    ending = [duration for duration in durations if period and duration.end == period.end]
    return ending[0] if len(ending) == 1 else period


def _closed(entry: _Entry) -> str:
    return entry.cells.get("closed", "")


def _as_given(*told: str) -> AsGiven | None:
    """The first of what a file says of why figures are none."""
    said = min(told, default="")
    return AsGiven(said) if said else None


def _column_key(entry: _Entry) -> tuple[str, ...]:
    cells = entry.cells
    if cells.get("column"):
        return (cells["column"],)
    return tuple(cells.get(name, "") for name in ("period", "unit", "scale", "role", "header"))


def _column(index: int, here: Sequence[_Entry], durations: Set[Period]) -> Column:
    periods = _without_balances({entry.period for entry in here})
    if len(periods) > 1 and len(durations) == 1:
        periods = _without_balances(periods | durations)  # balances alone, at the ends of the table's only period
    units = {entry.unit for entry in here}
    mention = _mention(next(iter(periods))) if len(periods) == 1 else None
    header, _, lowest = here[0].cells.get("header", "").partition(" > ")
    role: Role = here[0].cells.get("role") or "value"  # type: ignore[assignment]
    unit = here[0].unit if len(units) == 1 else None
    lacking = None if mention else SeveralPeriodsGiven()
    closed = {_closed(entry) for entry in here}
    closes = _as_given(*closed) if "" not in closed else None
    return Column(index, role, mention, unit, lowest or header, header, lacking, closed=closes)


def _without_balances(periods: set[Period | None]) -> set[Period | None]:
    """The periods without the days on which the only duration of them opens, the one before it, and closes."""
    durations = {period for period in periods if period and period.start}
    balances = {Period(day) for period in durations if period.start for day in (period.start - _DAY, period.end)}
    return periods - balances if len(durations) == 1 else periods


def _mention(period: Period | None) -> Mention | None:
    return Mention(0, 0, period, "duration" if period.start else "instant") if period else None


def _row(
    group: Sequence[_Entry],
    indices: Mapping[tuple[str, ...], int],
    key: RowKey,
    calendar: Calendar,
    own: Period | None,
) -> TableRow:
    table, row = key
    first = group[0]
    label, _ = label_units(" ".join(narrow(first.cells["label"]).split()))
    period = None
    named = mentions(label, calendar)
    if own and len(named) == 1:
        period = _mention(own)
        label = (label[: named[0].start] + label[named[0].end :]).strip(" ,")
    elif own and is_part_of_year(label):
        period, label = _mention(own), ""
    elif own and is_of_title(label):
        period = _mention(own)
    is_percent = is_of_title(label) and all(entry.unit and entry.unit.percent for entry in group)
    printed = first.cells["label"]
    line = LineOrigin(_line(first), 0, len(printed))
    text = Text(printed, printed, Span(table, row, 0, 0, len(printed), line))
    figures = tuple(
        RowFigure((at := indices[_column_key(entry)]), _cell_figure(entry, (table, row, at)))
        for entry in group
        if entry.value is not None
    )
    filled = {item.column for item in figures}
    gaps = frozenset(set(indices.values()) - filled)
    return TableRow(label, text, (Unit(0, percent=True),) if is_percent else (), period, figures, gaps)


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
    is_dash, closed = cells["value"] == "-", _as_given(*filter(None, (_closed(entry),)))
    return Figure(span, text, value, places, percent, is_dash, entry.unit, measure, problem, closed=closed)
