"""What a figure reports: the concept, members and sign that its row and column give it together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import SequenceMatcher
from functools import lru_cache

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.sections import is_remark
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import months_to
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.map.forecasts import members_of
from iij_xbrl.map.labels import key
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.map.scenarios import column_scenario, revision, revision_of_rows, says_forecast, scenario
from iij_xbrl.map.tables.figures.changes import change_period, is_confirmed
from iij_xbrl.map.tables.figures.column_members import column_member
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys, near_lines
from iij_xbrl.map.tables.rows.two_languages import in_one_language
from iij_xbrl.map.tables.shares import share_of, share_of_whole
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import HeaderReadsLike
from iij_xbrl.taxonomy.index import Concept, Line, Members, Taxonomy
from iij_xbrl.taxonomy.roles import YEAR_ON_YEAR

_NEAR_TITLES = 2
(_OF_GROUP,) = JAPANESE.words["of_group"]
_REPEATS = 4, 5  # parts of the letters of a row of a header are those of the one that it repeats
_NUMBERING = re.compile(r"^[-–•\s]*\(?\d+[).]\s*")


@dataclass(frozen=True, slots=True)
class Target:
    """A concept with members; `verb` is how the printed figure becomes its value, `inferred` what a doubt rests on."""

    concept: Concept
    members: Members
    verb: str
    instant: str | None
    inferred: Reason | None = None


def row_target(table: FigureTable, column: Column, figure: Figure, match: Match, taxonomy: Taxonomy) -> Target:
    """The target of a figure in a table whose rows are lines. Raises Unmapped."""
    if match.place is None or match.line is None:
        raise Unmapped(match.reason or why.NoLabel())
    _refuse_pro_forma(table)
    line = match.place.lines[match.line]
    said = column_scenario(table, column, nearest_title(table), taxonomy)
    revised = revision(table, column, nearest_title(table), taxonomy)
    if revised:
        return _derived(line, "change-percent" if _is_percent(column, figure) else "change-amount", revised, taxonomy)
    derivation = share_of(match.share, taxonomy) if match.share else _derivation(table, column, figure, taxonomy)
    if derivation:
        if derivation.startswith("change"):
            said = (*members_of(taxonomy, YEAR_ON_YEAR), *said)
        inferred = is_confirmed(table, column) if column.role == "change" else None
        return replace(_derived(line, derivation, said, taxonomy), inferred=inferred)
    target = _plain(line, said, taxonomy)
    if figure.percent and figure.mention and target.concept.type != "percent" and _are_changes(table):
        return _derived(line, "change-percent", (*members_of(taxonomy, YEAR_ON_YEAR), *said), taxonomy)
    if not match.place.columns:
        return target
    member = match.column or column_member(match.place, column, table.columns)
    if member is None:
        raise Unmapped(why.NoColumnOfHeader(match.place.role, column.label))
    concept = taxonomy.concepts[member.concept] if member.concept else target.concept
    return Target(concept, target.members + member.members, target.verb, target.instant)


def column_targets(table: FigureTable, places: Sequence[PlaceKeys]) -> dict[int, Match]:
    """The lines of the columns of a table whose rows name periods; empty where no place fits.

    A column without a header takes the line that the table's title names.
    """
    best: dict[int, Match] = {}
    tied = False
    for keys in places:
        if keys.place.rows != "periods":
            continue
        found: dict[int, Match] = {}
        for position, column in enumerate(table.columns):
            readings = [_NUMBERING.sub("", text) for text in _header_readings(table, position)]
            of_group = [text.removeprefix(_OF_GROUP) for text in readings if text.startswith(_OF_GROUP)]
            match = _header_match([in_one_language(text, [keys]) for text in (*readings, *of_group)], keys)
            if match is not None and not _is_percent_beside(column, match, found):
                found[column.index] = match
        if len(found) > len(best):
            best, tied = found, False
        elif found and len(found) == len(best):
            tied = tied or not _means_the_same(found, best)
    return {} if tied else best


def _means_the_same(found: Mapping[int, Match], best: Mapping[int, Match]) -> bool:
    """Whether the lines of two places are those of the same concepts, column by column."""
    lines = [{at: (_line(match).concept, _line(match).members) for at, match in each.items()} for each in (found, best)]
    return lines[0] == lines[1]


def _is_percent_beside(column: Column, match: Match, found: Mapping[int, Match]) -> bool:
    """Whether a column is the percentage of the amounts beside it, whose header spans both."""
    left = found.get(column.index - 1)
    return left is not None and left.line == match.line and bool(column.unit and column.unit.percent)


def _header_match(texts: Sequence[str], keys: PlaceKeys) -> Match | None:
    """The line that a header names, in the words of the taxonomy or with a misread letter."""
    for text in texts:
        lines = keys.exact.get(key(text), ())
        if len(lines) == 1:
            return Match(keys.place, lines[0])
    for text in texts:
        near = near_lines(key(text), keys)
        if len(near) == 1:
            (line, known), *_ = near.items()
            return Match(keys.place, line, inferred=HeaderReadsLike(known))
    return None


def _header_readings(table: FigureTable, position: int) -> Iterator[str]:
    """What a column's header may say: all its rows, its lowest row, and, cut in two cells, both of them."""
    column = table.columns[position]
    if not column.full_label:
        if table.section.own:  # an inherited title speaks of the table before
            yield nearest_title(table)
        return
    yield column.full_label
    yield column.label
    following = table.columns[position + 1] if position + 1 < len(table.columns) else None
    cut = bool(following and following.unit and following.unit.percent)
    if cut and following and following.full_label:
        yield column.full_label + following.full_label
    yield from _by_rows(table, column, 2 if cut else 1)


