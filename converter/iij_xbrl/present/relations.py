"""How relations look in the terminal: those that fail with figures, places and gap, or all of them with their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.present.terminal import console
from iij_xbrl.read.origins import place_in
from iij_xbrl.relations import Evaluation
from iij_xbrl.report import Report

_STATES = ("closed", "open", "not evaluable")
_STYLES = {"error": "bold red", "warning": "yellow"}


def show_relations(evaluations: Sequence[Evaluation], report: Report, release: Path, *, every: bool = False) -> None:
    """Print the relations that fail, the gravest first.

    Args:
        evaluations: the relations of the report (`list_relations`).
        report: where their figures stand.
        release: the file that the places are in.
        every: also print every relation with its state, and how many figures take part in at least one.
    """
    out = console()
    printed = {fact.point: fact.occurrence for fact in report.facts}
    failed = sorted(
        (item for item in evaluations if item.state == "open"),
        key=lambda item: (item.relation.severity, item.is_rounding, printed[item.points[0]].span),
    )
    for item in failed:
        _show_open(out, item, printed, release)
    if every:
        _show_states(out, evaluations)
    _show_counts(out, evaluations, report, every=every)


def _show_open(out: Console, item: Evaluation, printed: dict[DataPoint, Occurrence], release: Path) -> None:
    relation, frame = item.relation, item.binding.frame
    assert item.computed is not None, "an open relation has both sides"
    style = "dim" if item.is_rounding else _STYLES[relation.severity]
    where = ", ".join(filter(None, (str(frame.period), frame.currency, *(member for _, member in frame.dimensions))))
    out.print(f"[{style}]{relation.severity}[/{style}] {escape(relation.id)}  [dim]{escape(where)}[/dim]")
    out.print(f"  {escape(str(relation))}")
    facts = [printed[point] for point in item.points]
    places = [place_in(release, fact.span.origin) for fact in facts]
    wide, most = max(map(len, places)), max(len(fact.text) for fact in facts)
    for place, fact in zip(places, facts, strict=True):
        out.print(f"    {escape(place):<{wide}}  [bold]{escape(f'{fact.text:>{most}}')}[/bold]  {escape(fact.label)}")
    remark = "; it closes if figures were cut off, not rounded" if item.is_rounding else ""
    out.print(
        f"  should be [bold]{number(item.computed.middle)}[/bold], differs by {number(item.difference)}: "
        f"{number(abs(item.gap))} units of its last digit more than rounding explains{remark}\n"
    )


def number(value: Fraction) -> str:
    """A number to six significant places behind the point at most."""
    if value.denominator == 1:
        return f"{value.numerator:,d}"
    rounded = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{rounded:,.1f}" if abs(rounded) >= 100 else f"{rounded:,.4f}"


def _show_states(out: Console, evaluations: Sequence[Evaluation]) -> None:
    """A line per relation: how often it closes, is open, cannot be evaluated, and why not."""
    counted: dict[str, Counter[str]] = {}
    reasons: dict[str, str] = {}
    for item in evaluations:
        counted.setdefault(item.relation.id, Counter())[item.state] += 1
        if item.reason:
            reasons.setdefault(item.relation.id, item.reason)
    wide = max(map(len, counted), default=0)
    out.print(f"[dim]{'relation':<{wide}}  " + "  ".join(_STATES) + "  why not[/dim]")
    for name, states in counted.items():
        cells = "  ".join(f"{states[state] or '':>{len(state)}}" for state in _STATES)
        style = "bold" if states["open"] else "default"
        out.print(f"[{style}]{escape(name):<{wide}}  {cells}[/{style}]  [dim]{escape(reasons.get(name, ''))}[/dim]")
    out.print()


def _show_counts(out: Console, evaluations: Sequence[Evaluation], report: Report, *, every: bool) -> None:
    states = Counter(item.state for item in evaluations)
    rounding = sum(item.is_rounding for item in evaluations)
    out.print(
        f"[bold]Relations[/bold]  {states['closed']:,} close, {states['open']:,} are open "
        f"({rounding:,} of them by rounding), {states['not evaluable']:,} cannot be evaluated"
    )
    if every:
        proved = {point for item in evaluations if item.state != "not evaluable" for point in item.points}
        facts = sum(fact.point in proved for fact in report.facts)
        figures = sum(len(fact.occurrences) for fact in report.facts if fact.point in proved)
        total = sum(len(fact.occurrences) for fact in report.facts)
        out.print(
            f"{facts:,} of {len(report.facts):,} data points, {figures:,} of {total:,} figures, "
            "take part in at least one that is evaluated"
        )
