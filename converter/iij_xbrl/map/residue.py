"""What the numbers of a table are that became no facts: dates, titles of a list of events, what is left of a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.facts import Leftover
from iij_xbrl.map.explained import DATE, NAME, explained
from iij_xbrl.map.mapper import MappedTable, Reading
from iij_xbrl.read.document import Text

CHART = "garbled chart"
_DAY = re.compile(r"\s*\d{1,2}/\d{1,2}\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3  # of the title of an event


def leftovers(mapped: Sequence[MappedTable]) -> Iterator[Leftover]:
    """Every figure that is no fact, and every other number of the tables."""
    for table in mapped:
        yield from table.asides
        is_chart = _is_chart(table.table, table.readings)
        for reading in table.readings:
            if isinstance(reading.result, Leftover):
                yield _accounted(reading.result, reading, table.table, is_chart=is_chart)


def _accounted(item: Leftover, reading: Reading, table: FigureTable, *, is_chart: bool) -> Leftover:
    if item.status != "unmapped":
        return item
    reason = _in_words(table.rows[reading.row].cells, item) or (CHART if is_chart else "")
    return replace(item, status="not-a-fact", reason=reason) if reason else item


def _in_words(cells: Sequence[Text], item: Leftover) -> str:
    """What a number is by the words of its cell: a date, or part of the title of something that happened on a day."""
    cell = next((cell for cell in cells if _holds(cell, item)), None)
    if cell is None or not (_DAY.fullmatch(cell.plain) or any(char.isalpha() for char in cell.plain)):
        return ""
    for start, end, reason in explained(cell):
        span = cell.span.within(start, end)
        if reason == DATE and span.line == item.span.line and span.start <= item.span.start < span.end:
            return DATE
    dated = any(_DAY.fullmatch(other.plain) for other in cells)
    return NAME if dated and len(_WORD.findall(cell.plain)) >= _FEWEST_WORDS else ""


def _holds(cell: Text, item: Leftover) -> bool:
    return cell.span.line == item.span.line and cell.span.start <= item.span.start < cell.span.end


def _is_chart(table: FigureTable, readings: Sequence[Reading]) -> bool:
    """Whether a table is what is left of a chart: no labels, no period above a column, and most cells damaged."""
    if table.has_labels or any(column.period for column in table.columns):
        return False
    damaged = sum(1 for reading in readings if reading.figure.problem)
    facts = any(not isinstance(reading.result, Leftover) for reading in readings)
    return not facts and damaged * 2 > len(readings)
