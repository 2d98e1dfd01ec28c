"""Tables of Japanese releases as figures: the form of the stock exchange, statements, cells that name their period."""

from decimal import Decimal

import pytest

from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.grids import units_apart
from iij_xbrl.extract.tables import extract
from iij_xbrl.read import parse
from support import APRIL

FORM = """\
# 2012年3月期 第2四半期決算短信

## 1．2012年3月期第2四半期の連結業績（2011年4月1日～2011年9月30日）

| (1) 連結経営成績（累計） | （％表示は、対前年同四半期増減率） | | | |
|---|---:|---:|---:|---:|
| | 営業収益 | | 営業利益 | |
| | 百万円 | ％ | 百万円 | ％ |
| 2012年3月期第2四半期 | 47,207 | 37.7 | 2,448 | 103.8 |
| 2011年3月期第2四半期 | 34,272 | 6.2 | 1,201 | △1.9 |
| （注）包括利益 | 2012年3月期第2四半期 | 1,334百万円 | （115.7％） | |
| | 1株当たり四半期純利益 | 潜在株式調整後1株当たり四半期純利益 | | |
| | 円 銭 | 円 銭 | | |
| 2012年3月期第2四半期 | 6,717.11 | ― | | |
"""


def rows(source: str) -> dict[str, dict[str, str]]:
    """The figures of a page by how they are printed."""
    return {row["text"]: row for row in figure_rows(extract(parse(source, "page"), APRIL, "JPY")) if row["text"]}


@pytest.mark.parametrize(
    ("text", "value", "unit", "scale", "period"),
    [
        ("47,207", "47207", "JPY", "6", "2011-04-01/2011-09-30"),
        ("37.7", "37.7", "%", "", "2011-04-01/2011-09-30"),
        ("△1.9", "-1.9", "%", "", "2010-04-01/2010-09-30"),
        ("1,334", "1334", "JPY", "6", "2011-04-01/2011-09-30"),
        ("（115.7％）", "115.7", "%", "", "2011-04-01/2011-09-30"),
        ("6,717.11", "6717.11", "JPY", "0", "2011-04-01/2011-09-30"),
        ("―", "-", "JPY", "0", "2011-04-01/2011-09-30"),
    ],
)
def test_a_figure_of_the_form_is_read(text, value, unit, scale, period):
    row = rows(FORM)[text]
    assert (row["value"], row["unit"], row["scale"], row["period"], row["problem"]) == (value, unit, scale, period, "")


def test_tables_stacked_in_one_have_headers_of_their_own():
    tables = extract(parse(FORM, "page"), APRIL, "JPY")
    assert [len(table.columns) for table in tables] == [4, 2]


def test_the_whole_year_is_that_of_the_title():
    page = """\
## 3．2012年3月期の連結業績予想（2011年4月1日～2012年3月31日）

| | 営業収益 | |
|---|---:|---:|
| | 百万円 | ％ |
| 第2四半期(累計) | 46,000 | 34.2 |
| 通期 | 100,000 | 21.3 |
"""
    found = rows(page)
    assert found["100,000"]["period"] == "2011-04-01/2012-03-31"
    assert found["46,000"]["period"] == "2011-04-01/2011-09-30"


def test_a_cell_may_name_its_period_or_stand_behind_one():
    page = """\
| 2012年3月期の株式数 | | | | |
|---|---:|---:|---:|---:|
| ①期末発行済株式数（自己株式を含む） | 2012年3月期2Q | 206,478株 | 2011年3月期 | 206,400株 |
| （参考）持分法投資損益 | 2012年3月期2Q 76百万円 | 2011年3月期2Q △31百万円 | | |
"""
    found = rows(page)
    assert (found["206,478"]["period"], found["206,478"]["unit"]) == ("2011-04-01/2011-09-30", "shares")
    assert found["206,400"]["period"] == "2010-04-01/2011-03-31"
    assert (found["△31"]["period"], found["△31"]["value"]) == ("2010-04-01/2010-09-30", "-31")


