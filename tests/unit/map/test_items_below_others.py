"""Items of lists within lists, and words set apart that run in with a text, say what figures are about."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse, read

HEAD = "<h1>Internet Initiative Japan Inc.</h1><h2>1H11 Results of Operation</h2>"
JAPANESE = "<h1>株式会社インターネットイニシアティブ</h1><h2>平成24年3月期第2四半期連結累計期間の業績</h2>"
ITEMS = "<ul><li>Revenues: JPY45,800 million</li><li>Operating income: JPY2,310 million</li></ul>"
SENTENCES = "Revenues were JPY45,800 million. Operating income was JPY2,310 million."
BOTH = {"45,800", "2,310"}


@pytest.fixture
def figures_of(tmp_path):
    def figures(markup: str) -> set[str]:
        path = tmp_path / "release.html"
        path.write_text(f"<!DOCTYPE html>\n{markup}", "utf-8")
        return {fact.occurrence.text for fact in report_of(read(path), load_taxonomy()).facts}

    return figures


@pytest.mark.parametrize(
    "parent",
    [
        "Budget",
        "Average of our competitors",
        "Stand-alone figures",
        "Osaka office",
        "What analysts expected",
        "If the acquisition had not taken place",
        "Had the yen stayed at 90 to the dollar:",
        "In the same period last year",
        "<p>Osaka office</p>",
    ],
)
def test_items_below_one_of_something_else_are_no_facts(figures_of, parent):
    assert not figures_of(f"{HEAD}<ul><li>{parent}{ITEMS}</li></ul>")


@pytest.mark.parametrize("parent", ["Results", "Consolidated results of the first half", "Revenues and income"])
def test_items_below_one_that_is_understood_are(figures_of, parent):
    assert figures_of(f"{HEAD}<ul><li>{parent}{ITEMS}</li></ul>") == BOTH


def test_an_item_that_stands_further_out_again_is_below_none(figures_of):
    inner = "<ul><li>Revenues: JPY44,100 million</li></ul>"
    assert figures_of(f"{HEAD}<ul><li>Budget{inner}</li><li>Operating income: JPY2,310 million</li></ul>") == {"2,310"}


def test_an_item_that_is_not_shown_leaves_the_depth_of_the_others(figures_of):
    hidden = '<ul><li style="display:none">Old</li><li>Revenues: JPY44,100 million</li></ul>'
    assert not figures_of(f"{HEAD}<ul><li>Osaka office{hidden}</li></ul>")


def test_a_condition_above_a_list_closes_its_items():
    opening = "Internet Initiative Japan Inc.\n\n## 1H11 Results of Operation\n\n"
    items = "- Revenues: JPY45,800 million\n- Operating income: JPY2,310 million\n"
    pages = (f"{opening}{lead}\n\n{items}" for lead in ("Had the yen stayed at 90 to the dollar:", "In summary:"))
    found = [{fact.occurrence.text for fact in report_of(parse(page, "r"), load_taxonomy()).facts} for page in pages]
    assert found == [set(), BOTH]


@pytest.mark.parametrize(
    "head",
    [
        "<b>Osaka office</b>",
        "<b>Osaka office.</b>",
        "<strong>Last year</strong>",
        "<i>Two years ago.</i>",
        "<u>Budget</u>",
    ],
)
def test_words_set_apart_that_run_in_with_a_text_close_it(figures_of, head):
    assert not figures_of(f"{HEAD}<p>{head} {SENTENCES}</p>")


@pytest.mark.parametrize("head", ["<b>Revenues.</b>", "<b>Summary.</b>", "", "<i>Results:</i>"])
def test_words_set_apart_that_are_understood_leave_it(figures_of, head):
    assert "2,310" in figures_of(f"{HEAD}<p>{head} {SENTENCES}</p>")


def test_words_in_bold_in_a_sentence_are_no_head(figures_of):
    text = "<b>Revenues</b> were JPY45,800 million. <b>Operating income</b> was JPY2,310 million."
    assert figures_of(f"{HEAD}<p>{text}</p>") == BOTH


@pytest.mark.parametrize(("parent", "is_read"), [("前年同期", False), ("同業他社の平均", False), ("連結業績", True)])
def test_japanese_items_below_others(figures_of, parent, is_read):
    items = "<ul><li>営業収益：45,800百万円（前年同期比38.4%増）</li></ul>"
    assert bool(figures_of(f"{JAPANESE}<ul><li>{parent}{items}</li></ul>")) == is_read


def test_a_japanese_line_in_bold_closes_the_text_below_it(figures_of):
    text = "営業収益は45,800百万円となりました。"
    assert not figures_of(f"{JAPANESE}<p><b>大阪支社</b><br>{text}</p>")
    assert figures_of(f"{JAPANESE}<p><b>連結業績</b><br>{text}</p>") == {"45,800"}


def test_a_fragment_that_says_a_time_speaks_of_the_sentences_behind_it():
    opening = "Internet Initiative Japan Inc.\n\n## 1H11 Results of Operation\n\n"
    found = report_of(parse(f"{opening}Last year. {SENTENCES}\n", "r"), load_taxonomy()).facts
    assert not found


def test_items_below_a_numbered_one_of_something_else_are_no_facts():
    head = "**Internet Initiative Japan Inc.**\n\n## 1H11 Results of Operation\n\n"
    lists = "1. Budget\n   - Revenues: JPY46,009 million\n2. Result\n   - Revenues: JPY45,817 million\n"
    found = report_of(parse(head + lists, "release"), load_taxonomy()).facts
    assert {fact.occurrence.text for fact in found} == {"45,817"}


@pytest.mark.parametrize(
    "items",
    [
        "- Orders of shops: JPY500 million\n  Revenues: JPY45,800 million\n",
        "- Orders of shops: JPY500 million\n    - Revenues: JPY45,800 million\n",
        "- Orders of shops: JPY500 million\n-- Revenues: JPY45,800 million\n",
        "● Orders of shops JPY500 million\n– Revenues: JPY45,800 million\n",
        "- Orders of shops: JPY500 million\n\n  Revenues: JPY45,800 million\n",
        "- Osaka: JPY90,000 million\n    - Matsue: JPY500 million\n    - Revenues: JPY45,800 million\n",
        "- Net income: JPY1,290 million\n    - Revenues: JPY45,800 million\n    - Osaka: JPY500 million\n",
    ],
)
def test_what_stands_below_an_unknown_item_with_an_amount_or_beside_one_may_be_its_part(items):
    opening = "Internet Initiative Japan Inc.\n\n## 1H11 Results of Operation\n\n"
    page = f"{opening}{items}- Operating income: JPY2,310 million\n"
    found = {fact.occurrence.text for fact in report_of(parse(page, "r"), load_taxonomy()).facts}
    assert "45,800" not in found
    assert "●" in items or "2,310" in found


def test_items_beside_an_unknown_one_that_none_stands_over_are_read():
    opening = "Internet Initiative Japan Inc.\n\n## 1H11 Results of Operation\n\n"
    page = f"{opening}- Orders of shops: JPY500 million\n- Revenues: JPY45,800 million\n"
    assert {fact.occurrence.text for fact in report_of(parse(page, "r"), load_taxonomy()).facts} == {"45,800"}
