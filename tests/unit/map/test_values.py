"""What value, unit, sign, decimals and period a figure has: from its line, its column, its cell."""

from decimal import Decimal

import pytest

from support import facts, report, unmapped, values

HALF = "2011-04-01/2011-09-30"
TITLE = "Statements of Income\n\n"
HEADER = TITLE + "\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\n"
ANCHOR = "Total revenues\t34,272,080\t47,206,508\n"


def fact(found, concept, period=HALF):
    (occurrence,) = [o for o in facts(found) if o.point.concept == concept and str(o.point.period) == period]
    return occurrence


def test_a_figure_is_scaled_by_its_columns_unit(taxonomy):
    found = fact(report(HEADER + ANCHOR, taxonomy), "Revenues")
    assert (found.value, found.decimals, found.point.unit) == (Decimal(47206508000), -3, "iso4217:JPY")


@pytest.mark.parametrize(
    ("unit", "printed", "value", "decimals"),
    [
        ("Thousands of JPY", "47,206,508", "47206508000", -3),
        ("JPY millions", "47,207", "47207000000", -6),
        ("JPY billions", "47.2", "47200000000", -8),
    ],
)
def test_decimals_say_what_digit_was_printed_last(taxonomy, unit, printed, value, decimals):
    rows = f"Total revenues\t{printed}\t{printed}\nTotal costs\t{printed}\t{printed}"
    page = f"{TITLE}\t1H10\t1H11\n\t{unit}\t{unit}\n{rows}"
    found = fact(report(page, taxonomy), "Revenues")
    assert (found.value, found.decimals) == (Decimal(value), decimals)


def test_a_value_in_billions_is_written_without_an_exponent(taxonomy):
    page = f"{TITLE}\t1H10\t1H11\n\tJPY billions\tJPY billions\nTotal revenues\t40\t50\nTotal costs\t30\t35"
    assert values(report(page, taxonomy), "Revenues")[HALF] == "50000000000"


@pytest.mark.parametrize(
    ("row", "concept", "value"),
    [
        ("Interest expense\t(118,348)\t(154,689)", "InterestExpense", "154689000"),
        ("Depreciation and amortization\t2,619\t3,424", "Depreciation", "3424000"),
        ("Depreciation and amortization\t(2,619)\t(3,424)", "Depreciation", "3424000"),
        ("Elimination\t219,830\t248,273", "Elimination", "-248273000"),
        ("Elimination\t(219,830)\t(248,273)", "Elimination", "-248273000"),
        ("Elimination\t-\t-", "Elimination", "0"),
        ("Foreign exchange gains\t17,448\t(9,358)", "ExchangeGain", "-9358000"),
    ],
)
def test_the_lines_verb_gives_the_sign(taxonomy, row, concept, value):
    assert values(report(HEADER + ANCHOR + row, taxonomy), concept)[HALF] == value


def test_the_printed_value_keeps_the_printed_sign(taxonomy):
    found = fact(report(HEADER + ANCHOR + "Interest expense\t(118,348)\t(154,689)", taxonomy), "InterestExpense")
    assert (found.printed, found.value) == (Decimal(-154689000), Decimal(154689000))


def test_a_dash_is_zero_with_the_columns_decimals(taxonomy):
    found = fact(report(HEADER + ANCHOR + "Interest expense\t(118,348)\t-", taxonomy), "InterestExpense")
    assert (found.value, found.decimals, found.text) == (Decimal(0), -3, "-")


def test_dots_are_no_zero(taxonomy):
    found = report(HEADER + ANCHOR + "Interest expense\t(118,348)\t·", taxonomy)
    assert HALF not in values(found, "InterestExpense")


def test_an_amount_per_share_is_never_in_thousands(taxonomy):
    found = fact(
        report(HEADER + ANCHOR + "Basic net income per share\t4,241.14\t6,717.11", taxonomy), "NetIncomePerShare"
    )
    assert (found.value, found.decimals, found.point.unit) == (Decimal("6717.11"), 2, "iso4217:JPY/xbrli:shares")


def test_the_units_of_a_label_are_those_of_its_columns(taxonomy):
    page = (
        "Statements of Income\n\n\tSix Months Ended September 30, 2010\tSix Months Ended September 30, 2011\t\n"
        "Basic net income per share (JPY / U.S. Dollars / JPY)\t4,241.14\t87.19\t6,717.11\n"
        "Basic weighted-average number of shares (shares)\t202,605\t\t202,684\n"
    )
    found = report(page, taxonomy)
    assert {(o.point.unit, o.text) for o in facts(found) if o.point.concept == "NetIncomePerShare"} == {
        ("iso4217:JPY/xbrli:shares", "4,241.14"),
        ("iso4217:USD/xbrli:shares", "87.19"),
        ("iso4217:JPY/xbrli:shares", "6,717.11"),
    }
    assert values(found, "AverageShares")[HALF] == "202684"