def test_a_period_behind_a_figure_is_not_its_own():
    page = """\
| | | | |
|---|---:|---:|---:|
| ①期末発行済株式数（自己株式を含む） | 2012年3月期2Q | 206,478株2011年3月期 | 206,400株 |
| ②期末自己株式数 | 2012年3月期2Q | 3,794株（2012年3月期2Q） | |
"""
    found = rows(page)
    assert "2011年3月期" in found["206,478"]["problem"]
    assert "2011年3月期" in found["206,400"]["problem"]  # of which it may be, and not of that of the cell in front
    assert not found["3,794"]["problem"]


def test_a_unit_in_the_last_corner_of_a_statement_is_that_of_all_columns():
    page = """\
## 連結貸借対照表

| | | （単位：千円） |
|---|---:|---:|
| | 前連結会計年度（2011年３月31日） | 当第2四半期連結会計期間（2011年９月30日） |
| 現 金 及 び 預 金 | 13,314,000 | 12,086,000 |
| 貸倒引当金 | △44,002 | △75,066 |
"""
    found = rows(page)
    assert (found["△75,066"]["value"], found["△75,066"]["scale"], found["△75,066"]["period"]) == (
        "-75066",
        "3",
        "2011-09-30",
    )
    assert (found["13,314,000"]["unit"], found["13,314,000"]["period"]) == ("JPY", "2011-03-31")


def test_yen_and_sen_are_one_amount():
    page = "| | 2012年3月期 |\n|---|---:|\n| 1株当たり配当金 | 12円34銭 |\n"
    row = rows(page)["12円34銭"]
    assert (Decimal(row["value"]), row["unit"]) == (Decimal("12.34"), "JPY")


@pytest.mark.parametrize("cell", ["(1,234)", "25,000・26,000", "1,234百万円程度"])
def test_a_cell_that_may_mean_several_things_has_a_problem(cell):
    page = f"| | 2012年3月期 |\n|---|---:|\n| | 百万円 |\n| 営業収益 | {cell} |\n| 営業利益の額 | 5 |\n"
    found = [row for text, row in rows(page).items() if text != "5"]
    assert found and all(row["problem"] for row in found)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("百万円", Unit(6, "JPY")),
        ("（単位：千円）", Unit(3, "JPY")),
        ("億円", Unit(8, "JPY")),
        ("百万米ドル", Unit(6, "USD")),
        ("円 銭", Unit(0, "JPY")),
        ("千株", Unit(3, count="shares")),
        ("％", Unit(percent=True)),
        ("対営業収益比率", Unit(0, percent=True, base="revenues")),
        ("百万円未満切捨て", None),
        ("株主資本", None),
    ],
)
def test_a_unit_is_read(text, unit):
    assert parse_unit(text) == unit


EQUITY = """\
### 連結株主資本等変動計算書

前連結会計年度（自　2010年4月1日　至　2011年3月31日）

| | | | （単位：百万円） |
|---|---:|---:|---:|
| | 株主資本 | | |
| | 資本金 | 利益剰余金 | 株主資本合計 |
| 当期首残高 | 16,834 | △8,203 | 35,918 |
| 当期純利益 | | 3,203 | 3,203 |
| 当期末残高 | 16,833 | △5,506 | 29,652 |

| | その他の包括利益累計額合計 | 純資産合計 |
|---|---:|---:|
| 2010年4月1日残高 | △104 | 35,814 |
| 当期純利益 | | 3,204 |
"""


@pytest.mark.parametrize(
    ("text", "period"),
    [("16,834", "2010-03-31"), ("16,833", "2011-03-31"), ("3,203", "2010-04-01/2011-03-31"), ("35,814", "2010-03-31")],
)
def test_an_opening_balance_is_that_of_the_day_before(text, period):
    assert rows(EQUITY)[text]["period"] == period


def test_a_table_cut_in_two_states_its_unit_once():
    found = rows(EQUITY)
    assert (found["3,204"]["unit"], found["3,204"]["scale"]) == ("JPY", "6")


def test_a_row_that_says_a_unit_alone_is_of_those_below_it():
    page = """\
| | | （単位：百万円） |
|---|---:|---:|
| | 2011年3月期 | 2012年3月期 |
| 営業収益 | 82,418 | 97,315 |
| | | （単位：円） |
| 1株当たり当期純利益 | 15,808 | 17,965 |
"""
    assert rows(page)["17,965"]["scale"] == "0"


