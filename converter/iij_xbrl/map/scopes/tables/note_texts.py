"""What the notes below a table say: their marks, the periods, lengths and units that they name, and other scopes.

A short note that names another scope in its words is of something else. A sentence about the figures above it, such as
`All figures are targets.`, counts with each of its words, as a title does. Longer notes explain what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.times.partial_periods import months_of_parts, parts_numbered
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.times.years_beside import YEAR, month_ended, months_alone, years_written
from iij_xbrl.languages import ENGLISH, JAPANESE, LANGUAGES, patterns_of, says
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.remarks import says_no_amounts
from iij_xbrl.map.scopes.said_behind import says_other
from iij_xbrl.map.scopes.shown_figures import shown_of_other
from iij_xbrl.map.scopes.tables.note_lines import NoteLines, is_long_in_japanese, lines_of_notes
from iij_xbrl.map.scopes.words.accounts import Account, Accountant, Tile, is_about_other
from iij_xbrl.read.document import Block

_SHORT = 12  # words
_YEAR = 12
_FEW = 4  # words of a note that is but a name
_LONG_NAME = 60  # characters of a Japanese one that speaks of the table above
_LONGEST = 16  # words of a sentence about a table that explains nothing
_WHOSE = patterns_of("scopes.whose_figures")
_NOT_OF, _OWN = (ENGLISH.patterns[f"scopes.{name}"] for name in ("not_of", "own"))
_OF_MANY = frozenset(ENGLISH.words["no_business"]) | frozenset(ENGLISH.words["bare_totals"])
_SOURCE = patterns_of("scopes.source")
(_IN_UNIT,) = patterns_of("scopes.in_unit")
(_IS_UNIT,) = patterns_of("scopes.is_unit")
_LENGTH, _BEGINS, _ENDS_ON = (
    ENGLISH.patterns[f"scopes.{name}"] for name in ("length_in_months", "begins_on", "ends_on")
)
_COUNTS = ENGLISH.numbers("count_names") | ENGLISH.numbers("other_counts")
_MONTHS = ENGLISH.patterns["scopes.months_of_no_year"]
_STEMS = tuple(ENGLISH.words["month_stems"])
_AROUND = " .()[]"
_SENTENCE = re.compile(r"(?:[^.]|\.(?!\s))+")
_WORD = re.compile(r"[^\W\d_]+")
_OTHERWISE = JAPANESE.patterns["scopes.reckoned_otherwise"]
_KNOWN, _FORECASTS = (
    frozenset(word for language in LANGUAGES for name in names for word in language.words.get(name, ()))
    for names in (("pointing", "about_figures"), ("about_forecasts",))
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its mark, its words, and whether it may speak of the whole table.

    `periods` are durations that it names, `starts` and `ends` days from which on and up to which it says figures are,
    `months` the first and the last month of those that it names without a year, `spans` lengths in months, `years` the
    year that it is, `parts` the first month and the length of those that it numbers, and `unit` is the one that it says
    amounts to be in. `is_time` tells that it says nothing but periods.
    """

    key: str
    text: str
    is_named: bool
    is_other: bool
    periods: frozenset[Period] = frozenset()
    starts: frozenset[date] = frozenset()
    ends: frozenset[date] = frozenset()
    months: frozenset[tuple[int, int]] = frozenset()
    spans: frozenset[int] = frozenset()
    unit: Unit | None = None
    is_time: bool = False
    years: frozenset[int] = frozenset()
    parts: frozenset[tuple[int, int]] = frozenset()

    @property
    def says_time(self) -> bool:
        """Whether it may speak of a time."""
        return bool(self.periods or self.months or self.spans or self.starts or self.ends or self.years)

    def is_of(self, period: Period | None) -> bool:
        """Whether a period may be the one that it speaks of, where it speaks of any."""
        if period is None or period.start is None:
            return not self.says_time
        ends = period.start.month, period.end.month
        return (
            (not self.periods or period in self.periods)
            and (not self.starts or period.start in self.starts)
            and (not self.ends or period.end in self.ends)
            and (not self.months or ends in self.months)
            and (not self.spans or period.months in self.spans)
            and (not self.parts or (period.start.month, period.months) in self.parts)
            and (not self.years or not self.years.isdisjoint((period.start.year, period.end.year)))
        )


