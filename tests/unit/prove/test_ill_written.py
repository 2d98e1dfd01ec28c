"""Percent for percentage points, and numbers that are not written as numbers are."""

import pytest

from iij_xbrl.prove import Finding, prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report

PLACE = """\
places:
- role: Income
  title: {en: Statements of Income, ja: 損益計算書}
  defaults: {type: monetary, period: duration}
  lines:
  - Sales: {en: Total sales, ja: 売上高, balance: credit}
  - Margin: {en: Gross margin, ja: 売上総利益, balance: credit}
  - Ratio: {en: Gross margin ratio, ja: 売上総利益率, type: percent, derive: [change-amount]}
  relations:
  - Ratio = Margin / Sales
  - "RatioChangeAmount[YearOnYearMember] = Margin / Sales - Margin[prior] / Sales[prior]"
"""
PROSE = """\
phrases:
- Sales: {printed: [revenues]}
- Ratio: {printed: [gross margin ratio]}
"""
STATEMENT = """\
Statements of Income

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
Total sales\t34,272,600\t47,206,508
"""
MARGIN = "Gross margin\t6,409,000\t9,441,000\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("income"), PLACE, prose=PROSE)


def found(taxonomy: Taxonomy, sentence: str, margin: str = MARGIN) -> list[Finding]:
    page = f"Results for 1H11\n\n{sentence}\n\n" + STATEMENT + margin
    return [item for item in prove(report(page, taxonomy), taxonomy) if item.severity != "rounding"]


def test_points_that_are_called_percent_are_an_error_where_the_ratios_prove_it(taxonomy):
    (finding,) = found(taxonomy, "Gross margin ratio was 20.0%, up 1.3% YoY.")
    assert (finding.code, finding.severity, finding.suspects[0].text) == ("percent-for-points", "error", "1.3")
    assert {item.text for item in finding.others} == {"9,441,000", "47,206,508", "6,409,000", "34,272,600"}


def test_without_proof_they_are_a_warning(taxonomy):
    (finding,) = found(taxonomy, "Gross margin ratio was 20.0%, up 1.3% YoY.", margin="")
    assert (finding.code, finding.severity) == ("percent-for-points", "warning")


@pytest.mark.parametrize("unit", ["points", "percentage points", "%-points", "percentage point", "% points"])
def test_points_that_are_called_points_are_none(taxonomy, unit):
    assert found(taxonomy, f"Gross margin ratio was 20.0%, up 1.3 {unit} YoY.") == []


def test_a_point_for_a_comma_that_a_table_proves_is_an_error(taxonomy):
    (finding,) = found(taxonomy, "Revenues were JPY47.207 million.")
    assert (finding.code, finding.severity, finding.cause) == ("misread-number", "error", "decimal point for comma")
    assert (finding.suspects[0].text, finding.expected) == ("47.207", "47,207")


@pytest.mark.parametrize(
    ("amount", "text", "cause"),
    [
        ("JPY48.207 million", "48.207", "decimal point for comma"),
        ("JPY47,20 million", "47,20", ""),
        ("JPY48,207", "48,207", "scale"),
        ("JP48,207 million", "48,207", "label"),
    ],
)
def test_a_number_that_cannot_be_read_is_a_warning(taxonomy, amount, text, cause):
    (finding,) = found(taxonomy, f"Revenues were {amount}.")
    assert (finding.code, finding.severity, finding.cause) == ("unread-number", "warning", cause)
    assert [item.text for item in finding.places] == [text]


@pytest.mark.parametrize(
    ("amount", "cause", "expected"),
    [
        ("JPY47,207", "scale", "47,207 million"),
        ("JPY47", "scale", "47 billion"),
        ("JP47,207 million", "label", "JPY47,207"),
        ("JYP47,207 million", "label", "JPY47,207"),
        ("JPYY47,207 million", "label", "JPY47,207"),
        ("JPT47,207 million", "label", "JPY47,207"),
    ],
)
def test_an_amount_that_a_table_proves_is_a_fact_and_an_error(taxonomy, amount, cause, expected):
    (finding,) = found(taxonomy, f"Revenues were {amount}.")
    assert (finding.code, finding.severity, finding.cause) == ("misread-number", "error", cause)
    assert finding.expected == expected


def test_an_amount_is_proven_by_a_relation_too(taxonomy):
    (finding,) = found(taxonomy, "Gross margin ratio was 20.0%. Gross margin was JPY9,441.", MARGIN)
    assert (finding.code, finding.expected) == ("misread-number", "9,441 million")


def test_zero_has_no_scale_to_leave_out(taxonomy):
    codes = [finding.code for finding in found(taxonomy, "Gross margin was JPY0.", "Gross margin\t0\t0\n")]
    assert "misread-number" not in codes


@pytest.mark.parametrize("name", ["IIJ244", "FY2011", "CO2", "QX47,207", "the USA 47 million"])
def test_a_name_with_a_number_is_no_amount(taxonomy, name):
    assert found(taxonomy, f"Revenues of {name} grew.") == []
