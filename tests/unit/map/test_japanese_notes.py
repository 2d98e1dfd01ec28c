"""Japanese notes, sentences and titles around a table that say whose its figures are, in words that nothing knows."""

import pytest

from examples import shipped
from support import report, values

HALF = "2011-04-01/2011-09-30"
OPENING = (
    "# 2012年3月期 第2四半期決算短信〔米国基準〕（連結）\n\n株式会社インターネットイニシアティブ（コード番号 3774）"
)
TABLE = """\
\t2011年3月期第2四半期累計{head}\t2012年3月期第2四半期累計
\t百万円\t百万円
営業収益合計\t34,272\t47,207
営業利益\t1,201\t2,448{row}
"""


def revenues(above: str = "", below: str = "", head: str = "", row: str = "", title: str = "業績概要") -> str | None:
    page = f"{OPENING}\n\n### {title}\n\n{above}\n\n{TABLE.format(head=head, row=row)}\n{below}\n"
    return values(report(page, shipped()), "Revenues").get(HALF)


@pytest.mark.parametrize(
    "below",
    [
        *("（注）関西", "注：株式会社ネットケア", "※関西", "（関西）", "（注1）速報値", "上表の数値は海外です。"),
        *("上記は関西の数値です。", "上表は誤って掲載したものです。", "上表は撤回されました。"),
    ],
)
def test_a_note_that_is_but_a_name_or_corrects_closes_the_table_above_it(below):
    assert revenues(below=below) is None


@pytest.mark.parametrize(
    "below",
    [
        *(
            "（注）百万円未満は四捨五入しております。",
            "（注）配当予想の修正の有無：無",
            "※　四半期レビュー手続の実施状況に関する表示",
        ),
        *("（注）個別の包括利益　104百万円", "（未監査）", "（注）誤りのないよう努めております。"),
    ],
)
def test_one_that_explains_something_leaves_it(below):
    assert revenues(below=below) == "47207000000"


@pytest.mark.parametrize(
    "above",
    [
        "次の表は関西を示しています。",
        "関西の数値は以下のとおりです。",
        "以下は関西です。",
        "本表は株式会社ネットケアに関するものです。",
    ],
)
def test_a_sentence_that_says_whose_figures_are_shown_closes_the_table_below_it(above):
    assert revenues(above=above) is None


@pytest.mark.parametrize("above", ["次の表は業績の概要を示しています。", "連結業績の数値は以下のとおりです。"])
def test_one_that_shows_the_figures_of_the_issuer_leaves_it(above):
    assert revenues(above=above) == "47207000000"


@pytest.mark.parametrize(
    "words",
    [
        "月平均",
        "四半期平均",
        "3ヶ年平均",
        "年換算",
        "従業員1人当たり",
        "指数",
        "調整前",
        "法人向け",
        "提出会社",
        "IFRS",
    ],
)
def test_figures_that_are_reckoned_otherwise_are_others(words):
    assert revenues(title=f"業績概要（{words}）") is None
    assert revenues(title=f"{words} 業績概要") is None
    assert revenues(above=f"（{words}）") is None


def test_a_mark_of_a_head_is_read_with_its_note():
    assert revenues(head="※1", below="※1 関西") == "47207000000"
    assert values(report(f"{OPENING}\n\n### 業績概要\n\n{TABLE.format(head='※1', row='')}\n※1 関西\n", shipped()),
                  "Revenues").get("2010-04-01/2010-09-30") is None  # fmt: skip


@pytest.mark.parametrize("row", ["仮", "旧", "単体"])
def test_a_word_in_the_last_row_closes_the_table(row):
    assert revenues(row=f"\n{row}\t\t") is None


@pytest.mark.parametrize("name", ["被取得企業", "関西"])
def test_a_name_alone_over_a_title_of_a_sheet_closes_what_is_below(name):
    page = f"{OPENING}\n\n{name}\n\n業績概要\n\n{TABLE.format(head='', row='')}"
    assert values(report(page, shipped()), "Revenues").get(HALF) is None
