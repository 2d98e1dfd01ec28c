"""A row of a period that the figures contradict: it is the row of the period that prints them elsewhere."""

import pytest

from iij_xbrl.prove import prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report, values

PLACES = """\
places:
- role: Balances
  title: {en: Balance Sheets, ja: 貸借対照表}
  printed: [Summary of balances]
  defaults: {type: monetary, period: instant, balance: debit}
  lines:
  - Assets: {en: Total assets, ja: 資産合計}
  - Equity: {en: Total equity, ja: 純資産, balance: credit}
  - Loans: {en: Bank loans, ja: 借入金, balance: credit}
  - Cash: {en: Cash on hand, ja: 現金}
  - Land: {en: Land owned, ja: 土地}
- role: Position
  title: {en: Financial position, ja: 財政状態}
  rows: periods
  defaults: {type: monetary, period: instant, balance: debit}
  lines:
  - Assets: {printed: [Total assets]}
  - Equity: {printed: [Total equity]}
  - Loans: {printed: [Bank loans]}
  - Cash: {printed: [Cash on hand]}
  - Land: {printed: [Land owned]}
"""
PAGE = """\
Balance Sheets

\tMarch 31, 2009\tSeptember 30, 2009
\tThousands of JPY\tThousands of JPY
Total assets\t52,301,199\t51,389,402
Total equity\t25,169,184\t25,640,526
Bank loans\t13,431,111\t14,520,222
Cash on hand\t10,045,333\t11,034,444
Land owned\t7,031,555\t8,042,666

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


COLUMNS = """\
Summary of balances

\tMarch 31, 2009\t{}
\tJPY millions\tJPY millions
Total assets\t52,301\t51,389
Total equity\t25,169\t25,641
"""


def test_a_column_of_a_period_that_the_release_has_nothing_else_of_is_that_of_its_figures(taxonomy):
    statement = PAGE.partition("Financial position")[0]
    assert "wrong-period-label" not in codes_of(taxonomy, statement + COLUMNS.format("September 30, 2009"))
    found = report(statement + COLUMNS.format("September 30, 2010"), taxonomy)
    assert set(values(found, "Assets")) == {"2009-03-31", "2009-09-30"}
    assert codes_of(taxonomy, statement + COLUMNS.format("September 30, 2010")) == ["wrong-period-label"]


def codes_of(taxonomy: Taxonomy, page: str) -> list[str]:
    return [item.code for item in prove(report(page, taxonomy), taxonomy) if item.severity == "error"]


WIDE = """\
Financial position

\tTotal assets\tTotal equity\tBank loans\tCash on hand\tLand owned
\tJPY millions\tJPY millions\tJPY millions\tJPY millions\tJPY millions
Fiscal year ended March 31, 2009\t{}
"""


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("53,301\t25,169\t13,341\t10,045\t7,032", {"inconsistent-duplicate"}),  # two misprints among five figures
        ("53,301\t26,169\t13,341\t10,045\t8,032", {"wrong-period-label"}),  # four, and no period that fits
    ],
)
def test_a_row_is_doubted_where_more_figures_speak_against_its_period_than_for_it(taxonomy, row, codes):
    statement = PAGE.partition("Financial position")[0]
    found = prove(report(statement + WIDE.format(row), taxonomy), taxonomy)
    assert {item.code for item in found if item.severity != "rounding"} == codes


def test_a_row_of_its_own_period_stays(taxonomy):
    assert read(taxonomy, "March 31, 2009")[1] == []
