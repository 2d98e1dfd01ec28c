"""Columns of days that are no reported periods: `Record date`, `Scheduled maturity`, `Date of issuance`.

What the header says of them beside units and words of time tells so. A day in such a column is that of an event, and
not of what stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.times.partial_periods import beside_periods
from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.languages import JAPANESE, patterns_of

_REMARKS, _OF_TIME = patterns_of("headers.remarks"), patterns_of("headers.words_of_time")


def date_columns(header: Sequence[Sequence[Cell]], calendar: Calendar) -> frozenset[int]:
    """The columns whose headers say more than that they name periods; column 0 holds the labels.

    What stands over the labels with a colon behind it is the first of them.
    """
    return frozenset(
        at
        for cells in header
        for at, cell in enumerate(cells)
        if _says_more(cell.text.plain.strip(), calendar) and (at or not cell.text.plain.rstrip().endswith(":"))
    )


def _says_more(text: str, calendar: Calendar) -> bool:
    if not any(map(str.isalpha, text)) or parse_unit(text) is not None or JAPANESE.script.search(text):
        return False
    (rest,) = beside_periods((text,), calendar)
    for pattern in (*_REMARKS, *_OF_TIME):
        rest = pattern.sub(" ", rest)
    return any(map(str.isalpha, rest))
