"""Reads items of lists that say what a line was and how it moved: `・営業利益：5,026百万円（前年同期比26.7％増）`.

item = [mark] name (":" | space) ([change "の"] value | value remark)

An item without a change says not whether its amount is that of the line or a part of its change. Below a title of
what is expected, `2025年3月期の連結業績予想`, it is a forecast; below one of a measure, `売上収益`, its name is that of
a part of which this is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.extract.times.calendar import Calendar, Period
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.extract.tokens import Token
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.japanese.statements import Statement
from iij_xbrl.map.prose.japanese.subjects import Subject, Subjects

_ITEM, _NAME_END, _TITLE_OF_EXPECTED = (
    JAPANESE.patterns[f"sentences.{name}"] for name in ("item", "item_name_end", "title_of_expected")
)
_LEAD = JAPANESE.patterns["labels.lead"]
_OF, *_ = JAPANESE.words["of"]
_DIGIT = re.compile(r"\d")
_FULL_STOP, _BRACKETS = "。 ", "【】[]<>()《》〔〕 "


def items(
    text: str, calendar: Calendar, time: Period | None, titles: Sequence[str], subjects: Subjects
) -> Iterator[tuple[Claim, Token]]:
    """What the items among the lines of a text in narrow forms claim, at the time of their section."""
    is_expected = _is_expected(titles, calendar)
    if time is None or is_expected is None:
        return
    start, above = 0, tuple(titles)
    for line in text.split("\n"):
        if not _DIGIT.search(line) and subjects.starting(_measure(line), 0):
            above = (*titles, line)  # `営業利益` in front of the items of its parts
        subject = _subject(text, start, start + len(line), above, subjects)
        if subject:
            yield from _item(text, subject, start + len(line), time, calendar, subjects, is_expected=is_expected)
        start += len(line) + 1


def _subject(text: str, start: int, end: int, titles: Sequence[str], subjects: Subjects) -> Subject | None:
    """What an item is about: what it names, or what the nearest title says of it."""
    mark = _ITEM.match(text, start, end)
    subject = subjects.starting(text, mark.end()) if mark else None
    if subject is None or not titles:
        return subject
    measure = _measure(titles[-1])
    phrases = subjects.named(f"{text[subject.start : subject.end]}{_OF}{measure}")
    whole = None if phrases else subjects.starting(measure, 0)
    if whole and not subjects.is_within(subject, whole):
        return None  # `ネットワークサービス` below `営業利益`
    return replace(subject, phrases=phrases) if phrases else subject


def _measure(title: str) -> str:
    """What a title says, without the number and the brackets around it."""
    return _LEAD.sub("", narrow(title)).strip(_BRACKETS)


def _is_expected(titles: Sequence[str], calendar: Calendar) -> bool | None:
    """Whether titles say that what stands below them is expected; None where they leave it open."""
    told = [title for title in titles if says("passages.forecast", title)]
    if not told:
        return False
    is_title = told == [titles[-1]] and mentions(told[0], calendar) and _TITLE_OF_EXPECTED.search(narrow(told[0]))
    return True if is_title else None


def _item(
    text: str, subject: Subject, end: int, time: Period, calendar: Calendar, known: Subjects, *, is_expected: bool
) -> Iterator[tuple[Claim, Token]]:
    name_end = _NAME_END.match(text, subject.end, end)
    reader = Statement(text, [subject], time, calendar, frozenset(), known)
    if name_end and reader.read(name_end.end()) and reader.bases and not text[reader.end : end].strip(_FULL_STOP):
        reader.is_expected = reader.is_expected or is_expected
        yield from reader.claims()