def test_a_unit_and_a_mark_in_cells_of_their_own_belong_to_figure_and_name():
    page = """\
| | | | | | |
|---|---|---|---:|---|---|
| （注） | 包括利益 | 2012年3月期 | 3,597 | 百万円（ | 17.4％） |
"""
    found = rows(page)
    assert (found["3,597"]["label"], found["3,597"]["unit"], found["3,597"]["scale"]) == ("包括利益", "JPY", "6")
    assert (found["17.4％"]["value"], found["17.4％"]["problem"]) == ("17.4", "")


@pytest.mark.parametrize("cell", ["※１ 12,345", "※１,※３ 12,345", "※2、※4　12,345"])
def test_marks_of_notes_in_front_of_a_figure_are_none_of_it(cell):
    page = f"| | 2012年3月期 |\n|---|---:|\n| | 百万円 |\n| 営業収益 | {cell} |\n| 営業利益の額 | 5 |\n"
    assert (rows(page)["12,345"]["value"], rows(page)["12,345"]["problem"]) == ("12345", "")


REVISION = """\
## 2012年3月期通期連結業績予想数値の修正（2011年4月1日～2012年3月31日）

| | 営業収益 | 営業利益 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 前回発表予想（A）（2011年5月13日発表） | 100,000 | 6,000 |
| 今回修正予想（B） | 97,000 | 6,300 |
| 増減額（B－A） | △3,000 | 300 |
| 増減率（％） | △3.0 | 5.0 |
| （ご参考）前期実績 | 82,418 | 4,141 |
"""


@pytest.mark.parametrize(
    ("text", "unit", "period"),
    [
        ("100,000", "JPY", "2011-04-01/2012-03-31"),
        ("△3,000", "JPY", "2011-04-01/2012-03-31"),
        ("5.0", "%", "2011-04-01/2012-03-31"),
        ("82,418", "JPY", "2010-04-01/2011-03-31"),
    ],
)
def test_versions_of_a_forecast_are_of_the_period_of_their_title(text, unit, period):
    row = rows(REVISION)[text]
    assert (row["unit"], row["period"], row["problem"]) == (unit, period, "")


def test_spaces_within_a_period_are_none_of_it():
    page = (
        "| | 当連結会計年度（自  令和７年４月１日     至  令和８年３月31日） |\n|---|---:|\n| 売上高 | 5,000百万円 |\n"
    )
    assert rows(page)["5,000"]["period"] == "2025-04-01/2026-03-31"


@pytest.mark.parametrize("cells", ["25,000～26,000", "25,000<br>～26,000", "25,000 | ～ | 26,000"])
def test_the_ends_of_a_range_are_told_from_amounts(cells):
    page = f"""\
## 2012年3月期の連結業績予想（2011年4月1日～2012年3月31日）

| | 営業収益 | | |
|---|---:|---:|---:|
| | 百万円 | | |
| 通期 | {cells} |
"""
    found = rows(page)
    ends = [(found[text]["role"], found[text]["period"], found[text]["problem"]) for text in ("25,000", "26,000")]
    assert ends == [("lower", "2011-04-01/2012-03-31", ""), ("upper", "2011-04-01/2012-03-31", "")]


def test_a_unit_at_the_first_figure_of_a_column_is_that_of_those_below():
    page = "| | 2012年3月期 |\n|---|---:|\n| 仕掛品 | 3,857百万円 |\n| 貯蔵品 | 3,293 |\n| 計 | 7,150 |\n"
    assert [(row["unit"], row["scale"]) for row in rows(page).values()] == [("JPY", "6")] * 3


def test_an_amount_per_share_is_in_yen_whatever_its_statement_is_in():
    page = """\
（単位：千円）

| | 2012年3月期 |
|---|---:|
| 営業収益 | 97,314,778 |
| 1株当たり当期純利益 | 17,965.32 |
| 期中平均株式数 | 202,664 |
"""
    found = rows(page)
    assert (found["97,314,778"]["scale"], found["17,965.32"]["scale"]) == ("3", "0")
    assert found["202,664"]["unit"] == ""


