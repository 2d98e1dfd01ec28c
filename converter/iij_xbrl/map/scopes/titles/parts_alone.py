"""The part of a Japanese page that tells of the company alone.

A title in that part need not say so again: below `（参考）個別業績の概要`, `（2）財政状態` is that of the company. The
part ends with a title of its rank or one above, by the number in front: `1．` is above `（1）`. It ends as well with a
title that says that it is of the group, and with a heading of a higher level.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_ALONE, _GROUP, _NOTE = (JAPANESE.patterns[f"scopes.{name}"] for name in ("alone", "group", "note_of_title"))
_RANKS = tuple(JAPANESE.patterns[f"scopes.{name}"] for name in ("part_title", "chapter_title", "section_title"))
_REMARK = re.compile(r"\([^()]*\)")
_CHAPTER, _UNRANKED = 1, len(_RANKS)


@dataclass(slots=True)
class PartAlone:
    """Goes through the titles of a document from top to bottom; `reason` is why the part that stands here is closed."""

    reason: Reason | None = None
    _rank: int = 0
    _level: int = 0

    def see(self, title: str, level: int = 0) -> None:
        """Read a title; `level` is that of a heading."""
        plain = narrow(title)
        if _NOTE.match(plain):
            return
        said = _ALONE.search(_REMARK.sub("", plain))  # `セグメント情報（個別）` is the title of a table
        is_of_group = _GROUP.search(plain) is not None
        rank = next((at for at, mark in enumerate(_RANKS) if mark.match(plain)), _UNRANKED)
        is_beside = level > 0 and level <= (self._level or level) and rank == _UNRANKED
        is_higher = is_beside or 0 < level < self._level
        is_over = is_of_group or rank <= self._rank or is_higher
        if said and not is_of_group:
            is_below = bool(self.reason) and not is_over
            self._rank, self._level = (self._rank, self._level) if is_below else (min(rank, _CHAPTER), level)
            self.reason = UnknownInTitle(title, (said.group(),))
        elif is_over:
            self.reason = None
