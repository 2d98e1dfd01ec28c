"""Which line of the taxonomy a row is: by its label, by its block, by its order."""

import pytest

from iij_xbrl.reasons.render import sentence
from support import facts, report, unmapped, unmapped_rows, values

HEADER = """\
Statements of Income

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
"""
SPAN = "2011-04-01/2011-09-30"

STATEMENT = (
    HEADER
    + """\
REVENUES:\t\t
Network services:\t\t
WAN services\t3,297,421\t12,701,727
Outsourcing services\t7,095,752\t8,412,015
Total\t10,393,173\t21,113,742
Systems integration:\t\t
Systems construction\t4,498,738\t5,194,343
Systems operation and maintenance\t8,488,261\t9,519,839
Total\t12,986,999\t14,714,182
Total revenues\t23,380,172\t35,827,924
Network services\t16,802,569\t25,045,706
Systems integration\t9,858,693\t11,726,201
Total costs\t26,661,262\t36,771,907
"""
)


def labelled(found, concept):
    return [(occurrence.label, occurrence.text) for occurrence in facts(found) if occurrence.point.concept == concept]


def test_a_whole_statement_has_no_figure_left_over(taxonomy):
    found = report(STATEMENT, taxonomy)
    assert unmapped(found) == {}
    assert len(list(facts(found))) == 20


def test_total_closes_the_block_above_it(taxonomy):
    found = report(STATEMENT, taxonomy)
    assert values(found, "NetworkRevenue")[SPAN] == "21113742000"
    assert values(found, "SystemsRevenue")[SPAN] == "14714182000"


def test_a_repeated_label_is_revenue_above_the_total_of_revenues_and_cost_below(taxonomy):
    found = report(STATEMENT, taxonomy)
    assert values(found, "NetworkCosts")[SPAN] == "25045706000"
    assert values(found, "NetworkRevenue")[SPAN] == "21113742000"


def test_a_line_may_be_missing(taxonomy):
    shorter = STATEMENT.replace("WAN services\t3,297,421\t12,701,727\n", "")
    found = report(shorter, taxonomy)
    assert values(found, "WanRevenue") == {}
    assert values(found, "NetworkRevenue")[SPAN] == "21113742000"


def test_rows_in_another_order_within_their_block_are_found(taxonomy):
    first, second = STATEMENT.index("WAN services"), STATEMENT.index("Outsourcing")
    third = STATEMENT.index("Total\t")
    swapped = STATEMENT[:first] + STATEMENT[second:third] + STATEMENT[first:second] + STATEMENT[third:]
    found = report(swapped, taxonomy)
    assert values(found, "WanRevenue")[SPAN] == "12701727000"
    assert values(found, "OutsourcingRevenue")[SPAN] == "8412015000"


def test_a_label_over_two_rows_is_one_label(taxonomy):
    found = report(
        STATEMENT.replace("Systems operation and maintenance\t", "Systems operation\t\t\nand maintenance\t"), taxonomy
    )
    assert values(found, "MaintenanceRevenue")[SPAN] == "9519839000"


def test_the_words_of_direction_do_not_matter_for_an_effect(taxonomy):
    found = report(
        HEADER + "Total revenues\t34,272,080\t47,206,508\nForeign exchange losses\t(17,448)\t(9,358)", taxonomy
    )
    assert values(found, "ExchangeGain")[SPAN] == "-9358000"


def test_a_misread_letter_in_a_long_label_is_inferred(taxonomy):
    found = report(
        STATEMENT.replace("Systems operation and maintenance", "Systems operatlon and maintenance"), taxonomy
    )
    (one, two) = [occurrence for occurrence in facts(found) if occurrence.point.concept == "MaintenanceRevenue"]
    assert {one.status, two.status} == {"inferred"}
    why = sentence(one.reason).lower()
    assert "systems operation" in why or "system operation" in why


def test_an_unknown_label_is_not_mapped_and_names_its_nearest(taxonomy):
    found = report(STATEMENT.replace("Total costs", "Total coasts and gifts"), taxonomy)
    reason = unmapped(found)["36,771,907"]
    assert reason.startswith("no line of Income has this label")


