"""Quarters beside each other in Japanese tables: alone, up to their end, or not known."""

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.read import parse
from support import APRIL

FIRST, SECOND, THIRD = "2013-04-01/2013-06-30", "2013-07-01/2013-09-30", "2013-10-01/2013-12-31"
HALF, NINE_MONTHS = "2013-04-01/2013-09-30", "2013-04-01/2013-12-31"
HEADS = "| | {} |\n|---|---:|---:|---:|\n| 営業収益合計 | 26,001 | 28,396 | 28,290 |\n"
OF_YEAR = [f"2014年3月期第{number}四半期" for number in "123"]


def periods(table: str, title: str = "営業収益") -> list[str]:
    """The periods of the figures of a table, in order."""
    source = f"# 2014年3月期 決算説明資料\n\n### {title}\n\n（単位：百万円）\n\n{table}"
    rows = figure_rows(extract(parse(source, "page"), APRIL, "JPY"))
    return [row["period"] for row in rows if row["text"]]


def test_quarters_beside_the_fourth_are_quarters_alone():
    heads = [*OF_YEAR[:2], "2014年3月期第4四半期"]
    assert periods(HEADS.format(" | ".join(heads))) == [FIRST, SECOND, "2014-01-01/2014-03-31"]


def test_so_are_those_in_short():
    assert periods(HEADS.format("2014年3月期1Q | 2014年3月期2Q | 2014年3月期4Q"))[:2] == [FIRST, SECOND]


def test_quarters_below_a_title_of_quarters_are_quarters_alone():
    assert periods(HEADS.format(" | ".join(OF_YEAR)), "営業収益の四半期推移") == [FIRST, SECOND, THIRD]


def test_quarters_that_are_told_up_to_their_end_are_not():
    assert periods(HEADS.format(" | ".join(OF_YEAR)), "営業収益（累計）") == [FIRST, HALF, NINE_MONTHS]


def test_several_quarters_of_which_nothing_more_is_said_are_of_no_known_time():
    assert periods(HEADS.format(" | ".join(OF_YEAR)))[1:] == ["", ""]


def test_the_same_quarter_of_several_years_is_the_year_up_to_its_end():
    heads = ["2013年3月期第2四半期", "2014年3月期第2四半期", "2014年3月期"]
    assert periods(HEADS.format(" | ".join(heads)))[1] == HALF


def test_rows_of_quarters_are_read_as_columns_are():
    rows = "\n".join(f"| 2014年3月期第{number}四半期 | {number},100 |" for number in "1234")
    assert periods(f"| | 営業収益 |\n|---|---:|\n{rows}\n")[1:3] == [SECOND, THIRD]


def test_the_quarter_of_dividends_is_a_day_and_no_quarter():
    form = "| | 第1四半期末 | 第2四半期末 | 合計 |\n|---|---:|---:|---:|\n| 2014年3月期 | ― | 11.00 | 22.00 |\n"
    assert "2013-04-01/2014-03-31" in periods(form)


def test_a_quarter_beside_the_year_up_to_its_end_is_the_quarter_alone():
    heads = ["2014年3月期第1四半期", "2014年3月期第2四半期", "2014年3月期第2四半期連結累計期間"]
    assert periods(HEADS.format(" | ".join(heads))) == [FIRST, SECOND, HALF]


def test_a_quarter_beside_another_year_up_to_its_end_is_not():
    heads = ["2013年3月期第2四半期", "2014年3月期第2四半期累計", "2014年3月期"]
    assert periods(HEADS.format(" | ".join(heads)))[0] == "2012-04-01/2012-09-30"


def test_the_year_of_quarters_without_one_is_that_of_the_title():
    heads = "第1四半期 | 第2四半期 | 第4四半期"
    assert periods(HEADS.format(heads), "2014年3月期")[:2] == [FIRST, SECOND]
    assert periods(HEADS.format(heads), "前期") == ["", "", ""]
    assert periods(HEADS.format("第1四半期 | 第2四半期累計 | 第3四半期累計"), "2014年3月期")[1:] == [HALF, NINE_MONTHS]
    assert periods(HEADS.format("第1四半期 | 第2四半期 | 第3四半期"), "2014年3月期") == ["", "", ""]


def test_parts_of_another_year_than_that_of_the_document_are_of_no_known_time():
    for title in ("前期", "次期の業績", "前連結会計年度の推移"):
        assert periods(HEADS.format("上期 | 下期 | 通期"), title) == ["", "", ""]
        rows = "| | 営業収益 |\n|---|---:|\n| 第1四半期 | 26,001 |\n| 通期 | 112,001 |\n"
        assert periods(rows, title) == ["", ""]
    assert periods(HEADS.format("上期 | 下期 | 通期"), "前期（2013年3月期）")[0] == "2012-04-01/2012-09-30"
