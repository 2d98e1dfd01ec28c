"""Which short lines of a Japanese page are titles, which are but a name, and which say a period below a title."""

from __future__ import annotations

import re

from iij_xbrl.extract.captions import is_caption, table_unit
from iij_xbrl.extract.sections import is_remark
from iij_xbrl.extract.times.periods import Calendar, mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.map.scopes.titles.shapes import tidy
from iij_xbrl.read.document import Text

_WITH_UNIT = JAPANESE.patterns["units.amount"]
_CHAPTER = JAPANESE.patterns["scopes.chapter_title"]
_DIGIT = re.compile(r"\d")
SHORT = 60  # characters of a title
_SHORT_NAME = 12  # characters of one that is but a name


def is_japanese_title(line: Text, calendar: Calendar) -> bool:
    """Whether a short line is a title of Japanese, and no remark, unit, period or entry of a form."""
    text = narrow(tidy(line))
    is_aside = is_remark(text) or table_unit(text) is not None or ":" in text or is_period_caption(text, calendar)
    is_aside = is_aside or _WITH_UNIT.search(text) is not None
    return len(text) <= SHORT and JAPANESE.script.search(text) is not None and not is_aside


def is_japanese_name(line: Text, calendar: Calendar) -> bool:
    """Whether a Japanese title is but a short name, and says nothing of it."""
    text = tidy(line)
    says_more = says("scopes.says_something", text) or _DIGIT.search(narrow(text))
    return is_japanese_title(line, calendar) and len(text) <= _SHORT_NAME and not says_more


def is_period_caption(text: str, calendar: Calendar) -> bool:
    """Whether a Japanese text says a period, and nothing of weight beside it, as a line below a title does."""
    plain = narrow(text)
    if _CHAPTER.match(plain):
        return False
    found = mentions(plain, calendar) if JAPANESE.script.search(plain) else ()
    return bool(found) and is_caption(plain, found)
