"""A release as facts: each data point once, with all its occurrences."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import DataPoint, Leftover, Occurrence, Status, TextFact, Undetermined
from iij_xbrl.map.tables.suggestions import Suggestion
from iij_xbrl.read.document import Span
from iij_xbrl.taxonomy.index import Calculation

__all__ = [
    "DataPoint",
    "Fact",
    "Footnote",
    "Leftover",
    "Occurrence",
    "Period",
    "Report",
    "Span",
    "Status",
    "TextFact",
    "Undetermined",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """A data point in a report.

    Attributes:
        id: that of the occurrence that is written.
        point: the data point.
        occurrence: the one that is written.
        occurrences: every occurrence, finest first.
        ids: the id of each of them (`report.ids`).
    """

    id: str
    point: DataPoint
    occurrence: Occurrence
    occurrences: tuple[Occurrence, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note in words on facts of a report.

    Attributes:
        id: `report.ids.note_id` of a note on the page, `report.ids.note_id_on` of one that stands nowhere on it.
        text: what the note says, in plain words, single spaces between them.
        language: its language (BCP 47).
        facts: the ids of the occurrences that it qualifies; at least one.
        spans: where the note is printed, line by line or cell by cell in the order of the page; empty for a note that
            the page does not have.
    """

    id: str
    text: str
    language: str
    facts: tuple[str, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A release as facts: each data point once, those left open, what is no fact, and the notes on facts.

    `suggestions` are the lines that the taxonomy lacks for it, `texts` its facts in words.
    `misdated` are words that name a period which cannot be meant, each with why. `left_out` says what of the file was
    not read, a sentence each, and `issuer_doubt` why the release may be another company's, where it was read all the
    same. `calculations` are those that it refers to, where they were looked for already (`report.calculations`).
    """

    name: str
    facts: tuple[Fact, ...]
    leftovers: tuple[Leftover, ...]
    footnotes: tuple[Footnote, ...] = ()
    undetermined: tuple[Undetermined, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    texts: tuple[TextFact, ...] = ()
    misdated: tuple[Leftover, ...] = ()
    left_out: tuple[str, ...] = ()
    issuer_doubt: str = ""
    calculations: tuple[Calculation, ...] | None = None
