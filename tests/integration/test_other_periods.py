"""Figures are read by what stands beside them, never by what they are: the example, moved to other periods and redrawn.

Every digit of every figure is drawn anew, and every date is moved. The same concepts must come out, with the values
that are now printed and the periods that are now named. Nothing may be wrong, and nothing lost.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest

from iij_xbrl.extract.cells.numbers import numbers
from iij_xbrl.extract.times.periods import Period, months_to
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse
from iij_xbrl.reasons.base import Reason, said
from iij_xbrl.reasons.evidence import NotDeterminedYet
from iij_xbrl.reasons.tables import ForecastOfThePast
from iij_xbrl.reasons.withdrawn import NoPeriodFits, SignUnsettled
from support import REPOSITORY, SEEDS, facts

EXAMPLES = {
    name: (REPOSITORY / "examples" / name / "release.md").read_text(encoding="utf-8") for name in ("1h11", "1h16")
}
MISPRINTS = {
    r"Net cash used in financing(?= activities[ |\t]*\(10,782,296\))": "Net cash used in investing",
    r"Fiscal Year Ended March 31, 2008(?= \| 52,301)": "Fiscal Year Ended March 31, 2009",
}


def corrected(page: str) -> str:
    """Two labels are misprinted, and only their figures tell: where those are redrawn nothing does."""
    for misprint, meant in MISPRINTS.items():
        page = re.sub(misprint, meant, page)
    return page


SOURCES = {name: corrected(page) for name, page in EXAMPLES.items()}
TAXONOMY = load_taxonomy()
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
        page = re.sub(r"(?i)(Sep(?:tember|\.) 30), (\d{4})", reporting_date, page)
        page = re.sub(r"\bSeptember (?=\d{4})", date(2000, *self.last).strftime("%B "), page)
        page = page.replace("July 1,", first.strftime("%B %-d,"))
        page = re.sub(r"\b1H(?= FY|\d)", self.name, page).replace("FY FY", "FY")
        page = re.sub(r"\b2Q(?=\d)", self.quarter, page).replace("2nd Quarter", f"{self.ordinal} Quarter")
        page = re.sub(
            rf"\b({self.name}|{self.quarter})(\d\d)\b", lambda match: f"{match[1]}{int(match[2]) + LATER}", page
        )
        page = re.sub(r"(?<![\d,.])20[01]\d(?![\d,.]\d)", lambda match: str(int(match[0]) + LATER), page)
        return re.sub(r"(?m)^Tokyo, November 8, (\d{4})$", self.dateline, page)

    def dateline(self, match: re.Match[str]) -> str:
        """The day of publication: some weeks behind the last day."""
        published = date(int(match[1]) + self.years, *self.last) + timedelta(days=39)
        return published.strftime("Tokyo, %B %-d, %Y")

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
FIGURE = re.compile(r"\s*\(?[\d,]+(?:\.\d+)?%?\)?(?: ?Gbps| shares)?\s*")
IN_LABEL = re.compile(r"\b[\d,]+(?= thousand| shares)|(?<=JPY)[\d,]+(?= thousand)")
NUMBER = re.compile(r"[\d,]+(?:\.\d+)?")


def with_figures(page: str, change: Callable[[str], str]) -> str:
    """The page with each figure of its tables changed, in cells and inside labels."""
    lines = page.split("\n")
    for number, line in enumerate(lines):
        separator = "|" if line.startswith("|") else "\t"
        if separator in line:
            label, *cells = line.removeprefix("|").split(separator)
            label = IN_LABEL.sub(lambda match: change(match[0]), label)
            cells = [
                NUMBER.sub(lambda match: change(match[0]), cell) if FIGURE.fullmatch(cell) else cell for cell in cells
            ]
            lines[number] = ("|" if separator == "|" else "") + separator.join([label, *cells])
    return "\n".join(lines)


def redrawn(page: str, draw: random.Random) -> str:
    """The page with every digit of every figure drawn anew.

    A zero stays, since it has no scale to go by; so do four digits, which are a year or what is left of one.
    """

    def drawn(printed: str) -> str:
        return (
            printed
            if printed == "0" or re.fullmatch(r"\d{4}", printed)
            else re.sub(r"\d", lambda _: draw.choice("123456789"), printed)
        )

    return with_figures(page, drawn)


def tripled(page: str) -> str:
    """The page with every figure three times as large: other figures, but the same sums close."""
    return with_figures(page, lambda printed: f"{3 * Decimal(printed.replace(',', '')):,f}")


Place = tuple[int, int, int]


@dataclass(frozen=True)
class Read:
    """What a page was read as: the facts of tables by their place, and those of sentences with their lines."""

    tables: dict[Place, list[Occurrence]]
    sentences: list[tuple[int, Occurrence]]
    reasons: dict[int, set[Reason]]


def read(page: str) -> Read:
    """The facts of a page; the place of a figure in a table is its line, its cell and its position among the cell's."""
    lines = page.split("\n")
    in_cells: defaultdict[tuple[int, int], defaultdict[int, list[Occurrence]]] = defaultdict(lambda: defaultdict(list))
    sentences = []
    report = report_of(parse(page, "release"), TAXONOMY)
    reasons: defaultdict[int, set[Reason]] = defaultdict(set)
    for item in (*report.leftovers, *report.undetermined):
        reasons[item.span.origin.line].add(item.reason)
    for occurrence in facts(report):
        place = occurrence.span.origin
        cell = len(re.findall(r"[|\t]", lines[place.line - 1][: place.start]))
        if cell or "\t" in lines[place.line - 1]:
            in_cells[place.line, cell][place.start].append(occurrence)
        else:
            sentences.append((place.line, occurrence))
    tables = {
        (*cell, nth): sorted(found[start], key=lambda item: (item.point.concept, item.point.period.end))
        for cell, found in in_cells.items()
        for nth, start in enumerate(sorted(found))
    }
    return Read(tables, sentences, reasons)


