"""Tables as figures: rows with labels and figures, columns with periods and units."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from itertools import islice

from iij_xbrl.extract.above_tables import sections
from iij_xbrl.extract.cells.cell import Cell, read_cell, with_points_trusted
from iij_xbrl.extract.cells.direction_columns import with_directions_joined
from iij_xbrl.extract.cells.groups_beside import with_groups_above
from iij_xbrl.extract.cells.japanese_cells import is_japanese, read_japanese_cell
from iij_xbrl.extract.cells.label_columns import from_label_column, has_labels, no_label
from iij_xbrl.extract.cells.note_columns import without_notes
from iij_xbrl.extract.cells.pairs import with_pairs_apart
from iij_xbrl.extract.cells.row_numbers import without_row_numbers
from iij_xbrl.extract.cells.sen_columns import with_sen_joined
from iij_xbrl.extract.cells.sign_columns import with_signs_joined
from iij_xbrl.extract.cells.trailing_signs import with_signs_behind
from iij_xbrl.extract.cells.unit_columns import unit_beside, unit_column, without_column
from iij_xbrl.extract.cells.units import Unit, label_units, parse_unit
from iij_xbrl.extract.continued import continued, is_below, repeats_years
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.heads.date_columns import date_columns
from iij_xbrl.extract.heads.header_rows import header_rows
from iij_xbrl.extract.heads.headers import columns
from iij_xbrl.extract.heads.repeated_heads import reaches_over_figures, with_headings_once
from iij_xbrl.extract.heads_apart import with_heads_joined
from iij_xbrl.extract.japanese_rows import with_cells_read_on
from iij_xbrl.extract.misread_titles import misread_again
from iij_xbrl.extract.quarters import with_quarters
from iij_xbrl.extract.row_years import with_years_of_labels, with_years_of_rows, year_column
from iij_xbrl.extract.rows import Edge, RowFigure, TableRow, with_group_units
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.segments import segments, side_by_side
from iij_xbrl.extract.split_labels import with_labels_joined
from iij_xbrl.extract.stacked import parts
from iij_xbrl.extract.times.closing_months import with_closing_months
from iij_xbrl.extract.times.document_calendar import calendar_told
from iij_xbrl.extract.times.fiscal_years import with_fiscal_names
from iij_xbrl.extract.times.periods import Calendar, Mention, mentions, without_mentions
from iij_xbrl.extract.times.reported_periods import is_report_title, reported_by
from iij_xbrl.extract.titled_rows import with_titled_columns, with_titled_periods
from iij_xbrl.extract.widths import narrow
from iij_xbrl.read.document import Document, Span, Table, Text
from iij_xbrl.read.slots import Slot, grid_of
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason

_SEVERAL = 2
_ALIKE = 8  # times the size: amounts of two periods, and no amount and its change
_TITLES = 20  # texts in which the title of a document stands


@dataclass(frozen=True)
class FigureTable:
    """A table of a release. `number` counts from 1; `headers` are its header rows, whose numbers are no figures.

    `block` is the position in the document of the table that it is, or is a part of. `closed` says why none of its
    figures is a fact. `is_rest` tells that it goes on with the one before it, from which the end of a page cuts it.
    `notes` are the cells of the numbers of notes, which stand in none of its columns.
    """

    number: int
    section: Section
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    headers: tuple[tuple[Cell, ...], ...]
    has_labels: bool
    closed: Reason | None = None
    block: int = 0
    is_rest: bool = False
    notes: tuple[Cell, ...] = ()

    @cached_property
    def rows_name_periods(self) -> bool:
        """Whether its columns do not tell periods apart, and most rows are nothing but the name of one."""
        apart = {column.period.period for column in self.columns if column.period and column.role == "value"}
        if len(apart) > 1:
            return False
        dated = [row for row in self.rows if row.figures and not all(item.figure.mention for item in row.figures)]
        return sum(row.is_period for row in dated) * 2 > len(dated)

    @cached_property
    def corner(self) -> str:
        """What the header says above the labels, but for the title of the table once more, misread."""
        said = dict.fromkeys(" ".join(cells[0].text.plain.split()) for cells in self.headers)
        titles = self.section.nearest[:1]
        return " ".join(text for text in said if text and not any(misread_again(text, title) for title in titles))

    def column(self, index: int) -> Column | None:
        """The column of a number, if the table has it."""
        return self._columns.get(index)

    @cached_property
    def _columns(self) -> Mapping[int, Column]:
        return {column.index: column for column in self.columns}


def extract(document: Document, calendar: Calendar, home: str) -> tuple[FigureTable, ...]:
    """The tables of a document as figures; `home` is the issuer's currency (ISO 4217).

    A table of the page that is several under headers of their own, or side by side, gives several.
    """
    calendar = calendar_told(calendar, document)
    calendar = with_fiscal_names(calendar, document)
    calendar = with_reported(calendar, document)
    document = document if calendar.is_known else with_heads_joined(document, calendar)
    placed = (
        (part, own)
        for table, section in sections(document, calendar)
        for part, own in (parts(table, section, calendar) if _is_japanese(table) else ((table, section),))
    )
    found: list[FigureTable] = []
    for table, section in placed:
        japanese = _is_japanese(table)
        if found and japanese:
            section = continued(section, found[-1].headers, found[-1].section)
        for item in _tables(table, section, calendar, home, japanese=japanese):
            found.append(_going_on(item, found[-1]) if found else item)
    return tuple(replace(item, number=number) for number, item in enumerate(found, 1))


def with_reported(calendar: Calendar, document: Document) -> Calendar:
    """The calendar with the period that the title of a Japanese document says that it reports on."""
    titles = (text.plain for text in islice(document.texts, _TITLES) if is_report_title(narrow(text.plain)))
    return replace(calendar, reported=reported_by(mentions(title, calendar) for title in titles))


def _going_on(table: FigureTable, before: FigureTable) -> FigureTable:
    """A table with the columns and the section of the one before it, where it is the rest of that one."""
    if table.block == before.block:
        return table
    if table.headers and not repeats_years(table.section, table.headers, table.columns, before.columns):
        return table
    if not table.headers and not is_below(table.section, table.columns, before.columns):
        return table
    return replace(table, section=before.section, columns=before.columns, is_rest=True)


def _is_japanese(table: Table) -> bool:
    return is_japanese(*(text.plain for row in table.rows for text in row.texts))


def _tables(table: Table, section: Section, calendar: Calendar, home: str, *, japanese: bool) -> Iterator[FigureTable]:
    if japanese:
        calendar = with_quarters(with_closing_months(calendar, table), table, section)
        read = _read(table, partial(read_japanese_cell, calendar=calendar))
        grid = with_cells_read_on(with_sen_joined(with_signs_behind(with_points_trusted(read))))
        yield from _parts(grid, section, calendar, home, is_whole=True)
        return
    grid = with_signs_behind(with_points_trusted(_read(table, read_cell)))
    for part in side_by_side(with_directions_joined(with_signs_joined(grid))):
        yield from _parts(part, section, calendar, home)


def _parts(
    grid: list[tuple[Cell, ...]], section: Section, calendar: Calendar, home: str, *, is_whole: bool = False
) -> Iterator[FigureTable]:
    """The tables one below the other of a grid; one that is whole has no headers of its own within."""
    grid = without_row_numbers(grid)
    labelled = has_labels(grid)
    if not labelled:
        grid = [(no_label(cells), *cells) for cells in grid]
    else:
        grid = with_headings_once(with_pairs_apart(from_label_column(with_groups_above(grid, calendar))))
    head = tuple(header_rows(grid, calendar))
    grid, notes = without_notes(grid, frozenset(head))
    for part, again in segments(grid, head, calendar) if labelled and not is_whole else ((grid, []),):
        yield replace(_table(part, again, section, calendar, home, has_labels=labelled), notes=notes)
        notes = ()


def _table(
    grid: Sequence[tuple[Cell, ...]],
    again: Sequence[tuple[Cell, ...]],
    section: Section,
    calendar: Calendar,
    home: str,
    *,
    has_labels: bool,
) -> FigureTable:
    """One table; `again` are header rows that are printed in it once more."""
    head = set(header_rows(grid, calendar))
    header = [cells for position, cells in enumerate(grid) if position in head]
    body = [cells for position, cells in enumerate(grid) if position not in head]
    beside = unit_column(header, body)
    stated = [unit_beside(cells, beside) for cells in body] if beside is not None else [None] * len(body)
    if beside is not None:
        header, body, again = (without_column(rows, beside) for rows in (header, body, again))
    headed = frozenset(at for cells in header for at, cell in enumerate(cells) if cell.kind != "empty")
    days = date_columns(header, calendar)
    found_rows = [_row(cells, calendar, headed, days, unit) for cells, unit in zip(body, stated, strict=True)]
    found_rows = _with_tall_closed(found_rows, body)
    rows = with_labels_joined(found_rows, calendar)
    rows = with_group_units(with_titled_periods(rows, section, calendar.quarters))
    row_units = max((row.units for row in rows), key=len, default=())
    section = _with_corner_unit(section, header)
    found = with_titled_columns(columns(header, body, section, calendar, home, row_units), section)
    years = year_column(header, body)
    if years is not None:
        rows = with_years_of_rows(rows, header, years, calendar)
        found = tuple(column for column in found if column.index != years)
    else:
        rows = with_years_of_labels(rows, header, found, section.told, calendar)
    rows = _with_shifted_closed(_with_short_closed(rows, found, max(headed, default=0)), found, header)
    block = grid[0][0].text.span.block
    return FigureTable(0, section, found, rows, (*header, *again), has_labels, block=block)


def _with_short_closed(rows: Sequence[TableRow], found: Sequence[Column], last: int) -> tuple[TableRow, ...]:
    """The rows, those closed that have fewer cells than the header: any of them may be missing."""
    lacking = [last - len(row.cells) if row.figures and not _lacks_changes(row, found) else 0 for row in rows]
    return tuple(
        replace(row, closed=row.closed or why.RowIsShort(missing)) if missing > 0 else row
        for row, missing in zip(rows, lacking, strict=True)
    )


def _lacks_changes(row: TableRow, found: Sequence[Column]) -> bool:
    """Whether a row that is short prints all amounts, alike in size and places, and what it lacks are changes."""
    values = [column.index for column in found if column.role == "value"]
    sizes = [abs(item.figure.value) for item in row.figures]
    if [item.column for item in row.figures] != values or not all(sizes) or len(values) < _SEVERAL:
        return False
    places = {item.figure.places for item in row.figures}
    return len(places) == 1 and max(sizes) < _ALIKE * min(sizes)


def _with_tall_closed(rows: Sequence[TableRow], body: Sequence[Sequence[Cell]]) -> list[TableRow]:
    """The rows, those closed that have a figure in a cell that reaches over the row below, with a label of its own."""
    below = [*body[1:], ()][: len(body)]
    return [
        replace(row, closed=row.closed or why.FigureOverRows()) if _reaches_down(row, cells, following) else row
        for row, cells, following in zip(rows, body, below, strict=True)
    ]


def _reaches_down(row: TableRow, cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether the cell of a figure of a row stands in the row below, too, whose label is another."""
    if not below or below[0].kind == "empty":
        return False
    columns = (item.column for item in row.figures if item.column < len(below))
    return any((over := below[at].over) and over.span == cells[at].text.span for at in columns)


