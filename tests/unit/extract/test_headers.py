"""Which column of a table is which period and unit, from headers as releases print them.

Fiscal years start in April.
"""

import pytest

from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.reasons.render import sentence
from support import APRIL, periods, table, tables

HALVES = ["2010-04-01/2010-09-30", "2011-04-01/2011-09-30"]
JPY_THOUSANDS = Unit(scale=3, currency="JPY")


def tabbed(*rows: str, above: str = "") -> FigureTable:
    """A table of rows whose cells are set apart by `|`, below a text."""
    lines = ["\t".join(cell.strip() for cell in row.split("|")) for row in rows]
    return table((above + "\n\n" if above else "") + "\n".join(lines))


def column(found: FigureTable, index: int) -> Column:
    column = found.column(index)
    assert column is not None
    return column


def roles(found: FigureTable) -> dict[int, str]:
    return {column.index: column.role for column in found.columns}


def test_each_header_cell_names_the_period_of_its_column():
    found = tabbed(" | 1H10 | 1H11", " | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207")
    assert list(periods(found).values()) == HALVES


def test_the_unit_stands_below_the_period():
    found = tabbed(" | 1H10 | 1H11", " | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207")
    assert {item.unit for item in found.columns} == {Unit(scale=6, currency="JPY")}


def test_two_periods_in_one_cell_are_those_of_two_columns():
    found = tabbed(" | 1H10 1H11 | ", " | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207")
    assert list(periods(found).values()) == HALVES


def test_two_units_in_one_cell_are_those_of_two_columns():
    found = tabbed(" | 1H10 | 1H11", " | JPY millions JPY millions | ", "Total Revenues | 34,272 | 47,207")
    assert [item.unit for item in found.columns] == [Unit(scale=6, currency="JPY")] * 2


def test_dates_in_one_cell_are_those_of_two_columns():
    found = tabbed(
        " | as of September 30, 2010 as of September 30, 2011 | ",
        "IP Service | 1,318 | 1,394",
    )
    assert list(periods(found).values()) == ["2010-09-30", "2011-09-30"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Three Months Ended June 30, 2013", "Three Months Ended June 30, 2014",
         ["2013-04-01/2013-06-30", "2014-04-01/2014-06-30"]),
        ("Nine Months Ended December 31, 2013", "Nine Months Ended December 31, 2014",
         ["2013-04-01/2013-12-31", "2014-04-01/2014-12-31"]),
        ("Fiscal Year Ended March 31, 2013", "Fiscal Year Ended March 31, 2014",
         ["2012-04-01/2013-03-31", "2013-04-01/2014-03-31"]),
        ("9M13", "9M14", ["2013-04-01/2013-12-31", "2014-04-01/2014-12-31"]),
        ("1Q13", "1Q14", ["2013-04-01/2013-06-30", "2014-04-01/2014-06-30"]),
        ("FY2013", "FY2014", ["2013-04-01/2014-03-31", "2014-04-01/2015-03-31"]),
        ("As of March 31, 2014", "As of December 31, 2014", ["2014-03-31", "2014-12-31"]),
    ],
)  # fmt: skip
def test_columns_of_any_length(first, second, expected):
    found = tabbed(f" | {first} | {second}", " | Thousands of JPY | Thousands of JPY", "Revenues | 34,272 | 47,207")
    assert list(periods(found).values()) == expected


@pytest.mark.parametrize("text", ["1H11 (JPY mn)", "1H11 JPY millions", "1H11 in millions of Japanese yen"])
def test_the_unit_stands_behind_the_period_in_one_cell(text):
    found = tabbed(f" | {text}", "Total Revenues | 47,207")
    assert column(found, 1).unit == Unit(scale=6, currency="JPY")


def test_a_number_in_front_of_a_unit_makes_another_unit_of_it():
    found = tabbed(" | 1H11 (in 100 millions of yen)", "Total Revenues | 472")
    assert column(found, 1).unit is None


