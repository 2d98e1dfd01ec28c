"""A row of a period that the figures contradict: it is the row of the period that prints them elsewhere."""

import pytest

from iij_xbrl.prove import prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report, values

PLACES = """\
places:
- role: Balances
  title: {en: Balance Sheets, ja: 貸借対照表}
  defaults: {type: monetary, period: instant, balance: debit}
  lines:
  - Assets: {en: Total assets, ja: 資産合計}
  - Equity: {en: Total equity, ja: 純資産, balance: credit}
- role: Position
  title: {en: Financial position, ja: 財政状態}
  rows: periods
  defaults: {type: monetary, period: instant, balance: debit}
  lines:
  - Assets: {printed: [Total assets]}
  - Equity: {printed: [Total equity]}
"""
PAGE = """\
Balance Sheets

\tMarch 31, 2009\tSeptember 30, 2009
\tThousands of JPY\tThousands of JPY
Total assets\t52,301,199\t51,389,402
Total equity\t25,169,184\t25,640,526

Financial position

\tTotal assets\tTotal equity
\tJPY millions\tJPY millions
Six months ended September 30, 2009\t51,389\t25,641
Fiscal year ended {period}\t{assets}\t{equity}
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("balances"), PLACES)


def read(
    taxonomy: Taxonomy, period: str, assets: str = "52,301", equity: str = "25,169"
) -> tuple[dict[str, str], list]:
    found = report(PAGE.format(period=period, assets=assets, equity=equity), taxonomy)
    codes = [item.code for item in prove(found, taxonomy) if item.severity == "error"]
    return values(found, "Assets"), codes


def test_figures_of_another_period_are_that_periods_though_the_release_has_nothing_else_of_the_label(taxonomy):
    assets, codes = read(taxonomy, "March 31, 2008")
    assert set(assets) == {"2009-03-31", "2009-09-30"}
    assert codes == ["wrong-period-label"]


def test_figures_that_the_release_prints_nowhere_else_are_of_the_period_that_the_row_says(taxonomy):
    assets, codes = read(taxonomy, "March 31, 2008", "49,301", "24,169")
    assert (assets["2008-03-31"], codes) == ("49301000000", [])


def test_one_figure_that_another_period_has_too_proves_nothing(taxonomy):
    assets, codes = read(taxonomy, "March 31, 2008", "52,301", "24,169")
    assert (assets["2008-03-31"], codes) == ("52301000000", [])


def test_figures_of_a_period_that_another_row_names_may_be_the_same_in_both(taxonomy):
    assets, codes = read(taxonomy, "March 31, 2008", "51,389", "25,641")
    assert (assets["2008-03-31"], codes) == ("51389000000", [])


def test_a_row_of_its_own_period_stays(taxonomy):
    assert read(taxonomy, "March 31, 2009")[1] == []
