"""What the words of a page say about its figures, against the figures: lines, periods, units and ways to write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from iij_xbrl.facts import RATE, Leftover, Occurrence
from iij_xbrl.prove.findings import Finding, Severity
from iij_xbrl.prove.search.causes import Cause
from iij_xbrl.prove.search.graph import Graph
from iij_xbrl.read.document import RowKey
from iij_xbrl.reasons import evidence, prose, tables, withdrawn, written
from iij_xbrl.reasons.base import Reason, part, said
from iij_xbrl.reasons.render import sentence
from iij_xbrl.reconcile.lookalikes import with_digits
from iij_xbrl.report import Report

_ILL_WRITTEN: Mapping[type[Reason], tuple[str, Cause]] = {
    written.MayBeComma: ("unread-number", "decimal point for comma"),
    written.PointInColumn: ("unread-number", "decimal point for comma"),
    written.PointsForCommas: ("unread-number", "decimal point for comma"),
    written.BrokenGroups: ("unread-number", ""),
    written.TooManyDigits: ("unread-number", ""),
    written.MisspeltCurrency: ("unread-number", "label"),
    written.AmountWithoutScale: ("unread-number", "scale"),
    withdrawn.SignUnsettled: ("wrong-direction", "label"),
    withdrawn.NoPeriodFits: ("wrong-period-label", "label"),
}
"""Why figures are no facts that say how they are written wrongly: with the code and the cause of the finding."""

_MISREAD: Mapping[type[Reason], Cause] = {
    evidence.PointForComma: "decimal point for comma",
    evidence.LettersForDigits: "one digit",
    evidence.ScaleLeftOut: "scale",
    written.MisspeltCurrency: "label",
}
"""How figures that are facts on evidence are written wrongly, with the cause of the finding."""

_SCALES = {3: "thousand", 6: "million", 9: "billion"}
_LONG, _ENOUGH = 4, 2  # digits of figures that two lines hardly share by chance, and how many of them tell
_DAMAGED = (
    written.DamagedCell,
    written.PointInColumn,
    withdrawn.DamagedZone,
    withdrawn.AddsUpElsewhere,
    withdrawn.TwiceMisread,
)


def label_findings(report: Report, graph: Graph) -> Iterator[Finding]:
    """Labels of another line or period, percent for percentage points, and numbers that are written wrongly."""
    occurrences = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    yield from _contradicted(occurrences)
    yield from _percents(occurrences, graph)
    damaged = frozenset(item.section for item in report.leftovers if said(item.reason, *_DAMAGED))
    yield from _misread(occurrences, damaged)
    yield from _unread(report.leftovers)
    yield from _misdated(report, occurrences)
    yield from _mislabelled(report.leftovers, occurrences)


def _contradicted(occurrences: Iterable[Occurrence]) -> Iterator[Finding]:
    """Labels that were outranked when the page was read."""
    contradicted: dict[tuple[RowKey | None, str, Reason], list[Occurrence]] = {}
    for occurrence in occurrences:
        reason = occurrence.reason
        if reason and said(reason, evidence.LabelContradicted, evidence.PeriodContradicted):
            period = part(reason, evidence.PeriodContradicted)
            row = None if period and period.of == "column" else occurrence.span.row_key
            contradicted.setdefault((row, occurrence.section, reason), []).append(occurrence)
    for (_, _, reason), found in contradicted.items():
        point = found[0].point
        by_period = said(reason, evidence.PeriodContradicted)
        code, expected = ("period", str(point.period)) if by_period else ("line", point.concept)
        yield Finding(f"wrong-{code}-label", "error", sentence(reason), "label", tuple(found), (), expected)


def _percents(occurrences: Iterable[Occurrence], graph: Graph) -> Iterator[Finding]:
    """Changes of a ratio that are called percent; proven where the ratios of both periods give the points."""
    for item in occurrences:
        if said(item.reason, evidence.CalledPercent):
            held = [found for found in graph.held(graph.speaker(item.point)) if found.points[0] == item.point]
            others = tuple(graph.facts[point].occurrence for found in held for point in found.points[1:])
            message = f"{item.text} is a change in percentage points, not in percent"
            severity: Severity = "error" if held else "warning"
            against, expected = tuple(dict.fromkeys(others)), f"{item.text} percentage points"
            yield Finding("percent-for-points", severity, message, "label", (item,), against, expected)


def _misread(occurrences: Iterable[Occurrence], damaged: Container[str]) -> Iterator[Finding]:
    """Numbers that were read otherwise than they are written; in sections that a conversion damaged, it may be that."""
    for item in occurrences:
        if not item.reason:
            continue
        is_damaged = item.section in damaged or said(item.reason, evidence.PrintedTwice)
        severity: Severity = "warning" if is_damaged else "error"
        for how, cause in _MISREAD.items():
            if said(item.reason, how):
                expected = _as_written(item, how)
                message = f"{item.text} was read as {expected}: {sentence(item.reason)}"
                yield Finding("misread-number", severity, message, cause, (item,), (), expected)


def _as_written(item: Occurrence, how: type[Reason]) -> str:
    """A misread figure as it should be written."""
    if how is evidence.LettersForDigits:
        return with_digits(item.text)
    if how is evidence.ScaleLeftOut:
        return f"{item.text} {_SCALES[_magnitude(item)]}"
    if how is written.MisspeltCurrency:
        return f"{item.point.unit.removeprefix('iso4217:')}{item.text}"
    return item.text.replace(".", ",")


def _magnitude(item: Occurrence) -> int:
    """The power of ten by which a figure counts more than its digits say."""
    return item.printed.adjusted() - Decimal(item.text.replace(",", "")).adjusted()


def _unread(leftovers: Iterable[Leftover]) -> Iterator[Finding]:
    """Figures that are no facts, because of how they or the words beside them are written; those of a row together."""
    rows: dict[tuple[RowKey, type[Reason]], list[Leftover]] = {}
    for item in leftovers:
        for kind in _ILL_WRITTEN:
            if item.status == "unmapped" and said(item.reason, kind):
                rows.setdefault((item.span.row_key, kind), []).append(item)
    for (_, kind), found in rows.items():
        code, cause = _ILL_WRITTEN[kind]
        message = f"{', '.join(item.text for item in found)} not read: {sentence(found[0].reason)}"
        yield Finding(code, "warning", message, cause, (), (), unread=tuple(found))


def _misdated(report: Report, occurrences: Iterable[Occurrence]) -> Iterator[Finding]:
    """Words that name a period which cannot be meant, and a rate of another day that is printed for the right one."""
    for item in report.misdated:
        message = f"{item.text!r}: {sentence(item.reason)}"
        yield Finding("wrong-period-words", "error", message, "label", (), (), unread=(item,))
    rates: dict[str, Occurrence] = {}
    for occurrence in occurrences:
        if RATE in occurrence.point.unit:
            rates.setdefault(occurrence.text, occurrence)
    for left in report.leftovers:
        rate = rates.get(left.text)
        if rate and said(left.reason, prose.RateOfAnotherDay):
            message = f"{left.text} is {sentence(left.reason)}; {rate.span.origin.words} has it for {rate.point.period}"
            expected = str(rate.point.period)
            yield Finding("wrong-period-words", "error", message, "label", (), (rate,), expected, unread=(left,))


def _mislabelled(leftovers: Iterable[Leftover], occurrences: Sequence[Occurrence]) -> Iterator[Finding]:
    """Rows whose label is no line of their table, with two or more long figures that one concept has elsewhere."""
    rows: defaultdict[RowKey, list[Leftover]] = defaultdict(list)
    for item in leftovers:
        if said(item.reason, tables.NoLine) and sum(map(str.isdigit, item.text)) >= _LONG:
            rows[item.span.row_key].append(item)
    texts = {item.text for found in rows.values() for item in found}
    printed: defaultdict[str, dict[str, Occurrence]] = defaultdict(dict)
    for occurrence in occurrences:
        if occurrence.text in texts:
            printed[occurrence.text].setdefault(occurrence.point.concept, occurrence)
    for found in rows.values():
        same: defaultdict[str, dict[str, Occurrence]] = defaultdict(dict)
        for item in found:
            for concept, occurrence in printed[item.text].items():
                same[concept].setdefault(item.text, occurrence)
        fitting = [concept for concept, by_text in same.items() if len(by_text) >= _ENOUGH]
        if len(fitting) == 1:
            others = tuple(same[fitting[0]].values())
            message = f"{found[0].label!r} is no line here; its figures are those of {fitting[0]}"
            yield Finding("wrong-line-label", "warning", message, "label", (), others, fitting[0], unread=tuple(found))
