"""The day on which a release was published: that of its dateline, or of a line of its opening that is little else.

What ends behind that day cannot have happened yet, whatever a column is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, takewhile

from iij_xbrl.extract.times.periods import Calendar, mentions
from iij_xbrl.extract.times.reported_periods import is_report_title, reported_by
from iij_xbrl.extract.widths import narrow
from iij_xbrl.read.document import Document, Table, rows_of

_OPENING = 12  # lines in front of the first table
_BESIDE = 12  # characters beside the day: a place, a label
_DATELINE = 60  # characters
_BEHIND_DAY = re.compile(r"[.,]?\s*(?:[(/][^()/]*[)/]\s*)?[-–—]")


def published(document: Document, calendar: Calendar) -> date | None:
    """The day of publication; None where the opening names none, or several.

    Where a Japanese report on results names none, it is the last day of what its title says that it reports on.
    """
    lines = tuple(_opening(document))
    for told in (_of_dateline, _of_line):
        days = {day for line in lines for day in told(line, calendar)}
        if days:
            return days.pop() if len(days) == 1 else None
    reported = reported_by(mentions(line, calendar) for line in lines if is_report_title(line))
    return reported.end if reported else None


def _opening(document: Document) -> Iterator[str]:
    front = takewhile(lambda block: not isinstance(block, Table), document.blocks)
    lines = (" ".join(narrow(row[0].plain).split()) for block in front for row in rows_of(block))
    yield from islice(filter(None, lines), _OPENING)


def _of_dateline(line: str, calendar: Calendar) -> Iterator[date]:
    """`TOKYO, Aug. 7, 2012 (NEWSWIRE) -- ...`."""
    first = next(iter(mentions(line[:_DATELINE], calendar)), None)
    if first and first.kind == "date" and first.start <= _BESIDE and _BEHIND_DAY.match(line, first.end):
        yield first.period.end


def _of_line(line: str, calendar: Calendar) -> Iterator[date]:
    found = mentions(line, calendar)
    if len(found) == 1 and found[0].kind == "date" and len(line) - (found[0].end - found[0].start) <= _BESIDE:
        yield found[0].period.end
