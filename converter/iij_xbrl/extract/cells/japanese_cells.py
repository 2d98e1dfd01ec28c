"""What a cell of a Japanese table holds: `△4,336`, `2,892百万円`, `（49.5％）`, `26年3月期318百万円`, `12円34銭`.

A loss is marked by △ or ▲; parentheses are none, and around an amount they may mean anything.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from iij_xbrl.extract.cells.cell import Bound, Cell, Figure
from iij_xbrl.extract.cells.japanese_numbers import compound_at
from iij_xbrl.extract.cells.numbers import Number, is_dash, numbers
from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.times.calendar import Calendar, Mention
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.read.document import Text
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.written import SeveralFigures, TextBeside

_YEN_AND_SEN = JAPANESE.patterns["units.sen"]
_COUNTED = JAPANESE.patterns["periods.counted_part"]
_BEGINS_WITH_MARK, _BETWEEN_MARKS = (
    JAPANESE.patterns[f"labels.{name}"] for name in ("begins_with_mark", "between_marks")
)
_DIRECTIONS = JAPANESE.numbers("directions")
_AROUND_DASH = "()% "
_SEN = 2  # places
_FEW = 8  # characters
_UNTIL, _SHORT_UNTIL = JAPANESE.patterns["labels.until"], "~"  # between the ends of a range
_ENDS: tuple[Bound, Bound] = ("lower", "upper")
_LOSS = "△▲-−–"
_BRACKETS = TextBeside("()")
_GAIN = "+"


def read_japanese_cell(text: Text, calendar: Calendar) -> Cell:
    """Read one cell."""
    plain = narrow(text.plain)
    if _BEGINS_WITH_MARK.match(narrow(text.raw)):
        plain = _BETWEEN_MARKS.sub(lambda match: " " * len(match.group()), plain)
    if not plain.strip():
        return Cell("empty", text)
    named = mentions(plain, calendar)
    rest = _without(plain, named)
    mention = named[0] if len(named) == 1 else None
    dash = rest.strip(_AROUND_DASH)
    if is_dash(dash):
        start = rest.index(dash)
        figure = Figure(text.span.within(start, start + 1), dash, Decimal(0), 0, "%" in rest, True, mention=mention)
        return Cell("dash", text, (figure,))
    sen = _YEN_AND_SEN.fullmatch(rest.strip())
    if sen:
        return _yen_and_sen(text, rest, mention)
    several = _in_several_units(text, rest, mention) or _range(text, rest, mention)
    if several:
        return several
    found = tuple(numbers(rest))
    if len(found) == 1:
        return _one(text, rest, found[0], mention)
    problem = SeveralFigures(len(found))
    return Cell("text", text, tuple(_figure(text, number, None, problem, mention) for number in found))


def is_japanese(*texts: str) -> bool:
    """Whether texts are Japanese more than anything else."""
    joined = "".join(texts)
    if joined.isascii() or not JAPANESE.script.search(joined):
        return False
    letters = sum(char.isascii() and char.isalpha() for char in narrow(joined))
    return len(JAPANESE.script.findall(joined)) > letters


def _without(plain: str, named: tuple[Mention, ...]) -> str:
    """A text with the periods in it blanked out, and with numbers that count parts of a year (`第2四半期`)."""
    counted = tuple(match.span() for match in _COUNTED.finditer(plain))
    for start, end in (*((mention.start, mention.end) for mention in named), *counted):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def _one(text: Text, rest: str, number: Number, mention: Mention | None) -> Cell:
    front = rest[: number.start]
    beside = ("" if front.strip() == _GAIN else front) + rest[number.end :]
    beside = beside.strip()
    if number.percent:
        beside = beside.strip("()")  # the other parenthesis may stand in the cell beside
    if number.percent and beside in _DIRECTIONS and not any(char in rest[: number.end] for char in _LOSS):
        return Cell("figure", text, (_figure(text, _moved(number, beside), None, None, mention),))
    unit = parse_unit(beside) if beside else None
    measure = beside if beside.isascii() and beside.isalpha() else ""
    if beside and not unit and not measure:
        return Cell("text", text, (_figure(text, number, None, TextBeside(beside), mention),))
    problem = _BRACKETS if rest[number.start] == "(" and not number.percent else _behind(text, rest, number, mention)
    signed = _in_brackets(rest, number)
    return Cell("figure", text, (_figure(text, signed, _whole(unit), problem, mention, measure),))


def _behind(text: Text, rest: str, number: Number, mention: Mention | None) -> Reason | None:
    """Why a period behind a figure, in no parentheses, does not tell of it: `46,711,400株28年3月期` | `46,711,401株`.

    It may be that of the figure in the next cell.
    """
    if mention is None or mention.start < number.end or "(" in rest[number.end : mention.start]:
        return None
    return TextBeside(text.plain[mention.start : mention.end])


def _moved(number: Number, direction: str) -> Number:
    """A percentage with the word behind it that says which way it went: `1.6%減`."""
    return replace(number, value=abs(number.value) * _DIRECTIONS[direction])


def _range(text: Text, rest: str, mention: Mention | None) -> Cell | None:
    """A cell that is a range, or one end of one: `10,000～11,000`, `92円97銭～97円40銭`, `27,000～`."""
    until = _UNTIL.search(rest)
    if until is None or _UNTIL.search(rest, until.end()):
        return None
    halves = (rest[: until.start()], " " * until.end() + rest[until.end() :])
    printed = [(half, bound) for half, bound in zip(halves, _ENDS, strict=True) if half.strip()]
    ends = [(_end(text, half, mention), bound) for half, bound in printed]
    if until.group() != _SHORT_UNTIL and len(ends) < len(_ENDS):
        return None
    figures = [replace(figure, bound=bound) for figure, bound in ends if figure]
    if not figures or len(figures) < len(ends):
        return None
    percent = any(figure.percent for figure in figures)
    unit = next((figure.unit for figure in reversed(figures) if figure.unit), None)
    return Cell("figure", text, tuple(replace(item, percent=percent, unit=item.unit or unit) for item in figures))


def _end(text: Text, half: str, mention: Mention | None) -> Figure | None:
    """An end of a range: a number with its unit and nothing else beside it, or yen and sen."""
    if _YEN_AND_SEN.fullmatch(half.strip()):
        return _yen_and_sen(text, half, mention).figures[0]
    found = tuple(numbers(half))
    if len(found) != 1 or half[found[0].start] == "(":
        return None
    beside = (half[: found[0].start] + half[found[0].end :]).strip()
    unit = parse_unit(beside) if beside else None
    return None if beside and not unit else _figure(text, found[0], _whole(unit), None, mention)


def _in_brackets(rest: str, number: Number) -> Number:
    """A number whose parentheses are no sign."""
    is_loss = any(char in rest[number.start : number.end] for char in _LOSS)
    is_turned = rest[number.start] == "(" and not is_loss
    return replace(number, value=-number.value) if is_turned else number


def _figure(
    text: Text, number: Number, unit: Unit | None, problem: Reason | None, mention: Mention | None, measure: str = ""
) -> Figure:
    """A figure; its place begins with its digits where markup stands between them and their sign."""
    printed = text.plain[number.start : number.end]
    start = number.start
    place = text.span.within(start, number.end).origin
    if place.start is not None and place.end is not None and place.end - place.start > len(printed) + _FEW:
        start += next((at for at, char in enumerate(printed) if char.isdigit()), 0)
    span = text.span.within(start, number.end)
    value, places, percent = number.value, number.places, number.percent
    return Figure(span, printed, value, places, percent, False, unit, measure, number.problem or problem, mention)


def _whole(unit: Unit | None) -> Unit | None:
    """The unit beside a figure; yen without a scale are yen."""
    return Unit(0, unit.currency) if unit and unit.currency and unit.scale is None else unit


def _in_several_units(text: Text, rest: str, mention: Mention | None) -> Cell | None:
    """A cell that is one amount in several units, `△12億34百万円`."""
    start = len(rest) - len(rest.lstrip(_LOSS + " "))
    amount = compound_at(rest, start)
    if amount is None or rest[amount.behind :].strip() or len(rest[:start].strip()) > 1:
        return None
    is_loss = bool(rest[:start].strip())
    begin = len(rest) - len(rest.lstrip()) if is_loss else start
    span, printed = text.span.within(begin, amount.end), text.plain[begin : amount.end]
    value = -amount.value if is_loss else amount.value
    unit = Unit(amount.scale, amount.currency)
    return Cell("figure", text, (Figure(span, printed, value, 0, False, False, unit, mention=mention),))


def _yen_and_sen(text: Text, rest: str, mention: Mention | None) -> Cell:
    match = _YEN_AND_SEN.search(rest)
    assert match is not None
    value = Decimal(f"{match['yen'].replace(',', '')}.{match['sen']}")
    span, printed = text.span.within(*match.span()), text.plain[match.start() : match.end()]
    return Cell("figure", text, (Figure(span, printed, value, _SEN, False, False, Unit(0, "JPY"), mention=mention),))
