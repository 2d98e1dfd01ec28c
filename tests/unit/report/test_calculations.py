"""A report refers to the calculations of what it prints whole, and of what was read whole: sums bind on two figures."""

from dataclasses import replace

import pytest

from annotated import annotated
from examples import EXAMPLE, excerpt, shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse
from iij_xbrl.relations.report import list_relations
from iij_xbrl.report.calculations import calculations_of, printed_whole, with_calculations
from support import REPOSITORY

BALANCE = excerpt(EXAMPLE, "Consolidated Balance Sheets (Unaudited)")


def referred_to(page: str) -> set[str]:
    report = report_of(parse(page, "release"), shipped())
    return {calculation.role for calculation in printed_whole(report, shipped())}


def with_row(old: str, new: str) -> str:
    assert BALANCE.count(old) == 1
    return BALANCE.replace(old, new)


def test_a_statement_that_is_printed_whole_has_its_calculations():
    assert referred_to(BALANCE) == {"BalanceSheetAccountsPayableInOneLine"}


def test_calculations_that_were_looked_for_are_not_again():
    report = report_of(parse(BALANCE, "release"), shipped())
    known = with_calculations(report, shipped())
    assert calculations_of(known, shipped()) == calculations_of(report, shipped()) != ()
    assert calculations_of(replace(known, facts=()), shipped()) is known.calculations


def test_one_with_a_line_that_the_taxonomy_does_not_know_has_none():
    """The total is the sum of all lines, of which the report has not all: it would be called inconsistent."""
    assert referred_to(with_row("| Inventories |", "| Moon base |")) == set()


def test_one_that_leaves_lines_out_has_none():
    rows = [line for line in BALANCE.split("\n") if not line.startswith(("| Inventories |", "| Prepaid expenses |"))]
    assert referred_to("\n".join(rows)) == set()


def test_a_misprint_does_not_hide_the_calculations_that_show_it():
    assert referred_to(with_row("| Inventories | 601,088 |", "| Inventories | 601,888 |")) != set()


@pytest.mark.parametrize(
    ("page", "roles"),
    [
        ("income-statement-fy2022-ifrs.md", {"IncomeStatementIfrs"}),
        ("equity-2q-fy2019-ifrs.md", {"ComprehensiveIncomeIfrs", "ChangesInEquityIfrs"}),
    ],
)
def test_statements_under_ifrs_have_calculations_and_add_up(page, roles):
    text = (REPOSITORY / "tests" / "integration" / "japanese" / page).read_text(encoding="utf-8")
    plain = annotated(text)[0]
    assert referred_to(plain) == roles
    relations = list_relations(report_of(parse(plain, "release"), shipped()), shipped())
    assert [str(item.relation) for item in relations if item.state == "open" and not item.is_rounding] == []
