"""The findings of a check beside the page, as one HTML file: no script, no network, every figure linked both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from iij_xbrl.borders import markup_text, xml_text
from iij_xbrl.messages.words import Words
from iij_xbrl.present.findings.quote import QuotedRow, quoted_rows
from iij_xbrl.present.findings.sheets import Sheet, sheets, spot_id
from iij_xbrl.present.findings.terminal import counted
from iij_xbrl.present.findings.words import IN_ENGLISH, in_words
from iij_xbrl.prove.check import Check, Checked, Place
from iij_xbrl.prove.findings import SEVERITIES
from iij_xbrl.read.document import Document, Heading, Paragraph, Span, Table, Text, TextKey
from iij_xbrl.read.origins import Origin
from iij_xbrl.write.markup import environment

_TEMPLATE = "findings.html.j2"
_QUOTED_WIDTH = 110
_PAGE_LEVEL = 2  # the heading above the page
_WIDE = 6  # columns from which a table is given a scroller of its own
_FIGURE = re.compile(r"[\s(（△▲$¥€]*[-−–—]?[\d.,]+\s*[%％]?[)）]?\s*|\s*[-‐–—−]\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure on the page that findings are about: its id, their numbers, how the first one looks, its role.

    `look` is a severity, or `decided`.
    """

    id: str
    numbers: tuple[int, ...]
    look: str
    is_suspect: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, marked or not."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: its cells (one where it is no row), and whether each is a figure.

    `number` is its line in the file, or its place where the format has no lines.
    """

    id: str
    number: str
    cells: tuple[tuple[Piece, ...], ...]
    figures: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A block of the page: `heading`, `paragraph` or `table`; `amounts` tells which columns hold figures."""

    kind: str
    lines: tuple[Line, ...]
    level: int = 0
    amounts: tuple[bool, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether a table needs a scroller of its own."""
        return len(self.amounts) >= _WIDE


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the report lists it."""

    number: int
    item: Checked
    rows: tuple[QuotedRow, ...]


def findings_html(check: Check, fail_on: str, words: Words = IN_ENGLISH) -> str:
    """The check as an HTML page, what it says beside the release in `words`."""
    items = [*check.found, *check.decided]
    shown = [
        Shown(number, item, tuple(quoted_rows(item.places, _QUOTED_WIDTH))) for number, item in enumerate(items, 1)
    ]
    marks = _marks(shown, check)
    open_ = shown[: len(check.found)]
    groups = [
        (severity, found)
        for severity in SEVERITIES
        if (found := [one for one in open_ if one.item.finding.severity == severity])
    ]
    templates = environment()
    templates.filters["printable"] = xml_text
    page = templates.get_template(_TEMPLATE).render(
        release=check.release.path,
        groups=groups,
        decided=shown[len(check.found) :],
        errata=check.errata,
        counted=counted(check, words),
        words=words,
        told=lambda finding: in_words(finding, words),
        spot=lambda origin: _spot(origin, words),
        failed=check.fails(fail_on),
        fail_on=fail_on,
        blocks=list(_views(check.release.document, marks)),
        sheets=(on_sheets := _sheets(check, shown)),
        target=_Targets(check, marks, frozenset(spot.id for sheet in on_sheets for spot in sheet.spots)),
    )
    return markup_text(page)


def _spot(origin: Origin, words: Words) -> str:
    """Where a figure stands, by line and column or as its format has places."""
    if origin.start is None:
        return origin.words
    if origin.line is None:
        return words("{place}, column {column}", place=origin.words, column=origin.start + 1)
    return words("line {line}, column {column}", line=origin.line, column=origin.start + 1)


Marks = dict[TextKey, dict[tuple[int, int], Mark]]


def _marks(shown: Iterable[Shown], check: Check) -> Marks:
    """The marks by text and place in it. Where findings share a figure, the first, gravest one gives its look."""
    marks: Marks = {}
    for one in shown:
        for place in one.item.places:
            if place.file != check.release.path or place.span.end <= place.span.start:
                continue
            in_text = marks.setdefault(place.span.text_key, {})
            key = place.span.start, place.span.end
            known = in_text.get(key)
            if known is None:
                look = "decided" if one.item.entry else one.item.finding.severity
                in_text[key] = Mark(place.span.name, (one.number,), look, place.is_suspect)
            elif one.number not in known.numbers:
                in_text[key] = replace(known, numbers=(*known.numbers, one.number))
    return marks


def _sheets(check: Check, shown: Iterable[Shown]) -> list[Sheet]:
    return sheets(
        check.release.path,
        (
            (one.number, "decided" if one.item.entry else one.item.finding.severity, place)
            for one in shown
            for place in one.item.places
            if place.file == check.release.path
        ),
    )


class _Targets:
    """Where a place is linked to: its spot on a sheet, its mark, or its row; nothing in another file."""

    def __init__(self, check: Check, marks: Marks, spots: frozenset[str]) -> None:
        self.release = check.release.path
        self.marks = marks
        self.spots = spots

    def __call__(self, place: Place) -> str:
        if place.file != self.release:
            return ""
        if spot_id(place) in self.spots:
            return spot_id(place)
        mark = self.marks.get(place.span.text_key, {}).get((place.span.start, place.span.end))
        return mark.id if mark else _id(place.span)


def _views(document: Document, marks: Marks) -> Iterator[View]:
    """The blocks; headings start below the page's own and skip no level, whatever the source does."""
    level = _PAGE_LEVEL
    for block in document.blocks:
        if isinstance(block, Heading):
            level = min(block.level + _PAGE_LEVEL, level + 1, 6)
            yield View("heading", (_line(block.text, marks),), level)
        elif isinstance(block, Paragraph):
            yield View("paragraph", tuple(_line(text, marks) for text in block.lines))
        else:
            yield _table(block, marks)


def _table(table: Table, marks: Marks) -> View:
    width = max(len(row.cells) for row in table.rows)
    lines = tuple(_row(table, marks, width))
    return View("table", lines, amounts=tuple(any(line.figures[column] for line in lines) for column in range(width)))


def _id(span: Span) -> str:
    """The id of a row of the page."""
    return f"b{span.block}r{span.row}"


def _number(span: Span) -> str:
    """What the row is numbered by: its line, or its place where the format has no lines."""
    return str(span.origin if span.origin.line is None else span.origin.line)


def _line(text: Text, marks: Marks) -> Line:
    return Line(_id(text.span), _number(text.span), (tuple(_pieces(text, marks)),))


def _row(table: Table, marks: Marks, width: int) -> Iterator[Line]:
    for row in table.rows:
        cells = [tuple(_pieces(cell, marks)) for cell in row.texts]
        figures = [bool(_FIGURE.fullmatch(cell.plain)) for cell in row.texts]
        missing = width - len(cells)
        yield Line(_id(row.span), _number(row.span), (*cells, *((),) * missing), (*figures, *(False,) * missing))


def _pieces(text: Text, marks: Marks) -> Iterator[Piece]:
    """The parts of a text; a mark that overlaps one before it is left to its row."""
    position = 0
    for (start, end), mark in sorted(marks.get(text.span.text_key, {}).items()):
        low, high = start - text.span.start, end - text.span.start
        if not position <= low < high <= len(text.plain):
            continue
        if low > position:
            yield Piece(xml_text(text.plain[position:low]))
        yield Piece(xml_text(text.plain[low:high]), mark)
        position = high
    if position < len(text.plain):
        yield Piece(xml_text(text.plain[position:]))
