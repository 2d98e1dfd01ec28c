"""What the words of a page say about its figures, against the figures: lines, periods, units and ways to write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal

from iij_xbrl.extract.numbers import MISSPELT, POINTS, SEPARATORS
from iij_xbrl.facts import RATE, Leftover, Occurrence
from iij_xbrl.map.prose.resolve import CALLED_PERCENT
from iij_xbrl.map.refusals import MAY_BE_COMMA, NO_SCALE, POINT_FOR_COMMA, RATE_OF_ANOTHER_DAY, SCALE_LEFT_OUT
from iij_xbrl.prove.causes import Cause
from iij_xbrl.prove.findings import Finding, Severity
from iij_xbrl.prove.graph import Graph
from iij_xbrl.read.document import RowKey
from iij_xbrl.reconcile.damage import POINT_IN_COLUMN
from iij_xbrl.reconcile.directions import SIGN_UNSETTLED
from iij_xbrl.reconcile.periods import NO_PERIOD
from iij_xbrl.report import Report

_ILL_WRITTEN: dict[str, tuple[str, Cause]] = {
    MAY_BE_COMMA: ("unread-number", "decimal point for comma"),
    POINT_IN_COLUMN: ("unread-number", "decimal point for comma"),
    POINTS: ("unread-number", "decimal point for comma"),
    SEPARATORS: ("unread-number", ""),
    MISSPELT: ("unread-number", "label"),
    NO_SCALE: ("unread-number", "scale"),
    SIGN_UNSETTLED: ("wrong-direction", "label"),
    NO_PERIOD: ("wrong-period-label", "label"),
}
"""Why figures are no facts that say how they are written wrongly: with the code and the cause of the finding."""

_MISREAD: dict[str, Cause] = {
    POINT_FOR_COMMA: "decimal point for comma",
    SCALE_LEFT_OUT: "scale",
    MISSPELT: "label",
}
"""How figures that are facts on evidence are written wrongly, with the cause of the finding."""

_SCALES = {3: "thousand", 6: "million", 9: "billion"}
_NO_LINE = "no line of "
_LONG, _ENOUGH = 4, 2  # digits of figures that two lines hardly share by chance, and how many of them tell
_PRINTED_TWICE = "printed twice"
_DAMAGED = ("damaged", _PRINTED_TWICE)


def label_findings(report: Report, graph: Graph) -> Iterator[Finding]:
    """Labels of another line or period, percent for percentage points, and numbers that are written wrongly."""
    occurrences = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    yield from _contradicted(occurrences)
    yield from _percents(occurrences, graph)
    damaged = frozenset(item.section for item in report.leftovers if item.reason.startswith(_DAMAGED))
    yield from _misread(occurrences, damaged)
    yield from _unread(report.leftovers)
    yield from _misdated(report, occurrences)
    yield from _mislabelled(report.leftovers, occurrences)


def _contradicted(occurrences: Iterable[Occurrence]) -> Iterator[Finding]:
    """Labels that were outranked when the page was read."""
    contradicted: dict[tuple[RowKey | None, str, str], list[Occurrence]] = {}
    for occurrence in occurrences:
        if "is contradicted" in occurrence.reason:
            row = None if occurrence.reason.startswith("the column") else occurrence.span.row_key
            contradicted.setdefault((row, occurrence.section, occurrence.reason), []).append(occurrence)
    for (_, _, reason), found in contradicted.items():
        point = found[0].point
        by_period = reason.startswith(("the row's period", "the column's period"))
        code, expected = ("period", str(point.period)) if by_period else ("line", point.concept)
        yield Finding(f"wrong-{code}-label", "error", reason, "label", tuple(found), (), expected)


def _percents(occurrences: Iterable[Occurrence], graph: Graph) -> Iterator[Finding]:
    """Changes of a ratio that are called percent; proven where the ratios of both periods give the points."""
    for item in occurrences:
        if item.reason == CALLED_PERCENT:
            held = [found for found in graph.held(graph.speaker(item.point)) if found.points[0] == item.point]
            others = tuple(graph.facts[point].occurrence for found in held for point in found.points[1:])
            message = f"{item.text} is a change in percentage points, not in percent"
            severity: Severity = "error" if held else "warning"
            against, expected = tuple(dict.fromkeys(others)), f"{item.text} percentage points"
            yield Finding("percent-for-points", severity, message, "label", (item,), against, expected)


def _misread(occurrences: Iterable[Occurrence], damaged: Container[str]) -> Iterator[Finding]:
    """Numbers that were read otherwise than they are written; in sections that a conversion damaged, it may be that."""
    for item in occurrences:
        is_damaged = item.section in damaged or _PRINTED_TWICE in item.reason
        severity: Severity = "warning" if is_damaged else "error"
        for how, cause in _MISREAD.items():
            if how in item.reason:
                expected = _as_written(item, how)
                message = f"{item.text} was read as {expected}: {item.reason}"
                yield Finding("misread-number", severity, message, cause, (item,), (), expected)


def _as_written(item: Occurrence, how: str) -> str:
    """A misread figure as it should be written."""
    if how == SCALE_LEFT_OUT:
        return f"{item.text} {_SCALES[_magnitude(item)]}"
    if how == MISSPELT:
        return f"{item.point.unit.removeprefix('iso4217:')}{item.text}"
    return item.text.replace(".", ",")


def _magnitude(item: Occurrence) -> int:
    """The power of ten by which a figure counts more than its digits say."""
    return item.printed.adjusted() - Decimal(item.text.replace(",", "")).adjusted()


def _unread(leftovers: Iterable[Leftover]) -> Iterator[Finding]:
    """Figures that are no facts, because of how they or the words beside them are written; those of a row together."""
    rows: dict[tuple[RowKey, str], list[Leftover]] = {}
    for item in leftovers:
        for reason in _ILL_WRITTEN:
            if item.status == "unmapped" and reason in item.reason:
                rows.setdefault((item.span.row_key, reason), []).append(item)
    for (_, reason), found in rows.items():
        code, cause = _ILL_WRITTEN[reason]
        message = f"{', '.join(item.text for item in found)} not read: {found[0].reason}"
        yield Finding(code, "warning", message, cause, (), (), unread=tuple(found))


def _misdated(report: Report, occurrences: Iterable[Occurrence]) -> Iterator[Finding]:
    """Words that name a period which cannot be meant, and a rate of another day that is printed for the right one."""
    for item in report.misdated:
        message = f"{item.text!r}: {item.reason}"
        yield Finding("wrong-period-words", "error", message, "label", (), (), unread=(item,))
    rates: dict[str, Occurrence] = {}
    for occurrence in occurrences:
        if RATE in occurrence.point.unit:
            rates.setdefault(occurrence.text, occurrence)
    for left in report.leftovers:
        rate = rates.get(left.text)
        if rate and left.reason.startswith(RATE_OF_ANOTHER_DAY):
            message = f"{left.text} is {left.reason}; {rate.span.origin.words} has it for {rate.point.period}"
            expected = str(rate.point.period)
            yield Finding("wrong-period-words", "error", message, "label", (), (rate,), expected, unread=(left,))


def _mislabelled(leftovers: Iterable[Leftover], occurrences: Sequence[Occurrence]) -> Iterator[Finding]:
    """Rows whose label is no line of their table, with two or more long figures that one concept has elsewhere."""
    rows: defaultdict[RowKey, list[Leftover]] = defaultdict(list)
    for item in leftovers:
        if item.reason.startswith(_NO_LINE) and sum(map(str.isdigit, item.text)) >= _LONG:
            rows[item.span.row_key].append(item)
    texts = {item.text for found in rows.values() for item in found}
    printed: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if occurrence.text in texts:
            printed[occurrence.text].append(occurrence)
    for found in rows.values():
        same: defaultdict[str, dict[str, Occurrence]] = defaultdict(dict)
        for item in found:
            for occurrence in printed[item.text]:
                same[occurrence.point.concept].setdefault(item.text, occurrence)
        fitting = [concept for concept, by_text in same.items() if len(by_text) >= _ENOUGH]
        if len(fitting) == 1:
            others = tuple(same[fitting[0]].values())
            message = f"{found[0].label!r} is no line here; its figures are those of {fitting[0]}"
            yield Finding("wrong-line-label", "warning", message, "label", (), others, fitting[0], unread=tuple(found))
