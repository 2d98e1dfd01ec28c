"""What a table cell holds: one figure, a dash, several figures run together, a text, residue, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from iij_xbrl.extract.cells.numbers import RESIDUE, Number, is_dash, is_residue, numbers
from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.times.calendar import Mention
from iij_xbrl.languages import CURRENCIES, ENGLISH
from iij_xbrl.read.document import Span, Text
from iij_xbrl.reasons import written as why
from iij_xbrl.reasons.base import Reason

Bound = Literal["", "lower", "upper", "within"]
Kind = Literal["figure", "dash", "text", "residue", "empty"]
_SIGNS = "()（）[]-−–△▲"
_PLUS_INSIDE = re.compile(r"[(（]\s*\+\s*[)）]")  # around a figure: its sign is said
_NEUTRAL = ENGLISH.patterns["headers.neutral_beside_figure"]
_DIGIT = re.compile(r"\d")
_NIL, _NOT_GIVEN = ENGLISH.patterns["cells.nil"], ENGLISH.patterns["cells.not_given"]
_ATTACHED = ENGLISH.numbers("attached_scales")
_SEVERAL = 2
_NOTES = 100  # there are fewer
_WORDS = re.compile(r"[^\W\d_]|[$¥￥€]")
_NUMBERED = re.compile(r"[A-Z][a-z]{2,} \d{1,2}")  # `Level 1` is a name
_OPENED = re.compile(rf"\s*[(（]\s*(?P<mark>{CURRENCIES.sign.pattern}|[A-Z]{{3}})\s*")
_CLOSED = re.compile(r"\s*[)）]\s*")
_ENDS: tuple[Bound, Bound] = ("lower", "upper")
_SIGNED = re.compile(CURRENCIES.sign.pattern)
_TO = re.compile(
    rf"\s*(?:[-–—]|{ENGLISH.patterns['periods.until'].pattern.strip()})\s*(?:{CURRENCIES.sign.pattern})?\s*"
)
_AROUND_RANGE = re.compile(rf"\s*(?:{CURRENCIES.sign.pattern})?\s*%?\s*")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or dash in a cell. `value` carries its printed sign, unscaled; it is zero for a dash.

    `unit` is what the cell itself says, and `mention` the period that it names, or a cell in front of it in its row.
    `problem` is None for a sound figure. `bound` tells that it is one end of a range, `22,000～23,000`, or stands in
    brackets behind another one, within it or beside it. `closed` says why it is no fact, whatever it is. `rest` is what
    another cell holds of its amount, the sen of an amount in yen.
    """

    span: Span
    text: str
    value: Decimal
    places: int
    percent: bool
    dash: bool
    unit: Unit | None = None
    measure: str = ""
    problem: Reason | None = None
    mention: Mention | None = None
    bound: Bound = ""
    closed: Reason | None = None
    rest: Figure | None = None

    @property
    def may_number_note(self) -> bool:
        """Whether it may be the number of a note; a dash stands for none."""
        return self.dash or (not self.places and not self.percent and abs(self.value) < _NOTES)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, read. `over` is the text of a cell that spans this place; `header` tells a header of the format.

    `indent` is how many characters its text is set in.
    """

    kind: Kind
    text: Text
    figures: tuple[Figure, ...] = ()
    over: Text | None = None
    header: bool = False
    indent: int = 0

    @property
    def figure(self) -> Figure | None:
        """The cell's only figure, where it is sound."""
        return self.figures[0] if len(self.figures) == 1 and not self.figures[0].problem else None

    @property
    def words(self) -> str:
        """What it says, without the white space around it."""
        return self.text.plain.strip()

    def emptied(self) -> Cell:
        """An empty cell where it stands."""
        return Cell("empty", Text("", "", self.text.span.within(0, 0)))


def read_cell(text: Text) -> Cell:
    """Read one cell."""
    plain = text.plain.strip()
    if not plain:
        return Cell("empty", text)
    if _DIGIT.search(plain):
        return _with_digits(text, plain)
    if is_dash(plain) or _NIL.fullmatch(plain):
        start = text.plain.index(plain)
        span = text.span.within(start, start + len(plain))
        return Cell("dash", text, (Figure(span, plain, Decimal(0), 0, False, True),))
    if _NOT_GIVEN.fullmatch(plain):
        start = text.plain.index(plain)
        span = text.span.within(start, start + len(plain))
        return Cell("dash", text, (Figure(span, plain, Decimal(0), 0, False, True, problem=why.NotGiven(plain)),))
    marked = _marked_dash(text, plain)
    if marked:
        return marked
    if is_residue(plain):
        return Cell("residue", text)
    dash = plain.strip(RESIDUE)
    if is_dash(dash):
        start = text.plain.index(dash)
        span = text.span.within(start, start + 1)
        return Cell("figure", text, (Figure(span, dash, Decimal(0), 0, False, True, problem=why.DashAmongResidue()),))
    return Cell("text", text)


def _marked_dash(text: Text, plain: str) -> Cell | None:
    """A dash behind its currency, `$ -`."""
    marked = parse_unit(plain[:-1]) if is_dash(plain[-1]) else None
    if marked is None or not marked.currency:
        return None
    start = text.plain.rindex(plain[-1])
    figure = Figure(text.span.within(start, start + 1), plain[-1], Decimal(0), 0, False, True, unit=marked)
    return Cell("dash", text, (figure,))


def _with_digits(text: Text, plain: str) -> Cell:
    """A cell in which digits stand."""
    marked = _marked_dash(text, plain)
    if marked:
        return marked
    if _is_unit(plain):
        return Cell("text", text)
    found = tuple(numbers(text.plain))
    return _with_numbers(text, found) if found else Cell("text", text)


