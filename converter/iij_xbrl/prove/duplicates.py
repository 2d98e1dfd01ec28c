"""Data points that are printed several times: do the places agree, differ by what rounding forces, or contradict?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from iij_xbrl.facts import Occurrence, agree, last_digit
from iij_xbrl.prove.findings import Finding
from iij_xbrl.prove.search.forced_sums import how_rounded, is_forced
from iij_xbrl.prove.search.graph import Agreement, Figure, Graph
from iij_xbrl.prove.wording import as_printed, labelled, named
from iij_xbrl.read.document import RowKey
from iij_xbrl.report import Report

_ENOUGH_FIGURES = 2


def agreements(report: Report, graph: Graph) -> list[Agreement]:
    """What contradicts the figures that speak for their data points."""
    found = []
    for fact in report.facts:
        off = [other for other in fact.occurrences if _contradicts(fact.occurrence, other, graph)]
        found += [Agreement(graph.speaker(fact.point), Figure(alike)) for alike in _alike(off)]
    return found


def _alike(occurrences: Sequence[Occurrence]) -> Iterator[list[Occurrence]]:
    """Places in groups: the first, and those that agree with it; the first of what is left, and so on."""
    order = sorted(range(len(occurrences)), key=lambda at: occurrences[at].value)
    values = [occurrences[at].value for at in order]
    coarsest = max(map(last_digit, occurrences), default=Decimal(0))
    left = dict.fromkeys(range(len(occurrences)))
    for at, first in enumerate(occurrences):
        if at not in left:
            continue
        start, end = bisect_left(values, first.value - coarsest), bisect_right(values, first.value + coarsest)
        near = sorted(other for other in order[start:end] if other in left and agree(first, occurrences[other]))
        for other in near:
            del left[other]
        yield [occurrences[other] for other in near]


def roundings(report: Report, graph: Graph) -> Iterator[Finding]:
    """The data points whose places differ by what rounding forces."""
    for fact in report.facts:
        first = fact.occurrence
        off = [item for item in fact.occurrences if not _is_rounded(first, item)]
        off = [item for item in off if not _contradicts(first, item, graph)]
        if off:
            others = tuple(item for item in fact.occurrences if _is_rounded(first, item))
            yield _rounded(off, others, first, graph)


def _rounded(off: Sequence[Occurrence], others: tuple[Occurrence, ...], first: Occurrence, graph: Graph) -> Finding:
    """That places differ by what rounding forces: the column closes only so, or the figure is cut off."""
    said = f"{labelled(off[0])}, but {first.text} on {first.span.origin.words} ({named(first.point)})"
    how = how_rounded(off[0], first.value, graph)
    expected = as_printed(off[0], first.value)
    return Finding(
        "inconsistent-duplicate",
        "rounding",
        f"{said}: {how}",
        "rounding",
        tuple(off),
        others,
        "" if expected == off[0].text else expected,
        named_by=first.text,
        how=how,
    )


def moved_rows(report: Report, found: Iterable[Agreement]) -> Iterator[tuple[tuple[Occurrence, ...], Finding]]:
    """Rows of which all figures that contradict others agree with the same data points of one other period."""
    points = {fact.point: fact for fact in report.facts}
    periods = sorted({fact.point.period for fact in report.facts})
    rows: defaultdict[RowKey, list[Occurrence]] = defaultdict(list)
    for agreement in found:
        for occurrence in agreement.other:
            rows[occurrence.span.row_key].append(occurrence)
    for disputed in rows.values():
        if len({item.point for item in disputed}) < _ENOUGH_FIGURES:
            continue
        for period in periods:
            elsewhere = [points.get(replace(item.point, period=period)) for item in disputed]
            same = [
                fact.occurrence
                for fact, item in zip(elsewhere, disputed, strict=True)
                if fact and period != item.point.period and agree(item, fact.occurrence)
            ]
            if len(same) == len(disputed):
                yield tuple(disputed), _moved(disputed, same, str(period))
                break


def _moved(disputed: Sequence[Occurrence], elsewhere: Sequence[Occurrence], period: str) -> Finding:
    said = disputed[0].point.period
    return Finding(
        code="wrong-period-label",
        severity="error",
        message=f"the row says {said}, but its figures are those of {period}",
        cause="label",
        suspects=tuple(disputed),
        others=tuple(elsewhere),
        expected=period,
    )


def _is_rounded(one: Occurrence, other: Occurrence) -> bool:
    """Whether the coarser of two places is the finer one rounded: at most half a unit of its last digit apart."""
    return abs(one.value - other.value) <= max(last_digit(one), last_digit(other)) / 2


def _contradicts(one: Occurrence, other: Occurrence, graph: Graph) -> bool:
    """Whether two places differ by more than one unit of the coarser one's last digit, or in sign.

    Two units are what rounding forces where the coarser figure's column adds up with the printed figure only.
    """
    if agree(one, other):
        return False
    unit, gap = max(last_digit(one), last_digit(other)), abs(one.value - other.value)
    if one.value * other.value < 0:
        return True
    return gap > unit and not (gap <= 2 * unit and (is_forced(other, one, graph) or is_forced(one, other, graph)))
