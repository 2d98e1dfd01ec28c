"""Rows of a revised forecast: the previous one, the revised one, their change, and the result of the year before.

Such rows name no period: all are of the one that the title of the table names, but `前期実績` is of the year before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.periods import Mention, Period, year_before
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE

_VERSION, _RESULT_BEFORE, _CHANGE = (
    JAPANESE.patterns[f"periods.{name}"] for name in ("version_row", "result_before", "change_of_versions")
)


def with_versions_dated(rows: Sequence[TableRow], section: Section) -> tuple[TableRow, ...]:
    """The rows, each with its period where some are versions of a forecast and a title names a period."""
    periods = {mention.period for mention in section.captions if mention.kind == "duration"}
    if len(periods) != 1 or not any(_VERSION.fullmatch(_words(row)) for row in rows if row.figures):
        return tuple(rows)
    (period,) = periods
    return tuple(_dated(row, period) for row in rows)


def _dated(row: TableRow, period: Period) -> TableRow:
    words = _words(row)
    if row.period is not None or not row.figures:
        return row
    if _RESULT_BEFORE.fullmatch(words):
        return replace(row, period=Mention(0, 0, year_before(period), "duration"))
    if _VERSION.fullmatch(words) or _CHANGE.fullmatch(words):
        return replace(row, period=Mention(0, 0, period, "duration"))
    return row


def _words(row: TableRow) -> str:
    return "".join(narrow(row.label).split())
