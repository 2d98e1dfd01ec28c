"""The header grid of a table: which column is which period, unit, change or share.

Headers of published tables run over several rows, span columns, and are damaged by conversion. A column's own texts,
read downwards, come first; then the texts that span it; then the caption's periods in order, if what is left of the
header does not contradict them. What stays undecided is a problem of the column, never a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from iij_xbrl.extract.cells import Cell
from iij_xbrl.extract.grids import joined, spread
from iij_xbrl.extract.partial_periods import YEAR, completed, months_counted, of_year
from iij_xbrl.extract.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.title_periods import as_titled
from iij_xbrl.extract.title_units import contradicts
from iij_xbrl.extract.units import Unit, parse_unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, says
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.no_figures import FootnoteMark

Role = Literal["value", "translation", "change", "share", "text"]
_BEHIND_NAME = re.compile(r"\(([^()]*)\)\s*$")
_LONGEST_UNIT = 5  # words
_NUMBER_IN_FRONT = re.compile(r"[(\[]\D*\d[\d,.]*$")  # 1H12 (in 100 millions of yen)
_DAY = ENGLISH.patterns["periods.date"]
_NOTES = ENGLISH.patterns["headers.notes"]
_SHARE = ENGLISH.patterns["units.share"]
_SPOKEN = {months: words for words, months in ENGLISH.numbers("spoken").items()}


@dataclass(frozen=True, slots=True)
class Column:
    """A value column.

    `label` is what the lowest row of its header says beside period and unit, and `full_label` what all its rows say,
    read downwards; `scope` is what cells that span it say. `named` are the periods that its own texts name. `problem`
    says what is not known of it, `closed` why none of its figures is a fact.
    """

    index: int
    role: Role
    period: Mention | None
    unit: Unit | None
    label: str
    full_label: str = ""
    problem: Reason | None = None
    scope: str = ""
    named: tuple[Period, ...] = ()
    closed: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """What the header rows say about one column; `counted` are lengths in months that they say without a period."""

    index: int
    own: tuple[str, ...]
    spanned: tuple[str, ...]
    unit: Unit | None
    mention: Mention | None
    own_mention: Mention | None
    label: str
    fragment: str
    named: tuple[Period, ...]
    counted: frozenset[int]


def columns(
    header: Sequence[Sequence[Cell]],
    body: Sequence[Sequence[Cell]],
    section: Section,
    calendar: Calendar,
    home: str,
    row_units: Sequence[Unit] = (),
) -> tuple[Column, ...]:
    """The value columns of a table (column 0 holds the labels).

    `home` is the issuer's currency; `row_units` are the units that the row labels list column by column, where the
    header states none.
    """
    width = max((len(cells) for cells in (*header, *body)), default=0)
    grid = [
        spread([cell.text.plain.strip() if cell.kind in ("text", "figure") else "" for cell in cells], width)
        for cells in header
    ]
    grid = [_covered(joined(row), cells) for row, cells in zip(grid, header, strict=True)]
    spanned = [row if _is_laid_out(cells) else _spread_right(row) for row, cells in zip(grid, header, strict=True)]
    above = (*(cells[0].text.plain for cells in header if cells), *section.nearest)
    heads = [_head(grid, spanned, index, above, calendar) for index in range(1, width)]
    heads = [_with_cell_currency(head, body) for head in heads if _is_used(head, body)]
    if row_units and len(row_units) == len(heads) and not any(head.unit for head in heads):
        heads = [replace(head, unit=unit) for head, unit in zip(heads, row_units, strict=True)]
    heads = _share_unit(_with_percents_of_changes(heads, body))
    translated = any(head.unit and head.unit.currency == home for head in heads)
    roles = [_role(head, home if translated else None) for head in heads]
    corner = tuple(found for cells in header for found in mentions(cells[0].text.plain, calendar))
    section = replace(section, captions=corner) if len(corner) == 1 else section
    found = _resolve(heads, roles, section, is_laid_out=any(map(_is_laid_out, header)))
    return _uncontradicted(found, heads, section, calendar)


def _uncontradicted(
    found: tuple[Column, ...], heads: Sequence[_Head], section: Section, calendar: Calendar
) -> tuple[Column, ...]:
    """The columns; without periods where titles above say others, closed where these say another unit."""
    named = [
        item.period.period for item in found if item.period and item.role == "value" and not _is_dated(heads, item)
    ]
    meant = as_titled(named, section, calendar) if named else {}
    if meant:
        return tuple(_meant(item, meant) for item in found)
    if contradicts((head.unit for head in heads), section):
        return tuple(replace(item, closed=why.TitleSaysOtherUnit()) for item in found)
    return found


def _meant(column: Column, meant: Mapping[Period, Period | None]) -> Column:
    """A column of the period that the title says; of none where it is not known."""
    mention = column.period
    period = meant.get(mention.period) if mention else None
    if mention and period:
        return replace(column, period=replace(mention, period=period))
    return replace(column, period=None, problem=why.TitleSaysOther())


def _is_dated(heads: Sequence[_Head], column: Column) -> bool:
    """Whether a column's header writes a day, and not just the name of a period."""
    head = next(item for item in heads if item.index == column.index)
    return _DAY.search(" ".join((*head.own, *head.spanned))) is not None


