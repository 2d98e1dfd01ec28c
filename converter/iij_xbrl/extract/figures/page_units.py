"""What figures are by the words of their page alone: units, scales and balances, for figures that nothing maps.

A scale is stated once for a table, in its header, its corner or the text in front of it, with exceptions: amounts per
share, numbers of shares. The currency is the one whose sign stands beside figures of the table, or else that of all
figures of the page that have a sign, or nearly all. Where a row's words leave open whether it counts shares or money,
and no sign tells, or the scale in which it counts shares, it has no unit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.continued import has_no_text
from iij_xbrl.extract.figures.kinds import Kinds, counts_others, kind_of
from iij_xbrl.extract.figures.tied_scales import tied_scales
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import CURRENCIES, ENGLISH, JAPANESE, says

_SCALES, _CURRENCIES = ENGLISH.numbers("scales"), ENGLISH.names("currencies")
_PATTERNS = ENGLISH.patterns
_STATED, _STANDING, _OF_SEVERAL, _SHARES_STATED, _SHARES_EXCEPTED, _SCALE_BESIDE = (
    _PATTERNS[f"units.{name}"]
    for name in ("stated_scale", "standing", "of_several", "shares_stated", "shares_excepted", "scale_beside_shares")
)
_STATED_IN_FULL = _PATTERNS["units.stated_in_full"]
_OF_DOLLARS = _PATTERNS["units.of_dollars"]
_AWARDS = _PATTERNS["units.shares_or_money"]
_AWARDS_NAMED, _NO_AWARDS_NAMED = _PATTERNS["units.awards_named"], _PATTERNS["units.awards_aside"]
_IN_FULL = _PATTERNS["units.amount_in_full"]
_SIGN_ALONE = re.compile(rf"\s*(?:(?:19|20)\d\d\s*)?(?P<sign>{CURRENCIES.sign.pattern})\s*")
_SENTENCES = re.compile(r"(?<=[.;])(?<![A-Z]\.)\s+(?=[A-Z])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;()]")
_NOUGHTS = 3  # of `shares in 000's`
_LONGEST_HEAD = 40  # characters
_NO_LETTERS = re.compile(r"[\W\d_]+")
_SEVERAL = 3  # rows by which a table is known
_FEW = 20  # no more than one of so many
_NO_SHARES = Decimal(10) ** 11  # no company that scales them has as many
_NO_MONEY = Decimal(10) ** 15  # no company has as much
_NO_DOLLARS = Decimal(10) ** 14  # nor of currencies of which one buys more
_DEAR = frozenset(("USD", "EUR", "GBP", "CHF"))
_NO_AWARDS = Decimal(10) ** 9  # and no company gives as many of them away
_SHARES_IN_FULL = Decimal(10) ** 6  # the least number of shares that tells by itself that it is not scaled


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states for the figures of a table. `scale` is None where nothing is stated.

    `of_several` tells that it is stated of the following tables, and not of one. `columns` are those whose own headers
    state it, beside others that do not; empty where it is stated for the whole table.
    """

    scale: int | None
    share_scale: int | None
    currency: str | None
    of_several: bool = False
    columns: frozenset[int] = frozenset()

    def for_column(self, column: int) -> Stated:
        """What is stated for a column: no scale of shares where only the headers of others state it."""
        return replace(self, share_scale=None) if self.columns and column not in self.columns else self


def stated_for(tables: Sequence[FigureTable]) -> dict[int, Stated]:
    """What is stated for each table, by its number."""
    single = _single_currency(tables)
    found: dict[int, Stated] = {}
    standing = Stated(None, None, single)
    before: tuple[FigureTable | None, FigureTable | None] = (None, None)
    headed = _currencies_of_heads(tables)
    single = single or (next(iter(headed)) if len(headed) == 1 else None)
    in_full = bool(headed) or (single is not None and _prints_in_full(tables))
    for table in tables:
        standing = _standing(table.section, single) or standing
        origin = next((other for other in before if other and _goes_on(table, other, found[other.number])), None)
        stated = _stated(table, single, found[origin.number] if origin else None, standing)
        found[table.number] = replace(stated, scale=0, share_scale=0) if in_full else stated
        before = (table, table if len(_labels(table)) >= _SEVERAL else before[1])
    tied = tied_scales(tables, {number: stated.scale for number, stated in found.items()}) if single else {}
    return found | {number: replace(found[number], scale=scale) for number, scale in tied.items()}


