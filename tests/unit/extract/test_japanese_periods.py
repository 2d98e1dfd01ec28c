"""Periods as Japanese releases write them."""

import pytest

from iij_xbrl.extract.times.document_calendar import with_years
from iij_xbrl.extract.times.periods import Calendar, mentions
from support import APRIL

HEISEI = with_years(APRIL, ["平成26年3月期決算短信"])


def periods(text: str, calendar: Calendar = APRIL) -> list[str]:
    return [str(mention.period) for mention in mentions(text, calendar)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2011年9月30日現在", "2011-09-30"),
        ("２０１１年９月３０日", "2011-09-30"),
        ("平成26年3月31日", "2014-03-31"),
        ("令和元年5月1日", "2019-05-01"),
        ("2011年9月末", "2011-09-30"),
        ("（自　2011年４月１日　至　2011年９月30日）", "2011-04-01/2011-09-30"),
        ("2011年4月1日～2011年9月30日", "2011-04-01/2011-09-30"),
        ("2011年4月1日から9月30日まで", "2011-04-01/2011-09-30"),
        ("2022年3月期第3四半期累計（4-12月）", "2021-04-01/2021-12-31"),
        ("2022年3月期 第3四半期（10月～12月）", "2021-10-01/2021-12-31"),
        ("平成26年10月～12月", "2014-10-01/2014-12-31"),
        ("2014年10月～3月", "2014-10-01/2015-03-31"),
        ("2014年10月～2015年3月", "2014-10-01/2015-03-31"),
        ("当連結会計年度（2015/4/1～2016/3/31）", "2015-04-01/2016-03-31"),
        ("2012年3月期", "2011-04-01/2012-03-31"),
        ("2012年3月期 第2四半期", "2011-04-01/2011-09-30"),
        ("2012年3月期第2四半期累計期間", "2011-04-01/2011-09-30"),
        ("2012年3月期第2四半期会計期間", "2011-07-01/2011-09-30"),
        ("2012年3月期第4四半期", "2012-01-01/2012-03-31"),
        ("2012年3月期第4四半期累計期間", "2011-04-01/2012-03-31"),
        ("平成26年8月期1Q", "2013-09-01/2013-11-30"),
        ("2011年度第3四半期", "2011-04-01/2011-12-31"),
        ("2012年3月期末", "2012-03-31"),
        ("2007年9月中間期", "2007-04-01/2007-09-30"),
        ("2007年9月中間期末", "2007-09-30"),
        ("2014年9月30日に終了した6ヶ月間", "2014-04-01/2014-09-30"),
        ("2014年3月31日に終了した連結会計年度", "2013-04-01/2014-03-31"),
        ("平成26年12月31日に終了した三か月間", "2014-10-01/2014-12-31"),
    ],
)
def test_a_period_is_read(text, period):
    assert periods(text) == [period]


@pytest.mark.parametrize("text", ["2011年3月期下期", "2011年3月期半期"])
def test_a_part_of_a_year_that_is_not_understood_makes_no_year_of_it(text):
    assert periods(text) == []


def test_two_days_in_one_text_are_two_instants():
    assert periods("2011年3月31日及び2011年9月30日") == ["2011-03-31", "2011-09-30"]


def test_a_year_of_two_digits_is_of_the_era_that_the_document_names():
    assert periods("25年3月期", HEISEI) == ["2012-04-01/2013-03-31"]


def test_a_year_of_two_digits_is_unknown_where_the_document_names_none_in_full():
    assert periods("25年3月期") == []


def test_years_of_two_eras_are_told_by_the_years_that_are_near():
    calendar = with_years(APRIL, ["令和2年3月期", "2020年3月31日"])
    assert periods("31年3月期", calendar) == ["2018-04-01/2019-03-31"]
    assert periods("3年3月期", calendar) == ["2020-04-01/2021-03-31"]


@pytest.mark.parametrize(
    "text",
    [
        "2011年2月30日",
        "第2四半期",
        "前年同四半期",
        "1株当たり",
        "2012年13月期",
        "2012年13月～15月",
        "2022年3月期第3四半期（7-12月）",
    ],
)
def test_what_names_no_day_is_no_period(text):
    assert periods(text) == []


@pytest.mark.parametrize("text", ["2012年13月～15月", "2022年3月期第3四半期（7-12月）"])
def test_months_that_are_none_or_those_of_another_period_name_none(text):
    assert periods(text) == []


def test_english_periods_in_a_japanese_text_are_read_too():
    assert periods("2Q11 の営業収益") == ["2011-07-01/2011-09-30"]


def test_a_fiscal_year_may_be_named_by_the_year_that_it_ends_in():
    by_end = Calendar(4, named_by_end=True)
    assert periods("FY2012", by_end) == ["2011-04-01/2012-03-31"]
    assert periods("2Q FY2012", by_end) == ["2011-07-01/2011-09-30"]
    assert by_end.name_of(mentions("FY2012", by_end)[0].period.end) == 2012


def test_a_fiscal_year_that_is_the_calendar_year_has_one_name():
    assert periods("FY2012", Calendar(1, named_by_end=True)) == ["2012-01-01/2012-12-31"]


@pytest.mark.parametrize("text", ["（自 2018年4月1日 至 2019年記3月31日）", "自 2018年4月1日"])
def test_a_period_whose_end_is_not_understood_is_none(text):
    assert "2018-04-01" not in periods(text)


def test_a_balance_of_a_day_is_called_so():
    (mention,) = mentions("2022年4月1日時点の残高", APRIL)
    assert (mention.kind, "2022年4月1日時点の残高"[mention.end :]) == ("instant", "残高")
