"""The blocks of a page, top to bottom: texts between the borders of block elements, and tables as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from iij_xbrl.read.file import BLOCKS, CELLS, ROWS, File
from iij_xbrl.read.html.boxes import name_boxes
from iij_xbrl.read.html.items import BULLET, Items
from iij_xbrl.read.html.set_tables import name_tables
from iij_xbrl.read.html.sheet_frames import without_frame
from iij_xbrl.read.html.source import Page, Piece
from iij_xbrl.read.html.style_sheets import classes_of, style_by_class
from iij_xbrl.read.html.styles import Declared, Style, declared, is_short, is_shown, quotations_of, style_of
from iij_xbrl.read.html.texts import QUOTED, STRUCK, Writing

_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
    }
    | {"mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"}
    | {"time", "tt", "u", "var", "wbr", "img", "input", "button"}
)
_HINTS = ("title", "summary", "aria-label")
_PARTS = ("section", "article", "aside", "figure", "details")  # of a page, which may say what a table in them is of
_LARGEST_SPAN = 1000  # of a cell (HTML Standard, 4.9.11)
_MOST_ROWS = 65534
_PLAIN = Style()
_NOTHING = Declared()


@dataclass(slots=True)
class WrittenCell:
    """A cell as written. `header` tells a `th`; `column` is where it stands in the grid of its table, from 0."""

    writing: Writing
    rowspan: int
    colspan: int
    header: bool
    column: int = 0


@dataclass(slots=True)
class WrittenTable:
    """A table as written: its rows of cells, and what attributes say of it or of a cell, which no page shows."""

    rows: list[list[WrittenCell]] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    kind: Literal["table"] = "table"


@dataclass(slots=True)
class WrittenText:
    """Lines of text between the borders of blocks; `level` is that of a heading, else 0.

    `is_set` tells of text whose white space stands; its white lines are among the others.
    """

    lines: list[Writing]
    level: int = 0
    is_set: bool = False
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a new page begins, or a rule parts the text."""

    kind: Literal["break"] = "break"


Written = WrittenTable | WrittenText | PageBreak


def written(page: Page, file: File) -> list[Written]:
    """The blocks of a page. Raises InputError as soon as there are more of them, or of rows, than its limits allow."""
    reader = _Reader(page, file)
    reader.read()
    return reader.found


