"""Words that name a period which cannot be meant."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.prove import prove
from support import report

STATEMENT = """\
Consolidated Balance Sheets

\tAs of March 31, 2011\tAs of September 30, 2011
\tThousands of JPY\tThousands of JPY
Total current assets\t30,000,000\t29,000,000
Total assets\t71,310,000\t70,206,508

Consolidated Statements of Income

\tSix Months Ended September 30, 2010\tSix Months Ended September 30, 2011
\tThousands of JPY\tThousands of JPY
Total revenues\t40,000,000\t47,206,508
Operating income\t1,000,000\t1,206,508

"""


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def told(taxonomy, text: str) -> list[tuple[str, str, str]]:
    found = prove(report(STATEMENT + text, taxonomy), taxonomy)
    return [(finding.code, finding.severity, finding.unread[0].text) for finding in found if finding.unread]


def words(text: str) -> list[tuple[str, str, str]]:
    return [("wrong-period-words", "error", text)]


@pytest.mark.parametrize("period", ["fiscal year ended March 31, 2012", "nine months ended March 31, 2012"])
def test_a_period_has_not_ended_after_the_release(taxonomy, period):
    assert told(taxonomy, f"Dividends for the {period} are not decided.\n") == words(period)


@pytest.mark.parametrize(
    "period",
    [
        "fiscal year ending March 31, 2012",
        "fiscal year ended March 31, 2011",
        "three months ended December 31, 2011",  # a release may come late
    ],
)
def test_other_periods_may_be_so_called(taxonomy, period):
    assert told(taxonomy, f"Dividends for the {period} are not decided.\n") == []


CONFORMED = "The presentation for the {} has been changed to conform to that for the {}.\n"


@pytest.mark.parametrize("changed", ["six months ended September 30, 2011", "six months ended March 31, 2010"])
def test_what_is_made_to_conform_is_the_comparative(taxonomy, changed):
    text = CONFORMED.format(changed, "six months ended September 30, 2011")
    assert told(taxonomy, text) == words(changed)


def test_the_comparative_may_be_made_to_conform(taxonomy):
    text = CONFORMED.format("six months ended September 30, 2010", "six months ended September 30, 2011")
    assert told(taxonomy, text) == []


RATE = "U.S. dollars are translations of yen amounts at the rate of JPY 76.74 per US$1.00, which {}.\n"


@pytest.mark.parametrize("mark", ["", "(Note 1) ", "⁽Note 1) "])
def test_a_rate_of_another_day_that_is_printed_for_the_right_one(taxonomy, mark):
    text = (
        mark
        + RATE.format("prevailed as of September 30, 2011")
        + "\n"
        + mark
        + RATE.format("prevailed as of June 30, 2011")
    )
    assert [(code, severity) for code, severity, _ in told(taxonomy, text)] == [("wrong-period-words", "error")]


def test_a_rate_of_the_right_day_is_none(taxonomy):
    assert told(taxonomy, RATE.format("prevailed as of September 30, 2011")) == []


@pytest.mark.parametrize(("length", "wrong"), [("annual", True), ("quarterly", False)])
def test_an_entry_on_results_of_another_length(taxonomy, length, wrong):
    text = f"Six months\n\nSupplemental material on {length} results: Yes\n"
    assert told(taxonomy, text) == (words(length) if wrong else [])


def test_prose_may_speak_of_annual_results(taxonomy):
    assert told(taxonomy, "We announced our target on annual results in May.\n") == []
