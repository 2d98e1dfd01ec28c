"""What tests share: small pages read as tables, small taxonomies compiled from YAML, traces as rows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from iij_xbrl.extract.tables import FigureTable, extract
from iij_xbrl.extract.times.periods import Calendar, Period
from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import Document, parse
from iij_xbrl.read.document import Span
from iij_xbrl.read.origins import LineOrigin
from iij_xbrl.reasons.render import sentence
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.loaded import load
from iij_xbrl.write.trace import write_trace

REPOSITORY = Path(__file__).parents[1]
SEEDS = REPOSITORY.parent / "shared" / "seeds"
APRIL = Calendar(4)

SETTINGS = """\
prefix: {prefix}
owner: https://{prefix}.example/taxonomy
date: 2020-01-31
version: "1.0"
title: {{en: Test taxonomy, ja: 試験}}
languages: {{en: en-US, ja: ja}}
entity:
  name: {{en: Test Co., ja: 試験}}
  group: [Webco]
  scheme: https://{prefix}.example/entities
  identifier: "1"
  currency: {currency}
  fiscal_year_start: "{fiscal_year_start}"
types:
  monetary: {{base: "xbrli:monetaryItemType", unit: "iso4217:{{currency}}"}}
  shares: {{base: "xbrli:sharesItemType", unit: "xbrli:shares"}}
  per-share: {{base: "dtr-types:perShareItemType", unit: "iso4217:{{currency}}/xbrli:shares"}}
  percent: {{base: "dtr-types:percentItemType", unit: "xbrli:pure"}}
  contracts: {{define: contractsItemType, base: "xbrli:decimalItemType", unit: "{prefix}:contracts"}}
  text: {{base: "xbrli:stringItemType"}}
  text-block: {{base: "dtr-types:textBlockItemType"}}
  date: {{base: "xbrli:dateItemType"}}
  year: {{base: "xbrli:gYearItemType"}}
derivations:
  change-percent: {{name: "{{name}}ChangePercent", type: percent, en: "{{en}}, change (%)", ja: "{{ja}}、増減率"}}
  change-amount: {{name: "{{name}}ChangeAmount", en: "{{en}}, change", ja: "{{ja}}、増減"}}
  period-change: {{name: "{{name}}PeriodChange", period: duration, en: "{{en}}, period change", ja: "{{ja}}、期中増減"}}
  percent-of-revenue:
    {{name: "{{name}}PercentOfRevenue", type: percent, en: "{{en}}, % of sales", ja: "{{ja}}、比率",
     relation: "{{derived}} = {{name}} / Revenues"}}
"""

DIMENSIONS = """\
axes:
- ChangeBasisAxis:
    role: change-basis
    en: Basis of change
    ja: 比較基準
    domain: {ChangeBasisDomain: {en: All bases, ja: 全基準}}
    members: {YearOnYearMember: {en: Year on year, ja: 前年同期比, role: year-on-year}}
- EquityAxis:
    en: Component of equity
    ja: 資本項目
    default: EquityDomain
    domain: {EquityDomain: {en: All components, ja: 全項目}}
    members: {CommonStockMember: {en: Common stock, ja: 資本金}, DeficitMember: {en: Deficit, ja: 欠損金}}
"""


COSTS = """\
places:
- role: Costs
  title: {en: Statements of Costs, ja: 費用明細}
  defaults: {type: monetary, period: duration, balance: debit}
  lines:
  - total: Total
    en: Total costs
    ja: 費用合計
    of:
"""
"""A place with a total; its items are to be added."""

INCOME = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent]}
lines:
- Revenues: {en: Total revenues, ja: 売上高, balance: credit}
- Costs: {en: Total costs, ja: 費用, balance: debit}
- OperatingIncome: {en: Operating income, ja: 営業利益, balance: credit}
- NetIncome: {en: Net income, ja: 純利益, balance: credit}
"""
"""A place of four lines, for what stands around tables."""

