"""What items of lists say of those below them that are set in further: `• Budget` over `◦ Revenues: JPY44,100 million`.

A few words that nothing knows, the name of another scope or time, and a condition say what such items are about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.said_behind import says_other
from iij_xbrl.map.scopes.titles.shapes import AMOUNT, ITEM
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.read.document import Block, Paragraph, Text, TextKey, indent_of
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_FEW, _SHORT = 4, 8  # words, and characters of Japanese, of a name
_OUTSIDE = -1  # how far a line is set in that heads a list
_LONGEST = 20  # words of what stands over items
_ITEM = re.compile(rf"{ITEM.pattern}|\s*\(?\d{{1,2}}[.)]\s")  # one that is numbered may stand over others
_GROUPED = re.compile(r"\d,\d{3}")


@dataclass(slots=True)
class ListItems:
    """Goes through the lines of a document, and knows the items that one stands below."""

    accountant: Accountant
    _over: list[tuple[int, Reason | None]] = field(default_factory=list)
    _heads: set[TextKey] = field(default_factory=set)

    def below(self, block: Paragraph, after: Block | None) -> dict[TextKey, Reason]:
        """Why lines of a text are no facts, by the items that they stand below; `after` is the block behind it."""
        if not _ITEM.match(block.lines[0].plain):
            self.leave()
        following = after.lines[0] if isinstance(after, Paragraph) else None
        found: dict[TextKey, Reason] = {}
        reason: Reason | None = None
        for line, behind in zip(block.lines, (*block.lines[1:], following), strict=True):
            reason = self._enter(line, behind) if _ITEM.match(line.plain) else reason  # it goes on
            if behind is not None and not self._over and self._heads_japanese(line, behind):
                self._over.append((_OUTSIDE, self._reason(line)))
            found |= {line.span.text_key: reason} if reason else {}
        return found

    def _heads_japanese(self, line: Text, behind: Text) -> bool:
        """Whether a short Japanese line that says nothing stands right above an item."""
        words = line.plain.strip()
        is_name = len(words) <= _SHORT and JAPANESE.script.search(words) is not None
        return is_name and not _ITEM.match(line.plain) and bool(_ITEM.match(behind.plain))

    def stands_over(self, line: Text) -> bool:
        """Whether a line is an item of the list that others stand below."""
        return line.span.text_key in self._heads

    def _enter(self, line: Text, after: Text | None) -> Reason | None:
        indent = indent_of(line.plain)
        while self._over and self._over[-1][0] >= indent:
            self._over.pop()
        reason = next((reason for _, reason in self._over if reason), None)
        is_over = after is not None and bool(_ITEM.match(after.plain)) and indent_of(after.plain) > indent
        self._heads |= {line.span.text_key} if is_over else set()
        self._over.append((indent, self._reason(line) if is_over else None))
        return reason

    def leave(self) -> None:
        """The list ends."""
        self._over.clear()
        self._heads.clear()

    def _reason(self, line: Text) -> Reason | None:
        item = _ITEM.match(line.plain)
        words = " ".join(line.plain[item.end() if item else 0 :].split()).strip(" :：")
        supposed = says("scopes.supposes", words)
        if supposed:
            return UnknownInTitle(words, (supposed.group(),))
        if AMOUNT.search(words) or _GROUPED.search(words) or len(words.split()) > _LONGEST:
            return None
        account = self.accountant.account(words)
        is_japanese = JAPANESE.script.search(words) is not None
        is_name = len(words) <= _SHORT if is_japanese else len(words.split()) <= _FEW
        is_unknown = is_name and bool(account.unknown) and not account.has_content
        is_other = says_other(words, self.accountant) and (is_name or not says_forecast(words))
        return UnknownInTitle(words, account.unknown or (words,)) if is_other or is_unknown else None
