"""A table that has lost its labels is read by its order, where what it prints stands elsewhere too."""

import pytest

from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, report, unmapped

PLACES = """\
places:
- role: Income
  title: {en: Statements of Income, ja: 損益計算書}
  defaults: {type: monetary, period: duration}
  lines:
  - Network: {en: Network services, ja: ネットワーク}
  - Systems: {en: Systems integration, ja: 構築}
  - Equipment: {en: Equipment sales, ja: 機器}
  - Machines: {en: Machines, ja: 機械}
  - Total: {en: Total costs, ja: 合計}
- role: Summary
  title: {en: Results Summary, ja: 概要}
  defaults: {type: monetary, period: duration}
  lines:
  - Network
  - Systems
  - Equipment
  - Machines
  - Total
"""
STATEMENT = """\
Statements of Income

\t1H08\t1H09
\tThousands of JPY\tThousands of JPY
Network services\t14,341,111\t15,311,222
Systems integration\t12,178,333\t10,049,900
Equipment sales\t464,841\t269,222
Machines\t99,956\t406,656
Total costs\t27,084,241\t26,037,000

Results Summary

1H08\t1H09
JPY millions\tJPY millions
14,341\t15,311
12,178\t10,050
{equipment}
100	407
27,084\t26,037
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("income"), PLACES)


def read(taxonomy: Taxonomy, equipment: str) -> Report:
    return report(STATEMENT.format(equipment=equipment), taxonomy)


def printed(found: Report, concept: str) -> list[str]:
    return [item.text for fact in found.facts for item in fact.occurrences if item.point.concept == concept]


def test_rows_whose_amounts_stand_elsewhere_are_their_lines(taxonomy):
    found = read(taxonomy, "465\t269")
    assert printed(found, "Equipment") == ["464,841", "465", "269,222", "269"]
    assert unmapped(found) == {}


def test_a_row_between_two_that_are_known_is_the_line_between_theirs(taxonomy):
    found = read(taxonomy, "466\t269")
    assert printed(found, "Equipment") == ["464,841", "466", "269,222", "269"]


@pytest.mark.parametrize(
    "equipment",
    [
        "468\t272",  # none of its amounts stands elsewhere
        "468\t269\n5\t6",  # two rows where one line belongs
    ],
)
def test_without_evidence_it_is_not_read(taxonomy, equipment):
    assert "468" in unmapped(read(taxonomy, equipment))