def _by_rows(table: FigureTable, column: Column, cells_of_row: int) -> Iterator[str]:
    """What a header says row by row, each row cut in so many cells, `Net Incor | me`.

    Its first row alone says it where the others are misread repeats of that.
    """
    first, behind = column.index, column.index + cells_of_row
    rows = [[cell.text.plain.strip() for cell in cells[first:behind]] for cells in table.headers]
    said = [row for row in rows if row and row[0] and not _is_unit(row[0])]
    yield " ".join("".join(row) for row in said)
    yield " ".join(" ".join(row).strip() for row in said)
    if said and all(_is_repeat(said[0][0], "".join(row)) for row in said[1:]):
        yield said[0][0]


def _is_repeat(text: str, again: str) -> bool:
    """Whether a row of a header is the one above, read once more and not as well."""
    share, whole = _REPEATS
    return SequenceMatcher(None, key(text), key(again)).ratio() * whole > share


def _is_unit(text: str) -> bool:
    """Whether a header cell says a currency or `%`; `Share` alone may be the end of `net income per Share`."""
    unit = parse_unit(text)
    return bool(unit and (unit.currency or unit.percent))


def column_target(
    table: FigureTable, row: TableRow, column: Column, lines: Mapping[int, Match], taxonomy: Taxonomy
) -> Target:
    """The target of a figure in a table whose columns are lines. Raises Unmapped."""
    _refuse_pro_forma(table)
    if not row.is_period:
        raise Unmapped(why.MoreThanAPeriod())
    own = lines.get(column.index)
    if says("headers.change", row.label):
        if own is None:
            raise Unmapped(why.NoLineOfHeader(column.full_label))
        derivation = "change-percent" if row.units and row.units[0].percent else "change-amount"
        return _derived(_line(own), derivation, revision_of_rows(table, row, taxonomy), taxonomy)
    said = () if says("scenarios.actual", row.label) else scenario(taxonomy, row.label, nearest_title(table))
    if own is not None:
        return replace(_plain(_line(own), said, taxonomy), inferred=own.inferred)
    left = max((index for index in lines if index < column.index), default=None)
    if not _percents_follow(table, lines):
        raise Unmapped(why.PercentsApart())
    percent = column.unit is not None and column.unit.percent
    if left is None or left != column.index - 1 or not percent:
        raise Unmapped(why.NoLineOfHeader(column.full_label))
    if not _are_changes(table):
        raise Unmapped(why.PercentOfNothing())
    target = _derived(_line(lines[left]), "change-percent", (*members_of(taxonomy, YEAR_ON_YEAR), *said), taxonomy)
    return replace(target, inferred=lines[left].inferred)


def _are_changes(table: FigureTable) -> bool:
    """Whether a title, or a note behind the table, says that percentages are changes on the year before."""
    titles = (*table.section.titles, table.section.basis)
    return any(says("scenarios.year_on_year_change", title) for title in titles)


