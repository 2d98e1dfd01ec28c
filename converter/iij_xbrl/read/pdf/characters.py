"""The characters and rules of a page, from pdfium: the module that knows it; `process` runs it in one of its own.

Whatever is drawn twice (shadows, bold print by overprinting) counts once, what cannot be seen does not count, and a
page that is turned, or whose text runs up or down, is turned until its text runs from left to right. Text that an edge
cuts off ends with an ellipsis, so that nobody takes the rest of a figure for the whole.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from iij_xbrl.read.layout.geometry import Box, Rule, turned
from iij_xbrl.read.layout.page import Character, Page
from iij_xbrl.read.pdf.heights import are_of_ink, in_two_fonts

_DOT = (1.2, 6.0)  # points: how long the sides of a bullet are
_THIN = 2.5  # points: a filled area that is thinner is a line
_NO_INK = 0.01  # points: what pdfium takes for text that shows nothing
_LONG = 6.0  # points: a line that is shorter is part of a drawing
_ASCENT, _DESCENT = 0.89, 0.22  # of the font's height: what letters take above and below the line they stand on
_ZERO_WIDTH = 0x200B
_SYMBOLS = {0xF0A7: "▪", 0xF0B7: "•", 0xF0D8: "➤"}  # bullets of fonts of symbols, at their places for private use
_OF_TEX = {
    **dict(zip((0x0B, 0x0C, 0x0E, 0x0F), "\ufb00\ufb01\ufb03\ufb04", strict=True)),
    **dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)),
    **dict(zip(range(0x1B, 0x20), "\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True)),
    0x88: "•",
}  # what fonts of TeX that do not say it hold at places where other fonts have no signs
_AT_EDGE = 0.1  # of the font's height: a character that ends nearer to an edge stands at it
_CUT_OFF = "…"
_MOST_PATHS = 20_000  # a page; beyond that it is a drawing, and its lines tell nothing of tables


class _Run(NamedTuple):
    """What the characters of one text object share: the point where they start, as the page is shown, and their font.

    `height` is that of the font, as it is drawn; `clip` the area outside of which nothing of it is seen.
    """

    across: float
    down: float
    turns: int
    bold: bool
    font: int
    height: float
    clip: Box | None


def page_of(document: pdfium.PdfDocument, number: int) -> Page:
    """A page of a document, by its number from 1."""
    page = document[number - 1]
    try:
        return _read(page, number)
    finally:
        page.close()


def _read(page: pdfium.PdfPage, number: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    frame = _Frame(left, top, right - left, top - bottom, page.get_rotation() // 90)
    text = page.get_textpage()
    try:
        glyphs, unmapped = _glyphs(text, frame, _before_spaces(page))
    finally:
        text.close()
    directions = Counter(run.turns for char, _, run in glyphs if char != " ")
    turns = -max(directions, key=lambda turn: directions[turn], default=0) % 4
    width, height = frame.shown_size
    found = _with_ligatures(list(_characters(glyphs, turns, width, height)))
    clips = {turned(run.clip, turns, width, height).right for _, _, run in glyphs if run.clip}
    characters = tuple(_with_cuts(found, clips) if clips else found)
    areas, pictures = _areas(page, frame)
    areas = [turned(area, turns, width, height) for area in areas]
    rules = tuple(rule for area in areas for rule in _rules(area))
    bullets = tuple(area for area in areas if _is_bullet(area))
    size = (height, width) if turns % 2 else (width, height)
    return Page(number, *size, turns, characters, rules, bullets, min(pictures / (width * height), 1.0), unmapped)


class _Frame(NamedTuple):
    """From the coordinates of a page, which count from the bottom left, to those of the page as it is shown."""

    left: float
    top: float
    width: float
    height: float
    turns: int

    @property
    def shown_size(self) -> tuple[float, float]:
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x, y, turns = self.left, self.top, self.turns
        inner = Box(left - x, y - top, right - x, y - bottom)
        return turned(inner, turns, self.width, self.height) if turns else inner

    def point(self, across: float, up: float) -> tuple[float, float]:
        box = self.box(across, up, across, up)
        return box.left, box.top


def _before_spaces(page: pdfium.PdfPage) -> set[int]:
    """The text objects behind which a space stands as an object of its own, which pdfium leaves out of the text."""
    found: set[int] = set()
    bounds = tuple(ctypes.c_float() for _ in range(4))
    last = 0
    for thing, _ in _things(page, pdfium_c.FPDF_PAGEOBJ_TEXT):
        pdfium_c.FPDFPageObj_GetBounds(thing, *bounds)
        if bounds[2].value - bounds[0].value > _NO_INK:
            last = ctypes.addressof(thing.contents)
        else:
            found.add(last)
    return found


def _glyphs(
    text: pdfium.PdfTextPage, frame: _Frame, before_spaces: set[int]
) -> tuple[list[tuple[str, Box, _Run]], int]:
    """The characters of a page as it is shown, and how many have no known meaning.

    One call of pdfium costs as much as all else that is done for a character, so what a text object has in common is
    asked once. It is one string on one baseline (`Tj` or `TJ`, ISO 32000-1, 9.4.3).
    """
    handle = text.raw
    rectangle = pdfium_c.FS_RECTF()
    runs: dict[int, _Run | None] = {}
    styles: dict[int, tuple[bool, bool]] = {}
    found: list[tuple[str, Box, _Run]] = []
    unmapped = 0
    last = 0
    for index in range(pdfium_c.FPDFText_CountChars(handle)):
        thing = pdfium_c.FPDFText_GetTextObject(handle, index)
        if not thing:
            continue  # a space or line break that pdfium made up
        key = ctypes.addressof(thing.contents)
        if key != last and last in before_spaces and found:
            found.append((" ", *found[-1][1:]))
        last = key
        if key not in runs:
            runs[key] = _run(handle, index, thing, frame, styles)
        run = runs[key]
        if run is None:
            continue
        code = pdfium_c.FPDFText_GetUnicode(handle, index)
        unmapped += not code
        pdfium_c.FPDFText_GetLooseCharBox(handle, index, rectangle)
        box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        found.append((_text(code), box, run))
    return found, unmapped


def _run(handle: Any, index: int, thing: Any, frame: _Frame, styles: dict[int, tuple[bool, bool]]) -> _Run | None:  # noqa: ANN401  (pointers of ctypes)
    """What the text object of a character gives to all of its characters; None where it is not seen."""
    matrix = pdfium_c.FS_MATRIX()
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetMatrix(handle, index, matrix)
    pdfium_c.FPDFText_GetCharOrigin(handle, index, across, up)
    font = ctypes.addressof(pdfium_c.FPDFTextObj_GetFont(thing).contents)
    if font not in styles:
        styles[font] = _style(thing)
    bold, unseen = styles[font]
    if unseen:
        return None
    height = pdfium_c.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
    start = frame.point(across.value, up.value)
    return _Run(*start, _turns(matrix, frame), bold, font, height, _clip(thing, frame))


def _clip(thing: Any, frame: _Frame) -> Box | None:  # noqa: ANN401  (a pointer of ctypes)
    """The area outside of which nothing of an object is seen, where it has one of its own."""
    path = pdfium_c.FPDFPageObj_GetClipPath(thing)
    if not path or pdfium_c.FPDFClipPath_CountPaths(path) < 1:
        return None
    across, up = ctypes.c_float(), ctypes.c_float()
    corners = []
    for index in range(pdfium_c.FPDFClipPath_CountPathSegments(path, 0)):
        pdfium_c.FPDFPathSegment_GetPoint(pdfium_c.FPDFClipPath_GetPathSegment(path, 0, index), across, up)
        corners.append((across.value, up.value))
    if not corners:
        return None
    lefts, bottoms = zip(*corners, strict=True)
    return frame.box(min(lefts), min(bottoms), max(lefts), max(bottoms))


def _text(code: int) -> str:
    if code == 2:  # what pdfium makes of a hyphen at the end of a line
        return "-"
    if not code or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    char = _SYMBOLS.get(code) or _OF_TEX.get(code) or chr(code)
    return " " if char.isspace() or code == _ZERO_WIDTH else char


def _turns(matrix: Any, frame: _Frame) -> int:  # noqa: ANN401  (a structure of ctypes)
    """The quarter turns to the right of text, as the page is shown."""
    if abs(matrix.b) > abs(matrix.a):
        return ((3 if matrix.b > 0 else 1) + frame.turns) % 4
    return ((0 if matrix.a >= 0 or matrix.d < 0 else 2) + frame.turns) % 4


def _style(thing: Any) -> tuple[bool, bool]:  # noqa: ANN401  (a pointer of ctypes)
    """Whether text is bold, and whether it is drawn without being seen."""
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(thing)
    font = pdfium_c.FPDFTextObj_GetFont(thing)
    size = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace").lower()
    heavy = any(word in name for word in ("bold", "black", "heavy", "demi", "-w6", "-w7", "-w8"))
    return heavy or mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE, mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE


def _characters(glyphs: list[tuple[str, Box, _Run]], turns: int, width: float, height: float) -> Iterator[Character]:
    """The characters that run in the page's direction, on the page as it is read.

    Of fonts that do not say how high they are, pdfium knows the ink of each character alone. Where a text has two
    fonts, each as high as it says, it is as large as both are set.
    """
    inked = _inked(glyphs)
    is_mixed = in_two_fonts(text for text, _, _ in glyphs)
    for text, shown, run in glyphs:
        if -run.turns % 4 == turns:
            box, baseline = shown, run.down
            if turns:
                box = turned(shown, turns, width, height)
                baseline = turned(Box(run.across, run.down, run.across, run.down), turns, width, height).top
            if run.font in inked:
                box = Box(box.left, baseline - _ASCENT * run.height, box.right, baseline + _DESCENT * run.height)
            yield Character(text, box, baseline, run.height if is_mixed and run.height else box.height, run.bold)


def _inked(glyphs: Sequence[tuple[str, Box, _Run]]) -> set[int]:
    """The fonts of which characters are lower than a line of text, and not all as high as each other."""
    heights: dict[int, list[float]] = {}
    for text, box, run in glyphs:
        if run.height and text != " ":
            side = box.width if run.turns % 2 else box.height
            heights.setdefault(run.font, []).append(side / run.height)
    return {font for font, found in heights.items() if are_of_ink(found)}


def _with_ligatures(found: list[Character]) -> list[Character]:
    """The characters, those of ligatures as high as their neighbours.

    pdfium parts what one glyph shows (`fi`, `ffi`) into equal boxes that are only as high as its ink.
    """
    start = 0
    while start < len(found):
        end = start + 1
        while (
            end < len(found)
            and found[end - 1].box.right == found[end].box.left
            and _are_of_one(*found[end - 1 : end + 1])
        ):
            end += 1
        if end - start > 1:
            beside = next((found[near] for near in (start - 1, end) if _holds(found, near, found[start])), None)
            if beside:
                found[start:end] = [_as_high(one, beside) for one in found[start:end]]
        start = end
    return found


def _are_of_one(one: Character, other: Character) -> bool:
    """Whether two characters that touch may be parts of one glyph: as wide as each other, their ink on the baseline."""
    return (
        one.text.isalpha()
        and other.text.isalpha()
        and one.box.top == other.box.top
        and abs(one.box.width - other.box.width) < _NO_INK
        and abs(one.box.bottom - one.baseline) < 0.1 * one.size
    )


def _holds(found: Sequence[Character], near: int, one: Character) -> bool:
    """Whether a character stands on the same line as the part of a ligature, and is higher."""
    return 0 <= near < len(found) and found[near].baseline == one.baseline and found[near].size > 1.1 * one.size


def _as_high(one: Character, beside: Character) -> Character:
    box = Box(one.box.left, beside.box.top, one.box.right, beside.box.bottom)
    return one._replace(box=box, size=beside.size)


def _with_cuts(found: Sequence[Character], clips: Iterable[float]) -> list[Character]:
    """The characters, an ellipsis behind those at which an edge cuts text off: one that another character crosses.

    `clips` are the right sides of areas outside of which something is not seen. Makers leave out what is outside, so
    that a figure may end with any of its digits.
    """
    edges = {clip for clip in clips if any(char.box.left < clip < char.box.right - _NO_INK for char in found)}
    result = []
    for char, following in zip(found, [*found[1:], None], strict=True):
        result.append(char)
        right = char.box.right
        if char.text == " " or (
            following and following.baseline == char.baseline and following.box.left > char.box.left
        ):
            continue
        if any(char.box.left < edge < right + _AT_EDGE * char.size for edge in edges):
            place = Box(right, char.box.top, right, char.box.bottom)
            result.append(char._replace(text=_CUT_OFF, box=place))
    return result


def _areas(page: pdfium.PdfPage, frame: _Frame) -> tuple[list[Box], float]:
    """The boxes of what is drawn in lines and areas, and how much pictures cover."""
    areas, pictures = [], 0.0
    bounds = tuple(ctypes.c_float() for _ in range(4))
    for count, (thing, kind) in enumerate(_things(page, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH)):
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


def _things(page: pdfium.PdfPage, *kinds: int) -> Iterator[tuple[Any, int]]:
    """The objects of these kinds, each with its kind, in the order in which they are drawn."""
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        thing = pdfium_c.FPDFPage_GetObject(page.raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(thing)
        if kind in kinds:
            yield thing, kind


def _pieces(path: Any, box: Box, frame: _Frame) -> list[Box]:  # noqa: ANN401  (a pointer of ctypes)
    """The lines of a path that draws many of them at once, such as a whole grid; else the path's box."""
    count = pdfium_c.FPDFPath_CountSegments(path)
    if count <= 5 or _is_bullet(box) or box.width < _THIN or box.height < _THIN:
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


def _is_bullet(area: Box) -> bool:
    return _DOT[0] <= area.width <= _DOT[1] and _DOT[0] <= area.height <= _DOT[1]


def _rules(area: Box) -> Iterator[Rule]:
    """The rules that an area shows: itself where it is thin, else its edges."""
    if area.height < _THIN:
        if area.width >= _LONG:
            yield Rule(area, across=True)
    elif area.width < _THIN:
        if area.height >= _LONG:
            yield Rule(area, across=False)
    elif area.width >= _LONG and area.height >= _LONG:
        yield Rule(Box(area.left, area.top, area.right, area.top), across=True)
        yield Rule(Box(area.left, area.bottom, area.right, area.bottom), across=True)
        yield Rule(Box(area.left, area.top, area.left, area.bottom), across=False)
        yield Rule(Box(area.right, area.top, area.right, area.bottom), across=False)
