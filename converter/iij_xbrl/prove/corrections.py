"""Puts corrections into a report: what the errata say a figure or a row stands for, instead of what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.extract.numbers import numbers
from iij_xbrl.extract.periods import Period
from iij_xbrl.facts import Occurrence
from iij_xbrl.prove.errata import Entry, FigurePlace
from iij_xbrl.prove.findings import Finding
from iij_xbrl.report import Report, build_report
from iij_xbrl.report.ids import note_id_on, occurrence_ids
from iij_xbrl.report.model import Footnote

_LANGUAGE = "en"  # of the notes that say what was printed


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure that the report carries otherwise than printed."""

    printed: Occurrence
    corrected: Occurrence
    entry: Entry

    @property
    def footnote(self) -> str:
        """What an XBRL footnote of the corrected fact says (XBRL 2.1, section 4.11)."""
        if self.printed.point != self.corrected.point:
            said, meant = str(self.printed.point.period), str(self.corrected.point.period)
        else:
            said, meant = self.printed.text, str(self.entry.stands_for)
        return f"Printed as {said}; stands for {meant}: {self.entry.because}"


class NotFound(Exception):  # noqa: N818 - it is no error: it says why an entry corrects nothing
    """Why an entry corrects nothing."""


def correct(
    report: Report, entries: Iterable[Entry], findings: Mapping[str, Finding]
) -> tuple[Report, tuple[Correction, ...], dict[Entry, str]]:
    """The report with the corrections of `entries`; the corrections; and, by entry, why one corrects nothing.

    Each entry is about one of `findings`, by name. A later entry sees what an earlier one made of a figure.
    """
    current = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    made: list[Correction] = []
    failed: dict[Entry, str] = {}
    for entry in entries:
        try:
            found = _corrected(current, entry, findings[entry.finding])
        except NotFound as reason:
            failed[entry] = str(reason)
            continue
        made += found
        replaced = {correction.printed: correction.corrected for correction in found}
        current = [replaced.get(occurrence, occurrence) for occurrence in current]
    if not made:
        return report, (), failed
    corrected = build_report(report.name, current, report.leftovers, report.undetermined, report.suggestions)
    notes = (*report.footnotes, *_notes(corrected, made))
    return replace(corrected, texts=report.texts, misdated=report.misdated, footnotes=notes), tuple(made), failed


def _notes(report: Report, made: Iterable[Correction]) -> Iterator[Footnote]:
    """What was printed, as a footnote of each corrected fact."""
    ids = occurrence_ids(occurrence for fact in report.facts for occurrence in fact.occurrences)
    for correction in made:
        name = ids[correction.corrected]
        yield Footnote(note_id_on(name), correction.footnote, _LANGUAGE, (name,))


def _corrected(occurrences: Sequence[Occurrence], entry: Entry, finding: Finding) -> list[Correction]:
    if isinstance(entry.target, FigurePlace):
        found = _on_figure(occurrences, entry.target)
        return [Correction(old, _with_value(old, str(entry.stands_for), entry), entry) for old in found]
    if not isinstance(entry.stands_for, Period):
        raise NotFound("it names neither a figure nor a row")
    wrong = {suspect.point.period for suspect in finding.suspects}
    found = [old for old in occurrences if old.span.line == entry.target and old.point.period in wrong]
    if not found:
        raise NotFound(f"line {entry.target} has no fact of the finding's period")
    return [Correction(old, _with_period(old, entry.stands_for, entry), entry) for old in found]


def _on_figure(occurrences: Sequence[Occurrence], place: FigurePlace) -> list[Occurrence]:
    """The facts of a token. Raises NotFound, with where the text stands instead."""
    same = [occurrence for occurrence in occurrences if occurrence.text == place.text]
    found = [occurrence for occurrence in same if occurrence.span.line == place.line]
    columns = sorted({occurrence.span.start + 1 for occurrence in found})
    if place.column is not None:
        found = [occurrence for occurrence in found if occurrence.span.start + 1 == place.column]
    elif len(columns) > 1:
        listed = ", ".join(map(str, columns))
        raise NotFound(f"line {place.line} prints {place.text} at columns {listed}; add 'column'")
    if not found:
        lines = sorted({occurrence.span.line for occurrence in same})
        elsewhere = f"; it stands on line {', '.join(map(str, lines))}" if lines else ""
        at = f"{place.line}:{place.column}" if place.column else f"{place.line}"
        raise NotFound(f"line {at} prints no fact {place.text}{elsewhere}")
    return found


def _with_value(old: Occurrence, text: str, entry: Entry) -> Occurrence:
    """The occurrence with the value of `text`, at the scale of its own number.

    A value keeps its sign as long as the printed sign stays the same, whatever the taxonomy makes of printed signs.
    """
    was, now = next(numbers(old.text), None), next(numbers(text))
    if was is None:
        raise NotFound(f"{old.text!r} prints no number")
    printed = now.value.scaleb(was.places - old.decimals)
    follows = old.value == old.printed or not old.value
    return replace(
        old,
        value=printed if follows else printed * (old.value / old.printed),
        printed=printed,
        decimals=old.decimals + now.places - was.places,
        status="inferred",
        reason=f"printed {old.text}, stands for {text} by the errata: {entry.because}",
    )


def _with_period(old: Occurrence, period: Period, entry: Entry) -> Occurrence:
    reason = f"printed as of {old.point.period}, stands for {period} by the errata: {entry.because}"
    return replace(old, point=replace(old.point, period=period), status="inferred", reason=reason)
