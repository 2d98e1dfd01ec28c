"""What the numbers of a table are that became no facts: dates, titles of a list of events, what is left of a chart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from iij_xbrl.facts import Leftover
from iij_xbrl.map.non_facts import DATE, NAME, explained
from iij_xbrl.map.tables.readings import MappedTable
from iij_xbrl.read.document import Span, Text, TextKey
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.no_figures import GarbledChart

_DAY = re.compile(r"\s*\d{1,2}/\d{1,2}\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3  # of the title of an event


def leftovers(mapped: Sequence[MappedTable]) -> Iterator[Leftover]:
    """Every figure that is no fact, and every other number of the tables."""
    for table in mapped:
        is_chart = _is_chart(table)
        rows: dict[int, _Cells] = {}
        for aside in table.asides:
            yield _charted(aside) if is_chart else aside
        for reading in table.readings:
            if isinstance(reading.result, Leftover):
                if reading.row not in rows:
                    rows[reading.row] = _cells(table.table.rows[reading.row].cells)
                item = _accounted(reading.result, rows[reading.row])
                yield _charted(item) if is_chart else item


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a row, by the text that each is a part of, and whether one is a day; each figure asks for them."""

    by_text: Mapping[TextKey, Sequence[Text]]
    dated: bool

    def around(self, span: Span) -> Text | None:
        """The cell that a figure stands in."""
        return next((cell for cell in self.by_text.get(span.text_key, ()) if cell.span.holds(span)), None)


def _cells(cells: Sequence[Text]) -> _Cells:
    by_text: defaultdict[TextKey, list[Text]] = defaultdict(list)
    for cell in cells:
        by_text[cell.span.text_key].append(cell)
    return _Cells(by_text, any(_DAY.fullmatch(cell.plain) for cell in cells))


def _accounted(item: Leftover, cells: _Cells) -> Leftover:
    reason = _in_words(cells, item) if item.status == "unmapped" else None
    return replace(item, status="not-a-fact", reason=reason) if reason else item


def _charted(item: Leftover) -> Leftover:
    return replace(item, status="not-a-fact", reason=GarbledChart()) if item.status == "unmapped" else item


def _in_words(cells: _Cells, item: Leftover) -> Reason | None:
    """What a number is by the words of its cell: a date, or part of the title of something that happened on a day."""
    cell = cells.around(item.span)
    if cell is None or not _may_tell(cell.plain):
        return None
    if _is_in_date(cell, item.span.start - cell.span.start):
        return DATE
    return NAME if cells.dated and len(_WORD.findall(cell.plain)) >= _FEWEST_WORDS else None


@lru_cache(maxsize=16)
def _may_tell(cell: str) -> bool:
    """Whether a cell says more than figures; the figures of one cell ask this one after the other."""
    return bool(_DAY.fullmatch(cell)) or any(map(str.isalpha, cell))


def _is_in_date(cell: Text, at: int) -> bool:
    dates = _dates(cell)
    last = bisect_right(dates, (at, len(cell.plain))) - 1
    return last >= 0 and at < dates[last][1]


@lru_cache(maxsize=16)
def _dates(cell: Text) -> tuple[tuple[int, int], ...]:
    """Where a cell prints dates, in its order, for its figures one after the other."""
    return tuple(sorted((start, end) for start, end, reason in explained(cell) if reason == DATE))


def _is_chart(mapped: MappedTable) -> bool:
    """Whether a table is what is left of a chart: no labels, no period above a column, and most cells damaged."""
    table = mapped.table
    if table.has_labels or any(column.period for column in table.columns):
        return False
    if any(not isinstance(reading.result, Leftover) for reading in mapped.readings):
        return False
    above = sum(
        1 for aside in mapped.asides if aside.status == "unmapped"
    )  # rows without a sound cell pass for headers
    damaged = sum(1 for reading in mapped.readings if reading.figure.problem)
    return (damaged + above) * 2 > len(mapped.readings) + above
