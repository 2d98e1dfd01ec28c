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
from iij_xbrl.messages.words import Words
from iij_xbrl.present.findings.words import IN_ENGLISH, in_words
from iij_xbrl.present.relations import number
from iij_xbrl.present.source_words import source_in_words
from iij_xbrl.present.terminal import console
from iij_xbrl.prove.errata import Entry
from iij_xbrl.read.origins import place_in
from iij_xbrl.reasons.render import sentence
from iij_xbrl.relations import Evaluation
from iij_xbrl.taxonomy.index import Taxonomy

_PRIOR = "[prior]"  # in a relation, the value of the year before


def show_explanations(
    found: Sequence[Explanation], release: Path, taxonomy: Taxonomy, words: Words = IN_ENGLISH
) -> None:
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
        why = ((name, source_in_words(piece, words)) for name, piece in explanation.why)
        for name, value in [*_fact(explanation, taxonomy, words), *why]:
            table.add_row(words(name), escape(value))
        out.print(table)
        _show_relations(out, explanation.relations, words)
        for other in explanation.others:
            place = place_in(release, other.span.origin)
            out.print(f"  {words('also')} {escape(place)}  {escape(other.text)}  {escape(other.label)}")
        _show_findings(out, explanation, words)
        out.print()


def _show_findings(out: Console, explanation: Explanation, words: Words) -> None:
    """The contradictions that a figure takes part in, and what was decided on it."""
    for item in explanation.findings:
        decided = f"  [dim]{escape(_decided(item.entry, words))}[/dim]" if item.entry else ""
        finding = item.finding
        told = escape(in_words(finding, words))
        out.print(f"  [bold red]{words(finding.severity)}[/bold red]  {finding.code}  {told}{decided}")
    if explanation.correction:
        out.print(f"  {words('by the errata')}  {escape(explanation.correction.told(words))}")


def _decided(entry: Entry, words: Words) -> str:
    return words("{decision}: {because}", decision=words(entry.decision), because=entry.because)


def _show_relations(out: Console, relations: Sequence[Evaluation], words: Words) -> None:
    """Each relation in a line: whether it holds, and by how much it does not."""
    for found in relations:
        closed = found.state == "closed"
        state = f"[green]{words('holds')}[/green]" if closed else f"[bold red]{words('open ')}[/bold red]"
        gap = "" if closed else f"  [dim]{words('off by {gap}', gap=number(found.difference))}[/dim]"
        told = words.named(str(found.relation)).replace(_PRIOR, words(_PRIOR))
        out.print(f"  {state}  {escape(told)}{gap}")


def _fact(explanation: Explanation, taxonomy: Taxonomy, words: Words) -> list[tuple[str, str]]:
    item = explanation.item
    reason = sentence(item.reason, words.language, words)
    status = words(item.status)
    rows = [("status", words("{decision}: {because}", decision=status, because=reason) if reason else status)]
    if not isinstance(item, Leftover):
        labels = taxonomy.concepts[item.point.concept].labels
        named = sorted(labels, key=lambda language: language != words.language)
        told = "  ".join(labels[language] for language in named)
        rows += [
            ("fact", explanation.fact_id),
            ("concept", f"{taxonomy.prefix}:{item.point.concept}  {told}"),
            *((words.concept(axis), words.concept(member)) for axis, member in item.point.dimensions),
            ("period", str(item.point.period)),
            ("value", _value(item, words)),
        ]
    return rows


def _value(item: Occurrence | Undetermined, words: Words) -> str:
    if isinstance(item, Undetermined):
        return words("none yet (nil), in {unit}", unit=item.point.unit)
    told = "{value} {unit}, decimals {decimals}"
    return words(told, value=f"{item.value:,f}", unit=item.point.unit, decimals=item.decimals)
