"""Finds the phrases of a Japanese text, whose words stand without spaces: the longest known one at each place.

What no phrase reaches is unknown. Words in Latin letters are left to their own language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.labels import key

_MARKS = re.compile(r"[^\w\s]+|_")
_BESIDE = re.compile(rf"(?<={JAPANESE.script.pattern})\s+|\s+(?={JAPANESE.script.pattern})")
_NUMBER = re.compile(r"\d+(?:\s?q(?![a-z]))?|[ⅰ-ⅿivx]+(?![a-z])")
_LATIN = re.compile(r"[^\W\d](?:[a-z0-9 ]*[a-z0-9])?", re.ASCII)


def plain(text: str) -> str:
    """A text as phrases are compared by it: as labels are, without marks, and with spaces only between Latin words."""
    return _BESIDE.sub("", " ".join(_MARKS.sub(" ", key(narrow(text))).split()))


class Phrases:
    """Known phrases; `found` cuts a text into them."""

    def __init__(self, known: Mapping[str, object]) -> None:
        by_first: defaultdict[str, set[str]] = defaultdict(set)
        for phrase in known:
            by_first[phrase[:1]].add(phrase)
        self._by_first = {first: sorted(phrases, key=len, reverse=True) for first, phrases in by_first.items()}

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """The pieces of a plain text, each with its kind: a `phrase`, a `number`, `latin` words, or `unknown`."""
        at, unknown = 0, 0
        while at < len(text):
            kind, end = self._at(text, at)
            if kind != "unknown" and unknown < at:
                yield text[unknown:at], "unknown"
            if kind != "unknown":
                yield text[at:end], kind
                unknown = end
            at = end
        if unknown < at:
            yield text[unknown:at], "unknown"

    def _at(self, text: str, at: int) -> tuple[str, int]:
        phrase = next((phrase for phrase in self._by_first.get(text[at], ()) if text.startswith(phrase, at)), "")
        if phrase:
            return "phrase", at + len(phrase)
        if text[at] == " ":
            return "number", at + 1
        for kind, pattern in (("number", _NUMBER), ("latin", _LATIN)):
            match = pattern.match(text, at)
            if match:
                return kind, match.end()
        return "unknown", at + 1
