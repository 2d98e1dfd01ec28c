"""Whether figures count money, money per share, or shares, by the words and signs of their table alone.

The firmest evidence comes first: the sign of a currency beside a figure, what its column counts, what the label of its
row says, the heading in force above it, the rows of shares that it stands between, and what the text in front of the
table says that it counts. Where these leave two readings open, there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import ENGLISH, says

_PATTERNS = ENGLISH.patterns
_PER_SHARE, _SHARES, _SHARES_HEAD, _OPEN, _TERMS, _COMPUTED, _EQUITY, _CASH_FLOWS, _MONEY, _COUNTED, _PERCENT = (
    _PATTERNS[f"units.{name}"]
    for name in (
        *("per_share", "number_of_shares", "shares_head", "shares_or_money", "share_terms", "computed_per_share"),
        *("equity_columns", "cash_flows", "money_words", "shares_counted", "percent_head"),
    )
)
_AMOUNT_HEAD, _EXCEPTED = _PATTERNS["units.amount_head"], _PATTERNS["units.excepted_per_share"]
_EQUITY_TITLE, _COMPUTATION, _GOES_ON = (
    _PATTERNS[f"units.{name}"] for name in ("equity_titles", "share_computation", "goes_on")
)
_AMOUNT_PER_SHARE, _PER_UNIT = _PATTERNS["units.amount_per_share"], _PATTERNS["units.per_unit"]
_NUMBER_HEAD = _PATTERNS["units.number_head"]
_DILUTES = _PATTERNS["units.dilutes"]
_CORNER, _RATE_HEAD, _CLAIMS, _COUNTED_HEAD, _AUTHORIZED, _OF_AUTHORIZED = (
    _PATTERNS[f"units.{name}"]
    for name in (*("percent_corner", "rate_head", "claims", "counted_head", "authorized_head", "parts_of_authorized"),)
)
_RATES, _RATIO_HEAD = _PATTERNS["units.rates"], _PATTERNS["units.ratio_head"]
_CHANGE, _PRICES_CORNER = _PATTERNS["headers.change"], _PATTERNS["units.prices_corner"]
_CENTS = 2
_THOUSAND, _HUNDRED = 1000, 100
_MOST_BETWEEN = 8  # rows between the two numbers of shares of one computation
_COMPONENTS = 2  # columns that only a statement of changes in equity has
_ASIDE = re.compile(r"\([^()]*\)")
_NUMBERS_ASIDE = re.compile(r"\([^()]*\d[^()]*\)")
_AMOUNT = re.compile(r"\d,\d{3}")
_MARK = re.compile(r"(?<=[a-z])\d{1,2}\b")  # of a footnote, set behind a word

Kind = Literal["money", "per-share", "shares", "percent", "open", ""]


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the rows and columns of a table count.

    `columns` are those that settle it for all their figures. `groups` is, for each row, what the heading in force says,
    and `headings` the text of that heading; `between` are the rows between two numbers of shares. `signed` are the
    columns in which a currency's sign stands, `counted` those beside them that count something else, `heads` what the
    headers say, `largest` the largest figure without a currency's sign, `largest_shares` the largest of those that
    count shares, and `largest_of` the largest other one of each column. `is_counted` says that the text in front tells
    of shares alone, and `is_whole` that most figures have no decimals.
    """

    columns: Mapping[int, Kind]
    heads: Mapping[int, str]
    groups: tuple[Kind, ...]
    headings: tuple[str, ...]
    between: frozenset[int]
    signed: frozenset[int]
    counted: frozenset[int]
    largest: Decimal
    largest_shares: Decimal
    largest_of: Mapping[int, Decimal]
    is_cash_flows: bool
    is_equity: bool
    is_counted: bool
    is_whole: bool


