"""Tables as presentations print them: targets beside results, two figures in a cell, extracts, short labels."""

import pytest

from iij_xbrl.reasons.evidence import ForecastNotGiven
from iij_xbrl.relations.report import list_relations
from support import compiled, facts, report, trace, unmapped

RESULTS = """\
role: Results
title: {en: Results and plans, ja: 業績}
axes: [ForecastAxis]
defaults: {type: monetary, period: duration, derive: [change-percent, change-amount, percent-of-revenue]}
lines:
- Revenues: {en: Total sales, ja: 売上高, printed: [Revenues], balance: credit}
- Costs: {en: Total costs, ja: 費用, balance: debit}
- Profit: {en: Profit, ja: 利益, balance: credit}
- Dividend: {en: Dividend per share, ja: 配当, type: per-share, derive: [change-amount, change-percent]}
"""
SHOP = """\
role: ShopByQuarter
title: {en: Shop business, ja: 店舗事業}
titled_only: true
defaults: {type: monetary, period: duration}
lines:
- ShopSales: {en: Shop sales, ja: 店舗売上高, printed: [Sales], balance: credit}
- ShopCosts: {en: Shop costs, ja: 店舗費用, printed: [Costs], balance: debit}
"""
BALANCES = """\
role: Balances
title: {en: Balance sheets, ja: 貸借対照表}
defaults: {type: monetary, period: instant}
lines:
- total: Equity
  en: Total equity
  ja: 資本合計
  balance: credit
  of:
  - Stock: {en: Common stock, ja: 資本金, balance: credit}
  - Earnings: {en: Retained earnings, ja: 利益剰余金, balance: credit}
  - Other: {en: Other equity, ja: その他, balance: credit}
"""
EXTRACT = """\
role: Extract
title: {en: Balances in short, ja: 抜粋}
defaults: {type: monetary, period: instant, derive: [period-change]}
lines:
- Cash: {en: Cash on hand, ja: 現金, balance: debit}
- Loans: {en: Borrowings (from banks and others), ja: 借入金, balance: credit}
- Earnings
- Equity
"""
SHOPS = """\
role: Shops
title: {en: Shops, ja: 店舗}
undated: true
defaults: {type: percent, period: instant}
lines:
- Ownership: {en: Ownership, ja: 出資比率, printed: [North Co.], members: {ShopAxis: NorthMember}}
- Ownership: {printed: [South Co.], members: {ShopAxis: SouthMember}}
"""
BILLIONS = "Results and plans\n\nUnit: JPY billion\n\n"
HALF, HALF_BEFORE, YEAR = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30", "2011-04-01/2012-03-31"
OTHER_HEADER = "the header of the change names other periods than the amounts beside it"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    prose = "phrases:\n- Revenues: [sales]\n"
    return compiled(tmp_path_factory.mktemp("deck"), RESULTS, SHOP, BALANCES, EXTRACT, SHOPS, prose=prose)


@pytest.fixture
def read(taxonomy):
    """The facts of a page: concept, members, period and value, in printed order."""

    def reading(text):
        found = sorted(facts(report(text, taxonomy)), key=lambda item: item.span)
        return [
            (
                item.point.concept,
                *(member.removesuffix("Member") for _, member in item.point.dimensions),
                str(item.point.period),
                f"{item.value:f}",
            )
            for item in found
        ]

    return reading


@pytest.fixture
def reasons(taxonomy):
    return lambda text: unmapped(report(text, taxonomy))


# -- an amount and its share in one cell

PAIRS = (
    "\t% of Revenues 1H11 (11/4~11/9)\t% of Revenues 1H10 (10/4~10/9)\tYoY\t% of Revenues 1H11 Initial Target\n"
    "Total sales\t50.0\t40.0\t25.0%\t48.0\n"
    "Total costs\t80.0% 40.0\t75.0% 30.0\t33.3%\t_\n"
    "Profit\t20.0% 10.0\t25.0% 10.0\t0.0%\t18.8% 9.0\n"
)


def test_an_amount_and_its_share_in_one_cell_are_two_figures(read):
    found = read(BILLIONS + PAIRS)
    assert ("Revenues", HALF, "50000000000") in found
    assert ("Costs", HALF_BEFORE, "30000000000") in found
    assert ("CostsPercentOfRevenue", HALF_BEFORE, "0.750") in found


def test_a_column_of_pairs_has_its_own_scenario_for_both_figures(read):
    found = read(BILLIONS + PAIRS)
    assert ("Profit", "InitialForecast", HALF, "9000000000") in found
    assert ("ProfitPercentOfRevenue", "InitialForecast", HALF, "0.188") in found


def test_the_change_beside_targets_is_that_of_the_results(read):
    assert ("RevenuesChangePercent", "YearOnYear", HALF, "0.250") in read(BILLIONS + PAIRS)