def _single_currency(tables: Sequence[FigureTable]) -> str | None:
    """The currency whose signs stand beside all figures of a page that have any, or all but a few."""
    signs = Counter(unit.currency for table in tables for unit in _beside(table) if unit.currency)
    (currency, count), *_ = signs.most_common(1) or [("", 0)]
    return currency or None if (signs.total() - count) * _FEW <= signs.total() else None


def _standing(section: Section, currency: str | None) -> Stated | None:
    """What is stated for all that follows: in a sentence in front of a table that says so, or on every page."""
    near = next(_standing_in((*section.lines, *section.before), currency), None)
    on_pages = (stated for text in section.on_pages if (stated := _scales(text, currency)))
    return near or next(on_pages, None) or next(_standing_in(section.standing, currency), None)


def _standing_in(texts: Sequence[str], currency: str | None) -> Iterator[Stated]:
    """What sentences state for all that follows, the last one first."""
    for text in reversed(texts):
        for said in _SENTENCES.split(text) if _STANDING.search(text) else ():
            stated = _scales(said, currency) if _STANDING.search(said) else None
            if stated:
                yield stated


def _prints_in_full(tables: Sequence[FigureTable]) -> bool:
    """Whether a page states no scale anywhere, and its sentences print large amounts in full.

    Such amounts have millions: `cash of $13,419,872`.
    """
    if any(_states_scale(table) for table in tables):
        return False
    sections = [table.section for table in tables]
    return any(_IN_FULL.search(text) for section in sections for text in (*section.before, *section.standing))


def _currencies_of_heads(tables: Sequence[FigureTable]) -> set[str]:
    """The currencies whose signs alone head columns of a page that states no scale anywhere: `2020 £`."""
    heads = (cell.text.plain for table in tables for cells in table.headers for cell in cells[1:])
    signs = {match["sign"] for head in heads if (match := _SIGN_ALONE.fullmatch(head))}
    return set() if any(map(_states_scale, tables)) else {code for sign in signs if (code := CURRENCIES.of(sign))}


def _states_scale(table: FigureTable) -> bool:
    """Whether anything in a table or in front of it states a scale."""
    section = table.section
    units = [section.unit, *(column.unit for column in table.columns)]
    units += [unit for row in table.rows for unit in (row.group, *row.units)]
    texts = (*_statements(table), *section.titles, *section.lines, *section.on_pages, *section.standing)
    return any(unit and unit.scale for unit in units) or any(_STATED.search(text) for text in texts)


def _goes_on(table: FigureTable, before: FigureTable, stated: Stated) -> bool:
    """Whether what is stated for a table is stated for a later one as well, where nothing is stated for that.

    Such are one with no text between, one that stands beside it, one with the same rows, of another period, and one
    without a title where `the following tables` are spoken of: notes may stand between them.
    """
    section = table.section
    if table.block == before.block or has_no_text(section):
        return True
    return (stated.of_several and not section.own) or _has_rows_of(table, before)


def _has_rows_of(table: FigureTable, other: FigureTable) -> bool:
    """Whether most rows with figures are those of another table, by their labels."""
    labels, others = _labels(table), frozenset(_labels(other))
    return len(labels) >= _SEVERAL and sum(label in others for label in labels) * 2 > len(labels)


def _labels(table: FigureTable) -> list[str]:
    return [label for row in table.rows if row.figures and (label := _NO_LETTERS.sub("", row.label.casefold()))]


def _beside(table: FigureTable) -> Iterable[Unit]:
    return (item.figure.unit for row in table.rows for item in row.figures if item.figure.unit)