def figure(occurrence: Occurrence) -> Fraction:
    """What is printed, unscaled; a dash is zero."""
    return Fraction(next((number.value for number in numbers(occurrence.text)), 0))


def expected(before: Occurrence, after: Occurrence, move: Move) -> tuple[object, ...]:
    """The fact that the figure printed for `after` must be, when `before` stood in its place."""
    point = before.point
    factor = Fraction(before.value) / figure(before) if figure(before) else Fraction(0)
    return (
        point.concept,
        point.dimensions,
        str(move.period(point.period)),
        point.unit,
        factor * figure(after),
        before.decimals,
    )


def actual(after: Occurrence) -> tuple[object, ...]:
    point = after.point
    return point.concept, point.dimensions, str(point.period), point.unit, Fraction(after.value), after.decimals


@pytest.fixture(scope="module", params=SOURCES)
def source(request) -> str:
    return SOURCES[request.param]


@cache
def original(source: str) -> Read:
    return read(source)


@cache
def moved_to(move: Move, source: str) -> Read:
    return read(redrawn(move.text(source), random.Random(move.name)))


@pytest.fixture(scope="module", params=MOVES)
def move(request) -> Move:
    return request.param


@pytest.fixture
def pages(move, source) -> tuple[Read, Read]:
    return original(source), moved_to(move, source)


def test_the_page_is_really_another_one(move, source):
    page = redrawn(move.text(source), random.Random(move.name))
    names = set(re.findall(r"\b(?:1H|2Q)\d\d|(?<!\d)20(?:10|15)(?!\d)", source))
    assert len(names) == 5
    assert not re.search("|".join(names - {"2015"}), page)
    before, after = ({match[0] for match in re.finditer(r"(?<=\| )\d[\d,.]{5,}", text)} for text in (source, page))
    assert len(before) > 300
    assert len(before & after) < 10


def test_no_fact_is_wrong(pages, move):
    before, after = (page.tables for page in pages)
    for place, occurrences in after.items():
        if place not in before:  # what was not determined at the half year is nil at the year end
            assert {item.text for item in occurrences} == {"-"}
            continue
        assert [actual(item) for item in occurrences] == [
            expected(old, new, move) for old, new in zip(before[place], occurrences, strict=True)
        ]


def test_no_fact_of_a_sentence_is_wrong(pages, move):
    """Sentences are not redrawn, but the tables that bear them out are: some are lost, none is read as another fact."""
    before, after = (page.sentences for page in pages)
    moved = [(line, *expected(item, item, move)) for line, item in before]
    assert [(line, item) for line, item in after if (line, *actual(item)) not in moved] == []
    assert len(after) > len(before) / 2


NEEDS_EVIDENCE = (SignUnsettled, NoPeriodFits, ForecastOfThePast, NotDeterminedYet)


def test_no_fact_of_a_table_is_lost_but_for_those_that_rest_on_evidence(pages):
    """Redrawing takes sums and agreement away: where a sign or a label stood on them, the figure is unmapped."""
    before, after = pages
    lost = {place[0] for place in before.tables.keys() - after.tables.keys()}
    assert [line for line in lost if not any(said(r, *NEEDS_EVIDENCE) for r in after.reasons.get(line, ()))] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_sums_that_still_close_are_the_same_evidence(example):
    before, after = original(EXAMPLES[example]).tables, read(tripled(EXAMPLES[example])).tables
    assert {place: [(item.point, item.status) for item in found] for place, found in after.items()} == {
        place: [(item.point, item.status) for item in found] for place, found in before.items()
    }
    pairs = [pair for place in before for pair in zip(before[place], after[place], strict=True)]
    assert all(Fraction(new.value) * figure(old) == Fraction(old.value) * figure(new) for old, new in pairs)
    assert sum(new.value == 3 * old.value != 0 for old, new in pairs) > 700


RELEASES = [  # pages whose rows are damaged, and the examples that are not moved above
    *(SEEDS / f"{name}-release.txt" for name in ("1h11", "1h16")),
    *(REPOSITORY / "examples" / name / "release.md" for name in ("1h09", "1h13")),
]


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_in_a_damaged_release_redrawn_figures_are_the_same_facts_or_none(path):
    """Where sums were the evidence for a damaged row, redrawing takes it away; what remains must be right."""
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside the repository")
    page = corrected(path.read_text(encoding="utf-8"))
    before, after = read(page).tables, read(redrawn(page, random.Random(path.stem))).tables
    assert after.keys() <= before.keys()
    for place, found in after.items():
        assert [item.point for item in found] == [item.point for item in before[place]]
        for old, new in zip(before[place], found, strict=True):
            assert figure(old) == 0 or Fraction(new.value) == Fraction(old.value) / figure(old) * figure(new)
    assert len(after) > len(before) * 3 / 4