def test_a_dollar_column_is_the_same_concept_in_dollars_for_the_latest_period(taxonomy):
    page = (
        "Statements of Income\n\n\t1H10\t1H11\t\n\tThousands of JPY\tThousands of U.S. Dollars\tThousands of JPY\n"
        "Total revenues\t34,272,080\t612,753\t47,206,508\nTotal costs\t27,430,541\t492,873\t37,970,948"
    )
    found = [
        o for o in facts(report(page, taxonomy)) if o.point.concept == "Revenues" and o.point.unit == "iso4217:USD"
    ]
    assert [(o.value, str(o.point.period)) for o in found] == [(Decimal(612753000), HALF)]


CHANGES = TITLE + "\t1H10\t1H11\t{header}\n\tJPY millions\tJPY millions\t\nTotal revenues\t34,272\t47,207\t{printed}\n"


@pytest.mark.parametrize(
    ("header", "printed"), [("YoY % change", "37.7"), ("YoY change", "37.7%"), ("YoY % change", "37.7%")]
)
def test_a_percent_of_change_is_a_concept_of_its_own(taxonomy, header, printed):
    found = fact(report(CHANGES.format(header=header, printed=printed), taxonomy), "RevenuesChangePercent")
    assert (found.value, found.decimals, found.point.unit) == (Decimal("0.377"), 3, "xbrli:pure")
    assert found.point.dimensions == (("ChangeBasisAxis", "YearOnYearMember"),)


def test_an_amount_of_change_is_another(taxonomy):
    header = "\tas of September 30, 2010\tas of September 30, 2011\tYoY Change\n"
    page = f"{TITLE}{header}Number of contracts\t69,145\t91,404\t22,259\n"
    found = report(page, taxonomy)
    assert values(found, "ContractsChangeAmount") == {"2011-09-30": "22259"}
    assert values(found, "Contracts") == {"2010-09-30": "69145", "2011-09-30": "91404"}


def test_a_share_of_revenues_is_another_for_each_period(taxonomy):
    page = (
        f"{TITLE}\t1H08\t\t1H09\t\n"
        "\tThousands of JPY\t% of total revenues\tThousands of JPY\t% of total revenues\n"
        "Total revenues\t33,253,841\t100.0\t32,275,024\t100.0\nTotal costs\t27,084,518\t\t26,036,571\t\n"
    )
    assert values(report(page, taxonomy), "RevenuesPercentOfRevenue") == {
        "2008-04-01/2008-09-30": "1.000",
        "2009-04-01/2009-09-30": "1.000",
    }


SHARES = (
    TITLE + "\t1H09\t\n\tThousands of JPY\t{base}\nTotal revenues\t32,275,024\t{share}\nTotal costs\t27,084,518\t\n"
)


@pytest.mark.parametrize("base", ["% of total equity", "% of network services revenue", "% of Revenues of the group"])
def test_a_share_of_something_else_is_no_share_of_revenues(taxonomy, base):
    found = report(SHARES.format(base=base, share="50.0"), taxonomy)
    assert unmapped(found) == {"50.0": f"a share of {base[5:].lower()}, which the taxonomy has none of"}


@pytest.mark.parametrize(("share", "read"), [("100.0", ["1.000"]), ("90.0", [])])
def test_a_share_without_a_base_is_one_of_the_row_that_prints_the_whole(taxonomy, share, read):
    found = report(SHARES.format(base="%", share=share), taxonomy)
    assert [str(item.value) for item in facts(found) if item.point.concept == "RevenuesPercentOfRevenue"] == read


def test_a_row_of_shares_of_something_else_is_no_share_of_revenues(taxonomy):
    page = TITLE + "\t1H08\t1H09\n\tJPY millions\tJPY millions\nTotal revenues\t50\t60\nTotal costs\t40\t45\n"
    found = report(page + "% of total costs\t80.0%\t75.0%\n", taxonomy)
    assert set(unmapped(found).values()) == {"a share of total costs, which the taxonomy has none of"}