def _stated(table: FigureTable, single: str | None, before: Stated | None, standing: Stated) -> Stated:
    """What is stated for a table; one that goes on with another one `before` has the same.

    Where nothing is, `standing` holds: `Dollars in millions, except as otherwise stated` speaks of all that follows.
    """
    own = {unit.currency for unit in _beside(table) if unit.currency}
    around = single or (before.currency if before else None)
    currency = next(iter(own)) if len(own) == 1 else None if own else around
    texts = tuple(_statements(table))
    awards = next((found.share_scale for text in texts if _names_awards(text) and (found := _scales(text, None))), None)
    awards = _NOUGHTS if awards is None and any(says("units.shares_in_noughts", text) for text in texts) else awards
    main = next((found for text in texts if not _names_awards(text) and (found := _scales(text, currency))), None)
    if main and not own and any(_STATED.search(text) and _names_other(text, currency) for text in texts):
        main = replace(main, currency=None)
    main = replace(main, columns=_stating(table)) if main else None
    found = main or (replace(before, currency=currency or before.currency) if before else None)
    found = found or Stated(standing.scale if own else None, standing.share_scale, currency)
    return found if awards is None else replace(found, share_scale=awards, columns=frozenset())


def _names_other(text: str, currency: str | None) -> bool:
    """Whether a text names currencies, and not this one: `in millions of euros`."""
    named = {code for word in _WORD.findall(text.casefold()) if (code := _CURRENCIES.get(word.rstrip("s")))}
    return bool(named) and currency not in named


def _scales(text: str, currency: str | None) -> Stated | None:
    """The scales that a text states, of money and of shares; None where it states none.

    `options in thousands, aggregate value in millions` states one of each; two of money are none.
    """
    found = list(_STATED.finditer(text))
    if not found:
        return Stated(0, 0, currency) if _STATED_IN_FULL.search(text) else None
    shares, excepted = _SHARES_STATED.search(text), _SHARES_EXCEPTED.search(text)
    named = [(_SCALES[match["scale"].casefold()], _is_of_shares(text, match, shares)) for match in found]
    money = {scale for scale, is_of_shares in named if not is_of_shares}
    counted = {scale for scale, is_of_shares in named if is_of_shares}
    scale = next(iter(money)) if len(money) == 1 else next(iter(counted)) if not money else None
    of_all = None if _OF_DOLLARS.search(text) else scale
    share_scale = _SCALES[shares["scale"].casefold()] if shares else 0 if excepted else of_all
    if money and len(counted) == 1:
        (share_scale,) = counted
    return Stated(scale, share_scale, currency, bool(_OF_SEVERAL.search(text)))


def _is_of_shares(text: str, match: re.Match[str], shares: re.Match[str] | None) -> bool:
    """Whether a scale is stated of shares: by the words in front of it, back to a comma or a parenthesis."""
    is_within = shares is not None and shares.start() <= match.start("scale") < shares.end()
    return is_within or bool(_AWARDS.search(_CLAUSE.split(text[: match.start("scale")])[-1]))


def _statements(table: FigureTable) -> Iterable[str]:
    """The texts that may state a scale, the nearest first: below the header, in it, then in front of the table."""
    for row in takewhile(lambda row: not row.figures, table.rows):
        yield row.printed_label
    for cells in reversed(table.headers):
        yield from (cell.text.plain for cell in cells if cell.text.plain)
    yield from reversed(table.section.before)


def _stating(table: FigureTable) -> frozenset[int]:
    """The columns whose own headers state a scale, beside headers in the same row that do not."""
    if any(_STATED.search(row.printed_label) for row in takewhile(lambda row: not row.figures, table.rows)):
        return frozenset()
    for cells in reversed(table.headers):
        texts = [(cell.over or cell.text).plain for cell in cells]
        stating = frozenset(at for at, text in enumerate(texts) if _STATED.search(text))
        if stating:
            is_own = 0 not in stating and any(text.strip() for at, text in enumerate(texts) if at and at not in stating)
            return stating if is_own else frozenset()
    return frozenset()


def _names_awards(text: str) -> bool:
    """Whether a text states a scale of awards and nothing else, `Options (in thousands)`: it is that of its column."""
    found = list(_STATED.finditer(text))
    if len(found) != 1 or len(text) > _LONGEST_HEAD or says("units.dollars_too", text):
        return False
    return _AWARDS.search(text[: found[0].start("scale")]) is not None