def _share_unit(heads: Sequence[_Head]) -> list[_Head]:
    """Columns without a unit take the one that all others with a currency state."""
    stated = {(head.unit.scale, head.unit.currency) for head in heads if head.unit and head.unit.currency}
    if len(stated) != 1:
        return list(heads)
    (scale, currency), *_ = stated
    shared = Unit(scale, currency)
    return [head if head.unit or _is_change(head) else replace(head, unit=shared) for head in heads]


def _is_change(head: _Head) -> bool:
    return says("headers.change", " ".join(head.own)) is not None


def _with_percents_of_changes(heads: Sequence[_Head], body: Sequence[Sequence[Cell]]) -> list[_Head]:
    """A column of percentages that has no header of its own, right behind one of changes, is of changes as well."""
    found = list(heads)
    for at, (left, head) in enumerate(pairwise(heads), 1):
        figures = [item for cells in body if len(cells) > head.index for item in cells[head.index].figures]
        percents = bool(figures) and all(item.percent or item.dash for item in figures)
        if not head.own and percents and head.index == left.index + 1 and says("headers.change", " ".join(left.own)):
            found[at] = replace(left, index=head.index)
    return found


def _is_used(head: _Head, body: Sequence[Sequence[Cell]]) -> bool:
    return any(len(cells) > head.index and cells[head.index].kind in ("figure", "dash") for cells in body)


def _covered(row: Sequence[str], cells: Sequence[Cell]) -> list[str]:
    """A header row in which a cell that spans others stands over each of them."""
    over = [cell.over.plain.strip() if cell.over else "" for cell in cells]
    return [text or (over[at] if at < len(over) else "") for at, text in enumerate(row)]


def _is_laid_out(cells: Sequence[Cell]) -> bool:
    """Whether the format says what a header row's cells span, so that an empty one is empty."""
    return any(cell.over for cell in cells)


def _spread_right(row: Sequence[str]) -> list[str]:
    """A header row in which a cell stands over the empty ones behind it, the corner aside."""
    found, last = [row[0]] if row else [], ""
    for text in row[1:]:
        last = text or last
        found.append(last)
    return found


def _head(
    grid: Sequence[Sequence[str]],
    spread_out: Sequence[Sequence[str]],
    index: int,
    above: Sequence[str],
    calendar: Calendar,
) -> _Head:
    own = tuple(row[index] for row in grid if row[index])
    spanned = tuple(row[index] for row in spread_out if row[index])
    unit = _column_unit(own)
    around = (*own, *(text for text in spanned if text not in own))
    own_mention = completed(_column_period(own, calendar), around, above, calendar)
    mention = own_mention or completed(_column_period(spanned, calendar), around, above, calendar)
    if mention is None and own and YEAR.fullmatch(own[-1]):
        own_mention = mention = of_year(own[-1], [*reversed(spanned), *above], calendar)
    rest = [left for text in own if (left := _beside_unit(text))]
    label = next((text for text in reversed(rest) if not mentions(text, calendar)), "")
    named = tuple(found.period for found in mentions(" ".join(own), calendar))
    counts = (count for text in around for count in months_counted(text, calendar) if mention is None)
    return _Head(index, own, spanned, unit, mention, own_mention, label, " ".join(rest), named, frozenset(counts))


