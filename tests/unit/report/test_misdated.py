"""Words that say that a period has ended: one that had not is a misprint, unless the release says so throughout."""

from datetime import date

import pytest

from iij_xbrl.extract.times.periods import Calendar, Period
from iij_xbrl.read import parse
from iij_xbrl.report.misdated import misdated

HALF = Period(date(2011, 9, 30), date(2011, 4, 1))
TOLD = "Results for the six months ended September 30, 2012 are as follows.\n\n"


@pytest.mark.parametrize(("times", "found"), [(1, 1), (2, 2), (3, 0)])
def test_what_had_not_ended_is_told_unless_the_release_says_it_throughout(times, found):
    """Then no figures of its last period were read, and its words are right."""
    page = parse(TOLD * times, "page")
    assert len(list(misdated(page, Calendar(4, 1), HALF))) == found