def test_a_span_that_is_written_above_several_tables_is_the_caption_of_each():
    part = """\
当連結会計年度（自　2011年4月1日　至　2012年3月31日）

| | （単位：百万円） |
|---|---:|
| | 国内 |
| 売上高 | {} |
"""
    found = rows("\n".join(part.format(number) for number in ("1,001", "1,002", "1,003", "1,004")))
    assert {row["period"] for row in found.values()} == {"2011-04-01/2012-03-31"}


def test_a_day_far_above_is_not_that_of_a_table_with_a_title():
    page = """\
2012年5月15日

監査報酬の内容

| | 監査証明業務に基づく報酬（百万円） |
|---|---:|
| 提出会社 | 81 |
"""
    assert rows(page)["81"]["period"] == ""


def test_a_half_year_is_no_quarter_alone():
    page = """\
当中間連結会計期間（自　2011年4月1日　至　2011年9月30日）

（単位：百万円）

| | 利益剰余金 |
|---|---:|
| 中間純利益 | 1,361 |
"""
    assert rows(page)["1,361"]["period"] == "2011-04-01/2011-09-30"


@pytest.mark.parametrize(("cell", "value"), [("472億7百万円", "47207"), ("△12億34百万円", "-1234")])
def test_an_amount_in_several_units_is_one_figure(cell, value):
    page = f"| | 2012年3月期 |\n|---|---:|\n| 営業収益 | {cell} |\n"
    (row,) = rows(page).values()
    assert (row["value"], row["scale"], row["unit"], row["problem"]) == (value, "6", "JPY", "")


def test_yen_beside_one_digit_of_sen_are_no_amount():
    page = "| | 2012年3月期 | |\n|---|---:|---:|\n| | 円 | 銭 |\n| 1株当たり配当金 | 1,500 | 5 |\n"
    assert rows(page)["1,500"]["problem"]


def test_yen_and_sen_in_columns_of_their_own_are_one_amount():
    page = """\
| | 1株当たり当期純利益 | | 株主資本当期純利益率 |
|---|---:|---:|---:|
| | 円 | 銭 | ％ |
| 2012年3月期 | 17,965 | 32 | 11.7 |
| 2011年3月期 | △4 | 05 | ― |
"""
    found = rows(page)
    assert (found["17,965"]["value"], found["17,965"]["unit"]) == ("17965.32", "JPY")
    assert found["△4"]["value"] == "-4.05"
    assert "32" not in found


def test_a_numbered_title_in_a_table_of_its_own_is_the_title_of_what_follows():
    page = """\
| （１）連結経営成績 | （％表示は対前期増減率） |
|---|---|

| | 営業収益 |
|---|---:|
| | 百万円 |
| 2012年3月期 | 97,315 |
"""
    assert rows(page)["97,315"]["section"] == "(1)連結経営成績 > (%表示は対前期増減率)"


@pytest.mark.parametrize("head", ["増減率", "構成比", "対前期増減率", "構 成 比"])
def test_a_column_headed_by_a_ratio_alone_holds_percentages(head):
    page = f"（単位：百万円、％）\n\n| | 2012年3月期 | {head} |\n|---|---:|---:|\n| 売上高 | 47,207 | 37.7 |\n"
    found = rows(page)
    assert (found["47,207"]["unit"], found["47,207"]["scale"]) == ("JPY", "6")
    assert found["37.7"]["unit"] == "%"


@pytest.mark.parametrize(("cell", "value"), [("6,717 11", "6717.11"), ("△49 05", "-49.05")])
def test_yen_and_sen_in_one_cell_are_one_amount(cell, value):
    header = "| | 2012年3月期 | 2011年3月期 |\n|---|---:|---:|\n| | 円　銭 | 円　銭 |\n"
    page = f"{header}| 1株当たり配当金 | {cell} | 12.50 |\n"
    row = rows(page)[cell]
    assert (row["value"], row["unit"], row["scale"], row["problem"]) == (value, "JPY", "0", "")


def test_two_numbers_in_a_cell_below_yen_alone_are_no_amount():
    page = "| | 2012年3月期 | 2011年3月期 |\n|---|---:|---:|\n| | 円 | 円 |\n| 1株当たり配当金 | 6,717 11 | 12 |\n"
    assert "6,717 11" not in rows(page)


