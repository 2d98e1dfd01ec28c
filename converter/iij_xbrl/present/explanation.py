"""How an explained figure looks in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from iij_xbrl.explain import Explanation
from iij_xbrl.facts import Leftover, Occurrence, Undetermined
from iij_xbrl.present.relations import number
from iij_xbrl.present.terminal import console
from iij_xbrl.read.origins import place_in
from iij_xbrl.reasons.render import sentence
from iij_xbrl.relations import Evaluation
from iij_xbrl.taxonomy.index import Taxonomy


def show_explanations(found: Sequence[Explanation], release: Path, taxonomy: Taxonomy) -> None:
    """Each explanation: the row with the figure marked, the fact, its sources, its other places."""
    out = console()
    for explanation in found:
        item = explanation.item
        out.print(f"[dim]{escape(place_in(release, item.span.origin))}[/dim]")
        quoted = Text(explanation.quoted.line.plain)
        quoted.stylize("reverse", explanation.quoted.start, explanation.quoted.end)
        out.print(quoted)
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for name, value in [*_fact(explanation, taxonomy), *explanation.why]:
            table.add_row(name, escape(value))
        out.print(table)
        _show_relations(out, explanation.relations)
        for other in explanation.others:
            place = place_in(release, other.span.origin)
            out.print(f"  also {escape(place)}  {escape(other.text)}  {escape(other.label)}")
        _show_findings(out, explanation)
        out.print()


def _show_findings(out: Console, explanation: Explanation) -> None:
    """The contradictions that a figure takes part in, and what was decided on it."""
    for item in explanation.findings:
        decided = f"  [dim]{item.entry.decision}: {escape(item.entry.because)}[/dim]" if item.entry else ""
        finding = item.finding
        out.print(f"  [bold red]{finding.severity}[/bold red]  {finding.code}  {escape(finding.message)}{decided}")
    if explanation.correction:
        out.print(f"  by the errata  {escape(explanation.correction.footnote)}")


def _show_relations(out: Console, relations: Sequence[Evaluation]) -> None:
    """Each relation in a line: whether it holds, and by how much it does not."""
    for found in relations:
        closed = found.state == "closed"
        state = "[green]holds[/green]" if closed else "[bold red]open[/bold red] "
        gap = "" if closed else f"  [dim]off by {number(found.difference)}[/dim]"
        out.print(f"  {state}  {escape(str(found.relation))}{gap}")


def _fact(explanation: Explanation, taxonomy: Taxonomy) -> list[tuple[str, str]]:
    item = explanation.item
    rows = [("status", item.status + (f": {sentence(item.reason)}" if item.reason else ""))]
    if not isinstance(item, Leftover):
        labels = taxonomy.concepts[item.point.concept].labels
        rows += [
            ("fact", explanation.fact_id),
            ("concept", f"{taxonomy.prefix}:{item.point.concept}  {labels.get('en', '')}  {labels.get('ja', '')}"),
            *((axis, member) for axis, member in item.point.dimensions),
            ("period", str(item.point.period)),
            ("value", _value(item)),
        ]
    return rows


def _value(item: Occurrence | Undetermined) -> str:
    if isinstance(item, Undetermined):
        return f"none yet (nil), in {item.point.unit}"
    return f"{item.value:,f} {item.point.unit}, decimals {item.decimals}"
