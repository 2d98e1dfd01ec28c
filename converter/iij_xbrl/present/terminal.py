"""What a person sees in the terminal. Colours only where the terminal has them and NO_COLOR is not set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from iij_xbrl.borders import terminal_text
from iij_xbrl.facts import Leftover, Occurrence, Status
from iij_xbrl.languages import language_of
from iij_xbrl.map.tables.suggestions import Suggestion
from iij_xbrl.messages.words import ENGLISH, Words
from iij_xbrl.present.findings.words import IN_ENGLISH, in_words
from iij_xbrl.read.origins import Origin, place_in
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.render import sentence
from iij_xbrl.report import Report
from iij_xbrl.report.coverage import coverage
from iij_xbrl.report.ids import ids_of

if TYPE_CHECKING:
    from iij_xbrl.convert import Conversion
    from iij_xbrl.taxonomy.index import Taxonomy
    from iij_xbrl.validate.messages import Message, Validation

_MOST_MESSAGES = 20
_MOST_REASONS = 8
_BEHIND = "a new line of {role}, in source/{file} behind {behind}:"
_AS_FIRST = "a new line of {role}, in source/{file} as its first line:"
_MOST_SUGGESTIONS = 4
_WIDEST_SECTION = 23
_ORDER: tuple[Status, ...] = ("fact", "inferred", "not-a-fact", "unmapped")
_STYLES = {"error": "bold red", "inconsistency": "yellow", "warning": "cyan", "info": "dim"}


class Terminal(Console):
    """A console that prints what it is given as text: nothing of a release is obeyed by the terminal."""

    def render_str(self, text: str, **options: Any) -> Text:  # noqa: ANN401 - as rich has it
        """The text with its markup; every string that is printed comes by here, those in tables too."""
        return super().render_str(terminal_text(text), **options)

    def print(self, *objects: Any, **options: Any) -> None:  # noqa: ANN401 - as rich has it
        """Print; texts that have their styles already do not come by `render_str`."""
        for item in objects:
            if isinstance(item, Text):
                item.plain = terminal_text(item.plain)
        super().print(*objects, **options)


def console() -> Console:
    """The terminal; `NO_COLOR` and pipes are respected by rich."""
    return Terminal(highlight=False, soft_wrap=True)


@contextmanager
def progress(what: str, *, quiet: bool) -> Iterator[None]:
    """A spinner on standard error while something runs, in a terminal only."""
    out = Console(stderr=True)
    if quiet or not out.is_terminal:
        yield
        return
    with out.status(f"{what} ..."):
        yield


def show_conversion(
    result: Conversion, release: Path, taxonomy: Taxonomy, *, verbose: bool = False, words: Words = IN_ENGLISH
) -> None:
    """The summary of a conversion: figures, validation, what is not mapped, files.

    `verbose` shows every message of the validator.
    """
    out = console()
    report = result.report
    periods = sorted({fact.point.period for fact in report.facts})
    out.print(f"[bold]{escape(_issuer(taxonomy, words))}[/bold]  {escape(str(release))}")
    if periods:
        told = words("periods up to {end}, {count} data points", end=periods[-1].end, count=len(report.facts))
        out.print(f"{told}\n")
    out.print(Padding(_figures(report, words), (0, 0, 1, 2)))
    if result.validation is not None:
        _show_validation(out, result.validation, result, release, words, verbose=verbose)
    _show_findings(out, result, release, words)
    _show_corrections(out, result, release, words)
    _show_unmapped(out, report, release, words)
    _show_suggestions(out, report.suggestions, release, words)
    _show_left_out(out, report.left_out, words)
    out.print(f"[bold]{words('Files')}[/bold]")
    for path in result.files:
        out.print(f"  {escape(str(path))}")


def _issuer(taxonomy: Taxonomy, words: Words) -> str:
    """The name of the issuer, in the language of the words if it has one in it."""
    names = (name for name in taxonomy.entity.names if language_of(name) == words.language != ENGLISH)
    return next(names, taxonomy.entity.name)


def _show_left_out(out: Console, left_out: Sequence[str], words: Words) -> None:
    """What of the file was not read."""
    if left_out:
        out.print(f"[bold]{words('Left out')}[/bold]")
        for sentence in left_out:
            out.print(f"  {escape(sentence)}")
        out.print()


def _figures(report: Report, words: Words) -> Table:
    """Coverage: the sections that hold unmapped figures, and the whole release."""
    *sections, total = coverage(report)
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(words("numbers of the release"), no_wrap=True, overflow="ellipsis", max_width=_WIDEST_SECTION)
    for title in map(words, ("all", "facts", "inferred", "explained", "unmapped", "of all")):
        table.add_column(title, justify="right", no_wrap=True, min_width=len(title))
    for part in [*(part for part in sections if part.counts.get("unmapped")), total]:
        name = part.section if part is not total else words("whole release")
        counts = [f"{part.counts.get(status, 0):,}" for status in _ORDER]
        style = "bold" if part is total else ""
        table.add_row(escape(_shortened(name)), f"{part.tokens:,}", *counts, f"{part.percent} %", style=style)
    return table


def _shortened(section: str) -> str:
    name = section.rpartition(" > ")[2] or section
    return name if len(name) <= _WIDEST_SECTION else f"{name[: _WIDEST_SECTION - 1]}…"


def _show_validation(
    out: Console, validation: Validation, result: Conversion, release: Path, words: Words, *, verbose: bool
) -> None:
    """What Arelle says, but for inconsistencies that are among the findings."""
    counted = Counter(message.severity for message in validation.messages)
    assertions = sum(satisfied + failed for _, satisfied, failed in validation.assertions)
    state = f"[green]{words('valid')}[/green]" if validation.is_valid else f"[bold red]{words('not valid')}[/bold red]"
    checked = words(
        "{facts:,} facts, {sums} sums and {assertions:,} assertions checked"
        if assertions
        else "{facts:,} facts, {sums} sums checked",
        facts=validation.facts, sums=validation.calculations, assertions=assertions,
    )  # fmt: skip
    told = words(
        "{errors} errors, {inconsistencies} inconsistencies, {warnings} warnings",
        errors=counted["error"], inconsistencies=counted["inconsistency"], warnings=counted["warning"],
    )  # fmt: skip
    out.print(f"[bold]Arelle[/bold]  {state}: {checked}, {told}")
    places = {name: occurrence for occurrence, name in ids_of(result.report).items()}
    findings = (*result.findings, *result.decided)
    known = [{occurrence.span for occurrence in finding.occurrences} for finding in findings]
    shown = [message for message in validation.messages if message.severity == "error"]
    for message in validation.messages:
        spans = {places[name].span for name in message.fact_ids if name in places}
        if message.severity == "inconsistency" and not any(spans <= others for others in known):
            shown.append(message)
    if verbose:
        shown = list(validation.messages)
    most = len(shown) if verbose else _MOST_MESSAGES
    for message in shown[:most]:
        _show_message(out, message, places, release)
    if len(shown) > most:
        out.print(f"  {words('... and {count} more', count=len(shown) - most)}")
    out.print()


def _show_corrections(out: Console, result: Conversion, release: Path, words: Words) -> None:
    """What the errata made of figures."""
    if not result.corrections:
        return
    count = len(result.corrections)
    told = words("1 figure, with a footnote" if count == 1 else "{count} figures, each with a footnote", count=count)
    out.print(f"[bold]{words('Corrected by the errata')}[/bold]  {told}")
    for item in result.corrections:
        span = item.printed.span
        out.print(f"  {escape(place_in(release, span.origin))}  {escape(item.told(words))}")
    out.print()


def _show_findings(out: Console, result: Conversion, release: Path, words: Words) -> None:
    """The contradictions of the release: errors in a line each, the others counted."""
    findings = result.findings
    counted = Counter(finding.severity for finding in findings)
    told = words(
        "{errors} errors, {warnings} warnings, {rounding} by rounding",
        errors=counted["error"], warnings=counted["warning"], rounding=counted["rounding"],
    )  # fmt: skip
    told += words(", {count} decided", count=len(result.decided)) if result.decided else ""
    out.print(f"[bold]{words('Contradictions in the release')}[/bold]  {told}")
    for finding in findings:
        if finding.severity == "error":
            span = finding.places[0].span
            cause = f"  [dim]({words(finding.cause)})[/dim]" if finding.cause else ""
            out.print(f"  {escape(place_in(release, span.origin))}  {escape(in_words(finding, words))}{cause}")
    if findings:
        command = f"iij-xbrl check {escape(str(release))}"
        out.print(f"  [dim]{words('{command}  shows each with its places', command=command)}[/dim]")
    out.print()


def _show_message(out: Console, message: Message, places: dict[str, Occurrence], release: Path) -> None:
    style = _STYLES[message.severity]
    out.print(f"  [{style}]{message.severity}[/{style}] {escape(message.code)}")
    facts = [places[name] for name in message.fact_ids if name in places]
    for fact in facts:
        place = place_in(release, fact.span.origin)
        out.print(
            f"    {escape(place)}  {escape(fact.label)}  [bold]{escape(fact.text)}[/bold]  "
            f"[dim]{fact.point.concept}, {fact.point.period}, {fact.point.unit}[/dim]"
        )
    if not facts:
        out.print(f"    {escape(message.text)}")


def _show_suggestions(out: Console, suggestions: Sequence[Suggestion], release: Path, words: Words) -> None:
    """What to add to the taxonomy for rows that it does not know."""
    if not suggestions:
        return
    counted = words("{count} rows", count=len(suggestions)) if words.language != ENGLISH else len(suggestions)
    out.print(f"[bold]{words('Rows that the taxonomy does not know')}[/bold]  {counted}")
    for item in suggestions[:_MOST_SUGGESTIONS]:
        told = _BEHIND if item.behind else _AS_FIRST
        out.print(f"  {escape(_row(release, item.span.origin))}  {escape(item.label)}")
        out.print(f"    {words(told, role=item.role, file=escape(item.file), behind=escape(item.behind))}")
        out.print(f"      {escape(item.add)}")
        if item.renamed:
            out.print(f"    {words('or another name of a line that is there:')}\n      {escape(item.renamed)}")
    if len(suggestions) > _MOST_SUGGESTIONS:
        left = len(suggestions) - _MOST_SUGGESTIONS
        out.print(f"  {words('... and {count} more, see the coverage file', count=left)}")
    out.print(f"  [dim]{words('then: iij-xbrl taxonomy build')}[/dim]\n")


def _row(release: Path, origin: Origin) -> str:
    """The place of a row: its line where the format has lines."""
    return place_in(release, origin) if origin.line is None else f"{release}:{origin.line}"


def _show_unmapped(out: Console, report: Report, release: Path, words: Words) -> None:
    unmapped = [item for item in report.leftovers if item.status == "unmapped"]
    if not unmapped:
        return
    reasons: dict[Reason, list[Leftover]] = {}
    for item in unmapped:
        reasons.setdefault(item.reason, []).append(item)
    out.print(f"[bold]{words('Not mapped')}[/bold]  {words('{count} figures', count=len(unmapped))}")
    ranked = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[1][0].span))
    for reason, items in ranked[:_MOST_REASONS]:
        first = words("first at {place}", place=escape(_row(release, items[0].span.origin)))
        out.print(f"  {len(items):>4}  {escape(sentence(reason, words.language, words))}  [dim]{first}[/dim]")
    if len(ranked) > _MOST_REASONS:
        out.print(f"  {words('... and {count} more reasons, see the trace', count=len(ranked) - _MOST_REASONS)}")
    out.print()
