"""Why a figure is the fact that it is: header, row and line of the taxonomy, or subject and time; relations; places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iij_xbrl.errors import InputError, UsageError
from iij_xbrl.facts import Leftover, Occurrence, Undetermined
from iij_xbrl.map import MappedTable, Reading
from iij_xbrl.pipeline import Mapped, mapped_figures, report_from
from iij_xbrl.read import read
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.report import list_relations
from iij_xbrl.report import Report
from iij_xbrl.report.ids import occurrence_ids, undetermined_id
from iij_xbrl.taxonomy.index import Taxonomy

Item = Occurrence | Undetermined | Leftover

_ID = re.compile(r"f\.r_l(\d+)c(\d+)[a-z]*\d*\.v")
_PLACE = re.compile(r"(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure, explained.

    Attributes:
        quoted: its line of the source.
        item: what it became.
        why: what gave each part of the fact, as (part, source) pairs.
        others: the other occurrences of its data point.
        relations: the relations that it takes part in, as evaluated.
    """

    quoted: str
    item: Occurrence | Undetermined | Leftover
    fact_id: str
    why: tuple[tuple[str, str], ...]
    others: tuple[Occurrence, ...] = ()
    relations: tuple[Evaluation, ...] = ()


def explain(path: Path, taxonomy: Taxonomy, where: str) -> tuple[Explanation, ...]:
    """Explain the figure of a fact id (`f.r_l12c34.v`) or at `line:column`, both counted from 1 as editors do.

    Raises UsageError where `where` is neither, InputError where no number stands there; it names those on the line.
    """
    line, column = _target(where)
    document = read(path)
    mapped = mapped_figures(document, taxonomy)
    report = report_from(mapped, document, taxonomy)
    ids: dict[Item, str] = {dash: undetermined_id(dash) for dash in report.undetermined}
    for item, id_ in occurrence_ids(item for fact in report.facts for item in fact.occurrences).items():
        ids[item] = id_
    on_line = [item for item in (*ids, *report.leftovers) if item.span.line == line]
    items = [item for item in on_line if item.span.start <= column < max(item.span.end, item.span.start + 1)]
    if not items:
        starts = sorted({item.span.start + 1 for item in on_line})
        near = "at " + ", ".join(map(str, starts)) if starts else "none"
        raise InputError(f"{path}:{line}:{column + 1}: no number stands here; on this line they start {near}")
    source = path.read_text(encoding="utf-8-sig").split("\n")[line - 1]
    sources = _Sources(mapped, report, list_relations(report, taxonomy))
    return tuple(sources.explain(item, source, ids.get(item, "")) for item in items)


def _target(where: str) -> tuple[int, int]:
    by_id = _ID.fullmatch(where)
    if by_id:
        return int(by_id.group(1)), int(by_id.group(2))
    by_place = _PLACE.fullmatch(where)
    if by_place:
        return int(by_place.group(1)), int(by_place.group(2)) - 1
    raise UsageError(f"{where!r} is neither a fact id such as f.r_l12c34.v nor line:column such as 12:35")


@dataclass(frozen=True, slots=True)
class _Sources:
    """What an explanation draws on."""

    mapped: Mapped
    report: Report
    relations: tuple[Evaluation, ...]

    def explain(self, item: Item, source: str, fact_id: str) -> Explanation:
        """The explanation of an item on a line of the source."""
        why = list(self.mapped.prose.sources.get(item.span, ()))
        for table in self.mapped.tables:
            for reading in table.readings:
                if reading.figure.span == item.span:
                    why = _sources(table, reading)
        if isinstance(item, Leftover):
            return Explanation(source, item, "", tuple(why))
        everywhere = [occurrence for fact in self.report.facts for occurrence in fact.occurrences]
        others = [other for other in everywhere if other.point == item.point and other.span != item.span]
        bound = [found for found in self.relations if found.state != "not evaluable" and item.point in found.points]
        return Explanation(source, item, fact_id, tuple(why), tuple(others), tuple(bound))


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


def _header_texts(table: MappedTable, column: int) -> Iterator[str]:
    """What each header row says over a column; a cell that stands over several is printed above the first of them."""
    for cells in table.table.headers:
        over = (cell.text.plain.strip() for cell in reversed(cells[1 : column + 1]))
        yield next(filter(None, over), "")
