"""One misprint, one finding: what is wrong, why, and what could be wrong as well."""

import pytest

from iij_xbrl.prove import Finding, prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report

PLACE = """\
places:
- role: Income
  title: {en: Statements of Income, ja: 損益計算書}
  printed: [Summary]
  defaults: {type: monetary, period: duration, balance: credit}
  lines:
  - total: Sales
    en: Total sales
    ja: 売上高
    of:
    - total: Network
      en: Network services
      ja: ネットワーク
      of:
      - Access: {en: Access, ja: 接続}
      - Cloud: {en: Cloud, ja: クラウド}
    - total: Systems
      en: Systems integration
      ja: 構築
      of:
      - Projects: {en: Projects, ja: 案件}
      - Operation: {en: Operation, ja: 運用}
  - Costs: {en: Total costs, ja: 費用, balance: debit}
  - Profit: {en: Operating profit, ja: 営業利益}
  relations:
  - Profit = Sales - Costs
- role: Check
  title: {en: Reconciliation, ja: 調整}
  defaults: {type: monetary, period: duration, balance: credit}
  lines:
  - Profit: {printed: [Operating profit]}
  - Adjustment: {en: Adjustment, ja: 調整額}
  - Result: {en: Adjusted profit, ja: 調整後利益}
  relations:
  - Result = Profit + Adjustment
- role: Results
  title: {en: Results by period, ja: 業績}
  rows: periods
  defaults: {type: monetary, period: duration, balance: credit}
  lines:
  - Access: {printed: [Access]}
  - Cloud: {printed: [Cloud]}
"""
ROWS = {
    "Access": (12345, 13579),
    "Cloud": (23456, 24680),
    "Network services": (35801, 38259),
    "Projects": (4567, 5791),
    "Operation": (56789, 58246),
    "Systems integration": (61356, 64037),
    "Total sales": (97157, 102296),
    "Total costs": (81234, 84567),
    "Operating profit": (15923, 17729),
}


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("income"), PLACE)


def statement(title: str = "Statements of Income", scale: str = "Thousands of JPY", **changed: tuple[int, int]) -> str:
    rows = ROWS | {label.replace("_", " "): figures for label, figures in changed.items()}
    lines = "".join(f"{label}\t{one:,}\t{other:,}\n" for label, (one, other) in rows.items())
    return f"{title}\n\n\t1H10\t1H11\n\t{scale}\t{scale}\n{lines}\n"


def found(taxonomy: Taxonomy, page: str, severity: str = "error") -> list[Finding]:
    return [item for item in prove(report(page, taxonomy), taxonomy) if item.severity == severity]


def suspects(finding: Finding) -> list[str]:
    return [occurrence.text for occurrence in finding.likeliest]


def test_a_page_that_adds_up_has_no_findings(taxonomy):
    assert prove(report(statement(), taxonomy), taxonomy) == ()


def test_of_the_figures_of_failed_sums_the_one_that_explains_all_is_named(taxonomy):
    (finding,) = found(taxonomy, statement(Network_services=(38501, 38259)))
    assert (suspects(finding), finding.cause, finding.expected) == (["38,501"], "digits transposed", "35,801")
    assert (finding.code, finding.ties) == ("open-relation", 1)


def test_figures_that_nothing_tells_apart_are_tied(taxonomy):
    (finding,) = found(taxonomy, statement(Access=(12385, 13579)))
    assert set(suspects(finding)) == {"12,385", "23,456"}
    assert finding.ties == 2


def test_two_misprints_in_one_net_of_sums_are_two_findings(taxonomy):
    page = statement(Network_services=(38501, 38259), Systems_integration=(67356, 64037))
    assert sorted((suspects(item), item.expected) for item in found(taxonomy, page)) == [
        (["38,501"], "35,801"),
        (["67,356"], "61,356"),
    ]


def test_a_figure_that_other_places_print_too_is_no_suspect(taxonomy):
    summary = "Summary\n\n\t1H10\n\tJPY millions\nCloud\t23\n\n"
    (finding,) = found(taxonomy, statement(Access=(72345, 13579)) + summary)
    assert suspects(finding) == ["72,345"]


def test_the_figure_whose_relations_fail_is_wrong_and_not_the_one_that_contradicts_it(taxonomy):
    summary = "Summary\n\n\t1H10\n\tJPY millions\nNetwork services\t36\n\n"
    (finding,) = found(taxonomy, statement(Network_services=(85801, 38259)) + summary)
    assert (finding.code, suspects(finding), finding.expected) == ("inconsistent-duplicate", ["85,801"], "35,801")


def test_the_coarser_of_two_figures_is_suspected_first_where_nothing_else_tells(taxonomy):
    page = "Statements of Income\n\n\t1H10\n\tThousands of JPY\nCloud\t23,456\n\n"
    page += "Summary\n\n\t1H10\n\tJPY millions\nCloud\t28\n"
    (finding,) = found(taxonomy, page)
    assert [occurrence.text for occurrence in finding.suspects] == ["28", "23,456"]
    assert (suspects(finding), finding.ties) == (["28"], 1)


