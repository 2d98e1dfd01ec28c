"""The characters and rules of a page, from pdfium: with `drawings` what knows it; `process` runs it in one of its own.

Whatever is drawn twice (shadows, bold print by overprinting) counts once, what cannot be seen does not count, and a
page that is turned, or whose text runs up or down, is turned until its text runs from left to right. Text that an edge
cuts off ends with an ellipsis, so that nobody takes the rest of a figure for the whole.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from iij_xbrl.read.layout.geometry import Box, turned
from iij_xbrl.read.layout.page import Character, Page
from iij_xbrl.read.layout.shapes import is_wide
from iij_xbrl.read.pdf.drawings import Frame, areas_of, is_bullet, rules_of, things
from iij_xbrl.read.pdf.heights import ASCENT, DESCENT, fonts_of_ink, in_two_fonts

_NO_INK = 0.01  # points: what pdfium takes for text that shows nothing
_NARROW = 0.8  # of the widest digit of a font: marks of notes are narrower
_RAISED, _SUPERIOR = 0.2, 0.6  # of the font's height: where they stand at least, and how high they are
_SQUARE = 0.9  # of the font's height: a character of a wide script that is narrower may be its ink alone
_ZERO_WIDTH = 0x200B
_SYMBOLS = {0xF0A7: "▪", 0xF0B7: "•", 0xF0D8: "➤"}  # bullets of fonts of symbols, at their places for private use
_OF_TEX = {
    **dict(zip((0x0B, 0x0C, 0x0E, 0x0F), "\ufb00\ufb01\ufb03\ufb04", strict=True)),
    **dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)),
    **dict(zip(range(0x1B, 0x20), "\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True)),
    0x88: "•",
}  # what fonts of TeX that do not say it hold at places where other fonts have no signs
_AT_EDGE = 0.1  # of the font's height: a character that ends nearer to an edge stands at it
_LINES = 3  # that end at one place
_SAME_END = 0.1  # points
_BESIDE = 0.05  # of the font's height: what a character keeps free beside its ink
_OF_PAGE = 0.6  # of the width of a page: an area that is wider holds all of its text
_IN_FIGURES = re.compile(r"[\d，．]")
_CUT_OFF = "…"


class _Style(NamedTuple):
    """A font: its name, and whether it is bold."""

    name: str
    bold: bool


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


_Glyph = tuple[str, Box, _Run]


def page_of(document: pdfium.PdfDocument, number: int, inked: set[str] | None = None) -> Page:
    """A page of a document, by its number from 1.

    `inked` are the names of fonts that pages before have shown not to say how high they are; those of this one are
    added.
    """
    page = document[number - 1]
    try:
        return _read(page, number, set() if inked is None else inked)
    finally:
        page.close()


def _read(page: pdfium.PdfPage, number: int, known: set[str]) -> Page:
    left, bottom, right, top = page.get_bbox()
    frame = Frame(left, top, right - left, top - bottom, page.get_rotation() // 90)
    text = page.get_textpage()
    try:
        styles: dict[int, _Style] = {}
        glyphs, unmapped = _glyphs(text, frame, _before_spaces(page), styles)
    finally:
        text.close()
    directions = Counter(run.turns for char, _, run in glyphs if char != " ")
    turns = -max(directions, key=lambda turn: directions[turn], default=0) % 4
    width, height = frame.shown_size
    before = {font for font, style in styles.items() if style.name in known}
    inked, share = _inked(glyphs, before)
    known |= {styles[font].name for font in inked}
    found = _with_ligatures(list(_characters(glyphs, turns, width, height, inked, share)))
    clips = {turned(run.clip, turns, width, height) for _, _, run in glyphs if run.clip}
    page_sides = {clip.right for clip in clips if clip.width > _OF_PAGE * (height if turns % 2 else width)}
    characters = tuple(_with_cuts(found, {clip.right for clip in clips}, page_sides) if clips else found)
    edges = tuple(sorted({side for clip in clips for side in (clip.top, clip.bottom)}))
    areas, pictures = areas_of(page, frame)
    areas = [turned(area, turns, width, height) for area in areas]
    rules = tuple(rule for area in areas for rule in rules_of(area, width * height))
    bullets = tuple(area for area in areas if is_bullet(area))
    size = (height, width) if turns % 2 else (width, height)
    pictured = min(pictures / (width * height), 1.0)
    return Page(number, *size, turns, characters, rules, bullets, pictured, unmapped, edges)


def _before_spaces(page: pdfium.PdfPage) -> set[int]:
    """The text objects behind which a space stands as an object of its own, which pdfium leaves out of the text."""
    found: set[int] = set()
    bounds = tuple(ctypes.c_float() for _ in range(4))
    last = 0
    for thing, _ in things(page, pdfium_c.FPDF_PAGEOBJ_TEXT):
        pdfium_c.FPDFPageObj_GetBounds(thing, *bounds)
        if bounds[2].value - bounds[0].value > _NO_INK:
            last = ctypes.addressof(thing.contents)
        else:
            found.add(last)
    return found


def _glyphs(
    text: pdfium.PdfTextPage, frame: Frame, before_spaces: set[int], styles: dict[int, _Style]
) -> tuple[list[_Glyph], int]:
    """The characters of a page as it is shown, and how many have no known meaning.

    One call of pdfium costs as much as all else that is done for a character, so what a text object has in common is
    asked once. It is one string on one baseline (`Tj` or `TJ`, ISO 32000-1, 9.4.3).
    """
    handle = text.raw
    rectangle = pdfium_c.FS_RECTF()
    runs: dict[int, _Run | None] = {}
    found: list[_Glyph] = []
    digits: list[tuple[int, int]] = []
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
        if is_wide(chr(code)) and box.width < _SQUARE * run.height and not (frame.turns or run.turns):
            box = _with_room(box, handle, index, frame, run.height)
        if 0x30 <= code <= 0x39:  # a digit
            digits.append((len(found), index))
        found.append((_text(code), box, run))
    _raise_superiors(found, digits, handle, frame)
    return found, unmapped


def _with_room(box: Box, handle: Any, index: int, frame: Frame, height: float) -> Box:  # noqa: ANN401  (a pointer of ctypes)
    """The box of a character of a wide script, with the room that is free at its sides where it is that of its ink.

    Such characters are as wide as their font is high; a font that sets some narrower says so, and boxes start there.
    """
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(handle, index, across, up)
    left = frame.point(across.value, up.value)[0]
    if box.left - left < _BESIDE * height or box.right > left + height:
        return box
    return Box(left, box.top, left + height, box.bottom)


def _raise_superiors(found: list[_Glyph], digits: Iterable[tuple[int, int]], handle: Any, frame: Frame) -> None:  # noqa: ANN401  (a pointer of ctypes)
    """Digits that a font itself draws small and high, as marks of notes, stand as such where they are drawn.

    `digits` are the indexes of digits, each with that of pdfium. Others of their font are wider.
    """
    widths: dict[int, float] = {}
    shares = []
    for at, index in digits:
        _, box, run = found[at]
        if run.turns or frame.turns or not run.height:
            return
        share = box.width / run.height
        widths[run.font] = max(widths.get(run.font, 0.0), share)
        shares.append((at, index, share))
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    for at, index, share in shares:
        text, box, run = found[at]
        if share < _NARROW * widths[run.font]:
            pdfium_c.FPDFText_GetCharBox(handle, index, left, right, low, high)
            down, height = frame.point(left.value, low.value)[1], _SUPERIOR * run.height
            if run.down - down > _RAISED * run.height:
                place = Box(box.left, down - ASCENT * height, box.right, down + DESCENT * height)
                found[at] = text, place, run._replace(down=down, height=height)


def _run(handle: Any, index: int, thing: Any, frame: Frame, styles: dict[int, _Style]) -> _Run | None:  # noqa: ANN401  (pointers of ctypes)
    """What the text object of a character gives to all of its characters; None where it is not seen."""
    matrix = pdfium_c.FS_MATRIX()
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetMatrix(handle, index, matrix)
    pdfium_c.FPDFText_GetCharOrigin(handle, index, across, up)
    font = ctypes.addressof(pdfium_c.FPDFTextObj_GetFont(thing).contents)
    if font not in styles:
        styles[font] = _style(thing)
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(thing)
    if mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE:
        return None
    is_bold = styles[font].bold or mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE
    height = pdfium_c.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
    start = frame.point(across.value, up.value)
    return _Run(*start, _turns(matrix, frame), is_bold, font, height, _clip(thing, frame))


def _clip(thing: Any, frame: Frame) -> Box | None:  # noqa: ANN401  (a pointer of ctypes)
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


def _turns(matrix: Any, frame: Frame) -> int:  # noqa: ANN401  (a structure of ctypes)
    """The quarter turns to the right of text, as the page is shown."""
    if abs(matrix.b) > abs(matrix.a):
        return ((3 if matrix.b > 0 else 1) + frame.turns) % 4
    return ((0 if matrix.a >= 0 or matrix.d < 0 else 2) + frame.turns) % 4


def _style(thing: Any) -> _Style:  # noqa: ANN401  (a pointer of ctypes)
    font = pdfium_c.FPDFTextObj_GetFont(thing)
    size = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace").lower()
    heavy = any(word in name for word in ("bold", "black", "heavy", "demi", "-w6", "-w7", "-w8"))
    return _Style(name, heavy)


def _characters(
    glyphs: list[_Glyph], turns: int, width: float, height: float, inked: set[int], share: float
) -> Iterator[Character]:
    """The characters that run in the page's direction, on the page as it is read.

    Of fonts that do not say how high they are (`inked`), pdfium knows the ink of each character alone: they are as high
    as the others of the page, which take a `share` of their fonts' heights. Where a text has two fonts, each as high as
    it says, it is as large as both are set.
    """
    is_mixed = in_two_fonts(text for text, _, _ in glyphs)
    for text, shown, run in glyphs:
        if -run.turns % 4 == turns:
            box, baseline = shown, run.down
            if turns:
                box = turned(shown, turns, width, height)
                baseline = turned(Box(run.across, run.down, run.across, run.down), turns, width, height).top
            if run.font in inked:
                letters = share / (ASCENT + DESCENT) * run.height
                box = Box(box.left, baseline - ASCENT * letters, box.right, baseline + DESCENT * letters)
            yield Character(text, box, baseline, run.height if is_mixed and run.height else box.height, run.bold)


def _inked(glyphs: Sequence[_Glyph], known: set[int]) -> tuple[set[int], float]:
    """The fonts of which pdfium knows the ink of characters alone, and how high letters of them are, as a share."""
    heights: dict[int, list[float]] = {}
    for text, box, run in glyphs:
        if run.height and text != " ":
            side = box.width if run.turns % 2 else box.height
            heights.setdefault(run.font, []).append(side / run.height)
    return fonts_of_ink(heights, known)


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


def _with_cuts(found: Sequence[Character], clips: Iterable[float], page_sides: Set[float]) -> list[Character]:
    """The characters, an ellipsis behind those at which an edge cuts text off: one that another character crosses.

    `clips` are the right sides of areas outside of which something is not seen. Makers leave out what is outside, so
    that a figure may end with any of its digits. `page_sides` are those of areas of whole pages.
    """
    edges = {clip for clip in clips if _cuts(clip, found, is_of_page=clip in page_sides)}
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


def _cuts(edge: float, found: Sequence[Character], *, is_of_page: bool) -> bool:
    """Whether an edge cuts text off: characters cross it.

    Running text that is set to end there does so at one place in all lines; so may figures of one length that are cut.
    Browsers round the sides of a page: lines of a wide script, of which none ends with a figure, are set to them.
    """
    over = [char for char in found if char.text != " " and char.box.left < edge < char.box.right - _BESIDE * char.size]
    rights = [char.box.right for char in over]
    are_near = all(right - edge < _AT_EDGE * char.size for right, char in zip(rights, over, strict=True))
    are_wide = is_of_page and all(is_wide(char.text) and not _IN_FIGURES.match(char.text) for char in over)
    is_text = are_wide or sum(char.text.isalpha() for char in over) >= _LINES
    is_text = bool(over) and is_text and max(rights) - min(rights) < _SAME_END
    return bool(over) and not (is_text and are_near)
