"""What items of lists say of those below them that are set in further: `• Budget` over `◦ Revenues: JPY44,100 million`.

A few words that nothing knows, the name of another scope or time, and a condition say what such items are about. So
does the name of an unknown item that has an amount, `• Orders: JPY500 million`, of the lines that go on with it too.
Another mark at the same place begins a list below the item, two marks one below that with one.
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
_NAMED = re.compile(
    rf"\s*(?P<name>[^\W\d][^:;.¥￥$€]{{0,60}}?)\s*(?:[:：]|\s[-–—=])?\s*(?=(?:{AMOUNT.pattern}|\d{{1,3}},\d{{3}}))"
)
_MARK = re.compile(r"\s*(?P<mark>\W?)(?P<again>(?P=mark)*)")
_MOST_WORDS = 6  # of the name of an item
_GROUPED = re.compile(r"\d,\d{3}")


@dataclass(slots=True)
class _Head:
    """An item that others may stand below: how far it is set in with which mark, and why it closes what is below it.

    `named` is why it closes the lines that go on with it. Below one that has an amount, `items` are those that may be
    parts of it, and `part` is the first of them that nothing knows.
    """

    place: tuple[int, str]
    reason: Reason | None = None
    named: Reason | None = None
    has_amount: bool = False
    items: list[TextKey] = field(default_factory=list)
    part: Reason | None = None

    def is_over(self, place: tuple[int, str]) -> bool:
        """Whether an item at a place stands below this one."""
        (depth, mark), (own, own_mark) = place, self.place
        return depth > own or (depth == own and mark != own_mark)


@dataclass(slots=True)
class ListItems:
    """Goes through the lines of a document, and knows the items that one stands below."""

    accountant: Accountant
    _over: list[_Head] = field(default_factory=list)
    _heads: set[TextKey] = field(default_factory=set)

    def below(self, block: Paragraph, after: Block | None) -> dict[TextKey, Reason]:
        """Why lines of a text are no facts, by the items that they stand below; `after` is the block behind it."""
        if not (_ITEM.match(block.lines[0].plain) or self._goes_on(block.lines[0])):
            self.leave()
        following = after.lines[0] if isinstance(after, Paragraph) else None
        found: dict[TextKey, Reason] = {}
        reason: Reason | None = None
        for line, behind in zip(block.lines, (*block.lines[1:], following), strict=True):
            if _ITEM.match(line.plain):
                reason = self._enter(line, behind)
                found |= self._parts(line)
            elif self._over:
                reason = reason or self._over[-1].named  # it goes on
            if behind is not None and not self._over and self._heads_japanese(line, behind):
                self._over.append(_Head((_OUTSIDE, ""), reason=self._reason(line)))
            found |= {line.span.text_key: reason} if reason else {}
        return found

    def _goes_on(self, line: Text) -> bool:
        """Whether a line is set in as what goes on with the last item is."""
        return bool(self._over) and 0 <= self._over[-1].place[0] < indent_of(line.plain)

    def _heads_japanese(self, line: Text, behind: Text) -> bool:
        """Whether a short Japanese line that says nothing stands right above an item."""
        words = line.plain.strip()
        is_name = len(words) <= _SHORT and JAPANESE.script.search(words) is not None
        return is_name and not _ITEM.match(line.plain) and bool(_ITEM.match(behind.plain))

    def stands_over(self, line: Text) -> bool:
        """Whether a line is an item of the list that others stand below."""
        return line.span.text_key in self._heads

    def _enter(self, line: Text, after: Text | None) -> Reason | None:
        place = _place(line)
        while self._over and not self._over[-1].is_over(place):
            self._over.pop()
        at = next((at for at, head in enumerate(self._over) if head.place == place), len(self._over))
        del self._over[at:]
        reason = next((head.reason for head in self._over if head.reason), None)
        own = _Head(place, named=self._named(line), has_amount=AMOUNT.search(line.plain) is not None)
        below = _place(after) if after is not None and _ITEM.match(after.plain) else None
        is_over = below is not None and own.is_over(below) and all(head.place != below for head in self._over)
        self._heads |= {line.span.text_key} if is_over else set()
        own.reason = (self._reason(line) or own.named) if is_over else None
        self._over.append(own)
        return reason

    def _parts(self, line: Text) -> dict[TextKey, Reason]:
        """Why items below one that has an amount may be parts of it: one of them is, that nothing knows."""
        *_, over, own = (_Head((_OUTSIDE, "")), *self._over)
        if not over.has_amount:
            return {}
        over.items.append(line.span.text_key)
        if over.part is None and own.named:
            over.part = own.named
            return dict.fromkeys(over.items, own.named)
        return {line.span.text_key: over.part} if over.part else {}

    def leave(self) -> None:
        """The list ends."""
        self._over.clear()
        self._heads.clear()

    def _named(self, line: Text) -> Reason | None:
        """Why what goes on below an item that has an amount may be its own: nothing knows all words of its name."""
        item = _ITEM.match(line.plain)
        named = _NAMED.match(line.plain, item.end() if item else 0)
        name = named["name"].strip() if named else ""
        account = self.accountant.account(name)
        if not name or len(name.split()) > _MOST_WORDS or says("scopes.tells", name):
            return None
        is_other = bool(account.unknown) or account.names_other
        return UnknownInTitle(name, account.unknown or (name,)) if is_other else None

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


def _place(line: Text) -> tuple[int, str]:
    """How far an item is set in, each mark of several as a character, and its mark; empty for one with a number."""
    begin = _MARK.match(line.plain)
    mark, again = (begin["mark"], begin["again"]) if begin else ("", "")
    return indent_of(line.plain) + len(again if mark else ""), mark
