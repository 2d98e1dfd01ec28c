"""Tables that a page sets as boxes side by side: in rows of flexible, floating or inline boxes, or in a grid (CSS).

Boxes are rows of a table where several that follow each other hold as many boxes, short texts all of them, and figures
stand behind the first ones. Where no style says that boxes stand side by side, there are three of them or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from lxml import etree

from iij_xbrl.read.grid import FIGURE
from iij_xbrl.read.html.source import Page
from iij_xbrl.read.html.style_sheets import Classes, style_by_class

_ROWS = frozenset({"div", "li", "ul", "ol", "p", "section", "article", "dl"})
_BLOCKS = frozenset({"div", "p", "li", "dd", "dt", "section"})
_CELLS = _BLOCKS | {"span", "strong", "b", "em", "a", "label"}
_DISPLAY = re.compile(r"\bdisplay\s*:\s*([\w-]+)", re.IGNORECASE)
_FLOATS = re.compile(r"\bfloat\s*:\s*(?:left|right)", re.IGNORECASE)
_TRACKS = re.compile(r"\bgrid-template-columns\s*:\s*([^;]+)", re.IGNORECASE)
_REPEATED = re.compile(r"repeat\(\s*(\d{1,3})\s*,((?:[^()]|\([^()]*\))*)\)", re.IGNORECASE)
_NESTED, _NAMES = re.compile(r"\([^()]*\)"), re.compile(r"\[[^\]]*\]")
_OVER = re.compile(r"\bgrid-column\s*:\s*(?:(\d+)\s*/\s*)?(?:span\s+(\d+)|(-1|\d+))", re.IGNORECASE)
_MOVED = re.compile(r"(?<![\w-])(?:order|grid-(?:row|area|column-start|column-end)[\w-]*)\s*:", re.IGNORECASE)
_FLOWS = re.compile(r"\bgrid-auto-flow\s*:[^;]*(?:column|dense)", re.IGNORECASE)
_ROW_DISPLAYS = frozenset({"flex", "inline-flex", "grid", "contents", "table-row"})
_CELL_DISPLAYS = frozenset({"inline-block", "inline-flex", "table-cell"})
_FEWEST, _SEVERAL = 2, 3  # boxes of a row: that a style sets side by side, and others
_LONGEST = 400  # characters of a cell, which labels of accounts may be
_SHARE = 3  # of so many rows one has figures
_CURRENCY = r"(?:[A-Z]{3}|US\$|[¥￥$€£])"
_AMOUNT = re.compile(rf"{_CURRENCY}\s?\d[\d,.]*(?:\s.{{0,40}})?")
_AROUND = re.compile(rf"^{_CURRENCY}\s*|\s*(?:[%％]|[A-Za-z]{{1,12}})$")


def name_boxes(page: Page, classes: Classes) -> None:
    """Give the elements of such tables the names of what they are shown as."""
    boxes = _Boxes(page, classes)
    for parent in list(page.root.iter()):
        if isinstance(parent.tag, str) and len(parent) >= _FEWEST:
            boxes.name_within(parent)


class _Boxes:
    def __init__(self, page: Page, classes: Classes) -> None:
        self.page = page
        self.classes = classes

    def name_within(self, parent: etree._Element) -> None:
        """Name the tables that the children of an element are, or that it is the grid of."""
        columns = self._columns(parent)
        if columns and not any(self._is_row(child) for child in parent):
            self._name_grid(parent, columns)
            return
        for run in list(self._runs(parent)):
            rows = [row for row in run if self._is_row(row)]
            if len(rows) < _FEWEST or len({self._shown(row) for row in rows}) > 1:
                continue
            if self._has_figures([[self._said(cell) for cell in row] for row in rows]):
                _make_table(run, frozenset(rows), len(rows[0]))

    def _runs(self, parent: etree._Element) -> Iterator[list[etree._Element]]:
        """Rows that follow each other and hold as many boxes, with boxes of their class that hold a title."""
        run: list[etree._Element] = []
        behind: list[etree._Element] = []  # titles that rows have not followed yet
        for child in [*parent, None]:
            if child is not None and run and self._is_title(child, run[0]):
                behind.append(child)
            elif child is not None and self._is_row(child) and (not run or len(child) == len(run[0])):
                run += [*behind, child]
                behind = []
            else:
                yield run
                run, behind = [child] if child is not None and self._is_row(child) else [], []
            if child is not None and _has_text(child.tail):
                yield run
                run, behind = [], []

    def _is_title(self, child: etree._Element, row: etree._Element) -> bool:
        """Whether a box is named as rows are and holds a short text alone, as the titles of groups of rows do."""
        names = child.get("class", "").split()
        is_named = child.tag == row.tag and bool(set(names) & set(row.get("class", "").split()))
        return is_named and len(child) <= 1 and 0 < len(self._said(child)) <= _LONGEST

    def _is_row(self, element: etree._Element) -> bool:
        if element.tag not in _ROWS or len(element) < _FEWEST or _has_text(element.text):
            return False
        if any(child.tag not in _CELLS or _has_text(child.tail) or self._is_moved(child) for child in element):
            return False
        if self._display(element) in _ROW_DISPLAYS or all(map(self._is_beside, element)):
            return True
        return len(element) >= _SEVERAL and all(child.tag in _BLOCKS for child in element)

    def _shown(self, row: etree._Element) -> tuple[bool, ...]:
        """Which boxes of a row are shown."""
        return tuple(cell.get("hidden") is None and self._display(cell) != "none" for cell in row)

    def _is_moved(self, element: etree._Element) -> bool:
        """Whether a style shows a box elsewhere than where it is written among the others."""
        return _MOVED.search(self._style(element)) is not None

    def _is_beside(self, element: etree._Element) -> bool:
        style = self._style(element)
        return bool(_FLOATS.search(style)) or _last(_DISPLAY, style) in _CELL_DISPLAYS

    def _display(self, element: etree._Element) -> str:
        return _last(_DISPLAY, self._style(element))

    def _style(self, element: etree._Element) -> str:
        names = element.get("class", "") if self.classes else ""
        return ";".join((style_by_class(str(element.tag), names, self.classes), element.get("style", "")))

    def _said(self, element: etree._Element) -> str:
        """What an element says, as far as a cell goes."""
        pieces = self.page.pieces
        texts = (pieces[at].text for text in element.itertext() for at in self.page.texts(text))
        return " ".join(" ".join(islice(texts, _LONGEST)).split())

    def _has_figures(self, rows: Sequence[Sequence[str]]) -> bool:
        """Whether rows of short texts have figures behind the first of them."""
        if any(len(text) > _LONGEST for row in rows for text in row):
            return False
        with_figures = sum(any(map(_is_figure, row[1:])) for row in rows)
        return with_figures > 0 and with_figures * _SHARE >= len(rows)

    def _columns(self, element: etree._Element) -> int:
        """How many columns a grid has; 0 where an element is none, or does not say."""
        style = self._style(element)
        tracks = _last(_TRACKS, style)
        if not tracks or self._display(element) not in ("grid", "inline-grid"):
            return 0
        tracks = _REPEATED.sub(lambda found: f" {found[2]}" * int(found[1]), _NAMES.sub(" ", tracks))
        tracks = _NESTED.sub("x", tracks)
        return 0 if "(" in tracks or "repeat" in tracks else len(tracks.split())

    def _name_grid(self, grid: etree._Element, columns: int) -> None:
        if (
            columns < _FEWEST
            or _has_text(grid.text)
            or _FLOWS.search(self._style(grid))
            or any(child.tag not in _CELLS or _has_text(child.tail) or self._is_moved(child) for child in grid)
        ):
            return
        rows: list[list[tuple[etree._Element, int]]] = [[]]
        for cell in grid:
            start, over = self._over(cell, columns)
            if sum(span for _, span in rows[-1]) >= columns:
                rows.append([])
            if start and start - 1 != sum(span for _, span in rows[-1]):
                return
            rows[-1].append((cell, over))
        if any(sum(span for _, span in row) != columns for row in rows) or len(rows) < _FEWEST:
            return
        if not self._has_figures([[self._said(cell) for cell, _ in row] for row in rows]):
            return
        for row in rows:
            line = grid.makeelement("tr")
            grid.append(line)
            for cell, over in row:
                line.append(cell)
                cell.tag = "td"
                cell.set("colspan", str(over))
        grid.tag = "table"

    def _over(self, cell: etree._Element, columns: int) -> tuple[int, int]:
        """In which column of a grid a cell begins, 0 where it does not say, and how many it spans."""
        match = _OVER.search(self._style(cell))
        if not match:
            return 0, 1
        start = int(match[1] or 0)
        if match[2]:
            return start, int(match[2])
        if not match[1]:
            return max(int(match[3]), 0), 1
        end = columns + 1 if match[3] == "-1" else int(match[3])
        return start, max(end - start, 1)


def _make_table(run: Sequence[etree._Element], rows: Set[etree._Element], width: int) -> None:
    """Put rows that follow each other, and the titles between them, into a table of their own."""
    table = run[0].makeelement("table")
    run[0].addprevious(table)
    table.tail, run[-1].tail = run[-1].tail, None
    for element in run:
        if element in rows:
            for cell in element:
                cell.tag = "td"
        else:
            title = element.makeelement("td")
            title.set("colspan", str(width))
            title.text, element.text = element.text, None
            title.extend(list(element))
            element.append(title)
        element.tag = "tr"
        table.append(element)


def _last(pattern: re.Pattern[str], style: str) -> str:
    """What the last declaration of a style says, which counts."""
    found = pattern.findall(style)
    return str(found[-1]).strip().lower() if found else ""


def _has_text(text: str | None) -> bool:
    return bool(text and text.strip())


def _is_figure(text: str) -> bool:
    return any(
        pattern.fullmatch(said) for pattern, said in ((FIGURE, text), (FIGURE, _AROUND.sub("", text)), (_AMOUNT, text))
    )