def test_scales_behind_what_heads_say_are_the_row_below_them():
    found = tabbed(
        " | Six Months Ended September 30, 2010 Thousands of JPY"
        " | Six Months Ended September 30, 2011 Thousands of U.S. Dollars | Thousands of JPY",
        "Equipment sales | 370,750 | 7,927 | 610,685",
    )
    assert list(periods(found).values()) == [HALVES[0], HALVES[1], HALVES[1]]


@pytest.mark.parametrize("unit", ["JPY millions", "JPY", "%"])
def test_a_head_is_labelled_by_what_stands_in_front_of_its_unit(unit):
    found = tabbed(f" | Total Revenues {unit} | Equity ratio %", "Six Months Ended September 30, 2011 | 47,207 | 44.5")
    assert (column(found, 1).label, column(found, 2).label) == ("Total Revenues", "Equity ratio")


@pytest.mark.parametrize(("unit", "expected"), [("JPY millions", Unit(6, "JPY")), ("USD", None)])
def test_what_stands_behind_a_change_stays_in_its_label(unit, expected):
    found = tabbed(
        f" | 1H10 JPY millions | 1H11 JPY millions | YoY change {unit}", "Revenues | 34,272 | 47,207 | 12,935"
    )
    assert column(found, 3).full_label == f"YoY change {unit}"
    assert column(found, 3).unit == expected


def test_a_column_of_the_same_unit_beside_one_with_a_period_has_none():
    found = tabbed(" | 1H10 JPY millions | 1H11 JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207 | 9")
    assert list(periods(found).values())[:2] == HALVES
    assert "/" not in list(periods(found).values())[2]


DOLLARS = (
    " | Six Months Ended September 30, 2010 | Six Months Ended September 30, 2011 | ",
    " | Thousands of JPY | Thousands of U.S. Dollars | Thousands of JPY",
    "Equipment sales | 370,750 | 7,927 | 610,685",
    "Interest income | 12,431 | 207 | 15,950",
)


def test_a_dollar_column_translates_the_latest_period():
    found = tabbed(*DOLLARS)
    assert list(periods(found).values()) == [HALVES[0], HALVES[1], HALVES[1]]


def test_the_only_dollar_column_below_the_head_of_an_earlier_period_has_none():
    header = " | Six Months Ended September 30, 2010 | Six Months Ended September 30, 2010 | "
    found = tabbed(header + "Six Months Ended September 30, 2011", *DOLLARS[1:])
    assert list(periods(found).values())[::2] == HALVES
    assert "/" not in list(periods(found).values())[1]


def test_a_dollar_column_has_no_period_where_one_of_the_yen_columns_has_none():
    header = " | Six Months Ended September 30, 2010 | Six Months Ended September 30, 2010 | "
    found = tabbed(header, *DOLLARS[1:])
    assert "/" not in list(periods(found).values())[1]


def test_a_day_outside_of_the_period_above_it_is_none_of_a_column():
    found = tabbed(
        " | Six Months Ended | Six Months Ended September 30, 2011 | ",
        " | September 30, 2010 | | ",
        " | Thousands of JPY | Thousands of U.S. Dollars | Thousands of JPY",
        "Total revenues | 34,272,080 | 612,753 | 47,206,508",
        above="(Six Months ended September 30, 2010 and September 30, 2011)",
    )
    assert list(periods(found).values()) == [*HALVES, HALVES[1]]


def test_a_year_over_a_column_is_not_that_of_one_that_names_another():
    found = tabbed(
        " | Six Months Ended |  | ths Ended",
        " | September 30, |  | er 30, 2013",
        " | 2012 |  | ",
        " | JPY thousands | USD thousands | JPY thousands",
        "Net income | 2,008,214 | 22,706 | 2,231,783",
        above="(For the six months ended September 30, 2012 and September 30, 2013)",
    )
    assert "2012" not in periods(found)[2] + periods(found)[3]


