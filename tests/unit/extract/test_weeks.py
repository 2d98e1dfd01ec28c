"""Periods of documents that count in weeks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.extract.times.calendar import months_to
from iij_xbrl.extract.times.weeks import weeks_of
from iij_xbrl.languages import ENGLISH


def span(weeks, months, end):
    assert weeks is not None
    found = weeks.span(months_to(date.fromisoformat(end), months))
    return found and str(found)


def days(texts):
    return tuple(map(date.fromisoformat, texts))


def weeks(heads, balances=(), *, says_so=False):
    return weeks_of(days(heads), days(balances), says_so=says_so)


def test_years_of_weeks_begin_behind_the_end_of_the_year_before():
    known = weeks(["2023-07-01", "2022-06-25", "2022-12-31"], ["2021-12-25"])
    assert span(known, 6, "2023-07-01") == "2023-01-01/2023-07-01"
    assert span(known, 6, "2022-06-25") == "2021-12-26/2022-06-25"
    assert span(known, 3, "2022-06-25") == "2022-03-27/2022-06-25"


def test_a_quarter_of_fourteen_weeks_is_known_by_the_day_behind_it():
    known = weeks(["2023-07-01", "2022-06-25", "2022-09-24"])
    assert span(known, 9, "2023-07-01") == "2022-09-25/2023-07-01"


def test_a_week_may_end_with_a_month():
    known = weeks(["2023-04-29", "2022-04-30", "2022-07-30"])
    assert span(known, 3, "2022-04-30") == "2022-01-30/2022-04-30"


def test_years_that_close_with_a_month_begin_with_one():
    known = weeks(["2023-07-02", "2022-07-03", "2022-12-31"])
    assert span(known, 6, "2023-07-02") == "2023-01-01/2023-07-02"
    assert span(known, 3, "2023-07-02") == "2023-04-03/2023-07-02"
    assert span(known, 6, "2022-07-03") == "2022-01-01/2022-07-03"


def test_a_year_that_ends_with_both_tells_nothing():
    heads = ["2023-07-01", "2022-07-02", "2022-12-31"]
    assert span(weeks(heads), 6, "2022-07-02") is None
    assert span(weeks(heads), 6, "2023-07-01") == "2023-01-01/2023-07-01"
    assert span(weeks(heads, ["2021-12-31"]), 6, "2022-07-02") == "2022-01-01/2022-07-02"
    assert span(weeks(heads, says_so=True), 6, "2022-07-02") == "2022-01-02/2022-07-02"


def test_months_are_no_weeks():
    assert weeks(["2023-06-30", "2022-06-30", "2022-12-31"]) is None
    assert weeks(["2025-04-01", "2025-06-30"]) is None
    assert weeks([]) is None


def test_a_document_says_that_its_years_have_weeks():
    says = ENGLISH.patterns["periods.years_of_weeks"]
    assert says.search("We have a 52- or 53-week fiscal year.")
    assert says.search("Our year ends on the last Saturday in December.")
    assert not says.search("Revenues grew in the last 53 days.")


@given(st.dates(date(2001, 1, 1), date(2099, 1, 1)), st.sampled_from([3, 6, 9]))
def test_without_other_days_a_quarter_has_thirteen_weeks(day, months):
    known = weeks_of([date(2023, 9, 30), date(2022, 9, 24), date(2021, 9, 25)], (), says_so=True)
    assert known is not None
    end = day + timedelta(days=(known.weekday - day.weekday()) % 7)
    found = known.span(months_to(end, months))
    assert found is not None
    assert found.start is not None
    assert (end - found.start).days % 7 == 6


def test_a_rule_tells_the_ends_of_years_that_no_column_names():
    known = weeks(["2024-06-29", "2023-07-01", "2023-09-30"], says_so=True)
    assert span(known, 9, "2023-07-01") == "2022-10-02/2023-07-01"
    assert known is not None
    assert span(known.with_rule(5, 9, is_nearest=False), 9, "2023-07-01") == "2022-09-25/2023-07-01"
    assert known.with_rule(4, 9, is_nearest=False) == known


def test_the_nearest_day_may_lie_in_the_next_month():
    known = weeks(["2023-04-30", "2022-05-01", "2023-01-29"], says_so=True)
    assert known is not None
    assert date(2022, 1, 30) in known.with_rule(6, 1, is_nearest=True).ends
    assert date(2025, 2, 2) in known.with_rule(6, 1, is_nearest=True).ends


def test_a_document_states_the_rule_of_its_years():
    last, nearest = (ENGLISH.patterns[f"periods.{name}_weekday"] for name in ("last", "nearest"))
    found = last.search("Our year is the 52- or 53-week period that ends on the last Saturday of September.")
    assert found is not None
    assert (found["weekday"], found["month"]) == ("Saturday", "September")
    assert nearest.search("a 52- or 53-week year ending on the Sunday nearest to January 31")
