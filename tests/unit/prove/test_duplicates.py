"""Places that print one data point differently: contradictions, or what rounding forces."""

import pytest

from iij_xbrl.prove import Finding, prove
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report

PLACE = """\
places:
- role: Income
  title: {en: Statements of Income, ja: 損益計算書}
  printed: [Summary]
  defaults: {type: monetary, period: duration, balance: debit}
  lines:
  - total: Costs
    en: Total costs
    ja: 費用合計
    of:
    - NetworkCosts: {en: Network services, ja: ネットワーク}
    - SystemsCosts: {en: Systems integration, ja: システム}
    - EquipmentCosts: {en: Equipment sales, ja: 機器}
"""
EXACT = """\
Statements of Income

\t1H10\t1H11
\tThousands of JPY\tThousands of JPY
Network services\t12,618,600\t13,222,900
Systems integration\t7,525,900\t8,415,400
Equipment sales\t{equipment}\t396,000
Total costs\t{total}\t22,034,300

"""
ROUNDED = """\
Summary

\t1H10\t1H11
\tJPY millions\tJPY millions
Network services\t12,619\t13,223
Systems integration\t7,526\t8,415
Equipment sales\t{equipment}\t396
Total costs\t{total}\t22,034
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("income"), PLACE)


def of_equipment(taxonomy: Taxonomy, exact: str, rounded: tuple[str, str]) -> list[Finding]:
    thousands = int(exact.replace(",", ""))
    total = f"{12618600 + 7525900 + thousands:,}"
    page = EXACT.format(equipment=exact, total=total) + ROUNDED.format(equipment=rounded[0], total=rounded[1])
    return [
        item
        for item in prove(report(page, taxonomy), taxonomy)
        if item.code == "inconsistent-duplicate" and item.suspects[0].point.concept == "EquipmentCosts"
    ]


@pytest.mark.parametrize(
    ("exact", "printed", "total", "severity"),
    [
        ("277,300", "277", "20,422", None),
        ("277,900", "277", "20,422", "rounding"),  # cut off
        ("278,206", "277", "20,422", "rounding"),  # forced: the column adds up as printed only
        ("278,206", "277", "20,423", "error"),  # the column would add up with 278
        ("279,206", "277", "20,422", "error"),  # more than two units
    ],
)
def test_two_units_are_rounding_only_where_the_column_is_forced_to_fit(taxonomy, exact, printed, total, severity):
    found = of_equipment(taxonomy, exact, (printed, total))
    assert [item.severity for item in found] == ([severity] if severity else [])


def test_figures_of_different_signs_are_never_rounding(taxonomy):
    (found,) = of_equipment(taxonomy, "1", ("(1)", "20,144"))
    assert found.severity == "error"
