"""What rows without figures close that are no lines of the taxonomy: groups, `Budget`, and parts of labels beside them.

Such a row closes what follows, up to one that names the issuer, unless all of it is neutral, `Financial data`, or is
the name of a title or of a line whose parts follow. One that breaks off (`Depreciation charged to`) is the beginning of
the next row's label, one that goes on (`of hi-ho Inc.`) the end of the label above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from iij_xbrl.extract.asides import ASIDE
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.misread_titles import misread_again
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import ENGLISH, JAPANESE, LANGUAGES, patterns_of, says
from iij_xbrl.map.labels import key
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.remarks import is_bracketed, is_set_apart, parts_of_label, says_no_amounts
from iij_xbrl.map.scopes.row_heads import says_other_period
from iij_xbrl.map.scopes.tables.owners import RowsAbove, names_owner
from iij_xbrl.map.scopes.words.accounts import Account, Accountant, is_business, is_part
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import (
    GroupSaysOther,
    LabelBegunAbove,
    LabelBreaksOff,
    LabelGoesOn,
    MayBeOfPart,
    UnknownInGroup,
)
from iij_xbrl.reasons.tables import AmongPercentages
from iij_xbrl.relations.index import relations_with
from iij_xbrl.relations.language import Expression, Sum
from iij_xbrl.taxonomy.index import Taxonomy

_OPEN = patterns_of("scopes.open_end")
_PARTS = patterns_of("scopes.parts_of_line")
_LOWER = re.compile(r"\s*(?:[a-z]|[(&])")
_CAPITAL = re.compile(r"\W*(?![a-z])[^\W\d]")
_WHOLE_GROUP = frozenset(word for language in LANGUAGES for word in language.words["whole_group"])
_AROUND = "*_: "  # what emphasises a heading, and ends it
_BESIDE = " .:;()[]*-"
_DIGIT = re.compile(r"\d")
_BREAKS_OFF = re.compile(r"[^\W_][,、–—―‐-]\s*$|\s[–—―‐-]\s*$")
_REMARKED = re.compile(r"[(（\d]")  # what brackets say, and amounts and days, may be cut
_HARMLESS = frozenset(map(key, ENGLISH.words["neutral_heads"]))


def said_by_groups(
    table: FigureTable, matches: Sequence[Match], accountant: Accountant, taxonomy: Taxonomy
) -> dict[int, Reason]:
    """Why rows are closed by rows without figures beside them, by their position."""
    return _Rows(table, matches, accountant, taxonomy).read()


@dataclass(frozen=True, slots=True)
class _Named:
    """The lines that a row without figures names, by their concepts and the key of its label, and why it closes others.

    `is_business` tells that it is a line of business: all below it are its own.
    """

    concepts: frozenset[str]
    label: str
    is_business: bool
    reason: Reason

    def holds(self, match: Match) -> bool:
        """Whether a row is one of the lines, or a part of one."""
        at = match.line
        while match.place is not None and at is not None:
            line = match.place.lines[at]
            if line.concept in self.concepts or self.label in map(key, line.labels):
                return True
            at = line.parent
        return False


@dataclass(slots=True)
class _Rows:
    """Goes down the rows of a table; `group` is why what follows is closed, `named` the lines that it may be parts of.

    `is_begun` tells that one of these parts stands above, `owner` is the row with figures that names others.
    """

    table: FigureTable
    matches: Sequence[Match]
    accountant: Accountant
    taxonomy: Taxonomy
    reasons: dict[int, Reason] = field(default_factory=dict)
    group: Reason | None = None
    percents: Reason | None = None
    counts: Reason | None = None
    named: _Named | None = None
    owner: int | None = None
    is_begun: bool = False

    def read(self) -> dict[int, Reason]:
        """Why rows are closed, by their position."""
        self._over()
        above = RowsAbove(self.table)
        for position, (row, match) in enumerate(zip(self.table.rows, self.matches, strict=True)):
            if self._is_divider(row, match):
                self._enter_other(row)
            elif row.figures:
                if self.owner is not None and above.add_up_to(position, self.owner):
                    self.owner = self.group = None
                self._close(position, row, match)
                if names_owner(row, match, self.accountant):
                    self._enter_other(row)
                    self.owner = position
            elif row.printed_label:
                self.counts = self.percents = None
                self._heads_units(row.printed_label)
                if self.named and not self.named.is_business:
                    self.named = None
                if match.line is None and not match.joined:
                    self._bare(position, row)
                elif match.line is not None and match.found.kind == "line":
                    self._empty(position, row)
            above.take(position, match)
        return self.reasons

    def _enter_other(self, row: TableRow) -> None:
        """A row that names another scope: what stands below it is of that."""
        account = self.accountant.account(row.printed_label)
        self.group = UnknownInGroup(account.text, account.unknown or (account.text,))

    def _over(self) -> None:
        """What stands over all rows: below the title of the table, and over its labels."""
        for cells in self.table.headers:
            self._heads_units(" ".join(cells[0].text.plain.split()))
        title, *remarks = self.table.section.nearest or ("",)
        between = [title] if title and self._is_between() else []
        for text in (*between, *remarks, self.table.corner) if not self.table.rows_name_periods else ():
            account = self.accountant.account(text)
            if account.is_understood and account.has_content:
                self._known(account, 0, is_between=text in between)
        if any(column.role in ("change", "share") for column in self.table.columns):
            return
        said = (title, *ASIDE.findall(title), *remarks, ASIDE.sub(" ", self.table.corner))
        self.group = next((UnknownInGroup(text, (text,)) for text in said if says_no_amounts(text)), None)

    def _is_between(self) -> bool:
        """Whether the name of a line stands alone between the title of a table and the table: over its parts alone."""
        section = self.table.section
        title, above = section.nearest[0], section.titles[: -len(section.nearest)][-1:]
        if title in section.over or title.endswith(":"):
            return False
        of_table = (tile for text in above for tile in self.accountant.account(text).tiles)
        told = [tile for tile in self.accountant.account(title).tiles if not tile.is_a("neutral")]
        places = {match.place.role for match in self.matches if match.place}
        is_line = len(told) == 1 and told[0].is_a("label") and not told[0].is_a("heading", "issuer", "member")
        return is_line and told[0].names("title").isdisjoint(places) and any(tile.is_a("title") for tile in of_table)

    def _heads_units(self, label: str) -> None:
        """A label over rows that says that they are percentages, or count something."""
        self.counts = GroupSaysOther(label) if _heads_counts(label) else self.counts
        self.percents = AmongPercentages(label) if _heads_percents(label) else self.percents

    def _close(self, position: int, row: TableRow, match: Match) -> None:
        """A row with figures, closed by the first of what the rows above say."""
        if _BREAKS_OFF.search(row.printed_label) and not _REMARKED.search(row.printed_label):
            self.reasons.setdefault(position, LabelBreaksOff(row.printed_label))
        if match.line is None and not match.joined:
            self._within_label(row)
        if self.named and not self._is_named(match):
            self.reasons.setdefault(position, self.named.reason)
        if self.group and not self._names_its_member(match):
            self.reasons.setdefault(position, self.group)
        if self.percents and self._has_amounts(row):
            self.reasons.setdefault(position, self.percents)
        if self.counts and self._is_of_money(match) and not row.units:
            self.reasons.setdefault(position, self.counts)

    def _within_label(self, row: TableRow) -> None:
        """A row whose label is that of a line, with the name of another scope in a line of text of its own."""
        for part in parts_of_label(row, self.accountant) or ():
            account = self.accountant.account(part)
            is_other = account.names_other or says("scopes.other_scope", part) or says_forecast(part)
            is_name = _CAPITAL.match(part) or any(map(is_part, account.tiles[:1]))
            if is_other and not account.has_content and is_name:
                self.group = UnknownInGroup(account.text, account.unknown or (account.text,))

    def _is_named(self, match: Match) -> bool:
        """Whether a row may be what a row above says: one of the lines that it names, or behind all of these."""
        assert self.named
        if self.named.holds(match):
            self.is_begun = True
        elif self.is_begun and not self.named.is_business:
            self.named = None
            return True
        return self.named is not None and self.named.holds(match)

    def _is_divider(self, row: TableRow, match: Match) -> bool:
        """Whether a row is a name of another scope with dashes beside it: `--- hi-ho --- | --- | ---`."""
        is_empty = match.line is None and all(item.figure.dash for item in row.figures)
        return bool(row.figures) and is_empty and self.accountant.account(row.printed_label).names_other

    def _has_amounts(self, row: TableRow) -> bool:
        """Whether a row has figures that their columns say to be money."""
        for item in row.figures:
            column = self.table.column(item.column)
            if column and column.role == "value" and column.unit and column.unit.currency and not item.figure.percent:
                return True
        return False

    def _is_of_money(self, match: Match) -> bool:
        """Whether a row is a line of amounts that are not per share."""
        line = match.place.lines[match.line] if match.place and match.line is not None else None
        concept = self.taxonomy.concepts[line.concept] if line and line.concept else None
        kind = self.taxonomy.types[concept.type] if concept else None
        return kind is not None and kind.takes_currency and "/" not in kind.unit

    def _names_its_member(self, match: Match) -> bool:
        """Whether a line is told for a member that it names itself, such as a company."""
        line = match.place.lines[match.line] if match.place and match.line is not None else None
        return line is not None and any(axis not in self.taxonomy.default_members for axis, _ in line.members)

    def _bare(self, position: int, row: TableRow) -> None:
        """A row without figures that is no line."""
        account = self.accountant.account(row.printed_label)
        if self.table.rows_name_periods and account.has_content:  # what the rows below it are of, as a title is above
            self.group = UnknownInGroup(account.text, (account.text,))
            return
        is_open = any(end.search(row.printed_label) for end in _OPEN)
        if any(pattern.fullmatch(account.text) for pattern in _PARTS) or self._says_otherwise(account):
            self.group = UnknownInGroup(account.text, (account.text,))
            return
        if account.is_understood and not account.names_other and not is_open:
            says_more = self.percents or self.counts or self.table.rows_name_periods
            says_time = says_other_period(self.table, row.printed_label, self.accountant) is not None
            if not says_more and not says_time and not _DIGIT.search(row.printed_label):
                self._known(account, position, heads_units=bool(row.units))
            if account.names_issuer or account.text.casefold().strip(_BESIDE) in _WHOLE_GROUP:
                self.group = self.named = None
            return
        if any(misread_again(row.printed_label, title) for title in self.table.section.titles[-1:]):
            return
        above = self.table.rows[position - 1] if position else None
        below = self.table.rows[position + 1] if position + 1 < len(self.table.rows) else None
        if above and above.figures and _LOWER.match(row.printed_label) and not any(map(is_part, account.tiles[:1])):
            self.reasons[position - 1] = LabelGoesOn(account.text)
            leads = says("scopes.leads_parts", row.printed_label) is not None
            is_other = account.names_other or is_set_apart(row.printed_label) or leads
            if below and below.figures and (is_other or says("scopes.other_scope", account.text)):
                self.group = UnknownInGroup(account.text, account.unknown or (account.text,))
        elif below and below.figures and is_open:
            self.reasons[position + 1] = LabelBegunAbove(account.text)
        else:
            self.group = UnknownInGroup(account.text, account.unknown or (account.text,))

    def _empty(self, position: int, row: TableRow) -> None:
        """A row that would be a line and has no figures: the name of a line of business heads what is its own."""
        account = self.accountant.account(row.printed_label)
        if any(map(is_business, account.tiles)) and not _DIGIT.search(row.printed_label):
            self._known(account, position)

    def _known(self, account: Account, position: int, *, heads_units: bool = False, is_between: bool = False) -> None:
        """A row of which each word is known: it names lines, says what those below it are, or nothing of weight."""
        told = (tile for tile in account.tiles if tile.text.casefold() not in _WHOLE_GROUP)
        lines = [tile for tile in told if tile.is_a("label") and (not tile.is_a("title", "issuer") or is_between)]
        lines = [] if JAPANESE.script.search(account.text) else lines  # headings are named as lines are
        business = [tile for tile in account.tiles if is_business(tile)]
        if (lines and not heads_units) or business:
            concepts = frozenset(name for tile in (*lines, *business) for name in tile.names("label"))
            concepts = concepts if business else concepts | _added_up(concepts, self.taxonomy)
            self.named = _Named(concepts, key(account.text.strip(_AROUND)), bool(business), MayBeOfPart(account.text))
            self.is_begun = False
            if position and is_bracketed(account.text) and self.table.rows[position - 1].figures:
                self.reasons[position - 1] = LabelGoesOn(account.text)
        elif not account.has_content and any(_is_weighty(tile.text) for tile in account.tiles):
            self.group = UnknownInGroup(account.text, (account.text,))

    def _says_otherwise(self, account: Account) -> bool:
        """Whether words alone say of rows that they are expected, or changes, and no title or header says so."""
        if account.has_content:
            return False
        if account.narrows_to_place:
            return True
        titles = self.table.section.titles
        heads = (*titles, *(column.full_label for column in self.table.columns))
        is_expected = says_forecast(account.text) and not says_forecast(*heads)
        is_change = says("headers.change", account.text) and not any(says("headers.change", title) for title in titles)
        return is_expected or bool(is_change)


def _added_up(concepts: Set[str], taxonomy: Taxonomy) -> frozenset[str]:
    """What adds up to concepts, and is deducted for none of them, by the relations of a taxonomy."""
    relations = (item for item in relations_with(concepts, taxonomy) if item.target.concept in concepts)
    return frozenset(term.concept for item in relations if _adds(item.expression) for term in item.terms)


def _adds(expression: Expression) -> bool:
    return isinstance(expression, Sum) and all(sign > 0 for sign, _ in expression.parts)


def _is_weighty(word: str) -> bool:
    """Whether a neutral word, standing alone, says of the rows below it what they are: `Share`, `Less`."""
    return word.isascii() and word[:1].isalpha() and key(word) not in _HARMLESS


def _heads_percents(label: str) -> bool:
    unit = parse_unit(label)
    return bool(unit and unit.percent) or says("headers.percentages", label) is not None


def _heads_counts(label: str) -> bool:
    unit = parse_unit(label)
    return bool(unit and unit.count)