def _beside_unit(text: str) -> str:
    """A header text without the unit: all or nothing of it, but for `% of revenues` in front of a period."""
    unit = parse_unit(text)
    if unit is None:
        return text if _in_parentheses(text) is None else _BEHIND_NAME.sub("", narrow(text)).strip()
    return _SHARE.sub("", text).strip() if unit.base and any(char.isdigit() for char in text) else ""


def _column_unit(texts: Sequence[str]) -> Unit | None:
    for count in (2, 1):
        for start in range(len(texts) - count, -1, -1):
            unit = parse_unit(" ".join(texts[start : start + count]))
            if unit and (unit.currency or unit.count or unit.percent):
                return unit
    for text in reversed(texts):
        unit = _in_parentheses(text)
        if unit:
            return unit
    words = texts[-1].split() if texts else []
    for split in range(_LONGEST_UNIT, 0, -1):  # September 30, 2015 Thousands of JPY
        unit = parse_unit(" ".join(words[-split:])) if len(words) >= split else None
        if unit and unit.scale is not None:
            return None if _NUMBER_IN_FRONT.search(" ".join(words[:-split])) else unit
    return None


def _in_parentheses(text: str) -> Unit | None:
    """The unit in parentheses behind the name of a Japanese column: `売上高（百万円）`, `構成比（％）`."""
    match = _BEHIND_NAME.search(narrow(text)) if JAPANESE.script.search(text) else None
    unit = parse_unit(match.group(1)) if match else None
    return unit if unit and (unit.currency or unit.count or unit.percent) else None


def _with_cell_currency(head: _Head, body: Sequence[Sequence[Cell]]) -> _Head:
    """A scale without a currency (`Thousands of`) takes the currency that stands beside the column's figures."""
    if not head.unit or head.unit.currency or head.unit.scale is None or head.unit.percent or head.unit.count:
        return head
    beside = {
        figure.unit.currency
        for cells in body
        if len(cells) > head.index
        for figure in cells[head.index].figures
        if figure.unit and figure.unit.currency
    }
    return replace(head, unit=Unit(head.unit.scale, beside.pop())) if len(beside) == 1 else head


def _column_period(texts: Sequence[str], calendar: Calendar) -> Mention | None:
    joined = mentions(" ".join(texts), calendar)
    if len(joined) == 1:
        return joined[0]
    single = [found for text in texts for found in mentions(text, calendar)]
    if not single or any(_is_apart(single[-1].period, other.period) for other in single[:-1]):
        return None  # two periods in one header
    return single[-1]


def _is_apart(period: Period, other: Period) -> bool:
    """Whether a period is another than one named before it, and no part of that; a day is part of what it ends."""
    if period.start is None or other.start is None:
        return period.start is None and other.start is None and period.end != other.end
    return not (other.start <= period.start and period.end <= other.end)


def _role(head: _Head, home: str | None) -> Role:
    text = " ".join(head.own)
    if _NOTES.fullmatch(head.fragment.strip(" .:()")):
        return "text"
    if says("headers.change", text):
        return "change"
    if head.unit and head.unit.percent:
        return "share"
    if home and head.unit and head.unit.currency and head.unit.currency != home:
        return "translation"
    return "value"