def kinds_of(table: FigureTable) -> Kinds:
    """What is known of the figures of a table as a whole."""
    signed = frozenset(
        item.column for row in table.rows for item in row.figures if item.figure.unit and item.figure.unit.currency
    )
    groups, headings = _groups(table.rows)
    titles = " ".join(table.section.titles[-2:])
    said = " ".join(table.section.before[-2:])
    amounts = [item.figure for row in table.rows for item in row.figures if _is_amount(item.figure)]
    places = Counter(figure.places > 0 for figure in amounts)
    heads = {column.index: f"{column.full_label} {column.scope}" for column in table.columns}
    kinds = Kinds(
        _columns(table, heads, signed),
        heads,
        groups,
        headings,
        frozenset(_between(table.rows)),
        signed,
        frozenset(column.index for column in table.columns if _COUNTED_HEAD.search(column.label)) - signed
        if signed
        else frozenset(),
        max((abs(figure.value) for figure in amounts if not figure.unit), default=Decimal(0)),
        Decimal(0),
        {},
        is_cash_flows=bool(_CASH_FLOWS.search(titles)),
        is_equity=bool(_EQUITY_TITLE.search(titles)),
        is_counted=not signed and not any(map(_has_currency, table.columns)) and bool(_COUNTED.search(said)),
        is_whole=places[False] > places[True],
    )
    largest_shares, largest_of = Decimal(0), dict[int, Decimal]()
    for at, row in enumerate(table.rows):
        for item in row.figures:
            value = abs(item.figure.value)
            if kind_of(kinds, at, row, item) == "shares":
                largest_shares = max(largest_shares, value)
            elif not item.figure.unit:
                largest_of[item.column] = max(largest_of.get(item.column, Decimal(0)), value)
    return replace(kinds, largest_shares=largest_shares, largest_of=largest_of)


def _is_amount(figure: Figure) -> bool:
    return not figure.dash and not figure.percent


def _columns(table: FigureTable, heads: Mapping[int, str], signed: frozenset[int]) -> dict[int, Kind]:
    components = sum(bool(_EQUITY.search(head)) for head in heads.values())
    percents, whole = _percents(table, signed), _of_amounts_alone(table)
    is_of_shares = any(_AUTHORIZED.search(column.label) for column in table.columns)
    has_prices = any(_PER_SHARE.search(_ASIDE.sub(" ", head)) for head in heads.values())
    is_of_prices = bool(_PRICES_CORNER.search(table.corner))
    found: dict[int, Kind] = {}
    for column in table.columns:
        kind = (
            "per-share" if is_of_prices else _column_kind(column, heads[column.index], is_signed=column.index in signed)
        )
        if kind == "per-share" and column.index in whole:
            kind = "open" if says("units.prices_head", column.full_label) else ""
        if not kind and is_of_shares and column.index not in signed and _OF_AUTHORIZED.search(column.label):
            kind = "shares"
        if not kind and has_prices and column.index not in signed and says("units.awards_head", _names(column)):
            kind = "shares"
        is_other = not kind and components >= _COMPONENTS and _may_be_money(column, heads[column.index], signed)
        found[column.index] = "percent" if column.index in percents else "money" if is_other else kind
    costs = [column.index for column in table.columns if says("units.cost_head", column.label)]
    if "shares" in found.values():
        found |= {index: "money" for index in costs if not found[index]}
    return found


def _may_be_money(column: Column, head: str, signed: frozenset[int]) -> bool:
    """Whether nothing tells that a column beside those of equity counts shares: others have signs, and it has none."""
    return column.index in signed or not signed or bool(_EQUITY.search(head) or _AMOUNT_HEAD.search(head))


def _column_kind(column: Column, head: str, *, is_signed: bool) -> Kind:
    if not is_signed and (_SHARES.search(head) or _SHARES_HEAD.search(head) or _counts_shares(column)):
        return "shares"
    if is_signed and _NUMBER_HEAD.match(column.full_label) and _SHARES.search(column.full_label):
        return "open"  # its signs say otherwise
    is_per_share = _PER_SHARE.search(_EXCEPTED.sub(" ", _ASIDE.sub(" ", head))) or says("units.eps", column.full_label)
    return "per-share" if is_per_share else ""


def _of_amounts_alone(table: FigureTable) -> set[int]:
    """The columns without decimals in which a figure is so large that it is no amount per share."""
    figures = [(item.column, item.figure) for row in table.rows for item in row.figures if _is_amount(item.figure)]
    large = {at for at, figure in figures if abs(figure.value) >= _THOUSAND and not figure.places}
    return large - {at for at, figure in figures if figure.places}


def _names(column: Column) -> str:
    """What the header of a column says, remarks in parentheses aside."""
    return " ".join(_ASIDE.sub(" ", column.full_label).split())


def _has_currency(column: Column) -> bool:
    return bool(column.unit and column.unit.currency)


