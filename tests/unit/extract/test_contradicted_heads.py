"""Heads and titles that say two times: the part of a year that they name together, or none."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse, read

ISSUED = (
    'Internet Initiative Japan Inc. announced its results for the first half ended September 30, 2011 ("1H11").\n\n'
)
JAPANESE = """\
平成24年3月期 第2四半期決算短信〔米国会計基準〕(連結)

株式会社インターネットイニシアティブ 東証 コード番号 3774

"""
HALVES = {"2010-04-01/2010-09-30", "2011-04-01/2011-09-30"}


def periods_of(page: str) -> set[str]:
    facts = report_of(parse(page, "release"), load_taxonomy()).facts
    return {str(fact.point.period) for fact in facts if fact.occurrence.text in ("33,100", "45,800")}


def english(upper: str, lower: str) -> set[str]:
    left, _, right = upper.partition("|")
    first, _, second = lower.partition("|")
    return periods_of(
        f"{ISSUED}### Operating Results Summary\n\n| | {left} | {right} |\n|---|---:|---:|\n| | {first} | {second} |\n"
        "| | JPY millions | JPY millions |\n| Total Revenues | 33,100 | 45,800 |\n"
        "| Operating Income | 1,180 | 2,310 |\n"
    )


def japanese(upper: str, lower: str, title: str = "連結経営成績") -> set[str]:
    left, _, right = upper.partition("|")
    first, _, second = lower.partition("|")
    heads = f"| | {left} | {right} |\n|---|---:|---:|\n" + (f"| | {first} | {second} |\n" if lower else "")
    rows = "| | 百万円 | 百万円 |\n| 営業収益 | 33,100 | 45,800 |\n| 営業利益 | 1,180 | 2,310 |\n"
    return periods_of(f"{JAPANESE}## {title}\n\n{heads}{rows}")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Full year|Full year", "Six months ended September 30, 2010|Six months ended September 30, 2011"),
        ("Full year|", "Six months ended September 30, 2010|Six months ended September 30, 2011"),
        ("Full year|Full year", "Apr-Sep 2010|Apr-Sep 2011"),
        ("Nine months|Nine months", "1H10|1H11"),
        ("Current period|Previous period", "1H10|1H11"),
    ],
)
def test_english_heads_that_contradict_each_other_name_no_period(upper, lower):
    assert not english(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Six months ended|Six months ended", "September 30, 2010|September 30, 2011"),
        ("First Half|First Half", "1H10|1H11"),
        ("2010|2011", "1H10|1H11"),
        ("Year ended March 31, 2011|Year ending March 31, 2012", "First half|First half"),
    ],
)
def test_english_heads_that_agree_name_their_period(upper, lower):
    assert english(upper, lower) == HALVES


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("第3四半期累計|第3四半期累計", "前第2四半期連結累計期間|当第2四半期連結累計期間"),
        ("通期|通期", "平成23年3月期第2四半期累計|平成24年3月期第2四半期累計"),
        (
            "前第3四半期連結累計期間|当第3四半期連結累計期間",
            "自 平成22年4月1日 至 平成22年9月30日|自 平成23年4月1日 至 平成23年9月30日",
        ),
        ("平成23年3月期|平成24年3月期", "当第2四半期連結累計期間|前第2四半期連結累計期間"),
        ("当期|前期", "平成23年3月期第2四半期累計|平成24年3月期第2四半期累計"),
    ],
)
def test_japanese_heads_that_contradict_each_other_name_no_period(upper, lower):
    assert not japanese(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("第2四半期累計|第2四半期累計", "平成23年3月期|平成24年3月期"),
        ("平成23年3月期|平成24年3月期", "第2四半期累計|第2四半期累計"),
        (
            "前第2四半期連結累計期間|当第2四半期連結累計期間",
            "自 平成22年4月1日 至 平成22年9月30日|自 平成23年4月1日 至 平成23年9月30日",
        ),
        ("前期|当期", "平成23年3月期第2四半期累計|平成24年3月期第2四半期累計"),
    ],
)
def test_japanese_heads_that_agree_name_their_period_in_either_order(upper, lower):
    assert japanese(upper, lower) == HALVES


@pytest.mark.parametrize("title", ["下期", "第3四半期の業績", "10月～12月"])
def test_columns_of_years_below_a_title_of_a_part_are_of_no_known_period(title):
    assert not japanese("平成23年3月期|平成24年3月期", "", title)
    assert japanese("平成23年3月期|平成24年3月期", "", "連結経営成績") == {"2010-04-01/2011-03-31"}


def test_a_month_beside_a_head_of_others_does_not_take_their_period(tmp_path):
    path = tmp_path / "release.html"
    path.write_text(
        "<h1>Internet Initiative Japan Inc.</h1><h2>Operating Results Summary</h2><table>"
        '<tr><th></th><th colspan="2">Second quarter</th><th>July 2011</th></tr>'
        "<tr><th></th><th>2Q10</th><th>2Q11</th><th></th></tr>"
        "<tr><td></td><td>JPY millions</td><td>JPY millions</td><td>JPY millions</td></tr>"
        "<tr><td>Total Revenues</td><td>17,300</td><td>24,100</td><td>7,900</td></tr></table>",
        "utf-8",
    )
    found = {fact.occurrence.text for fact in report_of(read(path), load_taxonomy()).facts}
    assert found == {"17,300", "24,100"}


@pytest.mark.parametrize(
    "title",
    [
        "## Fiscal Year 2009\n\n### Operating Results Summary\n\n",
        "## Results for Fiscal 2009\n\n### Operating Results Summary\n\n",
        "### Operating Results Summary\n\nfor fiscal 2009\n\n",
        "## Second Half\n\n### Operating Results Summary\n\n",
    ],
)
def test_a_title_of_another_year_or_part_leaves_columns_without_a_year_open(title):
    rows = "\tFirst half\n\tJPY millions\nTotal Revenues\t45,800\nOperating Income\t2,310\n"
    assert not periods_of(f"{ISSUED}{title}{rows}")
    assert periods_of(f"{ISSUED}## Fiscal Year 2011\n\n### Operating Results Summary\n\n{rows}") <= HALVES


@pytest.mark.parametrize("title", ["Third Quarter", "Results for the Quarter"])
def test_english_columns_of_years_below_a_title_of_a_part_are_of_no_known_period(title):
    rows = "\tFY2009\tFY2010\n\tJPY millions\tJPY millions\nTotal Revenues\t33,100\t45,800\n"
    assert not periods_of(f"{ISSUED}## {title}\n\n### Operating Results Summary\n\n{rows}")