def test_neighbours_that_were_swapped_are_one_finding(taxonomy):
    (finding,) = found(taxonomy, statement(Network_services=(4567, 38259), Projects=(35801, 5791)))
    assert (finding.cause, set(suspects(finding))) == ("cells swapped", {"35,801", "4,567"})


def test_a_row_whose_periods_were_swapped_is_one_finding(taxonomy):
    (finding,) = found(taxonomy, statement(Network_services=(38259, 35801)))
    assert (finding.cause, set(suspects(finding))) == ("cells swapped", {"38,259", "35,801"})


def test_columns_with_each_others_label_are_one_finding(taxonomy):
    summary = statement("Summary", "JPY millions", **dict.fromkeys(ROWS, (0, 0)))
    for label, (one, other) in ROWS.items():
        summary = summary.replace(f"{label}\t0\t0", f"{label}\t{round(one / 1000)}\t{round(other / 1000)}")
    assert found(taxonomy, statement() + summary) == []
    (finding,) = found(taxonomy, statement() + summary.replace("\t1H10\t1H11", "\t1H11\t1H10"))
    assert (finding.code, finding.cause) == ("wrong-period-label", "label")
    assert finding.expected == "2010-04-01/2010-09-30 and 2011-04-01/2011-09-30"
    assert {"97", "102", "81", "85"} <= {item.text for item in finding.suspects}


def test_the_figure_of_the_column_beside_is_a_shifted_column(taxonomy):
    (finding,) = found(taxonomy, statement(Network_services=(38259, 38259)))
    assert (finding.cause, suspects(finding), finding.expected) == ("shifted column", ["38,259"], "35,801")


def test_the_figure_of_another_period_elsewhere_is_a_stale_comparative(taxonomy):
    summary = "Summary\n\n\t1H11\n\tThousands of JPY\nNetwork services\t35,801\n\n"
    (finding,) = found(taxonomy, statement() + summary)
    assert (finding.cause, suspects(finding), finding.expected) == ("stale comparative", ["35,801"], "38,259")


def test_a_row_that_is_contradicted_for_every_period_is_one_finding(taxonomy):
    page = statement() + "Summary\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\nCloud\t28\t28\n\n"
    (finding,) = found(taxonomy, page)
    assert (finding.cause, suspects(finding)) == ("label", ["28", "28"])


def test_a_figure_that_a_row_repeats_wrongly_is_one_finding(taxonomy):
    page = statement(Cloud=(12345, 13579), Network_services=(24690, 27158), Total_sales=(86046, 91195))
    page = page.replace("81,234", "70,123").replace("84,567", "73,466")
    assert prove(report(page, taxonomy), taxonomy) == ()
    results = "Results by period\n\n\tAccess\tCloud\n\tThousands of JPY\tThousands of JPY\n{}\t12,435\t12,435\n"
    (finding,) = found(taxonomy, page + results.format("Six months ended September 30, 2010"))
    assert (finding.cause, suspects(finding), finding.expected) == ("digits transposed", ["12,435"] * 2, "12,345")


def test_a_table_that_agrees_with_itself_contradicts_the_others_once(taxonomy):
    rows = "Operating profit\t14,444\nAdjustment\t1,000\nAdjusted profit\t15,444\n"
    page = statement() + f"Reconciliation\n\n\t1H10\n\tThousands of JPY\n{rows}"
    (finding,) = found(taxonomy, page)
    assert (finding.code, suspects(finding), finding.expected) == ("inconsistent-duplicate", ["14,444"], "15,923")


def test_a_last_digit_is_suspicious_where_so_many_other_sums_are_exact_that_it_is_no_chance(taxonomy):
    earlier = (statement().replace("1H10", f"1H0{year}").replace("1H11", f"1H0{year + 1}") for year in (4, 6, 8))
    page = statement(Network_services=(35802, 38259)) + "".join(earlier)
    assert found(taxonomy, page) == []
    (finding,) = found(taxonomy, page, "warning")
    assert (finding.code, suspects(finding), finding.expected) == ("inexact-sum", ["35,802"], "35,801")


def test_a_few_exact_sums_do_not_tell_that_others_are_no_rounding(taxonomy):
    """Of figures rounded one by one, three sums of four are exact."""
    assert found(taxonomy, statement(Network_services=(35802, 38259)), "warning") == []


COSTS = "Total costs\t81,234\t84,567\n"


def test_a_row_that_is_no_line_has_the_figures_of_one(taxonomy):
    page = (
        statement()
        + "Summary\n\n\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nCloudy skies\t23,456\t24,680\n"
        + COSTS
    )
    (finding,) = found(taxonomy, page, "warning")
    assert (finding.code, finding.expected) == ("wrong-line-label", "Cloud")
    assert [item.text for item in finding.unread] == ["23,456", "24,680"]


def test_a_row_that_shares_one_figure_with_a_line_is_not_that_line(taxonomy):
    page = (
        statement()
        + "Summary\n\n\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\nCloudy skies\t23,456\t24,681\n"
        + COSTS
    )
    assert found(taxonomy, page, "warning") == []