def test_a_day_without_a_year_over_a_column_says_nothing_of_the_change_beside_it():
    found = tabbed(
        " | as of | as of | YoY",
        " | Sep. 30, | Sep. 30, | ",
        " | 2015 | 2016 | Change",
        "Contracts | 348,345 | 721,691 | 373,346",
    )
    assert column(found, 3).scope == ""


def test_the_rest_of_another_day_in_one_header_is_none_of_its_period():
    found = tabbed(
        " | 1H10 | September 30, 2011 30, 2010", " | JPY millions | JPY millions", "Revenues | 34,272 | 47,207"
    )
    assert "/" not in list(periods(found).values())[1]
    assert "2011-09-30" not in periods(found).values()


def test_two_periods_in_one_header_are_none():
    header = " | 1H10 | Six months ended September 30, 2011 and three months ended December 31, 2011"
    found = tabbed(header, " | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207")
    assert "/" not in list(periods(found).values())[1]


def test_a_part_of_the_year_above_it_is_the_period_of_its_column():
    found = tabbed(
        " | FY2010 | FY2011", " | 1H10 | 1H11", " | JPY millions | JPY millions", "Revenues | 34,272 | 47,207"
    )
    assert list(periods(found).values()) == HALVES


def test_a_dollar_column_beside_yen_columns_is_a_translation():
    found = tabbed(*DOLLARS)
    assert list(roles(found).values()) == ["value", "translation", "value"]
    assert column(found, 2).unit == Unit(scale=3, currency="USD")


def test_dollars_alone_are_values_not_translations():
    found = tabbed(
        " | Total equity | Common Stock",
        " | Thousands of USD | Thousands of USD",
        "Net Income | 17,034 | 17,672",
        above="For the six months ended September 30, 2011 (In USD)",
    )
    assert set(roles(found).values()) == {"value"}
    assert column(found, 1).unit == Unit(scale=3, currency="USD")


def test_the_issuers_currency_decides_which_column_is_a_translation():
    text = "\t1H10\t1H11\n\tThousands of EUR\tThousands of USD\tThousands of EUR\nSales\t370,750\t7,927\t610,685"
    assert [item.role for item in table(text, home="EUR").columns] == ["value", "translation", "value"]


def test_a_scale_and_its_currency_over_two_rows_are_one_unit():
    found = tabbed(" | 1H10 | 1H11", " | Thousands of | Thousands of", " | JPY | JPY", "Revenues | 34,272 | 47,207")
    assert {item.unit for item in found.columns} == {JPY_THOUSANDS}


def test_a_currency_in_a_cell_does_not_reset_the_scale_of_its_column():
    found = tabbed(
        " | 1H10 | 1H11",
        " | Thousands of JPY | Thousands of JPY",
        "Revenues | JPY34,272 | JPY47,207",
        "Costs | 27,431 | 37,971",
    )
    assert column(found, 1).unit == JPY_THOUSANDS


def test_a_column_without_a_unit_takes_the_one_that_the_others_state():
    found = tabbed(" | 1H10 | 1H11", " | JPY millions | ", "Total Revenues | 34,272 | 47,207")
    assert column(found, 2).unit == Unit(scale=6, currency="JPY")


def test_the_units_in_row_labels_are_those_of_the_columns_where_the_header_states_none():
    found = tabbed(
        " | Six Months Ended September 30, 2010 | Six Months Ended September 30, 2011 | ",
        "BASIC NET INCOME PER SHARE (JPY / U.S. Dollars / JPY) | 4,241.14 | 87.19 | 6,717.11",
    )
    assert list(roles(found).values()) == ["value", "translation", "value"]
    assert list(periods(found).values()) == [HALVES[0], HALVES[1], HALVES[1]]


