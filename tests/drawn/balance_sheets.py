"""Balance sheets of two days."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from drawn.around import Trap, named
from drawn.figures import Figure, Said
from drawn.page import Table
from drawn.spans import Span
from drawn.statements import Amounts, Column, Line, in_dollars, shares_of, statement
from drawn.words_en import ENGLISH
from drawn.world import World

_CURRENT_ASSETS = {
    "CashAndCashEquivalents": ("Cash and cash equivalents", "現金及び現金同等物", 13000),
    "AccountsReceivableNet": (
        "Accounts receivable, net of allowance for doubtful accounts",
        "売掛金（貸倒引当金控除後）",
        15000,
    ),
    "Inventories": ("Inventories", "たな卸資産", 700),
    "PrepaidExpensesCurrent": ("Prepaid expenses", "前払費用", 2000),
    "DeferredTaxAssetsCurrent": ("Deferred tax assets -Current", "繰延税金資産（流動）", 900),
    "OtherCurrentAssets": ("Other current assets", "その他の流動資産", 1100),
}
_OTHER_ASSETS = {
    "InvestmentsInEquityMethodInvestees": (
        "INVESTMENTS IN EQUITY METHOD INVESTEES",
        "持分法適用関連会社に対する投資",
        1300,
    ),
    "OtherInvestments": ("OTHER INVESTMENTS", "その他投資", 2800),
    "PropertyAndEquipmentNet": ("PROPERTY AND EQUIPMENT", "有形固定資産", 18000),
    "Goodwill": ("GOODWILL", "のれん", 5700),
    "OtherIntangibleAssetsNet": ("OTHER INTANGIBLE ASSETS -Net", "その他の無形固定資産（純額）", 5900),
    "GuaranteeDeposits": ("GUARANTEE DEPOSITS", "敷金保証金", 1900),
    "OtherAssets": ("OTHER ASSETS", "その他資産", 2600),
}
_CURRENT_LIABILITIES = {
    "ShortTermBorrowings": ("Short-term borrowings", "短期借入金", 10000),
    "CapitalLeaseObligationsCurrent": (
        "Capital lease obligations -Current portion",
        "キャピタル・リース債務（1年内返済予定）",
        3000,
    ),
    "AccountsPayable": ("Accounts payable", "買掛金及び未払金", 9000),
    "AccruedExpenses": ("Accrued expenses", "未払費用", 1900),
    "DeferredIncomeCurrent": ("Deferred income -Current", "繰延収益（流動）", 2000),
    "OtherCurrentLiabilities": ("Other current liabilities", "その他の流動負債", 1000),
}
_OTHER_LIABILITIES = {
    "LongTermBorrowings": ("LONG-TERM BORROWINGS", "長期借入金", 2000),
    "CapitalLeaseObligationsNoncurrent": (
        "CAPITAL LEASE OBLIGATIONS -Noncurrent",
        "キャピタル・リース債務（固定）",
        4000,
    ),
    "OtherNoncurrentLiabilities": ("OTHER NONCURRENT LIABILITIES", "その他の固定負債", 700),
}
_EQUITY = {
    "CommonStock": ("Common-stock", "資本金", 16800),
    "AdditionalPaidInCapital": ("Additional paid-in capital", "資本剰余金", 27300),
    "RetainedEarnings": ("Retained earnings (accumulated deficit)", "利益剰余金（累積欠損金）", 0),
    "AccumulatedOtherComprehensiveIncome": (
        "Accumulated other comprehensive income (loss)",
        "その他の包括利益（損失）累計額",
        -80,
    ),
    "TreasuryStock": ("Treasury stock", "自己株式", -390),
}


def _lines(items: Mapping[str, tuple[str, str, int]]) -> list[Line]:
    return [Line(english, japanese, concept) for concept, (english, japanese, _) in items.items()]


def _total(english: str, japanese: str, concept: str) -> Line:
    return Line(english, japanese, concept, is_total=True)


LINES = (
    Line("ASSETS", "（資産の部）"),
    Line("CURRENT ASSETS:", "流動資産"),
    *_lines(_CURRENT_ASSETS),
    _total("Total current assets", "流動資産合計", "TotalCurrentAssets"),
    *_lines(_OTHER_ASSETS),
    _total("TOTAL", "資産合計", "TotalAssets"),
    Line("LIABILITIES AND SHAREHOLDERS' EQUITY", "（負債及び資本の部）"),
    Line("CURRENT LIABILITIES:", "流動負債"),
    *_lines(_CURRENT_LIABILITIES),
    _total("Total current liabilities", "流動負債合計", "TotalCurrentLiabilities"),
    *_lines(_OTHER_LIABILITIES),
    _total("Total Liabilities", "負債合計", "TotalLiabilities"),
    Line("SHAREHOLDERS' EQUITY:", "（資本の部）"),
    *_lines(_EQUITY),
    _total(
        "Total Internet Initiative Japan Inc. shareholders' equity",
        "当社株主に帰属する資本合計",
        "TotalParentShareholdersEquity",
    ),
    Line("NONCONTROLLING INTERESTS", "非支配持分", "NoncontrollingInterests"),
    _total("Total equity", "資本合計", "TotalEquity"),
    _total("TOTAL", "負債及び資本合計", "TotalLiabilitiesAndEquity"),
)


def balances(world: World, day: Span) -> Amounts:
    """What there is at the end of a span; the same each time."""
    return world.once(f"balances {day.end}", lambda: _balances(world))


def _balances(world: World) -> Amounts:
    groups = (_CURRENT_ASSETS, _OTHER_ASSETS, _CURRENT_LIABILITIES, _OTHER_LIABILITIES, _EQUITY)
    drawn = [{concept: world.about(size) for concept, (*_, size) in group.items()} for group in groups]
    current, other, due, later, equity = drawn
    amounts = current | other | due | later | equity
    amounts["TotalCurrentAssets"] = sum(current.values())
    amounts["TotalAssets"] = amounts["TotalCurrentAssets"] + sum(other.values())
    amounts["TotalCurrentLiabilities"] = sum(due.values())
    amounts["TotalLiabilities"] = amounts["TotalCurrentLiabilities"] + sum(later.values())
    amounts["NoncontrollingInterests"] = world.about(30)
    amounts["TotalLiabilitiesAndEquity"] = amounts["TotalAssets"]
    amounts["TotalEquity"] = amounts["TotalAssets"] - amounts["TotalLiabilities"]
    amounts["TotalParentShareholdersEquity"] = amounts["TotalEquity"] - amounts["NoncontrollingInterests"]
    amounts["RetainedEarnings"] = amounts["TotalParentShareholdersEquity"] - sum(equity.values())
    return amounts


def days_of(world: World) -> tuple[Span, Span]:
    """The end of the year before and that of the time."""
    return Span(world.now.year - 1, 0, 4), world.now


def columns_of(world: World) -> list[Column]:
    """Those two days."""
    words = "As of {}" if world.language is ENGLISH else world.pick(("{}", "{}現在", "連結会計年度末（{}）"))
    return [
        Column(words.format(world.language.day(span)), str(span.end), balances(world, span)) for span in days_of(world)
    ]


def balance_sheet(world: World) -> Table:
    """A balance sheet of two days, in thousands or millions."""
    title = world.pick(("Consolidated Balance Sheets", "Consolidated Balance Sheets (Unaudited)", "Balance Sheets"))
    if world.language is not ENGLISH:
        title = world.pick(("四半期連結貸借対照表", "連結貸借対照表", "（1）四半期連結貸借対照表"))
    return statement(world, title, LINES, columns_of(world), world.draw.choice((3, 3, 6)))


def _put(table: Table, drawn: Table) -> None:
    table.heads, table.rows = drawn.heads, drawn.rows


def _shares_of_total(world: World, table: Table) -> None:
    """Behind each day what share of all assets each line is."""
    columns = columns_of(world)
    drawn = statement(world, table.title, LINES, columns)
    for at, column in reversed(list(enumerate(columns, 1))):
        drawn.add_column(at, "", "%", shares_of(world, LINES, column, "TotalAssets", "PercentOfAssets"))
    _put(table, drawn)


def _newest_first(world: World, table: Table) -> None:
    _put(table, statement(world, table.title, LINES, columns_of(world)[::-1]))


def _dollars(world: World, table: Table) -> None:
    """The last day in dollars besides, as releases print it."""
    before, now = columns_of(world)
    _put(table, statement(world, table.title, LINES, [before, now, in_dollars(world, now)]))


def _changes(world: World, table: Table) -> None:
    """What came about between the days, which may be changes over the period."""
    head = world.pick(("Change", "Increase (decrease)", "Difference")) if world.language is ENGLISH else "増減"
    in_millions = table.heads[1][1] == world.language.million
    cells: list[Figure | str] = []
    for line in LINES:
        if not line.concept:
            cells.append("")
            continue
        before, now = (column.amounts[line.key] for column in columns_of(world))
        change = round(Decimal(now - before) / (1000 if in_millions else 1))
        said = Said(f"{line.concept}PeriodChange", world.now.iso, Decimal(change).scaleb(6 if in_millions else 3))
        cells.append(Figure(world.print(change), (said,), due=False))
    table.add_column(2, head, table.heads[1][2], cells)


def _year_ago(world: World, table: Table) -> None:
    """The end of the same time a year ago in the middle."""
    then = world.now.before()
    column = Column(f"As of {then.last_day}", str(then.end), balances(world, then))
    if world.language is not ENGLISH:
        column = Column(world.language.day(then), column.when, column.amounts)
    before, now = columns_of(world)
    _put(table, statement(world, table.title, LINES, [before, column, now]))


def _years_alone(world: World, table: Table) -> None:
    """Days whose years stand below them."""
    days = [world.language.day(span) for span in days_of(world)]
    if world.language is not ENGLISH:
        return
    (before, year), (now, other) = (day.split(", ") for day in days)
    table.heads[0][1:] = [f"{before},", f"{now},"]
    table.heads.insert(1, ["", year, other])


def _plain(world: World, table: Table) -> None:
    """Nothing."""


HARMLESS: Mapping[str, Trap] = {"nothing": _plain}
TRAPS: Mapping[str, Trap] = named(_shares_of_total, _newest_first, _dollars, _changes, _year_ago, _years_alone)
"""What stands in balance sheets besides."""