def test_the_nearest_label_is_named_with_its_concept(taxonomy):
    found = report(STATEMENT.replace("Systems construction", "Systems reconstruction"), taxonomy)
    assert "ConstructionRevenue" in unmapped(found)["5,194,343"]


def test_a_row_that_fits_two_lines_equally_is_ambiguous(taxonomy):
    rows = (
        "Total revenues\t34,272,080\t47,206,508\nTotal costs\t27,430,541\t37,970,948\nInterest expense\t(118)\t(154)\n"
    )
    found = report(HEADER + "Total\t20,685,955\t31,320,754\n" + rows, taxonomy)
    assert unmapped(found)["31,320,754"] == "ambiguous: NetworkRevenue or SystemsRevenue"


def test_a_figure_on_a_heading_row_is_no_fact(taxonomy):
    found = report(STATEMENT.replace("REVENUES:\t\t", "REVENUES:\t6,940,955\t7,276,865"), taxonomy)
    assert "heading" in unmapped(found)["7,276,865"]


def test_a_row_without_a_label_is_not_mapped(taxonomy):
    found = report(STATEMENT + "\t999\t888\n", taxonomy)
    assert unmapped(found)["888"] == "the row has no label"


def test_a_table_of_other_things_is_none_of_the_taxonomy(taxonomy):
    found = report("Staff\n\n\t1H10\t1H11\nEngineers\t400\t500\nSales people\t90\t80\n", taxonomy)
    assert set(unmapped(found).values()) == {"the table is not one of the taxonomy's"}


def test_a_table_without_labels_is_not_guessed(taxonomy):
    found = report(HEADER + "5,164\t5,072\t(1.8%)\n1,005\t1,166\t16.0%\n766\t1,026\t33.9%", taxonomy)
    assert list(facts(found)) == []
    assert set(unmapped(found).values()) >= {"the table has lost its label column"}


def test_a_table_continued_without_its_title_is_still_the_same_place(taxonomy):
    head, tail = STATEMENT.split("Total revenues")
    continued = f"{head}\n\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nTotal revenues{tail}"
    found = report(continued, taxonomy)
    assert values(found, "Costs")[SPAN] == "36771907000"
    assert unmapped(found) == {}


@pytest.mark.parametrize("title", ["Statements of Income", "STATEMENTS OF INCOME (Unaudited)", "Selected data"])
def test_most_of_the_rows_tell_the_place_whatever_the_title(taxonomy, title):
    found = report(STATEMENT.replace("Statements of Income", title), taxonomy)
    assert values(found, "Revenues")[SPAN] == "35827924000"


def test_every_figure_is_a_fact_or_has_a_reason(taxonomy):
    found = report(STATEMENT.replace("WAN services", "Wide services").replace("14,714,182", "14,714 182"), taxonomy)
    accounted = [occurrence.span for occurrence in facts(found)] + [row.span for row in unmapped_rows(found)]
    assert len(accounted) == len(set(accounted)) == 21
    assert all(row.reason for row in unmapped_rows(found))


SELECTED = """\
Selected data

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
Systems construction\t4,498,738\t5,194,343
Total revenues\t34,272,080\t47,206,508
Total costs\t26,661,262\t36,771,907
{label}\t1,473,000\t9,102,084
"""


def test_a_row_of_another_place_is_read_by_a_name_that_all_the_taxonomy_knows_once(taxonomy):
    found = report(SELECTED.format(label="Net cash provided by operating activities"), taxonomy)
    assert values(found, "OperatingCash")[SPAN] == "9102084000"


@pytest.mark.parametrize("label", ["Total", "Balance", "Net cash provided by operating activities of others"])
def test_a_row_of_another_place_is_not_read_by_a_name_that_tells_too_little(taxonomy, label):
    found = report(SELECTED.format(label=label), taxonomy)
    assert {row.text for row in unmapped_rows(found)} == {"1,473,000", "9,102,084"}
