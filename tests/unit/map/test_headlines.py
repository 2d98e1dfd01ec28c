"""Bullets of slides: subjects that the title narrows, values by period in parentheses, lines below a heading."""

import pytest

from support import compiled, facts, report, trace

PLACE = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent, change-amount]}
lines:
- Sales: {en: Total sales, ja: 売上高, balance: credit}
- GridSales: {en: Grid sales, ja: グリッド売上高, balance: credit}
- CloudSales: {en: Cloud sales, ja: クラウド売上高, balance: credit}
- CloudAndGridSales: {en: Cloud sales including the grid, ja: クラウド売上高（グリッドを含む）, balance: credit}
- Margin: {en: Total margin, ja: 売上総利益, balance: credit}
- RepairSales: {en: Sales of repairs, ja: 修理売上高, balance: credit}
- RepairCosts: {en: Costs of repairs, ja: 修理費用, balance: debit}
- Payments: {en: Payments under leases, ja: リース支払, derive: []}
"""
BALANCES = """\
role: Balances
title: {en: Balance sheets, ja: 貸借対照表}
defaults: {type: monetary, period: instant, derive: [period-change]}
lines:
- Goodwill: {en: Goodwill, ja: のれん, balance: debit}
- NorthGoodwill: {en: Goodwill of the north, ja: 北部のれん, balance: debit}
- Brand: {en: Brand, ja: ブランド, balance: debit}
- SouthBrand: {en: Brand of the south, ja: 南部ブランド, balance: debit}
- Ratio: {en: Equity ratio, ja: 自己資本比率, type: percent, derive: []}
- Lines: {en: Leased lines in use, ja: 回線数, type: contracts, derive: [change-amount]}
- Racks: {en: Racks in use, ja: ラック数, type: contracts, derive: []}
"""
PROSE = """\
phrases:
- Sales: [revenues, total revenues]
- GridSales: [grid revenues]
- CloudSales: &cloud [cloud revenues]
- CloudAndGridSales: {printed: *cloud, unless: GridSales}
- Margin: {printed: [margin], under: [Cost and Margin]}
- RepairSales: {printed: [revenues], under: [Repairs, Sales of repairs]}
- RepairCosts: [costs of repairs]
- RepairCosts: {printed: [costs], under: [Repairs]}
- Payments: {printed: [payments under leases], verb: opposite}
- Goodwill: [goodwill]
- Brand: [brand]
- NorthGoodwill: {printed: [North], part_of: Goodwill}
- SouthBrand: {printed: [North], part_of: Brand}
- Ratio: [equity ratio]
- Lines: [lines of over 1Gbps]
- Racks: [number of contracts for racks, racks]
"""
HEAD = "# 1H FY2011 Results\n\n"
H1, Q2 = "2011-04-01/2011-09-30", "2011-07-01/2011-09-30"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("toy"), PLACE, BALANCES, prose=PROSE)


@pytest.fixture
def read(taxonomy):
    """The facts of a slide: concept, last parts of its members, period and value, in printed order."""

    def reading(text, head=HEAD):
        found = sorted(facts(report(head + text, taxonomy)), key=lambda item: item.span)
        return [
            (
                item.point.concept,
                *(member for _, member in item.point.dimensions),
                str(item.point.period),
                f"{item.value:f}",
            )
            for item in found
        ]

    return reading


# -- what the title narrows


def test_a_phrase_below_its_title(read):
    text = "- ◆2Q11 Margin: JPY4,734 million"
    assert read(text, HEAD + "## II-3. Cost and Margin for 2Q11\n\nUnit: JPY million\n\n") == [
        ("Margin", Q2, "4734000000")
    ]
    assert read(text) == []
    assert read(text, HEAD + "## II-3. Cost and Margin\n\n## II-4. Grid\n\n") == []


def test_the_title_outranks_what_a_bare_word_says_elsewhere(read):
    text = "- 2Q12 Revenues: JPY31 million"
    assert read(text, HEAD.replace("2011", "2012") + "Repairs\n\n") == [
        ("RepairSales", "2012-07-01/2012-09-30", "31000000")
    ]
    assert read(text, HEAD.replace("2011", "2012")) == [("Sales", "2012-07-01/2012-09-30", "31000000")]


def test_names_one_after_the_other_are_a_legend_and_no_title(read):
    assert read("- 2Q11 Revenues: JPY31 million", HEAD + "Sales of repairs\n\n") == [("RepairSales", Q2, "31000000")]
    assert read("- 2Q11 Revenues: JPY31 million", HEAD + "Goodwill\n\nSales of repairs\n\n") == []


def test_what_defines_an_abbreviation_is_no_title(read):
    head = HEAD + "## II-3. Cost and Margin\n\nYoY = 2Q11 compared to 2Q10\n\n"
    assert read("- 2Q11 Margin: JPY5 million", head) == [("Margin", Q2, "5000000")]


def test_a_list_that_has_a_part_beside_the_rest_tells_which_is_meant(read):
    cloud = "- ◆2Q11 Cloud revenues: JPY42 million\n"
    assert read(cloud + "- ◆2Q11 Grid revenues: JPY63 million") == [
        ("CloudSales", Q2, "42000000"),
        ("GridSales", Q2, "63000000"),
    ]
    assert read(cloud + "- ◆2Q11 Revenues: JPY63 million") == [("Sales", Q2, "63000000")]


# -- parentheses


def test_values_by_period_in_parentheses(read):
    text = "- 2Q11 Revenues: JPY65 million (mainly grids) (2Q10(1 month): JPY22 million, 1Q11: JPY64 million)"
    assert read(text) == [
        ("Sales", Q2, "65000000"),
        ("Sales", "2010-07-01/2010-09-30", "22000000"),
        ("Sales", "2011-04-01/2011-06-30", "64000000"),
    ]
    assert read("- 2Q11 Revenues: JPY65 million (Europe: JPY22 million)") == [("Sales", Q2, "65000000")]
    assert read("- 2Q11 Revenues: JPY65 million (2Q10 (JPY3 million): JPY22 million)")[:1] == [
        ("Sales", Q2, "65000000")
    ]
    assert len(read("- 2Q11 Revenues: JPY65 million (2Q10 (JPY3 million): JPY22 million)")) == 1


def test_counts_by_day_in_parentheses(read):
    text = " - Lines of over 1Gbps as of Dec 2012: 61 contracts ({}, as of Sep 2012: 60 contracts)"
    text = text.format("as of Dec 2011: 58 contracts")
    assert read(text) == [
        ("Lines", "2012-12-31", "61"),
        ("Lines", "2011-12-31", "58"),
        ("Lines", "2012-09-30", "60"),
    ]
    assert read(text.replace("contracts", "shops")) == []


def test_what_a_change_is_due_to_may_be_anything(read):
    text = "- Revenues: JPY15 million (down JPY12 million YoY, up JPY8 million QoQ mainly due to the start of shops)"
    assert read(text)[1:] == [
        ("SalesChangeAmount", "YearOnYearMember", H1, "-12000000"),
        ("SalesChangeAmount", "QuarterOnQuarterMember", H1, "8000000"),
    ]
    assert read(text.replace("mainly due to the start of shops", "in Europe")) == [
        ("Sales", H1, "15000000"),
        ("SalesChangeAmount", "YearOnYearMember", H1, "-12000000"),
    ]


def test_a_part_in_parentheses_is_that_of_its_whole(read):
    assert read("- Goodwill; JPY57 million (North: JPY22 million)\n- Brand: JPY55 million (North: JPY32 million)") == [
        ("Goodwill", "2011-09-30", "57000000"),
        ("NorthGoodwill", "2011-09-30", "22000000"),
        ("Brand", "2011-09-30", "55000000"),
        ("SouthBrand", "2011-09-30", "32000000"),
    ]
    assert read("- Revenues: JPY57 million (North: JPY22 million)") == [("Sales", H1, "57000000")]


def test_what_a_figure_includes_does_not_narrow_it(read):
    text = "Revenues for 2Q11 ({}) reached over JPY25 million from JPY18 million for 1Q11 & JPY12 million for 4Q10."
    assert read(text.format("including those of grids")) == [
        ("Sales", "MoreThanMember", Q2, "25000000"),
        ("Sales", "2011-04-01/2011-06-30", "18000000"),
        ("Sales", "2011-01-01/2011-03-31", "12000000"),
    ]
    assert read(text.format("excluding those of grids")) == []
    assert read(text.format("in Europe")) == []


# -- below an item of a list


def test_nouns_with_values_belong_to_the_item_above_them(read):
    item, nouns = (
        "- ➤ Repairs: well-done",
        "\n\n Revenues of JPY13.0 million and costs of JPY1.5 million",
    )
    assert read(item + nouns) == [("RepairSales", H1, "13000000"), ("RepairCosts", H1, "1500000")]
    assert read(item + nouns.replace(" Rev", "- Rev")) == []  # an item of its own
    assert read(item + nouns.replace(" Rev", "Rev")) == []
    assert read(item + nouns + " in Europe") == []
    assert read("- ➤ Something went well" + nouns) == []


# -- what a number counts


def test_a_number_of_things_needs_no_word_behind_it(read):
    assert read("The number of contracts for racks reached over 830 as of Sep 2011 (600 as of June 2011).") == [
        ("Racks", "MoreThanMember", "2011-09-30", "830"),
        ("Racks", "2011-06-30", "600"),
    ]
    assert read("Racks reached over 830 as of Sep 2011.") == []


def test_what_is_to_be_reached_is_a_target_of_its_day(read):
    text = "Racks to reach approx. 10,000 contracts{}"
    assert read(text.format(" at the end of FY2011")) == [
        ("Racks", "ForecastMember", "ApproximatelyMember", "2012-03-31", "10000")
    ]
    assert read(text.format("")) == []
    assert read(text.format(" in FY2011")) == []


# -- below a line that is but a subject


def test_a_value_below_a_line_that_a_colon_ends(read):
    assert read("Payments under leases:\n\nJPY791 million") == [("Payments", H1, "-791000000")]
    assert read("- Equity ratio:\n- •Sep 30, 2011: 44.5%\n- •March 31, 2011: 41.5%") == [
        ("Ratio", "2011-09-30", "0.445"),
        ("Ratio", "2011-03-31", "0.415"),
    ]


def test_labels_torn_from_their_values_are_not_paired(read):
    assert read("• Revenues\n\n• Goodwill\n\nJPY472 million\n\nJPY22 million") == []
    assert read("Payments under leases:\n\nCost of something\n\nJPY791 million") == []
    assert read("Payments under leases:\n\nJPY791 million in Europe") == []


TORN = "• Total revenues\nMargin\n\n• Costs of repairs\n\nJPY{} million\n(up {}% YoY)\n\nJPY{} million\n\n"
SAID = "## Statements of income\n\nUnit: JPY billion\n\n\t1H11\t1H10\tYoY\nTotal sales\t47.2\t34.3\t37.7%\n"
SAID += "Total margin\t9.2\t6.8\t35.0%\nCosts of repairs\t2.3\t1.0\t127.7%\n"
YOY = "YearOnYearMember"


@pytest.fixture
def torn(taxonomy):
    """The facts of a headline whose labels stand apart: concept, last parts of its members, value."""

    def reading(*figures, text=TORN):
        found = sorted(facts(report(HEAD + text.format(*figures) + SAID, taxonomy)), key=lambda item: item.span)
        return [
            (item.point.concept, *(member for _, member in item.point.dimensions), f"{item.value:f}")
            for item in found
            if item.status == "inferred"
        ]

    return reading


def test_torn_values_that_a_table_gives_to_one_label_only(torn):
    assert torn("47,207", "37.7", "2,291") == [
        ("Sales", "47207000000"),
        ("SalesChangePercent", YOY, "0.377"),
        ("RepairCosts", "2291000000"),
    ]
    assert torn("47,207", "35.0", "2,291")[1] == ("MarginChangePercent", YOY, "0.350")


def test_torn_values_that_no_table_gives_are_left(torn):
    assert torn("48,207", "36.0", "2,291") == [("RepairCosts", "2291000000")]
    assert torn("48,207", "36.0", "2,991") == []


def test_torn_values_in_another_order_than_their_labels_are_left(torn):
    assert torn("2,291", "127.7", "47,207") == []


def test_torn_values_below_other_words_are_left(torn):
    assert torn("47,207", "37.7", "2,291", text=TORN.replace("Costs of repairs", "Costs of ships")) == []


def test_changes_below_a_line_that_names_their_period(read):
    changes = "- ▶Up 37.7% YoY and down 1.3% QoQ due to the grid"
    assert read("◆2Q11 Revenues\n\n" + changes) == [
        ("SalesChangePercent", "YearOnYearMember", Q2, "0.377"),
        ("SalesChangePercent", "QuarterOnQuarterMember", Q2, "-0.013"),
    ]
    assert read("Revenues\n\n" + changes) == []
    assert read("◆2Q11 Revenues\n\n" + changes.replace("due to", "of")) == []


def test_marks_without_a_space_begin_an_item(read):
    assert read("➤Goodwill JPY3 million\n➤Brand JPY17 million") == [
        ("Goodwill", "2011-09-30", "3000000"),
        ("Brand", "2011-09-30", "17000000"),
    ]


def test_an_item_that_is_complete_does_not_go_on_in_the_next_line(read):
    assert read("- Goodwill: JPY59 million\n Brand: JPY57 million") == [
        ("Goodwill", "2011-09-30", "59000000"),
        ("Brand", "2011-09-30", "57000000"),
    ]


# -- what is no figure


@pytest.fixture
def reasons(taxonomy):
    """Status and reason of each number that is no fact."""

    def reading(text):
        rows = trace(report(HEAD + text, taxonomy), taxonomy)
        return {(row["text"], row["status"], row["reason"]) for row in rows if row["line"] not in ("", "1")}

    return reading


def test_dates_and_titles_of_events_are_no_figures(reasons):
    found = reasons(
        "Date\t\tEvents\nRouters\t10/3\tNew router\n\t10/14\tA service for 200 countries\n4Q\t10/24\tPlans of FY2011\n"
    )
    assert {(status, reason) for _, status, reason in found} == {
        ("not-a-fact", "date or period name"),
        ("not-a-fact", "part of a name"),
    }
    assert ("200", "not-a-fact", "part of a name") in found


def test_what_is_left_of_a_chart_is_no_figure(reasons):
    chart = "1,245 (7.9%)\t1,071 (6.5%)\t1,1\t1,200\n1,325 (8.4%)\t1,269 (7.7%)\t961 2%)\t12\n"
    found = reasons(chart)
    assert {(status, reason) for _, status, reason in found} == {("not-a-fact", "garbled chart")}
    assert len(found) == 13


def test_a_table_that_lost_its_labels_is_no_chart(reasons):
    table = "1,245\t1,071\t1,100\n1,325\t1,269\t961\n"
    assert {status for _, status, _ in reasons(table)} == {"unmapped"}


FLAT = "- 2Q11 margin: JPY4,734 million\n\n"


def test_item_below_one_of_another_period_may_be_of_that(taxonomy):
    page = f"{HEAD}{FLAT}- Total revenues: JPY9,000 million\n"
    assert ("Sales", H1) not in {(fact.point.concept, str(fact.point.period)) for fact in report(page, taxonomy).facts}


def test_item_further_right_has_the_period_of_the_one_above(taxonomy):
    page = f"{HEAD}{FLAT}   - Total revenues: JPY9,000 million\n"
    assert ("Sales", Q2) in {(fact.point.concept, str(fact.point.period)) for fact in report(page, taxonomy).facts}


def test_next_section_has_its_own_period(taxonomy):
    page = f"{HEAD}{FLAT}## 1H FY2011 total sales\n\n- Total revenues: JPY9,000 million\n"
    assert ("Sales", H1) in {(fact.point.concept, str(fact.point.period)) for fact in report(page, taxonomy).facts}


def test_a_japanese_form_in_one_line_is_no_chart(reasons):
    numbers = "2012年3月期 97,315 18.0 6,353 53.6 6,273 60.4 3,641 13.7 2011年3月期 82,418 21.2 4,141 21.5 3,911 19.9"
    found = reasons(f"営業収益 営業利益 百万円 百万円 {numbers}")
    assert "unmapped" in {status for _, status, _ in found}
    assert "garbled chart" not in {reason for _, _, reason in found}