class _Reader:
    """Goes through the tree once. Inside a cell of a table of figures everything is the cell's text."""

    def __init__(self, page: Page, file: File) -> None:
        self.page = page
        self.file = file
        self.texts = self.rows = 0
        self.found: list[Written] = []
        self.lines: list[Writing] = [Writing()]
        self.level = 0
        self.items = Items()
        self.tables: list[WrittenTable] = []
        self.cell: WrittenCell | None = None
        self.styles: dict[str, Declared] = {}
        self.classes = classes_of(page.root)
        name_tables(page.root, self.classes)
        name_boxes(page, self.classes)
        self.by_class: dict[tuple[str, str], str] = {}
        self.figures: list[int] = []  # where those begin whose captions are not read yet
        self.grids = _tables_of_cells(page.root)
        self.quotations = quotations_of(page.root)

    def read(self) -> None:
        """Read the page."""
        styles: list[tuple[Style, Declared]] = [(_PLAIN, _NOTHING)]
        walk = etree.iterwalk(self.page.root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "end":
                style, own = styles.pop()
                self._ends(element, tag, own)
                self._text(element.tail, styles[-1][0])
                continue
            own = self._declared(self._style(element, tag))
            if not is_shown(element, tag, own):
                walk.skip_subtree()
                styles.append((styles[-1][0], _NOTHING))
                continue
            is_quoted = element in self.quotations and not (self.cell and is_short(element))  # only set in
            style = style_of(element, tag, styles[-1][0], own, quoted=is_quoted)
            styles.append((style, own))
            self._begins(element, tag, own)
            self._text(element.text, style)
        self._flush()

    def _style(self, element: etree._Element, tag: str) -> str:
        """What style sheets say of the classes of an element, and what it says itself, which counts more."""
        own, names = element.get("style", ""), element.get("class", "") if self.classes else ""
        if not names:
            return own
        if (tag, names) not in self.by_class:
            self.by_class[tag, names] = style_by_class(tag, names, self.classes)
        return ";".join(filter(None, (self.by_class[tag, names], own)))

    def _declared(self, style: str) -> Declared:
        if not style:
            return _NOTHING
        if style not in self.styles:
            self.styles[style] = declared(style)
        return self.styles[style]

    def _text(self, text: str | None, style: Style) -> None:
        if not text:
            return
        writing = self.cell.writing if self.cell else self.lines[-1]
        numbers = list(self.page.texts(text))
        if not numbers:
            self._blank(text, writing, style)
            return
        if text[0].isspace():
            self._blank(text[: len(text) - len(text.lstrip())], writing, style)
        marks = self.items.taken()
        if marks:
            writing.said(marks, 0)
        elif style.signs and not self.cell and writing.is_blank and self._is_sign(numbers):
            writing.said(BULLET, self.page.pieces[numbers[0]].start)
            return
        for number in numbers:
            piece = self.page.pieces[number]
            if style.as_is and not self.cell:
                self._as_is(piece)
            else:
                apart = STRUCK if style.struck else QUOTED if style.quoted else ""
                is_text = not (self.cell or self.level)
                taken = writing.run_in(piece, is_head=style.bold or style.leaning) if is_text else 0
                writing.put(piece, bold=style.bold, high=style.high, apart=apart, position=taken)
        if text[-1].isspace():
            self._blank(text[len(text.rstrip()) :], writing, style)

    def _is_sign(self, numbers: Sequence[int]) -> bool:
        """Whether pieces of the page are a single letter."""
        return len(numbers) == 1 and len(self.page.pieces[numbers[0]].text.strip()) == 1

    def _blank(self, text: str, writing: Writing, style: Style) -> None:
        if not style.as_is or self.cell:
            writing.space()
            return
        first, *more = text.split("\n")
        writing.put_blank(first)
        for line in more:
            self.lines.append(Writing())
            self.lines[-1].put_blank(line)

    def _as_is(self, piece: Piece) -> None:
        """Text whose white space stands: each of its lines is one."""
        start = 0
        for line in piece.text.split("\n"):
            if start:
                self.lines.append(Writing())
            end = start + len(line)
            self.lines[-1].put_as_is(piece, start, end - line.endswith("\r"))
            start = end + 1

    def _begins(self, element: etree._Element, tag: str, own: Declared) -> None:
        if tag == "table":
            self._table_begins(element)
        elif tag in ("td", "th") and self.tables and not (self.cell and not self._is_own(element)):
            self._cell_begins(element, tag)
        elif tag == "tr" and self.tables and self._is_own(element):
            self._hint(element)
            self.tables[-1].rows.append([])
            self.rows += 1
            self._within("rows", self.rows, ROWS)
        elif tag == "br":
            self._line_ends()
            if own.breaks_page:
                self._border()
                self._page_ends()
        elif tag not in _INLINE and not tag.startswith("ix:"):
            self._block_begins(element, tag, own)
        if own.inset and self.cell and self.cell.writing.is_blank:
            self.cell.writing.inset += own.inset

    def _block_begins(self, element: etree._Element, tag: str, own: Declared) -> None:
        self._border()
        if tag == "figure":
            self.figures.append(len(self.found))
        if tag == "hr" or own.breaks_page:
            self._page_ends()
        if tag == "li":
            self.items.begins(element)
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.level = int(tag[1])

    def _ends(self, element: etree._Element, tag: str, own: Declared) -> None:
        if tag == "table" and self.tables and element in self.grids:
            table = self.tables.pop()
            table.rows = without_frame(table.rows)
            self.found.append(table)
            self.cell = None
        elif tag in ("td", "th") and self.cell and self._is_own(element):
            self.cell = None
        elif tag not in _INLINE and tag != "br" and not tag.startswith("ix:"):
            if tag == "li":
                self.items.ends(element)
            self._border()
            if tag == "figcaption":
                self._caption_ends()
            if own.breaks_page:
                self._page_ends()

    def _caption_ends(self) -> None:
        """A caption below the table of its figure stands in front of it, as one above does."""
        start = self.figures.pop() if self.figures else len(self.found)
        table = next((at for at in range(start, len(self.found)) if self.found[at].kind == "table"), None)
        if table is not None and self.found[-1].kind == "text":
            self.found.insert(table, self.found.pop())

    def _is_own(self, element: etree._Element) -> bool:
        """Whether a row or cell is of the innermost table of figures, not of one that only arranges its cells."""
        return next(element.iterancestors("table"), None) in self.grids

    def _table_begins(self, element: etree._Element) -> None:
        if element in self.grids:
            self._flush()
            self.tables.append(WrittenTable())
            for part in element.iterancestors(*_PARTS):
                self._hint(part)
            self._hint(element)
        else:
            self._border()

    def _cell_begins(self, element: etree._Element, tag: str) -> None:
        table = self.tables[-1]
        if not table.rows:
            table.rows.append([])
        rowspan = _span(element.get("rowspan"), _MOST_ROWS)
        self.cell = WrittenCell(Writing(), rowspan, _span(element.get("colspan"), _LARGEST_SPAN), tag == "th")
        table.rows[-1].append(self.cell)
        self._hint(element)
        self._within("cells", len(table.rows[-1]), CELLS)

    def _hint(self, element: etree._Element) -> None:
        """Keep what attributes say of a part of the innermost table."""
        said = (" ".join(element.get(name, "").split()) for name in _HINTS)
        self.tables[-1].hints += filter(None, said)

    def _border(self) -> None:
        if self.cell:
            self.cell.writing.space()
        else:
            self._flush()

    def _line_ends(self) -> None:
        if self.cell:
            self.cell.writing.space()
        elif len(self.lines) > 1 and self.lines[-1].is_blank and not self.lines[-1].is_set and not self.level:
            self._flush()  # an empty line ends a paragraph
        else:
            self.lines.append(Writing())

    def _page_ends(self) -> None:
        if not self.tables:
            self.found.append(PageBreak())

    def _flush(self) -> None:
        lines = [line for line in self.lines if not line.is_blank]
        if lines:
            for line in lines if len(lines) > 1 else ():
                line.end_head()
            is_set = any(line.is_set for line in lines)  # then white lines part its tables
            self.found.append(WrittenText(self.lines if is_set else lines, self.level, is_set=is_set))
            self.texts += len(lines)
            self._within("blocks", self.texts, BLOCKS)
        self.lines, self.level = [Writing()], 0

    def _within(self, limit: str, found: int, what: str) -> None:
        self.file.limits.check(limit, found, self.file.path, f"{what} or more")


def _tables_of_cells(root: etree._Element) -> frozenset[etree._Element]:
    """The tables that hold rows of cells; one that holds such a table in a cell only arranges the page."""
    nested: set[etree._Element] = set()
    for table in root.iter("table"):
        if _has_cells(table):
            nested.update(table.iterancestors("table"))
    return frozenset(table for table in root.iter("table") if table not in nested and _has_cells(table))


def _has_cells(table: etree._Element) -> bool:
    """Whether a row of a table has two cells of its own."""
    for row in table.iter("tr"):
        cells = sum(child.tag in ("td", "th") for child in row)
        if cells > 1:
            return True
    return False


def _span(text: str | None, most: int) -> int:
    digits = (text or "").strip()
    return max(1, min(int(digits[:6]), most)) if digits.isdigit() and digits.isascii() else 1