def _counts_shares(column: Column) -> bool:
    return bool(column.unit and column.unit.count == "shares")


def _percents(table: FigureTable, signed: frozenset[int]) -> set[int]:
    """The columns of percentages of which not every figure has the sign."""
    figures: dict[int, list[Figure]] = {}
    for row in table.rows:
        for item in row.figures:
            if not item.figure.dash and not item.figure.problem:
                figures.setdefault(item.column, []).append(item.figure)
    is_of_all = bool(_CORNER.search(table.corner))
    heads = {column.index: table.corner if is_of_all else column.full_label for column in table.columns}
    return {
        at
        for at, found in figures.items()
        if (at not in signed or _PERCENT.search(heads.get(at, ""))) and _are_percents(heads.get(at, ""), found)
    }


def _are_percents(head: str, figures: Sequence[Figure]) -> bool:
    """Whether a header says percent, or a sign stands at the first figure and all are printed like it.

    Whole numbers are so where the sign stands at the last one too, which is the total.
    """
    first, last = figures[0], figures[-1]
    if _PERCENT.search(head) or _CORNER.search(head) or all(figure.percent for figure in figures):
        return True
    is_alike = all(figure.places == first.places and abs(figure.value) < _THOUSAND for figure in figures)
    is_small = all(figure.places and abs(figure.value) < _HUNDRED for figure in figures)
    if is_small and says("units.rate_column", head):
        return True
    is_total = len(figures) > 1 and last.percent and abs(last.value) <= _HUNDRED
    return first.percent and is_alike and (first.places > 0 or is_total or bool(_CHANGE.search(head)))


def _groups(rows: Sequence[TableRow]) -> tuple[tuple[Kind, ...], tuple[str, ...]]:
    """What the headings say that the rows below them count, and the headings that say it.

    `Basic:` goes on with what `Earnings per share:` above it says, and so does a heading right below another one, and
    any other for amounts per share, which decimals tell. Where a currency's sign stands in a row, no shares are counted
    any more.
    """
    kinds: list[Kind] = []
    headings: list[str] = []
    kind: Kind = ""
    heading, is_below_heading = "", False
    for row in rows:
        if row.figures:
            if kind == "shares" and any(item.figure.unit for item in row.figures):
                kind, heading = "", ""
            is_below_heading = False
        else:
            said = _said(_words(row))
            goes_on = is_below_heading or kind == "per-share" or _GOES_ON.search(row.printed_label)
            if said or not goes_on:
                kind, heading = said, row.printed_label if said else ""
            is_below_heading = bool(row.printed_label)
        kinds.append(kind)
        headings.append(heading)
    return tuple(kinds), tuple(headings)


def _said(words: str) -> Kind:
    if _TERMS.search(words) or _AMOUNT.search(words):
        return ""  # the label of a row before goes on, with figures of its own
    if _SHARES.search(words):
        return "shares"
    return "per-share" if _is_per_share(words) else "percent" if _RATES.search(words) else ""


def _is_per_share(words: str) -> bool:
    """Whether words name an amount per share, and not what is used to compute one."""
    words = _AMOUNT_PER_SHARE.sub(" ", _ASIDE.sub(" ", words))
    return bool(_PER_SHARE.search(words)) and not _COMPUTED.search(words)


def _words(row: TableRow) -> str:
    """The words of a label, without marks of footnotes and remarks that hold numbers."""
    return _MARK.sub("", _NUMBERS_ASIDE.sub(" ", row.printed_label))


def _between(rows: Sequence[TableRow]) -> Iterator[int]:
    """The rows between two numbers of shares: what is added to the one, or taken off it, to come to the other."""
    opened: int | None = None
    for at, row in enumerate(rows):
        if not row.figures:
            continue
        words = _words(row)
        is_signed = any(item.figure.unit or item.figure.percent for item in row.figures)
        if not is_signed and _SHARES.search(words) and _COMPUTATION.search(words) and not _TERMS.search(words):
            if opened is not None and at - opened <= _MOST_BETWEEN:
                yield from range(opened + 1, at)
            opened = at
        elif is_signed or (_MONEY.search(words) and not _dilutes(words)) or _is_per_share(words):
            opened = None


