"""Blanks out markup without moving a character, so that offsets in the plain text are offsets in the source."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(
    r"""
    <sup>.*?</sup>                  # a footnote mark set as superscript
    | </?[A-Za-z][^<>]*>            # any other tag
    | \^\{[^{}]*\}                  # a superscript of TeX
    | (?<=[^\W\d])\*\d{1,2}\b\.?    # a footnote mark such as service*2
    | \*\*|__                       # bold
    | \]\([^()\s]*\)                # the target of a Markdown link
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", " " * 10)
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
    if "<" in text or "*" in text or "^" in text or "](" in text or "__" in text:
        text = _MARKUP.sub(_blank, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "\\" in text:
        text = _ESCAPE.sub(_escape, text)
    return text.translate(_SUPERSCRIPT).replace("\u00a0", " ").replace("\u3000", " ")
