"""The inline report says in which language the page is, and which of its blocks are in another."""

import re

import pytest

from examples import shipped
from iij_xbrl.languages import language_of
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse
from iij_xbrl.write import write_inline

PAGE = """\
# 2012年3月期 第2四半期決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

### 業績概要

|  | 2011年3月期第2四半期累計 | 2012年3月期第2四半期累計 |
|---|---:|---:|
|  | 百万円 | 百万円 |
| 営業収益合計 | 34,272 | 47,207 |
| 営業利益 | 1,201 | 2,448 |

## Operating Results Summary

|  | 1H10 | 1H11 |
|---|---:|---:|
|  | JPY millions | JPY millions |
| Total Revenues | 34,272 | 47,207 |
| Operating Income | 1,201 | 2,448 |
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("営業利益", "ja"),
        ("調整後EBITDA", "ja"),
        ("Operating income", "en"),
        ("IIJ Mobileサービス", "ja"),
        ("47,207", "en"),
    ],
)
def test_the_language_of_a_text_is_that_of_most_of_its_words(text, code):
    assert language_of(text) == code


def test_a_page_has_its_language_and_blocks_in_another_have_theirs():
    document = parse(PAGE, "page")
    page = write_inline(document, report_of(document, shipped()), shipped()).decode()
    assert re.search(r'<html[^>]* xml:lang="ja">', page)
    assert '<h2 xml:lang="en">Operating Results Summary</h2>' in page
    assert len(re.findall(r'<table [^>]*xml:lang="en"', page)) == 1
    assert "<h3>業績概要</h3>" in page


def test_both_languages_of_a_page_report_the_same_facts():
    report = report_of(parse(PAGE, "page"), shipped())
    assert [len(fact.occurrences) for fact in report.facts] == [2, 2, 2, 2]


def test_a_table_that_is_the_caption_of_what_follows_it_is_drawn_as_it_stands():
    document = parse("|  | 2011年3月期第2四半期 | 2012年3月期第2四半期 |\n|---|---|---|\n", "page")
    page = write_inline(document, report_of(document, shipped()), shipped()).decode()
    assert '<table summary="2011年3月期第2四半期 2012年3月期第2四半期">' in page
