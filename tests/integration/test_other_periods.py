"""Figures are read by what stands beside them, never by what they are: the example, moved to other periods and redrawn.

Every digit of every figure is drawn anew, and every date is moved. The same concepts must come out, with the values
that are now printed and the periods that are now named. What adds up no more may be withdrawn; nothing may be wrong.
"""

import random
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import pytest
from support import REPOSITORY, facts

from iij_xbrl.extract.numbers import numbers
from iij_xbrl.extract.periods import Period, months_to
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

SOURCE = (REPOSITORY / "examples" / "1h11" / "release.md").read_text(encoding="utf-8")
LATER = 3
"""The years by which every date moves."""


@dataclass(frozen=True)
class Move:
    """Where the six months to September 30 go: the words and names of the new period, and its last day.

    `years` is 1 where that day is in the next calendar year. The three months to September 30 go to the last three
    months of the new period.
    """

    words: str
    name: str
    quarter: str
    ordinal: str
    last: tuple[int, int]
    years: int = 0

    def text(self, page: str) -> str:
        """The page with its dates moved."""
        last = date(2000, *self.last).strftime("%B %d")
        first = self.quarter_before(date(2000, 9, 30)) + timedelta(days=1)

        def reporting_date(match: re.Match[str]) -> str:
            words = last.upper() if match[1].isupper() else last
            return f"{words}, {int(match[2]) + self.years}"

        page = re.sub(r"(?i)six months ended", self.words, page)
        page = re.sub(r"(?i)(September 30), (\d{4})", reporting_date, page)
        page = page.replace("July 1,", first.strftime("%B %-d,"))
        page = re.sub(r"\b1H(?= FY|1)", self.name, page)
        page = re.sub(r"\b2Q(?=1)", self.quarter, page).replace("2nd Quarter", f"{self.ordinal} Quarter")
        page = re.sub(rf"\b({self.name}|{self.quarter})(1[01])\b", lambda match: f"{match[1]}{int(match[2]) + LATER}", page)
        return re.sub(r"(?<!\d)201[0-2](?!\d)", lambda match: str(int(match[0]) + LATER), page)

    def reporting_day(self, day: date) -> date:
        return date(day.year + LATER + self.years, *self.last)

    def quarter_before(self, day: date) -> date:
        start = months_to(self.reporting_day(day), 3).start
        assert start is not None
        return start - timedelta(days=1)

    def day(self, day: date) -> date:
        """Where a day goes: the reporting date, the day before the last three months begin, and all others."""
        if (day.month, day.day) == (9, 30):
            return self.reporting_day(day)
        if (day.month, day.day) == (6, 30):
            return self.quarter_before(day)
        return day.replace(year=day.year + LATER)

    def period(self, period: Period) -> Period:
        """Where a period goes."""
        if period.start is None:
            return Period(self.day(period.end))
        if period.months == 3:
            return months_to(self.day(period.end), 3)
        return Period(self.day(period.end), period.start.replace(year=period.start.year + LATER))


MOVES = [
    pytest.param(Move("Six Months Ended", "1H", "2Q", "2nd", (9, 30)), id="six months of another year"),
    pytest.param(Move("Nine Months Ended", "9M", "3Q", "3rd", (12, 31)), id="nine months"),
    pytest.param(Move("Three Months Ended", "1Q", "1Q", "1st", (6, 30)), id="first quarter"),
    pytest.param(Move("Fiscal Year Ended", "FY", "4Q", "4th", (3, 31), years=1), id="full year"),
]
FIGURE = re.compile(r"\s*\(?[\d,]+(?:\.\d+)?%?\)?(?: Gbps| shares)?\s*")
IN_LABEL = re.compile(r"(?<=JPY)[\d,]+(?= thousand)|[\d,]+(?= shares)")


def redrawn(page: str, draw: random.Random) -> str:
    """The page with every digit of every figure of its tables drawn anew."""

    def drawn(text: str) -> str:
        return re.sub(r"\d", lambda _: draw.choice("123456789"), text)

    lines = page.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("|"):
            label, *cells = line[1:].split("|")
            label = IN_LABEL.sub(lambda match: drawn(match[0]), label)
            lines[number] = "|" + "|".join([label, *(drawn(cell) if FIGURE.fullmatch(cell) else cell for cell in cells)])
    return "\n".join(lines)


Place = tuple[int, int, int]


def by_place(page: str) -> dict[Place, list[Occurrence]]:
    """The facts of a page by line, cell and the how manieth figure of that cell, which texts before it do not move."""
    lines = page.split("\n")
    in_cells: defaultdict[tuple[int, int], defaultdict[int, list[Occurrence]]] = defaultdict(lambda: defaultdict(list))
    for occurrence in facts(report_of(parse(page, "release"), load_taxonomy())):
        span = occurrence.span
        in_cells[span.line, lines[span.line - 1].count("|", 0, span.start)][span.start].append(occurrence)
    return {
        (*cell, nth): sorted(found[start], key=lambda item: (item.point.concept, item.point.period.end))
        for cell, found in in_cells.items()
        for nth, start in enumerate(sorted(found))
    }


def figure(occurrence: Occurrence) -> Fraction:
    """What is printed, unscaled; a dash is zero."""
    return Fraction(next((number.value for number in numbers(occurrence.text)), 0))


def expected(before: Occurrence, after: Occurrence, move: Move) -> tuple[object, ...]:
    """The fact that the figure printed for `after` must be, when `before` stood in its place."""
    point = before.point
    factor = Fraction(before.value) / figure(before) if figure(before) else 0
    return point.concept, point.dimensions, str(move.period(point.period)), point.unit, factor * figure(after), before.decimals


def actual(after: Occurrence) -> tuple[object, ...]:
    point = after.point
    return point.concept, point.dimensions, str(point.period), point.unit, Fraction(after.value), after.decimals


@pytest.fixture(scope="module")
def original() -> dict[Place, list[Occurrence]]:
    return by_place(SOURCE)


@pytest.fixture(scope="module", params=MOVES)
def move(request) -> Move:
    return request.param


@pytest.fixture(scope="module", params=[7, 1868])
def pages(request, move, original):
    return original, by_place(redrawn(move.text(SOURCE), random.Random(request.param)))


def test_the_page_is_really_another_one(move):
    page = redrawn(move.text(SOURCE), random.Random(7))
    assert not re.search(r"(?<!\d)2010(?!\d)|1H1[01]|2Q1[01]", page)
    before, after = ({match[0] for match in re.finditer(r"\d[\d,.]{5,}", text)} for text in (SOURCE, page))
    assert len(before & after) < len(before) / 50


def test_no_fact_is_wrong(pages, move):
    before, after = pages
    for place, occurrences in after.items():
        assert place in before, occurrences[0]
        assert [actual(item) for item in occurrences] == [
            expected(old, new, move) for old, new in zip(before[place], occurrences, strict=True)
        ]


def test_no_fact_is_lost(pages):
    before, after = pages
    assert [before[place][0] for place in before.keys() - after.keys()] == []
