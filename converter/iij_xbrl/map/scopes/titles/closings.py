"""What headings, titles and captions close: from a word that is not understood on, nothing is a fact of the issuer.

A heading closes all that stands below it, with the headings of lower levels. A title without a level closes what
follows until the next one: where it names another company, a part of the issuer or another scope (`Non-consolidated
results`), until the issuer is named again. What stands between a table and the nearest title that is understood speaks
of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from iij_xbrl.extract.above_tables import as_title
from iij_xbrl.extract.misread_titles import misread_again
from iij_xbrl.extract.sections import is_remark
from iij_xbrl.extract.times.partial_periods import says_part
from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.extract.title_lines import parts_of
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, patterns_of, says
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.said_behind import speaks_of_all_above
from iij_xbrl.map.scopes.titles.japanese_titles import SHORT, is_japanese_title, is_period_caption
from iij_xbrl.map.scopes.titles.lead_ins import lead_in, opens_on_other
from iij_xbrl.map.scopes.titles.list_items import ListItems
from iij_xbrl.map.scopes.titles.marked_parts import MarkedParts
from iij_xbrl.map.scopes.titles.parts_alone import PartAlone
from iij_xbrl.map.scopes.titles.reasons import (
    is_of_changes,
    is_qualified,
    leads_list,
    names_something,
    of_hints,
    of_name,
    reason_of,
    reason_over_text,
    says_other_scope,
    says_whose,
)
from iij_xbrl.map.scopes.titles.shapes import (
    CLOSED,
    ITEM,
    ends_name,
    is_address,
    is_bold,
    is_capitalised,
    is_contact,
    is_title_like,
    names_site,
    tidy,
    whole_names,
)
from iij_xbrl.map.scopes.titles.sheets import Sheets
from iij_xbrl.map.scopes.words.accounts import Account, Accountant
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Span, Table, Text, TextKey, rows_of
from iij_xbrl.read.set_apart import apart_of
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import SetApart, UnknownInTitle

_OTHER_RESULTS, _CHAPTER = (JAPANESE.patterns[f"scopes.{name}"] for name in ("other_results", "chapter_title"))
_COMPANY = frozenset(JAPANESE.words["company_names"])
_POINTS = patterns_of("scopes.points_at_table")
_AHEAD = patterns_of("scopes.table_ahead")
_WORD = re.compile(r"[^\W\d_]+")
_RULE = re.compile(r"\s*[-=_~]{3,}\s*")
_DIGIT = re.compile(r"\d")
_COMPANY_WORDS = 3  # of the name of a company that begins with a small letter
_LINE_WORDS = 10  # of a line that is no title by its capitals, and leads in what follows
_ITEM_WORDS = 4  # more of them say something


@dataclass(frozen=True, slots=True)
class Closings:
    """Why nothing below titles that are not understood is a fact: by the block of a table, and by line.

    `items` are lines that stand below items of lists: no other line of their text is closed by these.
    """

    tables: Mapping[int, Reason] = field(default_factory=dict)
    lines: Mapping[TextKey, Reason] = field(default_factory=dict)
    items: Mapping[TextKey, Reason] = field(default_factory=dict)

    def of_line(self, *spans: Span) -> Reason | None:
        """Why the lines of a text are closed; nothing if they are not."""
        return next((self.lines[span.text_key] for span in spans if span.text_key in self.lines), None)


def closings(document: Document, accountant: Accountant) -> Closings:
    """What the titles of a document close."""
    walk = _Walk(accountant, ListItems(accountant))
    blocks = tuple(
        part for block in document.blocks for part in _parts(as_title(block, accountant.calendar), accountant.calendar)
    )
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            walk.heading(block)
        elif isinstance(block, Paragraph):
            walk.paragraph(block, after)
            if isinstance(after, Table):
                walk.before_table(block)
            elif leads_list(block, after):
                walk.before_list(block)
            walk.pass_over(block)
        else:
            walk.table(block)
    return Closings(walk.tables, {**walk.lines, **_set_apart(document)}, walk.items)


def _parts(block: Block, calendar: Calendar) -> Iterator[Block]:
    """A block; a paragraph with titles in it as several."""
    if isinstance(block, Paragraph):
        yield from map(Paragraph, parts_of(block.lines, calendar))
    else:
        yield block


def _set_apart(document: Document) -> dict[TextKey, Reason]:
    """Why rows of tables and lines are closed that the page does not say itself; a struck cell closes its row."""
    found: dict[TextKey, Reason] = {}
    for block in document.blocks:
        for row in rows_of(block):
            how = next((how for text in row if (how := apart_of(document, text))), None)
            if how:
                found.update((text.span.text_key, SetApart(how)) for text in row)
    return found


@dataclass(slots=True)
class _Walk:
    """Goes through a document from top to bottom; knows what is closed where it stands."""

    accountant: Accountant
    _items: ListItems
    tables: dict[int, Reason] = field(default_factory=dict)
    lines: dict[TextKey, Reason] = field(default_factory=dict)
    items: dict[TextKey, Reason] = field(default_factory=dict)
    _parts: MarkedParts = field(default_factory=MarkedParts)
    _alone: PartAlone = field(default_factory=PartAlone)
    _headings: list[tuple[int, Reason | None]] = field(default_factory=list)
    _measure: Reason | None = None  # over texts, until the next heading, title or table
    _section: Reason | None = None  # until the issuer is named again
    _title: Reason | None = None  # until the next title
    _plain: Reason | None = None  # until the next line that stands like a title
    _over_title: Reason | None = None  # of that line, as far as nothing but titles stand between it and here
    _listed: Reason | None = None  # until the items of the list end
    _head: list[tuple[Account, bool]] = field(default_factory=list)
    _last: Reason | None = None
    _introduced: Reason | None = None  # by a sentence that points at the next table
    _is_bare: bool = False  # whether nothing stands below the last heading yet
    _over: Reason | None = None  # what titles right here say, below which a heading may follow
    _is_ahead: bool = False  # whether that may stand below a heading of its own
    _is_below: bool = False  # whether a table stands above, under the same heading
    _sheets: Sheets = field(default_factory=Sheets)
    _since: list[Paragraph] = field(default_factory=list)  # what stands between the last heading or table and here

    @property
    def _above(self) -> Reason | None:
        return (
            self._parts.reason
            or self._alone.reason
            or next((reason for _, reason in self._headings if reason), None)
            or self._section
            or self._title
            or self._plain
            or self._listed
        )

    def heading(self, block: Heading) -> None:
        self._items.leave()
        self._sheets.see(block.text)
        self._parts.see(tidy(block.text))
        if JAPANESE.script.search(block.text.plain):
            self._alone.see(tidy(block.text), block.level)
        if self._is_bare and self._head and misread_again(tidy(block.text), self._head[-1][0].text):
            return
        if ends_name(tidy(block.text)) or self._is_own_address(tidy(block.text)):
            return
        above = self._headings[-1] if self._headings and self._is_bare else None
        while self._headings and self._headings[-1][0] >= block.level:
            self._headings.pop()
        account = self.accountant.account(tidy(block.text))
        over = above[1] if above and above[0] >= block.level else None  # nothing stands between the two
        self._headings.append((block.level, reason_of(account) or over or self._over or self._over_title))
        self._is_bare = True
        self._over = None
        self._section = self._title = self._listed = self._plain = None
        self._measure = reason_over_text(account)
        self._over_title = None
        self._head = [(account, True)]
        self._introduced = self._introduced if self._is_ahead else None
        self._since, self._is_below = [], False

    def _is_own_address(self, text: str) -> bool:
        """Whether a heading tells how the issuer is reached, which says nothing of what is below it."""
        if not is_address(text):
            return False
        apart = self.accountant.account(" ".join(_WORD.findall(text)))
        return not names_site(text) or any(tile.is_a("issuer") for tile in apart.tiles)

    def paragraph(self, block: Paragraph, after: Block | None) -> None:
        whole = self._whole(block)
        if not whole:
            return
        joined = " ".join(tidy(line) for line in block.lines)
        title = self._title
        self._is_bare = False
        self._listed = self._listed if ITEM.match(block.lines[0].plain) else None
        titled = all(is_title_like(line) and not self._is_entry(line) for line in block.lines)
        self._plain = None if titled or self._plain is None else self._plain
        is_alone = sum(not _RULE.fullmatch(item.plain) for item in block.lines) == 1
        self.items |= self._items.below(block, after)
        for line, text in whole:
            self._parts.see(text)
            if is_bold(line) or (titled and (is_capitalised(line.plain) or self._says_other(line))):
                self._enter(self.accountant.account(text), bold=is_bold(line))
            elif titled and is_japanese_title(line, self.accountant.calendar):
                self._alone.see(text)
                self._enter_japanese(self.accountant.account(text))
            elif (item := ITEM.match(line.plain)) and not self._items.stands_over(line):
                self._enter_item(self.accountant.account(line.plain[item.end() :]))
            if titled and is_alone and not is_bold(line):
                self._plain = of_name(line, self.accountant)
            reason = self._above or self._measure
            if reason:
                self.lines[line.span.text_key] = reason
        title = self._title if self._title is not title else None
        over = None if _CHAPTER.match(narrow(joined)) else self._over_title
        self._over_title = (self._plain or title or over) if titled and is_alone else None
        for line in block.lines if titled else ():
            self._sheets.see(line)
        is_set_off = all(is_bold(line) or (titled and self._says_other(line)) for line in block.lines)
        self._over = (self._section or self._title) if is_set_off else None
        self._introduce(joined)
        if titled or (len(block.lines) == 1 and joined.endswith(":")):
            self._head += [(self.accountant.account(text), True) for _, text in whole]
        else:
            self._head.append((self.accountant.account(""), False))

    def _whole(self, block: Paragraph) -> list[tuple[Text, str]]:
        """The lines of a text, each with what it says; those that are the name of the issuer together as one."""
        joined = " ".join(tidy(line) for line in block.lines)
        may_be_name = len(block.lines) > 1 and is_title_like(block.lines[-1]) and not _DIGIT.search(joined)
        account = self.accountant.account(joined) if may_be_name else None
        if account and account.names_issuer:
            return [(block.lines[0], joined)]
        return list(whole_names(block.lines))

    def _introduce(self, text: str) -> None:
        """A sentence that points at the next table and says that it is about something else."""
        if any(pattern.search(text) for pattern in _POINTS):
            account = self.accountant.account(text)
            is_whose = says_whose(text, account)
            is_other = account.names_other or says_other_scope(text) or is_whose or says("scopes.corrects", text)
            self._introduced = reason_of(account) if is_other else None
            is_ahead = any(pattern.search(text) for pattern in _AHEAD)
            self._is_ahead = is_ahead or (is_whose and not self._is_below)

    def before_table(self, block: Paragraph) -> None:
        """A short text right above a table: each of its words counts."""
        title = next((account.text for account, _ in self._head), "")
        texts = (*self._since, block)
        self._introduced = self._introduced or lead_in(texts, self.accountant, noted=self._is_below, title=title)

    def before_list(self, block: Paragraph) -> None:
        """A short text right above a list, or one that ends with a colon: it speaks of what follows."""
        text = " ".join(tidy(line) for line in block.lines)
        words = len(_WORD.findall(text))
        if text.rstrip().endswith((":", "：")):
            self._listed = opens_on_other(text, self.accountant, among_forecasts=True)
            if self._listed:
                return
        is_sentence = CLOSED.search(text) or is_contact(text) or words > _LINE_WORDS
        reason = None if is_sentence else lead_in((block,), self.accountant, noted=False)
        if reason and (self.accountant.account(text).names_other or says_other_scope(text)):
            self._title = reason
        elif words <= _ITEM_WORDS:
            self._listed = reason

    def pass_over(self, block: Paragraph) -> None:
        """Go on below a text; one that points back says of what the texts above it are."""
        behind = speaks_of_all_above(" ".join(tidy(line) for line in block.lines), self.accountant)
        if behind:
            keys = (line.span.text_key for above in self._since for line in above.lines)
            self.lines.update({key: behind for key in keys if key not in self.lines})
        self._since.append(block)

    def _is_entry(self, line: Text) -> bool:
        """Whether a line is an entry of a form, `Company name: ...`, and no title with a colon in it."""
        text = tidy(line)
        account = self.accountant.account(text)
        return ": " in text and not (account.is_understood or is_qualified(account))

    def _says_other(self, line: Text) -> bool:
        """Whether a line that stands like a title says in words of a sentence that it is about something else."""
        text = tidy(line)
        account = self.accountant.account(text)
        most = _COMPANY_WORDS if text[:1].islower() else _LINE_WORDS
        is_name = len(text.split()) <= most and not any(_DIGIT.search(word) for word in account.unknown)
        is_other = is_name and (account.names_other or (bool(account.unknown) and says_other_scope(text)))
        return is_other and not JAPANESE.script.search(text)

    def _enter(self, account: Account, *, bold: bool) -> None:
        """A title without a level."""
        above = self._head[-1][0].text if self._head else ""
        if not account.text or is_contact(account.text) or misread_again(account.text, above):
            return
        self._measure = reason_over_text(account) if is_of_changes(account) else None
        if account.is_understood and not account.names_other and not reason_of(account):
            self._section = None if account.names_issuer else self._section
            self._title = None if account.has_content or account.names_issuer else self._title
        elif account.names_other and not is_qualified(account):
            self._section = reason_of(account)
        elif bold or account.names_other or says_other_scope(account.text) or self._heads_results(account.text):
            self._title = reason_of(account)

    def _heads_results(self, text: str) -> bool:
        """Whether a title says of which time the results are below it: each of its words counts."""
        is_dated = bool(self.accountant.periods(text)) or says_part(text)
        return is_dated and says("passages.heads_results", text) is not None

    def _enter_japanese(self, account: Account) -> None:
        """A title without a level: what names another scope closes what follows, up to the next title."""
        is_company = any(tile.text in _COMPANY for tile in account.tiles)
        is_unknown = bool(account.unknown) and not any(tile.is_a("issuer") for tile in account.tiles)
        is_strict = is_company or says_other_scope(account.text) or says("passages.heads_results", account.text)
        is_other = account.names_other or (is_unknown and bool(is_strict))
        other = _OTHER_RESULTS.search(account.text)
        named = UnknownInTitle(account.text, (other.group(),)) if other else None
        self._title = named or (reason_of(account) if is_other else None)

    def _enter_item(self, account: Account) -> None:
        """An item of a list that is but the name of another scope, such as `- Budget`, over those that follow."""
        is_other = account.names_other or says_forecast(account.text)
        if is_other and len(account.text.split()) <= _ITEM_WORDS and not _DIGIT.search(account.text):
            self._title = reason_of(account)

    def table(self, block: Table) -> None:
        over_title = None if self._plain else self._over_title  # what stands right above is read for itself
        self._is_bare, self._over, self._listed, self._plain, self._over_title = False, None, None, None, None
        if self._head:  # without a title of its own, a table goes on with the one before
            self._last = next(filter(None, map(reason_of, self._spoken())), None)
        reason = (
            self._above
            or over_title
            or self._introduced
            or self._last
            or self._sheets.names_other(block, self.accountant)
            or of_hints(block, self.accountant)
        )
        self._introduced = None
        if reason:
            self.tables[block.rows[0].span.block] = reason
            self.lines.update({text.span.text_key: reason for row in block.rows for text in row.texts})
        self._head = []
        self._measure = None
        self._since, self._is_below = [], True
        self._title = self._of_last_rows(block) or self._title

    def _of_last_rows(self, block: Table) -> Reason | None:
        """Why what follows a table is closed by a title that stands in its last rows, which have no figures."""
        rows = ([text for text in row.texts if text.plain.strip()] for row in reversed(block.rows))
        last = [texts[0] for texts in takewhile(lambda texts: len(texts) == 1, rows)]
        titles = [text for text in last if len(narrow(tidy(text))) <= SHORT and is_title_like(text)]
        titles = [text for text in titles if not is_remark(narrow(tidy(text)))]
        for text in reversed(titles):
            if is_japanese_title(text, self.accountant.calendar):
                self._alone.see(tidy(text))
        accounts = map(self.accountant.account, map(tidy, titles))
        others = (item for item in accounts if item.names_other or says_other_scope(narrow(item.text)))
        return next(map(reason_of, others), None)

    def _spoken(self) -> list[Account]:
        """The titles that speak of the table that follows: from the nearest that is understood and names something."""
        found: list[Account] = []
        titles = [account for account, is_title in self._head if is_title and account.text]
        for position, account in reversed(list(enumerate(titles))):
            above = titles[position - 1].text if position else ""
            if not is_contact(account.text) and not misread_again(account.text, above):
                found.append(account)
                if (
                    account.is_understood
                    and names_something(account)
                    and not is_period_caption(account.text, self.accountant.calendar)
                ):
                    break
        return found[::-1]