def _percents_follow(table: FigureTable, lines: Mapping[int, Match]) -> bool:
    """Whether each amount that may have a change has its percentage right behind it."""
    shares = {column.index for column in table.columns if column.role == "share"}
    amounts = [index for index, match in lines.items() if "change-percent" in _line(match).derived]
    return table.columns[0].index not in shares and all(index + 1 in shares for index in amounts)


def _line(match: Match) -> Line:
    assert match.place is not None
    assert match.line is not None
    return match.place.lines[match.line]


def _refuse_pro_forma(table: FigureTable) -> None:
    if _is_pro_forma(table.section.titles[-_NEAR_TITLES:]):
        raise Unmapped(why.ProForma())


@lru_cache(maxsize=64)  # each figure of a table asks
def _is_pro_forma(titles: tuple[str, ...]) -> bool:
    return any(says("scenarios.pro_forma", title) for title in titles)


def _plain(line: Line, said: Members, taxonomy: Taxonomy) -> Target:
    if line.concept is None:
        raise Unmapped(why.OnHeading())
    members = _without_defaults(line.members, taxonomy) + said
    return Target(taxonomy.concepts[line.concept], members, line.verb, line.instant)


def _derived(line: Line, derivation: str, said: Members, taxonomy: Taxonomy) -> Target:
    if line.concept is None:
        raise Unmapped(why.OnHeading())
    name = line.derived.get(derivation) or taxonomy.derived.get((line.concept, derivation))
    if name is None:
        raise Unmapped(why.NotDerived(derivation, line.concept))
    members = _without_defaults(line.members, taxonomy) + said
    verb = "same" if derivation == "change-percent" else line.verb  # a share or an amount has its line's sign
    return Target(taxonomy.concepts[name], members, verb, None)


def _without_defaults(members: Members, taxonomy: Taxonomy) -> Members:
    return tuple((axis, member) for axis, member in members if taxonomy.default_members.get(axis) != member)


def nearest_title(table: FigureTable) -> str:
    """The last title in front of a table that is not a remark in parentheses; the corner where that says a forecast."""
    return _nearest(table.corner, table.section.titles)


@lru_cache(maxsize=64)  # each figure of a table asks for its title
def _nearest(corner: str, titles: tuple[str, ...]) -> str:
    if says_forecast(corner):
        return corner
    return next((title for title in reversed(titles) if not is_remark(title)), "")


def _derivation(table: FigureTable, column: Column, figure: Figure, taxonomy: Taxonomy) -> str | None:
    if column.role == "change":
        percent = _is_percent(column, figure)
        if change_period(table) and not percent and not says("scenarios.year_on_year", column.full_label):
            return "period-change"
        if says("scenarios.other_basis", column.full_label) or not _is_year_on_year(table, column):
            raise Unmapped(why.OtherBasis())
        return "change-percent" if percent else "change-amount"
    if column.role == "share":
        if not figure.percent and any(item.figure.percent for item in _figures(table, column)):
            raise Unmapped(why.NoPercentSign())
        base = column.unit.base if column.unit else ""
        return share_of(base, taxonomy) if base else share_of_whole(table, column, taxonomy)
    return None


def _is_percent(column: Column, figure: Figure) -> bool:
    return figure.percent or "%" in column.full_label or bool(column.unit and column.unit.percent)


def _figures(table: FigureTable, column: Column) -> list[RowFigure]:
    return [item for row in table.rows for item in row.figures if item.column == column.index]


def _is_year_on_year(table: FigureTable, column: Column) -> bool:
    """Whether the table's latest column ends a year after another one; a target beside another may be its basis."""
    amounts = [other for other in table.columns if other.period and other.role == "value"]
    if says("scenarios.year_on_year", column.full_label):  # targets beside it are of other times
        results = [other for other in amounts if not says_forecast(other.full_label, other.scope)]
        amounts = results if len({other.period for other in results}) == 1 else amounts
    periods = [other.period.period for other in amounts if other.period]
    ends = {period.end for period in periods}
    if len(set(periods)) < max(len(periods), 1):
        is_told_apart = not periods or any(says_forecast(other.full_label, other.scope) for other in table.columns)
        return is_told_apart and bool(says("scenarios.year_on_year", column.full_label))
    if len(ends) < 2:
        return True
    first = months_to(max(ends), 12).start
    return first is not None and first - timedelta(days=1) in ends
