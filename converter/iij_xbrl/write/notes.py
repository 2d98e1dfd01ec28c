"""Footnotes as the syntaxes share them: on the facts that are written (XBRL 2.1, section 4.11)."""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.report.model import Footnote, Report

LINK_ROLE = "http://www.xbrl.org/2003/role/link"
FACT_FOOTNOTE = "http://www.xbrl.org/2003/arcrole/fact-footnote"


def notes_on(report: Report, *, all_occurrences: bool) -> tuple[Footnote, ...]:
    """The footnotes of a report on the facts that are written: on each data point's one fact, or on every occurrence.

    A note on any occurrence of a data point is a note on the fact that is written for it.
    """
    if all_occurrences or not report.footnotes:
        return report.footnotes
    written = {id_: fact.id for fact in report.facts for id_ in fact.ids}
    return tuple(
        replace(note, facts=tuple(dict.fromkeys(written[fact] for fact in note.facts))) for note in report.footnotes
    )


def notes_by_fact(notes: tuple[Footnote, ...]) -> dict[str, list[str]]:
    """The ids of the notes on each fact, by the fact's id."""
    found: dict[str, list[str]] = {}
    for note in notes:
        for fact in note.facts:
            found.setdefault(fact, []).append(note.id)
    return found