def _is_unit(plain: str) -> bool:
    """Whether the digits of a cell are those of a scale, `¥'000`."""
    return "".join(_DIGIT.findall(plain)) == "000" and parse_unit(plain) is not None


def _with_numbers(text: Text, found: tuple[Number, ...]) -> Cell:
    """A cell that holds numbers."""
    ends = _ends_of_range(text.plain, found)
    if ends:
        return Cell("figure", text, tuple(_end(text, *end) for end in zip(ends, _ENDS, strict=True)))
    enclosed = _enclosed(text.plain, found)
    found, rest = enclosed or (found, _rest(text.plain, found))
    unit, measure, problem = _beside(rest)
    attached = _ATTACHED.get(text.plain[found[-1].end :].strip().casefold())
    if measure and attached:
        unit, measure = Unit(scale=attached), ""
    if text.plain[found[-1].end :].lstrip().startswith("+"):
        problem = problem or why.SignApart("+")  # so much, or more
    if len(found) > 1:
        problem = why.SeveralFigures(len(found))
    elif unit and unit.currency:
        found = tuple(_with_point_trusted(number) for number in found)
    is_text = (problem and len(_WORDS.findall(rest)) > 2) or _NUMBERED.fullmatch(text.plain.strip())
    kind: Kind = "text" if is_text else "figure"
    return Cell(kind, text, tuple(_figure(text, number, unit, measure, problem) for number in found))


def _ends_of_range(plain: str, found: tuple[Number, ...]) -> tuple[Number, ...]:
    """The two numbers of a cell that are the ends of a range, `3.6% - 4.4%`, `$1.34 to $154.14`; else none.

    Years between years are no figures: one end at least has a sign of its unit, or decimals.
    """
    if len(found) != _SEVERAL or not any(number.percent or number.places or _SIGNED.search(plain) for number in found):
        return ()
    low, high = found
    dash = low.end + len(plain[low.end :]) - len(plain[low.end :].lstrip())
    if plain[dash : high.start + 1].startswith(("-", "–")) and high.value < 0 and plain[high.start] in "-–":
        high = replace(high, start=high.start + 1, value=-high.value)
    is_between = _TO.fullmatch(plain[low.end : high.start]) is not None
    around = plain[: low.start] + plain[high.end :]
    if not is_between or low.value < 0 or high.value < low.value or not _AROUND_RANGE.fullmatch(around):
        return ()
    percent = low.percent or high.percent
    return replace(low, percent=percent), replace(high, percent=percent)


def _end(text: Text, number: Number, bound: Bound) -> Figure:
    sign = _SIGNED.search(text.plain)
    unit = parse_unit(sign.group()) if sign else None
    return replace(_figure(text, number, unit, "", None), bound=bound)


def _enclosed(plain: str, found: tuple[Number, ...]) -> tuple[tuple[Number, ...], str] | None:
    """The number of a cell whose parentheses hold its currency as well, `($820)`, and that currency's mark."""
    if len(found) > 1 or found[0].value < 0:
        return None
    (number,) = found
    opened, closed = _OPENED.fullmatch(plain[: number.start]), _CLOSED.fullmatch(plain[number.end :])
    if opened is None or closed is None:
        return None
    start, end = len(plain) - len(plain.lstrip()), len(plain.rstrip())
    return (replace(number, start=start, end=end, value=-number.value),), opened["mark"]


def with_points_trusted(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """A grid in which figures that begin with a point are sound where several of its figures do: `.54  .83`."""
    odd = sum(_begins_with_point(figure) for cells in grid for cell in cells for figure in cell.figures)
    if odd < _SEVERAL:
        return list(grid)
    return [tuple(_trusted(cell) for cell in cells) for cells in grid]


def _trusted(cell: Cell) -> Cell:
    if not any(_begins_with_point(figure) for figure in cell.figures):
        return cell
    figures = (replace(figure, problem=None) if _begins_with_point(figure) else figure for figure in cell.figures)
    return replace(cell, figures=tuple(figures))


def _begins_with_point(found: Figure | Number) -> bool:
    return isinstance(found.problem, why.BeginsWithPoint)


def _with_point_trusted(number: Number) -> Number:
    return replace(number, problem=None) if _begins_with_point(number) else number


def _figure(text: Text, number: Number, unit: Unit | None, measure: str, problem: Reason | None) -> Figure:
    return Figure(
        text.span.within(number.start, number.end),
        text.plain[number.start : number.end],
        number.value,
        number.places,
        number.percent,
        dash=False,
        unit=unit,
        measure=measure,
        problem=number.problem or problem,
    )


def _rest(plain: str, found: tuple[Number, ...]) -> str:
    pieces, position = [], 0
    for number in found:
        pieces.append(plain[position : number.start])
        position = number.end
    pieces.append(plain[position:])
    return " ".join(piece.strip() for piece in pieces if piece.strip())


def _beside(rest: str) -> tuple[Unit | None, str, Reason | None]:
    """What stands beside a figure: a unit, the name of a measure such as Gbps, or a problem; a plus is neither."""
    rest = _NEUTRAL.sub(" ", rest).strip("+ ")
    rest = "" if _PLUS_INSIDE.fullmatch(rest) else rest
    if any(char in _SIGNS for char in rest):
        return None, "", why.SignApart(rest)
    if not rest:
        return None, "", None
    unit = parse_unit(rest)
    if unit:
        return unit, "", None
    if rest.isalpha():
        return None, rest, None
    return None, "", why.TextBeside(rest)