def test_a_dash_among_targets_is_no_zero_but_a_target_left_open(read, taxonomy):
    assert not [item for item in read(BILLIONS + PAIRS) if item[0] == "Costs" and "InitialForecast" in item]
    (dash,) = report(BILLIONS + PAIRS, taxonomy).undetermined
    assert (dash.point.concept, dash.reason) == ("Costs", ForecastNotGiven())


def test_a_share_in_parentheses_behind_its_amount_is_not_negative(read):
    page = (
        "(JPY millions)\n\n\t1Q11 (% of Revenues)\t2Q11 (% of Revenues)\n"
        "Total costs\t40 (80.0%)\t45 (75.0%)\nProfit\t10 (20.0%)\t15 (25.0%)\n"
    )
    assert ("CostsPercentOfRevenue", "2011-07-01/2011-09-30", "0.750") in read(page)
    assert ("Profit", "2011-04-01/2011-06-30", "10000000") in read(page)


def test_two_amounts_in_one_cell_stay_damaged(read, reasons):
    page = BILLIONS + "\t1H11\t1H10\nTotal sales\t50.0 51.0\t40.0 41.0\nTotal costs\t40.0 41.0\t30.0 31.0\n"
    assert read(page) == []
    assert reasons(page)["50.0"] == "damaged cell: 2 figures in one cell"


def test_a_row_of_shares_belongs_to_the_line_above_it(read):
    page = "(JPY millions)\n\n\t1Q11\t2Q11\nTotal sales\t50\t60\nTotal costs\t40\t45\n% of Revenues\t80.0%\t75.0%\n"
    assert ("CostsPercentOfRevenue", "2011-07-01/2011-09-30", "0.750") in read(page)


# -- targets

TARGETS = (
    "# FY2011 Targets\n\nUnit: JPY billion (except for the dividend)\n\n"
    "\tFY11 Target\tFY10 Actual\tYoY (Revised {last} to\t{before} Actual)\n"
    "Total sales\t100.0\t80.0\t+20.0\t{percent}\nProfit\t6.0\t4.0\t+2.0\t50.0%\n"
    "Dividend per share\tJPY 3,000 (Annual)\tJPY 2,500 (Annual)\tJPY +500\t20.0%\n"
)
TARGET_BASE = "\nResults and plans\n\n(JPY millions)\n\n\t1H10\t1H11\nTotal sales\t40\t50\nTotal costs\t30\t35\n"


def targets(last="FY11", before="FY10", percent="25.0%"):
    return TARGETS.format(last=last, before=before, percent=percent) + TARGET_BASE


def test_a_header_cut_within_its_parentheses_stands_over_both_cells(read):
    found = read(targets())
    assert ("RevenuesChangeAmount", "YearOnYear", "Forecast", YEAR, "20000000000") in found
    assert ("RevenuesChangePercent", "YearOnYear", "Forecast", YEAR, "0.250") in found


def test_the_word_annual_in_a_cell_does_not_damage_it(read):
    found = read(targets())
    assert ("Dividend", "Forecast", YEAR, "3000") in found
    assert ("DividendChangeAmount", "YearOnYear", "Forecast", YEAR, "500") in found


def test_a_change_of_other_periods_counts_where_every_row_bears_it_out(taxonomy, read):
    found = report(targets("FY10", "FY09"), taxonomy)
    (row,) = [item for item in trace(found, taxonomy) if item["text"] == "25.0%"]
    assert (row["status"], row["value"]) == ("inferred", "0.250")
    assert row["reason"].startswith("the header names other periods")


def test_a_change_of_other_periods_that_one_row_contradicts_is_not_read(reasons):
    assert reasons(targets("FY10", "FY09", "35.0%"))["50.0%"] == OTHER_HEADER


def test_percentages_without_a_header_behind_changes_are_changes(read):
    page = BILLIONS + "\t1H11\t1H10\tYoY\t\nTotal sales\t50.0\t40.0\t+10.0\t25.0%\nProfit\t9.0\t10.0\t(1.0)\t(10.0%)\n"
    assert ("ProfitChangePercent", "YearOnYear", HALF, "-0.100") in read(page)


def test_an_amount_without_its_scale_takes_the_one_that_another_table_bears_out(read):
    page = (
        "Targets of 1H11 and actual results\n\n\tInitial Target\tResults\n"
        "Total sales\tJPY48.0\tJPY50.0\nProfit\tJPY9.0\tJPY10.0\n"
    )
    found = read(page + "\n" + BILLIONS + PAIRS)
    assert found[:2] == [("Revenues", "InitialForecast", HALF, "48000000000"), ("Revenues", HALF, "50000000000")]
    assert read(page) == []


# -- extracts of balances

BALANCE = (
    "Balances in short\n\nUnit: JPY million\n\n\tMarch 31, 2011\tSeptember 30, 2011\t{header}\n"
    "Cash on hand\t1,000\t900\t(100)\nBorrowings (from banks\t500\t560\t+60\n"
    "Retained earnings\t(300)\t(250)\t+50\nTotal equity\t2,000\t2,060\t+60\n"
)


