"""The layout of a whole document: its pages become blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from iij_xbrl.read.pdf.blocks import Part, TableBlock, TextBlock, blocks
from iij_xbrl.read.pdf.carried import carried
from iij_xbrl.read.pdf.continued import continued
from iij_xbrl.read.pdf.furniture import without_furniture
from iij_xbrl.read.pdf.lines import Line, lines
from iij_xbrl.read.pdf.page import Page
from iij_xbrl.read.pdf.reading_order import columns
from iij_xbrl.read.pdf.stretches import Stretch, stretches
from iij_xbrl.read.pdf.tables import Spacing, grids, spacing
from iij_xbrl.read.pdf.words import with_bullets, words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page without its characters, which are held in lines."""

    page: Page
    lines: tuple[Line, ...]


def sheet_of(page: Page) -> Sheet:
    """What the layout needs of a page: this can be had while the next page is read."""
    found = lines(with_bullets(list(words(page.characters)), page.bullets))
    return Sheet(replace(page, characters=()), tuple(found))


def layout(sheets: Sequence[Sheet]) -> list[TextBlock | TableBlock]:
    """The blocks of a document, in the order in which it is read."""
    found = without_furniture([(sheet.page.height, sheet.lines) for sheet in sheets])
    parts = [
        (sheet.page.number, column)
        for sheet, page_lines in zip(sheets, found, strict=True)
        for column in columns(page_lines)
    ]
    by_number = {sheet.page.number: sheet.page for sheet in sheets}
    parted = continued([(by_number[number], stretches(column)) for number, column in carried(parts)])
    distances = spacing([stretch.lines for _, column in parted for stretch in column if stretch.is_table])
    return blocks([_parts(page, column, distances) for page, column in parted])


def _parts(page: Page, column: Sequence[Stretch], distances: Spacing) -> list[Part]:
    parts: list[Part] = []
    for stretch in column:
        tables = grids(stretch.lines, stretch.rules or page.rules, distances) if stretch.is_table else []
        if tables:
            parts += [(page.number, replace(grid, pages=(page.number,) * len(grid.rows))) for grid in tables]
        else:
            parts += [(page.number, line) for line in stretch.lines]
    return parts
