"""Heads that name a period by its place before or in the one that the document reports on."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.read import parse
from support import APRIL

PAGE = """\
# 平成24年３月期 第２四半期決算短信〔米国基準〕（連結）

### 業績

（単位：百万円、％）

| | {before} | {now} | 前年同期比増減率 |
|---|---:|---:|---:|
| 営業収益 | 34,272 | 47,207 | 37.7 |
"""
HALF, BEFORE = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30"


def rows(page: str) -> dict[str, dict[str, str]]:
    """The figures of a page by how they are printed."""
    return {row["text"]: row for row in figure_rows(extract(parse(page, "page"), APRIL, "JPY")) if row["text"]}


@pytest.mark.parametrize(
    ("before", "now", "periods"),
    [
        ("前第２四半期連結累計期間", "当第２四半期連結累計期間", (BEFORE, HALF)),
        ("前第２四半期会計期間", "当第２四半期会計期間", ("", "")),  # the title is of six months
        ("前連結会計年度末", "当第２四半期連結会計期間末", ("2011-03-31", "2011-09-30")),
        ("前連結会計年度", "当第２四半期連結累計期間", ("2010-04-01/2011-03-31", HALF)),
        ("前第３四半期連結累計期間", "当第３四半期連結累計期間", ("", "")),
    ],
)
def test_a_head_is_of_the_reported_period_or_of_the_one_before(before, now, periods):
    found = rows(PAGE.format(before=before, now=now))
    assert (found["34,272"]["period"], found["47,207"]["period"]) == periods


def test_a_rate_of_change_is_a_percentage_whatever_the_caption_says():
    found = rows(PAGE.format(before="前第２四半期連結累計期間", now="当第２四半期連結累計期間"))
    assert (found["37.7"]["unit"], found["37.7"]["role"]) == ("%", "change")
    assert (found["47,207"]["unit"], found["47,207"]["scale"]) == ("JPY", "6")


def test_a_year_is_the_reported_one_where_it_is_over():
    page = PAGE.replace(" 第２四半期決算短信", " 決算短信").format(before="前連結会計年度", now="当連結会計年度")
    found = rows(page)
    assert (found["34,272"]["period"], found["47,207"]["period"]) == (
        "2010-04-01/2011-03-31",
        "2011-04-01/2012-03-31",
    )


def test_nothing_is_known_of_a_document_without_such_a_title():
    page = PAGE.replace("決算短信", "業績").format(before="前第２四半期連結累計期間", now="当第２四半期連結累計期間")
    assert {row["period"] for row in rows(page).values()} == {""}