def test_what_is_left_of_a_damaged_header_is_read_with_the_caption():
    found = tabbed(
        " | Six Months Ended September 30, 2008 |  | ths Ended er 30, 2009",
        " | Thousands of JPY | Thousands of U.S. Dollars | Thousands of JPY",
        "Net Income | 227,761 | 6,034 | 539,951",
        above="(For the six months ended September 30, 2008 and September 30, 2009)",
    )
    assert periods(found)[1] == "2008-04-01/2008-09-30"
    assert periods(found)[3] == "2009-04-01/2009-09-30"


def test_a_column_that_names_another_year_is_not_of_the_period_beside_it():
    found = tabbed(
        " | Six Months |  | onths Ended",
        " | Ended |  | hber 30, 2013",
        " | September 30, |  | ",
        " | 2012 |  | ",
        " | Thousands of JPY | Thousands of U.S. Dollars | Thousands of JPY",
        "Net Income | 227,761 | 6,034 | 539,951",
        above="(For the six months ended September 30, 2012 and September 30, 2013)",
    )
    assert periods(found)[1] == "2012-04-01/2012-09-30"
    assert "2012" not in periods(found)[2] and "2012" not in periods(found)[3]


def test_days_behind_a_title_in_parentheses_are_a_caption():
    found = tabbed(
        " | As of March 31, 2013 | As of Sept | tember 30, 2013",
        " | Thousands of JPY | Thousands of U.S. Dollars | Thousands of JPY",
        "Total assets | 227,761 | 6,034 | 539,951",
        above="## Balance Sheets (As of March 31, 2013 and September 30, 2013)",
    )
    assert periods(found) == {1: "2013-03-31", 2: "2013-09-30", 3: "2013-09-30"}


def test_letters_may_be_misread_in_a_damaged_header_digits_may_not():
    caption = "(For the six months ended September 30, 2008 and September 30, 2009)"
    rows = (" | Thousands of JPY | Thousands of JPY", "Net Income | 227,761 | 539,951")
    letter = tabbed(" | Six Months Ended September 30, 2008 | ths Endod er 30, 2009", *rows, above=caption)
    digit = tabbed(" | Six Months Ended September 30, 2008 | ths Ended er 30, 2007", *rows, above=caption)
    assert periods(letter)[2] == "2009-04-01/2009-09-30"
    assert periods(digit)[2] != "2009-04-01/2009-09-30"


def test_without_a_caption_a_damaged_header_is_not_guessed():
    found = tabbed(
        " | Six Months Ended September 30, 2008 | ths Ended er 30, 2009",
        " | Thousands of JPY | Thousands of JPY",
        "Net Income | 227,761 | 539,951",
    )
    assert column(found, 2).period is None
    assert column(found, 2).problem


def test_the_captions_periods_are_those_of_the_columns_in_order():
    found = tabbed(
        " | Thousands of JPY | Thousands of JPY",
        "Net Income | 227,761 | 539,951",
        above="(For the six months ended September 30, 2008 and September 30, 2009)",
    )
    assert list(periods(found).values()) == ["2008-04-01/2008-09-30", "2009-04-01/2009-09-30"]


def test_a_single_period_of_the_caption_is_that_of_all_columns():
    found = tabbed(
        " | Total equity | Common Stock",
        " | Thousands of JPY | Thousands of JPY",
        "Net Income | 1,312,264 | 1,361,450",
        above="For the six months ended September 30, 2011",
    )
    assert set(periods(found).values()) == {HALVES[1]}


def test_a_bare_date_is_the_duration_of_the_caption_that_ends_on_it():
    found = tabbed(
        " | September 30, 2010 | September 30, 2011",
        " | Thousands of JPY | Thousands of JPY",
        "Net Income | 757,575 | 1,312,264",
        above="(Six Months ended September 30, 2010 and September 30, 2011)",
    )
    assert list(periods(found).values()) == HALVES


def test_columns_that_claim_the_same_period_have_none():
    found = tabbed(" | 1H11 | 1H11", " | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207")
    assert set(periods(found).values()) == {"several columns claim the same period"}


