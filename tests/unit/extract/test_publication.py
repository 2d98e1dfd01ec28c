"""The day of publication, from what the opening of a release says."""

from datetime import date

import pytest

from iij_xbrl.extract.times.publication import published
from support import APRIL, page

DAY = date(2012, 8, 7)


@pytest.mark.parametrize(
    "opening",
    [
        "TOKYO, Aug. 7, 2012 (NEWSWIRE) -- Test Co. announced its results for the three months ended June 30, 2012.",
        "Tokyo, August 7, 2012 - Test Co. today announced its results.",
        "TOKYO, Aug. 07, 2012 /Newswire/ \u2014 Test Co. announced results.\n\nIt met on July 3, 2012.",
        "August 7, 2012",
        "Date: August 7, 2012",
    ],
)
def test_a_dateline_or_a_day_alone_is_the_day_of_publication(opening):
    assert published(page(f"{opening}\n\nSales\t100\n"), APRIL) == DAY


@pytest.mark.parametrize(
    "opening",
    [
        "On August 7, 2012, Test Co. opened a shop -- its first.",
        "For the three months ended June 30, 2012 - unaudited",
        "August 7, 2012\n\nAugust 9, 2012",
    ],
)
def test_other_days_are_none(opening):
    assert published(page(f"{opening}\n\nSales\t100\n"), APRIL) is None


def test_a_japanese_report_without_a_day_is_not_older_than_what_it_reports_on():
    assert published(page("2022年3月期 決算短信〔IFRS〕（連結）\n\n売上収益\t100\n"), APRIL) == date(2022, 3, 31)
    assert published(page("2022年3月期の見通し\n\n売上収益\t100\n"), APRIL) is None
