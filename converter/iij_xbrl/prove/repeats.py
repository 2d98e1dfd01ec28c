"""Repeats that do not agree with the figure that speaks for their data point, and what may be reported of them.

A summary prints `2,052` million where the statement has 2,052,520 thousand, so that its column adds up. In a report the
repeat has the decimals that are true of it: it is right to the nearest ten million. Its value has more digits than
that, and Calculations 1.1 stops at such a fact (`excessDigits`), as it does at duplicates that contradict each other:
so these repeats are reported apart, in a target document of their own. So is what a decision accepts, as printed.
Contradictions that nobody decided stay where they are, for any processor to find.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from iij_xbrl.facts import Occurrence, agree, last_digit
from iij_xbrl.prove.findings import Finding
from iij_xbrl.report import Report


def with_repeats_apart(report: Report, found: Iterable[Finding], decided: Iterable[Finding] = ()) -> Report:
    """The report in which the repeats that rounding was forced on, and those that a decision accepts, stand apart.

    Args:
        report: the report.
        found: its findings; those on duplicates that differ by what rounding forces tell which repeats are off.
        decided: the findings that decisions settle.
    """
    decided = [finding for finding in decided if finding.code == "inconsistent-duplicate"]
    rounded = {
        occurrence
        for finding in (*found, *decided)
        if finding.code == "inconsistent-duplicate" and finding.severity == "rounding"
        for occurrence in finding.suspects
    }
    accepted = {occurrence for finding in decided for occurrence in finding.occurrences} - rounded
    if not rounded and not accepted:
        return report
    facts = []
    for fact in report.facts:
        finest = fact.occurrence
        settled = tuple(
            _loosened(item, finest)
            if item in rounded
            else replace(item, is_apart=True)
            if item in accepted and not agree(item, finest)
            else item
            for item in fact.occurrences
        )
        facts.append(fact if settled == fact.occurrences else replace(fact, occurrences=settled))
    return replace(report, facts=tuple(facts))


def _loosened(item: Occurrence, finest: Occurrence) -> Occurrence:
    """The occurrence with the most decimals at which it is the rounding of the finest one."""
    unit, decimals = last_digit(item), item.decimals
    while abs(item.value - finest.value) > unit / 2:
        unit, decimals = unit * Decimal(10), decimals - 1
    return replace(item, true_decimals=decimals, is_apart=True)
