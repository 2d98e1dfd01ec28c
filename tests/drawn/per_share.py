"""Numbers of shares and what there is for each, with ADS equivalents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from drawn.around import Trap, named
from drawn.figures import Figure
from drawn.page import Row, Table
from drawn.spans import Span
from drawn.statements import Column, Decimals, Line, in_dollars, statement
from drawn.words_en import ENGLISH
from drawn.world import World

LINES = (
    Line("NET INCOME PER SHARE", "１株当たり情報"),
    Line(
        "BASIC WEIGHTED-AVERAGE NUMBER OF SHARES (shares)",
        "期中平均株式数（株）",
        "BasicWeightedAverageShares",
        counted="shares",
    ),
    Line(
        "DILUTED WEIGHTED-AVERAGE NUMBER OF SHARES (shares)",
        "希薄化後期中平均株式数（株）",
        "DilutedWeightedAverageShares",
        counted="shares",
    ),
    Line(
        "BASIC WEIGHTED-AVERAGE NUMBER OF ADS EQUIVALENTS (ADSs)",
        "",
        "BasicWeightedAverageAdsEquivalents",
        counted="ads",
    ),
    Line(
        "DILUTED WEIGHTED-AVERAGE NUMBER OF ADS EQUIVALENTS (ADSs)",
        "",
        "DilutedWeightedAverageAdsEquivalents",
        counted="ads",
    ),
    Line(
        "BASIC NET INCOME PER SHARE (JPY)",
        "１株当たり四半期純利益（円）",
        "BasicNetIncomePerShare",
        counted="per share",
    ),
    Line(
        "DILUTED NET INCOME PER SHARE (JPY)",
        "希薄化後１株当たり四半期純利益（円）",
        "DilutedNetIncomePerShare",
        counted="per share",
    ),
    Line("BASIC NET INCOME PER ADS EQUIVALENT (JPY)", "", "BasicNetIncomePerAds", counted="per ads"),
    Line("DILUTED NET INCOME PER ADS EQUIVALENT (JPY)", "", "DilutedNetIncomePerAds", counted="per ads"),
)
_SPLIT = date(2012, 10, 1)
_SHARES = 202_684, 40_536_800


def _amounts(world: World, span: Span) -> Decimals:
    ratio, shares = (2, _SHARES[1]) if span.end >= _SPLIT else (400, _SHARES[0])
    diluted = shares + world.once(f"diluted {span.iso}", lambda: {"more": world.draw.randint(40, 900)})["more"]
    income = Decimal(abs(world.amount("NetIncomeAttributableToParent", span))) * 1000
    return {
        "BasicWeightedAverageShares": Decimal(shares),
        "DilutedWeightedAverageShares": Decimal(diluted),
        "BasicWeightedAverageAdsEquivalents": Decimal(shares * ratio),
        "DilutedWeightedAverageAdsEquivalents": Decimal(diluted * ratio),
        "BasicNetIncomePerShare": income / shares,
        "DilutedNetIncomePerShare": income / diluted,
        "BasicNetIncomePerAds": income / shares / ratio,
        "DilutedNetIncomePerAds": income / diluted / ratio,
    }


def columns_of(world: World) -> list[Column]:
    """The time and that a year ago."""
    name = world.draw.choice((world.language.words, world.language.name))
    return [Column(name(span), span.iso, _amounts(world, span)) for span in (world.now.before(), world.now)]


def per_share(world: World) -> Table:
    """What there is for a share and an ADS, in two years."""
    title = "Consolidated Statements of Income" if world.language is ENGLISH else "１株当たり情報"
    table = statement(world, title, _lines(world), columns_of(world))
    table.heads = table.heads[:1]
    return table


def _lines(world: World) -> list[Line]:
    return [line for line in LINES if line.label(world)]


def _dollars(world: World, table: Table) -> None:
    """What there is for each in dollars besides; of shares there are as many."""
    before, now = columns_of(world)
    drawn = statement(world, table.title, _lines(world), [before, now, in_dollars(world, now)])
    for row in drawn.rows:
        if "per" not in row.label.casefold().split() and "純利益" not in row.label:
            row.cells[2] = ""
        else:
            row.label = row.label.replace("(JPY)", "(JPY / JPY / U.S. Dollars)").replace("（円）", "（円／円／米ドル）")
    table.rows = drawn.rows
    table.heads = drawn.heads[:1]


def _others_for_each(world: World, table: Table) -> None:
    """What there is for each of something else, or before a split."""
    labels = ("NET ASSETS PER EMPLOYEE (JPY)", "PRO FORMA NET INCOME PER SHARE (JPY)", "NET INCOME PER UNIT (JPY)")
    label = (
        world.pick(labels)
        if world.language is ENGLISH
        else world.pick(("従業員１人当たり純利益（円）", "分割前１株当たり純利益（円）"))
    )
    cells: list[Figure | str] = [
        Figure(f"{world.draw.randint(1000, 9999)}.{world.draw.randint(10, 99)}") for _ in range(2)
    ]
    table.rows.append(Row(label, cells))


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain}
TRAPS: Mapping[str, Trap] = named(_dollars, _others_for_each)
"""What stands in tables of shares besides."""