PROSE_DIMENSIONS = (
    DIMENSIONS.replace(
        "members: {YearOnYearMember: {en: Year on year, ja: 前年同期比, role: year-on-year}}",
        "members: {YearOnYearMember: {en: Year on year, ja: 前年同期比, role: year-on-year},"
        " QuarterOnQuarterMember: {en: QoQ, ja: 前四半期比, role: quarter-on-quarter},"
        " InitialTargetMember: {en: To target, ja: 当初目標比, role: initial-target},"
        " PreviousTargetMember: {en: To the previous target, ja: 修正前目標比, role: previous-target}}",
    )
    + """\
- ForecastAxis:
    role: forecast
    en: Actual or forecast
    ja: 実績・予想
    default: ActualMember
    domain: {ActualMember: {en: Actual, ja: 実績}}
    members:
      ForecastMember: {en: Forecast, ja: 予想, role: announced-forecast}
      InitialForecastMember: {en: Initial forecast, ja: 当初予想, role: initial-forecast}
      PreviousForecastMember: {en: Previous forecast, ja: 前回予想, role: previous-forecast}
      RevisedForecastMember: {en: Revised forecast, ja: 修正予想, role: revised-forecast}
- QualifierAxis:
    role: qualifier
    en: Qualifier
    ja: 限定
    default: ExactMember
    domain: {ExactMember: {en: Exactly, ja: 正確}}
    members:
      MoreThanMember: {en: More than, ja: 超, role: more-than}
      UpToMember: {en: Up to, ja: 以下, role: up-to}
      ApproximatelyMember: {en: Approximately, ja: 約, role: about}
- ShopAxis:
    en: Shop
    ja: 店舗
    domain: {ShopDomain: {en: All shops, ja: 全店舗}}
    members: {NorthMember: {en: North, ja: 北}, SouthMember: {en: South, ja: 南}}
"""
)


def together(name: str) -> pytest.MarkDecorator:
    """Tests that share something that takes long to make, such as a converted release: one worker runs them all."""
    return pytest.mark.xdist_group(name)


def compiled(
    folder: Path, *places: str, currency: str = "JPY", fiscal_year_start: str = "04-01", prose: str = ""
) -> Taxonomy:
    """A taxonomy of these places, each the YAML of one, compiled into `folder` as `taxonomy build` does it.

    With `prose`, the phrases of its sentences, it also has the members that sentences need.
    """
    source = folder / "source"
    source.mkdir(parents=True)
    settings = SETTINGS.format(prefix="t", currency=currency, fiscal_year_start=fiscal_year_start)
    (source / "taxonomy.yaml").write_text(settings, encoding="utf-8")
    (source / "dimensions.yaml").write_text(PROSE_DIMENSIONS if prose else DIMENSIONS, encoding="utf-8")
    if prose:
        (source / "prose.yaml").write_text(prose, encoding="utf-8")
    for number, place in enumerate(places):
        (source / f"place{number}.yaml").write_text(dedent(place), encoding="utf-8")
    build(folder)
    return load(folder)


def at(line: int, start: int, end: int) -> Span:
    """Where characters of a line stand, as a text has it whose rows are its lines."""
    return Span(0, line, 0, start, end, LineOrigin(line, start, end))


def page(text: str) -> Document:
    """A document from an indented text; `|` at the start of a line makes it a row of a pipe table."""
    return parse(dedent(text), "page")


def tables(text: str, calendar: Calendar = APRIL, home: str = "JPY") -> tuple[FigureTable, ...]:
    """The tables of a small page as figures."""
    return extract(page(text), calendar, home)


def table(text: str, calendar: Calendar = APRIL, home: str = "JPY") -> FigureTable:
    """The only table of a small page."""
    (found,) = tables(text, calendar, home)
    return found


def periods(found: FigureTable) -> dict[int, str]:
    """What period each column of a table has, as `2011-04-01/2011-09-30`, or why it has none."""
    return {
        column.index: str(column.period.period) if column.period else sentence(column.problem)
        for column in found.columns
    }


def report(text: str, taxonomy: Taxonomy) -> Report:
    """A small page converted."""
    return report_of(page(text), taxonomy)


def facts(found: Report) -> Iterator[Occurrence]:
    """Every occurrence of a report."""
    return (occurrence for fact in found.facts for occurrence in fact.occurrences)


def counted(found: Report) -> Counter[tuple[object, ...]]:
    """The facts of a report by data point, value and precision, as often as they are printed."""
    return Counter((fact.point, fact.value, fact.decimals) for fact in facts(found))


def values(found: Report, concept: str) -> dict[str, str]:
    """The values of a concept by period, as text."""
    return {
        str(occurrence.point.period): f"{occurrence.value}"
        for occurrence in facts(found)
        if occurrence.point.concept == concept
    }


def unmapped(found: Report) -> dict[str, str]:
    """The figures that are not mapped, each with its reason."""
    return {leftover.text: sentence(leftover.reason) for leftover in unmapped_rows(found)}


def unmapped_rows(found: Report) -> list[Leftover]:
    """The figures that are not mapped."""
    return [leftover for leftover in found.leftovers if leftover.status == "unmapped"]


def trace(found: Report, taxonomy: Taxonomy) -> list[dict[str, str]]:
    """The trace of a report as rows."""
    return list(csv.DictReader(io.StringIO(write_trace(found, taxonomy).decode("utf-8"), newline="")))


def duration(text: str) -> Period:
    """A period from `2011-04-01/2011-09-30`, or an instant from `2011-09-30`."""
    from datetime import date

    start, _, end = text.rpartition("/")
    return Period(date.fromisoformat(end), date.fromisoformat(start) if start else None)
