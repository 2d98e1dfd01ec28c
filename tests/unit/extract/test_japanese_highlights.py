"""Tables of several years, as annual reports of Japan print them, and captions that date tables of holdings."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.read import parse
from support import APRIL

YEARS = """\
## 主要な経営指標等の推移

| 回次 | | 第19期 | 第20期 |
|---|---|---:|---:|
| 決算年月 | | 2011年３月 | 2012年３月 |
| 営業収益 | (百万円) | 82,418 | 97,315 |
| 1株当たり配当額 (うち1株当たり中間配当額) | (円) | 2,500 (1,250) | 3,000 (－) |
| 株価収益率 | (倍) | 14.6 | 15.9 |
| 従業員数 (外、平均臨時雇用者数) | (名) | 1,912 (30) | 1,971 [41] |
| 現金及び現金同等物の期末残高(百 万円) | | 13,314 | 13,537 |
"""
HALVES = """\
| 回次 | 第19期中 | 第20期中 | 第19期 |
|---|---:|---:|---:|
| 決算年月 | 平成22年９月 | 平成23年９月 | 平成23年３月 |
| 売上高（百万円） | 34,272 | 47,207 | 82,418 |
"""
CHANGED = HALVES.replace("平成23年９月", "平成23年12月")
OPENED = HALVES.replace("第19期中", "移行日")


def rows(source: str) -> dict[str, dict[str, str]]:
    """The figures of a page by how they are printed."""
    return {row["text"]: row for row in figure_rows(extract(parse(source, "page"), APRIL, "JPY")) if row["text"]}


def told(row: dict[str, str]) -> tuple[str, ...]:
    """What a figure is."""
    return tuple(row[name] for name in ("value", "unit", "period", "problem"))


@pytest.mark.parametrize(
    ("text", "value", "unit", "period"),
    [
        ("82,418", "82418", "JPY", "2010-04-01/2011-03-31"),
        ("97,315", "97315", "JPY", "2011-04-01/2012-03-31"),
        ("2,500", "2500", "JPY", "2010-04-01/2011-03-31"),
        ("3,000", "3000", "JPY", "2011-04-01/2012-03-31"),
        ("14.6", "14.6", "pure", "2010-04-01/2011-03-31"),
        ("1,912", "1912", "personnel", "2010-04-01/2011-03-31"),
        ("13,537", "13537", "JPY", "2012-03-31"),
    ],
)
def test_a_year_is_named_by_the_month_in_which_it_closes(text, value, unit, period):
    assert told(rows(YEARS)[text]) == (value, unit, period, "")


@pytest.mark.parametrize(("text", "value"), [("(1,250)", "1250"), ("(30)", "30"), ("41", "41")])
def test_a_figure_in_brackets_is_what_the_label_has_in_brackets(text, value):
    row = rows(YEARS)[text]
    assert (row["value"], row["role"], row["problem"]) == (value, "within", "")


def test_a_label_in_brackets_is_of_figures_in_brackets():
    page = YEARS + "| 〔ほか、平均臨時雇用者数〕 | (名) | 〔2,818〕 | 〔△31〕 |\n| 差引 | (名) | 〔77〕 | 〔78〕 |\n"
    found = rows(page)
    assert told(found["2,818"]) == ("2818", "personnel", "2010-04-01/2011-03-31", "")
    assert found["△31"]["value"] == "-31"
    assert found["77"]["problem"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("34,272", "2010-04-01/2010-09-30"),
        ("47,207", "2011-04-01/2011-09-30"),
        ("82,418", "2010-04-01/2011-03-31"),
    ],
)
def test_a_part_of_a_year_is_named_above_its_last_month(text, period):
    assert rows(HALVES)[text]["period"] == period


def test_no_column_is_of_a_known_time_where_years_close_in_several_months():
    assert {row["period"] for row in rows(CHANGED).values()} == {""}


def test_a_column_that_is_no_year_is_of_no_known_time():
    assert rows(OPENED)["34,272"]["period"] == ""


def test_years_may_close_within_a_month():
    page = """\
## 3. 平成26年12月期の連結業績予想(平成25年12月21日～平成26年12月20日)

| | 売上高 |
|---|---:|
| | 百万円 |
| 第2四半期(累計) | 2,375 |
| 通期 | 5,064 |

## 1. 連結業績

| | 売上高 |
|---|---:|
| | 百万円 |
| 25年12月期 | 4,691 |
"""
    found = rows(page)
    assert [found[text]["period"] for text in ("2,375", "5,064", "4,691")] == [
        "2013-12-21/2014-06-20",
        "2013-12-21/2014-12-20",
        "2012-12-21/2013-12-20",
    ]


def test_a_day_in_a_table_of_its_own_dates_the_table_below():
    holders = "| 氏名 | 所有株式数（千株） | 割合（％） |\n|---|---:|---:|\n| 甲野太郎 | 10,095 | 24.4 |\n"
    dated = f"| 2012年３月31日現在 |\n|---|\n\n{holders}\n"
    page = "".join(f"## {title}\n\n{dated}" for title in ("普通株式", "優先株式", "その他"))
    found = [row for row in figure_rows(extract(parse(page, "page"), APRIL, "JPY")) if row["text"]]
    shares, shared = found[:2]
    assert (shares["period"], shares["unit"], shares["scale"]) == ("2012-03-31", "shares", "3")
    assert (shared["period"], shared["unit"]) == ("2012-03-31", "%")
    assert len({row["period"] for row in found}) == 1


def test_marks_of_notes_may_stand_apart():
    page = "| | 2012年３月31日 |\n|---|---:|\n| 貸出金（百万円） | ※３、※４、 ※10   67,040 |\n"
    assert told(rows(page)["67,040"])[::3] == ("67040", "")


def test_an_amount_per_share_heads_a_column():
    page = "| 決議 | 種類 | 配当金の総額（百万円） | １株当たり配当額（円） |\n|---|---|---:|---:|\n"
    found = rows(page + "| 取締役会決議 | 普通株式 | 507 | 2,500 |\n")
    assert [(found[text]["unit"], found[text]["scale"]) for text in ("507", "2,500")] == [("JPY", "6"), ("JPY", "0")]
