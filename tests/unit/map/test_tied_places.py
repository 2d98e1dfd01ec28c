"""A table that two places know equally well."""

from support import compiled, report, values

TEMPLATE = """\
role: {role}
title: {{en: Cash flows, ja: キャッシュ・フロー}}
defaults: {{type: monetary, period: duration}}
lines:
{lines}
- {own}
"""
PAGE = """\
## Cash flows

	Six Months Ended September 30, 2011
	Thousands of JPY
Net income	1,316
Cash from operations	4,916
Cash from investments	(1,770)
Repayments of borrowings	(400)
"""
HALF = "2011-04-01/2011-09-30"


FIRST = """\
- OperatingCash: {en: Cash from operations, ja: 営業}
- InvestingCash: {en: Cash from investments, ja: 投資}"""
INCOME, REPAYMENTS = "Income: {en: Net income, ja: 利益}", "Repayments: {en: Repayments of borrowings, ja: 返済}"


def place(role: str, lines: str, own: str) -> str:
    return TEMPLATE.format(role=role, lines=lines, own=own)


def test_rows_that_both_read_alike_are_read(tmp_path):
    again = "- OperatingCash\n- InvestingCash"
    found = report(PAGE, compiled(tmp_path, place("Cash", FIRST, INCOME), place("CashIfrs", again, REPAYMENTS)))
    assert values(found, "OperatingCash") == {HALF: "4916000"}
    assert values(found, "InvestingCash") == {HALF: "-1770000"}
