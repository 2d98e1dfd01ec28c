"""Numbers of a table that are no figures of it: in headers, and in row labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from iij_xbrl.extract.cells.numbers import numbers
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.widths import narrow
from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.languages import CURRENCIES, JAPANESE, says, spoken
from iij_xbrl.map.non_facts import HAS_DIGITS, accounted, explained, is_letter, plain_numbers
from iij_xbrl.read.document import Span, Text, TextKey
from iij_xbrl.read.marks import digits
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.no_figures import (
    CopyOfRow,
    DamagedDate,
    DateOrPeriod,
    FootnoteMark,
    ListNumber,
    PartOfName,
    RestOfAmount,
)
from iij_xbrl.reasons.tables import NumberInHeader, NumberInLabel, NumberOfNote

_UNIT = JAPANESE.patterns["units.word"]
_YEAR_DIGITS = 4
_NEAR = 8  # characters, more than a currency's code has
_CODE = re.compile(r"\b[A-Z]{2,3}$")
_COUNTRIES = frozenset(code[:2] for code in CURRENCIES.minor_units)


def asides(table: FigureTable, facts: Iterable[Occurrence]) -> Iterator[Leftover]:
    """The numbers in the headers and row labels of a table that are no facts, and copies of rows; each with why."""
    taken = {fact.span.at for fact in facts}
    for item in _all(table):
        if item.span.at not in taken:  # the header of a column of pairs stands over both columns
            taken.add(item.span.at)
            yield item


def _all(table: FigureTable) -> Iterator[Leftover]:
    section = table.section.path
    for cells in table.headers:
        for cell in cells:
            yield from _in_text(cell.text, section, "a number of a column header", header=True)
    for row in table.rows:
        yield from _in_text(row.label_text, section, row.printed_label, header=False)
        yield from _marks(row, section)
        yield from _said(row, section)
        for rest in (item.figure.rest for item in row.figures if item.figure.rest):
            yield Leftover(rest.span, rest.text, row.printed_label, section, "not-a-fact", RestOfAmount())
        for item in row.copies:
            figure = item.figure
            yield Leftover(figure.span, figure.text, row.printed_label, section, "not-a-fact", CopyOfRow())
    for figure in (figure for cell in table.notes for figure in cell.figures):
        yield Leftover(figure.span, figure.text, "", section, "unmapped", NumberOfNote())


def _marks(row: TableRow, section: str) -> Iterator[Leftover]:
    """The digits of the marks of notes in the cells of a row, beside its figures."""
    marked = [(text, start, end) for text in row.cells for start, end in digits(text.raw)]
    figures: defaultdict[TextKey, list[Span]] = defaultdict(list)
    for item in (*row.figures, *row.copies) if marked else ():
        figures[item.figure.span.text_key].append(item.figure.span)
    for text, start, end in marked:
        span = text.span.within(start, end)
        if not any(figure.holds(span) for figure in figures[span.text_key]):
            yield Leftover(span, text.raw[start:end], row.printed_label, section, "not-a-fact", FootnoteMark())


def _said(row: TableRow, section: str) -> Iterator[Leftover]:
    """The numbers of Japanese texts in cells of a row in place of figures: `効力発生日 | 2022年12月5日`."""
    figures = {item.figure.span.text_key for item in (*row.figures, *row.copies)}
    for text in row.cells:
        if text.span.text_key in figures or not JAPANESE.script.search(text.plain):
            continue
        for start, end, reason in accounted(text):
            span, printed = text.span.within(start, end), text.raw[start:end]
            if reason:
                yield Leftover(span, printed, row.printed_label, section, "not-a-fact", reason)
            else:
                yield Leftover(span, printed, row.printed_label, section, "unmapped", NumberInLabel())


def _in_text(text: Text, section: str, label: str, *, header: bool) -> Iterator[Leftover]:
    if not HAS_DIGITS.search(text.raw):
        return
    for start, end in digits(text.raw):
        yield Leftover(text.span.within(start, end), text.raw[start:end], label, section, "not-a-fact", FootnoteMark())
    periods = {
        at
        for language in spoken(text.plain)
        for match in language.patterns["non_facts.period_in_label"].finditer(narrow(text.plain))
        for at in range(match.start(), match.end())
    }
    lead = None if header else says("labels.lead", narrow(text.plain))
    named = _named(text)
    for number in numbers(text.plain):
        span = text.span.within(number.start, number.end)
        printed = text.plain[number.start : number.end]
        before = _before(text.plain, number.start)
        around = before[-1:] + text.plain[number.end : number.end + 1]
        if not periods.isdisjoint(range(number.start, number.end)):
            yield Leftover(span, printed, label, section, "not-a-fact", DateOrPeriod())
        elif lead and number.start < lead.end():
            yield Leftover(span, printed, label, section, "not-a-fact", ListNumber())
        elif number.start in named:
            yield Leftover(span, printed, label, section, "not-a-fact", named[number.start])
        elif any(map(is_letter, around)):
            yield Leftover(span, printed, label, section, "not-a-fact", PartOfName())
        elif header and printed.isdigit() and len(printed) <= _YEAR_DIGITS:
            yield Leftover(span, printed, label, section, "not-a-fact", DamagedDate())
        elif header:
            yield Leftover(span, printed, label, section, "unmapped", NumberInHeader())
        else:
            yield Leftover(span, printed, label, section, "unmapped", NumberInLabel())


def _named(text: Text) -> dict[int, Reason]:
    """What numbers of a Japanese text are by the words around them, by where they start; amounts are none of these.

    Its words stand without spaces, so that letters beside a number do not tell that it is part of a name.
    """
    if not JAPANESE.script.search(text.plain):
        return {}
    told = {start: reason for start, _, reason in explained(text)}
    for number in plain_numbers(text.plain):
        behind = narrow(text.plain[number.end : number.end + _NEAR]).lstrip()
        is_amount = number.percent or not text.plain[number.start : number.end].isdigit() or _UNIT.match(behind)
        if not is_amount and JAPANESE.script.match(behind):
            told.setdefault(number.start, PartOfName())
    return told


def _before(text: str, start: int) -> str:
    """The last characters in front of a number, a currency aside."""
    before = text[max(0, start - _NEAR) : start]
    code = _CODE.search(before)
    return before[: code.start()] + " " if code and _is_currency(code.group()) else before


def _is_currency(code: str) -> bool:
    """Whether capitals are a currency's code, or the country of one (`US 5`)."""
    return code in CURRENCIES.minor_units or code in _COUNTRIES
