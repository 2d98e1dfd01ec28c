"""Cells of spreadsheets read as they are shown."""

from decimal import Decimal

import pytest

from iij_xbrl.read.number_format import shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (47207, "#,##0", "47,207"),
        (-12, "#,##0_);(#,##0)", "(12)"),
        (12, "#,##0_);(#,##0)", "12 "),
        (0, '#,##0;(#,##0);"-"', "-"),
        (0, "_(* #,##0_);_(* (#,##0);_(* \\-_)", " - "),
        (0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', " - "),
        (5, "??0", "5"),
        (Decimal("2.50"), "0.0??", "2.5"),
        (47207456000, "#,##0,,", "47,207"),
        (47207456, '#,##0,"千円"', "47,207千円"),
        (Decimal("0.377"), "0.0%", "37.7%"),
        (Decimal("-0.0049"), "0.0%", "-0.5%"),
        (Decimal("-0.0004"), "0.0%", "0.0%"),
        (Decimal("4241.14"), "#,##0.00", "4,241.14"),
        (Decimal("4241.1"), "#,##0.##", "4,241.1"),
        (Decimal("0.5"), "#.0", ".5"),
        (Decimal("2.5"), "0", "3"),
        (1234, "General", "1234"),
        (Decimal("1.10"), "General", "1.1"),
        (-5, "General", "-5"),
        (5, "[$¥-411]#,##0", "¥5"),
        (-5, "[Red]△#,##0", "-△5"),
        (-5, '#,##0;"△"#,##0', "△5"),
        (1500000, '[>=1000000]#,##0,,"M";#,##0', "2M"),
        (900, '[>=1000000]#,##0,,"M";#,##0', "900"),
        (1234567, "#,##0.0,", "1,234.6"),
        (7, "00", "07"),
    ],
)
def test_a_number_is_shown_as_its_format_says(value, number_format, text):
    assert shown(value, number_format) == text


@pytest.mark.parametrize("number_format", ["yyyy/mm/dd", "# ?/?", "0.00E+00", "h:mm"])
def test_what_is_no_plain_number_is_not_shown(number_format):
    assert shown(5, number_format) is None


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (Decimal("1e300"), "#,##0", "1" + ",000" * 100),
        (10**40, "General", "1" + "0" * 40),
        (1, "0." + "0" * 200, "1." + "0" * 200),
        (1, "0." + "0" * 300, None),
        (10**2000, "0", None),
        (1, "[>1.2.3]0;0", None),
    ],
)
def test_numbers_and_formats_beyond_those_of_a_release_are_shown_in_full_or_not_understood(value, number_format, text):
    assert shown(value, number_format) == text
