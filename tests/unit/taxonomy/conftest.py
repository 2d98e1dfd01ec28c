"""A small taxonomy of a made-up issuer, and ways to change a line of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iij_xbrl.taxonomy.build import load_model
from iij_xbrl.taxonomy.compiler.compile import compile_taxonomy
from iij_xbrl.taxonomy.source.model import Model

TEMPLATES = Path(__file__).parents[3] / "templates"

TAXONOMY = """\
prefix: toy
owner: https://toy.example/taxonomy
date: 2020-01-31
version: "1.0"
title: {en: Toy taxonomy, ja: トイ・タクソノミ}
languages: {en: en-US, ja: ja}
entity:
  name: {en: Toy Co., ja: トイ}
  scheme: http://toy.example
  identifier: "0001"
  currency: EUR
  fiscal_year_start: "01-01"
types:
  monetary: {base: xbrli:monetaryItemType, unit: "iso4217:{currency}"}
  shares: {base: xbrli:sharesItemType, unit: xbrli:shares}
  percent: {base: dtr-types:percentItemType, unit: xbrli:pure}
  visits: {define: visitsItemType, base: xbrli:decimalItemType, unit: toy:visits}
derivations:
  change-percent: {name: "{name}ChangePercent", type: percent, en: "{en}, change (%)", ja: "{ja}、増減率"}
  percent-of-revenue: {name: "{name}PercentOfRevenue", type: percent, en: "{en}, % of sales", ja: "{ja}、比率"}
"""

DIMENSIONS = """\
axes:
- RegionAxis:
    en: Region
    ja: 地域
    default: RegionDomain
    domain: {RegionDomain: {en: All regions, ja: 全地域}}
    members: {NorthMember: {en: North, ja: 北}, SouthMember: {en: South, ja: 南}}
- ChangeBasisAxis:
    role: change-basis
    en: Basis of change
    ja: 比較基準
    domain: {ChangeBasisDomain: {en: All bases, ja: 全基準}}
    members: {YearOnYearMember: {en: Year on year, ja: 前年同期比, role: year-on-year}}
"""

INCOME = """\
role: Income
title: {en: Income, ja: 損益}
printed: [Statement of income]
defaults: {type: monetary, period: duration}
lines:
- total: Sales
  heading: {en: Sales, ja: 売上, printed: [Turnover]}
  en: Total sales
  ja: 売上高合計
  balance: credit
  derive: [change-percent]
  of:
  - ToySales: {en: Toy sales, ja: 玩具売上高, printed: [Toys], balance: credit}
  - heading: ServicesAbstract
    en: Services
    ja: サービス
    lines:
    - RepairSales: {en: Repairs, ja: 修理, balance: credit, derive: [percent-of-revenue]}
  - Returns: {en: Returns, ja: 返品, balance: debit, weight: -1, verb: minus-magnitude}
- Visits:
    en: Visits
    ja: 来店数
    type: visits
    including:
    - OnlineVisits: {en: Online visits, ja: オンライン, type: visits}
"""

CASH = """\
places:
- role: Cash
  title: {en: Cash, ja: 現金}
  defaults: {type: monetary, period: instant}
  lines:
  - Cash: {en: Cash, ja: 現金, balance: debit, instant: opening, printed: [Cash at the beginning]}
  - Cash: {instant: closing, printed: [Cash at the end]}
- role: Regions
  title: {en: Regions, ja: 地域}
  defaults: {type: monetary, period: duration}
  lines:
  - total: Sales
    first: true
    of:
    - Sales: {printed: [North], members: {RegionAxis: NorthMember}, derive: [change-percent]}
    - heading: SouthAbstract
      en: South
      ja: 南
      members: {RegionAxis: SouthMember}
      lines:
      - Sales: {printed: [Sales in the south]}
"""

FILES = {"taxonomy.yaml": TAXONOMY, "dimensions.yaml": DIMENSIONS, "income.yaml": INCOME, "cash.yaml": CASH}

Edit = Callable[..., Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Writes the toy source with one text replaced; the taxonomy folder."""

    def write(file: str = "", old: str = "", new: str = "") -> Path:
        (tmp_path / "source").mkdir(exist_ok=True)
        for name, text in FILES.items():
            if name == file:
                assert text.count(old) == 1, f"{old!r} must stand in {file} once"
                text = text.replace(old, new)
            (tmp_path / "source" / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def toy(edited: Edit) -> Path:
    return edited()


@pytest.fixture
def model(toy: Path) -> Model:
    return load_model(toy)


@pytest.fixture
def files(model: Model) -> dict[str, bytes]:
    return compile_taxonomy(model, TEMPLATES)


@pytest.fixture
def templates() -> Path:
    return TEMPLATES
