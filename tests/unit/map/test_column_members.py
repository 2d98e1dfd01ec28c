"""Heads of columns that may be of several components of equity, `Total` above all."""

import pytest

from examples import shipped
from support import facts, report

PAGE = """\
Internet Initiative Japan Inc. today announced its results for the fiscal year ended March 31, 2022 under International
Financial Reporting Standards (IFRS).

### Condensed Consolidated Statements of Changes in Shareholders' Equity for the Fiscal Year Ended March 31, 2022

{}
"""
TOTAL = {"Retained earnings": "15,672", "Total": "15,672", "Non-controlling interests": "178", "Total equity": "15,850"}


def profits(*heads: str) -> list[str]:
    """The member that the profit of each column has, as far as one is known; empty for the whole."""
    names = [head.removesuffix("*") for head in heads]
    values = ["15,850" if head.endswith("*") else TOTAL.get(head, "15,672") for head in heads]
    rows = [["", *names], ["---"] * (len(heads) + 1), ["", *["JPY millions"] * len(heads)]]
    rows += [["Balance, April 1, 2021", *["26,312"] * len(heads)], ["Profit for the year", *values]]
    rows += [["Balance, March 31, 2022", *["41,984"] * len(heads)]]
    text = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    found = facts(report(PAGE.format(text), shipped()))
    of_profit = sorted((fact for fact in found if fact.point.concept == "NetIncome"), key=lambda fact: fact.span)
    return [",".join(member for _, member in fact.point.dimensions) for fact in of_profit]


RETAINED, PARENT, MINORITY = "RetainedEarningsMember", "ParentEquityMember", "NoncontrollingInterestsMember"


@pytest.mark.parametrize(
    ("heads", "members"),
    [
        (("Retained earnings", "Total", "Non-controlling interests", "Total*"), [RETAINED, PARENT, MINORITY, ""]),
        (("Retained earnings", "Total", "Non-controlling interests", "Total equity"), [RETAINED, PARENT, MINORITY, ""]),
        (("Retained earnings", "Non-controlling interests", "Total*"), [RETAINED, MINORITY, ""]),
        (("Retained earnings", "Total"), [RETAINED]),
        (("Retained earnings", "Total", "Total*"), [RETAINED]),
        (("Retained earnings", "Total", "Total", "Non-controlling interests"), [RETAINED, MINORITY]),
    ],
)
def test_a_total_is_that_of_what_stands_in_front_of_it(heads: tuple[str, ...], members: list[str]) -> None:
    """In front of the non-controlling interests it is the parent's, behind them that of all; else it is left open."""
    assert profits(*heads) == members


GROUP = "Internet Initiative Japan Inc. shareholders' equity"


@pytest.mark.parametrize(
    ("head", "members"),
    [
        (f"{GROUP}<br>Retained earnings", [RETAINED, MINORITY]),
        (f"{GROUP}<br>Budget", [MINORITY]),
        (f"Changes in {GROUP}<br>Retained earnings", [MINORITY]),
    ],
)
def test_a_component_below_the_name_of_all_in_one_cell_is_that_component(head, members):
    assert profits(head, "Non-controlling interests") == members