def _resolve(
    heads: Sequence[_Head], roles: Sequence[Role], section: Section, *, is_laid_out: bool
) -> tuple[Column, ...]:
    values = [head for head, role in zip(heads, roles, strict=True) if role == "value"]
    periods, problem = _value_periods(values, heads, section, is_laid_out=is_laid_out)
    periods = _without_shared(periods, heads, roles)
    latest = max((mention.period for mention in periods.values()), default=None)
    current = next((mention for mention in periods.values() if mention.period == latest), None)
    changes = [head.index for head, role in zip(heads, roles, strict=True) if role == "change"]
    translations = sum(role == "translation" for role in roles)
    resolved = []
    for head, role in zip(heads, roles, strict=True):
        mention: Mention | None
        if role == "value":
            mention = periods.get(head.index)
        elif role == "share":
            mention = head.own_mention or periods.get(
                max((index for index in periods if index < head.index), default=0)
            )
        elif role == "translation" and translations > 1:
            mention = head.own_mention
        elif role == "translation" and (len(periods) < len(values) or _is_of_other(head, current)):
            mention = None  # one translation is of the latest period: its head is another column's
        elif role == "text":
            mention = None
        elif role == "change":
            mention = _changed(head.index, periods, changes, current)
        else:  # a convenience translation is given for the latest period only (Regulation S-X 3-20)
            mention = current
        lacking = None if mention else FootnoteMark() if role == "text" else problem or why.PeriodOpen()
        scope = " ".join(left for text in head.spanned if text not in head.own and (left := _beside_unit(text)))
        resolved.append(
            Column(head.index, role, mention, head.unit, head.label, head.fragment, lacking, scope, head.named)
        )
    return tuple(resolved)


def _is_of_other(head: _Head, current: Mention | None) -> bool:
    return bool(current and head.own_mention and head.own_mention.period != current.period)


def _without_shared(
    periods: Mapping[int, Mention], heads: Sequence[_Head], roles: Sequence[Role]
) -> dict[int, Mention]:
    """The periods without those of columns that have no head, where the head of changes beside them names the period.

    `1H11 YoY % change` over the first of two columns may be the heads of both.
    """
    named = {
        head.own_mention.period
        for head, role in zip(heads, roles, strict=True)
        if role == "change" and head.own_mention
    }
    headless = {head.index for head in heads if not head.fragment.strip()}
    return {at: mention for at, mention in periods.items() if not (at in headless and mention.period in named)}


def _changed(
    index: int, periods: Mapping[int, Mention], changes: Sequence[int], current: Mention | None
) -> Mention | None:
    """The period whose figures a column of changes is about.

    Behind all values it is the latest, if only one ends on that day. Among them it is that of the value in front of it,
    if a change follows the last value too (`1H12 | YoY | 1H13 | YoY`) or that value is the latest.
    """
    if current is None:
        return None
    left = {periods[value].period for value in periods if value < index}
    right = {periods[value].period for value in periods if value > index}
    if len(changes) == 1 and len(left) > 1 and current.period in left and right == {current.period}:
        return current  # two results, their change, and then the targets
    if not any(value > changes[0] for value in periods):
        rivals = {mention.period for mention in periods.values() if mention.period.end == current.period.end}
        return current if len(rivals) == 1 else None
    front = periods.get(max((value for value in periods if value < index), default=0))
    return front if front and (changes[-1] > max(periods) or front.period == current.period) else None


def _value_periods(
    values: Sequence[_Head], heads: Sequence[_Head], section: Section, *, is_laid_out: bool
) -> tuple[dict[int, Mention], Reason | None]:
    own = {head.index: _completed(head.mention, section) for head in values if head.mention}
    apart = {(own[head.index].period, _beside_period(head)) for head in values if head.index in own}
    if len(own) == len(values) == len(apart):
        return own, None
    named = section.captions
    if len(named) == len(values) and _agrees(values, heads, named):
        return {head.index: mention for head, mention in zip(values, named, strict=True)}, None
    if (
        not own
        and len(named) == 1
        and _are_of(values, named[0])
        and (len(values) == 1 or all(head.label for head in values))
    ):
        return {head.index: named[0] for head in values}, None
    if is_laid_out or _are_told_in_words([head for head in values if not head.mention]):
        stated = [head for head in values if head.own_mention and head.index in own]
        told = Counter((own[head.index].period, _beside_period(head)) for head in stated)
        kept = [head.index for head in stated if told[own[head.index].period, _beside_period(head)] == 1]
        if kept:
            return {index: own[index] for index in kept}, why.NoPeriodRead()
    if own and len(own) == len(values):
        return {}, why.SamePeriodTwice()
    return {}, why.NoPeriodRead()


