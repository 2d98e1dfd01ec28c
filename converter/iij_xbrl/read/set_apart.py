"""Texts that stand on a page without being said by it: struck out, quoted, set as code, or in a comment.

A text that is struck out is so in its own markup, and so is one that a page quotes. In Markdown, lines are quoted by
`>`, and set as code or commented out from one mark to the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from iij_xbrl.read.document import Apart, Document, Text

_STRUCK = re.compile(
    r"<(?:s|del|strike)\b[^<>]*>|~~\S|<[a-z]+\s[^<>]*text-decoration[\w-]*\s*:[^<>;]*line-through", re.IGNORECASE
)
_IN_QUOTATION = re.compile(r"<(?:q|blockquote)\b[^<>]*>", re.IGNORECASE)
_QUOTED = re.compile(r" {0,3}>(?:\s|$)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_OPENS, _CLOSES = "<!--", "-->"


def apart_of(document: Document, text: Text) -> Apart | None:
    """How a text of a document is set apart; None where the page says it."""
    if ("<" in text.raw or "~~" in text.raw) and _STRUCK.search(text.raw):
        return "struck"
    if "<" in text.raw and _IN_QUOTATION.search(text.raw):
        return "quoted"
    line = text.span.origin.line
    return document.apart.get(line) if line is not None else None


def apart_lines(lines: Sequence[str]) -> Mapping[int, Apart]:
    """The lines of a Markdown text that are set apart, by their number from 1."""
    found: dict[int, Apart] = {}
    fence, is_comment = "", False
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if is_comment or _OPENS in line:
            found[number] = "comment"
            is_comment = _CLOSES not in line[line.rfind(_OPENS) + len(_OPENS) if _OPENS in line else 0 :]
        elif fence:
            found[number] = "code"
            fence = "" if mark and mark[1] == fence else fence
        elif mark and any(other.lstrip().startswith(mark[1]) for other in lines[number:]):
            found[number] = "code"
            fence = mark[1]
        elif _QUOTED.match(line):
            found[number] = "quoted"
    return found
