"""Reads spreadsheets (Office Open XML): each sheet as its tables and texts, each cell as it is shown.

Formulas count with the values that were saved with them. Hidden sheets, rows and columns are left out, and said so.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from iij_xbrl.errors import InputError
from iij_xbrl.read.document import Block, Document, indent_of
from iij_xbrl.read.file import File
from iij_xbrl.read.grid import FIGURE, GridCell, blocks
from iij_xbrl.read.number_format import shown, shown_date
from iij_xbrl.read.office import xml_parts
from iij_xbrl.read.origins import CellOrigin

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NOT_CALCULATED = re.compile(rb"<c (?P<cell>[^>]*)>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_REFERENCE = re.compile(rb'\br="([A-Z]+\d+)"')
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d+):\$?([A-Za-z]{1,3})\$?(\d+)["']"""
)
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_VISIBLE = "visible"
_YEARS = range(1900, 2101)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STEP = 3  # characters
_UNFORMATTED = frozenset({"General", "0", "@"})


def read_spreadsheet(file: File) -> Document:
    """Read a workbook.

    Raises InputError where it is damaged, too large, declares entities, or has formulas without saved values.
    """
    _check_sheets(file)
    workbook = _workbook(file)
    found: list[Block] = []
    left_out: list[str] = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != _VISIBLE:
            left_out.append(f"sheet {sheet.title!r} is hidden and was left out")
            continue
        _check_size(file, f"sheet {sheet.title!r}", sheet.max_row * sheet.max_column)
        cells: list[GridCell] = []
        for cell in _cells(sheet, left_out):
            cells.append(cell)
            file.limits.check("grid", len(cells), f"{file.path}: sheet {sheet.title!r}", "{} cells or more")
        found += blocks(cells, len(found))
    return Document(file.name, tuple(found), left_out=tuple(left_out))


def _check_sheets(file: File) -> None:
    """Refuses a workbook with formulas that were never calculated, or with more merged cells than are read."""
    for name, content in xml_parts(file, "workbook"):
        if not name.startswith("xl/worksheets/"):
            continue
        _check_size(file, name, sum(_area(match) for match in _MERGED.finditer(content)))
        _check_size(file, name, sum(1 for _ in _CELL.finditer(content)))
        formula = _NOT_CALCULATED.search(content)
        if formula:
            cell = _REFERENCE.search(formula["cell"])
            where = f" {cell[1].decode('ascii')}" if cell else ""
            raise InputError(
                f"{file.path}: the formula in cell{where} of {name} has no saved value; open the workbook in a"
                " spreadsheet program and save it"
            )


def _area(merged: re.Match[bytes]) -> int:
    """How many cells are merged into one."""
    from openpyxl.utils import column_index_from_string

    first, top, last, bottom = (part.decode("ascii") for part in merged.groups())
    return (column_index_from_string(last) - column_index_from_string(first) + 1) * (int(bottom) - int(top) + 1)


def _check_size(file: File, sheet: str, cells: int) -> None:
    file.limits.check("sheet", cells, f"{file.path}: {sheet}", "{} cells, empty ones too")


def _workbook(file: File) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(file.data), data_only=True, rich_text=True)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, OSError) as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())
        raise InputError(f"{file.path}: damaged workbook ({told}); save it again") from None


def _cells(sheet: Worksheet, left_out: list[str]) -> Iterator[GridCell]:
    """The cells of a sheet that hold something, row by row, without those that are hidden."""
    spans = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    columns = _hidden_columns(sheet)
    hidden = 0
    rows = {number for number, dimension in sheet.row_dimensions.items() if dimension.hidden}
    for number, row in enumerate(sheet.iter_rows(min_row=1, min_col=1), 1):
        for column, cell in enumerate(row, 1):
            text = _text(cell.value, cell.number_format)
            if not text:
                continue
            if number in rows or column in columns:
                hidden += 1
                continue
            area = spans.get((number, column))
            yield GridCell(
                number,
                column,
                f"<s>{text}</s>" if cell.font and cell.font.strike else text,
                CellOrigin(sheet.title, cell.coordinate),
                number=_is_number(cell.value, cell.number_format, text),
                bold=bool(cell.font and cell.font.b),
                rowspan=area.max_row - area.min_row + 1 if area else 1,
                colspan=area.max_col - area.min_col + 1 if area else 1,
                indent=_indent(cell),
            )
    if hidden:
        left_out.append(f"{hidden} cells of sheet {sheet.title!r} stand in hidden rows or columns and were left out")


def _indent(cell: Cell | MergedCell) -> int:
    """How many characters the text of a cell is set in, by steps of its alignment and by spaces."""
    if not isinstance(cell.value, str):
        return 0
    steps = int(cell.alignment.indent) if cell.has_style else 0
    return _STEP * steps + indent_of(cell.value)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    return {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min or 0, min(dimension.max or 0, sheet.max_column) + 1)
    }


def _text(value: object, number_format: str) -> str:
    """What a cell shows, in one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        number = Decimal(value) if isinstance(value, int) else Decimal(repr(value))
        text = shown(number, number_format) if number.is_finite() else None
        return " ".join((text if text is not None else f"{number:f}").split())
    if isinstance(value, datetime | date):
        return shown_date(value, number_format)
    if isinstance(value, list):  # text in several fonts
        return " ".join("".join(map(_run, value)).split())
    return " ".join(str(value).split())


def _run(part: object) -> str:
    """A piece of a text in one font; a mark that is set high keeps its tag."""
    font = getattr(part, "font", None)
    text = str(getattr(part, "text", part))
    return f"<sup>{text}</sup>" if getattr(font, "vertAlign", None) == "superscript" and text.strip() else text


def _is_number(value: object, number_format: str, text: str) -> bool:
    """Whether a cell shows a figure: a number or a text written as one, but no year, or a dash."""
    if isinstance(value, int) and value in _YEARS and number_format in _UNFORMATTED:
        return False
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number or (bool(FIGURE.fullmatch(text)) and not _YEAR.fullmatch(text))