def test_a_header_that_names_no_period_is_a_problem_never_a_guess():
    found = tabbed(" | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207")
    assert set(periods(found).values()) == {"the column's period cannot be read"}


@pytest.mark.parametrize(
    "header", ["YoY % change", "YoY % Change", "YoY Change", "Year-on-year change", "QoQ % change"]
)
def test_a_change_column_belongs_to_the_latest_period(header):
    found = tabbed(
        f" | 1H10 | 1H11 | {header}", " | JPY millions | JPY millions | ", "Revenues | 34,272 | 47,207 | 37.7"
    )
    assert column(found, 3).role == "change"
    assert periods(found)[3] == HALVES[1]


def test_a_change_behind_a_column_of_an_unknown_time_may_be_about_that():
    found = table("""
        | | 2Q12 | | YoY % change |
        | | JPY millions | JPY millions | |
        | Revenues | 26,107 | 28,207 | 8.0 |
        """)
    assert [item.period is not None for item in found.columns] == [True, False, False]


def test_a_head_of_changes_that_names_a_later_period_than_the_values_is_that_of_values():
    found = table("""
        | | 2Q12 | 2Q13 Change | YoY % |
        | | JPY millions | JPY millions | |
        | Revenues | 26,107 | 28,207 | 8.0 |
        """)
    assert [item.period is not None for item in found.columns] == [True, False, False]


def test_a_change_column_takes_no_currency_from_the_others():
    found = tabbed(
        " | 1H10 | 1H11 | YoY % change", " | JPY millions | JPY millions | ", "Revenues | 34,272 | 47,207 | 37.7"
    )
    unit = column(found, 3).unit
    assert unit is None or unit.currency is None


def test_a_percent_column_is_the_share_of_the_period_before_it():
    found = tabbed(
        " | As of March 31, 2009 |  | As of September 30, 2009 |  | ",
        " | Thousands of JPY | % | Thousands of U.S. Dollars | Thousands of JPY | %",
        "Total current assets | 24,356,769 | 46.6 | 261,611 | 23,411,526 | 45.6",
    )
    assert list(roles(found).values()) == ["value", "share", "translation", "value", "share"]
    assert list(periods(found).values()) == ["2009-03-31", "2009-03-31", "2009-09-30", "2009-09-30", "2009-09-30"]


def test_a_percent_column_may_name_its_base():
    found = tabbed(
        " | 1H08 |  | 1H09 | ",
        " | Thousands of JPY | % of total revenues | Thousands of JPY | % of total revenues",
        "Total cost | 27,084,518 | 81.5 | 26,036,571 | 80.7",
    )
    assert column(found, 2).unit == Unit(scale=0, percent=True, base="total revenues")


def test_a_member_column_has_its_own_label():
    found = tabbed(
        " | Total equity | Common Stock | Treasury Stock",
        " | Thousands of JPY | Thousands of JPY | Thousands of JPY",
        "BALANCE, APRIL 1, 2011 | 29,641,350 | 16,833,847 | (392,079)",
        above="For the six months ended September 30, 2011",
    )
    assert [item.label for item in found.columns] == ["Total equity", "Common Stock", "Treasury Stock"]


def test_a_member_column_may_state_another_unit():
    found = tabbed(
        " | Shares of common stock outstanding | Common Stock",
        " | Shares | Thousands of JPY",
        "BALANCE, APRIL 1, 2011 | 206,478 | 16,833,847",
        above="For the six months ended September 30, 2011",
    )
    assert [item.unit for item in found.columns] == [Unit(count="shares"), JPY_THOUSANDS]


def test_the_lowest_header_row_that_speaks_wins():
    found = tabbed(
        " | Internet Initiative Japan shareholders' equity |  | ",
        " | Accumulated deficit | Common Stock | Treasury Stock",
        " | Thousands of JPY | Thousands of JPY | Thousands of JPY",
        "Net Income | 859,277 | 16,833,847 | (406,547)",
        above="For the six months ended September 30, 2011",
    )
    assert [item.label for item in found.columns] == ["Accumulated deficit", "Common Stock", "Treasury Stock"]


