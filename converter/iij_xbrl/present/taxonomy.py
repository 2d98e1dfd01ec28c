"""How a taxonomy looks in the terminal: what was built, what is wrong with it, and a concept with all that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from iij_xbrl.present.terminal import console

if TYPE_CHECKING:
    from iij_xbrl.taxonomy.check import Finding
    from iij_xbrl.taxonomy.show import ConceptView, Printed, Sum


def show_build(files: Mapping[str, bytes], folder: Path) -> None:
    """The files that a build wrote, with their sizes."""
    out = console()
    out.print(f"[bold]Compiled[/bold] {escape(str(folder))}")
    for name, content in files.items():
        out.print(f"  {len(content):>9,}  {escape(name)}")


def show_check(findings: Sequence[Finding]) -> None:
    """What a check found, errors first."""
    out = console()
    if not findings:
        out.print(
            "[green]The taxonomy is valid[/green]: Arelle 0 messages, XML Schema 0 errors, style rules 0 findings"
        )
        return
    for finding in sorted(findings, key=lambda item: (item.severity != "error", item.place)):
        style = "bold red" if finding.severity == "error" else "yellow"
        said = f"{escape(finding.place)}: {escape(finding.message)} [dim]{finding.code}[/dim]"
        out.print(f"[{style}]{finding.severity}[/{style}] {said}")


def show_concept(view: ConceptView) -> None:
    """A concept: labels, documentation, type, references, the places that print it, and its calculations."""
    out = console()
    out.print(f"[bold]{view.qname}[/bold]")
    for language, label in view.labels.items():
        out.print(f"  {language}  {escape(label)}")
    facts = [view.type, view.period, view.balance, view.unit]
    out.print(f"  [dim]{escape(', '.join(fact for fact in facts if fact))}[/dim]")
    for text in view.documentation.values():
        out.print(f"  {escape(text)}")
    for reference in view.references:
        out.print(f"  [dim]see[/dim] {escape(reference)}")
    if view.derived_from:
        out.print(f"  {view.derivation} of {view.derived_from}")
    if view.derived:
        out.print(f"  derived: {', '.join(view.derived)}")
    if view.printed:
        out.print("\n[bold]Printed in[/bold]")
        for place in view.printed:
            out.print(f"  {escape(place.title)}  [dim]{place.role}{_how(place)}[/dim]")
            for label in place.labels:
                out.print(f"    {escape(label)}")
    _show_sums("Total of", view.total_of, name_total=False)
    _show_sums("Summand of", view.summand_of, name_total=True)


def _how(place: Printed) -> str:
    parts = [] if place.verb == "same" else [f"sign: {place.verb}"]
    parts += [f"{axis}={member}" for axis, member in place.members]
    if place.instant:
        parts.append(f"{place.instant} balance")
    return f"; {', '.join(parts)}" if parts else ""


def _show_sums(title: str, sums: Sequence[Sum], *, name_total: bool) -> None:
    lines = []
    for item in sums:
        summands = " ".join(f"{'+' if part.weight > 0 else '-'} {part.concept}" for part in item.items).removeprefix(
            "+ "
        )
        line = f"{item.total.concept} = {summands}" if name_total else summands
        lines.append(f"  {escape(line)}  [dim]{item.role}[/dim]")
    out = console()
    if lines:
        out.print(f"\n[bold]{title}[/bold]")
    for line in dict.fromkeys(lines):
        out.print(line)
