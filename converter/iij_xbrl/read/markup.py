"""Blanks out markup without moving a character, so that offsets in the plain text are offsets in the source."""

from __future__ import annotations

import html
import re

from iij_xbrl.read.marks import marks

_MARKUP = re.compile(
    r"""
    </?[A-Za-z][^<>]*>              # a tag
    | \*\*|__                       # bold
    | \]\([^()\s]*\)                # the target of a Markdown link
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")
_TEX_LINE = re.compile(r"^\s*\$.*\\ .*\$\s*$")
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
    if _TEX_LINE.match(text):
        text = text.replace("$", " ")
    for mark in marks(text):
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    if "<" in text or "*" in text or "](" in text or "__" in text:
        text = _MARKUP.sub(_blank, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "\\" in text:
        text = _ESCAPE.sub(_escape, text)
    return text.replace("\u00a0", " ").replace("\u3000", " ")
