"""Periods whose weeks a header counts, and days in digits."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.extract.times.document_calendar import with_days_in_digits
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.read import parse

MONTH_FIRST = Calendar(1, is_known=False, month_first=True)


def periods(page: str) -> dict[str, str]:
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 Weeks Ended 9/9/2023", ["2023-06-18/2023-09-09"]),
        ("Thirteen Weeks Ended October 28, 2023", ["2023-07-30/2023-10-28"]),
        ("39 weeks ended October 28, 2023", ["2023-01-29/2023-10-28"]),
        (
            "thirteen weeks ended October 28, 2023 and October 29, 2022",
            ["2023-07-30/2023-10-28", "2022-07-31/2022-10-29"],
        ),
        ("for the 12 and 36 weeks ended September 9, 2023", ["2023-09-09"]),
        ("152 weeks ended 1/28/2023", ["2023-01-28"]),
    ],
)
def test_weeks_are_counted_back_from_their_last_day(text: str, found: list[str]) -> None:
    assert [str(mention.period) for mention in mentions(text, MONTH_FIRST)] == found


@pytest.mark.parametrize(
    ("texts", "is_known"),
    [(["12/31/2022", "9/3/2022"], True), (["9/3/2022"], False), (["12/31/2022", "31/12/2022"], False)],
)
def test_other_days_of_a_document_tell_which_number_is_the_month(texts: list[str], *, is_known: bool) -> None:
    calendar = with_days_in_digits(Calendar(1), texts)
    assert [str(mention.period) for mention in mentions("9/3/2022", calendar)] == ["2022-09-03"] * is_known


def test_a_head_of_weeks_over_days() -> None:
    page = "As of 12/31/2022\n\n| | 12 Weeks Ended | |\n| | 9/9/2023 | 9/3/2022 |\n|---|---|---|\n"
    page += "| Sales | 2,268 | 6,021 |\n"
    assert periods(page) == {"2,268": "2023-06-18/2023-09-09", "6,021": "2022-06-12/2022-09-03"}