def _with_shifted_closed(
    rows: Sequence[TableRow], found: Sequence[Column], header: Sequence[Sequence[Cell]]
) -> tuple[TableRow, ...]:
    """The rows, those closed whose figures are shifted into the column of the numbers of notes.

    Where one is, so may be each other that prints nothing below the last header.
    """
    notes = {column.index for column in found if column.role == "text"}
    figures = ((at, item) for at, row in enumerate(rows) for item in row.figures if item.column in notes)
    shifted = {at for at, item in figures if not item.figure.may_number_note}
    if not shifted:
        return tuple(rows)
    last = max(index for cells in header for index, cell in enumerate(cells) if cell.kind != "empty")
    return tuple(
        replace(row, closed=why.InNoColumn()) if at in shifted or not _reaches(row, last) else row
        for at, row in enumerate(rows)
    )


def _reaches(row: TableRow, last: int) -> bool:
    return any(item.column >= last for item in row.figures)


def _read(table: Table, reader: Callable[[Text], Cell]) -> list[tuple[Cell, ...]]:
    """The cells of a table, one for each place of its grid; a place that another cell reaches into is empty."""
    place = table.rows[0].span.within(0, 0)
    return [tuple(_cell(slot, place, reader) for slot in slots) for slots in grid_of([row.cells for row in table.rows])]