def notes_below(blocks: Sequence[Block], position: int, accountant: Accountant, calendar: Calendar) -> tuple[Note, ...]:
    """The notes of a table that say what its figures are."""
    lines = lines_of_notes(blocks, position)
    found = (_note(line, " ".join(line.words), accountant, calendar) for line in lines)
    return tuple(note for note in found if note)


def _note(line: NoteLines, words: str, accountant: Accountant, calendar: Calendar) -> Note | None:
    if says("scopes.answered", words):
        return None  # an entry of a form, of which there is none
    is_short = len(line.words) <= _SHORT
    account = accountant.account(words) if is_short else None
    told = mentions(words, calendar)
    named = frozenset(item.period for item in told if item.kind == "duration")
    starts, ends = (_days(words, told, pattern) for pattern in (_BEGINS, _ENDS_ON))
    ends |= {month_ended(month) for month in months_alone(words)}
    is_bare = account is not None and not account.has_content
    months = frozenset(map(_ends, _MONTHS.finditer(words))) if is_bare and not named else frozenset()
    spans = frozenset(_spans(words)) if is_bare and not named else frozenset()
    parts = frozenset(_begun(part, calendar) for part in parts_numbered(words, calendar)) if spans else frozenset()
    unit = _unit(words) or (_unit(words, _IS_UNIT) if line.speaks else None)
    unit = unit or (parse_unit(words) if line.is_marked else None)
    is_other = _says_other(line, words, account, accountant)
    years = frozenset(years_written(words)) if YEAR.fullmatch(words.strip(_AROUND)) else frozenset()
    if not (is_other or named or months or spans or unit or starts or ends or years):
        return None
    says_unit_alone = unit is not None and is_bare and account is not None and account.is_understood
    is_named = line.is_named or bool(months) or says_unit_alone or says("scopes.corrects", words) is not None
    is_time = bool(named) and is_bare and account is not None and _says_time_alone(account, speaks=line.speaks)
    return Note(line.key, words, is_named, is_other, named, starts, ends, months, spans, unit, is_time, years, parts)


def _says_other(line: NoteLines, words: str, account: Account | None, accountant: Accountant) -> bool:
    """Whether a note says that figures are of something else; `account` is of its words where these are few."""
    is_listed = line.key.startswith("(") or line.key.isalnum()
    if account is not None and _is_other(words, account, marked=line.is_marked, listed=is_listed):
        return True
    if line.is_marked and says_no_amounts(words):
        return True
    if line.is_named and (_says_whose(words, accountant) or _is_of_others(words, accountant)):
        return True
    if line.is_title and is_about_other(accountant.account(words)):
        return True
    if not line.speaks:
        return False
    if _says_more(words, accountant) or _says_no_amounts(words):
        return True
    if not JAPANESE.script.search(words):
        return False
    is_short = len(words) <= _LONG_NAME
    return (is_short and says_other(words, accountant)) or shown_of_other(words, accountant) is not None


def _says_time_alone(account: Account, *, speaks: bool) -> bool:
    """Whether nothing is said beside periods, or in a sentence nothing but that figures are of them."""
    unknown = {word.casefold() for run in account.unknown for word in _WORD.findall(run)}
    return not (unknown - _KNOWN if speaks else unknown)


def _says_no_amounts(words: str) -> bool:
    """Whether a sentence says that figures are changes, parts of something or of a share: `All are percentages.`."""
    said = (match[1] for match in _IS_UNIT.finditer(words))
    return any(says_no_amounts(what) or says("scopes.per_share", what) for what in said)


def _begun(part: tuple[int, int], calendar: Calendar) -> tuple[int, int]:
    """The month of the calendar with which a part of a year begins, and its length."""
    first, months = part
    return (calendar.month - 1 + first) % _YEAR + 1, months


def _spans(words: str) -> Iterator[int]:
    """The lengths of the times that a note speaks of, in months."""
    yield from months_of_parts(words)
    for match in _LENGTH.finditer(words):
        yield _COUNTS.get(match["count"].casefold()) or int(match["count"])
    if says("times.whole_year", words):
        yield _YEAR


