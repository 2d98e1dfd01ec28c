"""Tables that stand one below the other in one: each has a header of its own, names with a unit under each.

The form of the Tokyo Stock Exchange prints results, per-share data and balances so. A row of words right above such a
header is the title of what follows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.read.document import Row, Table

_AMOUNT = JAPANESE.patterns["units.amount"]
_OTHER_SCOPE, _GROUP = (JAPANESE.patterns[f"scopes.{name}"] for name in ("other_scope", "group"))
_PARTS = frozenset(JAPANESE.words["whole_and_part"])


def parts(table: Table, section: Section, calendar: Calendar) -> Iterator[tuple[Table, Section]]:
    """The tables in a table, each with its section; the table itself where it has no second header."""
    starts = list(_starts(table.rows, calendar))
    if not starts:
        yield table, section
        return
    if starts[0][0]:
        yield Table(table.rows[: starts[0][0]]), section
    scope: tuple[str, ...] = ()
    for (title, header), (end, _) in zip(starts, [*starts[1:], (len(table.rows), 0)], strict=True):
        titles = tuple(said for row in table.rows[title:header] for said in _said(row))
        scope = _scope(titles, scope)
        titles = titles if set(scope) <= set(titles) else (*scope, *titles)
        captions = tuple(item for said in titles for item in mentions(said, calendar) if item.kind == "duration")
        own = replace(section, titles=(*section.titles, *titles), captions=captions or section.captions)
        yield Table(table.rows[header:end]), own if titles else section


def _scope(titles: Sequence[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """The title that says another scope than the group's, which holds until one names the group again."""
    others = tuple(title for title in titles if _OTHER_SCOPE.search(title))
    if others:
        return others[:1]
    return () if any(_GROUP.search(title) for title in titles) else before


def _starts(rows: Sequence[Row], calendar: Calendar) -> Iterator[tuple[int, int]]:
    """Where titles begin, and behind them the header that has a unit under each of its names."""
    floor = 0
    for position, row in enumerate(rows):
        if not _is_units(row):
            continue
        header = position
        while header > floor and _is_unlabelled(rows[header - 1], calendar):
            header -= 1
        if any(any(_said(above)) for above in rows[header:position]):
            title = header
            while title > floor and _is_title(rows[title - 1]):
                title -= 1
            yield title, header
        floor = position + 1


def _said(row: Row) -> list[str]:
    return [" ".join(narrow(text.plain).split()) for text in row.texts if text.plain.strip()]


def _is_units(row: Row) -> bool:
    """Whether a row states a unit in each of its cells that is not empty, and labels nothing."""
    said = _said(row)
    return bool(said) and not row.texts[0].plain.strip() and all(_is_unit(text) for text in said)


def _is_unit(text: str) -> bool:
    return not any(char.isdigit() for char in text) and (parse_unit(text) is not None or text in _PARTS)


def _is_unlabelled(row: Row, calendar: Calendar) -> bool:
    """Whether a row labels nothing and holds no number; the name of a period is none: `2011年3月期`."""
    texts = [text.plain for text in row.texts]
    return not texts[0].strip() and not any(_is_number(text) and not mentions(text, calendar) for text in texts)


def _is_title(row: Row) -> bool:
    said = _said(row)
    has_amount = any(_AMOUNT.search(text) for text in said)
    return bool(said) and bool(row.texts[0].plain.strip()) and not has_amount and not any(map(_is_number, said[1:]))


def _is_number(text: str) -> bool:
    """Whether a cell holds a number, with its unit at most."""
    plain = narrow(text)
    return any(char.isdigit() for char in plain) and sum(char.isalpha() for char in plain) <= _FEW_LETTERS


_FEW_LETTERS = 3