def test_a_change_that_the_taxonomy_has_not_is_not_made_up(taxonomy):
    page = CHANGES.format(header="YoY % change", printed="37.7") + "Total costs\t27,431\t37,971\t38.4\n"
    assert unmapped(report(page, taxonomy)) == {"38.4": "the taxonomy has no change-percent of Costs"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Total costs\t79.9%\t80.4%", "printed with a percent sign, but Costs is no percentage"),
        ("Operating margin\t3.5\t5.2", "Margin is a percentage, and neither the cell nor its column says so"),
        ("Number of contracts\t69,145\t91,404", "an amount in JPY, but Contracts is in contracts"),
        (
            "Basic weighted-average number of shares (ADSs)\t202,605\t202,684",
            "counts ADS, but AverageShares is in shares",
        ),
        ("Number of contracts\t702.5 Gbps\t820.7 Gbps", "the cell says Gbps, but Contracts is in contracts"),
        ("Total costs\t27,430 541\t37,970 948", "damaged cell: 2 figures in one cell"),
        ("Total costs\t2743,0541\t3797,0948", "damaged cell: its separators do not stand in groups of three digits"),
    ],
)
def test_a_wrong_unit_or_a_damaged_cell_is_refused(taxonomy, row, reason):
    assert set(unmapped(report(HEADER + ANCHOR + row, taxonomy)).values()) == {reason}


def test_a_count_under_a_bare_scale_is_refused(taxonomy):
    page = HEADER.replace("Thousands of JPY", "Thousands") + "Number of contracts\t69\t91\n"
    assert set(unmapped(report(page, taxonomy)).values()) == {
        "a scale, and nothing says whether it is that of the contracts"
    }


def test_an_amount_without_a_currency_is_refused(taxonomy):
    page = "Statements of Income\n\n\t1H10\t1H11\nTotal revenues\t34,272\t47,207\nTotal costs\t27,431\t37,971"
    assert set(unmapped(report(page, taxonomy)).values()) == {
        "no currency and scale are printed for Revenues",
        "no currency and scale are printed for Costs",
    }


def test_an_amount_without_a_scale_is_refused(taxonomy):
    rows = "Total revenues\t34,272\t47,207\nTotal costs\t27,431\t37,971"
    found = report(f"{TITLE}\t1H10\t1H11\n\tJPY\tJPY\n{rows}", taxonomy)
    assert unmapped(found)["47,207"] == "no scale is printed for Revenues; an amount in full JPY is not assumed"


def test_a_unit_above_the_table_is_that_of_its_figures(taxonomy):
    rows = "Total revenues\t34,272\t47,207\nTotal costs\t27,431\t37,971"
    page = f"{TITLE}(JPY in millions)\n\n\t1H10\t1H11\n{rows}"
    assert values(report(page, taxonomy), "Revenues")[HALF] == "47207000000"


def test_a_percentage_with_its_sign_is_pure(taxonomy):
    found = fact(report(HEADER + ANCHOR + "Operating margin\t3.5%\t5.2%", taxonomy), "Margin")
    assert (found.value, found.decimals, found.point.unit) == (Decimal("0.052"), 3, "xbrli:pure")


def test_a_column_without_a_period_is_no_fact_but_a_reason(taxonomy):
    rows = "Total revenues\t34,272\t47,207\nTotal costs\t27,431\t37,971"
    page = f"{TITLE}\tThousands of JPY\tThousands of JPY\n{rows}"
    assert set(unmapped(report(page, taxonomy)).values()) == {"the column's period cannot be read"}


def test_a_balance_sheet_day_is_no_period_of_a_flow(taxonomy):
    page = (
        HEADER.replace("1H10", "As of March 31, 2011").replace("1H11", "As of September 30, 2011")
        + ANCHOR
        + "Total costs\t1\t2"
    )
    assert unmapped(report(page, taxonomy))["47,206,508"] == (
        "Revenues runs over a period, and only the day 2011-09-30 is printed"
    )


def test_two_columns_that_would_be_one_data_point_are_none(taxonomy):
    page = TITLE + "\t1H11 (unaudited)\t1H11 (consolidated)\n\tThousands of JPY\tThousands of JPY\n" + ANCHOR
    assert not list(facts(report(page, taxonomy)))
    assert all("what tells them apart" in reason for reason in unmapped(report(page, taxonomy)).values())


def test_a_year_beside_its_first_half_may_be_an_outlook(taxonomy):
    page = TITLE + "\t1H11\tFY2011\n\tThousands of JPY\tThousands of JPY\n" + ANCHOR
    found = report(page, taxonomy)
    assert values(found, "Revenues") == {HALF: "34272080000"}
    assert unmapped(found) == {"47,206,508": "a period that is not over yet, and nothing says that this is a forecast"}
