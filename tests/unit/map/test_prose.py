"""Figures in sentences: each rule of the grammar, and what it must not read."""

import pytest

from support import compiled, facts, report, trace, unmapped_rows

PLACE = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent, change-amount]}
lines:
- Sales: {en: Total sales, ja: 売上高, balance: credit}
- CloudSales: {en: Cloud sales, ja: クラウド売上高, balance: credit}
- OldCloudSales: {en: Cloud sales as told once, ja: 旧クラウド売上高, balance: credit}
- Costs: {en: Total costs, ja: 費用, balance: debit}
- CloudCosts: {en: Cloud costs, ja: クラウド費用, balance: debit}
- CloudMargin: {en: Cloud margin, ja: クラウド利益, balance: credit}
- CloudMarginRatio: {en: Cloud margin ratio, ja: クラウド利益率, type: percent}
- NetIncome: {en: Net income, ja: 純利益, balance: credit}
- OtherIncome: {en: "Other income (expenses)", ja: その他, balance: credit}
- Purchases: {en: Purchase of equipment, ja: 設備の取得, derive: []}
"""
BALANCES = """\
role: Balances
title: {en: Balance sheets, ja: 貸借対照表}
defaults: {type: monetary, period: instant, derive: [period-change]}
lines:
- Assets: {en: Total assets, ja: 資産合計, balance: debit}
- Cash: {en: Cash on hand, ja: 現金, balance: debit}
- Loans: {en: Bank loans, ja: 借入金, balance: credit}
- CurrentLoans: {en: Bank loans due, ja: 短期借入金, balance: credit}
- Backlog: {en: Order backlog, ja: 受注残高, derive: [change-percent]}
- ShopBacklog: {en: Order backlog for shops, ja: 店舗受注残高, derive: [change-percent]}
- WebBacklog: {en: Order backlog for the web, ja: ウェブ受注残高, derive: [change-percent]}
- Bonds: {en: Bonds held, ja: 債券, balance: debit}
- Funds: {en: Funds held, ja: ファンド, balance: debit}
- Shops: {en: Number of shops, ja: 店舗数, type: contracts, derive: [change-amount]}
"""
PROSE = """\
spellings: {Toyco: [Toyc0]}
topics: [current assets, debts]
phrases:
- Sales: [revenues]
- CloudSales: [cloud revenues]
- OldCloudSales: [grid revenues]
- CloudSales: [grid revenues]
- Costs: [cost of revenues]
- CloudCosts: [cost of cloud revenues]
- CloudMargin: {printed: [margin], after: CloudCosts}
- CloudMarginRatio: {printed: [margin ratio], after: CloudCosts}
- NetIncome: [net income attributable to Toyco]
- NetIncome: {printed: [net loss attributable to Toyco], verb: opposite}
- OtherIncome: [other income (expenses)]
- OtherIncome: {printed: [income], use: noun}
- OtherIncome: {printed: [expense, other expense], verb: opposite, use: noun}
- Purchases: {printed: [payments for equipment, payment of <figure> for equipment], verb: opposite}
- Cash: [cash]
- Loans: [loans]
- CurrentLoans: [current loans]
- Backlog: [order backlog]
- ShopBacklog: [order backlog for shops]
- WebBacklog: [order backlog for the web]
- Bonds: {printed: [bonds], part_of: Assets}
- Funds: {printed: [funds], part_of: Assets}
- Shops: [number of shops, "<figure> shops are open", "opened <figure> shops by <period>"]
"""
HEAD = "# 1H FY2011 Results\n\n"
H1, H0 = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30"
END, START, BEFORE = "2011-09-30", "2011-03-31", "2010-09-30"
TABLE = "\n\n## Statements of income\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\n"
YOY = "t:ChangeBasisAxis=t:YearOnYearMember"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("toy"), PLACE, BALANCES, prose=PROSE)


@pytest.fixture
def read(taxonomy):
    """Reads sentences of a section `1H FY2011 Results`: concept, period and value of each fact."""

    def reading(text, head=HEAD):
        found = report(head + text, taxonomy)
        return [
            (item.point.concept, str(item.point.period), f"{item.value:f}")
            for item in sorted(facts(found), key=lambda item: item.span)
        ]

    return reading


@pytest.fixture
def rows(taxonomy):
    """The trace of sentences of a section `1H FY2011 Results`."""
    return lambda text, head=HEAD: trace(report(head + text, taxonomy), taxonomy)


# -- being


@pytest.mark.parametrize("verb", ["were", "was", "totaled", "amounted to", "reached"])
def test_what_something_was(read, verb):
    assert read(f"Revenues {verb} JPY47,207 million.") == [("Sales", H1, "47207000000")]


def test_the_whole_subject_must_be_known(read):
    assert read("Revenues related to Toyco-Global were JPY12,998 million.") == []
    assert read("Domestic revenues were JPY12,998 million.") == []
    assert read("Excluding clouds, revenues were JPY12,998 million.") == []


def test_nothing_is_read_from_conditions_and_expectations(read):
    assert read("Revenues would have been JPY5 million.") == []
    assert read("If the plan holds, revenues were JPY5 million.") == []
    assert read("We expect revenues of JPY5 million.") == []


def test_case_plural_dashes_articles_and_damaged_spellings_do_not_matter(read):
    assert read("The Net-Income attributable to Toyc0 was JPY5 million.") == [("NetIncome", H1, "5000000")]


def test_a_loss_is_a_negative_income(read):
    assert read("Net loss attributable to Toyco was JPY5 million.") == [("NetIncome", H1, "-5000000")]


def test_the_noun_of_a_value_gives_its_sign(read):
    assert read("Other income (expenses) was an expense of JPY157 million (an income of JPY84 million for 1H10).") == [
        ("OtherIncome", H1, "-157000000"),
        ("OtherIncome", H0, "84000000"),
    ]


def test_an_apposition_narrows_nothing(read):
    expected = [("CloudSales", H1, "5000000")]
    assert read("Cloud revenues, a recurring revenue, were JPY5 million.") == expected
    assert read("Cloud revenues, which are recurring, were JPY5 million.") == expected
    assert read("Cloud revenues, excluding Europe, were JPY5 million.") == []


def test_a_relative_clause_goes_on_about_its_subject(read):
    assert read("Cloud revenues were beyond our hopes, which reached JPY5 million.") == [("CloudSales", H1, "5000000")]


def test_words_behind_the_value_may_narrow_it(read):
    assert read("Revenues were JPY5 million in Europe.") == []
    assert read("Revenues were JPY5 million of Toys Inc.") == []
    assert read("Revenues were JPY5 million in relation to demand.") == [("Sales", H1, "5000000")]
    assert read("Revenues were JPY5 million mainly due to net income of JPY1 million of Toys Inc.") == [
        ("Sales", H1, "5000000")
    ]


# -- changes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Revenues were JPY5 million, up 37.7% YoY.", "0.377"),
        ("Revenues were JPY5 million (down 2.9% YoY).", "-0.029"),
        ("Revenues were JPY5 million, an increase of 33.9% YoY.", "0.339"),
        ("Revenues increased by 15.5% YoY to JPY5 million.", "0.155"),
        ("Revenues were down 34.1% year over year.", "-0.341"),
        ("Revenues also steadily declined by 3.0% YoY.", "-0.030"),
    ],
)
def test_changes_year_on_year(read, text, value):
    changes = [fact for fact in read(text) if fact[0] == "SalesChangePercent"]
    assert changes == [("SalesChangePercent", H1, value)]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Revenues were JPY5 million, an increase of 33.9% from 2Q10.", "Year"),
        ("Revenues increased by 33.9% compared to 2Q10.", "Year"),
        ("Revenues were JPY5 million, up 33.9% from 1Q11.", "Quarter"),
    ],
)
def test_a_change_from_the_same_quarter_of_the_year_before_or_the_one_before(rows, text, basis):
    found = rows(text, head="# 2Q11 Results\n\n")
    (change,) = [row for row in found if row["concept"].endswith("ChangePercent")]
    assert (change["value"], change["dimensions"]) == ("0.339", f"t:ChangeBasisAxis=t:{basis}On{basis}Member")


@pytest.mark.parametrize("other", ["1Q10", "4Q10", "FY2010", "3Q09"])
def test_a_change_from_any_other_period_is_none(read, other):
    assert read(f"Revenues increased by 33.9% from {other}.", head="# 2Q11 Results\n\n") == []


@pytest.mark.parametrize("reason", ["led by demand", "lead by an increase in cloud sales", "driven by shops"])
def test_what_led_to_a_change_narrows_nothing(read, reason):
    changes = [fact for fact in read(f"Revenues were JPY5 million, up 37.7% YoY {reason}.") if "Change" in fact[0]]
    assert changes == [("SalesChangePercent", H1, "0.377")]


def test_a_change_carries_its_basis(rows):
    (row,) = [row for row in rows("Revenues increased by 2.0% YoY.") if row["status"] == "fact"]
    assert row["dimensions"] == YOY
    (row,) = [row for row in rows("Revenues increased by 2.0% QoQ.") if row["status"] == "fact"]
    assert row["dimensions"] == "t:ChangeBasisAxis=t:QuarterOnQuarterMember"


def test_a_change_against_nothing_is_not_mapped(rows):
    (row,) = [row for row in rows("Revenues increased by 2.0%.") if row["text"].startswith("2.0")]
    assert (row["status"], row["reason"]) == ("unmapped", "a change, and nothing says against what")


def test_a_table_may_tell_what_a_change_is_measured_against(rows):
    table = "\n\n## Statements of income\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\n"
    found = rows("Revenues increased by 2.0%." + table + "Total sales\t100\t102\t2.0\nTotal costs\t50\t60\t20.0")
    (row,) = [row for row in found if row["status"] == "inferred"]
    assert (row["concept"], row["value"]) == ("t:SalesChangePercent", "0.020")


def test_the_basis_of_the_first_change_holds_for_the_next(read):
    text = "Revenues increased by 2.0% YoY and cost of revenues decreased by 3.0%."
    assert read(text) == [("SalesChangePercent", H1, "0.020"), ("CostsChangePercent", H1, "-0.030")]


def test_a_change_of_a_percentage_is_told_in_points(read):
    text = "Cost of cloud revenues was JPY5 million. Margin ratio was 20.0%, up 1.3% YoY."
    assert read(text)[1:] == [("CloudMarginRatio", H1, "0.200"), ("CloudMarginRatioChangeAmount", H1, "0.013")]


def test_a_percentage_change_of_a_loss_has_no_clear_sign(rows):
    (row,) = [row for row in rows("Net loss attributable to Toyco decreased by 5.0% YoY.") if row["text"][:3] == "5.0"]
    assert row["status"] == "unmapped"


def test_both_exceeding_a_target(read, rows):
    text = (
        "Revenues increased by 10.0% YoY and net income attributable to Toyco increased by 5.0%, both exceeding our "
        "initial 1H FY2011 target by 22.4% and 36.1%, respectively."
    )
    assert [value for *_, value in read(text)] == ["0.100", "0.050", "0.224", "0.361"]
    against = [row["dimensions"] for row in rows(text) if row["text"] in ("22.4", "36.1")]
    assert against == ["t:ChangeBasisAxis=t:InitialTargetMember"] * 2


def test_below_a_target(read):
    assert read("Revenues were JPY5 million, 3.7% below the target.")[1:] == [("SalesChangePercent", H1, "-0.037")]


# -- comparisons


@pytest.mark.parametrize(
    "text",
    [
        "Revenues were JPY5 million compared to JPY4 million for 1H10.",
        "Revenues were JPY5 million (JPY4 million in 1H10).",
        "Revenues were JPY5 million (1H10: JPY4 million).",
        "Revenues were JPY5 million (1H10 was JPY4 million).",
        "Revenues rose to JPY5 million from JPY4 million in 1H10.",
    ],
)
def test_the_value_of_another_time(read, text):
    assert read(text) == [("Sales", H1, "5000000"), ("Sales", H0, "4000000")]


def test_another_value_must_say_its_time(read):
    assert read("Revenues were JPY5 million (JPY4 million).") == [("Sales", H1, "5000000")]
    assert read("Revenues were JPY5 million compared to JPY4 million.") == [("Sales", H1, "5000000")]


def test_a_remark_must_be_understood_to_its_end(read):
    assert read("Revenues were JPY5 million (JPY4 million for 1H10 in Europe).") == [("Sales", H1, "5000000")]
    assert read("Revenues were JPY5 million (of which clouds JPY4 million for 1H10).") == [("Sales", H1, "5000000")]


def test_the_same_value_in_another_currency(rows):
    found = [row for row in rows("Revenues JPY47,207 million ($612.8 million)") if row["status"] == "fact"]
    assert [(row["unit"], row["value"]) for row in found] == [
        ("iso4217:JPY", "47207000000"),
        ("iso4217:USD", "612800000"),
    ]


def test_a_remark_behind_other_words_needs_a_witness(read):
    text = "Revenues were JPY5 million due to sales of Toys Inc. (JPY4 million for 1H10)."
    assert read(text) == [("Sales", H1, "5000000")]
    table = TABLE + "Total sales\t4\t5\nTotal costs\t2\t3"
    assert read(text + table)[:2] == [("Sales", H1, "5000000"), ("Sales", H0, "4000000")]


def test_what_stands_behind_respectively(read):
    text = (
        "The order backlog for shops and the web was JPY4,429 million (down 19.5% YoY) and JPY11,814 million as of "
        "September 30, 2011, respectively."
    )
    assert read(text) == [
        ("ShopBacklog", END, "4429000000"),
        ("ShopBacklogChangePercent", END, "-0.195"),
        ("WebBacklog", END, "11814000000"),
    ]


# -- time


def test_the_time_of_the_sentence_outranks_that_of_its_section(read):
    expected = [("Sales", "2011-07-01/2011-09-30", "5000000")]
    assert read("2Q11 revenues were JPY5 million.") == expected
    assert read("Revenues for 2Q11 were JPY5 million.") == expected
    assert read("Revenues were JPY5 million in 2Q11.") == expected
    assert read("During the second quarter of FY2011, revenues were JPY5 million.") == expected


def test_without_a_period_nothing_is_read(read):
    assert read("Revenues were JPY5 million.", head="") == []


def test_items_below_an_item_share_its_period(read):
    text = "- 2Q11 Revenues: JPY5 million\n  - Cloud revenues: JPY4 million\n- Cost of revenues: JPY3 million\n"
    quarter = "2011-07-01/2011-09-30"
    assert read(text) == [("Sales", quarter, "5000000"), ("CloudSales", quarter, "4000000")]


def test_a_period_after_the_last_day_is_not_actual(read):
    table = "\n\n## Balance sheets\n\n\tSeptember 30, 2011\n\tJPY millions\nTotal assets\t9\nCash on hand\t5"
    assert ("Sales", "2011-10-01/2012-03-31", "5000000") not in read("Revenues for 2H11 are JPY5 million." + table)


def test_balances_take_the_day_of_the_sentence_the_paragraph_or_the_period(read):
    assert read("Cash as of March 31, 2011 was JPY5 million.") == [("Cash", START, "5000000")]
    assert read("As of March 31, 2011, cash was JPY5 million. Loans were JPY4 million.") == [
        ("Cash", START, "5000000"),
        ("Loans", START, "4000000"),
    ]
    assert read("The balance of cash was JPY5 million.") == [("Cash", END, "5000000")]


def test_the_day_of_a_line_above_may_be_that_of_another_paragraph(read):
    assert read("As of March 31, 2011, cash was JPY5 million.\nLoans were JPY4 million.") == [
        ("Cash", START, "5000000")
    ]
    assert read("As of September 30, 2011, cash was JPY5 million.\nLoans were JPY4 million.") == [
        ("Cash", END, "5000000"),
        ("Loans", END, "4000000"),
    ]


def test_a_balance_is_of_no_span_of_time(read):
    assert read("Loans were JPY3 million (loans of JPY4 million for 1H10).") == [("Loans", END, "3000000")]


def test_a_month(read):
    assert read("Cloud revenues for Sep. 2011 were JPY5 million from JPY4 million for March 2011.") == [
        ("CloudSales", "2011-09-01/2011-09-30", "5000000"),
        ("CloudSales", "2011-03-01/2011-03-31", "4000000"),
    ]


# -- changes of balances


@pytest.mark.parametrize(
    "text",
    [
        "As compared to the respective balances as of March 31, 2011, cash decreased by JPY3 million.",
        "For current assets, as compared to each of the respective balances as of March 31, 2011, cash decreased by "
        "JPY3 million.",
        "Cash as of September 30, 2011 compared to the balance as of March 31, 2011, decreased by JPY3 million.",
        "Cash decreased by JPY3 million from the balance as of March 31, 2011.",
    ],
)
def test_the_change_of_a_balance_is_one_of_the_period(read, text):
    assert read(text) == [("CashPeriodChange", H1, "-3000000")]


def test_the_day_to_compare_with_holds_for_the_paragraph(read):
    text = "As compared to the balance as of March 31, 2011, cash fell by JPY3 million. Loans grew by JPY2 million."
    assert read(text)[1:] == [("LoansPeriodChange", H1, "2000000")]


def test_change_and_balance(read):
    text = "Total assets were JPY9 million, up JPY2 million from the balance as of March 31, 2011 of JPY7 million."
    assert read(text) == [
        ("Assets", END, "9000000"),
        ("AssetsPeriodChange", H1, "2000000"),
        ("Assets", START, "7000000"),
    ]


def test_the_balances_of_tables_may_tell_since_when(rows):
    table = "\n\n## Balance sheets\n\n\tMarch 31, 2011\tSeptember 30, 2011\n\tJPY millions\tJPY millions\n"
    found = rows("Cash increased by JPY2 million." + table + "Total assets\t8\t9\nCash on hand\t5\t7")
    (row,) = [row for row in found if row["status"] == "inferred"]
    assert (row["concept"], row["period"], row["value"]) == ("t:CashPeriodChange", H1, "2000000")


def test_a_topic_that_narrows_is_part_of_the_subject(read):
    assert read("As for cloud, revenues were JPY5 million.") == [("CloudSales", H1, "5000000")]
    assert read("As for Europe, revenues were JPY5 million.") == []
    assert read("As for debts, loans were JPY5 million.") == [("Loans", END, "5000000")]


# -- lists


def test_a_list_behind_a_cause(read):
    text = (
        "Revenues were JPY5 million, mainly due to payments for equipment of JPY3 million (JPY2 million for 1H10), "
        "sales of toys of JPY9 million and payment of JPY1 million for equipment."
    )
    assert read(text) == [
        ("Sales", H1, "5000000"),
        ("Purchases", H1, "-3000000"),
        ("Purchases", H0, "-2000000"),
        ("Purchases", H1, "-1000000"),
    ]


def test_an_item_must_be_known_whole(read):
    assert read(
        "Revenues were JPY5 million due to the increase in rents and payments for equipment of JPY3 million."
    ) == [("Sales", H1, "5000000")]


def test_a_breakdown(read):
    text = (
        "Total assets were JPY9 million. The breakdown of total assets were JPY5 million in bonds, JPY1 million in "
        "toys and JPY3 million in funds."
    )
    assert read(text)[1:] == [("Bonds", END, "5000000"), ("Funds", END, "3000000")]
    assert read("Total assets were JPY9 million, and its breakdown was JPY5 million in bonds.")[1:] == [
        ("Bonds", END, "5000000")
    ]


def test_statement_after_statement(read):
    text = "Revenues were JPY5 million, up 2.0% YoY; cost of revenues was JPY4 million, and cash was JPY3 million."
    assert [concept for concept, *_ in read(text)] == ["Sales", "SalesChangePercent", "Costs", "Cash"]


# -- lines


def test_a_line_with_a_value(read):
    assert read("Revenues JPY54,397 million (up 6.4% YoY)") == [
        ("Sales", H1, "54397000000"),
        ("SalesChangePercent", H1, "0.064"),
    ]
    assert read("Revenues JPY54,397 million in Europe") == []


def test_a_line_with_a_colon(read):
    assert read("- Revenues: JPY5 million (up 2.0% YoY, up 1.0% QoQ)")[1:] == [
        ("SalesChangePercent", H1, "0.020"),
        ("SalesChangePercent", H1, "0.010"),
    ]
    assert read("- Revenues: up 2.0% YoY") == [("SalesChangePercent", H1, "0.020")]


def test_a_period_with_a_colon_is_that_of_what_stands_behind_it(read):
    text = "Revenues Six months ended September 30, 2011: JPY5 million (up 2.0% YoY) "
    assert read(text + "Six months ended September 30, 2010: JPY4 million") == [
        ("Sales", H1, "5000000"),
        ("SalesChangePercent", H1, "0.020"),
    ]


def test_a_line_that_names_the_subject_of_those_below(read):
    text = "(1) Number of shops:\n\nAs of September 30, 2011: 40 contracts As of March 31, 2011:30 contracts"
    assert read(text) == [("Shops", END, "40"), ("Shops", START, "30")]
    assert read("Revenues\n\nSix months ended September 30, 2010: JPY4 million (up 1.0% YoY)") == [
        ("Sales", H0, "4000000"),
        ("SalesChangePercent", H0, "0.010"),
    ]


def test_a_bare_word_under_another_title_may_mean_that(read):
    assert read("Cloud revenues\n\n- Revenues: JPY5 million") == []


def test_a_target_beside_the_actual_figure(rows):
    text = "Actual Results Target Announced\n\nRevenues JPY5 million ($1 million) JPY6 million"
    found = [(row["dimensions"], row["value"]) for row in rows(text) if row["status"] == "fact"]
    assert found == [("", "5000000"), ("", "1000000"), ("t:ForecastAxis=t:ForecastMember", "6000000")]


def test_a_figure_among_targets_must_say_its_period(rows):
    found = rows("# FY2011 Financial Targets\n\nRevenues were JPY5 million.")
    assert all(row["status"] != "fact" for row in found)


# -- meaning


def test_a_phrase_of_the_paragraph(read):
    assert read("Cost of cloud revenues was JPY5 million. Margin was JPY3 million.")[1:] == [
        ("CloudMargin", H1, "3000000")
    ]
    assert read("Cost of revenues was JPY5 million. Margin was JPY3 million.")[1:] == []


def test_a_phrase_with_two_meanings_takes_the_one_that_the_tables_know(read):
    assert read("Grid revenues were JPY5 million.") == []
    table = TABLE + "Total sales\t6\t7\nCloud sales\t4\t5"
    assert read("Grid revenues were JPY5 million." + table)[0] == ("CloudSales", H1, "5000000")


def test_idioms_hold_their_figure(read):
    assert read("As of Nov. 8, 2011, 349 shops are open.") == []  # counted in shops, and the taxonomy counts contracts
    assert read("The number of shops as of September 30, 2011 was 349 contracts (up 30 contracts YoY).") == [
        ("Shops", END, "349"),
        ("ShopsChangeAmount", END, "30"),
    ]


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ("JPY584", "an amount without its scale"),
        ("JPY1.262 million", "three digits behind a point, which may stand for a comma"),
        ("JPY1.262 billion", "three digits behind a point, which may stand for a comma"),
        ("JPY1,00 million", "its separators do not stand in groups of three digits"),
        ("JPY5 per share", "an amount of money per share, which Sales is not"),
        ("5.0%", "Sales is no percentage"),
        ("17 shops", "counts shops, but Sales is in {currency}"),
    ],
)
def test_a_figure_must_be_of_the_concepts_kind(rows, figure, reason):
    (row,) = [row for row in rows(f"Revenues were {figure}.") if row["status"] == "unmapped"]
    assert row["reason"] == reason


def test_labels_are_phrases_where_their_sign_is_clear(read):
    assert read("Total costs were JPY5 million.") == [("Costs", H1, "5000000")]
    assert read("Purchase of equipment was JPY5 million.") == []  # an effect on cash: the sentence may mean the size


# -- the other numbers


def test_every_number_is_accounted_for(rows):
    text = (
        "Tokyo, November 8, 2011 - Toyco (TSE:3774), Tel: +81-3-5259-6500, page 6 and https://toyco.example/1.html. "
        "Since 1992 we sell GIO P2, and GIO P2 grows. (Note1) ASC810 and Form 20-F. Our revenues were JPY5 million."
    )
    found = {row["text"]: (row["status"], row["reason"]) for row in rows(text)}
    assert found["3774"] == ("not-a-fact", "stock code or other identifier")
    assert found["6500"][1] == found["81"][1] == "telephone number"
    assert found["6"][1] == "page number"
    assert found["810"][1] == found["20"][1] == "standard number or legal reference"
    assert found["1992"][1] == "date or period name"
    assert found["5"][0] == "fact"
    assert all(status != "unmapped" for status, _ in found.values())


@pytest.mark.parametrize("code", ["TSE1: 3774", "TSE Prime: 3774", "TSE:3774"])
def test_the_section_of_an_exchange_belongs_to_the_code(rows, code):
    found = {row["text"]: row["reason"] for row in rows(f"Toyco ({code}) announced its results (to March 31, 2013).1")}
    assert found["3774"] == "stock code or other identifier"
    assert found["1"] == "footnote mark"


def test_the_residue_of_a_chart(rows):
    found = rows("FY10: 41,678 12,402 12,474 12,440 12,606 608 557 552 616 2,126 2,245 2.145 2,045 7,650")
    assert {row["reason"] for row in found if row["text"] != "1"} <= {
        "garbled chart",
        "date or period name",
        "part of a name",
    }


def test_no_number_is_told_twice(taxonomy):
    found = report(HEAD + "- Revenues JPY5 million ($1 million)\n- 3 toys (2)\n\n1 See note.", taxonomy)
    spans = [fact.span for fact in facts(found)] + [item.span for item in found.leftovers]
    assert len(spans) == len(set(spans))
    assert unmapped_rows(found)


@pytest.mark.parametrize(
    "remark", ["(forecast)", "(parent only)", "(excluding the shops)", "(on a management basis)", "(per quarter)"]
)
def test_words_in_parentheses_behind_the_value_may_narrow_it(read, remark):
    assert not read(f"Revenues were JPY45,800 million {remark}.")


@pytest.mark.parametrize("remark", ["(unaudited)", "(Note 2)", "(not in the original plan)", "(mainly of toys)"])
def test_remarks_in_parentheses_that_narrow_nothing(read, remark):
    assert read(f"Revenues were JPY45,800 million {remark}.")
