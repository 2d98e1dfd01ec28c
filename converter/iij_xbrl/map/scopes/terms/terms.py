"""What sentences say of the names of periods and of columns: such as `Our half years begin in July`.

A release may tell its terms in free words, far from any table. A sentence whose subject is a name of periods (`1H11`),
a kind of them (`half years`, `the fiscal year`) or a column, and that tells what it is, has to be understood whole and
to agree with how the page is read. Otherwise what it speaks of is closed: the names and kinds in the whole document,
columns in the tables beside the sentence. A header that states its days itself stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.calendar import Calendar, Period
from iij_xbrl.extract.times.partial_periods import months_of_parts
from iij_xbrl.extract.times.periods import COUNT_WORDS, mentions
from iij_xbrl.languages import ENGLISH, JAPANESE, LANGUAGES
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.terms.japanese import said_in_japanese
from iij_xbrl.map.scopes.terms.statements import Statement
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.read.document import Block, Document, Heading, Table
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import TermsSayOther

_PATTERNS = {
    name.removeprefix("terms."): found for name, found in ENGLISH.patterns.items() if name.startswith("terms.")
}
_TERM, _TELLS, _SPEAKS = (_PATTERNS[name] for name in ("term", "tells", "speaks"))
_TELLING, _BE = (_PATTERNS[name] for name in ("telling", "be"))
_SENTENCE, _AMOUNT, _NAME, _COLUMN = (_PATTERNS[name] for name in ("sentence", "amount", "name", "column"))
_TIME, _MONTH, _CENTURY, _COUNTED = (_PATTERNS[name] for name in ("time", "month", "year_of_century", "counted"))
_OF_YEAR, _CALENDAR, _MULTIPLIED = (_PATTERNS[name] for name in ("of_year", "calendar_time", "multiplied"))
_CONTAINING, _ALONE, _BEGINS, _ENDS = (_PATTERNS[name] for name in ("containing", "alone", "begins", "ends"))
_DIGITS = _PATTERNS["months_in_digits"]
_ACTING, _LEADING = _PATTERNS["acting"], _PATTERNS["leading"]
_LENGTHS = tuple((_PATTERNS[name], length) for name, length in (("halves", 6), ("quarters", 3), ("years", 12)))
_OTHER_SCOPE = ENGLISH.patterns["scopes.other_scope"]
_MONTHS = ENGLISH.numbers("months")
_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = frozenset(
    word
    for language in LANGUAGES
    for name in ("pointing", "about_figures", "terms")
    for word in language.words.get(name, ())
)
_LONGEST = 40  # words of a sentence
_MOST_CHARACTERS = 400
_YEAR_OF = 12  # months
_MARKS = (":", "=")


def statements(document: Document, accountant: Accountant, calendar: Calendar) -> tuple[Statement, ...]:
    """What the sentences of a document say of its names of periods and of columns."""
    return tuple(
        found
        for at, block in enumerate(document.blocks)
        for text in _texts(block)
        for found in _said(text, document.blocks, at, accountant, calendar)
    )


def _said(
    text: str, blocks: Sequence[Block], at: int, accountant: Accountant, calendar: Calendar
) -> Iterator[Statement]:
    if JAPANESE.script.search(text):
        for said, is_of_columns in said_in_japanese(text, calendar):
            yield replace(said, beside=_tables_beside(blocks, at) if is_of_columns else None)
        return
    for sentence in _SENTENCE.finditer(text):
        found = _read(" ".join(sentence[0].split()), blocks, at, accountant, calendar)
        if found:
            yield found


def _texts(block: Block) -> Iterator[str]:
    """The running texts of a block; those in rows of a table stand alone in theirs."""
    if isinstance(block, Table):
        for row in block.rows:
            said = {text.plain for text in row.texts if text.plain.strip()}
            yield from said if len(said) == 1 else ()
    elif not isinstance(block, Heading):
        yield " ".join(line.plain for line in block.lines)


def _read(text: str, blocks: Sequence[Block], at: int, accountant: Accountant, calendar: Calendar) -> Statement | None:
    if len(text) > _MOST_CHARACTERS or len(text.split()) > _LONGEST or _AMOUNT.search(text):
        return None
    match = _TELLS.search(text) if _TERM.search(text) else None
    if match:
        found = _told(match, accountant, calendar)
        if found:
            is_of_columns = _COLUMN.search(match["subject"]) and not found.parts
            return replace(found, beside=_tables_beside(blocks, at) if is_of_columns else None)
    match = _SPEAKS.search(text)
    return _spoken(match, calendar) if match else None


def _told(match: re.Match[str], accountant: Accountant, calendar: Calendar) -> Statement | None:
    """What a sentence says of a name, a kind of periods or a column: each of its words counts."""
    subject, verb, rest = match["subject"], match["verb"], _OF_YEAR.sub(" ", match["rest"])
    is_of_columns = bool(_COLUMN.search(subject))
    account = accountant.account(_MONTH.sub(" ", rest))
    is_other = bool(says_forecast(rest) or _OTHER_SCOPE.search(rest) or account.names_other or _MULTIPLIED.search(rest))
    is_of_time = bool(_TIME.search(rest)) and (is_of_columns or not _BE.fullmatch(verb) or bool(_TELLING.match(rest)))
    is_part = _CONTAINING.fullmatch(verb) and not (is_of_columns or _ALONE.search(rest))
    if is_part or not (is_other or is_of_columns or is_of_time):
        return None
    names = frozenset(found for item in _NAME.finditer(subject) if (found := _named(item[0], calendar)))
    kinds = {length for pattern, length in _LENGTHS if pattern.search(_NAME.sub(" ", _OF_YEAR.sub(" ", subject)))}
    unknown = {word.casefold() for run in account.unknown for word in _WORD.findall(run)} - _KNOWN
    return replace(
        _times(match, rest, calendar, is_unknown=is_other or (bool(unknown) and verb not in _MARKS)),
        parts=names,
        lengths=frozenset(kinds | {months for _, months in names if months == _YEAR_OF}),
        years=frozenset(int(item[0]) for item in _CENTURY.finditer(rest) if is_of_columns),
    )


def _spoken(match: re.Match[str], calendar: Calendar) -> Statement | None:
    """What a sentence says of the times of all figures: no more than its times counts."""
    if _LEADING.fullmatch(match["verb"]) and not _ACTING.search(match.string, 0, match.start("verb")):
        return None
    rest = _OF_YEAR.sub(" ", match["rest"])
    is_of_time = _TIME.search(rest) and (not _BE.fullmatch(match["verb"]) or _TELLING.match(rest))
    is_multiplied = bool(_MULTIPLIED.search(f"{match['verb']}{rest}"))
    return _times(match, rest, calendar, is_unknown=is_multiplied) if is_of_time or is_multiplied else None


def _times(match: re.Match[str], rest: str, calendar: Calendar, *, is_unknown: bool) -> Statement:
    named = frozenset(_months(rest))
    return Statement(
        " ".join(match.string.split()),
        named=named,
        first=named if _BEGINS.fullmatch(match["verb"]) else frozenset(),
        last=named if _ENDS.fullmatch(match["verb"]) else frozenset(),
        counted=frozenset(_counted(rest)),
        is_unknown=is_unknown or (bool(_CALENDAR.search(rest)) and calendar.month != 1),
    )


def _named(name: str, calendar: Calendar) -> tuple[int, int] | None:
    """The part of a fiscal year that a name stands for, with a year or without."""
    found = mentions(name, calendar) or mentions(f"{name.strip()}11", calendar)
    period = found[0].period if found else None
    if period is None or period.start is None:
        return None
    return (period.start.month - calendar.month) % _YEAR_OF, period.months


def _months(text: str) -> Iterator[int]:
    yield from (_MONTHS[match[1].casefold()] for match in _MONTH.finditer(text))
    for match in _DIGITS.finditer(text):
        yield from (int(month) for month in match.group("first", "last") if month)


def _counted(rest: str) -> Iterator[int]:
    """The lengths that a text tells, in months."""
    yield from months_of_parts(rest)
    yield from (COUNT_WORDS[match[1].casefold()] for match in _COUNTED.finditer(rest))
    yield from (length for pattern, length in _LENGTHS if pattern.search(rest))


def _tables_beside(blocks: Sequence[Block], at: int) -> frozenset[int] | None:
    """The blocks of the tables right above and below a text, or the one that it is in.

    None where no table stands above it under the same heading: then it speaks of all that follow.
    """
    if isinstance(blocks[at], Table):
        return frozenset({_number(blocks[at])})
    above = _first_table(reversed(blocks[:at]))
    below = _first_table(islice(blocks, at + 1, None))
    return None if above is None else frozenset({above} if below is None else {above, below})


def _first_table(blocks: Iterable[Block]) -> int | None:
    for block in blocks:
        if isinstance(block, Heading):
            return None
        if isinstance(block, Table):
            return _number(block)
    return None


def _number(table: Block) -> int:
    assert isinstance(table, Table)
    return table.rows[0].span.block


def with_terms(tables: Sequence[FigureTable], said: Sequence[Statement], calendar: Calendar) -> tuple[FigureTable, ...]:
    """The tables with the columns and rows closed whose periods statements put in doubt."""
    return tuple(_held_against(table, said, calendar) for table in tables) if said else tuple(tables)


def _held_against(table: FigureTable, said: Sequence[Statement], calendar: Calendar) -> FigureTable:
    about = [item for item in said if item.beside is None or table.block in item.beside]
    columns = tuple(_column(column, about, calendar) for column in table.columns)
    return replace(table, columns=columns, rows=tuple(_row(row, about, calendar) for row in table.rows))


def _column(column: Column, said: Sequence[Statement], calendar: Calendar) -> Column:
    if column.closed or column.period is None:
        return column
    stated = f"{column.scope} {column.full_label}"
    return replace(column, closed=doubt_of(column.period.period, stated, said, calendar))


def _row(row: TableRow, said: Sequence[Statement], calendar: Calendar) -> TableRow:
    if row.closed or row.period is None:
        return row
    return replace(row, closed=doubt_of(row.period.period, row.printed_label, said, calendar))


def doubt_of(period: Period, stated: str, said: Sequence[Statement], calendar: Calendar) -> Reason | None:
    """Why a period is in doubt that a text states, or that is read from a name."""
    is_dated = bool(_MONTH.search(stated))
    return next(
        (
            TermsSayOther(item.text)
            for item in said
            if not (is_dated and item.beside is None) and item.doubts(period, calendar)
        ),
        None,
    )
