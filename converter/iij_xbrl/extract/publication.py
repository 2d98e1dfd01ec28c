"""The day on which a release was published: a line of its opening that is a day and little else.

What ends behind that day cannot have happened yet, whatever a column is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice, takewhile

from iij_xbrl.extract.periods import Calendar, mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.read.document import Document, Table, rows_of

_OPENING = 12  # lines in front of the first table
_BESIDE = 12  # characters beside the day: a place, a label


def published(document: Document, calendar: Calendar) -> date | None:
    """The day of publication; None where the opening names none, or several."""
    days = {day for line in _opening(document) for day in _days(line, calendar)}
    return days.pop() if len(days) == 1 else None


def _opening(document: Document) -> Iterator[str]:
    front = takewhile(lambda block: not isinstance(block, Table), document.blocks)
    lines = (" ".join(narrow(row[0].plain).split()) for block in front for row in rows_of(block))
    yield from islice(filter(None, lines), _OPENING)


def _days(line: str, calendar: Calendar) -> Iterator[date]:
    found = mentions(line, calendar)
    if len(found) == 1 and found[0].kind == "date" and len(line) - (found[0].end - found[0].start) <= _BESIDE:
        yield found[0].period.end
