"""A relation that need not bind gives a warning where it is open."""

import pytest

from iij_xbrl.prove import prove
from support import compiled, report

PLACE = """\
places:
- role: Position
  title: {{en: Balance Sheets, ja: 貸借対照表}}
  defaults: {{type: monetary, period: instant}}
  lines:
  - Cash: {{en: Cash on hand, ja: 現金}}
  - Goods: {{en: Goods in stock, ja: 商品}}
  - Assets: {{en: Total assets, ja: 資産合計}}
  relations:
  - {{relation: Assets = Cash + Goods, severity: {severity}}}
"""
PAGE = """\
Balance Sheets

\tAs of September 30, 2011
\tThousands of JPY
Cash on hand\t2,000
Goods in stock\t3,000
Total assets\t9,000
"""


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_an_open_relation_is_as_grave_as_the_relation(tmp_path, severity):
    taxonomy = compiled(tmp_path, PLACE.format(severity=severity))
    (finding,) = prove(report(PAGE, taxonomy), taxonomy)
    assert (finding.code, finding.severity) == ("open-relation", severity)
