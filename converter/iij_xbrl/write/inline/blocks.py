"""The blocks of a release as the inline template prints them: headings, lines, tables with header cells, and pieces.

A piece is a run of text in one style, tagged or not. Offsets have done their work here; the template sees none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from iij_xbrl.extract.cells.numbers import is_dash
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import language_of
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Row, Table, Text, TextKey, rows_of
from iij_xbrl.read.runs import Style, ends_bold, runs
from iij_xbrl.write.inline.enclosures import Enclosure
from iij_xbrl.write.inline.tags import LeftOpen, Region, Remark, TaggedFact
from iij_xbrl.write.inline.texts import Frames

_DEEPEST = 6
_FEW = 2  # a cell with more is prose, or a column that a conversion ran together
_WORDS = re.compile(r"[^\W\d_]{4,}")
_NUMBERS = re.compile(r"[0-9][0-9,.]*")
_ITEM = re.compile(r"\s*[-*•・]\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style, with the facts that its tags report, outermost first.

    `remark` is a note behind it. `opens` and `closes` are the elements around words that begin in front of it and end
    behind it, in the order in which they are written.
    """

    text: str
    style: Style
    facts: tuple[TaggedFact, ...] = ()
    left_open: LeftOpen | None = None
    remark: Remark | None = None
    opens: tuple[Enclosure, ...] = ()
    closes: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading with its level, 1 to 6."""

    level: int
    pieces: tuple[Piece, ...]
    kind: Literal["heading"] = "heading"
    language: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of running text; `is_item` where it starts with a bullet."""

    pieces: tuple[Piece, ...]
    is_item: bool


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """Lines of running text."""

    lines: tuple[LineView, ...]
    kind: Literal["paragraph"] = "paragraph"
    language: str = ""


@dataclass(frozen=True, slots=True)
class CellView:
    """A table cell. `scope` is `col` or `row` for header cells, else empty.

    `figure` is `open` for a number or dash, `closed` for one that ends with a parenthesis, else empty: with it, digits
    can be set under digits.
    """

    pieces: tuple[Piece, ...]
    scope: Literal["", "col", "row"]
    figure: Literal["", "open", "closed"]


