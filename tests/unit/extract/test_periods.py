"""How releases write periods. The fiscal year starts on April 1 unless a test says otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.extract.times.document_calendar import with_weeks
from iij_xbrl.extract.times.periods import Calendar, Period, mentions, months_to
from support import APRIL


def periods(text: str, calendar: Calendar = APRIL) -> list[str]:
    return [str(mention.period) for mention in mentions(text, calendar)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1H11", "2011-04-01/2011-09-30"),
        ("2H11", "2011-10-01/2012-03-31"),
        ("1H FY2011", "2011-04-01/2011-09-30"),
        ("1H2011", "2011-04-01/2011-09-30"),
        ("2Q11", "2011-07-01/2011-09-30"),
        ("4Q10", "2011-01-01/2011-03-31"),
        ("2Q FY2011", "2011-07-01/2011-09-30"),
        ("9M11", "2011-04-01/2011-12-31"),
        ("3M FY2014", "2014-04-01/2014-06-30"),
        ("FY2011", "2011-04-01/2012-03-31"),
        ("FY11", "2011-04-01/2012-03-31"),
        ("Full FY2011", "2011-04-01/2012-03-31"),
        ("first quarter of FY2011", "2011-04-01/2011-06-30"),
        ("2nd Quarter FY2011", "2011-07-01/2011-09-30"),
        ("first half of fiscal year 2011", "2011-04-01/2011-09-30"),
        ("Six Months Ended September 30, 2011", "2011-04-01/2011-09-30"),
        ("six months ended Sep. 30, 2011", "2011-04-01/2011-09-30"),
        ("nine months ended December 2009", "2009-04-01/2009-12-31"),
        ("Three Months Ended Dec. 2009", "2009-10-01/2009-12-31"),
        ("fiscal year ended March 2012", "2011-04-01/2012-03-31"),
        ("six-month period ended September 30, 2011", "2011-04-01/2011-09-30"),
        ("Three Months Ended September 30, 2011", "2011-07-01/2011-09-30"),
        ("Three Months Ended June 30, 2014", "2014-04-01/2014-06-30"),
        ("Nine months ended December 31, 2014", "2014-04-01/2014-12-31"),
        ("Twelve months ended March 31, 2012", "2011-04-01/2012-03-31"),
        ("Fiscal year ended March 31, 2012", "2011-04-01/2012-03-31"),
        ("Fiscal year ending March 31, 2012", "2011-04-01/2012-03-31"),
        ("year ended March 31, 2012", "2011-04-01/2012-03-31"),
        ("April 1, 2011 to September 30, 2011", "2011-04-01/2011-09-30"),
        ("April 1, 2011 through March 31, 2012", "2011-04-01/2012-03-31"),
        ("as of September 30, 2011", "2011-09-30"),
        ("As of Sep. 30, 2012", "2012-09-30"),
        ("at March 31, 2011", "2011-03-31"),
        ("Sep 30, 2009", "2009-09-30"),
        ("30 September 2011", "2011-09-30"),
        ("2011-09-30", "2011-09-30"),
        ("2011/9/30", "2011-09-30"),
        ("as of 1H11", "2011-09-30"),
        ("end of 4Q10", "2011-03-31"),
        ("2Q13 (cumulative)", "2013-04-01/2013-09-30"),
        ("3Q12 YTD", "2012-04-01/2012-12-31"),
        ("the first half of the fiscal year ending March 31, 2014", "2013-04-01/2013-09-30"),
        ("second quarter of the fiscal year ending March 31, 2014", "2013-07-01/2013-09-30"),
        ("FY2011 interim period", "2011-04-01/2011-09-30"),
    ],
)
def test_a_period(text, period):
    assert periods(text) == [period]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "Six Months ended September 30, 2010 and September 30, 2011",
            ["2010-04-01/2010-09-30", "2011-04-01/2011-09-30"],
        ),
        ("Three months ended June 30, 2013 and 2014", ["2013-04-01/2013-06-30", "2014-04-01/2014-06-30"]),
        ("As of March 31, 2011 and September 30, 2011", ["2011-03-31", "2011-09-30"]),
        ("at March 31 and September 30, 2011", ["2011-03-31", "2011-09-30"]),
        ("1H10 1H11", ["2010-04-01/2010-09-30", "2011-04-01/2011-09-30"]),
    ],
)
def test_two_periods_in_one_text(text, both):
    assert periods(text) == both


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Total Revenues",
        "September",
        "APRIL 1",
        "2011",
        "February 30, 2011",
        "Six months",
        "ATM1H",
        "5Q11",
        "third half of FY2011",
    ],
)
def test_other_texts_name_no_period(text):
    assert periods(text) == []


def test_the_names_of_halves_and_quarters_count_from_the_fiscal_year():
    january = Calendar(1)
    assert periods("1H11", january) == ["2011-01-01/2011-06-30"]
    assert periods("4Q11", january) == ["2011-10-01/2011-12-31"]
    assert periods("FY2011", january) == ["2011-01-01/2011-12-31"]
    assert periods("9M11", january) == ["2011-01-01/2011-09-30"]


def test_durations_to_a_date_do_not_depend_on_the_fiscal_year():
    assert periods("Six Months Ended September 30, 2011", Calendar(1)) == ["2011-04-01/2011-09-30"]


def test_two_digit_years_before_eighty_are_of_this_century():
    assert periods("1H79") == ["2079-04-01/2079-09-30"]
    assert periods("1H80") == ["1980-04-01/1980-09-30"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("September 30, 2011", "date"),
        ("as of September 30, 2011", "instant"),
        ("Six Months Ended September 30, 2011", "duration"),
        ("1H11", "duration"),
        ("as of 1H11", "instant"),
    ],
)
def test_a_bare_date_is_not_said_to_be_an_instant(text, kind):
    (mention,) = mentions(text, APRIL)
    assert mention.kind == kind


def test_a_mention_stands_at_its_offsets():
    text = "For the Six Months Ended September 30, 2011 (In USD)"
    (mention,) = mentions(text, APRIL)
    assert text[mention.start : mention.end] == "Six Months Ended September 30, 2011"


def test_periods_sort_by_their_last_day():
    assert sorted([Period(date(2011, 9, 30)), Period(date(2011, 3, 31))])[0].end == date(2011, 3, 31)


@pytest.mark.parametrize(
    "text",
    ["FY12/3", "FY2012/13", "the busy half of the fiscal year ending March 31, 2014", "interim of FY2012"],
)
def test_a_year_of_which_more_is_said_than_is_understood_is_no_period(text):
    assert periods(text) == []


def test_two_durations_to_one_date_are_none():
    (mention,) = mentions("For the three months and six months ended September 30, 2013", APRIL)
    assert (str(mention.period), mention.kind) == ("2013-09-30", "date")


def test_the_fiscal_year_of_a_day_is_named_by_the_year_of_its_start():
    assert [APRIL.year_of(day) for day in (date(2011, 3, 31), date(2011, 4, 1))] == [2010, 2011]


@pytest.mark.parametrize(("months", "text"), [(3, "1Q11"), (6, "1H11"), (9, "9M11"), (12, "FY11")])
def test_the_length_of_a_period(months, text):
    (mention,) = mentions(text, APRIL)
    assert mention.period.months == months


def test_an_instant_has_no_length():
    assert Period(date(2011, 9, 30)).months == 0


DATES = st.dates(date(1990, 1, 1), date(2060, 12, 31))
STYLES = ["%B {day}, %Y", "%b {day}, %Y", "%b. {day}, %Y", "{day} %B %Y", "%Y-%m-%d", "%Y/%m/%d", "%B {day} %Y"]


@given(DATES, st.sampled_from(STYLES), st.booleans())
def test_any_date_in_any_style_is_read_back(day, style, shout):
    text = day.strftime(style).format(day=day.day)
    assert periods(text.upper() if shout else text) == [str(day)]


@given(DATES, st.sampled_from(STYLES))
def test_a_date_after_as_of_is_an_instant_in_any_style(day, style):
    (mention,) = mentions("as of " + day.strftime(style).format(day=day.day), APRIL)
    assert (mention.kind, mention.period, mention.start) == ("instant", Period(day), 0)


MONTH_ENDS = st.builds(
    lambda year, month: date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1),
    st.integers(1990, 2060),
    st.integers(1, 12),
)


@given(MONTH_ENDS, st.sampled_from([3, 6, 9, 12]))
def test_months_to_a_month_end_are_whole_months(end, months):
    period = months_to(end, months)
    assert period.end == end
    assert period.start is not None
    assert period.start.day == 1
    assert period.months == months


@given(MONTH_ENDS, st.sampled_from([3, 6, 9, 12]))
def test_the_period_before_ends_where_a_period_begins(end, months):
    period = months_to(end, months)
    assert period.start is not None
    assert months_to(period.start - timedelta(days=1), months).months == months


@given(
    MONTH_ENDS,
    st.sampled_from([("Three", 3), ("six", 6), ("NINE", 9), ("twelve", 12), ("9", 9)]),
    st.sampled_from(["Months Ended", "months ending"]),
)
def test_any_number_of_months_to_any_date_is_that_period(end, count, words):
    word, months = count
    text = f"{word} {words} {end.strftime('%B')} {end.day}, {end.year}"
    assert periods(text) == [str(months_to(end, months))]


@pytest.mark.parametrize(
    "text", ["9999-12-31", "December 31, 9999", "0001-01-01", "9999年12月31日", "令和9999年12月31日"]
)
def test_a_day_that_no_figure_is_of_is_no_period(text):
    calendar = Calendar(4, 1)
    assert mentions(text, calendar) == ()
    assert with_weeks(calendar, [text], [text], [text]) == calendar
