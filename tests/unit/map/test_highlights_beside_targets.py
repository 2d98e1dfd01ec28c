"""Highlights with targets beside them: each change in three cells, `up | 9.8% | YoY`."""

from pathlib import Path

import pytest

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read

PAGE = """\
<p>Internet Initiative Japan Inc. announced its results for the fiscal year ending March 31, 2023 ("1Q22", from April 1,
2022 to June 30, 2022) under International Financial Reporting Standards (IFRS).</p>
<table><tr><td colspan="5"><b>{title}</b></td><td colspan="2"><b>FY22 Targets</b></td></tr>
<tr><td></td><td></td><td></td><td></td><td></td><td>First Half</td><td>Full Year</td></tr>
<tr><td>Total revenues</td><td>JPY 58.2 billion</td><td>up</td><td>9.8%</td><td>{basis}<sup>2</sup></td>
<td>JPY 117.0 billion</td><td>JPY 250.0 billion</td></tr>
<tr><td>Operating profit</td><td>JPY 5.0 billion</td><td>down</td><td>15.3%</td><td>{basis}</td>
<td>JPY 10.7 billion</td><td>JPY 27.2 billion</td></tr>
<tr><td>Net profit<sup>3</sup></td><td>JPY 4.4 billion</td><td>up</td><td>25.2%</td><td>{basis}</td>
<td>JPY 6.8 billion</td><td>JPY 17.5 billion</td></tr></table>
"""
TITLE = "Highlights of Financial Results for 1Q22"
QUARTER, HALF, YEAR = "2022-04-01/2022-06-30", "2022-04-01/2022-09-30", "2022-04-01/2023-03-31"


def found(tmp_path: Path, concept: str, title: str = TITLE, basis: str = "YoY") -> dict[tuple[str, bool], str]:
    """What such a page says of a concept, by period and whether it is a forecast."""
    path = tmp_path / "release.html"
    path.write_text(PAGE.format(title=title, basis=basis), encoding="utf-8")
    points = ((fact.point, fact.occurrences[0].value) for fact in report_of(read(path), shipped()).facts)
    return {
        (str(point.period), "ForecastAxis" in dict(point.dimensions)): str(value)
        for point, value in points
        if point.concept == concept
    }


@pytest.mark.parametrize(
    ("concept", "result", "targets"),
    [
        ("Revenues", "58200000000", ("117000000000", "250000000000")),
        ("OperatingIncome", "5000000000", ("10700000000", "27200000000")),
        ("NetIncomeAttributableToParent", "4400000000", ("6800000000", "17500000000")),
    ],
)
def test_results_and_targets_have_their_periods(tmp_path, concept, result, targets):
    said = {(QUARTER, False): result, (HALF, True): targets[0], (YEAR, True): targets[1]}
    assert found(tmp_path, concept) == said


def test_a_change_has_the_sign_of_its_word_and_is_of_the_results(tmp_path):
    assert found(tmp_path, "RevenuesChangePercent") == {(QUARTER, False): "0.098"}
    assert found(tmp_path, "OperatingIncomeChangePercent") == {(QUARTER, False): "-0.153"}


def test_against_something_else_it_is_none(tmp_path):
    for basis in ("QoQ", "vs plan", ""):
        assert found(tmp_path, "RevenuesChangePercent", basis=basis) == {}


@pytest.mark.parametrize("title", ["Highlights of Non-consolidated Results for 1Q22", "Toyshop Inc. Results for 1Q22"])
def test_a_title_that_names_another_scope_closes_the_results(tmp_path, title):
    assert found(tmp_path, "Revenues", title=title).get((QUARTER, False)) is None
    assert found(tmp_path, "RevenuesChangePercent", title=title) == {}