def test_changes_between_two_days_are_those_of_the_time_between(read):
    found = read(BALANCE.format(header="Changes"))
    assert ("CashPeriodChange", HALF, "-100000000") in found
    assert ("EquityPeriodChange", HALF, "60000000") in found


def test_a_change_said_to_be_year_on_year_is_not_one_of_half_a_year(read, reasons):
    found = read(BALANCE.format(header="YoY"))
    assert not [item for item in found if "Change" in item[0]]
    assert reasons(BALANCE.format(header="YoY"))["(100)"] == "a change on another basis than the year before"


def test_a_label_that_breaks_off_is_the_only_line_that_it_begins(read):
    assert ("Loans", "2011-09-30", "560000000") in read(BALANCE.format(header="Changes"))


def test_half_a_sum_is_not_checked(taxonomy):
    found = list_relations(report(BALANCE.format(header="Changes"), taxonomy), taxonomy)
    sums = [item for item in found if item.relation.kind == "sum"]
    assert {item.state for item in sums} == {"not evaluable"}
    assert {item.reason for item in sums} == {"the release prints a part of the sum only"}


def test_a_sum_in_its_own_table_is_checked(taxonomy):
    page = (
        "Balance sheets\n\nUnit: JPY million\n\n\tMarch 31, 2011\n"
        "Common stock\t500\nRetained earnings\t300\nTotal equity\t900\n"
    )
    assert "open" in {item.state for item in list_relations(report(page, taxonomy), taxonomy)}


# -- short labels below a title

QUARTERS = "(JPY millions)\n\n\t1Q10\t2Q10\nSales\t106\t123\nCosts\t229\t227\n"


@pytest.mark.parametrize("title", ["Shop business", "◆Shop business", "III-2. Shop business"])
def test_short_labels_count_below_their_title(read, title):
    found = read(f"{title}\n\n{QUARTERS}")
    assert found[0] == ("ShopSales", "2010-04-01/2010-06-30", "106000000")


@pytest.mark.parametrize("title", ["Web business", "Shop business\n\nWeb business"])
def test_short_labels_below_another_title_are_not_read(read, title):
    assert read(f"{title}\n\n{QUARTERS}") == []


def test_remarks_with_figures_do_not_part_a_title_from_its_table(read):
    assert len(read(f"◆Shop business\n\n▶ Opened 34 shops by Nov 8, 2010\n\n{QUARTERS}")) == 4


def test_a_place_that_holds_too_few_rows_does_not_hide_the_one_that_the_title_names(read):
    table = "Shop business\n\n(JPY millions)\n\n\t1Q10\nSales\t106\nTotal sales\t229\nProfit\t40\n"
    assert [concept for concept, *_ in read(table)] == ["ShopSales", "Revenues", "Profit"]


# -- standing data

COMPANIES = (
    "Shops\n\n\t\tName\tOwned\tBusiness\nGroup\tlogo\tNorth Co.\t77.8%\tsells toys\n"
    "\tlogo\tSouth Co.\t32%\tmends toys\n\tlogo\tEast Co.\t\tmakes toys\n\tlogo\tWest Co.\t10%\tlends toys\n"
)


def test_labels_may_stand_behind_pictures_and_standing_data_are_of_the_latest_balances(read):
    found = read(BALANCE.format(header="Changes") + "\n" + COMPANIES)
    assert ("Ownership", "North", "2011-09-30", "0.778") in found


def test_without_balances_nothing_says_the_day_of_standing_data(read):
    assert read(COMPANIES) == []


# -- a target before and after its revision

REVISION = (
    "1H11 targets\n\n\tPrevious target\tRevised target\tChange\n\tJPY billion\tJPY billion\t%\n"
    "Total sales\t50.0\t48.0\t(4.0)\nTotal costs\t40.0\t38.5\t(3.8)\n"
)


def test_a_change_beside_a_previous_and_a_revised_target_is_that_of_the_revision(read):
    found = read(REVISION)
    assert ("Revenues", "PreviousForecast", HALF, "50000000000") in found
    assert ("RevenuesChangePercent", "PreviousTarget", "RevisedForecast", HALF, "-0.040") in found


def test_a_change_between_other_versions_is_not_read(read, reasons):
    page = REVISION.replace("Previous target", "Initial target")
    assert not [item for item in read(page) if item[0] == "RevenuesChangePercent"]
    assert reasons(page)["(4.0)"] == "a change on another basis than the year before"


def test_a_change_of_columns_without_periods_is_not_taken_for_one_on_the_year(reasons):
    page = "Results and plans\n\n\tSum\tSum\tChange\n\tJPY billion\tJPY billion\t%\nTotal sales\t50.0\t48.0\t(4.0)\n"
    assert reasons(page)["(4.0)"] == "a change on another basis than the year before"