def _days(words: str, told: Sequence[Mention], leads: re.Pattern[str]) -> frozenset[date]:
    """The day with which a note begins, behind words that say that its figures are from then on, or up to then."""
    lead = leads.match(words)
    days = (item for item in told[:1] if item.kind != "duration")
    return frozenset(item.period.end for item in days if lead and item.start <= lead.end() < item.end)


def _is_other(words: str, account: Account, *, marked: bool, listed: bool) -> bool:
    """Whether a short note says that it is about something else; one with a number may be the title of what follows."""
    is_japanese = JAPANESE.script.search(words) is not None
    is_few = marked and len(words.split()) <= _FEW and not is_japanese
    if account.names_other and (is_few or not account.has_content):  # else it explains a line
        return True
    is_otherwise = any(map(_OTHERWISE.search, account.unknown))
    if marked and (is_otherwise or _is_name(words, account) or _is_business(words, account)):
        return True
    if marked and not listed and not is_japanese and _is_line(account):
        return True
    return (
        says("scopes.other_scope", words) is not None
        or says("scopes.corrects", words) is not None
        or (bool(account.unknown) and any(pattern.search(words) for pattern in _WHOSE))
        or (any(pattern.match(words) for pattern in _SOURCE) and not any(t.is_a("issuer") for t in account.tiles))
    )


def _says_whose(words: str, accountant: Accountant) -> bool:
    """Whether a note, however long, says in words that are not understood that figures are those of somebody."""
    return any(pattern.search(words) for pattern in _WHOSE) and bool(accountant.account(words).unknown)


def _is_of_others(words: str, accountant: Accountant) -> bool:
    """Whether a note says that figures are not those of the issuer: `not IIJ's`."""
    said = _NOT_OF.search(words)
    whose = accountant.account(said["whom"]).tiles if said else ()
    return said is not None and (any(tile.is_a("issuer") for tile in whose) or bool(_OWN.fullmatch(said["whom"])))


def _is_name(words: str, account: Account) -> bool:
    """Whether a note is a name that stands for a word of the header or label, such as `* Provisional`."""
    is_long = is_long_in_japanese(words) if JAPANESE.script.search(words) else len(words.split()) > _FEW
    if is_long or any(map(_tells_line, account.tiles)) or _MONTHS.search(words) or _unit(words):
        return False
    return bool(account.unknown) or account.narrows or says_forecast(words)


def _tells_line(tile: Tile) -> bool:
    """Whether a phrase is that of a line, and no word that many lines have, `total`."""
    is_line = tile.is_a("heading", "label") and not tile.is_a("issuer", "title")
    return is_line and tile.text.casefold() not in _OF_MANY


def _is_line(account: Account) -> bool:
    """Whether a note is but the name of a line, such as `* Noncontrolling interests`: of that are the figures."""
    names = [tile for tile in account.tiles if not tile.is_a("neutral")]
    return account.is_understood and len(names) == 1 and _tells_line(names[0]) and not names[0].is_a("heading")


def _is_business(words: str, account: Account) -> bool:
    """Whether a note is but the name of a line of business, and does not tell what an abbreviation means."""
    names = [tile for tile in account.tiles if not tile.is_a("neutral")]
    return account.names_business and len(names) == 1 and len(words.split()) <= _FEW


def _says_more(words: str, accountant: Accountant) -> bool:
    """Whether a sentence, such as `Figures are targets.`, says of the figures of a table what is not neutral."""
    match = _SENTENCE.match(words)
    text = match[0] if match else words
    if JAPANESE.script.search(text) or len(text.split()) > _LONGEST:
        return False
    account = accountant.account(text)
    unknown = {word.casefold() for run in account.unknown for word in _WORD.findall(run)}
    said = {word.casefold().removesuffix("s") for word in _WORD.findall(text)}
    return bool(unknown - _KNOWN or said & _FORECASTS)


def _unit(words: str, pattern: re.Pattern[str] = _IN_UNIT) -> Unit | None:
    return next((unit for match in pattern.finditer(words) if (unit := parse_unit(match[1].strip(" .)")))), None)


def _ends(match: re.Match[str]) -> tuple[int, int]:
    first, last = (_STEMS.index(match[name][:3].casefold()) + 1 for name in ("first", "last"))
    return first, last
