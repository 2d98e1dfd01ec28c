"""Parts of a document under a mark that stands alone: `【訂正前】` above a copy of a page, `【訂正後】` above the next.

What such a mark says holds for all titles and tables below it, other marks among them, up to the one that answers it:
訂正後 to 訂正前, 連結 to 個別.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_BRACKETS = {"【": "】", "〔": "〕", "[": "]", "<": ">", "《": "》", "(": ")"}
_ROUND = "("  # what remarks of all kinds stand in
_CHANGED = JAPANESE.patterns["scopes.before_change"]
_OTHER, _GROUP = (JAPANESE.patterns[f"scopes.{name}"] for name in ("other_scope", "group"))
_BULLETS = re.compile(r"^[■●◆○□▼▽・※\s]+")
_LONGEST = 20  # characters of a mark
_ALIKE = 2  # characters with which an answer begins as the mark does: 訂正前, 訂正後


@dataclass(slots=True)
class MarkedParts:
    """Goes through a document from top to bottom; `reason` is why the part that stands here is no fact of it."""

    reason: Reason | None = None
    _mark: str = ""
    _bracket: str = ""

    def see(self, text: str) -> None:
        """Read a line or heading: it may open a part, or end the one that is open."""
        bracket, inner = _inner(text)
        if not inner or len(inner) > _LONGEST:
            return
        is_of_other = bracket not in ("", _ROUND) and _OTHER.search(inner)
        if _CHANGED.fullmatch(inner) or (is_of_other and not self.reason):
            self.reason, self._mark, self._bracket = UnknownInTitle(text, (inner,)), inner, bracket
        elif self.reason and bracket == self._bracket and not is_of_other and self._is_answer(inner):
            self.reason = None

    def _is_answer(self, inner: str) -> bool:
        if _CHANGED.fullmatch(self._mark):
            return inner[:_ALIKE] == self._mark[:_ALIKE]
        return _GROUP.search(inner) is not None


def _inner(text: str) -> tuple[str, str]:
    """The bracket around a text, and the text without it."""
    plain = _BULLETS.sub("", narrow(text)).strip().rstrip(":")
    end = _BRACKETS.get(plain[:1])
    if end and plain.endswith(end) and plain.count(end) == 1:
        return plain[0], plain[1:-1].strip()
    return "", plain