def _cell(slot: Slot | None, place: Span, reader: Callable[[Text], Cell]) -> Cell:
    if slot is None:
        return Cell("empty", Text("", "", place))
    text = slot.cell.text
    if slot.covered:
        return Cell("empty", text.part(0, 0), over=text, header=slot.cell.header)
    cell = reader(text)
    if not (slot.cell.header or slot.cell.indent):
        return cell
    return replace(cell, header=slot.cell.header, indent=slot.cell.indent)


def _with_corner_unit(section: Section, header: Sequence[Sequence[Cell]]) -> Section:
    """A unit in the corner of the header is the table's."""
    said = (cells[0].text.plain for cells in header)
    corner = next((unit for text in said for unit in (parse_unit(text), *label_units(text)[1][:1]) if unit), None)
    return replace(section, unit=corner) if corner else section


def _row(
    cells: Sequence[Cell], calendar: Calendar, headed: Set[int], days: Set[int], unit: Unit | None = None
) -> TableRow:
    """A row below the header, whose columns are `headed`; those in `days` hold days of events.

    `unit` is what a column of its own says of the row.
    """
    label_text = cells[0].text
    label, units = label_units(" ".join(narrow(label_text.plain).split()))
    units = units or ((unit,) if unit else ())
    found = mentions(label, calendar)
    period = found[0] if len({mention.period for mention in found}) == 1 else None  # `30年3月期第2四半期 1H17`
    rest = without_mentions(label, found).strip(" ,") if period else label
    label, period = (label, None) if period and not rest and 0 in days else (rest, period)
    figures = tuple(_figures(cells, calendar, days))
    gaps = frozenset(index for index, cell in enumerate(cells) if index and cell.kind in ("empty", "residue"))
    texts = tuple(cell.text for cell in cells[1:])
    closed: Reason | None = why.LabelOverFigures() if reaches_over_figures(cells) else None
    if any(_spans(cells, item.column, headed) for item in figures):
        closed = closed or why.FigureOverColumns()
    edge = "" if period is None else _edge(period.period.end, calendar)
    indent = cells[0].indent
    return TableRow(label, label_text, units, period, figures, gaps, texts, closed=closed, edge=edge, indent=indent)


