"""Tables that go on with the one before them: a statement that is cut in two states its unit once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells import Cell
from iij_xbrl.extract.sections import Section, table_unit


def continued(section: Section, headers: Sequence[Sequence[Cell]], before: Section) -> Section:
    """The section of a table without any text in front, in the unit that the table before states for all of it.

    `headers` are the header rows of the table before, `before` is its section.
    """
    if section.own or section.before or section.unit:
        return section
    said = (table_unit(cell.text.plain) for cells in headers for cell in cells if cell.text.plain)
    return replace(section, unit=next((unit for unit in said if unit), before.unit))
