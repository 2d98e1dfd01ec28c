"""What attributes say of a part of a page, they say of the tables in it."""

from pathlib import Path

import pytest

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
from support import values

HALF = "2011-04-01/2011-09-30"
PAGE = """<!DOCTYPE html>
<html><body><p><b>Internet Initiative Japan Inc.</b></p>
<p>Tokyo, November 8, 2011 - Internet Initiative Japan Inc. ("IIJ", TSE:3774) announced today its consolidated financial
results for the first six months of Fiscal Year Ending March 31, 2012 (from April 1 to September 30, 2011, "1H11").</p>
<section aria-label="{}"><h3>Operating Results Summary</h3>
<table><tr><th>JPY millions</th><th>1H10</th><th>1H11</th></tr>
<tr><td>Total Revenues</td><td>33,107</td><td>45,817</td></tr></table></section></body></html>
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [("hi-ho Inc.", None), ("Budget", None), ("Operating results", "45817000000"), ("Show more", "45817000000")],
)
def test_what_a_section_is_called_counts(said: str, expected: str | None, tmp_path: Path) -> None:
    page = tmp_path / "release.html"
    page.write_text(PAGE.format(said), encoding="utf-8")
    assert values(report_of(read(page), shipped()), "Revenues").get(HALF) == expected


def test_a_heading_that_leads_to_the_contents_closes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "release.html"
    link = '<body><h5><a href="#toc">Table of Contents</a></h5>'
    page.write_text(PAGE.format("").replace("<body>", link), encoding="utf-8")
    assert values(report_of(read(page), shipped()), "Revenues").get(HALF) == "45817000000"
