"""A head that says at once that its figures are money and percentages leaves open what they are."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

PAGE = """株式会社インターネットイニシアティブ

2013年3月期 決算短信

連結業績

| | 2012年3月期 | 2013年3月期 |
|---|---|---|
| | {unit} | 百万円 |
| 売上高 | 97,315 | 106,248 |
| 営業利益 | 6,353 | 7,753 |
"""


@pytest.mark.parametrize("unit", ["百万円％", "百万円 ％", "百万円、%"])
def test_a_bare_figure_is_neither_below_both(unit):
    (table,) = extract(parse(PAGE.format(unit=unit), "page"), Calendar(4), "JPY")
    told = {(row["column"], row["unit"], row["scale"], bool(row["closed"])) for row in figure_rows([table])}
    assert told == {("1", "", "", True), ("2", "JPY", "6", False)}


def test_the_column_beside_it_is_of_its_own_unit():
    taxonomy = load_taxonomy()
    open_one = report_of(parse(PAGE.format(unit="百万円％"), "page"), taxonomy)
    whole = report_of(parse(PAGE.format(unit="百万円"), "page"), taxonomy)
    assert {fact.occurrence.text for fact in open_one.facts} == {"106,248", "7,753"}
    assert {fact.occurrence.text for fact in whole.facts} == {"97,315", "6,353", "106,248", "7,753"}
