"""Blanks out markup without moving a character, so that offsets in the plain text are offsets in the source."""

from __future__ import annotations

import html
import re

from iij_xbrl.read.marks import marks

# What conversions leave behind. Anything else in angle brackets is text: `<Investing Activities>`, `x < 5 and y > 3`.
TAGS = frozenset(
    {"a", "b", "big", "blockquote", "br", "caption", "center", "code", "col", "colgroup", "dd", "del", "div", "dl"}
    | {"dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "nobr", "ol", "p", "pre"}
    | {"s", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
    | {"tt", "u", "ul", "wbr"}
    | {"c", "page"}  # as in `FILED`
)
FILED = re.compile(r"\s*(?:</?(?:caption|page)>|<[sc]>(?:\s*<c>)*|</table>)\s*", re.IGNORECASE)
"""A line that tells a part of plain text as it was filed with the SEC: a page, the heads and the columns of a table."""
_ANY_TAG = "|".join(sorted(TAGS, key=len, reverse=True))
_ATTRIBUTE = r"""(?:[a-z:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+)|nowrap|noshade)"""
_ADDRESS = r"<(?:[a-z][a-z0-9+.-]*://|mailto:)[^\s<>]*>|<[\w.+-]+@[\w.-]+>"
_MARKUP = re.compile(
    rf"""
    </?(?:{_ANY_TAG})(?:\s+{_ATTRIBUTE})*\s*/?>
    | {_ADDRESS}
    | \*\*|__                       # bold
    | \]\([^()\s]*\)                # the target of a Markdown link
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Dots that lead from a label to its figures, up to the end of a cell or a line.
_LEADERS = re.compile(r"(?<![.\s])(?:\s{0,2}\.){4,}+(?=\s*(?:[\t|]|$))", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")
_ESCAPE = re.compile(r"\\(.)")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _entity(match: re.Match[str]) -> str:
    text = html.unescape(match.group())
    return text.ljust(len(match.group())) if len(text) == 1 else match.group()


def _escape(match: re.Match[str]) -> str:
    return " " + match.group(1)


def plain(text: str) -> str:
    """The text with tags, footnote marks, bold marks and escapes blanked; its length is the length of `text`."""
    text = _without_marks(without_tex(text, escapes=False))
    if "<" in text or "*" in text or "](" in text or "__" in text:
        text = _MARKUP.sub(_blank, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "\\" in text:
        text = _ESCAPE.sub(_escape, text)
    return without_leaders(text.replace("\u00a0", " ").replace("\u3000", " "))


def without_leaders(text: str) -> str:
    """A text without the dots that lead from a label to its figures; its length stays."""
    return _LEADERS.sub(_blank, text) if "..." in text or ". ." in text else text


def without_tex(text: str, *, escapes: bool = True) -> str:
    r"""A line that a conversion wrote as a formula, `$(Three\ Months)$`, without its signs, and escapes if asked."""
    if not _is_tex(text):
        return text
    text = text.replace("$", " ")
    return _ESCAPE.sub(_escape, text) if escapes else text


def _is_tex(text: str) -> bool:
    """Whether a line is one formula, `$ ... $` with escaped spaces in it; dollars among its figures make it none."""
    inner = text.strip()
    return inner.count("$") == 2 and inner[0] == inner[-1] == "$" and "\\ " in inner


def _without_marks(text: str) -> str:
    pieces, position = [], 0
    for mark in marks(text):
        pieces += [text[position : mark.start], " " * (mark.end - mark.start)]
        position = mark.end
    return "".join((*pieces, text[position:]))
