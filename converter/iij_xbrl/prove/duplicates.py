"""Data points that are printed several times: do the places agree?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from iij_xbrl.facts import Occurrence, agree, last_digit
from iij_xbrl.prove.causes import cause_of
from iij_xbrl.prove.findings import Finding, Severity
from iij_xbrl.prove.forced import is_forced
from iij_xbrl.prove.repairs import Proof
from iij_xbrl.report import Fact, Report

_ENOUGH_FIGURES = 2


def duplicate_findings(report: Report, proof: Proof) -> Iterator[Finding]:
    """Every data point whose places contradict each other; a row whose figures all belong to another period is one."""
    disputed = {fact: _against(fact, proof) for fact in report.facts}
    by_row: defaultdict[int, list[tuple[Fact, Occurrence]]] = defaultdict(list)
    for fact, others in disputed.items():
        for occurrence in others:
            by_row[occurrence.span.line].append((fact, occurrence))
    moved = dict(_moved_rows(report, by_row))
    yield from moved.values()
    for fact, others in disputed.items():
        left = [occurrence for occurrence in others if occurrence.span.line not in moved]
        if left:
            yield _finding(fact, left, proof)


def _against(fact: Fact, proof: Proof) -> list[Occurrence]:
    """The occurrences that are probably wrong, where those of a data point disagree.

    The finest one speaks, unless the others agree among themselves against it and either are several, or let more
    relations of the data point hold.
    """
    speaker = fact.occurrence
    against = [other for other in fact.occurrences if not agree(speaker, other)]
    rest = [other for other in fact.occurrences if other is not speaker]
    if against and len(against) == len(rest) and all(agree(rest[0], other) for other in rest):
        if len(rest) >= _ENOUGH_FIGURES:
            return [speaker]
        now = proof.failures(fact.point, speaker.value, speaker.decimals)
        if now > proof.failures(fact.point, rest[0].value, rest[0].decimals):
            return [speaker]
    return against


def _moved_rows(report: Report, by_row: dict[int, list[tuple[Fact, Occurrence]]]) -> Iterator[tuple[int, Finding]]:
    """Rows of which all disputed figures agree with the same data points of one other period."""
    points = {fact.point: fact for fact in report.facts}
    periods = {fact.point.period for fact in report.facts}
    for line, disputed in by_row.items():
        if len(disputed) < _ENOUGH_FIGURES:
            continue
        for period in sorted(periods):
            elsewhere = []
            for fact, occurrence in disputed:
                point = type(fact.point)(fact.point.concept, fact.point.dimensions, period, fact.point.unit)
                other = points.get(point)
                if period == fact.point.period or other is None or not agree(occurrence, other.occurrence):
                    break
                elsewhere.append(other.occurrence)
            else:
                yield line, _moved(disputed, elsewhere, str(period))
                break


def _moved(disputed: Sequence[tuple[Fact, Occurrence]], elsewhere: Sequence[Occurrence], period: str) -> Finding:
    said = disputed[0][0].point.period
    return Finding(
        code="wrong-period-label",
        severity="error",
        message=f"the row says {said}, but its figures are those of {period}",
        cause="label",
        suspects=tuple(occurrence for _, occurrence in disputed),
        others=tuple(elsewhere),
        expected=period,
    )


def _finding(fact: Fact, against: Sequence[Occurrence], proof: Proof) -> Finding:
    agreeing = tuple(other for other in fact.occurrences if other not in against)
    witness = agreeing[0] if agreeing else fact.occurrence
    severity = _severity(witness, against, proof)
    first = max(against, key=lambda occurrence: abs(occurrence.value - witness.value))
    cause = "rounding" if severity == "rounding" else cause_of(first.text, first.value, witness.value)
    return Finding(
        code="inconsistent-duplicate",
        severity=severity,
        message=f"{_named(fact)}: {first.text}, but {witness.text} on line {witness.span.line}",
        cause=cause,
        suspects=tuple(against),
        others=agreeing,
        expected=witness.text,
    )


def _named(fact: Fact) -> str:
    members = "".join(f", {member}" for _, member in fact.point.dimensions)
    return f"{fact.point.concept}{members}, {fact.point.period}"


def _severity(witness: Occurrence, against: Iterable[Occurrence], proof: Proof) -> Severity:
    """Rounding up to one unit of the coarser figure's last digit, two where its column is forced to fit.

    Never where the signs differ.
    """
    for other in against:
        unit, gap = max(last_digit(witness), last_digit(other)), abs(witness.value - other.value)
        forced = unit < gap <= 2 * unit and (is_forced(other, witness, proof) or is_forced(witness, other, proof))
        if witness.value * other.value < 0 or (gap > unit and not forced):
            return "error"
    return "rounding"
