"""Statements of cash flows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drawn.around import Trap, named
from drawn.balance_sheets import balances
from drawn.page import Table
from drawn.spans import Span
from drawn.statements import Amounts, Column, Line, in_dollars, statement
from drawn.words_en import ENGLISH
from drawn.world import World

_OPERATING = {
    "NetIncome": ("Net income", "四半期純利益", 1200),
    "DepreciationAndAmortization": ("Depreciation and amortization", "減価償却費", 3300),
    "ForeignExchangeLossesAdjustment": ("Foreign exchange losses, net", "為替差損（差益）", 40),
    "ChangeInAccountsReceivable": ("Decrease (increase) in accounts receivable", "売掛金の減少（増加）", -1300),
    "ChangeInAccountsPayable": ("Increase (decrease) in accounts payable", "買掛金及び未払金の増加（減少）", 900),
    "ChangeInIncomeTaxesPayable": (
        "Increase (decrease) in income taxes payable",
        "未払法人税等の増加（減少）",
        -200,
    ),
}
_INVESTING = {
    "PurchaseOfPropertyAndEquipment": ("Purchase of property and equipment", "有形固定資産の取得による支出", -3300),
    "ProceedsFromSalesOfPropertyAndEquipment": (
        "Proceeds from sales of property and equipment",
        "有形固定資産の売却による収入",
        210,
    ),
    "PurchaseOfOtherInvestments": ("Purchase of other investments", "その他投資の取得による支出", -150),
    "PaymentsOfGuaranteeDeposits": ("Payments of guarantee deposits", "敷金保証金の支払による支出", -120),
}
_FINANCING = {
    "PrincipalPaymentsUnderCapitalLeases": (
        "Principal payments under capital leases",
        "キャピタル・リース債務の元本返済による支出",
        -1500,
    ),
    "NetChangeInShortTermBorrowingsUnderThreeMonths": (
        "Net increase (decrease) in short-term borrowings with initial maturities less than three months",
        "当初返済期間が3ヶ月以内の短期借入金の純増加（減少）",
        0,
    ),
    "DividendsPaid": ("Dividends paid", "配当金の支払額", -300),
}
_OUTFLOWS = ("Purchase", "Payments", "Principal payments", "Dividends paid")


def _lines(items: Mapping[str, tuple[str, str, int]]) -> list[Line]:
    return [Line(english, japanese, concept) for concept, (english, japanese, _) in items.items()]


def _total(english: str, japanese: str, concept: str) -> Line:
    return Line(english, japanese, concept, is_total=True)


LINES = (
    Line("OPERATING ACTIVITIES:", "営業活動によるキャッシュ・フロー"),
    *_lines(_OPERATING),
    _total(
        "Net cash provided by (used in) operating activities",
        "営業活動によるキャッシュ・フロー合計",
        "NetCashFromOperatingActivities",
    ),
    Line("INVESTING ACTIVITIES:", "投資活動によるキャッシュ・フロー"),
    *_lines(_INVESTING),
    _total(
        "Net cash used in investing activities",
        "投資活動によるキャッシュ・フロー合計",
        "NetCashFromInvestingActivities",
    ),
    Line("FINANCING ACTIVITIES:", "財務活動によるキャッシュ・フロー"),
    *_lines(_FINANCING),
    _total(
        "Net cash provided by (used in) financing activities",
        "財務活動によるキャッシュ・フロー合計",
        "NetCashFromFinancingActivities",
    ),
    Line(
        "EFFECT OF EXCHANGE RATE CHANGES ON CASH AND CASH EQUIVALENTS",
        "現金及び現金同等物に係る為替変動の影響",
        "EffectOfExchangeRateChangesOnCash",
    ),
    Line(
        "NET INCREASE (DECREASE) IN CASH AND CASH EQUIVALENTS",
        "現金及び現金同等物の純増加（減少）",
        "NetIncreaseInCashAndCashEquivalents",
    ),
    Line(
        "CASH AND CASH EQUIVALENTS, BEGINNING OF THE PERIOD",
        "現金及び現金同等物の期首残高",
        "CashAndCashEquivalents",
        at="opening",
    ),
    Line(
        "CASH AND CASH EQUIVALENTS, END OF THE PERIOD",
        "現金及び現金同等物の期末残高",
        "CashAndCashEquivalents",
        at="closing",
    ),
)


def flows(world: World, span: Span) -> Amounts:
    """The cash flows of a span; the same each time."""
    return world.once(f"flows {span.iso}", lambda: _flows(world, span))


def _flows(world: World, span: Span) -> Amounts:
    operating, investing, financing = (
        {concept: world.about(size * span.quarters // 2) for concept, (*_, size) in group.items()}
        for group in (_OPERATING, _INVESTING, _FINANCING)
    )
    start = Span(span.year, 0, span.first) if span.first else Span(span.year - 1, 0, 4)
    opening, closing = (balances(world, day)["CashAndCashEquivalents"] for day in (start, span))
    effect = world.about(-30)
    rest = closing - opening - effect - sum((*operating.values(), *investing.values(), *financing.values()))
    financing["NetChangeInShortTermBorrowingsUnderThreeMonths"] = int(rest)
    return {
        **operating,
        **investing,
        **financing,
        "NetCashFromOperatingActivities": sum(operating.values()),
        "NetCashFromInvestingActivities": sum(investing.values()),
        "NetCashFromFinancingActivities": sum(financing.values()),
        "EffectOfExchangeRateChangesOnCash": effect,
        "NetIncreaseInCashAndCashEquivalents": closing - opening,
        "CashAndCashEquivalents opening": opening,
        "CashAndCashEquivalents closing": closing,
    }


def columns_of(world: World, *spans: Span) -> list[Column]:
    """Columns of these spans, or of the time and of that a year ago."""
    name = world.draw.choice((world.language.words, world.language.name))
    spans = spans or (world.now.before(), world.now)
    return [Column(name(span), span.iso, flows(world, span)) for span in spans]


def cash_flow(world: World) -> Table:
    """A statement of cash flows of two years, in thousands or millions."""
    title = world.pick(("Consolidated Statements of Cash Flows", "Consolidated Statements of Cash Flows (Unaudited)"))
    if world.language is not ENGLISH:
        title = world.pick(("四半期連結キャッシュ・フロー計算書", "連結キャッシュ・フロー計算書"))
    return statement(world, title, LINES, columns_of(world), world.draw.choice((3, 3, 6)))


def _put(table: Table, drawn: Table) -> None:
    table.heads, table.rows = drawn.heads, drawn.rows


def _outflows_positive(world: World, table: Table) -> None:
    """What was paid is printed without parentheses, since its label says that it was paid."""
    lines = [_turned(line) if any(word in line.label(world) for word in _OUTFLOWS) else line for line in LINES]
    columns = [
        replace(column, amounts={**column.amounts, **{
            line.key: -column.amounts[line.key] for line in lines if line.sign < 0
        }})
        for column in columns_of(world)
    ]  # fmt: skip
    _put(table, statement(world, table.title, lines, columns))


def _turned(line: Line) -> Line:
    return replace(line, sign=-1)


def _newest_first(world: World, table: Table) -> None:
    _put(table, statement(world, table.title, LINES, columns_of(world)[::-1]))


def _dollars(world: World, table: Table) -> None:
    """The time in dollars besides, as releases print it."""
    before, now = columns_of(world)
    _put(table, statement(world, table.title, LINES, [before, now, in_dollars(world, now)]))


def _quarter_beside(world: World, table: Table) -> None:
    """The last quarter beside the year so far."""
    if world.now.quarters == 1:
        return
    quarter = world.now.within(world.now.quarters - 1, 1)
    columns = columns_of(world, quarter.before(), quarter, world.now.before(), world.now)
    _put(table, statement(world, table.title, LINES, columns))


def _free_cash_flow(world: World, table: Table) -> None:
    """A row below that the statement does not have."""
    labels = ("Free cash flow", "Adjusted free cash flow", "Net cash of hi-ho")
    table.add_row(world.pick(labels) if world.language is ENGLISH else "フリー・キャッシュ・フロー", world.strange)


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain}
TRAPS: Mapping[str, Trap] = named(_outflows_positive, _newest_first, _dollars, _quarter_beside, _free_cash_flow)
"""What stands in statements of cash flows besides."""
