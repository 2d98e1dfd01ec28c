"""The layout of a whole document: its pages become blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.read.layout.blocks import Part, TableBlock, TextBlock, blocks
from iij_xbrl.read.layout.geometry import around, overlap
from iij_xbrl.read.layout.lines.furniture import without_furniture, without_torn
from iij_xbrl.read.layout.lines.lines import Line, lines
from iij_xbrl.read.layout.lines.reading_order import columns, gutters
from iij_xbrl.read.layout.lines.words import with_bullets, words
from iij_xbrl.read.layout.overleaf.carried import carried
from iij_xbrl.read.layout.overleaf.continued import continued
from iij_xbrl.read.layout.page import Page
from iij_xbrl.read.layout.tables.ruled import ruled
from iij_xbrl.read.layout.tables.stretches import Stretch, stretches
from iij_xbrl.read.layout.tables.tables import Grid, Spacing, grids, spacing

_BESIDE = 9.0  # points: how far the lines around a table are from what stands in it

_Run = list[tuple[int, list[Line]]]
"""Columns of text that follow each other, each with its page."""


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
    inner = without_furniture([(sheet.page.height, sheet.lines) for sheet in sheets])
    pages = without_torn([(sheet.page, lines) for sheet, lines in zip(sheets, inner, strict=True)])
    by_number = {sheet.page.number: sheet.page for sheet in sheets}
    bottom = max((line.box.bottom for page_lines in pages for line in page_lines), default=0.0)
    runs: list[_Run | Grid] = []
    pieces = [
        (sheet.page.number, piece)
        for sheet, page_lines in zip(sheets, pages, strict=True)
        for piece in ruled(sheet.page, page_lines)
    ]
    text = gutters([() if isinstance(piece, Grid) else piece for _, piece in pieces])
    for (number, piece), gutter in zip(pieces, text, strict=True):
        if isinstance(piece, Grid):
            runs.append(piece)
            continue
        for part in _parted(by_number[number], columns(piece, gutter)):
            if isinstance(part, Grid):
                runs.append(part)
            elif runs and not isinstance(last := runs[-1], Grid):
                last.append((number, part))
            else:
                runs.append([(number, part)])
    parted = [
        run
        if isinstance(run, Grid)
        else continued([(by_number[number], stretches(column)) for number, column in carried(run, bottom)], bottom)
        for run in runs
    ]
    held = [stretch for run in parted if not isinstance(run, Grid) for _, column in run for stretch in column]
    distances = spacing(*([part.lines for part in held if part.is_table is kind] for kind in (True, False)))
    parts: list[list[Part]] = []
    for run in parted:
        if isinstance(run, Grid):
            parts.append([(run.pages[0], run)])
        else:
            parts += [_parts(page, column, distances) for page, column in run]
    return blocks(parts, bottom)


def _parted(page: Page, sides: Sequence[list[Line]]) -> Iterator[list[Line] | Grid]:
    """The columns of text of a page, the tables that are ruled all around in each of several cut out."""
    for side in sides:
        if len(sides) == 1:
            yield side
            continue
        box = around(line.box for line in side)
        near = (rule for rule in page.rules if overlap(rule.box.left, rule.box.right, box.left, box.right) > -_BESIDE)
        yield from ruled(replace(page, rules=tuple(near)), side)


def _parts(page: Page, column: Sequence[Stretch], distances: Spacing) -> list[Part]:
    parts: list[Part] = []
    for stretch in column:
        tables = grids(stretch.lines, stretch.rules or page.rules, distances) if stretch.is_table else []
        if tables:
            parts += [(page.number, replace(grid, pages=(page.number,) * len(grid.rows))) for grid in tables]
        else:
            parts += [(page.number, line) for line in stretch.lines]
    return parts