def test_a_column_that_prints_no_figure_is_none():
    found = tabbed(" | 1H10 |  | 1H11", " | JPY millions |  | JPY millions", "Revenues | 34,272 |  | 47,207")
    assert [item.index for item in found.columns] == [1, 3]


def test_a_table_that_lost_its_labels_has_no_periods_but_what_its_header_says():
    found = tabbed(" | 1H08 | 1H09", "5,164 | 5,072 | (1.8%)", "1,005 | 1,166 | 16.0%", "766 | 1,026 | 33.9%")
    assert not found.has_labels
    assert {item.period for item in found.columns} == {None}


def test_a_unit_above_the_table_is_that_of_its_section():
    (found,) = tables("FY2009 Targets\n\n(JPY in millions)\n\n\tRevenues\tOperating Income\nFull FY2009\t73,000\t3,300")
    assert found.section.unit == Unit(scale=6, currency="JPY")


def test_january_issuers_count_from_january():
    from iij_xbrl.extract.times.periods import Calendar

    text = "\t9M13\t9M14\n\tEUR thousand\tEUR thousand\nSales\t34,272\t47,207"
    assert list(periods(table(text, Calendar(1), "EUR")).values()) == ["2013-01-01/2013-09-30", "2014-01-01/2014-09-30"]
    assert list(periods(table(text, APRIL, "EUR")).values()) == ["2013-04-01/2013-12-31", "2014-04-01/2014-12-31"]


@pytest.mark.parametrize(
    "above",
    [
        ("Operating Results Summary (six months ended September 30)", " | FY2010 | FY2011"),
        ("Interim Operating Results Summary", " | FY2010 | FY2011"),
        ("Operating Results Summary", " | First half | \n | FY2010 | FY2011"),
        ("Operating Results Summary", "Six months | FY2010 | FY2011"),
        ("Operating Results Summary (cumulative)", " | 2Q10 | 2Q11"),
    ],
)
def test_a_part_of_the_year_that_stands_over_the_years(above):
    title, header = above
    rows = [*header.split("\n"), " | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207"]
    assert list(periods(tabbed(*rows, above=title)).values()) == HALVES


def test_a_part_of_the_year_that_is_not_understood_makes_no_year():
    header = " | FY2010 | FY2011", " | JPY millions | JPY millions", "Total Revenues | 34,272 | 47,207"
    found = tabbed(*header, above="Results of the three months")
    assert set(periods(found).values()) == {"the column's period cannot be read"}


def test_parts_of_years_below_the_years():
    found = tabbed(
        " | FY2010 | | FY2011 | ",
        " | First half | Second half | 1Q | 2Q",
        " | JPY millions | JPY millions | JPY millions | JPY millions",
        "Total Revenues | 34,272 | 48,146 | 23,219 | 23,988",
    )
    assert list(periods(found).values()) == [
        "2010-04-01/2010-09-30", "2010-10-01/2011-03-31", "2011-04-01/2011-06-30", "2011-07-01/2011-09-30",
    ]  # fmt: skip


def test_a_lead_over_two_dates_is_that_of_both():
    found = tabbed(
        " | Three months ended | | Six months ended | ",
        " | September 30, 2010 | September 30, 2011 | September 30, 2010 | September 30, 2011",
        " | Thousands of JPY | Thousands of JPY | Thousands of JPY | Thousands of JPY",
        "Total Revenues | 17,443 | 23,988 | 34,272 | 47,207",
    )
    assert list(periods(found).values()) == ["2010-07-01/2010-09-30", "2011-07-01/2011-09-30", *HALVES]


