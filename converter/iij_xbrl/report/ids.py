"""Ids of facts, the same in every syntax: `f.r_l12c34.v` is what is printed on line 12 from character 34.

Where a place in the file tells no figures apart (the cell of a sheet, a box of a page), the figure is named by where it
stands in the document: `f.r_b5r2c3s0.v` is in block 5, row 2, cell 3, from character 0.

The shape is the one that xBRL-CSV gives to facts: table, `r_` and row, column. Most tokens print one fact; a token that
prints several (`206,478 shares at March 31 and September 30`) has `f.r_l12c34.v`, `f.r_l12c34b.v`, `f.r_l12c34c.v`, ...
"""

from __future__ import annotations

from collections.abc import Iterable

from iij_xbrl.read.document import At
from iij_xbrl.report.model import Occurrence, Report, Span, TextFact, Undetermined

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def occurrence_id(occurrence: Occurrence, nth: int = 0) -> str:
    """The id of the `nth` fact (from 0) on the token of `occurrence`. `occurrence_ids` knows the `nth` of each."""
    return _fact_id(occurrence.span, nth)


def _fact_id(span: Span, nth: int = 0) -> str:
    rest, letter = divmod(nth, len(_LETTERS))
    suffix = "" if nth == 0 else _LETTERS[letter] + (str(rest) if rest else "")
    return f"f.r_{span.name}{suffix}.v"


def ids_of(report: Report) -> dict[Occurrence, str]:
    """The id of each occurrence of a report."""
    return {
        occurrence: id_ for fact in report.facts for occurrence, id_ in zip(fact.occurrences, fact.ids, strict=True)
    }


def ids_in_order(report: Report) -> dict[Occurrence, str]:
    """The id of each occurrence of a report, in the order of the page."""
    return dict(sorted(ids_of(report).items(), key=lambda pair: (pair[0].span.at, len(pair[1]), pair[1])))


def occurrence_ids(occurrences: Iterable[Occurrence]) -> dict[Occurrence, str]:
    """The ids that occurrences have in a report of them, in the order of the page.

    The facts of one token are told apart by their own content (end of the span, concept, dimensions, period, unit), so
    the ids do not depend on the order in which the occurrences arrive.
    """
    by_token: dict[At, list[Occurrence]] = {}
    for occurrence in dict.fromkeys(occurrences):
        by_token.setdefault(occurrence.span.at, []).append(occurrence)
    return {
        occurrence: occurrence_id(occurrence, nth)
        for _, on_token in sorted(by_token.items())
        for nth, occurrence in enumerate(sorted(on_token, key=_order) if len(on_token) > 1 else on_token)
    }


def undetermined_id(dash: Undetermined) -> str:
    """The id of a data point that a dash leaves open: a token of its own, with one fact."""
    return _fact_id(dash.span)


def text_id(fact: TextFact) -> str:
    """The id of a fact in words, of which there is one for a concept: `t.r_EntityName.v`."""
    return f"t.r_{fact.concept}.v"


def note_id(span: Span) -> str:
    """The id of a note that is printed from `span` on: `n.r_l240c0.v`."""
    return f"n.r_{span.name}.v"


def note_id_on(fact_id: str) -> str:
    """The id of a note that the page does not have, on the fact of `fact_id`: `n.r_on_l12c34.v`."""
    return f"n.r_on_{row_of(fact_id)}.v"


def row_of(fact_id: str) -> str:
    """The row of a fact's or note's id in a table of xBRL-CSV: `l12c34`."""
    return fact_id.split(".")[1].removeprefix("r_")


def _order(occurrence: Occurrence) -> tuple[object, ...]:
    point = occurrence.point
    return (
        occurrence.span.end,
        point.concept,
        point.dimensions,
        point.period.end,
        str(point.period.start or ""),
        point.unit,
        occurrence.value,
        occurrence.decimals,
        occurrence.text,
        occurrence.label,
    )
