"""Of a row that is printed twice, once misread, a figure counts only where something else on the page bears it out."""

import pytest

from iij_xbrl.facts import Occurrence
from iij_xbrl.reasons.base import both, part, said
from iij_xbrl.reasons.evidence import AgreesWith, PeriodContradicted, PointForComma, PrintedTwice, RelationHolds
from iij_xbrl.reasons.no_figures import CopyOfRow
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, facts, report, unmapped

PLACES = """\
places:
- role: Income
  title: {en: Statements of Income, ja: 損益計算書}
  defaults: {type: monetary, period: duration}
  lines:
  - Sales: {en: Sales of the half, ja: 売上高, balance: credit}
  - Costs: {en: Costs of the half, ja: 費用, balance: debit}
- role: Results
  title: {en: Results by period, ja: 業績}
  rows: periods
  defaults: {type: monetary, period: duration}
  lines:
  - Sales: {printed: [Sales], derive: [change-percent]}
  - Profit: {en: Profit, ja: 利益, balance: credit}
  relations:
  - Profit = Sales - Costs
  - "SalesChangePercent[YearOnYearMember] = Sales / Sales[prior] - 1"
"""
STATEMENT = """\
Statements of Income

\t1H08\t1H09
\tThousands of JPY\tThousands of JPY
Sales of the half\t33,253,841\t32,275,024
Costs of the half\t32,253,841\t31,109,024

"""
TABLE = """\
Results by period (% shown is YoY change)

\tSales\t\tProfit
\tJPY millions\t%\tJPY millions
Six months ended\t{sales}\t{change}\t{profit}
September 30, 2009\t32,273\t(2.0)\t1,100
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("copies"), PLACES)


def doubled(
    taxonomy: Taxonomy, sales: str = "32,275", change: str = "(2.9)", profit: str = "1,166", year: str = "2009"
) -> tuple[dict[str, Occurrence], dict[str, str]]:
    """The facts of the doubled row by their text, and the reasons of what is not mapped."""
    table = TABLE.replace("30, 2009", f"30, {year}").format(sales=sales, change=change, profit=profit)
    found = report(STATEMENT + table, taxonomy)
    return {fact.text: fact for fact in facts(found) if fact.span.origin.line > 8}, unmapped(found)


def test_a_figure_that_is_printed_elsewhere_is_inferred(taxonomy):
    read, _ = doubled(taxonomy)
    assert (read["32,275"].status, said(read["32,275"].reason, PrintedTwice)) == ("inferred", True)
    assert part(read["32,275"].reason, AgreesWith).at.line == 5


def test_a_figure_that_a_relation_gives_is_inferred(taxonomy):
    read, _ = doubled(taxonomy)
    change = "SalesChangePercent[ChangeBasisAxis=YearOnYearMember] = Sales / Sales[prior] - 1"
    assert read["(2.9)"].reason == both(PrintedTwice(), RelationHolds(change))
    assert read["1,166"].reason == both(PrintedTwice(), RelationHolds("Profit = Sales - Costs"))


@pytest.mark.parametrize("wrong", [{"sales": "32,375"}, {"change": "(3.9)"}, {"profit": "1,266"}])
def test_a_figure_that_nothing_bears_out_is_unmapped(taxonomy, wrong):
    read, reasons = doubled(taxonomy, **wrong)
    (printed,) = wrong.values()
    assert printed not in read
    assert reasons[printed] == "printed twice, once misread, and nothing tells which is right"


def test_a_point_is_a_comma_where_only_that_is_borne_out(taxonomy):
    read, _ = doubled(taxonomy, profit="1.166")
    assert (f"{read['1.166'].value:f}", read["1.166"].decimals) == ("1166000000", -6)
    assert said(read["1.166"].reason, PointForComma)


def test_the_copies_are_explained(taxonomy):
    found = report(STATEMENT + TABLE.format(sales="32,275", change="(2.9)", profit="1,166"), taxonomy)
    copies = [item.text for item in found.leftovers if said(item.reason, CopyOfRow)]
    assert copies == ["32,273", "(2.0)", "1,100"]


def test_a_doubled_row_of_the_wrong_period_is_that_of_its_figures(taxonomy):
    read, reasons = doubled(taxonomy, change="(9.9)", year="2007")
    periods = {text: str(fact.point.period) for text, fact in read.items()}
    assert periods == dict.fromkeys(["32,275", "1,166"], "2009-04-01/2009-09-30")
    contradicted = part(read["1,166"].reason, PeriodContradicted)
    assert (contradicted.of, contradicted.said) == ("row", "2007-04-01/2007-09-30")
    assert reasons["(9.9)"] == "printed twice, once misread, and nothing tells which is right"


def test_one_figure_does_not_tell_the_period_of_a_doubled_row(taxonomy):
    read, _ = doubled(taxonomy, change="(9.9)", profit="1,266", year="2007")
    assert read == {}
