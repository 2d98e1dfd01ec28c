"""Statements of income, with quarters beside the year so far and dollars beside yen."""

from __future__ import annotations

from collections.abc import Mapping

from drawn.around import Trap, named
from drawn.page import Table
from drawn.spans import Span
from drawn.statements import Amounts, Column, Line, in_dollars, shares_of, statement
from drawn.words_en import ENGLISH
from drawn.world import World

_REVENUES = (
    *("NetworkServicesRevenue", "SystemsIntegrationRevenue", "EquipmentSalesRevenue", "AtmOperationBusinessRevenue"),
)
_PARTS = {
    "NetworkServicesRevenue": ("WanServicesRevenue", "OutsourcingServicesRevenue"),
    "SystemsIntegrationRevenue": ("SystemsConstructionRevenue", "SystemsOperationAndMaintenanceRevenue"),
}
_COSTS = {
    "CostOfNetworkServices": ("Cost of network services", "ネットワークサービス売上原価", 7000),
    "CostOfSystemsIntegration": ("Cost of systems integration", "システムインテグレーション売上原価", 4500),
    "CostOfEquipmentSales": ("Cost of equipment sales", "機器売上原価", 300),
    "CostOfAtmOperationBusiness": ("Cost of ATM operation business", "ATM運営事業売上原価", 280),
}
_EXPENSES = {
    "SalesAndMarketingExpenses": ("Sales and marketing", "販売費", 1300),
    "GeneralAndAdministrativeExpenses": ("General and administrative", "一般管理費", 1000),
    "ResearchAndDevelopmentExpenses": ("Research and development", "研究開発費", 70),
}


def _total(english: str, japanese: str, concept: str) -> Line:
    return Line(english, japanese, concept, is_total=True)


LINES = (
    Line("REVENUES:", "営業収益"),
    Line("Network services:", "ネットワークサービス売上高"),
    Line("WAN services", "ＷＡＮサービス", "WanServicesRevenue"),
    Line("Outsourcing services", "アウトソーシングサービス", "OutsourcingServicesRevenue"),
    _total("Total", "合計", "NetworkServicesRevenue"),
    Line("Systems integration:", "システムインテグレーション売上高"),
    Line("Systems construction", "システム構築", "SystemsConstructionRevenue"),
    Line("Systems operation and maintenance", "システム運用保守", "SystemsOperationAndMaintenanceRevenue"),
    _total("Total", "合計", "SystemsIntegrationRevenue"),
    Line("Equipment sales", "機器売上高", "EquipmentSalesRevenue"),
    Line("ATM operation business", "ATM運営事業売上高", "AtmOperationBusinessRevenue"),
    _total("Total revenues", "営業収益合計", "Revenues"),
    Line("COST AND EXPENSES:", "営業費用"),
    *(Line(english, japanese, concept) for concept, (english, japanese, _) in _COSTS.items()),
    _total("Total cost", "売上原価合計", "CostOfRevenues"),
    *(Line(english, japanese, concept) for concept, (english, japanese, _) in _EXPENSES.items()),
    _total("Total cost and expenses", "営業費用合計", "CostsAndExpenses"),
    Line("OPERATING INCOME", "営業利益", "OperatingIncome"),
    Line("OTHER INCOME (EXPENSE):", "その他の収益（費用）"),
    Line("Interest income", "受取利息", "InterestIncome"),
    Line("Interest expense", "支払利息", "InterestExpense", sign=-1),
    _total("Other income (expense) -net", "その他の収益（費用）合計", "OtherIncomeNet"),
    Line(
        "INCOME FROM OPERATIONS BEFORE INCOME TAX EXPENSE AND EQUITY IN NET INCOME OF EQUITY METHOD INVESTEES",
        "法人税等及び持分法による投資損益調整前四半期純利益",
        "IncomeBeforeIncomeTaxExpense",
    ),
    Line("INCOME TAX EXPENSE", "法人税等", "IncomeTaxExpense"),
)


def earnings(world: World, span: Span) -> Amounts:
    """What was earned in a span, the sum of its quarters; the same each time."""
    drawn = [_of_quarter(world, span.within(at, 1)) for at in range(span.first, span.first + span.quarters)]
    return {key: sum(amounts[key] for amounts in drawn) for key in drawn[0]}


def _of_quarter(world: World, quarter: Span) -> Amounts:
    return world.once(f"earnings {quarter.iso}", lambda: _earnings(world, quarter))