def _dilutes(words: str) -> bool:
    """Whether words name what adds to a number of shares, whatever it was paid for: `Dilution from compensation`."""
    return bool(_SHARES_HEAD.search(_ASIDE.sub(" ", words)) or _DILUTES.search(words))


def kind_of(kinds: Kinds, at: int, row: TableRow, item: RowFigure) -> Kind:
    """What a figure of the row at a position counts; empty where that is open."""
    figure = item.figure
    has_sign = bool(figure.unit and figure.unit.currency)
    settled = kinds.columns.get(item.column, "")
    if settled in ("shares", "percent") and has_sign:
        return "money"
    if settled or _is_rate(kinds, at, row, item):
        return settled or "percent"
    if not has_sign and _RATIO_HEAD.search(kinds.heads.get(item.column, "")):
        return ""
    words = _words(row)
    if counts_others(kinds, row, item):
        return ""
    if _TERMS.search(words):
        return "money"  # what is paid in for shares, which the label describes
    if _SHARES.search(words) and not has_sign:
        return _of_shares(kinds)
    if _is_per_share(words):
        is_small = abs(figure.value) < _THOUSAND and _PER_UNIT.search(words)
        return "per-share" if figure.dash or figure.places or is_small else ""
    if _is_in_cents(kinds.groups[at], words, figure):
        return "per-share"
    if not has_sign and _is_among_shares(kinds, at, figure):
        is_named = _dilutes(words) or (kinds.is_counted and _OPEN.search(words))
        return "" if _MONEY.search(words) and not is_named else "shares"
    return _of_money(kinds, words, item)


def _is_in_cents(group: Kind, words: str, figure: Figure) -> bool:
    """Whether cents tell that a figure is an amount per share, below a heading that says so or beside `EPS`."""
    is_cents = figure.places == _CENTS
    return (group == "per-share" and (is_cents or figure.dash)) or (is_cents and bool(says("units.eps", words)))


def counts_others(kinds: Kinds, row: TableRow, item: RowFigure) -> bool:
    """Whether a header or a label says that anything but shares is counted: `Number of securities`."""
    words, has_sign = _words(row), bool(item.figure.unit and item.figure.unit.currency)
    is_counted = bool(_NUMBER_HEAD.search(kinds.heads.get(item.column, "")) or _NUMBER_HEAD.search(words))
    is_counted = is_counted or (item.column in kinds.counted and not _MONEY.search(words))
    is_counted = is_counted or bool(not kinds.signed and _CLAIMS.search(words))
    is_settled = kinds.columns.get(item.column, "") or item.figure.percent
    return is_counted and not (has_sign or is_settled or _SHARES.search(words))


def _is_rate(kinds: Kinds, at: int, row: TableRow, item: RowFigure) -> bool:
    """Whether a figure without a sign is a percentage: by the first one of its row, or by a heading of rates."""
    figure, first = item.figure, row.figures[0].figure
    is_like_first = first.percent and figure.places == first.places > 0 and not _is_beside_rates(kinds, row, item)
    return not figure.unit and (is_like_first or (kinds.groups[at] == "percent" and (figure.places > 0 or figure.dash)))


def _is_beside_rates(kinds: Kinds, row: TableRow, item: RowFigure) -> bool:
    """Whether the first column of a row is headed as one of rates, and the one of a figure is not."""
    first, own = (kinds.heads.get(at, "") for at in (row.figures[0].column, item.column))
    return bool(_RATE_HEAD.search(first)) and not (_RATE_HEAD.search(own) or _PERCENT.search(own))


def _of_shares(kinds: Kinds) -> Kind:
    """What a label that names shares is of: a statement of money may say so of what was paid for them."""
    return "money" if kinds.is_cash_flows else "" if kinds.is_equity else "shares"


def _is_among_shares(kinds: Kinds, at: int, figure: Figure) -> bool:
    """Whether what stands around a figure counts shares, and it has no cents."""
    return figure.places != _CENTS and (kinds.groups[at] == "shares" or at in kinds.between or kinds.is_counted)


def _of_money(kinds: Kinds, words: str, item: RowFigure) -> Kind:
    """Money, but where a label leaves open whether it names shares, or decimals tell of another scale than others."""
    is_open = _OPEN.search(words) and item.column not in kinds.signed and not _MONEY.search(words)
    return "" if is_open or (kinds.is_whole and item.figure.places >= _CENTS) else "money"