def _are_of(heads: Iterable[_Head], mention: Mention) -> bool:
    """Whether no header counts other months than those of a period, or says that it is of the one before."""
    return all(head.counted <= {mention.period.months} and not _is_of_before(head) for head in heads)


def _is_of_before(head: _Head) -> bool:
    """Whether a header says that it is of the period before; a previous target may be of any."""
    text = head.fragment
    is_target = says("scenarios.forecast", text) or says("scenarios.forecast_column", text)
    return bool(says("headers.previous", text)) and not is_target


def _are_told_in_words(heads: Sequence[_Head]) -> bool:
    """Whether columns have headers of their own that are words alone, so that nothing of a period is lost in them."""
    return all(head.label and not any(char.isdigit() for char in head.fragment) for head in heads)


def _beside_period(head: _Head) -> str:
    """What a header says beside its period, such as `Target` or `Results`; periods and units aside."""
    mention = head.mention
    if mention is None:
        return ""
    text = " ".join(head.own if head.own_mention else head.spanned)
    rest = text[: mention.start] + " " + text[mention.end :]
    return " ".join(word for word in re.findall(r"[A-Za-z-]{4,}", rest) if parse_unit(word) is None)


def _completed(mention: Mention, section: Section) -> Mention:
    """A bare date under a caption that names the duration ending on it stands for that duration."""
    if mention.kind != "date":
        return mention
    fitting = [item for item in section.captions if item.kind == "duration" and item.period.end == mention.period.end]
    return fitting[0] if fitting else mention


def _agrees(values: Sequence[_Head], heads: Sequence[_Head], named: Sequence[Mention]) -> bool:
    """Whether what is left of a header can be read as the caption's periods, in order."""
    position = 0
    by_column = {head.index: place for place, head in enumerate(values)}
    for head in heads:
        fragment = head.fragment
        if not fragment or (head.unit and not head.fragment):
            continue
        fits = [place for place in range(position, len(named)) if _fits(fragment, head.mention, named[place])]
        if not fits:
            return False
        expected = by_column.get(head.index)
        if expected is not None:
            if expected not in fits:
                return False
            position = expected
        else:
            position = fits[0]
    return True


def is_left_of(text: str, period: Period) -> bool:
    """Whether a text is what a conversion left of the name of a period: pieces of it in order, one letter misread."""
    full, at, sound = _in_full(period), 0, True
    for piece in re.findall(r"[a-z]+|\d+", text.lower()):
        start = full.find(piece, at)
        if start < 0 and sound and piece.isalpha() and len(piece) > 1:
            start, sound = _misread(piece, full, at), False
        if start < 0:
            return False
        at = start + len(piece)
    return True


def _misread(piece: str, full: str, at: int) -> int:
    """Where a text holds a piece with one letter misread; -1 where it does not."""
    for start in range(at, len(full) - len(piece) + 1):
        pairs = zip(piece, full[start : start + len(piece)], strict=True)
        if sum(one != other for one, other in pairs) == 1:
            return start
    return -1


def _in_full(period: Period) -> str:
    """How a caption names a period, in small letters without spaces and stops."""
    month = ENGLISH.words["month_names"][period.end.month - 1]
    full = f"{_SPOKEN.get(period.months, '')}{month}{period.end.day},{period.end.year}"
    return re.sub(r"[\s,.]", "", full.lower())


def _fits(fragment: str, mention: Mention | None, named: Mention) -> bool:
    if mention and mention.period.end != named.period.end:
        return False
    left, right = re.sub(r"[\s,.]", "", fragment.lower()), _in_full(named.period)
    if _is_scattered(left, right):
        return True  # letters may be lost, and one misread; digits may not
    return any(_is_scattered(left[:at] + left[at + 1 :], right) for at, char in enumerate(left) if char.isalpha())


def _is_scattered(fragment: str, full: str) -> bool:
    """Whether the characters of a fragment stand in a text in the same order."""
    position = 0
    for char in fragment:
        position = full.find(char, position) + 1
        if not position:
            return False
    return True
