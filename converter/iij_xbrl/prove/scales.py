"""Amounts of sentences and labels in a scale that they hardly have: `JPY24,386 million` beside `JPY22,072 thousand`.

No sum binds an amount that is told once. But the amounts that a line or a sentence tells of one thing at two times are
of one order, and none is many times greater than everything that the statements print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from iij_xbrl.facts import Occurrence
from iij_xbrl.prove.findings import Finding
from iij_xbrl.prove.wording import labelled, named
from iij_xbrl.report import Report

_ENOUGH = 10  # amounts of tables that tell how great a company is
_BEYOND = 5  # a full year in a release on a quarter is some four times what its tables print
_ALIKE = 4  # how much greater one of two amounts of one order may be
_THOUSAND = 3  # digits


def scale_findings(report: Report, settled: Iterable[Finding]) -> Iterator[Finding]:
    """The amounts whose scale is suspicious; none that a finding is `settled` on already."""
    known = {place for finding in settled if finding.severity != "rounding" for place in finding.suspects}
    told = [item for fact in report.facts for item in fact.occurrences if _is_told(item)]
    greatest = _greatest(report)
    for item in told:
        most = greatest.get(item.point.unit)
        if most and item not in known and abs(item.value) > _BEYOND * abs(most.value):
            known.add(item)
            message = (
                f"{labelled(item)} counts more than {_BEYOND} times the greatest amount of the tables, "
                f"{labelled(most)} ({named(item.point)})"
            )
            yield Finding("wrong-scale", "warning", message, "scale", (item,), (most,))
    yield from _apart(item for item in told if item not in known)


def _is_told(item: Occurrence) -> bool:
    """Whether an occurrence is an amount of money that stands in no table as a figure of its own."""
    return not item.place and item.value != 0 and item.point.unit.startswith("iso4217:") and "/" not in item.point.unit


def _greatest(report: Report) -> dict[str, Occurrence]:
    """The greatest amount that tables print, by unit, where they print enough of them."""
    amounts: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for fact in report.facts:
        if fact.occurrence.place and not fact.point.dimensions:
            amounts[fact.point.unit].append(fact.occurrence)
    return {
        unit: max(found, key=lambda item: abs(item.value)) for unit, found in amounts.items() if len(found) >= _ENOUGH
    }


def _apart(told: Iterable[Occurrence]) -> Iterator[Finding]:
    """Amounts of one thing at two times in one line whose scales are apart as far as their values are."""
    lines: defaultdict[tuple[object, ...], list[Occurrence]] = defaultdict(list)
    for item in told:
        lines[item.span.row_key, item.point.concept, item.point.dimensions, item.point.unit].append(item)
    for line in lines.values():
        for pair in pairwise(line):
            small, great = sorted(pair, key=lambda item: abs(item.value))
            digits = small.decimals - great.decimals
            order = abs(great.value / small.value).scaleb(-digits)
            if digits >= _THOUSAND and digits % _THOUSAND == 0 and Decimal(1) / _ALIKE <= order <= _ALIKE:
                times = Decimal(10) ** digits
                message = (
                    f"{labelled(great)} counts some {times:,} times what {small.text} of the same line does "
                    f"({named(great.point)})"
                )
                yield Finding("wrong-scale", "warning", message, "scale", pair, (), ties=len(pair))
                break
