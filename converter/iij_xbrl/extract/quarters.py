"""Whether the quarters that a Japanese table names are quarters alone, and not the year up to their end.

Those of a form are cumulative. A table with a fourth quarter beside others, below a title of quarters, or with a
quarter beside the year up to its end, has each alone; one with several of the first three may have either, and none of
these but the first is of a known time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.calendar import Calendar, Quarters
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.read.document import Table

_NAMED, _TO_DATE, _OF_QUARTERS, _SPAN = (
    JAPANESE.patterns[f"periods.{name}"]
    for name in ("quarter_beside", "quarter_to_date", "title_of_quarters", "span_to_date")
)
_NUMERALS = JAPANESE.numbers("numerals")
_HEADS = 4  # rows
_LAST = 4  # quarter of a year
_SEVERAL = 2


def with_quarters(calendar: Calendar, table: Table, section: Section) -> Calendar:
    """The calendar with what quarters are in a table that names them by their numbers alone."""
    texts = tuple(narrow(text) for text in _names(table))
    numbers = {_number(match["quarter"]) for text in texts for match in _NAMED.finditer(text)}
    titles = tuple(map(narrow, section.nearest_lines))
    if _tells_both(texts) and not any(map(_TO_DATE.search, titles)):
        return replace(calendar, quarters="alone")
    if any(_TO_DATE.search(text) for text in (*texts, *titles)):
        return calendar
    is_alone = any(map(_OF_QUARTERS.search, titles)) or (_LAST in numbers and len(numbers) >= _SEVERAL)
    told: Quarters = "alone" if is_alone else "open" if len(numbers) >= _SEVERAL else "to date"
    return replace(calendar, quarters=told)


def _tells_both(texts: Sequence[str]) -> bool:
    """Whether a name stands beside itself with what says that it is to date: `第2四半期 | 第2四半期累計`."""
    plain = {"".join(text.split()) for text in texts}
    to_date = {text for text in plain if _SPAN.search(text)}
    return any(_SPAN.sub("", text) in plain - to_date for text in to_date)


def _names(table: Table) -> Iterator[str]:
    """What heads columns and rows."""
    for at, row in enumerate(table.rows):
        for cell in row.cells if at < _HEADS else row.cells[:1]:
            yield cell.text.plain


def _number(printed: str) -> int:
    return _NUMERALS.get(printed) or int(printed)