def test_parts_of_a_year_may_stand_on_lines_of_their_own():
    header = "（単位：百万円）\n\n| | 2017年3月期<br>第1四半期<br>会計期間 | 2017年3月期<br>通期 |\n|---|---:|---:|\n"
    page = f"{header}| 売上高 | 36,310 | 157,789 |\n"
    assert [rows(page)[text]["period"] for text in ("36,310", "157,789")] == [
        "2016-04-01/2016-06-30",
        "2016-04-01/2017-03-31",
    ]


def test_a_unit_behind_the_name_of_a_column_is_none_of_those_beside_it():
    header = "（単位：百万円）\n\n| | 売上高 | 1株当たり利益（円） |\n|---|---:|---:|\n"
    found = rows(f"{header}| 2012年3月期 | 47,207 | 126.37 |\n")
    assert [(found[text]["unit"], found[text]["scale"]) for text in ("47,207", "126.37")] == [
        ("JPY", "6"),
        ("JPY", "0"),
    ]


def test_a_plus_in_front_of_a_figure_is_its_sign():
    found = rows(FORM.replace("103.8", "＋103.8％").replace("37.7", "+37.7%"))
    assert found["103.8％"]["value"] == "103.8"
    assert found["37.7%"]["value"] == "37.7"
    assert not found["103.8％"]["problem"] and not found["37.7%"]["problem"]


def test_a_figure_in_a_cell_over_two_rows_is_of_neither():
    page = """\
<p>2012年3月期 第1四半期決算短信</p><p>2．配当の状況</p>
<table><tr><td></td><td>第2四半期末</td><td>期末</td></tr><tr><td></td><td>円 銭</td><td>円 銭</td></tr>
<tr><td>2011年3月期</td><td>1,000.00</td><td>1,250.00</td></tr>
<tr><td>2012年3月期</td><td rowspan="2">1,500.00</td><td rowspan="2">1,750.00</td></tr>
<tr><td>2012年3月期（予想）</td></tr></table>
"""
    found = rows(page)
    assert found["1,000.00"]["closed"] == ""
    assert "several rows" in found["1,500.00"]["closed"]


@pytest.mark.parametrize(
    ("caption", "scale"),
    [
        ("（単位：千円、比率を除く）", "3"),
        ("（単位：百万円、1株当たり情報及び比率を除く）", "6"),
        ("（単位：千円、ATM運営事業を除く）", ""),
    ],
)
def test_a_unit_may_say_what_is_not_in_it(caption, scale):
    page = f"### 業績\n\n{caption}\n\n| | 2012年3月期 |\n|---|---:|\n| 営業収益合計 | 97,315 |\n"
    assert rows(page)["97,315"]["scale"] == scale


def test_the_word_behind_a_percentage_is_its_sign():
    page = """\
### 業績

| | 2011年3月期 | 2012年3月期 | 前期比 |
|---|---:|---:|---:|
| | 百万円 | 百万円 | |
| 営業収益合計 | 82,418 | 97,315 | 18.1%増 |
| 機器売上高 | 1,450 | 1,401 | 3.4％減 |
| 営業利益率 | 5.0% | 6.5% | 1.5ポイント増 |
"""
    found = rows(page)
    assert (found["18.1%"]["value"], found["3.4％"]["value"]) == ("18.1", "-3.4")
    assert found["1.5"]["problem"]


@pytest.mark.parametrize(
    ("cell", "ends"),
    [
        ("10,000～11,000", {"10,000": ("lower", "10000", "6"), "11,000": ("upper", "11000", "6")}),
        ("10,000〜11,000百万円", {"10,000": ("lower", "10000", "6"), "11,000": ("upper", "11000", "6")}),
        ("10,000百万円～11,000百万円", {"10,000": ("lower", "10000", "6"), "11,000": ("upper", "11000", "6")}),
        ("△300から200", {"△300": ("lower", "-300", "6"), "200": ("upper", "200", "6")}),
        ("10,000～", {"10,000": ("lower", "10000", "6")}),
        ("～11,000", {"11,000": ("upper", "11000", "6")}),
        ("92円97銭～97円40銭", {"92円97銭": ("lower", "92.97", "0"), "97円40銭": ("upper", "97.40", "0")}),
    ],
)
def test_a_range_has_two_ends_or_one(cell, ends):
    page = f"### 業績予想\n\n| | 営業収益 |\n|---|---:|\n| | 百万円 |\n| 2012年3月期 | {cell} |\n"
    found = {text: (row["role"], row["value"], row["scale"]) for text, row in rows(page).items()}
    assert found == ends
    assert not any(row["problem"] for row in rows(page).values())


