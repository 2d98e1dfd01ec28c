"""Numbers with letters at them: part of a name where the name is known or printed again, else not mapped.

`IPv6` and `3G` are names, `30DSO` and `12ms` may be figures. A name is known where a label or phrase of the taxonomy
has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from iij_xbrl.facts import Leftover
from iij_xbrl.languages import JAPANESE, patterns_of
from iij_xbrl.map.non_facts import is_letter
from iij_xbrl.map.scopes.words.vocabulary import Vocabulary
from iij_xbrl.read.document import Document, Span, Text
from iij_xbrl.reasons.base import said
from iij_xbrl.reasons.no_figures import PartOfName
from iij_xbrl.reasons.prose import NameNotKnown

_BETWEEN = re.compile(r"[^\W\d_]+\d{1,2}[^\W\d_]+")  # M2M
_DIGIT = re.compile(r"\d")
_WORD = re.compile(rf"(?:(?!{JAPANESE.script.pattern})[^\W_])+")
_LONGEST = 40  # characters of a name on each side of a number; there is none that long
_ORDINALS = patterns_of("scopes.ordinal")


def with_names_known(found: Iterable[Leftover], document: Document, vocabulary: Vocabulary) -> tuple[Leftover, ...]:
    """The leftovers, those not mapped that pass for parts of names which nothing knows, and which are printed once."""
    found = tuple(found)
    if not any(said(item.reason, PartOfName) for item in found):
        return found
    texts = {text.span.text_key: text for text in document.worded}
    printed = Counter(word for text in texts.values() for word in _words(text.plain))
    return tuple(_settled(item, texts.get(item.span.text_key), printed, vocabulary) for item in found)


def _settled(item: Leftover, text: Text | None, printed: Counter[str], vocabulary: Vocabulary) -> Leftover:
    if text is None or not said(item.reason, PartOfName):
        return item
    word = _word_at(text, item.span)
    if word.isdigit() or _BETWEEN.fullmatch(word):
        return item
    is_known = printed[word.casefold()] > 1 or vocabulary.has_word(word) or any(o.fullmatch(word) for o in _ORDINALS)
    return item if is_known else replace(item, status="unmapped", reason=NameNotKnown(word))


def _word_at(text: Text, span: Span) -> str:
    """The letters and digits that stand together at a place, as far as a name is long."""
    start, end = span.start - text.span.start, span.end - text.span.start
    first, last = max(0, start - _LONGEST), min(len(text.plain), end + _LONGEST)
    while start > first and _is_of_word(text.plain[start - 1]):
        start -= 1
    while end < last and _is_of_word(text.plain[end]):
        end += 1
    return text.plain[start:end].strip("-−–() ")


def _is_of_word(char: str) -> bool:
    return is_letter(char) or char.isdigit()


def _words(plain: str) -> Iterator[str]:
    """The words of a text that hold digits, in small letters."""
    if _DIGIT.search(plain):
        yield from (word.casefold() for word in _WORD.findall(plain) if not word.isalpha() and _DIGIT.search(word))