def _edge(day: date, calendar: Calendar) -> Edge:
    """Whether a document says that periods end on a day, or begin on it."""
    weeks = calendar.weeks
    if day in calendar.closes or (weeks and weeks.is_end(day)):
        return "close"
    return "opening" if weeks and weeks.begins(day) else ""


def _spans(cells: Sequence[Cell], column: int, headed: Set[int]) -> bool:
    """Whether the cell of a figure reaches over a column with a header of its own."""
    following = cells[column + 1] if column + 1 < len(cells) else None
    return bool(
        following and following.over and following.over.span == cells[column].text.span and column + 1 in headed
    )


def _figures(cells: Sequence[Cell], calendar: Calendar, days: Set[int]) -> Iterator[RowFigure]:
    """The figures of a row by column; a cell that names a period and nothing else is that of those behind it.

    One behind another figure in its cell may be, too, so that it is open of which period those behind are. `days` are
    the columns that hold days of events.
    """
    named: Mention | None = None
    doubt: Reason | None = None
    for index, cell in enumerate(cells):
        if not index or cell.kind not in ("figure", "dash", "text"):
            continue
        plain = cell.text.plain.strip()
        alone = mentions(plain, calendar) if plain and not cell.figures and index not in days else ()
        if len(alone) == 1 and alone[0].start == 0 and alone[0].end == len(plain):
            (named,), doubt = alone, None
        for figure in cell.figures:
            if not figure.mention and (named or doubt):
                figure = replace(figure, mention=named, problem=figure.problem or doubt)
            yield RowFigure(index, figure)
        end = len(cell.text.plain.rstrip())
        if any(item.problem and item.mention and item.mention.end == end for item in cell.figures):
            doubt = cell.figures[-1].problem