def _earnings(world: World, quarter: Span) -> Amounts:
    revenues = {concept: world.amount(concept, quarter) for concept in _REVENUES}
    costs, expenses = (
        {concept: world.about(size) for concept, (*_, size) in group.items()} for group in (_COSTS, _EXPENSES)
    )
    total, cost, other = sum(revenues.values()), sum(costs.values()), sum(expenses.values())
    parts = {part: revenues[whole] * world.draw.randint(30, 45) // 100 for whole, (part, _) in _PARTS.items()}
    parts |= {rest: revenues[whole] - parts[part] for whole, (part, rest) in _PARTS.items()}
    interest, paid, tax = world.about(6), -world.about(70), world.about(400)
    return {
        **revenues,
        **parts,
        **costs,
        **expenses,
        "Revenues": total,
        "CostOfRevenues": cost,
        "CostsAndExpenses": cost + other,
        "OperatingIncome": total - cost - other,
        "InterestIncome": interest,
        "InterestExpense": paid,
        "OtherIncomeNet": interest + paid,
        "IncomeBeforeIncomeTaxExpense": total - cost - other + interest + paid,
        "IncomeTaxExpense": tax,
    }


def columns_of(world: World, *spans: Span) -> list[Column]:
    """Columns of these spans, or of the time and of that a year ago."""
    name = world.draw.choice((world.language.words, world.language.name))
    spans = spans or (world.now.before(), world.now)
    return [Column(name(span), span.iso, earnings(world, span)) for span in spans]


def income_statement(world: World) -> Table:
    """A statement of income of two years, in thousands or millions."""
    title = world.pick(("Consolidated Statements of Income", "Quarterly Consolidated Statements of Income (Unaudited)"))
    if world.language is not ENGLISH:
        title = world.pick(("四半期連結損益計算書", "連結損益計算書"))
    return statement(world, title, LINES, columns_of(world), world.draw.choice((3, 3, 6)))


def _put(table: Table, drawn: Table) -> None:
    table.heads, table.rows = drawn.heads, drawn.rows


def _dollars(world: World, table: Table) -> None:
    """The time in dollars besides, as releases print it."""
    before, now = columns_of(world)
    _put(table, statement(world, table.title, LINES, [before, now, in_dollars(world, now)]))


def _dollars_between(world: World, table: Table) -> None:
    """The time in dollars in front of that in yen, under one head."""
    before, now = columns_of(world)
    dollars = in_dollars(world, now)
    drawn = statement(world, table.title, LINES, [before, dollars, now])
    drawn.heads[0][2:] = [now.head, ""]
    _put(table, drawn)


def _quarter_beside(world: World, table: Table) -> None:
    """The last quarter beside the year so far."""
    if world.now.quarters == 1:
        return
    quarter = world.now.within(world.now.quarters - 1, 1)
    spans = [quarter.before(), quarter, world.now.before(), world.now]
    if world.draw.random() < 0.5:
        spans = spans[2:] + spans[:2]
    _put(table, statement(world, table.title, LINES, columns_of(world, *spans)))


def _quarters_under_heads(world: World, table: Table) -> None:
    """The last quarter and the year so far, each under a head over the years that they are of."""
    if world.now.quarters == 1 or world.language is not ENGLISH:
        return
    quarter = world.now.within(world.now.quarters - 1, 1)
    drawn = statement(
        world, table.title, LINES, columns_of(world, quarter.before(), quarter, world.now.before(), world.now)
    )
    heads = [f"{span.words.rpartition(',')[0]}," for span in (quarter, world.now)]
    years = [str(world.now.before().end.year), str(world.now.end.year)]
    drawn.heads[0] = ["", *years, *years]
    drawn.heads.insert(0, ["", heads[0], "", heads[1], ""])
    _put(table, drawn)


def _shares_of_revenue(world: World, table: Table) -> None:
    """Behind each period what share of the revenues each line is."""
    columns = columns_of(world)
    drawn = statement(world, table.title, LINES, columns)
    for at, column in reversed(list(enumerate(columns, 1))):
        drawn.add_column(at, "", "%", shares_of(world, LINES, column, "Revenues", "PercentOfRevenue"))
    _put(table, drawn)


def _newest_first(world: World, table: Table) -> None:
    _put(table, statement(world, table.title, LINES, columns_of(world)[::-1]))


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain}
TRAPS: Mapping[str, Trap] = named(
    *(_dollars, _dollars_between, _quarter_beside, _quarters_under_heads, _shares_of_revenue, _newest_first),
)
"""What stands in statements of income besides."""
