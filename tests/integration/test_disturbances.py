"""One disturbance at a random place of a small release, a few hundred times: no wrong fact, ever.

A disturbance changes what some figures are about (a qualified title, another company's name, a group of rows of another
period) or how they are written (a suffix, a struck cell, a row that lacks a cell). What it leaves untouched is read as
before, or not at all; what it touches is no fact, or the fact that it was.
"""

import random
from collections.abc import Callable

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse
from iij_xbrl.reconcile.lookalikes import with_digits
from support import facts

TAXONOMY = load_taxonomy()
RUNS = 18
HEAD = "Internet Initiative Japan Inc.\n\n## 1H FY2011 Financial Results Summary\n\n"
TITLE = "### Operating Results Summary"
COLUMNS = ["\t1H10\t1H11\tYoY % change", "\tJPY millions\tJPY millions\t"]
ROWS = [
    "Total Revenues\t33,100\t45,800\t38.4",
    "Network Services\t20,100\t30,400\t51.2",
    "SI\t12,400\t14,200\t14.5",
    "Operating Income\t1,180\t2,310\t95.8",
    "Net income attributable to IIJ\t840\t1,290\t53.6",
]
Lines = list[str]


def page(title: str = TITLE, above: str = "", columns: Lines = COLUMNS, rows: Lines = ROWS, below: str = "") -> str:
    return "\n".join([f"{HEAD}{title}\n", *([f"{above}\n"] if above else []), *columns, *rows, "", below])


def read(text: str) -> set[tuple[str, object]]:
    """The printed figures of a page, in digits, with the data point and value that each is read as."""
    found = facts(report_of(parse(text, "page"), TAXONOMY))
    return {(with_digits(item.text), (item.point, item.value)) for item in found}


def at(draw: random.Random) -> int:
    return draw.randrange(1, len(ROWS))


def cell(draw: random.Random, change: Callable[[str], str]) -> Lines:
    place = at(draw)
    cells = ROWS[place].split("\t")
    column = draw.randrange(1, 3)
    cells[column] = change(cells[column])
    return [*ROWS[:place], "\t".join(cells), *ROWS[place + 1 :]]


def lacking(draw: random.Random) -> Lines:
    place = at(draw)
    cells = ROWS[place].split("\t")
    del cells[draw.randrange(1, 3)]
    return [*ROWS[:place], "\t".join(cells), *ROWS[place + 1 :]]


OTHERS = (
    *("Budget", "Non-Consolidated", "excluding hi-ho", "Industry average", "Toyshop Networks", "before restatement"),
    *("IFRS", "As announced", "at constant exchange rates", "Simulation", "Underlying"),
)
MARKS = ("*", "**", "*1", "††", "(Note 1)")
DEFINED = ('"1H11" means the half up to the end of June', "1H denotes the calendar half year")
COMPANIES = ("hi-ho", "IIJ-Global", "Trust Networks Inc.", "NTT Communications")
GROUPS = (
    "2Q:\t\t\t",
    "FY2009:",
    "(USD thousands)\t\t\t",
    "hi-ho:\t\t\t",
    "Budget\t\t\t",
    "Less:\t\t\t",
    "For the nine months ended December 31, 2011",
)


def noted(draw: random.Random) -> str:
    """A page with a note that says something else of one row; what bears its mark is closed."""
    place, mark = at(draw), draw.choice(MARKS)
    label, _, rest = ROWS[place].partition("\t")
    rows = [*ROWS[:place], f"{label}{mark}\t{rest}", *ROWS[place + 1 :]]
    return page(rows=rows, below=f"{mark} {draw.choice(OTHERS)}")


WHOLE: dict[str, Callable[[random.Random], str]] = {
    "a qualified title": lambda draw: page(title=f"{TITLE} ({draw.choice(OTHERS)})"),
    "another company's heading": lambda draw: page(
        title=f"### {draw.choice(COMPANIES)}\n\n{TITLE}".replace("### O", "#### O")
    ),
    "a remark above": lambda draw: page(above=f"The figures of {draw.choice(COMPANIES)} are shown."),
    "a remark that is a name": lambda draw: page(
        above=draw.choice(("*{}*", "({})", "[{}]", "- {}")).format(draw.choice(OTHERS))
    ),
    "a name defined otherwise": lambda draw: page(title=f"{draw.choice(DEFINED)}.\n\n{TITLE}"),
    "a quotation": lambda draw: page(columns=["```", *COLUMNS], rows=[*ROWS, "```"]),
    "a comment": lambda draw: page(columns=["<!--", *COLUMNS], rows=[*ROWS, "-->"]),
}
PARTS: dict[str, Callable[[random.Random], str]] = {
    "a struck cell": lambda draw: page(rows=cell(draw, lambda text: f"~~{text}~~")),
    "a glued suffix": lambda draw: page(rows=cell(draw, lambda text: text + draw.choice(("bn", "E", "K", "xx", "B")))),
    "a letter for a digit": lambda draw: page(rows=cell(draw, lambda text: text.replace("0", "O").replace("1", "l"))),
    "a row that lacks a cell": lambda draw: page(rows=lacking(draw)),
    "a note": noted,
    "a header about something else": lambda draw: page(
        columns=[COLUMNS[0].replace("1H11", f"1H11 ({draw.choice(OTHERS)})"), COLUMNS[1]]
    ),
    "a sentence about another": lambda draw: page(
        below=f"{draw.choice(COMPANIES)} opened an office. Revenues were JPY{draw.randint(1000, 9000):,} million."
    ),
}


@pytest.mark.parametrize("seed", range(RUNS))
@pytest.mark.parametrize("kind", WHOLE)
def test_a_table_about_something_else_holds_no_fact(kind, seed):
    text = WHOLE[kind](random.Random(seed))
    assert read(text) == set(), text


@pytest.mark.parametrize("seed", range(RUNS))
@pytest.mark.parametrize("kind", PARTS)
def test_what_is_still_read_is_what_it_was(kind, seed):
    text = PARTS[kind](random.Random(seed))
    assert read(text) <= read(page()), text


@pytest.mark.parametrize("seed", range(RUNS))
def test_rows_below_a_group_about_something_else_hold_no_fact(seed):
    draw = random.Random(seed)
    place = at(draw)
    text = page(rows=[*ROWS[:place], draw.choice(GROUPS), *ROWS[place:]])
    below = {figure for row in ROWS[place:] for figure in row.split("\t")[1:]}
    found = read(text)
    assert not below & {figure for figure, _ in found}, text
    assert found <= read(page()), text


def test_the_release_that_is_disturbed_is_read_whole():
    assert len(read(page())) == len(ROWS) * 3
