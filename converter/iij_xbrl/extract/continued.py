"""Tables that go on with the one before them: a statement that is cut in two states its unit and its periods once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.partial_periods import YEAR

_OF_PAGE = re.compile(r"[\W\d]*")


def continued(section: Section, headers: Sequence[Sequence[Cell]], before: Section) -> Section:
    """The section of a table without any text in front, in the unit that the table before states for all of it.

    `headers` are the header rows of the table before, `before` is its section.
    """
    if section.own or section.before or section.unit:
        return section
    said = (table_unit(cell.text.plain) for cells in headers for cell in cells if cell.text.plain)
    return replace(section, unit=next((unit for unit in said if unit), before.unit))


def has_no_text(section: Section) -> bool:
    """Whether nothing but page numbers and lines of pages stands between a table and the one before it."""
    return all(_OF_PAGE.fullmatch(text) or text in section.on_pages for text in section.before)


def is_below(section: Section, columns: Sequence[Column], before: Sequence[Column]) -> bool:
    """Whether a table without a header is the rest of the one before it, cut by the end of a page.

    No text stands between, and its figures stand in the same columns.
    """
    headless = not any(column.full_label or column.period for column in columns)
    is_headed = any(column.full_label or column.period for column in before)
    return (
        has_no_text(section)
        and headless
        and is_headed
        and [item.index for item in columns] == [item.index for item in before]
    )


def repeats_years(
    section: Section, headers: Sequence[Sequence[Cell]], columns: Sequence[Column], before: Sequence[Column]
) -> bool:
    """Whether a table is the rest of the one before it, cut by the end of a page behind which the years stand again.

    They stand over the same columns, and do not tell these apart.
    """
    heads = {column.index: column.full_label for column in columns}
    years = list(heads.values())
    if len(headers) != 1 or len(set(years)) == len(years) or not all(map(YEAR.fullmatch, years)):
        return False
    ends = {column.index: column.period and str(column.period.period.end.year) for column in before}
    return has_no_text(section) and heads == ends
