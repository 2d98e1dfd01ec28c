"""Items of lists in running text: which item a line is, stands below or belongs to."""

from __future__ import annotations

import re

from iij_xbrl.extract.passages import Passage
from iij_xbrl.map.labels import key
from iij_xbrl.read.document import indent_of

MARKS = "-–•◆●*>➤▶►"
"""What items of lists begin with."""
ITEM = re.compile(rf"\s*(?:[{MARKS}]+\s*)+")
NAME_WORDS = 4  # of an item that is a name
_MOST_ITEMS = 20  # of a list, below the one that they belong to


def last_item(passage: Passage) -> str:
    """The last line of a passage, if it is an item of a list."""
    last = passage.text.rpartition("\n")[2]
    return last if ITEM.match(last) else ""


def item_over(text: str, start: int) -> str:
    """The words of the nearest item above that of a place that it stands further right of; empty for a sentence."""
    begin = text.rfind("\n", 0, start) + 1
    line = text[begin:start]
    for _ in range(_MOST_ITEMS):
        if not begin or not ITEM.match(line):
            return ""
        end, begin = begin - 1, text.rfind("\n", 0, begin - 1) + 1
        above = text[begin:end]
        if not ITEM.match(above):
            return ""
        if indent_of(above) < indent_of(line):
            words = ITEM.sub("", above, count=1).strip(" :")
            return words if len(words.split()) <= NAME_WORDS and "," not in words else ""
    return ""


def belongs_to(passage: Passage, item: str) -> str:
    """The key of the item right above, to which a line without a mark belongs that stands further right."""
    if not item or ITEM.match(passage.text) or not passage.text[:1].isspace():
        return ""
    return key(ITEM.sub("", item, count=1)) if indent_of(passage.text) > indent_of(item) else ""
