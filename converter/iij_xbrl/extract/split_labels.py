"""Row labels that name a period over two rows: `Six months ended` above `September 30, 2009`.

Conversions of pages often print the figures of such a row twice, the second time misread. The upper row then has the
whole label, and the lower one's figures are kept as its copies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.times.periods import Calendar, Mention, mentions


def with_labels_joined(rows: Sequence[TableRow], calendar: Calendar) -> tuple[TableRow, ...]:
    """The rows, each two whose labels are a period only together as one; the second stays, without figures."""
    found = list(rows)
    for position in range(len(found) - 1):
        upper, lower = found[position], found[position + 1]
        period = _joined(upper, lower, calendar) if upper.figures and upper.period is None else None
        if period and _copies(upper.figures, lower.figures):
            found[position] = replace(upper, label="", period=period, copies=lower.figures)
            found[position + 1] = replace(lower, figures=(), period=None)
    return tuple(found)


def _joined(upper: TableRow, lower: TableRow, calendar: Calendar) -> Mention | None:
    """The one period that both labels name together, and neither the same alone."""
    head, both = upper.printed_label, f"{upper.printed_label} {lower.printed_label}"
    named = mentions(both, calendar)
    if not head or not lower.label_text.plain.strip() or len(named) != 1:
        return None
    (period,) = named
    return period if period.start == 0 and len(head) < period.end == len(both.rstrip(" .:")) else None


def _copies(upper: Sequence[RowFigure], lower: Sequence[RowFigure]) -> bool:
    """Whether the lower row prints nothing, or the columns of the upper one again."""
    return {item.column for item in lower} <= {item.column for item in upper}
