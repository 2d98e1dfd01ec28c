"""Tables of what was acquired: as of the day of which the text in front tells."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse

TABLE = """
The purchase consideration was allocated as follows:

| | (in millions) |
|---|---:|
| Cash | $ 111 |
| Goodwill | 873 |
"""


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(1, is_known=False), "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


@pytest.mark.parametrize(
    "said",
    [
        "On May 26, 2022 (Acquisition Date), the Company completed the acquisition of all shares of Pensando.",
        "On May 26, 2022, the Company acquired Pensando, a leader in computing, for $1.9 billion.",
        "We signed on April 4, 2022. The acquisition closed on May 26, 2022, and is expected to be accretive.",
        "Its results are included since the acquisition date of May 26, 2022.",
    ],
)
def test_what_was_acquired_is_told_as_of_the_day_of_the_acquisition(said):
    assert extracted(f"{said}\n{TABLE}") == {"111": "2022-05-26", "873": "2022-05-26"}


@pytest.mark.parametrize(
    "said",
    [
        "During the year ended December 30, 2023, the Company completed several acquisitions.",
        "In March 2023, we acquired ParsePort.",
        "On June 1, 2023, we completed the sale of a business.",
        "During the fourth quarter of 2022, the Company finalized its purchase price allocation.",
        "The Company also acquired several businesses.",
        "ParsePort was acquired on July 1, 2023.",
        "The purchase prices of the other acquisitions were not material.",
        "On November 9, 2022, the Company formed a company to hold the acquired real property.",
    ],
)
def test_what_else_is_told_leaves_the_day_open(said):
    assert extracted(f"{said}\n{TABLE}") == {"111": "", "873": ""}
    before = "On May 26, 2022, the Company acquired Pensando."
    assert ("2022-05-26" in extracted(f"{before} {said}\n{TABLE}").values()) == ("formed" in said)


def test_columns_of_several_acquisitions_are_of_no_known_day():
    page = "On May 26, 2022, the Company acquired Pensando.\n" + TABLE.replace("| |", "| | First |").replace(
        "|---|", "|---|---:|"
    ).replace("| Cash |", "| Cash | $ 5 |")
    assert not any(extracted(page).values())


def test_a_day_of_an_acquisition_is_not_that_of_other_tables():
    page = "On May 26, 2022, the Company acquired Pensando.\n" + TABLE.replace("purchase consideration", "charge")
    assert not any(extracted(page).values())


@pytest.mark.parametrize("head", ["Final Allocation", "Adjustments"])
def test_what_is_final_or_adjusted_is_of_a_later_day(head):
    page = "On May 26, 2022, the Company acquired Pensando.\n" + TABLE.replace("(in millions)", head)
    assert not any(extracted(page).values())
