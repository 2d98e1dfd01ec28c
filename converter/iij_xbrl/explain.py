"""Why a figure is the fact that it is: header, row and line of the taxonomy, or subject and time; relations; places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from iij_xbrl.errors import InputError, UsageError
from iij_xbrl.facts import Leftover, Occurrence, Outcome
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.map import MappedTable, Reading
from iij_xbrl.map.sources import Concept, Listed, Phrase, Quoted, Source, TableOf
from iij_xbrl.pipeline import Mapped, mapped_figures, read_release, report_from
from iij_xbrl.prove.check import Check, Checked, Release, check
from iij_xbrl.prove.corrections import Correction
from iij_xbrl.prove.errata import Errata
from iij_xbrl.read.document import Quotation
from iij_xbrl.read.origins import Origin, parse_origin, place_in
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.report import list_relations
from iij_xbrl.report import Report
from iij_xbrl.report.ids import ids_in_order, undetermined_id
from iij_xbrl.taxonomy.index import Taxonomy

_SIGNS = " ()%"
_ID = re.compile(r"f\.r_\w+\.v")
_MOST_NEAR = 12  # numbers that are listed where none stands


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure, explained.

    Attributes:
        quoted: its row of the page.
        item: what it became.
        why: what gave each part of the fact, as (part, source) pairs.
        others: the other occurrences of its data point.
        relations: the relations that it takes part in, as evaluated.
        findings: the contradictions that it takes part in, those that the errata decide among them.
        correction: what the errata make of it, if they do.
    """

    quoted: Quotation
    item: Outcome
    fact_id: str
    why: tuple[Source, ...]
    others: tuple[Occurrence, ...] = ()
    relations: tuple[Evaluation, ...] = ()
    findings: tuple[Checked, ...] = ()
    correction: Correction | None = None


def explain(
    path: Path,
    taxonomy: Taxonomy,
    where: str,
    errata: Errata | None = None,
    today: date | None = None,
    input_format: str = "",
    limits: Limits = LIMITS,
    *,
    any_issuer: bool = False,
) -> tuple[Explanation, ...]:
    """Explain the figure of a fact id (`f.r_l12c34.v`) or at a place, as `check` and the trace print places.

    For `errata` and `today` see `prove.check.check`.

    Raises UsageError where `where` is neither, InputError where no number stands there (it names those that are near),
    or where the release is not the issuer's and `any_issuer` is not set.
    """
    place = parse_origin(where)
    printed = where.strip(_SIGNS) if place is None and not _ID.fullmatch(where) else ""
    if printed and not printed[:1].isdigit():
        raise UsageError(
            f"{where!r} is neither a fact id such as f.r_l12c34.v, nor a place such as 12:35, p3:96,346 or Balance!C5,"
            " nor a figure as printed"
        )
    document = read_release(path, taxonomy, input_format, limits, any_issuer=any_issuer)
    mapped = mapped_figures(document, taxonomy)
    report = report_from(mapped, document, taxonomy)
    ids: dict[Outcome, str] = {dash: undetermined_id(dash) for dash in report.undetermined}
    for item, id_ in ids_in_order(report).items():
        ids[item] = id_
    if printed:
        items = [item for item in (*ids, *report.leftovers) if item.text.strip(_SIGNS) == printed]
    elif place is None:
        items = [item for item, id_ in ids.items() if id_ == where]
    else:
        items = [item for item in (*ids, *report.leftovers) if item.span.origin.holds(place)]
    if not items:
        raise InputError(
            f"{path}: no number is printed as {where}"
            if printed
            else _nothing(path, where, place, [*ids, *report.leftovers])
        )
    sources = _Sources(mapped, report, list_relations(report, taxonomy))
    checked = check(Release(path, document, report), taxonomy, errata, today, limits)
    found = (sources.explain(item, document.quote(item.span), ids.get(item, "")) for item in items)
    return tuple(_with_findings(explanation, checked) for explanation in found)


def _with_findings(explanation: Explanation, checked: Check) -> Explanation:
    """An explanation with the findings at its figure, and what was decided on it."""
    span = explanation.item.span
    here = [
        item for item in (*checked.found, *checked.decided) if any(place.span == span for place in item.finding.places)
    ]
    made = next((item for item in checked.corrections if item.printed.span == span), None)
    return replace(explanation, findings=tuple(here), correction=made)


def _nothing(path: Path, where: str, place: Origin | None, items: Sequence[Outcome]) -> str:
    """That no number stands at a place, and which stand near it."""
    if place is None:
        return f"{path}: no fact has the id {where}; the trace lists the ids"
    near = sorted({item.span for item in items if item.span.origin.is_near(place)})
    more = f" and {len(near) - _MOST_NEAR} more" if len(near) > _MOST_NEAR else ""
    found = ", ".join(str(span.origin) for span in near[:_MOST_NEAR]) + more if near else "none"
    return f"{place_in(path, place)}: no number stands here; those near it stand at {found}"


@dataclass(frozen=True, slots=True)
class _Sources:
    """What an explanation draws on."""

    mapped: Mapped
    report: Report
    relations: tuple[Evaluation, ...]

    def explain(self, item: Outcome, quoted: Quotation, fact_id: str) -> Explanation:
        """The explanation of an item in its row."""
        why = list(self.mapped.prose.sources.get(item.span, ()))
        for table in self.mapped.tables:
            for reading in table.readings:
                if reading.figure.span == item.span:
                    why = _sources(table, reading)
        if isinstance(item, Leftover):
            return Explanation(quoted, item, "", tuple(why))
        everywhere = [occurrence for fact in self.report.facts for occurrence in fact.occurrences]
        others = [other for other in everywhere if other.point == item.point and other.span != item.span]
        bound = [found for found in self.relations if found.state != "not evaluable" and item.point in found.points]
        return Explanation(quoted, item, fact_id, tuple(why), tuple(others), tuple(bound))


def _sources(table: MappedTable, reading: Reading) -> list[Source]:
    column = table.table.column(reading.column)
    row = table.table.rows[reading.row]
    number, path = table.table.number, table.table.section.path
    found: list[Source] = [("table", f"{number}: {path}"), ("row label", row.printed_label)]
    if column is not None:
        header = " / ".join(text for text in _header_texts(table, reading.column) if text)
        found.append(("column header", header or Phrase("(none)")))
        period = (str(column.period.period),) if column.period else ()
        found.append(("column is", Listed((Phrase(column.role), *period))))
    match = reading.match
    if match.place is not None and match.line is not None:
        line = match.place.lines[match.line]
        of_line = Concept(line.concept) if line.concept else Phrase("a heading")
        labels = Listed(tuple(map(Quoted, line.labels)))
        found.append(("place", TableOf(match.place.role)))
        found.append(("line", Phrase("{line}, printed as {labels}", (("line", of_line), ("labels", labels)))))
        found.append(("sign", Phrase(line.verb)))
    return found


def _header_texts(table: MappedTable, column: int) -> Iterator[str]:
    """What each header row says over a column; a cell that stands over several is printed above the first of them."""
    for cells in table.table.headers:
        over = (cell.text.plain.strip() for cell in reversed(cells[1 : column + 1]))
        yield next(filter(None, over), "")
