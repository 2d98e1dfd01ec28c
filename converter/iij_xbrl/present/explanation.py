"""How an explained figure looks in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from iij_xbrl.explain import Explanation
from iij_xbrl.facts import Occurrence
from iij_xbrl.present.terminal import console
from iij_xbrl.taxonomy.index import Taxonomy


def show_explanations(found: Sequence[Explanation], release: Path, taxonomy: Taxonomy) -> None:
    """Each explanation: the row with the figure marked, the fact, its sources, its other places."""
    out = console()
    for explanation in found:
        item = explanation.item
        out.print(f"[dim]{escape(str(release))}:{item.span.line}:{item.span.start + 1}[/dim]")
        quoted = Text(explanation.quoted.expandtabs(3) if "\t" not in explanation.quoted else explanation.quoted)
        quoted.stylize("reverse", item.span.start, item.span.end)
        out.print(quoted)
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for name, value in [*_fact(explanation, taxonomy), *explanation.why]:
            table.add_row(name, escape(value))
        out.print(table)
        for other in explanation.others:
            place = f"{release}:{other.span.line}:{other.span.start + 1}"
            out.print(f"  also {escape(place)}  {escape(other.text)}  {escape(other.label)}")
        out.print()


def _fact(explanation: Explanation, taxonomy: Taxonomy) -> list[tuple[str, str]]:
    item = explanation.item
    rows = [("status", item.status + (f": {item.reason}" if item.reason else ""))]
    if isinstance(item, Occurrence):
        labels = taxonomy.concepts[item.point.concept].labels
        rows += [
            ("fact", explanation.fact_id),
            ("concept", f"{taxonomy.prefix}:{item.point.concept}  {labels.get('en', '')}  {labels.get('ja', '')}"),
            *((axis, member) for axis, member in item.point.dimensions),
            ("period", str(item.point.period)),
            ("value", f"{item.value:,f} {item.point.unit}, decimals {item.decimals}"),
        ]
    return rows
