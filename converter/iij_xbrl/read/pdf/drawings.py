"""What pdfium tells of the objects of a page: where they are, and the lines and edges of areas among them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from iij_xbrl.read.layout.geometry import Box, Rule, turned

_DOT = (1.2, 6.0)  # points: how long the sides of a bullet are
_THIN = 2.5  # points: a filled area that is thinner is a line
_LONG = 3.0  # points: a line that is shorter is part of a drawing; cells of signs are as narrow as one
_MOST_PATHS = 20_000  # a page; beyond that it is a drawing, and its lines tell nothing of tables
_GROUND = 0.5  # of a page: a larger area is what the page is printed on, and no part of a table


class Frame(NamedTuple):
    """From the coordinates of a page, which count from the bottom left, to those of the page as it is shown."""

    left: float
    top: float
    width: float
    height: float
    turns: int

    @property
    def shown_size(self) -> tuple[float, float]:
        """The width and height of the page as it is shown."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page as it is shown."""
        x, y, turns = self.left, self.top, self.turns
        inner = Box(left - x, y - top, right - x, y - bottom)
        return turned(inner, turns, self.width, self.height) if turns else inner

    def point(self, across: float, up: float) -> tuple[float, float]:
        """A point of the page as it is shown, from its top left."""
        box = self.box(across, up, across, up)
        return box.left, box.top


def areas_of(page: pdfium.PdfPage, frame: Frame) -> tuple[list[Box], float]:
    """The boxes of what is drawn in lines and areas, and how much pictures cover."""
    areas, pictures = [], 0.0
    bounds = tuple(ctypes.c_float() for _ in range(4))
    for count, (thing, kind) in enumerate(things(page, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH)):
        if count > _MOST_PATHS:
            return [], pictures
        if not pdfium_c.FPDFPageObj_GetBounds(thing, *bounds):
            continue
        box = frame.box(*(side.value for side in bounds))
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            pictures += box.width * box.height
        else:
            areas += _pieces(thing, box, frame)
    return areas, pictures


def things(page: pdfium.PdfPage, *kinds: int) -> Iterator[tuple[Any, int]]:
    """The objects of these kinds, each with its kind, in the order in which they are drawn."""
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        thing = pdfium_c.FPDFPage_GetObject(page.raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(thing)
        if kind in kinds:
            yield thing, kind


def _pieces(path: Any, box: Box, frame: Frame) -> list[Box]:  # noqa: ANN401  (a pointer of ctypes)
    """The lines of a path that draws many of them at once, such as a whole grid; else the path's box."""
    count = pdfium_c.FPDFPath_CountSegments(path)
    if count <= 5 or is_bullet(box) or box.width < _THIN or box.height < _THIN:
        return [box]
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(path, matrix)
    across, up = ctypes.c_float(), ctypes.c_float()
    found, start = [], (0.0, 0.0)
    for index in range(min(count, _MOST_PATHS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, across, up)
        x = matrix.a * across.value + matrix.c * up.value + matrix.e
        y = matrix.b * across.value + matrix.d * up.value + matrix.f
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO:
            (left, right), (low, high) = sorted((start[0], x)), sorted((start[1], y))
            found.append(frame.box(left, low, right, high))
        start = (x, y)
    return found


def is_bullet(area: Box) -> bool:
    """Whether an area is as small as the bullet of an item of a list."""
    return _DOT[0] <= area.width <= _DOT[1] and _DOT[0] <= area.height <= _DOT[1]


def rules_of(area: Box, page: float) -> Iterator[Rule]:
    """The rules that an area shows: itself where it is thin, else its edges; none where it is most of the `page`."""
    if area.height < _THIN:
        if area.width >= _LONG:
            yield Rule(area, across=True)
    elif area.width < _THIN:
        if area.height >= _LONG:
            yield Rule(area, across=False)
    elif area.width >= _LONG and area.height >= _LONG and area.width * area.height < _GROUND * page:
        yield Rule(Box(area.left, area.top, area.right, area.top), across=True)
        yield Rule(Box(area.left, area.bottom, area.right, area.bottom), across=True)
        yield Rule(Box(area.left, area.top, area.left, area.bottom), across=False)
        yield Rule(Box(area.right, area.top, area.right, area.bottom), across=False)