@pytest.mark.parametrize("cell", ["10,000から", "10,000-11,000", "約10,000～11,000", "1～2～3", "(10,000)～11,000"])
def test_what_is_no_plain_range_is_doubtful(cell):
    page = f"### 業績予想\n\n| | 営業収益 |\n|---|---:|\n| | 百万円 |\n| 2012年3月期 | {cell} |\n"
    assert all(row["problem"] for row in rows(page).values())


def test_a_unit_at_the_first_figure_is_that_of_the_ranges_below_it():
    page = """\
## 2012年3月期通期連結業績予想数値の修正（2011年4月1日～2012年3月31日）

| | 営業収益 |
|---|---:|
| 前回発表予想（Ａ） | 百万円<br>48,000 |
| 今回修正予想（Ｂ） | 45,000～<br>46,500 |
| 増減額（Ｂ－Ａ） | △3,000～<br>△1,500 |
"""
    found = rows(page)
    units = {(found[text]["unit"], found[text]["scale"]) for text in ("45,000", "46,500", "△3,000", "△1,500")}
    assert units == {("JPY", "6")}


@pytest.mark.parametrize("year", ["2012年3月期", "平成24年3月期"])
def test_a_year_over_a_part_of_it_heads_a_column_with_it(year):
    page = f"""\
# 2012年3月期 第2四半期決算短信

### 連結経営成績

| | {year} | 前年同期 |
|---|---:|---:|
| | 第2四半期累計 | |
| | 百万円 | 百万円 |
| 営業収益 | 47,207 | 34,272 |
"""
    found = rows(page)
    assert found["47,207"]["period"] == "2011-04-01/2011-09-30"


LOST = """\
# 2016年3月期 第2四半期決算短信〔米国基準〕（連結）

## 四半期連結損益計算書（単位：千円）

| | 金額 | 構成比 | 金額 | 構成比 |
|---|---:|---:|---:|---:|
| 機器売上高 | 930,220 | 1.6% | 1,120,337 | 1.7% |
| ATM運営事業売上高 | 1,837,239 | 3.2% | 2,010,338 | 3.1% |
| 営業収益合計 | 57,498,230 | 100.0% | 64,954,355 | 100.0% |
"""


def test_columns_that_say_the_same_are_not_all_of_the_period_of_the_title():
    found = rows(LOST)
    assert {found[text]["period"] for text in ("930,220", "1,120,337", "57,498,230", "64,954,355")} == {""}
    one = rows("\n".join(row.rsplit("|", 3)[0] + "|" for row in LOST.split("\n") if row.startswith(("|", "#"))))
    assert one["930,220"]["period"] == "2015-04-01/2015-09-30"


def test_first_units_of_several_scales_are_not_those_of_the_figures_below():
    head = "| | 2011年3月期 | 2012年3月期 |\n|---|---:|---:|\n"
    page = head + "| 営業収益 | 97,315百万円 | {} |\n| 営業利益 | 6,353 | 7,753 |\n"
    assert rows(page.format("106,248百万円"))["7,753"]["scale"] == "6"
    found = rows(page.format("1,062億円"))
    assert (found["1,062"]["scale"], found["7,753"]["scale"], found["6,353"]["scale"]) == ("8", "", "")


def test_a_unit_line_may_say_what_its_signs_are():
    page = "（単位：百万円、△は損失）\n\n| | 2012年3月期 |\n|---|---:|\n| 営業利益 | △1,234 |\n"
    assert rows(page)["△1,234"]["scale"] == "6"


def test_a_unit_in_brackets_behind_a_head_leaves_its_words_whole():
    assert units_apart(["", "営業収益（百万円）", "営業利益(千円)"]) == [["", "営業収益（百万円）", "営業利益(千円)"]]
    assert units_apart(["", "会計期間百万円"]) == [["", "会計期間"], ["", "百万円"]]