def unit_of(kinds: Kinds, at: int, row: TableRow, item: RowFigure, said: Unit | None, stated: Stated) -> Unit | None:
    """The unit of a figure of the row at a position: what is said of it, completed by what its page states.

    None where it is open. A unit without currency and count is not known.
    """
    figure = item.figure
    if _YEAR.fullmatch(figure.text) and says("units.years", row.printed_label):
        return None
    kind = kind_of(kinds, at, row, item)
    said = None if _is_over_amounts(said, kinds, row, item) else said
    if figure.percent or kind == "percent" or (said is not None and said.percent):
        return said if said is not None and said.percent else Unit(percent=True)
    currency = _currency(figure, said, stated)
    if kind == "per-share":
        return Unit(0, currency)
    if kind == "shares":
        texts = (row.printed_label, kinds.headings[at], kinds.heads.get(item.column, ""))
        scale = _share_scale(figure, texts, said, stated.for_column(item.column), kinds)
        return None if scale is None else Unit(scale, count="shares")
    if kind == "open" or (not kind and counts_others(kinds, row, item)):
        return None
    if said is not None and (said.count or (said.currency and said.scale is not None)):
        is_open = said.count == "shares" and said.scale is None and not JAPANESE.script.search(row.printed_label)
        return None if is_open else said
    return _unit_of_money(kinds, item, said, stated) if kind else None


def _currency(figure: Figure, said: Unit | None, stated: Stated) -> str | None:
    """The currency of a figure, if it is money: that of its own sign, of what is said of it, or of its page."""
    beside = figure.unit.currency if figure.unit else None
    return beside or (said.currency if said else None) or stated.currency


def _unit_of_money(kinds: Kinds, item: RowFigure, said: Unit | None, stated: Stated) -> Unit:
    """The unit of an amount; without a scale where the one that is stated would make it more than there is."""
    currency = _currency(item.figure, said, stated)
    scale = said.scale if said is not None and said.scale is not None else stated.scale
    if scale is None:
        return Unit()
    has_sign = item.figure.unit is not None and bool(item.figure.unit.currency)
    most = kinds.largest_of.get(item.column, Decimal(0))
    is_too_much = currency in _DEAR and most.scaleb(scale) >= _NO_DOLLARS
    if scale and not has_sign and (is_too_much or kinds.largest.scaleb(scale) >= _NO_MONEY):
        return Unit()  # what is stated is of other tables, or of the figures with a sign
    return Unit(scale, currency)


def _is_over_amounts(said: Unit | None, kinds: Kinds, row: TableRow, item: RowFigure) -> bool:
    """Whether a head of percentages reaches over amounts as well: a currency's sign stands in the column."""
    has_sign = item.figure.percent or bool(item.figure.unit and item.figure.unit.percent)
    is_percent = said is not None and said.percent and not has_sign and not row.units
    return is_percent and item.column in kinds.signed and not JAPANESE.script.search(row.printed_label)


def _share_scale(figure: Figure, texts: Sequence[str], said: Unit | None, stated: Stated, kinds: Kinds) -> int | None:
    """The scale of a number of shares: what the texts beside it say, its column, or its page; None where it is open.

    Where nothing is stated, a table with numbers in the millions prints them in full.
    """
    beside = next((found for text in texts if (found := _SCALE_BESIDE.search(text))), None)
    if beside is not None:
        return _SCALES[(beside["scale"] or beside["behind"] or "thousand").casefold()]
    is_of_shares = said is not None and said.scale is not None and bool(said.count or not said.currency)
    is_of_shares = is_of_shares and not (said and said.excepted)  # of what that is, the text tells
    scale = said.scale if said is not None and is_of_shares else stated.share_scale
    if scale is None:
        in_full = max(kinds.largest, abs(figure.value)) >= _SHARES_IN_FULL
        return 0 if in_full or figure.dash else None
    value = abs(figure.value)
    if not is_of_shares and value < _SHARES_IN_FULL and value.scaleb(scale) >= _NO_AWARDS and _are_awards(texts):
        return None  # such a scale is that of the money beside them
    if value >= _SHARES_IN_FULL and value.scaleb(scale) >= _NO_AWARDS and _are_awards(texts):
        return 0
    if max(kinds.largest_shares, value).scaleb(scale) < _NO_SHARES:
        return scale
    return 0 if max(kinds.largest_shares, abs(figure.value)) >= _SHARES_IN_FULL else None


def _are_awards(texts: Sequence[str]) -> bool:
    """Whether texts name awards, and no shares of all that there are."""
    return any(map(_AWARDS_NAMED.search, texts)) and not any(map(_NO_AWARDS_NAMED.search, texts))
