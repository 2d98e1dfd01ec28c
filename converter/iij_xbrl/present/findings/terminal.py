"""The findings of a check in the terminal: the gravest first, each with its rows quoted and the figures marked."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.text import Text

from iij_xbrl.messages.words import Words
from iij_xbrl.present.findings.quote import QuotedRow, quoted_rows
from iij_xbrl.present.findings.words import IN_ENGLISH, in_words
from iij_xbrl.present.terminal import Terminal
from iij_xbrl.prove.check import Check, Checked, Place, Role
from iij_xbrl.prove.findings import SEVERITIES, Severity

STYLES: dict[Severity, str] = {"error": "bold red", "rounding": "yellow", "warning": "cyan"}
_TITLES: dict[Severity, str] = {
    "error": "Errors: these figures cannot all be right",
    "rounding": "Rounding: these differ by what rounding forces",
    "warning": "Warnings: suspicious, not proven",
}
_PLURALS: dict[Severity, str] = {"error": "errors", "rounding": "differences of rounding", "warning": "warnings"}
_SINGULARS: dict[Severity, str] = {"error": "error", "rounding": "difference of rounding", "warning": "warning"}
_ROLES: dict[Role, str] = {"suspect": "", "possible": "less likely", "against": "against it"}
_MOST_ROUNDINGS = 10
_MOST_ROWS = 12
_NARROWEST, _WIDEST = 60, 140


def show_check(
    out: Console, check: Check, fail_on: str, *, everything: bool = False, words: Words = IN_ENGLISH
) -> None:
    """Print a check. `everything` quotes differences of rounding too, and lists what the errata decided."""
    number = 0
    for severity in SEVERITIES:
        found = [item for item in check.found if item.finding.severity == severity]
        if not found:
            continue
        out.print(f"[{STYLES[severity]}]{words(_TITLES[severity])}[/]\n")
        if severity == "rounding" and not everything:
            _show_roundings(out, found, words)
        else:
            for item in found:
                number += 1
                _show_finding(out, number, item, everything=everything, words=words)
    if everything:
        _show_decided(out, check.decided, words)
    _show_summary(out, check, fail_on, words)


def check_text(check: Check, fail_on: str, *, everything: bool = False, words: Words = IN_ENGLISH) -> str:
    """What `show_check` prints, as text for a file: no colours, and a width that depends on nothing."""
    file = StringIO()
    out = Terminal(file=file, width=_WIDEST, highlight=False, soft_wrap=True, no_color=True, force_terminal=False)
    show_check(out, check, fail_on, everything=everything, words=words)
    return file.getvalue()


def counted(check: Check, words: Words = IN_ENGLISH) -> str:
    """How many findings there are, in words, and how many are left out because of their codes."""
    parts = []
    for severity in SEVERITIES:
        count = check.count(severity)
        if count:
            noun = _SINGULARS[severity] if count == 1 else _PLURALS[severity]
            parts.append(words(f"{{count}} {noun}", count=count))
    hidden = words(" ({count} not shown: --select, --ignore)", count=check.hidden) if check.hidden else ""
    return (words(", ").join(parts) or words("no findings")) + hidden


def _show_finding(out: Console, number: int, item: Checked, *, everything: bool, words: Words) -> None:
    finding = item.finding
    head = Text(f"{number:>3}. ")
    head.append(finding.code, STYLES[finding.severity])
    head.append(f"  {in_words(finding, words)}")
    out.print(head)
    if finding.cause:
        out.print(f"     {words('likely cause')}  {escape(words(finding.cause))}")
    if finding.expected and finding.ties == 1:
        out.print(f"     {words('expected'):<12}  {escape(finding.expected)}")
    if finding.ties > 1:
        told = words("one of {count} figures that are equally likely", count=finding.ties)
        out.print(f"     {words('tied'):<12}  {told}")
    role: Role = item.places[0].role
    rows = list(quoted_rows(item.places, _width(out)))
    shown = rows if everything or len(rows) <= _MOST_ROWS + 1 else rows[:_MOST_ROWS]
    for row in shown:
        if row.role != role:
            role = row.role
            out.print(f"     [dim]{words(_ROLES[role])}[/dim]")
        _show_row(
            out, row, STYLES[finding.severity] if role == "suspect" else "bold", tied=finding.ties > 1, words=words
        )
    if len(shown) < len(rows):
        out.print("     " + words("... and {count} more rows; --all shows them", count=len(rows) - len(shown)))
    out.print(f"     [dim]{escape(item.id)}[/dim]\n")


def _width(out: Console) -> int:
    return max(_NARROWEST, min(out.width, _WIDEST)) - 8


def _show_row(out: Console, row: QuotedRow, style: str, *, tied: bool, words: Words) -> None:
    """The place, the row, and below it carets, which say without colours where the figures stand.

    Of figures that are tied each says what it should be, were it the wrong one.
    """
    first, *rest = row.places
    further = "".join(f" {_further(place)}" for place in rest)
    expected = ", ".join(place.expected.text for place in row.places if place.expected) if tied else ""
    wanted = f"  [dim]{words('expected')}[/dim] {escape(expected)}" if expected else ""
    out.print(f"     [bold]{escape(str(first))}[/bold]{further}{wanted}")
    quoted, carets = Text("       "), "       "
    for piece in row.pieces:
        quoted.append(piece.text, style if piece.marked else "")
        carets += ("^" if piece.marked else " ") * cell_len(piece.text)
    out.print(quoted)
    out.print(Text(carets.rstrip(), "dim"))


def _further(place: Place) -> str:
    """Another place of the row: its column alone where its format has columns."""
    start = place.origin.start
    return str(place.origin) if start is None else f":{start + 1}"


def _show_roundings(out: Console, found: Sequence[Checked], words: Words) -> None:
    for item in found[:_MOST_ROUNDINGS]:
        out.print(f"     [bold]{escape(str(item.places[0]))}[/bold]  {escape(in_words(item.finding, words))}")
    if len(found) > _MOST_ROUNDINGS:
        left = len(found) - _MOST_ROUNDINGS
        out.print("     " + words("... and {count} more; --all shows each with its places", count=left))
    out.print()


def _show_decided(out: Console, decided: Sequence[Checked], words: Words) -> None:
    if not decided:
        return
    out.print(f"[bold]{words('Decided in the errata')}[/bold]\n")
    for item in decided:
        if item.entry:
            out.print(f"     {words(item.entry.decision)}  {escape(in_words(item.finding, words))}")
            out.print(f"       [dim]{escape(item.entry.because)} ({escape(item.entry.by)})[/dim]")
    out.print()


def _show_summary(out: Console, check: Check, fail_on: str, words: Words) -> None:
    failed = check.fails(fail_on)
    told = words("; {count} decided in {path}", count=len(check.decided), path=escape(str(check.errata)))
    decided = told if check.decided else ""
    verdict = f"[bold red]{words('fails')}[/] (--fail-on {fail_on})" if failed else f"[bold green]{words('passes')}[/]"
    colon, semicolon = words(": "), words("; ")
    out.print(f"{escape(str(check.release.path))}{colon}{counted(check, words)}{decided}{semicolon}{verdict}")
