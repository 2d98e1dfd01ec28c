"""Statements: tables of lines that are known, with columns of periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from drawn.figures import DOLLARS, PURE, YEN, Figure, Members, Said, rounded
from drawn.page import Heading, Row, Table
from drawn.words_en import ENGLISH
from drawn.world import World

Counted = Literal["money", "shares", "ads", "per share", "per ads"]
Amounts = Mapping[str, int]
Decimals = Mapping[str, Decimal]
_UNITS = {"money": "", "shares": "xbrli:shares", "ads": "iij:ADS", "per share": "/xbrli:shares", "per ads": "/iij:ADS"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a statement, in English and Japanese; without a concept it heads those below it.

    `sign` is that of the value for what is printed, `at` the end of the period that a balance is of.
    """

    english: str
    japanese: str
    concept: str = ""
    members: Members = ()
    sign: int = 1
    is_total: bool = False
    counted: Counted = "money"
    at: Literal["", "opening", "closing"] = ""

    @property
    def key(self) -> str:
        """By which amounts know it."""
        return " ".join([self.concept, *(member for _, member in self.members), self.at]).strip()

    def label(self, world: World) -> str:
        """As the page prints it."""
        return self.english if world.language is ENGLISH else self.japanese


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a period: amounts in thousands of yen as they are printed, shares and what there is for each in ones.

    With a rate they are turned into dollars.
    """

    head: str
    when: str
    amounts: Amounts | Decimals
    rate: Decimal | None = None


def statement(world: World, title: str, lines: Iterable[Line], columns: Sequence[Column], scale: int = 3) -> Table:
    """A statement of lines in columns, of yen without so many noughts."""
    rows = [
        Row(
            line.label(world),
            [figure_of(world, line, column, scale) if line.concept else "" for column in columns],
            line.concept,
            line.is_total,
        )
        for line in lines
    ]
    units = ("USD thousands" if column.rate else world.language.unit(scale) for column in columns)
    return Table([Heading(3, title)], [["", *(column.head for column in columns)], ["", *units]], rows)


def figure_of(world: World, line: Line, column: Column, scale: int) -> Figure:
    """A line in a column."""
    value = Decimal(column.amounts[line.key])
    unit = f"{DOLLARS if column.rate else YEN}{_UNITS[line.counted]}"
    if line.counted in ("shares", "ads"):
        printed, noughts, unit = rounded(value), 0, _UNITS[line.counted]
    elif line.counted != "money":
        printed, noughts = rounded(value / (column.rate or 1), "0.01"), 0
    else:
        noughts = 3 if column.rate else scale
        printed = rounded(value / (column.rate or 1) / Decimal(10) ** (noughts - 3))
    said = Said(line.concept, _period(line, column), printed.scaleb(noughts) * line.sign, unit, line.members)
    return Figure(world.print(printed), (said,))


def shares_of(world: World, lines: Iterable[Line], column: Column, whole: str, suffix: str) -> list[Figure | str]:
    """What percentage each line is of a whole."""
    cells: list[Figure | str] = []
    for line in lines:
        if not line.concept:
            cells.append("")
            continue
        percent = rounded(Decimal(column.amounts[line.key]) / Decimal(column.amounts[whole]) * 100, "0.1")
        said = Said(f"{line.concept}{suffix}", _period(line, column), percent / 100 * line.sign, PURE, line.members)
        cells.append(Figure(world.print(percent), (said,), due=False))
    return cells


def in_dollars(world: World, column: Column) -> Column:
    """The same in dollars, under no head of its own."""
    return replace(column, head="", rate=world.rate)


def _period(line: Line, column: Column) -> str:
    first, _, last = column.when.rpartition("/")
    if line.at == "opening":
        return day_before(first)
    return last if line.at == "closing" else column.when


def day_before(iso: str) -> str:
    """The day before another one."""
    return str(date.fromisoformat(iso) - timedelta(days=1))
