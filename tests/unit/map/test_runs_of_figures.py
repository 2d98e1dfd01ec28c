"""Lines that repeat a figure thousands of times are read in linear time."""

import time
from collections.abc import Callable

import pytest

from iij_xbrl.extract.times.periods import Calendar, mentions
from iij_xbrl.map.non_facts import explained
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

MOST_SECONDS = 4  # a fraction of it where time is linear, several times as much where it is quadratic


def explain_numbers(page: str) -> object:
    (text,) = parse(page, "page").texts
    return list(explained(text))


def map_cell(cell: str) -> object:
    return report_of(parse(f"| | 1H11 |\n|---|---|\n| Revenues | {cell} |\n", "page"), load_taxonomy())


def map_rows(rows: str) -> object:
    page = f"| | 1H11 | 1H10 |\n|---|---|---|\n| | JPY millions | JPY millions |\n{rows}"
    return report_of(parse(page, "page"), load_taxonomy())


def map_lines(rows: str) -> object:
    page = (
        f"### Operating Results Summary\n\n| | 1H10 | 1H11 |\n|---|---|---|\n| | JPY millions | JPY millions |\n"
        f"| Total Revenues | 33,100 | 45,800 |\n{rows}"
    )
    return report_of(parse(page, "page"), load_taxonomy())


def map_everywhere(run: str) -> object:
    page = f"{run}\n\n# {run}\n\n| {run} | 1H11 |\n|---|---|\n| {run} | 5 |\n| Operating income | {run} |\n"
    return report_of(parse(page, "page"), load_taxonomy())


@pytest.mark.parametrize(
    ("work", "run"),
    [
        (explain_numbers, "1(" * 8000),
        (explain_numbers, "1H11 " * 3000),
        (lambda text: mentions(text, Calendar(4)), "1H11 " * 4000),
        (map_cell, "1H11 " * 500),
        (map_everywhere, "1H11 " * 1500),
        (lambda run: report_of(parse(run, "page"), load_taxonomy()), "1H11" * 1500),
        (lambda run: report_of(parse(run, "page"), load_taxonomy()), "In 5\ntowns. " * 12000),
        (map_rows, "| Total revenues | 45,800.3 | 33,100.2 |\n" * 8000),
        (map_lines, "".join(f"| Operating income | 1,180 | {at:,} |\n" for at in range(1000, 6000))),
        (map_lines, "| Of our peers | 9 | 8 |\n" + "".join(f"| Item | {at:,} | 9 |\n" for at in range(1000, 6000))),
    ],
    ids=[
        "numbers",
        "names of periods",
        "mentions",
        "cell",
        "everywhere",
        "one word",
        "paragraph",
        "rows",
        "rows of a line",
        "rows below an owner",
    ],
)
def test_a_run_of_figures_takes_linear_time(work: Callable[[str], object], run: str):
    start = time.process_time()
    work(run)
    assert time.process_time() - start < MOST_SECONDS
