"""What a cell of a Japanese table holds: `△4,336`, `2,892百万円`, `（49.5％）`, `26年3月期318百万円`, `12円34銭`.

A loss is marked by △ or ▲; parentheses are none, and around an amount they may mean anything.
"""

from __future__ import annotations

from decimal import Decimal

from iij_xbrl.extract.calendar import Calendar, Mention
from iij_xbrl.extract.cells import Cell, Figure
from iij_xbrl.extract.numbers import Number, is_dash, numbers
from iij_xbrl.extract.periods import mentions
from iij_xbrl.extract.units import Unit, parse_unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.read.document import Text
from iij_xbrl.reasons.written import TextBeside

_MEASURES = JAPANESE.names("measures")
_YEN_AND_SEN = JAPANESE.patterns["units.sen"]
_AROUND_DASH = "()% "
_SEN = 2  # places
_BRACKETS = TextBeside("()")


def read_japanese_cell(text: Text, calendar: Calendar) -> Cell:
    """Read one cell."""
    plain = narrow(text.plain)
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
    found = tuple(numbers(rest))
    if len(found) != 1:
        return Cell("text", text)
    return _one(text, rest, found[0], mention)


def is_japanese(*texts: str) -> bool:
    """Whether texts are Japanese more than anything else."""
    joined = narrow("".join(texts))
    japanese = len(JAPANESE.script.findall(joined))
    return japanese > sum(char.isascii() and char.isalpha() for char in joined)


def _without(plain: str, named: tuple[Mention, ...]) -> str:
    """A text with the periods in it blanked out."""
    for mention in named:
        plain = plain[: mention.start] + " " * (mention.end - mention.start) + plain[mention.end :]
    return plain


def _one(text: Text, rest: str, number: Number, mention: Mention | None) -> Cell:
    beside = (rest[: number.start] + rest[number.end :]).strip()
    unit = parse_unit(beside) if beside else None
    measure = _MEASURES.get(beside, "")
    if beside and not unit and not measure:
        return Cell("text", text)
    is_bracketed = rest[number.start] == "("
    problem = number.problem or (_BRACKETS if is_bracketed and not number.percent else None)
    value = -number.value if is_bracketed else number.value
    span = text.span.within(number.start, number.end)
    printed = text.plain[number.start : number.end]
    figure = Figure(span, printed, value, number.places, number.percent, False, _whole(unit), measure, problem, mention)
    return Cell("figure", text, (figure,))


def _whole(unit: Unit | None) -> Unit | None:
    """The unit beside a figure; yen without a scale are yen."""
    return Unit(0, unit.currency) if unit and unit.currency and unit.scale is None else unit


def _yen_and_sen(text: Text, rest: str, mention: Mention | None) -> Cell:
    match = _YEN_AND_SEN.search(rest)
    assert match is not None
    value = Decimal(f"{match['yen'].replace(',', '')}.{match['sen']}")
    span, printed = text.span.within(*match.span()), text.plain[match.start() : match.end()]
    return Cell("figure", text, (Figure(span, printed, value, _SEN, False, False, Unit(0, "JPY"), mention=mention),))