def changes(*header: str) -> list[str]:
    """The periods of the columns of changes below a header."""
    found = tabbed(" | " + " | ".join(header), "Total Revenues" + " | 1,234" * len(header))
    return [
        str(item.period.period) if item.period else sentence(item.problem)
        for item in found.columns
        if item.role == "change"
    ]


def test_a_change_behind_all_values_is_that_of_the_latest():
    assert changes("1H11", "1H10", "YoY % change") == [HALVES[1]]


def test_a_change_behind_each_value_is_that_values():
    assert changes("1H10", "YoY % change", "1H11", "YoY % change") == HALVES


@pytest.mark.parametrize(
    "header", [("2Q11", "1H11", "YoY % change"), ("1H10", "change", "1H11"), ("YoY % change", "1H11", "1H10")]
)
def test_a_change_whose_period_is_open_has_none(header):
    assert changes(*header) == ["which of the table's periods the column is about is open"]


@pytest.mark.parametrize("header", ["Previous period", "9 months", "Prior year"])
def test_a_column_of_another_time_is_not_of_the_period_of_its_title(header):
    found = tabbed(f" | {header}", " | JPY millions", "Total Revenues | 34,272", above="Results for 1H11")
    assert not any("/" in period for period in periods(found).values())


@pytest.mark.parametrize("header", ["Current period", "6 months"])
def test_a_column_without_a_period_of_its_own_is_of_that_of_its_title(header):
    found = tabbed(f" | {header}", " | JPY millions", "Total Revenues | 47,207", above="Results for 1H11")
    assert list(periods(found).values()) == [HALVES[1]]


def test_months_above_a_day_that_ends_a_week_are_thirteen_weeks_each():
    found = tabbed(" | Three Months Ended | ", " | June 28, 2025 | June 29, 2024", "Net sales | 94,036 | 85,777")
    assert list(periods(found).values()) == ["2025-03-30/2025-06-28", "2024-03-31/2024-06-29"]


def test_a_header_that_begins_over_the_labels_tells_no_column():
    found = tabbed("1H10 (JPY millions) | 1H11 (JPY millions)", "Total Revenues | 33,100 | 45,800", "Costs | 900 | 800")
    assert all(item.period is None and "begins over the labels" in sentence(item.problem) for item in found.columns)


def test_a_period_in_the_corner_is_that_of_columns_with_headers():
    found = tabbed("1H11 | Revenues | Costs", " | JPY millions | JPY millions", "Toys | 33,100 | 45,800")
    assert set(periods(found).values()) == {"2011-04-01/2011-09-30"}


def test_a_corner_that_states_the_unit_heads_the_names_beside_it():
    found = tabbed(
        "| Shareholders |",
        "(Dollars in millions, except per share data) | Common stock | Retained earnings",
        "Balance | 5,061 | 34,408",
    )
    assert [column.label for column in found.columns] == ["Common stock", "Retained earnings"]


def test_numbers_beside_words_above_the_units_of_columns_are_heads():
    rows = (" | 1H10 | 1H11 | ", " | JPY millions | JPY millions | _", "Total Revenues | 34,272 | 47,207 | 37.7")
    found = tabbed(" | 2,010 | 40 | YoY %", *rows)
    assert (list(periods(found).values())[:2], len(found.headers)) == (HALVES, 3)
    assert roles(found)[3] == "change"


def test_figures_without_a_label_above_the_units_of_columns_are_no_heads():
    page = "\t34,272\t47,207\n\tJPY millions\tJPY millions\nTotal Revenues\t34,272\t47,207\n"
    printed = [item.figure.text for found in tables(page) for row in found.rows for item in row.figures]
    assert printed == ["34,272", "47,207"] * 2


def test_a_period_and_a_day_above_a_table_are_what_is_left_of_heads_torn_apart():
    found = tabbed(
        " | Thousands of JPY | Thousands of JPY",
        "NET INCOME | 2,008,214 | 2,231,783",
        above="Six Months Ended September 30, 2013 September 30, 2012",
    )
    assert [item.period for item in found.columns] == [None, None]
