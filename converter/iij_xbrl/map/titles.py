"""What titles name, without what decks and releases put around it: numbers, list marks, periods, remarks."""

from __future__ import annotations

import re
from functools import lru_cache

from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE
from iij_xbrl.map.labels import key

_REMARK = re.compile(r"\([^()]*\)")
_ALL_INSIDE = re.compile(r"\s*[(（](?P<title>[^()（）]+)[)）]\s*")
_UNAUDITED = ENGLISH.patterns["sections.unaudited"]
_MARKS = re.compile(r"^[^\w(\"'“]+|[<>:]+$")
_NUMBERING = re.compile(
    r"^(?:[IVX]+|\d+)(?:\s?[-.]\s?\d+)*\s?[.)]\s+|^\(\d+\)\s+|^(?:\d+\.|\(\d+\)|[①-⑳])\s*(?=[^\W\da-z])", re.IGNORECASE
)
_JAPANESE_PERIOD = JAPANESE.patterns["sections.period_in_title"]
_PERIOD = ENGLISH.patterns["sections.period_in_title"]


@lru_cache(maxsize=4096)
def title_keys(title: str) -> frozenset[str]:
    """The keys of a title: as it stands, and bare."""
    return frozenset((key(_UNAUDITED.sub(" ", narrow(title))), key(_bare(title)))) - {""}


def _without_japanese_period(title: str) -> str:
    """`1.2012年3月期 第2四半期の連結業績`: the results, whatever their period."""
    if title.isascii() or not JAPANESE.script.search(title):
        return title
    return _JAPANESE_PERIOD.sub("", title)


def _bare(title: str) -> str:
    inside = _ALL_INSIDE.fullmatch(title)
    if inside and JAPANESE.script.search(title):  # `（セグメント情報）` is a title, whatever stands around it
        title = inside["title"]
    text = _PERIOD.sub(" ", _REMARK.sub(" ", _without_japanese_period(narrow(title))))
    text = _MARKS.sub("", " ".join(text.split()))
    return _NUMBERING.sub("", _MARKS.sub("", text)).strip()


def heading_keys(section: Section) -> frozenset[str]:
    """The keys of the nearest title of a section, if it is the section's own; remarks and figures below it aside."""
    if not section.own:
        return frozenset()
    for title in reversed(section.titles):
        bare = _bare(title)
        if bare and not any(char.isdigit() for char in bare):
            return title_keys(title)
    return frozenset()
