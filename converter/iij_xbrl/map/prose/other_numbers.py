"""The numbers of a running text that are no facts: what each is, or why it is not mapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from iij_xbrl.extract.passages import Passage
from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.languages import ENGLISH, JAPANESE
from iij_xbrl.map.non_facts import accounted
from iij_xbrl.read.document import At
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.no_figures import FootnoteMark, GarbledChart
from iij_xbrl.reasons.prose import NoPattern
from iij_xbrl.reasons.written import NotGiven

_NO_AMOUNT = ENGLISH.patterns["non_facts.no_amount"]
_LABEL = 80
_MANY = 12
_NUMBERS = re.compile(r"(?<![\w.,])\d[\d,.]*")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def other_numbers(
    passage: Passage, found: Iterable[Occurrence], refused: Mapping[int, Reason], marks: Set[At]
) -> Iterator[Leftover]:
    """The numbers of a passage that are no facts, each with what it is, or why it is not mapped; `marks` are known."""
    found = tuple(found)
    taken = {fact.span.at for fact in found}
    whole = [fact.span for fact in found if not fact.text[:1].isdigit() or JAPANESE.script.search(fact.text)]
    path = passage.setting.path
    residue = _is_residue(passage)
    yield from _no_amounts(passage)
    for offset, text in passage.parts:
        for start, end, reason in accounted(text):
            span = text.span.within(start, end)
            if span.at in taken or (reason is None and any(fact.holds(span) for fact in whole)):
                continue
            if reason is None and residue:
                reason = GarbledChart()
            elif span.at in marks:
                reason = FootnoteMark()
            label, printed = words_in_front(text.plain, start), text.raw[start:end]
            if reason:
                yield Leftover(span, printed, label, path, "not-a-fact", reason)
            else:
                yield Leftover(span, printed, label, path, "unmapped", refused.get(offset + start, NoPattern()))


def _no_amounts(passage: Passage) -> Iterator[Leftover]:
    """The currencies of a passage with words or a dash for a figure: `JPY n/a`."""
    for _, text in passage.parts:
        for match in _NO_AMOUNT.finditer(text.plain):
            span, label = text.span.within(*match.span()), words_in_front(text.plain, match.start())
            yield Leftover(span, match[0], label, passage.setting.path, "unmapped", NotGiven(match["shown"]))


def _is_residue(passage: Passage) -> bool:
    """Whether a text is what is left of a chart: many numbers, and more of them than words.

    Japanese is none: its words stand without spaces and cannot be counted.
    """
    count = len(_NUMBERS.findall(passage.text))
    is_chart = count >= _MANY and count > len(_WORDS.findall(passage.text))
    return is_chart and not JAPANESE.script.search(passage.text)


def words_in_front(text: str, start: int) -> str:
    """The words in front of a number."""
    return " ".join(text[max(0, start - _LABEL) : start].split())
