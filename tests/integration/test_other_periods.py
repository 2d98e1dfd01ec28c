"""Figures are read by what stands beside them, never by what they are: the example, moved to other periods and redrawn.

Every digit of every figure is drawn anew, and every date is moved. The same concepts must come out, with the values that
are now printed and the periods that are now named; a figure may be left unmapped, but none may be wrong.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from support import REPOSITORY, facts

from iij_xbrl.extract.numbers import numbers
from iij_xbrl.extract.periods import Period
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse
from iij_xbrl.report import Report

SOURCE = (REPOSITORY / "examples" / "1h11" / "release.md").read_text(encoding="utf-8")
YEARS = {"2010": "2013", "2011": "2014", "2012": "2015", "1H10": "1H13", "1H11": "1H14", "2Q10": "2Q13", "2Q11": "2Q14"}
HALF_DATES = re.compile(r"September 30")
HALF_WORDS = re.compile(r"six months ended|first six months", re.IGNORECASE)


@dataclass(frozen=True)
class Move:
    """Another reporting date: how its texts are written, and where the periods of the six months go.

    `quarter` says how the three months of the example are called: they must stay another period than the `length`.
    """

    words: str
    name: str
    quarter: str
    end: str
    months: int
    last: tuple[int, int]
    next_year: int = 0

    def day(self, day: date) -> date:
        """Where a day of the example goes: three years on, and the reporting date to the new one."""
        year = day.year + 3
        if (day.month, day.day) == (9, 30):
            return date(year + self.next_year, *self.last)
        if (day.month, day.day) == (6, 30):  # the day before the three months begin
            return self.quarter_start(year) - timedelta(days=1)
        return date(year, day.month, day.day)

    def quarter_start(self, year: int) -> date:
        first = self.last[0] - 2
        return date(year + self.next_year, first, 1)

    def period(self, period: Period) -> Period:
        if period.start is None:
            return Period(self.day(period.end))
        if period.months == 3:
            return Period(self.day(period.end), self.quarter_start(period.end.year + 3))
        return Period(self.day(period.end), date(period.start.year + 3, period.start.month, period.start.day))


MOVES = {
    "the same six months of another year": Move("Six Months Ended", "1H", "2Q", "September 30", 6, (9, 30)),
    "nine months": Move("Nine Months Ended", "9M", "3Q", "December 31", 9, (12, 31)),
}


def moved(text: str, move: Move) -> str:
    """The page with its dates moved."""
    text = re.sub(r"\b1H(?=1[01]\b|\sFY)", move.name, text)
    text = re.sub(r"\b2Q(?=1[01]\b|-end|\sFY)", lambda match: match.group() if "-" in text[match.end() : match.end() + 1] else move.quarter, text)
    text = re.sub(r"2nd Quarter", f"{'3rd' if move.quarter == '3Q' else '2nd'} Quarter", text)
    text = re.sub(r"six months ended", lambda match: cased(move.words, match.group()), text, flags=re.IGNORECASE)
    text = text.replace("September 30", move.end).replace("SEPTEMBER 30", move.end.upper()).replace("July 1", f"{month_name(move)} 1")
    years = {"2010": "2013", "2011": "2014", "2012": "2015"}
    text = re.sub(r"\b(2010|2011|2012)\b", lambda match: years[match.group()], text)
    return re.sub(r"\b(1H|9M|2Q|3Q)(10|11)\b", lambda match: match[1] + str(int(match[2]) + 3), text)


def month_name(move: Move) -> str:
    return move.quarter_start(2014).strftime("%B")


def cased(words: str, model: str) -> str:
    return words.upper() if model.isupper() else words


def redrawn(text: str, draw: random.Random) -> str:
    """The page with every digit of every figure of its tables drawn anew; what names periods stays."""
    lines = []
    for line in text.split("\n"):
        if line.startswith("|"):
            label, *cells = line[1:].split("|")
            named = [cell for cell in cells if re.search(r"[A-Za-z]{2}|\b[1-4][QH]|9M", cell) and not re.search("Gbps|shares", cell)]
            cells = [cell if cell in named else re.sub(r"\d", lambda _: draw.choice("123456789"), cell) for cell in cells]
            line = "|" + "|".join([label, *cells])
        lines.append(line)
    return "\n".join(lines)


def read(text: str) -> Report:
    return report_of(parse(text, "release"), load_taxonomy())


def line_of(occurrence: Occurrence) -> tuple[int, int]:
    """Which line and which figure of that line: the same on both pages, whatever the length of the texts."""
    return occurrence.span.line, occurrence.span.start


def ordered(report: Report, text: str) -> dict[tuple[int, int, str], Occurrence]:
    """The facts of a page by line and number in that line; a token may print two facts."""
    found: dict[tuple[int, int, str], Occurrence] = {}
    lines = text.split("\n")
    for occurrence in facts(report):
        nth = cell_of(lines[occurrence.span.line - 1], occurrence)
        found[occurrence.span.line, nth, occurrence.point.concept + str(occurrence.point.period.start is None)] = occurrence
    return found


def cell_of(line: str, occurrence: Occurrence) -> int:
    return line[: occurrence.span.start].count("|") * 100 + len(list(numbers(line[: occurrence.span.start].rpartition("|")[2])))
