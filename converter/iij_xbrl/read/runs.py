"""A text of the source as runs: what a reader sees, with the source's own markup turned into styles.

The words come from the text's `plain`, so that offsets stay those of the source. What `plain` blanks out is looked at
once more: bold marks become a style, footnote marks and addresses in angle brackets are words of the page after all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from iij_xbrl.borders import xml_text
from iij_xbrl.read.document import Text
from iij_xbrl.read.marks import Mark, marks
from iij_xbrl.read.markup import TAGS

Style = Literal["plain", "bold", "mark", "aside", "break"]

_BOLD = frozenset({"b", "strong"})
_MARKUP = re.compile(
    r"""
    (?P<bold>\*\*|__)
    | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>]*)>
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text in one style. `start` counts from the start of the text.

    `mark` is a footnote mark, `aside` a text that stands in angle brackets, `break` a line break without text.
    """

    start: int
    text: str
    style: Style


def runs(text: Text, *, bold: bool = False) -> Iterator[Run]:
    """The runs of a text, in order. Those in the styles `plain` and `bold` hold the text's plain characters.

    `bold` tells whether the text starts bold; so does one in which bold ends before it begins.
    """
    tags = list(_markup(text.raw))
    if not tags and text.raw == text.plain:  # as most are: nothing is blanked out
        yield from _words(text, 0, len(text.raw), bold=bold)
    else:
        yield from _cut(text, tags, bold=bold)


def _cut(text: Text, tags: Sequence[re.Match[str]], *, bold: bool) -> Iterator[Run]:
    position = 0
    found: list[Mark | re.Match[str]] = [*marks(text.raw), *tags]
    bold = bold or _ends_first(tags)
    for match in sorted(found, key=_start):
        start, end = (match.start, match.end) if isinstance(match, Mark) else match.span()
        if start < position or text.plain[start:end].strip():
            continue  # inside of what came before, or not read as markup, so it is text
        if isinstance(match, Mark) and bold and match.shown == "**":
            continue  # it closes what was bold before
        yield from _words(text, position, start, bold=bold)
        position = end
        if isinstance(match, Mark):
            yield Run(start, xml_text(match.shown), "mark")
        elif match["bold"]:
            bold = not bold
        elif match["tag"].lower() in _BOLD:
            bold = not match["close"]
        elif match["tag"].lower() == "br":
            yield Run(start, "", "break")
        elif match["tag"].lower() not in TAGS:
            words = match.group()
            yield Run(start, xml_text(words[1:-1] if "://" in words else words), "aside")
    yield from _words(text, position, len(text.raw), bold=bold)


def _markup(raw: str) -> Iterator[re.Match[str]]:
    return _MARKUP.finditer(raw) if "<" in raw or "**" in raw or "__" in raw else iter(())


def _ends_first(tags: Sequence[re.Match[str]]) -> bool:
    """Whether the first mark of bold is the end of it."""
    first = next((tag for tag in tags if tag["bold"] or tag["tag"].lower() in _BOLD), None)
    return first is not None and bool(first["close"])


def _start(match: Mark | re.Match[str]) -> int:
    return match.start if isinstance(match, Mark) else match.start()


def ends_bold(text: Text, *, bold: bool = False) -> bool:
    """Whether a text, which starts bold or not, leaves the next line bold."""
    marks = (match for match in _MARKUP.finditer(text.raw) if match["bold"])
    toggles = sum(not text.plain[match.start() : match.end()].strip() for match in marks)
    return bold ^ bool(toggles % 2)


def _words(text: Text, start: int, end: int, *, bold: bool) -> Iterator[Run]:
    """The plain text between two offsets; where characters of the source are blanked out, a new run begins."""
    if text.plain[start:end] == text.raw[start:end]:
        if start < end:
            yield Run(start, xml_text(text.plain[start:end]), "bold" if bold else "plain")
        return
    position = start
    while position < end:
        stop = position
        while stop < end and not _is_blanked(text, stop):
            stop += 1
        if stop > position:
            yield Run(position, xml_text(text.plain[position:stop]), "bold" if bold else "plain")
        position = stop + 1


def _is_blanked(text: Text, position: int) -> bool:
    return text.plain[position] == " " and not text.raw[position].isspace()
