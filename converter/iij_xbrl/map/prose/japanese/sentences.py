"""Reads Japanese sentences: `営業収益は47,207百万円（前年同期比37.7％増）となりました`.

A statement is a subject that the taxonomy names, `は`, and amounts: see `japanese_statements`. In front of the subject
only a period may stand. All else is not understood, and its figures are no facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from iij_xbrl.extract.times.calendar import Calendar, Period
from iij_xbrl.extract.times.japanese_periods import says_quarter_alone
from iij_xbrl.extract.times.periods import mentions, without_mentions
from iij_xbrl.extract.tokens import Token
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.japanese.amounts import amount_at
from iij_xbrl.map.prose.japanese.entries import entries
from iij_xbrl.map.prose.japanese.items import items
from iij_xbrl.map.prose.japanese.statements import Statement
from iij_xbrl.map.prose.japanese.subjects import Subject, Subjects
from iij_xbrl.map.scopes.words.japanese_names import parts_of
from iij_xbrl.taxonomy.index import Taxonomy

_FRAME, _TOPIC, _QUARTER_ALONE, _HALF_YEAR, _RESULTS, _BREAKDOWN = (
    JAPANESE.patterns[f"sentences.{name}"]
    for name in ("frame", "topic", "quarter_alone", "half_year", "results", "breakdown")
)
_TIME_OF_TITLE = JAPANESE.patterns["sentences.time_of_title"]
_YEAR_ON_YEAR = JAPANESE.patterns["scenarios.year_on_year_change"]
_QUARTER, _HALF = 3, 6  # months
_SENTENCE = re.compile(r"[。\n]")
_AROUND = "。\n "


@lru_cache(maxsize=4)
def japanese_sentences_of(taxonomy: Taxonomy) -> JapaneseSentences:
    """The Japanese subjects of a taxonomy, found once."""
    return JapaneseSentences(taxonomy)


def may_be_japanese(text: str) -> bool:
    """Whether a text has characters of Japanese."""
    return not text.isascii() and bool(JAPANESE.script.search(text))


class JapaneseSentences:
    """Reads the statements about the subjects that a taxonomy names in Japanese."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._subjects = Subjects(taxonomy)
        self._parts = parts_of(taxonomy)

    def claims(
        self, text: str, calendar: Calendar, current: Period | None, titles: Sequence[str] = ()
    ) -> Iterator[tuple[Claim, Token]]:
        """What a text claims of its figures, each with the words of its subject.

        `current` is the section's period, `titles` are what stands above.
        """
        if not may_be_japanese(text):
            return
        is_of_quarter = any(says_quarter_alone(title) for title in titles[-1:])
        if is_of_quarter and (current is None or current.months != _QUARTER):
            return
        if titles and _says_other_time(titles[-1], calendar, current):
            current = None
        plain = narrow(text)
        is_change = any(_YEAR_ON_YEAR.search(title) for title in titles)
        yield from entries(plain, calendar, self._subjects.named, percents_are_changes=is_change)
        listed = items(plain, calendar, current, titles, self._subjects)
        is_announced = any(says("scenarios.announced", title) for title in titles[-1:])
        statements = self._statements(plain, calendar, current, is_announced=is_announced)
        for claim, words in chain(listed, statements):
            if not self._parts.over(words.text, titles):
                yield claim, words

    def _statements(
        self, plain: str, calendar: Calendar, current: Period | None, *, is_announced: bool
    ) -> Iterator[tuple[Claim, Token]]:
        position, said, is_named, bases = 0, current, False, frozenset[str]()
        whole: Sequence[Subject] = ()  # of the statement before
        for topic in _TOPIC.finditer(plain):
            start = max((match.end() for match in _SENTENCE.finditer(plain, position, topic.start())), default=position)
            if start > position or not position:
                said, is_named, bases = current, False, frozenset()
            whole = () if plain[position:start].strip(_AROUND) else whole
            subjects = self._subjects.before(plain, start, topic.start())
            listed = self._listed(plain, start, topic.start()) if not subjects else None
            behind = self._behind(plain, topic.end()) if not subjects and listed is None else None
            head = subjects[0].start if subjects else topic.start() if behind else start if listed is None else listed
            frame = self._subjects.frame(plain, start, subjects, head, whole)
            is_told = subjects or behind or listed is not None
            time = _time(frame, calendar, said) if is_told else None
            if time is None:
                position, whole = start, ()
                continue
            names = bool(mentions(frame, calendar)) or is_named
            reader = Statement(plain, subjects or [*filter(None, [behind])], time, calendar, bases, self._subjects)
            read = reader.read if subjects else reader.read_behind if behind else reader.read_list
            is_read = read(topic.end())
            results = None if subjects else _RESULTS.search(plain, head, topic.start())
            is_forecast = results is not None and results["expected"] is not None
            is_plan = reader.is_expected and reader.is_planned and not (is_announced or is_forecast)
            reader.is_expected |= is_forecast
            if is_read and not is_plan and (names or not reader.is_expected):
                position, said, is_named, bases = reader.end, time, names, reader.bases
                whole = whole if self._subjects.are_parts(subjects, whole) else subjects
                yield from reader.claims()
            else:
                position, whole = start, ()

    def _behind(self, plain: str, at: int) -> Subject | None:
        """What an amount right behind a topic mark is of, as the words behind it say: `198百万円の営業損失`."""
        read = amount_at(plain, at)
        return self._subjects.behind(plain, read[2]) if read else None

    def _listed(self, plain: str, start: int, end: int) -> int | None:
        """Where the words begin for what a list of amounts is about: results, or the parts of a subject."""
        results = _RESULTS.search(plain, start, end)
        parts = _BREAKDOWN.search(plain, start, end)
        wholes = self._subjects.before(plain, start, parts.start()) if parts else []
        return results.start() if results else wholes[0].start if len(wholes) == 1 else None


def _says_other_time(title: str, calendar: Calendar, current: Period | None) -> bool:
    """Whether a title says a time or a forecast, and not of when: `通期業績予想`, `前年同期`.

    A part of the year that is as long as the section's period, `第2四半期`, is that period.
    """
    if mentions(title, calendar):
        return False
    said = _TIME_OF_TITLE.search(narrow(title))
    months = _QUARTER * int(said["quarter"]) if said and said["quarter"] else _HALF if said and said["half"] else 0
    is_current = bool(months) and current is not None and current.months == months
    return bool(says("passages.forecast", title)) or (said is not None and not is_current)


def _time(frame: str, calendar: Calendar, current: Period | None) -> Period | None:
    """The period of a statement, by what stands in front of its subject; None where that is not understood."""
    named = mentions(frame, calendar)
    rest = without_mentions(frame, named)
    if not _FRAME.fullmatch(rest.strip()) or len(named) > 1:
        return None
    if _QUARTER_ALONE.search(rest):
        return current if current and current.months == _QUARTER else None
    if _HALF_YEAR.search(rest) and current and current.months != _HALF:
        return None
    return named[0].period if named else current
