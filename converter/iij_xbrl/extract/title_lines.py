"""Titles that stand in one paragraph with the lines below them, as pages that are copied as text have them.

`Highlights of Financial Results for FY2014` right above `Revenues JPY123,050 million (up 7.7% YoY)` is no part of that
line: it says of which time, or whose forecast, the lines below it are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.extract.tokens import period_mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, says
from iij_xbrl.read.document import Text

_HEADS = ENGLISH.patterns["passages.heads_results"]
_ENDS = ENGLISH.patterns["passages.ends_entry"]
_SAYS, _WITH_UNIT = JAPANESE.patterns["passages.says"], JAPANESE.patterns["units.amount"]
_NUMBERED = JAPANESE.patterns["sections.numbered"]
_JAPANESE_END = re.compile(r"[。)）]\s*$")
_LONGEST_JAPANESE = 40  # characters
FIGURE = re.compile(r"[¥￥$€%]|\b[A-Z]{3}\s?\d|[A-Za-z]{2}[A-Z]{3}\s?\d")
_FORMS = frozenset(ENGLISH.words["company_forms"])
_ITEM = re.compile(r"\s*(?:[-–•◆◇■○●>➤▶►]|\*\s|\(?\d{1,2}[.)]\s)")
_CLOSED = re.compile(r"[.:;!?)\]”\"]\W*\d{0,2}\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = 3  # letters of words that titles do not capitalise
_LONGEST = 160
_LONGEST_LINE = 120
_QUOTES = ("“", '"', "”")


def parts_of(lines: Sequence[Text], calendar: Calendar) -> Iterator[tuple[Text, ...]]:
    """The lines of a paragraph in parts: each title that stands in it is one."""
    titles = {at for at in range(len(lines)) if _is_title(lines, at, calendar)} if len(lines) > 1 else set()
    titles |= {at for at in range(1, len(lines) - 1) if _heads_items(lines[at - 1], lines[at], lines[at + 1])}
    part: list[Text] = []
    for at, line in enumerate(lines):
        if part and (at in titles or at - 1 in titles):
            yield tuple(part)
            part = []
        part.append(line)
    if part:
        yield tuple(part)


def are_entries(*lines: str) -> bool:
    """Whether each of several lines is an entry: it begins anew, states a figure and ends with its unit or change."""
    return all(_states(line) and _ENDS.search(line) is not None for line in lines)


def label_of(line: str) -> str:
    """What an entry says in front of its figure; empty where a line is none."""
    figure = FIGURE.search(line)
    return line[: figure.start()].strip() if figure and are_entries(line) else ""


def _is_title(lines: Sequence[Text], at: int, calendar: Calendar) -> bool:
    """Whether a line heads those below it: it begins anew, and what is below it does so, too.

    That is an entry, words of somebody, or a line that is longer than those of a text that is set in lines.
    """
    text = lines[at].plain.strip()
    if JAPANESE.script.search(text):
        return _is_japanese_title(lines, at)
    if not _is_titled(text) or not (period_mentions(text, calendar) or says("passages.forecast", text)):
        return False
    above = lines[at - 1].plain if at else ""
    if at and not (_CLOSED.search(above) or _states(above)):
        return False
    below = lines[at + 1].plain.strip() if at + 1 < len(lines) else ""
    is_text = below[:1] in _QUOTES or (below[:1].isupper() and len(below) > _LONGEST_LINE)
    return not below or is_text or _states(below)


def _is_japanese_title(lines: Sequence[Text], at: int) -> bool:
    """The same of a line that says nothing of a subject, above one that begins with words and states an amount.

    A line with a number in front, `（１）経営成績に関する説明`, is a title whatever stands below it.
    """
    text = lines[at].plain.strip()
    below = lines[at + 1].plain.strip() if at + 1 < len(lines) else ""
    amount = _WITH_UNIT.search(below)
    begins = not at or _JAPANESE_END.search(lines[at - 1].plain) is not None
    if _is_bare(text) and _NUMBERED.match(narrow(text)) and (begins or _is_bare(lines[at - 1].plain.strip())):
        return True
    if not begins:
        return False
    return _is_bare(text) and amount is not None and JAPANESE.script.search(below[: amount.start()]) is not None


def _is_bare(text: str) -> bool:
    """Whether a Japanese text is short and says nothing of a subject, nor an amount."""
    return len(text) <= _LONGEST_JAPANESE and not _SAYS.search(text) and not _WITH_UNIT.search(text)


def may_head(lines: Sequence[Text]) -> str:
    """The first of several lines, where it may head the entries below it: it states nothing, and the next begins anew.

    It may as well be the beginning of what the next line goes on with.
    """
    text = lines[0].plain.strip()
    is_open = len(lines) > 1 and text and not FIGURE.search(text) and (not _CLOSED.search(text) or _ends_name(text))
    return text if is_open and len(text) <= _LONGEST and _states(lines[1].plain) else ""


def _heads_items(above: Text, line: Text, below: Text) -> bool:
    """Whether a line heads the items of a list below it: `hi-ho Inc.` among `- Revenues: ...`.

    It is set like a title between an item that is complete and another one.
    """
    text = line.plain.strip()
    is_between = _is_item(below) and _is_item(above) and bool(_CLOSED.search(above.plain) or _ENDS.search(above.plain))
    if not is_between or _is_item(line) or line.raw[:1].isspace() or not 0 < len(text) <= _LONGEST:
        return False
    closed = text.endswith((".", ";", ",", "。", "、")) and not _ends_name(text)
    return not (closed or FIGURE.search(text))


def _ends_name(text: str) -> bool:
    """Whether a text ends with the form of a company: `Inc.`."""
    return text.split()[-1].strip(".").casefold() in _FORMS


def _is_item(line: Text) -> bool:
    return _ITEM.match(line.plain) is not None or are_entries(line.plain)


def _is_titled(text: str) -> bool:
    """Whether a text is set like a title, names results or targets, and holds no figure."""
    if not text or len(text) > _LONGEST or FIGURE.search(text) or text.endswith((".", ";", ":", ",")):
        return False
    words = [word for word in _WORD.findall(text) if len(word) > _SMALL]
    return all(word[0].isupper() for word in words) and _HEADS.search(text) is not None


def _states(line: str) -> bool:
    """Whether a line begins with a name in capitals, or a period, and states a figure."""
    text = line.strip()
    figure = FIGURE.search(text)
    return (
        figure is not None and (text[0].isupper() or text[0].isdigit()) and bool(_WORD.search(text, 0, figure.start()))
    )
