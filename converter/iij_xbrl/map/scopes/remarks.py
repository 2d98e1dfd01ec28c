"""What remarks in a table close: in a row of their own, beside figures, and behind the names of periods.

A word or two in a last row say what the table is, `Budget`. So does a text in brackets in the last row of the table or
of a group, `(Parent company only)`, unless the same lines stand above and below it and none closes the table: then it
heads those below.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set

from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.heads.title_units import is_of_money, is_of_none
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.partial_periods import is_part
from iij_xbrl.languages import JAPANESE, LANGUAGES, patterns_of, says
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.row_heads import says_other_period
from iij_xbrl.map.scopes.words.accounts import COMPANY_FORMS, Account, Accountant
from iij_xbrl.read.marks import keys_of, note_start
from iij_xbrl.read.origins import JoinedOrigin
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import NoteSaysOther, UnknownInHeader

_REMARK = 4  # words; more of them explain
_LONGEST = 20  # words of a remark in brackets
_SHORT = 3  # words that go on a label
_SCOPES = frozenset(word for language in LANGUAGES for word in language.words.get("other_scopes", ()))
_GO_ON = frozenset(
    word for language in LANGUAGES for name in ("open_ends", "open_remarks") for word in language.words.get(name, ())
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]{3}|[^\W\d_a-z]{2}", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]{2}|\d[^\W\d_]\d|%")
_BRACKETED = re.compile(r"[\s*_]*[-–—]*\s*[(（\[［〔【<＜〈](?P<words>.+)[)）\]］〕】>＞〉][.。]?[\s*_]*")
_SET_OFF = re.compile(r"\s*(?:[-–—~=・•]+|\*{1,3}|[†‡※])\s*(?P<words>[^\W\d].*?)[\s\-–—~=*]*")
_CHANGE = patterns_of("headers.change_alone")
_PARTS = patterns_of("headers.no_amounts")
_NOTE = patterns_of("scopes.note_start")


def closing_remark(table: FigureTable, names: Set[int], accountant: Accountant) -> Reason | None:
    """Why a table is closed by what stands in a last row of its own; `names` are the rows that name lines."""
    last = max((at for at, row in enumerate(table.rows) if row.figures), default=len(table.rows))
    rows = list(enumerate(table.rows))[last + 1 :]
    below = [row for at, row in rows if at not in names or _is_company(row.printed_label)]
    above = table.rows[: last + 1] if below else ()
    borne = frozenset(key for row in above for text in (row.label_text, *row.cells) for key in keys_of(text))
    found = (_of_last_row(table, row, borne, accountant) for row in below)
    is_joined = last < len(table.rows) and last not in names
    return next(filter(None, found), _behind_label(table.rows[last], accountant) if is_joined else None)


def parts_of_label(row: TableRow, accountant: Accountant) -> tuple[str, str] | None:
    """A label of two lines of text of which one is known alone: that above, and that below; None for any other."""
    origin = row.label_text.span.origin
    label = row.label_text.plain
    for start, _ in origin.parts[1:] if isinstance(origin, JoinedOrigin) else ():
        above, below = label[:start].strip(), label[start:].strip()
        known = (accountant.account(text) for text in (above, below))
        if any(item.is_understood and item.has_content for item in known) and not _goes_on(above.split()[-1]):
            return above, below
    return None


def _behind_label(row: TableRow, accountant: Accountant) -> Reason | None:
    """Why a last row closes its table, whose label is that of a line with what a line of text below it says."""
    parts = parts_of_label(row, accountant)
    if parts is None:
        return None
    words = _bracketed(parts[1])
    if words:
        return None if _goes_on(words) else _in_brackets(words, accountant)
    return _remark(parts[1], accountant) if _begins(parts[1]) else None


def remarks_on_groups(table: FigureTable, names: Set[int], accountant: Accountant) -> dict[int, Reason]:
    """Why the rows of a group are closed by what stands in brackets in a last row of it."""
    found: dict[int, Reason] = {}
    last = max((at for at, row in enumerate(table.rows) if row.figures), default=-1)
    closes = any(_bracketed(row.printed_label) for row in table.rows[last + 1 :])
    ends = {row.printed_label.casefold(): at for at, row in enumerate(table.rows) if row.figures}
    group: list[int] = []
    for at, row in enumerate(table.rows[: last + 1]):
        if row.figures:
            group.append(at)
            continue
        words = _bracketed(row.printed_label)
        if not row.printed_label or at in names:
            continue
        is_repeated = any(ends[table.rows[above].printed_label.casefold()] > at for above in group)
        if words and not _goes_on(words) and (closes or not is_repeated):
            reason = _in_brackets(words, accountant)
            found |= dict.fromkeys(group, reason) if reason else {}
        elif words and group and (reason := _in_brackets(words, accountant)):
            found[group[-1]] = reason  # which of the two it speaks of, its label leaves open
        group = []
    return found


def remarks_under_columns(table: FigureTable, accountant: Accountant) -> dict[int, Reason]:
    """Why columns are closed by a word or two in a cell of them, in a row that has no figures: `| | Budget | Actual |`.

    One that stands alone in its row speaks of all columns.
    """
    found: dict[int, Reason] = {}
    for row in table.rows:
        if row.figures:
            continue
        said = {at: words for at, text in enumerate(row.cells, 1) if (words := " ".join(text.plain.split()))}
        is_alone = len(said) == 1 and not row.printed_label
        for at, words in said.items():
            account = accountant.account(_bracketed(words) or words)
            is_remark = len(words.split()) <= _REMARK and not account.has_content and _is_other(account)
            if is_remark or (_bracketed(words) and _in_brackets(_bracketed(words), accountant)):
                over = [column.index for column in table.columns] if is_alone else [at]
                found |= dict.fromkeys(over, NoteSaysOther(words))
    return found


def remarks_on_periods(table: FigureTable, accountant: Accountant) -> dict[int, Reason]:
    """Why rows of periods are closed by what stands in parentheses behind their names: `FY2011 (pro forma)`.

    So they are by a row that goes on with their name, `of hi-ho Inc.`, and by one that heads changes, `Change:`.
    """
    found: dict[int, Reason] = {}
    over: Reason | None = None
    for at, row in enumerate(table.rows):
        if not row.figures and row.printed_label:
            over = NoteSaysOther(row.printed_label) if _heads_changes(row.printed_label) else None
        if not (row.figures and row.is_period):
            continue
        below = table.rows[at + 1] if at + 1 < len(table.rows) else None
        reason = over or (_of_end(below.printed_label, accountant) if below and not below.figures else None)
        if reason:
            found[at] = reason
        if reason or not row.label:
            continue
        account = accountant.account(row.printed_label, of_forecasts=says_forecast(row.printed_label))
        if not account.is_understood or account.names_other:
            found[at] = UnknownInHeader(account.text, account.unknown or (account.text,))
    return found


def _heads_changes(label: str) -> bool:
    """Whether a row says that those below it are changes, and nothing else."""
    return label.endswith((":", "：")) and says("headers.change", label) is not None and len(label.split()) <= _SHORT


def _of_end(label: str, accountant: Accountant) -> Reason | None:
    """Why a row closes the one above it, with whose label it goes on: `of discontinued operations`."""
    words = _bracketed(label) or label
    if not words[:1].islower() or not _goes_on(words):
        return None
    account = accountant.account(words)
    return NoteSaysOther(label) if account.unknown or account.names_other else None


def remarks_beside(table: FigureTable, accountant: Accountant) -> dict[int, Reason]:
    """Why rows are closed by a word or two in a cell beside their figures: `Restated`, `Budget`.

    A column that says something else in each row describes what the rows are about.
    """
    said: defaultdict[int, dict[int, str]] = defaultdict(dict)
    rows = [at for at, row in enumerate(table.rows) if row.figures]
    for at in rows:
        row = table.rows[at]
        inside = {item.figure.span.text_key for item in row.figures}
        for index, text in enumerate(row.cells):
            if text.plain.strip() and text.span.text_key not in inside:
                said[index][at] = " ".join(text.plain.split())
    found: dict[int, Reason] = {}
    for texts in said.values():
        describes = 1 < len(texts) == len(rows) == len(set(texts.values()))
        for at, words in texts.items():
            reason = _other_scope(words) if describes else _remark(words, accountant)
            found |= {at: reason} if reason else {}
    return found


def _of_last_row(table: FigureTable, row: TableRow, borne: Set[str], accountant: Accountant) -> Reason | None:
    """Why a last row closes its table; `borne` are the keys of the marks that the rows above it bear."""
    text = row.printed_label
    words = _bracketed(text)
    if words:
        if words[0].islower() and _goes_on(words) and len(words.split()) <= _SHORT:
            return None
        is_other = says_other_period(table, words, accountant) or _is_of_other_unit(words, table)
        return NoteSaysOther(text) if is_other else _in_brackets(words, accountant)
    if _begins(text) or _is_company(text):
        return _remark(text, accountant)
    mark = note_start(row.label_text.raw)
    if mark and mark.key in borne:
        return None  # it is a note on one of them
    set_off = _SET_OFF.fullmatch(text)
    account = accountant.account(set_off["words"]) if set_off else None
    is_short = account is not None and len(account.text.split()) <= _REMARK
    return NoteSaysOther(text) if is_short and account and _is_other(account) else None


def _is_of_other_unit(words: str, table: FigureTable) -> bool:
    """Whether words are a unit in which no column is, or say that figures are changes and no column is of such."""
    unit = parse_unit(words)
    if unit and is_of_money(unit):
        return is_of_none(unit, (column.unit for column in table.columns))
    return says_no_amounts(words) and not any(column.role in ("change", "share") for column in table.columns)


def says_no_amounts(words: str) -> bool:
    """Whether a remark says that figures are changes or percentages, or count something: `Change`, `Percent`."""
    unit = parse_unit(words)
    return says_ratio(words) or says_change(words) or (unit is not None and not unit.currency and bool(unit.count))


def says_ratio(words: str) -> bool:
    """Whether a remark says that figures are percentages or parts of something, and nothing else."""
    unit = parse_unit(words)
    is_part = any(pattern.fullmatch(words) for pattern in _PARTS)
    return is_part or (unit is not None and not unit.currency and unit.percent)


def says_change(words: str) -> bool:
    """Whether a remark says that figures are changes, and nothing else."""
    return any(pattern.fullmatch(words) for pattern in _CHANGE)


def _bracketed(text: str) -> str:
    """What stands in the brackets around a text, if they are around all of it and it is no note: `(Budget)`."""
    inner = _BRACKETED.fullmatch(text)
    words = inner["words"].strip() if inner else ""
    is_note = any(pattern.match(text) for pattern in _NOTE)
    is_word = _LETTER.search(words) or JAPANESE.script.search(words) or is_part(words)
    return words if is_word and not is_note else ""


def is_bracketed(text: str) -> bool:
    """Whether brackets stand around all of a text that is no note."""
    return bool(_bracketed(text))


def is_set_apart(text: str) -> bool:
    """Whether a text in brackets begins as a name does: it may end the label above, or head the rows below."""
    return _bracketed(text)[:1].isupper()


def _goes_on(words: str) -> bool:
    """Whether what stands in brackets may go on the label above it: `(before special items)`."""
    return words.split()[0].casefold() in _GO_ON


def _in_brackets(words: str, accountant: Accountant) -> Reason | None:
    """Why a text in brackets closes what stands above it: few words count each, more where they name another scope."""
    remark = _remark(words, accountant)
    account = accountant.account(words)
    is_other = len(words.split()) <= _LONGEST and _is_other(account)
    return remark or (NoteSaysOther(words) if is_other else None)


def _is_other(account: Account) -> bool:
    """Whether a text names another scope than that of the issuer with its group, or what is expected."""
    is_scope = says("scopes.other_scope", account.text) is not None
    return account.names_other or account.names_business or says_forecast(account.text) or is_scope


def _other_scope(text: str) -> Reason | None:
    """Why a text beside figures, whatever those of other rows say, tells that they are of another scope: `Parent`."""
    words = {word.casefold() for word in _WORDS.findall(text)}
    return NoteSaysOther(text) if not words.isdisjoint(_SCOPES) or says("scopes.other_scope", text) else None


def _begins(text: str) -> bool:
    """Whether a text is neither a note with its mark nor the end of the label above it."""
    return text[:1].isalpha() and not text[:1].islower()


def _is_company(text: str) -> bool:
    """Whether a text ends as the name of a company does: `hi-ho Inc.`, and not as that of its line of business."""
    words = _WORDS.findall(text.casefold())
    return bool(words) and words[-1] in COMPANY_FORMS and not _goes_on(text)


def _remark(text: str, accountant: Accountant) -> Reason | None:
    """Why a word or two close what they stand beside; None for what is understood, and for longer texts."""
    if not text or len(text.split()) > _REMARK:
        return None
    account = accountant.account(text)
    is_word = _LETTERS.search(text) or JAPANESE.script.search(text)
    if not (is_word or account.names_business):
        return None
    is_known = account.is_understood and not (account.names_other or account.narrows or says_forecast(text))
    return None if is_known and not account.names_business else NoteSaysOther(account.text)
