"""Puts corrections into a report: what the errata say a figure or a row stands for, instead of what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.extract.cells.numbers import numbers
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import Occurrence
from iij_xbrl.languages import language_of
from iij_xbrl.messages.words import ENGLISH, LANGUAGES, Words, words_of
from iij_xbrl.prove.errata import Entry, FigurePlace, RowPlace
from iij_xbrl.prove.findings import Finding
from iij_xbrl.read.document import RowKey
from iij_xbrl.read.origins import in_words
from iij_xbrl.reasons.evidence import CorrectedByErrata, RedatedByErrata
from iij_xbrl.report import Report, build_report
from iij_xbrl.report.ids import ids_of, note_id_on
from iij_xbrl.report.model import Footnote


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure that the report carries otherwise than printed."""

    printed: Occurrence
    corrected: Occurrence
    entry: Entry

    @property
    def language(self) -> str:
        """The language in which the errata give their reason."""
        return language_of(self.entry.because)

    @property
    def footnote(self) -> str:
        """What an XBRL footnote of the corrected fact says (XBRL 2.1, section 4.11), in the language of its reason."""
        return self.told(words_of(self.language) if self.language in LANGUAGES else words_of(ENGLISH))

    def told(self, words: Words) -> str:
        """What was printed, what it stands for and why, in words."""
        if self.printed.point != self.corrected.point:
            said, meant = str(self.printed.point.period), str(self.corrected.point.period)
        else:
            said, meant = self.printed.text, str(self.entry.stands_for)
        because = self.entry.because
        return words("Printed as {said}; stands for {meant}: {because}", said=said, meant=meant, because=because)


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
    ids = ids_of(report)
    for correction in made:
        name = ids[correction.corrected]
        yield Footnote(note_id_on(name), correction.footnote, correction.language, (name,))


def _corrected(occurrences: Sequence[Occurrence], entry: Entry, finding: Finding) -> list[Correction]:
    if isinstance(entry.target, FigurePlace):
        found = _on_figure(occurrences, entry.target, finding)
        return [Correction(old, _with_value(old, str(entry.stands_for), entry), entry) for old in found]
    if not isinstance(entry.stands_for, Period):
        raise NotFound("it names neither a figure nor a period")
    wrong = {suspect.point.period for suspect in finding.suspects}
    suspected = {suspect.span.row_key for suspect in finding.suspects}
    rows = suspected if entry.target is None else _rows(occurrences, entry.target)
    found = [old for old in occurrences if old.span.row_key in rows and old.point.period in wrong]
    if not found:
        raise NotFound(f"{entry.target or 'the finding'} has no fact of the finding's period")
    return [Correction(old, _with_period(old, entry.stands_for, entry), entry) for old in found]


def _rows(occurrences: Iterable[Occurrence], row: RowPlace) -> set[RowKey]:
    """The rows of the document that an entry names: those of its line, or that in which its place is."""
    if row.place is None:
        return {item.span.row_key for item in occurrences if item.span.origin.line == row.line}
    return {item.span.row_key for item in occurrences if item.span.origin.holds(row.place)}


def _on_figure(occurrences: Sequence[Occurrence], place: FigurePlace, finding: Finding) -> list[Occurrence]:
    """The facts of a token, or of each of the finding's. Raises NotFound, with where the text stands instead."""
    same = [occurrence for occurrence in occurrences if occurrence.text == place.text]
    if place.row is None:
        spans = {item.span for item in (*finding.suspects, *finding.others)}
        found = [item for item in same if item.span in spans]
        if not found:
            raise NotFound(f"the finding has no figure that is printed as {place.text}")
        return found
    if place.row.place is not None:
        found = [item for item in same if item.span.origin.holds(place.row.place)]
    else:
        found = [item for item in same if item.span.origin.line == place.row.line]
    columns = sorted({_column(item) for item in found})
    if place.column is not None:
        found = [item for item in found if _column(item) == place.column]
    elif place.row.place is None and len(columns) > 1:
        listed = ", ".join(map(str, columns))
        raise NotFound(f"{place.row} prints {place.text} at columns {listed}; add 'column'")
    if not found:
        elsewhere = f"; it stands on {in_words(item.span.origin for item in same)}" if same else ""
        at = f"{place.row}:{place.column}" if place.column else f"{place.row}"
        raise NotFound(f"{at} prints no fact {place.text}{elsewhere}")
    return found


def _column(item: Occurrence) -> int:
    """The column of a figure from 1, where its format has columns."""
    return (item.span.origin.start or 0) + 1


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
        reason=CorrectedByErrata(old.text, text, entry.because),
    )


def _with_period(old: Occurrence, period: Period, entry: Entry) -> Occurrence:
    reason = RedatedByErrata(str(old.point.period), str(period), entry.because)
    return replace(old, point=replace(old.point, period=period), status="inferred", reason=reason)
