"""What is damaged is recovered where the evidence allows one reading: an order that adds up, or the same elsewhere.

What is recovered is marked as inferred, with the evidence; without evidence a figure stays unmapped.
"""

from iij_xbrl.facts import Occurrence
from iij_xbrl.reasons.base import said
from iij_xbrl.reasons.evidence import LabelContradicted, PointForComma, RowsInOrder
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from support import facts, report, unmapped, values

HALF = "2011-04-01/2011-09-30"
LAST = "2010-04-01/2010-09-30"
SOUND = """\
Statements of Income

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
Network services:\t\t
WAN services\t3,297,421\t12,701,727
Outsourcing services\t7,095,752\t8,412,015
Total\t10,393,173\t21,113,742
Systems integration:\t\t
Systems construction\t4,498,738\t5,194,343
Systems operation and maintenance\t8,488,261\t9,519,839
Total\t12,986,999\t14,714,182
Total revenues\t23,380,172\t35,827,924
"""


def one(found: Report, concept: str, period: str = HALF) -> Occurrence:
    (fact,) = [item for item in facts(found) if item.point.concept == concept and str(item.point.period) == period]
    return fact


def slipped(total: str) -> str:
    """The figures of two lines in three rows, one of them without a label, above a total."""
    page = SOUND.replace("12,701,727", "").replace("Outsourcing services\t", "\t\t12,701,727\nOutsourcing services\t")
    return page.replace("21,113,742", total)


def test_as_many_figures_as_lines_that_add_up_are_those_lines_in_order(taxonomy: Taxonomy):
    fact = one(report(slipped("21,113,742"), taxonomy), "WanRevenue")
    assert (fact.text, fact.status) == ("12,701,727", "inferred")
    assert said(fact.reason, RowsInOrder)


def test_as_many_figures_as_lines_that_do_not_add_up_are_not_read(taxonomy: Taxonomy):
    found = report(slipped("21,113,743"), taxonomy)
    assert unmapped(found) == {"12,701,727": "the row has no label"}
    assert HALF not in values(found, "WanRevenue")


def test_what_is_not_damaged_stays_a_fact_beside_what_is_inferred(taxonomy: Taxonomy):
    found = report(slipped("21,113,742"), taxonomy)
    assert one(found, "OutsourcingRevenue").status == "fact"
    assert one(found, "NetworkRevenue").status == "fact"


def test_a_comma_misread_as_a_point_is_read_where_the_sum_closes(taxonomy: Taxonomy):
    fact = one(report(SOUND.replace("5,194,343", "5,194.343"), taxonomy), "ConstructionRevenue")
    assert (f"{fact.value}", fact.status, fact.decimals) == ("5194343000", "inferred", -3)
    assert said(fact.reason, PointForComma)


def test_what_stands_for_nothing_is_left_out_below_a_unit_in_front_of_the_table_too(taxonomy: Taxonomy):
    heads = "\tThousands of JPY\tThousands of JPY\n"
    page = slipped("12,701,727").replace("8,412,015", "404.470").replace("35,827,924", "27,415,909")
    for text in (page, page.replace(heads, "").replace("Income\n", "Income\n\n(Thousands of JPY)\n")):
        fact = one(report(text, taxonomy), "WanRevenue")
        assert (fact.text, fact.status) == ("12,701,727", "inferred")


ELSEWHERE = """

Statements of Cash Flows

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
Total revenues\t23,380,172\t{again}
Total costs\t20,000,000\t30,000,000
Interest expense\t(118,348)\t(154,689)
"""
RUN_TOGETHER = SOUND.replace("23,380,172\t35,827,924", "23,380,172 35,827,924\t")


def test_figures_run_together_are_told_apart_where_the_same_figures_stand_elsewhere(taxonomy: Taxonomy):
    found = report(RUN_TOGETHER + ELSEWHERE.format(again="35,827,924"), taxonomy)
    inferred = {item.text for item in facts(found) if item.point.concept == "Revenues" and item.status == "inferred"}
    assert inferred == {"23,380,172", "35,827,924"}


def test_figures_run_together_are_not_read_against_what_stands_elsewhere(taxonomy: Taxonomy):
    found = report(RUN_TOGETHER + ELSEWHERE.format(again="35,827,000"), taxonomy)
    assert {item.text for item in facts(found) if item.point.concept == "Revenues" and item.status == "inferred"} == {
        "23,380,172"
    }


def test_a_label_that_the_sum_contradicts_is_not_believed():
    """The misprint of 1H11: the investing total labelled as the financing one."""
    from iij_xbrl.pipeline import load_taxonomy

    found = report(MISPRINTED, load_taxonomy())
    total = one(found, "NetCashFromInvestingActivities")
    assert (total.text, total.status) == ("(5,358,132)", "inferred")
    assert said(total.reason, LabelContradicted)
    assert values(found, "NetCashFromFinancingActivities") == {}


MISPRINTED = """\
Quarterly Consolidated Statements of Cash Flows

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
INVESTING ACTIVITIES:\t\t
Purchase of property and equipment\t(2,163,732)\t(3,381,430)
Purchase of other investments\t(100,000)\t(1,956,115)
Other\t(20,622)\t(20,587)
Net cash used in financing activities\t(2,284,354)\t(5,358,132)
"""