@dataclass(frozen=True, slots=True)
class RowView:
    """A table row; `is_group` where it holds a label and nothing else."""

    cells: tuple[CellView, ...]
    is_group: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: its header rows, its other rows, each `width` cells wide, and a line that says what it is."""

    head: tuple[RowView, ...]
    body: tuple[RowView, ...]
    summary: str
    width: int
    kind: Literal["table"] = "table"
    language: str = ""


Tag = Region | Enclosure | Remark
Tags = Mapping[TextKey, Sequence[Tag]]
BlockView = HeadingView | ParagraphView | TableView


def views(document: Document, tables: Iterable[FigureTable], tags: Tags, language: str = "") -> Iterator[BlockView]:
    """The blocks of a document in order; `tables` are its tables as extracted, of a block as many as it holds.

    A block in another language than the document's, `language`, says which.
    """
    extracted: defaultdict[int, list[FigureTable]] = defaultdict(list)
    for table in tables:
        extracted[table.block].append(table)
    for number, block in enumerate(document.blocks):
        own = language_of(*(text.plain for row in rows_of(block) for text in row))
        view = _view(block, extracted[number], tags)
        yield replace(view, language=own if language and own != language else "")


def sheets_of(document: Document, frames: Frames) -> dict[int, int]:
    """The blocks with which a page of a paged format begins, each with its page; never within an element around blocks.

    None for text, where a page is no more than its form feed.
    """
    found: dict[int, int] = {}
    inside = page = 0
    for at, block in enumerate(document.blocks):
        origin = next(rows_of(block))[0].span.origin
        if not inside and origin.line is None and origin.page is not None and origin.page > page:
            found[at] = page = origin.page
        inside += len(frames.opens.get(at, ())) - len(frames.closes.get(at, ()))
    return found


def pieces(text: Text, tags: Sequence[Tag], *, bold: bool = False) -> tuple[Piece, ...]:
    """A text cut into pieces at its styles and at its tags."""
    here = [tag for tag in tags if text.span.start <= tag.start and tag.end <= text.span.end]
    if not here:
        return tuple(Piece(run.text, run.style) for run in runs(text, bold=bold) if run.text or run.style == "break")
    regions = {(tag.start, tag.end): tag for tag in here if isinstance(tag, Region)}
    cuts = {cut for tag in here for cut in (tag.start, tag.end)}
    remarks = {tag.end: tag for tag in here if isinstance(tag, Remark)}
    found = []
    for run in runs(text, bold=bold):
        start = text.span.start + run.start
        end = start + len(run.text)
        if run.style in ("plain", "bold"):
            edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
            found += [
                (
                    left,
                    _piece(
                        run.text[left - start : right - start],
                        run.style,
                        regions.get((left, right)),
                        remarks.get(right),
                    ),
                )
                for left, right in pairwise(edges)
                if left < right
            ]
        elif run.text or run.style == "break":
            found.append((start, Piece(run.text, run.style)))
    return _enclosed(found, sorted((tag for tag in here if isinstance(tag, Enclosure)), key=_outermost_first))


def _piece(text: str, style: Style, region: Region | None, remark: Remark | None) -> Piece:
    return Piece(text, style, region.facts if region else (), region.left_open if region else None, remark)


def _enclosed(found: Sequence[tuple[int, Piece]], enclosures: Sequence[Enclosure]) -> tuple[Piece, ...]:
    """The pieces, each known by its start, with the elements that begin and end at them."""
    opens: defaultdict[int, list[Enclosure]] = defaultdict(list)
    closes: defaultdict[int, list[Enclosure]] = defaultdict(list)
    for enclosure in enclosures:
        inside = [number for number, (start, _) in enumerate(found) if enclosure.start <= start < enclosure.end]
        if inside:
            opens[inside[0]].append(enclosure)
            closes[inside[-1]].insert(0, enclosure)
    return tuple(
        replace(piece, opens=tuple(opens[number]), closes=tuple(closes[number])) if enclosures else piece
        for number, (_, piece) in enumerate(found)
    )


def _outermost_first(enclosure: Enclosure) -> tuple[int, int]:
    return enclosure.start, -enclosure.end


def _view(block: Block, extracted: Sequence[FigureTable], tags: Tags) -> BlockView:
    if isinstance(block, Heading):
        return HeadingView(min(block.level, _DEEPEST), pieces(block.text, tags.get(block.text.span.text_key, ())))
    if isinstance(block, Paragraph):
        return _paragraph(block, tags)
    return _table(block, extracted, tags)


def _paragraph(paragraph: Paragraph, tags: Tags) -> ParagraphView:
    lines, bold = [], False
    for line in paragraph.lines:
        found = pieces(line, tags.get(line.span.text_key, ()), bold=bold)
        lines.append(LineView(found, bool(_ITEM.match(line.plain))))
        bold = ends_bold(line, bold=bold)
    return ParagraphView(tuple(lines))


def _table(table: Table, extracted: Sequence[FigureTable], tags: Tags) -> TableView:
    """A table with the headers of the first of those that it is extracted as; what is below them is its body.

    One that is the title or the caption of what follows it is extracted as none.
    """
    width = max(len(row.cells) for row in table.rows)
    if not extracted:
        said = " ".join(text.plain.strip() for row in table.rows for text in row.texts)
        rows = tuple(_row(row, width, tags) for row in table.rows if _has_text(row))
        return TableView((), rows, " ".join(said.split()), width)
    first = extracted[0]
    headers = {cells[0].text.span.row for cells in first.headers if cells}
    last = max((position for position in range(len(table.rows)) if position in headers), default=-1)
    head, body = table.rows[: last + 1], table.rows[last + 1 :]
    if not any(_has_text(row) for row in body):  # a table of words only: XHTML wants a body
        head, body = (), table.rows
    captions = (f"{mention.period}" for mention in first.section.captions)
    title = first.section.titles[-1] if first.section.titles else f"Table {first.number}"
    return TableView(
        head=tuple(_row(row, width, tags, header=True) for row in head if _has_text(row)),
        body=tuple(_row(row, width, tags, labelled=first.has_labels) for row in body if _has_text(row)),
        summary=", ".join([title, *captions]),
        width=width,
    )


def _row(row: Row, width: int, tags: Tags, *, header: bool = False, labelled: bool = False) -> RowView:
    cells = []
    for index, text in enumerate(row.texts):
        plain = text.plain.strip()
        scope: Literal["", "col", "row"] = ""
        if plain and header:
            scope = "col"
        elif plain and labelled and index == 0:
            scope = "row"
        cells.append(CellView(pieces(text, tags.get(text.span.text_key, ())), scope, "" if scope else _figure(plain)))
    filler = CellView((), "", "")
    filled = [index for index, cell in enumerate(cells) if cell.pieces]
    return RowView((*cells, *(filler for _ in range(width - len(cells)))), filled == [0] and not header)


def _has_text(row: Row) -> bool:
    return any(text.plain.strip() for text in row.texts)


def _figure(plain: str) -> Literal["", "open", "closed"]:
    few_numbers = 0 < len(_NUMBERS.findall(plain)) <= _FEW and len(_WORDS.findall(plain)) < _FEW
    if not few_numbers and not is_dash(plain):
        return ""
    return "closed" if plain.endswith((")", "）")) else "open"
