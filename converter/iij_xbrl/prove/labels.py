"""What the words of a page say about its figures, against the figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iij_xbrl.facts import Occurrence
from iij_xbrl.map.labels import key
from iij_xbrl.prove.findings import Finding
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy

_INCOME = re.compile(r"\b(?:net )?(?:income|gains?|profit)\b", re.IGNORECASE)
_LOSS = re.compile(r"\b(?:loss|losses|deficit|expenses?)\b", re.IGNORECASE)
_INFLOW = re.compile(r"^(?:proceeds\b|net increase\b(?!.*\bdecrease))", re.IGNORECASE)
_OUTFLOW = re.compile(r"^net decrease\b(?!.*\bincrease)", re.IGNORECASE)
_EITHER = re.compile(r"\((?:loss|losses|income|gains?|benefit|expense)[^)]*\)", re.IGNORECASE)


def label_findings(report: Report, taxonomy: Taxonomy) -> Iterator[Finding]:
    """Labels that the figures contradict: another line's, or another direction's."""
    occurrences = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    contradicted: dict[tuple[int, str], list[Occurrence]] = {}
    for occurrence in occurrences:
        if "is contradicted" in occurrence.reason:
            contradicted.setdefault((occurrence.span.line, occurrence.reason), []).append(occurrence)
    for (_, reason), found in contradicted.items():
        by_period = reason.startswith("the row's period")
        code, expected = (
            ("wrong-period-label", str(found[0].point.period))
            if by_period
            else ("wrong-line-label", found[0].point.concept)
        )
        yield Finding(code, "error", reason, "label", tuple(found), (), expected)
    printed = {(line.concept, key(label)) for place in taxonomy.places for line in place.lines for label in line.labels}
    yield from _directions([item for item in occurrences if (item.point.concept, key(item.label)) in printed])
    yield from _flows(item for item in occurrences if item.place)


def _directions(occurrences: list[Occurrence]) -> Iterator[Finding]:
    """An income or gain by its label whose data point is negative, where the printed sign does not say so."""
    rows: dict[int, list[Occurrence]] = {}
    for occurrence in occurrences:
        plain_income = _INCOME.search(occurrence.label) and not _LOSS.search(_EITHER.sub("", occurrence.label))
        if plain_income and not _EITHER.search(occurrence.label) and occurrence.value < 0 < occurrence.printed:
            rows.setdefault(occurrence.span.line, []).append(occurrence)
    for found in rows.values():
        label = found[0].label
        message = f"{label!r} stands beside figures that are losses"
        yield Finding("wrong-direction", "warning", message, "label", tuple(found), ())


def _flows(occurrences: Iterable[Occurrence]) -> Iterator[Finding]:
    """Proceeds and net increases that are negative, net decreases that are positive: the row may be another line's."""
    for item in occurrences:
        against = _INFLOW.search(item.label) if item.value < 0 else _OUTFLOW.search(item.label) if item.value else None
        if against:
            message = f"{item.label!r} stands beside {item.text}, which goes the other way"
            yield Finding("wrong-direction", "warning", message, "label", (item,), ())
