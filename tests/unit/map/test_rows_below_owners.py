"""Rows below one with figures that names somebody else, and rows whose label breaks off."""

import pytest

from examples import shipped
from support import facts, report

HEAD = """\
Internet Initiative Japan Inc.

### Operating Results Summary

	1H10	1H11
	JPY millions	JPY millions
"""
TOTAL = "Total Revenues	33,100	45,800\n"
INCOME = "Operating Income	1,180	2,310\n"


def concepts(rows: str) -> set[str]:
    return {item.point.concept for item in facts(report(f"{HEAD}{rows}", shipped()))}


@pytest.mark.parametrize(
    "owner",
    [
        "Of our peers	30,100	40,800",
        "hi-ho	2,600	2,200",
        "Toyo Bank Co., Ltd.	9	8",
        "Budget	1	2",
        "Rivals (number)	30	40",
    ],
)
def test_rows_below_the_name_of_somebody_else_may_be_of_that(owner):
    assert concepts(f"{TOTAL}{owner}\n{INCOME}") == {"Revenues"}


@pytest.mark.parametrize("row", ["Moon landing costs	100	800", "Due to affiliates	100	800"])
def test_the_rows_below_an_unknown_line_are_of_the_issuer(row):
    assert concepts(f"{TOTAL}{row}\n{INCOME}") == {"Revenues", "OperatingIncome"}


def test_what_the_name_adds_up_to_ends_it():
    rows = "hi-ho	2,600	2,200\nNetwork Services	30,500	43,600\n"
    assert concepts(f"{rows}{TOTAL}{INCOME}") == {"Revenues", "OperatingIncome"}
    assert concepts(f"{rows}{TOTAL.replace('45,800', '45,900')}{INCOME}") == set()


@pytest.mark.parametrize("end", [",", " -", "—", ", "])
def test_a_label_that_breaks_off_is_no_line(end):
    assert concepts(f"{TOTAL}Operating Income{end}	1,180	2,310\n") == {"Revenues"}


def test_rows_below_what_a_row_is_made_of_are_its_parts():
    rows = "  of which: sold in Kansai\n    Network Services	100	210\n"
    assert not concepts(f"{TOTAL}{rows}") & {"NetworkServicesRevenue"}


@pytest.mark.parametrize(
    ("note", "found"), [("Parent company.", {"Revenues"}), ("Unaudited.", {"Revenues", "OperatingIncome"})]
)
def test_a_footnote_of_markdown_speaks_of_what_bears_its_mark(note, found):
    page = HEAD.replace("	1H10	1H11\n	JPY millions	JPY millions\n", "")
    heads = "|  | 1H10 | 1H11 |\n|---|---|---|\n|  | JPY millions | JPY millions |\n"
    rows = "| Total Revenues | 33,100 | 45,800 |\n| Operating Income[^1] | 1,180 | 2,310 |\n"
    said = {item.point.concept for item in facts(report(f"{page}{heads}{rows}\n[^1]: {note}\n", shipped()))}
    assert said == found
