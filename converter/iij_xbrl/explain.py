"""Why a figure is the fact that it is: its header, its row, the line of the taxonomy, and where else it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from iij_xbrl.errors import InputError, UsageError
from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.map import MappedTable, Reading
from iij_xbrl.pipeline import mapped_tables, report_of
from iij_xbrl.read import read
from iij_xbrl.report import Report
from iij_xbrl.report.ids import occurrence_ids
from iij_xbrl.taxonomy.index import Taxonomy

_ID = re.compile(r"f\.r_l(\d+)c(\d+)[a-z]*\d*\.v")
_PLACE = re.compile(r"(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure, explained: `why` holds what gave each part of the fact, as (part, source) pairs."""

    quoted: str
    item: Occurrence | Leftover
    fact_id: str
    why: tuple[tuple[str, str], ...]
    others: tuple[Occurrence, ...]


def explain(path: Path, taxonomy: Taxonomy, where: str) -> tuple[Explanation, ...]:
    """Explain the figure of a fact id (`f.r_l12c34.v`) or at `line:column`, both counted from 1 as editors do.

    Raises UsageError where `where` is neither, InputError where no number stands there.
    """
    line, column = _target(where)
    document = read(path)
    report = report_of(document, taxonomy)
    printed: list[Occurrence | Leftover] = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    items = [
        item
        for item in [*printed, *report.leftovers]
        if item.span.line == line and item.span.start <= column < max(item.span.end, item.span.start + 1)
    ]
    if not items:
        raise InputError(f"{path}:{line}:{column + 1}: no number stands here; take the line and column from the trace")
    source = path.read_text(encoding="utf-8-sig").split("\n")[line - 1]
    tables = mapped_tables(document, taxonomy)
    return tuple(_explained(item, source, tables, report) for item in items)


def _target(where: str) -> tuple[int, int]:
    by_id = _ID.fullmatch(where)
    if by_id:
        return int(by_id.group(1)), int(by_id.group(2))
    by_place = _PLACE.fullmatch(where)
    if by_place:
        return int(by_place.group(1)), int(by_place.group(2)) - 1
    raise UsageError(f"{where!r} is neither a fact id such as f.r_l12c34.v nor line:column such as 12:35")


def _explained(
    item: Occurrence | Leftover, source: str, tables: tuple[MappedTable, ...], report: Report
) -> Explanation:
    why: list[tuple[str, str]] = []
    for table in tables:
        for reading in table.readings:
            if reading.figure.span == item.span:
                why = _sources(table, reading)
    if not isinstance(item, Occurrence):
        return Explanation(source, item, "", tuple(why), ())
    everywhere = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    others = [other for other in everywhere if other.point == item.point and other.span != item.span]
    return Explanation(source, item, occurrence_ids(everywhere)[item], tuple(why), tuple(others))


def _sources(table: MappedTable, reading: Reading) -> list[tuple[str, str]]:
    column = table.table.column(reading.column)
    row = table.table.rows[reading.row]
    found = [("table", f"{table.table.number}: {table.table.section.path}"), ("row label", row.printed_label)]
    if column is not None:
        header = " / ".join(text for text in _header_texts(table, reading.column) if text)
        found.append(("column header", header or "(none)"))
        found.append(("column is", column.role + (f", {column.period.period}" if column.period else "")))
    match = reading.match
    if match.place is not None and match.line is not None:
        line = match.place.lines[match.line]
        found.append(("place", match.place.role))
        found.append(("line", f"{line.concept or 'a heading'}, printed as {', '.join(map(repr, line.labels))}"))
        found.append(("sign", line.verb))
    return found


def _header_texts(table: MappedTable, column: int) -> list[str]:
    return [cells[column].text.plain.strip() for cells in table.table.headers if len(cells) > column]
