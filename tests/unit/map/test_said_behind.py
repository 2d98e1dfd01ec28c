"""Remarks behind sentences and below tables say of what time or scope the figures in front of them are."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

JAPANESE = """\
平成24年3月期 第2四半期決算短信〔米国会計基準〕(連結)

株式会社インターネットイニシアティブ 東証 コード番号 3774

## 平成24年3月期第2四半期連結累計期間(平成23年4月1日~平成23年9月30日)の業績

"""
SENTENCE = "営業収益は45,800百万円、営業利益は2,310百万円となりました。"
TABLE = """\
### 連結経営成績

| | 当第2四半期連結累計期間 |
|---|---:|
| | 百万円 |
| 営業収益 | 45,800 |
| 営業利益 | 2,310 |

"""
ENGLISH = (
    'Internet Initiative Japan Inc. announced its results for the first half ended September 30, 2011 ("1H11").\n\n'
    "### 1H11 Results of Operation\n\n"
)
SENTENCES = "Revenues were JPY45,800 million. Operating income was JPY2,310 million"
BOTH = {"45,800", "2,310"}


def figures_of(page: str) -> set[str]:
    return {fact.occurrence.text for fact in report_of(parse(page, "release"), load_taxonomy()).facts}


@pytest.mark.parametrize(
    "remark",
    [
        "（いずれも前期）",
        "（以上、前年同期の実績）",
        "\n（以上、前年同期の実績）",
        "\n\n（以上、前年同期の実績）",
        "（いずれも個別）",
        "（計画値）",
        "（平成22年3月期第2四半期）",
        "これらはいずれも予算の数値です。",
        "ただし、いずれも子会社を除いた数値です。",
        "なお、上記は速報値です。",
        "\n※計画値",
    ],
)
def test_a_japanese_remark_of_another_time_or_scope_closes_what_is_in_front_of_it(remark):
    assert not figures_of(f"{JAPANESE}### 業績の状況\n\n{SENTENCE}{remark}\n")


@pytest.mark.parametrize(
    "remark",
    [
        "",
        "（いずれも連結）",
        "（いずれも百万円未満切捨て）",
        "なお、上記の金額は百万円未満を切り捨てて表示しております。",
        "これらはいずれも前年同期を上回る水準です。",
        "（平成24年3月期第2四半期）",
    ],
)
def test_one_that_says_nothing_else_leaves_it(remark):
    assert figures_of(f"{JAPANESE}### 業績の状況\n\n{SENTENCE}{remark}\n") == BOTH


def test_a_remark_in_brackets_speaks_of_its_line_and_one_on_all_of_the_lines_above():
    lines = "・営業収益：45,800百万円（前年同期比38.4%増）\n・営業利益：2,310百万円（前年同期比95.8%増）"
    page = f"{JAPANESE}### 業績の状況\n\n{lines}"
    assert figures_of(f"{page}（いずれも個別）\n") == {"45,800", "38.4"}
    assert not figures_of(f"{page}\n（いずれも前年同期）\n")


@pytest.mark.parametrize(
    "remark",
    [
        "（以上、前年同期の実績）",
        "（単位を除き計画値）",
        "（いずれも前期）",
        "以上はすべて予算値です。",
        "これらは前年同期の数値です。",
        "(注) 上記の数値はすべて前年同期の実績であります。",
        "計画値",
    ],
)
def test_a_japanese_remark_below_a_table_closes_it(remark):
    assert not figures_of(f"{JAPANESE}{TABLE}{remark}\n")


@pytest.mark.parametrize(
    "remark",
    [
        "（百万円未満は切り捨て）",
        "（以上、連結）",
        "※上記の数値は未監査です。",
        "（注）百分率は、前年同期に対する増減率を示しています。",
    ],
)
def test_one_that_says_nothing_else_leaves_the_table(remark):
    assert figures_of(f"{JAPANESE}{TABLE}{remark}\n") == BOTH


def test_a_title_in_brackets_between_two_tables_heads_the_second():
    second = TABLE.partition("\n\n")[2].replace("45,800", "25,800").replace("2,310", "310")
    assert figures_of(f"{JAPANESE}{TABLE}（個別）\n\n{second}") == BOTH


@pytest.mark.parametrize(
    "end",
    [
        " (both for the same period last year).",
        ", both in FY2009.",
        ". These are figures of a year earlier.",
        ".\n\n(All of the above are for the previous year.)",
    ],
)
def test_an_english_clause_of_another_time_closes_what_is_in_front_of_it(end):
    assert not figures_of(f"{ENGLISH}{SENTENCES}{end}\n")


@pytest.mark.parametrize("end", [".", ", both for 1H11.", ". Both increased from the previous year."])
def test_one_that_compares_leaves_it(end):
    assert figures_of(f"{ENGLISH}{SENTENCES}{end}\n") == BOTH


@pytest.mark.parametrize("text", ["（以上、前年同期の実績）", "(All of the above are for the previous year.)"])
def test_a_remark_on_all_above_closes_every_text_up_to_the_heading(text):
    page = f"{ENGLISH}Revenues were JPY45,800 million.\n\nOperating income was JPY2,310 million.\n\n"
    assert figures_of(page) == BOTH
    assert not figures_of(f"{page}{text}\n")


@pytest.mark.parametrize(
    "end",
    [
        "\n(budget)",
        "\n\nNote: the above are budget figures.",
        ". All on a stand-alone basis.",
    ],
)
def test_a_remark_on_a_line_of_its_own_speaks_of_the_entries_above_it(end):
    entries = "Revenues: JPY45,800 million\nOperating income: JPY2,310 million"
    assert not figures_of(f"{ENGLISH}{entries}{end}\n")
    assert "45,800" in figures_of(f"{ENGLISH}{entries}\n(unaudited)\n")


@pytest.mark.parametrize(("mark", "note"), [("*", "Budget"), (" (1)", "Parent company only")])
def test_a_note_whose_mark_a_text_bears_says_what_its_figures_are(mark, note):
    text = f"Revenues were JPY45,800 million{mark}.\n\n{mark.strip()} "
    assert not figures_of(f"{ENGLISH}{text}{note}\n")
    assert figures_of(f"{ENGLISH}{text}Unaudited\n") == {"45,800"}
    assert figures_of(f"{ENGLISH}Revenues were JPY45,800 million.\n\n{mark.strip()} {note}\n") == {"45,800"}


@pytest.mark.parametrize("remark", ["注：上記の数値は予算です。", "\n*個別", "\n\n（注）いずれも大阪支社の数値"])
def test_japanese_notes_below_a_text(remark):
    bears = SENTENCE.replace("。", "*。") if "*" in remark else SENTENCE
    assert not figures_of(f"{JAPANESE}### 業績の状況\n\n{bears}{remark}\n")


@pytest.mark.parametrize(
    ("name", "is_read"), [("(Budget)", False), ("[Osaka office]", False), ("(Consolidated)", True)]
)
def test_a_name_in_brackets_in_front_of_a_text_says_what_it_is_about(name, is_read):
    assert bool(figures_of(f"{ENGLISH}{name} {SENTENCES}.\n")) == is_read


@pytest.mark.parametrize(("name", "is_read"), [("大阪支社", False), ("主な業績", True)])
def test_a_short_japanese_line_above_items_says_what_they_are_about(name, is_read):
    lines = "・営業収益：45,800百万円（前年同期比38.4%増）\n・営業利益：2,310百万円（前年同期比95.8%増）"
    assert bool(figures_of(f"{JAPANESE}### 業績の状況\n\n{name}\n{lines}\n")) == is_read
